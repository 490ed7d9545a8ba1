//! Fields 4 to 6: an amount of money.

use super::{AmountText, Currency};
use core::cmp::Ordering;
use core::fmt;

/// An amount of money: minor units of a currency, such as cents. Never a floating-point number.
///
/// The number of decimal places, the exponent, is that of ISO 4217 with the feature `currency`; without it, it is not
/// known until [`Amount::with_exponent`] says it. It changes nothing but what is printed, `12.50 EUR`; where it is not
/// known, minor units are printed.
///
/// In 1987 and 1993 the value is in one field and the currency in another, so an amount is put together by
/// [`Amount::new`] and written as [`Amount::minor`]. In 2003 one field holds both and the exponent, and is read as an
/// amount; it is written as [`AmountText`].
///
/// ```
/// use isomsg::element::{Amount, AmountText, Currency};
///
/// let price = Amount::new(1250, Currency::EUR).with_exponent(2)?;
/// let total = price.checked_add(&Amount::new(5, Currency::EUR))?;
/// assert_eq!(total.minor(), 1255);
/// assert!(price.checked_add(&Amount::new(5, Currency::JPY)).is_err());
/// assert_eq!(AmountText::new(&price)?.as_str(), "9782000000001250");
/// # Ok::<(), isomsg::element::AmountError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    minor: u64,
    currency: Currency,
    exponent: Option<u8>,
}

impl Amount {
    /// So many minor units of a currency.
    #[must_use]
    pub fn new(minor: u64, currency: Currency) -> Self {
        Amount { minor, currency, exponent: currency.exponent() }
    }

    /// The amount with so many decimal places, 0 to 9.
    ///
    /// # Errors
    ///
    /// An exponent above 9, or another than the amount has.
    pub fn with_exponent(self, exponent: u8) -> Result<Self, AmountError> {
        if exponent > 9 {
            return Err(AmountError::OtherExponent);
        }
        Ok(Amount { exponent: self.common_exponent(Some(exponent))?, ..self })
    }

    /// So many minor units, of the same currency and with the same exponent.
    #[must_use]
    pub fn with_minor(self, minor: u64) -> Self {
        Amount { minor, ..self }
    }

    /// The minor units.
    #[must_use]
    pub fn minor(&self) -> u64 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// How many decimal places the amount has, where that is known.
    #[must_use]
    pub fn exponent(&self) -> Option<u8> {
        self.exponent
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    ///
    /// Another currency, another exponent, or a sum above 64 bits.
    pub fn checked_add(&self, other: &Amount) -> Result<Amount, AmountError> {
        self.combined(other, u64::checked_add)
    }

    /// What is left of the amount.
    ///
    /// # Errors
    ///
    /// Another currency, another exponent, or more than the amount.
    pub fn checked_sub(&self, other: &Amount) -> Result<Amount, AmountError> {
        self.combined(other, u64::checked_sub)
    }

    fn combined(&self, other: &Amount, by: fn(u64, u64) -> Option<u64>) -> Result<Amount, AmountError> {
        if self.currency != other.currency {
            return Err(AmountError::OtherCurrency);
        }
        let exponent = self.common_exponent(other.exponent)?;
        let minor = by(self.minor, other.minor).ok_or(AmountError::OutOfRange)?;
        Ok(Amount { minor, exponent, ..*self })
    }

    /// What is not known agrees with everything.
    fn common_exponent(&self, other: Option<u8>) -> Result<Option<u8>, AmountError> {
        match (self.exponent, other) {
            (Some(own), Some(other)) if own != other => Err(AmountError::OtherExponent),
            (own, other) => Ok(own.or(other)),
        }
    }
}

/// Amounts of other currencies, and with other exponents, do not compare.
impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let alike = self.currency == other.currency && self.exponent == other.exponent;
        alike.then(|| self.minor.cmp(&other.minor))
    }
}

/// `12.50 EUR`, or `12.50 978` where the letters are not known; `1250 minor units of 978` where the exponent is not.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Amount { minor, currency, exponent } = self;
        match exponent {
            None => write!(f, "{minor} minor units of {currency}"),
            Some(0) => write!(f, "{minor} {currency}"),
            Some(places) => {
                let whole = 10u64.saturating_pow(u32::from(*places));
                write!(f, "{}.{:0width$} {currency}", minor / whole, minor % whole, width = usize::from(*places))
            }
        }
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amount({self})")
    }
}

/// Two amounts cannot be combined, or an amount cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmountError {
    /// The amounts are of different currencies.
    #[error("amounts of different currencies")]
    OtherCurrency,
    /// The exponents contradict each other, or one is above 9.
    #[error("exponent is not that of the amount or its currency")]
    OtherExponent,
    /// The exponent has to be written and is not known.
    #[error("exponent of the currency is not known")]
    UnknownExponent,
    /// The result is negative, or has more digits than there are places.
    #[error("amount is out of range")]
    OutOfRange,
}

/// 2003's amounts.
impl From<AmountText> for Amount {
    fn from(text: AmountText) -> Self {
        Amount { minor: text.minor(), currency: text.currency(), exponent: Some(text.exponent()) }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    const UNKNOWN: &str = "001";

    fn unknown(minor: u64) -> Amount {
        Amount::new(minor, UNKNOWN.parse().unwrap())
    }

    #[test]
    fn prints_by_exponent_or_says_minor_units() {
        assert_eq!(unknown(5).to_string(), "5 minor units of 001");
        assert_eq!(unknown(5).with_exponent(0).unwrap().to_string(), "5 001");
        assert_eq!(unknown(5).with_exponent(2).unwrap().to_string(), "0.05 001");
        assert_eq!(unknown(u64::MAX).with_exponent(9).unwrap().to_string(), "18446744073.709551615 001");
    }

    #[cfg(feature = "currency")]
    #[test]
    fn prints_by_the_table_of_currencies() {
        assert_eq!(Amount::new(1250, Currency::EUR).to_string(), "12.50 EUR");
        assert_eq!(Amount::new(1250, Currency::JPY).to_string(), "1250 JPY");
        assert_eq!(Amount::new(1, Currency::EUR).with_exponent(3), Err(AmountError::OtherExponent));
    }

    #[test]
    fn refuses_what_does_not_go_together() {
        let euro = Amount::new(1, Currency::EUR);
        assert_eq!(euro.checked_add(&Amount::new(1, Currency::USD)), Err(AmountError::OtherCurrency));
        let (two, three) = (unknown(1).with_exponent(2).unwrap(), unknown(1).with_exponent(3).unwrap());
        assert_eq!(two.checked_add(&three), Err(AmountError::OtherExponent));
        assert_eq!(two.with_exponent(3), Err(AmountError::OtherExponent));
        assert_eq!(unknown(1).with_exponent(10), Err(AmountError::OtherExponent));
        assert_eq!(unknown(1).checked_sub(&unknown(2)), Err(AmountError::OutOfRange));
        assert_eq!(unknown(1).checked_add(&unknown(u64::MAX)), Err(AmountError::OutOfRange));
        assert!(two.partial_cmp(&three).is_none() && euro < Amount::new(2, Currency::EUR));
    }

    #[test]
    fn what_is_not_known_takes_what_is() {
        let two = unknown(1).with_exponent(2).unwrap();
        assert_eq!(unknown(4).checked_add(&two).unwrap().to_string(), "0.05 001");
    }
}
