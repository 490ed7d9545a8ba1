//! The end of a batch upload.

use crate::value::{FromValue, Input, NotThat, Value};
use core::fmt;

/// How many records a terminal uploaded: field 48 of a UnionPay POS batch end, 0320 with 60.3 = 202 or 207.
///
/// ```
/// use isomsg::settle::BatchEnd;
/// use isomsg::{MessageBuf, Mti, spec};
///
/// let mut end = MessageBuf::new(&spec::UNIONPAY_POS, "0320".parse::<Mti>()?);
/// end.set(60, "00000001202")?;
/// end.set(48, &BatchEnd::new(17).ok_or("more than four digits")?)?;
/// assert_eq!(end.require(48)?.parse::<BatchEnd>()?.records(), 17);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchEnd([u8; 4]);

impl BatchEnd {
    const NOT: NotThat = NotThat { expected: "a number of records of four digits" };

    /// So many records; `None` above 9999.
    #[must_use]
    pub fn new(records: u16) -> Option<Self> {
        let mut digits = [b'0'; 4];
        let mut rest = records;
        for place in digits.iter_mut().rev() {
            *place += (rest % 10) as u8;
            rest /= 10;
        }
        (rest == 0).then_some(BatchEnd(digits))
    }

    /// How many.
    #[must_use]
    pub fn records(&self) -> u16 {
        self.0.iter().fold(0, |sum, digit| sum * 10 + u16::from(*digit - b'0'))
    }
}

impl<'a> FromValue<'a> for BatchEnd {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let mut digits = [0; 4];
        let is_whole = value.copy_into(&mut digits).is_some_and(|copied| copied.len() == 4);
        let well = is_whole && !value.is_binary() && digits.iter().all(u8::is_ascii_digit);
        well.then_some(BatchEnd(digits)).ok_or(Self::NOT)
    }
}

impl<'v> From<&'v BatchEnd> for Input<'v> {
    fn from(end: &'v BatchEnd) -> Self {
        Input::Bytes(&end.0)
    }
}

impl fmt::Debug for BatchEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BatchEnd({})", self.records())
    }
}
