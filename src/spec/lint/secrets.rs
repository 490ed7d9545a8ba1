//! What must not be shown, by its number or its name.

use crate::spec::{Class, Sensitivity, SpecField};
use alloc::string::String;

/// Words in a name, and what a field of that name holds.
const NAMES: &[(&str, Sensitivity)] = &[
    ("(pan)", Sensitivity::Pan),
    ("primary account number", Sensitivity::Pan),
    ("card number", Sensitivity::Pan),
    ("track 1 data", Sensitivity::Track),
    ("track 2 data", Sensitivity::Track),
    ("track 3 data", Sensitivity::Track),
    ("pin block", Sensitivity::Pin),
    ("pin data", Sensitivity::Pin),
    ("cvv", Sensitivity::Cvv),
    ("cvc", Sensitivity::Cvv),
    ("card verification value", Sensitivity::Cvv),
    ("pin key", Sensitivity::Key),
    ("mac key", Sensitivity::Key),
    ("master key", Sensitivity::Key),
    ("working key", Sensitivity::Key),
    ("session key", Sensitivity::Key),
];

/// Words of names that are about such data and hold none.
const ABOUT: &[&str] =
    &["length", "format", "presence", "indicator", "result", "capability", "type", "check value", "capture", "index"];

/// Whether a field, without parts of its own, can hold card data or a key of which everything is shown. `number` is that
/// of a field of the message.
pub(super) fn is_card_data(field: &SpecField<'_>, number: Option<u16>) -> bool {
    let by_number = match number {
        Some(number @ (2 | 35 | 36 | 45 | 52)) => Some(Sensitivity::of_field(number)),
        _ => None,
    };
    by_number.or_else(|| by_name(field.name())).is_some_and(|kind| can_hold(field, kind))
}

fn by_name(name: &str) -> Option<Sensitivity> {
    let name: String = name.to_ascii_lowercase();
    if ABOUT.iter().any(|word| name.contains(word)) {
        return None;
    }
    NAMES.iter().find(|(words, _)| name.contains(words)).map(|(_, kind)| *kind)
}

/// Whether it is long enough.
fn can_hold(field: &SpecField<'_>, kind: Sensitivity) -> bool {
    let format = field.format();
    let block = if matches!(format.class(), Class::B | Class::Anb | Class::Ansb) { 8 } else { 16 };
    format.max()
        >= match kind {
            Sensitivity::Pan => 12,
            Sensitivity::Track => 20,
            Sensitivity::Cvv => 3,
            _ => block,
        }
}

/// Words in the names of fields that hold what partners agree on.
const PRIVATE: &[&str] = &["private", "national", "reserved", "additional data"];

/// Whether a field by its number and name holds private or national data, and can hold a card number.
pub(super) fn is_private(field: &SpecField<'_>, number: u16) -> bool {
    let name = field.name().to_ascii_lowercase();
    let is_known = !name.is_empty() && !PRIVATE.iter().any(|word| name.contains(word));
    let is_container = matches!(number, 46..=48 | 55..=63 | 104..=127);
    is_container && !is_known && field.format().max() >= 13 && !matches!(field.format().class(), Class::N | Class::Xn)
}

/// Whether a response has no business to repeat it.
pub(super) fn must_not_return(sensitivity: Sensitivity) -> bool {
    matches!(sensitivity, Sensitivity::Track | Sensitivity::Pin | Sensitivity::Cvv | Sensitivity::Key)
}
