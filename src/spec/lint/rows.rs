//! What is doubtful in a row, and in the parts of it.

use super::condition::{Condition, Test, types};
use super::rules::Asked;
use super::{Lint, LintKind, MOST, Site, secrets};
use crate::error::{FieldPath, Segment};
use crate::spec::layout::{Extent, Layout};
use crate::spec::nesting::{self, part_layout, wire_within};
use crate::spec::{Class, Count, DataForm, MessageSpec, Optional, Sensitivity, SpecField, Structure, Wire};
use alloc::string::ToString;
use alloc::vec::Vec;

pub(super) fn check(spec: &MessageSpec, found: &mut Vec<Lint>) {
    let last = spec.fields().last().map_or(0, |field| field.number());
    for field in spec.fields() {
        let Some(step) = spec.defined(field.number()) else { continue };
        let row =
            Row { field, layout: step.layout, wire: *spec.wire(), path: FieldPath::field(field.number()), case: None };
        row.check(found);
        check_field(&field, &row, last, found);
        check_cases(spec, &field, found);
    }
}

/// A row, and all that follows from where it stands.
struct Row<'s> {
    field: SpecField<'s>,
    layout: Layout,
    /// How things look around it.
    wire: Wire,
    path: FieldPath,
    /// The case that it lies in.
    case: Option<usize>,
}

impl Row<'_> {
    fn lint(&self, kind: LintKind, keys: &'static [&'static str]) -> Lint {
        let site = match self.case {
            Some(case) => Site::Case(self.path, case, keys),
            None => Site::Row(keys),
        };
        Lint::new(kind, self.path, site)
    }

    fn check(&self, found: &mut Vec<Lint>) {
        if self.has_letters_in_digits() {
            found.push(self.lint(LintKind::ClassAgainstForm, &["data", "format"]));
        }
        if self.loses_odd_digits() {
            found.push(self.lint(LintKind::OddDigitsLost, &["counts"]));
        }
        if self.has_terminator_in_class() {
            found.push(self.lint(LintKind::TerminatorInClass, &["terminator"]));
        }
        let is_shown = self.field.sensitivity() == Sensitivity::None && self.field.structure().is_none();
        let number = if self.path.segments().len() == 1 { self.path.number() } else { None };
        if is_shown && secrets::is_card_data(&self.field, number) {
            found.push(self.lint(LintKind::CardDataShown, &["sensitive", "name"]));
        } else if is_shown && number.is_some_and(|number| secrets::is_private(&self.field, number)) {
            found.push(self.lint(LintKind::PrivateDataShown, &["sensitive"]));
        }
        self.check_parts(found);
    }

    fn has_letters_in_digits(&self) -> bool {
        let class = self.layout.coding.class;
        self.layout.coding.form == DataForm::Bcd && !matches!(class, Class::N | Class::Z | Class::Xn)
    }

    fn loses_odd_digits(&self) -> bool {
        let coding = self.layout.coding;
        let counts_bytes = match self.layout.extent {
            Extent::Counted(prefix) | Extent::Area(prefix, _) => prefix.counts != Count::Units,
            _ => false,
        };
        // Fixed parts say how many digits there are.
        self.field.structure().is_none() && counts_bytes && coding.form == DataForm::Bcd && !coding.pad.tells_odd()
    }

    fn has_terminator_in_class(&self) -> bool {
        let coding = self.layout.coding;
        match self.layout.extent {
            Extent::Terminated([byte, ..], 1) => coding.is_plain() && coding.class.admits(byte),
            _ => false,
        }
    }

    fn check_parts(&self, found: &mut Vec<Lint>) {
        match self.field.structure() {
            None => {}
            Some(Structure::Cases) => {
                for (index, case) in self.field.parts().enumerate() {
                    let structure = case.structure();
                    structure.iter().for_each(|structure| self.check_within(case, structure, Some(index), found));
                }
            }
            Some(structure) => self.check_within(self.field, &structure, self.case, found),
        }
    }

    /// The parts of a structure of this row.
    fn check_within(&self, holder: SpecField<'_>, structure: &Structure, case: Option<usize>, found: &mut Vec<Lint>) {
        let coding = &self.layout.coding;
        let wire = wire_within(coding, structure, &self.wire);
        let holder_path = match structure {
            Structure::Groups(_) => self.path.child(Segment::number(1)),
            _ => self.path,
        };
        let mut least = 0;
        for part in holder.parts() {
            let Ok(layout) = part_layout(structure, &part, coding, &wire) else { continue };
            let row = Row { field: part, layout, wire, path: holder_path.child(part.key()), case };
            if part.presence() != Optional::ByClass {
                least += nesting::least(&self.layout, &layout);
            }
            let is_optional = part.presence() == Optional::AtEnd;
            if is_optional && *structure == Structure::Parts && least > nesting::room(&self.layout) {
                found.push(row.lint(LintKind::PartNeverFits, &["format"]));
            }
            row.check(found);
        }
    }
}

/// What concerns fields of a message only.
fn check_field(field: &SpecField<'_>, row: &Row<'_>, last: u16, found: &mut Vec<Lint>) {
    if field.is_echoed() && secrets::must_not_return(field.sensitivity()) {
        found.push(row.lint(LintKind::SecretEchoed, &["echo"]));
    }
    if !suits_number(field, &row.layout) {
        found.push(row.lint(LintKind::ClassAgainstContent, &["format"]));
    }
    let is_mac = field.name().to_ascii_lowercase().contains("message authentication code");
    if is_mac && field.number() < last && !field.number().is_multiple_of(64) {
        found.push(row.lint(LintKind::MacNotLast, &["name"]));
    }
}

/// Whether the class can hold a PIN block or a MAC, which is bytes or their hex digits, or the separators of a track.
fn suits_number(field: &SpecField<'_>, layout: &Layout) -> bool {
    let (class, max) = (field.format().class(), field.format().max());
    match field.number() {
        _ if field.structure().is_some() => true,
        52 | 64 | 128 => match class {
            Class::B | Class::Anb | Class::Ansb => true,
            Class::N | Class::Xn => false,
            // Eight characters can be half a MAC in hex.
            _ => layout.coding.form == DataForm::Opaque || field.number() != 52 || max != 8,
        },
        35 | 36 => !matches!(class, Class::Xn) && (field.number() == 36 || class != Class::N),
        _ => true,
    }
}

fn check_cases(spec: &MessageSpec, field: &SpecField<'_>, found: &mut Vec<Lint>) {
    if field.structure() != Some(Structure::Cases) {
        return;
    }
    let (number, types) = (field.number().to_string(), types(&field.only_in));
    let mut facts = alloc::vec![Test::present(&number)];
    if !types.is_empty() {
        facts.push(Test::of_types(&types));
    }
    let mut earlier: Vec<Condition<'_>> = Vec::new();
    for (index, case) in field.parts().take(MOST).enumerate() {
        let path = FieldPath::field(field.number());
        let site = || Site::Case(path, index, &["when"]);
        let Some(text) = case.condition() else { continue };
        let asked = Asked { spec, facts: &facts, of_cases: true };
        let before = found.len();
        asked.check(text, &site, path, found);
        let Some(condition) = Condition::read(text) else { continue };
        if found.len() == before && earlier.iter().any(|other| condition.is_taken_by(other, &facts)) {
            found.push(Lint::new(LintKind::CaseNeverReached, path, site()));
        }
        earlier.push(condition);
    }
}
