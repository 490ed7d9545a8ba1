//! A terminal, which makes requests.

use super::Transaction;
use crate::element::unionpay::{Field60, Field61};
use crate::element::{AcceptorId, Currency, Stan, TerminalId};
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::message::{Message, MessageBuf};
use crate::mti::MessageClass;
use crate::spec::{self, SpecRef};

/// A terminal: who it is, and which batch and message comes next.
#[derive(Clone, Debug)]
pub struct Terminal<'a> {
    /// Field 41.
    pub id: TerminalId<'a>,
    /// Field 42.
    pub acceptor: AcceptorId<'a>,
    /// Field 60.2, at most six digits; the answer to a sign-in says the new one.
    pub batch: u32,
    /// Field 11 of the next request.
    pub stan: Stan,
    /// Field 60 behind 60.3: what the terminal is able to. At most eight digits.
    pub abilities: &'a str,
    /// Field 49.
    pub currency: Currency,
    spec: SpecRef<'a>,
}

impl<'a> Terminal<'a> {
    /// A terminal whose next message is the first of this batch.
    #[must_use]
    pub fn new(id: TerminalId<'a>, acceptor: AcceptorId<'a>, batch: u32) -> Self {
        let (stan, spec) = (Stan::FIRST, SpecRef::from(&spec::UNIONPAY_POS));
        Terminal { id, acceptor, batch, stan, abilities: "", currency: Currency::CNY, spec }
    }

    /// The terminal with a spec that extends `unionpay-pos` by what the acquirer has otherwise.
    #[must_use]
    pub fn with_spec(self, spec: impl Into<SpecRef<'a>>) -> Self {
        Terminal { spec: spec.into(), ..self }
    }

    /// A request: message type, 3, 11, 25, 41, 42, 60, and 49 where money is asked for. What was read of the card, the amount and
    /// the MAC are left to set. The next request has the next number.
    ///
    /// # Errors
    ///
    /// A batch or abilities that field 60 cannot hold, and what the spec does not admit.
    pub fn request(&mut self, transaction: &Transaction) -> Result<MessageBuf, EncodeError> {
        let code = transaction.management_codes().first().copied().unwrap_or("000");
        let kind = Field60::new(transaction.type_code(), self.batch, code, self.abilities).map_err(|_| not_held(60))?;
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
        if matches!(transaction.mti().class(), MessageClass::Authorization | MessageClass::Financial) {
            request.set(49, &self.currency)?;
        }
        self.stan = self.stan.next();
        Ok(request)
    }

    /// The void of a transaction of this batch to which this was the answer: its amount, card and expiry, 37 and 38 of the answer
    /// where the void has them, and 61, which names it. How the card is read this time (22, 35) is left to set.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NotReversible`] for a transaction that has no void; otherwise as [`Terminal::request`].
    pub fn void_of(&mut self, original: &Message<'_>, answer: &Message<'_>) -> Result<MessageBuf, EncodeError> {
        let no_void =
            || EncodeError::new(EncodeErrorKind::NotReversible { mti: original.mti().digits() }, FieldPath::MESSAGE);
        let transaction = Transaction::of(original).filter(|it| it.mti() == original.mti()).ok_or_else(no_void)?;
        let (_, void, copied) = VOIDS.iter().find(|(of, ..)| of == transaction).ok_or_else(no_void)?;
        let named = named(original, answer).ok_or_else(|| not_held(61))?;
        let mut request = self.request(void)?;
        for number in [2, 4, 14, 23, 49] {
            if let Some(field) = original.field(number) {
                request.set(number, field.value())?;
            }
        }
        for number in *copied {
            if let Some(field) = answer.field(*number) {
                request.set(*number, field.value())?;
            }
        }
        request.set(61, &named)?;
        Ok(request)
    }
}

/// Transactions, their voids, and what a void takes from the answer.
const VOIDS: &[(Transaction, Transaction, &[u16])] = &[
    (Transaction::SALE, Transaction::SALE_VOID, &[37, 38]),
    (Transaction::PRE_AUTHORIZATION, Transaction::PRE_AUTHORIZATION_VOID, &[38]),
    (Transaction::COMPLETION, Transaction::COMPLETION_VOID, &[37, 38]),
    (Transaction::INSTALMENT_SALE, Transaction::INSTALMENT_VOID, &[37, 38]),
    (Transaction::POINTS_SALE, Transaction::POINTS_VOID, &[37, 38]),
    (Transaction::RESERVATION_SALE, Transaction::RESERVATION_VOID, &[37, 38]),
    (Transaction::LOAD_CASH, Transaction::LOAD_CASH_VOID, &[37, 38]),
];

/// Batch and number of a transaction, and the date of its answer where there is one.
fn named(original: &Message<'_>, answer: &Message<'_>) -> Option<Field61> {
    let kind: Field60 = original.field(60)?.value().parse().ok()?;
    let stan: Stan = original.field(11)?.value().parse().ok()?;
    let named = Field61::new(kind.batch(), &stan).ok()?;
    let date: Option<crate::element::LocalDate> = answer.field(13).and_then(|date| date.value().parse().ok());
    match date {
        Some(date) => named.with_date(date.as_str()).ok(),
        None => Some(named),
    }
}

fn not_held(number: u16) -> EncodeError {
    EncodeError::new(EncodeErrorKind::BrokenStructure, FieldPath::field(number))
}
