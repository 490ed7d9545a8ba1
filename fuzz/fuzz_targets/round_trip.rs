//! See `tests/properties/round_trip.rs` for what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| isomsg_fuzz::properties::round_trip::check(data));
