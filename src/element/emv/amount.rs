//! Tags 9F02 and 9F03: amounts.

use crate::element::text::digits;
use crate::value::{FromValue, Input, NotThat, Value};
use core::fmt;

/// An amount in minor units of the currency in tag 5F2A: twelve digits, two a byte. Tags 9F02 and 9F03.
///
/// ```
/// use isomsg::element::emv::AmountAuthorised;
///
/// let amount = AmountAuthorised::new(1250).expect("at most twelve digits");
/// assert_eq!(amount.as_bytes(), &[0, 0, 0, 0, 0x12, 0x50]);
/// assert_eq!(AmountAuthorised::try_from(&[0, 0, 0, 0, 0x12, 0x50][..])?.minor(), 1250);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AmountAuthorised([u8; 6]);

impl AmountAuthorised {
    const NOT: NotThat = NotThat { expected: "an amount of twelve digits in six bytes" };

    /// So many minor units; `None` when they have more than twelve digits.
    #[must_use]
    pub fn new(minor: u64) -> Option<Self> {
        let mut packed = [0; 6];
        let digits: [u8; 12] = digits(minor)?;
        for (byte, [high, low]) in packed.iter_mut().zip(digits.as_chunks().0) {
            *byte = (high & 15) << 4 | low & 15;
        }
        Some(AmountAuthorised(packed))
    }

    /// The minor units.
    #[must_use]
    pub fn minor(&self) -> u64 {
        self.0.iter().fold(0, |sum, byte| sum * 100 + u64::from(byte >> 4) * 10 + u64::from(byte & 15))
    }

    /// The bytes of the tag.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 6] {
        &self.0
    }
}

/// Refuses another length, and nibbles that are no digits.
impl TryFrom<&[u8]> for AmountAuthorised {
    type Error = NotThat;

    fn try_from(bytes: &[u8]) -> Result<Self, NotThat> {
        let packed = bytes.try_into().ok().filter(|packed: &[u8; 6]| crate::wire::class::bcd_digits(packed));
        packed.map(AmountAuthorised).ok_or(Self::NOT)
    }
}

impl<'a> FromValue<'a> for AmountAuthorised {
    /// Six bytes, or twelve digits where the spec says so of the tag.
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        match crate::element::bytes::of_value::<6>(value) {
            Some(packed) => AmountAuthorised::try_from(&packed[..]),
            None if value.len() == 12 => value.parse().ok().and_then(AmountAuthorised::new).ok_or(Self::NOT),
            None => Err(Self::NOT),
        }
    }
}

impl<'v> From<&'v AmountAuthorised> for Input<'v> {
    fn from(amount: &'v AmountAuthorised) -> Self {
        Input::Bytes(&amount.0)
    }
}

impl fmt::Debug for AmountAuthorised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AmountAuthorised({})", self.minor())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_twelve_digits() {
        for minor in [0, 1, 999_999_999_999] {
            let amount = AmountAuthorised::new(minor).unwrap();
            assert_eq!((amount.minor(), AmountAuthorised::try_from(&amount.0[..])), (minor, Ok(amount)));
        }
        assert_eq!(AmountAuthorised::new(1_000_000_000_000), None);
        for bytes in [&[0; 5][..], &[0; 7], &[0, 0, 0, 0, 0, 0x1A]] {
            assert_eq!(AmountAuthorised::try_from(bytes), Err(AmountAuthorised::NOT));
        }
    }
}
