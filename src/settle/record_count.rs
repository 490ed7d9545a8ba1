//! How many records a terminal uploaded.

use crate::element::text::{Text, digits, kept_text};

/// How many records a terminal uploaded: field 48 of a UnionPay POS batch end, 0320 with 60.3 = 202 or 207.
///
/// ```
/// use isomsg::settle::RecordCount;
/// use isomsg::{MessageBuf, Mti, spec};
///
/// let mut end = MessageBuf::new(&spec::UNIONPAY_POS, "0320".parse::<Mti>()?);
/// end.set(60, "00000001202")?;
/// end.set(48, &RecordCount::new(17).ok_or("more than four digits")?)?;
/// assert_eq!(end.require(48)?.parse::<RecordCount>()?.number(), 17);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordCount(Text<4>);

kept_text!(RecordCount, is_count, "a number of records of four digits");

fn is_count(text: &Text<4>) -> bool {
    text.is_full() && text.is_digits()
}

impl RecordCount {
    /// So many records; `None` above 9999.
    #[must_use]
    pub fn new(number: u16) -> Option<Self> {
        digits(number.into()).map(|digits| RecordCount(Text::full(digits)))
    }

    /// How many.
    #[must_use]
    pub fn number(&self) -> u16 {
        // Four digits fit.
        self.0.number(0, 4) as u16
    }
}
