//! All that is wrong with a spec file, or doubtful, each thing at its place.

use super::cases::check_cases;
use super::error::{SpecFileError, place_of};
use super::fault::{Fault, Key};
use super::merge::merge_leniently;
use super::named::Named;
use super::row_keys::Rows;
use super::rows::Maker;
use super::serde::{RuleKeys, TopKeys};
use super::toml::{Placed, Source};
use super::trail::Step;
use super::{pieces, resolve};
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use crate::spec::lint::Site;
use crate::spec::message_spec::is_name;
use crate::spec::{Lint, LintKind, MessageSpec, Wire, lint, nesting, shipped_toml, steps};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// So many findings are enough to begin with.
const MOST: usize = 1000;

/// A finding in a file.
///
/// Printed it reads `line 7, column 12: warning: a response repeats a secret in field 35`; when it is in a file that the
/// file extends, the name of that spec comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLint {
    base: Option<Box<str>>,
    line: usize,
    column: usize,
    lint: Lint,
}

impl FileLint {
    /// The name of the spec in whose file it is; `None` for the file that was to be looked at.
    #[must_use]
    pub fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// What it is.
    #[must_use]
    pub fn lint(&self) -> &Lint {
        &self.lint
    }

    fn of_error(error: SpecFileError) -> Self {
        let (base, line, column) = (error.base().map(Box::from), error.line(), error.column());
        let lint = Lint::refused(error.error()).in_rule(error.rule());
        FileLint { base, line, column, lint: lint.with_detail(error.into_detail()) }
    }

    fn of_lint(lint: Lint, fields: &Rows, chain: &[Placed<'_>]) -> Self {
        let (base, line, column) = place_of(&fault_of(&lint, fields), chain);
        FileLint { base: base.map(Box::from), line, column, lint }
    }
}

impl fmt::Display for FileLint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(base) = &self.base {
            write!(f, "spec {base}, ")?;
        }
        write!(f, "line {}, column {}: {}: {}", self.line, self.column, self.lint.severity(), self.lint)
    }
}

/// All that is wrong with a spec file in TOML, or doubtful, by line: where [`MessageSpec::from_toml`] names the first
/// fault, this goes on with the other rows and rules. There is an error among the findings when and only when
/// `from_toml` refuses the file. After 1,000 findings it stops.
///
/// ```
/// let text = r#"
/// name = "ours"
/// extends = "iso1987-ascii"
/// [fields]
/// 35 = { echo = true }
/// 48 = { format = "ans..999" }
/// 64 = { format = "b 64" }
/// "#;
/// let findings: Vec<String> = isomsg::spec::lint_toml(text).iter().map(ToString::to_string).collect();
/// assert_eq!(
///     findings,
///     [
///         "line 5, column 15: warning: a response repeats a secret in field 35",
///         "line 6, column 17: error: length prefix cannot hold the maximum in field 48",
///         "line 7, column 17: error: `b` counts bytes: write `b 8` for the 64 bits of the 1987 edition in field 64",
///     ]
/// );
/// ```
#[must_use]
pub fn lint_toml(text: &str) -> Vec<FileLint> {
    lint_toml_with(text, |_| None::<String>)
}

/// As [`lint_toml`]; what the file extends is first asked of `lookup`, which gives the text of a file by the name of the
/// spec.
#[must_use]
pub fn lint_toml_with<T: Into<String>>(text: &str, lookup: impl Fn(&str) -> Option<T>) -> Vec<FileLint> {
    let (file, errors) = pieces::read(text);
    let mut found: Vec<FileLint> = errors.into_iter().take(MOST).map(FileLint::of_error).collect();
    if let Some(file) = file {
        let (chain, end) = Source::front(text, file).followed(|name| {
            lookup(name).map(|text| Cow::Owned(text.into())).or_else(|| shipped_toml(name).map(Cow::Borrowed))
        });
        // Without a base most of what could be said would be false.
        match end {
            Ok(()) => check_chain(&chain, &mut found),
            Err(error) => found.push(FileLint::of_error(error)),
        }
    }
    found.sort_by(|one, other| (&one.base, one.line, one.column).cmp(&(&other.base, other.line, other.column)));
    found.truncate(MOST);
    found
}

/// Adds to what was found when the files were read.
fn check_chain(chain: &[Source<'_>], found: &mut Vec<FileLint>) {
    let files: Vec<_> = chain.iter().map(|source| &source.file).collect();
    let placed = Placed::all(chain);
    let (keys, faults) = merge_leniently(&files);
    let unread = found.iter().filter_map(|lint| lint.lint.path().number()).collect();
    let mut checker = Checker { keys: &keys, faults, bad: unread, had_faults: !found.is_empty() };
    let spec = checker.check();
    let Checker { faults, bad, had_faults, .. } = checker;
    let room = MOST.saturating_sub(found.len());
    found.extend(faults.iter().take(room).map(|fault| FileLint::of_error(SpecFileError::of_fault(fault, &placed))));
    let room = MOST.saturating_sub(found.len());
    let doubts = spec.iter().flat_map(lint).filter(|lint| !hangs_on_fault(lint, &bad, had_faults));
    found.extend(doubts.take(room).map(|lint| FileLint::of_lint(lint, &keys.fields, &placed)));
}

/// Whether a doubt may come from a row or a rule that is missing for a fault.
fn hangs_on_fault(lint: &Lint, bad: &BTreeSet<u16>, had_faults: bool) -> bool {
    lint.path().number().is_some_and(|number| bad.contains(&number))
        || had_faults && lint.kind() == LintKind::NoResponseCode
}

/// The rows and rules of a chain, each looked at alone.
struct Checker<'k> {
    keys: &'k TopKeys,
    faults: Vec<Fault>,
    /// The fields whose rows have faults.
    bad: BTreeSet<u16>,
    had_faults: bool,
}

