//! Which account a processing code or an amount is about.

use super::text::{Text, kept_text};
use crate::codes;

/// An account type: two characters of a [`ProcessingCode`](super::ProcessingCode), and of each group of field 54.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountType(Text<2>);

kept_text!(AccountType, super::transaction_type::is_code, "an account type of two digits or letters");

macro_rules! account_types {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        impl AccountType {
            $($(#[$doc])+ pub const $name: AccountType = AccountType(Text::full(*$code));)+
        }
    };
}

account_types! {
    /// Default account.
    DEFAULT = b"00",
    /// Savings account.
    SAVINGS = b"10",
    /// Cheque account.
    CHEQUE = b"20",
    /// Credit account.
    CREDIT = b"30",
    /// Universal account.
    UNIVERSAL = b"40",
    /// Investment account.
    INVESTMENT = b"50",
    /// Electronic purse.
    ELECTRONIC_PURSE = b"60",
}

impl AccountType {
    pub(super) const fn of(characters: [u8; 2]) -> Self {
        AccountType(Text::full(characters))
    }

    /// The name that [`codes::account`] has for it.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        codes::account(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_types_survive() {
        assert_eq!("91".parse::<AccountType>().unwrap().as_str(), "91");
        assert_eq!("".parse::<AccountType>(), Err(AccountType::NOT));
        assert_eq!(AccountType::SAVINGS.name(), Some("savings account"));
    }
}
