//! One file over another: what a spec that extends another comes to.

use super::SpecFile;
use super::fault::Fault;
use super::row_keys::{FieldKeys, PartRows, Rows};
use super::serde::TopKeys;
use super::words::Delimited;
use crate::error::SpecErrorKind;
use crate::spec::Format;
use alloc::string::String;
use alloc::vec::Vec;

/// The most specs that extend one another.
const MAX_CHAIN: u8 = 8;

/// The name that the last file of a chain extends; a chain that is full must not go on, so that none is endless.
pub(super) fn next_base(last: &SpecFile, length: usize) -> Result<Option<&str>, SpecErrorKind> {
    match last.extends() {
        Some(_) if length == usize::from(MAX_CHAIN) => Err(SpecErrorKind::EndlessExtends),
        name => Ok(name),
    }
}

/// Each file over the one behind it.
pub(super) fn merge(chain: &[&SpecFile]) -> Result<TopKeys, Fault> {
    let mut merged = TopKeys::default();
    for (link, file) in (0u8..MAX_CHAIN).zip(chain).rev() {
        let undefined = file.0.fields.undefined_with_more();
        merged = file.0.over(merged);
        if let Some(row) = undefined {
            let fault = Fault { link, row: row.into(), ..Fault::of_row(SpecErrorKind::UndefinedWithMore) };
            return Err(fault.with_path(&merged.fields));
        }
    }
    Ok(merged)
}

impl Rows {
    /// Where a row takes a field or part away and says more, which would be lost.
    fn undefined_with_more(&self) -> Option<Vec<String>> {
        self.0.iter().find_map(|(key, row)| row.undefined_with_more(key))
    }
}

impl FieldKeys {
    fn undefined_with_more(&self, key: &str) -> Option<Vec<String>> {
        let mut found = if self.undefined == Some(true) {
            let alone = FieldKeys { undefined: Some(true), ..FieldKeys::default() };
            (*self != alone).then(Vec::new)
        } else {
            let parts = self.parts.as_ref().map(PartRows::entries).unwrap_or_default();
            parts.iter().find_map(|(key, row)| row.undefined_with_more(key))
        }?;
        found.insert(0, key.into());
        Some(found)
    }
}

impl TopKeys {
    /// Name, title and edition are those of this file only; profile and rows are over those of `base`.
    fn over(&self, base: TopKeys) -> TopKeys {
        TopKeys { wire: self.wire.over(base.wire), fields: self.fields.over(base.fields), ..self.clone() }
    }
}

impl Rows {
    fn over(&self, base: Rows) -> Rows {
        let mut rows = base.0;
        for (number, row) in &self.0 {
            let merged = match rows.remove(number) {
                Some(base) => row.replacing(base),
                None => row.clone(),
            };
            rows.insert(number.clone(), merged);
        }
        Rows(rows)
    }
}

impl PartRows {
    /// A table changes the parts that it names; a list replaces them all.
    pub(super) fn over(&self, base: Option<PartRows>) -> PartRows {
        match (self, base) {
            (PartRows::Table(rows), Some(base)) => PartRows::Table(rows.over(base.into_table())),
            _ => self.clone(),
        }
    }
}

impl FieldKeys {
    /// This row over the same of a spec that is extended.
    fn replacing(&self, base: FieldKeys) -> FieldKeys {
        match (self.undefined, base.undefined) {
            (Some(true), _) | (_, Some(true)) => self.clone(),
            _ => self.over(self.without_obsolete(base)),
        }
    }

    /// `base` without the keys that go with a delimiter or a structure which this row replaces.
    fn without_obsolete(&self, base: FieldKeys) -> FieldKeys {
        let base =
            if self.replaces_structure() { FieldKeys { tlv: None, bitmap: None, groups: None, ..base } } else { base };
        let base = match self.length {
            Some(_) => FieldKeys { terminator: None, area: None, ..base },
            None => base,
        };
        if self.ends_prefix() { base.without_prefix() } else { base }
    }

    fn replaces_structure(&self) -> bool {
        let is_stated = self.tlv.is_some() || self.bitmap.is_some() || self.groups.is_some();
        is_stated || self.parts.as_ref().is_some_and(PartRows::is_empty_list)
    }

    /// Whether this row makes the field one without a prefix.
    fn ends_prefix(&self) -> bool {
        let is_fixed = |format: &str| Format::parse(format).is_ok_and(Format::is_fixed);
        let is_delimited =
            self.length.is_some_and(|length| matches!(length.0, Delimited::Rest | Delimited::Terminated));
        is_delimited || self.format.as_deref().is_some_and(is_fixed)
    }

    fn without_prefix(self) -> FieldKeys {
        FieldKeys { prefix: None, prefix_width: None, counts: None, includes_itself: None, ..self }
    }
}
