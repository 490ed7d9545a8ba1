//! Taking back a transaction that was approved.

use super::response_check::{MUST_MATCH, matches};
use super::{APPROVING_CODES, Terminal, Transaction, element};
use crate::de;
use crate::element::unionpay::{Field60, Field61};
use crate::element::{BatchNumber, LocalDate, ResponseCode, Stan};
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::message::{Message, MessageBuf};

/// A void, what it takes from the answer to its original, and whether it may name the day of that. One that does not is of the
/// batch that is open.
struct Void {
    transaction: Transaction,
    copied: &'static [u16],
    is_dated: bool,
}

// What the last four copy, no source says.
const VOIDS: &[Void] = &[
    Void { transaction: Transaction::SALE_VOID, copied: &[37, 38], is_dated: false },
    Void { transaction: Transaction::PRE_AUTHORIZATION_VOID, copied: &[38], is_dated: true },
    Void { transaction: Transaction::COMPLETION_VOID, copied: &[37, 38], is_dated: true },
    Void { transaction: Transaction::INSTALMENT_VOID, copied: &[], is_dated: false },
    Void { transaction: Transaction::POINTS_VOID, copied: &[], is_dated: false },
    Void { transaction: Transaction::RESERVATION_VOID, copied: &[], is_dated: false },
    Void { transaction: Transaction::LOAD_CASH_VOID, copied: &[], is_dated: false },
];

