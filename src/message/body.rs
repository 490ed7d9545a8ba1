//! The bytes of an owned message, always whole, and where its fields lie in them.

use crate::bitmap::Bitmap;
use crate::encode::{Head, Plan, Whole, bitmaps_needed, least_bitmaps};
use crate::error::EncodeErrorKind;
use crate::mti::Mti;
use crate::parse::Index;
use crate::spec::steps::Step;
use crate::spec::{DataForm, MessageSpec, Third, Wire};
use crate::value::Input;
use alloc::vec::Vec;

/// The bytes of a message and the places of its fields; the spec is that of the message in every call.
#[derive(Clone)]
pub(super) struct Body {
    pub(super) bytes: Vec<u8>,
    pub(super) index: Index,
    /// The least number of bitmaps: as many as were received, or as the profile has in every message.
    bitmaps: usize,
}

/// Most messages are shorter, so they grow without moving.
const USUAL_LENGTH: usize = 512;

/// A field brings no more than this with it: two bitmaps in hex, or a field that carries one.
const HEAD_GROWTH: usize = 2 * 16;

impl Body {
    /// A message of this type without fields.
    pub(super) fn new(spec: &MessageSpec, mti: Mti) -> Self {
        let bitmaps = least_bitmaps(spec.wire());
        let head = Head::new(spec.wire(), mti, &Bitmap::EMPTY, bitmaps);
        let mut body = Body { bytes: Vec::with_capacity(USUAL_LENGTH), index: Index::new(), bitmaps };
        body.index.mti = mti;
        body.index.first = head.as_slice().len() as u16;
        body.bytes.extend_from_slice(head.as_slice());
        body
    }

    /// What was received; of a part of a message, a message of the fields that were found.
    pub(super) fn received(spec: &MessageSpec, bytes: &[u8], index: &Index) -> Self {
        let bytes = bytes.get(..index.end()).unwrap_or(&[]).to_vec();
        let bitmaps = bitmaps_received(spec.wire(), usize::from(index.first));
        let mut body = Body { bytes, index: index.clone(), bitmaps };
        if body.index.is_partial {
            body.index.is_partial = false;
            body.bitmaps = body.bitmaps.max(least_bitmaps(spec.wire()));
            body.write_carried(spec);
            body.write_head(spec);
        }
        body
    }

    pub(super) fn set_mti(&mut self, spec: &MessageSpec, mti: Mti) {
        self.index.mti = mti;
        self.write_head(spec);
    }

    /// Where a field lies, if it is there.
    pub(super) fn span(&self, number: u16) -> Option<(usize, usize)> {
        if !self.index.present.contains(number) {
            return None;
        }
        self.index.span(self.index.present.rank(number))
    }

    /// Checks a value for a field that can stand among the others, and writes it.
    pub(super) fn set(
        &mut self,
        spec: &MessageSpec,
        number: u16,
        step: &Step,
        input: Input<'_>,
    ) -> Result<(), EncodeErrorKind> {
        let start = self.bytes.len();
        match Whole::new(step, &input) {
            Some(whole) => {
                self.check(spec, number, whole.len())?;
                whole.append(&mut self.bytes);
                self.place(spec, number, start);
                Ok(())
            }
            None => self.write(spec, number, &Plan::new(&step.layout, input)?),
        }
    }

    /// Writes a field that can stand among the others.
    #[inline(never)]
    pub(super) fn write(
        &mut self,
        spec: &MessageSpec,
        number: u16,
        plan: &Plan<'_, '_>,
    ) -> Result<(), EncodeErrorKind> {
        self.check(spec, number, plan.len())?;
        let start = self.bytes.len();
        self.bytes.resize(start + plan.len(), 0);
        if let Err(kind) = plan.write(self.bytes.get_mut(start..).unwrap_or_default()) {
            self.bytes.truncate(start);
            return Err(kind);
        }
        self.place(spec, number, start);
        Ok(())
    }

    /// Whether the message may have a field of this length, and a reader finds it.
    #[inline]
    fn check(&self, spec: &MessageSpec, number: u16, length: usize) -> Result<(), EncodeErrorKind> {
        if length == 0 && !spec.wire().has_bitmap() {
            return Err(EncodeErrorKind::OutOfReach);
        }
        self.check_length(spec, number, length)
    }

    /// Whether the message may have a field of this length.
    #[inline]
    pub(super) fn check_length(&self, spec: &MessageSpec, number: u16, added: usize) -> Result<(), EncodeErrorKind> {
        if self.bytes.len() + added + HEAD_GROWTH <= usize::from(u16::MAX) {
            return Ok(());
        }
        self.check_exact_length(spec, number, added)
    }

