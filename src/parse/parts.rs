//! Parts one behind the other, behind a bitmap, and in groups.

use super::fault::{Found, taken};
use super::field::{digits, part};
use super::nest::{Cursor, Nest, Part, numbers};
use super::options::Policy;
use super::space::Space;
use crate::bitmap::Bitmap;
use crate::error::{ParseError, ParseErrorKind, Segment};
use crate::spec::{self, Code, DataForm, FieldSpec, Optional, PartBitmap};
use crate::wire::hex::{self, HexText};
use crate::wire::{HexCase, PrefixForm, bcd};

/// The rows of parts that are still to come.
#[derive(Clone)]
pub(super) struct Sequence<'a> {
    rows: &'a [FieldSpec],
}

impl<'a> Sequence<'a> {
    pub(super) fn new(rows: &'a [FieldSpec]) -> Self {
        Sequence { rows }
    }

    /// The next part that is there.
    pub(super) fn next<P: Policy>(
        &mut self,
        nest: &Nest<'a>,
        rest: &mut Space<'a>,
        policy: P,
    ) -> Result<Option<Part<'a>>, ParseError> {
        while let [row, tail @ ..] = self.rows {
            self.rows = tail;
            match row.presence() {
                Optional::AtEnd if rest.is_empty() => {
                    self.rows = &[];
                    return Ok(None);
                }
                Optional::ByClass if !nest.is_next(row, rest) => {}
                _ => return nest.part(row, rest, policy).map(Some),
            }
        }
        Ok(None)
    }
}

/// The groups that are still to come.
#[derive(Clone)]
pub(super) struct Groups {
    /// The number of the next one.
    next: u16,
    max: u16,
    /// There are as many as a count in front of them said.
    counted: bool,
}

impl Groups {
    pub(super) fn next<'a, P: Policy>(
        &mut self,
        nest: &Nest<'a>,
        rest: &mut Space<'a>,
        policy: P,
    ) -> Result<Option<Part<'a>>, ParseError> {
        let is_last = if self.counted { self.next > self.max } else { rest.is_empty() };
        if is_last {
            return Ok(None);
        }
        let key = Segment::number(self.next);
        if self.next > self.max {
            let kind = ParseErrorKind::TooManyGroups { maximum: self.max };
            return Err(nest.fault(Some(key), rest.offset(), kind));
        }
        self.next = self.next.saturating_add(1);
        let start = *rest;
        let group = Nest { path: nest.path.child(key), ..*nest };
        let mut sequence = Sequence::new(nest.rows);
        while sequence.next(&group, rest, policy)?.is_some() {}
        let Some(whole) = start.until(rest).filter(|whole| !whole.is_empty()) else { return Ok(None) };
        let units = whole.len();
        Ok(Some(Part { key, row: None, layout: nest.plain_layout(), whole, content: whole, units }))
    }
}

impl<'a> Nest<'a> {
    /// The part of a row, at the start of `rest`, which then begins behind it.
    fn part<P: Policy>(&self, row: &'a FieldSpec, rest: &mut Space<'a>, policy: P) -> Result<Part<'a>, ParseError> {
        let key = row.key();
        let layout = self.layout(row);
        policy.enter_part(&self.path, key, rest.end());
        let found = match rest.lead() {
            Some(_) => digits(rest, &layout, policy).map(|(length, before, units)| (length, before, units, units)),
            None => part::<Found, P>(rest.bytes(), &layout, policy).map(|(behind, content)| {
                let (length, size) = (taken(rest.bytes(), behind), content.bytes.len());
                let before = length.saturating_sub(layout.tail(size)).saturating_sub(size);
                (length, before, size, content.units)
            }),
        };
        let (length, before, size, units) =
            found.map_err(|fault| self.fault(Some(key), rest.before(fault.left), fault.kind))?;
        let cut = |space: Space<'a>, at: usize| space.split(at).unwrap_or((space, space));
        let (whole, behind) = cut(*rest, length);
        let (content, _) = cut(cut(whole, before).1, size);
        *rest = behind;
        Ok(Part { key, row: Some(row), layout, whole, content, units })
    }

    /// The part of a bit.
    pub(super) fn flagged<P: Policy>(
        &self,
        number: u16,
        rest: &mut Space<'a>,
        policy: P,
    ) -> Result<Part<'a>, ParseError> {
        let key = Segment::number(number);
        match self.row(key) {
            Some(row) => self.part(row, rest, policy),
            None => Err(self.fault(Some(key), rest.offset(), ParseErrorKind::UndefinedField)),
        }
    }

    /// Whether the next character is of the class of a part.
    fn is_next(&self, row: &FieldSpec, rest: &Space<'a>) -> bool {
        let coding = self.layout(row).coding;
        let first = match rest.lead() {
            Some(_) => rest.digit(0),
            None => rest.bytes().first().map(|_| coding.unit(rest.bytes(), 0, 0)),
        };
        first.is_some_and(|character| coding.class.admits(character))
    }

    /// Nothing may be left over.
    pub(super) fn end(&self, rest: &Space<'a>) -> Result<Option<Part<'a>>, ParseError> {
        match rest.bytes().len() {
            _ if rest.is_empty() => Ok(None),
            count => Err(self.fault(None, rest.offset(), ParseErrorKind::LeftOver { count })),
        }
    }
}

