//! How a field lies on the wire, as every format says it in its own words: the tuple that all of them come down to.

use crate::error::{Segment, SpecErrorKind};
use crate::spec::field::Delimiter;
use crate::spec::{Class, CodePage, Count, DataForm, FieldSpec, Filler, NibblePad, OwnedRow, PrefixForm, Side};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The longest value.
pub(super) const MOST: usize = 65_535;

/// All that is stated of how a field lies on the wire.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) class: Class,
    pub(super) form: DataForm,
    /// Digits, characters or bytes; 0 where nothing bounds them.
    pub(super) max: usize,
    pub(super) end: End,
    pub(super) filler: Option<Filler>,
    pub(super) strip: bool,
    pub(super) nibble: Option<NibblePad>,
    pub(super) page: CodePage,
}

/// Where the content ends.
#[derive(Clone, Copy)]
pub(super) enum End {
    Fixed,
    Prefix(Prefix),
    /// A prefix with the real length before an area of so many bytes.
    Area(Prefix, u16),
    Rest,
    /// These bytes, of which so many count.
    Terminator([u8; 4], u8),
    /// A length that stands before it in any case, as in TLV.
    Value,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Prefix {
    pub(super) form: PrefixForm,
    /// Digits, or bytes of a binary one.
    pub(super) width: u8,
    pub(super) counts: Count,
    pub(super) includes_itself: bool,
}

impl Prefix {
    pub(super) const fn new(form: PrefixForm, width: u8) -> Self {
        Prefix { form, width, counts: Count::Units, includes_itself: false }
    }

    pub(super) const fn counting(self, counts: Count) -> Self {
        Prefix { counts, ..self }
    }

    /// The most units of content in this form that it can count.
    fn most(&self, form: DataForm) -> usize {
        let own = if self.includes_itself { self.form.bytes(self.width) as u64 } else { 0 };
        let number = usize::try_from(self.form.capacity(self.width).saturating_sub(own)).unwrap_or(MOST).min(2 * MOST);
        match (self.counts, form) {
            (Count::Bytes, DataForm::Bcd) => number.saturating_mul(2),
            (Count::Bytes, DataForm::Hex | DataForm::EbcdicHex) => number / 2,
            (Count::Nibbles, DataForm::Raw) => number / 2,
            _ => number,
        }
    }

    /// The dots of a format of which this is the usual width.
    fn dots(&self) -> usize {
        match self.form {
            PrefixForm::Binary => usize::from(self.width) + 1,
            PrefixForm::Ber => 3,
            _ => usize::from(self.width),
        }
    }
}

/// What fills up digits: zeros on the left.
pub(super) const ZEROS: Filler = Filler { side: Side::Left, character: b'0' };
/// What fills up text: blanks on the right.
pub(super) const BLANKS: Filler = Filler { side: Side::Right, character: b' ' };

impl Shape {
    pub(super) const fn new(class: Class, form: DataForm, max: usize, end: End) -> Self {
        let page = CodePage::Cp037;
        Shape { class, form, max, end, filler: None, strip: false, nibble: None, page }
    }

    /// The same with what usually fills it up, where the length is fixed.
    pub(super) fn filled(self) -> Self {
        let filler = match (self.end, self.class) {
            (End::Fixed, Class::N | Class::Z) => Some(ZEROS),
            (End::Fixed, Class::Ans | Class::An) => Some(BLANKS),
            _ => None,
        };
        Shape { filler, ..self }
    }

    /// The most that can be: what is stated, and no more than the prefix can say and a message can hold.
    fn most(&self) -> usize {
        let room = if matches!(self.form, DataForm::Hex | DataForm::EbcdicHex) { MOST / 2 } else { MOST };
        match self.end {
            End::Prefix(prefix) | End::Area(prefix, _) => prefix.most(self.form).min(room),
            _ => room,
        }
    }

    /// What of the length cannot be kept, and the shape with the length that can be.
    pub(super) fn bounded(self) -> (Self, Option<String>) {
        let most = self.most();
        match self.max {
            0 if !matches!(self.end, End::Fixed) => (Shape { max: most, ..self }, None),
            max if max > most && !matches!(self.end, End::Fixed) => (
                Shape { max: most, ..self },
                Some(format!("the maximum {max} is lowered to {most}, the most that can be")),
            ),
            _ => (self, None),
        }
    }

    /// A row that states all of it.
    pub(super) fn row(&self, key: Key) -> Result<FieldSpec, SpecErrorKind> {
        let row = FieldSpec::parse(0, &self.notation()).map_err(|error| error.kind())?;
        let row = self.delimited(row);
        let row = match key {
            Key::Number(number) => FieldSpec { number, ..row },
            Key::Tag(tag) => FieldSpec { tag: Some(tag), ..row },
        };
        Ok(FieldSpec {
            data: Some(self.form),
            charset: matches!(self.form, DataForm::Ebcdic | DataForm::Zoned).then_some(self.page),
            nibble_pad: self.nibble.filter(|_| self.form == DataForm::Bcd),
            pad: Some(self.filler),
            strip: self.strip,
            ..row
        })
    }

    /// A row without parts, of this name.
    pub(super) fn named(&self, key: Key, name: &str) -> Result<OwnedRow, SpecErrorKind> {
        Ok(OwnedRow { row: self.row(key)?, name: name.into(), when: None, parts: Vec::new() })
    }

    fn notation(&self) -> String {
        let max = self.max.saturating_sub(usize::from(self.class == Class::Xn));
        let class = self.class.notation();
        let digits = format!("{max}").len().min(6);
        match self.end {
            // The notation takes `b 64` for 64 bits.
            End::Fixed if (self.class, max) == (Class::B, 64) => format!("ansb {max}"),
            End::Fixed => format!("{class} {max}"),
            End::Prefix(prefix) | End::Area(prefix, _) => format!("{class}{:.>1$}{max}", "", prefix.dots()),
            End::Rest | End::Terminator(..) | End::Value => format!("{class}{:.>digits$}{max}", ""),
        }
    }

    fn delimited(&self, row: FieldSpec) -> FieldSpec {
        let prefixed = |prefix: Prefix, delimiter| FieldSpec {
            prefix: Some(prefix.form),
            counts: prefix.counts,
            includes_itself: prefix.includes_itself,
            delimiter,
            ..row
        };
        match self.end {
            End::Fixed | End::Value => row,
            End::Prefix(prefix) => prefixed(prefix, Delimiter::Format),
            End::Area(prefix, bytes) => prefixed(prefix, Delimiter::Area(bytes)),
            End::Rest => FieldSpec { delimiter: Delimiter::Rest, ..row },
            End::Terminator(bytes, length) => FieldSpec { delimiter: Delimiter::Terminator(bytes, length), ..row },
        }
    }
}

/// The number or the tag of a row.
#[derive(Clone, Copy)]
pub(super) enum Key {
    Number(u16),
    Tag(Segment),
}

/// A terminator of one to four bytes.
pub(super) fn terminator(bytes: &[u8]) -> Option<End> {
    let mut kept = [0; 4];
    let (front, _) = kept.split_at_mut_checked(bytes.len())?;
    front.copy_from_slice(bytes);
    (!bytes.is_empty()).then_some(End::Terminator(kept, bytes.len() as u8))
}
