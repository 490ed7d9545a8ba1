//! Adjustments and their originals.

use super::{Effect, Entry};
use crate::element::Stan;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Entries with the amounts that count: each original has that of its adjustment, and adjustments that name their original
/// are left out.
///
/// An original that is not in the list, or was reversed, is not adjusted by anything. Where one was adjusted more than once, the
/// adjustment that stands last counts. [`Record::entries`](super::Record::entries) are so; a list that has adjustments of its own
/// is given to this before it is compared.
///
/// ```
/// use isomsg::element::{Amount, Currency, Stan};
/// use isomsg::settle::{Direction, Entry, Kind, adjusted};
///
/// let (first, price) = (Stan::FIRST, Amount::new(1250, Currency::EUR));
/// let sale = Entry::new(Kind::SALE, Direction::Debit, price, first);
/// let with_tip = price.with_minor(1500);
/// let tip = Entry::new(Kind::TIP_ADJUSTMENT, Direction::Debit, with_tip, first.next()).with_original(first);
/// assert_eq!(adjusted([sale, tip]), [sale.with_amount(with_tip)]);
/// assert_eq!(adjusted([tip]), []);
/// ```
#[must_use]
pub fn adjusted(entries: impl IntoIterator<Item = Entry>) -> Vec<Entry> {
    adjusted_by(entries, |entry, stan| (entry.batch(), stan, entry.terminal()))
}

/// As [`adjusted`], by the key of an entry that had this number.
pub(super) fn adjusted_by<K: Ord>(
    entries: impl IntoIterator<Item = Entry>,
    key: impl Fn(&Entry, Stan) -> K,
) -> Vec<Entry> {
    let (adjustments, mut others): (Vec<_>, Vec<_>) = entries.into_iter().partition(is_told_of_another);
    if adjustments.is_empty() {
        return others;
    }
    let originals = others.iter_mut().filter(|entry| entry.kind().effect() == Effect::Moves && entry.has_effect());
    let mut originals: BTreeMap<K, &mut Entry> = originals.map(|entry| (key(entry, entry.stan()), entry)).collect();
    for adjustment in adjustments.iter().filter(|adjustment| adjustment.has_effect()) {
        let original = adjustment.original().and_then(|stan| originals.get_mut(&key(adjustment, stan)));
        if let Some(original) = original.filter(|original| adjustment.fits(original)) {
            **original = original.with_amount(original.amount().with_minor(adjustment.amount().minor()));
        }
    }
    others
}

fn is_told_of_another(entry: &Entry) -> bool {
    entry.kind().effect() == Effect::Replaces && entry.original().is_some()
}

impl Entry {
    /// Whether this adjustment can be one of this original: money that goes the same way, in the same currency.
    pub(super) fn fits(&self, original: &Entry) -> bool {
        original.kind().effect() == Effect::Moves
            && original.direction() == self.direction()
            && original.amount().currency() == self.amount().currency()
            && original.is_foreign() == self.is_foreign()
    }
}
