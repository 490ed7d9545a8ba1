//! A message that owns its bytes, to be made, changed and passed on.

use super::body::Body;
use super::edit::Change;
use super::field::Field;
use super::view::Message;
use crate::bitmap::Bitmap;
use crate::encode::check_together;
use crate::error::{AsPath, EncodeError, EncodeErrorKind, FieldPath, ParseError};
use crate::mti::Mti;
use crate::spec::{SpecHandle, SpecRef, Third};
use crate::value::Input;
use alloc::vec::Vec;
use core::fmt;

/// A message that owns its bytes, bound to a spec.
///
/// It always holds the whole message in its form on the wire: [`MessageBuf::set`] checks and converts a value at
/// once, so encoding is copying. Made from a received message, it keeps the exact bytes of every field that is not
/// changed. `Display`, `Debug` and JSON mask card data as its spec says.
///
/// ```
/// use isomsg::{MessageBuf, Mti, de, spec};
///
/// let mut sale = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0200).expect("four digits"));
/// sale.set(de::PAN, "4111111111111111")?;
/// sale.set(de::AMOUNT_TRANSACTION, 1250u64)?;
/// assert_eq!(sale.encode().len(), 2 + 8 + 1 + 8 + 6);
/// assert_eq!(format!("{:?}", sale.field(de::PAN)), "Some(Field(2: 411111******1111))");
/// # Ok::<(), isomsg::error::EncodeError>(())
/// ```
#[derive(Clone)]
pub struct MessageBuf {
    pub(super) spec: SpecHandle,
    pub(super) body: Body,
}

