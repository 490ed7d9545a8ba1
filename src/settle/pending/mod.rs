//! What a terminal must not forget.

mod answer;
mod apply;
mod change;
mod event;
mod policy;
mod recorded;
mod state;
mod stored_message;

use super::adjusted::adjusted_by;
use super::{BatchTotals, Entry, SettleError, TerminalKey};
use crate::element::{BatchNumber, Stan};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
pub use answer::Answer;
pub use event::{Action, Event, Refusal, Unchanged};
pub use policy::Policy;
pub use recorded::RecordedTransaction;
pub use state::State;
pub use stored_message::StoredMessage;

/// What a terminal must not forget: the next STAN, the batch, and every transaction of it with its state.
///
/// A caller gives it what happens by [`Record::apply`], stores it, and then does what was answered. If it is always stored
/// before something is sent, a power cut loses nothing: after it, [`Event::Restarted`] makes a reversal of what was
/// under way.
///
/// Each transaction is there once, under its STAN, and counts or does not by its state; an adjustment changes the amount of its
/// original, and only while that counts. So no amount is counted twice, whatever comes late or again: an answer that comes late
/// decides only what nothing else decided, which is a transaction that may not be reversed and had no answer
/// ([`State::Unanswered`]), and an advice that was sent. What was completed stays as it is.
///
/// With the feature `serde` it can be stored in any format. The stored form has a version number, and one that is newer than
/// this crate knows is refused. It has no track, PIN block, key or card verification value. It has the card number of a
/// transaction only in a [`StoredMessage`] that the caller gave it, in clear, until that will not be sent any more.
///
/// Messages that are no transactions, such as a sign-in or an upload, have numbers of the same count:
/// [`Record::take_stan`].
///
/// ```
/// use isomsg::element::{Amount, BatchNumber, Currency, Stan};
/// use isomsg::settle::{Action, Answer, Direction, Entry, Event, Kind, Policy, Record, Refusal, State};
///
/// let policy = Policy::DEFAULT;
/// let stan = Stan::new(124).ok_or("more than six digits")?;
/// let batch = BatchNumber::new(1).ok_or("more than six digits")?;
/// let mut record = Record::new(stan, batch).with_terminal("TERM0001".parse()?);
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
    terminal: Option<TerminalKey>,
    transactions: BTreeMap<Stan, RecordedTransaction>,
    /// Those that are under way, or of which a reversal or an advice is pending, by their states.
    pending: BTreeSet<(State, Stan)>,
    /// Those that were approved, until they are completed.
    incomplete: BTreeSet<Stan>,
}

/// The states in which something is to be sent, or waited for.
const PENDING: [State; 5] = [State::Sent, State::ReversalDue, State::ReversalSent, State::AdviceDue, State::AdviceSent];

impl Record {
    /// The version of the stored form.
    pub const VERSION: u32 = 1;

    /// An empty batch, and the STAN of the first transaction.
    #[must_use]
    pub fn new(stan: Stan, batch: BatchNumber) -> Self {
        let (pending, incomplete) = (BTreeSet::new(), BTreeSet::new());
        Record { stan, batch, terminal: None, transactions: BTreeMap::new(), pending, incomplete }
    }

    /// The record of a terminal, field 41: its transactions are stamped with it, as they are with the batch. Against the list of
    /// a whole shop only so another terminal's transaction of the same number is not taken for one of this terminal.
    #[must_use]
    pub fn with_terminal(self, terminal: TerminalKey) -> Self {
        Record { terminal: Some(terminal), ..self }
    }

