//! What a terminal asks, as it goes to the other banks.

use super::{BankTransaction, Transaction, element};
use crate::de;
use crate::element::unionpay::Field61;
use crate::element::{OriginalDataElements, Stan};
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::message::{Field, Message, MessageBuf};
use crate::mti::{MessageClass, Mti};
use crate::spec::{self, Sensitivity, SpecRef};
use crate::value::{Input, NotThat};
use alloc::string::String;

/// The fields of a terminal that mean the same between banks. Its 37 is what the acquirer answered before, 39 a reason of its
/// own, and 60 to 64 mean something else there.
const SAME: [u16; 14] = [2, 4, 11, 14, 22, 23, 25, 35, 36, 38, 41, 42, 49, 55];

/// A terminal's request as it goes to the other banks: by its transaction, 310000 becomes 300000 and 0400 becomes 0420, and what
/// means the same is copied. What the acquirer knows, such as 7, 12, 13, 18, 32, 33, 37, 43 and 60, is given; it comes last, and
/// replaces what was copied.
///
/// A reversal names the message that it takes back in 90, and what has an original in 61, such as a void, a completion or a
/// refund, names that, as much as a terminal knows of it: type and number, and zeros for the time. A refund that gives
/// nothing but the day of its sale names none. Where the acquirer gave the original another number, or has to say its time, 90 is
/// given.
///
/// PIN blocks and keys are never copied, also not within 55, nor tracks that the terminal enciphered (the third digit of 53 is 1):
/// they are under keys between terminal and acquirer. Enciphered anew they are given, as 52, 35, 36 or 55.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use isomsg::element::{AcceptorId, TerminalId};
/// use isomsg::unionpay::{Terminal, Transaction, to_bank};
///
/// let mut terminal = Terminal::new(TerminalId::new("TERM0001")?, AcceptorId::new("SHOP00000000042")?, "000017".parse()?);
/// let mut inquiry = terminal.request(&Transaction::BALANCE_INQUIRY)?;
/// inquiry.set(2, "4111111111111111")?;
/// inquiry.set(22, "012")?;
/// let passed_on = to_bank(&inquiry.as_message(), &[(7, "1127132928".into()), (32, "10000001".into())])?;
/// assert!(passed_on.require(3)?.value() == "300000");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// * [`EncodeErrorKind::UnknownTransaction`] for a message that is no request of the table of transactions.
/// * [`EncodeErrorKind::NotBetweenBanks`] for a transaction between terminal and acquirer only, and for one that
///   [`BankTransaction::for_terminal`] does not have, unless its processing code there is given (3).
/// * [`EncodeErrorKind::EncipheredForThisSide`] for a PIN block or an enciphered track in place of which none is given.
/// * [`EncodeErrorKind::BrokenStructure`] for chip data that cannot be opened, and so could hold one.
/// * [`EncodeErrorKind::BadValue`] for an original that cannot be read, and a value that the spec `cups` does not admit.
pub fn to_bank<'v>(request: &Message<'_>, acquirer: &[(u16, Input<'v>)]) -> Result<MessageBuf, EncodeError> {
    let is_given = |number: u16| acquirer.iter().any(|(given, _)| *given == number);
    let transaction = asked(request)?;
    let code = processing_code(transaction, is_given(de::PROCESSING_CODE))?;
    check_ciphers(request, is_given)?;
    let mut passed_on = MessageBuf::new(SpecRef::from(&spec::CUPS), passed_type(request.mti()));
    let is_copied = |number: u16| {
        SAME.contains(&number) || number == de::POINT_OF_SERVICE_PIN_CAPTURE_CODE && is_given(de::PIN_DATA)
    };
    for field in request.fields().filter(|field| is_copied(field.number()) && !is_given(field.number())) {
        passed_on.set(field.number(), field.value())?;
    }
    if let Some(code) = code {
        passed_on.set(de::PROCESSING_CODE, code)?;
    }
    for (number, value) in acquirer {
        passed_on.set(*number, *value)?;
    }
    if !is_given(de::ORIGINAL_DATA_ELEMENTS) {
        name_original(request, transaction, &mut passed_on)?;
    }
    Ok(passed_on)
}

/// The transaction that is asked for, or reversed.
fn asked(request: &Message<'_>) -> Result<&'static Transaction, EncodeError> {
    let transaction = match is_reversal(request) {
        true => Transaction::reversed_by(request),
        false => Transaction::of(request),
    };
    let kind = EncodeErrorKind::UnknownTransaction { mti: request.mti().digits() };
    let is_request = !request.mti().is_response();
    transaction.filter(|_| is_request).ok_or(EncodeError::new(kind, FieldPath::MESSAGE))
}

/// The processing code between banks; `None` where the acquirer gives it.
fn processing_code(transaction: &Transaction, is_given: bool) -> Result<Option<&'static str>, EncodeError> {
    let code = BankTransaction::for_terminal(transaction).map(BankTransaction::processing_code);
    let moves = matches!(transaction.mti().class(), MessageClass::Authorization | MessageClass::Financial);
    let kind = EncodeErrorKind::NotBetweenBanks { mti: transaction.mti().digits() };
    match code {
        Some(_) => Ok(code),
        None if moves && is_given => Ok(None),
        None => Err(EncodeError::new(kind, FieldPath::MESSAGE)),
    }
}

/// Nothing is passed on, or silently left out, that only the acquirer can decipher: neither a field nor a part of one. What cannot
/// be opened could hold it.
fn check_ciphers(request: &Message<'_>, is_given: impl Fn(u16) -> bool) -> Result<(), EncodeError> {
    let has_enciphered_tracks = has_enciphered_tracks(request);
    let is_asked = |number: u16| (number == de::PIN_DATA || SAME.contains(&number)) && !is_given(number);
    for field in request.fields().filter(|field| is_asked(field.number())) {
        let is_cipher = |part: &Field<'_>, _| match (field.number(), part.sensitivity()) {
            (de::PIN_DATA, _) | (_, Sensitivity::Pin | Sensitivity::Key) => true,
            (de::TRACK_2_DATA | de::TRACK_3_DATA, _) | (_, Sensitivity::Track) => has_enciphered_tracks,
            _ => false,
        };
        let fault = |kind, path| Err(EncodeError::new(kind, path));
        match field.find_within(&is_cipher) {
            Ok(None) => {}
            Ok(Some(path)) => return fault(EncodeErrorKind::EncipheredForThisSide, path),
            Err(error) => return fault(EncodeErrorKind::BrokenStructure, error.path()),
        }
    }
    Ok(())
}

