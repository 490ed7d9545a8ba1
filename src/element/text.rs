//! What the types share that keep their text themselves: a small array of ASCII characters.

use crate::value::Value;

/// At most `N` ASCII characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Text<const N: usize> {
    /// Zeros behind the text.
    characters: [u8; N],
    length: u8,
}

impl<const N: usize> Text<N> {
    /// A text of full length that is known to be ASCII.
    pub(crate) const fn full(characters: [u8; N]) -> Self {
        Text { characters, length: N as u8 }
    }

    /// The first `length` of these characters, zeros behind them.
    pub(crate) const fn short(characters: [u8; N], length: u8) -> Self {
        Text { characters, length }
    }

    /// At most `N` printable ASCII characters, in a constant too; `None` for a text that is longer, or has others.
    #[cfg(feature = "alloc")]
    pub(crate) const fn printable(text: &str) -> Option<Self> {
        let mut characters = [0; N];
        let mut places: &mut [u8] = &mut characters;
        let mut rest = text.as_bytes();
        while let Some((character, behind)) = rest.split_first() {
            match places.split_first_mut() {
                Some((place, others)) if *character >= b' ' && *character <= b'~' => {
                    *place = *character;
                    places = others;
                }
                _ => return None,
            }
            rest = behind;
        }
        // A longer text was refused above, and no `N` here exceeds a byte.
        Some(Text::short(characters, text.len() as u8))
    }

    pub(crate) fn of_str(text: &str) -> Option<Self> {
        Text::joined(&[text.as_bytes()])
    }

    pub(crate) fn of_value(value: Value<'_>) -> Option<Self> {
        if value.is_binary() {
            return None;
        }
        let mut characters = [0; N];
        let length = value.copy_into(&mut characters).filter(|copied| copied.is_ascii())?.len();
        Some(Text { characters, length: u8::try_from(length).ok()? })
    }

    /// Parts one behind the other; `None` when they are longer than `N` or not ASCII.
    pub(crate) fn joined(parts: &[&[u8]]) -> Option<Self> {
        let mut characters = [0; N];
        let mut length = 0;
        for part in parts {
            let place = characters.get_mut(length..length + part.len())?;
            place.copy_from_slice(part);
            length += part.len();
        }
        characters.is_ascii().then_some(Text { characters, length: u8::try_from(length).ok()? })
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.characters.get(..self.len()).unwrap_or(&[])
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    pub(crate) const fn len(&self) -> usize {
        self.length as usize
    }

    pub(crate) const fn is_full(&self) -> bool {
        self.len() == N
    }

    pub(crate) fn is_digits(&self) -> bool {
        self.as_bytes().iter().all(u8::is_ascii_digit)
    }

    /// Characters `from` up to `from + M`; zeros where there are none.
    pub(crate) fn part<const M: usize>(&self, from: usize) -> [u8; M] {
        self.as_bytes().get(from..).and_then(|rest| rest.first_chunk()).copied().unwrap_or([b'0'; M])
    }

    pub(crate) fn str_part(&self, from: usize, to: usize) -> &str {
        self.as_str().get(from..to).unwrap_or("")
    }

    /// The number that two digits are.
    pub(crate) fn pair(&self, from: usize) -> u8 {
        // Two digits fit a byte.
        number(&self.part::<2>(from)) as u8
    }

    /// The number that characters `from` up to `to` are, which are digits.
    pub(crate) fn number(&self, from: usize, to: usize) -> u64 {
        number(self.as_bytes().get(from..to).unwrap_or(&[]))
    }
}

/// The number that at most nineteen digits are.
pub(crate) fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0u64, |sum, digit| sum.wrapping_mul(10).wrapping_add(u64::from(digit.wrapping_sub(b'0'))))
}

/// A number in exactly `N` digits; `None` when it has more.
pub(crate) fn digits<const N: usize>(number: u64) -> Option<[u8; N]> {
    let mut digits = [b'0'; N];
    let mut rest = number;
    for place in digits.iter_mut().rev() {
        *place += (rest % 10) as u8;
        rest /= 10;
    }
    (rest == 0).then_some(digits)
}

/// May be printed in clear.
pub(crate) const SHOWN: bool = false;
/// Must not be.
pub(crate) const SECRET: bool = true;

/// Gives a type around a [`Text`] what all such types have but for how it prints and is read from a value; `$is` says whether a
/// text is one.
macro_rules! text_only {
    ($name:ident, $is:expr, $expected:expr) => {
        impl $name {
            const NOT: crate::value::NotThat = crate::value::NotThat { expected: $expected };

            /// Its text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::value::NotThat;

            fn from_str(text: &str) -> Result<Self, crate::value::NotThat> {
                Text::of_str(text).filter($is).map($name).ok_or(Self::NOT)
            }
        }

        impl<'v> From<&'v $name> for crate::value::Input<'v> {
            fn from(element: &'v $name) -> Self {
                crate::value::Input::Text(element.as_str())
            }
        }
    };
}

/// Gives a type around a [`Text`] what all such types have but for how it prints; `$secrecy` says whether it may be shown.
macro_rules! plain_text {
    ($name:ident, $secrecy:ident, $is:expr, $expected:literal) => {
        crate::element::text::text_only!($name, $is, $expected);

        impl<'a> crate::value::FromValue<'a> for $name {
            const IS_SECRET: bool = crate::element::text::$secrecy;

            fn from_value(value: crate::value::Value<'a>) -> Result<Self, crate::value::NotThat> {
                Text::of_value(value).filter($is).map($name).ok_or(Self::NOT)
            }
        }
    };
}

/// Gives a type around a [`Text`] what all such types have that may be shown; `$is` says whether a text is one.
macro_rules! kept_text {
    ($name:ident, $is:expr, $expected:literal) => {
        crate::element::text::plain_text!($name, SHOWN, $is, $expected);

        /// Its text.
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }
    };
}

pub(crate) use {kept_text, plain_text, text_only};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_long_as_they_are() {
        let text = Text::<6>::joined(&[b"12", b"345"]).unwrap();
        assert_eq!((text.as_str(), text.is_full(), text.pair(2), text.number(1, 5)), ("12345", false, 34, 2345));
        assert_eq!((text.str_part(3, 5), text.str_part(3, 9)), ("45", ""));
        assert!(Text::<4>::of_str("12345").is_none() && Text::<4>::of_str("é").is_none());
    }

    #[test]
    #[cfg(feature = "alloc")]
    fn printable_texts_hold_nothing_else() {
        assert_eq!(Text::<4>::printable("a b~").map(|text| text.len()), Some(4));
        assert_eq!(Text::<4>::printable("").map(|text| text.len()), Some(0));
        for text in ["abcde", "a\n", "é", "\x7F"] {
            assert!(Text::<4>::printable(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn numbers_have_so_many_digits() {
        assert_eq!(digits(42), Some(*b"0042"));
        assert_eq!(digits::<4>(10_000), None);
        assert_eq!(number(b"0042"), 42);
    }
}
