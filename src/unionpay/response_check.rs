//! What a terminal checks in a response before it believes it.

use crate::de;
use crate::element::ResponseCode;
use crate::error::FieldPath;
use crate::message::{Field, Message};

/// The fields in which the response to a UnionPay POS terminal must match its request.
///
/// A response to a sign-in has a new batch number in 60.2: for it give [`check_response`] a list without that. In 4 a
/// response that approves in part has the smaller amount that it approves, which matches.
pub const MUST_MATCH: &[&str] = &["3", "4", "11", "41", "42", "60.2"];

/// Why a response is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Mismatch {
    /// A response code is absent.
    #[error("response code is absent in field 39")]
    NoResponseCode,
    /// The message types are not those of a request and its response.
    #[error("not the type of the response")]
    Type,
    /// A field of the request is absent in the response, or another.
    #[error("not as in the request in field {0}")]
    Field(&'static str),
}

/// Whether a response belongs to a request: these fields of the request are the same in it, and it has field 39.
///
/// Fields that the request does not have are not compared. Field 4 may be another amount where the response approves it in
/// part, see [`ResponseCode::approved_of`]. Which fields are is a list, [`MUST_MATCH`] for UnionPay POS.
/// The MAC is not checked here.
///
/// # Errors
///
/// The first thing that is not so.
pub fn check_response(request: &Message<'_>, response: &Message<'_>, fields: &[&'static str]) -> Result<(), Mismatch> {
    if request.mti().response() != Some(response.mti()) {
        return Err(Mismatch::Type);
    }
    for path in fields {
        if !matches(request, response, path) {
            return Err(Mismatch::Field(path));
        }
    }
    response.field(de::RESPONSE_CODE).map(|_| ()).ok_or(Mismatch::NoResponseCode)
}

/// Whether a response has a field as its request, which need not have it.
pub(super) fn matches(request: &Message<'_>, response: &Message<'_>, path: &str) -> bool {
    let Some(asked) = request.field(path) else { return true };
    let Some(answered) = response.field(path) else { return false };
    let is_amount = asked.path() == FieldPath::field(de::AMOUNT_TRANSACTION);
    match code(response).filter(|_| is_amount) {
        Some(ResponseCode::APPROVED_IN_PART) => is_approved_in_part(&asked, &answered),
        _ => answered.value().units().eq(asked.value().units()),
    }
}

fn code(response: &Message<'_>) -> Option<ResponseCode> {
    response.field(de::RESPONSE_CODE)?.parse().ok()
}

fn is_approved_in_part(asked: &Field<'_>, answered: &Field<'_>) -> bool {
    let amounts = asked.parse().ok().zip(answered.parse().ok());
    amounts.is_some_and(|(asked, stated)| ResponseCode::APPROVED_IN_PART.approved_of(asked, Some(stated)).is_some())
}
