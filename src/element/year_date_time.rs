//! Field 12 of 1993: when it was at the terminal.

use super::calendar::is_time;
use super::text::{Text, kept_text};
use super::year_date::is_year_date;
use super::{Date, DateTime, LocalTime, YearDate};

/// A date and time at the terminal, YYMMDDhhmmss. Field 12 of 1993.
///
/// ```
/// use isomsg::element::{Date, YearDateTime};
///
/// let time: YearDateTime = "261127134500".parse()?;
/// let received = Date::new(2026, 11, 27).expect("a day");
/// assert_eq!(time.resolve(received).expect("a time").to_string(), "2026-11-27T13:45:00");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDateTime(Text<12>);

kept_text!(YearDateTime, is_date_time, "a date and time of year, month, day, hour, minute and second");

fn is_date_time(text: &Text<12>) -> bool {
    let is_date = text.is_full() && text.is_digits() && is_year_date(text.pair(0), text.pair(2), text.pair(4));
    is_date && is_time(text.pair(6), text.pair(8), text.pair(10))
}

impl YearDateTime {
    /// A time of a day.
    #[must_use]
    pub fn new(date: YearDate, time: LocalTime) -> Self {
        let text = Text::joined(&[date.as_str().as_bytes(), time.as_str().as_bytes()]);
        // Six digits and six are twelve.
        YearDateTime(text.unwrap_or(Text::full(*b"000101000000")))
    }

    /// The last two digits of the year.
    #[must_use]
    pub fn year(&self) -> u8 {
        self.0.pair(0)
    }

    /// The time with its century, found as [`YearDate::resolve`] finds it.
    #[must_use]
    pub fn resolve(&self, reference: Date) -> Option<DateTime> {
        let date = Date::without_century(reference, self.year(), self.0.pair(2), self.0.pair(4))?;
        DateTime::new(date, self.0.pair(6), self.0.pair(8), self.0.pair(10))
    }
}

impl From<DateTime> for YearDateTime {
    fn from(time: DateTime) -> Self {
        YearDateTime::new(time.date().into(), time.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_day_and_a_time() {
        let local: YearDateTime = "000229235958".parse().unwrap();
        let time = local.resolve(Date::new(2024, 3, 1).unwrap()).unwrap();
        assert_eq!((time.date().year(), YearDateTime::from(time)), (2000, local));
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in ["", "261301000000", "260229000000", "260101240000", "26010100000"] {
            assert_eq!(text.parse::<YearDateTime>(), Err(YearDateTime::NOT), "{text}");
        }
    }
}