    #[inline(never)]
    fn check_exact_length(&self, spec: &MessageSpec, number: u16, added: usize) -> Result<(), EncodeErrorKind> {
        let removed = self.span(number).map_or(0, |(start, end)| end - start);
        let length = self.bytes.len() - removed + added + self.head_growth(spec.wire(), number);
        if length > usize::from(u16::MAX) { Err(EncodeErrorKind::MessageTooLong { length }) } else { Ok(()) }
    }

    /// The bytes of bitmaps that a field brings with it.
    fn head_growth(&self, wire: &Wire, number: u16) -> usize {
        let mut present = self.index.present;
        present.insert(number);
        let carried = matches!(wire.third, Third::Field(carrier) if number > 128 && !present.contains(carrier));
        let bitmaps = bitmaps_needed(wire, &present).max(self.bitmaps);
        let head = wire.mti_bytes() + bitmaps * wire.bitmap_bytes();
        head.saturating_sub(usize::from(self.index.first)) + if carried { 8 } else { 0 }
    }

    /// Moves the bytes from `written` on to the place of a field, in place of what was there.
    #[inline]
    pub(super) fn place(&mut self, spec: &MessageSpec, number: u16, written: usize) {
        if self.index.present.last() < Some(number) {
            self.push(number);
            self.announce(spec, number);
        } else {
            self.insert(spec, number, written);
        }
    }

    /// Moves the bytes from `written` on in front of others.
    #[inline(never)]
    fn insert(&mut self, spec: &MessageSpec, number: u16, written: usize) {
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
            self.announce(spec, number);
        }
    }

    /// Takes the bytes behind the last field for one that comes behind it.
    fn push(&mut self, number: u16) {
        if let Some(end) = self.index.ends.get_mut(usize::from(self.index.count)) {
            *end = u16::try_from(self.bytes.len()).unwrap_or(u16::MAX);
            self.index.count += 1;
            self.index.present.insert(number);
        }
    }

    /// Removes a field, and with the one that carries the third bitmap, or the last above 128, what hangs on it.
    pub(super) fn remove(&mut self, spec: &MessageSpec, number: u16) -> bool {
        if spec.wire().third == Third::Field(number) {
            (129..=Bitmap::MAX).for_each(|above| {
                self.cut(above);
            });
        }
        let found = self.cut(number);
        if found {
            self.drop_empty_carrier(spec, number);
            self.write_carried(spec);
            self.write_head(spec);
        }
        found
    }

    /// Writes the bit of a field that has come, or the whole head where that is not all that changes.
    fn announce(&mut self, spec: &MessageSpec, number: u16) {
        let wire = spec.wire();
        let before = usize::from(number.saturating_sub(1));
        let at = wire.mti_bytes() + before / 8;
        let is_raw = wire.bitmap == Some(DataForm::Raw) && wire.third == Third::None;
        match self.bytes.get_mut(at) {
            Some(byte) if is_raw && at < usize::from(self.index.first) => *byte |= 0x80 >> (before % 8),
            _ => {
                self.write_carried(spec);
                self.write_head(spec);
            }
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
    fn drop_empty_carrier(&mut self, spec: &MessageSpec, removed: u16) {
        let [_, _, third] = self.index.present.words();
        if let (Third::Field(carrier), 129.., 0) = (spec.wire().third, removed, third) {
            self.cut(carrier);
        }
    }

    /// Where a field carries the third bitmap, it follows the fields above 128.
    fn write_carried(&mut self, spec: &MessageSpec) {
        let Third::Field(carrier) = spec.wire().third else { return };
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
    fn write_head(&mut self, spec: &MessageSpec) {
        let head = Head::new(spec.wire(), self.index.mti, &self.index.present, self.bitmaps);
        let head = head.as_slice();
        if head.len() != usize::from(self.index.first) {
            self.move_fields(head.len());
        }
        if let Some(room) = self.bytes.get_mut(..head.len()) {
            room.copy_from_slice(head);
        }
    }

    /// Moves all fields, for a head that is longer or shorter.
    fn move_fields(&mut self, to: usize) {
        let (from, end) = (usize::from(self.index.first), self.bytes.len());
        let new_end = end - from + to;
        self.bytes.resize(end.max(new_end), 0);
        self.bytes.copy_within(from..end, to);
        self.bytes.truncate(new_end);
        self.index.first = to as u16;
        self.shift(0, to as isize - from as isize);
    }
}

/// How many bitmaps stand in a head of this length.
fn bitmaps_received(wire: &Wire, head: usize) -> usize {
    let bitmaps = head.saturating_sub(wire.mti_bytes());
    bitmaps.checked_div(wire.bitmap_bytes()).unwrap_or(0)
}
