//! How far a transaction has come.

use super::super::Recovery;
use core::fmt;

/// How far a transaction has come.
///
/// ```text
/// Sent ─ answered ─> Approved | Declined          Approved ─ terminal fails before it is complete ─> ReversalDue
///   └─ no answer ──> ReversalDue ─> ReversalSent ─> Reversed | ReversalDue | GivenUp
///   └─ no answer, may not be reversed ─> Unanswered ─ late answer ─> Approved | Declined
/// AdviceDue ─> AdviceSent ─> Approved | Declined | AdviceDue | AdviceGivenUp
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum State {
    /// It is under way.
    Sent,
    /// It was approved, and counts.
    Approved,
    /// It was declined.
    Declined,
    /// No answer came and it may not be reversed: what became of it is not known.
    Unanswered,
    /// It is to be reversed before the next transaction.
    ReversalDue,
    /// Its reversal is under way.
    ReversalSent,
    /// Its reversal was confirmed.
    Reversed,
    /// Its reversal was sent as often as it may be, and was not confirmed: what became of it is not known.
    GivenUp,
    /// It took place and counts; the host is to be told.
    AdviceDue,
    /// It took place and counts; the host is being told.
    AdviceSent,
    /// It took place and counts; the host was told as often as it may be, and did not answer.
    AdviceGivenUp,
}

impl State {
    /// Whether the amount counts in the batch of the terminal, that of an adjustment together with its original.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, State::Approved | State::AdviceDue | State::AdviceSent | State::AdviceGivenUp)
    }

    /// Whether a reversal has to be sent, or its answer waited for, before the next transaction.
    #[must_use]
    pub const fn is_reversal_pending(self) -> bool {
        matches!(self, State::ReversalDue | State::ReversalSent)
    }

    /// Whether an advice has to be sent, or its answer waited for, before the batch is closed.
    #[must_use]
    pub const fn is_advice_pending(self) -> bool {
        matches!(self, State::AdviceDue | State::AdviceSent)
    }

    /// Whether the terminal does not know what the host has: a person has to find out, unless the host has nothing of it as of
    /// a balance inquiry.
    #[must_use]
    pub const fn is_unresolved(self) -> bool {
        matches!(self, State::Unanswered | State::GivenUp | State::AdviceGivenUp)
    }

    /// Whether the message that makes it good can still be sent: a transaction that was approved can fail until it is
    /// completed.
    pub(super) const fn needs_message(self, recovery: Recovery) -> bool {
        match self {
            State::Sent | State::Approved | State::ReversalDue | State::ReversalSent => {
                matches!(recovery, Recovery::Reversal)
            }
            State::AdviceDue | State::AdviceSent => true,
            State::Declined | State::Unanswered | State::Reversed | State::GivenUp | State::AdviceGivenUp => false,
        }
    }

    /// Whether a transaction that is made good in this way can be in this state.
    #[cfg_attr(not(feature = "serde"), allow(dead_code, reason = "asked of what was stored"))]
    pub(in super::super) const fn is_of(self, recovery: Recovery) -> bool {
        match self {
            State::Sent => !matches!(recovery, Recovery::Repeat),
            State::Approved | State::Declined => true,
            State::Unanswered => matches!(recovery, Recovery::None),
            State::ReversalDue | State::ReversalSent | State::Reversed | State::GivenUp => {
                matches!(recovery, Recovery::Reversal)
            }
            State::AdviceDue | State::AdviceSent | State::AdviceGivenUp => matches!(recovery, Recovery::Repeat),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            State::Sent => "sent",
            State::Approved => "approved",
            State::Declined => "declined",
            State::Unanswered => "unanswered",
            State::ReversalDue => "reversal due",
            State::ReversalSent => "reversal sent",
            State::Reversed => "reversed",
            State::GivenUp => "reversal given up",
            State::AdviceDue => "advice due",
            State::AdviceSent => "advice sent",
            State::AdviceGivenUp => "advice given up",
        })
    }
}
