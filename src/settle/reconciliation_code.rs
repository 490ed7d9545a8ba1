//! What a host says of totals.

use crate::unionpay::digit;

digit! {
    /// What a host says of totals, a digit of field 48 of UnionPay POS. Field 66 of ISO 8583 is said to have the same values.
    ReconciliationCode {
        /// Nothing said yet: the request.
        NONE = 0, "not stated";
        /// The totals balance.
        BALANCED = 1, "balanced";
        /// The totals do not balance: the terminal uploads its detail.
        UNBALANCED = 2, "not balanced";
        /// An error.
        ERROR = 3, "error";
    }
}
