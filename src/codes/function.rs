//! Field 24 of 1993 and 2003: what a message is for, within its type.

use super::table::name;

/// The name of a function code: field 24 in ISO 8583:1993 and 2003.
///
/// 104 to 107 are of 1993 only, 113 and 832 of 2003. In 1987 the field is something else, and
/// [`network_management`](super::network_management) does a part of this work.
///
/// ```
/// assert_eq!(isomsg::codes::function("200"), Some("original financial transaction"));
/// ```
#[must_use]
pub fn function(code: &str) -> Option<&'static str> {
    name(FUNCTIONS, code)
}

const FUNCTIONS: &[(&str, &str)] = &[
    ("100", "original authorization, accurate amount"),
    ("101", "original authorization, estimated amount"),
    ("102", "replacement authorization, accurate amount"),
    ("103", "replacement authorization, estimated amount"),
    ("104", "resubmission of authorization"),
    ("105", "resubmission of authorization"),
    ("106", "supplementary authorization"),
    ("107", "supplementary authorization"),
    ("108", "inquiry"),
    ("113", "account verification"),
    ("200", "original financial transaction"),
    ("201", "authorized before, same amount"),
    ("202", "authorized before, other amount"),
    ("203", "resubmission after denial"),
    ("204", "resubmission after reversal"),
    ("205", "first representment"),
    ("206", "second representment"),
    ("207", "third representment"),
    ("301", "add record"),
    ("302", "change record"),
    ("303", "delete record"),
    ("304", "replace record"),
    ("305", "file inquiry"),
    ("306", "replace file"),
    ("307", "add file"),
    ("308", "delete file"),
    ("309", "card administration"),
    ("400", "full reversal"),
    ("401", "partial reversal"),
    ("450", "first chargeback, full"),
    ("451", "second chargeback, full"),
    ("452", "third chargeback, full"),
    ("453", "first chargeback, partial"),
    ("454", "second chargeback, partial"),
    ("455", "third chargeback, partial"),
    ("500", "final reconciliation"),
    ("501", "checkpoint reconciliation"),
    ("502", "final reconciliation, specified currency"),
    ("503", "checkpoint reconciliation, specified currency"),
    ("504", "request for totals"),
    ("650", "message not understood"),
    ("700", "fee collection"),
    ("701", "fee collection cancelled"),
    ("801", "sign-on"),
    ("802", "sign-off"),
    ("803", "target unavailable"),
    ("804", "originator in backup mode"),
    ("805", "special instruction"),
    ("806", "alternate routing"),
    ("811", "key change"),
    ("812", "security alert"),
    ("813", "password change"),
    ("814", "device authentication"),
    ("821", "cutover"),
    ("822", "checkpoint"),
    ("831", "echo test"),
    ("832", "response received"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn the_table_ascends() {
        assert_table(FUNCTIONS);
    }
}
