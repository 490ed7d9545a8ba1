//! Any value for any field, checked and written unit by unit, with what fills it up and what ends it.

use super::prefix;
use super::units::Units;
use crate::error::EncodeErrorKind;
use crate::spec::layout::{Extent, Layout};
use crate::value::{Filler, Input};
use crate::wire::Side;
#[cfg(feature = "alloc")]
use crate::wire::{Coding, HexCase};

/// A value that has been checked for its field, unit by unit where it must be.
pub(crate) struct Plan<'v, 's> {
    layout: &'s Layout,
    value: Units<'v>,
    /// Units of filler beside the value.
    filler: Filler,
    filled: usize,
    units: usize,
    /// Bytes of the prefix, of the content, and behind it.
    prefix: usize,
    content: usize,
    tail: usize,
}

impl<'v, 's> Plan<'v, 's> {
    /// Checks a value for a field.
    pub(crate) fn new(layout: &'s Layout, input: Input<'v>) -> Result<Self, EncodeErrorKind> {
        let fixed = if layout.is_fixed() { usize::from(layout.max) } else { 0 };
        let value = Units::new(input, &layout.coding, fixed)?;
        let given = value.len();
        let filler = filler(layout, &input);
        let units = padded_length(layout, given, filler)?;
        check_classes(layout, &value)?;
        let content = layout.coding.bytes(units);
        let (prefix, tail) = sizes(layout, units, content);
        let filler = filler.unwrap_or(NO_FILLER);
        Ok(Plan { layout, value, filler, filled: units.saturating_sub(given), units, prefix, content, tail })
    }

    /// Takes the units of a value that is as long as it must be.
    #[cfg(feature = "alloc")]
    pub(crate) fn unfilled(layout: &'s Layout, units: &'v [u8]) -> Result<Self, EncodeErrorKind> {
        padded_length(layout, units.len(), None)?;
        Plan::new(layout, Input::Bytes(units))
    }

    /// Takes content that lies in its form on the wire already.
    #[cfg(feature = "alloc")]
    pub(crate) fn around(layout: &'s Layout, content: &'v [u8]) -> Result<Self, EncodeErrorKind> {
        let coding = &layout.coding;
        let units = coding.units(content).ok_or(EncodeErrorKind::BadHex)?;
        padded_length(layout, units, None)?;
        // What a lenient parse accepted beside the part that is new stays as it was.
        let accepted = Coding { pad: coding.pad.any(), case: HexCase::Any, ..*coding };
        if let Some((at, _)) = accepted.first_flaw(content, units, true) {
            return Err(EncodeErrorKind::BadCharacter {
                position: at.saturating_add(1),
                class: coding.class.notation(),
            });
        }
        let (prefix, tail) = sizes(layout, units, content.len());
        let value = Units::Wire(content, units);
        Ok(Plan { layout, value, filler: NO_FILLER, filled: 0, units, prefix, content: content.len(), tail })
    }

    /// The bytes that the field takes on the wire.
    pub(crate) fn len(&self) -> usize {
        self.prefix.saturating_add(self.content).saturating_add(self.tail)
    }

    /// Writes the field into `out`, which has [`Plan::len`] places.
    pub(crate) fn write(&self, out: &mut [u8]) -> Result<(), EncodeErrorKind> {
        let (prefix, rest) = out.split_at_mut_checked(self.prefix).unwrap_or_default();
        let (content, tail) = rest.split_at_mut_checked(self.content).unwrap_or_default();
        prefix::write(self.layout, self.units, prefix);
        self.write_content(content);
        self.write_tail(tail);
        if !self.layout.tells_units() && self.layout.coding.units(content) != Some(self.units) {
            return Err(EncodeErrorKind::AmbiguousLength);
        }
        match self.layout.extent {
            Extent::Terminated(bytes, length) => self.check_terminator(rest, bytes.get(..usize::from(length))),
            _ => Ok(()),
        }
    }

    /// The field, written.
    #[cfg(feature = "alloc")]
    pub(crate) fn written(&self) -> Result<alloc::vec::Vec<u8>, EncodeErrorKind> {
        let mut bytes = alloc::vec![0; self.len()];
        self.write(&mut bytes)?;
        Ok(bytes)
    }

    fn write_content(&self, out: &mut [u8]) {
        let coding = &self.layout.coding;
        let filler = core::iter::repeat_n(self.filler.character, self.filled);
        if let Units::Wire(content, _) = self.value {
            return out.copy_from_slice(content);
        }
        match (self.value.as_bytes(), self.filled, self.filler.side) {
            (Some(bytes), 0, _) if coding.takes_whole() => coding.write_whole(bytes, out),
            (_, 0, _) => coding.write(self.value.clone(), self.units, out),
            (_, _, Side::Left) => coding.write(filler.chain(self.value.clone()), self.units, out),
            (_, _, Side::Right) => coding.write(self.value.clone().chain(filler), self.units, out),
        }
    }

    fn write_tail(&self, out: &mut [u8]) {
        match self.layout.extent {
            Extent::Terminated(bytes, _) => out.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte),
            _ => out.fill(self.layout.area_filler()),
        }
    }

    /// The terminator must not be found before the end of the content.
    fn check_terminator(&self, written: &[u8], terminator: Option<&[u8]>) -> Result<(), EncodeErrorKind> {
        let terminator = terminator.unwrap_or(&[]);
        let found = written.windows(terminator.len().max(1)).position(|bytes| bytes == terminator);
        if found == Some(self.content) { Ok(()) } else { Err(EncodeErrorKind::ContainsTerminator) }
    }
}

/// The bytes in front of content of this size, and behind it.
fn sizes(layout: &Layout, units: usize, content: usize) -> (usize, usize) {
    match layout.extent {
        Extent::Fixed | Extent::Rest => (0, 0),
        Extent::Counted(prefix) => (prefix.bytes(&layout.coding, units), 0),
        Extent::Area(prefix, area) => (prefix.bytes(&layout.coding, units), usize::from(area).saturating_sub(content)),
        Extent::Terminated(_, length) => (0, usize::from(length)),
    }
}

const NO_FILLER: Filler = Filler { side: Side::Right, character: 0 };

/// What a short value may be filled up with. The value of another field only with what was taken off it, and nothing
/// at all is not a short value.
fn filler(layout: &Layout, input: &Input<'_>) -> Option<Filler> {
    match input {
        Input::Value(value) if !value.is_stripped() => None,
        Input::Text("") | Input::Bytes([]) if !layout.strip => None,
        _ => layout.filler,
    }
}

/// The units on the wire of a value of `given` units.
fn padded_length(layout: &Layout, given: usize, filler: Option<Filler>) -> Result<usize, EncodeErrorKind> {
    let (min, max) = (usize::from(layout.min), usize::from(layout.max));
    if given > max {
        return Err(EncodeErrorKind::LengthAboveMaximum { length: given, maximum: u32::from(layout.max) });
    }
    match filler {
        _ if given >= min => Ok(given),
        Some(_) => Ok(min),
        None => Err(EncodeErrorKind::LengthBelowMinimum { length: given, minimum: u32::from(layout.min) }),
    }
}

fn check_classes(layout: &Layout, value: &Units<'_>) -> Result<(), EncodeErrorKind> {
    match value.as_bytes() {
        Some(bytes) if layout.coding.takes_whole() && layout.coding.admits_whole(bytes) => Ok(()),
        _ => value.check(&layout.coding),
    }
}
