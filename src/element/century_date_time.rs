//! Field 12 of 2003: when it was at the terminal, with everything.

use super::text::{Text, kept_text};
use super::{CenturyDate, DateTime, LocalTime};

/// A date and time with its century, CCYYMMDDhhmmss. Field 12 of 2003.
///
/// ```
/// use isomsg::element::CenturyDateTime;
///
/// let time: CenturyDateTime = "20261127134500".parse()?;
/// assert_eq!(time.date_time().to_string(), "2026-11-27T13:45:00");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CenturyDateTime(Text<14>);

kept_text!(
    CenturyDateTime,
    |text| date_time(text).is_some(),
    "a date and time of century, year, month, day, hour, minute and second"
);

fn date_time(text: &Text<14>) -> Option<DateTime> {
    let date: CenturyDate = text.str_part(0, 8).parse().ok()?;
    let time: LocalTime = text.str_part(8, 14).parse().ok()?;
    Some(date.date().at(time))
}

impl CenturyDateTime {
    const FIRST: CenturyDateTime = CenturyDateTime(Text::full(*b"00010101000000"));

    /// The day and the time.
    #[must_use]
    pub fn date_time(&self) -> DateTime {
        date_time(&self.0).unwrap_or(super::calendar::FIRST)
    }
}

impl From<DateTime> for CenturyDateTime {
    fn from(time: DateTime) -> Self {
        let (date, time) = (CenturyDate::from(time.date()), LocalTime::from(time));
        // Eight digits and six are fourteen.
        Text::joined(&[date.as_str().as_bytes(), time.as_str().as_bytes()]).map_or(Self::FIRST, CenturyDateTime)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_day_and_a_time() {
        let time: CenturyDateTime = "20240229235958".parse().unwrap();
        assert_eq!(CenturyDateTime::from(time.date_time()), time);
        for text in ["", "20230229000000", "20260101240000", "2026010100000", "20260101 00000"] {
            assert_eq!(text.parse::<CenturyDateTime>(), Err(CenturyDateTime::NOT), "{text}");
        }
    }
}
