//! Spec files in TOML, with line and column in their errors.

use super::fault::{Fault, Key};
use super::place::Places;
use super::{SpecFile, merge, resolve};
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use crate::spec::{MessageSpec, shipped_toml};
use ::serde::Deserialize;
use ::toml::de::{DeTable, Deserializer, Error};
use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

impl MessageSpec {
    /// Loads a spec from TOML, in the language of [`SpecFile`]. It may extend the specs that come with the crate.
    ///
    /// ```
    /// # fn main() -> Result<(), isomsg::spec::SpecFileError> {
    /// use isomsg::spec::MessageSpec;
    /// let spec = MessageSpec::from_toml(r#"
    ///     name = "ours"
    ///     extends = "iso1987-bcd"
    ///     [fields]
    ///     48 = { format = "ans...512" }
    ///     63 = { undefined = true }
    /// "#)?;
    /// assert_eq!(spec.field(48).map(|field| field.format().max()), Some(512));
    /// assert_eq!(spec.field(63), None);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with the file, and where:
    ///
    /// ```
    /// use isomsg::spec::MessageSpec;
    /// let text = "name = \"ours\"\nextends = \"iso1987-ascii\"\n[fields]\n48 = { format = \"ans..999\" }";
    /// let error = MessageSpec::from_toml(text).unwrap_err();
    /// assert_eq!(error.to_string(), "line 4, column 17: length prefix cannot hold the maximum in field 48");
    /// ```
    pub fn from_toml(text: &str) -> Result<Arc<Self>, SpecFileError> {
        Self::from_toml_with(text, |_| None::<String>)
    }

    /// Loads a spec from TOML as [`MessageSpec::from_toml`]; what it extends is first asked of `lookup`, which gives the
    /// text of a file by the name of the spec.
    ///
    /// # Errors
    ///
    /// What is wrong with the file, or with one that it extends, and where.
    pub fn from_toml_with<T: Into<String>>(
        text: &str,
        lookup: impl Fn(&str) -> Option<T>,
    ) -> Result<Arc<Self>, SpecFileError> {
        let chain = Source::chain(text, |name| {
            lookup(name).map(|text| Cow::Owned(text.into())).or_else(|| shipped_toml(name).map(Cow::Borrowed))
        })?;
        let files: Vec<&SpecFile> = chain.iter().map(|source| &source.file).collect();
        resolve::resolve(&files).map(Arc::new).map_err(|fault| SpecFileError::of_fault(&fault, &Placed::all(&chain)))
    }
}

impl SpecFile {
    /// Reads a file in TOML, without what it extends.
    ///
    /// # Errors
    ///
    /// What is no TOML, or not in the language of spec files, and where.
    pub fn from_toml(text: &str) -> Result<Self, SpecFileError> {
        let table = DeTable::parse(text).map_err(|error| SpecFileError::of_syntax(&error, text))?;
        SpecFile::deserialize(Deserializer::from(table)).map_err(|error| SpecFileError::of_key(&error, text))
    }
}

/// A file of a chain, with its text, in which places are sought when something is wrong.
pub(super) struct Source<'t> {
    /// The name by which it was found; `None` for the file at the front.
    base: Option<String>,
    text: Cow<'t, str>,
    pub(super) file: SpecFile,
}

/// A file of a chain, and where its keys are.
pub(super) struct Placed<'c> {
    base: Option<&'c str>,
    text: &'c str,
    places: Places<'c>,
}

impl<'c> Placed<'c> {
    pub(super) fn all(chain: &'c [Source<'_>]) -> Vec<Placed<'c>> {
        let placed = |source: &'c Source<'_>| Placed {
            base: source.base.as_deref(),
            text: &source.text,
            places: Places::read(&source.text),
        };
        chain.iter().map(placed).collect()
    }
}

