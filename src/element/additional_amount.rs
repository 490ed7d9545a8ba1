//! One group of field 54.

use super::text::{Text, digits, kept_text};
use super::transaction_type::is_code;
use super::{AccountType, Amount, AmountType, Currency, Sign};
use crate::value::NotThat;

/// A further amount, such as a balance: account type, amount type, currency, sign and twelve digits. One group of field
/// 54.
///
/// In 2003 an exponent stands behind the currency, and the sign before the currency or behind the exponent: sources
/// differ, and both are read.
///
/// ```
/// use isomsg::element::{AdditionalAmount, AmountType, Currency, Sign};
///
/// let balance: AdditionalAmount = "1002978C000000123456".parse()?;
/// assert_eq!(balance.amount_type(), AmountType::AVAILABLE_BALANCE);
/// assert_eq!((balance.sign(), balance.amount().minor()), (Sign::Credit, 123_456));
/// assert_eq!(balance.amount().currency(), Currency::EUR);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AdditionalAmount(Text<21>);

kept_text!(AdditionalAmount, is_amount, "an additional amount of 20 or 21 characters");

/// Where the parts of a group are that are not always in one place.
#[derive(Clone, Copy)]
struct Layout {
    sign: usize,
    currency: usize,
    exponent: Option<usize>,
}

/// The value is the last twelve digits.
const VALUE: usize = 12;

fn layout(text: &Text<21>) -> Option<Layout> {
    match (text.len(), text.as_bytes().get(4)) {
        (20, _) => Some(Layout { sign: 7, currency: 4, exponent: None }),
        (21, Some(b'C' | b'D')) => Some(Layout { sign: 4, currency: 5, exponent: Some(8) }),
        (21, _) => Some(Layout { sign: 8, currency: 4, exponent: Some(7) }),
        _ => None,
    }
}

fn is_amount(text: &Text<21>) -> bool {
    let Some(layout) = layout(text) else { return false };
    let is_type = |from| is_code(&Text::full(text.part(from)));
    let amount = AdditionalAmount(*text);
    let currency: [u8; 3] = text.part(layout.currency);
    let exponent = layout.exponent.map(|at| text.part::<1>(at));
    let value: [u8; VALUE] = text.part(text.len() - VALUE);
    is_type(0)
        && is_type(2)
        && text.part::<1>(layout.sign).map(Sign::of) != [None]
        && currency.iter().chain(exponent.iter().flatten()).chain(&value).all(u8::is_ascii_digit)
        && amount.known_exponent().is_ok()
}

impl AdditionalAmount {
    /// A group of 1987 or 1993.
    ///
    /// # Errors
    ///
    /// An amount of more than twelve digits.
    pub fn new(account: AccountType, kind: AmountType, sign: Sign, amount: &Amount) -> Result<Self, NotThat> {
        let value: [u8; VALUE] = digits(amount.minor()).ok_or(Self::NOT)?;
        let (head, currency) = (head(account, kind), amount.currency());
        let text = Text::joined(&[&head, currency.as_str().as_bytes(), &[sign.byte()], &value]);
        text.filter(is_amount).map(AdditionalAmount).ok_or(Self::NOT)
    }

    /// A group of 2003, its sign in front of the currency.
    ///
    /// # Errors
    ///
    /// An amount of more than twelve digits, or one whose exponent is not known.
    pub fn new_2003(account: AccountType, kind: AmountType, sign: Sign, amount: &Amount) -> Result<Self, NotThat> {
        let text = super::AmountText::new(amount).map_err(|_| Self::NOT)?;
        let text = Text::joined(&[&head(account, kind), &[sign.byte()], text.as_str().as_bytes()]);
        text.filter(is_amount).map(AdditionalAmount).ok_or(Self::NOT)
    }

    /// The account.
    #[must_use]
    pub fn account_type(&self) -> AccountType {
        AccountType::of(self.0.part(0))
    }

    /// What the amount is.
    #[must_use]
    pub fn amount_type(&self) -> AmountType {
        AmountType::of(self.0.part(2))
    }

    /// The sign: of a balance, credit is what the cardholder has.
    #[must_use]
    pub fn sign(&self) -> Sign {
        let at = layout(&self.0).map_or(0, |layout| layout.sign);
        let [letter] = self.0.part(at);
        Sign::of(letter).unwrap_or(Sign::Credit)
    }

    /// The amount without its sign.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.known_exponent().unwrap_or(self.amount_of_currency())
    }

    fn amount_of_currency(&self) -> Amount {
        let currency = self.0.part(layout(&self.0).map_or(0, |layout| layout.currency));
        Amount::new(self.0.number(self.0.len() - VALUE, self.0.len()), Currency::of_digits(currency))
    }

    /// The amount with the exponent that is stated, which may contradict the currency.
    fn known_exponent(&self) -> Result<Amount, super::AmountError> {
        let amount = self.amount_of_currency();
        match layout(&self.0).and_then(|layout| layout.exponent) {
            Some(at) => amount.with_exponent(self.0.number(at, at + 1) as u8),
            None => Ok(amount),
        }
    }
}

/// Account type and amount type.
fn head(account: AccountType, kind: AmountType) -> [u8; 4] {
    let mut head = [0; 4];
    let types = account.as_str().bytes().chain(kind.as_str().bytes());
    head.iter_mut().zip(types).for_each(|(place, byte)| *place = byte);
    head
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;

    #[test]
    fn are_made_of_their_parts() {
        let amount = Amount::new(123_456, Currency::EUR).with_exponent(2).unwrap();
        let (account, kind) = (AccountType::SAVINGS, AmountType::AVAILABLE_BALANCE);
        let group = AdditionalAmount::new(account, kind, Sign::Debit, &amount).unwrap();
        assert_eq!(group.as_str(), "1002978D000000123456");
        let group = AdditionalAmount::new_2003(account, kind, Sign::Debit, &amount).unwrap();
        assert_eq!(group.as_str(), "1002D9782000000123456");
        assert_eq!((group.account_type(), group.amount_type()), (account, kind));
        assert_eq!((group.sign(), group.amount()), (Sign::Debit, amount));
        let large = Amount::new(1_000_000_000_000, Currency::EUR);
        assert!(AdditionalAmount::new(account, kind, Sign::Debit, &large).is_err());
    }

    #[test]
    fn the_sign_of_2003_has_two_places() {
        let (before, behind) = ("1002D9782000000123456", "10029782D000000123456");
        let [before, behind] = [before, behind].map(|text| text.parse::<AdditionalAmount>().unwrap());
        assert_eq!((before.sign(), before.amount()), (behind.sign(), behind.amount()));
        assert_ne!(before, behind);
    }

    #[test]
    fn refuses_what_is_none() {
        for text in [
            "",
            "1002978X000000123456",
            "1002EURC000000123456",
            "10 2978C000000123456",
            "1002978C00000012345A",
            "1002978C00000123456",
            "1002978CC000000123456",
        ] {
            assert_eq!(text.parse::<AdditionalAmount>(), Err(AdditionalAmount::NOT), "{text}");
        }
        #[cfg(feature = "currency")]
        assert!("1002D9783000000123456".parse::<AdditionalAmount>().is_err());
    }
}
