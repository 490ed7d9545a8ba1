//! Any bytes as a message by one of the shipped specs: see `tests/properties` for what must hold.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/properties/mod.rs"]
mod properties;

fuzz_target!(|data: &[u8]| properties::check(data));
