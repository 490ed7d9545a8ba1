//! What a processing code asks for.

use super::text::{Text, kept_text};
use crate::codes;

/// A transaction type: the first two characters of a [`ProcessingCode`](super::ProcessingCode).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransactionType(Text<2>);

kept_text!(TransactionType, is_code, "a transaction type of two digits or letters");

pub(super) fn is_code(text: &Text<2>) -> bool {
    text.is_full() && text.as_bytes().iter().all(u8::is_ascii_alphanumeric)
}

macro_rules! transaction_types {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        impl TransactionType {
            $($(#[$doc])+ pub const $name: TransactionType = TransactionType(Text::full(*$code));)+
        }
    };
}

transaction_types! {
    /// Goods and services.
    PURCHASE = b"00",
    /// Cash withdrawal.
    CASH_WITHDRAWAL = b"01",
    /// Debit adjustment.
    DEBIT_ADJUSTMENT = b"02",
    /// Purchase with cash back.
    PURCHASE_WITH_CASH_BACK = b"09",
    /// Refund.
    REFUND = b"20",
    /// Deposit.
    DEPOSIT = b"21",
    /// Credit adjustment.
    CREDIT_ADJUSTMENT = b"22",
    /// Available funds inquiry; on many networks the balance inquiry.
    AVAILABLE_FUNDS_INQUIRY = b"30",
    /// Balance inquiry.
    BALANCE_INQUIRY = b"31",
    /// Account transfer.
    TRANSFER = b"40",
    /// Payment.
    PAYMENT = b"50",
}

impl TransactionType {
    pub(super) const fn of(characters: [u8; 2]) -> Self {
        TransactionType(Text::full(characters))
    }

    /// The name that [`codes::processing`] has for it.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        codes::processing(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_types_survive() {
        assert_eq!("9Z".parse::<TransactionType>().unwrap().as_str(), "9Z");
        assert_eq!("9".parse::<TransactionType>(), Err(TransactionType::NOT));
        assert_eq!("9 ".parse::<TransactionType>(), Err(TransactionType::NOT));
        assert_eq!(TransactionType::REFUND.name(), Some("refund"));
    }
}
