//! One field of a message, or one part of a field.

use super::mask::Masked;
use super::subfields::Subfields;
use crate::error::{FieldPath, ParseError, ParseErrorKind, Segment};
use crate::mti::Mti;
use crate::parse::{self, Nest, ParseOptions, Part, Space};
use crate::spec::layout::Layout;
use crate::spec::steps::{Makes, Read, Step};
use crate::spec::{DataForm, FieldSpec, MessageSpec, Sensitivity, SpecField, Structure, Third};
use crate::tlv::{Tlv, emv};
use crate::value::{FromValue, Value};
use crate::wire::Tag;
use core::fmt;
use core::ops::Range;

/// A field of a message, or a part of one: where it lies, and what it says.
///
/// [`fmt::Display`] and [`fmt::Debug`] mask as the spec says; the value in clear is [`Field::value`].
#[derive(Clone, Copy)]
pub struct Field<'a> {
    /// The bytes of a field; of a part, those that it has a share in.
    wire: &'a [u8],
    start: usize,
    spec: &'a MessageSpec,
    /// How strict the parse was, and so how strictly its structure is opened.
    options: ParseOptions,
    of: Of<'a>,
}

/// What it is a field of.
#[derive(Clone, Copy)]
enum Of<'a> {
    /// Its number, and which case of its structure holds.
    Message(u16, &'a Step, Option<u8>),
    Structure(Inside<'a>),
}

/// What is known of a part.
#[derive(Clone, Copy)]
struct Inside<'a> {
    path: FieldPath,
    /// Which case of the structure of the field of the message holds.
    case: Option<u8>,
    row: Option<&'a FieldSpec>,
    layout: Layout,
    sensitivity: Sensitivity,
    item: Item,
    content: Space<'a>,
    units: usize,
}

/// Whether a part stands behind a tag and a length.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    No,
    Fixed,
    Ber(Tag),
    /// Each byte is two hex digits.
    BerInHex(Tag),
}

impl Item {
    fn new(nest: &Nest<'_>, key: Segment) -> Self {
        let Structure::Tlv(form) = nest.structure else { return Item::No };
        let is_hex = matches!(nest.container.form, DataForm::Hex | DataForm::EbcdicHex);
        match Tag::of_segment(key).filter(|_| form.is_ber()) {
            Some(tag) if is_hex => Item::BerInHex(tag),
            Some(tag) => Item::Ber(tag),
            None => Item::Fixed,
        }
    }

    /// How secret an item is of which the spec does not say it. What EMV says of a tag counts if the value is as long as EMV
    /// says, unless networks give the tag other meanings.
    fn sensitivity(self, content: &Space<'_>, inherited: Sensitivity) -> Sensitivity {
        let Some(known) = self.tag().and_then(emv::tag) else { return inherited };
        let bytes = content.bytes().len() / if matches!(self, Item::BerInHex(_)) { 2 } else { 1 };
        let (min, max) = known.length();
        match known.sensitivity() {
            Sensitivity::None if known.is_ambiguous() || !(min..=max).contains(&bytes) => inherited,
            known => known,
        }
    }

    fn tag(self) -> Option<Tag> {
        match self {
            Item::Ber(tag) | Item::BerInHex(tag) => Some(tag),
            Item::No | Item::Fixed => None,
        }
    }
}

impl<'a> Inside<'a> {
    /// Whether the spec says nothing of what it is made of. A group has no row, and is made of parts.
    fn is_plain(&self) -> bool {
        match self.row {
            Some(row) => row.structure().is_none(),
            None => self.item != Item::No,
        }
    }

    /// What it says, with filler that is to be stripped.
    #[cold]
    fn value(&self) -> Value<'a> {
        parse::value_in(&self.content, self.layout.coding, self.units)
    }
}

/// A value without its filler, where the spec says so.
#[inline(always)]
fn stripped<'a>(value: Value<'a>, layout: &Layout) -> Value<'a> {
    if !layout.strip {
        return value;
    }
    match layout.filler {
        Some(filler) => value.stripped(filler),
        None => value,
    }
}

impl<'a> Field<'a> {
    #[inline]
    pub(super) fn new(
        wire: &'a [u8],
        start: usize,
        number: u16,
        spec: &'a MessageSpec,
        step: &'a Step,
        case: Option<u8>,
        options: ParseOptions,
    ) -> Self {
        Field { wire, start, spec, options, of: Of::Message(number, step, case) }
    }

