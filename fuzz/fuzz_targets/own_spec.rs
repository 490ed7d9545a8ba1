//! See `tests/properties/own_spec.rs` for what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| isomsg_fuzz::properties::own_spec::check(data));
