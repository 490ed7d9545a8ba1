//! The rules of structures: what content can hold, and how its parts lie in it.
//!
//! Like the rules of fields they are `const`, so that a bad table stops the build.

use super::field::{Count, FieldSpec};
use super::layout::{Extent, Layout, Prefix};
use super::profile::Wire;
use super::structure::{Code, FixedTlv, Groups, MAX_BITS, Optional, PartBitmap, Structure, TlvForm, TlvKind};
use super::when;
use crate::error::{FieldPath, Segment, SpecError, SpecErrorKind};
use crate::wire::{Class, Coding, DataForm, NibblePad, PrefixForm, Side, code};

/// How things look within content of this coding, unless a part says otherwise. Chip data has a form of its own: in bytes,
/// its digits are packed and its text is ASCII, whatever the message around it has.
pub(crate) const fn wire_within(container: &Coding, structure: &Structure, wire: &Wire) -> Wire {
    match container.form {
        DataForm::Hex | DataForm::EbcdicHex => {}
        _ if matches!(structure, Structure::Tlv(form) if form.is_ber()) => {
            return Wire { nibble_pad: NibblePad::new(Side::Left, 0), ..Wire::BCD };
        }
        _ => {}
    }
    match container.form {
        DataForm::Ascii => in_text(wire, DataForm::Ascii, DataForm::Hex, PrefixForm::Ascii),
        DataForm::Ebcdic => {
            Wire { charset: container.page, ..in_text(wire, DataForm::Ebcdic, DataForm::EbcdicHex, PrefixForm::Ebcdic) }
        }
        DataForm::Opaque => {
            Wire { text: DataForm::Opaque, ..in_text(wire, DataForm::Ascii, DataForm::Raw, PrefixForm::Ascii) }
        }
        DataForm::Bcd => Wire { digits: DataForm::Bcd, length: PrefixForm::Bcd, ..*wire },
        // Two hex digits are a byte, so packed digits lie there as they are.
        DataForm::Hex => in_text(wire, DataForm::Ascii, DataForm::Hex, PrefixForm::Ascii),
        DataForm::EbcdicHex => in_text(wire, DataForm::Ebcdic, DataForm::EbcdicHex, PrefixForm::Ebcdic),
        DataForm::Raw | DataForm::Zoned => *wire,
    }
}

const fn in_text(wire: &Wire, characters: DataForm, binary: DataForm, length: PrefixForm) -> Wire {
    Wire { digits: characters, text: characters, binary, length, ..*wire }
}

/// How a part lies in content of this coding; `wire` is as [`wire_within`] says.
pub(crate) const fn part_layout(
    structure: &Structure,
    row: &FieldSpec,
    container: &Coding,
    wire: &Wire,
) -> Result<Layout, SpecErrorKind> {
    let layout = match structure {
        Structure::Tlv(_) => Layout::of_value(row, wire),
        _ => Layout::new(row, wire),
    };
    match layout {
        Ok(layout) if !suits(&layout, container) => Err(SpecErrorKind::StructureAgainstForm),
        other => other,
    }
}

/// Whether content of this coding can hold such a part: text holds text, and where two digits share a byte there are digits
/// only. The structure of chip data lies in bytes, whatever they are called.
const fn suits(part: &Layout, container: &Coding) -> bool {
    let form = part.coding.form;
    let prefix = match part.extent {
        Extent::Counted(prefix) | Extent::Area(prefix, _) => prefix.form,
        _ if matches!(container.form, DataForm::Ebcdic) => PrefixForm::Ebcdic,
        _ => PrefixForm::Ascii,
    };
    match container.form {
        DataForm::Bcd => matches!(form, DataForm::Bcd) && is_digits(part) && !matches!(part.coding.class, Class::Xn),
        DataForm::Hex => matches!(form, DataForm::Hex) || matches!(form, DataForm::Ascii) && is_even(part),
        DataForm::EbcdicHex => matches!(form, DataForm::EbcdicHex) || matches!(form, DataForm::Ebcdic) && is_even(part),
        DataForm::Ascii => {
            matches!(form, DataForm::Ascii | DataForm::Hex) && matches!(prefix, PrefixForm::Ascii | PrefixForm::Hex)
        }
        DataForm::Ebcdic => {
            matches!(form, DataForm::Ebcdic | DataForm::EbcdicHex | DataForm::Zoned)
                && matches!(prefix, PrefixForm::Ebcdic)
        }
        _ => true,
    }
}

