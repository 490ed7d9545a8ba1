//! Writing a message field by field into a lent buffer.

use super::head::{Head, least_bitmaps};
use super::plan::Plan;
use super::together::check_together;
use super::whole::Whole;
use crate::bitmap::{Bitmap, Numbers};
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::mti::Mti;
use crate::spec::MessageSpec;
use crate::spec::steps::Step;
use crate::value::Input;
use core::fmt;

/// Writes a message into a lent buffer, without allocation: the bitmap first, then each field in ascending order.
///
/// ```
/// use isomsg::{Bitmap, Mti, Writer, de, spec};
/// # fn main() -> Result<(), isomsg::error::EncodeError> {
/// let mut buffer = [0; 64];
/// let fields: Bitmap = [de::STAN, 41].into_iter().collect();
/// let mti = Mti::new(0x0800).expect("four digits");
/// let mut writer = Writer::new(&spec::ISO1987_ASCII, &mut buffer, mti, fields)?;
/// writer.put(de::STAN, 17u64)?;
/// writer.put(41, "TERM0001")?;
/// let length = writer.finish()?;
/// assert_eq!(length, 4 + 8 + 6 + 8);
/// # Ok(())
/// # }
/// ```
pub struct Writer<'b, 's> {
    spec: &'s MessageSpec,
    buffer: &'b mut [u8],
    length: usize,
    announced: Numbers,
}

impl<'b, 's> Writer<'b, 's> {
    /// Writes message type and bitmaps. `present` names the fields that will follow.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::UndefinedField`] or [`EncodeErrorKind::OutOfReach`] for a field that cannot stand among the
    /// others, or [`EncodeErrorKind::BufferTooSmall`]. Where the third bitmap is carried by a field, that field must be
    /// announced and put like any other.
    pub fn new(spec: &'s MessageSpec, buffer: &'b mut [u8], mti: Mti, present: Bitmap) -> Result<Self, EncodeError> {
        check_together(spec, &present)?;
        let head = Head::new(spec.wire(), mti, &present, least_bitmaps(spec.wire()));
        let mut writer = Writer { spec, buffer, length: 0, announced: present.iter() };
        let head = head.as_slice();
        let (room, end) = writer.room(head.len()).map_err(|kind| EncodeError::new(kind, FieldPath::BITMAP))?;
        room.copy_from_slice(head);
        writer.length = end;
        Ok(writer)
    }

    /// Writes the next field.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::OutOfOrder`] when `number` is not the next one announced; what is wrong with the value; or
    /// [`EncodeErrorKind::BufferTooSmall`]. After an error the writer is where it was.
    pub fn put<'v>(&mut self, number: u16, value: impl Into<Input<'v>>) -> Result<(), EncodeError> {
        let error = |kind| EncodeError::new(kind, FieldPath::field(number));
        let mut announced = self.announced.clone();
        if announced.next() != Some(number) {
            return Err(error(EncodeErrorKind::OutOfOrder));
        }
        let step = self.spec.defined(number).ok_or_else(|| error(EncodeErrorKind::UndefinedField))?;
        let input = value.into();
        self.length = match Whole::new(step, &input) {
            Some(whole) => {
                let (room, end) = self.room(whole.len()).map_err(error)?;
                whole.write(room);
                end
            }
            None => self.put_planned(step, input).map_err(error)?,
        };
        self.announced = announced;
        Ok(())
    }

    /// Writes any value; gives where it ends.
    #[inline(never)]
    fn put_planned(&mut self, step: &Step, input: Input<'_>) -> Result<usize, EncodeErrorKind> {
        let plan = Plan::new(&step.layout, input)?;
        let (room, end) = self.room(plan.len())?;
        plan.write(room)?;
        Ok(end)
    }

    /// The length of the message.
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::Unwritten`] when fields that were announced have not been put.
    pub fn finish(mut self) -> Result<usize, EncodeError> {
        match self.announced.next() {
            None => Ok(self.length),
            Some(number) => {
                let count = self.announced.count().saturating_add(1);
                Err(EncodeError::new(EncodeErrorKind::Unwritten { count }, FieldPath::field(number)))
            }
        }
    }

    /// The next `count` bytes, and where they end.
    fn room(&mut self, count: usize) -> Result<(&mut [u8], usize), EncodeErrorKind> {
        let needed = self.length.saturating_add(count);
        let available = self.buffer.len();
        if needed > usize::from(u16::MAX) {
            return Err(EncodeErrorKind::MessageTooLong { length: needed });
        }
        match self.buffer.get_mut(self.length..needed) {
            Some(room) => Ok((room, needed)),
            None => Err(EncodeErrorKind::BufferTooSmall { needed, available }),
        }
    }
}

/// How far it is, never what it wrote.
impl fmt::Debug for Writer<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("spec", &self.spec.name())
            .field("length", &self.length)
            .field("next", &self.announced.clone().next())
            .finish_non_exhaustive()
    }
}
