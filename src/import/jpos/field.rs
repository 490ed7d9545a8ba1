//! From an `isofield` to a row.

use super::classes::{How, What, class};
use super::xml::Element;
use crate::error::{FieldPath, Segment};
use crate::import::loss::Loss;
use crate::import::plan::Reason;
use crate::import::shape::{BLANKS, End, Key, Prefix, Shape, ZEROS, terminator};
use crate::spec::{Class, CodePage, Count, DataForm, Filler, NibblePad, Optional, OwnedRow, Side};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// An `isofield` or `isofieldpackager`, as it says how its content is delimited.
pub(super) struct Field<'x> {
    pub(super) element: &'x Element,
    pub(super) id: u16,
    pub(super) path: FieldPath,
    pub(super) how: How,
    pub(super) what: What,
}

impl<'x> Field<'x> {
    pub(super) fn of(element: &'x Element, id: u16, path: FieldPath) -> Result<Self, Reason> {
        let name = element.attribute("class").unwrap_or("");
        let Some((how, what)) = class(name) else {
            return Err(Reason(format!("`{name}` is no field class of jPOS")));
        };
        Ok(Field { element, id, path, how, what })
    }

    pub(super) fn is_true(&self, attribute: &str) -> bool {
        self.element.attribute(attribute).is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }

    pub(super) fn name(&self) -> &'x str {
        self.element.attribute("name").unwrap_or("")
    }

    /// The length; none is 0, as in jPOS, and means no bound.
    pub(super) fn length(&self) -> usize {
        self.element.attribute("length").and_then(|length| length.trim().parse().ok()).unwrap_or(0)
    }

    /// A row without parts.
    pub(super) fn row(&self, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let shape = self.shape(losses)?;
        let row = shape.named(Key::Number(self.id), self.name())?;
        Ok(if self.how == How::ByClass { by_class(row) } else { row })
    }

    /// The value of a part whose tag and length stand in front of it.
    pub(super) fn value(&self, tag: Segment, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let shape = Shape { end: End::Value, filler: None, ..self.shape(losses)? };
        Ok(shape.named(Key::Tag(tag), self.name())?)
    }

    pub(super) fn shape(&self, losses: &mut Vec<Loss>) -> Result<Shape, Reason> {
        let (class, form) = self.class_and_form();
        let max = match self.what {
            What::Zoned if self.length() > 0 => self.length().saturating_add(1),
            _ => self.length(),
        };
        let shape =
            Shape { page: CodePage::Cp1047, nibble: self.nibble(), ..Shape::new(class, form, max, self.end()?) };
        let shape = self.special(self.inclusive(shape.filled(), losses), losses)?;
        let (shape, lowered) = shape.bounded();
        losses.extend(lowered.map(|what| Loss::new(self.path, what)));
        Ok(shape)
    }

    fn class_and_form(&self) -> (Class, DataForm) {
        let is_track = matches!(self.path.segments(), [_]) && matches!(self.id, 35 | 36);
        let digits = if is_track { Class::Z } else { Class::N };
        match self.what {
            What::Digits(form) => (digits, form),
            What::Packed | What::PackedF | What::PackedRightF => (digits, DataForm::Bcd),
            What::Text(form) => (Class::Ans, form),
            What::Hexits => (Class::An, DataForm::Bcd),
            What::Bytes(DataForm::Ebcdic) => (Class::Ansb, DataForm::Ebcdic),
            What::Bytes(form) => (Class::B, form),
            What::Amount(form) => (Class::Xn, form),
            What::Zoned => (Class::Xn, DataForm::Zoned),
        }
    }

    /// What fills up an odd number of digits: it goes by the attribute `pad`, which says left.
    fn nibble(&self) -> Option<NibblePad> {
        let is_left = self.is_true("pad");
        match self.what {
            What::PackedRightF => Some(NibblePad::new(Side::Right, 15)),
            What::PackedF | What::Hexits if !is_left => Some(NibblePad::new(Side::Right, 15)),
            _ if is_left => Some(NibblePad::new(Side::Left, 0)),
            _ => Some(NibblePad::new(Side::Right, 0)),
        }
    }

    fn end(&self) -> Result<End, Reason> {
        let token = self.element.attribute("token");
        let length = u16::try_from(self.length()).unwrap_or(u16::MAX);
        Ok(match self.how {
            How::Fixed | How::ByClass | How::Bitmap | How::ShortBitmap => End::Fixed,
            How::Counted(form, width) => End::Prefix(Prefix::new(form, width)),
            How::CountedBytes(form, width) => End::Prefix(Prefix::new(form, width).counting(Count::Bytes)),
            How::CountedNibbles(form, width) => End::Prefix(Prefix::new(form, width).counting(Count::Nibbles)),
            How::Area(form, width) => End::Area(Prefix::new(form, width), length),
            How::Rest => End::Rest,
            How::Token => ends_with(token.map(latin1).as_deref().unwrap_or(b""))?,
            How::Character => ends_with(token.map(latin1).as_deref().unwrap_or(b"\\"))?,
            How::Byte => ends_with(&hex(token.unwrap_or("FF")))?,
            How::Tagged(..) | How::Mapped(..) | How::LengthFirst(..) | How::Sequenced(..) => End::Value,
            How::Nothing => return Err("it takes no bytes, and its number no value".into()),
            How::Unused => return Err("it is not used".into()),
        })
    }

    fn inclusive(&self, shape: Shape, losses: &mut Vec<Loss>) -> Shape {
        match shape.end {
            End::Prefix(prefix) if self.is_true("inclusive") => {
                Shape { end: End::Prefix(Prefix { includes_itself: true, ..prefix }), ..shape }
            }
            _ if self.is_true("inclusive") => {
                losses.push(Loss::new(self.path, "`inclusive` says nothing here"));
                shape
            }
            _ => shape,
        }
    }

    /// What some classes do otherwise than their like.
    fn special(&self, shape: Shape, losses: &mut Vec<Loss>) -> Result<Shape, Reason> {
        let mut lose = |what: &str| losses.push(Loss::new(self.path, what));
        if matches!(shape.end, End::Fixed) && shape.max == 0 {
            return Err("a length that is fixed must be stated".into());
        }
        if shape.class == Class::Xn {
            lose("a short amount is not filled up: it is given with all its digits");
        }
        if self.is_true("trim") && matches!(shape.end, End::Fixed) {
            lose("`trim` is dropped: the length is fixed");
        }
        Ok(match (self.how, self.what) {
            (_, What::Zoned) => {
                lose("the sign is C or D in front, instead of a minus");
                shape
            }
            (How::CountedNibbles(..), What::Packed) => {
                lose("an odd number of digits is refused, because its length would be read as even");
                shape
            }
            // Blanks fill the area, and are no digits.
            (How::Area(..), What::Digits(_)) => {
                lose("it is of class an, because blanks fill it up");
                Shape { class: Class::An, filler: Some(BLANKS), ..shape }
            }
            (How::Area(..), What::Text(_)) => Shape { filler: Some(BLANKS), ..shape },
            (_, What::Hexits) => Shape { filler: Some(Filler { ..ZEROS }), ..shape },
            (How::ByClass, _) => Shape { class: Class::A, filler: None, ..shape },
            _ => shape,
        })
    }
}

