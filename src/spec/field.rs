//! One row of a spec: what a field is.

use super::format::Format;
use super::sensitivity::Sensitivity;
use super::text::Text;
use crate::error::{FieldPath, SpecError, SpecErrorKind};
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

/// One row of a spec. What it leaves unsaid is as the wire profile of its spec says; name, sensitivity and echo are as
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

    /// Drops a name that is a range of the names of another spec.
    #[cfg(feature = "alloc")]
    pub(super) fn forget_foreign_name(&mut self) {
        if let Some(Text::Range(..)) = self.name {
            self.name = None;
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

    /// The field has no prefix: it reaches to the end of the message.
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

    /// The number of the field.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
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
        SpecError::new(kind, FieldPath::field(self.number))
    }
}
