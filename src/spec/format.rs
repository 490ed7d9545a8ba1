//! The standard's own notation: `n 6`, `n..11`, `ans...999`, `z..37`, `x+n 8`.

use crate::error::SpecErrorKind;
use crate::wire::Class;
use core::fmt;

/// The longest value, and so the longest message.
pub(crate) const MAX_LENGTH: u32 = 65_535;

/// A format in the standard's notation: class and length.
///
/// `n 6` is six digits, `n..11` up to eleven with a prefix of two digits (LL), `ans...999` with three (LLL), up to six
/// dots. `n 13..19` also states a minimum. `x+n 8` is nine characters: the sign, then digits; so is its maximum.
/// `b 8` is eight *bytes*: the 1987 edition's `b 64` counts bits and is refused with that hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    pub(crate) class: Class,
    /// Digits of the length prefix as the dots count them; 0 for a fixed length.
    pub(crate) dots: u8,
    pub(crate) min: u16,
    pub(crate) max: u16,
}

impl Format {
    /// Reads the notation.
    ///
    /// # Errors
    ///
    /// [`SpecErrorKind::BadFormat`], [`SpecErrorKind::BitsNotBytes`], [`SpecErrorKind::BadMaximum`],
    /// [`SpecErrorKind::MinimumAboveMaximum`] or [`SpecErrorKind::BadPrefixWidth`].
    pub const fn parse(notation: &str) -> Result<Self, SpecErrorKind> {
        let (class, rest) = match split_class(notation.as_bytes()) {
            Some(found) => found,
            None => return Err(SpecErrorKind::BadFormat),
        };
        let (first, rest) = split_number(skip_blanks(rest));
        let (dots, rest) = split_dots(rest);
        let (last, rest) = split_number(rest);
        if !rest.is_empty() {
            return Err(SpecErrorKind::BadFormat);
        }
        match (first, dots, last) {
            (Some(64), 0, None) if matches!(class, Class::B) => Err(SpecErrorKind::BitsNotBytes),
            (Some(length), 0, None) => Format::checked(class, 0, length, length),
            (_, 7.., _) => Err(SpecErrorKind::BadPrefixWidth),
            (None, 1.., Some(max)) => Format::checked(class, dots, 0, max),
            (Some(min), 1.., Some(max)) => Format::checked(class, dots, min, max),
            _ => Err(SpecErrorKind::BadFormat),
        }
    }

    const fn checked(class: Class, dots: u8, min: u32, max: u32) -> Result<Self, SpecErrorKind> {
        let sign = matches!(class, Class::Xn) as u32;
        // A sign without a digit is no amount.
        let min = if sign == 1 && min == 0 { 1 } else { min };
        let (min, max) = (if min == 0 { 0 } else { min + sign }, max + sign);
        if max <= sign || max > MAX_LENGTH {
            return Err(SpecErrorKind::BadMaximum);
        }
        if min > max {
            return Err(SpecErrorKind::MinimumAboveMaximum);
        }
        Ok(Format { class, dots, min: min as u16, max: max as u16 })
    }

    /// The character class.
    #[must_use]
    pub const fn class(self) -> Class {
        self.class
    }

    /// Whether the length is fixed.
    #[must_use]
    pub const fn is_fixed(self) -> bool {
        self.dots == 0
    }

    /// The least digits, characters or bytes; the sign of `x+n` counts.
    #[must_use]
    pub const fn min(self) -> usize {
        self.min as usize
    }

    /// The most digits, characters or bytes; the sign of `x+n` counts.
    #[must_use]
    pub const fn max(self) -> usize {
        self.max as usize
    }
}

/// As the standard writes it.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = u16::from(self.class == Class::Xn);
        f.write_str(self.class.notation())?;
        if self.is_fixed() {
            return write!(f, " {}", self.max - sign);
        }
        if self.min > 2 * sign {
            write!(f, " {}", self.min - sign)?;
        }
        (0..self.dots).try_for_each(|_| f.write_str("."))?;
        write!(f, "{}", self.max - sign)
    }
}

const fn split_class(notation: &[u8]) -> Option<(Class, &[u8])> {
    let mut length = 0;
    let mut rest = notation;
    while let [b'a'..=b'z' | b'+', tail @ ..] = rest {
        length += 1;
        rest = tail;
    }
    let Some((name, rest)) = notation.split_at_checked(length) else { return None };
    let class = match name {
        b"n" => Class::N,
        b"a" => Class::A,
        b"an" => Class::An,
        b"ans" => Class::Ans,
        b"anp" => Class::Anp,
        b"ns" => Class::Ns,
        b"as" => Class::As,
        b"z" => Class::Z,
        b"b" => Class::B,
        b"x+n" => Class::Xn,
        b"anb" => Class::Anb,
        b"ansb" => Class::Ansb,
        _ => return None,
    };
    Some((class, rest))
}

const fn skip_blanks(mut text: &[u8]) -> &[u8] {
    while let [b' ', tail @ ..] = text {
        text = tail;
    }
    text
}

const fn split_dots(mut text: &[u8]) -> (u8, &[u8]) {
    let mut dots: u8 = 0;
    while let [b'.', tail @ ..] = text {
        dots = dots.saturating_add(1);
        text = tail;
    }
    (dots, text)
}

/// A number in front, of which a value above the longest length is held at one above it.
const fn split_number(mut text: &[u8]) -> (Option<u32>, &[u8]) {
    let mut number = None;
    while let [digit @ b'0'..=b'9', tail @ ..] = text {
        let before = match number {
            Some(before) => before,
            None => 0,
        };
        let value = before * 10 + (*digit - b'0') as u32;
        number = Some(if value > MAX_LENGTH { MAX_LENGTH + 1 } else { value });
        text = tail;
    }
    (number, text)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn prints_what_it_reads() {
        for notation in
            ["n 6", "n..11", "ans...999", "z..37", "x+n 8", "b 8", "b...255", "n 13..19", "ansb....9999", "x+n..12"]
        {
            assert_eq!(Format::parse(notation).map(|format| format.to_string()), Ok(notation.to_string()));
        }
        assert_eq!(Format::parse("n6"), Format::parse("n 6"));
    }

    #[test]
    fn the_sign_counts() {
        let amount = Format::parse("x+n 8").unwrap();
        assert_eq!((amount.min(), amount.max()), (9, 9));
    }

    #[test]
    fn refuses_everything_else() {
        use SpecErrorKind::*;
        for (notation, reason) in [
            ("", BadFormat),
            ("n", BadFormat),
            ("n ", BadFormat),
            ("n..", BadFormat),
            ("q 6", BadFormat),
            ("N 6", BadFormat),
            ("n 6 ", BadFormat),
            ("n -6", BadFormat),
            ("n 6.", BadFormat),
            ("n..6..", BadFormat),
            ("ö 6", BadFormat),
            ("b 64", BitsNotBytes),
            ("n 0", BadMaximum),
            ("n 65536", BadMaximum),
            ("n 99999999999999999999", BadMaximum),
            ("n 12..11", MinimumAboveMaximum),
            ("n.......9", BadPrefixWidth),
        ] {
            assert_eq!(Format::parse(notation), Err(reason), "{notation}");
        }
    }
}