const fn is_even(part: &Layout) -> bool {
    part.max.is_multiple_of(2) && part.is_fixed() && matches!(part.coding.class, Class::N)
}

/// Whether the length of a part can be told in digits that share bytes with others.
const fn is_digits(part: &Layout) -> bool {
    matches!(
        part.extent,
        Extent::Fixed
            | Extent::Rest
            | Extent::Counted(Prefix { form: PrefixForm::Bcd, counts: Count::Units, includes_itself: false, .. })
    )
}

/// The tables of a spec that rows are ranges of.
#[derive(Clone, Copy)]
pub(crate) struct Tables<'t> {
    pub(crate) parts: &'t [FieldSpec],
    pub(crate) names: &'t str,
}

/// The rules for a field of a message, whose own layout is known to be well.
pub(super) const fn check_field(
    row: &FieldSpec,
    layout: &Layout,
    wire: &Wire,
    tables: Tables<'_>,
) -> Result<(), SpecError> {
    if !matches!(row.optional, Optional::No) {
        return Err(row.error(SpecErrorKind::OptionalBeforeOthers));
    }
    check_row(row, layout, wire, tables, FieldPath::field(row.number))
}

/// The rules for what a row says beside its layout.
const fn check_row(
    row: &FieldSpec,
    layout: &Layout,
    wire: &Wire,
    tables: Tables<'_>,
    path: FieldPath,
) -> Result<(), SpecError> {
    if !row.only_in.is_well_formed() {
        return Err(SpecError::new(SpecErrorKind::BadMtis, path));
    }
    if row.when.is_some() {
        return Err(SpecError::new(SpecErrorKind::BadCases, path));
    }
    let is_part = path.as_slice().len() > 1;
    if is_part && (!row.defined || row.echo.is_some()) {
        return Err(SpecError::new(SpecErrorKind::BadPart, path));
    }
    check_structure(row, layout, wire, tables, path)
}

/// The rules for what the content is made of.
const fn check_structure(
    row: &FieldSpec,
    layout: &Layout,
    wire: &Wire,
    tables: Tables<'_>,
    path: FieldPath,
) -> Result<(), SpecError> {
    let rows = row.parts_in(tables.parts);
    let Some(structure) = row.structure else {
        return if rows.is_empty() { Ok(()) } else { Err(SpecError::new(SpecErrorKind::SeveralStructures, path)) };
    };
    if path.as_slice().len() + structure.levels() > FieldPath::MAX_DEPTH {
        return Err(SpecError::new(SpecErrorKind::TooDeep, path));
    }
    if !can_hold(&layout.coding, &structure) {
        return Err(SpecError::new(SpecErrorKind::StructureAgainstForm, path));
    }
    if let Structure::Cases = structure {
        return check_cases(rows, layout, wire, tables, path);
    }
    let within =
        Nest { structure, container: *layout, wire: wire_within(&layout.coding, &structure, wire), tables, path };
    let checked = match structure {
        Structure::Parts => within.check_sequence(rows),
        Structure::Groups(groups) => within.check_groups(&groups, rows),
        Structure::Bitmapped(bitmap) => within.check_bitmapped(&bitmap, rows),
        Structure::Tlv(form) => within.check_tlv(&form, rows),
        Structure::Cases => Ok(()),
    };
    match checked {
        Ok(()) => within.check_parts(rows),
        Err(error) => Err(error),
    }
}

/// Each case is a structure of the same content.
const fn check_cases(
    cases: &[FieldSpec],
    layout: &Layout,
    wire: &Wire,
    tables: Tables<'_>,
    path: FieldPath,
) -> Result<(), SpecError> {
    let mut rest = cases;
    while let [case, tail @ ..] = rest {
        let Some(condition) = case.when else { return Err(SpecError::new(SpecErrorKind::BadCases, path)) };
        if let Err(kind) = when::check(condition.within(tables.names)) {
            return Err(SpecError::new(kind, path));
        }
        if matches!(case.structure, None | Some(Structure::Cases)) || path.as_slice().len() > 1 {
            return Err(SpecError::new(SpecErrorKind::BadCases, path));
        }
        if let Err(error) = check_structure(case, layout, wire, tables, path) {
            return Err(error);
        }
        rest = tail;
    }
    if cases.is_empty() { Err(SpecError::new(SpecErrorKind::BadCases, path)) } else { Ok(()) }
}

