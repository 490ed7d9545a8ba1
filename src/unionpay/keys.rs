//! Field 62 of the answer to a sign-in: keys.

use core::fmt;

/// The keys in field 62 of the answer to a sign-in, each enciphered under the terminal's master key. Deciphering them is the
/// affair of a security module.
///
/// | bytes | holds |
/// |--:|---|
/// | 24 | PIN key 8, MAC key 8, each with a check value of 4 |
/// | 40 | PIN key 16, MAC key 16, of which DES uses 8, each with a check value of 4 |
/// | 56 | PIN key 24, MAC key 24, each with a check value of 4 |
/// | 57 | PIN key 16, MAC key 16, track key 16, each with a check value of 3; seen from one host |
/// | 60 | PIN key 16, MAC key 16, track key 16, each with a check value of 4 |
/// | 84 | PIN key 24, MAC key 24, track key 24, each with a check value of 4 |
///
/// ```
/// use isomsg::unionpay::SignInKeys;
///
/// let field = [0xA1; 40];
/// let keys = SignInKeys::read(&field).expect("40 bytes");
/// assert_eq!((keys.pin.enciphered().len(), keys.pin.check_value().len(), keys.track.is_none()), (16, 4, true));
/// assert_eq!(format!("{:?}", keys.mac), "SignInKey(********)");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SignInKeys<'a> {
    /// The key that PIN blocks are enciphered with.
    pub pin: SignInKey<'a>,
    /// The key of message authentication codes.
    pub mac: SignInKey<'a>,
    /// The key that tracks are enciphered with, where there is one.
    pub track: Option<SignInKey<'a>>,
}

/// The length of the field, of a key and of a check value, and how many keys there are.
const FORMS: [(usize, usize, usize, usize); 6] =
    [(24, 8, 4, 2), (40, 16, 4, 2), (56, 24, 4, 2), (57, 16, 3, 3), (60, 16, 4, 3), (84, 24, 4, 3)];

impl<'a> SignInKeys<'a> {
    /// Reads the bytes of field 62; `None` when they are none of the forms that are known.
    #[must_use]
    pub fn read(field: &'a [u8]) -> Option<Self> {
        let (_, key, check, count) = FORMS.into_iter().find(|(length, ..)| *length == field.len())?;
        let mut keys = field.chunks_exact(key + check).map(|bytes| SignInKey { bytes, key });
        Some(SignInKeys { pin: keys.next()?, mac: keys.next()?, track: keys.next().filter(|_| count == 3) })
    }
}

/// A key, enciphered, with its check value. It prints as stars.
#[derive(Clone, Copy)]
pub struct SignInKey<'a> {
    bytes: &'a [u8],
    key: usize,
}

impl<'a> SignInKey<'a> {
    /// The key as it was received.
    #[must_use]
    pub fn enciphered(&self) -> &'a [u8] {
        self.bytes.get(..self.key).unwrap_or(&[])
    }

    /// The first bytes of zeros that were enciphered with the key, by which it is known to have been deciphered well.
    #[must_use]
    pub fn check_value(&self) -> &'a [u8] {
        self.bytes.get(self.key..).unwrap_or(&[])
    }
}

impl fmt::Debug for SignInKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignInKey(********)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_form() {
        let field: [u8; 90] = core::array::from_fn(|at| at as u8);
        for (length, key, check, count) in FORMS {
            let keys = SignInKeys::read(field.get(..length).unwrap_or(&[])).unwrap();
            assert_eq!(keys.track.is_some(), count == 3);
            assert_eq!(keys.mac.enciphered().first(), Some(&((key + check) as u8)));
            assert_eq!((keys.pin.enciphered().len(), keys.pin.check_value().len()), (key, check));
        }
        assert!((0..90).filter(|length| SignInKeys::read(&field[..*length]).is_some()).eq([24, 40, 56, 57, 60, 84]));
    }
}
