//! What must hold for any bytes whatever: one property for each fuzz target, replayed on stable Rust by `tests/replay.rs`
//! over what the fuzzer begins with and what it ever found.

#![allow(dead_code, reason = "the tests and the fuzz targets use their parts")]

pub mod elements;
#[cfg(feature = "import")]
pub mod import;
#[cfg(feature = "serde")]
pub mod json;
pub mod mask;
#[path = "../support/own/mod.rs"]
pub mod own;
pub mod own_spec;
pub mod parse;
pub mod round_trip;
#[cfg(feature = "toml")]
pub mod spec_file;
pub mod structures;
pub mod tlv;
pub mod typed;

use isomsg::spec::{self, MessageSpec};

/// A property of bytes, under the name of its fuzz target.
pub type Property = (&'static str, fn(&[u8]));

/// Every property.
pub const ALL: &[Property] = &[
    ("parse", parse::check),
    ("round_trip", round_trip::check),
    ("own_spec", own_spec::check),
    ("structures", structures::check),
    ("tlv", tlv::check),
    ("typed", typed::check),
    ("mask", mask::check),
    #[cfg(feature = "serde")]
    ("json", json::check),
    #[cfg(feature = "toml")]
    ("spec_file", spec_file::check),
    #[cfg(feature = "import")]
    ("import", |text| drop(import::check(text))),
];

/// The spec that the first byte picks of those that are shipped, and the other bytes.
fn by_a_shipped_spec(data: &[u8]) -> Option<(&'static MessageSpec, &[u8])> {
    let (&pick, bytes) = data.split_first()?;
    let count = spec::shipped().count();
    Some((spec::shipped().nth(usize::from(pick) % count)?, bytes))
}

/// The next so many bytes, or what is left.
fn tape<'d>(data: &mut &'d [u8], length: usize) -> &'d [u8] {
    let (front, rest) = data.split_at(length.min(data.len()));
    *data = rest;
    front
}

/// So many tapes of a length.
fn tapes(data: &mut &[u8], count: usize, length: usize) -> Vec<Vec<u8>> {
    (0..count).map(|_| tape(data, length).to_vec()).collect()
}
