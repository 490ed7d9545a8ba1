//! The head of a BER-TLV: tag and length.

use super::length;
use super::tag::{Tag, TagFault};
use crate::error::ParseErrorKind;

/// The most bytes of a tag and its length.
pub(crate) const MAX_HEAD: usize = 4 + 5;

/// Tag and length.
pub(crate) struct Head {
    pub(crate) tag: Tag,
    /// Where the length begins, and where the value.
    pub(crate) length_at: usize,
    pub(crate) value_at: usize,
    /// The bytes of the value.
    pub(crate) length: u64,
}

/// What is wrong with a head, and where; a tag that could be read.
pub(crate) struct HeadFault {
    pub(crate) kind: ParseErrorKind,
    pub(crate) at: usize,
    pub(crate) tag: Option<Tag>,
}

/// The head at the start of `input`, which is all that is left, or at least [`MAX_HEAD`] bytes of `left` that are.
pub(crate) fn head(input: &[u8], left: usize) -> Result<Head, HeadFault> {
    let cut_short = |at| {
        let left = left.saturating_sub(at);
        ParseErrorKind::Truncated { needed: left.saturating_add(1), left }
    };
    let (tag, behind) = Tag::split(input).map_err(|fault| {
        let kind = match fault {
            TagFault::CutShort => cut_short(0),
            TagFault::TooLong => ParseErrorKind::BadTag,
        };
        HeadFault { kind, at: 0, tag: None }
    })?;
    let at = tag.length();
    let refuse = |kind| HeadFault { kind, at, tag: Some(tag) };
    match length::ber(behind) {
        Ok(Some((length, used))) => Ok(Head { tag, length_at: at, value_at: at.saturating_add(used), length }),
        Ok(None) => Err(refuse(cut_short(at))),
        Err(length::NotANumber) => Err(refuse(ParseErrorKind::BadLength)),
    }
}
