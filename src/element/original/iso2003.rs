//! Field 56 of 2003.

use super::later::{BEHIND_MTI, is_later_original, later_original, length_of};
use super::{institution, mti};
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

later_original!(
    OriginalDataElements2003,
    41,
    of_twelve to 16,
    CenturyDateTime to 30,
    0,
    "original data elements of 30 to 41 digits with a date and time or zeros"
);

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
