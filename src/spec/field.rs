//! One row of a spec: what a field is.

use super::format::Format;
use super::mtis::MtiSet;
use super::sensitivity::Sensitivity;
use super::structure::{Groups, Optional, PartBitmap, Structure, TlvForm};
use super::text::Text;
use crate::error::{FieldPath, Segment, SpecError, SpecErrorKind};
use crate::value::Filler;
use crate::wire::{CodePage, DataForm, HexCase, NibblePad, PrefixForm};

/// What the number in a length prefix counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Count {
    /// Digits of BCD data, characters of text, bytes of binary data (even when they are written as hex).
    Units,
    /// Bytes on the wire: of BCD data the packed bytes, of hex data the hex digits.
    Bytes,
    /// Half bytes on the wire: of BCD data the digits rounded up to an even number.
    Nibbles,
}

/// What delimits a field, other than a fixed length or a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delimiter {
    /// As the format says: a fixed length or a prefix.
    Format,
    /// The end of the message.
    Rest,
    /// These bytes, of which the first `u8` count.
    Terminator([u8; 4], u8),
    /// A prefix with the real length before an area of this fixed size.
    Area(u16),
}

/// The rows of the parts of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    Static(&'static [FieldSpec]),
    /// Start and length in the table of parts of its spec.
    #[cfg_attr(not(feature = "serde"), allow(dead_code, reason = "made of files only"))]
    Range(u32, u32),
}

/// One row of a spec: a field, or a part of one. What it leaves unsaid is as the wire profile of its spec says; name, sensitivity and echo are as
/// the spec that is extended says, see [`super::MessageSpec::extending`].
///
/// ```
/// use isomsg::spec::{FieldSpec, Sensitivity};
/// const BATCH: FieldSpec =
///     FieldSpec::new(60, "n 6").with_name("Batch number").with_sensitivity(Sensitivity::None).with_echo();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    pub(crate) number: u16,
    /// The tag of a part of a TLV structure, which has no number.
    pub(crate) tag: Option<Segment>,
    pub(crate) defined: bool,
    pub(crate) name: Option<Text>,
    pub(crate) format: Format,
    pub(crate) data: Option<DataForm>,
    pub(crate) charset: Option<CodePage>,
    pub(crate) hex_case: Option<HexCase>,
    pub(crate) prefix: Option<PrefixForm>,
    pub(crate) prefix_width: Option<u8>,
    pub(crate) counts: Count,
    pub(crate) includes_itself: bool,
    pub(crate) delimiter: Delimiter,
    pub(crate) nibble_pad: Option<NibblePad>,
    pub(crate) pad: Option<Option<Filler>>,
    pub(crate) strip: bool,
    pub(crate) sensitivity: Option<Sensitivity>,
    pub(crate) echo: Option<bool>,
    pub(crate) optional: Optional,
    pub(crate) only_in: MtiSet,
    /// The condition of a case.
    pub(crate) when: Option<Text>,
    pub(crate) structure: Option<Structure>,
    pub(crate) parts: Parts,
}

impl FieldSpec {
    /// A field in the standard's notation, see [`Format`].
    ///
    /// # Panics
    ///
    /// When the notation is wrong: in a `const` the build stops with the reason. For a notation that is only known at
    /// run time there is [`FieldSpec::parse`].
    #[must_use]
    #[track_caller]
    pub const fn new(number: u16, format: &str) -> Self {
        match Self::parse(number, format) {
            Ok(field) => field,
            Err(error) => super::refuse(error),
        }
    }

    /// A field in the standard's notation, see [`Format`].
    ///
    /// # Errors
    ///
    /// What is wrong with the notation.
    pub const fn parse(number: u16, format: &str) -> Result<Self, SpecError> {
        match Format::parse(format) {
            Ok(format) => Ok(Self::with_format(number, format)),
            Err(kind) => Err(SpecError::new(kind, FieldPath::field(number))),
        }
    }

    const fn with_format(number: u16, format: Format) -> Self {
        FieldSpec {
            number,
            tag: None,
            defined: true,
            name: None,
            format,
            data: None,
            charset: None,
            hex_case: None,
            prefix: None,
            prefix_width: None,
            counts: Count::Units,
            includes_itself: false,
            delimiter: Delimiter::Format,
            nibble_pad: None,
            pad: None,
            strip: false,
            sensitivity: None,
            echo: None,
            optional: Optional::No,
            only_in: MtiSet::ALL,
            when: None,
            structure: None,
            parts: Parts::Static(&[]),
        }
    }

    /// What a field is made of when a condition holds in the message, see [`FieldSpec::with_cases`]. The notation of
    /// conditions is that of [`super::MessageRule`].
    ///
    /// ```
    /// use isomsg::spec::FieldSpec;
    /// const END_OF_BATCH: FieldSpec =
    ///     FieldSpec::case("mti = 0320 and 60.3 = 202 207").with_parts(&[FieldSpec::new(1, "n 4").with_name("Count")]);
    /// ```
    #[must_use]
    pub const fn case(condition: &'static str) -> Self {
        FieldSpec { when: Some(Text::Static(condition)), ..Self::new(0, "b 1") }
    }

