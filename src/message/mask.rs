//! What the printed forms show of a field. Masking fails closed: what is not known to be harmless is stars.

use crate::spec::{PanMask, Sensitivity};
use crate::value::Value;
use core::fmt::{self, Write};

/// A value as it may be printed.
pub(super) struct Masked<'a> {
    value: Value<'a>,
    sensitivity: Sensitivity,
    pan: PanMask,
}

/// How many stars stand for a secret, whatever its length.
const STARS: &str = "********";

impl<'a> Masked<'a> {
    pub(super) fn new(value: Value<'a>, sensitivity: Sensitivity, pan: PanMask) -> Self {
        Masked { value, sensitivity, pan }
    }

    /// Whether something is hidden.
    pub(super) fn hides(&self) -> bool {
        self.sensitivity != Sensitivity::None && !self.value.is_empty()
    }

    /// Digits, of which something may be shown.
    fn shows_ends(&self) -> bool {
        let shows_some = (0..self.value.len()).any(|at| self.pan.shows(at, self.value.len()));
        shows_some && !self.value.is_binary() && self.value.units().all(|unit| unit.is_ascii_digit())
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sensitivity {
            _ if !self.hides() => fmt::Display::fmt(&self.value.reveal(), f),
            Sensitivity::Pan if self.shows_ends() => self.value.units().enumerate().try_for_each(|(at, digit)| {
                f.write_char(if self.pan.shows(at, self.value.len()) { char::from(digit) } else { '*' })
            }),
            _ => f.write_str(STARS),
        }
    }
}
