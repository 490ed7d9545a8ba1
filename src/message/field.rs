//! One field of a message.

use super::mask::Masked;
use crate::error::{FieldPath, ParseError, ParseErrorKind};
use crate::parse;
use crate::spec::layout::Layout;
use crate::spec::steps::{Read, Step};
use crate::spec::{MessageSpec, Sensitivity, Third};
use crate::tlv::Tlv;
use crate::value::{FromValue, Value};
use core::fmt;
use core::ops::Range;

/// A field of a message: where it lies, and what it says.
///
/// [`fmt::Display`] and [`fmt::Debug`] mask as the spec says; the value in clear is [`Field::value`].
#[derive(Clone, Copy)]
pub struct Field<'a> {
    wire: &'a [u8],
    start: usize,
    number: u16,
    spec: &'a MessageSpec,
    step: &'a Step,
}

impl<'a> Field<'a> {
    #[inline]
    pub(super) fn new(wire: &'a [u8], start: usize, number: u16, spec: &'a MessageSpec, step: &'a Step) -> Self {
        Field { wire, start, number, spec, step }
    }

    /// The number of the field.
    #[must_use]
    pub fn number(&self) -> u16 {
        self.number
    }

    /// The place of the field, as errors name it.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        FieldPath::field(self.number)
    }

    /// The name that the spec gives.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.spec.field(self.number).map_or("", |field| field.name())
    }

    /// How secret the content is.
    #[must_use]
    pub fn sensitivity(&self) -> Sensitivity {
        self.spec.sensitivity(self.number)
    }

    /// The bytes of the field as received, length prefix included.
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
        parse::open(self.step, self.wire).bytes
    }

    /// Where the content lies in the message.
    #[must_use]
    pub fn content_range(&self) -> Range<usize> {
        let (before, content) = parse::open_at(self.step, self.wire);
        let start = self.start + before;
        start..start + content.bytes.len()
    }

    /// What the field says.
    #[inline]
    #[must_use]
    pub fn value(&self) -> Value<'a> {
        match self.step.layout.filler {
            Some(filler) if self.step.layout.strip => self.raw_value().stripped(filler),
            _ => self.raw_value(),
        }
    }

    /// The value with the filler that the spec strips.
    #[inline]
    pub(super) fn raw_value(&self) -> Value<'a> {
        let content = parse::open(self.step, self.wire);
        Value::new(content.bytes, self.step.layout.coding, content.units)
    }

    pub(super) fn is_undefined(&self) -> bool {
        self.step.read == Read::Undefined
    }

    /// Whether it carries the third bitmap, and that is empty.
    pub(super) fn carries_nothing(&self) -> bool {
        self.spec.wire().third == Third::Field(self.number) && self.content().iter().all(|&byte| byte == 0)
    }

    pub(super) fn layout(&self) -> &'a Layout {
        &self.step.layout
    }

    /// Opens binary content as BER-TLV, the form of chip data in field 55.
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
}

/// The value, masked as the spec says.
impl fmt::Display for Field<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Masked::new(self.value(), self.sensitivity()), f)
    }
}

impl fmt::Debug for Field<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Field({}: {self})", self.number)
    }
}
