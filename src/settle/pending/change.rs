//! What an event does to one transaction.

use super::super::Recovery;
use super::event::{Action, Unchanged};
use super::{Answer, Policy, RecordedTransaction, State};
use crate::element::ResponseCode;

impl RecordedTransaction {
    pub(super) fn answered(&mut self, answer: Answer, policy: &Policy<'_>) -> Action {
        match self.state {
            State::Sent if policy.reversed_after.contains(&answer.code()) => self.lost(answer.code()),
            State::Unanswered if policy.approves(answer.code()) && answer.approved(self.entry).is_none() => {
                Action::Ignore(Unchanged::OutOfPlace)
            }
            State::Sent | State::Unanswered => self.decided(answer, policy),
            State::AdviceDue if self.tries == 0 => Action::Ignore(Unchanged::OutOfPlace),
            State::AdviceDue | State::AdviceSent | State::AdviceGivenUp => self.advised(answer, policy),
            State::Approved | State::Declined => Action::Ignore(Unchanged::Duplicate),
            State::ReversalDue | State::ReversalSent | State::Reversed | State::GivenUp => {
                Action::Ignore(Unchanged::Late)
            }
        }
    }

    fn decided(&mut self, answer: Answer, policy: &Policy<'_>) -> Action {
        let stan = self.stan();
        if policy.approves(answer.code()) {
            let Some(entry) = answer.approved(self.entry) else { return self.lost(policy.other_amount) };
            (self.state, self.entry) = (State::Approved, entry);
            return Action::Complete { stan };
        }
        (self.state, self.entry) = (State::Declined, answer.known(self.entry));
        match policy.asks_for_sign_in(answer.code()) {
            true => Action::DeclineAndSignIn { stan },
            false => Action::Decline { stan },
        }
    }

    /// It has taken place, so only a code that refuses it for good does.
    fn advised(&mut self, answer: Answer, policy: &Policy<'_>) -> Action {
        let (stan, code) = (self.stan(), answer.code());
        if policy.advises(code) {
            (self.state, self.entry) = (State::Approved, answer.known(self.entry));
            return Action::Advised { stan };
        }
        if policy.refuses_advice(code) {
            self.state = State::Declined;
            return Action::GiveUp { stan };
        }
        match self.state {
            State::AdviceSent => self.try_again_after(code, policy),
            _ => Action::Ignore(Unchanged::Late),
        }
    }

    pub(super) fn timed_out(&mut self, policy: &Policy<'_>) -> Action {
        match self.state {
            State::Sent => self.lost(policy.no_answer),
            State::AdviceSent => self.try_again(policy),
            State::Approved | State::Declined => Action::Ignore(Unchanged::OutOfPlace),
            State::AdviceDue if self.tries == 0 => Action::Ignore(Unchanged::OutOfPlace),
            _ => Action::Ignore(Unchanged::Duplicate),
        }
    }

    pub(super) fn bad_response(&mut self, reason: ResponseCode, policy: &Policy<'_>) -> Action {
        match self.state {
            State::Sent => self.lost(reason),
            State::AdviceSent => self.try_again(policy),
            State::Approved | State::Declined => Action::Ignore(Unchanged::Duplicate),
            State::AdviceDue if self.tries == 0 => Action::Ignore(Unchanged::OutOfPlace),
            _ => Action::Ignore(Unchanged::Late),
        }
    }

    pub(super) fn failed(&mut self, reason: ResponseCode) -> Action {
        match (self.state, self.recovery()) {
            (State::Sent, _) => self.lost(reason),
            (State::Approved, Recovery::Reversal) if !self.is_complete => self.lost(reason),
            (State::Approved, Recovery::Repeat | Recovery::None) => Action::Ignore(Unchanged::NotReversible),
            (state, _) if state.is_reversal_pending() => Action::Ignore(Unchanged::Duplicate),
            _ => Action::Ignore(Unchanged::OutOfPlace),
        }
    }

