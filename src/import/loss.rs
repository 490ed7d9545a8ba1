//! What could not be carried over.

use crate::error::{FieldPath, Segment};
use alloc::boxed::Box;
use core::fmt;

/// Something that one format says and another cannot: printed it reads `field 48.2: left out: ...`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    path: FieldPath,
    what: Box<str>,
}

impl Loss {
    pub(super) fn new(path: FieldPath, what: impl Into<Box<str>>) -> Self {
        Loss { path, what: what.into() }
    }

    /// A loss of the spec as a whole.
    pub(super) fn whole(what: impl Into<Box<str>>) -> Self {
        Loss::new(FieldPath::MESSAGE, what)
    }

    /// The field or part; [`FieldPath::MESSAGE`] for the spec as a whole.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        self.path
    }

    /// What is lost, and why.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path {
            FieldPath::MESSAGE => f.write_str(&self.what),
            FieldPath::MTI => write!(f, "message type: {}", self.what),
            FieldPath::BITMAP => write!(f, "bitmap: {}", self.what),
            path => write!(f, "field {path}: {}", self.what),
        }
    }
}

/// The path of a part, whatever the format calls it.
pub(super) fn child(path: FieldPath, name: &str) -> FieldPath {
    Segment::text(name).map_or(path, |segment| path.child(segment))
}
