//! Field 52: an enciphered PIN.

use super::borrowed::stars;
use crate::value::{FromValue, Input, NotThat, Value};

/// An enciphered PIN block: 8 bytes, or 16 of format 4. Field 52.
///
/// It prints as stars, and what it holds is the affair of a security module.
///
/// ```
/// use isomsg::element::PinBlock;
///
/// let block = PinBlock::new(&[0xA1; 8])?;
/// assert_eq!(format!("{block:?}"), "PinBlock(********)");
/// assert!(PinBlock::new(&[0xA1; 9]).is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PinBlock {
    /// Zeros behind a block of eight bytes.
    bytes: [u8; 16],
    is_long: bool,
}

stars!(PinBlock);

impl PinBlock {
    const NOT: NotThat = NotThat { expected: "a PIN block of 8 or 16 bytes" };

    /// Takes the bytes of a block.
    ///
    /// # Errors
    ///
    /// Another length than 8 or 16.
    pub fn new(block: &[u8]) -> Result<Self, NotThat> {
        let mut bytes = [0; 16];
        match (bytes.get_mut(..block.len()), block.len()) {
            (Some(place), 8 | 16) => place.copy_from_slice(block),
            _ => return Err(Self::NOT),
        }
        Ok(PinBlock { bytes, is_long: block.len() == 16 })
    }

    /// The bytes of the block.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        let length = if self.is_long { 16 } else { 8 };
        self.bytes.get(..length).unwrap_or(&[])
    }
}

impl<'a> FromValue<'a> for PinBlock {
    const IS_SECRET: bool = true;

    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let mut bytes = [0; 16];
        let block = value.is_binary().then(|| value.copy_into(&mut bytes)).flatten();
        PinBlock::new(block.unwrap_or(&[]))
    }
}

impl<'v> From<&'v PinBlock> for Input<'v> {
    fn from(block: &'v PinBlock) -> Self {
        Input::Bytes(block.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;

    #[test]
    fn has_two_lengths_and_shows_neither() {
        let (short, long) = (PinBlock::new(&[1; 8]).unwrap(), PinBlock::new(&[1; 16]).unwrap());
        assert_eq!((short.as_bytes(), long.as_bytes()), (&[1; 8][..], &[1; 16][..]));
        assert_eq!(format!("{short} {short:?} {long:?}"), "******** PinBlock(********) PinBlock(********)");
        for length in [0, 7, 9, 15, 17] {
            assert_eq!(PinBlock::new(&[1; 17][..length]), Err(PinBlock::NOT));
        }
    }
}
