//! The number of a batch: field 60.2 of UnionPay POS.

use crate::value::{FromValue, NotThat, Value};
use core::fmt;
use core::str::FromStr;

/// The number of a batch: six digits.
///
/// ```
/// use isomsg::settle::BatchNumber;
///
/// let batch = BatchNumber::new(1).ok_or("more than six digits")?;
/// assert_eq!(batch.to_string(), "000001");
/// assert_eq!("999999".parse::<BatchNumber>()?.next(), batch);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchNumber(u32);

const LAST: u32 = 999_999;

impl BatchNumber {
    const NOT: NotThat = NotThat { expected: "a batch number of six digits" };

    /// A batch; `None` above 999999.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        if number <= LAST { Some(BatchNumber(number)) } else { None }
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The batch behind this one: behind the last one comes 1, never 0.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.0 < LAST { BatchNumber(self.0 + 1) } else { BatchNumber(1) }
    }
}

impl FromStr for BatchNumber {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        let is_number = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_number).map(BatchNumber).ok_or(Self::NOT)
    }
}

impl<'a> FromValue<'a> for BatchNumber {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let mut digits = [0; 6];
        let copied = value.copy_into(&mut digits).filter(|_| !value.is_binary()).unwrap_or(&[]);
        core::str::from_utf8(copied).map_err(|_| Self::NOT)?.parse()
    }
}

/// Six digits.
impl fmt::Display for BatchNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl fmt::Debug for BatchNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BatchNumber({self})")
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
}
