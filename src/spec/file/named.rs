//! Tables whose keys are names. Unlike a map of serde's, they refuse a second entry of one name.

use super::serde::NumberOrText;
use ::serde::Deserialize;
use ::serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use alloc::collections::BTreeMap;
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;

/// A table by names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named<V>(pub(super) BTreeMap<String, V>);

impl<V> Default for Named<V> {
    fn default() -> Self {
        Named(BTreeMap::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Named<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NamedVisitor(PhantomData))
    }
}

struct NamedVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for NamedVisitor<V> {
    type Value = Named<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Named<V>, A::Error> {
        read_named(map, "entry", PhantomData).map(Named)
    }
}

/// Reads entries, each of which is `what`, by their names.
pub(super) fn read_named<'de, A: MapAccess<'de>, S: DeserializeSeed<'de> + Copy>(
    mut map: A,
    what: &str,
    seed: S,
) -> Result<BTreeMap<String, S::Value>, A::Error> {
    let mut entries = BTreeMap::new();
    while let Some(NumberOrText(name)) = map.next_key()? {
        let entry = map.next_value_seed(seed)?;
        if entries.contains_key(&name) {
            return Err(A::Error::custom(format_args!("duplicate {what} {name}")));
        }
        entries.insert(name, entry);
    }
    Ok(entries)
}
