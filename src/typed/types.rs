//! The message types that a struct stands for.

use crate::mti::Mti;
use crate::spec::MtiSet;
use core::fmt;

/// The message types that a typed message stands for: patterns of four digits, `x` for any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageTypes(MtiSet);

impl MessageTypes {
    /// The types of these patterns, separated by blanks: `010x 012x`.
    ///
    /// # Panics
    ///
    /// When one is not a pattern, or there are more than eight: in a constant the build stops.
    #[must_use]
    #[track_caller]
    #[allow(clippy::panic, reason = "the way in which a const evaluation reports its error")]
    pub const fn new(patterns: &str) -> Self {
        let set = MtiSet::listed(patterns);
        assert!(set.is_well_formed() && !set.is_all(), "message types must be at most eight patterns like `02x0`");
        MessageTypes(set)
    }

    /// Whether a message type is among them.
    #[must_use]
    pub fn contains(&self, mti: Mti) -> bool {
        self.0.contains(mti)
    }
}

/// The patterns, separated by blanks.
impl fmt::Display for MessageTypes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
