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
    /// Codes that approve a transaction, and no others do: 00, 10 (in part), 11, 16, and A2, A4, A5 and A6 (with defects).
    pub approved_by: &'p [ResponseCode],
    /// Codes that confirm a reversal besides 00. That 25 (no such transaction) and 12 do is said to be common; no source
    /// could be checked, so nobody's code is here unless the caller says so. Any other answer leaves the reversal due.
    pub cleared_by: &'p [ResponseCode],
    /// Codes that confirm an advice besides those that approve: 94, of what was told before.
    pub advised_by: &'p [ResponseCode],
    /// Codes that refuse an advice for good. An advice tells what has taken place, so with any other code it stays due until
    /// it was sent as often as it may be, and counts.
    ///
    /// The default are those after which terminals call a transaction failed or keep the card, less those that say nothing of
    /// the transaction: that a host was busy, out of reach or in disorder (22, 90, 91, 92, 96, A7), or could not read it (30).
    pub advice_refused_by: &'p [ResponseCode],
    /// Codes of a response after which a reversal is due, because the host does not know how it went. None unless the
    /// caller says so.
    pub reversed_after: &'p [ResponseCode],
    /// Codes after which the terminal has to sign in again: 77 (another batch) and A0 (wrong MAC).
    pub sign_in_after: &'p [ResponseCode],
    /// The reason that a reversal states in field 39 when no answer came, 98.
    pub no_answer: ResponseCode,
    /// The reason that a reversal states in field 39 when an answer approves another amount than was asked for, 06.
    pub other_amount: ResponseCode,
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
        approved_by: crate::unionpay::APPROVING_CODES,
        cleared_by: &[],
        advised_by: codes!(b"94"),
        advice_refused_by: codes!(
            b"01" b"03" b"04" b"05" b"12" b"15" b"21" b"25" b"34" b"38" b"40" b"41" b"43" b"45" b"51" b"54" b"55" b"57"
            b"58" b"59" b"61" b"62" b"64" b"65" b"75" b"A1" b"A3"
        ),
        reversed_after: &[],
        sign_in_after: codes!(b"77" b"A0"),
        no_answer: ResponseCode::known(*b"98"),
        other_amount: ResponseCode::known(*b"06"),
    };
}

impl Default for Policy<'static> {
    fn default() -> Self {
        Policy::DEFAULT
    }
}

impl Policy<'_> {
    pub(super) fn approves(&self, code: ResponseCode) -> bool {
        self.approved_by.contains(&code)
    }

    pub(super) fn clears(&self, code: ResponseCode) -> bool {
        code == ResponseCode::APPROVED || self.cleared_by.contains(&code)
    }

    pub(super) fn advises(&self, code: ResponseCode) -> bool {
        self.approves(code) || self.advised_by.contains(&code)
    }

    /// Nor is it one that says the opposite, whatever the lists of a caller have twice.
    pub(super) fn refuses_advice(&self, code: ResponseCode) -> bool {
        self.advice_refused_by.contains(&code) && !self.advises(code)
    }

    pub(super) fn asks_for_sign_in(&self, code: ResponseCode) -> bool {
        self.sign_in_after.contains(&code)
    }
}
