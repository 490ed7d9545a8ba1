//! The key `cases`: structures of one field, each with the condition under which it counts.

use super::fault::Fault;
use super::row_keys::{FieldKeys, RowKey, Rows, once};
use crate::spec::field::Parts;
use crate::spec::layout::Layout;
use crate::spec::message_spec::Tables;
use crate::spec::mtis::MtiSet;
use crate::spec::nesting;
use crate::spec::{FieldSpec, Optional, Structure, Wire};
use ::serde::Deserialize;
use ::serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// The keys of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CaseKeys {
    pub(super) when: Option<String>,
    /// The structure; nothing else is stated here.
    pub(super) row: FieldKeys,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum CaseKey {
    When,
    Parts,
    Tlv,
    Bitmap,
    Groups,
}

impl CaseKeys {
    fn read<'de, A: MapAccess<'de>>(&mut self, key: CaseKey, level: usize, map: &mut A) -> Result<(), A::Error> {
        let key = match key {
            CaseKey::When => return once(&mut self.when, "when", map.next_value()?),
            CaseKey::Parts => RowKey::parts,
            CaseKey::Tlv => RowKey::tlv,
            CaseKey::Bitmap => RowKey::bitmap,
            CaseKey::Groups => RowKey::groups,
        };
        self.row.read(key, level, map)
    }
}

/// Reads the cases of a row that lies so many levels within a field.
pub(super) struct CasesAt(pub(super) usize);

impl<'de> DeserializeSeed<'de> for CasesAt {
    type Value = Vec<CaseKeys>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<CaseKeys>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for CasesAt {
    type Value = Vec<CaseKeys>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of cases")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<CaseKeys>, A::Error> {
        let mut cases = Vec::new();
        while let Some(case) = list.next_element_seed(CaseAt(self.0))? {
            cases.push(case);
        }
        Ok(cases)
    }
}

/// Reads a case of a row that lies so many levels within a field.
struct CaseAt(usize);

impl<'de> DeserializeSeed<'de> for CaseAt {
    type Value = CaseKeys;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<CaseKeys, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for CaseAt {
    type Value = CaseKeys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a case, which is a table of `when` and the keys of a structure")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CaseKeys, A::Error> {
        let mut case = CaseKeys::default();
        while let Some(key) = map.next_key()? {
            case.read(key, self.0, &mut map)?;
        }
        Ok(case)
    }
}

/// Checks each case alone, for no path of an error names one.
pub(super) fn check_cases(tables: &Tables, wire: &Wire, fields: &Rows) -> Result<(), Fault> {
    let within = nesting::Tables { parts: &tables.parts, names: &tables.names };
    for row in tables.rows.iter().filter(|row| row.structure == Some(Structure::Cases)) {
        let (Ok(layout), Parts::Range(start, length)) = (Layout::new(row, wire), row.parts) else { continue };
        for (index, at) in (start..).take(length as usize).enumerate() {
            let parts = Parts::Range(at, 1);
            let alone = FieldSpec { parts, only_in: MtiSet::ALL, optional: Optional::No, ..*row };
            let checked = nesting::check_field(&alone, &layout, wire, within);
            checked.map_err(|error| Fault::of_case(error, index, fields))?;
        }
    }
    Ok(())
}