impl Cursor<'_> {
    /// The bitmap in front of the parts.
    pub(super) fn bitmap<P: Policy>(&mut self, bitmap: &PartBitmap, policy: P) -> Result<Bitmap, ParseError> {
        let case = policy.hex_case(self.nest.wire.hex_case);
        let mut bits = [0; 24];
        let (mut announces, mut free) = self.take_bits(bitmap, bitmap.bytes, &mut bits, case)?;
        for _ in 0..bitmap.more {
            if !announces {
                break;
            }
            (announces, free) = self.take_bits(bitmap, bitmap.more_bytes, free, case)?;
        }
        Ok(numbers(words(&bits), |number| bitmap.announces(number)))
    }

    /// Takes so many bytes of bits into what is free; whether the first of the bits is set, and what is free still.
    fn take_bits<'b>(
        &mut self,
        bitmap: &PartBitmap,
        bytes: u8,
        free: &'b mut [u8],
        case: HexCase,
    ) -> Result<(bool, &'b mut [u8]), ParseError> {
        let bytes = usize::from(bytes);
        let width = if bitmap.form == DataForm::Raw { bytes } else { bcd::digits(bytes) };
        let Some((taken, behind)) = self.rest.split(width) else {
            let kind = ParseErrorKind::Truncated { needed: width, left: self.rest.len() };
            return Err(self.nest.fault(None, self.rest.offset(), kind));
        };
        let (bits, free) = free.split_at_mut_checked(bytes).unwrap_or_default();
        for (at, place) in bits.iter_mut().enumerate() {
            let byte = bitmap_byte(bitmap.form, taken.bytes(), at, case);
            let bad =
                || self.nest.fault(None, taken.offset().saturating_add(bcd::digits(at)), ParseErrorKind::BadBitmap);
            *place = byte.ok_or_else(bad)?;
        }
        self.rest = behind;
        Ok((bits.first().is_some_and(|first| first >> 7 == 1), free))
    }

    /// The count in front of the groups.
    pub(super) fn groups(&mut self, groups: &spec::Groups) -> Result<Groups, ParseError> {
        let Some(count) = groups.count else { return Ok(Groups { next: 1, max: groups.max, counted: false }) };
        let start = self.rest;
        let (number, behind) = self.nest.number(&start, count, None)?;
        self.rest = behind;
        match u16::try_from(number) {
            Ok(count) if count <= groups.max => Ok(Groups { next: 1, max: count, counted: true }),
            _ => {
                let kind = ParseErrorKind::TooManyGroups { maximum: groups.max };
                Err(self.nest.fault(None, start.offset(), kind))
            }
        }
    }
}

fn words(bits: &[u8; 24]) -> [u64; 3] {
    let mut words = [0; 3];
    for (word, bytes) in words.iter_mut().zip(bits.as_chunks().0) {
        *word = u64::from_be_bytes(*bytes);
    }
    words
}

fn bitmap_byte(form: DataForm, bytes: &[u8], at: usize, case: HexCase) -> Option<u8> {
    match form {
        DataForm::Hex => hex::byte(bytes, at, HexText::Ascii, case),
        DataForm::EbcdicHex => hex::byte(bytes, at, HexText::Ebcdic, case),
        _ => bytes.get(at).copied(),
    }
}

impl<'a> Nest<'a> {
    /// A length or a count at the start of a stretch, and what is behind it.
    pub(super) fn number(
        &self,
        start: &Space<'a>,
        code: Code,
        key: Option<Segment>,
    ) -> Result<(u64, Space<'a>), ParseError> {
        let form = self.form(code);
        let width = if start.lead().is_some() { usize::from(code.width()) } else { form.bytes(code.width()) };
        let Some((taken, behind)) = start.split(width) else {
            let kind = ParseErrorKind::Truncated { needed: width, left: start.len() };
            return Err(self.fault(key, start.offset(), kind));
        };
        let number = match taken.lead() {
            Some(_) => taken.decimal(),
            None => PrefixForm::value(form, taken.bytes(), HexCase::Upper),
        };
        match number {
            Some(number) => Ok((number, behind)),
            None => Err(self.fault(key, start.offset(), ParseErrorKind::BadLength)),
        }
    }
}
