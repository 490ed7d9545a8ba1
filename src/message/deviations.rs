//! What a message has that its spec would write otherwise.

use super::field::Field;
use super::view::Message;
use crate::encode::{bitmaps_needed, least_bitmaps};
use crate::error::FieldPath;
use crate::parse::Nest;
use crate::spec::layout::{Extent, Layout};
use crate::spec::{DataForm, HexCase, PartBitmap, PrefixForm, Structure, Unlisted};
use crate::wire::{CodePage, length};
use core::cmp::Ordering;
use core::fmt;

/// One thing that a message has otherwise than its spec would write it.
///
/// The bytes were accepted and are kept; a value that is set anew, or comes back from JSON, would be written as the
/// spec says, and the message would differ here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    kind: DeviationKind,
    path: FieldPath,
    is_inside: bool,
}

impl Deviation {
    /// What differs.
    #[must_use]
    pub fn kind(&self) -> DeviationKind {
        self.kind
    }

    /// Whether it concerns how a field is made of its parts: a field that is set anew as a whole keeps it.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.is_inside
    }

    /// The field or part; [`FieldPath::BITMAP`] for the bitmaps, [`FieldPath::MESSAGE`] for the end of the message.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        self.path
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path {
            FieldPath::MESSAGE => write!(f, "{}", self.kind),
            FieldPath::BITMAP => write!(f, "{} in the bitmap", self.kind),
            path => write!(f, "{} in field {path}", self.kind),
        }
    }
}

/// What can be otherwise than it would be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeviationKind {
    /// A second or third bitmap is there without a field in it.
    EmptyBitmap,
    /// A second bitmap is not there, though the spec says that it always is.
    NoBitmap,
    /// Hex digits are in the other case.
    HexCase,
    /// The nibble that fills up an odd number of digits is another one.
    PadNibble,
    /// The sign of an amount is neither C nor D.
    Sign,
    /// A positive zoned number has zone C, where F is written.
    Zone,
    /// The spec does not define the field.
    Undefined,
    /// A BER length takes more bytes than it needs.
    LongLength,
    /// Filler that the spec strips is longer than it needs to be.
    Filler,
    /// The rest of a fixed area is not the filler.
    AreaFiller,
    /// Filler between or behind tags.
    TlvFiller,
    /// Tags that the spec passes over.
    Skipped,
    /// Bytes are left over behind the last field.
    TrailingBytes,
}

impl fmt::Display for DeviationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DeviationKind::EmptyBitmap => "announced but empty",
            DeviationKind::NoBitmap => "second one missing",
            DeviationKind::HexCase => "hex digits in the other case",
            DeviationKind::PadNibble => "another pad nibble",
            DeviationKind::Sign => "sign is neither C nor D",
            DeviationKind::Zone => "zone C for a positive number",
            DeviationKind::Undefined => "not defined by the spec",
            DeviationKind::LongLength => "longer length than needed",
            DeviationKind::Filler => "more filler than needed",
            DeviationKind::AreaFiller => "other bytes behind the value",
            DeviationKind::TlvFiller => "filler beside tags",
            DeviationKind::Skipped => "tags that are passed over",
            DeviationKind::TrailingBytes => "bytes behind the last field",
        })
    }
}

impl<'a> Message<'a> {
    /// Everything that the message has otherwise than its spec would write it, in the order of the fields.
    ///
    /// A message without deviations is rebuilt to the same bytes from its values. Nothing is allocated.
    ///
    /// ```
    /// use isomsg::{Message, spec};
    /// // Bit 1 announces a second bitmap in which there is nothing.
    /// let bytes = b"0800\x80\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0000017";
    /// let message = Message::parse(bytes, &spec::ISO1987_ASCII)?;
    /// let found: Vec<String> = message.deviations().map(|deviation| deviation.to_string()).collect();
    /// assert_eq!(found, ["announced but empty in the bitmap"]);
    /// # Ok::<(), isomsg::error::ParseError>(())
    /// ```
    pub fn deviations(&self) -> impl Iterator<Item = Deviation> + use<'_, 'a> {
        let trailing = (self.as_bytes().len() > self.index().end()).then_some(DeviationKind::TrailingBytes);
        let at = |path: FieldPath| move |kind| Deviation { kind, path, is_inside: false };
        in_head(self)
            .map(at(FieldPath::BITMAP))
            .chain(self.walk().flat_map(|field| in_field(&field)))
            .chain(trailing.into_iter().map(at(FieldPath::MESSAGE)))
    }
}

