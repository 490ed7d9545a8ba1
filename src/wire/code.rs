//! Tags of a fixed width, as the segments of a path.

use super::bcd;
use super::ebcdic::CodePage;
use super::hex::HexCase;
use super::length::PrefixForm;
use crate::error::Segment;

/// The tag in `bytes`, all of which it takes; `None` when they are not letters and digits in this form.
pub(crate) fn read(form: PrefixForm, width: u8, bytes: &[u8]) -> Option<Segment> {
    match form {
        PrefixForm::Binary => Segment::tag(bytes),
        PrefixForm::Bcd => {
            let mut digits = [0; 8];
            let start = bcd::digits(bytes.len()).checked_sub(usize::from(width))?;
            if (0..start).any(|at| bcd::nibble(bytes, at) != 0) {
                return None;
            }
            let places = digits.get_mut(..usize::from(width))?;
            for (at, place) in (start..).zip(places.iter_mut()) {
                *place = b'0' | bcd::nibble(bytes, at);
            }
            places.iter().all(u8::is_ascii_digit).then(|| Segment::of(places)).flatten()
        }
        PrefixForm::Ebcdic => characters(bytes, |byte| CodePage::Cp037.decode(byte)),
        PrefixForm::Hex => {
            let is_upper = |digit: &u8| HexCase::Upper.value(*digit).is_some();
            characters(bytes, |byte| byte).filter(|_| bytes.iter().all(is_upper))
        }
        PrefixForm::Ascii => characters(bytes, |byte| byte),
        PrefixForm::Ber => None,
    }
}

fn characters(bytes: &[u8], ascii: impl Fn(u8) -> u8) -> Option<Segment> {
    let mut text = [0; 8];
    let places = text.get_mut(..bytes.len())?;
    places.iter_mut().zip(bytes).for_each(|(place, &byte)| *place = ascii(byte));
    Segment::of(places)
}

/// Writes a tag for which [`is_tag`] holds; `out` has the bytes of its form.
#[cfg(feature = "alloc")]
pub(crate) fn write(form: PrefixForm, tag: Segment, out: &mut [u8]) {
    let text = tag.as_bytes();
    match form {
        PrefixForm::Binary => bcd::pack_pairs(text, out),
        PrefixForm::Bcd => form.write(super::decimal::of_ascii(text).unwrap_or(0), HexCase::Upper, out),
        PrefixForm::Ebcdic => {
            out.iter_mut().zip(text).for_each(|(byte, &character)| *byte = CodePage::Cp037.encode(character));
        }
        _ => out.iter_mut().zip(text).for_each(|(byte, &character)| *byte = character),
    }
}

/// Whether a segment is a tag of this form and width.
pub(crate) const fn is_tag(form: PrefixForm, width: u8, tag: Segment) -> bool {
    let length = match form {
        PrefixForm::Binary => bcd::digits(width as usize),
        _ => width as usize,
    };
    let mut rest = tag.as_bytes();
    if rest.len() != length {
        return false;
    }
    while let [character, tail @ ..] = rest {
        let fits = match form {
            PrefixForm::Binary | PrefixForm::Hex => matches!(character, b'0'..=b'9' | b'A'..=b'F'),
            PrefixForm::Bcd => character.is_ascii_digit(),
            _ => true,
        };
        if !fits {
            return false;
        }
        rest = tail;
    }
    true
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_they_are_written() {
        let tags = [
            (PrefixForm::Ascii, 2, "A1"),
            (PrefixForm::Ascii, 4, "0023"),
            (PrefixForm::Ebcdic, 3, "07z"),
            (PrefixForm::Bcd, 4, "0910"),
            (PrefixForm::Bcd, 3, "091"),
            (PrefixForm::Hex, 2, "1F"),
            (PrefixForm::Binary, 1, "57"),
            (PrefixForm::Binary, 4, "DF8129FF"),
        ];
        for (form, width, text) in tags {
            let tag = Segment::text(text).unwrap_or_default();
            let mut bytes = [0; 8];
            let (bytes, _) = bytes.split_at_mut(form.bytes(width));
            assert!(is_tag(form, width, tag), "{text}");
            write(form, tag, bytes);
            assert_eq!(read(form, width, bytes), Some(tag), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_tag() {
        assert_eq!(read(PrefixForm::Ascii, 2, b"A "), None);
        assert_eq!(read(PrefixForm::Bcd, 2, &[0x1A]), None);
        assert_eq!(read(PrefixForm::Hex, 2, b"1G"), None);
        assert_eq!(read(PrefixForm::Hex, 2, b"1f"), None);
        assert_eq!(read(PrefixForm::Bcd, 3, &[0x10, 0x91]), None);
        assert_eq!(read(PrefixForm::Ebcdic, 2, &[0x40, 0x40]), None);
        let tag = |text| Segment::text(text).unwrap_or_default();
        assert!(!is_tag(PrefixForm::Ascii, 3, tag("A1")));
        assert!(!is_tag(PrefixForm::Bcd, 2, tag("A1")));
        assert!(!is_tag(PrefixForm::Binary, 1, tag("1g")));
    }
}
