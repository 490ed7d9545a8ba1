//! Any spec that the rules admit, any edits and any bytes: see `tests/support/own` for what must hold.
//!
//! The first byte says how many rows and how many edits there are; then come the tapes of the profile, of each row and of
//! each edit, then a message.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/own/mod.rs"]
mod own;

use own::properties;
use own::specs::OwnSpec;

const WIRE_TAPE: usize = 20;
const ROW_TAPE: usize = 24;
const EDIT_TAPE: usize = 32;

fuzz_target!(|data: &[u8]| {
    let Some((&counts, data)) = data.split_first() else { return };
    let (wire, data) = data.split_at(WIRE_TAPE.min(data.len()));
    let (rows, data) = tapes(data, 1 + usize::from(counts >> 4), ROW_TAPE);
    let (edits, message) = tapes(data, usize::from(counts & 15), EDIT_TAPE);
    if let Some(own) = OwnSpec::new(wire, &rows) {
        let (made, _) = properties::edited(&own, &edits);
        assert!(properties::check(made.as_bytes(), &own));
        properties::check(message, &own);
        assert!(!own.spec.to_rust().is_empty());
    }
});

/// So many tapes of a length, and what is left.
fn tapes(data: &[u8], count: usize, length: usize) -> (Vec<Vec<u8>>, &[u8]) {
    let (front, rest) = data.split_at((count * length).min(data.len()));
    (front.chunks(length).map(<[u8]>::to_vec).collect(), rest)
}
