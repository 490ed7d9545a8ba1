//! What a terminal checks in a response before it believes it.

use crate::de;
use crate::message::Message;

/// The fields that a UnionPay POS terminal compares with those of its request.
///
/// A response to a sign-in has a new batch number in 60.2, and one that approves in part another amount in 4: for those
/// give [`check_response`] a list without them.
pub const REPEATED: &[&str] = &["3", "4", "11", "41", "42", "60.2"];

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
/// Fields that the request does not have are not compared. Which fields are is a list, [`REPEATED`] for UnionPay POS.
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
        if !is_repeated(request, response, path) {
            return Err(Mismatch::Field(path));
        }
    }
    response.field(de::RESPONSE_CODE).map(|_| ()).ok_or(Mismatch::NoResponseCode)
}

fn is_repeated(request: &Message<'_>, response: &Message<'_>, path: &str) -> bool {
    let Some(asked) = request.field(path) else { return true };
    response.field(path).is_some_and(|answered| answered.value().units().eq(asked.value().units()))
}
