//! Values: what a field says, whatever its form on the wire, and what a caller gives to be written.

#[cfg(feature = "alloc")]
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::wire::{Class, Coding, DataForm, decimal};
use core::fmt;

/// The value of a field, read from the wire without allocation: digits, characters or bytes.
///
/// Digits that are packed, EBCDIC and hex text are values all the same: they compare with `str`, iterate, convert to
/// integers and copy into a lent buffer. [`fmt::Debug`] shows only class and length, and there is no
/// [`fmt::Display`]: a value may be card data, so showing it takes a call to [`Value::reveal`].
#[derive(Clone, Copy)]
pub struct Value<'a> {
    content: &'a [u8],
    coding: Coding,
    /// Units of BCD content in front of the value.
    lead: u32,
    units: u32,
    /// Its filler was taken off, or it is a caller's text, so filler may be put on.
    is_stripped: bool,
}

impl<'a> Value<'a> {
    pub(crate) fn new(content: &'a [u8], coding: Coding, units: usize) -> Self {
        let lead = coding.lead(units) as u32;
        Value { content, coding, lead, units: units as u32, is_stripped: false }
    }

    /// Digits that share bytes with others: `lead` nibbles stand in front of them.
    pub(crate) fn within(content: &'a [u8], coding: Coding, lead: usize, units: usize) -> Self {
        Value { content, coding, lead: lead as u32, units: units as u32, is_stripped: false }
    }

    /// A caller's text as the value of a field of this class; it is filled up as a text is. Beyond ASCII it is refused.
    pub(crate) fn of_text(text: &'a str, class: Class) -> Option<Self> {
        let coding = Coding { class, ..CALLERS };
        let value = Value { content: text.as_bytes(), coding, lead: 0, units: text.len() as u32, is_stripped: true };
        text.is_ascii().then_some(value)
    }

    /// Digits two a byte that a nibble F fills up, as chip data has them.
    pub(crate) fn of_packed(bytes: &'a [u8], class: Class) -> Option<Self> {
        let coding = Coding { class, form: DataForm::Bcd, ..CALLERS };
        let units = coding.units(bytes)?;
        coding.is_well_formed(bytes, units).then(|| Value { is_stripped: true, ..Value::new(bytes, coding, units) })
    }

    /// Units `from` up to `to`.
    pub(crate) fn slice(self, from: usize, to: usize) -> Self {
        self.first(to.min(self.len())).without_first(from)
    }

    /// The value without its filler, for a spec that says to strip it; at least one unit of filler digits stays.
    pub(crate) fn stripped(mut self, filler: Filler) -> Self {
        self.is_stripped = true;
        match filler.side {
            crate::wire::Side::Right => {
                self.first(self.units().rev().skip_while(|&unit| unit == filler.character).count())
            }
            crate::wire::Side::Left => {
                let kept = self.units().skip_while(|&unit| unit == filler.character).count();
                let kept = if filler.character == b'0' { kept.max(self.len().min(1)) } else { kept };
                self.without_first(self.len() - kept)
            }
        }
    }

    fn first(self, count: usize) -> Self {
        let units = count as u32;
        match self.coding.form {
            DataForm::Bcd => Value { units, ..self },
            _ => Value { content: self.content.get(..self.coding.bytes(count)).unwrap_or(&[]), units, ..self },
        }
    }

    fn without_first(self, count: usize) -> Self {
        let units = self.units.saturating_sub(count as u32);
        match self.coding.form {
            DataForm::Bcd => Value { lead: self.lead + count as u32, units, ..self },
            _ => {
                let skipped = self.coding.bytes(count);
                Value { content: self.content.get(skipped..).unwrap_or(&[]), units, ..self }
            }
        }
    }

