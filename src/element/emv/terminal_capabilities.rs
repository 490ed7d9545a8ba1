//! Tag 9F33: what the terminal can do.

use crate::element::bytes::{kept_bytes, questions};

/// What the terminal can do. Tag 9F33.
///
/// ```
/// use isomsg::element::emv::TerminalCapabilities;
///
/// let terminal = TerminalCapabilities::new([0xE0, 0xF8, 0xC8]);
/// assert!(terminal.reads_chip() && terminal.online_pin() && terminal.cda());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TerminalCapabilities([u8; 3]);

kept_bytes!(TerminalCapabilities, 3, "terminal capabilities of three bytes");

questions! { TerminalCapabilities:
    /// A card number can be typed.
    manual_entry = byte 1 bit 8,
    /// Reads a magnetic stripe.
    reads_magnetic_stripe = byte 1 bit 7,
    /// Reads a chip by contact.
    reads_chip = byte 1 bit 6,
    /// A plaintext PIN can be verified by the chip.
    plaintext_pin = byte 2 bit 8,
    /// An enciphered PIN can be verified online.
    online_pin = byte 2 bit 7,
    /// Takes a signature on paper.
    signature = byte 2 bit 6,
    /// An enciphered PIN can be verified by the chip.
    enciphered_offline_pin = byte 2 bit 5,
    /// Can do without cardholder verification.
    no_verification = byte 2 bit 4,
    /// Static data authentication.
    sda = byte 3 bit 8,
    /// Dynamic data authentication.
    dda = byte 3 bit 7,
    /// Can keep a card.
    card_capture = byte 3 bit 6,
    /// Combined dynamic data authentication.
    cda = byte 3 bit 4,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_ask_for_the_bits_that_they_name() {
        let one = TerminalCapabilities::new([0x80, 0x10, 0x08]);
        assert!(one.manual_entry() && one.enciphered_offline_pin() && one.cda());
        assert!(!one.reads_magnetic_stripe() && !one.reads_chip() && !one.plaintext_pin() && !one.online_pin());
        assert!(!one.signature() && !one.no_verification() && !one.sda() && !one.dda() && !one.card_capture());
    }
}
