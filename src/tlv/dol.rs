//! Data object lists: tags and lengths, and the data that they ask for.

use super::view::Tlv;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath, ParseError, ParseErrorKind};
use crate::tlv::emv;
use crate::wire::{Tag, TagFault};
use core::fmt;

/// A data object list (PDOL, CDOL, TDOL, DDOL): which data, in which order, at which length.
///
/// It is checked when it is opened; after that, access does not fail.
#[derive(Clone, Copy, Debug)]
pub struct Dol<'a> {
    bytes: &'a [u8],
}

impl<'a> Dol<'a> {
    /// Opens a list of tags, each with a length of one byte.
    ///
    /// # Errors
    ///
    /// A tag or a length that is cut short, or a tag of more than four bytes.
    pub fn new(bytes: &'a [u8]) -> Result<Self, ParseError> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (_, behind) = split(rest)
                .map_err(|kind| ParseError::new(kind, bytes.len().saturating_sub(rest.len()), FieldPath::MESSAGE))?;
            rest = behind;
        }
        Ok(Dol { bytes })
    }

    /// The tags and the lengths that they ask for.
    #[must_use]
    pub fn entries(&self) -> DolEntries<'a> {
        DolEntries { rest: self.bytes }
    }

    /// The length of the data that the list asks for.
    #[must_use]
    pub fn data_len(&self) -> usize {
        self.entries().map(|entry| entry.length).sum()
    }

    /// Writes the data that the list asks for into a lent buffer, and returns its length.
    ///
    /// As EMV says: a value that is longer is cut, on the left if it is a number and on the right otherwise; one that
    /// is shorter is filled up, with zeros on the left if it is a number, with F on the right if it is `cn`, and with
    /// zeros on the right otherwise; one that is not there is zeros.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::BufferTooSmall`].
    pub fn write(&self, values: &Tlv<'_>, buffer: &mut [u8]) -> Result<usize, EncodeError> {
        let (needed, available) = (self.data_len(), buffer.len());
        let Some(mut rest) = buffer.get_mut(..needed) else {
            let kind = EncodeErrorKind::BufferTooSmall { needed, available };
            return Err(EncodeError::new(kind, FieldPath::MESSAGE));
        };
        for entry in self.entries() {
            let (room, behind) = rest.split_at_mut_checked(entry.length).unwrap_or_default();
            entry.fill(values.get(entry.tag), room);
            rest = behind;
        }
        Ok(needed)
    }
}

fn split(input: &[u8]) -> Result<(DolEntry, &[u8]), ParseErrorKind> {
    let cut_short = || ParseErrorKind::Truncated { needed: input.len().saturating_add(1), left: input.len() };
    let (tag, behind) = Tag::split(input).map_err(|fault| match fault {
        TagFault::CutShort => cut_short(),
        TagFault::TooLong => ParseErrorKind::BadTag,
    })?;
    let (&length, rest) = behind.split_first().ok_or_else(cut_short)?;
    Ok((DolEntry { tag, length: usize::from(length) }, rest))
}

/// The entries of a [`Dol`].
#[derive(Clone, Debug)]
pub struct DolEntries<'a> {
    rest: &'a [u8],
}

impl Iterator for DolEntries<'_> {
    type Item = DolEntry;

    fn next(&mut self) -> Option<DolEntry> {
        let (entry, rest) = split(self.rest).ok()?;
        self.rest = rest;
        Some(entry)
    }
}

/// A tag and the length that a list asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DolEntry {
    /// The tag.
    pub tag: Tag,
    /// The bytes asked for.
    pub length: usize,
}

impl DolEntry {
    fn fill(&self, value: Option<&[u8]>, room: &mut [u8]) {
        let value = value.unwrap_or(&[]);
        let format = emv::tag(self.tag).map(|tag| tag.format());
        let (on_the_left, filler) = match format {
            Some(emv::Format::N) => (true, 0),
            Some(emv::Format::Cn) => (false, 0xFF),
            _ => (false, 0),
        };
        let filler = if value.is_empty() { 0 } else { filler };
        room.fill(filler);
        let kept = value.len().min(room.len());
        let (from, to) = match on_the_left {
            true => (value.get(value.len().saturating_sub(kept)..), room.len().saturating_sub(kept)),
            false => (value.get(..kept), 0),
        };
        if let (Some(from), Some(to)) = (from, room.get_mut(to..).and_then(|room| room.get_mut(..kept))) {
            to.copy_from_slice(from);
        }
    }
}

impl fmt::Debug for DolEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.tag, self.length)
    }
}
