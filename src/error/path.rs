//! Where in a message: `4`, `48.2`, `55.9F26`.

use core::fmt;
use core::str::FromStr;

/// One step of a [`FieldPath`]: a field or part number, or a tag, as text of at most eight letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Segment([u8; 8]);

impl Segment {
    /// A field or part number.
    #[must_use]
    pub const fn number(number: u16) -> Self {
        let mut text = [0; 8];
        let mut divisor = 10_000;
        let mut at = 0;
        while divisor > 0 {
            let digit = number / divisor % 10;
            if at > 0 || digit > 0 || divisor == 1 {
                set(&mut text, at, b'0' + digit as u8);
                at += 1;
            }
            divisor /= 10;
        }
        Segment(text)
    }

    /// A tag of one to four bytes, written as upper-case hex; `None` when it is longer or empty.
    #[must_use]
    pub const fn tag(tag: &[u8]) -> Option<Self> {
        if tag.is_empty() || tag.len() > 4 {
            return None;
        }
        const HEX: [u8; 16] = *b"0123456789ABCDEF";
        let mut text = [0; 8];
        let mut rest = tag;
        let mut at = 0;
        while let [byte, tail @ ..] = rest {
            set(&mut text, at, get(&HEX, (*byte >> 4) as usize));
            set(&mut text, at + 1, get(&HEX, (*byte & 15) as usize));
            at += 2;
            rest = tail;
        }
        Some(Segment(text))
    }

    /// One to eight ASCII letters and digits; `None` for anything else.
    #[must_use]
    pub const fn text(text: &str) -> Option<Self> {
        Self::of(text.as_bytes())
    }

    /// One to eight ASCII letters and digits.
    pub(crate) const fn of(text: &[u8]) -> Option<Self> {
        if text.is_empty() || text.len() > 8 {
            return None;
        }
        let mut copy = [0; 8];
        let mut rest = text;
        let mut at = 0;
        while let [byte, tail @ ..] = rest {
            if !byte.is_ascii_alphanumeric() {
                return None;
            }
            set(&mut copy, at, *byte);
            at += 1;
            rest = tail;
        }
        Some(Segment(copy))
    }

    /// The segment as it is written in a path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let used = self.0.iter().position(|&byte| byte == 0).unwrap_or(8);
        self.0.get(..used).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or("")
    }

    /// The letters and digits.
    pub(crate) const fn as_bytes(&self) -> &[u8] {
        let mut rest: &[u8] = &self.0;
        while let [1..=u8::MAX, tail @ ..] = rest {
            rest = tail;
        }
        self.0.split_at(self.0.len() - rest.len()).0
    }

    /// The same with its letters in upper case.
    pub(crate) fn to_upper(self) -> Self {
        Segment(self.0.map(|character| character.to_ascii_uppercase()))
    }

    /// Whether two segments are the same, in a `const`.
    pub(crate) const fn is(&self, other: &Segment) -> bool {
        u64::from_ne_bytes(self.0) == u64::from_ne_bytes(other.0)
    }

    /// The segment as a number, when it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<u16> {
        self.as_str().parse().ok()
    }
}

/// Writes one byte; out of range it does nothing (`const fn` has no `get_mut`).
const fn set(text: &mut [u8; 8], at: usize, byte: u8) {
    if let Some((_, [slot, ..])) = text.split_at_mut_checked(at) {
        *slot = byte;
    }
}

const fn get(text: &[u8; 16], at: usize) -> u8 {
    match text.split_at_checked(at) {
        Some((_, [byte, ..])) => *byte,
        _ => b'?',
    }
}

/// A place in a message, as errors, lookups, the program and JSON write it: `4`, `48.2`, `55.9F26`.
///
/// `0` is the message type, `1` the bitmaps. At most [`FieldPath::MAX_DEPTH`] segments.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FieldPath {
    depth: u8,
    segments: [Segment; FieldPath::MAX_DEPTH],
}

impl FieldPath {
    /// The most segments a path can have: a field, and six levels within it.
    pub const MAX_DEPTH: usize = 7;
    /// The message as a whole.
    pub const MESSAGE: Self = FieldPath { depth: 0, segments: [Segment([0; 8]); Self::MAX_DEPTH] };
    /// The message type indicator.
    pub const MTI: Self = Self::field(0);
    /// The bitmaps.
    pub const BITMAP: Self = Self::field(1);

    /// The path of a top-level field.
    #[must_use]
    pub const fn field(number: u16) -> Self {
        let mut path = Self::MESSAGE;
        path.segments[0] = Segment::number(number);
        path.depth = 1;
        path
    }

    /// The path one level further in; unchanged when it is [`Self::MAX_DEPTH`] deep already.
    #[must_use]
    pub const fn child(mut self, segment: Segment) -> Self {
        if let Some((_, [slot, ..])) = self.segments.split_at_mut_checked(self.depth as usize) {
            *slot = segment;
            self.depth += 1;
        }
        self
    }

