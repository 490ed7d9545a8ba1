//! What a draft may say of messages: nothing that was read from them, for it is shown to others.

use crate::error::{FieldPath, ParseErrorKind, Segment};
use crate::spec::{MessageSpec, SpecField, Structure};
use crate::tlv::emv;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A fault without the lengths that messages stated: read by a wrong spec, they are digits of anything.
pub(super) fn fault(kind: ParseErrorKind) -> String {
    use ParseErrorKind::{
        DigitsMissing, LeftOver, LengthAboveMaximum, LengthBelowMinimum, OtherMessageType, PartialByte, Truncated,
    };
    match kind {
        Truncated { .. } | DigitsMissing { .. } => "cut short".to_string(),
        LengthAboveMaximum { maximum, .. } => format!("length exceeds the maximum {maximum}"),
        LengthBelowMinimum { minimum, .. } => format!("length is below the minimum {minimum}"),
        PartialByte { .. } => "length is not a whole number of bytes".to_string(),
        LeftOver { .. } => "left over behind the last part".to_string(),
        OtherMessageType { .. } => "message type is another".to_string(),
        kind => kind.to_string(),
    }
}

/// A place as far as the spec or EMV lists it: any other tag was read from a message.
pub(super) fn place(spec: &MessageSpec, path: FieldPath) -> FieldPath {
    let Some((number, field)) = path.number().and_then(|number| Some((number, spec.field(number)?))) else {
        return path;
    };
    let mut shown = FieldPath::field(number);
    let (mut holders, mut is_in_group) = (alternatives(field), false);
    for segment in path.segments().iter().skip(1) {
        is_in_group = !is_in_group && holders.iter().any(has_groups);
        let is_tag = holders.iter().any(has_tags) && is_emv_tag(*segment);
        if !is_in_group {
            let listed = holders.iter().flat_map(SpecField::parts).filter(|part| part.key() == *segment);
            holders = listed.flat_map(alternatives).collect();
        }
        if holders.is_empty() && !is_tag {
            break;
        }
        shown = shown.child(*segment);
    }
    shown
}

/// The cases of a field that has some, otherwise the field.
fn alternatives(field: SpecField<'_>) -> Vec<SpecField<'_>> {
    match field.structure() {
        Some(Structure::Cases) => field.parts().collect(),
        _ => Vec::from([field]),
    }
}

fn has_tags(field: &SpecField<'_>) -> bool {
    matches!(field.structure(), Some(Structure::Tlv(_)))
}

/// Whether everybody lists the tag.
fn is_emv_tag(segment: Segment) -> bool {
    segment.as_str().parse().ok().and_then(emv::tag).is_some()
}

fn has_groups(field: &SpecField<'_>) -> bool {
    matches!(field.structure(), Some(Structure::Groups(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{ISO1987_ASCII, UNIONPAY_POS};

    #[test]
    fn places_end_where_the_spec_knows_no_more() {
        let places: &[(&MessageSpec, &str, &str)] = &[
            (&ISO1987_ASCII, "2", "2"),
            (&ISO1987_ASCII, "2.4111", "2"),
            (&ISO1987_ASCII, "54.1.3", "54.1.3"),
            (&ISO1987_ASCII, "54.1.9", "54.1"),
            (&ISO1987_ASCII, "90.2", "90.2"),
            (&UNIONPAY_POS, "55.9F26", "55.9F26"),
            (&UNIONPAY_POS, "55.4111", "55"),
            (&UNIONPAY_POS, "60.1", "60.1"),
        ];
        for (spec, path, shown) in places {
            assert_eq!(place(spec, path.parse().unwrap()).to_string(), *shown, "{path}");
        }
        for path in [FieldPath::MESSAGE, FieldPath::MTI, FieldPath::BITMAP] {
            assert_eq!(place(&ISO1987_ASCII, path), path);
        }
    }

    #[test]
    fn faults_have_no_length_of_a_message() {
        let length = 41_111;
        for kind in [
            ParseErrorKind::Truncated { needed: 41_111, left: 41_111 },
            ParseErrorKind::LengthAboveMaximum { length, maximum: 37 },
            ParseErrorKind::LengthBelowMinimum { length, minimum: 99_999 },
            ParseErrorKind::PartialByte { length },
            ParseErrorKind::LeftOver { count: 41_111 },
            ParseErrorKind::DigitsMissing { needed: 41_111, left: 41_111 },
            ParseErrorKind::OtherMessageType { mti: 0x4111 },
        ] {
            let shown = fault(kind);
            assert!(!shown.is_empty() && !shown.contains("4111"), "{shown}");
        }
        let kept = ParseErrorKind::LengthAboveMaximum { length, maximum: 37 };
        assert_eq!(fault(kept), "length exceeds the maximum 37");
        assert_eq!(fault(ParseErrorKind::BadLength), ParseErrorKind::BadLength.to_string());
    }
}
