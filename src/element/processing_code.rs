//! Field 3: what is done, from which account and to which.

use super::text::{Text, kept_text};
use super::{AccountType, TransactionType};

/// A processing code: transaction type, account from and account to, two characters each. Field 3.
///
/// They are digits in 1987 and 1993, and may be letters in 2003; what is not known stays.
///
/// ```
/// use isomsg::element::{AccountType, ProcessingCode, TransactionType};
///
/// let code: ProcessingCode = "011000".parse()?;
/// assert_eq!(code.transaction_type(), TransactionType::CASH_WITHDRAWAL);
/// assert_eq!(code.from_account(), AccountType::SAVINGS);
/// assert_eq!(code.with_type(TransactionType::REFUND).as_str(), "201000");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcessingCode(Text<6>);

kept_text!(ProcessingCode, is_code, "a processing code of six digits or letters");

fn is_code(text: &Text<6>) -> bool {
    text.is_full() && text.as_bytes().iter().all(u8::is_ascii_alphanumeric)
}

impl ProcessingCode {
    /// A transaction type between two accounts.
    #[must_use]
    pub fn new(transaction_type: TransactionType, from: AccountType, to: AccountType) -> Self {
        let parts = [transaction_type.as_str(), from.as_str(), to.as_str()].map(str::as_bytes);
        // Three times two characters are six.
        ProcessingCode(Text::joined(&parts).unwrap_or(Text::full(*b"000000")))
    }

    /// The transaction type.
    #[must_use]
    pub fn transaction_type(&self) -> TransactionType {
        TransactionType::of(self.0.part(0))
    }

    /// The account that is debited.
    #[must_use]
    pub fn from_account(&self) -> AccountType {
        AccountType::of(self.0.part(2))
    }

    /// The account that is credited.
    #[must_use]
    pub fn to_account(&self) -> AccountType {
        AccountType::of(self.0.part(4))
    }

    /// The same accounts with another transaction type.
    #[must_use]
    pub fn with_type(&self, transaction_type: TransactionType) -> Self {
        ProcessingCode::new(transaction_type, self.from_account(), self.to_account())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_made_of_its_parts() {
        let code: ProcessingCode = "A19x00".parse().unwrap();
        assert_eq!(ProcessingCode::new(code.transaction_type(), code.from_account(), code.to_account()), code);
    }

    #[test]
    fn refuses_what_is_no_code() {
        for text in ["", "00000", "0000000", "00 000"] {
            assert_eq!(text.parse::<ProcessingCode>(), Err(ProcessingCode::NOT), "{text}");
        }
    }
}
