//! Length prefixes: decimal digits, binary, hex digits, BER.

use super::ebcdic::CodePage;
use super::hex::HexCase;
use super::{bcd, class, decimal};

/// How a length prefix looks on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PrefixForm {
    /// Decimal digits in ASCII; the width counts digits.
    Ascii,
    /// Decimal digits in EBCDIC; the width counts digits.
    Ebcdic,
    /// Packed decimal, right-aligned; the width counts digits, so LLL takes two bytes.
    Bcd,
    /// A big-endian number; the width counts bytes.
    Binary,
    /// Hex digits in ASCII; the width counts digits.
    Hex,
    /// The length of BER: one byte to 127, then 81, 82 ... and that many bytes. It has no width.
    Ber,
}

impl PrefixForm {
    /// The bytes that a prefix takes; 0 for BER, where it depends on the value.
    pub(crate) const fn bytes(self, width: u8) -> usize {
        match self {
            PrefixForm::Ascii | PrefixForm::Ebcdic | PrefixForm::Hex | PrefixForm::Binary => width as usize,
            PrefixForm::Bcd => bcd::bytes(width as usize),
            PrefixForm::Ber => 0,
        }
    }

    /// The largest value that a prefix can hold.
    pub(crate) const fn capacity(self, width: u8) -> u64 {
        let base: u64 = match self {
            PrefixForm::Ascii | PrefixForm::Ebcdic | PrefixForm::Bcd => 10,
            PrefixForm::Binary => 256,
            PrefixForm::Hex => 16,
            PrefixForm::Ber => return u32::MAX as u64,
        };
        base.saturating_pow(width as u32).saturating_sub(1)
    }

    /// The value of a whole prefix, hex digits in this case; `None` when it is not a number in this form. Not for BER.
    #[inline]
    pub(crate) fn value(self, prefix: &[u8], case: HexCase) -> Option<u64> {
        match self {
            PrefixForm::Ascii => class::digits(prefix).then(|| of_digits(prefix)),
            PrefixForm::Ebcdic => class::ebcdic_digits(prefix).then(|| of_digits(prefix)),
            PrefixForm::Bcd => class::bcd_digits(prefix)
                .then(|| prefix.iter().fold(0, |sum, &byte| decimal::append(sum, 100, decimal::of_pair(byte)))),
            PrefixForm::Binary => Some(prefix.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte))),
            PrefixForm::Hex => prefix.iter().try_fold(0, |sum, &digit| Some(sum << 4 | u64::from(case.value(digit)?))),
            PrefixForm::Ber => None,
        }
    }

    /// Writes a value that the prefix can hold; `out` has [`PrefixForm::bytes`] places. Not for BER.
    pub(crate) fn write(self, value: u64, case: HexCase, out: &mut [u8]) {
        let mut rest = value;
        for place in out.iter_mut().rev() {
            let (digit, left) = match self {
                PrefixForm::Ascii => (b'0' | (rest % 10) as u8, rest / 10),
                PrefixForm::Ebcdic => (CodePage::Cp037.encode(b'0' | (rest % 10) as u8), rest / 10),
                PrefixForm::Bcd => (((rest / 10 % 10) << 4) as u8 | (rest % 10) as u8, rest / 100),
                PrefixForm::Binary | PrefixForm::Ber => (rest as u8, rest >> 8),
                PrefixForm::Hex => (case.digit(rest as u8 & 15), rest >> 4),
            };
            *place = digit;
            rest = left;
        }
    }
}

/// Decimal digits, of which the low nibble counts, to their value.
#[inline]
fn of_digits(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |sum, &digit| decimal::append(sum, 10, u64::from(digit & 15)))
}

/// A BER length at the start of `input`: its value and the bytes it takes.
///
/// `Ok(None)` when the input ends within it; `Err` for the indefinite form and for more than four length bytes.
pub(crate) fn ber(input: &[u8]) -> Result<Option<(u64, usize)>, NotANumber> {
    let Some((&first, rest)) = input.split_first() else { return Ok(None) };
    match first {
        0..=0x7F => Ok(Some((u64::from(first), 1))),
        0x81..=0x84 => {
            let bytes = usize::from(first & 0x7F);
            let value = rest
                .split_at_checked(bytes)
                .map(|(length, _)| PrefixForm::Binary.value(length, HexCase::Upper).unwrap_or(0));
            Ok(value.map(|value| (value, bytes.saturating_add(1))))
        }
        _ => Err(NotANumber),
    }
}

/// A prefix that is no number in its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotANumber;

/// The bytes of the shortest BER length of a value.
pub(crate) const fn ber_bytes(value: usize) -> usize {
    match value {
        0..=0x7F => 1,
        0x80..=0xFF => 2,
        0x100..=0xFFFF => 3,
        0x1_0000..=0xFF_FFFF => 4,
        _ => 5,
    }
}

/// Writes the shortest BER length; `out` has [`ber_bytes`] places.
pub(crate) fn write_ber(value: u64, out: &mut [u8]) {
    match out {
        [only] => *only = value as u8,
        [first, rest @ ..] => {
            *first = 0x80 | rest.len() as u8;
            PrefixForm::Binary.write(value, HexCase::Upper, rest);
        }
        [] => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMS: [PrefixForm; 5] =
        [PrefixForm::Ascii, PrefixForm::Ebcdic, PrefixForm::Bcd, PrefixForm::Binary, PrefixForm::Hex];

    #[test]
    fn reads_what_it_writes_up_to_its_capacity() {
        for form in FORMS {
            for width in 1..=6 {
                for value in [0, 1, 9, 10, 99, 100, 255, 999, 65_535, form.capacity(width)] {
                    if value <= form.capacity(width) {
                        let mut prefix = [0; 6];
                        let prefix = prefix.split_at_mut(form.bytes(width)).0;
                        form.write(value, HexCase::Upper, prefix);
                        assert_eq!(form.value(prefix, HexCase::Upper), Some(value), "{form:?} {width} {prefix:02X?}");
                    }
                }
            }
        }
    }

    #[test]
    fn refuses_signs_blanks_and_bad_nibbles() {
        assert_eq!(PrefixForm::Ascii.value(b"+5", HexCase::Upper), None);
        assert_eq!(PrefixForm::Ascii.value(b" 5", HexCase::Upper), None);
        assert_eq!(PrefixForm::Bcd.value(&[0x1A], HexCase::Upper), None);
        assert_eq!(PrefixForm::Ebcdic.value(b"05", HexCase::Upper), None);
        assert_eq!(PrefixForm::Hex.value(b"0a", HexCase::Upper), None);
    }

    #[test]
    fn ber_lengths() {
        for value in [0, 1, 127, 128, 255, 256, 65_535, 65_536, 16_777_216] {
            let mut out = [0; 5];
            let out = out.split_at_mut(ber_bytes(value)).0;
            write_ber(value as u64, out);
            assert_eq!(ber(out), Ok(Some((value as u64, out.len()))));
            assert_eq!(ber(&out[..out.len() - 1]), Ok(None));
        }
        assert_eq!(ber(&[0x80, 0, 0]), Err(NotANumber));
        assert_eq!(ber(&[0x88, 255, 255, 255, 255, 255, 255, 255, 255]), Err(NotANumber));
    }
}
