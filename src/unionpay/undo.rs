//! Taking back a transaction to which no answer came.

use super::Transaction;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::message::{Message, MessageBuf};
use crate::value::Input;

/// What remains of the chip data of a transaction in its reversal.
const KEPT_TAGS: [&str; 5] = ["55.95", "55.9F1E", "55.9F10", "55.9F36", "55.DF31"];

/// The reversal of a terminal's request: 98 when no answer came, A0 when its MAC was wrong, 96 when it could not be completed,
/// 06 otherwise. Number and batch are those of the original; of the chip data only 95, 9F1E, 9F10, 9F36 and DF31 are kept. Nothing
/// is kept that can hold a PIN block: 52, 59, 62 and 63. An approval code that was received (38), the MAC, and what the acquirer
/// wants in 62 are left to set.
///
/// # Errors
///
/// [`EncodeErrorKind::NotReversible`] for a balance inquiry, a refund, an advice, and all else that is not reversed;
/// [`EncodeErrorKind::UnknownTransaction`] for a message that is none of the table: whether it may be reversed is for the caller
/// to know, who has [`Message::reversal`]; otherwise as that.
pub fn reversal_of<'v>(original: &Message<'_>, reason: impl Into<Input<'v>>) -> Result<MessageBuf, EncodeError> {
    let mti = original.mti().digits();
    let refuse = |kind| Err(EncodeError::new(kind, FieldPath::MESSAGE));
    match Transaction::of(original) {
        None => return refuse(EncodeErrorKind::UnknownTransaction { mti }),
        Some(transaction) if !transaction.is_reversible() => return refuse(EncodeErrorKind::NotReversible { mti }),
        Some(_) => {}
    }
    let mut reversal = original.reversal(reason)?;
    for path in KEPT_TAGS {
        if let Some(item) = original.field(path) {
            reversal.set(path, item.value())?;
        }
    }
    Ok(reversal)
}
