//! One file over another: what a spec that extends another comes to.

use super::SpecFile;
use super::fault::Fault;
use super::named::Named;
use super::row_keys::{FieldKeys, PartRows, Rows};
use super::serde::{RuleKeys, TopKeys};
use super::trail::Step;
use super::words::Delimited;
use crate::error::SpecErrorKind;
use crate::spec::Format;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
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
        let rule = file.0.messages.0.iter().find(|(_, rule)| rule.is_undefined_with_more());
        let rule = rule.map(|(name, _)| vec![Step::rule(name)]);
        let undefined = file.0.fields.undefined_with_more().or(rule);
        merged = file.0.over(merged);
        if let Some(row) = undefined {
            let fault = Fault { link, row: row.into(), ..Fault::of_row(SpecErrorKind::UndefinedWithMore) };
            return Err(fault.with_path(&merged.fields));
        }
    }
    Ok(merged)
}

/// As [`merge`], going on past rows that say too much.
#[cfg(feature = "toml")]
pub(super) fn merge_leniently(chain: &[&SpecFile]) -> (TopKeys, Vec<Fault>) {
    let merged = chain.iter().rev().fold(TopKeys::default(), |merged, file| file.0.over(merged));
    let rows = (0u8..MAX_CHAIN).zip(chain).flat_map(|(link, file)| {
        let rules = file.0.messages.0.iter().filter(|(_, rule)| rule.is_undefined_with_more());
        let rules = rules.map(|(name, _)| vec![Step::rule(name)]);
        let rows = file.0.fields.0.iter().filter_map(|(key, row)| row.undefined_with_more(Step::field(key)));
        rows.chain(rules).map(move |row| Fault {
            link,
            row: row.into(),
            ..Fault::of_row(SpecErrorKind::UndefinedWithMore)
        })
    });
    let faults = rows.map(|fault| fault.with_path(&merged.fields)).collect();
    (merged, faults)
}

impl Rows {
    /// Where a row takes a field or part away and says more, which would be lost.
    fn undefined_with_more(&self) -> Option<Vec<Step>> {
        self.0.iter().find_map(|(key, row)| row.undefined_with_more(Step::field(key)))
    }
}

impl FieldKeys {
    fn undefined_with_more(&self, step: Step) -> Option<Vec<Step>> {
        let mut found = if self.undefined == Some(true) {
            let alone = FieldKeys { undefined: Some(true), ..FieldKeys::default() };
            (*self != alone).then(Vec::new)
        } else {
            self.undefined_within()
        }?;
        found.insert(0, step);
        Some(found)
    }

    fn undefined_within(&self) -> Option<Vec<Step>> {
        let parts = self.parts.as_ref().map(PartRows::entries).unwrap_or_default();
        let mut cases = self.cases.iter().flatten().enumerate();
        let in_parts = parts.iter().find_map(|(key, row)| row.undefined_with_more(Step::part(key)));
        in_parts.or_else(|| cases.find_map(|(index, case)| case.row.undefined_with_more(Step::case(index))))
    }
}

impl TopKeys {
    /// Name, title and edition are those of this file only; profile, mask, rows and rules are over those of `base`.
    fn over(&self, base: TopKeys) -> TopKeys {
        let (wire, fields) = (self.wire.over(base.wire), self.fields.over(base.fields));
        let messages = Named(merged(&self.messages.0, base.messages.0, RuleKeys::replacing));
        TopKeys { wire, fields, messages, pan_mask: self.pan_mask.or(base.pan_mask), ..self.clone() }
    }
}

impl RuleKeys {
    /// This rule over the same of a spec that is extended.
    fn replacing(&self, base: RuleKeys) -> RuleKeys {
        match (self.undefined, base.undefined) {
            (Some(true), _) | (_, Some(true)) => self.clone(),
            _ => self.over(base),
        }
    }

    fn is_undefined_with_more(&self) -> bool {
        self.undefined == Some(true) && *self != RuleKeys { undefined: Some(true), ..RuleKeys::default() }
    }
}

/// Each entry over that of the same name.
fn merged<V: Clone>(
    entries: &BTreeMap<String, V>,
    base: BTreeMap<String, V>,
    over: impl Fn(&V, V) -> V,
) -> BTreeMap<String, V> {
    let mut merged = base;
    for (name, entry) in entries {
        let entry = match merged.remove(name) {
            Some(base) => over(entry, base),
            None => entry.clone(),
        };
        merged.insert(name.clone(), entry);
    }
    merged
}

impl Rows {
    fn over(&self, base: Rows) -> Rows {
        Rows(merged(&self.0, base.0, FieldKeys::replacing))
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
        let base = if self.cases.is_some() || self.replaces_structure() {
            FieldKeys { tlv: None, bitmap: None, groups: None, cases: None, ..base }
        } else {
            base
        };
        let base = match (&self.cases, &self.parts) {
            (Some(_), _) => FieldKeys { parts: None, ..base },
            (None, Some(_)) => FieldKeys { cases: None, ..base },
            (None, None) => base,
        };
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
