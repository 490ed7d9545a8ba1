//! Tag 9B: what the terminal has done.

use crate::element::bytes::{kept_bytes, questions};

/// Transaction status information: what the terminal has done. Tag 9B.
///
/// ```
/// use isomsg::element::emv::Tsi;
///
/// assert!(Tsi::new([0x80, 0]).data_authentication_performed());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tsi([u8; 2]);

kept_bytes!(Tsi, 2, "transaction status information of two bytes");

questions! { Tsi:
    /// Offline data authentication was performed.
    data_authentication_performed = byte 1 bit 8,
    /// Cardholder verification was performed.
    cardholder_verification_performed = byte 1 bit 7,
    /// Card risk management was performed.
    card_risk_management_performed = byte 1 bit 6,
    /// Issuer authentication was performed.
    issuer_authentication_performed = byte 1 bit 5,
    /// Terminal risk management was performed.
    terminal_risk_management_performed = byte 1 bit 4,
    /// Script processing was performed.
    script_processing_performed = byte 1 bit 3,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_has_its_bit() {
        let answers = |byte| {
            let tsi = Tsi::new([byte, 0]);
            [
                tsi.data_authentication_performed(),
                tsi.cardholder_verification_performed(),
                tsi.card_risk_management_performed(),
                tsi.issuer_authentication_performed(),
                tsi.terminal_risk_management_performed(),
                tsi.script_processing_performed(),
            ]
        };
        for at in 0..6 {
            let mut one = [false; 6];
            one[at] = true;
            assert_eq!(answers(0x80 >> at), one);
        }
        assert_eq!(answers(0x03), [false; 6]);
    }
}
