//! Codes of China UnionPay: of messages between terminal and acquirer, and [between banks](switch_management).
//!
//! Assembled from open implementations, without the text of any specification. Acquirers add codes of their own.

use super::table::name;

/// The name of a transaction type of terminals: the first two digits of field 3.
///
/// What a purchase, void or refund is of, fields 25 and 60.1 say.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::processing("03"), Some("pre-authorization"));
/// ```
#[must_use]
pub fn processing(code: &str) -> Option<&'static str> {
    name(TRANSACTIONS, code)
}

/// The name of a way to enter the card number that UnionPay adds: the first two digits of field 22.
///
/// The others are those of [`entry_mode`](super::entry_mode).
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::entry_mode("98"), Some("contactless chip, PBOC"));
/// ```
#[must_use]
pub fn entry_mode(code: &str) -> Option<&'static str> {
    name(ENTRY_MODES, code)
}

/// The name of a condition that UnionPay adds, or uses in its own way: field 25.
///
/// 18, 28, 66, 81, 82 and 92 are used too, with a meaning that is not known here; the others are those of
/// [`condition`](super::condition). 60 and 67 are known from one source.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::condition("64"), Some("instalments"));
/// ```
#[must_use]
pub fn condition(code: &str) -> Option<&'static str> {
    name(CONDITIONS, code)
}

/// The name of a message type code of terminals: field 60.1.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::message_type("22"), Some("sale"));
/// ```
#[must_use]
pub fn message_type(code: &str) -> Option<&'static str> {
    name(MESSAGE_TYPES, code)
}

/// The name of a network management code of terminals: field 60.3.
///
/// 394 to 399 have the name of what they transfer: which one begins and which one ends it is not known. One
/// implementation sends 301 in place of 800.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::network_management("201"), Some("settlement, or batch upload"));
/// ```
#[must_use]
pub fn network_management(code: &str) -> Option<&'static str> {
    name(NETWORK_MANAGEMENT, code)
}

/// The name of a network management code between banks: field 70.
///
/// 101, 202 and 951 are known from one source.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::switch_management("202"), Some("end of cutover"));
/// ```
#[must_use]
pub fn switch_management(code: &str) -> Option<&'static str> {
    name(SWITCH_MANAGEMENT, code)
}

/// The name of what a terminal can read: field 60.4.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::read_capability('6'), Some("contactless"));
/// ```
#[must_use]
pub fn read_capability(code: char) -> Option<&'static str> {
    name(READ_CAPABILITIES, code)
}

/// The name of a response code that UnionPay adds, or uses in its own way: field 39.
///
/// The others are those of [`response`](super::response) for ISO 8583:1987.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::response("77"), Some("batch number differs, sign in again"));
/// ```
#[must_use]
pub fn response(code: &str) -> Option<&'static str> {
    name(RESPONSES, code)
}

/// The name of the reason that a terminal puts into field 39 of a reversal.
///
/// ```
/// assert_eq!(isomsg::codes::unionpay::reversal_reason("98"), Some("no response"));
/// ```
#[must_use]
pub fn reversal_reason(code: &str) -> Option<&'static str> {
    name(REVERSAL_REASONS, code)
}

const TRANSACTIONS: &[(&str, &str)] = &[
    ("00", "purchase, or completion"),
    ("03", "pre-authorization"),
    ("17", "void of a cash load"),
    ("20", "refund or void"),
    ("31", "balance inquiry"),
    ("33", "account verification"),
    ("60", "load, designated account"),
    ("62", "load, non-designated account"),
    ("63", "cash load"),
];

const ENTRY_MODES: &[(&str, &str)] =
    &[("92", "telephone or reservation"), ("96", "chip of a mobile device"), ("98", "contactless chip, PBOC")];

const CONDITIONS: &[(&str, &str)] = &[
    ("06", "pre-authorization"),
    ("60", "additional pre-authorization"),
    ("64", "instalments"),
    ("65", "points"),
    ("67", "reservation"),
    ("91", "load of electronic cash"),
];

