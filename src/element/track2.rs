//! Field 35: the second track of a magnetic stripe.

use super::borrowed::{borrowed, stars};
use super::{Digits, Expiry, Pan};
use crate::value::{NotThat, Value};
use crate::wire::Class;

/// Data of track 2: card number, separator, expiry, service code, discretionary data; at most 37 characters, without
/// sentinels. Field 35, and tag 57.
///
/// The separator is `=` or `D`, and stays what it was; so does everything else. It prints as stars.
///
/// ```
/// use isomsg::element::Track2;
///
/// let track = Track2::new("4111111111111111=26112011234567890")?;
/// assert_eq!(track.pan().to_string(), "411111******1111");
/// assert_eq!(track.expiry().expect("a date").as_str(), "2611");
/// assert_eq!(track.service_code().expect("a code").as_str(), "201");
/// assert_eq!(track.discretionary(), "1234567890");
/// assert_eq!(track.to_string(), "********");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Track2<'a>(Value<'a>);

borrowed!(
    Track2,
    Z,
    SECRET,
    |value| is_track(value),
    "track 2 data of a card number, a separator and at most 37 characters"
);
stars!(Track2<'_>);

const LONGEST: usize = 37;

fn is_track(value: &Value<'_>) -> bool {
    value.len() <= LONGEST
        && value.units().all(|unit| Class::Z.admits(unit))
        && matches!(separator(value, 0), Some(1..=19))
}

pub(super) const fn is_separator(unit: u8) -> bool {
    matches!(unit, b'=' | b'D')
}

/// How many digits there are from `from` on, before a separator.
pub(super) fn separator(value: &Value<'_>, from: usize) -> Option<usize> {
    let mut units = value.units().skip(from);
    let digits = units.by_ref().position(|unit| !unit.is_ascii_digit())?;
    value.unit(from + digits).is_some_and(is_separator).then_some(digits)
}

impl<'a> Track2<'a> {
    /// Takes four bits a character, with F behind an odd number of them: tag 57 of chip data.
    ///
    /// # Errors
    ///
    /// Bytes that are not track 2 data.
    pub fn from_packed(bytes: &'a [u8]) -> Result<Self, NotThat> {
        Value::of_packed(bytes, Class::Z).ok_or(Self::NOT)?.parse()
    }

    /// The card number.
    #[must_use]
    pub fn pan(&self) -> Pan<'a> {
        Pan(self.0.slice(0, self.digits()))
    }

    /// Until when the card is good; `None` when a separator stands in its place, or no month.
    #[must_use]
    pub fn expiry(&self) -> Option<Expiry> {
        let (from, to) = self.expiry_place();
        self.0.slice(from, to).parse().ok()
    }

    /// What the card is good for; `None` when a separator stands in its place.
    #[must_use]
    pub fn service_code(&self) -> Option<Digits<3>> {
        let (from, to) = self.service_code_place();
        Digits::of_value(self.0.slice(from, to))
    }

    /// What is behind the service code; it may hold a card verification value.
    #[must_use]
    pub fn discretionary(&self) -> Value<'a> {
        self.0.slice(self.service_code_place().1, self.0.len())
    }

    /// Digits of the card number.
    fn digits(&self) -> usize {
        separator(&self.0, 0).unwrap_or(0)
    }

    fn expiry_place(&self) -> (usize, usize) {
        self.place(self.digits() + 1, 4)
    }

    fn service_code_place(&self) -> (usize, usize) {
        self.place(self.expiry_place().1, 3)
    }

    /// From where to where so many digits, or a separator instead of them, reach.
    fn place(&self, from: usize, length: usize) -> (usize, usize) {
        let left_out = self.0.unit(from).is_some_and(is_separator);
        (from, from + if left_out { 1 } else { length })
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;

    #[test]
    fn reads_what_is_left_out() {
        let track = Track2::new("4111111111111111D==123").unwrap();
        assert_eq!((track.expiry(), track.service_code()), (None, None));
        assert_eq!(track.discretionary(), "123");
        assert_eq!(track.value(), "4111111111111111D==123");
        let short = Track2::new("4=26").unwrap();
        assert_eq!((short.expiry(), short.service_code(), short.discretionary().len()), (None, None, 0));
    }

    #[test]
    fn reads_packed_characters() {
        let packed = [0x41, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1D, 0x26, 0x11, 0x20, 0x11, 0x2F];
        let track = Track2::from_packed(&packed).unwrap();
        assert_eq!(track.value(), "411111111111111=261120112");
        assert_eq!(track.discretionary(), "12");
        assert_eq!(track.pan().value(), "411111111111111");
    }

    #[test]
    fn refuses_what_is_no_track() {
        let long = "4111111111111111=261120112345678901234";
        assert_eq!(long.len(), 38);
        assert!(Track2::new(long.get(..37).unwrap()).is_ok());
        for text in [long, "", "4111111111111111", "=2611201", "41111111111111111111=26", "4111^2611", "4111?26"] {
            assert_eq!(Track2::new(text), Err(Track2::NOT), "{text}");
        }
    }

    #[test]
    fn shows_nothing() {
        let track = Track2::new("4111111111111111=2611").unwrap();
        assert_eq!(format!("{track} {track:?}"), "******** Track2(********)");
    }
}
