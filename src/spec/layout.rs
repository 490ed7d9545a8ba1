//! The rule set: a row and a wire profile make a layout, or a reason why not.
//!
//! It is `const`, so the same rules stop the build of a bad `const` table and refuse a bad file.

use super::field::{Count, Delimiter, FieldSpec};
use super::profile::Wire;
use crate::error::SpecErrorKind;
use crate::value::Filler;
use crate::wire::{Class, Coding, DataForm, PrefixForm};

/// All that is known of how a field lies on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) coding: Coding,
    pub(crate) extent: Extent,
    /// What fills a short value up to its length.
    pub(crate) filler: Option<Filler>,
    /// The filler is not part of the value.
    pub(crate) strip: bool,
    /// The least and the most digits, characters or bytes.
    pub(crate) min: u16,
    pub(crate) max: u16,
}

/// Where the content of a field ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    Fixed,
    Counted(Prefix),
    /// A prefix with the real length, then an area of this many bytes.
    Area(Prefix, u16),
    Rest,
    /// These bytes, of which the first `u8` count.
    Terminated([u8; 4], u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Prefix {
    pub(crate) form: PrefixForm,
    pub(crate) width: u8,
    pub(crate) counts: Count,
    pub(crate) includes_itself: bool,
}

impl Layout {
    pub(crate) const fn new(field: &FieldSpec, wire: &Wire) -> Result<Layout, SpecErrorKind> {
        let coding = match coding(field, wire) {
            Ok(coding) => coding,
            Err(kind) => return Err(kind),
        };
        match extent(field, wire, &coding) {
            Ok(extent) => Layout::build(field, wire, coding, extent),
            Err(kind) => Err(kind),
        }
    }

    /// The layout of the value of a TLV, whose length stands in front of it in any case.
    pub(crate) const fn of_value(field: &FieldSpec, wire: &Wire) -> Result<Layout, SpecErrorKind> {
        let is_plain = matches!(field.delimiter, Delimiter::Format | Delimiter::Rest);
        if !is_plain || has_prefix_attributes(field) {
            return Err(SpecErrorKind::PrefixOnFixed);
        }
        let extent = if field.format.is_fixed() { Extent::Fixed } else { Extent::Rest };
        match coding(field, wire) {
            Ok(coding) => Layout::build(field, wire, coding, extent),
            Err(kind) => Err(kind),
        }
    }

    const fn build(field: &FieldSpec, wire: &Wire, coding: Coding, extent: Extent) -> Result<Layout, SpecErrorKind> {
        let filler = or(field.pad, default_filler(field, wire, &coding));
        match filler {
            Some(filler) if !is_filler(filler, coding.class) || !coding.can_fill(filler.character) => {
                return Err(SpecErrorKind::BadFiller);
            }
            None if field.strip => return Err(SpecErrorKind::StripWithoutPad),
            _ => {}
        }
        let (min, max) = (field.format.min, field.format.max);
        let layout = Layout { coding, extent, filler, strip: field.strip, min, max };
        if field.strip && !layout.is_fixed() && !layout.tells_units() && layout.coding.hides_odd() {
            return Err(SpecErrorKind::StripTellsNothing);
        }
        Ok(layout)
    }
}

impl Layout {
    /// Whether a value has one length only.
    pub(crate) const fn is_fixed(&self) -> bool {
        self.min == self.max
    }

    /// Whether reading tells the units without looking at the content.
    pub(crate) const fn tells_units(&self) -> bool {
        match self.extent {
            Extent::Fixed => true,
            Extent::Counted(prefix) | Extent::Area(prefix, _) => matches!(prefix.counts, Count::Units),
            Extent::Rest | Extent::Terminated(..) => false,
        }
    }

    /// The layout of digits that share bytes with others, with each digit in ASCII.
    pub(crate) fn unpacked(self) -> Layout {
        let extent = match self.extent {
            Extent::Counted(prefix) => Extent::Counted(Prefix { form: PrefixForm::Ascii, ..prefix }),
            extent => extent,
        };
        Layout { coding: Coding { form: DataForm::Ascii, ..self.coding }, extent, ..self }
    }

    /// What fills a fixed area behind a value: the filler of the field, in its form, or zero bytes.
    pub(crate) fn area_filler(&self) -> u8 {
        match (self.filler, self.coding.form) {
            (Some(filler), DataForm::Ebcdic) => self.coding.page.encode(filler.character),
            (Some(filler), _) => filler.character,
            (None, _) => 0,
        }
    }

    /// The bytes behind content of `length` bytes: a terminator, or the rest of a fixed area.
    pub(crate) fn tail(&self, length: usize) -> usize {
        match self.extent {
            Extent::Terminated(_, terminator) => usize::from(terminator),
            Extent::Area(_, area) => usize::from(area).saturating_sub(length),
            _ => 0,
        }
    }
}

const fn coding(field: &FieldSpec, wire: &Wire) -> Result<Coding, SpecErrorKind> {
    let class = field.format.class;
    let form = match (field.data, class) {
        (Some(form), _) => form,
        (None, Class::N | Class::Z | Class::Xn) => wire.digits,
        (None, Class::B | Class::Anb | Class::Ansb) => wire.binary,
        (None, _) => wire.text,
    };
    if !Coding::is_possible(class, form) {
        return Err(SpecErrorKind::FormAgainstClass);
    }
    let pad = or(field.nibble_pad, wire.nibble_pad);
    if !pad.is_well_formed() {
        return Err(SpecErrorKind::BadNibblePad);
    }
    let (page, case) = (or(field.charset, wire.charset), or(field.hex_case, wire.hex_case));
    Ok(Coding { class, form, page, ebcdic_sign: matches!(wire.text, DataForm::Ebcdic), pad, case })
}

/// Short values are filled up only where the length is fixed, and never a signed or binary one or a track.
const fn default_filler(field: &FieldSpec, wire: &Wire, coding: &Coding) -> Option<Filler> {
    match coding.class {
        _ if !field.format.is_fixed() => None,
        Class::N => wire.digits_pad,
        // Text in BCD has no blank.
        Class::A | Class::An | Class::Ans | Class::Anp | Class::Ns | Class::As => match coding.form {
            DataForm::Bcd => None,
            _ => wire.text_pad,
        },
        _ => None,
    }
}

/// Whether a value of the class may be filled with this character. Amounts with a sign are never filled.
pub(crate) const fn is_filler(filler: Filler, class: Class) -> bool {
    !matches!(class, Class::Xn) && class.admits(filler.character)
}

const fn has_prefix_attributes(field: &FieldSpec) -> bool {
    field.prefix.is_some()
        || field.prefix_width.is_some()
        || field.includes_itself
        || !matches!(field.counts, Count::Units)
}

const fn extent(field: &FieldSpec, wire: &Wire, coding: &Coding) -> Result<Extent, SpecErrorKind> {
    let has_prefix_attributes = has_prefix_attributes(field);
    match field.delimiter {
        Delimiter::Rest | Delimiter::Terminator(..) if has_prefix_attributes => Err(SpecErrorKind::PrefixOnFixed),
        Delimiter::Rest => Ok(Extent::Rest),
        Delimiter::Terminator(_, 0) => Err(SpecErrorKind::BadTerminator),
        Delimiter::Terminator(bytes, length) => Ok(Extent::Terminated(bytes, length)),
        Delimiter::Format if field.format.is_fixed() && has_prefix_attributes => Err(SpecErrorKind::PrefixOnFixed),
        Delimiter::Format if field.format.is_fixed() => Ok(Extent::Fixed),
        Delimiter::Area(_) if field.format.is_fixed() => Err(SpecErrorKind::AreaWithoutPrefix),
        Delimiter::Area(size) if coding.bytes(field.format.max as usize) > size as usize => {
            Err(SpecErrorKind::AreaTooSmall)
        }
        Delimiter::Area(size) => match prefix(field, wire, coding) {
            Ok(prefix) => Ok(Extent::Area(prefix, size)),
            Err(kind) => Err(kind),
        },
        Delimiter::Format => match prefix(field, wire, coding) {
            Ok(prefix) => Ok(Extent::Counted(prefix)),
            Err(kind) => Err(kind),
        },
    }
}

const fn prefix(field: &FieldSpec, wire: &Wire, coding: &Coding) -> Result<Prefix, SpecErrorKind> {
    let form = or(field.prefix, wire.length);
    let width = match (field.prefix_width, form) {
        (Some(width), _) => width,
        (None, PrefixForm::Binary) if field.format.dots > 1 => field.format.dots - 1,
        (None, _) => field.format.dots,
    };
    if width == 0 || width > 6 || (matches!(form, PrefixForm::Ber) && field.prefix_width.is_some()) {
        return Err(SpecErrorKind::BadPrefixWidth);
    }
    let prefix = Prefix { form, width, counts: field.counts, includes_itself: field.includes_itself };
    if matches!(prefix.counts, Count::Nibbles) && !matches!(coding.form, DataForm::Bcd | DataForm::Raw) {
        return Err(SpecErrorKind::CountAgainstForm);
    }
    if prefix.includes_itself && matches!(form, PrefixForm::Ber) {
        return Err(SpecErrorKind::BerIncludesItself);
    }
    if prefix.number(coding, field.format.max as usize) > form.capacity(width) {
        return Err(SpecErrorKind::PrefixTooNarrow);
    }
    Ok(prefix)
}

impl Prefix {
    /// The number in the prefix of a value of `units`.
    pub(crate) const fn number(&self, coding: &Coding, units: usize) -> u64 {
        let counted = match self.counts {
            Count::Units => units,
            Count::Bytes => coding.bytes(units),
            Count::Nibbles => 2 * coding.bytes(units),
        };
        (counted + if self.includes_itself { self.form.bytes(self.width) } else { 0 }) as u64
    }

    /// The bytes that the prefix of a value of `units` takes.
    pub(crate) const fn bytes(&self, coding: &Coding, units: usize) -> usize {
        match self.form {
            PrefixForm::Ber => crate::wire::length::ber_bytes(self.number(coding, units) as usize),
            form => form.bytes(self.width),
        }
    }
}

const fn or<T: Copy>(own: Option<T>, default: T) -> T {
    match own {
        Some(own) => own,
        None => default,
    }
}
