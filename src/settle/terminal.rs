//! The terminal of an entry.

use super::short::Short;
use crate::element::TerminalId;
use crate::value::{FromValue, NotThat, Value};
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// A terminal as a key: the characters of field 41 without blanks at the end, since not every list keeps them.
///
/// ```
/// use isomsg::settle::Terminal;
///
/// assert_eq!("TERM01  ".parse::<Terminal>()?, "TERM01".parse()?);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Terminal(Short<16>);

impl Terminal {
    const NOT: NotThat = NotThat { expected: "a terminal of 1 to 16 printable characters" };

    /// Its characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for Terminal {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        let text = text.trim_end_matches(' ');
        Short::of(text).filter(|_| !text.is_empty()).map(Terminal).ok_or(Self::NOT)
    }
}

impl<'a> FromValue<'a> for Terminal {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let _: TerminalId<'a> = value.parse()?;
        value.chars().collect::<String>().parse()
    }
}

/// Its characters.
impl fmt::Display for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Terminal({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_terminal() {
        for text in ["", "   ", "12345678901234567", "A\nB"] {
            assert_eq!(text.parse::<Terminal>(), Err(Terminal::NOT), "{text:?}");
        }
    }
}
