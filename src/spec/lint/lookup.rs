//! What a path leads to in a spec.

use crate::error::{FieldPath, Segment};
use crate::spec::{MessageSpec, SpecField, Structure, Unlisted};

/// What is known of the place that a path leads to.
pub(super) enum Found<'s> {
    /// The spec defines no such place.
    Nothing,
    /// There can be something, and what it is depends.
    Something,
    Row(SpecField<'s>),
}

impl Found<'_> {
    pub(super) fn is_nothing(&self) -> bool {
        matches!(self, Found::Nothing)
    }
}

pub(super) fn find<'s>(spec: &'s MessageSpec, path: &FieldPath) -> Found<'s> {
    let Some((first, within)) = path.segments().split_first() else { return Found::Nothing };
    // The message type and the bitmaps are always there.
    match first.as_number() {
        Some(0 | 1) => Found::Something,
        Some(number) => spec.field(number).map_or(Found::Nothing, |field| find_in(field, within)),
        None => Found::Nothing,
    }
}

fn find_in<'s>(holder: SpecField<'s>, within: &[Segment]) -> Found<'s> {
    let Some((segment, deeper)) = within.split_first() else { return Found::Row(holder) };
    match holder.structure() {
        None => Found::Nothing,
        Some(Structure::Cases) => {
            let is_in_one = holder.parts().any(|case| !find_in(case, within).is_nothing());
            if is_in_one { Found::Something } else { Found::Nothing }
        }
        Some(Structure::Groups(_)) => match deeper.split_first() {
            _ if segment.as_number().is_none_or(|group| group == 0) => Found::Nothing,
            None => Found::Something,
            Some((part, deeper)) => find_part(holder, part, deeper).unwrap_or(Found::Nothing),
        },
        Some(Structure::Tlv(form)) => match find_part(holder, segment, deeper) {
            Some(found) => found,
            None if form.unlisted == Unlisted::Keep => Found::Something,
            None => Found::Nothing,
        },
        Some(Structure::Parts | Structure::Bitmapped(_)) => {
            find_part(holder, segment, deeper).unwrap_or(Found::Nothing)
        }
    }
}

/// Behind this many parts nothing is looked for, so that no spec takes long: anything can be there.
const MOST_PARTS: usize = 1024;

fn find_part<'s>(holder: SpecField<'s>, key: &Segment, deeper: &[Segment]) -> Option<Found<'s>> {
    let Some(found) = holder.parts().take(MOST_PARTS).find(|part| part.key() == *key) else {
        return holder.parts().nth(MOST_PARTS).map(|_| Found::Something);
    };
    match found.structure() {
        // A constructed tag of which nothing is said can be opened.
        None if found.tag().is_some() && !deeper.is_empty() => Some(Found::Something),
        _ => Some(find_in(found, deeper)),
    }
}
