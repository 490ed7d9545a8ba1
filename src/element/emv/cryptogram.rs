//! Tag 9F27: what the card decided.

use crate::element::bytes::{kept_bytes, questions};

/// What the card decided, and whether it wants an advice. Tag 9F27.
///
/// ```
/// use isomsg::element::emv::{Cryptogram, CryptogramInformation};
///
/// assert_eq!(CryptogramInformation::new([0x40]).cryptogram(), Cryptogram::Tc);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CryptogramInformation([u8; 1]);

kept_bytes!(CryptogramInformation, 1, "cryptogram information data of one byte");

/// What a card decided: the kind of its cryptogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cryptogram {
    /// Declined: application authentication cryptogram (AAC).
    Aac,
    /// Approved: transaction certificate (TC).
    Tc,
    /// Ask the issuer: authorization request cryptogram (ARQC).
    Arqc,
    /// Reserved.
    Reserved,
}

questions! { CryptogramInformation:
    /// Whether an advice is required.
    advice_required = byte 1 bit 4,
}

impl CryptogramInformation {
    /// What the card decided.
    #[must_use]
    pub fn cryptogram(&self) -> Cryptogram {
        let [byte] = self.0;
        match byte >> 6 {
            0 => Cryptogram::Aac,
            1 => Cryptogram::Tc,
            2 => Cryptogram::Arqc,
            _ => Cryptogram::Reserved,
        }
    }

    /// Why, 0 to 7: 1 service not allowed, 2 PIN tries exceeded, 3 issuer authentication failed.
    #[must_use]
    pub fn reason(&self) -> u8 {
        let [byte] = self.0;
        byte & 7
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_high_bits_decide() {
        let kinds = [0x00, 0x40, 0x8A, 0xC0].map(|byte| CryptogramInformation::new([byte]).cryptogram());
        assert_eq!(kinds, [Cryptogram::Aac, Cryptogram::Tc, Cryptogram::Arqc, Cryptogram::Reserved]);
        let advice = CryptogramInformation::new([0x8A]);
        assert_eq!((advice.advice_required(), advice.reason()), (true, 2));
        assert!(CryptogramInformation::try_from(&[][..]).is_err());
    }
}
