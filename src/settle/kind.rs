//! Kinds of transactions: an open set, with what each means to settlement.

use super::short::Short;
use core::fmt;

/// What a transaction is: a sale, a void, a refund, or something that a network adds.
///
/// A kind says three things: its name, what it does to the totals, and how it is made good when no answer comes. The
/// constants are the transactions of a UnionPay POS terminal.
///
/// ```
/// use isomsg::settle::{Effect, Kind, Recovery};
///
/// assert_eq!(Kind::SALE.effect(), Effect::Moves);
/// assert_eq!(Kind::REFUND.recovery(), Recovery::None);
/// let fuel = Kind::new("fuel sale", Effect::Moves, Recovery::Reversal).expect("a short name");
/// assert_eq!(fuel.name(), "fuel sale");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind {
    name: Short<24>,
    effect: Effect,
    recovery: Recovery,
}

/// What a transaction does to the totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It moves money, and is counted.
    Moves,
    /// It takes back what another one moved, and is counted among the reversals of its direction.
    TakesBack,
    /// It moves nothing: a pre-authorization, a balance inquiry.
    Nothing,
}

/// How a transaction is made good when no answer comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recovery {
    /// By a reversal.
    Reversal,
    /// By sending it again: an advice of something that has taken place.
    Repeat,
    /// Not at all: a refund or a balance inquiry, which may not be reversed.
    None,
}

macro_rules! kinds {
    ($($(#[$doc:meta])+ $constant:ident = $name:literal, $effect:ident, $recovery:ident;)+) => {
        impl Kind {
            $($(#[$doc])+ pub const $constant: Kind = Kind::known($name, Effect::$effect, Recovery::$recovery);)+
        }

        #[cfg(test)]
        const KNOWN: &[(&str, Kind)] = &[$(($name, Kind::$constant)),+];
    };
}

kinds! {
    /// A sale.
    SALE = "sale", Moves, Reversal;
    /// A void of a sale of the same batch.
    VOID = "void", TakesBack, Reversal;
    /// A refund.
    REFUND = "refund", Moves, None;
    /// A pre-authorization.
    PRE_AUTHORIZATION = "pre-authorization", Nothing, Reversal;
    /// A void of a pre-authorization.
    PRE_AUTHORIZATION_VOID = "pre-authorization void", Nothing, Reversal;
    /// A completion of a pre-authorization, asked for.
    COMPLETION = "completion", Moves, Reversal;
    /// A void of a completion.
    COMPLETION_VOID = "completion void", TakesBack, Reversal;
    /// A completion of a pre-authorization, told as an advice.
    COMPLETION_ADVICE = "completion advice", Moves, Repeat;
    /// A sale that took place offline.
    OFFLINE_SALE = "offline sale", Moves, Repeat;
    /// A refund that took place offline.
    OFFLINE_REFUND = "offline refund", Moves, Repeat;
    /// An adjustment, such as a tip.
    ADJUSTMENT = "adjustment", Moves, Repeat;
    /// A balance inquiry.
    BALANCE_INQUIRY = "balance inquiry", Nothing, None;
}

impl Kind {
    /// A kind with a name of 1 to 24 printable ASCII characters; `None` for another name.
    #[must_use]
    pub const fn new(name: &str, effect: Effect, recovery: Recovery) -> Option<Self> {
        match Short::of(name) {
            Some(short) if !name.is_empty() => Some(Kind { name: short, effect, recovery }),
            _ => None,
        }
    }

    /// One of the constants; a test holds that each has its name.
    const fn known(name: &str, effect: Effect, recovery: Recovery) -> Self {
        match Short::of(name) {
            Some(name) => Kind { name, effect, recovery },
            None => Kind { name: Short::EMPTY, effect, recovery },
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// What it does to the totals.
    #[must_use]
    pub const fn effect(&self) -> Effect {
        self.effect
    }

    /// How it is made good when no answer comes.
    #[must_use]
    pub const fn recovery(&self) -> Recovery {
        self.recovery
    }
}

/// Its name.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kind({}, {:?}, {:?})", self.name(), self.effect, self.recovery)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_have_their_names() {
        for (name, kind) in KNOWN {
            assert_eq!(Kind::new(name, kind.effect, kind.recovery), Some(*kind));
        }
    }

    #[test]
    fn names_are_short_and_printable() {
        for name in ["", "a name of twenty-five char", "tab\t"] {
            assert_eq!(Kind::new(name, Effect::Moves, Recovery::None), None, "{name}");
        }
    }
}
