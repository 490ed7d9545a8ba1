//! Messages that follow another one: it once more, and what tells of it.

use super::buf::MessageBuf;
use super::view::Message;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::mti::Mti;
use crate::spec::Third;

impl Message<'_> {
    /// The same message once more: 0200 becomes 0201, and every field stays as it is. What a network wants anew, such as
    /// the time of transmission (7) and the MAC, is left to set.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NoRepeat`] for a message of a reserved origin, and for a response, which is not repeated.
    pub fn repeat(&self) -> Result<MessageBuf, EncodeError> {
        let kind = EncodeErrorKind::NoRepeat { mti: self.mti().digits() };
        let mti = self.mti().repeat().filter(|_| !self.mti().is_response());
        let mut repeat = self.to_owned();
        repeat.set_mti(mti.ok_or(EncodeError::new(kind, FieldPath::MESSAGE))?);
        Ok(repeat)
    }

    /// The advice that tells of what this request asked: 0100 becomes 0120. It repeats the fields that the spec marks as
    /// echo, or a [`crate::spec::MessageRule`] for advices of this type; what was decided, such as the response code, is
    /// left to set.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NoAdvice`] for a message that is no request; otherwise as [`Message::response`].
    pub fn advice(&self) -> Result<MessageBuf, EncodeError> {
        let kind = EncodeErrorKind::NoAdvice { mti: self.mti().digits() };
        self.repeating(self.mti().advice().ok_or(EncodeError::new(kind, FieldPath::MESSAGE))?)
    }

    /// A message of this type that repeats of this one what the spec says, byte for byte.
    pub(super) fn repeating(&self, mti: Mti) -> Result<MessageBuf, EncodeError> {
        let mut message = MessageBuf::new(self.spec(), mti);
        let carrier = self.spec().wire().third;
        let repeated = self.repeated(mti);
        for field in self.fields().filter(|field| repeated.contains(field.number())) {
            if carrier != Third::Field(field.number()) {
                message.set_wire(field.number(), field.wire())?;
            }
        }
        Ok(message)
    }
}

impl MessageBuf {
    /// The same message once more, see [`Message::repeat`].
    ///
    /// # Errors
    ///
    /// As [`Message::repeat`].
    pub fn repeat(&self) -> Result<MessageBuf, EncodeError> {
        self.as_message().repeat()
    }

    /// The advice that tells of what this request asked, see [`Message::advice`].
    ///
    /// # Errors
    ///
    /// As [`Message::advice`].
    pub fn advice(&self) -> Result<MessageBuf, EncodeError> {
        self.as_message().advice()
    }
}
