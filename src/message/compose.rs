//! Parts as they are written into the content that holds them.
//!
//! Where two digits share a byte, content is composed with each digit in ASCII, and packed as a whole in the end.

use crate::bitmap::Bitmap;
use crate::encode::Plan;
use crate::error::{EncodeError, EncodeErrorKind, Segment};
use crate::parse::{Nest, ParseOptions, Space};
use crate::spec::layout::Layout;
use crate::spec::structure::{FixedTlv, TlvKind};
use crate::spec::{Code, DataForm, Optional, PartBitmap, Structure, TlvForm, Unlisted};
use crate::value::Input;
use crate::wire::hex::{self, HexText};
use crate::wire::{HexCase, PrefixForm, Tag, bcd, code, length};
use alloc::vec;
use alloc::vec::Vec;

/// Content as it is composed.
pub(super) fn draft(content: &Space<'_>) -> Vec<u8> {
    match content.lead() {
        None => content.bytes().to_vec(),
        Some(_) => content.digits().collect(),
    }
}

/// Whether digits share bytes in the content of a structure.
pub(super) fn is_packed(nest: &Nest<'_>) -> bool {
    nest.container.form == DataForm::Bcd
}

/// A part, without the tag and length of a TLV.
pub(super) fn part(nest: &Nest<'_>, key: Segment, input: Input<'_>) -> Result<Vec<u8>, EncodeError> {
    let layout = layout(nest, key)?;
    let part = Plan::new(&layout, input).and_then(|plan| plan.written()).map_err(|kind| fault(nest, key, kind))?;
    match nest.structure {
        Structure::Groups(_) if !is_group(nest, key, &part) => Err(fault(nest, key, EncodeErrorKind::NotItsParts)),
        _ => Ok(part),
    }
}

/// Whether this can be a group: it has no length of its own, so it must end where its last part does.
fn is_group(nest: &Nest<'_>, key: Segment, draft: &[u8]) -> bool {
    let group = nest.as_draft().inner(key);
    group.is_some_and(|group| group.check(Space::of_bytes(draft, 0), ParseOptions::STRICT).is_ok())
}

/// A part whose content has been composed, without the tag and length of a TLV.
pub(super) fn part_around(nest: &Nest<'_>, key: Segment, content: &[u8]) -> Result<Vec<u8>, EncodeError> {
    let layout = layout(nest, key)?;
    let plan = match nest.inner(key).is_some_and(|inner| is_packed(&inner)) && !is_packed(nest) {
        true => Plan::unfilled(&layout, content),
        false => Plan::around(&layout, content),
    };
    plan.and_then(|plan| plan.written()).map_err(|kind| fault(nest, key, kind))
}

/// Whether these are the parts that a reader finds one behind the other: the next character can make it take one for
/// another, and what is empty at the end is there only if it must be.
pub(super) fn check_sequence(nest: &Nest<'_>, draft: &[u8], keys: &[Segment]) -> Result<(), EncodeError> {
    let nest = nest.as_draft();
    let refuse = |key| Err(fault(&nest, key, EncodeErrorKind::OutOfReach));
    let mut expected = keys.iter().copied();
    let mut cursor = nest.parts(Space::of_bytes(draft, 0));
    while let Some(cursor) = &mut cursor {
        match cursor.next_of_some() {
            Ok(Some(part)) if expected.next() == Some(part.key) => {}
            Ok(Some(part)) => return refuse(part.key),
            Ok(None) => break,
            Err(error) => return refuse(error.path().segments().last().copied().unwrap_or_default()),
        }
    }
    let is_always = |key: &Segment| nest.row(*key).is_some_and(|row| row.presence() == Optional::No);
    expected.find(|key| !is_always(key)).map_or(Ok(()), refuse)
}

/// Writes content over as much of it: bytes, or digits behind `lead` others.
pub(super) fn overwrite(old: &mut [u8], lead: Option<usize>, content: &[u8]) {
    match lead {
        None => old.iter_mut().zip(content).for_each(|(old, new)| *old = *new),
        Some(lead) => {
            let digits = content.iter().map(|&digit| HexCase::Any.value(digit).unwrap_or(0));
            digits.enumerate().for_each(|(at, digit)| bcd::set_nibble(old, lead + at, digit));
        }
    }
}

pub(super) fn fault(nest: &Nest<'_>, key: Segment, kind: EncodeErrorKind) -> EncodeError {
    EncodeError::new(kind, nest.path.child(key))
}

/// How a part is composed.
fn layout(nest: &Nest<'_>, key: Segment) -> Result<Layout, EncodeError> {
    let refuse = |kind| Err(fault(nest, key, kind));
    let layout = match (nest.structure, nest.row(key)) {
        (Structure::Groups(_), _) => nest.plain_layout(),
        (Structure::Tlv(form), None) if form.unlisted != Unlisted::Keep => {
            return refuse(EncodeErrorKind::UnknownTag);
        }
        (Structure::Tlv(_), None) if !is_tag(nest, key) => return refuse(EncodeErrorKind::BadTag),
        (Structure::Tlv(_), None) => nest.plain_layout(),
        (_, Some(row)) => nest.layout(row),
        (_, None) => return refuse(EncodeErrorKind::UndefinedField),
    };
    Ok(if is_packed(nest) { layout.unpacked() } else { layout })
}

