//! A few digits that are no number: a bank's prefix, a service code.

use super::text::Text;
use core::fmt;

/// `N` digits, leading zeros included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digits<const N: usize>(Text<N>);

impl<const N: usize> Digits<N> {
    /// Takes digits; `None` when there are more or fewer, or one is none.
    pub(super) fn of_value(value: crate::value::Value<'_>) -> Option<Self> {
        Text::of_value(value).filter(|text| text.is_full() && text.is_digits()).map(Digits)
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The digits as a number, to be compared with ranges.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.0.number(0, N)
    }
}

impl<const N: usize> fmt::Display for Digits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<const N: usize> fmt::Debug for Digits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digits({})", self.as_str())
    }
}