impl Terminal<'_> {
    /// The void of a transaction that this answer approved, with one of the [`APPROVING_CODES`]: the amount that was approved,
    /// which is less than asked where 39 is 10; card and expiry; and 61, which names the transaction by batch and number, and for
    /// pre-authorizations and completions by its day where the answer has it. These may be of an earlier batch; what else is
    /// voided is of the batch of this terminal.
    ///
    /// The voids of a sale and of a completion have 37 and 38 of the answer, that of a pre-authorization has 38. Of what those of
    /// an instalment, points or reservation sale and of a load for cash have, no source says: 37 and 38 are left to set. So is
    /// how the card is read this time (22, 35).
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::UnknownTransaction`] for a message that is none of the table, [`EncodeErrorKind::NotReversible`] for a
    /// transaction that has no void, or, at 60, is of another batch and may not be; [`EncodeErrorKind::NotTheAnswer`] for another
    /// answer, also for one that has one of [`MUST_MATCH`] otherwise, or approves another amount; [`EncodeErrorKind::NotApproved`] for a refusal;
    /// otherwise as [`Terminal::request`].
    pub fn void_of(&mut self, original: &Message<'_>, answer: &Message<'_>) -> Result<MessageBuf, EncodeError> {
        let void = Void::of(original)?;
        void.check_batch(original, self.batch)?;
        let code = check_approval(original, answer)?;
        let amount = approved_amount(original, answer, &code)?;
        let named = void.named(original, answer)?;
        // What is not made uses no number.
        let stan = self.stan;
        let mut request = self.request(&void.transaction)?;
        let filled = void.fill(&mut request, original, answer, amount, &named);
        if filled.is_err() {
            self.stan = stan;
        }
        filled.map(|()| request)
    }
}

impl Void {
    fn of(original: &Message<'_>) -> Result<&'static Void, EncodeError> {
        let mti = original.mti().digits();
        let fault = |kind| EncodeError::new(kind, FieldPath::MESSAGE);
        let transaction = Transaction::of(original).ok_or(fault(EncodeErrorKind::UnknownTransaction { mti }))?;
        let void = VOIDS.iter().find(|void| void.transaction.original() == Some(transaction));
        void.filter(|_| !original.mti().is_response()).ok_or(fault(EncodeErrorKind::NotReversible { mti }))
    }

    /// Gives a void what it takes of the original and of its answer.
    fn fill(
        &self,
        request: &mut MessageBuf,
        original: &Message<'_>,
        answer: &Message<'_>,
        amount: Option<u64>,
        named: &Field61,
    ) -> Result<(), EncodeError> {
        for number in [2, 14, 23, 49] {
            copy(number, original, request)?;
        }
        for number in self.copied {
            copy(*number, answer, request)?;
        }
        if let Some(amount) = amount {
            request.set(de::AMOUNT_TRANSACTION, amount)?;
        }
        request.set(61, named)
    }

    /// Whether the original is of the batch that it must be of.
    fn check_batch(&self, original: &Message<'_>, open: BatchNumber) -> Result<(), EncodeError> {
        let kind: Field60 = element(original, 60)?;
        let other = EncodeErrorKind::NotReversible { mti: original.mti().digits() };
        let fits = self.is_dated || kind.batch() == open;
        if fits { Ok(()) } else { Err(EncodeError::new(other, FieldPath::field(60))) }
    }

    /// Batch and number of the original, and its day where this void has it.
    fn named(&self, original: &Message<'_>, answer: &Message<'_>) -> Result<Field61, EncodeError> {
        let kind: Field60 = element(original, 60)?;
        let stan: Stan = element(original, de::STAN)?;
        let named = Field61::new(kind.batch(), &stan).map_err(|not| not.in_field(61))?;
        if !self.is_dated || answer.field(de::DATE_LOCAL_TRANSACTION).is_none() {
            return Ok(named);
        }
        let day: LocalDate = element(answer, de::DATE_LOCAL_TRANSACTION)?;
        named.with_date(day.as_str()).map_err(|not| not.in_field(61))
    }
}

const AMOUNT: &str = "4";

/// Whether this is the answer, and approves: the code that it does so with.
fn check_approval(original: &Message<'_>, answer: &Message<'_>) -> Result<ResponseCode, EncodeError> {
    let mti = answer.mti().digits();
    let other = |path| EncodeError::new(EncodeErrorKind::NotTheAnswer { mti }, path);
    if !original.is_answered_by(answer) {
        return Err(other(FieldPath::MESSAGE));
    }
    // Numbers come again, with another batch. An answer need not have all that a terminal checks; of the amount it depends on
    // the code what is right.
    let mut unlike = MUST_MATCH.iter().filter(|path| **path != AMOUNT && !matches(original, answer, path));
    if let Some(field) = unlike.find_map(|path| answer.field(*path)) {
        return Err(other(field.path()));
    }
    let code: Option<ResponseCode> = answer.field(de::RESPONSE_CODE).and_then(|code| code.value().parse().ok());
    let refusal = EncodeError::new(EncodeErrorKind::NotApproved { mti }, FieldPath::field(de::RESPONSE_CODE));
    code.filter(|code| APPROVING_CODES.contains(code)).ok_or(refusal)
}

/// How much was approved: what was asked, or, of an approval in part, what the answer says.
fn approved_amount(
    original: &Message<'_>,
    answer: &Message<'_>,
    code: &ResponseCode,
) -> Result<Option<u64>, EncodeError> {
    let amount = |message: &Message<'_>| {
        message.field(de::AMOUNT_TRANSACTION).map(|_| element::<u64>(message, de::AMOUNT_TRANSACTION)).transpose()
    };
    let (asked, approved) = (amount(original)?, amount(answer)?);
    let other = EncodeError::new(
        EncodeErrorKind::NotTheAnswer { mti: answer.mti().digits() },
        FieldPath::field(de::AMOUNT_TRANSACTION),
    );
    match asked {
        Some(asked) => code.approved_of(asked, approved).map(Some).ok_or(other),
        None if approved.is_none() && *code == ResponseCode::APPROVED_IN_PART => Err(other),
        None => Ok(approved),
    }
}

fn copy(number: u16, from: &Message<'_>, to: &mut MessageBuf) -> Result<(), EncodeError> {
    from.field(number).map_or(Ok(()), |field| to.set(number, field.value()))
}
