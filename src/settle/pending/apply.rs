//! What an event does to a record.

use super::super::{Effect, Entry, Recovery};
use super::{Action, Event, Policy, Record, RecordedTransaction, Refusal, State, StoredMessage, Unchanged};
use crate::element::{BatchNumber, Stan};
use alloc::collections::BTreeSet;

impl Record {
    /// Says what happened, and is told what to do. There is an answer to every event in every state.
    pub fn apply(&mut self, event: Event, policy: &Policy<'_>) -> Action {
        match event {
            Event::Start { entry, message } => self.start(entry, message),
            Event::Answered { stan, answer } => self.with(stan, |it| it.answered(answer, policy)),
            Event::TimedOut { stan } => self.with(stan, |it| it.timed_out(policy)),
            Event::BadResponse { stan, reason } => self.with(stan, |it| it.bad_response(reason, policy)),
            Event::Completed { stan } => self.completed(stan),
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

    fn with(&mut self, stan: Stan, change: impl FnOnce(&mut RecordedTransaction) -> Action) -> Action {
        let Some(transaction) = self.transactions.get_mut(&stan) else { return Action::Ignore(Unchanged::Unknown) };
        let action = change(transaction);
        transaction.forget_unneeded();
        let (state, is_incomplete) = (transaction.state, transaction.is_incomplete());
        self.index(stan, state, is_incomplete);
        action
    }

    fn restarted(&mut self, policy: &Policy<'_>) -> Action {
        let stans: BTreeSet<Stan> = self.pending.iter().map(|(_, stan)| *stan).collect();
        for stan in stans {
            self.with(stan, |it| it.restarted(policy));
        }
        self.next_action()
    }

    fn completed(&mut self, stan: Stan) -> Action {
        match self.find(stan).map(|it| (it.state, it.is_complete)) {
            None => Action::Ignore(Unchanged::Unknown),
            Some((State::Approved, true)) => Action::Ignore(Unchanged::Duplicate),
            Some((State::Approved, false)) => {
                self.complete(stan);
                self.next_action()
            }
            Some(_) => Action::Ignore(Unchanged::OutOfPlace),
        }
    }

    fn complete(&mut self, stan: Stan) {
        self.incomplete.remove(&stan);
        if let Some(transaction) = self.transactions.get_mut(&stan).filter(|it| it.state == State::Approved) {
            transaction.complete();
        }
    }

    fn start(&mut self, entry: Entry, message: Option<StoredMessage>) -> Action {
        if let Some(refusal) = self.refusal(&entry) {
            return Action::Refuse(refusal);
        }
        // An advice can be recorded while the transaction before it is being completed.
        if entry.kind().recovery() != Recovery::Repeat {
            core::mem::take(&mut self.incomplete).into_iter().for_each(|stan| self.complete(stan));
        }
        // Who voids a sale has completed it, even if the void is an advice.
        if let Some(original) = entry.original().filter(|_| is_void(&entry)) {
            self.complete(original);
        }
        let stan = self.stan;
        let transaction = RecordedTransaction::new(self.stamped(entry), message);
        let action = match transaction.state {
            State::AdviceDue => Action::Complete { stan },
            _ => Action::Send { stan },
        };
        self.index(stan, transaction.state, transaction.is_incomplete());
        self.transactions.insert(stan, transaction);
        self.stan = self.free_after(stan);
        action
    }

    fn stamped(&self, entry: Entry) -> Entry {
        let entry = entry.with_batch(self.batch);
        self.terminal.map_or(entry, |terminal| entry.with_terminal(terminal))
    }

    fn refusal(&self, entry: &Entry) -> Option<Refusal> {
        if entry.stan() != self.stan {
            return Some(Refusal::OtherStan);
        }
        if entry.batch().is_some_and(|batch| batch != self.batch) {
            return Some(Refusal::OtherBatch);
        }
        if self.is_of_another_terminal(entry) {
            return Some(Refusal::OtherTerminal);
        }
        if entry.is_reversed() {
            return Some(Refusal::AlreadyReversed);
        }
        if entry.kind().effect() == Effect::Replaces && !self.has_original_of(entry) {
            return Some(Refusal::NoOriginal);
        }
        if self.transactions.contains_key(&self.stan) {
            return Some(Refusal::UsedStan);
        }
        if let Some(stan) = entry.original().filter(|stan| is_void(entry) && self.is_under_way(*stan)) {
            return Some(Refusal::UnderWay { stan });
        }
        // What has taken place cannot be refused.
        self.busy().filter(|_| entry.kind().recovery() != Recovery::Repeat)
    }

    fn is_under_way(&self, stan: Stan) -> bool {
        self.find(stan).is_some_and(|it| it.state == State::Sent)
    }

    fn has_original_of(&self, adjustment: &Entry) -> bool {
        let original = adjustment.original().and_then(|stan| self.find(stan));
        original.is_some_and(|original| adjustment.fits(&original.entry))
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
        let under_way = self.first_in(State::Sent).map(|stan| Refusal::UnderWay { stan });
        let reversal = || self.reversals().next().map(|it| Refusal::ReverseFirst { stan: it.entry.stan() });
        under_way.or_else(reversal)
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
        // Nothing is pending, so the other sets are empty.
        self.transactions.clear();
        self.incomplete.clear();
        self.batch = self.batch.next();
        Action::Ready
    }
}

fn is_void(entry: &Entry) -> bool {
    entry.kind().effect() == Effect::TakesBack
}
