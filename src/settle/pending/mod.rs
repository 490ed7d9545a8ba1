//! What a terminal must not forget.

mod answer;
mod event;
mod outstanding;
mod policy;
mod sealed;
mod state;

use super::{BatchNumber, BatchTotals, Entry, Recovery, SettleError};
use crate::element::Stan;
use alloc::collections::{BTreeMap, BTreeSet};
pub use answer::Answer;
pub use event::{Action, Event, Refusal, Unchanged};
pub use outstanding::Outstanding;
pub use policy::Policy;
pub use sealed::Sealed;
pub use state::State;

/// What a terminal must not forget: the next STAN, the batch, and every transaction of it with its state.
///
/// A caller gives it what happens by [`Record::apply`], stores it, and then does what was answered. If it is always stored
/// before something is sent, a power cut loses nothing: after it, [`Event::Restarted`] makes a reversal of what was
/// under way.
///
/// Each transaction is there once, under its STAN, and counts or does not by its state. So no amount is counted twice,
/// whatever comes late or again.
///
/// With the feature `serde` it can be stored in any format. The stored form has a version number, and one that is newer than
/// this crate knows is refused. It has no card number, track or PIN, except within a [`Sealed`] message that the caller
/// gave it.
///
/// ```
/// use isomsg::element::{Amount, Currency, Stan};
/// use isomsg::settle::{
///     Action, Answer, BatchNumber, Direction, Entry, Event, Kind, Policy, Record, Refusal, State,
/// };
///
/// let policy = Policy::DEFAULT;
/// let stan = Stan::new(124).ok_or("more than six digits")?;
/// let batch = BatchNumber::new(1).ok_or("more than six digits")?;
/// let mut record = Record::new(stan, batch);
/// let sale = |record: &Record| {
///     Entry::new(Kind::SALE, Direction::Debit, Amount::new(1250, Currency::CNY), record.stan())
/// };
///
/// let first = Event::Start { entry: sale(&record), message: None };
/// assert_eq!(record.apply(first, &policy), Action::Send { stan });
/// assert_eq!(record.apply(Event::TimedOut { stan }, &policy), Action::Reverse { stan });
/// // The answer comes too late, and the next sale waits for the reversal.
/// record.apply(Event::Answered { stan, answer: Answer::new("00".parse()?) }, &policy);
/// let next = Event::Start { entry: sale(&record), message: None };
/// assert_eq!(record.apply(next, &policy), Action::Refuse(Refusal::ReverseFirst { stan }));
///
/// record.apply(Event::Reverse { stan }, &policy);
/// record.apply(Event::ReversalAnswered { stan, code: "00".parse()? }, &policy);
/// assert_eq!(record.find(stan).map(|transaction| transaction.state()), Some(State::Reversed));
/// assert_eq!(record.entries().count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    stan: Stan,
    batch: BatchNumber,
    transactions: BTreeMap<Stan, Outstanding>,
    /// Those that the next transaction waits for: under way, or with a pending reversal.
    blocking: BTreeSet<Stan>,
    /// Those with a pending advice.
    advised: BTreeSet<Stan>,
}

impl Record {
    /// The version of the stored form.
    pub const VERSION: u32 = 1;

    /// An empty batch, and the STAN of the first transaction.
    #[must_use]
    pub fn new(stan: Stan, batch: BatchNumber) -> Self {
        Record { stan, batch, transactions: BTreeMap::new(), blocking: BTreeSet::new(), advised: BTreeSet::new() }
    }

    /// A record that was stored; `None` if a number is there twice, or a transaction is of another batch.
    #[cfg(feature = "serde")]
    pub(super) fn stored(
        stan: Stan,
        batch: BatchNumber,
        stored: impl IntoIterator<Item = Outstanding>,
    ) -> Option<Self> {
        let mut record = Record::new(stan, batch);
        for transaction in stored {
            let stan = transaction.entry.stan();
            record.index(stan, transaction.state);
            if transaction.entry.batch() != Some(batch) || record.transactions.insert(stan, transaction).is_some() {
                return None;
            }
        }
        Some(record)
    }