fn in_head(message: &Message<'_>) -> impl Iterator<Item = DeviationKind> + use<> {
    let wire = *message.spec().wire();
    let index = message.index();
    let head = message.as_bytes().get(wire.mti_bytes()..usize::from(index.first)).unwrap_or(&[]);
    let needed = bitmaps_needed(&wire, &index.present).max(least_bitmaps(&wire));
    let found = head.len().checked_div(wire.bitmap_bytes()).unwrap_or(needed);
    let count = match found.cmp(&needed) {
        Ordering::Greater => Some(DeviationKind::EmptyBitmap),
        Ordering::Less => Some(DeviationKind::NoBitmap),
        Ordering::Equal => None,
    };
    let case = has_other_case(head, wire.bitmap, wire.hex_case).then_some(DeviationKind::HexCase);
    [count, case].into_iter().flatten()
}

fn in_field(field: &Field<'_>) -> impl Iterator<Item = Deviation> + use<> {
    let path = field.path();
    let is_part = path.segments().len() > 1;
    let own =
        in_own_form(field).into_iter().map(move |kind| kind.map(|kind| Deviation { kind, path, is_inside: is_part }));
    let inside =
        in_structure(field).into_iter().map(move |kind| kind.map(|kind| Deviation { kind, path, is_inside: true }));
    own.chain(inside).flatten()
}

/// What is otherwise in a field or part as such.
fn in_own_form(field: &Field<'_>) -> [Option<DeviationKind>; 4] {
    if field.carries_nothing() {
        return [Some(DeviationKind::EmptyBitmap), None, None, None];
    }
    if field.is_undefined() {
        return [Some(DeviationKind::Undefined), None, None, None];
    }
    let layout = field.layout();
    let head = if field.is_tlv_item() { in_tlv_head(field) } else { in_prefix(field, layout) };
    [head, in_content(field, layout), in_filler(field, layout), in_area(field, layout)]
}

/// Whether a field, with all its parts, is as its spec would write it.
#[cfg(feature = "serde")]
pub(super) fn is_canonical(field: &Field<'_>) -> bool {
    field.walk().all(|part| in_field(&part).next().is_none())
}

/// The length of a BER-TLV that is longer than it needs to be.
fn in_tlv_head(field: &Field<'_>) -> Option<DeviationKind> {
    let tag = field.ber_tag()?;
    let (whole, content) = (field.wire().len(), field.content().len());
    let each = if field.is_in_hex() { 2 } else { 1 };
    let needed = each * (tag.length() + length::ber_bytes(content / each));
    (whole - content > needed).then_some(DeviationKind::LongLength)
}

/// What is between the parts of a field, or in front of them.
fn in_structure(field: &Field<'_>) -> [Option<DeviationKind>; 2] {
    let Some(nest) = field.nest().filter(|_| field.opens()) else { return [None, None] };
    match nest.structure {
        Structure::Tlv(_) => [between_tags(field, &nest), None],
        Structure::Bitmapped(bitmap) => in_bitmap(field, &nest, &bitmap),
        _ => [None, None],
    }
}

fn between_tags(field: &Field<'_>, nest: &Nest<'_>) -> Option<DeviationKind> {
    let content = field.space();
    let items: usize = nest.parts(content).into_iter().flatten().map(|item| item.whole.len()).sum();
    match nest.structure {
        _ if items == content.len() => None,
        Structure::Tlv(form) if form.unlisted == Unlisted::Skip => Some(DeviationKind::Skipped),
        _ => Some(DeviationKind::TlvFiller),
    }
}

