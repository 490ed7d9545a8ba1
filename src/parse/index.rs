//! Where each field of a message lies.

use super::options::ParseOptions;
use crate::bitmap::Bitmap;
use crate::mti::Mti;

/// Places for the ends of fields: more than the 192 fields of a message, so that a rank in a byte is never beyond them.
pub(crate) const PLACES: usize = 256;

/// Where each field of a message lies: what a parse finds.
///
/// It can be lent to [`crate::Message::parse_in`] again and again; what it held before does not matter.
#[derive(Clone)]
pub struct Index {
    pub(crate) mti: Mti,
    /// The fields that hold data, without the bits that announce a bitmap.
    pub(crate) present: Bitmap,
    /// Where the first field begins.
    pub(crate) first: u16,
    /// Fields found.
    pub(crate) count: u8,
    /// How strict the parse was.
    pub(crate) options: ParseOptions,
    /// The bitmaps announce more than was found.
    pub(crate) is_partial: bool,
    /// Where each field ends, by its rank in `present`; it begins where the one before ends.
    pub(crate) ends: [u16; PLACES],
}

impl Index {
    /// An empty index.
    #[must_use]
    pub const fn new() -> Self {
        Index {
            mti: Mti::ZERO,
            present: Bitmap::EMPTY,
            first: 0,
            count: 0,
            options: ParseOptions::STRICT,
            is_partial: false,
            ends: [0; PLACES],
        }
    }

    /// The bytes of the field of this rank: start and end.
    #[inline]
    pub(crate) fn span(&self, rank: usize) -> Option<(usize, usize)> {
        if rank >= usize::from(self.count) {
            return None;
        }
        let end = *self.ends.get(rank)?;
        let start = match rank.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => self.first,
        };
        Some((usize::from(start), usize::from(end)))
    }

    /// Where the last field ends.
    pub(crate) fn end(&self) -> usize {
        match usize::from(self.count).checked_sub(1).and_then(|last| self.ends.get(last)) {
            Some(&end) => usize::from(end),
            None => usize::from(self.first),
        }
    }
}

impl Default for Index {
    fn default() -> Self {
        Index::new()
    }
}

impl core::fmt::Debug for Index {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Index").field("mti", &self.mti).field("present", &self.present).finish_non_exhaustive()
    }
}
