//! Specs that nobody wrote, messages by them, and what must hold for both: shared by `tests/own_specs.rs` and the fuzz
//! target `own_spec`, and, where fields have structures, by `tests/structures_properties.rs` and `structures`.
//!
//! Everything is made of [`tape::Tape`]s, rows of bytes that decide one thing after the other. So proptest can shrink it
//! and a fuzzer can learn it, and there is one way in which a spec is made.

#![allow(dead_code, reason = "the test and the fuzz target use their parts")]

pub mod edits;
pub mod inside;
pub mod model;
pub mod properties;
pub mod specs;
pub mod structures;
pub mod tape;
