//! What a host says of totals.

use core::fmt;

/// What a host says of totals, a digit of field 48 of UnionPay POS. Field 66 of ISO 8583 is said to have the same values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReconciliationCode(u8);

impl ReconciliationCode {
    /// Nothing said yet: the request.
    pub const NONE: Self = ReconciliationCode(0);
    /// The totals balance.
    pub const BALANCED: Self = ReconciliationCode(1);
    /// The totals do not balance: the terminal uploads its detail.
    pub const UNBALANCED: Self = ReconciliationCode(2);
    /// An error.
    pub const ERROR: Self = ReconciliationCode(3);

    /// A digit; `None` above 9.
    #[must_use]
    pub const fn new(digit: u8) -> Option<Self> {
        if digit <= 9 { Some(ReconciliationCode(digit)) } else { None }
    }

    /// The digit.
    #[must_use]
    pub const fn digit(self) -> u8 {
        self.0
    }

    /// Its name; `None` of a digit that has none.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self.0 {
            0 => Some("not stated"),
            1 => Some("balanced"),
            2 => Some("not balanced"),
            3 => Some("error"),
            _ => None,
        }
    }
}

/// The digit.
impl fmt::Display for ReconciliationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for ReconciliationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReconciliationCode({self})")
    }
}
