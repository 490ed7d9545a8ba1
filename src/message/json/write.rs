//! A message to JSON.

use super::{Json, looks_masked};
use crate::message::field::Field;
use crate::message::mask::Masked;
use crate::message::view::Message;
use crate::spec::{DataForm, Third};
use crate::value::Value;
use core::fmt::{self, Write};
use serde::ser::{Serialize, SerializeMap, Serializer};

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(2))?;
        object.serialize_entry("mti", &Text(self.message.mti()))?;
        object.serialize_entry("fields", &Fields(self))?;
        object.end()
    }
}

struct Fields<'j, 'm>(&'j Json<'m>);

impl Serialize for Fields<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Json { message, reveals } = self.0;
        let carrier = message.spec().wire().third;
        let shown = message.fields().filter(|field| carrier != Third::Field(field.number()));
        serializer.collect_map(shown.map(|field| (Text(field.number()), Content::new(message, field, *reveals))))
    }
}

/// The content of one field.
struct Content<'a> {
    field: Field<'a>,
    is_ebcdic: bool,
    reveals: bool,
}

impl<'a> Content<'a> {
    fn new(message: &Message<'_>, field: Field<'a>, reveals: bool) -> Self {
        let step = message.spec().get().step(field.number());
        let is_ebcdic = step.is_some_and(|step| step.layout.coding.form == DataForm::Ebcdic);
        Content { field, is_ebcdic, reveals }
    }

    /// Whether the value can be a string, from which it is read back as it is.
    fn is_string(&self, value: Value<'_>) -> bool {
        value.is_binary() || value.chars().all(|character| self.is_shown(character)) && !Self::seems_masked(value)
    }

    fn is_shown(&self, character: char) -> bool {
        matches!(character, ' '..='~') || self.is_ebcdic && character >= '\u{A0}'
    }

    fn seems_masked(value: Value<'_>) -> bool {
        looks_masked(value.chars())
    }
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, masked) = (self.field.value(), Masked::new(self.field.value(), self.field.sensitivity()));
        if masked.hides() && !self.reveals {
            serializer.collect_str(&masked)
        } else if self.is_string(value) {
            serializer.collect_str(&Characters(value))
        } else {
            serializer.collect_map([("hex", Text(HexDigits(value)))])
        }
    }
}

/// A string of what a thing prints.
struct Text<T>(T);

impl<T: fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The characters of a value as they are; a [`Value::reveal`] escapes some.
struct Characters<'a>(Value<'a>);

impl fmt::Display for Characters<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_str() {
            Some(text) => f.write_str(text),
            None => self.0.chars().try_for_each(|character| f.write_char(character)),
        }
    }
}

/// The units of a text in upper-case hex.
struct HexDigits<'a>(Value<'a>);

impl fmt::Display for HexDigits<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.units().try_for_each(|unit| write!(f, "{unit:02X}"))
    }
}
