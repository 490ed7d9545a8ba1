//! The XML of jPOS's `GenericPackager`, whose classes say how a field looks.
//!
//! Values keep their padding, as jPOS leaves it. Digits are checked to be digits, which jPOS does not do; text is printable
//! ASCII, where jPOS takes Latin-1. A number in field 35 or 36 is a track.

mod classes;
mod field;
mod packager;
mod tagged;
mod write;
mod xml;

use self::classes::{How, What, class};
use self::field::Field;
use self::xml::Element;
use super::error::ImportError;
use super::loss::Loss;
use super::plan::Plan;
use crate::error::FieldPath;
use crate::spec::{DataForm, OwnedRow, Secondary, Third, Wire};
use alloc::format;
use alloc::vec::Vec;

pub(super) use self::write::write;

/// The attributes of each element.
const KNOWN: [(&str, &[&str]); 3] = [
    ("isopackager", &["maxValidField", "bitmapField", "thirdBitmapField", "firstField", "emitBitmap", "headerLength"]),
    ("isofield", &["id", "length", "name", "class", "pad", "trim", "token", "params", "inclusive", "encoding"]),
    (
        "isofieldpackager",
        &[
            "id",
            "length",
            "name",
            "class",
            "pad",
            "token",
            "params",
            "inclusive",
            "packager",
            "emitBitmap",
            "bitmapField",
            "firstField",
            "maxValidField",
            "headerLength",
            "tagMapper",
            "tagSize",
            "lenSize",
            "swapTagAndLen",
            "trim",
        ],
    ),
];

/// What a `GenericPackager` says.
pub(super) fn read(text: &str) -> Result<Plan, ImportError> {
    let root = xml::read(text)?;
    if root.name != "isopackager" {
        return Err(ImportError::new("the root element is not `isopackager`").at_offset(text, root.offset));
    }
    let mut plan = Plan::new("jpos");
    plan.losses.push(Loss::whole("text is printable ASCII, where jPOS takes any byte for Latin-1"));
    plan.losses.extend(passed_over(&root, FieldPath::MESSAGE));
    let bitmap = number(&root, "bitmapField").unwrap_or(1);
    let first = number(&root, "firstField").unwrap_or(2);
    set_head(&mut plan, &root);
    plan.wire.bitmap = None;
    let mut is_chained = false;
    for element in fields(&root, FieldPath::MESSAGE, &mut plan.losses) {
        let id = number(element, "id");
        let id = id.ok_or_else(|| ImportError::new("a field without a number").at_offset(text, element.offset))?;
        let path = FieldPath::field(id);
        plan.losses.extend(passed_over(element, path));
        match id {
            0 => set_mti(&mut plan, element),
            id if id == bitmap && root.attribute("emitBitmap") != Some("false") => {
                is_chained = set_bitmap(&mut plan, element);
            }
            1 => {}
            id if id < first => plan.leave_out(path, "jPOS begins behind it"),
            id => {
                let row = row(element, id, path, &mut plan.losses);
                plan.take(id, row);
            }
        }
    }
    set_third(&mut plan, &root, is_chained);
    Ok(plan)
}

/// The row of an element that holds others or not.
fn row(element: &Element, id: u16, path: FieldPath, losses: &mut Vec<Loss>) -> Result<OwnedRow, super::plan::Reason> {
    let field = Field::of(element, id, path)?;
    if element.name == "isofieldpackager" { packager::row(&field, losses) } else { field.row(losses) }
}

/// The elements that are fields; of others it is said that they are passed over.
fn fields<'x>(element: &'x Element, path: FieldPath, losses: &mut Vec<Loss>) -> Vec<&'x Element> {
    let (fields, others): (Vec<_>, Vec<_>) =
        element.children.iter().partition(|child| matches!(child.name.as_str(), "isofield" | "isofieldpackager"));
    losses.extend(others.iter().map(|other| Loss::new(path, format!("`{}` is passed over", other.name))));
    fields
}

/// What is said of attributes that jPOS does not have, and of those that only classes of others read.
fn passed_over(element: &Element, path: FieldPath) -> Vec<Loss> {
    let known = KNOWN.iter().find(|(name, _)| *name == element.name).map_or(&[][..], |(_, known)| known);
    let others = element.attributes.iter().filter(|(name, _)| !known.contains(&name.as_str()) || name == "params");
    others.map(|(name, _)| Loss::new(path, format!("the attribute `{name}` is passed over"))).collect()
}

fn number(element: &Element, attribute: &str) -> Option<u16> {
    element.attribute(attribute)?.trim().parse().ok()
}

fn set_head(plan: &mut Plan, root: &Element) {
    if let Some(length @ 1..) = number(root, "headerLength") {
        let what = format!("the header of {length} bytes in front is not part of a spec: cut it off before a parse");
        plan.losses.push(Loss::whole(what));
    }
}

fn set_mti(plan: &mut Plan, element: &Element) {
    let form = match class(element.attribute("class").unwrap_or("")) {
        Some((How::Fixed, What::Digits(form) | What::Text(form))) => Some(form),
        Some((How::Fixed, What::Packed | What::PackedF)) => Some(DataForm::Bcd),
        _ => None,
    };
    match form {
        Some(form) if number(element, "length") == Some(4) => plan.wire = plan.wire.with_mti(form),
        _ => plan.lose(FieldPath::MTI, "it is not four digits in ASCII, BCD or EBCDIC, so it is taken to be in ASCII"),
    }
    if plan.wire.mti == DataForm::Ebcdic {
        plan.wire = plan.wire.with_charset(crate::spec::CodePage::Cp1047);
    }
}

/// Sets the form of the bitmaps, and says whether the second announces a third.
fn set_bitmap(plan: &mut Plan, element: &Element) -> bool {
    let length = number(element, "length").unwrap_or(16);
    let (how, form) = match class(element.attribute("class").unwrap_or("")) {
        Some((how @ (How::Bitmap | How::ShortBitmap), What::Bytes(form))) => (how, form),
        _ => {
            plan.lose(FieldPath::BITMAP, "its class is no bitmap of jPOS, so it is taken to be raw");
            (How::Bitmap, DataForm::Raw)
        }
    };
    plan.wire = plan.wire.with_bitmap(form).with_secondary(Secondary::WhenNeeded);
    if how == How::ShortBitmap {
        plan.lose(FieldPath::BITMAP, "its first bit announces a second bitmap here, and is a field in jPOS");
    } else if length < 8 {
        plan.lose(FieldPath::BITMAP, "it has 8 bytes here, and less in jPOS");
    } else if length == 8 {
        plan.lose(FieldPath::BITMAP, "a second one is read where its first bit is set, which jPOS does not do");
    }
    length >= 24
}

fn set_third(plan: &mut Plan, root: &Element, is_chained: bool) {
    if let Some(field) = number(root, "thirdBitmapField") {
        plan.wire = plan.wire.with_third(Third::Field(field));
    } else if is_chained {
        plan.wire = plan.wire.with_third(Third::Chain);
    }
    if root.attribute("emitBitmap") == Some("false") {
        plan.wire = Wire { third: Third::None, ..plan.wire };
    } else if plan.wire.bitmap.is_none() {
        plan.wire = plan.wire.with_bitmap(DataForm::Raw);
        plan.lose(FieldPath::BITMAP, "it is not stated, so it is taken to be raw");
    }
}
