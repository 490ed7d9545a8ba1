//! What is wrong with a text that was to be imported.

use alloc::boxed::Box;
use alloc::format;
use core::fmt;

/// What is wrong with a text that was to be imported, and where, as far as its format tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    reason: Box<str>,
    line: Option<usize>,
    column: Option<usize>,
}

impl ImportError {
    pub(super) fn new(reason: impl Into<Box<str>>) -> Self {
        ImportError { reason: reason.into(), line: None, column: None }
    }

    pub(super) fn at(self, line: usize, column: Option<usize>) -> Self {
        ImportError {
            line: (line > 0).then_some(line),
            column: column.filter(|column| line > 0 && *column > 0),
            ..self
        }
    }

    /// The place of a byte of a text.
    pub(super) fn at_offset(self, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count().saturating_add(1);
        let column = before.rsplit('\n').next().unwrap_or("").chars().count().saturating_add(1);
        self.at(line, Some(column))
    }

    /// The line, from 1, where the format tells it.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column in characters, from 1, where the format tells it.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.column
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            let column = self.column.map(|column| format!(", column {column}")).unwrap_or_default();
            write!(f, "line {line}{column}: ")?;
        }
        f.write_str(&self.reason)
    }
}

impl core::error::Error for ImportError {}
