//! Structures inside fields, whatever they are: see `tests/support/own/inside.rs` for what must hold.
//!
//! The first byte says how many rows there are and how often the message is damaged; then come the tapes of the profile,
//! of each row, of the message, of the edits and of the damage, then bytes that nobody made.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/own/mod.rs"]
mod own;

use own::inside::{self, Counts};
use own::structures::Nested;

const WIRE_TAPE: usize = 4;
const ROW_TAPE: usize = 80;
const MESSAGE_TAPE: usize = 80;
const EDIT_TAPE: usize = 30;
const DAMAGE_TAPE: usize = 5;

fuzz_target!(|data: &[u8]| {
    let Some((&counts, mut data)) = data.split_first() else { return };
    let wire = tape(&mut data, WIRE_TAPE);
    let rows: Vec<_> = (0..1 + counts % 3).map(|_| tape(&mut data, ROW_TAPE).to_vec()).collect();
    let (message, edits) = (tape(&mut data, MESSAGE_TAPE), tape(&mut data, EDIT_TAPE));
    let damages: Vec<_> = (0..counts / 3 % 8).map(|_| tape(&mut data, DAMAGE_TAPE).to_vec()).collect();
    if let Some(own) = Nested::new(wire, &rows) {
        inside::run(&own, message, edits, &damages, data, &mut Counts::default());
    }
});

/// The next so many bytes, or what is left.
fn tape<'d>(data: &mut &'d [u8], length: usize) -> &'d [u8] {
    let (front, rest) = data.split_at(length.min(data.len()));
    *data = rest;
    front
}
