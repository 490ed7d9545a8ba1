//! The number of a batch: 60.2 and 61.1 of UnionPay POS.

use super::text::{Text, digits, kept_text};

/// The number of a batch: six digits. 60.2 and 61.1 of UnionPay POS.
///
/// ```
/// use isomsg::element::BatchNumber;
///
/// let batch = BatchNumber::new(1).ok_or("more than six digits")?;
/// assert_eq!(batch.as_str(), "000001");
/// assert_eq!("999999".parse::<BatchNumber>()?.next(), batch);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchNumber(Text<6>);

kept_text!(BatchNumber, is_batch, "a batch number of six digits");

fn is_batch(text: &Text<6>) -> bool {
    text.is_full() && text.is_digits()
}

impl BatchNumber {
    /// The first number: 000001.
    pub const FIRST: BatchNumber = BatchNumber(Text::full(*b"000001"));

    /// A batch; `None` above 999999.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        digits(number.into()).map(|digits| BatchNumber(Text::full(digits)))
    }

    /// Six digits that are part of another text.
    pub(super) const fn of_six(digits: [u8; 6]) -> Self {
        BatchNumber(Text::full(digits))
    }

    /// The number.
    #[must_use]
    pub fn number(&self) -> u32 {
        // Six digits fit.
        self.0.number(0, 6) as u32
    }

    /// The batch behind this one: behind the last one comes 1, never 0.
    #[must_use]
    pub fn next(&self) -> Self {
        BatchNumber::new(self.number() + 1).unwrap_or(BatchNumber::FIRST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_six_digits() {
        assert_eq!("000042".parse::<BatchNumber>().unwrap().number(), 42);
        for text in ["", "42", "0000042", "+00042", "00004A"] {
            assert_eq!(text.parse::<BatchNumber>(), Err(BatchNumber::NOT), "{text}");
        }
        assert_eq!(BatchNumber::new(1_000_000), None);
    }

    #[test]
    fn rolls_over_to_one() {
        for (last, first) in [("999999", "000001"), ("000000", "000001"), ("000009", "000010")] {
            assert_eq!(last.parse::<BatchNumber>().unwrap().next().as_str(), first);
        }
    }
}
