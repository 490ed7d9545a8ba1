//! The answer to a request.

use super::buf::MessageBuf;
use super::view::Message;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};

impl Message<'_> {
    /// The response to this message: its type follows from the request, and it repeats the fields that the spec marks
    /// as echo, or a [`crate::spec::MessageRule`] for responses of this type, byte for byte. What is left to set is the
    /// response code and what else the answer says.
    ///
    /// Tracks, PIN blocks, verification values and keys are not repeated, whatever a spec says.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NoResponse`] for a response, which is never answered. In a spec without bitmap, where a field
    /// needs all those before it, [`EncodeErrorKind::OutOfReach`] for one that is echoed alone.
    pub fn response(&self) -> Result<MessageBuf, EncodeError> {
        let no_response =
            || EncodeError::new(EncodeErrorKind::NoResponse { mti: self.mti().digits() }, FieldPath::MESSAGE);
        self.repeating(self.mti().response().ok_or_else(no_response)?)
    }
}

impl MessageBuf {
    /// The response to this message, see [`Message::response`].
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NoResponse`] for a response, which is never answered.
    pub fn response(&self) -> Result<MessageBuf, EncodeError> {
        self.as_message().response()
    }
}
