//! A BER tag of one to four bytes.

use super::bcd;
use super::hex::HexCase;
use crate::error::Segment;
use core::fmt;

/// A BER tag of one to four bytes, for example 9F26.
///
/// The low five bits of the first byte all set say that more follow; of those, all but the last have bit 8 set. A first
/// byte of 00 is no tag: EMV has it as filler.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(u32);

impl Tag {
    /// The tag with these bytes: `Tag::new(0x9F26)`; `None` when they are not one tag.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        let mut bytes: &[u8] = &number.to_be_bytes();
        while let [0, tail @ ..] = bytes {
            bytes = tail;
        }
        let [first, rest @ ..] = bytes else { return None };
        let mut goes_on = *first & 0x1F == 0x1F;
        let mut rest = rest;
        while let [byte, tail @ ..] = rest {
            if !goes_on {
                return None;
            }
            goes_on = *byte & 0x80 != 0;
            rest = tail;
        }
        if goes_on { None } else { Some(Tag(number)) }
    }

    /// A tag of this crate's own tables.
    pub(crate) const fn literal(number: u32) -> Self {
        match Tag::new(number) {
            Some(tag) => tag,
            None => Tag(0),
        }
    }

    /// The tag that a segment of a path names, in upper case.
    pub(crate) const fn of_segment(segment: Segment) -> Option<Self> {
        let mut rest = segment.as_bytes();
        let mut number = 0;
        while let [digit, tail @ ..] = rest {
            let Some(nibble) = HexCase::Upper.value(*digit) else { return None };
            number = number << 4 | nibble as u32;
            rest = tail;
        }
        match Tag::new(number) {
            Some(tag) if tag.digits() == segment.as_bytes().len() => Some(tag),
            _ => None,
        }
    }

    /// The tag at the start of `input`, and the bytes behind it.
    pub(crate) fn split(input: &[u8]) -> Result<(Tag, &[u8]), TagFault> {
        let (&first, mut rest) = input.split_first().ok_or(TagFault::CutShort)?;
        let mut number = u32::from(first);
        if first & 0x1F == 0x1F {
            loop {
                let (&byte, behind) = rest.split_first().ok_or(TagFault::CutShort)?;
                if number >> 24 != 0 {
                    return Err(TagFault::TooLong);
                }
                number = number << 8 | u32::from(byte);
                rest = behind;
                if byte & 0x80 == 0 {
                    break;
                }
            }
        }
        Ok((Tag(number), rest))
    }

    /// The bytes of the tag as a number: 0x9F26.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// How many bytes the tag takes.
    #[must_use]
    pub const fn length(self) -> usize {
        match self.0 {
            0..=0xFF => 1,
            0x100..=0xFFFF => 2,
            0x1_0000..=0xFF_FFFF => 3,
            _ => 4,
        }
    }

    /// Whether the value is made of further tags: bit 6 of the first byte.
    #[must_use]
    pub const fn is_constructed(self) -> bool {
        self.first() & 0x20 != 0
    }

    /// The tag as a step of a path.
    #[must_use]
    pub fn segment(self) -> Segment {
        let bytes = self.0.to_be_bytes();
        let skipped = bytes.len().wrapping_sub(self.length());
        Segment::tag(bytes.get(skipped..).unwrap_or(&bytes)).unwrap_or(Segment::number(0))
    }

    const fn first(self) -> u8 {
        match self.0.to_be_bytes() {
            [0, 0, 0, first] | [0, 0, first, _] | [0, first, _, _] | [first, ..] => first,
        }
    }

    /// How many hex digits the tag takes.
    const fn digits(self) -> usize {
        bcd::digits(self.length())
    }
}

/// Why bytes do not begin with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagFault {
    CutShort,
    TooLong,
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$X}", self.0, width = self.digits())
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tag({self})")
    }
}

/// A text that is not the hex digits of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the hex digits of a tag")]
pub struct TagError;

impl core::str::FromStr for Tag {
    type Err = TagError;

    fn from_str(text: &str) -> Result<Self, TagError> {
        let is_hex = text.len() <= 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = if is_hex { u32::from_str_radix(text, 16).ok() } else { None };
        number.and_then(Tag::new).filter(|tag| tag.digits() == text.len()).ok_or(TagError)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn tags_are_what_ber_says() {
        for number in [0x5A, 0x9F26, 0xDF8129, 0xFF20, 0x82, 0x9F, 0x1F, 0x3F00, 0xDF81_8001] {
            let bytes = u32::to_be_bytes(number);
            let skip = bytes.iter().take_while(|byte| **byte == 0).count();
            let split = Tag::split(&bytes[skip..]).ok().filter(|(_, rest)| rest.is_empty());
            assert_eq!(Tag::new(number), split.map(|(tag, _)| tag), "{number:X}");
        }
        for number in [0, 0x9F, 0x9F81, 0x8201, 0xDF8180] {
            assert_eq!(Tag::new(number), None, "{number:X}");
        }
    }

    #[test]
    fn tags_print_as_they_are_read() {
        for text in ["5A", "9F26", "DF8129", "0A"] {
            assert_eq!(text.parse::<Tag>().map(|tag| tag.to_string()), Ok(text.to_string()));
        }
        for text in ["", "9", "9F", "009F26", "+5A", "5a5a", "XX", "9F26 "] {
            assert_eq!(text.parse::<Tag>(), Err(TagError), "{text}");
        }
    }
}
