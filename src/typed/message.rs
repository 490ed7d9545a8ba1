//! What all typed messages have in common.

use super::others::Others;
use super::types::MessageTypes;
use crate::bitmap::Bitmap;
use crate::encode::Writer;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath, ParseError, ParseErrorKind};
#[cfg(feature = "alloc")]
use crate::message::MessageBuf;
use crate::message::{Field, Message};
use crate::mti::Mti;
use crate::spec::MessageSpec;
#[cfg(feature = "alloc")]
use crate::spec::{SpecRef, Third};
use crate::value::{FromValue, Input};
use core::fmt;

/// Whether an element must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It must.
    Mandatory,
    /// It may.
    Optional,
}

/// An element that a typed message lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedField {
    /// The number of the field.
    pub number: u16,
    /// The name of the element in the struct.
    pub name: &'static str,
    /// Whether it must be there.
    pub presence: Presence,
    /// Whether its type says that it must not be printed in clear.
    pub is_secret: bool,
}

/// A message as a struct, declared by [`typed_message!`](crate::typed_message).
pub trait TypedMessage<'a>: Sized {
    /// The message types that it stands for.
    const TYPES: MessageTypes;

    /// The elements that it lists, mandatory ones first.
    const FIELDS: &'static [TypedField];

    /// The message type.
    fn mti(&self) -> Mti;

    /// All further fields.
    fn other(&self) -> Others<'a>;

    /// Reads a message. It borrows from it and allocates nothing.
    ///
    /// # Errors
    ///
    /// [`ParseErrorKind::OtherMessageType`], [`ParseErrorKind::Absent`] for what must be there, and
    /// [`ParseErrorKind::BadValue`] for a value that its element cannot hold.
    fn from_message(message: &'a Message<'a>) -> Result<Self, ParseError>;

    /// What is to be written of a field that the struct lists.
    fn input(&self, number: u16) -> Option<Input<'_>>;

    /// The fields of the message.
    fn present(&self) -> Bitmap {
        let listed = Self::FIELDS.iter().map(|field| field.number);
        let mut present: Bitmap = listed.filter(|number| self.input(*number).is_some()).collect();
        present.extend(self.other().numbers().iter());
        present
    }

    /// Writes the message into a lent buffer, and gives its length. Nothing is allocated.
    ///
    /// # Errors
    ///
    /// A message type that the struct does not stand for, a field that the spec does not define or a value that it does not
    /// admit, or a buffer that is too small.
    fn encode_into(&self, spec: &MessageSpec, buffer: &mut [u8]) -> Result<usize, EncodeError> {
        let present = self.present();
        let mut writer = Writer::new(spec, buffer, checked_type(self)?, present)?;
        for number in present.iter() {
            match self.input(number).or_else(|| self.other().input(number)) {
                Some(input) => writer.put(number, input)?,
                None => {
                    return Err(EncodeError::new(EncodeErrorKind::Unwritten { count: 1 }, FieldPath::field(number)));
                }
            }
        }
        writer.finish()
    }

    /// The message, owned: to be changed, sent or kept.
    ///
    /// # Errors
    ///
    /// As [`TypedMessage::encode_into`].
    #[cfg(feature = "alloc")]
    fn to_message<'s>(&self, spec: impl Into<SpecRef<'s>>) -> Result<MessageBuf, EncodeError> {
        let mut message = MessageBuf::new(spec, checked_type(self)?);
        let third = message.spec().wire().third;
        // What carries the third bitmap follows from the other fields.
        for number in self.present().iter().filter(|number| third != Third::Field(*number)) {
            if let Some(input) = self.input(number).or_else(|| self.other().input(number)) {
                message.set(number, input)?;
            }
        }
        Ok(message)
    }
}

fn checked_type<'a, M: TypedMessage<'a>>(message: &M) -> Result<Mti, EncodeError> {
    let mti = message.mti();
    let kind = EncodeErrorKind::OtherMessageType { mti: mti.digits() };
    if M::TYPES.contains(mti) { Ok(mti) } else { Err(EncodeError::new(kind, FieldPath::MESSAGE)) }
}

/// Prints the message type, the elements that are there, masked, and the numbers of all further fields; for
/// [`typed_message!`](crate::typed_message).
///
/// # Errors
///
/// Those of the formatter.
#[doc(hidden)]
pub fn print<'a, M: TypedMessage<'a>>(message: &M, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let other = message.other();
    let mut shown = f.debug_struct(name);
    shown.field("mti", &message.mti());
    for field in M::FIELDS {
        if let Some(value) = message.input(field.number) {
            shown.field(field.name, &other.masked(field, value));
        }
    }
    shown.field("other", &other).finish()
}

/// Refuses a message of another type; for [`typed_message!`](crate::typed_message).
#[doc(hidden)]
pub fn check_type(message: &Message<'_>, types: MessageTypes) -> Result<(), ParseError> {
    let mti = message.mti();
    let kind = ParseErrorKind::OtherMessageType { mti: mti.digits() };
    if types.contains(mti) { Ok(()) } else { Err(ParseError::new(kind, 0, FieldPath::MESSAGE)) }
}

/// What a field says, as its element; for [`typed_message!`](crate::typed_message). It is compiled once for each type of
/// element, not once for each element of each struct.
///
/// # Errors
///
/// As [`Field::parse`].
#[doc(hidden)]
#[inline(never)]
pub fn element<'a, T: FromValue<'a>>(field: &Field<'a>) -> Result<T, ParseError> {
    field.parse()
}

/// An element that must be there; for [`typed_message!`](crate::typed_message).
#[doc(hidden)]
#[inline]
pub fn required<T>(element: Option<T>, message: &Message<'_>, number: u16) -> Result<T, ParseError> {
    let absent = || ParseError::new(ParseErrorKind::Absent, message.as_bytes().len(), FieldPath::field(number));
    element.ok_or_else(absent)
}
