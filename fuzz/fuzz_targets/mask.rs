//! See `tests/properties/mask.rs` for what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| isomsg_fuzz::properties::mask::check(data));
