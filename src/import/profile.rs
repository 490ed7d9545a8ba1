//! The wire profile that most rows follow, and rows that state only what differs from it.

use crate::spec::layout::{self, Layout};
use crate::spec::nesting;
use crate::spec::structure::{FixedTlv, TlvKind};
use crate::spec::{Class, Code, Count, DataForm, FieldSpec, OwnedRow, Structure, TlvForm, Wire};
use crate::wire::Coding;
use alloc::vec::Vec;

/// The profile that the most rows follow; message type, bitmaps and all that no row states are as `start` has them.
pub(super) fn of(rows: &[OwnedRow], start: Wire) -> Wire {
    let fields = || rows.iter().map(|row| &row.row);
    let form_of = |classes: fn(Class) -> bool| {
        most(fields().filter(|row| classes(row.format.class())).filter_map(|row| row.data))
    };
    let fixed = || fields().filter(|row| row.format.is_fixed());
    let filler_of = |class: Class, admitted: Class| {
        let fillers = fixed().filter(|row| is_like(row.format.class(), class)).filter_map(|row| row.pad);
        most(fillers).filter(|filler| filler.is_none_or(|filler| layout::is_filler(filler, admitted)))
    };
    let digits = form_of(Class::is_numeric).filter(|form| *form != DataForm::Zoned);
    let has_ascii_sign = fields().any(|row| row.format.class() == Class::Xn && row.data == Some(DataForm::Bcd));
    let text = form_of(is_text).filter(|form| *form != DataForm::Bcd && !(has_ascii_sign && *form == DataForm::Ebcdic));
    Wire {
        digits: digits.unwrap_or(start.digits),
        text: text.unwrap_or(start.text),
        binary: form_of(|class| class == Class::B).unwrap_or(start.binary),
        length: most(fields().filter_map(|row| row.prefix)).unwrap_or(start.length),
        charset: most(fields().filter_map(|row| row.charset)).unwrap_or(start.charset),
        nibble_pad: most(fields().filter_map(|row| row.nibble_pad)).unwrap_or(start.nibble_pad),
        digits_pad: filler_of(Class::N, Class::N).unwrap_or(start.digits_pad),
        text_pad: filler_of(Class::Ans, Class::Ans).unwrap_or(start.text_pad),
        ..start
    }
}

fn is_text(class: Class) -> bool {
    !class.is_numeric() && !matches!(class, Class::B | Class::Anb | Class::Ansb)
}

fn is_like(class: Class, other: Class) -> bool {
    if other == Class::N { class == Class::N } else { is_text(class) }
}

/// What comes most often, and first of what comes equally often.
fn most<T: Copy + PartialEq>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counted.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => counted.push((value, 1)),
        }
    }
    let most = counted.iter().map(|(_, count)| *count).max();
    counted.into_iter().find(|(_, count)| Some(*count) == most).map(|(value, _)| value)
}

/// Takes off a field what follows from the profile, and off its parts what follows from the field.
pub(super) fn lean(row: &mut OwnedRow, wire: &Wire) {
    lean_row(row, wire, &|row| Layout::new(row, wire).ok());
}

fn lean_row(owned: &mut OwnedRow, wire: &Wire, layout: &dyn Fn(&FieldSpec) -> Option<Layout>) {
    let Some(all) = layout(&owned.row) else { return };
    let same = |row: &FieldSpec| layout(row) == Some(all);
    let without: [fn(FieldSpec) -> FieldSpec; 6] = [
        |row| FieldSpec { data: None, ..row },
        |row| FieldSpec { prefix: None, ..row },
        |row| FieldSpec { pad: None, ..row },
        |row| FieldSpec { nibble_pad: None, ..row },
        |row| FieldSpec { charset: None, ..row },
        |row| FieldSpec { counts: Count::Units, ..row },
    ];
    for without in without {
        let shorter = without(owned.row);
        owned.row = if same(&shorter) { shorter } else { owned.row };
    }
    if let Some(structure) = owned.row.structure {
        lean_within(owned, structure, &all.coding, wire);
    }
}

fn lean_within(owned: &mut OwnedRow, structure: Structure, coding: &Coding, wire: &Wire) {
    let within = nesting::wire_within(coding, &structure, wire);
    owned.row.structure = Some(short_codes(structure, coding, within.text));
    for part in &mut owned.parts {
        lean_row(part, &within, &|row| nesting::part_layout(&structure, row, coding, &within).ok());
    }
}

/// Tags and lengths in the form of the field that holds them do not state it.
fn short_codes(structure: Structure, container: &Coding, text: DataForm) -> Structure {
    let short = |code: Code| {
        let plain = Code::text(code.width());
        if code.form() == Some(plain.resolved(container, text)) { plain } else { code }
    };
    match structure {
        Structure::Tlv(form @ TlvForm { kind: TlvKind::Fixed(fixed), .. }) => {
            let fixed = FixedTlv { tag: short(fixed.tag), length: short(fixed.length), ..fixed };
            Structure::Tlv(TlvForm { kind: TlvKind::Fixed(fixed), ..form })
        }
        other => other,
    }
}
