//! A message that owns its bytes, to be made, changed and passed on.

use super::edit::Change;
use super::field::Field;
use super::view::Message;
use crate::bitmap::Bitmap;
use crate::encode::{Head, Plan, bitmaps_needed, check_together, least_bitmaps};
use crate::error::{AsPath, EncodeError, EncodeErrorKind, FieldPath, ParseError};
use crate::mti::Mti;
use crate::parse::Index;
use crate::spec::{DataForm, SpecHandle, SpecRef, Third};
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
    pub(super) bytes: Vec<u8>,
    index: Index,
    /// The least number of bitmaps: as many as were received, or as the profile has in every message.
    bitmaps: usize,
}

/// A field brings no more than this with it: two bitmaps in hex, or a field that carries one.
const HEAD_GROWTH: usize = 2 * 16;

/// Most messages are shorter, so they grow without moving.
const USUAL_LENGTH: usize = 256;

impl MessageBuf {
    /// A message of this type without fields.
    #[must_use]
    pub fn new<'s>(spec: impl Into<SpecRef<'s>>, mti: Mti) -> Self {
        let mut index = Index::new();
        index.mti = mti;
        let spec = spec.into();
        let bitmaps = least_bitmaps(spec.wire());
        let bytes = Vec::with_capacity(USUAL_LENGTH);
        let mut message = MessageBuf { spec: spec.into(), bytes, index, bitmaps };
        message.write_head();
        message
    }

    pub(super) fn from_view(view: &Message<'_>) -> Self {
        let spec = view.spec();
        let index = view.index().clone();
        let end = index.end();
        let bytes = view.as_bytes().get(..end).unwrap_or(&[]).to_vec();
        let bitmaps = bitmaps_received(&spec, usize::from(index.first));
        let mut message = MessageBuf { spec: spec.into(), bytes, index, bitmaps };
        if message.index.is_partial {
            message.index.is_partial = false;
            message.bitmaps = message.bitmaps.max(least_bitmaps(message.spec.as_ref().wire()));
            message.write_carried();
            message.write_head();
        }
        message
    }

    /// The message as a view: everything that a received message can do.
    #[must_use]
    pub fn as_message(&self) -> Message<'_> {
        Message::from_parts(&self.bytes, self.spec.as_ref(), &self.index)
    }

    /// The spec to which the message is bound.
    #[must_use]
    pub fn spec(&self) -> SpecRef<'_> {
        self.spec.as_ref()
    }

    /// The message type.
    #[must_use]
    pub fn mti(&self) -> Mti {
        self.index.mti
    }

    /// Changes the message type.
    pub fn set_mti(&mut self, mti: Mti) {
        self.index.mti = mti;
        self.write_head();
    }

    /// The fields that are there.
    #[must_use]
    pub fn bitmap(&self) -> Bitmap {
        self.index.present
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
        self.check_place(number)?;
        let error = |kind| EncodeError::new(kind, FieldPath::field(number));
        let layout = self.spec.as_ref().get().defined(number).map(|step| step.layout);
        let layout = layout.ok_or_else(|| error(EncodeErrorKind::UndefinedField))?;
        self.write(number, Plan::new(&layout, value).map_err(error)?)
    }

    /// Writes a field that can stand among the others.
    pub(super) fn write(&mut self, number: u16, plan: Plan<'_, '_>) -> Result<(), EncodeError> {
        let error = |kind| EncodeError::new(kind, FieldPath::field(number));
        if plan.len() == 0 && self.spec.as_ref().wire().bitmap.is_none() {
            return Err(error(EncodeErrorKind::OutOfReach));
        }
        let start = self.bytes.len();
        self.check_length(number, plan.len())?;
        self.bytes.resize(start + plan.len(), 0);
        if let Err(kind) = plan.write(self.bytes.get_mut(start..).unwrap_or_default()) {
            self.bytes.truncate(start);
            return Err(error(kind));
        }
        self.place(number, start);
        Ok(())
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
        let start = self.bytes.len();
        self.check_length(number, wire.len())?;
        self.bytes.extend_from_slice(wire);
        self.place(number, start);
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
        if self.spec.as_ref().wire().bitmap.is_none() && self.index.present.last() != Some(number) {
            return false;
        }
        if self.spec.as_ref().wire().third == Third::Field(number) {
            (129..=Bitmap::MAX).for_each(|above| {
                self.cut(above);
            });
        }
        let found = self.cut(number);
        if found {
            self.drop_empty_carrier(number);
            self.write_carried();
            self.write_head();
        }
        found
    }

    /// The message on the wire.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The length of the message on the wire.
    #[must_use]
    pub fn encoded_len(&self) -> usize {
        self.bytes.len()
    }

    /// The message on the wire, as a vector. Also known as pack.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        self.bytes.clone()
    }

    /// Copies the message into the front of `buffer` and returns its length.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::BufferTooSmall`].
    pub fn encode_into(&self, buffer: &mut [u8]) -> Result<usize, EncodeError> {
        let (needed, available) = (self.bytes.len(), buffer.len());
        match buffer.get_mut(..needed) {
            Some(room) => {
                room.copy_from_slice(&self.bytes);
                Ok(needed)
            }
            None => Err(EncodeError::new(EncodeErrorKind::BufferTooSmall { needed, available }, FieldPath::MESSAGE)),
        }
    }

    fn span(&self, number: u16) -> Option<(usize, usize)> {
        if !self.index.present.contains(number) {
            return None;
        }
        self.index.span(self.index.present.rank(number))
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
        let mut present = self.index.present;
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

    /// Whether the message may have a field of this length.
    fn check_length(&self, number: u16, added: usize) -> Result<(), EncodeError> {
        if self.bytes.len() + added + HEAD_GROWTH <= usize::from(u16::MAX) {
            return Ok(());
        }
        let removed = self.span(number).map_or(0, |(start, end)| end - start);
        let length = self.bytes.len() - removed + added + self.head_growth(number);
        if length > usize::from(u16::MAX) {
            return Err(EncodeError::new(EncodeErrorKind::MessageTooLong { length }, FieldPath::field(number)));
        }
        Ok(())
    }

    /// The bytes of bitmaps that a field brings with it.
    fn head_growth(&self, number: u16) -> usize {
        let wire = *self.spec.as_ref().wire();
        let mut present = self.index.present;
        present.insert(number);
        let carried = matches!(wire.third, Third::Field(carrier) if number > 128 && !present.contains(carrier));
        let bitmaps = bitmaps_needed(&wire, &present).max(self.bitmaps);
        let head = wire.mti_bytes() + bitmaps * wire.bitmap_bytes();
        head.saturating_sub(usize::from(self.index.first)) + if carried { 8 } else { 0 }
    }

    /// Moves the bytes from `written` on to the place of a field, in place of what was there.
    fn place(&mut self, number: u16, written: usize) {
        let added = self.bytes.len() - written;
        let is_new = !self.index.present.contains(number);
        let rank = self.index.present.rank(number);
        if is_new {
            self.open_rank(rank);
            self.index.present.insert(number);
        }
        let (start, end) = self.index.span(rank).unwrap_or((written, written));
        if let Some(from_field) = self.bytes.get_mut(start..) {
            from_field.rotate_right(added);
        }
        self.bytes.drain(start + added..end + added);
        self.shift(rank, added as isize - (end - start) as isize);
        if is_new {
            self.write_carried();
            self.announce(number);
        }
    }

    /// Writes the bit of a field that has come, or the whole head where that is not all that changes.
    fn announce(&mut self, number: u16) {
        let wire = *self.spec.as_ref().wire();
        let before = usize::from(number.saturating_sub(1));
        let at = wire.mti_bytes() + before / 8;
        let first = usize::from(self.index.first);
        let needed = wire.mti_bytes() + 8 * bitmaps_needed(&wire, &self.index.present).max(self.bitmaps);
        if wire.bitmap != Some(DataForm::Raw) || wire.third != Third::None || needed > first {
            return self.write_head();
        }
        if let Some(byte) = self.bytes.get_mut(..first).and_then(|head| head.get_mut(at)) {
            *byte |= 0x80 >> (before % 8);
        }
    }

    /// Makes room in the index for a field of no length.
    fn open_rank(&mut self, rank: usize) {
        let count = usize::from(self.index.count);
        let start = rank.checked_sub(1).and_then(|before| self.index.ends.get(before)).copied();
        let start = start.unwrap_or(self.index.first);
        if let Some(moved) = self.index.ends.get_mut(rank..=count) {
            moved.rotate_right(1);
            if let Some(first) = moved.first_mut() {
                *first = start;
            }
            self.index.count += 1;
        }
    }

    /// Moves the ends of the fields from a rank on.
    fn shift(&mut self, rank: usize, by: isize) {
        let count = usize::from(self.index.count);
        for end in self.index.ends.get_mut(rank..count).unwrap_or_default() {
            *end = u16::try_from(usize::from(*end).saturating_add_signed(by)).unwrap_or(u16::MAX);
        }
    }

    fn cut(&mut self, number: u16) -> bool {
        let Some((start, end)) = self.span(number) else { return false };
        let rank = self.index.present.rank(number);
        self.bytes.drain(start..end);
        self.shift(rank, -((end - start) as isize));
        let count = usize::from(self.index.count);
        if let Some(moved) = self.index.ends.get_mut(rank..count) {
            moved.rotate_left(1);
        }
        self.index.count -= 1;
        self.index.present.remove(number)
    }

    /// With the last field above 128 goes the field that announces it.
    fn drop_empty_carrier(&mut self, removed: u16) {
        let [_, _, third] = self.index.present.words();
        if let (Third::Field(carrier), 129.., 0) = (self.spec.as_ref().wire().third, removed, third) {
            self.cut(carrier);
        }
    }

    /// Where a field carries the third bitmap, it follows the fields above 128.
    fn write_carried(&mut self) {
        let Third::Field(carrier) = self.spec.as_ref().wire().third else { return };
        let [_, _, third] = self.index.present.words();
        if third == 0 && !self.index.present.contains(carrier) {
            return;
        }
        if !self.index.present.contains(carrier) {
            let rank = self.index.present.rank(carrier);
            self.open_rank(rank);
            self.index.present.insert(carrier);
            let (start, _) = self.index.span(rank).unwrap_or_default();
            self.bytes.splice(start..start, [0; 8]);
            self.shift(rank, 8);
        }
        if let Some((_, end)) = self.span(carrier)
            && let Some(word) = self.bytes.get_mut(..end).and_then(|head| head.last_chunk_mut::<8>())
        {
            *word = third.to_be_bytes();
        }
    }

    /// Writes message type and bitmaps as they are now.
    fn write_head(&mut self) {
        let spec = self.spec.as_ref();
        let head = Head::new(spec.wire(), self.index.mti, &self.index.present, self.bitmaps);
        let first = usize::from(self.index.first);
        let head = head.as_slice();
        if head.len() == first {
            if let Some(room) = self.bytes.get_mut(..first) {
                room.copy_from_slice(head);
            }
            return;
        }
        self.bytes.splice(..first, head.iter().copied());
        self.index.first = head.len() as u16;
        self.shift(0, head.len() as isize - first as isize);
    }
}

pub(super) fn as_path(place: &impl AsPath) -> Result<FieldPath, EncodeError> {
    place.as_path().ok_or(EncodeError::new(EncodeErrorKind::BadPath, FieldPath::MESSAGE))
}

/// How many bitmaps stand in a head of this length.
fn bitmaps_received(spec: &SpecRef<'_>, head: usize) -> usize {
    let wire = spec.wire();
    let bitmaps = head.saturating_sub(wire.mti_bytes());
    bitmaps.checked_div(wire.bitmap_bytes()).unwrap_or(0)
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
        self.bytes == other.bytes && self.spec().name() == other.spec().name()
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
