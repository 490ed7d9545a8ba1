//! Fields 49 to 51: currencies.

use super::code::three_digits;
use super::text::Text;
use core::fmt;

/// The currency code of ISO 4217: three digits. Fields 49, 50 and 51; two bytes in tag 5F2A.
///
/// Any three digits are one. With the feature `currency` the letters, name and exponent of a code are known. Where a
/// network sends letters, read a text and use `Currency::from_alpha`.
///
/// ```
/// use isomsg::element::Currency;
///
/// let currency: Currency = "978".parse()?;
/// assert_eq!(currency, Currency::EUR);
/// assert_eq!(currency.numeric(), 978);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(Text<3>);

three_digits!(Currency, "currency");

macro_rules! currencies {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        impl Currency {
            $($(#[$doc])+ pub const $name: Currency = Currency(Text::full(*$code));)+
        }
    };
}

currencies! {
    /// Australian dollar.
    AUD = b"036",
    /// Canadian dollar.
    CAD = b"124",
    /// Swiss franc.
    CHF = b"756",
    /// Renminbi yuan.
    CNY = b"156",
    /// Euro.
    EUR = b"978",
    /// Pound sterling.
    GBP = b"826",
    /// Hong Kong dollar.
    HKD = b"344",
    /// Indian rupee.
    INR = b"356",
    /// Yen.
    JPY = b"392",
    /// Singapore dollar.
    SGD = b"702",
    /// United States dollar.
    USD = b"840",
}

impl Currency {
    pub(super) const fn of_digits(digits: [u8; 3]) -> Self {
        Currency(Text::full(digits))
    }

    /// How many decimal places an amount has; `None` where that is not known, which it never is without the feature
    /// `currency`.
    #[must_use]
    pub fn exponent(&self) -> Option<u8> {
        #[cfg(feature = "currency")]
        return self.known()?.exponent()?.try_into().ok();
        #[cfg(not(feature = "currency"))]
        None
    }

    /// The code in three letters, for example EUR; `None` where they are not known.
    #[must_use]
    pub fn alpha(&self) -> Option<&'static str> {
        #[cfg(feature = "currency")]
        return self.known().map(|currency| currency.code());
        #[cfg(not(feature = "currency"))]
        None
    }
}

#[cfg(feature = "currency")]
impl Currency {
    /// The currency with this code in three capital letters; `None` where it is not known.
    #[must_use]
    pub fn from_alpha(letters: &str) -> Option<Self> {
        iso_currency::Currency::from_code(letters).and_then(|currency| Currency::new(currency.numeric()))
    }

    /// The name in English; `None` where it is not known.
    #[must_use]
    pub fn name(&self) -> Option<impl fmt::Display + use<>> {
        struct Name(iso_currency::Currency);
        impl fmt::Display for Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.0.name())
            }
        }
        self.known().map(Name)
    }

    fn known(&self) -> Option<iso_currency::Currency> {
        iso_currency::Currency::from_numeric(self.numeric())
    }
}

/// The letters where they are known, else the digits.
impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.alpha().unwrap_or(self.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_three_digits() {
        assert_eq!(Currency::new(36), Some(Currency::AUD));
        assert_eq!(Currency::new(1000), None);
        assert_eq!("36".parse::<Currency>(), Err(Currency::NOT));
        assert_eq!("001".parse::<Currency>().unwrap().numeric(), 1);
    }

    #[cfg(feature = "currency")]
    #[test]
    fn names_are_known() {
        extern crate std;
        use std::string::ToString;
        assert_eq!(Currency::EUR.name().unwrap().to_string(), "Euro");
        for (code, letters, exponent) in [
            (Currency::AUD, "AUD", 2),
            (Currency::CAD, "CAD", 2),
            (Currency::CHF, "CHF", 2),
            (Currency::CNY, "CNY", 2),
            (Currency::EUR, "EUR", 2),
            (Currency::GBP, "GBP", 2),
            (Currency::HKD, "HKD", 2),
            (Currency::INR, "INR", 2),
            (Currency::JPY, "JPY", 0),
            (Currency::SGD, "SGD", 2),
            (Currency::USD, "USD", 2),
        ] {
            assert_eq!((code.alpha(), code.exponent()), (Some(letters), Some(exponent)));
            assert_eq!(Currency::from_alpha(letters), Some(code));
        }
        assert_eq!((Currency::new(1).unwrap().alpha(), Currency::new(1).unwrap().exponent()), (None, None));
    }
}