    /// A part of a TLV structure, by its tag: `9F26`, `A1`, `0023`. Its format says how its value is made; the length is
    /// that in front of the value.
    ///
    /// # Panics
    ///
    /// As [`FieldSpec::new`].
    #[must_use]
    #[track_caller]
    pub const fn tagged(tag: &str, format: &str) -> Self {
        match (Segment::text(tag), Format::parse(format)) {
            (Some(tag), Ok(format)) => FieldSpec { tag: Some(tag), ..Self::with_format(0, format) },
            (None, _) => super::refuse(SpecError::new(SpecErrorKind::BadTag, FieldPath::MESSAGE)),
            (Some(tag), Err(kind)) => super::refuse(SpecError::new(kind, FieldPath::MESSAGE.child(tag))),
        }
    }

    /// A row that takes a field away from the spec that is extended.
    #[must_use]
    pub const fn undefined(number: u16) -> Self {
        FieldSpec { defined: false, ..Self::new(number, "b 1") }.with_data(DataForm::Raw)
    }

    /// The name that people read.
    #[must_use]
    pub const fn with_name(self, name: &'static str) -> Self {
        FieldSpec { name: Some(Text::Static(name)), ..self }
    }

    /// Drops what is a range of the tables of another spec.
    #[cfg(feature = "alloc")]
    pub(super) fn forget_foreign(&mut self) {
        if let Some(Text::Range(..)) = self.name {
            self.name = None;
        }
        if let Parts::Range(..) = self.parts {
            self.structure = None;
            self.parts = Parts::Static(&[]);
        }
    }

    /// The form of the content on the wire.
    #[must_use]
    pub const fn with_data(self, form: DataForm) -> Self {
        FieldSpec { data: Some(form), ..self }
    }

    /// The code page of EBCDIC content.
    #[must_use]
    pub const fn with_charset(self, page: CodePage) -> Self {
        FieldSpec { charset: Some(page), ..self }
    }

    /// The case of hex digits.
    #[must_use]
    pub const fn with_hex_case(self, case: HexCase) -> Self {
        FieldSpec { hex_case: Some(case), ..self }
    }

    /// The form of the length prefix.
    #[must_use]
    pub const fn with_prefix(self, form: PrefixForm) -> Self {
        FieldSpec { prefix: Some(form), ..self }
    }

    /// The width of the length prefix: digits, or bytes of a binary one. Otherwise two dots mean two digits or one
    /// byte, three dots three digits or two bytes, and so on.
    #[must_use]
    pub const fn with_prefix_width(self, width: u8) -> Self {
        FieldSpec { prefix_width: Some(width), ..self }
    }

    /// What the length prefix counts.
    #[must_use]
    pub const fn with_count(self, counts: Count) -> Self {
        FieldSpec { counts, ..self }
    }

    /// The length prefix counts its own bytes too.
    #[must_use]
    pub const fn with_prefix_included(self) -> Self {
        FieldSpec { includes_itself: true, ..self }
    }

    /// The field has no prefix: it reaches to the end of the message, a part to the end of what holds it.
    #[must_use]
    pub const fn to_end(self) -> Self {
        FieldSpec { delimiter: Delimiter::Rest, ..self }
    }

    /// The field has no prefix: it ends with these one to four bytes, which are not part of the value.
    #[must_use]
    pub const fn with_terminator(self, terminator: &[u8]) -> Self {
        let mut bytes = [0; 4];
        if let Some((copied, _)) = bytes.split_at_mut_checked(terminator.len()) {
            copied.copy_from_slice(terminator);
        }
        let length = if terminator.len() > 4 { 0 } else { terminator.len() as u8 };
        FieldSpec { delimiter: Delimiter::Terminator(bytes, length), ..self }
    }

    /// The prefix holds the real length of a value that lies at the front of an area of this many bytes.
    #[must_use]
    pub const fn with_area(self, bytes: u16) -> Self {
        FieldSpec { delimiter: Delimiter::Area(bytes), ..self }
    }

    /// What fills up an odd number of BCD digits.
    #[must_use]
    pub const fn with_nibble_pad(self, pad: NibblePad) -> Self {
        FieldSpec { nibble_pad: Some(pad), ..self }
    }

    /// What fills a short value up to its length when a caller sets it; `None` refuses short values.
    #[must_use]
    pub const fn with_pad(self, filler: Option<Filler>) -> Self {
        FieldSpec { pad: Some(filler), ..self }
    }

    /// The filler is not part of the value when it is read.
    #[must_use]
    pub const fn with_pad_stripped(self) -> Self {
        FieldSpec { strip: true, ..self }
    }

    /// How secret the content is. Unless it is stated, it is as the spec that is extended says, otherwise as
    /// [`Sensitivity::of_field`].
    #[must_use]
    pub const fn with_sensitivity(self, sensitivity: Sensitivity) -> Self {
        FieldSpec { sensitivity: Some(sensitivity), ..self }
    }

