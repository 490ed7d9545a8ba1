//! What can go wrong, for three culprits: the peer's bytes ([`ParseError`]), the caller's values
//! ([`EncodeError`]), the table ([`SpecError`]).
//!
//! An error holds numbers and places, never a byte of the message: it can be logged as it is.

mod encode;
mod parse;
mod path;
mod spec;

pub use encode::{EncodeError, EncodeErrorKind};
pub use parse::{ParseError, ParseErrorKind};
pub use path::{AsPath, FieldPath, PathError, Segment};
pub use spec::{SpecError, SpecErrorKind};