impl<'k> Checker<'k> {
    /// The spec of all rows and rules that are well.
    fn check(&mut self) -> Option<MessageSpec> {
        let wire = self.wire();
        let fields = self.good_rows(wire.as_ref());
        let messages = self.good_rules();
        self.had_faults |= !self.faults.is_empty();
        let (wire, name) = (wire?, self.name());
        self.whole(&wire, name, fields, Named(messages))
    }

    fn wire(&mut self) -> Option<Wire> {
        let wire = resolve::wire(&self.keys.wire);
        match wire.and_then(|wire| wire.check().map(|()| wire).map_err(Fault::whole)) {
            Ok(wire) => Some(wire),
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        }
    }

    /// The name, or another one for one that cannot be.
    fn name(&mut self) -> &'k str {
        match self.keys.name.as_deref() {
            Some(name) if is_name(name) => name,
            _ => {
                self.faults.push(Fault::whole(SpecErrorKind::BadName));
                "x"
            }
        }
    }

    fn good_rows(&mut self, wire: Option<&Wire>) -> Rows {
        let mut good = Rows::default();
        for (key, row) in &self.keys.fields.0 {
            let alone = Rows(BTreeMap::from([(key.clone(), row.clone())]));
            match self.check_row(&alone, wire) {
                Ok(()) => good.0.extend(alone.0),
                Err(fault) => {
                    self.bad.extend(fault.error.path().number());
                    self.faults.push(fault);
                }
            }
        }
        good
    }

    fn check_row(&self, alone: &Rows, wire: Option<&Wire>) -> Result<(), Fault> {
        let made = Maker::new(&self.keys.wire).tables(alone, &Named::default());
        let tables = made.map_err(|fault| fault.with_path(alone))?;
        let Some(wire) = wire else { return Ok(()) };
        check_cases(&tables, wire, alone)?;
        let within = nesting::Tables { parts: &tables.parts, names: &tables.names };
        let checked = tables.rows.iter().try_for_each(|row| steps::check_row(wire, row, within, 1));
        checked.map_err(|error| Fault::of_spec(error, alone))
    }

    fn good_rules(&mut self) -> BTreeMap<String, RuleKeys> {
        let mut good = BTreeMap::new();
        for (name, rule) in &self.keys.messages.0 {
            let alone = Named(BTreeMap::from([(name.clone(), rule.clone())]));
            match Maker::new(&self.keys.wire).tables(&Rows::default(), &alone) {
                Ok(_) => good.extend(alone.0),
                Err(fault) => self.faults.push(fault),
            }
        }
        good
    }

    /// The spec of what is left; a row that does not go with the others is left out.
    fn whole(&mut self, wire: &Wire, name: &str, mut fields: Rows, messages: Named<RuleKeys>) -> Option<MessageSpec> {
        loop {
            let mut maker = Maker::new(&self.keys.wire);
            let (name, title) = (maker.keep(name), maker.keep(""));
            let made = maker.tables(&fields, &messages).ok()?;
            let error = match MessageSpec::owned(name, title, *wire, made) {
                Ok(spec) => return Some(spec),
                Err(error) => error,
            };
            let number = error.path().number();
            // A row that has a fault already is not there.
            if !number.is_some_and(|number| self.bad.contains(&number)) {
                self.faults.push(Fault::of_spec(error, &self.keys.fields));
            }
            self.had_faults = true;
            self.bad.extend(number);
            fields.0.remove(error.path().segments().first()?.as_str())?;
        }
    }
}

/// Where a doubt is, in the terms of faults; its kind does not matter there.
fn fault_of(lint: &Lint, fields: &Rows) -> Fault {
    let error = SpecError::new(SpecErrorKind::Syntax, FieldPath::MESSAGE);
    let at = |row: Vec<Step>, key| Fault { error, key, row: row.into(), link: 0, missing: None };
    match lint.site() {
        Site::Row(keys) => at(fields.trail(lint.path(), None), Key::Field(keys)),
        Site::Case(holder, case, keys) => at(fields.trail(*holder, Some(*case)), Key::Field(keys)),
        Site::Rule(rule, keys, Some(need)) => {
            let holder = keys.first().copied().unwrap_or("conditional");
            at([Step::rule(rule), Step::need(holder, need)].into(), Key::Value)
        }
        Site::Rule(rule, keys, None) => at([Step::rule(rule)].into(), Key::Field(keys)),
    }
}
