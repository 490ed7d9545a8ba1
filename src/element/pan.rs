//! Field 2: the card number.

use super::borrowed::borrowed;
use super::{Digits, PanMask};
use crate::value::{NotThat, Value};
use crate::wire::Class;
use core::fmt;

/// A primary account number (PAN): 1 to 19 digits. Field 2, and tag 5A.
///
/// It prints masked: the first six and the last four digits, and none of a number of under 13 digits.
/// [`Pan::value`] has it in clear.
///
/// ```
/// use isomsg::element::Pan;
///
/// let pan = Pan::new("4111111111111111")?;
/// assert_eq!(pan.to_string(), "411111******1111");
/// assert_eq!(pan.iin8().is_some_and(|iin| iin.number() == 41_111_111), true);
/// assert!(pan.luhn_is_valid());
/// assert!(Pan::new("4111-1111").is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Pan<'a>(pub(super) Value<'a>);

borrowed!(Pan, N, SECRET, |value| is_pan(value), "a card number of 1 to 19 digits");

const LONGEST: usize = 19;

fn is_pan(value: &Value<'_>) -> bool {
    (1..=LONGEST).contains(&value.len()) && value.units().all(|unit| unit.is_ascii_digit())
}

impl<'a> Pan<'a> {
    /// Takes two digits a byte, with F behind them: tag 5A of chip data.
    ///
    /// # Errors
    ///
    /// Bytes that are not a card number of 1 to 19 digits.
    pub fn from_packed(bytes: &'a [u8]) -> Result<Self, NotThat> {
        let filled = bytes.iter().rev().take_while(|byte| **byte == 0xFF).count();
        let digits = bytes.get(..bytes.len() - filled).unwrap_or(&[]);
        Value::of_packed(digits, Class::N).ok_or(Self::NOT)?.parse()
    }

    /// How many digits it has.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "it has at least one digit")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the last digit is right by the algorithm of Luhn. Numbers of test cards may fail it.
    #[must_use]
    pub fn luhn_is_valid(&self) -> bool {
        let sum = self.0.units().rev().enumerate().fold(0, |sum, (at, digit)| {
            let digit = u32::from(digit & 15);
            sum + if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
        });
        sum % 10 == 0
    }

    /// The first six digits, which name the issuer; `None` when there are fewer.
    #[must_use]
    #[doc(alias = "bin")]
    pub fn iin6(&self) -> Option<Digits<6>> {
        Digits::of_value(self.0.slice(0, 6))
    }

    /// The first eight digits, which name the issuer since 2017; `None` when there are fewer.
    #[must_use]
    #[doc(alias = "bin")]
    pub fn iin8(&self) -> Option<Digits<8>> {
        Digits::of_value(self.0.slice(0, 8))
    }

    /// The last four digits; `None` when there are fewer.
    #[must_use]
    pub fn last4(&self) -> Option<Digits<4>> {
        Digits::of_value(self.0.slice(self.len().saturating_sub(4), self.len()))
    }
}

/// Masked.
impl fmt::Display for Pan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PanMask::USUAL.write(self.0.units(), f)
    }
}

impl fmt::Debug for Pan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pan({self})")
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;

    #[test]
    fn prints_at_most_six_and_four_digits() {
        assert_eq!(format!("{:?}", Pan::new("4111111111111111").unwrap()), "Pan(411111******1111)");
        assert_eq!(format!("{}", Pan::new("4111111111111").unwrap()), "411111***1111");
        assert_eq!(format!("{}", Pan::new("411111111111").unwrap()), "********");
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "12345678901234567890", "4111 1111", "411111=", "４"] {
            assert_eq!(Pan::new(text), Err(Pan::NOT), "{text}");
        }
    }

    #[test]
    fn luhn_is_asked_and_not_demanded() {
        assert!(Pan::new("5500000000000004").unwrap().luhn_is_valid());
        assert!(!Pan::new("5500000000000005").unwrap().luhn_is_valid());
    }

    #[test]
    fn reads_packed_digits() {
        let packed = [0x37, 0x82, 0x82, 0x24, 0x63, 0x10, 0x00, 0x5F, 0xFF];
        let pan = Pan::from_packed(&packed).unwrap();
        assert_eq!(pan, Pan::new("378282246310005").unwrap());
        assert_eq!(pan.last4().unwrap().as_str(), "0005");
        assert_eq!(pan.iin6().unwrap().as_str(), "378282");
        assert!(Pan::from_packed(&[0xFF]).is_err() && Pan::from_packed(&[0x4A]).is_err());
    }

    #[test]
    fn short_numbers_have_no_parts() {
        let pan = Pan::new("123").unwrap();
        assert_eq!((pan.iin6(), pan.iin8(), pan.last4()), (None, None, None));
    }
}
