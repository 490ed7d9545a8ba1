//! How many and how much.

use super::SettleError;
use crate::element::{Amount, Currency};

/// How many transactions, and how much they are together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    count: u64,
    amount: Amount,
}

impl Tally {
    /// None, of a currency.
    #[must_use]
    pub fn new(currency: Currency) -> Self {
        Tally { count: 0, amount: Amount::new(0, currency) }
    }

    /// So many, of so much together.
    #[must_use]
    pub fn of(count: u64, amount: Amount) -> Self {
        Tally { count, amount }
    }

    /// How many.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How much.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.amount
    }

    /// Both together.
    ///
    /// # Errors
    ///
    /// Amounts that do not go together, and sums out of range.
    pub fn checked_add(&self, other: &Tally) -> Result<Tally, SettleError> {
        let count = self.count.checked_add(other.count).ok_or(SettleError::OutOfRange)?;
        Ok(Tally { count, amount: self.amount.checked_add(&other.amount)? })
    }

    /// What is left when others are taken away.
    ///
    /// # Errors
    ///
    /// [`SettleError::MoreTakenBack`], and amounts that do not go together.
    pub fn checked_sub(&self, other: &Tally) -> Result<Tally, SettleError> {
        let count = self.count.checked_sub(other.count).ok_or(SettleError::MoreTakenBack)?;
        if self.amount.currency() == other.amount.currency() && self.amount.minor() < other.amount.minor() {
            return Err(SettleError::MoreTakenBack);
        }
        Ok(Tally { count, amount: self.amount.checked_sub(&other.amount)? })
    }
}
