//! Any text as a spec of another project: see `tests/properties/import.rs` for what must hold.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/properties/import.rs"]
mod import;

fuzz_target!(|text: &[u8]| {
    import::check(text);
});
