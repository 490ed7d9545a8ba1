//! The stored form of entries and records, for any serde format.

mod entry;
mod record;

use super::Record;
use ::serde::de::Error;
use alloc::format;
use alloc::string::{String, ToString};

/// Reads a text of an element.
fn element<T: core::str::FromStr<Err: core::fmt::Display>, E: Error>(text: &str) -> Result<T, E> {
    text.parse().map_err(E::custom)
}

fn optional<T: core::str::FromStr<Err: core::fmt::Display>, E: Error>(text: Option<&str>) -> Result<Option<T>, E> {
    text.map(element).transpose()
}

/// Of an error of the format only why, where that names no value, and where it is: it may quote what it met, such as a card
/// number.
fn without_values<E: Error>(error: E) -> E {
    let text = error.to_string();
    let reason = reason(&text).unwrap_or_else(|| "not the stored form".to_string());
    let is_place =
        |place: &str| place.split(' ').all(|word| matches!(word, "" | "at" | "line" | "column") || is_number(word));
    let place = text.rfind(" at line ").and_then(|at| text.get(at..)).filter(|place| is_place(place));
    E::custom(format!("{reason}{}", place.unwrap_or("")))
}

/// A reason that is known, said anew: a format can put words of its own around it, and these quote.
fn reason(text: &str) -> Option<String> {
    if let Some(version) = behind(text, NEWER).filter(|version| is_number(version)) {
        return Some(newer(version));
    }
    if text.contains(NO_VERSION) {
        return Some(NO_VERSION.to_string());
    }
    let name = behind(text, "missing field `")?;
    let is_name = name.len() < 16 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    is_name.then(|| format!("missing field `{name}`"))
}

const NO_VERSION: &str = "version 0 of a record is none";
const NEWER: &str = "record of version ";

/// Why a record of a version that is not known yet is refused.
fn newer(version: impl core::fmt::Display) -> String {
    format!("{NEWER}{version} is newer than version {}", Record::VERSION)
}

/// The word behind these words.
fn behind<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(words)?;
    rest.split([' ', '`']).next()
}

/// So short that it is no part of a card number.
fn is_number(word: &str) -> bool {
    (1..=6).contains(&word.len()) && word.bytes().all(|digit| digit.is_ascii_digit())
}