    /// A response repeats the field as the request had it.
    #[must_use]
    pub const fn with_echo(self) -> Self {
        FieldSpec { echo: Some(true), ..self }
    }

    /// A response does not repeat the field, even where the spec that is extended says that it does.
    #[must_use]
    pub const fn without_echo(self) -> Self {
        FieldSpec { echo: Some(false), ..self }
    }

    /// The content is these parts, one behind the other, by ascending numbers.
    ///
    /// ```
    /// use isomsg::spec::FieldSpec;
    /// const ORIGINAL: FieldSpec = FieldSpec::new(61, "n...12").with_parts(&[
    ///     FieldSpec::new(1, "n 6").with_name("Batch number"),
    ///     FieldSpec::new(2, "n 6").with_name("STAN").optional(),
    /// ]);
    /// ```
    #[must_use]
    pub const fn with_parts(self, parts: &'static [FieldSpec]) -> Self {
        FieldSpec { structure: Some(Structure::Parts), parts: Parts::Static(parts), ..self }
    }

    /// The content is tags, lengths and values; `parts` says what is known of some tags, see [`FieldSpec::tagged`].
    #[must_use]
    pub const fn with_tlv(self, form: TlvForm, parts: &'static [FieldSpec]) -> Self {
        FieldSpec { structure: Some(Structure::Tlv(form)), parts: Parts::Static(parts), ..self }
    }

    /// The content is a bitmap and the parts whose bits are set.
    #[must_use]
    pub const fn with_bitmapped(self, bitmap: PartBitmap, parts: &'static [FieldSpec]) -> Self {
        FieldSpec { structure: Some(Structure::Bitmapped(bitmap)), parts: Parts::Static(parts), ..self }
    }

    /// The content is groups, numbered from 1, each of which is made of these parts.
    #[must_use]
    pub const fn with_groups(self, groups: Groups, parts: &'static [FieldSpec]) -> Self {
        FieldSpec { structure: Some(Structure::Groups(groups)), parts: Parts::Static(parts), ..self }
    }

    /// The content is what the first of these cases says whose condition holds; when none does, nobody can say. Only a
    /// field of a message has cases, and their conditions look at other fields that have none.
    #[must_use]
    pub const fn with_cases(self, cases: &'static [FieldSpec]) -> Self {
        FieldSpec { structure: Some(Structure::Cases), parts: Parts::Static(cases), ..self }
    }

    /// The part may be missing, with all behind it: the field may end before it.
    #[must_use]
    pub const fn optional(self) -> Self {
        FieldSpec { optional: Optional::AtEnd, ..self }
    }

    /// The part is there when the next character is of its class, and missing otherwise.
    #[must_use]
    pub const fn optional_by_class(self) -> Self {
        FieldSpec { optional: Optional::ByClass, ..self }
    }

    /// The field or part may stand in messages of these types only: four digits each, `x` for any, at most eight. It
    /// is [`crate::Message::validate`] that looks at it.
    #[must_use]
    pub const fn only_in(self, types: &[&str]) -> Self {
        FieldSpec { only_in: MtiSet::new(types), ..self }
    }

    /// The number of the field; 0 for a part that has a tag.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The tag of a part of a TLV structure.
    #[must_use]
    pub const fn tag(&self) -> Option<Segment> {
        self.tag
    }

    /// The number or the tag, as a path names it.
    #[must_use]
    pub const fn key(&self) -> Segment {
        match self.tag {
            Some(tag) => tag,
            None => Segment::number(self.number),
        }
    }

    /// What the content is made of.
    #[must_use]
    pub const fn structure(&self) -> Option<Structure> {
        self.structure
    }

    /// Whether the part may be missing.
    #[must_use]
    pub const fn presence(&self) -> Optional {
        self.optional
    }

    /// The rows of the parts; `table` is that of the spec that owns this row.
    pub(crate) const fn parts_in<'t>(&self, table: &'t [FieldSpec]) -> &'t [FieldSpec] {
        match self.parts {
            Parts::Static(parts) => parts,
            Parts::Range(start, length) => match table.split_at_checked(start as usize) {
                Some((_, rest)) => match rest.split_at_checked(length as usize) {
                    Some((parts, _)) => parts,
                    None => &[],
                },
                None => &[],
            },
        }
    }

    /// Class and length.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// What this row leaves unsaid of name, sensitivity and echo is as `base` says.
    pub(super) fn over(self, base: &FieldSpec) -> Self {
        FieldSpec {
            name: self.name.or(base.name),
            sensitivity: self.sensitivity.or(base.sensitivity),
            echo: self.echo.or(base.echo),
            ..self
        }
    }

    pub(crate) const fn error(&self, kind: SpecErrorKind) -> SpecError {
        SpecError::new(kind, FieldPath::MESSAGE.child(self.key()))
    }
}
