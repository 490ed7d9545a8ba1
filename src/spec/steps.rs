//! What the parser and the writer run on: one step for each field number, computed when a spec is made.

use super::field::{Count, FieldSpec};
use super::layout::{Extent, Layout, Prefix};
use super::nesting::{self, Tables};
use super::profile::{Third, Wire};
use super::structure::Structure;
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use crate::wire::{Class, DataForm, PrefixForm};

/// Field numbers 0 to 192.
pub(crate) const SLOTS: usize = 193;

/// The rules for a row of a field alone, behind one of the number `before`; 1 for the first.
#[cfg(feature = "alloc")]
pub(super) fn check_row(wire: &Wire, row: &FieldSpec, tables: Tables<'_>, before: u16) -> Result<(), SpecError> {
    step(wire, row, tables, before).map(|_| ())
}

/// How the length of a field is read: the common cases by name, each without a further choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Read {
    Undefined,
    Fixed,
    Ascii2,
    Ascii3,
    Bcd2,
    Bcd3,
    Binary1,
    Binary2,
    Other,
}

impl Read {
    /// The bytes of the prefix that counts units, in the cases by name.
    pub(crate) const fn prefix_bytes(self) -> usize {
        match self {
            Read::Bcd2 | Read::Binary1 => 1,
            Read::Ascii2 | Read::Bcd3 | Read::Binary2 => 2,
            Read::Ascii3 => 3,
            Read::Undefined | Read::Fixed | Read::Other => 0,
        }
    }
}

/// How the content of a field is checked: the common cases by name, each without a further choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    Nothing,
    Digits,
    Printable,
    Alphanumeric,
    Track,
    /// Every nibble is a digit.
    Nibbles,
    /// Every nibble is a digit but, of an odd number, the pad.
    Bcd,
    /// Of an odd number of nibbles the pad is one that is accepted.
    Pad,
    Other,
}

/// Whether a row states what its content is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Makes {
    Nothing,
    Parts,
    /// It depends on the message.
    Cases,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) read: Read,
    pub(crate) check: Check,
    /// What holds for each byte of the field alone, prefix included, if that is checked of all: neighbours of which the same
    /// is checked are one run.
    pub(crate) run: Check,
    /// What is left to check of the content, when the run is.
    pub(crate) alone: Check,
    /// Its length is fixed, and nothing is left to check.
    pub(crate) is_plain: bool,
    /// 1 where two units share a byte; 0 where each takes one. Read only where the length is.
    pub(crate) halves: u8,
    /// Bytes of content when the length is fixed.
    pub(crate) bytes: u16,
    pub(crate) layout: Layout,
}

pub(crate) type Steps = [Step; SLOTS];

/// The steps of `rows` over those of `base`, or the first rule that a row breaks.
pub(crate) const fn compile(
    wire: &Wire,
    base: Option<&'static super::MessageSpec>,
    rows: &[FieldSpec],
    tables: Tables<'_>,
) -> Result<Steps, SpecError> {
    if let Err(kind) = wire.check() {
        return Err(SpecError::new(kind, FieldPath::MESSAGE));
    }
    let steps = match compile_over(wire, base, rows, tables, &[]) {
        Ok(steps) => steps,
        Err(error) => return Err(error),
    };
    match (check_bitmap_field(wire, &steps), check_ends(&steps)) {
        (Ok(()), Ok(())) => Ok(steps),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// As [`compile`]; a row that one of `over` replaces need not suit this profile.
#[allow(clippy::indexing_slicing, reason = "const fn has no get; every index is below the length in the line above")]
const fn compile_over(
    wire: &Wire,
    base: Option<&'static super::MessageSpec>,
    rows: &[FieldSpec],
    tables: Tables<'_>,
    over: &[FieldSpec],
) -> Result<Steps, SpecError> {
    let mut steps = match inherited(wire, base, rows) {
        Ok(steps) => steps,
        Err(error) => return Err(error),
    };
    let mut at = 0;
    let mut before = 1;
    while at < rows.len() {
        let row = &rows[at];
        match step(wire, row, tables, before) {
            Ok(step) => steps[row.number as usize] = step,
            Err(_) if is_replaced(row.number, over) => {}
            Err(error) => return Err(error),
        }
        before = row.number;
        at += 1;
    }
    Ok(steps)
}

#[allow(clippy::indexing_slicing, reason = "const fn has no get; every index is below the length in the line above")]
const fn is_replaced(number: u16, over: &[FieldSpec]) -> bool {
    let mut at = 0;
    while at < over.len() {
        if over[at].number == number {
            return true;
        }
        at += 1;
    }
    false
}

const fn inherited(
    wire: &Wire,
    base: Option<&'static super::MessageSpec>,
    over: &[FieldSpec],
) -> Result<Steps, SpecError> {
    let Some(base) = base else { return Ok([UNDEFINED; SLOTS]) };
    match base.rows() {
        Some(rows) => compile_over(wire, base.base(), rows, NO_TABLES, over),
        None => Err(SpecError::new(SpecErrorKind::BaseNotConst, FieldPath::MESSAGE)),
    }
}

/// Whether each field is made of parts. It stands beside the steps, which a parse reads and this it does not.
pub(crate) type AllMakes = [Makes; SLOTS];

/// What `rows` say over those of `base`.
#[allow(
    clippy::indexing_slicing,
    reason = "const fn has no get; the numbers of rows that were checked are below SLOTS"
)]
pub(crate) const fn all_makes(base: Option<&'static super::MessageSpec>, rows: &[FieldSpec]) -> AllMakes {
    let mut all = match base {
        Some(base) => *base.all_makes(),
        None => [Makes::Nothing; SLOTS],
    };
    let mut rest = rows;
    while let [row, tail @ ..] = rest {
        all[row.number as usize] = match row.structure {
            Some(Structure::Cases) if row.defined => Makes::Cases,
            Some(_) if row.defined => Makes::Parts,
            _ => Makes::Nothing,
        };
        rest = tail;
    }
    all
}