    /// The STAN of the next transaction.
    #[must_use]
    pub fn stan(&self) -> Stan {
        self.stan
    }

    /// The batch that is open.
    #[must_use]
    pub fn batch(&self) -> BatchNumber {
        self.batch
    }

    /// A transaction of the batch.
    #[must_use]
    pub fn find(&self, stan: Stan) -> Option<&Outstanding> {
        self.transactions.get(&stan)
    }

    /// All transactions of the batch by STAN, also those that were declined or reversed.
    pub fn transactions(&self) -> impl Iterator<Item = &Outstanding> {
        self.transactions.values()
    }

    /// The transactions that count: what the terminal shows as its detail.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.transactions().filter(|transaction| transaction.state.counts()).map(Outstanding::entry)
    }

    /// The reversals that have to be sent before the next transaction, or whose answer is waited for.
    pub fn reversals(&self) -> impl Iterator<Item = &Outstanding> {
        self.at(&self.blocking).filter(|transaction| transaction.state.is_reversal_pending())
    }

    /// The advices that have to be sent before the batch is closed, or whose answer is waited for.
    pub fn advices(&self) -> impl Iterator<Item = &Outstanding> {
        self.at(&self.advised)
    }

    /// The transactions of which the terminal does not know what the host has.
    pub fn unresolved(&self) -> impl Iterator<Item = &Outstanding> {
        self.transactions().filter(|transaction| transaction.state.is_unresolved())
    }

    /// The totals of the transactions that count.
    ///
    /// # Errors
    ///
    /// As [`BatchTotals::add`].
    pub fn totals(&self) -> Result<BatchTotals, SettleError> {
        let mut totals = BatchTotals::new();
        self.entries().try_for_each(|entry| totals.add(&entry))?;
        Ok(totals)
    }

    /// Says what happened, and is told what to do. There is an answer to every event in every state.
    pub fn apply(&mut self, event: Event, policy: &Policy<'_>) -> Action {
        match event {
            Event::Start { entry, message } => self.start(entry, message),
            Event::Answered { stan, answer } => self.with(stan, |it| it.answered(answer, policy)),
            Event::TimedOut { stan } => self.with(stan, |it| it.timed_out(policy)),
            Event::BadResponse { stan, reason } => self.with(stan, |it| it.bad_response(reason, policy)),
            Event::Failed { stan, reason } => self.with(stan, |it| it.failed(reason)),
            Event::Reverse { stan } => self.with(stan, |it| it.reverse(policy)),
            Event::ReversalAnswered { stan, code } => self.with(stan, |it| it.reversal_answered(code, policy)),
            Event::ReversalTimedOut { stan } => self.with(stan, |it| it.reversal_timed_out(policy)),
            Event::Advise { stan } => self.advise(stan, policy),
            Event::Restarted => self.restarted(policy),
            Event::SignedIn { batch } => self.signed_in(batch),
            Event::BatchSettled => self.settled(),
        }
    }

    /// What is to be done now, if nothing happens: a reversal first, then an advice.
    #[must_use]
    pub fn next_action(&self) -> Action {
        if let Some(it) = self.reversals().find(|it| it.state == State::ReversalDue) {
            return Action::Reverse { stan: it.entry.stan() };
        }
        let advice = self.advices().find(|it| it.state == State::AdviceDue);
        advice.map_or(Action::Ready, |it| Action::Advise { stan: it.entry.stan() })
    }

    fn at<'r>(&'r self, stans: &'r BTreeSet<Stan>) -> impl Iterator<Item = &'r Outstanding> {
        stans.iter().filter_map(|stan| self.transactions.get(stan))
    }

    fn with(&mut self, stan: Stan, change: impl FnOnce(&mut Outstanding) -> Action) -> Action {
        let Some(transaction) = self.transactions.get_mut(&stan) else { return Action::Ignore(Unchanged::Unknown) };
        let action = change(transaction);
        let state = transaction.state;
        self.index(stan, state);
        action
    }

    fn index(&mut self, stan: Stan, state: State) {
        let is_blocking = state == State::Sent || state.is_reversal_pending();
        for (set, belongs) in [(&mut self.blocking, is_blocking), (&mut self.advised, state.is_advice_pending())] {
            if belongs {
                set.insert(stan)
            } else {
                set.remove(&stan)
            };
        }
    }

    fn restarted(&mut self, policy: &Policy<'_>) -> Action {
        let stans: BTreeSet<Stan> = self.blocking.union(&self.advised).copied().collect();
        for stan in stans {
            self.with(stan, |it| it.restarted(policy));
        }
        self.next_action()
    }

    fn start(&mut self, entry: Entry, message: Option<Sealed>) -> Action {
        if let Some(refusal) = self.refusal(&entry) {
            return Action::Refuse(refusal);
        }
        let stan = self.stan;
        let transaction = Outstanding::new(entry.with_batch(self.batch), message);
        let action = match transaction.state {
            State::AdviceDue => Action::Complete { stan },
            _ => Action::Send { stan },
        };
        self.index(stan, transaction.state);
        self.transactions.insert(stan, transaction);
        self.stan = self.free_after(stan);
        action
    }

    fn refusal(&self, entry: &Entry) -> Option<Refusal> {
        if entry.stan() != self.stan {
            return Some(Refusal::OtherStan);
        }
        if entry.batch().is_some_and(|batch| batch != self.batch) {
            return Some(Refusal::OtherBatch);
        }
        if entry.is_reversed() {
            return Some(Refusal::AlreadyReversed);
        }
        if self.transactions.contains_key(&self.stan) {
            return Some(Refusal::UsedStan);
        }
        // What has taken place cannot be refused.
        self.busy().filter(|_| entry.kind().recovery() != Recovery::Repeat)
    }

    /// An advice waits for what has to be sent first, as every transaction.
    fn advise(&mut self, stan: Stan, policy: &Policy<'_>) -> Action {
        let is_due = self.find(stan).is_some_and(|it| it.state == State::AdviceDue);
        match self.busy().filter(|_| is_due) {
            Some(refusal) => Action::Refuse(refusal),
            None => self.with(stan, |it| it.advise(policy)),
        }
    }

    /// What has to come first.
    fn busy(&self) -> Option<Refusal> {
        let under_way = self.at(&self.blocking).find(|it| it.state == State::Sent);
        let reversal = || self.reversals().next().map(|it| Refusal::ReverseFirst { stan: it.entry.stan() });
        under_way.map(|it| Refusal::UnderWay { stan: it.entry.stan() }).or_else(reversal)
    }

    /// The number behind this one that no transaction of the batch has; the number itself if there is none.
    fn free_after(&self, stan: Stan) -> Stan {
        let mut next = stan.next();
        while next != stan && self.transactions.contains_key(&next) {
            next = next.next();
        }
        next
    }

    fn signed_in(&mut self, batch: BatchNumber) -> Action {
        if batch != self.batch && !self.transactions.is_empty() {
            return Action::Refuse(Refusal::OtherBatch);
        }
        self.batch = batch;
        self.next_action()
    }

    fn settled(&mut self) -> Action {
        if let Some(refusal) = self.busy() {
            return Action::Refuse(refusal);
        }
        if let Some(advice) = self.advices().next() {
            return Action::Refuse(Refusal::AdviseFirst { stan: advice.entry.stan() });
        }
        // Nothing is pending, so the sets are empty.
        self.transactions.clear();
        self.batch = self.batch.next();
        Action::Ready
    }
}
