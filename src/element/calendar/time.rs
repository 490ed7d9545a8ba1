//! Dates and times of the crate time.

use super::{Date, DateTime};
use crate::value::NotThat;
use time::{Month, PrimitiveDateTime, Time};

const NOT: NotThat = NotThat { expected: "a date of the years 1 to 9999" };

/// Fails for no date: time has every year that this crate has.
impl TryFrom<Date> for time::Date {
    type Error = NotThat;

    fn try_from(date: Date) -> Result<Self, NotThat> {
        let month = Month::try_from(date.month).map_err(|_| NOT)?;
        time::Date::from_calendar_date(i32::from(date.year), month, date.day).map_err(|_| NOT)
    }
}

/// Fails for no time.
impl TryFrom<DateTime> for PrimitiveDateTime {
    type Error = NotThat;

    fn try_from(time: DateTime) -> Result<Self, NotThat> {
        let clock = Time::from_hms(time.hour, time.minute, time.second).map_err(|_| NOT)?;
        Ok(PrimitiveDateTime::new(time.date.try_into()?, clock))
    }
}

/// Refuses years outside 1 to 9999.
impl TryFrom<time::Date> for Date {
    type Error = NotThat;

    fn try_from(date: time::Date) -> Result<Self, NotThat> {
        let year = u16::try_from(date.year()).ok();
        year.and_then(|year| Date::new(year, u8::from(date.month()), date.day())).ok_or(NOT)
    }
}

/// Leaves out what is less than a second.
impl TryFrom<PrimitiveDateTime> for DateTime {
    type Error = NotThat;

    fn try_from(time: PrimitiveDateTime) -> Result<Self, NotThat> {
        let date = Date::try_from(time.date())?;
        Ok(DateTime { date, hour: time.hour(), minute: time.minute(), second: time.second() })
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
            assert_eq!(time::Date::try_from(date).and_then(Date::try_from), Ok(date));
            assert_eq!(PrimitiveDateTime::try_from(time).and_then(DateTime::try_from), Ok(time));
        }
        assert!(Date::try_from(time::Date::MIN).is_err());
    }
}
