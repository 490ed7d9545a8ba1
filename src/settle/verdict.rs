//! What a receipt comes to, as a shop would say it.

use super::{Effect, Kind, Recovery, State};
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
    /// It moves no money, as a pre-authorization or a balance inquiry, so no detail has it.
    NotInDetail,
    /// It was approved, and they do not have it.
    Missing,
    /// It was approved or took place offline, and they have it as taken back.
    TakenBackByThem,
    /// It was taken back by a void, or is this void, and they do not have what it took back any more.
    Voided,
    /// It is a void that was approved, and they still have what it takes back.
    VoidMissing,
    /// It took place offline, and was not told to them yet, or they never confirmed it.
    NotTold,
    /// It took place offline, and they refused it.
    Refused,
    /// It took place offline and they refused it, and have it all the same.
    RefusedYetTheirs,
    /// It was declined or taken back, and they do not have it either.
    NotMade,
    /// It is a void that was declined or taken back, and they do not have it either.
    VoidNotMade,
    /// It was declined or taken back, and they have it all the same.
    StillTheirs,
    /// It is a void that was declined or taken back, and they have it all the same.
    VoidStillTheirs,
    /// The terminal waits for an answer, or has to take it back first.
    Undecided,
    /// The terminal never knew what became of it, and they have it.
    OnlyTheirsKnow,
    /// It is a void of which the terminal never knew what became of it, and they have it.
    VoidOnlyTheirsKnow,
    /// The terminal never knew what became of it, and they do not have it.
    NeverArrived,
}

/// What their detail has of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// Nothing.
    Absent,
    /// That it was, and was taken back: by a reversal, or by a void of the same number.
    TakenBack,
    /// It is among what they pay or take back; `true` if it is as we have it.
    There(bool),
}

/// What the terminal has of a number.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) state: State,
    pub(super) kind: Kind,
    /// Whether a void took it back, or it is a void and they do not have what it takes back.
    pub(super) is_voided: bool,
}

impl Verdict {
    pub(super) fn of(known: Option<Known>, theirs: Presence) -> Self {
        let Some(known) = known else {
            return if theirs == Presence::Absent { Verdict::Unknown } else { Verdict::TheirsOnly };
        };
        let moves_nothing = known.kind.effect() == Effect::Nothing;
        match known.state {
            State::Sent | State::ReversalDue | State::ReversalSent => Verdict::Undecided,
            _ if moves_nothing && !matches!(theirs, Presence::There(_)) => Verdict::NotInDetail,
            State::Unanswered | State::GivenUp => known.never_known(theirs),
            State::Declined if known.kind.recovery() == Recovery::Repeat => known.refused(theirs),
            State::Declined | State::Reversed => known.not_made(theirs),
            State::Approved | State::AdviceDue | State::AdviceSent | State::AdviceGivenUp => known.made(theirs),
        }
    }
}

impl Known {
    fn is_void(&self) -> bool {
        self.kind.effect() == Effect::TakesBack
    }

    fn never_known(&self, theirs: Presence) -> Verdict {
        match theirs {
            Presence::There(_) if self.is_void() => Verdict::VoidOnlyTheirsKnow,
            Presence::There(_) => Verdict::OnlyTheirsKnow,
            Presence::TakenBack => self.not_made(theirs),
            Presence::Absent => Verdict::NeverArrived,
        }
    }

    /// They have the original of an adjustment as it was before, or otherwise.
    fn refused(&self, theirs: Presence) -> Verdict {
        match (theirs, self.kind.effect()) {
            (Presence::There(true), Effect::Replaces) => Verdict::Refused,
            (Presence::There(false), Effect::Replaces) => Verdict::Differs,
            (Presence::There(_), _) => Verdict::RefusedYetTheirs,
            (Presence::Absent | Presence::TakenBack, _) => Verdict::Refused,
        }
    }

    fn not_made(&self, theirs: Presence) -> Verdict {
        match (theirs, self.is_void()) {
            (Presence::There(_), false) => Verdict::StillTheirs,
            (Presence::There(_), true) => Verdict::VoidStillTheirs,
            (_, false) => Verdict::NotMade,
            (_, true) => Verdict::VoidNotMade,
        }
    }

    fn made(&self, theirs: Presence) -> Verdict {
        let is_told = self.state == State::Approved;
        match theirs {
            Presence::There(true) => Verdict::Alike,
            Presence::There(false) if self.kind.effect() == Effect::Replaces && !is_told => Verdict::NotTold,
            Presence::There(false) => Verdict::Differs,
            _ if self.is_voided => Verdict::Voided,
            Presence::TakenBack if !self.is_void() => Verdict::TakenBackByThem,
            _ if !is_told => Verdict::NotTold,
            _ if self.is_void() => Verdict::VoidMissing,
            _ => Verdict::Missing,
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
            Verdict::NotInDetail => "it moves no money, so it is in no detail: nothing is missing",
            Verdict::Missing => "it was paid and is missing on their side: ask them with the receipt",
            Verdict::TakenBackByThem => "it was paid and they took it back: ask them with the receipt",
            Verdict::Voided => "a void took it back on both sides: nothing is paid",
            Verdict::VoidMissing => {
                "it was taken back at the terminal and not on their side: ask them with the receipt of the void"
            }
            Verdict::NotTold => {
                "it took place and they do not know it: the terminal has to tell them, else ask them with the receipt"
            }
            Verdict::Refused => "it took place and they refused it: ask them with the receipt",
            Verdict::RefusedYetTheirs => "it took place, and they have it although they refused it: book it by hand",
            Verdict::NotMade => "nothing was paid: a receipt that says otherwise is void",
            Verdict::VoidNotMade => "nothing was taken back: a receipt that says otherwise is void",
            Verdict::StillTheirs => "it should not be paid but they have it: ask them to take it back",
            Verdict::VoidStillTheirs => "it should not be taken back but they have it so: ask them to pay it",
            Verdict::Undecided => "not decided yet: let the terminal finish, then ask again",
            Verdict::OnlyTheirsKnow => {
                "it was paid, but the terminal never knew: book it by hand, or ask them to take it back"
            }
            Verdict::VoidOnlyTheirsKnow => {
                "it was taken back, but the terminal never knew: book it by hand, or ask them to pay it"
            }
            Verdict::NeverArrived => "they do not have it: nothing came of it, unless it comes on a later day",
        })
    }
}
