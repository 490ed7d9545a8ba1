//! What a receipt comes to, as a shop would say it.

use super::{Recovery, State};
use core::fmt;

/// What a receipt comes to: see [`Explanation`](super::Explanation). It prints as what a shop is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// Neither side has the number in this batch.
    Unknown,
    /// They have it, our terminal does not.
    TheirsOnly,
    /// Both sides have it, and the same.
    Alike,
    /// Both sides have it, and not the same.
    Differs,
    /// It was approved, and they do not have it.
    Missing,
    /// It took place offline, and was not told to them yet, or they never confirmed it.
    NotTold,
    /// It took place offline, and they refused it.
    Refused,
    /// It was declined or taken back, and they do not have it either.
    NotMade,
    /// It was declined or taken back, and they have it all the same.
    StillTheirs,
    /// The terminal waits for an answer, or has to take it back first.
    Undecided,
    /// The terminal never knew what became of it, and they have it.
    OnlyTheirsKnow,
    /// The terminal never knew what became of it, and they do not have it.
    NeverArrived,
}

impl Verdict {
    /// Of a transaction that is made good in this way, by its state at the terminal, and whether they have it, and the same.
    pub(super) fn of(known: Option<(State, Recovery)>, theirs_have: bool, is_alike: bool) -> Self {
        let Some((state, recovery)) = known else {
            return if theirs_have { Verdict::TheirsOnly } else { Verdict::Unknown };
        };
        match (state, theirs_have) {
            (State::Sent | State::ReversalDue | State::ReversalSent, _) => Verdict::Undecided,
            (State::Unanswered | State::GivenUp, true) => Verdict::OnlyTheirsKnow,
            (State::Unanswered | State::GivenUp, false) => Verdict::NeverArrived,
            (State::Declined, false) if recovery == Recovery::Repeat => Verdict::Refused,
            (State::Declined | State::Reversed, true) => Verdict::StillTheirs,
            (State::Declined | State::Reversed, false) => Verdict::NotMade,
            (State::Approved | State::AdviceDue | State::AdviceSent | State::AdviceGivenUp, true) => {
                if is_alike {
                    Verdict::Alike
                } else {
                    Verdict::Differs
                }
            }
            (State::Approved, false) => Verdict::Missing,
            (State::AdviceDue | State::AdviceSent | State::AdviceGivenUp, false) => Verdict::NotTold,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Verdict::Unknown => "nobody knows it in this batch: look for another batch or terminal on the receipt",
            Verdict::TheirsOnly => "only they know it: look in other batches of the terminal, then ask them",
            Verdict::Alike => "all is well: both sides have the same",
            Verdict::Differs => "both sides have it, but not the same: ask them with the receipt",
            Verdict::Missing => "it was paid and is missing on their side: ask them with the receipt",
            Verdict::NotTold => {
                "it was paid and they do not know it: the terminal has to tell them, else ask them with the receipt"
            }
            Verdict::Refused => "it took place and they refused it: ask them with the receipt",
            Verdict::NotMade => "nothing was paid: a receipt that says otherwise is void",
            Verdict::StillTheirs => "it should not be paid but they have it: ask them to take it back",
            Verdict::Undecided => "not decided yet: let the terminal finish, then ask again",
            Verdict::OnlyTheirsKnow => {
                "it was paid, but the terminal never knew: book it by hand, or ask them to take it back"
            }
            Verdict::NeverArrived => "they do not have it: nothing was paid, unless it comes on a later day",
        })
    }
}
