//! Field 39: how it went. Response codes in 1987, action codes since.

use super::table::name;
use crate::mti::Version;

/// The name of a response code (1987, two characters) or action code (1993, three digits; 2003, four digits).
///
/// Codes that an edition reserves, or leaves to nations and networks, have no name. Those of 2003 are known from one
/// open profile of it only, and not all of them; some networks put other meanings under the codes of 1987.
///
/// ```
/// use isomsg::{Version, codes};
///
/// assert_eq!(codes::response(Version::Iso1987, "51"), Some("insufficient funds"));
/// assert_eq!(codes::response(Version::Iso1993, "116"), Some("insufficient funds"));
/// assert_eq!(codes::response(Version::Iso2003, "1016"), Some("insufficient funds"));
/// assert_eq!(codes::response(Version::Iso1987, "116"), None);
/// ```
#[must_use]
pub fn response(version: Version, code: &str) -> Option<&'static str> {
    match version {
        Version::Iso1987 => name(ISO_1987, code),
        Version::Iso1993 => name(ISO_1993, code),
        Version::Iso2003 => name(ISO_2003, code),
        _ => None,
    }
}

const ISO_1987: &[(&str, &str)] = &[
    ("00", "approved"),
    ("01", "refer to issuer"),
    ("02", "refer to issuer, special condition"),
    ("03", "invalid merchant"),
    ("04", "pick up card"),
    ("05", "do not honour"),
    ("06", "error"),
    ("07", "pick up card, special condition"),
    ("08", "honour with identification"),
    ("09", "request in progress"),
    ("10", "approved in part"),
    ("11", "approved, VIP"),
    ("12", "invalid transaction"),
    ("13", "invalid amount"),
    ("14", "invalid card number"),
    ("15", "no such issuer"),
    ("16", "approved, update track 3"),
    ("17", "cancelled by customer"),
    ("18", "disputed by customer"),
    ("19", "enter again"),
    ("20", "invalid response"),
    ("21", "no action taken"),
    ("22", "suspected malfunction"),
    ("23", "unacceptable fee"),
    ("24", "file update not supported"),
    ("25", "record not found"),
    ("26", "duplicate record, old one replaced"),
    ("27", "file update, error in a field"),
    ("28", "file locked"),
    ("29", "file update failed"),
    ("30", "format error"),
    ("31", "bank not supported by switch"),
    ("32", "completed in part"),
    ("33", "expired card, pick up"),
    ("34", "suspected fraud, pick up"),
    ("35", "contact acquirer, pick up"),
    ("36", "restricted card, pick up"),
    ("37", "call acquirer security, pick up"),
    ("38", "PIN tries exceeded, pick up"),
    ("39", "no credit account"),
    ("40", "function not supported"),
    ("41", "lost card"),
    ("42", "no universal account"),
    ("43", "stolen card"),
    ("44", "no investment account"),
    ("51", "insufficient funds"),
    ("52", "no cheque account"),
    ("53", "no savings account"),
    ("54", "expired card"),
    ("55", "incorrect PIN"),
    ("56", "no card record"),
    ("57", "not permitted to cardholder"),
    ("58", "not permitted to terminal"),
    ("59", "suspected fraud"),
    ("60", "contact acquirer"),
    ("61", "amount limit exceeded"),
    ("62", "restricted card"),
    ("63", "security violation"),
    ("64", "original amount incorrect"),
    ("65", "frequency limit exceeded"),
    ("66", "call acquirer security"),
    ("67", "hard capture"),
    ("68", "response too late"),
    ("75", "PIN tries exceeded"),
    ("90", "cutoff in process"),
    ("91", "issuer or switch inoperative"),
    ("92", "no route"),
    ("93", "violation of law"),
    ("94", "duplicate transmission"),
    ("95", "reconciliation error"),
    ("96", "system malfunction"),
];

