//! The stored form of entries and records, for any serde format.

mod entry;
mod record;

use ::serde::de::Error;

/// Reads a text of an element.
fn element<T: core::str::FromStr<Err: core::fmt::Display>, E: Error>(text: &str) -> Result<T, E> {
    text.parse().map_err(E::custom)
}

fn optional<T: core::str::FromStr<Err: core::fmt::Display>, E: Error>(text: Option<&str>) -> Result<Option<T>, E> {
    text.map(element).transpose()
}
