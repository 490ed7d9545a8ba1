//! What the printed forms show of a field. Masking fails closed: what is not known to be harmless is stars.

use crate::element::{PanMask, STARS};
use crate::spec::Sensitivity;
use crate::value::Value;
use core::fmt;

/// A value as it may be printed.
pub(super) struct Masked<'a> {
    value: Value<'a>,
    sensitivity: Sensitivity,
    pan: PanMask,
}

impl<'a> Masked<'a> {
    pub(super) fn new(value: Value<'a>, sensitivity: Sensitivity, pan: PanMask) -> Self {
        Masked { value, sensitivity, pan }
    }

    /// Whether something is hidden.
    pub(super) fn hides(&self) -> bool {
        self.sensitivity != Sensitivity::None && !self.value.is_empty()
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sensitivity {
            _ if !self.hides() => fmt::Display::fmt(&self.value.reveal(), f),
            Sensitivity::Pan if !self.value.is_binary() => self.pan.write(self.value.units(), f),
            _ => f.write_str(STARS),
        }
    }
}
