//! Tags 9F02 and 9F03: amounts.

use crate::element::text::{Text, digits};
use crate::value::{FromValue, Input, NotThat, Value};
use core::fmt;

/// An amount in minor units of the currency in tag 5F2A: twelve digits, two a byte. Tags 9F02 and 9F03.
///
/// ```
/// use isomsg::element::emv::AmountAuthorised;
///
/// let amount = AmountAuthorised::new(1250).expect("at most twelve digits");
/// assert_eq!(amount.to_bytes(), [0, 0, 0, 0, 0x12, 0x50]);
/// assert_eq!(AmountAuthorised::try_from(&[0, 0, 0, 0, 0x12, 0x50][..])?.minor(), 1250);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
// As a text it is both the digits of a number and the hex digits of bytes, whichever the spec says of the tag.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AmountAuthorised(Text<12>);

impl AmountAuthorised {
    const NOT: NotThat = NotThat { expected: "an amount of twelve digits in six bytes" };

    /// So many minor units; `None` when they have more than twelve digits.
    #[must_use]
    pub fn new(minor: u64) -> Option<Self> {
        digits(minor).map(|digits| AmountAuthorised(Text::full(digits)))
    }

    /// The minor units.
    #[must_use]
    pub fn minor(&self) -> u64 {
        self.0.number(0, 12)
    }

    /// The bytes of the tag.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 6] {
        let mut packed = [0; 6];
        for (byte, [high, low]) in packed.iter_mut().zip(self.0.as_bytes().as_chunks().0) {
            *byte = (high & 15) << 4 | low & 15;
        }
        packed
    }
}

/// Refuses another length, and nibbles that are no digits.
impl TryFrom<&[u8]> for AmountAuthorised {
    type Error = NotThat;

    fn try_from(bytes: &[u8]) -> Result<Self, NotThat> {
        let packed = <&[u8; 6]>::try_from(bytes).map_err(|_| Self::NOT)?;
        let mut text = [0; 12];
        for ([high, low], byte) in text.as_chunks_mut().0.iter_mut().zip(packed) {
            (*high, *low) = (b'0' + (byte >> 4), b'0' + (byte & 15));
        }
        Some(Text::full(text)).filter(Text::is_digits).map(AmountAuthorised).ok_or(Self::NOT)
    }
}

impl<'a> FromValue<'a> for AmountAuthorised {
    /// Six bytes, or twelve digits where the spec says so of the tag.
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        match crate::element::bytes::of_value::<6>(value) {
            Some(packed) => AmountAuthorised::try_from(&packed[..]),
            None => {
                let text = Text::of_value(value).filter(|text| text.is_full() && text.is_digits());
                text.map(AmountAuthorised).ok_or(Self::NOT)
            }
        }
    }
}

impl<'v> From<&'v AmountAuthorised> for Input<'v> {
    fn from(amount: &'v AmountAuthorised) -> Self {
        Input::Text(amount.0.as_str())
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
            assert_eq!((amount.minor(), AmountAuthorised::try_from(&amount.to_bytes()[..])), (minor, Ok(amount)));
        }
        assert_eq!(AmountAuthorised::new(1_000_000_000_000), None);
        for bytes in [&[0; 5][..], &[0; 7], &[0, 0, 0, 0, 0, 0x1A]] {
            assert_eq!(AmountAuthorised::try_from(bytes), Err(AmountAuthorised::NOT));
        }
    }
}
