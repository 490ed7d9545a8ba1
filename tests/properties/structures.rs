//! Structures inside fields, whatever they are: see `tests/support/own/inside.rs` for what must hold.

use super::own::inside::{self, Counts};
use super::own::structures::Nested;
use super::{tape, tapes};

pub(super) const WIRE_TAPE: usize = 4;
pub(super) const ROW_TAPE: usize = 80;
pub(super) const MESSAGE_TAPE: usize = 80;
const EDIT_TAPE: usize = 30;
const DAMAGE_TAPE: usize = 5;

/// The first byte says how many rows there are and how often the message is damaged; then come the tapes of the profile,
/// of each row, of the message, of the edits and of the damage, then bytes that nobody made.
pub fn check(data: &[u8]) {
    let Some((&counts, mut data)) = data.split_first() else { return };
    let wire = tape(&mut data, WIRE_TAPE);
    let rows = tapes(&mut data, usize::from(1 + counts % 3), ROW_TAPE);
    let (message, edits) = (tape(&mut data, MESSAGE_TAPE), tape(&mut data, EDIT_TAPE));
    let damages = tapes(&mut data, usize::from(counts / 3 % 8), DAMAGE_TAPE);
    if let Some(own) = Nested::new(wire, &rows) {
        inside::run(&own, message, edits, &damages, data, &mut Counts::default());
    }
}