/// Those of a constant, whose rows and texts are where they are.
pub(super) const NO_TABLES: Tables<'static> = Tables { parts: &[], names: "" };

const UNDEFINED: Step = match step(&Wire::ASCII, &FieldSpec::undefined(2), NO_TABLES, 1) {
    Ok(step) => step,
    Err(_) => panic!(),
};

const fn step(wire: &Wire, row: &FieldSpec, tables: Tables<'_>, before: u16) -> Result<Step, SpecError> {
    if row.tag.is_some() || row.number < 2 || row.number as usize >= SLOTS {
        return Err(row.error(SpecErrorKind::BadFieldNumber));
    }
    if row.number <= before && before != 1 {
        return Err(row.error(SpecErrorKind::FieldsOutOfOrder));
    }
    if row.number == 65 && row.defined && matches!(wire.third, Third::Chain) {
        return Err(row.error(SpecErrorKind::Bit65IsBitmap));
    }
    if row.number > 128 && row.defined && matches!(wire.third, Third::None) {
        return Err(row.error(SpecErrorKind::BitmapTooSmall));
    }
    let layout = match Layout::new(row, wire) {
        Ok(layout) => layout,
        Err(kind) => return Err(row.error(kind)),
    };
    // Only what reaches to the end has neither a prefix nor a length nor an end of its own.
    if row.strip && layout.min == 0 && wire.bitmap.is_none() && matches!(layout.extent, Extent::Rest) {
        return Err(row.error(SpecErrorKind::StripLeavesNothing));
    }
    let read = if row.defined { read(&layout) } else { Read::Undefined };
    let bytes = layout.coding.bytes(layout.max as usize);
    if bytes > u16::MAX as usize {
        return Err(row.error(SpecErrorKind::BadMaximum));
    }
    if let Err(error) = nesting::check_field(row, &layout, wire, tables) {
        return Err(error);
    }
    let halves = matches!(layout.coding.form, DataForm::Bcd) as u8;
    let check = check(&layout);
    let (run, alone) = in_run(read, check, &layout);
    let is_plain = matches!((read, alone), (Read::Fixed, Check::Nothing));
    Ok(Step { read, check, run, alone, is_plain, halves, bytes: bytes as u16, layout })
}

/// What is checked of each byte, prefix included, and what is then left to check. A digit of a prefix is of every class of
/// text, and a prefix in BCD is digits.
const fn in_run(read: Read, check: Check, layout: &Layout) -> (Check, Check) {
    match (read, check) {
        (Read::Fixed | Read::Ascii2 | Read::Ascii3, Check::Digits | Check::Printable) => (check, Check::Nothing),
        (Read::Fixed | Read::Ascii2 | Read::Ascii3, Check::Alphanumeric | Check::Track) => (check, Check::Nothing),
        (Read::Fixed | Read::Bcd2 | Read::Bcd3, Check::Nibbles) => (check, Check::Nothing),
        (Read::Fixed | Read::Bcd2 | Read::Bcd3, Check::Bcd) if layout.coding.pad.is_digit() => {
            (Check::Nibbles, Check::Pad)
        }
        _ => (Check::Nothing, check),
    }
}

