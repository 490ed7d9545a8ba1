//! The files of the specs that come with the crate.

/// The TOML file of a spec that comes with the crate, by its name; also of the dictionaries `iso1987`, `iso1993` and
/// `iso2003`, which a dialect extends.
///
/// ```
/// let file = isomsg::spec::shipped_toml("iso1987").unwrap_or_default();
/// assert!(file.contains("Primary account number"));
/// ```
#[must_use]
pub fn shipped_toml(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// A name and the text of the file of that name.
macro_rules! files {
    ($($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../../specs/", $name, ".toml"))),)+]
    };
}

static FILES: &[(&str, &str)] = files! {
    "iso1987" "iso1987-ascii" "iso1987-ascii-hex" "iso1987-bcd" "iso1987-bcd-right" "iso1987-ebcdic"
    "iso1993" "iso1993-ascii" "iso1993-ascii-hex" "iso1993-bcd" "iso1993-ebcdic"
    "iso2003" "iso2003-ascii" "iso2003-bcd"
    "unionpay-pos" "cups" "mastercard-like" "visa-base1-like" "jcb-like" "jcard-cmf"
};
