//! Which way the money goes.

use super::kind::type_code;
use super::{Effect, Kind};
use crate::unionpay::Transaction;
use core::fmt;

/// Which way the money of a transaction goes, as the cardholder's account sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The cardholder pays: a sale, a completion, an offline sale.
    Debit,
    /// The cardholder is paid: a refund.
    Credit,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Direction::Debit => Direction::Credit,
            Direction::Credit => Direction::Debit,
        }
    }

    /// Which way the money of a transaction of a terminal goes, of a void that of what it takes back; `None` where it moves
    /// none, and of a load of electronic cash, of which no source says it.
    ///
    /// ```
    /// use isomsg::settle::Direction;
    /// use isomsg::unionpay::Transaction;
    ///
    /// assert_eq!(Direction::of(&Transaction::SALE_VOID), Some(Direction::Debit));
    /// assert_eq!(Direction::of(&Transaction::REFUND), Some(Direction::Credit));
    /// assert_eq!(Direction::of(&Transaction::PRE_AUTHORIZATION), None);
    /// ```
    #[must_use]
    pub const fn of(transaction: &Transaction) -> Option<Self> {
        match (Kind::of(transaction).effect(), type_code(transaction)) {
            (Effect::Nothing, _) | (_, b"45" | b"46" | b"47" | b"51") => None,
            (_, b"25" | b"27") => Some(Direction::Credit),
            _ => Some(Direction::Debit),
        }
    }
}

/// `debit` or `credit`.
impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Direction::Debit => "debit",
            Direction::Credit => "credit",
        })
    }
}
