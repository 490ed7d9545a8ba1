//! Field 7: when the message was sent.

use super::calendar::{is_day, is_time};
use super::text::{Text, kept_text};
use super::{Date, DateTime, LocalDate, LocalTime};

/// When a message was sent, MMDDhhmmss, without a year; in UTC by the standard, in local time on some networks. Field 7.
///
/// ```
/// use isomsg::element::{Date, TransmissionTime};
///
/// let sent: TransmissionTime = "1231235959".parse()?;
/// let received = Date::new(2027, 1, 1).expect("a day");
/// assert_eq!(sent.resolve(received).expect("a time").to_string(), "2026-12-31T23:59:59");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransmissionTime(Text<10>);

kept_text!(TransmissionTime, is_date_time, "a date and time of month, day, hour, minute and second");

fn is_date_time(text: &Text<10>) -> bool {
    let is_date = text.is_full() && text.is_digits() && is_day(text.pair(0), text.pair(2));
    is_date && is_time(text.pair(4), text.pair(6), text.pair(8))
}

impl TransmissionTime {
    /// A time of a day.
    #[must_use]
    pub fn new(date: LocalDate, time: LocalTime) -> Self {
        let text = Text::joined(&[date.as_str().as_bytes(), time.as_str().as_bytes()]);
        // Four digits and six are ten.
        TransmissionTime(text.unwrap_or(Text::full(*b"0101000000")))
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

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        self.0.pair(4)
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> u8 {
        self.0.pair(6)
    }

    /// The second, 0 to 59.
    #[must_use]
    pub fn second(&self) -> u8 {
        self.0.pair(8)
    }

    /// The time with its year, found as [`LocalDate::resolve`] finds it.
    #[must_use]
    pub fn resolve(&self, reference: Date) -> Option<DateTime> {
        let date = Date::without_year(reference, self.month(), self.day())?;
        DateTime::new(date, self.hour(), self.minute(), self.second())
    }
}

impl From<DateTime> for TransmissionTime {
    fn from(time: DateTime) -> Self {
        TransmissionTime::new(time.date().into(), time.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_day_and_a_time() {
        let sent: TransmissionTime = "0229235958".parse().unwrap();
        let time = sent.resolve(Date::new(2024, 3, 1).unwrap()).unwrap();
        assert_eq!(TransmissionTime::from(time), sent);
        assert_eq!(sent.resolve(Date::new(2026, 3, 1).unwrap()), None);
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in
            ["", "1301000000", "0230000000", "0101240000", "0101006000", "0101000060", "010100000", "01010000 0"]
        {
            assert_eq!(text.parse::<TransmissionTime>(), Err(TransmissionTime::NOT), "{text}");
        }
    }
}
