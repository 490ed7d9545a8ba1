//! What is wrong with a spec file in TOML, with line and column.

use super::fault::{Fault, Key};
use super::place::Places;
use super::toml::Placed;
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use ::toml::de::Error;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt;

/// What is wrong with a spec file, and where.
///
/// Printed it reads `line 7, column 12: length prefix cannot hold the maximum in field 48`; when the fault is in a file
/// that the file extends, the name of that spec comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecFileError(Box<Mistake>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Mistake {
    base: Option<Box<str>>,
    line: usize,
    column: usize,
    error: SpecError,
    rule: Option<Box<str>>,
    detail: Option<Box<str>>,
}

impl SpecFileError {
    /// The name of the spec in whose file the fault is; `None` for the file that was to be loaded.
    #[must_use]
    pub fn base(&self) -> Option<&str> {
        self.0.base.as_deref()
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// What is wrong, and with which field.
    #[must_use]
    pub fn error(&self) -> SpecError {
        self.0.error
    }

    /// The name of the rule of messages that the fault is in.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.0.rule.as_deref()
    }

    /// The same in the file of a spec that is extended.
    pub(super) fn in_base(mut self, name: String) -> Self {
        self.0.base = Some(name.into());
        self
    }

    /// A text that is no TOML.
    pub(super) fn of_syntax(error: &Error, text: &str) -> Self {
        let detail = format!("{}: {}", SpecErrorKind::Syntax, error.message());
        SpecFileError::at(error, text, SpecError::new(SpecErrorKind::Syntax, FieldPath::MESSAGE), detail)
    }

    /// A key that is not known, or whose value is of the wrong kind. serde calls a key a field; here that is something
    /// else.
    pub(super) fn of_key(error: &Error, text: &str) -> Self {
        let detail = error.message();
        let key = |start: &str| detail.strip_prefix(start).and_then(|rest| rest.strip_prefix(" field "));
        let detail = match (key("unknown"), key("missing")) {
            (Some(rest), _) => format!("unknown key {rest}"),
            (_, Some(rest)) => format!("missing key {rest}"),
            _ => detail.to_owned(),
        };
        let start = error.span().map_or(0, |span| span.start);
        let places = Places::read(text);
        let spec_error = SpecError::new(SpecErrorKind::BadAttribute, places.field_at(start));
        let mut mistake = SpecFileError::at(error, text, spec_error, detail);
        mistake.0.rule = places.rule_at(start).map(String::into_boxed_str);
        mistake
    }

    fn at(error: &Error, text: &str, spec_error: SpecError, detail: String) -> Self {
        let (line, column) = line_and_column(text, error.span().map_or(0, |span| span.start));
        let detail = Some(detail.into());
        SpecFileError(Box::new(Mistake { base: None, line, column, error: spec_error, rule: None, detail }))
    }

    /// A rule that a spec breaks; the place is the key at fault in the first file that states it.
    pub(super) fn of_fault(fault: &Fault, chain: &[Placed<'_>]) -> Self {
        let (base, line, column) = place_of(fault, chain);
        let detail = fault.missing.map(|key| format!("{}: `{key}` is missing", fault.error.kind()).into());
        let rule = fault.rule().map(Box::from);
        let base = base.map(Box::from);
        SpecFileError(Box::new(Mistake { base, line, column, error: fault.error, rule, detail }))
    }

    /// The text in place of that of the kind of the error.
    pub(super) fn into_detail(self) -> Option<Box<str>> {
        self.0.detail
    }
}

/// Where the key at fault is: the name of the file, unless it is that at the front, line and column.
pub(super) fn place_of<'c>(fault: &Fault, chain: &[Placed<'c>]) -> (Option<&'c str>, usize, usize) {
    let chain = chain.get(usize::from(fault.link)..).unwrap_or_default();
    let links = match fault.key {
        Key::Top(_) => 1,
        // What is behind a list is replaced by it.
        _ => chain.iter().position(|source| source.places.lists(&fault.row)).map_or(chain.len(), |link| link + 1),
    };
    let sources = || chain.iter().take(links);
    let found = sources().find_map(|source| Some((source, exact(fault, &source.places)?)));
    let found = found.or_else(|| sources().find_map(|source| Some((source, about(fault, &source.places)?))));
    let found = found.or_else(|| sources().next().map(|source| (source, 0)));
    match found {
        Some((source, offset)) => {
            let (line, column) = line_and_column(source.text, offset);
            (source.base, line, column)
        }
        None => (None, 1, 1),
    }
}

/// Where the key at fault has its value in a file.
fn exact(fault: &Fault, places: &Places<'_>) -> Option<usize> {
    match fault.key {
        Key::Top(key) => places.value(&[key]),
        Key::Wire(keys) => keys.iter().find_map(|key| places.value(&["wire", key])),
        Key::Field(keys) => keys.iter().find_map(|key| places.row_value(&fault.row, Some(key))),
        Key::Value => places.row_value(&fault.row, None),
    }
}

/// Where the table that lacks the key at fault is in a file.
fn about(fault: &Fault, places: &Places<'_>) -> Option<usize> {
    match fault.key {
        Key::Top(_) => None,
        Key::Wire(_) => places.key(&["wire"]),
        Key::Field(_) | Key::Value => places.row(&fault.row),
    }
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let (lines, line) =
        before.rsplit_once('\n').map_or((0, before), |(lines, line)| (1 + lines.matches('\n').count(), line));
    (1 + lines, 1 + line.chars().count())
}

impl fmt::Display for SpecFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(base) = &self.0.base {
            write!(f, "spec {base}, ")?;
        }
        write!(f, "line {}, column {}: ", self.0.line, self.0.column)?;
        match &self.0.detail {
            None => write!(f, "{}", self.0.error),
            Some(detail) if self.0.error.path() == FieldPath::MESSAGE => f.write_str(detail),
            Some(detail) => write!(f, "{detail} in field {}", self.0.error.path()),
        }
    }
}

impl core::error::Error for SpecFileError {}
