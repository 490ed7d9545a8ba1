//! Two lists of the same transactions, side by side.

mod finding;
mod pair;

use super::{BatchTotals, Entry, SettleError};
use alloc::vec::Vec;
use core::fmt;
pub use finding::{Finding, Side};
use pair::{Group, pair_up};

/// What a comparison of two lists found: see [`compare`].
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    matched: usize,
    findings: Vec<Finding<'a>>,
    ours: Result<BatchTotals, SettleError>,
    theirs: Result<BatchTotals, SettleError>,
}

/// Compares our list of transactions with theirs: that of a shop's terminals with that of its acquirer.
///
/// Two entries are the same transaction when batch, STAN and terminal are the same; batch or terminal are not asked for where one
/// list has them in no entry. In a list that has them in some entries an entry without is another one than each with, since it
/// could be each of several. If their list has other names for transactions, give [`compare_by`] a key that both have. It takes
/// `n log n` steps.
///
/// Amounts are those that count, so a list with adjustments in it is given to [`adjusted`](super::adjusted) first. An entry without
/// effect, such as one that was reversed, is looked for in the other list, but need not be there.
///
/// ```
/// use isomsg::element::{Amount, Currency, Stan};
/// use isomsg::settle::{Direction, Entry, Kind, compare};
///
/// let sale = |number, minor| {
///     let stan = Stan::new(number).expect("six digits");
///     Entry::new(Kind::SALE, Direction::Debit, Amount::new(minor, Currency::EUR), stan)
/// };
/// // What one of two sales has too much the other has too little.
/// let comparison_of = [sale(1, 1000), sale(2, 2000)];
/// let theirs = [sale(1, 2000), sale(2, 1000)];
/// let comparison = compare(&comparison_of, &theirs);
/// assert_eq!(comparison.findings().len(), 2);
/// assert!(comparison.totals_balance()? && comparison.hides_differences()?);
/// # Ok::<(), isomsg::settle::SettleError>(())
/// ```
#[must_use]
pub fn compare<'a>(ours: &'a [Entry], theirs: &'a [Entry]) -> Comparison<'a> {
    let say = |has: fn(&Entry) -> bool| [ours, theirs].iter().all(|list| list.is_empty() || list.iter().any(has));
    let (batches, terminals) = (say(|entry| entry.batch().is_some()), say(|entry| entry.terminal().is_some()));
    compare_by(ours, theirs, |entry| {
        Some((entry.batch().filter(|_| batches), entry.stan(), entry.terminal().filter(|_| terminals)))
    })
}

/// Compares as [`compare`] does, by a key of the caller's: `compare_by(ours, theirs, Entry::rrn)`.
///
/// Entries without a key are on one side only, which is a finding if they have an effect.
#[must_use]
pub fn compare_by<'a, K: Ord>(
    ours: &'a [Entry],
    theirs: &'a [Entry],
    key: impl Fn(&Entry) -> Option<K>,
) -> Comparison<'a> {
    let (our_keys, theirs_keys) = (sorted_by_key(ours, &key), sorted_by_key(theirs, &key));
    let mut comparison =
        Comparison { matched: 0, findings: Vec::new(), ours: BatchTotals::of(ours), theirs: BatchTotals::of(theirs) };
    let mut our_groups = our_keys.chunk_by(|a, b| a.0 == b.0).peekable();
    let mut their_groups = theirs_keys.chunk_by(|a, b| a.0 == b.0).peekable();
    while our_groups.peek().is_some() || their_groups.peek().is_some() {
        let (our_first, their_first) = (first_key(our_groups.peek()), first_key(their_groups.peek()));
        // A side that has come to its end is behind the other.
        let (takes_ours, takes_theirs) = match (our_first, their_first) {
            (Some(ours), Some(theirs)) => (ours <= theirs, theirs <= ours),
            (ours, theirs) => (ours.is_some(), theirs.is_some()),
        };
        let ours = our_groups.next_if(|_| takes_ours).map(entries).unwrap_or_default();
        let theirs = their_groups.next_if(|_| takes_theirs).map(entries).unwrap_or_default();
        comparison.judge(pair_up(ours, theirs));
    }
    let is_without = |entry: &&Entry| key(entry).is_none() && entry.has_effect();
    comparison.findings.extend(ours.iter().filter(is_without).map(Finding::OursOnly));
    comparison.findings.extend(theirs.iter().filter(is_without).map(Finding::TheirsOnly));
    comparison
}

type Keyed<'a, K> = (K, &'a Entry);

fn sorted_by_key<'a, K: Ord>(list: &'a [Entry], key: impl Fn(&Entry) -> Option<K>) -> Vec<Keyed<'a, K>> {
    let mut keyed: Vec<_> = list.iter().filter_map(|entry| Some((key(entry)?, entry))).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    keyed
}

fn first_key<'k, K>(group: Option<&&'k [Keyed<'_, K>]>) -> Option<&'k K> {
    group.and_then(|group| group.first()).map(|(key, _)| key)
}

fn entries<'a, K>(group: &[Keyed<'a, K>]) -> Vec<&'a Entry> {
    group.iter().map(|(_, entry)| *entry).collect()
}

impl<'a> Comparison<'a> {
    /// How many transactions are the same on both sides.
    #[must_use]
    pub fn matched(&self) -> usize {
        self.matched
    }

    /// What differs, by key.
    #[must_use]
    pub fn findings(&self) -> &[Finding<'a>] {
        &self.findings
    }

    /// What was found about some entries, for example those with a number that a receipt shows.
    pub fn about(&self, is_meant: impl Fn(&Entry) -> bool) -> impl Iterator<Item = &Finding<'a>> {
        self.findings
            .iter()
            .filter(move |finding| [finding.ours(), finding.theirs()].into_iter().flatten().any(&is_meant))
    }

    /// Whether both sides are the same.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Our totals.
    ///
    /// # Errors
    ///
    /// They cannot be added up.
    pub fn our_totals(&self) -> Result<&BatchTotals, SettleError> {
        self.ours.as_ref().map_err(|error| *error)
    }

    /// Their totals.
    ///
    /// # Errors
    ///
    /// They cannot be added up.
    pub fn their_totals(&self) -> Result<&BatchTotals, SettleError> {
        self.theirs.as_ref().map_err(|error| *error)
    }

    /// Whether the totals of both lists balance, see [`BatchTotals::balances_with`].
    ///
    /// # Errors
    ///
    /// One of them cannot be added up.
    pub fn totals_balance(&self) -> Result<bool, SettleError> {
        Ok(self.our_totals()?.balances_with(self.their_totals()?))
    }

    /// Whether the totals balance although the lists differ, so that a settlement by totals would not find it.
    ///
    /// # Errors
    ///
    /// As [`Comparison::totals_balance`].
    pub fn hides_differences(&self) -> Result<bool, SettleError> {
        Ok(!self.is_clean() && self.totals_balance()?)
    }

    fn judge(&mut self, group: Group<'a>) {
        for (ours, theirs) in group.pairs {
            let before = self.findings.len();
            finding::differences(ours, theirs, &mut self.findings);
            self.matched += usize::from(self.findings.len() == before);
        }
        let has_effect = |finding: &Finding<'_>| finding.ours().or(finding.theirs()).is_some_and(Entry::has_effect);
        self.findings.extend(group.others.into_iter().filter(has_effect));
    }
}

/// How many match, then a line for each finding.
impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "matched: {}", self.matched)?;
        self.findings.iter().try_for_each(|finding| write!(f, "\n{finding}"))
    }
}
