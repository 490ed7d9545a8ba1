//! A TOML file read piece by piece, so that what is wrong with one row does not hide what is wrong with another.

use super::error::SpecFileError;
use super::serde::TopKeys;
use super::{SpecFile, trail::Step};
use ::serde::Deserialize;
use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue, Deserializer};
use alloc::vec::Vec;

/// The tables that are read entry by entry.
const TABLES: [&str; 2] = [Step::FIELDS, Step::RULES];

/// As much of a file as can be read, and what is wrong with the rest. A text that is no TOML is nothing.
pub(super) fn read(text: &str) -> (Option<SpecFile>, Vec<SpecFileError>) {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => return (None, [SpecFileError::of_syntax(&error, text)].into()),
    };
    if let Ok(file) = SpecFile::deserialize(Deserializer::from(table.clone())) {
        return (Some(file), Vec::new());
    }
    let mut whole = TopKeys::default();
    let mut errors = Vec::new();
    for piece in pieces(table) {
        match SpecFile::deserialize(Deserializer::from(piece)) {
            Ok(SpecFile(keys)) => whole.take(keys),
            Err(error) => errors.push(SpecFileError::of_key(&error, text)),
        }
    }
    (Some(SpecFile(whole)), errors)
}

/// Tables with one key of the file each; of rows and rules, with one entry each.
fn pieces(table: Spanned<DeTable<'_>>) -> Vec<Spanned<DeTable<'_>>> {
    let span = table.span();
    let piece = |key, value| Spanned::new(span.clone(), DeTable::from_iter([(key, value)]));
    let mut pieces = Vec::new();
    for (key, value) in table.into_inner() {
        let place = value.span();
        match value.into_inner() {
            DeValue::Table(entries) if TABLES.contains(&key.get_ref().as_ref()) => {
                pieces.extend(entries.into_iter().map(|(name, entry)| {
                    let entries = DeValue::Table(DeTable::from_iter([(name, entry)]));
                    piece(key.clone(), Spanned::new(place.clone(), entries))
                }));
            }
            value => pieces.push(piece(key, Spanned::new(place, value))),
        }
    }
    pieces
}

impl TopKeys {
    /// Adds what a piece says.
    fn take(&mut self, piece: TopKeys) {
        self.name = piece.name.or(self.name.take());
        self.title = piece.title.or(self.title.take());
        self.version = piece.version.or(self.version.take());
        self.extends = piece.extends.or(self.extends.take());
        self.pan_mask = piece.pan_mask.or(self.pan_mask.take());
        self.wire = piece.wire.over(core::mem::take(&mut self.wire));
        self.fields.0.extend(piece.fields.0);
        self.messages.0.extend(piece.messages.0);
    }
}
