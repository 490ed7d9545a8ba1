//! Dates and times of the crate chrono.

use super::{Date, DateTime};
use crate::value::NotThat;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

const NOT: NotThat = NotThat { expected: "a date of the years 1 to 9999" };

/// Fails for no date: chrono has every year that this crate has.
impl TryFrom<Date> for NaiveDate {
    type Error = NotThat;

    fn try_from(date: Date) -> Result<Self, NotThat> {
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)).ok_or(NOT)
    }
}

/// Fails for no time.
impl TryFrom<DateTime> for NaiveDateTime {
    type Error = NotThat;

    fn try_from(time: DateTime) -> Result<Self, NotThat> {
        let date = NaiveDate::try_from(time.date)?;
        date.and_hms_opt(u32::from(time.hour), u32::from(time.minute), u32::from(time.second)).ok_or(NOT)
    }
}

/// Refuses years outside 1 to 9999.
impl TryFrom<NaiveDate> for Date {
    type Error = NotThat;

    fn try_from(date: NaiveDate) -> Result<Self, NotThat> {
        let year = u16::try_from(date.year()).ok();
        // Months and days fit a byte.
        year.and_then(|year| Date::new(year, date.month() as u8, date.day() as u8)).ok_or(NOT)
    }
}

/// Leaves out what is less than a second; a leap second is the second before it.
impl TryFrom<NaiveDateTime> for DateTime {
    type Error = NotThat;

    fn try_from(time: NaiveDateTime) -> Result<Self, NotThat> {
        let date = Date::try_from(time.date())?;
        Ok(DateTime { date, hour: time.hour() as u8, minute: time.minute() as u8, second: time.second() as u8 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_back() {
        for (year, month, day) in [(1, 1, 1), (2024, 2, 29), (9999, 12, 31)] {
            let date = Date::new(year, month, day).unwrap();
            let time = DateTime::new(date, 23, 59, 58).unwrap();
            assert_eq!(NaiveDate::try_from(date).and_then(Date::try_from), Ok(date));
            assert_eq!(NaiveDateTime::try_from(time).and_then(DateTime::try_from), Ok(time));
        }
        assert!(Date::try_from(NaiveDate::MIN).is_err());
    }
}
