//! A message as a table that people read, card data masked.

#[cfg(feature = "alloc")]
use super::buf::MessageBuf;
use super::field::Field;
use super::view::Message;
use core::fmt;

/// The longest name that the table shows in full, of a part with its path.
const NAME_WIDTH: usize = 40;

/// A table of message type and fields, one a line, each followed by its parts, card data masked.
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
    message.walk().try_for_each(|field| line(f, &field, reveals))
}

/// A field with its number in front, or a part with its path; what is made of parts that follow shows no value itself.
fn line(f: &mut fmt::Formatter<'_>, field: &Field<'_>, reveals: bool) -> fmt::Result {
    let path = field.path();
    match path.segments() {
        [number] => write!(f, "\n{:>5}", number.as_str())?,
        _ => write!(f, "\n       {path}")?,
    }
    let (before, width) = match path.segments() {
        [_] => ("  ", NAME_WIDTH),
        segments => (" ", NAME_WIDTH.saturating_sub(segments.iter().map(|segment| 1 + segment.as_str().len()).sum())),
    };
    match (field.opens(), field.name()) {
        (true, "") => return Ok(()),
        (true, text) => return name(f, before, text, width, ""),
        (false, text) => name(f, before, text, width, "  ")?,
    }
    match reveals {
        true => write!(f, "{}", field.value().reveal()),
        false => write!(f, "{field}"),
    }
}

/// A name in a column of its own with something behind it, shortened where it is longer; alone when nothing follows.
fn name(f: &mut fmt::Formatter<'_>, before: &str, name: &str, width: usize, behind: &str) -> fmt::Result {
    f.write_str(before)?;
    match name.char_indices().nth(width.saturating_sub(2)) {
        Some((cut, _)) if name.chars().count() > width => write!(f, "{}..{behind}", name.get(..cut).unwrap_or("")),
        _ if behind.is_empty() => f.write_str(name),
        _ => write!(f, "{name:<width$}{behind}"),
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
