//! From an `isofieldpackager` to a row with parts.

use super::classes::{How, What, of_jpos};
use super::field::Field;
use super::{fields, number, passed_over};
use crate::import::loss::{Loss, child};
use crate::import::nest;
use crate::import::plan::Reason;
use crate::import::shape::{End, Key, Prefix, Shape};
use crate::spec::{Class, Count, DataForm, OwnedRow, PartBitmap, Structure, TlvForm};
use alloc::format;
use alloc::vec::Vec;

/// A field with its parts; where these cannot be, it is said why, and the field stays as a whole.
pub(super) fn row(field: &Field<'_>, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
    let shape = field.shape(losses)?;
    let mut lost = Vec::new();
    match opened(field, shape, &mut lost) {
        Ok(row) => {
            losses.append(&mut lost);
            Ok(row)
        }
        Err(reason) => {
            losses.push(Loss::new(field.path, format!("its parts are left out: {}", reason.0)));
            Ok(shape.named(Key::Number(field.id), field.name())?)
        }
    }
}

/// A part, whether it has parts of its own or not.
pub(super) struct Kid<'x> {
    pub(super) field: Field<'x>,
}

fn opened(field: &Field<'_>, shape: Shape, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
    let element = field.element;
    let packager = element.attribute("packager").unwrap_or("");
    let emits = element.attribute("emitBitmap").is_none_or(|value| value.eq_ignore_ascii_case("true"));
    let open = |kids| Opening { field, shape, kids };
    match of_jpos(packager).unwrap_or("") {
        "ICCDataPackager" | "BERTLVBinaryPackager" => ber(field, nest::raw(shape), losses),
        "BERTLVAsciiHexPackager" => ber(field, in_hex(shape, DataForm::Hex), losses),
        "BERTLVEbcdicHexPackager" => ber(field, in_hex(shape, DataForm::EbcdicHex), losses),
        "DatasetPackager" => datasets(field, nest::raw(shape), losses),
        "GenericPackager" if emits => Err("a message within a field is not opened".into()),
        "GenericPackager" | "GenericSubFieldPackager" => {
            let kids = kids(field, losses);
            if emits {
                open(kids).bitmapped(number(element, "bitmapField").unwrap_or(1), losses)
            } else {
                open(kids).lined_up(losses)
            }
        }
        "Base1SubFieldPackager" => open(kids(field, losses)).bitmapped(0, losses),
        "CTCSubFieldPackager" => open(kids(field, losses)).lined_up(losses),
        "CTCSubElementPackager" => Err("its parts have a number in front and no length".into()),
        "GenericTaggedFieldsPackager" => open(kids(field, losses)).by_tag_size(losses),
        "EuroSubFieldPackager" | "MasterCardEBCDICSubFieldPackager" | "GICCSubFieldPackager" => {
            open(kids(field, losses)).led(losses)
        }
        "TaggedSequencePackager" => open(kids(field, losses)).sequenced(false, losses),
        "BinaryHexTaggedSequencePackager" => open(kids(field, losses)).sequenced(true, losses),
        _ => Err(Reason(format!("`{packager}` is no packager of jPOS"))),
    }
}

/// The parts whose classes are known; of others it is said that they are left out.
fn kids<'x>(field: &Field<'x>, losses: &mut Vec<Loss>) -> Vec<Kid<'x>> {
    let mut kids: Vec<Kid<'x>> = Vec::new();
    for element in fields(field.element, field.path, losses) {
        let Some(id) = number(element, "id") else {
            losses.push(Loss::new(field.path, "a part without a number is left out"));
            continue;
        };
        let path = child(field.path, &format!("{id}"));
        losses.extend(passed_over(element, path));
        match Field::of(element, id, path) {
            Ok(field) => kids.push(Kid { field }),
            Err(reason) => losses.push(Loss::new(path, format!("left out: {}", reason.0))),
        }
    }
    kids.sort_by_key(|kid| kid.field.id);
    kids.dedup_by_key(|kid| kid.field.id);
    kids
}

impl Kid<'_> {
    pub(super) fn row(&self, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        if self.is_packager() { row(&self.field, losses) } else { self.field.row(losses) }
    }

    pub(super) fn is_packager(&self) -> bool {
        self.field.element.name == "isofieldpackager"
    }

    fn is_bitmap(&self) -> bool {
        matches!(self.field.how, How::Bitmap | How::ShortBitmap)
    }

    pub(super) fn is_tagged(&self) -> bool {
        matches!(self.field.how, How::Tagged(..) | How::Mapped(..) | How::LengthFirst(..) | How::Sequenced(_))
    }

    pub(super) fn token(&self) -> &str {
        self.field.element.attribute("token").unwrap_or("")
    }
}

