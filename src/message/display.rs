//! A message as a table that people read, card data masked.

#[cfg(feature = "alloc")]
use super::buf::MessageBuf;
use super::view::Message;
use core::fmt;

/// The longest name that the table shows in full.
const NAME_WIDTH: usize = 40;

/// A table of message type and fields, one a line, card data masked.
impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        table(f, self, false)
    }
}

impl Message<'_> {
    /// The table that [`fmt::Display`] prints, with card data in clear, to be shown on purpose. Card data must not
    /// reach a log this way.
    #[must_use]
    pub fn reveal(&self) -> impl fmt::Display {
        Clear(Message::from_parts(self.as_bytes(), self.spec(), self.index()))
    }
}

#[cfg(feature = "alloc")]
impl MessageBuf {
    /// The table that [`fmt::Display`] prints, with card data in clear, to be shown on purpose. Card data must not
    /// reach a log this way.
    #[must_use]
    pub fn reveal(&self) -> impl fmt::Display {
        Clear(self.as_message())
    }
}

/// A message that shows everything.
struct Clear<'m>(Message<'m>);

impl fmt::Display for Clear<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        table(f, &self.0, true)
    }
}

fn table(f: &mut fmt::Formatter<'_>, message: &Message<'_>, reveals: bool) -> fmt::Result {
    write!(f, "{} {} {}", message.mti(), message.spec().name(), message.mti().class())?;
    for field in message.fields() {
        write!(f, "\n{:>5}  ", field.number())?;
        name(f, field.name())?;
        match reveals {
            true => write!(f, "  {}", field.value().reveal())?,
            false => write!(f, "  {field}")?,
        }
    }
    Ok(())
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