const fn can_hold(container: &Coding, structure: &Structure) -> bool {
    match (container.form, structure) {
        (_, Structure::Cases) => true,
        _ if matches!(container.class, Class::Xn | Class::Z) => false,
        (DataForm::Zoned, _) | (DataForm::Bcd, Structure::Bitmapped(_)) => false,
        (DataForm::Bcd | DataForm::Hex | DataForm::EbcdicHex, Structure::Tlv(form)) => {
            form.is_ber() != matches!(container.form, DataForm::Bcd)
        }
        (DataForm::Hex | DataForm::EbcdicHex, _) => false,
        // Text holds text.
        (DataForm::Ascii, Structure::Bitmapped(bitmap)) => matches!(bitmap.form, DataForm::Hex),
        (DataForm::Ebcdic, Structure::Bitmapped(bitmap)) => matches!(bitmap.form, DataForm::EbcdicHex),
        (DataForm::Ascii | DataForm::Ebcdic, Structure::Tlv(form)) => !form.is_ber(),
        _ => true,
    }
}

/// A structure, and the content that holds it.
struct Nest<'t> {
    structure: Structure,
    container: Layout,
    /// How things look within.
    wire: Wire,
    tables: Tables<'t>,
    path: FieldPath,
}

impl Nest<'_> {
    const fn fault<T>(&self, kind: SpecErrorKind) -> Result<T, SpecError> {
        Err(SpecError::new(kind, self.path))
    }

    const fn fault_of<T>(&self, row: &FieldSpec, kind: SpecErrorKind) -> Result<T, SpecError> {
        Err(SpecError::new(kind, self.part_path(row)))
    }

    const fn layout(&self, row: &FieldSpec) -> Result<Layout, SpecError> {
        match part_layout(&self.structure, row, &self.container.coding, &self.wire) {
            Ok(layout) => Ok(layout),
            Err(kind) => self.fault_of(row, kind),
        }
    }

    /// Layout and structure of each part.
    const fn check_parts(&self, rows: &[FieldSpec]) -> Result<(), SpecError> {
        let mut rest = rows;
        while let [row, tail @ ..] = rest {
            let layout = match self.layout(row) {
                Ok(layout) => layout,
                Err(error) => return Err(error),
            };
            if let Err(error) = check_row(row, &layout, &self.wire, self.tables, self.part_path(row)) {
                return Err(error);
            }
            rest = tail;
        }
        Ok(())
    }

    /// The part of a group is one level further in.
    const fn part_path(&self, row: &FieldSpec) -> FieldPath {
        match self.structure {
            Structure::Groups(_) => self.path.child(Segment::number(1)).child(row.key()),
            _ => self.path.child(row.key()),
        }
    }

    /// Parts one behind the other.
    const fn check_sequence(&self, rows: &[FieldSpec]) -> Result<(), SpecError> {
        if rows.is_empty() {
            return self.fault(SpecErrorKind::NoParts);
        }
        let is_group = matches!(self.structure, Structure::Groups(_));
        let mut before = Before { number: 0, length: 0, all_fixed: true, optional: false, ended: false };
        let mut rest = rows;
        while let [row, tail @ ..] = rest {
            let layout = match self.layout(row) {
                Ok(layout) => layout,
                Err(error) => return Err(error),
            };
            if is_group && tail.is_empty() && matches!(row.optional, Optional::ByClass) {
                return self.fault_of(row, SpecErrorKind::BadByClass);
            }
            match before.and(row, &layout, least(&self.container, &layout), is_group) {
                Ok(next) => before = next,
                Err(kind) => return self.fault_of(row, kind),
            }
            rest = tail;
        }
        self.check_lengths(&before)
    }

    const fn check_lengths(&self, all: &Before) -> Result<(), SpecError> {
        let room = room(&self.container);
        let is_group = matches!(self.structure, Structure::Groups(_));
        let is_exact = !is_group && all.all_fixed && self.container.is_fixed();
        if all.length > room || is_exact && all.length != room {
            return self.fault(SpecErrorKind::PartsAgainstLength);
        }
        Ok(())
    }

    const fn check_groups(&self, groups: &Groups, rows: &[FieldSpec]) -> Result<(), SpecError> {
        if let Some(count) = groups.count {
            match self.number_capacity(count) {
                Some(capacity) if capacity >= groups.max as u64 => {}
                Some(_) => return self.fault(SpecErrorKind::BadGroups),
                None => return self.fault(SpecErrorKind::BadCode),
            }
        }
        if groups.max == 0 || self.can_be_empty(rows) {
            return self.fault(SpecErrorKind::BadGroups);
        }
        self.check_sequence(rows)
    }

    /// Whether all parts together can take no bytes: then nobody could say how many groups there are.
    const fn can_be_empty(&self, rows: &[FieldSpec]) -> bool {
        let mut rest = rows;
        while let [row, tail @ ..] = rest {
            if let (Ok(layout), Optional::No) = (self.layout(row), row.optional)
                && least(&self.container, &layout) > 0
            {
                return false;
            }
            rest = tail;
        }
        !rows.is_empty()
    }

    /// The largest number of a length or a count; `None` when there can be none.
    const fn number_capacity(&self, number: Code) -> Option<u64> {
        let form = number.resolved(&self.container.coding, self.wire.text);
        let is_form = !matches!(form, PrefixForm::Ber) && self.has_form(form);
        match number.width() {
            1..=4 if is_form => Some(form.capacity(number.width())),
            5..=6 if is_form && !matches!(form, PrefixForm::Binary) => Some(form.capacity(number.width())),
            _ => None,
        }
    }

    const fn check_bitmapped(&self, bitmap: &PartBitmap, rows: &[FieldSpec]) -> Result<(), SpecError> {
        if rows.is_empty() {
            return self.fault(SpecErrorKind::NoParts);
        }
        if let Err(kind) = bitmap.check() {
            return self.fault(kind);
        }
        let mut rest = rows;
        let mut before = 0;
        while let [row, tail @ ..] = rest {
            let kind = match row.number {
                0 => SpecErrorKind::NoParts,
                number if number <= before => SpecErrorKind::FieldsOutOfOrder,
                number if number as usize > bitmap.bits() => SpecErrorKind::BitmapTooSmall,
                number if bitmap.announces(number) => SpecErrorKind::BitIsBitmap,
                _ if row.tag.is_some() => SpecErrorKind::NoParts,
                _ if !matches!(row.optional, Optional::No) => SpecErrorKind::OptionalBeforeOthers,
                number => {
                    before = number;
                    rest = tail;
                    continue;
                }
            };
            return self.fault_of(row, kind);
        }
        self.check_last_alone(rows)
    }

    /// Only the last of the parts reaches to the end.
    const fn check_last_alone(&self, rows: &[FieldSpec]) -> Result<(), SpecError> {
        let mut rest = rows;
        while let [row, tail @ ..] = rest {
            match self.layout(row) {
                Ok(Layout { extent: Extent::Rest, .. }) if !tail.is_empty() => {
                    return self.fault_of(row, SpecErrorKind::PartBehindEnd);
                }
                Ok(_) => {}
                Err(error) => return Err(error),
            }
            rest = tail;
        }
        Ok(())
    }

    const fn check_tlv(&self, form: &TlvForm, rows: &[FieldSpec]) -> Result<(), SpecError> {
        if let TlvKind::Fixed(fixed) = form.kind
            && !self.has_codes(&fixed)
        {
            return self.fault(SpecErrorKind::BadCode);
        }
        if !form.has_filler() {
            return self.fault(SpecErrorKind::BadTlvFiller);
        }
        let mut rest = rows;
        while let [row, tail @ ..] = rest {
            let kind = match row.tag {
                None => SpecErrorKind::BadTag,
                Some(tag) if !self.is_tag(form, tag) => SpecErrorKind::BadTag,
                Some(tag) if find(tail, tag) => SpecErrorKind::TagTwice,
                Some(_) if !matches!(row.optional, Optional::No) => SpecErrorKind::OptionalBeforeOthers,
                Some(_) => {
                    rest = tail;
                    continue;
                }
            };
            return self.fault_of(row, kind);
        }
        Ok(())
    }

    const fn has_codes(&self, fixed: &FixedTlv) -> bool {
        let form = fixed.tag.resolved(&self.container.coding, self.wire.text);
        let is_wide = match (form, fixed.tag.width()) {
            (PrefixForm::Ber, _) => false,
            (PrefixForm::Binary, 1..=4) => true,
            (PrefixForm::Binary, _) => false,
            (_, width) => matches!(width, 1..=8),
        };
        is_wide && self.has_form(form) && self.number_capacity(fixed.length).is_some()
    }

    /// Whether the content can hold a tag, a length or a count in this form: text holds text.
    const fn has_form(&self, form: PrefixForm) -> bool {
        match self.container.coding.form {
            DataForm::Bcd => matches!(form, PrefixForm::Bcd),
            DataForm::Ascii => matches!(form, PrefixForm::Ascii | PrefixForm::Hex),
            DataForm::Ebcdic => matches!(form, PrefixForm::Ebcdic),
            _ => true,
        }
    }

    const fn is_tag(&self, form: &TlvForm, tag: Segment) -> bool {
        match form.kind {
            TlvKind::Ber(_) => form.is_ber_tag(tag),
            TlvKind::Fixed(fixed) => {
                let form = fixed.tag.resolved(&self.container.coding, self.wire.text);
                code::is_tag(form, fixed.tag.width(), tag)
            }
        }
    }
}

