//! One file over another: what a spec that extends another comes to.

use super::SpecFile;
use super::resolve::{Fault, Key};
use super::serde::{FieldKeys, Rows, TopKeys};
use super::words::Delimited;
use crate::error::{FieldPath, Segment, SpecError, SpecErrorKind};
use crate::spec::Format;

/// The most specs that extend one another.
const MAX_CHAIN: usize = 8;

/// The name that the last file of a chain extends; a chain that is full must not go on, so that none is endless.
pub(super) fn next_base(last: &SpecFile, length: usize) -> Result<Option<&str>, SpecErrorKind> {
    match last.extends() {
        Some(_) if length == MAX_CHAIN => Err(SpecErrorKind::EndlessExtends),
        name => Ok(name),
    }
}

/// Each file over the one behind it.
pub(super) fn merge(chain: &[&SpecFile]) -> Result<TopKeys, Fault> {
    let mut merged = TopKeys::default();
    for (link, file) in chain.iter().enumerate().rev() {
        check_undefined(link, &file.0.fields)?;
        merged = file.0.over(merged);
    }
    Ok(merged)
}

/// A row that takes a field away says nothing else: it would be lost.
fn check_undefined(link: usize, rows: &Rows) -> Result<(), Fault> {
    let alone = FieldKeys { undefined: Some(true), ..FieldKeys::default() };
    match rows.0.iter().find(|(_, row)| row.undefined == Some(true) && **row != alone) {
        Some((number, _)) => Err(Fault {
            link,
            key: Key::Field(&["undefined"]),
            ..Fault::from(SpecError::new(SpecErrorKind::UndefinedWithMore, path(number)))
        }),
        None => Ok(()),
    }
}

/// The path of a row; the spec as a whole when its number is no number and no path either.
pub(super) fn path(number: &str) -> FieldPath {
    Segment::text(number).map_or(FieldPath::MESSAGE, |key| FieldPath::MESSAGE.child(key))
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

impl FieldKeys {
    /// This row over the same of a spec that is extended.
    fn replacing(&self, base: FieldKeys) -> FieldKeys {
        match (self.undefined, base.undefined) {
            (Some(true), _) | (_, Some(true)) => self.clone(),
            _ => self.over(self.without_obsolete(base)),
        }
    }

    /// `base` without the keys that go with a delimiter which this row replaces.
    fn without_obsolete(&self, base: FieldKeys) -> FieldKeys {
        let base = match self.length {
            Some(_) => FieldKeys { terminator: None, area: None, ..base },
            None => base,
        };
        if self.ends_prefix() { base.without_prefix() } else { base }
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
