//! The keys of a row and the rows of a table, as serde reads them.

use super::cases::{CaseKeys, CasesAt};
use super::named::read_named;
use super::print::Toml;
use super::structures::{BitmapWord, Groups, Tlv};
use super::words::{Case, Charset, Counts, FieldForm, LengthForm, LengthKind, Nibble, Nibbles, Pad, Presence, Secrecy};
use ::serde::Deserialize;
use ::serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// The most levels of parts that are read. The rules of specs allow fewer; this is for the stack.
const MAX_LEVELS: usize = 8;

/// Declares the keys of a row, all but `parts` and `cases`, whose rows have such keys again. None has to be there: what
/// is unsaid is as the file that is extended says.
macro_rules! row_keys {
    ($($key:ident: $kind:ty,)+) => {
        /// The keys of a row of `[fields]`, or of a part.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub(super) struct FieldKeys {
            $(pub(super) $key: Option<$kind>,)+
            pub(super) parts: Option<PartRows>,
            pub(super) cases: Option<Vec<CaseKeys>>,
        }

        impl FieldKeys {
            /// What this row says, and `base` where it says nothing.
            pub(super) fn over(&self, base: FieldKeys) -> FieldKeys {
                FieldKeys {
                    $($key: self.$key.clone().or(base.$key),)+
                    parts: match &self.parts {
                        Some(parts) => Some(parts.over(base.parts)),
                        None => base.parts,
                    },
                    cases: self.cases.clone().or(base.cases),
                }
            }

            /// The keys that the row states, but for `parts` and `cases`, with their values in TOML.
            pub(super) fn stated(&self) -> Vec<(&'static str, String)> {
                let all = [$((stringify!($key), self.$key.as_ref().map(Toml::toml)),)+];
                all.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
            }

            /// Reads the value of a key of a row that lies so many levels within a field.
            pub(super) fn read<'de, A: MapAccess<'de>>(
                &mut self,
                key: RowKey,
                level: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                match key {
                    $(RowKey::$key => once(&mut self.$key, stringify!($key), map.next_value()?),)+
                    RowKey::parts => once(&mut self.parts, "parts", Some(map.next_value_seed(PartsAt(level + 1))?)),
                    RowKey::cases => once(&mut self.cases, "cases", Some(map.next_value_seed(CasesAt(level))?)),
                }
            }
        }

        #[derive(Deserialize)]
        #[serde(field_identifier)]
        #[allow(non_camel_case_types, reason = "named as the keys are")]
        pub(super) enum RowKey {
            $($key,)+
            parts,
            cases,
        }
    };
}

row_keys! {
    format: String,
    name: String,
    data: FieldForm,
    charset: Charset,
    hex_case: Case,
    prefix: LengthForm,
    prefix_width: u8,
    counts: Counts,
    includes_itself: bool,
    length: LengthKind,
    terminator: String,
    area: u16,
    nibble_pad: Nibble,
    nibble_accept: Nibbles,
    pad: Pad,
    strip: bool,
    sensitive: Secrecy,
    echo: bool,
    optional: Presence,
    only_in: Vec<String>,
    tlv: Tlv,
    bitmap: BitmapWord,
    groups: Groups,
    undefined: bool,
}

pub(super) fn once<T, E: Error>(slot: &mut Option<T>, key: &'static str, value: Option<T>) -> Result<(), E> {
    if slot.is_some() {
        return Err(E::duplicate_field(key));
    }
    *slot = value;
    Ok(())
}

/// The rows of `[fields]`, or of parts, by their number or tag as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows(pub(super) BTreeMap<String, FieldKeys>);

/// The key `parts`.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PartRows {
    /// Numbered from 1.
    List(Vec<FieldKeys>),
    Table(Rows),
}

impl PartRows {
    /// The rows, each by its number or tag.
    pub(super) fn entries(&self) -> Vec<(String, &FieldKeys)> {
        match self {
            PartRows::List(rows) => (1usize..).map(|number| number.to_string()).zip(rows).collect(),
            PartRows::Table(rows) => rows.0.iter().map(|(key, row)| (key.clone(), row)).collect(),
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&FieldKeys> {
        match self {
            PartRows::List(rows) => rows.get(key.parse::<usize>().ok()?.checked_sub(1)?),
            PartRows::Table(rows) => rows.0.get(key),
        }
    }

    pub(super) fn into_table(self) -> Rows {
        match self {
            PartRows::List(rows) => Rows((1usize..).map(|number| number.to_string()).zip(rows).collect()),
            PartRows::Table(rows) => rows,
        }
    }

    /// Whether it says that there are none: `parts = []`.
    pub(super) fn is_empty_list(&self) -> bool {
        matches!(self, PartRows::List(rows) if rows.is_empty())
    }
}

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowsAt(0))
    }
}

/// Reads the rows of a table that lies so many levels within a field.
struct RowsAt(usize);

impl<'de> Visitor<'de> for RowsAt {
    type Value = Rows;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Rows, A::Error> {
        read_named(map, if self.0 == 0 { "field" } else { "part" }, RowAt(self.0)).map(Rows)
    }
}

/// Reads a row that lies so many levels within a field.
#[derive(Clone, Copy)]
struct RowAt(usize);

impl<'de> DeserializeSeed<'de> for RowAt {
    type Value = FieldKeys;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<FieldKeys, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowAt {
    type Value = FieldKeys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row, which is a table of keys")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FieldKeys, A::Error> {
        let mut row = FieldKeys::default();
        while let Some(key) = map.next_key()? {
            row.read(key, self.0, &mut map)?;
        }
        Ok(row)
    }
}

/// Reads parts that lie so many levels within a field.
struct PartsAt(usize);

impl<'de> DeserializeSeed<'de> for PartsAt {
    type Value = PartRows;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<PartRows, D::Error> {
        if self.0 > MAX_LEVELS {
            return Err(D::Error::custom("structures are nested too deep to be read"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for PartsAt {
    type Value = PartRows;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of parts, or a table of them by number or tag")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<PartRows, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = list.next_element_seed(RowAt(self.0))? {
            rows.push(row);
        }
        Ok(PartRows::List(rows))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PartRows, A::Error> {
        RowsAt(self.0).visit_map(map).map(PartRows::Table)
    }
}
