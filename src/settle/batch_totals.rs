//! The totals of a batch.

use super::{Direction, Entry, SettleError, Totals, adjusted};
use crate::element::Currency;
use alloc::collections::BTreeMap;

/// The totals of a batch: for each currency those of domestic cards and those of foreign ones.
///
/// ```
/// use isomsg::element::{Amount, Currency, Stan};
/// use isomsg::settle::{BatchTotals, Direction, Entry, Kind};
///
/// let mut totals = BatchTotals::new();
/// for (number, kind) in [(1, Kind::SALE), (2, Kind::SALE), (3, Kind::SALE_VOID)] {
///     let stan = Stan::new(number).ok_or("more than six digits")?;
///     totals.add(&Entry::new(kind, Direction::Debit, Amount::new(500, Currency::EUR), stan))?;
/// }
/// let euro = totals.get(Currency::EUR, false).ok_or("no such totals")?;
/// assert_eq!((euro.made(Direction::Debit).count(), euro.taken_back(Direction::Debit).count()), (2, 1));
/// assert_eq!(euro.net()?.to_string(), "D500");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchTotals(BTreeMap<(Currency, bool), Totals>);

impl BatchTotals {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        BatchTotals::default()
    }

    /// The totals of entries, in whatever order they stand; of an original with the amount of its adjustment, see [`adjusted`].
    ///
    /// # Errors
    ///
    /// As [`BatchTotals::add`]; [`SettleError::NoOriginal`] is for adjustments that name no original.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Result<Self, SettleError> {
        let mut totals = BatchTotals::new();
        adjusted(entries.into_iter().copied()).iter().try_for_each(|entry| totals.add(entry))?;
        Ok(totals)
    }

    /// Counts one more. What cannot be added leaves everything as it was.
    ///
    /// # Errors
    ///
    /// A sum out of range, an exponent that is not that of the other amounts of this currency, or
    /// [`SettleError::NoOriginal`] for an adjustment.
    pub fn add(&mut self, entry: &Entry) -> Result<(), SettleError> {
        let currency = entry.amount().currency();
        let key = (currency, entry.is_foreign());
        let mut totals = self.0.get(&key).copied().unwrap_or(Totals::new(currency));
        totals.add(entry)?;
        self.0.insert(key, totals);
        Ok(())
    }

    /// Puts totals in the place of those of their currency.
    pub fn set(&mut self, totals: Totals, is_foreign: bool) {
        self.0.insert((totals.currency(), is_foreign), totals);
    }

    /// The totals of a currency, of domestic or of foreign cards.
    #[must_use]
    pub fn get(&self, currency: Currency, is_foreign: bool) -> Option<&Totals> {
        self.0.get(&(currency, is_foreign))
    }

    /// All totals by currency, domestic cards (`false`) before foreign ones (`true`).
    pub fn iter(&self) -> impl Iterator<Item = (Currency, bool, &Totals)> {
        self.0.iter().map(|((currency, is_foreign), totals)| (*currency, *is_foreign, totals))
    }

    /// Whether the same is left of debits and of credits on both sides, in count and amount, in every currency, of
    /// domestic and of foreign cards.
    ///
    /// What one side counts and takes back, and the other does not know, makes no difference.
    #[must_use]
    pub fn balances_with(&self, other: &BatchTotals) -> bool {
        let left = |totals: &BatchTotals, key: &(Currency, bool)| {
            let totals = totals.0.get(key).copied().unwrap_or(Totals::new(key.0));
            [Direction::Debit, Direction::Credit].map(|direction| totals.left(direction))
        };
        self.0.keys().chain(other.0.keys()).all(|key| left(self, key) == left(other, key))
    }
}