impl MessageBuf {
    /// A message of this type without fields.
    #[must_use]
    pub fn new<'s>(spec: impl Into<SpecRef<'s>>, mti: Mti) -> Self {
        let spec = spec.into();
        MessageBuf { spec: spec.into(), body: Body::new(&spec, mti) }
    }

    pub(super) fn from_view(view: &Message<'_>) -> Self {
        let spec = view.spec();
        MessageBuf { spec: spec.into(), body: Body::received(&spec, view.as_bytes(), view.index()) }
    }

    /// The message as a view: everything that a received message can do.
    #[must_use]
    pub fn as_message(&self) -> Message<'_> {
        Message::from_parts(&self.body.bytes, self.spec.as_ref(), &self.body.index)
    }

    /// The spec to which the message is bound.
    #[must_use]
    pub fn spec(&self) -> SpecRef<'_> {
        self.spec.as_ref()
    }

    /// The message type.
    #[must_use]
    pub fn mti(&self) -> Mti {
        self.body.index.mti
    }

    /// Changes the message type.
    pub fn set_mti(&mut self, mti: Mti) {
        self.body.set_mti(&self.spec.as_ref(), mti);
    }

    /// The fields that are there.
    #[must_use]
    pub fn bitmap(&self) -> Bitmap {
        self.body.index.present
    }

    /// The field or, by a path, a part of it, if it is there: see [`Message::field`].
    #[must_use]
    pub fn field(&self, place: impl AsPath) -> Option<Field<'_>> {
        self.as_message().field(place)
    }

    /// The field or, by a path, a part of it.
    ///
    /// # Errors
    ///
    /// As [`Message::require`].
    pub fn require(&self, place: impl AsPath) -> Result<Field<'_>, ParseError> {
        self.as_message().require(place)
    }

    /// Sets a field to a value, which is checked and turned into its form on the wire at once; by a path, a part of a
    /// field: `message.set("55.9F26", ..)`.
    ///
    /// A value shorter than a fixed length is filled up as the spec says, or refused. When a part is set, lengths around
    /// it follow, and every other byte stays as it was. A part that was not there is put where it belongs: a tag at
    /// the end, a part of a bitmap where its number says, a part of a sequence and a group behind all those before it.
    ///
    /// ```
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let mut sale = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0200).expect("four digits"));
    /// sale.set("55.9F36", &[0x01, 0xC0])?;
    /// sale.set("55.95", &[0, 0, 0, 0x80, 0])?;
    /// sale.set("55.9F36", &[0x01, 0xC1])?;
    /// assert!(sale.field(55).is_some_and(|chip| chip.value() == "9F360201C195050000008000"));
    /// # Ok::<(), isomsg::error::EncodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with the value; the message is then as it was. Of a part, [`EncodeErrorKind::BrokenStructure`] when
    /// what holds it cannot be read, [`EncodeErrorKind::OutOfReach`] when the parts before it are missing.
    pub fn set<'v>(&mut self, place: impl AsPath, value: impl Into<Input<'v>>) -> Result<(), EncodeError> {
        match place.as_number() {
            Some(number) => self.set_field(number, value.into()),
            None => self.set_part(&as_path(&place)?, Change::Set(value.into())),
        }
    }

    fn set_field(&mut self, number: u16, value: Input<'_>) -> Result<(), EncodeError> {
        let error = |kind| EncodeError::new(kind, FieldPath::field(number));
        let spec = self.spec.as_ref();
        let step = spec.defined(number).ok_or_else(|| error(EncodeErrorKind::UndefinedField))?;
        if spec.restricts() {
            self.check_place(number)?;
        }
        self.body.set(&spec, number, step, value).map_err(error)
    }

    /// Gives a field these bytes on the wire, prefix included, whatever they are: for testers who need a message that
    /// is deliberately wrong. A message with such a field may not be readable.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::UndefinedField`], [`EncodeErrorKind::Derived`], [`EncodeErrorKind::OutOfReach`] or
    /// [`EncodeErrorKind::MessageTooLong`].
    pub fn set_wire(&mut self, number: u16, wire: &[u8]) -> Result<(), EncodeError> {
        self.check_place(number)?;
        let spec = self.spec.as_ref();
        self.body
            .check_length(&spec, number, wire.len())
            .map_err(|kind| EncodeError::new(kind, FieldPath::field(number)))?;
        let start = self.body.bytes.len();
        self.body.bytes.extend_from_slice(wire);
        self.body.place(&spec, number, start);
        Ok(())
    }

    /// Removes a field or, by a path, a part of it; false when it was not there, or when a reader would not find those behind it without it, as in
    /// a spec without bitmap.
    ///
    /// Where a field carries the third bitmap, removing it removes the fields above 128 too. Of a sequence of parts only
    /// the last can be removed, if it may be missing.
    pub fn remove(&mut self, place: impl AsPath) -> bool {
        match place.as_number() {
            Some(number) => self.remove_field(number),
            None => as_path(&place).and_then(|path| self.set_part(&path, Change::Remove)).is_ok(),
        }
    }

    fn remove_field(&mut self, number: u16) -> bool {
        let spec = self.spec.as_ref();
        if !spec.wire().has_bitmap() && self.body.index.present.last() != Some(number) {
            return false;
        }
        self.body.remove(&spec, number)
    }

    /// The message on the wire.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.body.bytes
    }

    /// The length of the message on the wire.
    #[must_use]
    pub fn encoded_len(&self) -> usize {
        self.body.bytes.len()
    }

    /// The message on the wire, as a vector. Also known as pack.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        self.body.bytes.clone()
    }

    /// Copies the message into the front of `buffer` and returns its length.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::BufferTooSmall`].
    pub fn encode_into(&self, buffer: &mut [u8]) -> Result<usize, EncodeError> {
        let (needed, available) = (self.body.bytes.len(), buffer.len());
        match buffer.get_mut(..needed) {
            Some(room) => {
                room.copy_from_slice(&self.body.bytes);
                Ok(needed)
            }
            None => Err(EncodeError::new(EncodeErrorKind::BufferTooSmall { needed, available }, FieldPath::MESSAGE)),
        }
    }

    /// Whether a field can stand among the others.
    pub(super) fn check_place(&self, number: u16) -> Result<(), EncodeError> {
        let spec = self.spec.as_ref();
        if !spec.restricts() {
            return match spec.get().defined(number) {
                Some(_) => Ok(()),
                None => Err(EncodeError::new(EncodeErrorKind::UndefinedField, FieldPath::field(number))),
            };
        }
        let mut present = self.body.index.present;
        match spec.wire().third {
            Third::Field(carrier) if carrier == number => {
                return Err(EncodeError::new(EncodeErrorKind::Derived, FieldPath::field(number)));
            }
            Third::Field(carrier) if number > 128 => {
                present.insert(carrier);
            }
            _ => {}
        }
        if present.insert(number) { check_together(&spec, &present) } else { Ok(()) }
    }
}

pub(super) fn as_path(place: &impl AsPath) -> Result<FieldPath, EncodeError> {
    place.as_path().ok_or(EncodeError::new(EncodeErrorKind::BadPath, FieldPath::MESSAGE))
}

impl Message<'_> {
    /// The message with bytes of its own, to be changed or kept.
    ///
    /// Every field that is not changed keeps its exact bytes. Bytes behind the last field, which a lenient parse
    /// accepts, are left behind.
    #[must_use]
    #[allow(
        clippy::should_implement_trait,
        reason = "the owned form of a Message is a MessageBuf, and needs no Borrow"
    )]
    pub fn to_owned(&self) -> MessageBuf {
        MessageBuf::from_view(self)
    }
}

impl From<&Message<'_>> for MessageBuf {
    fn from(message: &Message<'_>) -> Self {
        MessageBuf::from_view(message)
    }
}

/// Equal when the bytes on the wire are, and the specs have one name.
impl PartialEq for MessageBuf {
    fn eq(&self, other: &Self) -> bool {
        self.body.bytes == other.body.bytes && self.spec().name() == other.spec().name()
    }
}

impl fmt::Display for MessageBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.as_message(), f)
    }
}

impl fmt::Debug for MessageBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.as_message(), f)
    }
}
