//! What can be wrong with totals, uploads and stored records.

use crate::element::AmountError;
use crate::error::{EncodeError, FieldPath, ParseError};

/// Something cannot be added up, written or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettleError {
    /// Amounts do not go together, or a sum is out of range.
    #[error("{0}")]
    Amount(#[from] AmountError),
    /// A count or an amount has more digits than there are places, or a net amount is negative.
    #[error("count or amount is out of range")]
    OutOfRange,
    /// More was taken back than there was, so the rest cannot be stated.
    #[error("more was taken back than there was")]
    MoreTakenBack,
    /// An adjustment does not name its original, or is to be counted without it.
    #[error("adjustment without its original")]
    NoOriginal,
    /// A message that is to be kept has a track, a PIN block, a key or a card verification value, or something that cannot be
    /// opened to see whether it has.
    #[error("must not be stored: content of field {0}")]
    NotToBeStored(FieldPath),
    /// The net amount of a message is not that of its totals.
    #[error("net amount is not that of the totals")]
    OtherNet,
    /// The message is not one of the edition of 1987 or of 1993.
    #[error("totals are not in fields of their own in this edition")]
    OtherEdition,
    /// The card number is not that of the entry.
    #[error("card number is not that of the entry")]
    OtherCard,
    /// There is no card number for an entry that is uploaded.
    #[error("no card number for an entry")]
    NoCard,
    /// The card number begins with zero, and would be read back without it.
    #[error("card number begins with zero")]
    LeadingZero,
    /// The number has twelve digits, where there are six places.
    #[error("system trace audit number has more than six digits")]
    LongStan,
    /// There are more records than a packet holds.
    #[error("packet of more than 8 records")]
    TooManyRecords,
    /// The message cannot be written.
    #[error("{0}")]
    Encode(#[from] EncodeError),
    /// The message cannot be read.
    #[error("{0}")]
    Parse(#[from] ParseError),
}
