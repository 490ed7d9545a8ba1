//! What the original data elements of 1993 and 2003 share.

use super::{DIGITS_OF_INSTITUTION, is_zeros};
use crate::element::text::{Text, digits};
use core::str::FromStr;

/// Digits of the message type.
pub(super) const BEHIND_MTI: usize = 4;

/// Gives a type around a text what those of 1993 and 2003 have: message type, trace number, local time, and an institution that
/// reaches to the end, behind so many digits of its length. Trace number and time end at these places.
macro_rules! later_original {
    ($name:ident, $length:literal, $stan:ident to $behind_stan:literal, $time:ident to $behind_time:literal,
        $length_digits:literal, $expected:literal) => {
        kept_text!($name, is_original, $expected);

        fn is_original(text: &Text<$length>) -> bool {
            is_later_original::<$length, $length_digits, $time>(text, $behind_stan, $behind_time)
        }

        impl $name {
            /// Puts them together. A time that is not known is zeros.
            ///
            /// # Errors
            ///
            /// An institution of more than eleven digits, or a trace number of another length.
            pub fn new(mti: Mti, stan: Stan, local: Option<$time>, acquirer: &str) -> Result<Self, NotThat> {
                const STAN: usize = $behind_stan - BEHIND_MTI;
                const TIME: usize = $behind_time - $behind_stan;
                let acquirer = institution(acquirer).ok_or(Self::NOT)?;
                let length = length_of::<$length_digits>(&acquirer).ok_or(Self::NOT)?;
                let local = local.as_ref().map_or(&[b'0'; TIME][..], |local| local.as_str().as_bytes());
                let stan = stan.as_str().as_bytes();
                let text = Text::joined(&[&mti.to_ascii(), stan, local, &length, acquirer.as_bytes()]);
                text.filter(|text| stan.len() == STAN && is_original(text)).map($name).ok_or(Self::NOT)
            }

            /// The type of the original message.
            #[must_use]
            pub fn mti(&self) -> Mti {
                mti(&self.0)
            }

            /// Its trace number.
            #[must_use]
            pub fn stan(&self) -> Stan {
                Stan::$stan(self.0.part(BEHIND_MTI))
            }

            /// Its local time; `None` when that is zeros.
            #[must_use]
            pub fn local(&self) -> Option<$time> {
                self.0.str_part($behind_stan, $behind_time).parse().ok()
            }

            /// Its acquiring institution; empty where there was none.
            #[must_use]
            pub fn acquirer(&self) -> &str {
                self.0.str_part($behind_time + $length_digits, self.0.len())
            }
        }
    };
}

pub(super) use later_original;

/// The length of an institution in so many digits; none of it in none.
pub(super) fn length_of<const N: usize>(institution: &Text<DIGITS_OF_INSTITUTION>) -> Option<[u8; N]> {
    digits(if N == 0 { 0 } else { institution.len() as u64 })
}

/// Digits, a date and time or zeros, and an institution that is as long as it says.
pub(super) fn is_later_original<const LENGTH: usize, const LENGTH_DIGITS: usize, T: FromStr>(
    text: &Text<LENGTH>,
    behind_stan: usize,
    behind_time: usize,
) -> bool {
    let time = text.str_part(behind_stan, behind_time);
    let head = behind_time + LENGTH_DIGITS;
    let is_whole = text.len() >= head && text.is_digits() && (is_zeros(time) || time.parse::<T>().is_ok());
    is_whole && (LENGTH_DIGITS == 0 || text.number(behind_time, head) == (text.len() - head) as u64)
}
