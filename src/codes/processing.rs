//! Field 3: what is done, from which account and to which.

use super::table::name;

/// The name of a transaction type: the first two digits of the processing code.
///
/// 02, 03, 10, 28 and 30 mean other things on some networks, and 18, 26, 28, 33 and 38 are known from networks
/// only. See also [`unionpay::processing`](super::unionpay::processing).
///
/// ```
/// use isomsg::codes;
///
/// let code = "011000";
/// assert_eq!(code.get(..2).and_then(codes::processing), Some("cash withdrawal"));
/// assert_eq!(code.get(2..4).and_then(codes::account), Some("savings account"));
/// assert_eq!(code.get(4..).and_then(codes::account), Some("default account"));
/// ```
#[must_use]
pub fn processing(code: &str) -> Option<&'static str> {
    name(TRANSACTIONS, code)
}

/// The name of an account type: the third and fourth digit of the processing code, and the fifth and sixth.
///
/// ```
/// assert_eq!(isomsg::codes::account("30"), Some("credit account"));
/// ```
#[must_use]
pub fn account(code: &str) -> Option<&'static str> {
    name(ACCOUNTS, code)
}

const TRANSACTIONS: &[(&str, &str)] = &[
    ("00", "goods and services"),
    ("01", "cash withdrawal"),
    ("02", "debit adjustment"),
    ("03", "cheque guarantee"),
    ("04", "cheque verification"),
    ("05", "eurocheque"),
    ("06", "traveller cheque"),
    ("07", "letter of credit"),
    ("08", "giro"),
    ("09", "purchase with cash back"),
    ("10", "non-cash instrument, or account funding"),
    ("11", "quasi-cash and scrip"),
    ("18", "account verification"),
    ("20", "refund"),
    ("21", "deposit"),
    ("22", "credit adjustment"),
    ("23", "cheque deposit guarantee"),
    ("24", "cheque deposit"),
    ("26", "original credit"),
    ("28", "load, or cash adjustment"),
    ("30", "available funds inquiry"),
    ("31", "balance inquiry"),
    ("33", "account verification"),
    ("38", "mini statement"),
    ("40", "account transfer"),
    ("50", "payment"),
];

const ACCOUNTS: &[(&str, &str)] = &[
    ("00", "default account"),
    ("10", "savings account"),
    ("20", "cheque account"),
    ("30", "credit account"),
    ("40", "universal account"),
    ("50", "investment account"),
    ("60", "electronic purse"),
];

#[cfg(test)]
mod tests {
    use super::super::table::assert_table;
    use super::*;

    #[test]
    fn every_table_ascends() {
        assert_table(TRANSACTIONS);
        assert_table(ACCOUNTS);
    }
}
