//! Fields 19 and 20, and others by edition: countries.

use super::code::three_digits;
use super::text::Text;
use core::fmt;

/// The country code of ISO 3166: three digits. Fields 19 and 20; 21, 68 and 69 of 1987 and 1993; 70, 91 and 92 of 1993; two
/// bytes in tags 5F28 and 9F1A.
///
/// Any three digits are one. With the feature `country` the letters and names of a code are known. Where a network sends
/// letters, read a text and use `Country::from_alpha`.
///
/// ```
/// use isomsg::element::Country;
///
/// let country: Country = "156".parse()?;
/// assert_eq!(country.numeric(), 156);
/// assert_eq!(Country::new(36).ok_or("more than three digits")?.as_str(), "036");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(Text<3>);

three_digits!(Country, "country");

impl Country {
    /// The code in two letters, for example CN; `None` where they are not known, which they never are without the feature
    /// `country`.
    #[must_use]
    pub fn alpha2(&self) -> Option<&'static str> {
        #[cfg(feature = "country")]
        return self.known().map(|country| country.alpha2);
        #[cfg(not(feature = "country"))]
        None
    }

    /// The code in three letters, for example CHN; `None` where they are not known.
    #[must_use]
    pub fn alpha3(&self) -> Option<&'static str> {
        #[cfg(feature = "country")]
        return self.known().map(|country| country.alpha3);
        #[cfg(not(feature = "country"))]
        None
    }

    /// The name in English; `None` where it is not known.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        #[cfg(feature = "country")]
        return self.known().map(|country| country.long_name);
        #[cfg(not(feature = "country"))]
        None
    }
}

#[cfg(feature = "country")]
impl Country {
    /// The country with this code in two or three capital letters; `None` where it is not known.
    #[must_use]
    pub fn from_alpha(letters: &str) -> Option<Self> {
        let found = match letters.len() {
            2 => celes::Country::from_alpha2(letters),
            _ => celes::Country::from_alpha3(letters),
        };
        let is_same = |country: &celes::Country| letters == country.alpha2 || letters == country.alpha3;
        let country = found.ok().filter(is_same)?;
        Country::new(country.value.try_into().ok()?)
    }

    fn known(&self) -> Option<celes::Country> {
        celes::Country::from_value(self.numeric().into()).ok()
    }
}

/// The three letters where they are known, else the digits.
impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.alpha3().unwrap_or(self.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_three_digits() {
        assert_eq!(Country::new(36).unwrap().as_str(), "036");
        assert_eq!((Country::new(999).unwrap().numeric(), Country::new(1000)), (999, None));
        for text in ["", "36", "0036", "CN", "CHN"] {
            assert_eq!(text.parse::<Country>(), Err(Country::NOT), "{text}");
        }
    }

    #[cfg(feature = "country")]
    #[test]
    fn names_are_known() {
        extern crate std;
        use std::string::ToString;
        for (code, two, three, name) in [
            (36, "AU", "AUS", "Australia"),
            (156, "CN", "CHN", "China"),
            (276, "DE", "DEU", "Germany"),
            (344, "HK", "HKG", "Hong Kong"),
            (446, "MO", "MAC", "Macao"),
        ] {
            let country = Country::new(code).unwrap();
            assert_eq!((country.alpha2(), country.alpha3(), country.name()), (Some(two), Some(three), Some(name)));
            assert_eq!((Country::from_alpha(two), Country::from_alpha(three)), (Some(country), Some(country)));
            assert_eq!(country.to_string(), three);
        }
        let unknown = Country::new(999).unwrap();
        assert_eq!((unknown.alpha2(), unknown.name(), unknown.to_string().as_str()), (None, None, "999"));
        for letters in ["", "C", "cn", "chn", "XYZ", "CHINA", "中"] {
            assert_eq!(Country::from_alpha(letters), None, "{letters}");
        }
    }
}
