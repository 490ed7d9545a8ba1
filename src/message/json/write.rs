//! A message to JSON.

use super::{Json, looks_masked};
use crate::message::deviations::is_canonical;
use crate::message::field::Field;
use crate::message::mask::Masked;
use crate::message::subfields::Subfields;
use crate::spec::{DataForm, Structure, Third};
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
        serializer.collect_map(
            shown.map(|field| (Text(field.number()), Content { field, reveals: *reveals, is_canonical: false })),
        )
    }
}

/// The content of a field or a part.
struct Content<'a> {
    field: Field<'a>,
    reveals: bool,
    /// It is known to be as its spec would write it, since what holds it is.
    is_canonical: bool,
}

impl<'a> Content<'a> {
    /// What it is made of, and whether that is canonical, if it is shown so: nobody reads back what is hidden, but all
    /// else must come back byte for byte.
    fn parts(&self) -> Option<(Subfields<'a>, bool)> {
        let parts = self.field.opened()?;
        let is_canonical = self.is_canonical || is_canonical(&self.field);
        let is_shown =
            is_canonical || self.hidden().is_some() && parts.iter().any(|part| self.part(part, false).has_stars());
        is_shown.then_some((parts, is_canonical))
    }

    fn part(&self, field: Field<'a>, is_canonical: bool) -> Content<'a> {
        Content { field, reveals: self.reveals, is_canonical }
    }

    /// Whether something of it is hidden, so that it cannot be read back.
    fn has_stars(&self) -> bool {
        match self.parts() {
            Some((parts, is_canonical)) => parts.iter().any(|part| self.part(part, is_canonical).has_stars()),
            None => self.hidden().is_some(),
        }
    }

    /// What is shown in place of a value that is hidden.
    fn hidden(&self) -> Option<Masked<'a>> {
        (!self.reveals).then(|| self.field.masked()).filter(Masked::hides)
    }

    /// Whether the value can be a string, from which it is read back as it is.
    fn is_string(&self, value: Value<'_>) -> bool {
        value.is_binary() || value.chars().all(|character| self.is_shown(character)) && !looks_masked(value.chars())
    }

    fn is_shown(&self, character: char) -> bool {
        matches!(character, ' '..='~') || self.field.layout().coding.form == DataForm::Ebcdic && character >= '\u{A0}'
    }

    fn serialize_value<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.field.value();
        if let Some(masked) = self.hidden() {
            serializer.collect_str(&masked)
        } else if self.is_string(value) {
            serializer.collect_str(&Characters(value))
        } else {
            serializer.collect_map([("hex", Text(HexDigits(value)))])
        }
    }
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some((parts, is_canonical)) = self.parts() else { return self.serialize_value(serializer) };
        let content = |field| self.part(field, is_canonical);
        match parts.structure() {
            Structure::Tlv(_) => serializer.collect_seq(parts.iter().map(|item| Item(content(item)))),
            Structure::Groups(_) => serializer.collect_seq(parts.iter().map(content)),
            _ => serializer.collect_map(parts.iter().map(|part| (Text(part.number()), content(part)))),
        }
    }
}

/// A tag and its value.
struct Item<'a>(Content<'a>);

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(2))?;
        object.serialize_entry("tag", self.0.field.key().as_str())?;
        object.serialize_entry("value", &self.0)?;
        object.end()
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
