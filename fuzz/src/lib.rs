//! The properties, built once for all targets.

#[path = "../../tests/properties/mod.rs"]
pub mod properties;
