//! A terminal, which makes requests.

use super::Transaction;
use crate::element::unionpay::Field60;
use crate::element::{AcceptorId, BatchNumber, Currency, Stan, TerminalId};
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::message::MessageBuf;
use crate::spec::{self, SpecRef};

/// A terminal: who it is, and which batch and message comes next.
#[derive(Clone, Debug)]
pub struct Terminal<'a> {
    /// Field 41.
    pub id: TerminalId<'a>,
    /// Field 42.
    pub acceptor: AcceptorId<'a>,
    /// Field 60.2; the answer to a sign-in says the new one.
    pub batch: BatchNumber,
    /// Field 11 of the next request.
    pub stan: Stan,
    /// Field 60 from 60.4 on: terminal read capability (60.4), IC condition (60.5), partial approval and balance support (60.6),
    /// account type (60.7, three digits). It may be cut behind each of them, and be empty.
    pub capabilities: &'a str,
    /// Field 49.
    pub currency: Currency,
    spec: SpecRef<'a>,
}

impl<'a> Terminal<'a> {
    /// A terminal whose next message is the first of this batch.
    #[must_use]
    pub fn new(id: TerminalId<'a>, acceptor: AcceptorId<'a>, batch: BatchNumber) -> Self {
        let (stan, spec) = (Stan::FIRST, SpecRef::from(&spec::UNIONPAY_POS));
        Terminal { id, acceptor, batch, stan, capabilities: "", currency: Currency::CNY, spec }
    }

    /// The terminal with a spec that extends `unionpay-pos` by what the acquirer has otherwise.
    #[must_use]
    pub fn with_spec(self, spec: impl Into<SpecRef<'a>>) -> Self {
        Terminal { spec: spec.into(), ..self }
    }

    /// A request: message type, 3, 11, 25, 41, 42, 60, and 49 where the transaction has it ([`Transaction::has_currency`]). What
    /// was read of the card, the amount and the MAC are left to set; so is 60.1 where the transaction has several and not the
    /// first is meant. The next request has the next number.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NeedsOriginal`] for [`Transaction::REVERSAL`], capabilities that field 60 cannot hold, and
    /// what the spec does not admit.
    pub fn request(&mut self, transaction: &Transaction) -> Result<MessageBuf, EncodeError> {
        let code = transaction.management_codes().first().copied().unwrap_or("000");
        let type_code = transaction.type_codes().first().ok_or_else(|| needs_original(transaction))?;
        let kind = Field60::new(type_code, self.batch, code, self.capabilities).map_err(|not| not.in_field(60))?;
        let mut request = MessageBuf::new(self.spec, transaction.mti());
        request.set(60, &kind)?;
        request.set(11, &self.stan)?;
        request.set(41, &self.id)?;
        request.set(42, &self.acceptor)?;
        for (number, value) in [(3, transaction.processing_code()), (25, transaction.condition_code())] {
            if !value.is_empty() {
                request.set(number, value)?;
            }
        }
        if transaction.has_currency() {
            request.set(49, &self.currency)?;
        }
        self.stan = self.stan.next();
        Ok(request)
    }
}

fn needs_original(transaction: &Transaction) -> EncodeError {
    let kind = EncodeErrorKind::NeedsOriginal { mti: transaction.mti().digits() };
    EncodeError::new(kind, FieldPath::MESSAGE)
}
