//! Kinds of transactions: an open set, with what each means to settlement.

use crate::element::text::Text;
use crate::mti::MessageClass;
use crate::unionpay::Transaction;
use core::fmt;

/// What a transaction is: a sale, a void, a refund, or something that a network adds.
///
/// A kind says three things: its name, what it does to the totals, and how it is made good when no answer comes. The
/// constants are the transactions of a UnionPay POS terminal that move money or set it aside; [`Kind::of`] has the others.
///
/// ```
/// use isomsg::settle::{Effect, Kind, Recovery};
/// use isomsg::unionpay::Transaction;
///
/// assert_eq!(Kind::of(&Transaction::SALE), Kind::SALE);
/// assert_eq!((Kind::SALE.effect(), Kind::SALE.recovery()), (Effect::Moves, Recovery::Reversal));
/// assert_eq!(Kind::REFUND.recovery(), Recovery::None);
/// let fuel = Kind::new("fuel sale", Effect::Moves, Recovery::Reversal).expect("a short name");
/// assert_eq!(fuel.name(), "fuel sale");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind {
    name: Text<32>,
    effect: Effect,
    recovery: Recovery,
}

/// What a transaction does to the totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It moves money, and is counted.
    Moves,
    /// It takes back what another one moved, and is counted among the voids of its direction.
    TakesBack,
    /// It puts its amount in the place of that of another one: it is no further transaction, and only the difference is
    /// added.
    Replaces,
    /// It moves nothing: a pre-authorization, a balance inquiry.
    Nothing,
}

/// How a transaction is made good when no answer comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recovery {
    /// By a reversal.
    Reversal,
    /// By sending it again: an advice of something that has taken place, or a script notice.
    Repeat,
    /// Not at all: a refund or a balance inquiry, which may not be reversed.
    None,
}

macro_rules! kinds {
    ($($(#[$doc:meta])+ $constant:ident,)+) => {
        impl Kind {
            $($(#[$doc])+ pub const $constant: Kind = Kind::of(&Transaction::$constant);)+
        }
    };
}

kinds! {
    /// A sale.
    SALE,
    /// A void of a sale of the same batch.
    SALE_VOID,
    /// A refund.
    REFUND,
    /// A pre-authorization.
    PRE_AUTHORIZATION,
    /// A void of a pre-authorization.
    PRE_AUTHORIZATION_VOID,
    /// A completion of a pre-authorization, asked for.
    COMPLETION,
    /// A void of a completion.
    COMPLETION_VOID,
    /// A completion of a pre-authorization, told as an advice.
    COMPLETION_ADVICE,
    /// A sale that was authorized otherwise, told as an advice.
    OFFLINE_SETTLEMENT,
    /// Another amount for an offline settlement.
    SETTLEMENT_ADJUSTMENT,
    /// Another amount for a sale, with the tip.
    TIP_ADJUSTMENT,
    /// A sale that took place offline.
    OFFLINE_SALE,
    /// A refund that took place offline.
    OFFLINE_REFUND,
    /// A balance inquiry.
    BALANCE_INQUIRY,
}

impl Kind {
    /// A kind with a name of 1 to 32 printable ASCII characters; `None` for another name.
    #[must_use]
    pub const fn new(name: &str, effect: Effect, recovery: Recovery) -> Option<Self> {
        match Text::printable(name) {
            Some(text) if !name.is_empty() => Some(Kind { name: text, effect, recovery }),
            _ => None,
        }
    }

    /// The kind that a transaction of a terminal is: its name, and what its row of the table and its type (60.1) say.
    #[must_use]
    pub const fn of(transaction: &Transaction) -> Self {
        let (effect, is_advice) = match type_code(transaction) {
            b"20" | b"22" | b"25" | b"45" | b"46" | b"47" | b"54" => (Effect::Moves, false),
            b"24" | b"27" | b"30" | b"36" => (Effect::Moves, true),
            b"21" | b"23" | b"51" | b"53" => (Effect::TakesBack, false),
            b"32" | b"34" => (Effect::Replaces, true),
            _ => (Effect::Nothing, is_notice(transaction)),
        };
        let recovery = match (transaction.is_reversible(), is_advice) {
            (true, _) => Recovery::Reversal,
            (false, true) => Recovery::Repeat,
            (false, false) => Recovery::None,
        };
        match Kind::new(transaction.name(), effect, recovery) {
            Some(kind) => kind,
            // A test holds that each has its name.
            None => Kind { name: Text::short([0; 32], 0), effect, recovery },
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

/// Whether it tells the host of something that moves nothing: what the scripts of an issuer did.
const fn is_notice(transaction: &Transaction) -> bool {
    matches!(transaction.mti().class(), MessageClass::Administrative)
}

/// Field 60.1 of its request; empty of a reversal, which has that of its original.
pub(super) const fn type_code(transaction: &Transaction) -> &'static [u8] {
    match transaction.type_codes() {
        [first, ..] => first.as_bytes(),
        [] => b"",
    }
}

impl From<&Transaction> for Kind {
    fn from(transaction: &Transaction) -> Self {
        Kind::of(transaction)
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
    fn every_transaction_has_its_name() {
        for transaction in Transaction::all() {
            assert_eq!(Kind::of(transaction).name(), transaction.name());
            assert_eq!(Kind::from(transaction), Kind::of(transaction));
        }
    }

    #[test]
    fn names_are_short_and_printable() {
        for name in ["", "a name of thirty-three characters", "tab\t"] {
            assert_eq!(Kind::new(name, Effect::Moves, Recovery::None), None, "{name}");
        }
    }
}
