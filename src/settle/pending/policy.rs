//! What networks decide differently.

use crate::element::ResponseCode;

/// What networks decide differently: how often something is sent, and what response codes mean.
///
/// ```
/// use isomsg::settle::Policy;
///
/// // This network says 25 where it never saw what is reversed.
/// let cleared = ["25".parse()?, "12".parse()?];
/// let policy = Policy { cleared_by: &cleared, ..Policy::DEFAULT };
/// assert_eq!(policy.tries, 3);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy<'p> {
    /// How often a reversal or an advice is sent, usually three times. At least once.
    pub tries: u8,
    /// Codes that approve besides those of [`ResponseCode::is_approved`]: A2, A4, A5 and A6 of UnionPay, approved with
    /// defects.
    pub approved_by: &'p [ResponseCode],
    /// Codes that confirm a reversal besides 00. That 25 (no such transaction) and 12 do is said to be common; no source
    /// could be checked, so nobody's code is here unless the caller says so. Any other answer leaves the reversal due.
    pub cleared_by: &'p [ResponseCode],
    /// Codes that confirm an advice besides those that approve: 94, of what was told before.
    pub advised_by: &'p [ResponseCode],
    /// Codes of a response after which a reversal is due, because the host does not know how it went. None unless the
    /// caller says so.
    pub reversed_after: &'p [ResponseCode],
    /// Codes after which the terminal has to sign in again: 77 (another batch) and A0 (wrong MAC).
    pub sign_in_after: &'p [ResponseCode],
    /// The reason that a reversal states in field 39 when no answer came, 98.
    pub no_answer: ResponseCode,
}

macro_rules! codes {
    ($($code:literal)+) => {
        &[$(ResponseCode::known(*$code)),+]
    };
}

impl Policy<'static> {
    /// What at least two sources on UnionPay POS agree on.
    pub const DEFAULT: Self = Policy {
        tries: 3,
        approved_by: codes!(b"A2" b"A4" b"A5" b"A6"),
        cleared_by: &[],
        advised_by: codes!(b"94"),
        reversed_after: &[],
        sign_in_after: codes!(b"77" b"A0"),
        no_answer: ResponseCode::known(*b"98"),
    };
}

impl Default for Policy<'static> {
    fn default() -> Self {
        Policy::DEFAULT
    }
}

impl Policy<'_> {
    pub(super) fn approves(&self, code: ResponseCode) -> bool {
        code.is_approved() || self.approved_by.contains(&code)
    }

    pub(super) fn clears(&self, code: ResponseCode) -> bool {
        code == ResponseCode::APPROVED || self.cleared_by.contains(&code)
    }

    pub(super) fn advises(&self, code: ResponseCode) -> bool {
        self.approves(code) || self.advised_by.contains(&code)
    }
}
