//! Content that is composed of its parts, all at once.

use super::compose;
use crate::bitmap::Bitmap;
use crate::error::{EncodeError, EncodeErrorKind, Segment};
use crate::parse::{Nest, ParseOptions, Space};
use crate::spec::Structure;
#[cfg(feature = "serde")]
use crate::spec::{FieldSpec, Optional};
use alloc::vec;
use alloc::vec::Vec;

/// The most bytes, or digits, of content.
const LONGEST: usize = u16::MAX as usize;

/// Parts one behind the other.
pub(super) struct Draft<'n, 'a> {
    nest: &'n Nest<'a>,
    content: Vec<u8>,
    /// The parts, and how long each is.
    parts: Vec<(Segment, usize)>,
}

impl<'n, 'a> Draft<'n, 'a> {
    pub(super) fn new(nest: &'n Nest<'a>) -> Self {
        Draft { nest, content: Vec::new(), parts: Vec::new() }
    }

    #[cfg(feature = "serde")]
    pub(super) fn nest(&self) -> &'n Nest<'a> {
        self.nest
    }

    /// The parts that are there.
    pub(super) fn keys(&self) -> impl DoubleEndedIterator<Item = Segment> + ExactSizeIterator {
        self.parts.iter().map(|(key, _)| *key)
    }

    /// Adds a part, without the tag and length of a TLV.
    pub(super) fn add(&mut self, key: Segment, part: Vec<u8>) -> Result<(), EncodeError> {
        let head = match self.nest.structure {
            Structure::Tlv(form) => compose::head(self.nest, &form, key, part.len())?,
            _ => Vec::new(),
        };
        let whole = head.len() + part.len();
        let length = self.content.len() + whole;
        if length > LONGEST {
            return Err(EncodeError::new(EncodeErrorKind::MessageTooLong { length }, self.nest.path));
        }
        self.content.extend(head);
        self.content.extend(part);
        self.parts.push((key, whole));
        Ok(())
    }

    /// Only that may be missing which the spec says may be.
    #[cfg(feature = "serde")]
    pub(super) fn check_missing(&self) -> Result<(), EncodeError> {
        let last = self.keys().next_back().and_then(|key| key.as_number());
        let is_missing = |row: &&FieldSpec| match row.presence() {
            Optional::ByClass => false,
            Optional::AtEnd if last < Some(row.number()) => false,
            _ => self.keys().all(|key| key != row.key()),
        };
        match self.nest.rows.iter().find(is_missing) {
            Some(row) => Err(compose::fault(self.nest, row.key(), EncodeErrorKind::OutOfReach)),
            None => Ok(()),
        }
    }

    /// The content, with a bitmap or a count in front, if a reader finds these parts in it.
    pub(super) fn finish(self) -> Result<Vec<u8>, EncodeError> {
        let content = [self.front()?.as_slice(), &self.content].concat();
        if !compose::is_packed(self.nest) {
            self.check(Space::of_bytes(&content, 0))?;
            return Ok(content);
        }
        let (container, count) = (&self.nest.container, content.len());
        let packed = packed(&content, container.lead(count));
        self.check(Space::new(&packed, 0, container, count))?;
        Ok(content)
    }

    fn front(&self) -> Result<Vec<u8>, EncodeError> {
        match self.nest.structure {
            Structure::Bitmapped(form) => {
                let present: Bitmap = self.keys().filter_map(|key| key.as_number()).collect();
                Ok(compose::bitmap(self.nest, &form, &present, 0))
            }
            Structure::Groups(groups) => {
                let count = groups.count.map(|code| compose::number(self.nest, code, self.parts.len() as u64));
                let count = count.transpose().map_err(|kind| EncodeError::new(kind, self.nest.path))?;
                Ok(count.unwrap_or_default())
            }
            _ => Ok(Vec::new()),
        }
    }

    fn check(&self, content: Space<'_>) -> Result<(), EncodeError> {
        let nest: Nest<'_> = *self.nest;
        let refused = |path| EncodeError::new(EncodeErrorKind::OutOfReach, path);
        nest.check(content, ParseOptions::STRICT).map_err(|error| refused(error.path()))?;
        let mut found = nest.parts(content).into_iter().flatten().map(|part| (part.key, part.whole.len()));
        match self.parts.iter().find(|part| found.next().as_ref() != Some(part)) {
            Some((key, _)) => Err(refused(nest.path.child(*key))),
            None if found.next().is_some() => Err(refused(nest.path)),
            None => Ok(()),
        }
    }
}

/// Digits in ASCII, two in a byte, behind so many nibbles.
fn packed(digits: &[u8], lead: usize) -> Vec<u8> {
    let mut packed = vec![0; (lead + digits.len()).div_ceil(2)];
    compose::overwrite(&mut packed, Some(lead), digits);
    packed
}
