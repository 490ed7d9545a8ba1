//! What the codes of currencies and of countries share: three digits, in chip data two bytes.

use super::text::Text;
use crate::value::Value;

pub(super) fn is_code(text: &Text<3>) -> bool {
    text.is_full() && text.is_digits()
}

/// Three digits; of binary data, as in chip data, two bytes that hold them behind a nibble 0.
pub(super) fn of_value(value: Value<'_>) -> Option<Text<3>> {
    if !value.is_binary() {
        return Text::of_value(value).filter(is_code);
    }
    let mut bytes = [0; 2];
    match *value.copy_into(&mut bytes)? {
        [first @ 0..=9, pair] => {
            Some(Text::full([first, pair >> 4, pair & 15].map(|digit| b'0' + digit))).filter(is_code)
        }
        _ => None,
    }
}

/// Two bytes that hold the digits behind a nibble 0.
pub(super) fn chip_bytes(code: &Text<3>) -> [u8; 2] {
    let [first, second, third] = code.part::<3>(0).map(|digit| digit & 15);
    [first, second << 4 | third]
}

/// Gives a type around a [`Text`] of three digits what such types have but for how it is displayed; `$what` is what has the code.
macro_rules! three_digits {
    ($name:ident, $what:literal) => {
        crate::element::text::text_only!(
            $name,
            crate::element::code::is_code,
            concat!("a ", $what, " code of three digits")
        );

        impl $name {
            #[doc = concat!("The ", $what, " with this code; `None` above 999.")]
            #[must_use]
            pub fn new(numeric: u16) -> Option<Self> {
                crate::element::text::digits(numeric.into()).map(|code| $name(Text::full(code)))
            }

            /// The code as a number.
            #[must_use]
            pub fn numeric(&self) -> u16 {
                // Three digits fit.
                self.0.number(0, 3) as u16
            }

            /// The value of a tag of chip data: the digits in two bytes, behind a nibble 0.
            #[must_use]
            pub fn chip_bytes(&self) -> [u8; 2] {
                crate::element::code::chip_bytes(&self.0)
            }
        }

        impl<'a> crate::value::FromValue<'a> for $name {
            fn from_value(value: crate::value::Value<'a>) -> Result<Self, crate::value::NotThat> {
                crate::element::code::of_value(value).map($name).ok_or(Self::NOT)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }
    };
}

pub(crate) use three_digits;
