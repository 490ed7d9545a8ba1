//! The specs that come with the crate. Their tables are printed from `specs/*.toml` by [`super::RustModule`].

mod cups;
#[cfg(feature = "toml")]
mod files;
mod iso1987;
mod iso1993;
mod iso2003;
mod unionpay_pos;

pub use self::cups::CUPS;
#[cfg(feature = "toml")]
pub use self::files::shipped_toml;
pub use self::iso1987::{
    ISO1987_ASCII, ISO1987_ASCII_HEX, ISO1987_BCD, ISO1987_BCD_RIGHT, ISO1987_EBCDIC, JCB_LIKE, MASTERCARD_LIKE,
    VISA_BASE1_LIKE,
};
pub use self::iso1993::{ISO1993_ASCII, ISO1993_ASCII_HEX, ISO1993_BCD, ISO1993_EBCDIC};
pub use self::iso2003::{ISO2003_ASCII, ISO2003_BCD, JCARD_CMF};
pub use self::unionpay_pos::UNIONPAY_POS;

use super::MessageSpec;

static ALL: [&MessageSpec; 17] = [
    &ISO1987_ASCII,
    &ISO1987_ASCII_HEX,
    &ISO1987_BCD,
    &ISO1987_BCD_RIGHT,
    &ISO1987_EBCDIC,
    &ISO1993_ASCII,
    &ISO1993_ASCII_HEX,
    &ISO1993_BCD,
    &ISO1993_EBCDIC,
    &ISO2003_ASCII,
    &ISO2003_BCD,
    &UNIONPAY_POS,
    &CUPS,
    &MASTERCARD_LIKE,
    &VISA_BASE1_LIKE,
    &JCB_LIKE,
    &JCARD_CMF,
];

/// The specs that come with the crate.
pub fn shipped() -> impl Iterator<Item = &'static MessageSpec> {
    ALL.iter().copied()
}

/// The spec of this name that comes with the crate: `by_name("iso1987-bcd")` is [`ISO1987_BCD`].
///
/// ```
/// use isomsg::spec;
/// assert_eq!(spec::by_name("iso1987-bcd"), Some(&spec::ISO1987_BCD));
/// assert_eq!(spec::by_name("iso1987"), None);
/// ```
#[must_use]
pub fn by_name(name: &str) -> Option<&'static MessageSpec> {
    shipped().find(|spec| spec.name() == name)
}
