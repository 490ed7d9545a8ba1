//! Field 22 of 1987: how the card number was entered, and whether a PIN can be.

use super::EntryMode;
use super::text::{Text, kept_text};

/// The entry mode at the point of service: two digits for the card number and one for the PIN. Field 22 of 1987.
///
/// Some networks send a fourth digit, which stays. Its questions take the codes in the meaning that most networks give
/// them.
///
/// ```
/// use isomsg::element::{EntryMode, PosEntryMode};
///
/// let mode: PosEntryMode = "051".parse()?;
/// assert_eq!(mode.entry(), EntryMode::CHIP);
/// assert!(mode.is_chip() && !mode.is_contactless() && mode.has_pin_capability());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PosEntryMode(Text<4>);

kept_text!(PosEntryMode, is_mode, "a point of service entry mode of three or four digits");

fn is_mode(text: &Text<4>) -> bool {
    matches!(text.len(), 3 | 4) && text.is_digits()
}

impl PosEntryMode {
    /// An entry mode of three digits; `None` when `pin_capability` is above 9.
    #[must_use]
    pub fn new(entry: EntryMode, pin_capability: u8) -> Option<Self> {
        let pin = [pin_capability.checked_add(b'0')?];
        Text::joined(&[entry.as_str().as_bytes(), &pin]).filter(is_mode).map(PosEntryMode)
    }

    /// How the card number was entered.
    #[must_use]
    pub fn entry(&self) -> EntryMode {
        EntryMode::of(self.0.part(0))
    }

    /// The digit that says whether a PIN can be entered; [`codes::pin_capability`](crate::codes::pin_capability) has its
    /// name.
    #[must_use]
    pub fn pin_capability(&self) -> char {
        let [digit] = self.0.part(2);
        char::from(digit)
    }

    /// Whether a chip was read, by contact or without: 05, 07, 95.
    #[must_use]
    pub fn is_chip(&self) -> bool {
        matches!(self.entry().as_str(), "05" | "07" | "95")
    }

    /// Whether the card was read without contact: 07, 91.
    #[must_use]
    pub fn is_contactless(&self) -> bool {
        matches!(self.entry().as_str(), "07" | "91")
    }

    /// Whether a magnetic stripe was read, or what stands for it: 02, 80, 90, 91.
    #[must_use]
    pub fn is_magnetic_stripe(&self) -> bool {
        matches!(self.entry().as_str(), "02" | "80" | "90" | "91")
    }

    /// Whether somebody typed the number: 01, 06, 79.
    #[must_use]
    pub fn is_manual(&self) -> bool {
        matches!(self.entry().as_str(), "01" | "06" | "79")
    }

    /// Whether it is e-commerce: 09, 81.
    #[must_use]
    pub fn is_ecommerce(&self) -> bool {
        matches!(self.entry().as_str(), "09" | "81")
    }

    /// Whether a PIN can be entered: 1, or 3 by software on a mobile device.
    #[must_use]
    pub fn has_pin_capability(&self) -> bool {
        matches!(self.pin_capability(), '1' | '3')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(text: &str) -> [bool; 6] {
        let mode: PosEntryMode = text.parse().unwrap();
        [
            mode.is_chip(),
            mode.is_contactless(),
            mode.is_magnetic_stripe(),
            mode.is_manual(),
            mode.is_ecommerce(),
            mode.has_pin_capability(),
        ]
    }

    #[test]
    fn answers_by_its_digits() {
        assert_eq!(answers("051"), [true, false, false, false, false, true]);
        assert_eq!(answers("0720"), [true, true, false, false, false, false]);
        assert_eq!(answers("911"), [false, true, true, false, false, true]);
        assert_eq!(answers("012"), [false, false, false, true, false, false]);
        assert_eq!(answers("810"), [false, false, false, false, true, false]);
        assert_eq!(answers("000"), [false; 6]);
    }

    #[test]
    fn is_made_of_its_parts() {
        assert_eq!(PosEntryMode::new(EntryMode::CHIP, 1).unwrap().as_str(), "051");
        assert_eq!((PosEntryMode::new(EntryMode::CHIP, 10), PosEntryMode::new(EntryMode::CHIP, 255)), (None, None));
        for text in ["", "05", "05100", "05A"] {
            assert_eq!(text.parse::<PosEntryMode>(), Err(PosEntryMode::NOT), "{text}");
        }
    }
}
