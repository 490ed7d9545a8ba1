//! How a card number was entered, in 1987.

use super::text::{Text, kept_text};
use crate::codes;

/// How a card number was entered: the first two digits of a [`PosEntryMode`](super::PosEntryMode).
///
/// 04, 06 and 07 mean other things on some networks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryMode(Text<2>);

kept_text!(EntryMode, |text| text.is_full() && text.is_digits(), "an entry mode of two digits");

macro_rules! entry_modes {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        impl EntryMode {
            $($(#[$doc])+ pub const $name: EntryMode = EntryMode(Text::full(*$code));)+
        }
    };
}

entry_modes! {
    /// Unknown.
    UNKNOWN = b"00",
    /// Manual.
    MANUAL = b"01",
    /// Magnetic stripe, where the card verification value cannot be checked.
    MAGNETIC_STRIPE = b"02",
    /// Bar code or QR code.
    BAR_CODE = b"03",
    /// Contact chip.
    CHIP = b"05",
    /// Contactless chip.
    CONTACTLESS_CHIP = b"07",
    /// Credential on file.
    CREDENTIAL_ON_FILE = b"10",
    /// Fallback from chip to manual entry.
    FALLBACK_TO_MANUAL = b"79",
    /// Fallback from chip to magnetic stripe.
    FALLBACK_TO_MAGNETIC_STRIPE = b"80",
    /// E-commerce.
    ECOMMERCE = b"81",
    /// Magnetic stripe, complete and unaltered.
    FULL_MAGNETIC_STRIPE = b"90",
    /// Contactless magnetic stripe.
    CONTACTLESS_MAGNETIC_STRIPE = b"91",
    /// Chip, where card verification may be unreliable.
    CHIP_UNRELIABLE = b"95",
}

impl EntryMode {
    pub(super) const fn of(digits: [u8; 2]) -> Self {
        EntryMode(Text::full(digits))
    }

    /// The name that [`codes::entry_mode`] has for it.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        codes::entry_mode(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_modes_survive() {
        assert_eq!("98".parse::<EntryMode>().unwrap().as_str(), "98");
        assert_eq!("9".parse::<EntryMode>(), Err(EntryMode::NOT));
        assert_eq!(EntryMode::CHIP.name(), Some("contact chip"));
    }
}
