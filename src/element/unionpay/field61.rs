//! Field 61 of a terminal: the transaction that this one is about.

use crate::element::text::{Text, kept_text};
use crate::element::{BatchNumber, Stan};

/// Field 61 of a UnionPay terminal: batch (61.1) and number (61.2) of the original transaction, its date (61.3), how it was
/// authorized (61.4) and by whom (61.5). It is cut behind a part, so it has 12, 16, 18 or 29 digits.
///
/// ```
/// use isomsg::element::unionpay::Field61;
///
/// let original = Field61::new("000017".parse()?, &"000124".parse()?)?;
/// assert_eq!(original.as_str(), "000017000124");
/// assert_eq!(original.with_date("1127")?.as_str(), "0000170001241127");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field61(Text<29>);

kept_text!(Field61, is_field, "batch and number of the original of 12, 16, 18 or 29 digits");

/// Batch and number are always there; no part is cut in two.
const SHORTEST: usize = 12;
const BEHIND_DATE: usize = 16;

fn is_field(text: &Text<29>) -> bool {
    matches!(text.len(), SHORTEST | BEHIND_DATE | 18 | 29) && text.is_digits()
}

impl Field61 {
    /// The transaction of this batch and number.
    ///
    /// # Errors
    ///
    /// A number of another length.
    pub fn new(batch: BatchNumber, stan: &Stan) -> Result<Self, crate::value::NotThat> {
        let text =
            Text::joined(&[batch.as_str().as_bytes(), stan.as_str().as_bytes()]).filter(|text| text.len() == SHORTEST);
        text.filter(is_field).map(Field61).ok_or(Self::NOT)
    }

    /// The same with month and day of the original, in place of what stands behind its number.
    ///
    /// # Errors
    ///
    /// A text that is not four digits.
    pub fn with_date(&self, month_and_day: &str) -> Result<Self, crate::value::NotThat> {
        let text = Text::joined(&[self.0.part::<SHORTEST>(0).as_slice(), month_and_day.as_bytes()]);
        text.filter(|text| text.len() == BEHIND_DATE && is_field(text)).map(Field61).ok_or(Self::NOT)
    }

    /// The batch of the original.
    #[must_use]
    pub fn batch(&self) -> BatchNumber {
        BatchNumber::of_six(self.0.part(0))
    }

    /// The number of the original.
    #[must_use]
    pub fn stan(&self) -> &str {
        self.0.str_part(6, SHORTEST)
    }

    /// Month and day of the original; `None` when the field is cut before them.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        Some(self.0.str_part(SHORTEST, BEHIND_DATE)).filter(|date| !date.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_cut_behind_what_is_needed() {
        let long: Field61 = "00001700012411270110000001000".parse().unwrap();
        assert_eq!((long.batch().number(), long.stan(), long.date()), (17, "000124", Some("1127")));
        let short: Field61 = "000017000124".parse().unwrap();
        assert_eq!(short.date(), None);
        for text in ["", "00001700012", "0000170001241", "000017000124112701100000010001", "00001700012x"] {
            assert_eq!(text.parse::<Field61>(), Err(Field61::NOT), "{text}");
        }
        assert!(short.with_date("112").is_err() && short.with_date("11271").is_err());
        assert!(Field61::new(BatchNumber::FIRST, &"000000000124".parse().unwrap()).is_err());
    }
}