/// The third digit of 53 is 1; what is there and no digit is not trusted.
fn has_enciphered_tracks(request: &Message<'_>) -> bool {
    let Some(security) = request.field(de::SECURITY_RELATED_CONTROL_INFORMATION) else { return false };
    let value = security.value();
    let digit = value.units().nth(2).filter(|digit| !value.is_binary() && digit.is_ascii_digit());
    digit.is_none_or(|digit| digit == b'1')
}

fn is_reversal(request: &Message<'_>) -> bool {
    Transaction::REVERSAL.mti() == request.mti().first_sent()
}

/// A reversal is an advice there; what is sent once more stays so.
fn passed_type(mti: Mti) -> Mti {
    let passed = match mti.class() {
        MessageClass::Reversal => mti.advice().unwrap_or(mti),
        _ => mti,
    };
    if mti.is_repeat() { passed.repeat().unwrap_or(passed) } else { passed }
}

/// Sets field 90, where the request names an original.
fn name_original(
    request: &Message<'_>,
    transaction: &Transaction,
    passed_on: &mut MessageBuf,
) -> Result<(), EncodeError> {
    let Some((mti, stan)) = original(request, transaction)? else { return Ok(()) };
    let text = |number: u16| -> String {
        passed_on.field(number).map(|field| field.value().chars().collect()).unwrap_or_default()
    };
    let named = OriginalDataElements::new(
        mti,
        stan,
        None,
        &text(de::ACQUIRING_INSTITUTION_ID_CODE),
        &text(de::FORWARDING_INSTITUTION_ID_CODE),
    );
    passed_on.set(de::ORIGINAL_DATA_ELEMENTS, &named.map_err(|not| not.in_field(de::ORIGINAL_DATA_ELEMENTS))?)
}

/// Type and number of the original, where the request names one.
fn original(request: &Message<'_>, transaction: &Transaction) -> Result<Option<(Mti, Stan)>, EncodeError> {
    if is_reversal(request) {
        return Ok(Some((transaction.mti(), element(request, de::STAN)?)));
    }
    let Some(original) = transaction.original().filter(|_| request.field(61).is_some()) else { return Ok(None) };
    let named: Field61 = element(request, 61)?;
    let stan: Stan = named.stan().parse().map_err(|not: NotThat| not.in_field(61))?;
    Ok((stan.number() != 0).then_some((original.mti(), stan)))
}
