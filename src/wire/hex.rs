//! Two hex digits a byte, in ASCII or EBCDIC.

use super::ebcdic::CodePage;

/// The case of hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HexCase {
    /// `0-9A-F`, written and accepted.
    Upper,
    /// `0-9a-f`, written and accepted.
    Lower,
    /// Written in upper case, accepted in both.
    Any,
}

impl HexCase {
    /// The value of a hex digit in ASCII; `None` for anything else.
    pub(crate) const fn value(self, digit: u8) -> Option<u8> {
        match (digit, self) {
            (b'0'..=b'9', _) => Some(digit & 15),
            (b'A'..=b'F', HexCase::Upper | HexCase::Any) => Some(digit.wrapping_sub(b'A' - 10)),
            (b'a'..=b'f', HexCase::Lower | HexCase::Any) => Some(digit.wrapping_sub(b'a' - 10)),
            _ => None,
        }
    }

    /// The hex digit in ASCII of a nibble.
    pub(crate) const fn digit(self, nibble: u8) -> u8 {
        match (nibble & 15, self) {
            (low @ 0..=9, _) => b'0' | low,
            (high, HexCase::Lower) => high.wrapping_add(b'a' - 10),
            (high, _) => high.wrapping_add(b'A' - 10),
        }
    }
}

/// The charset of hex digits on the wire. All EBCDIC pages agree on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HexText {
    Ascii,
    Ebcdic,
}

impl HexText {
    fn to_ascii(self, code: u8) -> u8 {
        match self {
            HexText::Ascii => code,
            HexText::Ebcdic => CodePage::Cp037.decode(code),
        }
    }

    fn code_of(self, digit: u8) -> u8 {
        match self {
            HexText::Ascii => digit,
            HexText::Ebcdic => CodePage::Cp037.encode(digit),
        }
    }
}

/// Byte number `at` of the value; `None` beyond the end or where a digit is none.
pub(crate) fn byte(digits: &[u8], at: usize, text: HexText, case: HexCase) -> Option<u8> {
    let (_, pair) = digits.split_at_checked(at.checked_mul(2)?)?;
    let [high, low] = pair.first_chunk()?;
    Some(case.value(text.to_ascii(*high))? << 4 | case.value(text.to_ascii(*low))?)
}

/// Whether these are pairs of hex digits in ASCII, of either case.
pub(crate) fn is_pairs(digits: &[u8]) -> bool {
    // Without an early end, so that many are looked at at once.
    digits.len().is_multiple_of(2) && digits.iter().fold(true, |well, &digit| well & digit.is_ascii_hexdigit())
}

/// Where the first code that is no hex digit stands.
pub(crate) fn first_bad(digits: &[u8], text: HexText, case: HexCase) -> Option<usize> {
    digits.iter().position(|&code| case.value(text.to_ascii(code)).is_none())
}

/// Writes bytes as hex digits; `out` has two places for each.
pub(crate) fn write(bytes: impl Iterator<Item = u8>, text: HexText, case: HexCase, out: &mut [u8]) {
    for (pair, byte) in out.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *pair = [text.code_of(case.digit(byte >> 4)), text.code_of(case.digit(byte))];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_in_either_charset() {
        for text in [HexText::Ascii, HexText::Ebcdic] {
            for case in [HexCase::Upper, HexCase::Lower, HexCase::Any] {
                let mut out = [0; 6];
                write([0x00, 0x9A, 0xFF].into_iter(), text, case, &mut out);
                assert_eq!([0, 1, 2].map(|at| byte(&out, at, text, case)), [Some(0), Some(0x9A), Some(0xFF)]);
                assert_eq!(first_bad(&out, text, case), None);
                assert_eq!(byte(&out, 3, text, case), None);
            }
        }
    }

    #[test]
    fn the_other_case_is_refused_unless_any_is_stated() {
        assert_eq!(first_bad(b"0a", HexText::Ascii, HexCase::Upper), Some(1));
        assert_eq!(first_bad(b"0A", HexText::Ascii, HexCase::Lower), Some(1));
        assert_eq!(first_bad(b"aA", HexText::Ascii, HexCase::Any), None);
    }
}
