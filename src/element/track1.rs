//! Field 45: the first track of a magnetic stripe.

use super::borrowed::{borrowed, stars};
use super::{Digits, Expiry, Pan};
use crate::value::Value;

/// Data of track 1: format code, card number, name, expiry, service code, discretionary data, with `^` between the first
/// three; at most 76 characters, or 79 with sentinels. Field 45, and tag 56.
///
/// It prints as stars. Only format B is taken apart; the others are the affair of their issuers.
///
/// ```
/// use isomsg::element::Track1;
///
/// let track = Track1::new("B4111111111111111^DOE/JOHN^26112011234567890")?;
/// assert_eq!(track.pan().expect("a number").to_string(), "411111******1111");
/// assert_eq!(track.name().expect("a name"), "DOE/JOHN");
/// assert_eq!(track.expiry().expect("a date").as_str(), "2611");
/// assert_eq!(track.service_code().expect("a code").as_str(), "201");
/// assert_eq!(track.discretionary().expect("data"), "1234567890");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Track1<'a>(Value<'a>);

borrowed!(Track1, Ans, SECRET, |value| is_track(value), "track 1 data of 1 to 79 printable characters");
stars!(Track1<'_>);

const LONGEST: usize = 79;
const SEPARATOR: u8 = b'^';

fn is_track(value: &Value<'_>) -> bool {
    (1..=LONGEST).contains(&value.len()) && value.units().all(|unit| matches!(unit, b' '..=b'~'))
}

impl<'a> Track1<'a> {
    /// The format code: the first character behind a start sentinel.
    #[must_use]
    pub fn format_code(&self) -> Option<char> {
        self.0.unit(self.start()).map(char::from)
    }

    /// The card number.
    #[must_use]
    pub fn pan(&self) -> Option<Pan<'a>> {
        let (from, to) = (self.start() + 1, self.separator(0)?);
        self.is_format_b().then(|| self.0.slice(from, to).parse().ok())?
    }

    /// The name of the cardholder, as it is on the card: blanks may follow it.
    #[must_use]
    pub fn name(&self) -> Option<Value<'a>> {
        let (from, to) = (self.separator(0)? + 1, self.separator(1)?);
        self.is_format_b().then(|| self.0.slice(from, to))
    }

    /// Until when the card is good; `None` when a separator stands in its place, or no month.
    #[must_use]
    pub fn expiry(&self) -> Option<Expiry> {
        let (from, to) = self.expiry_place()?;
        self.0.slice(from, to).parse().ok()
    }

    /// What the card is good for; `None` when a separator stands in its place.
    #[must_use]
    pub fn service_code(&self) -> Option<Digits<3>> {
        let (from, to) = self.service_code_place()?;
        Digits::of_value(self.0.slice(from, to))
    }

    /// What is behind the service code; it may hold a card verification value.
    #[must_use]
    pub fn discretionary(&self) -> Option<Value<'a>> {
        let ends = self.start() == 1 && self.0.units().last() == Some(b'?');
        Some(self.0.slice(self.service_code_place()?.1, self.0.len() - usize::from(ends)))
    }

    /// Where the format code is: behind a start sentinel.
    fn start(&self) -> usize {
        usize::from(self.0.unit(0) == Some(b'%'))
    }

    fn is_format_b(&self) -> bool {
        self.0.unit(self.start()) == Some(b'B')
    }

    fn separator(&self, nth: usize) -> Option<usize> {
        self.0.units().enumerate().filter(|(_, unit)| *unit == SEPARATOR).nth(nth).map(|(at, _)| at)
    }

    fn expiry_place(&self) -> Option<(usize, usize)> {
        let from = self.separator(1)? + 1;
        self.is_format_b().then(|| self.place(from, 4))
    }

    fn service_code_place(&self) -> Option<(usize, usize)> {
        Some(self.place(self.expiry_place()?.1, 3))
    }

    /// From where to where so many digits, or a separator instead of them, reach.
    fn place(&self, from: usize, length: usize) -> (usize, usize) {
        (from, from + if self.0.unit(from) == Some(SEPARATOR) { 1 } else { length })
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;

    #[test]
    fn reads_what_is_left_out() {
        let track = Track1::new("B4111111111111111^DOE/JOHN ^^^123").unwrap();
        assert_eq!((track.expiry(), track.service_code()), (None, None));
        assert_eq!(track.discretionary().unwrap(), "123");
        assert_eq!(track.name().unwrap(), "DOE/JOHN ");
    }

    #[test]
    fn sentinels_stay_and_are_no_data() {
        let track = Track1::new("%B4111111111111111^A/B^2611201123?").unwrap();
        assert_eq!(track.format_code(), Some('B'));
        assert_eq!(track.discretionary().unwrap(), "123");
        assert_eq!(track.value(), "%B4111111111111111^A/B^2611201123?");
    }

    #[test]
    fn other_formats_are_not_taken_apart() {
        let track = Track1::new("A4111111111111111^DOE/JOHN^2611201").unwrap();
        assert_eq!(track.format_code(), Some('A'));
        assert!(track.pan().is_none() && track.name().is_none() && track.expiry().is_none());
        assert!(track.service_code().is_none() && track.discretionary().is_none());
        assert!(Track1::new("B4111").unwrap().pan().is_none());
    }

    #[test]
    fn refuses_what_is_no_track() {
        let long = "B".repeat(80);
        for text in ["", "B\u{7}", long.as_str()] {
            assert_eq!(Track1::new(text), Err(Track1::NOT), "{text}");
        }
    }

    #[test]
    fn shows_nothing() {
        let track = Track1::new("B4111111111111111^DOE/JOHN^2611201").unwrap();
        assert_eq!(format!("{track} {track:?}"), "******** Track1(********)");
    }
}
