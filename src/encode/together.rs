//! Which fields can stand together in one message, so that a reader finds each of them.

use crate::bitmap::Bitmap;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::spec::layout::Extent;
use crate::spec::{MessageSpec, Third};

/// The first field that a reader would not find among these: one that the spec does not define; one behind a field that
/// reaches to the end; without a bitmap, one behind a gap; one above 128 without the field that announces it.
pub(crate) fn check_together(spec: &MessageSpec, present: &Bitmap) -> Result<(), EncodeError> {
    let refuse = |kind, number| Err(EncodeError::new(kind, FieldPath::field(number)));
    if let Some(number) = present.iter().find(|number| spec.defined(*number).is_none()) {
        return refuse(EncodeErrorKind::UndefinedField, number);
    }
    if !spec.restricts() {
        return Ok(());
    }
    let mut reaches_end = false;
    for number in present {
        if reaches_end || stands_alone(spec, present, number) {
            return refuse(EncodeErrorKind::OutOfReach, number);
        }
        reaches_end = spec.defined(number).is_some_and(|step| step.layout.extent == Extent::Rest);
    }
    match spec.wire().bitmap {
        Some(_) => Ok(()),
        None => check_gaps(spec, present),
    }
}

/// Whether the field that carries the third bitmap is missing for this one.
fn stands_alone(spec: &MessageSpec, present: &Bitmap, number: u16) -> bool {
    match spec.wire().third {
        Third::Field(carrier) => number > 128 && !present.contains(carrier),
        _ => false,
    }
}

/// Without a bitmap a field needs all those before it.
fn check_gaps(spec: &MessageSpec, present: &Bitmap) -> Result<(), EncodeError> {
    let last = present.last().unwrap_or(0);
    let gap = spec.fields().map(|field| field.number()).find(|number| !present.contains(*number));
    match gap.filter(|gap| *gap < last) {
        Some(_) => Err(EncodeError::new(EncodeErrorKind::OutOfReach, FieldPath::field(last))),
        None => Ok(()),
    }
}
