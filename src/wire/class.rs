//! Character classes of the standard, and their check sixteen bytes at a time.

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

/// Whether every byte is 0x30 to 0x39.
#[inline]
pub(crate) fn digits(text: &[u8]) -> bool {
    all(text, is_digit)
}

/// Whether every byte is 0xF0 to 0xF9.
#[inline]
pub(crate) fn ebcdic_digits(text: &[u8]) -> bool {
    all(text, |byte| byte.wrapping_sub(0xF0) < 10)
}

/// Whether every byte is 0x20 to 0x7E.
#[inline]
pub(crate) fn printable(text: &[u8]) -> bool {
    all(text, |byte| byte.wrapping_sub(b' ') < 0x5F)
}

/// Whether every byte is a letter, a digit or a blank.
#[inline]
pub(crate) fn alphanumeric(text: &[u8]) -> bool {
    all(text, |byte| is_digit(byte) | ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte == b' '))
}

/// Whether every byte is 0x30 to 0x3F or `D`.
#[inline]
pub(crate) fn track(text: &[u8]) -> bool {
    all(text, |byte| (byte.wrapping_sub(b'0') < 16) | (byte == b'D'))
}

/// Whether every nibble is 0 to 9.
#[inline]
pub(crate) fn bcd_digits(packed: &[u8]) -> bool {
    all(packed, |byte| (byte < 0xA0) & (byte & 15 < 10))
}

#[inline(always)]
fn is_digit(byte: u8) -> bool {
    byte.wrapping_sub(b'0') < 10
}

/// Whether something without a branch holds for all bytes.
///
/// It is asked of whole blocks, of which the last two may overlap: a compiler makes a few wide instructions of each.
#[inline(always)]
fn all(bytes: &[u8], holds: impl Fn(u8) -> bool + Copy) -> bool {
    if let Some(last) = bytes.last_chunk::<16>() {
        bytes.as_chunks::<16>().0.iter().all(|block| all_of(block, holds)) && all_of(last, holds)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        all_of(first, holds) & all_of(last, holds)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        all_of(first, holds) & all_of(last, holds)
    } else {
        bytes.iter().all(|&byte| holds(byte))
    }
}

#[inline(always)]
fn all_of<const N: usize>(block: &[u8; N], holds: impl Fn(u8) -> bool) -> bool {
    block.iter().fold(true, |all, &byte| all & holds(byte))
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
