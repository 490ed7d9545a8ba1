//! The terminal of an entry, as a key.

use crate::element::TerminalId;
use crate::element::text::Text;
use crate::value::{FromValue, NotThat, Value};
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// A [`TerminalId`] as a key: kept and sorted, without blanks at the end, since not every list keeps them. Field 41.
///
/// ```
/// use isomsg::element::TerminalId;
/// use isomsg::settle::TerminalKey;
///
/// assert_eq!("TERM01  ".parse::<TerminalKey>()?, "TERM01".parse()?);
/// assert_eq!(TerminalKey::try_from(&TerminalId::new("TERM01  ")?)?.as_str(), "TERM01");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TerminalKey(Text<16>);

impl TerminalKey {
    const NOT: NotThat = NotThat { expected: "a terminal of 1 to 16 printable characters" };

    /// Its characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for TerminalKey {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        let text = text.trim_end_matches(' ');
        Text::printable(text).filter(|_| !text.is_empty()).map(TerminalKey).ok_or(Self::NOT)
    }
}

/// Refuses one with characters that are not printable ASCII.
impl TryFrom<&TerminalId<'_>> for TerminalKey {
    type Error = NotThat;

    fn try_from(id: &TerminalId<'_>) -> Result<Self, NotThat> {
        id.value().chars().collect::<String>().parse()
    }
}

impl<'a> FromValue<'a> for TerminalKey {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        TerminalKey::try_from(&value.parse::<TerminalId<'a>>()?)
    }
}

/// Its characters.
impl fmt::Display for TerminalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for TerminalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TerminalKey({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_terminal() {
        for text in ["", "   ", "12345678901234567", "A\nB"] {
            assert_eq!(text.parse::<TerminalKey>(), Err(TerminalKey::NOT), "{text:?}");
        }
    }
}
