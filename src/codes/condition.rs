//! Field 25 of 1987: under what condition the message is sent.

use super::table::name;

/// The name of a point of service condition: field 25 in ISO 8583:1987.
///
/// Those from 40 on are private, with a meaning that networks give them. See also
/// [`unionpay::condition`](super::unionpay::condition).
///
/// ```
/// assert_eq!(isomsg::codes::condition("08"), Some("mail or telephone order"));
/// ```
#[must_use]
pub fn condition(code: &str) -> Option<&'static str> {
    name(CONDITIONS, code)
}

const CONDITIONS: &[(&str, &str)] = &[
    ("00", "normal"),
    ("01", "customer not present"),
    ("02", "unattended terminal, can retain card"),
    ("03", "merchant suspicious"),
    ("04", "electronic cash register interface"),
    ("05", "customer present, card not present"),
    ("06", "pre-authorized request"),
    ("07", "telephone device"),
    ("08", "mail or telephone order"),
    ("09", "security alert"),
    ("10", "identity verified"),
    ("11", "suspected fraud"),
    ("12", "security reasons"),
    ("13", "item presented again"),
    ("14", "public utility terminal"),
    ("15", "terminal of the customer"),
    ("16", "administrative terminal"),
    ("17", "returned item"),
    ("18", "no cheque in envelope"),
    ("19", "deposit out of balance, returned"),
    ("20", "payment out of balance, returned"),
    ("21", "manual reversal"),
    ("22", "terminal error, counted"),
    ("23", "terminal error, not counted"),
    ("24", "deposit out of balance, applied"),
    ("25", "payment out of balance, applied"),
    ("26", "withdrawal error, reversed"),
    ("27", "unattended terminal, cannot retain card"),
    ("40", "recurring"),
    ("51", "verification only"),
    ("59", "e-commerce"),
    ("71", "key entered, stripe unreadable"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn the_table_ascends() {
        assert_table(CONDITIONS);
    }
}
