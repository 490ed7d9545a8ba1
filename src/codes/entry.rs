//! Field 22 of 1987: how the card number was entered, and whether a PIN can be.

use super::table::name;

/// The name of a way to enter the card number: the first two digits of field 22 in ISO 8583:1987.
///
/// 04, 06 and 07 mean other things on some networks; those from 09 on are known from networks only. See also
/// [`unionpay::entry_mode`](super::unionpay::entry_mode).
///
/// ```
/// use isomsg::codes;
///
/// let mode = "051";
/// assert_eq!(mode.get(..2).and_then(codes::entry_mode), Some("contact chip"));
/// assert_eq!(mode.chars().nth(2).and_then(codes::pin_capability), Some("can enter a PIN"));
/// ```
#[must_use]
pub fn entry_mode(code: &str) -> Option<&'static str> {
    name(ENTRY_MODES, code)
}

/// The name of a capability to enter a PIN: the third digit of field 22 in ISO 8583:1987.
///
/// 9 has no name: sources differ.
///
/// ```
/// assert_eq!(isomsg::codes::pin_capability('2'), Some("cannot enter a PIN"));
/// ```
#[must_use]
pub fn pin_capability(code: char) -> Option<&'static str> {
    name(PIN_CAPABILITIES, code)
}

const ENTRY_MODES: &[(&str, &str)] = &[
    ("00", "unknown"),
    ("01", "manual"),
    ("02", "magnetic stripe, card verification not possible"),
    ("03", "bar code or QR code"),
    ("04", "optical characters"),
    ("05", "contact chip"),
    ("06", "key entry"),
    ("07", "contactless chip"),
    ("09", "e-commerce with DSRP"),
    ("10", "credential on file"),
    ("79", "fallback from chip to manual"),
    ("80", "fallback from chip to magnetic stripe"),
    ("81", "e-commerce"),
    ("90", "magnetic stripe, complete and unaltered"),
    ("91", "contactless magnetic stripe"),
    ("95", "chip, card verification may be unreliable"),
];

const PIN_CAPABILITIES: &[(char, &str)] = &[
    ('0', "unknown"),
    ('1', "can enter a PIN"),
    ('2', "cannot enter a PIN"),
    ('3', "PIN by software on a mobile device"),
    ('8', "PIN pad down"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn every_table_ascends() {
        assert_table(ENTRY_MODES);
        assert_table(PIN_CAPABILITIES);
    }
}