/// A bitmap that is announced but empty, or hex in the other case.
fn in_bitmap(field: &Field<'_>, nest: &Nest<'_>, bitmap: &PartBitmap) -> [Option<DeviationKind>; 2] {
    let content = field.space();
    let parts = || nest.parts(content).into_iter().flatten();
    let length = content.len() - parts().map(|part| part.whole.len()).sum::<usize>();
    let head = content.bytes().get(..length).unwrap_or(&[]);
    let last = parts().filter_map(|part| part.key.as_number()).max().unwrap_or(0);
    let is_empty = bitmap.bytes_for(last) < if bitmap.form == DataForm::Raw { length } else { length / 2 };
    let has_other_case = has_other_case(head, Some(bitmap.form), nest.wire.hex_case);
    [is_empty.then_some(DeviationKind::EmptyBitmap), has_other_case.then_some(DeviationKind::HexCase)]
}

/// A BER length that is longer than it needs to be, or a hex one in the other case.
fn in_prefix(field: &Field<'_>, layout: &Layout) -> Option<DeviationKind> {
    let (Extent::Counted(prefix) | Extent::Area(prefix, _)) = layout.extent else { return None };
    match prefix.form {
        PrefixForm::Ber => {
            let (number, used) = length::ber(field.wire()).ok().flatten()?;
            (used > length::ber_bytes(number as usize)).then_some(DeviationKind::LongLength)
        }
        PrefixForm::Hex => {
            let digits = field.wire().get(..prefix.form.bytes(prefix.width))?;
            has_other_case(digits, Some(DataForm::Hex), layout.coding.case).then_some(DeviationKind::HexCase)
        }
        _ => None,
    }
}

fn in_content(field: &Field<'_>, layout: &Layout) -> Option<DeviationKind> {
    let (content, value) = (field.content(), field.raw_value());
    let coding = &layout.coding;
    if coding.has_odd_sign(content) {
        return Some(DeviationKind::Sign);
    }
    match coding.form {
        DataForm::Bcd if field.shares_bytes() => None,
        DataForm::Bcd => coding.has_other_pad(content, value.len()).then_some(DeviationKind::PadNibble),
        DataForm::Zoned => content.last().is_some_and(|last| last >> 4 == 0xC).then_some(DeviationKind::Zone),
        form => has_other_case(content, Some(form), coding.case).then_some(DeviationKind::HexCase),
    }
}

/// Stripped filler that would not be put on again: more of it than the least length needs.
fn in_filler(field: &Field<'_>, layout: &Layout) -> Option<DeviationKind> {
    let written = field.value().len().max(usize::from(layout.min));
    (field.raw_value().len() != written).then_some(DeviationKind::Filler)
}

/// Bytes behind the value in a fixed area that are not the filler.
fn in_area(field: &Field<'_>, layout: &Layout) -> Option<DeviationKind> {
    let Extent::Area(..) = layout.extent else { return None };
    let behind = field.range().end.checked_sub(field.content_range().end)?;
    let tail = field.wire().get(field.wire().len().checked_sub(behind)?..)?;
    let filler = layout.area_filler();
    tail.iter().any(|&byte| byte != filler).then_some(DeviationKind::AreaFiller)
}

/// Whether hex text has a digit that would be written in the other case.
fn has_other_case(text: &[u8], form: Option<DataForm>, case: HexCase) -> bool {
    let ebcdic = match form {
        Some(DataForm::Hex) => false,
        Some(DataForm::EbcdicHex) => true,
        _ => return false,
    };
    let written = if case == HexCase::Lower { HexCase::Lower } else { HexCase::Upper };
    text.iter().any(|&code| written.value(if ebcdic { CodePage::Cp037.decode(code) } else { code }).is_none())
}
