//! Fields 28 to 31 and 97: an amount with a sign.

use super::text::{Text, digits, number};
use super::{Amount, Currency};
use crate::value::{FromValue, Input, NotThat, Value};
use core::fmt;
use core::str::FromStr;

/// The sign of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// C, positive.
    Credit,
    /// D, negative.
    Debit,
}

impl Sign {
    pub(super) const fn of(letter: u8) -> Option<Self> {
        match letter {
            b'C' => Some(Sign::Credit),
            b'D' => Some(Sign::Debit),
            _ => None,
        }
    }

    /// Its letter, C or D.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Sign::Credit => 'C',
            Sign::Debit => 'D',
        }
    }

    pub(super) const fn byte(self) -> u8 {
        self.letter() as u8
    }
}

/// Minor units with a sign (`x+n`), of a currency that another field says. Fields 28 to 31 of 1987, and 97.
///
/// A debit of nothing stays one. How many zeros are in front follows from the length of the field.
///
/// ```
/// use isomsg::element::{Currency, Sign, SignedAmount};
///
/// let fee: SignedAmount = "D00000125".parse()?;
/// assert_eq!((fee.sign(), fee.minor()), (Sign::Debit, 125));
/// assert_eq!(fee, SignedAmount::new(Sign::Debit, 125));
/// assert_eq!(fee.amount(Currency::EUR).minor(), 125);
/// assert_eq!(fee.to_string(), "D125");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SignedAmount {
    sign: Sign,
    minor: u64,
}

impl SignedAmount {
    const NOT: NotThat = NotThat { expected: "C or D and 1 to 19 digits of at most 64 bits" };

    /// So many minor units.
    #[must_use]
    pub const fn new(sign: Sign, minor: u64) -> Self {
        SignedAmount { sign, minor }
    }

    /// The sign.
    #[must_use]
    pub const fn sign(&self) -> Sign {
        self.sign
    }

    /// The minor units, without the sign.
    #[must_use]
    pub const fn minor(&self) -> u64 {
        self.minor
    }

    /// The amount without its sign, in a currency.
    #[must_use]
    pub fn amount(&self, currency: Currency) -> Amount {
        Amount::new(self.minor, currency)
    }

    /// C or D, and digits.
    pub(super) fn of_text(text: &[u8]) -> Option<Self> {
        let (sign, digits) = text.split_first()?;
        let well = !digits.is_empty() && digits.len() <= 19 && digits.iter().all(u8::is_ascii_digit);
        Some(SignedAmount { sign: Sign::of(*sign)?, minor: number(digits) }).filter(|_| well)
    }

    /// The sign and eight digits.
    pub(super) fn to_x_n8(self) -> Option<[u8; 9]> {
        let mut text = [self.sign.byte(); 9];
        text.last_chunk_mut::<8>()?.copy_from_slice(&digits::<8>(self.minor)?);
        Some(text)
    }
}

impl FromStr for SignedAmount {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        SignedAmount::of_text(text.as_bytes()).ok_or(Self::NOT)
    }
}

impl<'a> FromValue<'a> for SignedAmount {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        Text::<20>::of_value(value).and_then(|text| SignedAmount::of_text(text.as_bytes())).ok_or(Self::NOT)
    }
}

impl<'v> From<&'v SignedAmount> for Input<'v> {
    fn from(amount: &'v SignedAmount) -> Self {
        Input::Amount { is_debit: amount.sign == Sign::Debit, minor: amount.minor }
    }
}

/// The letter and the minor units.
impl fmt::Display for SignedAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.sign.letter(), self.minor)
    }
}

impl fmt::Debug for SignedAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignedAmount({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_debit_of_nothing_is_no_credit() {
        assert_ne!("D00000000".parse::<SignedAmount>(), "C00000000".parse());
    }

    #[test]
    fn refuses_what_is_no_amount() {
        for text in ["", "C", "00000125", "X00000125", "C-0000125", "C12345678901234567890"] {
            assert_eq!(text.parse::<SignedAmount>(), Err(SignedAmount::NOT), "{text}");
        }
    }

    #[test]
    fn has_eight_digits_or_none() {
        assert_eq!(SignedAmount::new(Sign::Debit, 5).to_x_n8(), Some(*b"D00000005"));
        assert_eq!(SignedAmount::new(Sign::Debit, 100_000_000).to_x_n8(), None);
    }
}
