//! Field 12 of 1987: the time at the terminal.

use super::DateTime;
use super::calendar::is_time;
use super::text::{Text, digits, kept_text};

/// A time at the terminal, hhmmss. Field 12 of 1987.
///
/// ```
/// use isomsg::element::LocalTime;
///
/// let time: LocalTime = "134500".parse()?;
/// assert_eq!((time.hour(), time.minute(), time.second()), (13, 45, 0));
/// assert!("240000".parse::<LocalTime>().is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(Text<6>);

kept_text!(LocalTime, is_local_time, "a time of hour, minute and second");

fn is_local_time(text: &Text<6>) -> bool {
    text.is_full() && text.is_digits() && is_time(text.pair(0), text.pair(2), text.pair(4))
}

impl LocalTime {
    /// A time; `None` when there is no such time.
    #[must_use]
    pub fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        let number = u64::from(hour) * 10_000 + u64::from(minute) * 100 + u64::from(second);
        digits(number).map(Text::full).filter(|_| is_time(hour, minute, second)).map(LocalTime)
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        self.0.pair(0)
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> u8 {
        self.0.pair(2)
    }

    /// The second, 0 to 59.
    #[must_use]
    pub fn second(&self) -> u8 {
        self.0.pair(4)
    }
}

impl From<DateTime> for LocalTime {
    fn from(time: DateTime) -> Self {
        // A time that is one has two digits each.
        LocalTime::new(time.hour(), time.minute(), time.second()).unwrap_or(LocalTime(Text::full(*b"000000")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_made_of_their_parts() {
        assert_eq!(LocalTime::new(23, 5, 9).unwrap().as_str(), "230509");
        assert_eq!(LocalTime::new(23, 60, 0), None);
        for text in ["", "2305", "236000", "230060", "23 509"] {
            assert_eq!(text.parse::<LocalTime>(), Err(LocalTime::NOT), "{text}");
        }
    }
}
