//! What of a spec another one does not say: the losses of an export, found by reading back what was written.

use super::loss::Loss;
use crate::spec::layout::Layout;
use crate::spec::view::View;
use crate::spec::{DataForm, MessageSpec, SpecField, Structure};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What `back` does not say as `spec` does, field by field.
pub(super) fn losses(spec: &MessageSpec, back: &MessageSpec) -> Vec<Loss> {
    let mut losses = whole(spec, back);
    for view in View::of_spec(spec) {
        match View::of_field(back, view.field.number()) {
            Some(other) => compare(&view, &other, &mut losses),
            None => losses.push(Loss::new(view.path, "left out: the format has nothing for how it looks on the wire")),
        }
    }
    losses
}

/// What concerns no field.
fn whole(spec: &MessageSpec, back: &MessageSpec) -> Vec<Loss> {
    let (wire, other) = (spec.wire(), back.wire());
    let differences = [
        (spec.name() != back.name(), "the name of the spec is not said"),
        (spec.title() != back.title(), "the title is not said"),
        (spec.pan_mask() != back.pan_mask(), "how much of card numbers is shown (`pan_mask`) is not said"),
        (spec.rules().count() != back.rules().count(), "the rules of messages are not said"),
        (wire.secondary != other.secondary, "when the second bitmap is there is not said"),
        (wire.third != other.third, "where the third bitmap comes from is not said"),
        (wire.mti != other.mti, "the form of the message type is not said"),
        (wire.bitmap != other.bitmap, "the form of the bitmaps is not said"),
        (wire.hex_case != other.hex_case, "the case of hex digits is not said"),
    ];
    let mut losses: Vec<Loss> =
        differences.into_iter().filter(|(is_lost, _)| *is_lost).map(|(_, what)| Loss::whole(what)).collect();
    let defaults = [
        (wire.length != other.length, "length prefixes"),
        (wire.digits != other.digits, "digits"),
        (wire.text != other.text, "text"),
        (wire.binary != other.binary, "binary data"),
        (wire.charset != other.charset, "code page"),
        (wire.nibble_pad != other.nibble_pad, "pad nibble"),
        (wire.digits_pad != other.digits_pad, "filler of digits"),
        (wire.text_pad != other.text_pad, "filler of text"),
    ];
    let differing: Vec<&str> = defaults.into_iter().filter(|(differs, _)| *differs).map(|(_, what)| what).collect();
    if !differing.is_empty() {
        losses.push(Loss::whole(format!(
            "the profile is another one, made of what the most fields have: {}",
            differing.join(", ")
        )));
    }
    losses
}

fn compare(view: &View<'_>, back: &View<'_>, losses: &mut Vec<Loss>) {
    let mut lose = |what: String| losses.push(Loss::new(view.path, what));
    attributes(&view.field, &back.field).into_iter().for_each(|what| lose(what.into()));
    layouts(&view.layout, &back.layout).into_iter().for_each(&mut lose);
    if view.field.structure() != back.field.structure() {
        lose(structure(view.field.structure(), back.field.structure()).into());
        return;
    }
    let others: Vec<View<'_>> = back.parts().collect();
    for part in view.parts() {
        match others.iter().find(|other| other.field.key() == part.field.key()) {
            Some(other) => compare(&part, other, losses),
            None => losses.push(Loss::new(part.path, "left out: the format has nothing for how it looks on the wire")),
        }
    }
    for other in others.iter().filter(|other| !view.field.parts().any(|part| part.key() == other.field.key())) {
        losses.push(Loss::new(other.path, "it is read as a part, which it is not"));
    }
}

fn attributes(field: &SpecField<'_>, back: &SpecField<'_>) -> Vec<&'static str> {
    let differences = [
        (field.name() != back.name(), "the name cannot be written"),
        (field.sensitivity() != back.sensitivity(), "how secret it is is not said"),
        (field.is_echoed() && !back.is_echoed(), "that a response repeats it is not said"),
        (!field.only_in.is_all(), "in which messages it may stand is not said"),
        (field.optional != back.optional, "whether it may be missing is not said so"),
        (field.condition() != back.condition(), "the condition is not said"),
    ];
    differences.into_iter().filter(|(is_lost, _)| *is_lost).map(|(_, what)| what).collect()
}

fn layouts(layout: &Layout, back: &Layout) -> Vec<String> {
    let (coding, other) = (layout.coding, back.coding);
    let mut lost = Vec::new();
    if coding.class != other.class {
        lost.push(format!("the class {} becomes {}", coding.class.notation(), other.class.notation()));
    }
    let is = |form: DataForm| coding.form == form;
    let differences = [
        (coding.form != other.form, "the form of the content is another one"),
        (is(DataForm::Ebcdic) && coding.page != other.page, "the code page is another one"),
        (is(DataForm::Bcd) && coding.pad != other.pad, "the nibbles that fill up an odd number of digits are others"),
        (!coding.is_plain() && coding.case != other.case, "the case of hex digits is not said"),
        (is(DataForm::Bcd) && coding.ebcdic_sign != other.ebcdic_sign, "the form of a sign is another one"),
        (layout.extent != back.extent, "what delimits it is another one"),
        (layout.min != back.min, "the minimum length is not said"),
        (layout.max != back.max, "the maximum length is another one"),
        (layout.filler != back.filler, "what fills up a short value is another one"),
        (layout.strip != back.strip, "whether filler is taken off is another matter"),
    ];
    lost.extend(differences.into_iter().filter(|(is_lost, _)| *is_lost).map(|(_, what)| what.to_string()));
    lost
}

fn structure(structure: Option<Structure>, back: Option<Structure>) -> &'static str {
    match (structure, back) {
        (Some(Structure::Cases), _) => "what it is made of depends on the message, which is not said",
        (Some(Structure::Groups(_)), _) => "groups are not said",
        (_, None) => "its parts are left out",
        _ => "how its parts lie in it is said otherwise",
    }
}