const ISO_1993: &[(&str, &str)] = &[
    ("000", "approved"),
    ("001", "honour with identification"),
    ("002", "approved in part"),
    ("003", "approved, VIP"),
    ("004", "approved, update track 3"),
    ("005", "approved, account type by issuer"),
    ("006", "approved in part, account type by issuer"),
    ("007", "approved, update chip"),
    ("100", "do not honour"),
    ("101", "expired card"),
    ("102", "suspected fraud"),
    ("103", "contact acquirer"),
    ("104", "restricted card"),
    ("105", "call acquirer security"),
    ("106", "PIN tries exceeded"),
    ("107", "refer to issuer"),
    ("108", "refer to issuer, special condition"),
    ("109", "invalid merchant"),
    ("110", "invalid amount"),
    ("111", "invalid card number"),
    ("112", "PIN required"),
    ("113", "unacceptable fee"),
    ("114", "no account of this type"),
    ("115", "function not supported"),
    ("116", "insufficient funds"),
    ("117", "incorrect PIN"),
    ("118", "no card record"),
    ("119", "not permitted to cardholder"),
    ("120", "not permitted to terminal"),
    ("121", "amount limit exceeded"),
    ("122", "security violation"),
    ("123", "frequency limit exceeded"),
    ("124", "violation of law"),
    ("125", "card not effective"),
    ("126", "invalid PIN block"),
    ("127", "PIN length error"),
    ("128", "PIN key out of synchronization"),
    ("129", "suspected counterfeit card"),
    ("200", "do not honour, pick up"),
    ("201", "expired card, pick up"),
    ("202", "suspected fraud, pick up"),
    ("203", "contact acquirer, pick up"),
    ("204", "restricted card, pick up"),
    ("205", "call acquirer security, pick up"),
    ("206", "PIN tries exceeded, pick up"),
    ("207", "special condition, pick up"),
    ("208", "lost card, pick up"),
    ("209", "stolen card, pick up"),
    ("210", "counterfeit card, pick up"),
    ("300", "file action successful"),
    ("301", "file action not supported"),
    ("302", "record not found"),
    ("303", "duplicate record, old one replaced"),
    ("304", "error in a field"),
    ("305", "file locked"),
    ("306", "file action failed"),
    ("307", "format error"),
    ("308", "duplicate record, rejected"),
    ("309", "unknown file"),
    ("400", "reversal accepted"),
    ("500", "in balance"),
    ("501", "out of balance"),
    ("502", "amount not reconciled, totals given"),
    ("503", "totals not available"),
    ("504", "not reconciled, totals given"),
    ("600", "accepted"),
    ("601", "original not traceable"),
    ("602", "invalid reference"),
    ("603", "reference and PAN incompatible"),
    ("604", "photograph not available"),
    ("605", "item supplied"),
    ("606", "documentation not available"),
    ("700", "accepted"),
    ("800", "accepted"),
    ("900", "advice acknowledged, no liability"),
    ("901", "advice acknowledged, liability accepted"),
    ("902", "invalid transaction"),
    ("903", "enter again"),
    ("904", "format error"),
    ("905", "acquirer not supported"),
    ("906", "cutover in process"),
    ("907", "issuer or switch inoperative"),
    ("908", "no route"),
    ("909", "system malfunction"),
    ("910", "issuer signed off"),
    ("911", "issuer timed out"),
    ("912", "issuer unavailable"),
    ("913", "duplicate transmission"),
    ("914", "original not found"),
    ("915", "cutover or checkpoint error"),
    ("916", "incorrect MAC"),
    ("917", "MAC key out of synchronization"),
    ("918", "no communication keys"),
    ("919", "encryption key out of synchronization"),
    ("920", "security equipment error, try again"),
    ("921", "security equipment error, no action"),
    ("922", "message number out of sequence"),
    ("923", "request in progress"),
    ("950", "violation of business arrangement"),
];

const ISO_2003: &[(&str, &str)] = &[
    ("0000", "approved"),
    ("0001", "honour with identification"),
    ("0002", "approved in part"),
    ("0003", "approved, VIP"),
    ("0004", "approved, purchase without cash back"),
    ("1001", "expired card"),
    ("1002", "suspicious"),
    ("1003", "contact acquirer"),
    ("1004", "restricted card"),
    ("1005", "call acquirer security"),
    ("1006", "PIN tries exceeded"),
    ("1007", "refer to issuer"),
    ("1008", "refer to issuer, special condition"),
    ("1009", "invalid card acceptor"),
    ("1010", "invalid amount"),
    ("1011", "invalid card number"),
    ("1012", "PIN required"),
    ("1013", "unacceptable fee"),
    ("1014", "no account of this type"),
    ("1015", "function not supported"),
    ("1016", "insufficient funds"),
    ("1017", "incorrect PIN"),
    ("1018", "no card record"),
    ("1019", "not permitted to cardholder"),
    ("1020", "not permitted to terminal"),
    ("1021", "amount limit exceeded"),
    ("1022", "security violation"),
    ("1023", "frequency limit exceeded"),
    ("1024", "violation of law"),
    ("1025", "card not effective"),
    ("1026", "invalid PIN block"),
    ("1027", "PIN length error"),
    ("1028", "PIN key out of synchronization"),
    ("1029", "suspected counterfeit card"),
    ("9102", "invalid transaction"),
    ("9107", "issuer inoperative"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn every_table_ascends() {
        assert_table(ISO_1987);
        assert_table(ISO_1993);
        assert_table(ISO_2003);
    }

    #[test]
    fn codes_are_as_long_as_their_edition_says() {
        for (table, length) in [(ISO_1987, 2), (ISO_1993, 3), (ISO_2003, 4)] {
            assert!(table.iter().all(|(code, _)| code.len() == length));
        }
    }

    #[test]
    fn other_editions_have_none() {
        assert_eq!(response(Version::Private, "00"), None);
        assert_eq!(response(Version::Reserved(5), "00"), None);
    }
}
