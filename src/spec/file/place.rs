//! Where the keys of a TOML file are. It is read a second time for that, when something is wrong.

use super::merge::path;
use crate::error::FieldPath;
use ::toml::Spanned;
use ::toml::de::{DeString, DeTable};

/// The tables of a file and their places in the text.
pub(super) struct Places<'t>(DeTable<'t>);

/// A key and its value.
type Entry<'p, 't> = (&'p Spanned<DeString<'t>>, &'p Spanned<toml::de::DeValue<'t>>);

impl<'t> Places<'t> {
    /// The places in a text; of one that is no TOML, in as much as can be read.
    pub(super) fn read(text: &'t str) -> Self {
        Places(DeTable::parse_recoverable(text).0.into_inner())
    }

    /// Where the value of a key begins.
    pub(super) fn value(&self, keys: &[&str]) -> Option<usize> {
        self.entry(keys).map(|(_, value)| value.span().start)
    }

    /// Where a key begins.
    pub(super) fn key(&self, keys: &[&str]) -> Option<usize> {
        self.entry(keys).map(|(key, _)| key.span().start)
    }

    /// The row that an offset lies in; the spec as a whole elsewhere.
    pub(super) fn field_at(&self, offset: usize) -> FieldPath {
        let fields = self.entry(&["fields"]).and_then(|(_, fields)| fields.get_ref().as_table());
        let around = |(key, value): &Entry<'_, '_>| key.span().start <= offset && offset < value.span().end;
        fields.into_iter().flatten().find(around).map_or(FieldPath::MESSAGE, |(key, _)| path(key.get_ref()))
    }

    fn entry(&self, keys: &[&str]) -> Option<Entry<'_, 't>> {
        let (last, tables) = keys.split_last()?;
        let mut table = &self.0;
        for key in tables {
            table = table.get(*key)?.get_ref().as_table()?;
        }
        table.get_key_value(*last)
    }
}
