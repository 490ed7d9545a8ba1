//! Any bytes as BER-TLV: see `tests/properties/tlv.rs` for what must hold.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/properties/tlv.rs"]
mod properties;

fuzz_target!(|data: &[u8]| properties::check(data));
