//! A value of the form as it stands there, before the spec says what it is.

use super::reader::{Fault, Part, Reader};
use crate::error::{FieldPath, Segment};
use alloc::string::String;
use alloc::vec::Vec;
use serde::de::{Error, MapAccess, SeqAccess};

/// A value of the form.
pub(super) enum Tree {
    Text(String),
    /// A key that no part can have is empty.
    Object(Vec<(Segment, Tree)>),
    Array(Vec<Tree>),
    /// A number, a boolean, null: nothing is made of them.
    Other,
}

/// Reads a value of a field, or what it is made of.
pub(super) struct Branch<'r> {
    field: u16,
    /// How many levels there can be from here on.
    levels: usize,
    /// How much more there can be: characters, and one for each value.
    room: &'r mut usize,
}

impl<'r> Branch<'r> {
    /// What all fields together have: for each byte of the longest message a character of three bytes, as deep as it can
    /// lie, and to spare.
    pub(super) const ROOM: usize = 16 * u16::MAX as usize;
    /// A level of a structure is at most two here, an array of objects; the last is `{"hex":..}`.
    const LEVELS: usize = 2 * (FieldPath::MAX_DEPTH - 1) + 1;

    pub(super) fn new(field: u16, room: &'r mut usize) -> Self {
        Branch { field, levels: Self::LEVELS, room }
    }

    fn fault(&self, text: &'static str) -> Fault {
        Fault::Field(text, FieldPath::field(self.field))
    }

    fn take(&mut self, size: usize) -> Result<(), Fault> {
        let left = self.room.checked_sub(size);
        *self.room = left.ok_or_else(|| self.fault("value is longer than a message can be"))?;
        Ok(())
    }

    /// A value within this one.
    fn inner(&mut self) -> Result<Branch<'_>, Fault> {
        let levels = self.levels.checked_sub(1).ok_or_else(|| self.refused())?;
        self.take(1)?;
        Ok(Branch { field: self.field, levels, room: self.room })
    }
}

impl<'de> Part<'de> for Branch<'_> {
    type Value = Tree;

    fn refused(&self) -> Fault {
        self.fault("value is nested deeper than any structure")
    }

    fn text(mut self, text: &str) -> Result<Tree, Fault> {
        self.take(text.len())?;
        Ok(Tree::Text(text.into()))
    }

    fn other(self) -> Result<Tree, Fault> {
        Ok(Tree::Other)
    }

    fn array<A: SeqAccess<'de>>(mut self, mut array: A) -> Result<Tree, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = array.next_element_seed(Reader(self.inner().map_err(A::Error::custom)?))? {
            values.push(value);
        }
        Ok(Tree::Array(values))
    }

    fn object<A: MapAccess<'de>>(mut self, mut object: A) -> Result<Tree, A::Error> {
        let mut values = Vec::new();
        while let Some(key) = object.next_key_seed(Reader(Key(self.field)))? {
            let inner = self.inner().map_err(A::Error::custom)?;
            values.push((key, object.next_value_seed(Reader(inner))?));
        }
        Ok(Tree::Object(values))
    }
}

/// The key of a value within an object.
struct Key(u16);

impl Part<'_> for Key {
    type Value = Segment;

    fn refused(&self) -> Fault {
        Fault::Field("key is not a string", FieldPath::field(self.0))
    }

    fn text(self, text: &str) -> Result<Segment, Fault> {
        Ok(Segment::text(text).unwrap_or_default())
    }
}
