//! Character classes of the standard, and their check eight bytes at a time.

/// A character class: which characters the value of a field may hold.
///
/// `a` holds the blank, so `an` and `anp` do too; that is what is sent. Track data (`z`) is 0x30 to 0x3F and `D`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Class {
    /// `n`: digits.
    N,
    /// `a`: letters and blank.
    A,
    /// `an`: letters, digits and blank.
    An,
    /// `ans`: every printable ASCII character.
    Ans,
    /// `anp`: letters, digits and the blank as pad.
    Anp,
    /// `ns`: digits, special characters and blank.
    Ns,
    /// `as`: letters, special characters and blank.
    As,
    /// `z`: the code set of tracks 2 and 3.
    Z,
    /// `b`: any byte; lengths count bytes.
    B,
    /// `x+n`: the sign C or D, then digits; a length counts the sign too.
    Xn,
    /// `anb`: letters, digits or binary; any byte.
    Anb,
    /// `ansb`: printable characters or binary; any byte.
    Ansb,
}

const DIGIT: u8 = 1;
const LETTER: u8 = 2;
const BLANK: u8 = 4;
const SPECIAL: u8 = 8;
const TRACK: u8 = 16;
const ANY: u8 = 32;

/// What each byte is, as a set of the kinds above.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler, where an index out of range is a build error")]
const KINDS: [u8; 256] = {
    let mut kinds = [ANY; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] |= match byte as u8 {
            b'0'..=b'9' => DIGIT | TRACK,
            b':'..=b'?' => SPECIAL | TRACK,
            b'D' => LETTER | TRACK,
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b' ' => BLANK,
            0x21..=0x7E => SPECIAL,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

impl Class {
    /// Every class.
    pub const ALL: [Class; 12] = [
        Class::N,
        Class::A,
        Class::An,
        Class::Ans,
        Class::Anp,
        Class::Ns,
        Class::As,
        Class::Z,
        Class::B,
        Class::Xn,
        Class::Anb,
        Class::Ansb,
    ];

    /// The class in the standard's notation.
    #[must_use]
    pub const fn notation(self) -> &'static str {
        match self {
            Class::N => "n",
            Class::A => "a",
            Class::An => "an",
            Class::Ans => "ans",
            Class::Anp => "anp",
            Class::Ns => "ns",
            Class::As => "as",
            Class::Z => "z",
            Class::B => "b",
            Class::Xn => "x+n",
            Class::Anb => "anb",
            Class::Ansb => "ansb",
        }
    }

    const fn kinds(self) -> u8 {
        match self {
            Class::N | Class::Xn => DIGIT,
            Class::A => LETTER | BLANK,
            Class::An | Class::Anp => LETTER | DIGIT | BLANK,
            Class::Ans => LETTER | DIGIT | BLANK | SPECIAL,
            Class::Ns => DIGIT | BLANK | SPECIAL,
            Class::As => LETTER | BLANK | SPECIAL,
            Class::Z => TRACK,
            Class::B | Class::Anb | Class::Ansb => ANY,
        }
    }

    /// Whether a character is in the class; the sign of `x+n` apart.
    #[must_use]
    pub const fn admits(self, character: u8) -> bool {
        kinds_of(character) & self.kinds() != 0
    }

    /// Whether every byte, read as ASCII, is in the class.
    #[inline]
    pub(crate) fn admits_all(self, text: &[u8]) -> bool {
        match self {
            Class::N | Class::Xn => digits(text),
            Class::Ans => printable(text),
            Class::An | Class::Anp => alphanumeric(text),
            Class::Z => track(text),
            Class::B | Class::Anb | Class::Ansb => true,
            _ => {
                let wanted = self.kinds();
                text.iter().fold(true, |well, &byte| well & (kinds_of(byte) & wanted != 0))
            }
        }
    }

    /// Whether lengths of this class count bytes of binary data.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Class::B)
    }

    /// Whether the values are digits, so that BCD suits them.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        matches!(self, Class::N | Class::Z | Class::Xn)
    }
}

