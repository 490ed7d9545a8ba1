//! A spec as it is read from another format, on its way through the rules of specs.

use super::error::ImportError;
use super::loss::{Loss, child};
use super::profile;
use super::{Format, Imported};
use crate::error::{FieldPath, Segment, SpecError, SpecErrorKind};
use crate::spec::{MessageSpec, OwnedRow, OwnedSpec, Structure, Third, Wire};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// How often a field is tried again without one of its structures, before it goes without any.
const MOST_REPAIRS: usize = 32;
/// The most parts of one structure, over all its levels: far above what a manual lists.
const MOST_PARTS: usize = 2000;

/// What was read.
pub(super) struct Plan {
    /// The name as the format has it, for people.
    pub(super) title: String,
    /// Message type and bitmaps; the rest is what the most rows have.
    pub(super) wire: Wire,
    pub(super) rows: BTreeMap<u16, OwnedRow>,
    pub(super) losses: Vec<Loss>,
}

impl Plan {
    pub(super) fn new(title: &str) -> Self {
        Plan { title: title.into(), wire: Wire::ASCII, rows: BTreeMap::new(), losses: Vec::new() }
    }

    pub(super) fn lose(&mut self, path: FieldPath, what: impl Into<alloc::boxed::Box<str>>) {
        self.losses.push(Loss::new(path, what));
    }

    /// Takes a field, or says why it is left out.
    pub(super) fn take(&mut self, number: u16, row: Result<OwnedRow, Reason>) {
        let path = FieldPath::field(number);
        match row {
            _ if !(2..=192).contains(&number) => self.leave_out(path, "a field number is 2 to 192"),
            Err(reason) => self.leave_out(path, &reason.0),
            Ok(row) => {
                if self.rows.insert(number, row).is_some() {
                    self.lose(path, "it stands there twice, and the last one counts");
                }
            }
        }
    }

    pub(super) fn leave_out(&mut self, path: FieldPath, reason: &str) {
        self.lose(path, format!("left out: {reason}"));
    }

    /// The spec, of which all that breaks a rule is left out.
    pub(super) fn finish(mut self, format: Format) -> Result<Imported, ImportError> {
        let rows: Vec<OwnedRow> = core::mem::take(&mut self.rows).into_values().collect();
        let wire = profile::of(&rows, self.wire);
        let rows = rows.into_iter().filter_map(|row| self.admitted(row, &wire)).collect();
        let name = name_of(&self.title);
        let title = if name == self.title { String::new() } else { core::mem::take(&mut self.title) };
        let mut owned = OwnedSpec { name, title, wire, rows };
        let spec = self.resolved(&mut owned)?;
        Ok(Imported { format, file: owned.file(), spec, losses: self.losses })
    }

    /// The row without what the rules refuse; nothing when they refuse it as a whole.
    fn admitted(&mut self, mut row: OwnedRow, wire: &Wire) -> Option<OwnedRow> {
        let path = FieldPath::MESSAGE.child(row.row.key());
        if count(&row) > MOST_PARTS {
            self.lose(path, "its parts are left out: there are more than 2000");
            clear(&mut row);
        }
        for _ in 0..MOST_REPAIRS {
            profile::lean(&mut row, wire);
            let Err(error) = alone(&row, wire) else { return Some(row) };
            match without_structure(&mut row, path, error.path().segments().get(1..).unwrap_or(&[])) {
                Some(place) => self.lose(place, format!("its parts are left out: {}", error.kind())),
                None => {
                    self.leave_out(path, error.kind().reason());
                    return None;
                }
            }
        }
        self.lose(path, "its parts are left out: too many of them break a rule");
        clear(&mut row);
        alone(&row, wire).is_ok().then_some(row)
    }

    /// The spec, without the fields that cannot be beside others.
    fn resolved(&mut self, owned: &mut OwnedSpec) -> Result<Arc<MessageSpec>, ImportError> {
        loop {
            let error = match owned.resolve() {
                Ok(spec) => return Ok(spec),
                Err(error) => error,
            };
            let before = owned.rows.len();
            let at_fault = error.path().segments().first().copied();
            if error.kind() == SpecErrorKind::BadBitmapField {
                self.lose(error.path(), format!("it carries no third bitmap: {}", error.kind()));
                owned.wire = owned.wire.with_third(Third::None);
                continue;
            }
            owned.rows.retain(|row| Some(row.row.key()) != at_fault);
            if owned.rows.len() == before {
                return Err(ImportError::new(format!("{error}")));
            }
            self.leave_out(error.path(), error.kind().reason());
        }
    }
}

/// Why a field is left out.
pub(super) struct Reason(pub(super) String);

impl From<SpecErrorKind> for Reason {
    fn from(kind: SpecErrorKind) -> Self {
        Reason(kind.reason().into())
    }
}

impl From<&str> for Reason {
    fn from(reason: &str) -> Self {
        Reason(reason.into())
    }
}

impl From<String> for Reason {
    fn from(reason: String) -> Self {
        Reason(reason)
    }
}

/// The field in a spec of its own.
fn alone(row: &OwnedRow, wire: &Wire) -> Result<(), SpecError> {
    let third = if row.row.number > 128 && wire.has_bitmap() { Third::Chain } else { Third::None };
    let wire = wire.with_third(third);
    let owned = OwnedSpec { name: "alone".into(), title: String::new(), wire, rows: [row.clone()].into() };
    owned.resolve().map(|_| ())
}

/// Takes the structure away in which something is wrong: that of the row at these steps, or of what holds it.
fn without_structure(row: &mut OwnedRow, path: FieldPath, steps: &[Segment]) -> Option<FieldPath> {
    if let [step, rest @ ..] = steps
        && let Some(part) = row.parts.iter_mut().find(|part| part.row.key() == *step)
        && let Some(place) = without_structure(part, child(path, step.as_str()), rest)
    {
        return Some(place);
    }
    row.row.structure?;
    clear(row);
    Some(path)
}

fn clear(row: &mut OwnedRow) {
    row.row.structure = None::<Structure>;
    row.parts = Vec::new();
}

fn count(row: &OwnedRow) -> usize {
    row.parts.iter().fold(0, |sum: usize, part| sum.saturating_add(1).saturating_add(count(part)))
}

/// What a spec can be called.
fn name_of(title: &str) -> String {
    let kept = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
    let words: String = title.chars().map(|character| if kept(character) { character } else { '-' }).collect();
    let words = words.trim_matches('-');
    if words.is_empty() { "imported".into() } else { words.into() }
}