    /// Digits, characters or bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units as usize
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units == 0
    }

    /// The character class of the field.
    #[must_use]
    pub fn class(&self) -> Class {
        self.coding.class
    }

    /// Whether the value is bytes, not text: its class is `b`.
    #[must_use]
    pub fn is_binary(&self) -> bool {
        self.coding.class.is_binary()
    }

    /// The bytes of a binary value, or the characters of a text in Latin-1.
    #[inline]
    pub fn units(&self) -> impl DoubleEndedIterator<Item = u8> + ExactSizeIterator + Clone + 'a {
        let Value { content, coding, lead, units, .. } = *self;
        (0..units as usize).map(move |at| coding.unit(content, lead as usize, at))
    }

    /// Unit `at`; `None` beyond the end.
    pub(crate) fn unit(&self, at: usize) -> Option<u8> {
        (at < self.len()).then(|| self.coding.unit(self.content, self.lead as usize, at))
    }

    /// Whether its charset is not known.
    pub(crate) fn is_opaque(&self) -> bool {
        self.coding.form == DataForm::Opaque
    }

    /// Whether its filler was taken off.
    pub(crate) fn is_stripped(&self) -> bool {
        self.is_stripped
    }

    /// A unit of a text as a character: it depends on the code page.
    pub(crate) fn character(&self, unit: u8) -> char {
        match self.coding.form {
            DataForm::Ebcdic => self.coding.page.character(unit),
            _ => char::from(unit),
        }
    }

    /// The characters of a text; of a binary value, its upper-case hex digits.
    pub fn chars(&self) -> impl Iterator<Item = char> + Clone + 'a {
        let value = *self;
        self.units().flat_map(move |unit| {
            let characters = match value.is_binary() {
                true => Hex(unit).digits(),
                false => [Some(value.character(unit)), None],
            };
            characters.into_iter().flatten()
        })
    }

    /// The value as it lies on the wire, when that is its text: ASCII data.
    #[must_use]
    pub fn as_str(&self) -> Option<&'a str> {
        match self.coding.form {
            DataForm::Ascii | DataForm::Opaque if !self.is_binary() => {
                core::str::from_utf8(self.content).ok().filter(|text| text.is_ascii())
            }
            _ => None,
        }
    }

    /// The value as it lies on the wire, when that is its bytes: raw data and one-byte text.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&'a [u8]> {
        matches!(self.coding.form, DataForm::Ascii | DataForm::Opaque | DataForm::Raw).then_some(self.content)
    }

    /// Copies the units into the front of `buffer` and returns them; `None` when it is too small.
    pub fn copy_into<'b>(&self, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
        let (room, _) = buffer.split_at_mut_checked(self.len())?;
        self.coding.read(self.content, self.lead as usize, room);
        Some(room)
    }

    /// The value as a type of the caller: an unsigned integer, [`crate::Mti`], or one of [`crate::element`].
    ///
    /// # Errors
    ///
    /// What was expected, when the value is not that.
    pub fn parse<T: FromValue<'a>>(&self) -> Result<T, NotThat> {
        T::from_value(*self)
    }

    /// The value in clear and escaped, to be shown on purpose: not the value itself, which is [`Value::chars`] or
    /// `parse::<String>()`. Card data must not reach a log this way.
    #[must_use]
    pub fn reveal(&self) -> Revealed<'a> {
        Revealed(*self)
    }

    #[inline]
    fn decimal(&self) -> Option<u64> {
        self.decimal_from(0)
    }

    /// The number that the units from `first` on are in decimal.
    fn decimal_from(&self, first: usize) -> Option<u64> {
        let digits = self.len().checked_sub(first)?;
        match (self.coding.form, self.coding.class) {
            (_, Class::B) => None,
            _ if digits > decimal::MOST => self.units().skip(first).try_fold(0, push_digit),
            (DataForm::Ascii | DataForm::Opaque, _) => decimal::of_ascii(self.content.get(first..)?),
            (DataForm::Bcd, Class::N) => decimal::of_packed(self.content, self.lead as usize + first, digits),
            _ => self.copied_decimal(first),
        }
    }

    /// As [`Self::decimal_from`], of at most [`decimal::MOST`] units from `first` on.
    fn copied_decimal(&self, first: usize) -> Option<u64> {
        let mut copy = [0; decimal::MOST + 1];
        decimal::of_ascii(self.copy_into(&mut copy)?.get(first..)?)
    }
}

/// How text lies that a caller gives.
const CALLERS: Coding = Coding {
    class: Class::Ans,
    form: DataForm::Ascii,
    page: crate::wire::CodePage::Cp037,
    ebcdic_sign: false,
    pad: crate::wire::NibblePad::new(crate::wire::Side::Right, 0xF),
    case: crate::wire::HexCase::Upper,
};

#[inline]
fn push_digit(sum: u64, digit: u8) -> Option<u64> {
    let digit = digit.wrapping_sub(b'0');
    if digit > 9 {
        return None;
    }
    sum.checked_mul(10)?.checked_add(u64::from(digit))
}

/// A byte as two upper-case hex digits.
struct Hex(u8);

impl Hex {
    fn digits(&self) -> [Option<char>; 2] {
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).map(|digit| digit.to_ascii_uppercase());
        [digit(self.0 >> 4), digit(self.0 & 15)]
    }
}

/// Equal when every character is; a binary value is compared as upper-case hex.
impl PartialEq<str> for Value<'_> {
    fn eq(&self, other: &str) -> bool {
        match self.as_str() {
            Some(text) => text == other,
            None => self.chars().eq(other.chars()),
        }
    }
}