#[inline]
#[allow(clippy::indexing_slicing, reason = "a byte is below 256, and const fn has no get")]
const fn kinds_of(byte: u8) -> u8 {
    KINDS[byte as usize]
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Whether every byte is 0x30 to 0x39.
#[inline]
pub(crate) fn digits(text: &[u8]) -> bool {
    digits_in_zone(text, b'0')
}

/// Whether every byte is 0xF0 to 0xF9.
#[inline]
pub(crate) fn ebcdic_digits(text: &[u8]) -> bool {
    digits_in_zone(text, 0xF0)
}

#[inline(always)]
fn digits_in_zone(text: &[u8], zero: u8) -> bool {
    in_words(text, zero, |word| {
        let digits = word ^ (ONES * u64::from(zero));
        (digits | digits.wrapping_add(ONES * 6)) & (ONES * 0xF0)
    })
}

/// Whether every byte is 0x20 to 0x7E.
#[inline]
pub(crate) fn printable(text: &[u8]) -> bool {
    in_words(text, b' ', |word| (word | word.wrapping_sub(ONES * 0x20) | word.wrapping_add(ONES)) & HIGH)
}

/// Whether every byte is a letter, a digit or a blank.
#[inline]
pub(crate) fn alphanumeric(text: &[u8]) -> bool {
    in_words(text, b'0', |word| {
        let low = word & !HIGH;
        let letters = in_range(low | (ONES * 0x20), b'a', b'z') & in_range(low, b'A', 0x7F);
        let well = letters | in_range(low, b'0', b'9') | in_range(low, b' ', b' ');
        (word | !well) & HIGH
    })
}

/// Whether every byte is 0x30 to 0x3F or `D`.
#[inline]
pub(crate) fn track(text: &[u8]) -> bool {
    in_words(text, b'0', |word| {
        let low = word & !HIGH;
        let well = in_range(low, 0x30, 0x3F) | in_range(low, b'D', b'D');
        (word | !well) & HIGH
    })
}

/// The high bit of each byte, all below 0x80, that lies in a range.
#[inline(always)]
fn in_range(word: u64, first: u8, last: u8) -> u64 {
    let from_first = word.wrapping_add(ONES * u64::from(0x80 - first));
    let above_last = word.wrapping_add(ONES * u64::from(0x7F - last));
    from_first & !above_last
}

/// Whether every nibble is 0 to 9.
#[inline]
pub(crate) fn bcd_digits(packed: &[u8]) -> bool {
    in_words(packed, 0, |word| (word >> 3) & ((word >> 2) | (word >> 1)) & (ONES * 0x11))
}

/// Whether `violations`, which sees eight bytes at a time, is 0 for all bytes.
///
/// The last, partial word is made of two overlapping loads, or filled up with `neutral`.
/// A carry between bytes only ever leaves a byte that is a violation itself.
#[inline(always)]
fn in_words(bytes: &[u8], neutral: u8, violations: impl Fn(u64) -> u64) -> bool {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut found = 0;
    for word in words {
        found |= violations(u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        found |= match bytes.last_chunk::<8>() {
            Some(word) => violations(u64::from_le_bytes(*word)),
            None => violations(short_word(rest, neutral)),
        };
    }
    found == 0
}

/// One to seven bytes in a word, the others `neutral`.
#[inline(always)]
fn short_word(bytes: &[u8], neutral: u8) -> u64 {
    if let (Some(low), Some(high)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*low)) | u64::from(u32::from_le_bytes(*high)) << 32;
    }
    let pad = u64::from(neutral) * ONES;
    match bytes {
        [a, b, c] => (pad << 24) | u64::from(*a) | u64::from(*b) << 8 | u64::from(*c) << 16,
        [a, b] => (pad << 16) | u64::from(*a) | u64::from(*b) << 8,
        [a] => (pad << 8) | u64::from(*a),
        _ => pad,
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec;

    /// The fast checks against the table, each byte value at each place of each length.
    #[test]
    fn wide_checks_agree_with_the_table() {
        for class in Class::ALL {
            let filler = (b' '..).find(|&byte| class.admits(byte)).unwrap();
            for length in 0..28 {
                for place in 0..length {
                    for byte in 0..=255u8 {
                        let mut text = vec![filler; length];
                        text[place] = byte;
                        assert_eq!(
                            class.admits_all(&text),
                            class.admits(byte),
                            "{class:?} {byte:02X} {place}/{length}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn wide_bcd_and_ebcdic_digits_agree_with_the_definition() {
        for length in 1..20 {
            for place in 0..length {
                for byte in 0..=255u8 {
                    let mut packed = vec![0x99; length];
                    packed[place] = byte;
                    assert_eq!(bcd_digits(&packed), byte >> 4 <= 9 && byte & 15 <= 9, "{byte:02X}");
                    let mut text = vec![0xF9; length];
                    text[place] = byte;
                    assert_eq!(ebcdic_digits(&text), (0xF0..=0xF9).contains(&byte), "{byte:02X}");
                }
            }
        }
    }
}
