//! Faults in a spec.

use super::path::{FieldPath, Place};
use core::fmt;

/// A spec that contradicts itself, or asks for something that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecError {
    kind: SpecErrorKind,
    path: FieldPath,
}

impl SpecError {
    pub(crate) const fn new(kind: SpecErrorKind, path: FieldPath) -> Self {
        SpecError { kind, path }
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> SpecErrorKind {
        self.kind
    }

    /// The field; [`FieldPath::MESSAGE`] for the spec as a whole.
    #[must_use]
    pub const fn path(&self) -> FieldPath {
        self.path
    }
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind, Place(&self.path))
    }
}

impl core::error::Error for SpecError {}

/// Declares the kinds once, with the text that both [`fmt::Display`] and a failed `const` evaluation show.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// What is wrong with a spec.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum SpecErrorKind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl SpecErrorKind {
            /// The reason, as a `const` table that fails to compile shows it.
            #[must_use]
            pub const fn reason(self) -> &'static str {
                match self {
                    $(SpecErrorKind::$name => $text,)+
                }
            }

            /// Every kind, for tests that want to see each of them.
            pub const ALL: &'static [SpecErrorKind] = &[$(SpecErrorKind::$name,)+];
        }
    };
}

kinds! {
    /// The format is not in the standard's notation.
    BadFormat = "format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8`",
    /// `b 64` counts bits; a spec counts bytes.
    BitsNotBytes = "`b` counts bytes: write `b 8` for the 64 bits of the 1987 edition",
    /// The length is 0, or above 65,535.
    BadMaximum = "length must be 1 to 65535",
    /// The minimum is above the maximum.
    MinimumAboveMaximum = "minimum length is above the maximum",
    /// The prefix has too few digits or bytes for the maximum.
    PrefixTooNarrow = "length prefix cannot hold the maximum",
    /// The prefix has no digits, or more than six.
    BadPrefixWidth = "length prefix must be 1 to 6 digits or bytes wide",
    /// A field without a length prefix was given attributes of one.
    PrefixOnFixed = "a field that is fixed, terminated or the rest has no length prefix",
    /// The data form does not exist for this class.
    FormAgainstClass = "data form cannot carry this class",
    /// The prefix counts nibbles of a form that has none.
    CountAgainstForm = "length prefix cannot count nibbles of this data form",
    /// The pad nibble is above F, or its accepted set is empty or lacks the written one.
    BadNibblePad = "pad nibble as written must be one of those accepted",
    /// The filler of short values is not in the class of the field.
    BadFiller = "filler is not a character of the class",
    /// Filler is to be stripped, and none is stated.
    StripWithoutPad = "filler is to be stripped, but the field has none",
    /// Filler is to be stripped from a field that reaches to the end and can be empty then, in messages without a bitmap.
    StripLeavesNothing = "a value of filler alone would be nothing, once stripped, and without a bitmap nobody finds an empty field",
    /// Filler is to be stripped from digits whose number can only be told when it is even.
    StripTellsNothing = "an odd number of digits, once stripped, could not be told: the prefix counts bytes, and the pad could be a digit",
    /// A fixed area follows a prefix, and the length is fixed.
    AreaWithoutPrefix = "a fixed area follows a length prefix, so the format must have one",
    /// A BER length includes itself, which would make its size depend on itself.
    BerIncludesItself = "a BER length cannot count its own bytes",
    /// A `const` spec extends a loaded one.
    BaseNotConst = "a constant spec can only extend a constant spec",
    /// The terminator is empty, or longer than four bytes.
    BadTerminator = "terminator must be 1 to 4 bytes",
    /// A file has a terminator or an area without saying that it delimits the field, or the other way round.
    LoneDelimiter = "`length = \"terminated\"` goes with `terminator`, `length = \"area\"` with `area`",
    /// Two fields reach to the end of the message.
    SeveralToEnd = "only one field can reach to the end of the message",
    /// The fixed area is smaller than the maximum length.
    AreaTooSmall = "fixed area cannot hold the maximum",
    /// A field number is 0, 1 or above 192.
    BadFieldNumber = "field number must be 2 to 192",
    /// Two rows have the same number, or they are not in ascending order.
    FieldsOutOfOrder = "field numbers must ascend",
    /// A row of a file takes a field away, and says more of it.
    UndefinedWithMore = "a row with `undefined = true` can say nothing else",
    /// A field lies beyond what the bitmaps can announce.
    BitmapTooSmall = "field lies beyond the bitmaps of this spec",
    /// There are no bitmaps that could announce the third, or it is said to be in a field that cannot hold it.
    BadBitmapCount = "third bitmap needs bitmaps before it, and one of the fields 2 to 128 if it is in a field",
    /// Bit 65 announces a third bitmap and is also a field.
    Bit65IsBitmap = "bit 65 announces the third bitmap, so it cannot be a field",
    /// The field that carries the third bitmap is not defined as eight binary bytes.
    BadBitmapField = "field that carries the third bitmap must be `b 8`, raw",
    /// A tag is not one to eight letters and digits, not of the form of its structure, or missing.
    BadTag = "tag is not one of this structure",
    /// Two parts have one tag.
    TagTwice = "tag has two rows",
    /// A structure has no parts, or one part has a number or a tag where it needs the other.
    NoParts = "structure needs parts, numbered from 1 on; those of TLV have tags",
    /// A file states two structures for one field, or parts without the structure that they belong to.
    SeveralStructures = "a field has one structure: parts alone, `cases` alone, or `tlv`, `bitmap` or `groups` with parts",
    /// A structure, or a part, that content in this form cannot hold.
    StructureAgainstForm = "content in this form cannot hold such a structure or part; a field that holds bytes is `b`",
    /// The parts are longer than the field, or not as long as a field of fixed length.
    PartsAgainstLength = "parts do not add up to the length of the field",
    /// A part takes itself away, or says whether a response repeats it.
    BadPart = "a part is not taken away and is not repeated alone",
    /// A part that is there by its class has a length prefix, or is the last of a group.
    BadByClass = "a part that is there by its class has no length prefix and is not the last of a group",
    /// The filler of BER begins tags.
    BadTlvFiller = "filler between tags must be 00 or FF",
    /// A part that may be missing stands before one that must be there, or is a field of the message.
    OptionalBeforeOthers = "only parts at the end may be missing, and no part of a group or field of a message",
    /// A part stands behind one that reaches to the end.
    PartBehindEnd = "a part that reaches to the end must be the last, and none of a group",
    /// The bitmap of parts has no form, no bytes, or too many.
    BadPartBitmap = "bitmap of parts must be raw, hex or EBCDIC hex, of 1 to 24 bytes in all",
    /// The first bit of a bitmap announces another one, and is also a part.
    BitIsBitmap = "bit announces a further bitmap, so it cannot be a part",
    /// A group can have no bytes, there can be no group, or the count has too few digits.
    BadGroups = "groups must be at most 1 to 65535, each at least one byte, and their count must hold the maximum",
    /// A tag, a length or a count is not 1 to 8 characters or digits wide, or 1 to 4 bytes, or has a form without width.
    BadCode = "tag, length or count must be 1 to 8 characters or digits, or 1 to 4 bytes, wide",
    /// Structures are nested deeper than a path can name.
    TooDeep = "structures are nested deeper than six levels",
    /// A message type is not a pattern of four digits and `x`, or there are more than eight.
    BadMtis = "message types must be at most eight, of four digits each, `x` for any",
    /// A condition is not in its notation.
    BadCondition = "condition is not like `3 starts 00 31 and present 52 or mti = 04xx`",
    /// A list of fields is not one of paths, or a need is not a path, `if` and a condition.
    BadFieldList = "not field paths separated by blanks, or needs like `35 if 22 starts 02; 52 if present 26`",
    /// The cases of a structure are not all structures with a condition.
    BadCases = "each case needs a condition, and a structure other than cases; nothing else has a condition",
    /// The name of a spec is empty or has characters other than letters, digits, `-`, `_` and `.`.
    BadName = "name of a spec must be letters, digits, `-`, `_` or `.`",
    /// A spec extends one that is not known.
    UnknownBase = "extends a spec that is not known",
    /// A spec extends itself, directly or by way of others, or the chain is longer than eight.
    EndlessExtends = "extends itself, or more than eight specs in a row",
    /// A spec without `extends` leaves something of its wire profile unsaid.
    IncompleteWire = "wire profile must state every form, here or in the spec it extends",
    /// An attribute is not known, or its value is not one that it has.
    BadAttribute = "attribute is not known or has no such value",
    /// The spec file is not in the syntax of its format.
    Syntax = "file is not well formed",
}

impl fmt::Display for SpecErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())
    }
}
