//! A view of BER-TLV: checked once, then total.

use crate::error::{FieldPath, ParseError, ParseErrorKind};
use crate::wire::{Tag, ber};
use core::fmt;

/// A list of tags and values over the received bytes, in the received order, repeats and unknown tags included.
///
/// It is checked when it is opened; after that, access does not fail. A constructed value is opened in its turn, by
/// [`TlvItem::children`], so nothing is read twice and hostile nesting costs nothing. Bytes of 00 between tags are
/// filler and skipped. [`fmt::Debug`] shows tags and lengths, never values.
#[derive(Clone, Copy)]
pub struct Tlv<'a> {
    bytes: &'a [u8],
    /// Where these bytes lie in what the caller gave.
    offset: usize,
    path: FieldPath,
}

impl<'a> Tlv<'a> {
    /// Opens bytes that are tags and values from end to end.
    ///
    /// # Errors
    ///
    /// A tag, a length or a value that is cut short; a length in the indefinite form or of more than four bytes; a tag
    /// of more than four bytes.
    pub fn new(bytes: &'a [u8]) -> Result<Self, ParseError> {
        Tlv::at(bytes, 0, FieldPath::MESSAGE)
    }

    /// Opens bytes that lie at `offset` of a message, at `path`.
    pub(crate) fn at(bytes: &'a [u8], offset: usize, path: FieldPath) -> Result<Self, ParseError> {
        let tlv = Tlv { bytes, offset, path };
        let mut rest = bytes;
        while let Some((_, behind)) = tlv.split(rest)? {
            rest = behind;
        }
        Ok(tlv)
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The items, in the order in which they were received.
    #[must_use]
    pub fn items(&self) -> Items<'a> {
        Items { tlv: *self, rest: self.bytes }
    }

    /// The value of the first item with this tag.
    #[must_use]
    pub fn get(&self, tag: Tag) -> Option<&'a [u8]> {
        self.items().find(|item| item.tag == tag).map(|item| item.value)
    }

    /// Every value with this tag: a tag may repeat, as issuer scripts do.
    pub fn get_all(&self, tag: Tag) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        self.items().filter(move |item| item.tag == tag).map(|item| item.value)
    }

    /// The next item, filler before it skipped, and the bytes behind it; `None` at the end.
    fn split(&self, rest: &'a [u8]) -> Result<Option<(TlvItem<'a>, &'a [u8])>, ParseError> {
        let filler = rest.iter().take_while(|byte| **byte == 0).count();
        let start = rest.get(filler..).unwrap_or(&[]);
        if start.is_empty() {
            return Ok(None);
        }
        let head = ber::head(start, start.len()).map_err(|fault| {
            let path = fault.tag.map_or(self.path, |tag| self.path.child(tag.segment()));
            self.error(start, fault.at, path, fault.kind)
        })?;
        let tag = head.tag;
        let path = self.path.child(tag.segment());
        let needed = usize::try_from(head.length).unwrap_or(usize::MAX);
        let rest = start.get(head.value_at..).unwrap_or(&[]);
        let Some((value, behind)) = rest.split_at_checked(needed) else {
            let kind = ParseErrorKind::Truncated { needed, left: rest.len() };
            return Err(self.error(start, head.length_at, path, kind));
        };
        let offset = self.offset_of(rest);
        Ok(Some((TlvItem { tag, value, offset, path }, behind)))
    }

    fn offset_of(&self, rest: &[u8]) -> usize {
        self.offset.saturating_add(self.bytes.len().saturating_sub(rest.len()))
    }

    #[cold]
    fn error(&self, start: &[u8], at: usize, path: FieldPath, kind: ParseErrorKind) -> ParseError {
        ParseError::new(kind, self.offset_of(start).saturating_add(at), path)
    }
}

impl fmt::Debug for Tlv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.items()).finish()
    }
}

impl<'a> IntoIterator for Tlv<'a> {
    type Item = TlvItem<'a>;
    type IntoIter = Items<'a>;

    fn into_iter(self) -> Items<'a> {
        self.items()
    }
}

impl<'a> IntoIterator for &Tlv<'a> {
    type Item = TlvItem<'a>;
    type IntoIter = Items<'a>;

    fn into_iter(self) -> Items<'a> {
        self.items()
    }
}

/// The items of a [`Tlv`], in the order in which they were received.
#[derive(Clone)]
pub struct Items<'a> {
    tlv: Tlv<'a>,
    rest: &'a [u8],
}

impl fmt::Debug for Items<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = TlvItem<'a>;

    fn next(&mut self) -> Option<TlvItem<'a>> {
        let (item, rest) = self.tlv.split(self.rest).ok().flatten()?;
        self.rest = rest;
        Some(item)
    }
}

/// A tag and its value.
#[derive(Clone, Copy)]
pub struct TlvItem<'a> {
    tag: Tag,
    value: &'a [u8],
    offset: usize,
    path: FieldPath,
}

impl<'a> TlvItem<'a> {
    /// The tag.
    #[must_use]
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &'a [u8] {
        self.value
    }

    /// Where the value begins, in the bytes that were opened or in the message that they are part of.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The place of the item, as errors name it.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        self.path
    }

    /// Opens the value as tags and values of its own: that of a constructed tag is.
    ///
    /// # Errors
    ///
    /// As [`Tlv::new`], offsets counted as in this item; [`ParseErrorKind::TooDeep`] beyond the depth of a
    /// [`FieldPath`].
    pub fn children(&self) -> Result<Tlv<'a>, ParseError> {
        if self.path.segments().len() == FieldPath::MAX_DEPTH {
            return Err(ParseError::new(ParseErrorKind::TooDeep, self.offset, self.path));
        }
        Tlv::at(self.value, self.offset, self.path)
    }
}

/// Tag and length, never the value.
impl fmt::Debug for TlvItem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.tag, self.value.len())
    }
}
