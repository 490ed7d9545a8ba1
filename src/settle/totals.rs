//! The totals of one currency.

use super::{Direction, Effect, Entry, SettleError, Tally};
use crate::element::{Currency, Sign, SignedAmount};

/// Debits and credits of one currency, and what was taken back of each.
///
/// A transaction that a reversal took back stands in both: it was made, and was taken back. A void stands among what was
/// taken back; one that was reversed itself stands nowhere. What moves nothing, such as a pre-authorization, is not
/// counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Totals {
    debits: Tally,
    debit_reversals: Tally,
    credits: Tally,
    credit_reversals: Tally,
}

/// How totals that have no place for what was taken back state it.
///
/// Sources on UnionPay POS say that what was voided is removed, but no two independent ones, so it is a choice here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Voids {
    /// Neither what was voided nor the void is counted.
    #[default]
    Removed,
    /// What was voided stays counted, and the void is not.
    Ignored,
    /// What was voided stays counted, and the void counts in the other direction.
    Opposite,
}

impl Totals {
    /// Nothing, of a currency.
    #[must_use]
    pub fn new(currency: Currency) -> Self {
        let none = Tally::new(currency);
        Totals { debits: none, debit_reversals: none, credits: none, credit_reversals: none }
    }

    /// The four of them, of the same currency.
    ///
    /// # Errors
    ///
    /// Amounts of different currencies, or with different exponents.
    pub fn of(
        debits: Tally,
        debit_reversals: Tally,
        credits: Tally,
        credit_reversals: Tally,
    ) -> Result<Self, SettleError> {
        let none = Tally::new(debits.amount().currency());
        for tally in [debits, debit_reversals, credits, credit_reversals] {
            none.checked_add(&tally)?;
        }
        Ok(Totals { debits, debit_reversals, credits, credit_reversals })
    }

    /// Counts one more. What cannot be added leaves everything as it was.
    ///
    /// # Errors
    ///
    /// An amount of another currency, and sums out of range.
    pub fn add(&mut self, entry: &Entry) -> Result<(), SettleError> {
        let one = Tally::of(1, entry.amount());
        let (made, taken_back) = match entry.direction() {
            Direction::Debit => (&mut self.debits, &mut self.debit_reversals),
            Direction::Credit => (&mut self.credits, &mut self.credit_reversals),
        };
        let (is_made, is_taken_back) = match (entry.kind().effect(), entry.is_reversed()) {
            (Effect::Moves, is_reversed) => (true, is_reversed),
            (Effect::TakesBack, is_reversed) => (false, !is_reversed),
            (Effect::Nothing, _) => (false, false),
        };
        let sum = |tally: &Tally, counts: bool| if counts { tally.checked_add(&one) } else { Ok(*tally) };
        (*made, *taken_back) = (sum(made, is_made)?, sum(taken_back, is_taken_back)?);
        Ok(())
    }

    /// The currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.debits.amount().currency()
    }

    /// What was made in this direction.
    #[must_use]
    pub fn made(&self, direction: Direction) -> Tally {
        match direction {
            Direction::Debit => self.debits,
            Direction::Credit => self.credits,
        }
    }

    /// What was taken back of this direction: by voids and reversals.
    #[must_use]
    pub fn taken_back(&self, direction: Direction) -> Tally {
        match direction {
            Direction::Debit => self.debit_reversals,
            Direction::Credit => self.credit_reversals,
        }
    }

    /// What totals state that have no place for what was taken back.
    ///
    /// # Errors
    ///
    /// [`SettleError::MoreTakenBack`], if it is to be removed and there was less; sums out of range.
    pub fn stated(&self, direction: Direction, voids: Voids) -> Result<Tally, SettleError> {
        let made = self.made(direction);
        match voids {
            Voids::Removed => made.checked_sub(&self.taken_back(direction)),
            Voids::Ignored => Ok(made),
            Voids::Opposite => made.checked_add(&self.taken_back(direction.opposite())),
        }
    }

    /// Credits less debits, after what was taken back; nothing is a credit. Field 97.
    ///
    /// # Errors
    ///
    /// An amount above 64 bits.
    pub fn net(&self) -> Result<SignedAmount, SettleError> {
        let left = |direction| self.left(direction).1;
        let net = left(Direction::Credit) - left(Direction::Debit);
        let sign = if net < 0 { Sign::Debit } else { Sign::Credit };
        let minor = u64::try_from(net.unsigned_abs()).map_err(|_| SettleError::OutOfRange)?;
        Ok(SignedAmount::new(sign, minor))
    }

    /// How many and how much is left of a direction; less than nothing if more was taken back.
    pub(super) fn left(&self, direction: Direction) -> (i128, i128) {
        let (made, back) = (self.made(direction), self.taken_back(direction));
        let difference = |made: u64, back: u64| i128::from(made) - i128::from(back);
        (difference(made.count(), back.count()), difference(made.amount().minor(), back.amount().minor()))
    }
}
