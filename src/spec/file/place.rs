//! Where the keys of a TOML file are. It is read a second time for that, when something is wrong.

use super::trail::Step;
use super::words::number;
use crate::error::{FieldPath, Segment};
use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter;

/// The tables of a file and their places in the text.
pub(super) struct Places<'t>(DeValue<'t>);

/// A key and its value, or an element of a list by its number.
struct Entry<'p, 't> {
    name: String,
    /// Where it begins.
    start: usize,
    value: &'p Spanned<DeValue<'t>>,
}

impl<'t> Places<'t> {
    /// The places in a text; of one that is no TOML, in as much as can be read.
    pub(super) fn read(text: &'t str) -> Self {
        Places(DeValue::Table(DeTable::parse_recoverable(text).0.into_inner()))
    }

    /// Where the value of a key begins.
    pub(super) fn value(&self, keys: &[&str]) -> Option<usize> {
        self.entry(keys).map(|entry| entry.value.span().start)
    }

    /// Where a key begins.
    pub(super) fn key(&self, keys: &[&str]) -> Option<usize> {
        self.entry(keys).map(|entry| entry.start)
    }

    /// Where the value of a key of a row begins, or without one the value of the row.
    pub(super) fn row_value(&self, row: &[Step], key: Option<&str>) -> Option<usize> {
        let keys: Vec<&str> = keys_of(row).chain(key).collect();
        self.value(&keys)
    }

    /// Where a row begins.
    pub(super) fn row(&self, row: &[Step]) -> Option<usize> {
        let keys: Vec<&str> = keys_of(row).collect();
        self.key(&keys)
    }

    /// Whether the row is here in a list of parts or of cases, or would be.
    pub(super) fn lists(&self, row: &[Step]) -> bool {
        (1..row.len()).filter_map(|level| row.split_at_checked(level)).any(|(above, within)| {
            let keys: Vec<&str> = keys_of(above).chain(within.first().map(|step| step.holder)).collect();
            self.entry(&keys).is_some_and(|holder| holder.value.get_ref().is_array())
        })
    }

    /// The row that an offset lies in; the spec as a whole elsewhere.
    pub(super) fn field_at(&self, offset: usize) -> FieldPath {
        let (mut path, mut is_in_group) = (FieldPath::MESSAGE, false);
        let mut rows = self.0.get(Step::FIELDS);
        while let Some(row) = rows.and_then(|rows| around(rows.get_ref(), offset)) {
            let Some(segment) = Segment::text(&row.name) else { break };
            path = if is_in_group { path.child(Segment::number(1)) } else { path }.child(segment);
            let row = row.value.get_ref();
            let case = row.get(Step::CASES).and_then(|cases| around(cases.get_ref(), offset));
            let row = case.map_or(row, |case| case.value.get_ref());
            is_in_group = row.get("groups").is_some();
            rows = row.get(Step::PARTS);
        }
        path
    }

    /// The rule that an offset lies in.
    pub(super) fn rule_at(&self, offset: usize) -> Option<String> {
        around(self.0.get(Step::RULES)?.get_ref(), offset).map(|rule| rule.name)
    }

    fn entry(&self, keys: &[&str]) -> Option<Entry<'_, 't>> {
        let (last, tables) = keys.split_last()?;
        let table = tables.iter().try_fold(&self.0, |table, key| Some(entry(table, key)?.value.get_ref()))?;
        entry(table, last)
    }
}

/// The keys that lead to a row.
fn keys_of(row: &[Step]) -> impl Iterator<Item = &str> {
    row.iter().flat_map(|step| iter::once(step.holder).chain(iter::once(step.key.as_str())))
}

fn entry<'p, 't>(table: &'p DeValue<'t>, key: &str) -> Option<Entry<'p, 't>> {
    let name = key.to_string();
    match table {
        DeValue::Table(table) => {
            let (key, value) = table.get_key_value(key)?;
            Some(Entry { name, start: key.span().start, value })
        }
        DeValue::Array(list) => {
            let value = list.get(usize::from(number(key)?).checked_sub(1)?)?;
            Some(Entry { name, start: value.span().start, value })
        }
        _ => None,
    }
}

fn entries<'p, 't>(table: &'p DeValue<'t>) -> Vec<Entry<'p, 't>> {
    let names: Vec<String> = match table {
        DeValue::Table(table) => table.keys().map(|key| key.get_ref().to_string()).collect(),
        DeValue::Array(list) => (1..=list.len()).map(|number| number.to_string()).collect(),
        _ => Vec::new(),
    };
    names.iter().filter_map(|name| entry(table, name)).collect()
}

fn around<'p, 't>(table: &'p DeValue<'t>, offset: usize) -> Option<Entry<'p, 't>> {
    entries(table).into_iter().find(|entry| entry.is_around(offset))
}

impl Entry<'_, '_> {
    /// Whether an offset lies in the entry or, where a table is stated piece by piece, in one of these.
    fn is_around(&self, offset: usize) -> bool {
        (self.start..self.value.span().end).contains(&offset) || around(self.value.get_ref(), offset).is_some()
    }
}
