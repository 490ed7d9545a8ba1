//! Field 22 of 1993: twelve characters about the point of service.

use super::table::name;

/// The name of a character of field 22 in ISO 8583:1993, by its position, 1 to 12.
///
/// What networks add, most of it as letters, has no name.
///
/// ```
/// use isomsg::codes;
///
/// let value = "511101513346";
/// let names: Vec<_> = (1..).zip(value.chars()).filter_map(|(at, code)| codes::pos_data(at, code)).collect();
/// assert_eq!(names.len(), 12);
/// assert_eq!(names.first(), Some(&"chip"));
/// assert_eq!(names.last(), Some(&"6 digits"));
/// ```
#[must_use]
pub fn pos_data(position: usize, code: char) -> Option<&'static str> {
    position.checked_sub(1).and_then(|at| POSITIONS.get(at)).and_then(|table| name(table, code))
}

const POSITIONS: [&[(char, &str)]; 12] = [
    CARD_DATA_INPUT_CAPABILITY,
    CARDHOLDER_AUTHENTICATION_CAPABILITY,
    CARD_CAPTURE_CAPABILITY,
    OPERATING_ENVIRONMENT,
    CARDHOLDER_PRESENCE,
    CARD_PRESENCE,
    CARD_DATA_INPUT_MODE,
    CARDHOLDER_AUTHENTICATION_METHOD,
    CARDHOLDER_AUTHENTICATION_ENTITY,
    CARD_DATA_OUTPUT_CAPABILITY,
    TERMINAL_OUTPUT_CAPABILITY,
    PIN_CAPTURE_CAPABILITY,
];

const CARD_DATA_INPUT_CAPABILITY: &[(char, &str)] = &[
    ('0', "unknown"),
    ('1', "manual, no terminal"),
    ('2', "magnetic stripe"),
    ('3', "bar code"),
    ('4', "optical characters"),
    ('5', "chip"),
    ('6', "key entry"),
];

const CARDHOLDER_AUTHENTICATION_CAPABILITY: &[(char, &str)] = &[
    ('0', "none"),
    ('1', "PIN"),
    ('2', "electronic signature analysis"),
    ('3', "biometrics"),
    ('4', "biographics"),
    ('5', "inoperative"),
    ('6', "other"),
];

const CARD_CAPTURE_CAPABILITY: &[(char, &str)] = &[('0', "none"), ('1', "can capture")];

const OPERATING_ENVIRONMENT: &[(char, &str)] = &[
    ('0', "no terminal"),
    ('1', "on premises, attended"),
    ('2', "on premises, unattended"),
    ('3', "off premises, attended"),
    ('4', "off premises, unattended"),
    ('5', "cardholder premises, unattended"),
];

const CARDHOLDER_PRESENCE: &[(char, &str)] = &[
    ('0', "present"),
    ('1', "not present, unspecified"),
    ('2', "mail order"),
    ('3', "telephone order"),
    ('4', "standing authorization"),
];

const CARD_PRESENCE: &[(char, &str)] = &[('0', "not present"), ('1', "present")];

const CARD_DATA_INPUT_MODE: &[(char, &str)] = &[
    ('0', "unspecified"),
    ('1', "manual"),
    ('2', "magnetic stripe"),
    ('3', "bar code"),
    ('4', "optical characters"),
    ('5', "chip"),
    ('6', "key entry"),
];

const CARDHOLDER_AUTHENTICATION_METHOD: &[(char, &str)] = &[
    ('0', "not authenticated"),
    ('1', "PIN"),
    ('2', "electronic signature"),
    ('3', "biometrics"),
    ('4', "biographics"),
    ('5', "manual signature"),
    ('6', "other"),
];

const CARDHOLDER_AUTHENTICATION_ENTITY: &[(char, &str)] =
    &[('0', "none"), ('1', "chip"), ('2', "terminal"), ('3', "authorizing agent"), ('4', "merchant"), ('5', "other")];

const CARD_DATA_OUTPUT_CAPABILITY: &[(char, &str)] =
    &[('0', "unknown"), ('1', "none"), ('2', "writes magnetic stripe"), ('3', "chip")];

const TERMINAL_OUTPUT_CAPABILITY: &[(char, &str)] =
    &[('0', "unknown"), ('1', "none"), ('2', "print"), ('3', "display"), ('4', "print and display")];

const PIN_CAPTURE_CAPABILITY: &[(char, &str)] = &[
    ('0', "none"),
    ('1', "unknown"),
    ('4', "4 digits"),
    ('5', "5 digits"),
    ('6', "6 digits"),
    ('7', "7 digits"),
    ('8', "8 digits"),
    ('9', "9 digits"),
    ('A', "10 digits"),
    ('B', "11 digits"),
    ('C', "12 digits"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn every_table_ascends() {
        for table in POSITIONS {
            assert_table(table);
        }
    }

    #[test]
    fn positions_are_1_to_12() {
        assert_eq!(pos_data(0, '0'), None);
        assert_eq!(pos_data(13, '0'), None);
        assert_eq!(pos_data(12, 'C'), Some("12 digits"));
    }
}