impl PartialEq<&str> for Value<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl PartialEq<[u8]> for Value<'_> {
    fn eq(&self, other: &[u8]) -> bool {
        self.units().eq(other.iter().copied())
    }
}

/// Equal when the characters or bytes are, whatever their forms on the wire.
impl PartialEq for Value<'_> {
    fn eq(&self, other: &Value<'_>) -> bool {
        match (self.is_binary(), other.is_binary()) {
            (true, true) => self.units().eq(other.units()),
            (false, false) => self.chars().eq(other.chars()),
            _ => false,
        }
    }
}

impl Eq for Value<'_> {}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({} {})", self.class().notation(), self.units)
    }
}

/// A [`Value`] that shows itself, from [`Value::reveal`].
///
/// Control characters and what lies beyond ASCII are shown as `\x1F`, a backslash as `\\`.
#[derive(Clone, Copy)]
pub struct Revealed<'a>(Value<'a>);

impl fmt::Display for Revealed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(self.0.chars(), f)
    }
}

fn escape(mut characters: impl Iterator<Item = char>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write;
    characters.try_for_each(|character| match character {
        '\\' => f.write_str("\\\\"),
        ' '..='~' => f.write_char(character),
        other => write!(f, "\\x{:02X}", u32::from(other)),
    })
}

impl fmt::Debug for Revealed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// A type that a [`Value`] can be turned into by [`Value::parse`].
pub trait FromValue<'a>: Sized {
    /// Whether it must not be printed in clear, as a card number or a PIN block: then no message prints it, whatever its field is.
    const IS_SECRET: bool = false;

    /// Turns a value into this type.
    ///
    /// # Errors
    ///
    /// What was expected, when the value is not that.
    fn from_value(value: Value<'a>) -> Result<Self, NotThat>;
}

/// A value was not what was expected; holds what that was, never the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("value is not {expected}")]
pub struct NotThat {
    /// What was expected, for example "a number of at most 64 bits".
    pub expected: &'static str,
}

#[cfg(feature = "alloc")]
impl NotThat {
    /// The error of a field that has, or would get, such a value.
    pub(crate) fn in_field(self, number: u16) -> EncodeError {
        EncodeError::new(EncodeErrorKind::BadValue { expected: self.expected }, FieldPath::field(number))
    }
}

macro_rules! from_decimal {
    ($($integer:ty: $expected:literal,)+) => {
        $(impl<'a> FromValue<'a> for $integer {
            fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
                value.decimal().and_then(|number| number.try_into().ok()).ok_or(NotThat { expected: $expected })
            }
        })+
    };
}

from_decimal! {
    u64: "a number of at most 64 bits",
    u32: "a number of at most 32 bits",
    u16: "a number of at most 16 bits",
    u8: "a number of at most 8 bits",
}

impl<'a> FromValue<'a> for i64 {
    /// An amount with a sign (`x+n`): C is positive, D negative. A number without a sign is positive.
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let bad = NotThat { expected: "an amount of at most 63 bits" };
        let amount = |first| value.decimal_from(first).and_then(|amount| i64::try_from(amount).ok()).ok_or(bad);
        match (value.coding.class, value.unit(0)) {
            (Class::Xn, Some(b'C')) => amount(1),
            (Class::Xn, Some(b'D')) => amount(1).map(|amount| -amount),
            (Class::Xn, _) => Err(bad),
            _ => amount(0),
        }
    }
}

#[cfg(feature = "alloc")]
impl<'a> FromValue<'a> for alloc::string::String {
    /// The characters of a text, in whatever form it lies on the wire; the hex digits of a binary value.
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        Ok(value.chars().collect())
    }
}

impl<'a> FromValue<'a> for &'a str {
    /// Only ASCII data lies on the wire as `str`; for every form there is `String`, or [`Value::chars`].
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        value.as_str().ok_or(NotThat { expected: "text that lies on the wire as ASCII" })
    }
}

/// The value itself, for an element of a typed message that is no more than that.
impl<'a> FromValue<'a> for Value<'a> {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        Ok(value)
    }
}

impl<'a> FromValue<'a> for &'a [u8] {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        value.as_bytes().ok_or(NotThat { expected: "bytes that lie on the wire as they are" })
    }
}

impl<'a> FromValue<'a> for crate::mti::Mti {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let mut digits = [0; 4];
        let whole = value.copy_into(&mut digits).is_some_and(|copied| copied.len() == 4);
        crate::mti::Mti::from_ascii(digits).filter(|_| whole).ok_or(NotThat { expected: "a message type" })
    }
}

