//! Field 14: until when a card is good.

use super::Date;
use super::borrowed::stars;
use super::text::{Text, digits, plain_text};

/// The month until whose end a card is good, YYMM. Field 14; of 1993 also 13, from when it is.
///
/// `0000` says nothing about it, which networks send. It prints as stars; [`Expiry::as_str`] has it in clear.
///
/// ```
/// use isomsg::element::{Date, Expiry};
///
/// let expiry: Expiry = "2611".parse()?;
/// assert_eq!(expiry.year(1990), Some(2026));
/// assert!(!expiry.is_past(Date::new(2026, 11, 30).expect("a day")));
/// assert!(expiry.is_past(Date::new(2026, 12, 1).expect("a day")));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Expiry(Text<4>);

plain_text!(Expiry, SECRET, is_expiry, "a date of year and month");

stars!(Expiry);

fn is_expiry(text: &Text<4>) -> bool {
    text.is_full() && text.is_digits() && (text.as_bytes() == b"0000" || matches!(text.pair(2), 1..=12))
}

impl Expiry {
    /// `0000`.
    pub const UNSPECIFIED: Expiry = Expiry(Text::full(*b"0000"));

    /// A month, 1 to 12, of a year of two digits; `None` when there is no such month.
    #[must_use]
    pub fn new(year: u8, month: u8) -> Option<Self> {
        let text = digits(u64::from(year) * 100 + u64::from(month)).map(Text::full);
        text.filter(|_| matches!(month, 1..=12)).map(Expiry)
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_unspecified(&self) -> bool {
        *self == Self::UNSPECIFIED
    }

    /// The last two digits of the year.
    #[must_use]
    pub fn short_year(&self) -> Option<u8> {
        (!self.is_unspecified()).then(|| self.0.pair(0))
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> Option<u8> {
        (!self.is_unspecified()).then(|| self.0.pair(2))
    }

    /// The year, when it is one of the hundred years that begin with `first`.
    #[must_use]
    pub fn year(&self, first: u16) -> Option<u16> {
        let behind = (100 + u16::from(self.short_year()?) - first % 100) % 100;
        first.checked_add(behind)
    }

    /// Whether the month is over on the day `reference`. The year is one of the fifty before `reference`, or of its own
    /// and the 49 behind it. What is unspecified is not past.
    #[must_use]
    pub fn is_past(&self, reference: Date) -> bool {
        let month = |year: u16, month: u8| u32::from(year) * 12 + u32::from(month);
        // Years before 50 are shifted, so that none is negative.
        let first = (reference.year() + 50) % 100;
        let until = self.short_year().zip(self.month()).map(|(year, of_year)| {
            let behind = (100 + u16::from(year) - first) % 100;
            month(reference.year() + behind, of_year)
        });
        until.is_some_and(|until| until < month(reference.year() + 50, reference.month()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_good_until_the_end_of_its_month() {
        let past =
            |text: &str, year, month| text.parse::<Expiry>().unwrap().is_past(Date::new(year, month, 1).unwrap());
        assert!(past("2610", 2026, 11) && !past("2611", 2026, 11) && !past("2612", 2026, 11));
        assert!(past("9912", 2000, 1) && !past("0001", 1999, 12));
        assert!(!past("7512", 2026, 1) && past("7612", 2026, 1));
        assert!(!past("0000", 2026, 1) && !past("5001", 1, 1) && past("5112", 1, 1));
    }

    #[test]
    fn the_century_is_the_callers() {
        let expiry: Expiry = "6912".parse().unwrap();
        assert_eq!((expiry.year(1970), expiry.year(1969), expiry.year(65_500)), (Some(2069), Some(1969), None));
        assert_eq!(Expiry::UNSPECIFIED.year(1970), None);
    }

    #[test]
    fn refuses_what_is_no_month() {
        for text in ["", "2613", "2600", "261", "26 1"] {
            assert_eq!(text.parse::<Expiry>(), Err(Expiry::NOT), "{text}");
        }
        assert_eq!((Expiry::new(0, 0), Expiry::new(100, 1), Expiry::new(26, 13)), (None, None, None));
        assert_eq!(Expiry::new(26, 1).unwrap().as_str(), "2601");
    }
}
