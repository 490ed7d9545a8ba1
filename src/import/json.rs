//! JSON by serde, with line and column in errors, and without a key twice or a key that is not known.

use super::Format;
use super::error::ImportError;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeOwned, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, de};

/// A value of these keys.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, ImportError> {
    serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let reason = reason.strip_suffix(&place).unwrap_or(&reason).replace("unknown field", "unknown key");
        ImportError::new(reason.replace("missing field", "missing key")).at(error.line(), Some(error.column()))
    })
}

/// The format of a text by the keys at its top.
pub(super) fn detect(text: &[u8]) -> Option<Format> {
    #[derive(Deserialize)]
    struct Top {
        fields: Option<Shape>,
        t: Option<IgnoredAny>,
        p: Option<IgnoredAny>,
    }
    let top = serde_json::from_slice::<Top>(text);
    match top {
        Ok(Top { fields: Some(Shape::List), .. }) => Some(Format::Goplasmatic),
        Ok(Top { fields: Some(Shape::Table), .. }) => Some(Format::MoovJson),
        Ok(Top { fields: None, t: Some(_), p: Some(_) }) => Some(Format::Pyiso8583),
        Ok(_) => None,
        Err(error) if error.is_data() => None,
        // What is no JSON is refused where it is read, with its place.
        Err(_) => [
            ("\"mti_rules\"", Format::Goplasmatic),
            ("\"data_enc\"", Format::Pyiso8583),
            ("\"fields\"", Format::MoovJson),
        ]
        .into_iter()
        .find_map(|(key, format)| contains(text, key.as_bytes()).then_some(format)),
    }
}

fn contains(text: &[u8], key: &[u8]) -> bool {
    text.windows(key.len()).any(|window| window == key)
}

/// Whether a value is a list or a table.
enum Shape {
    List,
    Table,
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ShapeVisitor;
        impl<'de> Visitor<'de> for ShapeVisitor {
            type Value = Shape;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or a table")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Shape, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Shape::List)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Shape::Table)
            }
        }
        deserializer.deserialize_any(ShapeVisitor)
    }
}

/// A table in the order of its text, in which a key that stands there twice is refused.
pub(super) struct Entries<V>(pub(super) Vec<(String, V)>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<V> {
    type Value = Entries<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<V>, A::Error> {
        let mut entries = alloc::collections::BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value()?;
            let order = entries.len();
            if entries.insert(key.clone(), (order, value)).is_some() {
                return Err(A::Error::custom(format_args!("duplicate key `{key}`")));
            }
        }
        let mut entries: Vec<(String, (usize, V))> = entries.into_iter().collect();
        entries.sort_by_key(|(_, (order, _))| *order);
        Ok(Entries(entries.into_iter().map(|(key, (_, value))| (key, value)).collect()))
    }
}

/// A text as JSON writes it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            character if u32::from(character) < 0x20 => quoted += &format!("\\u{:04x}", u32::from(character)),
            character => quoted.push(character),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_twice_is_refused_with_its_place() {
        let error = read::<Entries<u8>>("{\"a\": 1,\n\"a\": 2}").map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), "line 2, column 7: duplicate key `a`");
    }
}
