//! From a composite to a row with parts.

use super::field::{Field, end, prefix};
use super::keys::{Encoding, FieldKeys, Sort, TagKeys};
use crate::error::Segment;
use crate::import::loss::{Loss, child};
use crate::import::nest;
use crate::import::plan::Reason;
use crate::import::shape::{End, Key, Shape};
use crate::spec::{Class, Code, DataForm, OwnedRow, PartBitmap, PrefixForm, Structure, TlvForm, Unlisted};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A composite; where its subfields cannot be, it is said why, and the field stays as a whole.
pub(super) fn row(field: &Field<'_>, key: Key, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
    let end = if matches!(key, Key::Tag(_)) { End::Value } else { end(field.keys)? };
    let max = usize::try_from(field.keys.length.unwrap_or(0)).unwrap_or(usize::MAX);
    let (shape, lowered) = Shape::new(Class::B, DataForm::Raw, max, end).bounded();
    losses.extend(lowered.map(|what| Loss::new(field.path, what)));
    let mut lost = Vec::new();
    match opened(field, shape, key, &mut lost) {
        Ok(row) => {
            losses.append(&mut lost);
            Ok(row)
        }
        Err(reason) => {
            losses.push(Loss::new(field.path, format!("its parts are left out: {}", reason.0)));
            Ok(shape.named(key, field.name())?)
        }
    }
}

fn opened(field: &Field<'_>, shape: Shape, key: Key, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
    match (&field.keys.tag, &field.keys.bitmap) {
        (Some(_), Some(_)) | (None, None) => Err("a composite has either `tag` or `bitmap`".into()),
        (None, Some(bitmap)) => bitmapped(field, shape, key, bitmap, losses),
        (Some(tag), None) if tag.enc.is_none_or(|encoding| encoding == Encoding::Nothing) => {
            lined_up(field, shape, key, tag.sort, losses)
        }
        (Some(tag), None) => tagged(field, shape, key, tag, losses),
    }
}

fn subfields<'k>(field: &Field<'k>) -> &'k [(String, FieldKeys)] {
    field.keys.subfields.as_ref().map_or(&[], |subfields| &subfields.0)
}

/// The subfields by number; those with other keys get the next numbers, in the order in which they are sorted.
fn numbered<'k>(field: &Field<'k>, sort: Option<Sort>, losses: &mut Vec<Loss>) -> Result<Vec<Field<'k>>, Reason> {
    let base = if sort == Some(Sort::StringsByHex) { 16 } else { 10 };
    let mut all: Vec<(u32, &'k str, &'k FieldKeys)> = Vec::new();
    for (key, keys) in subfields(field) {
        let order = u32::from_str_radix(key, base).map_err(|_| Reason(format!("`{key}` is no number")))?;
        all.push((order, key, keys));
    }
    all.sort_by_key(|(order, ..)| *order);
    all.dedup_by_key(|(order, ..)| *order);
    let is_plain = all.iter().all(|(order, key, _)| *order < 1000 && format!("{order}") == **key);
    if !is_plain {
        losses.push(Loss::new(field.path, "its parts are numbered from 1 on, in the order of their keys"));
    }
    Ok((1u16..)
        .zip(all)
        .map(|(place, (order, _, keys))| {
            let number = if is_plain { order as u16 } else { place };
            Field { keys, path: child(field.path, &format!("{number}")), number }
        })
        .collect())
}

/// The shape of what holds these parts: text, where all of them are in one form of it.
fn holder(shape: Shape, parts: &[OwnedRow]) -> Shape {
    let texts = [(DataForm::Ascii, Class::Ans), (DataForm::Ebcdic, Class::Ans)].map(|(form, class)| {
        let page = parts.iter().find_map(|part| part.row.charset).unwrap_or(shape.page);
        nest::container(Shape { class, form, page, ..shape }, parts)
    });
    match texts {
        _ if parts.is_empty() => shape,
        [ascii, _] if ascii.form == DataForm::Ascii => ascii,
        [_, ebcdic] if ebcdic.form == DataForm::Ebcdic => ebcdic,
        _ => shape,
    }
}

