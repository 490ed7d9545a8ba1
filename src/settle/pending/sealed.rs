//! An encoded message that is kept to be sent again.

use alloc::vec::Vec;
use core::fmt;

/// An encoded message that is kept to be sent again, such as a reversal.
///
/// Its bytes hold what the message holds, such as the card number, and are stored in clear: whoever stores a [`Record`]
/// with such bytes protects the store. A message that is kept so should hold no PIN block and no track. It prints as
/// stars.
///
/// [`Record`]: super::super::Record
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Keeps bytes.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Sealed(bytes)
    }

    /// The bytes.
    #[must_use]
    pub fn reveal(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(********)")
    }
}
