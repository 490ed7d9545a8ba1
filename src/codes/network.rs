//! Field 70 of 1987: what a network management message is for.

use super::table::name;

/// The name of a network management code: field 70 in ISO 8583:1987.
///
/// Only those that several networks share; for more see
/// [`unionpay::switch_management`](super::unionpay::switch_management).
///
/// ```
/// assert_eq!(isomsg::codes::network_management("301"), Some("echo test"));
/// ```
#[must_use]
pub fn network_management(code: &str) -> Option<&'static str> {
    name(NETWORK_MANAGEMENT, code)
}

const NETWORK_MANAGEMENT: &[(&str, &str)] =
    &[("001", "sign-on"), ("002", "sign-off"), ("201", "cutover"), ("301", "echo test")];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn the_table_ascends() {
        assert_table(NETWORK_MANAGEMENT);
    }
}