    /// The segments, outermost first.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        self.as_slice()
    }

    /// The segments, in a `const`.
    pub(crate) const fn as_slice(&self) -> &[Segment] {
        match self.segments.split_at_checked(self.depth as usize) {
            Some((used, _)) => used,
            None => &[],
        }
    }

    /// The path in a text, any segment of which can be a tag.
    fn inner(text: &str) -> Result<Self, PathError> {
        text.split('.').try_fold(FieldPath::MESSAGE, |path, part| {
            let segment = Segment::text(part).filter(|_| usize::from(path.depth) < Self::MAX_DEPTH);
            segment.map(|segment| path.child(segment)).ok_or(PathError)
        })
    }

    /// The number of the top-level field; 0 the message type, 1 the bitmaps, `None` the message as a whole.
    #[must_use]
    pub fn number(&self) -> Option<u16> {
        self.segments().first()?.as_number()
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (level, segment) in self.segments().iter().enumerate() {
            if level > 0 {
                f.write_str(".")?;
            }
            f.write_str(segment.as_str())?;
        }
        Ok(())
    }
}

impl fmt::Debug for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldPath({self})")
    }
}

impl fmt::Debug for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<u16> for FieldPath {
    fn from(number: u16) -> Self {
        FieldPath::field(number)
    }
}

/// What names a field of a message: its number, or the path of a part of it.
///
/// ```
/// use isomsg::{MessageBuf, Mti, spec};
/// let mut sale = MessageBuf::new(&spec::UNIONPAY_POS, Mti::new(0x0200).expect("four digits"));
/// sale.set(11, 124u64)?;
/// sale.set("60.1", "22")?;
/// sale.set("60.2", "000001")?;
/// assert!(sale.field("60.2").is_some_and(|batch| batch.value() == "000001"));
/// # Ok::<(), isomsg::error::EncodeError>(())
/// ```
pub trait AsPath: sealed::Sealed {
    /// The number, when it is that of a field of the message.
    fn as_number(&self) -> Option<u16>;

    /// The path; `None` for a text that is none.
    fn as_path(&self) -> Option<FieldPath>;

    /// The path of a part from what holds it on, where `0023` can be a tag.
    fn as_inner_path(&self) -> Option<FieldPath> {
        self.as_path()
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for u16 {}
    impl Sealed for &str {}
    #[cfg(feature = "alloc")]
    impl Sealed for &alloc::string::String {}
    impl Sealed for super::FieldPath {}
    impl Sealed for super::Segment {}
}

impl AsPath for u16 {
    #[inline]
    fn as_number(&self) -> Option<u16> {
        Some(*self)
    }

    fn as_path(&self) -> Option<FieldPath> {
        Some(FieldPath::field(*self))
    }
}

impl AsPath for &str {
    fn as_number(&self) -> Option<u16> {
        self.as_path()?.as_number()
    }

    fn as_path(&self) -> Option<FieldPath> {
        self.parse().ok()
    }

    fn as_inner_path(&self) -> Option<FieldPath> {
        FieldPath::inner(self).ok()
    }
}

#[cfg(feature = "alloc")]
impl AsPath for &alloc::string::String {
    fn as_number(&self) -> Option<u16> {
        self.as_str().as_number()
    }

    fn as_path(&self) -> Option<FieldPath> {
        self.as_str().as_path()
    }

    fn as_inner_path(&self) -> Option<FieldPath> {
        self.as_str().as_inner_path()
    }
}

impl AsPath for FieldPath {
    fn as_number(&self) -> Option<u16> {
        if self.depth == 1 { self.number() } else { None }
    }

    fn as_path(&self) -> Option<FieldPath> {
        Some(*self)
    }
}

impl AsPath for Segment {
    fn as_number(&self) -> Option<u16> {
        Segment::as_number(self).filter(|number| Segment::number(*number) == *self)
    }

    fn as_path(&self) -> Option<FieldPath> {
        Some(FieldPath::MESSAGE.child(*self))
    }
}

/// A text that is not a [`FieldPath`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a field path: numbers or tags of at most eight characters, joined by dots, at most seven")]
pub struct PathError;

impl FromStr for FieldPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        let path = FieldPath::inner(text)?;
        // A field has one spelling; below it, 0023 can be a tag.
        match path.segments().first().map(|first| (first.as_number(), first)) {
            Some((Some(number), first)) if Segment::number(number) != *first => Err(PathError),
            _ => Ok(path),
        }
    }
}

/// The words behind a fault: ` in field 48.2`, ` in the message type`, or nothing.
pub(super) struct Place<'a>(pub(super) &'a FieldPath);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            path if path.segments().is_empty() => Ok(()),
            path if *path == FieldPath::MTI => f.write_str(" in the message type"),
            path if *path == FieldPath::BITMAP => f.write_str(" in the bitmap"),
            path => write!(f, " in field {path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn paths_print_as_they_are_read() {
        for text in ["4", "48.2", "55.9F26", "127.25.3.A1.0023.DF8101FF"] {
            assert_eq!(text.parse::<FieldPath>().map(|path| path.to_string()), Ok(text.to_string()));
        }
    }

    #[test]
    fn refuses_what_is_no_path() {
        for text in ["", ".", "4.", "4..2", "4.é", "123456789", "1.2.3.4.5.6.7.8", "04", "00.1", "4 "] {
            assert_eq!(text.parse::<FieldPath>(), Err(PathError), "{text}");
        }
    }

    #[test]
    fn numbers_and_tags_have_one_spelling() {
        for number in [0, 1, 9, 10, 105, 128, 65_535] {
            assert_eq!(FieldPath::field(number).to_string(), number.to_string());
            assert_eq!(FieldPath::field(number).number(), Some(number));
        }
        assert_eq!(Segment::tag(&[0x9F, 0x26]), Segment::text("9F26"));
        assert_eq!(Segment::tag(&[]), None);
    }
}
