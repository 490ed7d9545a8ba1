//! Which transaction a message is.

use super::Transaction;
use crate::element::unionpay::Field60;
use crate::message::Message;
use crate::mti::Mti;

impl Transaction {
    /// Which transaction a message of a terminal is, or answers; by the spec `unionpay-pos` or one that extends it. A message that
    /// is sent once more (0201) is what it was at first.
    ///
    /// Field 60 may be cut before 60.3: that is as 000, or whatever it must be where a message type is that of one transaction
    /// only. A response may lack processing code and condition code, as far as it is still told apart. `None` where no row of the
    /// table, or more than one, has type, processing code, condition code and 60 together, so that nothing is known of the message;
    /// it may still be a transaction of one's acquirer.
    #[must_use]
    pub fn of(message: &Message<'_>) -> Option<&'static Transaction> {
        let kind = kind(message)?;
        only(Transaction::all().filter(|row| row.has_type_of(message.mti()) && row.agrees_with(message, &kind)))
    }

    /// Which transaction a reversal takes back, or the answer to one.
    #[must_use]
    pub fn reversed_by(message: &Message<'_>) -> Option<&'static Transaction> {
        let kind = kind(message).filter(|_| Transaction::REVERSAL.has_type_of(message.mti()))?;
        only(Transaction::all().filter(|row| row.is_reversible() && row.agrees_with(message, &kind)))
    }

    /// The request has this type, or a response this one.
    fn has_type_of(&self, mti: Mti) -> bool {
        mti.first_sent() == self.mti() || Some(mti) == self.mti().response()
    }

    fn agrees_with(&self, message: &Message<'_>, kind: &Field60) -> bool {
        has_codes(message, self.processing_code(), self.condition_code()) && self.has_codes_of(kind)
    }

    fn has_codes_of(&self, kind: &Field60) -> bool {
        let has_type = self.type_codes().is_empty() || self.type_codes().contains(&kind.type_code());
        has_type
            && match kind.management_code() {
                Some(code) => self.management_codes().contains(&code),
                None => self.management_codes() == ["000"] || self.is_alone_of_its_type(),
            }
    }

    fn is_alone_of_its_type(&self) -> bool {
        Transaction::all().filter(|row| row.mti() == self.mti()).count() == 1
    }
}

/// Whether a message has these in 3 and 25, where they are stated. A response need not have what it does not repeat.
pub(super) fn has_codes(message: &Message<'_>, processing_code: &str, condition_code: &str) -> bool {
    let may_lack = message.mti().is_response();
    [(3, processing_code), (25, condition_code)].into_iter().all(|(number, expected)| {
        expected.is_empty() || message.field(number).map_or(may_lack, |field| field.value() == *expected)
    })
}

/// What is left, if it is one.
pub(super) fn only<T>(mut rows: impl Iterator<Item = T>) -> Option<T> {
    rows.next().filter(|_| rows.next().is_none())
}

fn kind(message: &Message<'_>) -> Option<Field60> {
    message.field(60)?.value().parse().ok()
}
