//! Tag 95: what the terminal found.

use crate::element::bytes::{kept_bytes, questions};

/// Terminal verification results: what the terminal found that speaks against the transaction. Tag 95.
///
/// ```
/// use isomsg::element::emv::Tvr;
///
/// let tvr = Tvr::new([0, 0x40, 0, 0x80, 0]);
/// assert!(tvr.expired_application() && tvr.floor_limit_exceeded());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tvr([u8; 5]);

kept_bytes!(Tvr, 5, "terminal verification results of five bytes");

questions! { Tvr:
    /// Offline data authentication was not performed.
    data_authentication_not_performed = byte 1 bit 8,
    /// Static data authentication failed.
    sda_failed = byte 1 bit 7,
    /// Data of the chip are missing.
    icc_data_missing = byte 1 bit 6,
    /// The card is on the exception file of the terminal.
    on_exception_file = byte 1 bit 5,
    /// Dynamic data authentication failed.
    dda_failed = byte 1 bit 4,
    /// Combined dynamic data authentication failed.
    cda_failed = byte 1 bit 3,
    /// Static data authentication was selected.
    sda_selected = byte 1 bit 2,
    /// Chip and terminal have different application versions.
    different_application_versions = byte 2 bit 8,
    /// The application is expired.
    expired_application = byte 2 bit 7,
    /// The application is not yet effective.
    application_not_yet_effective = byte 2 bit 6,
    /// The service is not allowed for the card.
    service_not_allowed = byte 2 bit 5,
    /// The card is new.
    new_card = byte 2 bit 4,
    /// Cardholder verification was not successful.
    cardholder_verification_failed = byte 3 bit 8,
    /// A method of cardholder verification is not recognised.
    unrecognised_cvm = byte 3 bit 7,
    /// The PIN tries are exceeded.
    pin_tries_exceeded = byte 3 bit 6,
    /// A PIN is required, and the PIN pad is missing or does not work.
    pin_pad_missing = byte 3 bit 5,
    /// A PIN is required, the PIN pad is there, and no PIN was entered.
    pin_not_entered = byte 3 bit 4,
    /// A PIN was entered to be verified online.
    online_pin_entered = byte 3 bit 3,
    /// The amount exceeds the floor limit.
    floor_limit_exceeded = byte 4 bit 8,
    /// The lower limit of consecutive offline transactions is exceeded.
    lower_offline_limit_exceeded = byte 4 bit 7,
    /// The upper limit of consecutive offline transactions is exceeded.
    upper_offline_limit_exceeded = byte 4 bit 6,
    /// The transaction was selected at random to go online.
    selected_at_random = byte 4 bit 5,
    /// The merchant forced the transaction online.
    merchant_forced_online = byte 4 bit 4,
    /// The default TDOL was used.
    default_tdol_used = byte 5 bit 8,
    /// Issuer authentication failed.
    issuer_authentication_failed = byte 5 bit 7,
    /// A script failed before the final cryptogram.
    script_failed_before_cryptogram = byte 5 bit 6,
    /// A script failed behind the final cryptogram.
    script_failed_after_cryptogram = byte 5 bit 5,
}

impl Tvr {
    /// Whether nothing was found: no bit is set.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.0 == [0; 5]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_ask_for_the_bits_that_they_name() {
        let of = |byte: usize, bits: u8| {
            let mut bytes = [0; 5];
            bytes[byte - 1] = bits;
            Tvr::new(bytes)
        };
        assert!(of(1, 0x80).data_authentication_not_performed() && !of(1, 0x7F).data_authentication_not_performed());
        assert!(of(1, 0x08).dda_failed() && of(1, 0x04).cda_failed() && of(1, 0x02).sda_selected());
        assert!(of(2, 0x40).expired_application() && of(2, 0x08).new_card());
        assert!(of(3, 0x20).pin_tries_exceeded() && of(3, 0x04).online_pin_entered());
        assert!(of(4, 0x80).floor_limit_exceeded() && of(4, 0x08).merchant_forced_online());
        assert!(of(5, 0x40).issuer_authentication_failed() && of(5, 0x10).script_failed_after_cryptogram());
        assert!(Tvr::new([0; 5]).is_clear() && !of(5, 1).is_clear());
        assert_eq!(Tvr::try_from(&[0; 4][..]), Err(Tvr::NOT));
    }
}
