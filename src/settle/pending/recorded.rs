//! One transaction of the open batch.

use super::super::{Card, Effect, Entry, Kind, Recovery};
use super::{State, StoredMessage};
use crate::element::{Amount, ResponseCode, Rrn, Stan};
use core::fmt;

/// A transaction of the open batch, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedTransaction {
    pub(in super::super) entry: Entry,
    pub(in super::super) state: State,
    pub(in super::super) tries: u8,
    pub(in super::super) reason: Option<ResponseCode>,
    pub(in super::super) is_complete: bool,
    pub(in super::super) message: Option<StoredMessage>,
}

impl RecordedTransaction {
    pub(super) fn new(entry: Entry, message: Option<StoredMessage>) -> Self {
        let state = if entry.kind().recovery() == Recovery::Repeat { State::AdviceDue } else { State::Sent };
        let mut transaction = RecordedTransaction { entry, state, tries: 0, reason: None, is_complete: false, message };
        transaction.forget_unneeded();
        transaction
    }

    /// Forgets the message once it will not be sent any more.
    pub(in super::super) fn forget_unneeded(&mut self) {
        if self.is_complete || !self.state.needs_message(self.recovery()) {
            self.message = None;
        }
    }

    /// Whether it was approved, and the terminal can still fail to complete it.
    pub(super) fn is_incomplete(&self) -> bool {
        self.state == State::Approved && self.recovery() != Recovery::Repeat && !self.is_complete
    }

    /// Whether a person has to find out what the host has.
    pub(super) fn is_unresolved(&self) -> bool {
        let leaves_nothing = self.state == State::Unanswered && self.entry.kind().effect() == Effect::Nothing;
        self.state.is_unresolved() && !leaves_nothing
    }

    /// Nothing of it can fail any more.
    pub(super) fn complete(&mut self) {
        self.is_complete = true;
        self.forget_unneeded();
    }

    /// The transaction as an entry of the batch; `None` if it does not count by its state. An adjustment is an entry that
    /// counts only with its original, and an original here has the amount that it had before it was adjusted: what both come to
    /// is one of [`Record::entries`](super::Record::entries).
    #[must_use]
    pub fn counted(&self) -> Option<Entry> {
        Some(self.entry).filter(|_| self.state.counts())
    }

    /// Its number, field 11.
    #[must_use]
    pub fn stan(&self) -> Stan {
        self.entry.stan()
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.entry.kind()
    }

    /// How much: what was asked for, or approved.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.entry.amount()
    }

    /// Its card.
    #[must_use]
    pub fn card(&self) -> Option<Card> {
        self.entry.card()
    }

    /// The number that the host gave it, field 37.
    #[must_use]
    pub fn rrn(&self) -> Option<Rrn> {
        self.entry.rrn()
    }

    /// Marked as reversed if its reversal was confirmed.
    pub(in super::super) fn entry(&self) -> Entry {
        self.entry.with_reversed(self.state == State::Reversed)
    }

    /// How far it has come.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// Whether it is known that it was completed, so that the terminal cannot fail any more: see
    /// [`Event::Completed`](super::Event::Completed).
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// How often its reversal, or the advice, was sent.
    #[must_use]
    pub fn tries(&self) -> u8 {
        self.tries
    }

    /// The reason that its reversal states in field 39, if there is one.
    #[must_use]
    pub fn reason(&self) -> Option<ResponseCode> {
        self.reason
    }

    /// The message that was kept to be sent, as long as it can be.
    #[must_use]
    pub fn message(&self) -> Option<&StoredMessage> {
        self.message.as_ref()
    }

    pub(super) fn recovery(&self) -> Recovery {
        self.entry.kind().recovery()
    }
}

/// The transaction in one line, the card masked, and its state.
impl fmt::Display for RecordedTransaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.entry, self.state)
    }
}