    /// No answer that can be used came.
    fn lost(&mut self, reason: ResponseCode) -> Action {
        let stan = self.stan();
        if self.recovery() == Recovery::Reversal {
            (self.state, self.reason) = (State::ReversalDue, Some(reason));
            return Action::Reverse { stan };
        }
        self.state = State::Unanswered;
        Action::GiveUp { stan }
    }

    pub(super) fn reverse(&mut self, policy: &Policy<'_>) -> Action {
        match self.state {
            State::ReversalDue => self.send(State::ReversalSent, policy),
            State::ReversalSent => Action::Ignore(Unchanged::Duplicate),
            _ => Action::Ignore(Unchanged::OutOfPlace),
        }
    }

    pub(super) fn advise(&mut self, policy: &Policy<'_>) -> Action {
        match self.state {
            State::AdviceDue => self.send(State::AdviceSent, policy),
            State::AdviceSent => Action::Ignore(Unchanged::Duplicate),
            _ => Action::Ignore(Unchanged::OutOfPlace),
        }
    }

    /// A limit of nothing is one of one.
    fn has_tries(&self, policy: &Policy<'_>) -> bool {
        self.tries < policy.tries.max(1)
    }

    fn send(&mut self, state: State, policy: &Policy<'_>) -> Action {
        if !self.has_tries(policy) {
            return self.try_again(policy);
        }
        self.tries = self.tries.saturating_add(1);
        self.state = state;
        Action::Send { stan: self.stan() }
    }

    /// What was sent was not confirmed.
    fn try_again(&mut self, policy: &Policy<'_>) -> Action {
        let stan = self.stan();
        let is_advice = self.recovery() == Recovery::Repeat;
        let (state, action) = match (self.has_tries(policy), is_advice) {
            (true, true) => (State::AdviceDue, Action::Advise { stan }),
            (true, false) => (State::ReversalDue, Action::Reverse { stan }),
            (false, true) => (State::AdviceGivenUp, Action::GiveUp { stan }),
            (false, false) => (State::GivenUp, Action::GiveUp { stan }),
        };
        self.state = state;
        action
    }

    /// What was sent was answered by a code that does not confirm it.
    fn try_again_after(&mut self, code: ResponseCode, policy: &Policy<'_>) -> Action {
        match self.try_again(policy) {
            action if !policy.asks_for_sign_in(code) => action,
            Action::Advise { stan } => Action::SignInAndAdvise { stan },
            Action::Reverse { stan } => Action::SignInAndReverse { stan },
            Action::GiveUp { stan } => Action::GiveUpAndSignIn { stan },
            action => action,
        }
    }

    pub(super) fn reversal_answered(&mut self, code: ResponseCode, policy: &Policy<'_>) -> Action {
        match self.state {
            State::ReversalDue if self.tries == 0 => Action::Ignore(Unchanged::OutOfPlace),
            // A confirmation counts whenever it comes.
            State::ReversalDue | State::ReversalSent | State::GivenUp if policy.clears(code) => {
                self.state = State::Reversed;
                Action::Reversed { stan: self.stan() }
            }
            State::ReversalSent => self.try_again_after(code, policy),
            State::ReversalDue | State::GivenUp => Action::Ignore(Unchanged::Late),
            State::Reversed => Action::Ignore(Unchanged::Duplicate),
            _ => Action::Ignore(Unchanged::OutOfPlace),
        }
    }

    pub(super) fn reversal_timed_out(&mut self, policy: &Policy<'_>) -> Action {
        match self.state {
            State::ReversalSent => self.try_again(policy),
            State::ReversalDue if self.tries > 0 => Action::Ignore(Unchanged::Duplicate),
            State::Reversed | State::GivenUp => Action::Ignore(Unchanged::Late),
            _ => Action::Ignore(Unchanged::OutOfPlace),
        }
    }

    /// The terminal started: what was under way has no answer any more.
    pub(super) fn restarted(&mut self, policy: &Policy<'_>) -> Action {
        match self.state {
            State::Sent => self.lost(policy.no_answer),
            State::ReversalSent | State::AdviceSent => self.try_again(policy),
            _ => Action::Ignore(Unchanged::OutOfPlace),
        }
    }
}
