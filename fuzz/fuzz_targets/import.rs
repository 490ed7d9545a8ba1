//! See `tests/properties/import.rs` for what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    isomsg_fuzz::properties::import::check(data);
});