/// The most that content can be long, in what parts are measured in.
pub(super) const fn room(container: &Layout) -> usize {
    match container.coding.form {
        DataForm::Bcd => container.max as usize,
        _ => container.coding.bytes(container.max as usize),
    }
}

/// The least that a part takes of content, measured as [`room`].
pub(super) const fn least(container: &Layout, part: &Layout) -> usize {
    let (coding, min) = (&part.coding, part.min as usize);
    if let DataForm::Bcd = container.coding.form {
        return match part.extent {
            Extent::Counted(prefix) => prefix.width as usize + min,
            _ => min,
        };
    }
    let content = coding.bytes(min);
    match part.extent {
        Extent::Counted(prefix) => prefix.bytes(coding, min) + content,
        Extent::Area(prefix, area) => prefix.bytes(coding, min) + area as usize,
        Extent::Terminated(_, terminator) => content + terminator as usize,
        Extent::Fixed | Extent::Rest => content,
    }
}

const fn find(rows: &[FieldSpec], tag: Segment) -> bool {
    let mut rest = rows;
    while let [row, tail @ ..] = rest {
        if let Some(other) = row.tag
            && other.is(&tag)
        {
            return true;
        }
        rest = tail;
    }
    false
}

/// What stands before a part of a sequence.
struct Before {
    number: u16,
    /// The least length of the parts.
    length: usize,
    all_fixed: bool,
    optional: bool,
    ended: bool,
}

