//! A message as a table that people read, card data masked.

use super::view::Message;
use core::fmt;

/// The longest name that the table shows in full.
const NAME_WIDTH: usize = 40;

/// A table of message type and fields, one a line, card data masked.
impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:?}", self.mti(), self.spec().name(), self.mti().class())?;
        for field in self.fields() {
            write!(f, "\n{:>5}  ", field.number())?;
            name(f, field.name())?;
            write!(f, "  {field}")?;
        }
        Ok(())
    }
}

/// A name in a column of its own, shortened where it is longer.
fn name(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    match name.char_indices().nth(NAME_WIDTH - 2) {
        Some((cut, _)) if name.chars().count() > NAME_WIDTH => {
            write!(f, "{}..", name.get(..cut).unwrap_or(""))
        }
        _ => write!(f, "{name:<NAME_WIDTH$}"),
    }
}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("mti", &self.mti()).field("fields", &AsList(self)).finish_non_exhaustive()
    }
}

struct AsList<'m, 'a>(&'m Message<'a>);

impl fmt::Debug for AsList<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.fields()).finish()
    }
}