impl<'t> Source<'t> {
    /// The file and all that it extends.
    fn chain(text: &'t str, lookup: impl Fn(&str) -> Option<Cow<'t, str>>) -> Result<Vec<Source<'t>>, SpecFileError> {
        let (chain, end) = Source::front(text, SpecFile::from_toml(text)?).followed(lookup);
        end.map(|()| chain)
    }

    /// The file that is to be loaded.
    pub(super) fn front(text: &'t str, file: SpecFile) -> Self {
        Source { base: None, text: Cow::Borrowed(text), file }
    }

    /// The file and all that it extends, and what keeps the chain from going on.
    pub(super) fn followed(
        self,
        lookup: impl Fn(&str) -> Option<Cow<'t, str>>,
    ) -> (Vec<Source<'t>>, Result<(), SpecFileError>) {
        let mut chain = Vec::new();
        let mut next = self;
        loop {
            let name = merge::next_base(&next.file, chain.len() + 1).map(|name| name.map(ToOwned::to_owned));
            chain.push(next);
            let base = match name {
                Ok(None) => return (chain, Ok(())),
                Ok(Some(name)) => match lookup(&name) {
                    Some(text) => Source::base(name, text),
                    None => Err(SpecFileError::of_last(SpecErrorKind::UnknownBase, &chain)),
                },
                Err(kind) => Err(SpecFileError::of_last(kind, &chain)),
            };
            next = match base {
                Ok(base) => base,
                Err(error) => return (chain, Err(error)),
            };
        }
    }

    fn base(name: String, text: Cow<'t, str>) -> Result<Self, SpecFileError> {
        match SpecFile::from_toml(&text) {
            Ok(file) => Ok(Source { base: Some(name), text, file }),
            Err(error) => Err(SpecFileError { base: Some(name.into()), ..error }),
        }
    }
}

/// What is wrong with a spec file, and where.
///
/// Printed it reads `line 7, column 12: length prefix cannot hold the maximum in field 48`; when the fault is in a file
/// that the file extends, the name of that spec comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecFileError {
    base: Option<Box<str>>,
    line: usize,
    column: usize,
    error: SpecError,
    detail: Option<Box<str>>,
}

impl SpecFileError {
    /// The name of the spec in whose file the fault is; `None` for the file that was to be loaded.
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

    /// What is wrong, and with which field.
    #[must_use]
    pub fn error(&self) -> SpecError {
        self.error
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
        let path = Places::read(text).field_at(start);
        SpecFileError::at(error, text, SpecError::new(SpecErrorKind::BadAttribute, path), detail)
    }

    fn at(error: &Error, text: &str, spec_error: SpecError, detail: String) -> Self {
        let (line, column) = line_and_column(text, error.span().map_or(0, |span| span.start));
        SpecFileError { base: None, line, column, error: spec_error, detail: Some(detail.into()) }
    }

    /// What the last file of a chain says at its top.
    fn of_last(kind: SpecErrorKind, chain: &[Source<'_>]) -> Self {
        let last = chain.split_last().map_or(&[][..], |(last, _)| core::slice::from_ref(last));
        SpecFileError::of_fault(&Fault::whole(kind), &Placed::all(last))
    }

    /// A rule that a spec breaks; the place is the key at fault in the first file that states it.
    pub(super) fn of_fault(fault: &Fault, chain: &[Placed<'_>]) -> Self {
        let (base, line, column) = place_of(fault, chain);
        let detail = fault.missing.map(|key| format!("{}: `{key}` is missing", fault.error.kind()).into());
        SpecFileError { base: base.map(Box::from), line, column, error: fault.error, detail }
    }

    /// The text in place of that of the kind of the error.
    pub(super) fn into_detail(self) -> Option<Box<str>> {
        self.detail
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
        if let Some(base) = &self.base {
            write!(f, "spec {base}, ")?;
        }
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        match &self.detail {
            None => write!(f, "{}", self.error),
            Some(detail) if self.error.path() == FieldPath::MESSAGE => f.write_str(detail),
            Some(detail) => write!(f, "{detail} in field {}", self.error.path()),
        }
    }
}

impl core::error::Error for SpecFileError {}
