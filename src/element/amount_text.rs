//! Fields 4 to 6 of 2003: currency, exponent and value in one.

use super::text::{Text, digits, kept_text};
use super::{Amount, AmountError, Currency};
use crate::value::{FromValue, NotThat, Value};
use core::str::FromStr;

/// An [`Amount`] as the 2003 edition writes it: currency (n 3), exponent (n 1) and value (n 12). Fields 4, 5 and 6.
///
/// With the feature `currency` an exponent is refused that is not that of the currency.
///
/// ```
/// use isomsg::element::{Amount, AmountText};
///
/// let text: AmountText = "9782000000001250".parse()?;
/// assert_eq!(Amount::from(text).minor(), 1250);
/// assert_eq!("9782000000001250".parse::<Amount>()?, Amount::from(text));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AmountText(Text<16>);

kept_text!(AmountText, is_amount, "an amount of currency, its exponent and 12 digits");

fn is_amount(text: &Text<16>) -> bool {
    if !(text.is_full() && text.is_digits()) {
        return false;
    }
    let amount = AmountText(*text);
    amount.currency().exponent().is_none_or(|exponent| exponent == amount.exponent())
}

impl AmountText {
    /// The text of an amount.
    ///
    /// # Errors
    ///
    /// An exponent that is not known, or a value of more than twelve digits.
    pub fn new(amount: &Amount) -> Result<Self, AmountError> {
        let exponent = [b'0' + amount.exponent().ok_or(AmountError::UnknownExponent)?];
        let value = digits::<12>(amount.minor()).ok_or(AmountError::OutOfRange)?;
        let text = Text::joined(&[amount.currency().as_str().as_bytes(), &exponent, &value]);
        text.map(AmountText).ok_or(AmountError::OutOfRange)
    }

    pub(super) fn currency(&self) -> Currency {
        Currency::of_digits(self.0.part(0))
    }

    pub(super) fn exponent(&self) -> u8 {
        self.0.number(3, 4) as u8
    }

    pub(super) fn minor(&self) -> u64 {
        self.0.number(4, 16)
    }
}

impl FromStr for Amount {
    type Err = NotThat;

    /// An amount of 2003.
    fn from_str(text: &str) -> Result<Self, NotThat> {
        text.parse::<AmountText>().map(Amount::from)
    }
}

impl<'a> FromValue<'a> for Amount {
    /// An amount of 2003. The twelve digits of the other editions are a number, to be given to [`Amount::new`].
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        AmountText::from_value(value).map(Amount::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_they_are_read() {
        for text in ["0013000000000001", "0010999999999999", "3920000000000500"] {
            let amount: Amount = text.parse().unwrap();
            assert_eq!(AmountText::new(&amount).unwrap().as_str(), text);
        }
    }

    #[test]
    fn refuses_what_cannot_be_one() {
        for text in ["000000001250", "97820000000012501", "978200000000125A", ""] {
            assert_eq!(text.parse::<Amount>(), Err(AmountText::NOT), "{text}");
        }
        #[cfg(feature = "currency")]
        assert_eq!("9783000000001250".parse::<Amount>(), Err(AmountText::NOT));
        let unknown = Amount::new(1, Currency::new(1).unwrap());
        assert_eq!(AmountText::new(&unknown), Err(AmountError::UnknownExponent));
        let large = Amount::new(1_000_000_000_000, Currency::JPY).with_exponent(0).unwrap();
        assert_eq!(AmountText::new(&large), Err(AmountError::OutOfRange));
    }
}