fn by_class(mut row: OwnedRow) -> OwnedRow {
    row.row.optional = Optional::ByClass;
    row
}

fn ends_with(bytes: &[u8]) -> Result<End, Reason> {
    terminator(bytes).ok_or_else(|| "its token is not one to four bytes".into())
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect()
}

/// The bytes of pairs of hex digits; none of anything else.
fn hex(text: &str) -> Vec<u8> {
    let digits: Option<Vec<u8>> = text.chars().map(|digit| digit.to_digit(16).map(|value| value as u8)).collect();
    match digits {
        Some(digits) if digits.len() % 2 == 0 => {
            digits.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect()
        }
        _ => Vec::new(),
    }
}

/// The tag of a number, as a mapper of jPOS makes it: in decimal, and from 10, 100 ... on in base 36.
pub(super) fn mapped(number: u16, width: u8) -> Option<Segment> {
    let first = 10u32.checked_pow(width.into())?;
    let (mut rest, base) = match u32::from(number).checked_sub(first) {
        None => (u32::from(number), 10),
        Some(rest) => (rest, 36),
    };
    let mut digits: Vec<char> = Vec::new();
    for _ in 0..width {
        digits.push(char::from_digit(rest.checked_rem(base)?, base)?.to_ascii_uppercase());
        rest = rest.checked_div(base)?;
    }
    let tag: String = digits.iter().rev().collect();
    if rest > 0 { None } else { Segment::text(&tag) }
}

/// The tag of a number, with zeros in front.
pub(super) fn padded(number: u16, width: u8) -> Option<Segment> {
    Segment::text(&format!("{number:0>0$}", usize::from(width))).filter(|tag| tag.as_str().len() == usize::from(width))
}