    /// A part of a structure, in a field that is as secret as this.
    pub(super) fn of_part(
        part: &Part<'a>,
        nest: &Nest<'a>,
        spec: &'a MessageSpec,
        inherited: Sensitivity,
        options: ParseOptions,
    ) -> Self {
        let Part { key, row, layout, whole, content, units } = *part;
        let item = Item::new(nest, key);
        let stated = row.and_then(|row| row.sensitivity);
        let sensitivity = stated.unwrap_or_else(|| item.sensitivity(&content, inherited));
        let path = nest.path.child(key);
        let case = nest.case;
        let inside = Inside { path, case, row, layout, sensitivity, item, content, units };
        Field { wire: whole.bytes(), start: whole.offset(), spec, options, of: Of::Structure(inside) }
    }

    /// The number of the field or part; 0 for a part that has a tag.
    #[must_use]
    pub fn number(&self) -> u16 {
        match &self.of {
            Of::Message(number, ..) => *number,
            Of::Structure(inside) => match inside.row {
                Some(row) => row.number(),
                None if inside.item == Item::No => self.key().as_number().unwrap_or(0),
                None => 0,
            },
        }
    }

    /// The number or the tag, as the path has it.
    #[must_use]
    pub fn key(&self) -> Segment {
        match &self.of {
            Of::Message(number, ..) => Segment::number(*number),
            Of::Structure(inside) => inside.path.segments().last().copied().unwrap_or_default(),
        }
    }

