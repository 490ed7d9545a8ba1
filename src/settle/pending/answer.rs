//! What a response says.

use super::super::Entry;
use crate::de;
use crate::element::{Amount, Currency, ResponseCode, Rrn};
use crate::error::ParseError;
use crate::message::Message;

/// What a response to a transaction says.
///
/// ```
/// use isomsg::settle::Answer;
/// use isomsg::{MessageBuf, Mti, spec};
///
/// // 12.50 were asked for.
/// let mut response = MessageBuf::new(&spec::UNIONPAY_POS, "0210".parse::<Mti>()?);
/// response.set(4, 1000u64)?;
/// response.set(39, "10")?;
/// let answer = Answer::of_message(&response.as_message())?;
/// assert_eq!((answer.code().as_str(), answer.minor()), ("10", Some(1000)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    code: ResponseCode,
    rrn: Option<Rrn>,
    minor: Option<u64>,
    /// Where it is not said, that of the entry.
    currency: Option<Currency>,
}

impl Answer {
    /// A response code, and no more.
    #[must_use]
    pub fn new(code: ResponseCode) -> Self {
        Answer { code, rrn: None, minor: None, currency: None }
    }

    /// The answer of a response, by the fields 39, and 4, 37 and 49 if they are there.
    ///
    /// # Errors
    ///
    /// Field 39 is absent, or one of them is not what it should be.
    pub fn of_message(response: &Message<'_>) -> Result<Self, ParseError> {
        let mut answer = Answer::new(response.require(de::RESPONSE_CODE)?.parse()?);
        if let Some(field) = response.field(de::RETRIEVAL_REFERENCE_NUMBER) {
            answer.rrn = Some(field.parse()?);
        }
        if let Some(field) = response.field(de::AMOUNT_TRANSACTION) {
            answer.minor = Some(field.parse()?);
        }
        if let Some(field) = response.field(de::CURRENCY_CODE_TRANSACTION) {
            answer.currency = Some(field.parse()?);
        }
        Ok(answer)
    }

    /// The answer with the number that the host gave, field 37.
    #[must_use]
    pub fn with_rrn(self, rrn: Rrn) -> Self {
        Answer { rrn: Some(rrn), ..self }
    }

    /// The answer with the amount that was approved: less than what was asked for only where it is approved in part. An answer
    /// that approves another amount is no answer that can be used.
    #[must_use]
    pub fn with_amount(self, amount: Amount) -> Self {
        Answer { minor: Some(amount.minor()), currency: Some(amount.currency()), ..self }
    }

    /// The response code.
    #[must_use]
    pub fn code(&self) -> ResponseCode {
        self.code
    }

    /// The amount that was approved, in minor units; `None` where the answer does not say it.
    #[must_use]
    pub fn minor(&self) -> Option<u64> {
        self.minor
    }

    /// The entry with what an answer says of it that approves; `None` if it approves something else.
    pub(super) fn approved(&self, entry: Entry) -> Option<Entry> {
        let asked = entry.amount();
        let is_other = self.currency.is_some_and(|currency| currency != asked.currency());
        let minor = self.code.approved_of(asked.minor(), self.minor).filter(|_| !is_other)?;
        Some(self.known(entry).with_amount(asked.with_minor(minor)))
    }

    /// The entry with the number that the host gave.
    pub(super) fn known(&self, entry: Entry) -> Entry {
        self.rrn.map_or(entry, |rrn| entry.with_rrn(rrn))
    }
}
