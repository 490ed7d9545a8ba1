//! Field 25 of 1993 and 2003: why a message is sent.

use super::table::name;

/// The name of a message reason code: field 25 in ISO 8583:1993 and 2003.
///
/// Those of reversals, 4000 to 4021, are known from several sources, the others from one open profile of 2003.
///
/// ```
/// assert_eq!(isomsg::codes::reason("4000"), Some("cancelled by customer"));
/// ```
#[must_use]
pub fn reason(code: &str) -> Option<&'static str> {
    name(REASONS, code)
}

const REASONS: &[(&str, &str)] = &[
    ("1000", "stand-in at the option of the issuer"),
    ("1001", "issuer signed off"),
    ("1002", "issuer timed out"),
    ("1003", "issuer unavailable"),
    ("1004", "processed by terminal"),
    ("1005", "processed by chip"),
    ("1006", "under floor limit"),
    ("1500", "chip application cannot process"),
    ("1502", "chosen at random by chip"),
    ("1503", "chosen at random by terminal"),
    ("1504", "terminal cannot process chip"),
    ("1505", "online forced by chip"),
    ("1506", "online forced by card acceptor"),
    ("1507", "online forced by terminal, to update"),
    ("1508", "online forced by terminal"),
    ("1509", "online forced by issuer"),
    ("1510", "over floor limit"),
    ("1511", "card acceptor suspicious"),
    ("3000", "lost card"),
    ("3001", "stolen card"),
    ("3002", "undelivered card"),
    ("3003", "counterfeit card"),
    ("3004", "other"),
    ("4000", "cancelled by customer"),
    ("4001", "unspecified"),
    ("4002", "suspected malfunction"),
    ("4003", "format error"),
    ("4004", "completed in part"),
    ("4005", "original amount incorrect"),
    ("4006", "response too late"),
    ("4007", "device unable to complete"),
    ("4008", "deposit out of balance"),
    ("4009", "no cheque in envelope"),
    ("4010", "payment out of balance"),
    ("4013", "not deliverable to point of service"),
    ("4014", "malfunction, card retained"),
    ("4015", "card returned"),
    ("4016", "track 3 not updated"),
    ("4017", "no cash dispensed"),
    ("4018", "timed out taking money"),
    ("4019", "timed out taking card"),
    ("4020", "invalid response"),
    ("4021", "timed out waiting for response"),
    ("8100", "standard key exchange"),
    ("8101", "key exchange, out of synchronization"),
    ("8102", "key exchange for security"),
    ("8103", "key deactivation"),
    ("8104", "key verification"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn the_table_ascends() {
        assert_table(REASONS);
    }
}
