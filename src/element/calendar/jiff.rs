//! Dates and times of the crate jiff.

use super::{Date, DateTime};
use crate::value::NotThat;
use jiff::civil;

/// Fails for no date: jiff has every year that this crate has.
impl From<Date> for civil::Date {
    fn from(date: Date) -> Self {
        civil::date(date.year as i16, date.month as i8, date.day as i8)
    }
}

impl From<DateTime> for civil::DateTime {
    fn from(time: DateTime) -> Self {
        civil::Date::from(time.date).at(time.hour as i8, time.minute as i8, time.second as i8, 0)
    }
}

/// Refuses years outside 1 to 9999.
impl TryFrom<civil::Date> for Date {
    type Error = NotThat;

    fn try_from(date: civil::Date) -> Result<Self, NotThat> {
        let year = u16::try_from(date.year()).ok();
        let date = year.and_then(|year| Date::new(year, date.month().unsigned_abs(), date.day().unsigned_abs()));
        date.ok_or(NotThat { expected: "a date of the years 1 to 9999" })
    }
}

/// Leaves out what is less than a second.
impl TryFrom<civil::DateTime> for DateTime {
    type Error = NotThat;

    fn try_from(time: civil::DateTime) -> Result<Self, NotThat> {
        let date = Date::try_from(time.date())?;
        let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(i8::unsigned_abs);
        Ok(DateTime { date, hour, minute, second })
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
            assert_eq!(Date::try_from(civil::Date::from(date)), Ok(date));
            assert_eq!(DateTime::try_from(civil::DateTime::from(time)), Ok(time));
        }
        assert!(Date::try_from(civil::date(-1, 1, 1)).is_err());
    }
}
