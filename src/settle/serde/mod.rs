//! The stored form of entries and records, for any serde format.

mod entry;
mod record;

use ::serde::de::Error;
use alloc::format;
use alloc::string::ToString;

/// Reads a text of an element.
fn element<T: core::str::FromStr<Err: core::fmt::Display>, E: Error>(text: &str) -> Result<T, E> {
    text.parse().map_err(E::custom)
}

fn optional<T: core::str::FromStr<Err: core::fmt::Display>, E: Error>(text: Option<&str>) -> Result<Option<T>, E> {
    text.map(element).transpose()
}

/// What errors of serde may begin with that name no value; ours are of a version.
const WITHOUT_VALUES: [&str; 3] = ["record of version ", "version 0 ", "missing field "];

/// Of an error of the format only where it is, since it may quote what it met, such as a card number.
fn without_values<E: Error>(error: E) -> E {
    let text = error.to_string();
    if WITHOUT_VALUES.iter().any(|start| text.starts_with(start)) {
        return error;
    }
    let is_place =
        |place: &str| place.split(' ').all(|word| matches!(word, "" | "at" | "line" | "column") || is_number(word));
    let place = text.rfind(" at line ").and_then(|at| text.get(at..)).filter(|place| is_place(place));
    E::custom(format!("not the stored form{}", place.unwrap_or("")))
}

/// So short that it is no part of a card number.
fn is_number(word: &str) -> bool {
    word.len() <= 6 && word.bytes().all(|digit| digit.is_ascii_digit())
}