impl Before {
    /// A part behind these.
    const fn and(
        self,
        row: &FieldSpec,
        layout: &Layout,
        least: usize,
        is_group: bool,
    ) -> Result<Before, SpecErrorKind> {
        let ends = matches!(layout.extent, Extent::Rest);
        let is_always = matches!(row.optional, Optional::No);
        let is_last = matches!(row.optional, Optional::AtEnd);
        if row.tag.is_some() || row.number == 0 {
            return Err(SpecErrorKind::NoParts);
        }
        if row.number <= self.number {
            return Err(SpecErrorKind::FieldsOutOfOrder);
        }
        if matches!(row.optional, Optional::ByClass) && !matches!(layout.extent, Extent::Fixed | Extent::Rest) {
            return Err(SpecErrorKind::BadByClass);
        }
        if self.ended || ends && is_group {
            return Err(SpecErrorKind::PartBehindEnd);
        }
        if self.optional && !is_last || is_group && is_last {
            return Err(SpecErrorKind::OptionalBeforeOthers);
        }
        Ok(Before {
            number: row.number,
            length: self.length + if is_always { least } else { 0 },
            all_fixed: self.all_fixed && is_always && matches!(layout.extent, Extent::Fixed),
            optional: is_last,
            ended: ends,
        })
    }
}

const _: () = assert!(MAX_BITS <= 192, "a set of parts is a `Bitmap`");
