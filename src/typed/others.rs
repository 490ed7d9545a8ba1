//! The fields that a typed message does not list.

use super::message::TypedField;
use crate::bitmap::Bitmap;
use crate::element::PanMask;
use crate::message::{Field, Masked, Message};
use crate::spec::Sensitivity;
use crate::value::Input;
use core::fmt;

/// The fields of a message that its struct does not list: kept, and written again. They are those of the message that was
/// read, or given when one is made.
///
/// ```
/// # #[cfg(feature = "alloc")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use isomsg::typed::{Others, TypedMessage, iso1987::NetworkManagement};
/// use isomsg::{Mti, spec};
///
/// let own = [(48, "loyalty".into())];
/// let echo = NetworkManagement {
///     other: Others::given(&own),
///     ..NetworkManagement::new(Mti::new(0x0800).expect("four digits"))
/// };
/// assert!(echo.to_message(&spec::ISO1987_ASCII)?.require(48)?.value() == "loyalty");
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "alloc"))]
/// # fn main() {}
/// ```
#[derive(Clone, Copy)]
pub struct Others<'a>(Kind<'a>);

#[derive(Clone, Copy)]
enum Kind<'a> {
    Given(&'a [(u16, Input<'a>)]),
    Read(&'a Message<'a>, Bitmap),
}

impl<'a> Others<'a> {
    /// No other fields.
    pub const NONE: Others<'a> = Others(Kind::Given(&[]));

    /// Fields with their values. Of several for one field the first counts.
    #[must_use]
    pub const fn given(fields: &'a [(u16, Input<'a>)]) -> Self {
        Others(Kind::Given(fields))
    }

    /// These fields of a message that was read.
    #[must_use]
    pub const fn of(message: &'a Message<'a>, numbers: Bitmap) -> Self {
        Others(Kind::Read(message, numbers))
    }

    /// What an element says, as it may be printed: as the spec of the message that was read has it, otherwise by its number. One
    /// that is secret by its type is so wherever it stands.
    pub(super) fn masked<'v>(&self, field: &TypedField, value: Input<'v>) -> Masked<'v> {
        let (sensitivity, pan) = match self.0 {
            Kind::Given(_) => (Sensitivity::of_field(field.number), PanMask::USUAL),
            Kind::Read(message, _) => {
                let spec = message.spec().get();
                (spec.shown_sensitivity(field.number), spec.pan_mask())
            }
        };
        let is_hidden = field.is_secret && sensitivity == Sensitivity::None;
        Masked::new(value, if is_hidden { Sensitivity::Secret } else { sensitivity }, pan)
    }

    /// Which fields there are.
    #[must_use]
    pub fn numbers(&self) -> Bitmap {
        match self.0 {
            Kind::Given(fields) => fields.iter().map(|(number, _)| *number).collect(),
            Kind::Read(message, numbers) => {
                numbers.iter().filter(|number| message.bitmap().contains(*number)).collect()
            }
        }
    }

    /// A field of a message that was read.
    #[must_use]
    pub fn field(&self, number: u16) -> Option<Field<'a>> {
        match self.0 {
            Kind::Read(message, numbers) if numbers.contains(number) => message.field(number),
            _ => None,
        }
    }

    /// What is to be written of a field.
    #[must_use]
    pub fn input(&self, number: u16) -> Option<Input<'a>> {
        match self.0 {
            Kind::Given(fields) => fields.iter().find(|(own, _)| *own == number).map(|(_, input)| *input),
            Kind::Read(..) => self.field(number).map(|field| Input::Value(field.value())),
        }
    }
}

impl Default for Others<'_> {
    fn default() -> Self {
        Others::NONE
    }
}

/// The numbers only.
impl fmt::Debug for Others<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.numbers().iter()).finish()
    }
}
