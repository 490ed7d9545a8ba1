//! Field 36: the third track of a magnetic stripe.

use super::borrowed::{borrowed, stars};
use super::track2::separator;
use super::{Digits, Pan};
use crate::value::Value;
use crate::wire::Class;

/// Data of track 3: format code, card number, separator, and more; at most 104 characters, without sentinels. Field 36.
///
/// The separator is `=` or `D`, and stays what it was. It prints as stars. What is behind the card number is not taken
/// apart: banks differ in it.
///
/// ```
/// use isomsg::element::Track3;
///
/// let track = Track3::new("014111111111111111=9780=1")?;
/// assert_eq!(track.pan().to_string(), "411111******1111");
/// assert_eq!(track.discretionary(), "9780=1");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Track3<'a>(Value<'a>);

borrowed!(
    Track3,
    Z,
    SECRET,
    |value| is_track(value),
    "track 3 data of a format code, a card number, a separator and at most 104 characters"
);
stars!(Track3<'_>);

const LONGEST: usize = 104;
/// Digits of the format code.
const FORMAT_CODE: usize = 2;

fn is_track(value: &Value<'_>) -> bool {
    value.len() <= LONGEST
        && value.units().all(|unit| Class::Z.admits(unit))
        && value.units().take(FORMAT_CODE).all(|unit| unit.is_ascii_digit())
        && matches!(separator(value, FORMAT_CODE), Some(1..=19))
}

impl<'a> Track3<'a> {
    /// The format code.
    #[must_use]
    pub fn format_code(&self) -> Option<Digits<2>> {
        Digits::of_value(self.0.slice(0, FORMAT_CODE))
    }

    /// The card number.
    #[must_use]
    pub fn pan(&self) -> Pan<'a> {
        Pan(self.0.slice(FORMAT_CODE, self.end()))
    }

    /// What is behind the separator.
    #[must_use]
    pub fn discretionary(&self) -> Value<'a> {
        self.0.slice(self.end() + 1, self.0.len())
    }

    /// Where the card number ends.
    fn end(&self) -> usize {
        FORMAT_CODE + separator(&self.0, FORMAT_CODE).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn is_made_of_its_parts() {
        let track = Track3::new("024111111111111D").unwrap();
        assert_eq!(track.format_code().unwrap().as_str(), "02");
        assert_eq!(track.pan().value(), "4111111111111");
        assert!(track.discretionary().is_empty());
        assert_eq!(track.to_string(), "********");
    }

    #[test]
    fn refuses_what_is_no_track() {
        let long = std::format!("014111={}", "0".repeat(98));
        assert!(Track3::new(long.get(..104).unwrap()).is_ok());
        for text in [long.as_str(), "", "01", "01=", "0=411", "0141111111", "0141111111111111111111="] {
            assert_eq!(Track3::new(text), Err(Track3::NOT), "{text}");
        }
    }
}