/// Whether this is a tag of the form that the structure has.
pub(super) fn is_tag(nest: &Nest<'_>, key: Segment) -> bool {
    let Structure::Tlv(form) = nest.structure else { return false };
    match form.kind {
        TlvKind::Ber(_) => form.is_ber_tag(key),
        TlvKind::Fixed(fixed) => code::is_tag(nest.form(fixed.tag), fixed.tag.width(), key),
    }
}

/// The tag and the length in front of a value of `count` bytes or digits.
pub(super) fn head(nest: &Nest<'_>, form: &TlvForm, key: Segment, count: usize) -> Result<Vec<u8>, EncodeError> {
    match form.kind {
        TlvKind::Ber(_) => Ok(ber_head(nest, key, count)),
        TlvKind::Fixed(fixed) => fixed_head(nest, &fixed, key, count).map_err(|kind| fault(nest, key, kind)),
    }
}

fn ber_head(nest: &Nest<'_>, key: Segment, count: usize) -> Vec<u8> {
    let text = match nest.container.form {
        DataForm::Hex => Some(HexText::Ascii),
        DataForm::EbcdicHex => Some(HexText::Ebcdic),
        _ => None,
    };
    let count = if text.is_some() { count / 2 } else { count };
    let tag = Tag::of_segment(key).map_or(0, Tag::number).to_be_bytes();
    let mut head: Vec<u8> = tag.into_iter().skip_while(|byte| *byte == 0).collect();
    let start = head.len();
    head.resize(start + length::ber_bytes(count), 0);
    length::write_ber(count as u64, head.get_mut(start..).unwrap_or_default());
    let Some(text) = text else { return head };
    let mut digits = vec![0; 2 * head.len()];
    hex::write(head.into_iter(), text, nest.container.case, &mut digits);
    digits
}

fn fixed_head(nest: &Nest<'_>, fixed: &FixedTlv, key: Segment, count: usize) -> Result<Vec<u8>, EncodeErrorKind> {
    let tag = tag(nest, fixed.tag, key);
    let length = count + if fixed.counts_tag { tag.len() } else { 0 };
    let length = number(nest, fixed.length, length as u64)?;
    Ok(if fixed.length_first { [length, tag].concat() } else { [tag, length].concat() })
}

fn tag(nest: &Nest<'_>, of: Code, key: Segment) -> Vec<u8> {
    if is_packed(nest) {
        return key.as_bytes().to_vec();
    }
    let form = nest.form(of);
    let mut bytes = vec![0; form.bytes(of.width())];
    code::write(form, key, &mut bytes);
    bytes
}

/// A length or a count.
pub(super) fn number(nest: &Nest<'_>, of: Code, number: u64) -> Result<Vec<u8>, EncodeErrorKind> {
    let form = if is_packed(nest) { PrefixForm::Ascii } else { nest.form(of) };
    let capacity = form.capacity(of.width());
    if number > capacity {
        let maximum = u32::try_from(capacity).unwrap_or(u32::MAX);
        return Err(EncodeErrorKind::LengthAboveMaximum { length: number as usize, maximum });
    }
    let mut bytes = vec![0; form.bytes(of.width())];
    form.write(number, HexCase::Upper, &mut bytes);
    Ok(bytes)
}

/// The bitmap of these parts, with at least so many bits.
pub(super) fn bitmap(nest: &Nest<'_>, form: &PartBitmap, present: &Bitmap, least_bits: usize) -> Vec<u8> {
    let needed = usize::from(present.last().unwrap_or(0)).max(least_bits);
    let (first, step) = (8 * usize::from(form.bytes), 8 * usize::from(form.more_bytes));
    let more = needed.saturating_sub(first).div_ceil(step.max(1));
    let mut words = present.words();
    for ahead in 0..more {
        let at = if ahead == 0 { 0 } else { first + (ahead - 1) * step };
        if let Some(word) = words.get_mut(at / 64) {
            *word |= 1 << (63 - at % 64);
        }
    }
    let bytes = words.into_iter().flat_map(u64::to_be_bytes).take((first + more * step) / 8);
    let text = match form.form {
        DataForm::Hex => HexText::Ascii,
        DataForm::EbcdicHex => HexText::Ebcdic,
        _ => return bytes.collect(),
    };
    let mut digits = vec![0; 2 * (first + more * step) / 8];
    let case = if nest.wire.hex_case == HexCase::Lower { HexCase::Lower } else { HexCase::Upper };
    hex::write(bytes, text, case, &mut digits);
    digits
}

/// The bits of a bitmap of this length.
pub(super) fn bits(form: &PartBitmap, length: usize) -> usize {
    if form.form == DataForm::Raw { 8 * length } else { 4 * length }
}
