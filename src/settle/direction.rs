//! Which way the money goes.

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
