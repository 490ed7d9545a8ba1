//! What an additional amount is.

use super::text::{Text, kept_text};

/// What an amount of field 54 is: two digits or letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AmountType(Text<2>);

kept_text!(AmountType, super::transaction_type::is_code, "an amount type of two digits or letters");

macro_rules! amount_types {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        impl AmountType {
            $($(#[$doc])+ pub const $name: AmountType = AmountType(Text::full(*$code));)+
        }
    };
}

amount_types! {
    /// Ledger balance.
    LEDGER_BALANCE = b"01",
    /// Available balance.
    AVAILABLE_BALANCE = b"02",
    /// Amount owing.
    OWING = b"03",
    /// Amount due.
    DUE = b"04",
    /// Available credit.
    AVAILABLE_CREDIT = b"05",
    /// Remaining in this cycle.
    REMAINING_THIS_CYCLE = b"20",
    /// Cash.
    CASH = b"40",
    /// Goods and services.
    GOODS_AND_SERVICES = b"41",
    /// Surcharge; known from one open profile of 2003.
    SURCHARGE = b"42",
    /// Gratuity; known from one open profile of 2003.
    GRATUITY = b"80",
    /// Cash back; known from networks.
    CASH_BACK = b"90",
}

impl AmountType {
    pub(super) const fn of(characters: [u8; 2]) -> Self {
        AmountType(Text::full(characters))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_types_survive() {
        assert_eq!("7X".parse::<AmountType>().unwrap().as_str(), "7X");
        assert_eq!("7".parse::<AmountType>(), Err(AmountType::NOT));
    }
}