    /// The place of the field, as errors name it.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        match &self.of {
            Of::Message(number, ..) => FieldPath::field(*number),
            Of::Structure(inside) => inside.path,
        }
    }

    /// The name that the spec gives; of a tag of chip data that it does not list, that of EMV.
    #[must_use]
    pub fn name(&self) -> &'a str {
        match &self.of {
            Of::Message(number, ..) => self.spec.field(*number).map_or("", |field| field.name()),
            Of::Structure(inside) => {
                let stated = inside.row.map_or("", |row| self.spec_field(row, inside).name());
                let known = || inside.item.tag().and_then(emv::tag).map_or("", emv::EmvTag::name);
                if stated.is_empty() { known() } else { stated }
            }
        }
    }

    fn spec_field(&self, row: &FieldSpec, inside: &Inside<'a>) -> SpecField<'a> {
        SpecField::new(*row, self.spec, inside.sensitivity)
    }

    /// How secret the content is: as stated; of a tag of chip data, as EMV has it; of another part, as that of the field
    /// that holds it.
    #[must_use]
    pub fn sensitivity(&self) -> Sensitivity {
        match &self.of {
            Of::Message(number, ..) => self.spec.sensitivity(*number),
            Of::Structure(inside) => inside.sensitivity,
        }
    }

    /// The bytes of the field as received, length prefix included; of a TLV with tag and length. Digits that begin or end
    /// in the middle of a byte come with the whole byte.
    #[must_use]
    pub fn wire(&self) -> &'a [u8] {
        self.wire
    }

    /// Where these bytes lie in the message.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.wire.len()
    }

    /// The bytes of the content as received, without prefix, terminator or the rest of a fixed area.
    #[must_use]
    pub fn content(&self) -> &'a [u8] {
        match &self.of {
            Of::Message(_, step, _) => parse::open(step, self.wire).bytes,
            Of::Structure(inside) => inside.content.bytes(),
        }
    }

    /// Where the content lies in the message.
    #[must_use]
    pub fn content_range(&self) -> Range<usize> {
        let content = self.space();
        content.offset()..content.offset() + content.bytes().len()
    }

    /// The content, as what parts lie in.
    pub(super) fn space(&self) -> Space<'a> {
        match &self.of {
            Of::Message(_, step, _) => {
                let (before, content) = parse::open_at(step, self.wire);
                Space::new(content.bytes, self.start + before, &step.layout.coding, content.units)
            }
            Of::Structure(inside) => parse::opened(inside.content, &inside.layout.coding, inside.units),
        }
    }

    /// What the field says.
    #[inline]
    #[must_use]
    pub fn value(&self) -> Value<'a> {
        match &self.of {
            Of::Message(_, step, _) => stripped(self.read(step), &step.layout),
            Of::Structure(inside) => stripped(inside.value(), &inside.layout),
        }
    }

    /// The value with the filler that the spec strips.
    #[inline]
    pub(super) fn raw_value(&self) -> Value<'a> {
        match &self.of {
            Of::Message(_, step, _) => self.read(step),
            Of::Structure(inside) => inside.value(),
        }
    }

    #[inline(always)]
    fn read(&self, step: &Step) -> Value<'a> {
        let content = parse::open(step, self.wire);
        Value::new(content.bytes, step.layout.coding, content.units)
    }

    pub(super) fn is_undefined(&self) -> bool {
        matches!(&self.of, Of::Message(_, step, _) if step.read == Read::Undefined)
    }

    /// Whether it carries the third bitmap, and that is empty.
    pub(super) fn carries_nothing(&self) -> bool {
        match &self.of {
            Of::Message(number, ..) => {
                self.spec.wire().third == Third::Field(*number) && self.content().iter().all(|&byte| byte == 0)
            }
            Of::Structure(_) => false,
        }
    }

    #[inline]
    pub(super) fn layout(&self) -> &Layout {
        match &self.of {
            Of::Message(_, step, _) => &step.layout,
            Of::Structure(inside) => &inside.layout,
        }
    }

    /// Whether its digits share bytes with other parts.
    pub(super) fn shares_bytes(&self) -> bool {
        matches!(&self.of, Of::Structure(inside) if inside.content.lead().is_some())
    }

    /// Whether it stands behind a tag and a length.
    pub(super) fn is_tlv_item(&self) -> bool {
        matches!(&self.of, Of::Structure(inside) if inside.item != Item::No)
    }

    /// The tag of BER.
    pub(super) fn ber_tag(&self) -> Option<Tag> {
        match &self.of {
            Of::Structure(inside) => inside.item.tag(),
            Of::Message(..) => None,
        }
    }

    /// Whether two bytes on the wire stand for one of the tag and the length in front of it.
    pub(super) fn is_in_hex(&self) -> bool {
        matches!(&self.of, Of::Structure(inside) if matches!(inside.item, Item::BerInHex(_)))
    }

    /// Whether the spec lets it stand in messages of this type.
    pub(super) fn may_stand_in(&self, mti: Mti) -> bool {
        match &self.of {
            Of::Message(number, ..) => self.spec.field(*number).is_none_or(|field| field.only_in.contains(mti)),
            Of::Structure(inside) => inside.row.is_none_or(|row| row.only_in.contains(mti)),
        }
    }

    pub(super) fn options(&self) -> ParseOptions {
        self.options
    }

    pub(super) fn spec(&self) -> &'a MessageSpec {
        self.spec
    }

    /// What the content is made of, if the spec says.
    #[must_use]
    pub fn structure(&self) -> Option<Structure> {
        self.nest().map(|nest| nest.structure)
    }

    /// Whether the spec says what it is made of, and it is that.
    pub(super) fn opens(&self) -> bool {
        self.opened().is_some()
    }

    /// How the content is opened, if the spec says what it is made of.
    pub(super) fn nest(&self) -> Option<Nest<'a>> {
        match &self.of {
            Of::Message(number, ..) if self.spec.makes(*number) == Makes::Nothing => None,
            Of::Message(number, _, case) => Nest::of_field(self.spec, *number, *case),
            Of::Structure(inside) if inside.is_plain() => None,
            Of::Structure(inside) => self.nest_of(inside)?.inner(inside.path.segments().last().copied()?),
        }
    }

    /// How that which holds the part was opened: it follows from the path.
    fn nest_of(&self, inside: &Inside<'a>) -> Option<Nest<'a>> {
        let (number, deeper) = inside.path.segments().split_first()?;
        let (_, between) = deeper.split_last()?;
        let outermost = Nest::of_field(self.spec, number.as_number()?, inside.case)?;
        between.iter().try_fold(outermost, |nest, key| nest.inner(*key).or_else(|| nest.implied(*key)))
    }

    /// Opens the content as the spec says: parts, tags and values, groups. A constructed tag of BER, and a dataset of tags
    /// and values, is opened as such even when the spec says nothing.
    ///
    /// The parts are checked when they are opened, as strictly as the message was, and then access to them does not fail. Their own structures are opened
    /// in their turn. Nothing is allocated.
    ///
    /// ```
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let mut sale = MessageBuf::new(&spec::UNIONPAY_POS, Mti::new(0x0200).expect("four digits"));
    /// sale.set(60, "22000001")?;
    /// let parts = sale.require(60)?.subfields()?;
    /// assert!(parts.field(2).is_some_and(|batch| batch.value() == "000001"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first fault, its path and offset those in the message; [`ParseErrorKind::NoStructure`] when the spec states
    /// none.
    pub fn subfields(&self) -> Result<Subfields<'a>, ParseError> {
        self.subfields_with(self.options)
    }

    /// Opens the content as [`Field::subfields`], as strictly as `options` say.
    ///
    /// # Errors
    ///
    /// As [`Field::subfields`].
    pub fn subfields_with(&self, options: ParseOptions) -> Result<Subfields<'a>, ParseError> {
        let content = self.space();
        let Some(nest) = self.nest().or_else(|| self.implied()) else {
            let is_deepest = self.path().segments().len() == FieldPath::MAX_DEPTH;
            let kind = if is_deepest { ParseErrorKind::TooDeep } else { ParseErrorKind::NoStructure };
            return Err(ParseError::new(kind, content.offset(), self.path()));
        };
        Subfields::open(nest, content, self.spec, self.sensitivity(), options)
    }

    /// The content, opened by what the spec says, if it is that.
    pub(super) fn opened(&self) -> Option<Subfields<'a>> {
        Subfields::open(self.nest()?, self.space(), self.spec, self.sensitivity(), self.options).ok()
    }

    fn implied(&self) -> Option<Nest<'a>> {
        let Of::Structure(inside) = &self.of else { return None };
        if inside.item == Item::No {
            return None;
        }
        self.nest_of(inside)?.implied(inside.path.segments().last().copied()?)
    }

    /// Opens binary content as BER-TLV, the form of chip data in field 55, whatever the spec says.
    ///
    /// The offsets and paths of its items and errors are those in the message. Opening checks the whole list once and
    /// allocates nothing.
    ///
    /// ```
    /// use isomsg::tlv::Tag;
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let mut sale = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0200).expect("four digits"));
    /// sale.set(55, &[0x9F, 0x36, 0x02, 0x01, 0xC0])?;
    /// let chip = sale.require(55)?.tlv()?;
    /// assert_eq!(chip.get(Tag::new(0x9F36).expect("a tag")), Some(&[0x01, 0xC0][..]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A fault in a tag, a length or a value; [`ParseErrorKind::BadValue`] when the content does not lie on the wire as
    /// raw bytes.
    pub fn tlv(&self) -> Result<Tlv<'a>, ParseError> {
        let start = self.content_range().start;
        let expected = "bytes that lie on the wire as they are";
        match self.value().as_bytes() {
            Some(bytes) => Tlv::at(bytes, start, self.path()),
            None => Err(ParseError::new(ParseErrorKind::BadValue { expected }, start, self.path())),
        }
    }

    /// What the field says, as a type of the caller: an unsigned integer, or what implements [`FromValue`].
    ///
    /// # Errors
    ///
    /// [`ParseErrorKind::BadValue`] when it is not that.
    #[inline]
    pub fn parse<T: FromValue<'a>>(&self) -> Result<T, ParseError> {
        self.value().parse().map_err(|error| {
            let kind = ParseErrorKind::BadValue { expected: error.expected };
            ParseError::new(kind, self.content_range().start, self.path())
        })
    }

    /// The value as it may be printed: that of a field in which something is secret is hidden as a whole.
    pub(super) fn masked(&self) -> Masked<'a> {
        let sensitivity = match self.sensitivity() {
            Sensitivity::None | Sensitivity::Pan if self.holds_secrets() => Sensitivity::Secret,
            own => own,
        };
        Masked::new(self.value(), sensitivity, self.spec.pan_mask())
    }

    /// Whether a part can be secret though the field is not; of one that is opened by its tag alone nobody knows.
    fn holds_secrets(&self) -> bool {
        let holds = |row: &FieldSpec| SpecField::new(*row, self.spec, Sensitivity::None).holds_secrets();
        match self.nest() {
            Some(nest) => nest.structure.holds_anything() || nest.rows.iter().any(holds),
            None => self.implied().is_some(),
        }
    }
}

/// The value, masked as the spec says.
impl fmt::Display for Field<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.masked(), f)
    }
}

impl fmt::Debug for Field<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Field({}: {self})", self.path())
    }
}