/// A field that is about to get its parts.
pub(super) struct Opening<'f, 'x> {
    pub(super) field: &'f Field<'x>,
    pub(super) shape: Shape,
    pub(super) kids: Vec<Kid<'x>>,
}

impl<'x> Opening<'_, 'x> {
    pub(super) fn holder(&self, parts: &[OwnedRow]) -> Result<OwnedRow, Reason> {
        Ok(nest::container(self.shape, parts).named(Key::Number(self.field.id), self.field.name())?)
    }

    /// Rows of these parts; of those that cannot be it is said why.
    fn rows(&self, kids: &[&Kid<'x>], losses: &mut Vec<Loss>) -> Vec<OwnedRow> {
        let mut rows = Vec::new();
        for kid in kids {
            match kid.row(losses) {
                Ok(row) => rows.push(row),
                Err(reason) => losses.push(Loss::new(kid.field.path, format!("left out: {}", reason.0))),
            }
        }
        rows
    }

    /// Parts one behind the other, or tags where the parts have them.
    fn lined_up(&self, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        if self.kids.iter().any(Kid::is_tagged) {
            return self.led(losses);
        }
        let starts_at_0 = self.kids.len() == 1 || self.kids.first().is_some_and(Kid::is_packager);
        let first = number(self.field.element, "firstField").unwrap_or(u16::from(!starts_at_0));
        let (kids, before): (Vec<_>, Vec<_>) = self.kids.iter().partition(|kid| kid.field.id >= first);
        losses.extend(before.iter().map(|kid| Loss::new(kid.field.path, "left out: jPOS begins behind it")));
        let rows = self.rows(&kids, losses);
        if rows.len() < kids.len() {
            return Err("one of them cannot be, and where the next ones begin is not known".into());
        }
        let mut holder = self.holder(&rows)?;
        nest::sequence(&mut holder, rows, self.field.path, losses);
        Ok(holder)
    }

    /// A bitmap, which is the part of this number, and the parts that it announces.
    fn bitmapped(&self, bitmap: u16, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let Some(map) = self.kids.iter().find(|kid| kid.field.id == bitmap && kid.is_bitmap()) else {
            return self.lined_up(losses);
        };
        let length = u8::try_from(map.field.length()).unwrap_or(u8::MAX);
        let What::Bytes(form) = map.field.what else { return Err("its bitmap is none".into()) };
        let has_more = map.field.how == How::Bitmap && bitmap != 0;
        let first = PartBitmap::new(length.min(8)).with_form(form);
        let bitmap_of = match length {
            9..=16 if has_more => first.with_extensions(8, 1),
            17.. if has_more => first.with_extensions(8, 2),
            _ => first,
        };
        let kids: Vec<&Kid<'x>> = self.kids.iter().filter(|kid| kid.field.id != bitmap).collect();
        let rows = self.rows(&kids, losses);
        let is_text = form != DataForm::Raw;
        let shape = if is_text { nest::container(self.shape, &rows) } else { nest::raw(self.shape) };
        let mut holder = shape.named(Key::Number(self.field.id), self.field.name())?;
        nest::bitmapped(&mut holder, bitmap_of, rows, self.field.path, losses);
        Ok(holder)
    }

    pub(super) fn sequence_of(&self, kids: Vec<&Kid<'x>>, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let rows = self.rows(&kids, losses);
        let mut holder = self.holder(&rows)?;
        nest::sequence(&mut holder, rows, self.field.path, losses);
        Ok(holder)
    }
}

fn ber(field: &Field<'_>, shape: Shape, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
    whole(field, shape, TlvForm::BER, "the classes of its tags are left out: what EMV says of them counts", losses)
}

fn datasets(field: &Field<'_>, shape: Shape, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
    whole(field, shape, TlvForm::DATASETS, "its datasets are shown by their numbers, unopened", losses)
}

fn whole(
    field: &Field<'_>,
    shape: Shape,
    form: TlvForm,
    lost: &str,
    losses: &mut Vec<Loss>,
) -> Result<OwnedRow, Reason> {
    if !field.element.children.is_empty() || form == TlvForm::DATASETS {
        losses.push(Loss::new(field.path, lost));
    }
    let mut holder = shape.named(Key::Number(field.id), field.name())?;
    holder.row.structure = Some(Structure::Tlv(form));
    Ok(holder)
}

/// Hex digits, two of which are a byte, where the length counts digits.
fn in_hex(shape: Shape, form: DataForm) -> Shape {
    let end = match shape.end {
        End::Prefix(prefix) => End::Prefix(Prefix { counts: Count::Bytes, ..prefix }),
        end => end,
    };
    Shape { class: Class::B, form, max: shape.max / 2, end, filler: None, ..shape }
}
