//! Field 56 of 1993.

use super::later::{BEHIND_MTI, is_later_original, later_original, length_of};
use super::{institution, mti};
use crate::element::text::{Text, kept_text};
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

later_original!(
    OriginalDataElements1993,
    35,
    of_six to 10,
    YearDateTime to 22,
    2,
    "original data elements of 24 to 35 digits with a date and time or zeros"
);

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
