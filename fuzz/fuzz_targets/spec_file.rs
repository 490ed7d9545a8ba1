//! See `tests/properties/spec_file.rs` for what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| isomsg_fuzz::properties::spec_file::check(data));
