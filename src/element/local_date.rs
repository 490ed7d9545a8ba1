//! Dates without a year: field 13 and others of 1987.

use super::Date;
use super::calendar::is_day;
use super::text::{Text, digits, kept_text};

/// A date without a year, MMDD. Fields 13 and 15 of 1987, 16 and 17.
///
/// ```
/// use isomsg::element::{Date, LocalDate};
///
/// let date: LocalDate = "1231".parse()?;
/// let received = Date::new(2027, 1, 1).expect("a day");
/// assert_eq!(date.resolve(received), Date::new(2026, 12, 31));
/// assert!("1301".parse::<LocalDate>().is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDate(Text<4>);

kept_text!(LocalDate, is_date, "a date of month and day");

fn is_date(text: &Text<4>) -> bool {
    text.is_full() && text.is_digits() && is_day(text.pair(0), text.pair(2))
}

impl LocalDate {
    /// A day; `None` when no year has it.
    #[must_use]
    pub fn new(month: u8, day: u8) -> Option<Self> {
        digits(u64::from(month) * 100 + u64::from(day)).map(Text::full).filter(is_date).map(LocalDate)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.0.pair(0)
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(&self) -> u8 {
        self.0.pair(2)
    }

    /// The day with its year: the nearest to `reference`, such as the day on which the message was received, in the year
    /// of `reference`, the one before or the one behind; of two that are as near the earlier one.
    ///
    /// `None` for the 29th of February when none of these years has one.
    #[must_use]
    pub fn resolve(&self, reference: Date) -> Option<Date> {
        Date::without_year(reference, self.month(), self.day())
    }
}

impl From<Date> for LocalDate {
    fn from(date: Date) -> Self {
        // A day that is one has two digits each.
        LocalDate::new(date.month(), date.day()).unwrap_or(LocalDate(Text::full(*b"0101")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(date: &str, year: u16, month: u8, day: u8) -> Option<(u16, u8, u8)> {
        let date = date.parse::<LocalDate>().unwrap().resolve(Date::new(year, month, day).unwrap())?;
        Some((date.year(), date.month(), date.day()))
    }

    #[test]
    fn the_year_is_the_nearest() {
        assert_eq!(resolved("0101", 2026, 12, 31), Some((2027, 1, 1)));
        assert_eq!(resolved("1231", 2027, 1, 1), Some((2026, 12, 31)));
        assert_eq!(resolved("0630", 2026, 7, 1), Some((2026, 6, 30)));
        assert_eq!(resolved("1231", 1, 1, 1), Some((1, 12, 31)));
        assert_eq!(resolved("0101", 9999, 12, 31), Some((9999, 1, 1)));
    }

    #[test]
    fn the_29th_of_february_is_in_leap_years_only() {
        assert_eq!(resolved("0229", 2024, 3, 1), Some((2024, 2, 29)));
        assert_eq!(resolved("0229", 2025, 1, 1), Some((2024, 2, 29)));
        assert_eq!(resolved("0229", 2027, 12, 31), Some((2028, 2, 29)));
        assert_eq!(resolved("0229", 2026, 2, 28), None);
        assert_eq!(resolved("0229", 2100, 2, 28), None);
    }

    #[test]
    fn refuses_what_no_year_has() {
        for text in ["", "0000", "1301", "0100", "0132", "0230", "0431", "101", "01 1"] {
            assert_eq!(text.parse::<LocalDate>(), Err(LocalDate::NOT), "{text}");
        }
        assert_eq!((LocalDate::new(13, 1), LocalDate::new(1, 100)), (None, None));
    }
}
