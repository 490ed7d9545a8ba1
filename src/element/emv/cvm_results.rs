//! Tag 9F34: how the cardholder was verified.

use crate::element::bytes::{kept_bytes, questions};

/// How the cardholder was verified: method, condition and outcome. Tag 9F34.
///
/// ```
/// use isomsg::element::emv::{CvmOutcome, CvmResults};
///
/// let results = CvmResults::new([0x02, 0x03, 0x00]);
/// assert_eq!(results.method_name(), Some("enciphered PIN verified online"));
/// assert_eq!(results.outcome(), CvmOutcome::Unknown);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CvmResults([u8; 3]);

kept_bytes!(CvmResults, 3, "cardholder verification results of three bytes");

/// How a verification went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CvmOutcome {
    /// Not known, as for a signature or a PIN verified online.
    Unknown,
    /// Failed.
    Failed,
    /// Successful.
    Successful,
    /// Reserved: the byte.
    Reserved(u8),
}

questions! { CvmResults:
    /// Whether the next method would have been tried, had this one failed.
    continues_on_failure = byte 1 bit 7,
}

impl CvmResults {
    /// The method, without the bit that says what follows a failure.
    #[must_use]
    pub fn method(&self) -> u8 {
        let [method, ..] = self.0;
        method & 0x3F
    }

    /// The name of the method; `None` for one that is reserved or of an issuer or network.
    #[must_use]
    pub fn method_name(&self) -> Option<&'static str> {
        Some(match self.method() {
            0x00 => "failed without a method",
            0x01 => "plaintext PIN verified by chip",
            0x02 => "enciphered PIN verified online",
            0x03 => "plaintext PIN verified by chip, and signature",
            0x04 => "enciphered PIN verified by chip",
            0x05 => "enciphered PIN verified by chip, and signature",
            0x1E => "signature",
            0x1F => "no verification required",
            0x3F => "no verification performed",
            _ => return None,
        })
    }

    /// The code of the condition under which the method was to be used.
    #[must_use]
    pub fn condition(&self) -> u8 {
        let [_, condition, _] = self.0;
        condition
    }

    /// How it went.
    #[must_use]
    pub fn outcome(&self) -> CvmOutcome {
        let [.., outcome] = self.0;
        match outcome {
            0 => CvmOutcome::Unknown,
            1 => CvmOutcome::Failed,
            2 => CvmOutcome::Successful,
            other => CvmOutcome::Reserved(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_says_its_part() {
        let results = CvmResults::new([0x41, 0x03, 0x02]);
        assert_eq!((results.method(), results.continues_on_failure(), results.condition()), (1, true, 3));
        assert_eq!(results.outcome(), CvmOutcome::Successful);
        assert_eq!(CvmResults::new([0x20, 0, 9]).outcome(), CvmOutcome::Reserved(9));
        assert_eq!(CvmResults::new([0x20, 0, 9]).method_name(), None);
        assert_eq!(CvmResults::new([0x3F, 0, 0]).method_name(), Some("no verification performed"));
    }
}
