//! What the printed forms show of a field. Masking fails closed: what is not known to be harmless is stars.

use crate::element::{PanMask, STARS};
use crate::spec::Sensitivity;
use crate::value::Input;
use core::fmt;

/// A value as it may be printed.
pub(crate) struct Masked<'a> {
    value: Input<'a>,
    sensitivity: Sensitivity,
    pan: PanMask,
}

impl<'a> Masked<'a> {
    pub(crate) fn new(value: impl Into<Input<'a>>, sensitivity: Sensitivity, pan: PanMask) -> Self {
        Masked { value: value.into(), sensitivity, pan }
    }

    /// Whether something is hidden.
    pub(crate) fn hides(&self) -> bool {
        self.sensitivity != Sensitivity::None && !self.value.is_empty()
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.sensitivity, self.value) {
            _ if !self.hides() => self.value.write_revealed(f),
            (Sensitivity::Pan, Input::Value(value)) if !value.is_binary() => self.pan.write(value.units(), f),
            _ => f.write_str(STARS),
        }
    }
}

/// The same: a mask has no other form.
impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
