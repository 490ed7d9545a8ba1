//! What the printed forms show of a field. Masking fails closed: what is not known to be harmless is stars.

use crate::spec::Sensitivity;
use crate::value::Value;
use core::fmt::{self, Write};

/// A value as it may be printed.
pub(super) struct Masked<'a> {
    value: Value<'a>,
    sensitivity: Sensitivity,
}

/// A card number of at least this many digits shows its first six and last four.
const SHORTEST_PAN: usize = 13;
const LONGEST_PAN: usize = 19;
const SHOWN_FIRST: usize = 6;
const SHOWN_LAST: usize = 4;
/// How many stars stand for a secret, whatever its length.
const STARS: &str = "********";

impl<'a> Masked<'a> {
    pub(super) fn new(value: Value<'a>, sensitivity: Sensitivity) -> Self {
        Masked { value, sensitivity }
    }

    /// Whether something is hidden.
    pub(super) fn hides(&self) -> bool {
        self.sensitivity != Sensitivity::None && !self.value.is_empty()
    }

    /// A card number that is digits only and as long as card numbers are.
    fn is_pan(&self) -> bool {
        (SHORTEST_PAN..=LONGEST_PAN).contains(&self.value.len())
            && !self.value.is_binary()
            && self.value.units().all(|unit| unit.is_ascii_digit())
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sensitivity {
            _ if !self.hides() => fmt::Display::fmt(&self.value.reveal(), f),
            Sensitivity::Pan if self.is_pan() => {
                let last = self.value.len() - SHOWN_LAST;
                self.value.units().enumerate().try_for_each(|(at, digit)| {
                    f.write_char(if at < SHOWN_FIRST || at >= last { char::from(digit) } else { '*' })
                })
            }
            _ => f.write_str(STARS),
        }
    }
}
