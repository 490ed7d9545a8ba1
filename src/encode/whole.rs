//! The usual value: given in ASCII or as bytes, no shorter and no longer than it must be.

use super::prefix;
use crate::spec::layout::Layout;
use crate::spec::steps::{Check, Step};
use crate::value::Input;
use crate::wire::{Coding, bcd, class, hex};
#[cfg(feature = "alloc")]
use alloc::vec::Vec;

/// A value that has been checked as a whole, and is written as a whole.
///
/// What it does not take is not wrong: a [`super::Plan`] takes every value, says what is wrong with one, and comes to the
/// same bytes.
pub(crate) struct Whole<'v, 's> {
    layout: &'s Layout,
    given: &'v [u8],
    turn: Turn,
    units: usize,
    prefix: usize,
    /// The bytes that the field takes on the wire.
    length: usize,
}

/// How what is given becomes content.
#[derive(Clone, Copy)]
enum Turn {
    Copied,
    /// Two digits a byte.
    Packed,
    /// Two hex digits a byte.
    Hex,
}

impl<'v, 's> Whole<'v, 's> {
    /// Checks a value for a field; `None` where it is not a usual one, or not well.
    #[inline]
    pub(crate) fn new(step: &'s Step, input: &Input<'v>) -> Option<Self> {
        let layout = &step.layout;
        let is_text = matches!(input, Input::Text(_));
        let given = given(&layout.coding, input)?;
        let (is_admitted, turn) = match step.check {
            Check::Nothing if is_text && layout.coding.class.is_binary() => (hex::is_pairs(given), Turn::Hex),
            // A character beyond ASCII is more than one byte.
            Check::Nothing => (!is_text || given.is_ascii(), Turn::Copied),
            Check::Digits => (class::digits(given), Turn::Copied),
            Check::Printable => (class::printable(given), Turn::Copied),
            Check::Alphanumeric => (class::alphanumeric(given), Turn::Copied),
            Check::Track => (class::track(given), Turn::Copied),
            Check::Nibbles | Check::Bcd => (class::digits(given), Turn::Packed),
            Check::Pad | Check::Other if layout.coding.is_packed_track() => (class::track(given), Turn::Packed),
            Check::Pad | Check::Other => return None,
        };
        let units = if matches!(turn, Turn::Hex) { given.len() / 2 } else { given.len() };
        let content = if matches!(turn, Turn::Packed) { bcd::bytes(units) } else { units };
        let is_long_enough = usize::from(layout.min) <= units && units <= usize::from(layout.max);
        let prefix = prefix::of_units(layout, units)?;
        let length = prefix.checked_add(content)?;
        (is_admitted && is_long_enough).then_some(Whole { layout, given, turn, units, prefix, length })
    }

    /// The bytes that the field takes on the wire.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// Writes the field into `out`, which has [`Whole::len`] places.
    #[inline]
    pub(crate) fn write(&self, out: &mut [u8]) {
        let (prefix, content) = out.split_at_mut_checked(self.prefix).unwrap_or_default();
        if self.prefix > 0 {
            prefix::write(self.layout, self.units, prefix);
        }
        match self.turn {
            Turn::Copied => content.copy_from_slice(self.given),
            Turn::Packed => bcd::pack_ascii(self.given, self.layout.coding.pad, content),
            Turn::Hex => bcd::pack_pairs(self.given, content),
        }
    }

    /// Writes the field behind what is there.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) fn append(&self, out: &mut Vec<u8>) {
        if let (Turn::Copied, 0) = (self.turn, self.prefix) {
            return out.extend_from_slice(self.given);
        }
        let start = out.len();
        // No vector is so long that a field more cannot be counted.
        out.resize(start.wrapping_add(self.length), 0);
        self.write(out.get_mut(start..).unwrap_or_default());
    }
}

/// What is given, where it can be taken as a whole.
#[inline]
fn given<'v>(coding: &Coding, input: &Input<'v>) -> Option<&'v [u8]> {
    match *input {
        Input::Text(text) => Some(text.as_bytes()),
        Input::Bytes(bytes) => Some(bytes),
        // Bytes of a charset that is not known mean nothing in another.
        Input::Value(value) if value.is_binary() == coding.class.is_binary() && !value.is_opaque() => value.as_bytes(),
        _ => None,
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;
    use crate::encode::Plan;
    use crate::spec;

    const CHARACTERS: [&str; 9] = ["0", "7", "aB", "D", "=", "f", " ", "\u{7F}", "é"];

    #[test]
    fn comes_to_the_bytes_of_a_plan() {
        let mut compared = 0;
        for step in spec::shipped().flat_map(|spec| (2..=128).filter_map(|number| spec.defined(number))) {
            for text in (0..40).flat_map(|length| CHARACTERS.map(|character| character.repeat(length))) {
                for input in [Input::Text(&text), Input::Bytes(text.as_bytes())] {
                    let Some(whole) = Whole::new(step, &input) else { continue };
                    let mut written = Vec::from([0xEE]);
                    whole.append(&mut written);
                    let planned = Plan::new(&step.layout, input).and_then(|plan| plan.written());
                    assert_eq!(planned.as_deref(), Ok(written.get(1..).unwrap_or_default()), "{step:?} {text:?}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 10_000, "{compared}");
    }
}
