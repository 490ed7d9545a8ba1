//! Field 62 of the answer to a sign-in: keys.

use core::fmt;

/// The keys in field 62 of the answer to a sign-in, each enciphered under the terminal's master key. Deciphering them is the
/// affair of a security module. Which there are follows from 60.3 of the answer, as in the cases of the spec `unionpay-pos`:
///
/// | 60.3 | bytes | holds |
/// |---|--:|---|
/// | 001 | 24 | PIN key 8, MAC key 8, each with a check value of 4 |
/// | 003, 005 | 40 | PIN key 16, MAC key 16, each with a check value of 4 |
/// | 004, 006 | 60 | PIN key 16, MAC key 16, track key 16, each with a check value of 4 |
/// | 011 | 57 | three keys of 16, each with a check value of 3; seen from one host |
///
/// With 003 and 004 the MAC key is one of eight bytes and eight zeros, unless the host makes MACs with triple DES: the zeros are
/// left out. With 011 no source says which key is which; they are taken in the order of the others. Terminals are said to accept
/// 56 and 84 bytes too, but of what no source says.
///
/// ```
/// use isomsg::unionpay::SignInKeys;
///
/// let field = [0xA1; 40];
/// let keys = SignInKeys::read("003", &field).expect("40 bytes");
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

/// Codes of 60.3, the length of a key and of a check value, and how many keys there are.
const FORMS: [(&[&str], usize, usize, usize); 4] =
    [(&["001"], 8, 4, 2), (&["003", "005"], 16, 4, 2), (&["004", "006"], 16, 4, 3), (&["011"], 16, 3, 3)];

/// Where a MAC key of single length stands in the place of one of double length.
const WITH_ZEROS: [&str; 2] = ["003", "004"];

impl<'a> SignInKeys<'a> {
    /// Reads the bytes of field 62 of an answer with this code in 60.3; `None` when the code has no keys, or not so many bytes.
    #[must_use]
    pub fn read(management_code: &str, field: &'a [u8]) -> Option<Self> {
        let (_, key, check, count) = FORMS.into_iter().find(|(codes, ..)| codes.contains(&management_code))?;
        if field.len() != (key + check) * count {
            return None;
        }
        let mut keys = field.chunks_exact(key + check).filter_map(|bytes| SignInKey::read(bytes, key));
        let (pin, mac, track) = (keys.next()?, keys.next()?, keys.next());
        let mac = if WITH_ZEROS.contains(&management_code) { mac.without_zeros() } else { mac };
        Some(SignInKeys { pin, mac, track })
    }
}

/// A key, enciphered, with its check value. It prints as stars.
#[derive(Clone, Copy)]
pub struct SignInKey<'a> {
    enciphered: &'a [u8],
    check_value: &'a [u8],
}

impl<'a> SignInKey<'a> {
    fn read(bytes: &'a [u8], length: usize) -> Option<Self> {
        let (enciphered, check_value) = bytes.split_at_checked(length)?;
        Some(SignInKey { enciphered, check_value })
    }

    /// The key of eight bytes, where eight zeros are behind it.
    fn without_zeros(self) -> Self {
        match self.enciphered.split_at_checked(8) {
            Some((key, [0, 0, 0, 0, 0, 0, 0, 0])) => SignInKey { enciphered: key, ..self },
            _ => self,
        }
    }

    /// The key as it was received.
    #[must_use]
    pub fn enciphered(&self) -> &'a [u8] {
        self.enciphered
    }

    /// The first bytes of zeros that were enciphered with the key, by which it is known to have been deciphered well.
    #[must_use]
    pub fn check_value(&self) -> &'a [u8] {
        self.check_value
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
        let field: [u8; 90] = core::array::from_fn(|at| at as u8 + 1);
        for (codes, key, check, count) in FORMS {
            for code in codes {
                let is_read = |length: &usize| SignInKeys::read(code, &field[..*length]).is_some();
                assert!((0..90).filter(is_read).eq([(key + check) * count]), "{code}");
                let keys = SignInKeys::read(code, &field[..(key + check) * count]).unwrap();
                assert_eq!(keys.track.is_some(), count == 3);
                assert_eq!(keys.mac.enciphered(), &field[key + check..2 * key + check]);
                assert_eq!((keys.pin.enciphered(), keys.pin.check_value()), (&field[..key], &field[key..key + check]));
            }
        }
        for code in ["", "000", "002", "3"] {
            assert!(SignInKeys::read(code, &field[..40]).is_none(), "{code}");
        }
    }

    #[test]
    fn a_mac_key_of_des_has_no_zeros() {
        let mut field = [7; 40];
        field[28..36].fill(0);
        assert_eq!(SignInKeys::read("003", &field).unwrap().mac.enciphered(), [7; 8]);
        assert_eq!(SignInKeys::read("005", &field).unwrap().mac.enciphered().len(), 16);
        assert_eq!(SignInKeys::read("003", &field).unwrap().mac.check_value(), [7; 4]);
    }
}
