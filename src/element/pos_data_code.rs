//! Field 22 of 1993: twelve characters about the point of service.

use super::text::{Text, kept_text};
use crate::codes;

/// What the point of service can do and did: twelve digits and letters. Field 22 of 1993.
///
/// The standard has digits; letters are what networks added, and its questions know those of one of them: A and D
/// contactless, B a stripe as a whole, C a chip, S, T and U e-commerce.
///
/// ```
/// use isomsg::element::PosDataCode;
///
/// let code: PosDataCode = "511101513346".parse()?;
/// assert!(code.is_chip() && code.has_pin_capability());
/// assert_eq!(code.name(7), Some("chip"));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PosDataCode(Text<12>);

kept_text!(PosDataCode, is_code, "a point of service data code of twelve digits or letters");

fn is_code(text: &Text<12>) -> bool {
    text.is_full() && text.as_bytes().iter().all(u8::is_ascii_alphanumeric)
}

const AUTHENTICATION_CAPABILITY: usize = 2;
const CARDHOLDER_PRESENCE: usize = 5;
const INPUT_MODE: usize = 7;
const PIN_CAPTURE_CAPABILITY: usize = 12;

impl PosDataCode {
    /// The character at a position, 1 to 12.
    #[must_use]
    pub fn character(&self, position: usize) -> Option<char> {
        position.checked_sub(1).and_then(|at| self.0.as_bytes().get(at)).copied().map(char::from)
    }

    /// The name that [`codes::pos_data`] has for the character at a position, 1 to 12.
    #[must_use]
    pub fn name(&self, position: usize) -> Option<&'static str> {
        codes::pos_data(position, self.character(position)?)
    }

    /// Whether a chip was read, by contact or without.
    #[must_use]
    pub fn is_chip(&self) -> bool {
        self.has(INPUT_MODE, "5CD")
    }

    /// Whether the card was read without contact. The standard has no code for it.
    #[must_use]
    pub fn is_contactless(&self) -> bool {
        self.has(INPUT_MODE, "AD")
    }

    /// Whether a magnetic stripe was read, or what stands for it.
    #[must_use]
    pub fn is_magnetic_stripe(&self) -> bool {
        self.has(INPUT_MODE, "2AB")
    }

    /// Whether somebody typed the number.
    #[must_use]
    pub fn is_manual(&self) -> bool {
        self.has(INPUT_MODE, "16")
    }

    /// Whether it is e-commerce. The standard has no code for it.
    #[must_use]
    pub fn is_ecommerce(&self) -> bool {
        self.has(INPUT_MODE, "STU") || self.has(CARDHOLDER_PRESENCE, "S")
    }

    /// Whether a PIN can be entered.
    #[must_use]
    pub fn has_pin_capability(&self) -> bool {
        self.has(AUTHENTICATION_CAPABILITY, "1") || self.has(PIN_CAPTURE_CAPABILITY, "456789ABC")
    }

    fn has(&self, position: usize, codes: &str) -> bool {
        self.character(position).is_some_and(|code| codes.contains(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(text: &str) -> [bool; 6] {
        let code: PosDataCode = text.parse().unwrap();
        [
            code.is_chip(),
            code.is_contactless(),
            code.is_magnetic_stripe(),
            code.is_manual(),
            code.is_ecommerce(),
            code.has_pin_capability(),
        ]
    }

    #[test]
    fn answers_by_its_characters() {
        assert_eq!(answers("511101513346"), [true, false, false, false, false, true]);
        assert_eq!(answers("500101D00000"), [true, true, false, false, false, false]);
        assert_eq!(answers("200101A00000"), [false, true, true, false, false, false]);
        assert_eq!(answers("100010600000"), [false, false, false, true, false, false]);
        assert_eq!(answers("0000S0000000"), [false, false, false, false, true, false]);
        assert_eq!(answers("00000000000C"), [false, false, false, false, false, true]);
        assert_eq!(answers("000000000001"), [false; 6]);
    }

    #[test]
    fn unknown_characters_survive() {
        let code: PosDataCode = "ZZZZZZZZZZZZ".parse().unwrap();
        assert_eq!(
            (code.as_str(), code.name(1), code.character(13), code.character(0)),
            ("ZZZZZZZZZZZZ", None, None, None)
        );
        for text in ["", "51110151334", "5111015133460", "51110151334 "] {
            assert_eq!(text.parse::<PosDataCode>(), Err(PosDataCode::NOT), "{text}");
        }
    }
}
