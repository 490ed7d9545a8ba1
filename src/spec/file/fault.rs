//! What is wrong with a file, and which of its keys says so.

use super::row_keys::Rows;
use super::trail::Step;
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use alloc::boxed::Box;

/// What is wrong, and which key of which file says so.
#[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "a place is sought in TOML only"))]
pub(super) struct Fault {
    pub(super) error: SpecError,
    pub(super) key: Key,
    /// The steps to the row with the key: the field, then parts or a case of it; or a rule of messages.
    pub(super) row: Box<[Step]>,
    /// The first file to look for the key in: 0 is the one that extends the others.
    pub(super) link: u8,
    /// The key that is not there.
    pub(super) missing: Option<&'static str>,
}

/// A key of a file, or several, the first of which that is stated counts.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "a place is sought in TOML only"))]
pub(super) enum Key {
    Top(&'static str),
    Wire(&'static [&'static str]),
    /// Of the row; without one, the row itself.
    Field(&'static [&'static str]),
    /// The value of the row.
    Value,
}

impl Fault {
    /// A fault of the spec as a whole.
    pub(super) fn whole(kind: SpecErrorKind) -> Self {
        Fault { key: usual_key(kind), ..Fault::of_row(kind) }
    }

    /// A fault of a row, which [`Fault::within`] names.
    pub(super) fn of_row(kind: SpecErrorKind) -> Self {
        let (error, key) = (SpecError::new(kind, FieldPath::MESSAGE), Key::Field(usual_keys(kind)));
        Fault { error, key, row: [].into(), link: 0, missing: None }
    }

    /// The name of the rule that is at fault.
    #[cfg(feature = "toml")]
    pub(super) fn rule(&self) -> Option<&str> {
        self.row.first().filter(|step| step.holder == Step::RULES).map(|step| step.key.as_str())
    }

    /// A fault of a row itself, rather than of one of its keys.
    pub(super) fn of_row_itself(kind: SpecErrorKind) -> Self {
        Fault { key: Key::Field(&[]), ..Fault::of_row(kind) }
    }

    /// A fault of a key of a row.
    pub(super) fn of_key(kind: SpecErrorKind, keys: &'static [&'static str]) -> Self {
        Fault { key: Key::Field(keys), ..Fault::of_row(kind) }
    }

    /// The same, within a row.
    pub(super) fn within(self, step: Step) -> Self {
        Fault { row: core::iter::once(step).chain(self.row).collect(), ..self }
    }

    /// The same, with the path of its row.
    pub(super) fn with_path(self, fields: &Rows) -> Self {
        Fault { error: SpecError::new(self.error.kind(), fields.path(&self.row)), ..self }
    }

    /// A rule that the finished spec breaks.
    pub(super) fn of_spec(error: SpecError, fields: &Rows) -> Self {
        let row = fields.trail(error.path(), None);
        let is_stated = row.first().is_some_and(|step| fields.0.contains_key(&step.key));
        match error.kind() {
            kind if row.is_empty() => Fault::whole(kind),
            SpecErrorKind::BadBitmapField if !is_stated => {
                Fault { error, key: Key::Wire(&["third"]), ..Fault::of_row(error.kind()) }
            }
            kind => Fault { error, row: row.into(), ..Fault::of_row(kind) },
        }
    }

    /// A rule that a case of a field breaks.
    pub(super) fn of_case(error: SpecError, case: usize, fields: &Rows) -> Self {
        Fault { error, row: fields.trail(error.path(), Some(case)).into(), ..Fault::of_row(error.kind()) }
    }
}

/// The key outside of rows that usually is at fault.
fn usual_key(kind: SpecErrorKind) -> Key {
    use SpecErrorKind as Kind;
    match kind {
        Kind::BadName => Key::Top("name"),
        Kind::UnknownBase | Kind::EndlessExtends => Key::Top("extends"),
        Kind::BadBitmapCount => Key::Wire(&["third"]),
        Kind::BadNibblePad => Key::Wire(&["nibble_accept", "nibble_pad"]),
        _ => Key::Wire(&[]),
    }
}

/// The keys of a row that usually are at fault.
fn usual_keys(kind: SpecErrorKind) -> &'static [&'static str] {
    use SpecErrorKind as Kind;
    match kind {
        Kind::BadFormat | Kind::BitsNotBytes | Kind::BadMaximum | Kind::MinimumAboveMaximum => &["format"],
        Kind::PrefixTooNarrow | Kind::BadPrefixWidth => &["prefix_width", "format"],
        Kind::PrefixOnFixed => &["prefix", "prefix_width", "counts", "includes_itself", "length"],
        Kind::FormAgainstClass => &["data", "format"],
        Kind::CountAgainstForm => &["counts"],
        Kind::BerIncludesItself => &["includes_itself"],
        Kind::StripWithoutPad | Kind::StripLeavesNothing | Kind::StripTellsNothing => &["strip"],
        Kind::SeveralToEnd | Kind::PartBehindEnd => &["length"],
        Kind::AreaWithoutPrefix => &["area", "length"],
        Kind::BadNibblePad => &["nibble_accept", "nibble_pad"],
        Kind::BadFiller => &["pad"],
        Kind::BadTerminator => &["terminator"],
        Kind::AreaTooSmall => &["area"],
        Kind::LoneDelimiter => &["terminator", "area", "length"],
        Kind::BadBitmapField => &["data", "format"],
        Kind::NoParts => &["parts", "groups", "bitmap"],
        Kind::SeveralStructures => &["cases", "groups", "bitmap"],
        Kind::BadCases => &["cases"],
        Kind::BadCondition => &["when"],
        Kind::StructureAgainstForm => &["data", "tlv", "bitmap", "groups", "parts", "format"],
        Kind::PartsAgainstLength => &["parts", "format"],
        Kind::BadPart => &["echo"],
        Kind::OptionalBeforeOthers | Kind::BadByClass => &["optional"],
        Kind::BadPartBitmap => &["bitmap"],
        Kind::BadGroups => &["groups"],
        Kind::BadCode | Kind::BadTlvFiller => &["tlv", "groups"],
        Kind::TooDeep => &["parts", "tlv"],
        Kind::BadMtis => &["only_in"],
        Kind::UndefinedWithMore => &["undefined"],
        _ => &[],
    }
}
