//! What differs, as a shop would say it.

use super::super::{Effect, Entry};
use alloc::vec::Vec;
use core::fmt;

/// Whose list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
    /// Both of them.
    Both,
}

/// A transaction that is not the same on both sides. It prints as one line, cards masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding<'a> {
    /// The amounts are different, in the same currency.
    AmountDiffers {
        /// Our entry.
        ours: &'a Entry,
        /// Their entry.
        theirs: &'a Entry,
    },
    /// The currencies are different; the amounts are then not compared.
    CurrencyDiffers {
        /// Our entry.
        ours: &'a Entry,
        /// Their entry.
        theirs: &'a Entry,
    },
    /// The cards cannot be the same one.
    CardDiffers {
        /// Our entry.
        ours: &'a Entry,
        /// Their entry.
        theirs: &'a Entry,
    },
    /// One side has a debit and the other a credit, or one side a void and the other none.
    DirectionDiffers {
        /// Our entry.
        ours: &'a Entry,
        /// Their entry.
        theirs: &'a Entry,
    },
    /// A reversal took it back on one side only.
    ReversedDiffers {
        /// Our entry.
        ours: &'a Entry,
        /// Their entry.
        theirs: &'a Entry,
    },
    /// The card is a domestic one on one side and a foreign one on the other.
    ForeignDiffers {
        /// Our entry.
        ours: &'a Entry,
        /// Their entry.
        theirs: &'a Entry,
    },
    /// We have it, they do not: the receipt printed, but the transaction is not in the detail.
    OursOnly(&'a Entry),
    /// They have it, we do not.
    TheirsOnly(&'a Entry),
    /// It is there once more than it should be.
    Doubled {
        /// Whose list has it too often.
        side: Side,
        /// The entry that is too much.
        entry: &'a Entry,
    },
}

impl<'a> Finding<'a> {
    /// The entry of our list.
    #[must_use]
    pub fn ours(&self) -> Option<&'a Entry> {
        match self {
            Finding::TheirsOnly(_) | Finding::Doubled { side: Side::Theirs, .. } => None,
            Finding::OursOnly(entry) | Finding::Doubled { entry, .. } => Some(entry),
            finding => finding.both().map(|(ours, _)| ours),
        }
    }

    /// The entry of their list.
    #[must_use]
    pub fn theirs(&self) -> Option<&'a Entry> {
        match self {
            Finding::OursOnly(_) | Finding::Doubled { side: Side::Ours | Side::Both, .. } => None,
            Finding::TheirsOnly(entry) | Finding::Doubled { entry, .. } => Some(entry),
            finding => finding.both().map(|(_, theirs)| theirs),
        }
    }

    fn both(&self) -> Option<(&'a Entry, &'a Entry)> {
        match self {
            Finding::AmountDiffers { ours, theirs }
            | Finding::CurrencyDiffers { ours, theirs }
            | Finding::CardDiffers { ours, theirs }
            | Finding::DirectionDiffers { ours, theirs }
            | Finding::ReversedDiffers { ours, theirs }
            | Finding::ForeignDiffers { ours, theirs } => Some((ours, theirs)),
            Finding::OursOnly(_) | Finding::TheirsOnly(_) | Finding::Doubled { .. } => None,
        }
    }
}

/// Adds what differs between two entries of the same transaction.
pub(super) fn differences<'a>(ours: &'a Entry, theirs: &'a Entry, findings: &mut Vec<Finding<'a>>) {
    let (our_amount, their_amount) = (ours.amount(), theirs.amount());
    if our_amount.currency() != their_amount.currency() {
        findings.push(Finding::CurrencyDiffers { ours, theirs });
    } else if our_amount.minor() != their_amount.minor() || exponents_differ(ours, theirs) {
        findings.push(Finding::AmountDiffers { ours, theirs });
    }
    if ours.card().zip(theirs.card()).is_some_and(|(ours, theirs)| !ours.agrees_with(&theirs)) {
        findings.push(Finding::CardDiffers { ours, theirs });
    }
    let way = |entry: &Entry| (entry.direction(), entry.kind().effect());
    if way(ours) != way(theirs) {
        findings.push(Finding::DirectionDiffers { ours, theirs });
    }
    if ours.is_reversed() != theirs.is_reversed() {
        findings.push(Finding::ReversedDiffers { ours, theirs });
    }
    if ours.is_foreign() != theirs.is_foreign() {
        findings.push(Finding::ForeignDiffers { ours, theirs });
    }
}

/// One that is not known agrees with every other.
fn exponents_differ(ours: &Entry, theirs: &Entry) -> bool {
    ours.amount().exponent().zip(theirs.amount().exponent()).is_some_and(|(ours, theirs)| ours != theirs)
}

impl fmt::Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::AmountDiffers { ours, theirs } => write!(f, "amount differs: {ours}, theirs {}", theirs.amount()),
            Finding::CurrencyDiffers { ours, theirs } => {
                write!(f, "currency differs: {ours}, theirs {}", theirs.amount())
            }
            Finding::CardDiffers { ours, theirs } => match theirs.card() {
                Some(card) => write!(f, "card differs: {ours}, theirs {card}"),
                None => write!(f, "card differs: {ours}"),
            },
            Finding::DirectionDiffers { ours, theirs } => {
                write!(f, "direction differs: {ours} is a {}, theirs a {}", Way(ours), Way(theirs))
            }
            Finding::ReversedDiffers { ours, .. } if ours.is_reversed() => {
                write!(f, "reversed in our list only: {ours}")
            }
            Finding::ReversedDiffers { ours, .. } => write!(f, "reversed in their list only: {ours}"),
            Finding::ForeignDiffers { ours, .. } => {
                let (our, their) = if ours.is_foreign() { ("foreign", "domestic") } else { ("domestic", "foreign") };
                write!(f, "card class differs: {ours}, {our} in our list, {their} in theirs")
            }
            Finding::OursOnly(entry) => write!(f, "not in their list: {entry}"),
            Finding::TheirsOnly(entry) => write!(f, "not in our list: {entry}"),
            Finding::Doubled { side: Side::Ours, entry } => write!(f, "once too often in our list: {entry}"),
            Finding::Doubled { side: Side::Theirs, entry } => write!(f, "once too often in their list: {entry}"),
            Finding::Doubled { side: Side::Both, entry } => write!(f, "once too often in both lists: {entry}"),
        }
    }
}

/// The direction, and whether it is taken back.
struct Way<'a>(&'a Entry);

impl fmt::Display for Way<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.direction())?;
        match self.0.kind().effect() {
            Effect::Moves => Ok(()),
            Effect::TakesBack => f.write_str(" taken back"),
            Effect::Replaces => f.write_str(" in place of another"),
            Effect::Nothing => f.write_str(" that moves nothing"),
        }
    }
}
