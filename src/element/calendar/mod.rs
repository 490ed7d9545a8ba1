//! Dates and times with a year, and how the year is found of one that was sent without.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

use super::LocalTime;
use core::fmt;

/// A day of the Gregorian calendar, of the years 1 to 9999.
///
/// With the features `jiff`, `time` and `chrono` it is made from their dates by `TryFrom` and becomes one by `From`
/// or `TryFrom`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day; `None` when there is no such day, as the 29th of February in most years.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = 1 <= year && year <= 9999 && 1 <= month && month <= 12 && 1 <= day && day <= last_day(year, month);
        if exists { Some(Date { year, month, day }) } else { None }
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(&self) -> u8 {
        self.day
    }

    /// This day at a time.
    #[must_use]
    pub fn at(self, time: LocalTime) -> DateTime {
        DateTime { date: self, hour: time.hour(), minute: time.minute(), second: time.second() }
    }

    /// Days since the 1st of March of the year 0.
    const fn number(&self) -> i64 {
        // A year that begins in March ends with the day that not every year has.
        let (year, month) = match self.month {
            1 | 2 => (self.year as i64 - 1, self.month as i64 + 9),
            month => (self.year as i64, month as i64 - 3),
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + self.day as i64 - 1
    }

    /// The day of this name that is nearest to a reference, among those of some years; the earlier one of two that are.
    pub(super) fn nearest(reference: Date, years: impl Iterator<Item = i32>, month: u8, day: u8) -> Option<Self> {
        let dates = years.filter_map(|year| Date::new(u16::try_from(year).ok()?, month, day));
        dates.min_by_key(|date| date.number().abs_diff(reference.number()))
    }

    /// The day of this name that is nearest to a reference, in its year, the one before or the one behind.
    pub(super) fn without_year(reference: Date, month: u8, day: u8) -> Option<Self> {
        let year = i32::from(reference.year);
        Date::nearest(reference, year - 1..=year + 1, month, day)
    }

    /// The day of this name that is nearest to a reference, among the years that end in these two digits.
    pub(super) fn without_century(reference: Date, year: u8, month: u8, day: u8) -> Option<Self> {
        let century = i32::from(reference.year) / 100 * 100 + i32::from(year);
        Date::nearest(reference, [century - 100, century, century + 100].into_iter(), month, day)
    }
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// The last day of a month; of the year 0 too, which is a leap year.
pub(super) const fn last_day(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether there is such a day in some year.
pub(super) const fn is_day(month: u8, day: u8) -> bool {
    1 <= month && month <= 12 && 1 <= day && day <= last_day(0, month)
}

/// `2026-11-27`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}

/// A day and a time to the second, of whatever zone the message means.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    date: Date,
    hour: u8,
    minute: u8,
    second: u8,
}

impl DateTime {
    /// A day and a time; `None` when there is no such time. There is no second 60.
    #[must_use]
    pub const fn new(date: Date, hour: u8, minute: u8, second: u8) -> Option<Self> {
        if is_time(hour, minute, second) { Some(DateTime { date, hour, minute, second }) } else { None }
    }

    /// The day.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub const fn hour(&self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(&self) -> u8 {
        self.minute
    }

    /// The second, 0 to 59.
    #[must_use]
    pub const fn second(&self) -> u8 {
        self.second
    }
}

/// The first moment; what stands in for one that cannot be missing.
pub(super) const FIRST: DateTime = DateTime { date: Date { year: 1, month: 1, day: 1 }, hour: 0, minute: 0, second: 0 };

pub(super) const fn is_time(hour: u8, minute: u8, second: u8) -> bool {
    hour < 24 && minute < 60 && second < 60
}

/// `2026-11-27T13:45:00`.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:{:02}", self.date, self.hour, self.minute, self.second)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_without_a_gap() {
        let mut number = Date::new(1, 1, 1).unwrap().number();
        for year in 1..=9999 {
            for month in 1..=12 {
                for day in 1..=last_day(year, month) {
                    assert_eq!(Date::new(year, month, day).unwrap().number(), number, "{year}-{month}-{day}");
                    number += 1;
                }
            }
        }
    }

    #[test]
    fn there_is_no_such_day() {
        for (year, month, day) in [(0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 4, 31)]
        {
            assert_eq!(Date::new(year, month, day), None);
        }
        assert!(Date::new(2000, 2, 29).is_some() && Date::new(2024, 2, 29).is_some());
        assert!(Date::new(1900, 2, 29).is_none() && Date::new(2026, 2, 29).is_none());
        let date = Date::new(2026, 1, 1).unwrap();
        assert!(DateTime::new(date, 24, 0, 0).is_none() && DateTime::new(date, 23, 59, 60).is_none());
    }
}
