//! Field 56 of 1993.

use super::{institution, is_zeros, mti};
use crate::element::text::{Text, digits, kept_text};
use crate::element::{Stan, YearDateTime};
use crate::mti::Mti;
use crate::value::NotThat;

/// Which message this one is about: type, trace number, local time, and acquirer behind its length. Field 56 of 1993.
///
/// ```
/// use isomsg::element::OriginalDataElements1993;
///
/// let original = OriginalDataElements1993::new("1200".parse()?, "000124".parse()?, Some("261127134500".parse()?), "12345")?;
/// assert_eq!(original.as_str(), "12000001242611271345000512345");
/// assert_eq!(original.acquirer(), "12345");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct OriginalDataElements1993(Text<35>);

kept_text!(
    OriginalDataElements1993,
    is_original,
    "original data elements of 24 to 35 digits with a date and time or zeros"
);

/// Digits in front of the institution.
const HEAD: usize = 24;

fn is_original(text: &Text<35>) -> bool {
    let time = text.str_part(10, 22);
    let is_whole = text.len() >= HEAD && text.is_digits() && text.len() - HEAD == usize::from(text.pair(22));
    is_whole && (is_zeros(time) || time.parse::<YearDateTime>().is_ok())
}

impl OriginalDataElements1993 {
    /// Puts them together. A time that is not known is zeros.
    ///
    /// # Errors
    ///
    /// An institution of more than eleven digits, or a trace number of twelve.
    pub fn new(mti: Mti, stan: Stan, local: Option<YearDateTime>, acquirer: &str) -> Result<Self, NotThat> {
        let acquirer = institution(acquirer).ok_or(Self::NOT)?;
        let length: [u8; 2] = digits(acquirer.len() as u64).ok_or(Self::NOT)?;
        let local = local.as_ref().map_or("000000000000", YearDateTime::as_str).as_bytes();
        let stan = stan.as_str().as_bytes();
        let text = Text::joined(&[&mti.to_ascii(), stan, local, &length, acquirer.as_bytes()]);
        text.filter(is_original).map(OriginalDataElements1993).ok_or(Self::NOT)
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

    /// Its local time; `None` when that is zeros.
    #[must_use]
    pub fn local(&self) -> Option<YearDateTime> {
        self.0.str_part(10, 22).parse().ok()
    }

    /// Its acquiring institution; empty where there was none.
    #[must_use]
    pub fn acquirer(&self) -> &str {
        self.0.str_part(HEAD, self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_made_of_its_parts() {
        let original: OriginalDataElements1993 = "12000001242611271345001112345678901".parse().unwrap();
        let (stan, local, acquirer) = (original.stan(), original.local(), original.acquirer());
        assert_eq!(acquirer, "12345678901");
        assert_eq!(OriginalDataElements1993::new(original.mti(), stan, local, acquirer), Ok(original));
        let long = Stan::new_2003(1).unwrap();
        assert!(OriginalDataElements1993::new(original.mti(), long, local, "1").is_err());
    }

    #[test]
    fn the_length_is_that_of_the_institution() {
        let none = "120000012400000000000000".parse::<OriginalDataElements1993>().unwrap();
        assert_eq!((none.acquirer(), none.local()), ("", None));
        assert_eq!(OriginalDataElements1993::new(none.mti(), none.stan(), None, ""), Ok(none));
        for text in ["", "120000012426112713450006", "12000001242611271345000612345", "12000001242613271345000512345"] {
            assert_eq!(text.parse::<OriginalDataElements1993>(), Err(OriginalDataElements1993::NOT), "{text}");
        }
    }
}
