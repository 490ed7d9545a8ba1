//! Bytes and a spec to an [`Index`]: where each field lies.
//!
//! The parsers are nom parsers, generic over their [`fault`]. They are compiled twice: hot, with a fault of no size,
//! and cold, with kind and place, which runs only after a hot "not well".
#![warn(clippy::arithmetic_side_effects)]

mod fault;
mod field;
mod head;
mod index;
mod items;
mod nest;
mod options;
mod parts;
mod run;
mod space;
mod walk;

pub(crate) use field::{open, open_at};
pub use index::Index;
pub(crate) use nest::{Cursor, Nest, Part, opened, value_in};
pub use options::ParseOptions;
pub(crate) use space::Space;
pub(crate) use walk::{announced, examine, parse, parse_some};
