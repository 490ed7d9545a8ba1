//! Faults in received bytes.

use super::path::{FieldPath, Place};
use core::fmt;

/// A fault in received bytes: what, in which field, at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    kind: ParseErrorKind,
    offset: u32,
    path: FieldPath,
}

impl ParseError {
    pub(crate) fn new(kind: ParseErrorKind, offset: usize, path: FieldPath) -> Self {
        ParseError { kind, offset: u32::try_from(offset).unwrap_or(u32::MAX), path }
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> ParseErrorKind {
        self.kind
    }

    /// Where the fault begins, counted in bytes from the start of the buffer the caller gave.
    ///
    /// For something cut short this is where that something begins.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset as usize
    }

    /// The field; [`FieldPath::MTI`], [`FieldPath::BITMAP`], or [`FieldPath::MESSAGE`] for the message as a whole.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        self.path
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{} at byte {}", self.kind, Place(&self.path), self.offset)
    }
}

impl core::error::Error for ParseError {}

/// What is wrong with received bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// The message is longer than the 65,535 bytes that the index can address.
    #[error("message of {length} bytes exceeds the maximum 65535")]
    MessageTooLong {
        /// Bytes given.
        length: usize,
    },
    /// The message ends before this element does.
    #[error("cut short after {left} of {needed} bytes")]
    Truncated {
        /// Bytes that the element needs.
        needed: usize,
        /// Bytes that are there.
        left: usize,
    },
    /// The message type holds something that is not a digit.
    #[error("not a digit")]
    BadMti,
    /// A bitmap in hex holds something that is not a hex digit of the stated case.
    #[error("not a hex digit")]
    BadBitmap,
    /// A length prefix is not a number in its form.
    #[error("length prefix is not a number")]
    BadLength,
    /// A length prefix is above what the spec admits.
    #[error("length {length} exceeds the maximum {maximum}")]
    LengthAboveMaximum {
        /// The length as the prefix counts it.
        length: u64,
        /// The maximum in the same unit.
        maximum: u32,
    },
    /// A length prefix is below what the spec admits.
    #[error("length {length} is below the minimum {minimum}")]
    LengthBelowMinimum {
        /// The length as the prefix counts it.
        length: u64,
        /// The minimum in the same unit.
        minimum: u32,
    },
    /// A length counts half bytes, and is odd where whole bytes are needed.
    #[error("length {length} is not a whole number of bytes")]
    PartialByte {
        /// The length as the prefix counts it.
        length: u64,
    },
    /// A tag has more than four bytes.
    #[error("tag of more than four bytes")]
    BadTag,
    /// A tag of letters and digits has something else.
    #[error("tag is not letters and digits")]
    TagCharacter,
    /// The spec has no row for the tag, and refuses such tags.
    #[error("tag is not one that the spec lists")]
    UnknownTag,
    /// There are more groups than the spec admits.
    #[error("more groups than the maximum {maximum}")]
    TooManyGroups {
        /// The maximum.
        maximum: u16,
    },
    /// The field or tag may not stand in a message of this type.
    #[error("not allowed in a message of this type")]
    NotInThisMessage,
    /// The message type is not one that the typed message stands for.
    #[error("message type {mti:04X} is another")]
    OtherMessageType {
        /// The message type, one digit a nibble.
        mti: u16,
    },
    /// The field or part may be there only when a condition holds, and it does not.
    #[error("condition for it does not hold")]
    Unexpected,
    /// A text is not the path of a field.
    #[error("not a field path")]
    BadPath,
    /// Digits that share bytes end before this part does.
    #[error("cut short after {left} of {needed} digits")]
    DigitsMissing {
        /// Digits that the part needs.
        needed: usize,
        /// Digits that are there.
        left: usize,
    },
    /// Something is left over behind the last part of a field.
    #[error("left over behind the last part: {count} bytes")]
    LeftOver {
        /// How many bytes it has a share in.
        count: usize,
    },
    /// The spec does not say what the content is made of.
    #[error("spec states no structure")]
    NoStructure,
    /// Structures are nested deeper than a path can name.
    #[error("nested deeper than six levels")]
    TooDeep,
    /// The terminator of the field is missing.
    #[error("terminator not found")]
    NoTerminator,
    /// A character is not in the class of its field.
    #[error("character outside class {class}")]
    BadCharacter {
        /// The class in the standard's notation.
        class: &'static str,
    },
    /// A BCD nibble is not in the class of its field.
    #[error("nibble outside class {class}")]
    BadNibble {
        /// The class in the standard's notation.
        class: &'static str,
    },
    /// The nibble that fills up an odd number of BCD digits is not the one that the spec states.
    #[error("pad nibble is not the one specified")]
    BadPad,
    /// The sign of an amount is neither C nor D.
    #[error("sign is neither C nor D")]
    BadSign,
    /// The bitmap announces a field that the spec does not define.
    #[error("undefined field")]
    UndefinedField,
    /// Bytes are left over behind the last field.
    #[error("bytes left over behind the last field: {count}")]
    TrailingBytes {
        /// How many.
        count: usize,
    },
    /// A field that the caller requires is absent.
    #[error("required field is absent")]
    Absent,
    /// The value does not fit the type that the caller asked for.
    #[error("value is not {expected}")]
    BadValue {
        /// What was asked for, for example "a number of at most 64 bits".
        expected: &'static str,
    },
}
