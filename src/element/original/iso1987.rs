//! Field 90 of 1987.

use super::{DIGITS_OF_INSTITUTION, institution, is_zeros, mti};
use crate::element::text::{Text, kept_text};
use crate::element::{Stan, TransmissionTime};
use crate::mti::Mti;
use crate::value::NotThat;

/// Which message this one is about: type, trace number, time of transmission, acquirer and forwarder. Field 90 of 1987.
///
/// ```
/// use isomsg::element::OriginalDataElements;
///
/// let original = OriginalDataElements::new("0200".parse()?, "000124".parse()?, Some("1127134500".parse()?), "12345", "")?;
/// assert_eq!(original.as_str(), "020000012411271345000000001234500000000000");
/// assert_eq!(original.stan().number(), 124);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct OriginalDataElements(Text<42>);

kept_text!(OriginalDataElements, is_original, "original data elements of 42 digits with a date and time or zeros");

fn is_original(text: &Text<42>) -> bool {
    let time = text.str_part(10, 20);
    text.is_full() && text.is_digits() && (is_zeros(time) || time.parse::<TransmissionTime>().is_ok())
}

impl OriginalDataElements {
    /// Puts them together. A time that is not known is zeros; institutions are filled up with zeros on the left, and empty
    /// where there is none.
    ///
    /// # Errors
    ///
    /// An institution of more than eleven digits, or a trace number of twelve.
    pub fn new(
        mti: Mti,
        stan: Stan,
        transmission: Option<TransmissionTime>,
        acquirer: &str,
        forwarder: &str,
    ) -> Result<Self, NotThat> {
        let [acquirer, forwarder] = [acquirer, forwarder].map(filled);
        let (acquirer, forwarder) = (acquirer.ok_or(Self::NOT)?, forwarder.ok_or(Self::NOT)?);
        let transmission = transmission.as_ref().map_or("0000000000", TransmissionTime::as_str).as_bytes();
        let stan = stan.as_str().as_bytes();
        let text = Text::joined(&[&mti.to_ascii(), stan, transmission, &acquirer, &forwarder]);
        text.filter(is_original).map(OriginalDataElements).ok_or(Self::NOT)
    }

    /// The type of the original message.
    #[must_use]
    pub fn mti(&self) -> Mti {
        mti(&self.0)
    }

    /// Its trace number.
    #[must_use]
    pub fn stan(&self) -> Stan {
        Stan::of_six(self.0.part(4))
    }

    /// When it was sent; `None` when that is zeros.
    #[must_use]
    pub fn transmission(&self) -> Option<TransmissionTime> {
        self.0.str_part(10, 20).parse().ok()
    }

    /// Its acquiring institution, in eleven digits with zeros in front; zeros where there was none.
    #[must_use]
    pub fn acquirer(&self) -> &str {
        self.0.str_part(20, 31)
    }

    /// Its forwarding institution, in eleven digits with zeros in front; zeros where there was none.
    #[must_use]
    pub fn forwarder(&self) -> &str {
        self.0.str_part(31, 42)
    }
}

/// An institution with zeros in front.
fn filled(digits: &str) -> Option<[u8; DIGITS_OF_INSTITUTION]> {
    let text = institution(digits)?;
    let mut filled = [b'0'; DIGITS_OF_INSTITUTION];
    filled.get_mut(DIGITS_OF_INSTITUTION - text.len()..)?.copy_from_slice(text.as_bytes());
    Some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGINAL: &str = "020000012411271345000000001234500000067890";

    #[test]
    fn is_made_of_its_parts() {
        let original: OriginalDataElements = ORIGINAL.parse().unwrap();
        let (acquirer, forwarder) = (original.acquirer(), original.forwarder());
        assert_eq!((acquirer, forwarder), ("00000012345", "00000067890"));
        let (stan, time) = (original.stan(), original.transmission());
        assert_eq!(OriginalDataElements::new(original.mti(), stan, time, acquirer, "67890"), Ok(original));
        assert_eq!(
            OriginalDataElements::new(original.mti(), stan, time, "123456789012", ""),
            Err(OriginalDataElements::NOT)
        );
        let long = Stan::new_2003(1).unwrap();
        assert!(OriginalDataElements::new(original.mti(), long, time, "1", "").is_err());
    }

    #[test]
    fn a_time_may_be_zeros_and_nothing_else_that_is_none() {
        let zeros = "020000012400000000000000001234500000067890";
        let original: OriginalDataElements = zeros.parse().unwrap();
        assert_eq!(original.transmission(), None);
        assert_eq!(OriginalDataElements::new(original.mti(), original.stan(), None, "12345", "67890"), Ok(original));
        let month_13 = "020000012413271345000000001234500000067890";
        for text in
            ["", month_13, "02000001241127134500000000123450000006789", "0200000124112713450000000012345          A"]
        {
            assert_eq!(text.parse::<OriginalDataElements>(), Err(OriginalDataElements::NOT), "{text}");
        }
    }
}
