//! The JSON and the YAML of moov-io/iso8583.
//!
//! That library takes filler off a value that is read; so does a row that comes from it, but that of a number of zeros one
//! zero is kept. It orders tags when it writes them; here they stand in the order in which they were set.

mod composite;
mod field;
mod keys;
mod write;

use self::field::Field;
use self::keys::{Encoding, FieldKeys, Kind, SpecKeys};
use super::error::ImportError;
use super::loss::Loss;
use super::plan::Plan;
use super::{json, yaml};
use crate::error::FieldPath;
use crate::spec::{CodePage, DataForm, Third};
use alloc::format;

pub(super) use self::write::write;

pub(super) fn read_json(text: &str) -> Result<Plan, ImportError> {
    json::read(text).map(plan)
}

pub(super) fn read_yaml(text: &str) -> Result<Plan, ImportError> {
    // Columns are those of the JSON, which nobody sees.
    let keys = json::read(&yaml::to_json(text)?);
    keys.map(plan).map_err(|error: ImportError| match error.line() {
        Some(line) => error.at(line, None),
        None => error,
    })
}

fn plan(keys: SpecKeys) -> Plan {
    let SpecKeys { name, fields } = keys;
    let mut plan = Plan::new(name.as_deref().unwrap_or(""));
    plan.wire.bitmap = None;
    for (key, keys) in &fields.0 {
        match key.parse::<u16>() {
            Ok(0) => set_mti(&mut plan, keys),
            Ok(1) => set_bitmap(&mut plan, keys),
            Ok(number) => {
                let field = Field { keys, path: FieldPath::field(number), number };
                let row = field.row(&mut plan.losses);
                plan.take(number, row);
            }
            Err(_) => plan.losses.push(Loss::whole(format!("`{key}` is left out: it is no number of a field"))),
        }
    }
    if plan.wire.bitmap.is_none() {
        plan.wire = plan.wire.with_bitmap(DataForm::Raw);
        plan.lose(FieldPath::BITMAP, "it is not stated, so it is taken to be raw");
    }
    if plan.rows.keys().any(|number| *number > 128) {
        plan.wire = plan.wire.with_third(Third::Chain);
    }
    plan
}

fn set_mti(plan: &mut Plan, keys: &FieldKeys) {
    let form = match keys.enc {
        Some(Encoding::Ascii | Encoding::Binary) => Some(DataForm::Ascii),
        Some(Encoding::Bcd | Encoding::Lbcd) => Some(DataForm::Bcd),
        Some(Encoding::Ebcdic | Encoding::Ebcdic1047) => Some(DataForm::Ebcdic),
        _ => None,
    };
    match form {
        Some(form) if keys.length == Some(4) => plan.wire = plan.wire.with_mti(form),
        _ => plan.lose(FieldPath::MTI, "it is not four digits in ASCII, BCD or EBCDIC, so it is taken to be in ASCII"),
    }
    if keys.enc == Some(Encoding::Ebcdic1047) {
        plan.wire = plan.wire.with_charset(CodePage::Cp1047);
    }
}

fn set_bitmap(plan: &mut Plan, keys: &FieldKeys) {
    let form = match keys.enc {
        Some(Encoding::Binary) => DataForm::Raw,
        Some(Encoding::HexToASCII) => DataForm::Hex,
        _ => {
            plan.lose(FieldPath::BITMAP, "its encoding is neither Binary nor HexToASCII, so it is taken to be raw");
            DataForm::Raw
        }
    };
    plan.wire = plan.wire.with_bitmap(form);
    if keys.kind != Kind::Bitmap {
        plan.lose(FieldPath::BITMAP, "its type is not Bitmap");
    }
    if let Some(length) = keys.length.filter(|length| !matches!(length, 0 | 8)) {
        plan.lose(FieldPath::BITMAP, format!("blocks have 8 bytes here, and {length} there"));
    }
    if keys.disable_auto_expand == Some(true) {
        plan.lose(FieldPath::BITMAP, "its first bit announces a second bitmap here, and is a field there");
    }
}