fn rows(fields: &[Field<'_>], losses: &mut Vec<Loss>) -> Result<Vec<OwnedRow>, Reason> {
    fields.iter().map(|field| field.row(losses)).collect()
}

fn lined_up(
    field: &Field<'_>,
    shape: Shape,
    key: Key,
    sort: Option<Sort>,
    losses: &mut Vec<Loss>,
) -> Result<OwnedRow, Reason> {
    let parts = rows(&numbered(field, sort, losses)?, losses)?;
    let mut owned = holder(shape, &parts).named(key, field.name())?;
    nest::sequence(&mut owned, parts, field.path, losses);
    Ok(owned)
}

fn bitmapped(
    field: &Field<'_>,
    shape: Shape,
    key: Key,
    bitmap: &FieldKeys,
    losses: &mut Vec<Loss>,
) -> Result<OwnedRow, Reason> {
    let form = match bitmap.enc {
        Some(Encoding::Binary) => DataForm::Raw,
        Some(Encoding::HexToASCII) => DataForm::Hex,
        _ => return Err("the encoding of its bitmap is neither Binary nor HexToASCII".into()),
    };
    let bytes = bitmap.length.filter(|length| *length > 0).unwrap_or(8);
    let map = PartBitmap::new(u8::try_from(bytes).unwrap_or(u8::MAX)).with_form(form);
    let parts = rows(&numbered(field, None, losses)?, losses)?;
    let shape = if form == DataForm::Hex { holder(shape, &parts) } else { shape };
    let mut owned = shape.named(key, field.name())?;
    nest::bitmapped(&mut owned, map, parts, field.path, losses);
    Ok(owned)
}

fn tagged(
    field: &Field<'_>,
    shape: Shape,
    key: Key,
    tag: &TagKeys,
    losses: &mut Vec<Loss>,
) -> Result<OwnedRow, Reason> {
    let unlisted = match (tag.skip_unknown, tag.store_unknown) {
        (Some(true), Some(true)) => Unlisted::Keep,
        (Some(true), _) => Unlisted::Skip,
        _ => Unlisted::Refuse,
    };
    let form = if tag.enc == Some(Encoding::BerTlvTag) { TlvForm::BER } else { fixed(field, tag)? };
    let mut parts = Vec::new();
    for (text, keys) in subfields(field) {
        let name = tag_text(text, tag);
        let path = child(field.path, &name);
        let Some(segment) = Segment::text(&name) else { return Err(Reason(format!("`{text}` is no tag"))) };
        parts.push(Field { keys, path, number: 0 }.value(segment, losses)?);
    }
    let shape = if in_ascii(form) { holder(shape, &parts) } else { shape };
    let mut owned = shape.named(key, field.name())?;
    owned.row.structure = Some(Structure::Tlv(form.with_unlisted(unlisted)));
    owned.parts = parts;
    Ok(owned)
}

/// Tags of a fixed width, and the length that all subfields have in front.
fn fixed(field: &Field<'_>, tag: &TagKeys) -> Result<TlvForm, Reason> {
    let width = tag.length.unwrap_or(0);
    let form = match tag.enc {
        Some(Encoding::Ascii) => PrefixForm::Ascii,
        Some(Encoding::Bcd | Encoding::Lbcd) => PrefixForm::Bcd,
        Some(Encoding::Ebcdic | Encoding::Ebcdic1047) => PrefixForm::Ebcdic,
        Some(Encoding::ASCIIToHex) => PrefixForm::Binary,
        _ => return Err("the encoding of its tags is not known".into()),
    };
    let names = subfields(field).iter().map(|(_, keys)| keys.prefix.as_deref()).chain([tag.unknown_prefix.as_deref()]);
    let mut lengths = names.flatten().map(prefix).collect::<Result<Vec<_>, Reason>>()?;
    lengths.dedup();
    match lengths.as_slice() {
        [length] if length.form != PrefixForm::Ber => {
            Ok(TlvForm::fixed(Code::of(form, width), Code::of(length.form, length.width)))
        }
        [] => Err("nothing says how long the lengths behind its tags are".into()),
        _ => Err("the lengths behind its tags are not all of one fixed form".into()),
    }
}

/// A key as the tag that stands on the wire.
fn tag_text(key: &str, tag: &TagKeys) -> String {
    let bytes = usize::from(tag.length.unwrap_or(0));
    let width = if tag.enc == Some(Encoding::ASCIIToHex) { bytes.saturating_mul(2) } else { bytes };
    match tag.padding.as_ref().and_then(|padding| padding.pad.as_deref()) {
        Some("0") => format!("{key:0>width$}"),
        _ => key.into(),
    }
}

fn in_ascii(form: TlvForm) -> bool {
    form.codes().is_some_and(|(tag, length)| {
        tag.form() == Some(PrefixForm::Ascii) && matches!(length.form(), Some(PrefixForm::Ascii | PrefixForm::Hex))
    })
}
