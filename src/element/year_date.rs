//! Dates without a century: fields 15, 28 and 73 of 1993.

use super::Date;
use super::calendar::{is_day, last_day};
use super::text::{Text, digits, kept_text};

/// A date without a century, YYMMDD. Fields 15 and 28 of 1993, and 73.
///
/// ```
/// use isomsg::element::{Date, YearDate};
///
/// let date: YearDate = "991231".parse()?;
/// assert_eq!(date.resolve(Date::new(2026, 1, 1).expect("a day")), Date::new(1999, 12, 31));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDate(Text<6>);

kept_text!(YearDate, is_date, "a date of year, month and day");

fn is_date(text: &Text<6>) -> bool {
    text.is_full() && text.is_digits() && is_year_date(text.pair(0), text.pair(2), text.pair(4))
}

/// Whether there is such a day in some century: each 400 years one year that ends in 00 is a leap year.
pub(super) fn is_year_date(year: u8, month: u8, day: u8) -> bool {
    is_day(month, day) && day <= last_day(u16::from(year), month)
}

impl YearDate {
    /// A day; `None` when no century has it.
    #[must_use]
    pub fn new(year: u8, month: u8, day: u8) -> Option<Self> {
        let number = u64::from(year) * 10_000 + u64::from(month) * 100 + u64::from(day);
        digits(number).map(Text::full).filter(is_date).map(YearDate)
    }

    /// The last two digits of the year.
    #[must_use]
    pub fn year(&self) -> u8 {
        self.0.pair(0)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.0.pair(2)
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(&self) -> u8 {
        self.0.pair(4)
    }

    /// The day with its century: the nearest to `reference`, of two that are as near the earlier one.
    ///
    /// `None` for the 29th of February of a year 00 when no century around has it.
    #[must_use]
    pub fn resolve(&self, reference: Date) -> Option<Date> {
        Date::without_century(reference, self.year(), self.month(), self.day())
    }
}

impl From<Date> for YearDate {
    fn from(date: Date) -> Self {
        let year = (date.year() % 100) as u8;
        // A day that is one is one without its century.
        YearDate::new(year, date.month(), date.day()).unwrap_or(YearDate(Text::full(*b"000101")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_century_is_the_nearest() {
        let resolved = |text: &str, year| text.parse::<YearDate>().unwrap().resolve(Date::new(year, 6, 1).unwrap());
        assert_eq!(resolved("750601", 2026), Date::new(2075, 6, 1));
        assert_eq!(resolved("760601", 2026), Date::new(1976, 6, 1));
        assert_eq!(resolved("760602", 2026), Date::new(1976, 6, 2));
        assert_eq!(resolved("000229", 1999), Date::new(2000, 2, 29));
        assert_eq!(resolved("000229", 2226), None);
    }

    #[test]
    fn refuses_what_no_century_has() {
        for text in ["", "230229", "261301", "260100", "26011"] {
            assert_eq!(text.parse::<YearDate>(), Err(YearDate::NOT), "{text}");
        }
        assert_eq!(YearDate::from(Date::new(2000, 2, 29).unwrap()).as_str(), "000229");
    }
}
