//! An encoded message that is kept to be sent again.

use super::super::SettleError;
use crate::de;
use crate::error::FieldPath;
use crate::message::{Field, Message};
use crate::spec::Sensitivity;
use alloc::vec::Vec;
use core::fmt;

/// An encoded message that is kept to be sent again, such as a reversal.
///
/// Its bytes are stored in clear, the card number too, if the message has one: whoever stores a [`Record`] with such a message
/// protects the store. Tracks, PIN blocks, keys and card verification values are never stored, so a message that has one by its
/// spec is refused. So is one with anything else that is secret and made of no parts, since nobody knows what it holds: a private
/// field, a part or a tag; the expiry (14) alone is known. A spec that extends the shipped one can open such a field into parts
/// that are not secret, or state that it is not. It prints as stars.
///
/// A record forgets it as soon as it will not be sent any more.
///
/// ```
/// use isomsg::settle::{SettleError, StoredMessage};
/// use isomsg::{MessageBuf, Mti, spec};
///
/// let mut reversal = MessageBuf::new(&spec::UNIONPAY_POS, "0400".parse::<Mti>()?);
/// reversal.set(2, "4111111111111111")?;
/// reversal.set("55.9F36", "01C0")?;
/// assert_eq!(StoredMessage::new(&reversal.as_message())?.reveal(), reversal.as_bytes());
///
/// reversal.set("55.57", "4111111111111111D2812101")?;
/// let refused = StoredMessage::new(&reversal.as_message());
/// assert_eq!(refused, Err(SettleError::NotToBeStored("55.57".parse()?)));
///
/// // By one acquirer it holds a PIN block, by another the term of an instalment sale.
/// reversal.remove(55);
/// reversal.set(62, "03")?;
/// let refused = StoredMessage::new(&reversal.as_message());
/// assert_eq!(refused, Err(SettleError::NotToBeStored("62".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [`Record`]: super::super::Record
#[derive(Clone, PartialEq, Eq)]
pub struct StoredMessage(Vec<u8>);

impl StoredMessage {
    /// Keeps a message.
    ///
    /// # Errors
    ///
    /// [`SettleError::NotToBeStored`]: something of it is a track, a PIN block, a key or a card verification value, or secret and
    /// of unknown content, or should be made of parts and is not, or the message was not read to its end.
    pub fn new(message: &Message<'_>) -> Result<Self, SettleError> {
        let unread = message.is_partial().then_some(FieldPath::MESSAGE);
        match unread.or_else(|| message.fields().find_map(|field| forbidden(&field))) {
            Some(path) => Err(SettleError::NotToBeStored(path)),
            None => Ok(StoredMessage(message.as_bytes().to_vec())),
        }
    }

    /// Bytes that were stored, and so were a message that may be.
    #[cfg(feature = "serde")]
    pub(in super::super) fn stored(bytes: Vec<u8>) -> Self {
        StoredMessage(bytes)
    }

    /// The bytes.
    #[must_use]
    pub fn reveal(&self) -> &[u8] {
        &self.0
    }
}

/// The first place in a field that must not be stored, or of which nobody knows what is in it.
fn forbidden(field: &Field<'_>) -> Option<FieldPath> {
    field.find_within(&is_forbidden).unwrap_or_else(|error| Some(error.path()))
}

/// The expiry is secret only so that it is not shown; what else is secret and has no parts can hold anything.
fn is_forbidden(field: &Field<'_>, has_no_parts: bool) -> bool {
    match field.sensitivity() {
        Sensitivity::Track | Sensitivity::Pin | Sensitivity::Key | Sensitivity::Cvv => true,
        Sensitivity::Secret => has_no_parts && field.path() != FieldPath::field(de::DATE_EXPIRATION),
        Sensitivity::Pan | Sensitivity::None => false,
    }
}

impl fmt::Debug for StoredMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredMessage(********)")
    }
}