    /// A record that was stored; `None` if a number is there twice, or a transaction is of another batch or terminal.
    #[cfg(feature = "serde")]
    pub(super) fn stored(
        stan: Stan,
        batch: BatchNumber,
        terminal: Option<TerminalKey>,
        stored: impl IntoIterator<Item = RecordedTransaction>,
    ) -> Option<Self> {
        let mut record = Record { terminal, ..Record::new(stan, batch) };
        for mut transaction in stored {
            let stan = transaction.entry.stan();
            transaction.forget_unneeded();
            record.index(stan, transaction.state, transaction.is_incomplete());
            let is_own = transaction.entry.batch() == Some(batch) && !record.is_of_another_terminal(&transaction.entry);
            if !is_own || record.transactions.insert(stan, transaction).is_some() {
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

    /// A STAN for a message that is no transaction: a sign-in, an echo test, a settlement, an upload. The next transaction gets
    /// the one behind it. `None` if the transactions of the batch have all numbers. As ever the record is stored before the
    /// message is sent.
    ///
    /// A [`unionpay::Terminal`](crate::unionpay::Terminal) counts its requests itself, so it is given the numbers of the record
    /// before each:
    ///
    /// ```
    /// use isomsg::element::{AcceptorId, Amount, BatchNumber, Currency, Stan, TerminalId};
    /// use isomsg::settle::{Direction, Entry, Event, Kind, Policy, Record};
    /// use isomsg::unionpay::{Terminal, Transaction};
    ///
    /// let mut record = Record::new(Stan::FIRST, BatchNumber::FIRST);
    /// let (id, shop) = (TerminalId::new("TERM0001")?, AcceptorId::new("SHOP00000000042")?);
    /// let mut terminal = Terminal::new(id, shop, record.batch());
    ///
    /// // A message that is no transaction.
    /// terminal.stan = record.take_stan().ok_or("the batch is full")?;
    /// let sign_in = terminal.request(&Transaction::SIGN_IN)?;
    /// assert!(sign_in.require(11)?.value() == "000001");
    ///
    /// // A transaction.
    /// (terminal.stan, terminal.batch) = (record.stan(), record.batch());
    /// let sale = terminal.request(&Transaction::SALE)?;
    /// assert!(sale.require(11)?.value() == "000002");
    /// let amount = Amount::new(1250, Currency::CNY);
    /// let entry = Entry::new(Kind::SALE, Direction::Debit, amount, record.stan());
    /// record.apply(Event::Start { entry, message: None }, &Policy::DEFAULT);
    /// assert_eq!(record.stan().number(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn take_stan(&mut self) -> Option<Stan> {
        let is_used = |stan: &Stan| self.transactions.contains_key(stan);
        let taken = if is_used(&self.stan) { self.free_after(self.stan) } else { self.stan };
        if is_used(&taken) {
            return None;
        }
        self.stan = self.free_after(taken);
        Some(taken)
    }

    /// The batch that is open.
    #[must_use]
    pub fn batch(&self) -> BatchNumber {
        self.batch
    }

    /// The terminal, if the record knows it.
    #[must_use]
    pub fn terminal(&self) -> Option<TerminalKey> {
        self.terminal
    }

    fn is_of_another_terminal(&self, entry: &Entry) -> bool {
        self.terminal.zip(entry.terminal()).is_some_and(|(own, other)| own != other)
    }

    /// A transaction of the batch.
    #[must_use]
    pub fn find(&self, stan: Stan) -> Option<&RecordedTransaction> {
        self.transactions.get(&stan)
    }

    /// All transactions of the batch by STAN, also those that were declined or reversed.
    pub fn transactions(&self) -> impl Iterator<Item = &RecordedTransaction> {
        self.transactions.values()
    }

    /// The transactions that count, oldest first: what the terminal shows as its detail. An adjustment is not one of them: its
    /// original has the amount that it says, if the original counts. What moves nothing, such as a pre-authorization, is not
    /// either.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        // The number of the next transaction is behind that of the latest.
        let (newer, older) = (self.transactions.range(..self.stan), self.transactions.range(self.stan..));
        let counted = older.chain(newer).filter_map(|(_, transaction)| transaction.counted());
        adjusted_by(counted.filter(Entry::has_effect), |_, stan| stan).into_iter()
    }

    /// The reversals that have to be sent before the next transaction, or whose answer is waited for.
    pub fn reversals(&self) -> impl Iterator<Item = &RecordedTransaction> {
        self.in_state(State::ReversalDue).chain(self.in_state(State::ReversalSent))
    }

    /// The advices that have to be sent before the batch is closed, or whose answer is waited for.
    pub fn advices(&self) -> impl Iterator<Item = &RecordedTransaction> {
        self.in_state(State::AdviceDue).chain(self.in_state(State::AdviceSent))
    }

    /// The transactions of which the terminal does not know what the host has. A balance inquiry without an answer is none of
    /// them, since the host has nothing of it.
    pub fn unresolved(&self) -> impl Iterator<Item = &RecordedTransaction> {
        self.transactions().filter(|transaction| transaction.is_unresolved())
    }

    /// The totals of the transactions that count.
    ///
    /// # Errors
    ///
    /// As [`BatchTotals::of`].
    pub fn totals(&self) -> Result<BatchTotals, SettleError> {
        let entries: Vec<Entry> = self.entries().collect();
        BatchTotals::of(&entries)
    }

    /// What is to be done now, if nothing happens: a reversal first, then an advice.
    #[must_use]
    pub fn next_action(&self) -> Action {
        if let Some(stan) = self.first_in(State::ReversalDue) {
            return Action::Reverse { stan };
        }
        self.first_in(State::AdviceDue).map_or(Action::Ready, |stan| Action::Advise { stan })
    }

    /// The transactions in one of the states of [`PENDING`].
    fn in_state(&self, state: State) -> impl Iterator<Item = &RecordedTransaction> {
        self.stans_in(state).filter_map(|stan| self.transactions.get(&stan))
    }

    fn first_in(&self, state: State) -> Option<Stan> {
        self.stans_in(state).next()
    }

    fn stans_in(&self, state: State) -> impl Iterator<Item = Stan> {
        self.pending.range((state, Stan::LEAST)..).take_while(move |(own, _)| *own == state).map(|(_, stan)| *stan)
    }

    fn index(&mut self, stan: Stan, state: State, is_incomplete: bool) {
        for other in PENDING {
            self.pending.remove(&(other, stan));
        }
        if PENDING.contains(&state) {
            self.pending.insert((state, stan));
        }
        if is_incomplete {
            self.incomplete.insert(stan);
        } else {
            self.incomplete.remove(&stan);
        }
    }

    /// The number behind this one that no transaction of the batch has; the number itself if there is none.
    fn free_after(&self, stan: Stan) -> Stan {
        let mut next = stan.next();
        while next != stan && self.transactions.contains_key(&next) {
            next = next.next();
        }
        next
    }
}
