//! Any spec that the rules admit, any edits and any bytes: see `tests/support/own` for what must hold.

use super::own::properties;
use super::own::specs::OwnSpec;
use super::{tape, tapes};

pub(super) const WIRE_TAPE: usize = 20;
pub(super) const ROW_TAPE: usize = 24;
pub(super) const EDIT_TAPE: usize = 32;

/// The first byte says how many rows and how many edits there are; then come the tapes of the profile, of each row and of
/// each edit, then a message.
pub fn check(data: &[u8]) {
    let Some((&counts, mut data)) = data.split_first() else { return };
    let wire = tape(&mut data, WIRE_TAPE);
    let rows = tapes(&mut data, 1 + usize::from(counts >> 4), ROW_TAPE);
    let edits = tapes(&mut data, usize::from(counts & 15), EDIT_TAPE);
    if let Some(own) = OwnSpec::new(wire, &rows) {
        let (made, _) = properties::edited(&own, &edits);
        assert!(properties::check(made.as_bytes(), &own));
        properties::check(data, &own);
        assert!(!own.spec.to_rust().is_empty());
    }
}
