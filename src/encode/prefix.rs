//! The length in front of content.

use crate::spec::Count;
use crate::spec::layout::{Extent, Layout};
use crate::wire::{PrefixForm, length};

/// The bytes of the prefix of a field that is nothing but a prefix, or none, and content, and whose reader is told the
/// number of units; `None` for every other field.
#[inline]
pub(super) fn of_units(layout: &Layout, units: usize) -> Option<usize> {
    match layout.extent {
        Extent::Fixed => Some(0),
        Extent::Counted(prefix) if prefix.counts == Count::Units => Some(prefix.bytes(&layout.coding, units)),
        _ => None,
    }
}

/// Writes the prefix of a value of `units`, if the field has one; `out` has the places that it takes.
pub(super) fn write(layout: &Layout, units: usize, out: &mut [u8]) {
    let (Extent::Counted(prefix) | Extent::Area(prefix, _)) = layout.extent else { return };
    let number = prefix.number(&layout.coding, units);
    match prefix.form {
        PrefixForm::Ber => length::write_ber(number, out),
        form => form.write(number, layout.coding.case, out),
    }
}
