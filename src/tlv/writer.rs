//! Writing BER-TLV into a lent buffer.

use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::wire::{Tag, length};
use core::fmt;

/// Writes tags and values into a lent buffer, in the order in which they are put, with the shortest lengths.
pub struct TlvWriter<'b> {
    buffer: &'b mut [u8],
    length: usize,
}

impl<'b> TlvWriter<'b> {
    /// A writer at the start of a buffer.
    #[must_use]
    pub fn new(buffer: &'b mut [u8]) -> Self {
        TlvWriter { buffer, length: 0 }
    }

    /// Writes a tag and its value.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::BufferTooSmall`]; the buffer then holds what was put before.
    pub fn put(&mut self, tag: Tag, value: &[u8]) -> Result<(), EncodeError> {
        let room = self.open(tag, value.len())?;
        room.copy_from_slice(value);
        Ok(())
    }

    /// Writes a tag whose value is made of tags, by a function that puts them.
    ///
    /// ```
    /// use isomsg::tlv::{Tag, TlvWriter};
    ///
    /// let mut buffer = [0; 16];
    /// let mut writer = TlvWriter::new(&mut buffer);
    /// let (script, command) = (Tag::new(0x71).expect("a tag"), Tag::new(0x86).expect("a tag"));
    /// writer.put_all(script, |inner| inner.put(command, &[0x84, 0x24]))?;
    /// assert_eq!(writer.finish(), [0x71, 0x04, 0x86, 0x02, 0x84, 0x24]);
    /// # Ok::<(), isomsg::error::EncodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What the function returns, or [`EncodeErrorKind::BufferTooSmall`]; the buffer then holds what was put before.
    pub fn put_all(
        &mut self,
        tag: Tag,
        put: impl FnOnce(&mut TlvWriter<'_>) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        // The value is written where it would lie behind a length of one byte, and moved when it takes more.
        let start = self.length;
        let behind = start.saturating_add(tag.length()).saturating_add(1);
        let mut inner = TlvWriter::new(self.buffer.get_mut(behind..).unwrap_or_default());
        put(&mut inner)?;
        let count = inner.length;
        let moved = length::ber_bytes(count).saturating_sub(1);
        let needed = behind.saturating_add(count).saturating_add(moved);
        let available = self.buffer.len();
        let Some(room) = self.buffer.get_mut(behind..needed) else { return Err(too_small(tag, needed, available)) };
        room.rotate_right(moved);
        self.open(tag, count)?;
        Ok(())
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> &'b [u8] {
        self.buffer.split_at_checked(self.length).map_or(&[], |(written, _)| written)
    }

    /// The bytes written so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Writes a tag and the length of a value, and gives the room for it.
    fn open(&mut self, tag: Tag, count: usize) -> Result<&mut [u8], EncodeError> {
        let (for_tag, for_length) = (tag.length(), length::ber_bytes(count));
        let start = self.length;
        let available = self.buffer.len();
        let head = for_tag.saturating_add(for_length);
        let needed = start.saturating_add(head).saturating_add(count);
        let whole = self.buffer.get_mut(start..needed).ok_or_else(|| too_small(tag, needed, available))?;
        self.length = needed;
        let (head, room) = whole.split_at_mut(head);
        let (tag_place, length_place) = head.split_at_mut(for_tag);
        let bytes = tag.number().to_be_bytes();
        tag_place.iter_mut().rev().zip(bytes.into_iter().rev()).for_each(|(place, byte)| *place = byte);
        length::write_ber(count as u64, length_place);
        Ok(room)
    }
}

/// How far it is, never what it wrote.
impl fmt::Debug for TlvWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlvWriter").field("length", &self.length).finish_non_exhaustive()
    }
}

fn too_small(tag: Tag, needed: usize, available: usize) -> EncodeError {
    let path = FieldPath::MESSAGE.child(tag.segment());
    EncodeError::new(EncodeErrorKind::BufferTooSmall { needed, available }, path)
}
