//! Faults in values that a caller gave.

use super::path::{FieldPath, Place, Segment};
use core::fmt;

/// A value that cannot be written, or a buffer that cannot hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncodeError {
    kind: EncodeErrorKind,
    path: FieldPath,
}

impl EncodeError {
    pub(crate) fn new(kind: EncodeErrorKind, path: FieldPath) -> Self {
        EncodeError { kind, path }
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> EncodeErrorKind {
        self.kind
    }

    /// The field.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        self.path
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind, Place(&self.path))
    }
}

impl core::error::Error for EncodeError {}

/// What is wrong with a value or with where it should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeErrorKind {
    /// The buffer is too small.
    #[error("buffer of {available} bytes is too small, {needed} needed")]
    BufferTooSmall {
        /// Bytes needed so far.
        needed: usize,
        /// Bytes given.
        available: usize,
    },
    /// The message would be longer than 65,535 bytes.
    #[error("message of {length} bytes exceeds the maximum 65535")]
    MessageTooLong {
        /// The length it would have.
        length: usize,
    },
    /// The spec does not define the field.
    #[error("undefined field")]
    UndefinedField,
    /// The content of the field follows from the other fields: it carries the third bitmap.
    #[error("content follows from the other fields")]
    Derived,
    /// A reader would not find the field: it stands behind a field that reaches to the end of the message or, without a
    /// bitmap, behind a gap; or nothing announces it.
    #[error("a reader would not find the field among the others")]
    OutOfReach,
    /// The value is longer than the spec admits.
    #[error("length {length} exceeds the maximum {maximum}")]
    LengthAboveMaximum {
        /// The length of the value in digits, characters or bytes.
        length: usize,
        /// The maximum in the same unit.
        maximum: u32,
    },
    /// The value is shorter than the spec admits, and the spec states no filler.
    #[error("length {length} is below the minimum {minimum}")]
    LengthBelowMinimum {
        /// The length of the value in digits, characters or bytes.
        length: usize,
        /// The minimum in the same unit.
        minimum: u32,
    },
    /// A character is not in the class of the field.
    #[error("character {position} of the value is outside class {class}")]
    BadCharacter {
        /// Which character, counted from 1.
        position: usize,
        /// The class in the standard's notation.
        class: &'static str,
    },
    /// A character has no code in the code page or form of the field.
    #[error("character {position} of the value has no code in this form")]
    NoCode {
        /// Which character, counted from 1.
        position: usize,
    },
    /// A binary field was given a text that is not pairs of hex digits.
    #[error("value of a binary field is not pairs of hex digits")]
    BadHex,
    /// The value contains the terminator of its field.
    #[error("value contains the terminator of its field")]
    ContainsTerminator,
    /// The prefix does not count digits, and an odd number could not be told from an even one by the pad.
    #[error("number of digits could not be read back: the prefix counts bytes, and the pad could be a digit")]
    AmbiguousLength,
    /// The spec does not say what the content is made of, so it has no parts.
    #[error("spec states no structure")]
    NoStructure,
    /// A tag is not of the form that its structure has.
    #[error("tag is not one of this structure")]
    BadTag,
    /// The spec has no row for the tag, and refuses such tags.
    #[error("tag is not one that the spec lists")]
    UnknownTag,
    /// The structure that holds the part cannot be read.
    #[error("structure that holds the part cannot be read")]
    BrokenStructure,
    /// The value of a group is not made of its parts.
    #[error("value is not made of the parts of its group")]
    NotItsParts,
    /// The field is not made of parts one behind the other.
    #[error("field is not made of parts one behind the other")]
    NotASequence,
    /// Parts that stand before this one are not there.
    #[error("parts before it are missing, the first is {}", first.as_str())]
    PartsMissing {
        /// The first of them.
        first: Segment,
    },
    /// There would be more groups than the spec admits.
    #[error("more groups than the maximum {maximum}")]
    TooManyGroups {
        /// The maximum.
        maximum: u16,
    },
    /// A text is not the path of a field.
    #[error("not a field path")]
    BadPath,
    /// The field is absent, or present, against what was announced to the writer.
    #[error("field is not the next one announced")]
    OutOfOrder,
    /// Fields that were announced to the writer have not been written.
    #[error("announced fields not written: {count}")]
    Unwritten {
        /// How many.
        count: usize,
    },
    /// The value is not what the place asks for.
    #[error("value is not {expected}")]
    BadValue {
        /// What was expected, for example "a date of month and day".
        expected: &'static str,
    },
    /// The value is a masked one, so it is not the value.
    #[error("value is masked")]
    Masked,
    /// The message type is not one that the typed message stands for.
    #[error("message type {mti:04X} is another")]
    OtherMessageType {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The message is a response, which is not repeated, or its origin has no repeats.
    #[error("message type {mti:04X} has no repeat")]
    NoRepeat {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The message is no request, of which an advice could tell.
    #[error("message type {mti:04X} has no advice")]
    NoAdvice {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The message moves nothing that could be taken back, or not so much.
    #[error("message of type {mti:04X} has nothing of it to be reversed")]
    NotReversible {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The message is no transaction that is known, so nothing can be said of it.
    #[error("message of type {mti:04X} is no transaction that is known")]
    UnknownTransaction {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// A message of this kind is made from its original, not by itself.
    #[error("message of type {mti:04X} is made from its original only")]
    NeedsOriginal {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The transaction is one between a terminal and its acquirer only.
    #[error("message of type {mti:04X} is not known between banks")]
    NotBetweenBanks {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The value is enciphered under a key that the other side does not have.
    #[error("value is enciphered for this side, and must be given anew")]
    EncipheredForThisSide,
    /// The message is no answer to the one that it should answer.
    #[error("message of type {mti:04X} is not the answer to this one")]
    NotTheAnswer {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The answer does not approve what was asked.
    #[error("answer of type {mti:04X} does not approve")]
    NotApproved {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The message is itself a response, or its type has no response.
    #[error("message type {mti:04X} has no response")]
    NoResponse {
        /// The message type, one digit a nibble.
        mti: u16,
    },
}
