//! Fields with parts: what holds them, and how they lie in it.

use super::loss::Loss;
use super::shape::{End, Shape};
use crate::error::FieldPath;
use crate::spec::layout::Layout;
use crate::spec::{Class, Count, DataForm, FieldSpec, Optional, OwnedRow, PartBitmap, PrefixForm, Structure, Wire};
use alloc::format;
use alloc::vec::Vec;

/// The shape of what holds these parts: text where all of them are, otherwise bytes.
pub(super) fn container(shape: Shape, parts: &[OwnedRow]) -> Shape {
    let is_text =
        matches!(shape.form, DataForm::Ascii | DataForm::Ebcdic) && !matches!(shape.class, Class::Xn | Class::Z);
    if is_text && parts.iter().all(|part| suits(shape.form, &part.row)) { shape } else { raw(shape) }
}

/// The same as bytes, of which a prefix counts what it counted.
pub(super) fn raw(shape: Shape) -> Shape {
    let bytes = |units: usize| match shape.form {
        DataForm::Bcd => units.div_ceil(2),
        DataForm::Hex | DataForm::EbcdicHex => units.saturating_mul(2),
        _ => units,
    };
    let end = match shape.end {
        End::Prefix(prefix) if shape.form == DataForm::Bcd && prefix.counts == Count::Units => {
            End::Prefix(prefix.counting(Count::Nibbles))
        }
        end => end,
    };
    Shape { class: Class::B, form: DataForm::Raw, max: bytes(shape.max), end, filler: None, strip: false, ..shape }
}

fn suits(form: DataForm, part: &FieldSpec) -> bool {
    let prefix = part.prefix.is_none_or(|prefix| match form {
        DataForm::Ascii => matches!(prefix, PrefixForm::Ascii | PrefixForm::Hex),
        _ => prefix == PrefixForm::Ebcdic,
    });
    let data = match form {
        DataForm::Ascii => matches!(part.data, Some(DataForm::Ascii | DataForm::Hex)),
        _ => matches!(part.data, Some(DataForm::Ebcdic | DataForm::EbcdicHex | DataForm::Zoned)),
    };
    prefix && data
}

/// Parts one behind the other. Numbers are from 1 on: where the format has a part 0, all of them are one higher.
pub(super) fn sequence(holder: &mut OwnedRow, mut parts: Vec<OwnedRow>, path: FieldPath, losses: &mut Vec<Loss>) {
    if parts.is_empty() {
        return;
    }
    if parts.iter().any(|part| part.row.number == 0) {
        parts.iter_mut().for_each(|part| part.row.number = part.row.number.saturating_add(1));
        losses.push(Loss::new(path, "its parts are counted from 0, here from 1"));
    }
    if !fills(&holder.row, &parts) {
        let last = parts.iter().rposition(|part| part.row.optional == Optional::ByClass);
        let tail = parts.iter_mut().skip(last.map_or(0, |last| last.saturating_add(1)));
        tail.for_each(|part| part.row.optional = Optional::AtEnd);
    }
    holder.row.structure = Some(Structure::Parts);
    holder.parts = parts;
}

/// Whether the parts are as long as what holds them, so that none can be missing.
fn fills(holder: &FieldSpec, parts: &[OwnedRow]) -> bool {
    let bytes = |row: &FieldSpec| Some(Layout::new(row, &Wire::ASCII).ok()?.coding.bytes(row.format.max()));
    let is_fixed = |row: &FieldSpec| row.format.is_fixed() && row.optional == Optional::No;
    let sum = parts.iter().try_fold(0usize, |sum, part| sum.checked_add(bytes(&part.row)?));
    is_fixed(holder) && parts.iter().all(|part| is_fixed(&part.row)) && sum == bytes(holder)
}

/// A bitmap, and the parts whose bits are set.
pub(super) fn bitmapped(
    holder: &mut OwnedRow,
    bitmap: PartBitmap,
    parts: Vec<OwnedRow>,
    path: FieldPath,
    losses: &mut Vec<Loss>,
) {
    let (kept, lost): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|part| part.row.number > 0 && !bitmap.announces(part.row.number));
    for part in lost {
        let number = part.row.number;
        losses.push(Loss::new(
            path.child(part.row.key()),
            format!("left out: bit {number} announces a bitmap, or is none"),
        ));
    }
    holder.row.structure = Some(Structure::Bitmapped(bitmap));
    holder.parts = kept;
}
