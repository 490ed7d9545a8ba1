//! Dates with everything: fields 15, 28 and 73 of 2003.

use super::Date;
use super::text::{Text, digits, kept_text};

/// A date with its century, CCYYMMDD. Fields 15, 28 and 73 of 2003.
///
/// ```
/// use isomsg::element::{CenturyDate, Date};
///
/// let date: CenturyDate = "20261127".parse()?;
/// assert_eq!(Some(date.date()), Date::new(2026, 11, 27));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CenturyDate(Text<8>);

kept_text!(CenturyDate, |text| date(text).is_some(), "a date of century, year, month and day");

fn date(text: &Text<8>) -> Option<Date> {
    let year = u16::try_from(text.number(0, 4)).ok().filter(|_| text.is_full() && text.is_digits())?;
    Date::new(year, text.pair(4), text.pair(6))
}

impl CenturyDate {
    /// The day.
    #[must_use]
    pub fn date(&self) -> Date {
        date(&self.0).unwrap_or(super::calendar::FIRST.date())
    }
}

impl From<Date> for CenturyDate {
    fn from(date: Date) -> Self {
        let number = u64::from(date.year()) * 10_000 + u64::from(date.month()) * 100 + u64::from(date.day());
        // A day that is one has so many digits.
        CenturyDate(Text::full(digits(number).unwrap_or(*b"00010101")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_day() {
        let date: CenturyDate = "20240229".parse().unwrap();
        assert_eq!(CenturyDate::from(date.date()), date);
        for text in ["", "20230229", "00000101", "20261301", "2026112"] {
            assert_eq!(text.parse::<CenturyDate>(), Err(CenturyDate::NOT), "{text}");
        }
    }
}
