//! Which message this one is about: field 90 of 1987, field 56 since.

mod iso1987;
mod iso1993;
mod iso2003;
mod later;

pub use iso1987::OriginalDataElements;
pub use iso1993::OriginalDataElements1993;
pub use iso2003::OriginalDataElements2003;

use super::text::Text;
use crate::mti::Mti;

const DIGITS_OF_INSTITUTION: usize = 11;

/// The message type in front; any four digits are one.
fn mti<const N: usize>(text: &Text<N>) -> Mti {
    Mti::from_ascii(text.part(0)).unwrap_or(Mti::ZERO)
}

/// Whether characters say nothing.
fn is_zeros(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'0')
}

/// An institution of at most eleven digits.
fn institution(digits: &str) -> Option<Text<DIGITS_OF_INSTITUTION>> {
    Text::of_str(digits).filter(Text::is_digits)
}
