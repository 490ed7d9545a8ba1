//! The totals of one currency.

use super::{Direction, Effect, Entry, SettleError, Tally};
use crate::element::{Currency, Sign, SignedAmount};

/// Debits and credits of one currency, and what was taken back of each.
///
/// A transaction that a reversal took back stands in both: it was made, and was taken back. A void stands among what was
/// taken back; one that was reversed itself stands nowhere. An adjustment is none of its own: it changes
/// the amount of its original, see [`adjusted`](super::adjusted). What moves nothing, such as a pre-authorization, is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Totals {
    debits: Flow,
    credits: Flow,
}

/// What went one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Flow {
    made: Tally,
    /// By voids and by reversals.
    taken_back: Tally,
    /// Those of `taken_back` of which it is known that a reversal did it.
    reversed: Tally,
}

/// How totals that have no place for what was taken back state what was voided.
///
/// Sources on UnionPay POS say that what was voided is removed, but no two independent ones, so it is a choice here. What
/// was reversed is not: it never happened, and is stated by none of the three.
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

impl Flow {
    fn new(currency: Currency) -> Self {
        let none = Tally::new(currency);
        Flow { made: none, taken_back: none, reversed: none }
    }

    fn of(made: Tally, taken_back: Tally) -> Self {
        Flow { made, taken_back, reversed: Tally::new(made.amount().currency()) }
    }

    /// With one more.
    fn with(&self, entry: &Entry) -> Result<Self, SettleError> {
        let one = Tally::of(1, entry.amount());
        let Flow { made, taken_back, reversed } = *self;
        match (entry.kind().effect(), entry.is_reversed()) {
            (Effect::Moves, false) => Ok(Flow { made: made.checked_add(&one)?, ..*self }),
            (Effect::Moves, true) => Ok(Flow {
                made: made.checked_add(&one)?,
                taken_back: taken_back.checked_add(&one)?,
                reversed: reversed.checked_add(&one)?,
            }),
            (Effect::TakesBack, false) => Ok(Flow { taken_back: taken_back.checked_add(&one)?, ..*self }),
            (Effect::Replaces, false) => Err(SettleError::NoOriginal),
            (Effect::TakesBack | Effect::Replaces, true) | (Effect::Nothing, _) => Ok(*self),
        }
    }
}

impl Totals {
    /// Nothing, of a currency.
    #[must_use]
    pub fn new(currency: Currency) -> Self {
        Totals { debits: Flow::new(currency), credits: Flow::new(currency) }
    }

    /// The four of them, of the same currency. What was taken back is taken for voids, since a message does not say what a
    /// reversal did.
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
        Ok(Totals { debits: Flow::of(debits, debit_reversals), credits: Flow::of(credits, credit_reversals) })
    }

    /// Counts one more. What cannot be added leaves everything as it was.
    ///
    /// # Errors
    ///
    /// An amount of another currency, sums out of range, and [`SettleError::NoOriginal`] for an adjustment.
    pub fn add(&mut self, entry: &Entry) -> Result<(), SettleError> {
        let flow = match entry.direction() {
            Direction::Debit => &mut self.debits,
            Direction::Credit => &mut self.credits,
        };
        *flow = flow.with(entry)?;
        Ok(())
    }

    /// The currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.debits.made.amount().currency()
    }

    /// What was made in this direction, also what was taken back.
    #[must_use]
    pub fn made(&self, direction: Direction) -> Tally {
        self.flow(direction).made
    }

    /// What was taken back of this direction: by voids and reversals.
    #[must_use]
    pub fn taken_back(&self, direction: Direction) -> Tally {
        self.flow(direction).taken_back
    }

    /// What was taken back of this direction by reversals, as far as that is known.
    #[must_use]
    pub fn reversed(&self, direction: Direction) -> Tally {
        self.flow(direction).reversed
    }

    fn flow(&self, direction: Direction) -> &Flow {
        match direction {
            Direction::Debit => &self.debits,
            Direction::Credit => &self.credits,
        }
    }

    /// What totals state that have no place for what was taken back: nothing that was reversed, and of what was voided what
    /// `voids` says.
    ///
    /// # Errors
    ///
    /// [`SettleError::MoreTakenBack`], if it is to be removed and there was less; sums out of range.
    pub fn stated(&self, direction: Direction, voids: Voids) -> Result<Tally, SettleError> {
        let Flow { made, taken_back, reversed } = self.flow(direction);
        let kept = made.checked_sub(reversed)?;
        let other = self.flow(direction.opposite());
        match voids {
            Voids::Removed => kept.checked_sub(&taken_back.checked_sub(reversed)?),
            Voids::Ignored => Ok(kept),
            Voids::Opposite => kept.checked_add(&other.taken_back.checked_sub(&other.reversed)?),
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
