//! Field 56 of 2003.

use super::{institution, is_zeros, mti};
use crate::element::text::{Text, kept_text};
use crate::element::{CenturyDateTime, Stan};
use crate::mti::Mti;
use crate::value::NotThat;

/// Which message this one is about: type, trace number of twelve digits, local time, and acquirer. Field 56 of 2003.
///
/// ```
/// use isomsg::element::OriginalDataElements2003;
///
/// let (stan, local) = ("000000000124".parse()?, Some("20261127134500".parse()?));
/// let original = OriginalDataElements2003::new("2200".parse()?, stan, local, "12345")?;
/// assert_eq!(original.as_str(), "22000000000001242026112713450012345");
/// assert_eq!(original.acquirer(), "12345");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct OriginalDataElements2003(Text<41>);

kept_text!(
    OriginalDataElements2003,
    is_original,
    "original data elements of 30 to 41 digits with a date and time or zeros"
);

/// Digits in front of the institution.
const HEAD: usize = 30;

fn is_original(text: &Text<41>) -> bool {
    let time = text.str_part(16, HEAD);
    text.len() >= HEAD && text.is_digits() && (is_zeros(time) || time.parse::<CenturyDateTime>().is_ok())
}

impl OriginalDataElements2003 {
    /// Puts them together. A time that is not known is zeros.
    ///
    /// # Errors
    ///
    /// An institution of more than eleven digits, or a trace number of six.
    pub fn new(mti: Mti, stan: Stan, local: Option<CenturyDateTime>, acquirer: &str) -> Result<Self, NotThat> {
        let acquirer = institution(acquirer).ok_or(Self::NOT)?;
        let local = local.as_ref().map_or("00000000000000", CenturyDateTime::as_str).as_bytes();
        let stan = stan.as_str().as_bytes();
        let text = Text::joined(&[&mti.to_ascii(), stan, local, acquirer.as_bytes()]);
        text.filter(|text| stan.len() == 12 && is_original(text)).map(OriginalDataElements2003).ok_or(Self::NOT)
    }

    /// The type of the original message.
    #[must_use]
    pub fn mti(&self) -> Mti {
        mti(&self.0)
    }

    /// Its trace number.
    #[must_use]
    pub fn stan(&self) -> Stan {
        Stan::of_twelve(self.0.part(4))
    }

    /// Its local time; `None` when that is zeros.
    #[must_use]
    pub fn local(&self) -> Option<CenturyDateTime> {
        self.0.str_part(16, HEAD).parse().ok()
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
        let original: OriginalDataElements2003 = "22000000000001242026112713450012345678901".parse().unwrap();
        let (stan, local, acquirer) = (original.stan(), original.local(), original.acquirer());
        assert_eq!(acquirer, "12345678901");
        assert_eq!(OriginalDataElements2003::new(original.mti(), stan, local, acquirer), Ok(original));
        let short = Stan::new(1).unwrap();
        assert!(OriginalDataElements2003::new(original.mti(), short, local, "12345678").is_err());
    }

    #[test]
    fn refuses_what_is_no_original() {
        for text in ["", "220000000000012420261127134500123456789012", "220000000000012420261327134500"] {
            assert_eq!(text.parse::<OriginalDataElements2003>(), Err(OriginalDataElements2003::NOT), "{text}");
        }
        let zeros = "220000000000012400000000000000".parse::<OriginalDataElements2003>().unwrap();
        assert_eq!((zeros.acquirer(), zeros.local()), ("", None));
        assert_eq!(OriginalDataElements2003::new(zeros.mti(), zeros.stan(), None, ""), Ok(zeros));
    }
}
