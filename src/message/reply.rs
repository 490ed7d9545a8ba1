//! The answer to a request.

use super::buf::MessageBuf;
use super::view::Message;
use crate::bitmap::Bitmap;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::mti::Mti;
use crate::spec::Third;

impl Message<'_> {
    /// The response to this message: its type follows from the request, and it repeats the fields that the spec marks
    /// as echo, or a [`crate::spec::MessageRule`] for responses of this type, byte for byte. What is left to set is the
    /// response code and what else the answer says.
    ///
    /// A spec must not mark tracks, PIN or keys as echo; the shipped ones do not.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NoResponse`] for a response, which is never answered. In a spec without bitmap, where a field
    /// needs all those before it, [`EncodeErrorKind::OutOfReach`] for one that is echoed alone.
    pub fn response(&self) -> Result<MessageBuf, EncodeError> {
        let no_response = || EncodeError::new(EncodeErrorKind::NoResponse { mti: self.mti().digits() }, FieldPath::MTI);
        let mti = self.mti().response().ok_or_else(no_response)?;
        let mut response = MessageBuf::new(self.spec(), mti);
        let carrier = self.spec().wire().third;
        let (repeated, never) = self.echo(mti);
        for field in self.fields() {
            let is_echoed = self.spec().field(field.number()).is_some_and(|spec| spec.is_echoed());
            let echoed = (is_echoed || repeated.contains(field.number())) && !never.contains(field.number());
            if echoed && carrier != Third::Field(field.number()) {
                response.set_wire(field.number(), field.wire())?;
            }
        }
        Ok(response)
    }

    /// The fields that rules for this type of response say to repeat, and those that it must not have.
    fn echo(&self, mti: Mti) -> (Bitmap, Bitmap) {
        let (mut repeated, mut never) = (Bitmap::EMPTY, Bitmap::EMPTY);
        for rule in self.rules(mti) {
            let whole = |path: FieldPath| if path.segments().len() == 1 { path.number() } else { None };
            repeated.extend(rule.echo().filter_map(whole));
            never.extend(rule.never().filter_map(whole));
        }
        (repeated, never)
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
