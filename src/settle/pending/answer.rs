//! What a response says.

use super::super::Entry;
use crate::de;
use crate::element::{Amount, ResponseCode, Rrn};
use crate::error::ParseError;
use crate::message::Message;

/// What a response to a transaction says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    code: ResponseCode,
    rrn: Option<Rrn>,
    amount: Option<Amount>,
}

impl Answer {
    /// A response code, and no more.
    #[must_use]
    pub fn new(code: ResponseCode) -> Self {
        Answer { code, rrn: None, amount: None }
    }

    /// The answer of a response, by the fields 39, and 37 if it is there.
    ///
    /// # Errors
    ///
    /// Field 39 is absent, or one of them is not what it should be.
    pub fn of_message(response: &Message<'_>) -> Result<Self, ParseError> {
        let answer = Answer::new(response.require(de::RESPONSE_CODE)?.parse()?);
        match response.field(de::RETRIEVAL_REFERENCE_NUMBER) {
            Some(field) => Ok(answer.with_rrn(field.parse()?)),
            None => Ok(answer),
        }
    }

    /// The answer with the number that the host gave, field 37.
    #[must_use]
    pub fn with_rrn(self, rrn: Rrn) -> Self {
        Answer { rrn: Some(rrn), ..self }
    }

    /// The answer with the amount that was approved, where it is not the one that was asked for.
    #[must_use]
    pub fn with_amount(self, amount: Amount) -> Self {
        Answer { amount: Some(amount), ..self }
    }

    /// The response code.
    #[must_use]
    pub fn code(&self) -> ResponseCode {
        self.code
    }

    /// The entry with what the answer says of it.
    pub(super) fn told(&self, entry: Entry) -> Entry {
        let entry = self.rrn.map_or(entry, |rrn| entry.with_rrn(rrn));
        self.amount.map_or(entry, |amount| entry.with_amount(amount))
    }
}