const fn check(layout: &Layout) -> Check {
    match (layout.coding.form, layout.coding.class) {
        (DataForm::Raw | DataForm::Opaque, _) => Check::Nothing,
        (DataForm::Ascii, Class::N) => Check::Digits,
        (DataForm::Ascii, Class::Ans) => Check::Printable,
        (DataForm::Ascii, Class::An | Class::Anp) => Check::Alphanumeric,
        (DataForm::Ascii, Class::Z) => Check::Track,
        (DataForm::Bcd, Class::N) if matches!(layout.extent, Extent::Fixed) && layout.max.is_multiple_of(2) => {
            Check::Nibbles
        }
        (DataForm::Bcd, Class::N) => Check::Bcd,
        (DataForm::Bcd, Class::Z) => Check::Pad,
        _ => Check::Other,
    }
}

/// Whether the size of content follows from its units by nothing but [`Step::halves`].
const fn has_plain_size(layout: &Layout) -> bool {
    match layout.coding.form {
        DataForm::Bcd => !matches!(layout.coding.class, Class::Xn),
        DataForm::Ascii | DataForm::Opaque | DataForm::Ebcdic | DataForm::Raw => true,
        _ => false,
    }
}

const fn read(layout: &Layout) -> Read {
    match layout.extent {
        Extent::Counted(_) if !has_plain_size(layout) => Read::Other,
        Extent::Fixed => Read::Fixed,
        Extent::Counted(Prefix { form, width, counts: Count::Units, includes_itself: false }) => match (form, width) {
            (PrefixForm::Ascii, 2) => Read::Ascii2,
            (PrefixForm::Ascii, 3) => Read::Ascii3,
            (PrefixForm::Bcd, 2) => Read::Bcd2,
            (PrefixForm::Bcd, 3) => Read::Bcd3,
            (PrefixForm::Binary, 1) => Read::Binary1,
            (PrefixForm::Binary, 2) => Read::Binary2,
            _ => Read::Other,
        },
        _ => Read::Other,
    }
}

/// Whether some fields cannot stand beside others: there is no bitmap, a field carries one, or one reaches to the end.
#[allow(clippy::indexing_slicing, reason = "const fn has no get; the index is below the length in the line above")]
pub(crate) const fn restricts(wire: &Wire, steps: &Steps) -> bool {
    let mut found = wire.bitmap.is_none() || matches!(wire.third, Third::Field(_));
    let mut at = 0;
    while at < steps.len() {
        found |= matches!(steps[at].layout.extent, Extent::Rest) && !matches!(steps[at].read, Read::Undefined);
        at += 1;
    }
    found
}

/// At most one field reaches to the end: a second one could only be empty.
#[allow(clippy::indexing_slicing, reason = "const fn has no get; the index is below the length in the line above")]
const fn check_ends(steps: &Steps) -> Result<(), SpecError> {
    let (mut at, mut found) = (0, false);
    while at < steps.len() {
        let step = &steps[at];
        if !matches!(step.read, Read::Undefined) && matches!(step.layout.extent, Extent::Rest) {
            if found {
                return Err(SpecError::new(SpecErrorKind::SeveralToEnd, FieldPath::field(at as u16)));
            }
            found = true;
        }
        at += 1;
    }
    Ok(())
}

/// The field that carries the third bitmap is eight raw bytes.
#[allow(clippy::indexing_slicing, reason = "the profile was checked to name a field up to 128")]
const fn check_bitmap_field(wire: &Wire, steps: &Steps) -> Result<(), SpecError> {
    let Third::Field(number) = wire.third else { return Ok(()) };
    let step = &steps[number as usize];
    let coding = step.layout.coding;
    let is_bitmap = matches!(coding.class, Class::B)
        && matches!(step.layout.extent, Extent::Fixed)
        && matches!(coding.form, DataForm::Raw)
        && !matches!(step.read, Read::Undefined)
        && step.layout.max == 8;
    if is_bitmap { Ok(()) } else { Err(SpecError::new(SpecErrorKind::BadBitmapField, FieldPath::field(number))) }
}