/// What fills a value up to its length: the side and the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Filler {
    /// Where the filler goes.
    pub side: crate::wire::Side,
    /// The filler, an ASCII character; of a binary field, the byte.
    pub character: u8,
}

/// A value that a caller gives to be written: text, a number, bytes, or the [`Value`] of another field.
///
/// * Text: characters; for a binary field (`b`) its hex digits, as [`Value::chars`] gives them. Opaque data is in a
///   charset that the crate does not know, so a text beyond ASCII is refused there: give bytes.
/// * Bytes: those of a binary field, or characters in Latin-1.
/// * Numbers: decimal digits, filled up with zeros on the left to a fixed length. For an amount with a sign (`x+n`) a
///   signed number is needed: C for a positive one and zero, D for a negative one.
/// * A reference to a type of [`crate::element`]: what it says. What was read from a field is a value of another field.
/// * A value of another field is not filled up, whatever the spec says of short values: a shorter format of another
///   edition would change its meaning.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Input<'v> {
    /// Characters; hex digits for a binary field.
    Text(&'v str),
    /// Bytes of a binary field, or characters in Latin-1.
    Bytes(&'v [u8]),
    /// A number without a sign.
    Number(u64),
    /// A number with a sign: `x+n`, or a number that is not negative.
    Signed(i64),
    /// An amount with a sign: C or D, then digits. Unlike [`Input::Signed`] it can say that nothing is debited
    /// (`D00000000`), and is refused where no letter can be.
    Amount {
        /// D, not C.
        is_debit: bool,
        /// The amount.
        minor: u64,
    },
    /// The value of a field, whatever its form on the wire.
    Value(Value<'v>),
}

impl Input<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Input::Text(text) => text.is_empty(),
            Input::Bytes(bytes) => bytes.is_empty(),
            Input::Value(value) => value.is_empty(),
            Input::Number(_) | Input::Signed(_) | Input::Amount { .. } => false,
        }
    }

    /// Writes it in clear, escaped as [`Value::reveal`] does; bytes in hex.
    pub(crate) fn write_revealed(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Input::Text(text) => escape(text.chars(), f),
            Input::Bytes(bytes) => bytes.iter().try_for_each(|byte| write!(f, "{byte:02X}")),
            Input::Number(number) => write!(f, "{number}"),
            Input::Signed(number) => write!(f, "{number}"),
            Input::Amount { is_debit, minor } => write!(f, "{}{minor}", if *is_debit { 'D' } else { 'C' }),
            Input::Value(value) => fmt::Display::fmt(&value.reveal(), f),
        }
    }
}

impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Input::Text(_) => "Text",
            Input::Bytes(_) => "Bytes",
            Input::Number(_) => "Number",
            Input::Signed(_) => "Signed",
            Input::Amount { .. } => "Amount",
            Input::Value(_) => "Value",
        };
        write!(f, "Input::{kind}(..)")
    }
}

impl<'v> From<&'v str> for Input<'v> {
    fn from(text: &'v str) -> Self {
        Input::Text(text)
    }
}

impl<'v> From<&'v [u8]> for Input<'v> {
    fn from(bytes: &'v [u8]) -> Self {
        Input::Bytes(bytes)
    }
}

impl<'v, const N: usize> From<&'v [u8; N]> for Input<'v> {
    fn from(bytes: &'v [u8; N]) -> Self {
        Input::Bytes(bytes)
    }
}

macro_rules! from_numbers {
    ($($number:ty => $variant:ident,)+) => {
        $(impl From<$number> for Input<'_> {
            fn from(number: $number) -> Self {
                Input::$variant(number.into())
            }
        }

        impl From<&$number> for Input<'_> {
            fn from(number: &$number) -> Self {
                Input::from(*number)
            }
        })+
    };
}

from_numbers! {
    u8 => Number,
    u16 => Number,
    u32 => Number,
    u64 => Number,
    i32 => Signed,
    i64 => Signed,
}

impl<'v> From<&'v Value<'_>> for Input<'v> {
    fn from(value: &'v Value<'_>) -> Self {
        Input::Value(*value)
    }
}

impl<'v> From<Value<'v>> for Input<'v> {
    fn from(value: Value<'v>) -> Self {
        Input::Value(value)
    }
}

#[cfg(feature = "alloc")]
impl<'v> From<&'v alloc::vec::Vec<u8>> for Input<'v> {
    fn from(bytes: &'v alloc::vec::Vec<u8>) -> Self {
        Input::Bytes(bytes)
    }
}

#[cfg(feature = "alloc")]
impl<'v> From<&'v alloc::string::String> for Input<'v> {
    fn from(text: &'v alloc::string::String) -> Self {
        Input::Text(text)
    }
}
