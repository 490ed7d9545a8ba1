//! Which response codes approve.

use crate::element::ResponseCode;

/// The codes of field 39 that approve: 00, 10 (in part), 11, 16, and A2, A4, A5 and A6 (with defects). No others do; 08 of the
/// standard, honour with identification, is none of UnionPay's.
///
/// ```
/// use isomsg::element::ResponseCode;
/// use isomsg::unionpay::APPROVING_CODES;
///
/// assert!(APPROVING_CODES.contains(&"A2".parse::<ResponseCode>()?));
/// assert!(!APPROVING_CODES.contains(&"08".parse::<ResponseCode>()?));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
pub const APPROVING_CODES: &[ResponseCode] = &[
    ResponseCode::APPROVED,
    ResponseCode::APPROVED_IN_PART,
    ResponseCode::known(*b"11"),
    ResponseCode::known(*b"16"),
    ResponseCode::known(*b"A2"),
    ResponseCode::known(*b"A4"),
    ResponseCode::known(*b"A5"),
    ResponseCode::known(*b"A6"),
];