const MESSAGE_TYPES: &[(&str, &str)] = &[
    ("00", "management"),
    ("01", "balance inquiry, or account verification"),
    ("03", "points inquiry"),
    ("07", "upload of electronic signature"),
    ("10", "pre-authorization"),
    ("11", "void of pre-authorization"),
    ("20", "completion, request"),
    ("21", "void of completion"),
    ("22", "sale"),
    ("23", "void of sale"),
    ("24", "completion, advice"),
    ("25", "refund"),
    ("27", "offline chip refund"),
    ("30", "offline settlement"),
    ("32", "settlement adjustment"),
    ("34", "tip adjustment"),
    ("36", "offline chip sale"),
    ("45", "electronic cash load, designated account"),
    ("46", "electronic cash load with cash"),
    ("47", "electronic cash load, non-designated account"),
    ("48", "cash load, magnetic stripe"),
    ("49", "account load, magnetic stripe"),
    ("51", "void of cash load"),
    ("53", "void of reservation sale"),
    ("54", "reservation sale"),
];

const NETWORK_MANAGEMENT: &[(&str, &str)] = &[
    ("000", "default"),
    ("001", "sign-in, single DES key"),
    ("002", "sign-out"),
    ("003", "sign-in, double length key"),
    ("004", "sign-in, double length key and track key"),
    ("005", "sign-in, SM4"),
    ("006", "sign-in, SM4 and track key"),
    ("201", "settlement, or batch upload"),
    ("202", "end of batch upload, out of balance"),
    ("203", "chip batch upload, in balance"),
    ("204", "offline or failed chip detail"),
    ("205", "online chip detail, out of balance"),
    ("206", "chip advice or failed chip detail"),
    ("207", "end of batch upload, in balance"),
    ("301", "echo test"),
    ("360", "parameter download"),
    ("361", "end of parameter download"),
    ("362", "status upload"),
    ("364", "TMS parameter download"),
    ("365", "end of TMS parameter download"),
    ("370", "CA key download"),
    ("371", "end of CA key download"),
    ("372", "CA key status"),
    ("380", "AID parameter download"),
    ("381", "end of AID parameter download"),
    ("382", "AID parameter status"),
    ("390", "card blacklist"),
    ("391", "end of card blacklist"),
    ("394", "contactless parameters"),
    ("395", "contactless parameters"),
    ("396", "list of card ranges without PIN"),
    ("397", "list of card ranges without PIN"),
    ("398", "list of card ranges without PIN"),
    ("399", "list of card ranges without PIN"),
    ("401", "cashier sign-in"),
    ("800", "upload of electronic signature"),
    ("951", "result of chip script"),
];

const SWITCH_MANAGEMENT: &[(&str, &str)] = &[
    ("001", "sign-in"),
    ("002", "sign-out"),
    ("101", "key reset"),
    ("201", "start of cutover"),
    ("202", "end of cutover"),
    ("301", "echo test"),
    ("951", "result of chip script"),
];

const READ_CAPABILITIES: &[(char, &str)] =
    &[('0', "unknown"), ('2', "magnetic stripe"), ('5', "contact chip"), ('6', "contactless")];

const RESPONSES: &[(&str, &str)] = &[
    ("45", "no fallback, use the chip"),
    ("77", "batch number differs, sign in again"),
    ("97", "terminal not registered"),
    ("98", "no answer from issuer"),
    ("A0", "incorrect MAC, sign in again"),
    ("A2", "approved with defects"),
    ("A4", "approved with defects"),
    ("A5", "approved with defects"),
    ("A6", "approved with defects"),
];

const REVERSAL_REASONS: &[(&str, &str)] = &[
    ("06", "other"),
    ("96", "received, could not be completed"),
    ("98", "no response"),
    ("A0", "incorrect MAC in the response"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn every_table_ascends() {
        assert_table(TRANSACTIONS);
        assert_table(ENTRY_MODES);
        assert_table(CONDITIONS);
        assert_table(MESSAGE_TYPES);
        assert_table(NETWORK_MANAGEMENT);
        assert_table(SWITCH_MANAGEMENT);
        assert_table(READ_CAPABILITIES);
        assert_table(RESPONSES);
        assert_table(REVERSAL_REASONS);
    }
}
