use isomsg::spec::{FieldSpec, MessageSpec, PrefixForm, Wire};

/// The spec `_`.
pub static SPEC__: MessageSpec = MessageSpec::new("_", Wire::BCD, SPEC___FIELDS);

/// The spec `-`.
pub static SPEC___2: MessageSpec = MessageSpec::new("-", Wire::BCD, SPEC___FIELDS);

/// The spec `.`.
pub static SPEC___3: MessageSpec = MessageSpec::new(".", Wire::BCD, SPEC___FIELDS);

/// The spec `a-b`.
pub static A_B: MessageSpec = MessageSpec::new("a-b", Wire::BCD, SPEC___FIELDS);

/// The spec `A.b`.
pub static A_B_2: MessageSpec = MessageSpec::new("A.b", Wire::BCD, SPEC___FIELDS);

/// The spec `acme`.
pub static ACME: MessageSpec = MessageSpec::new("acme", ACME_WIRE_2, ACME_FIELDS_2);

const ACME_WIRE_2: Wire = Wire::BCD.with_length(PrefixForm::Ascii);

/// The spec `acme-wire`.
pub static ACME_WIRE: MessageSpec = MessageSpec::new("acme-wire", Wire::BCD, SPEC___FIELDS);

/// The spec `acme-fields`.
pub static ACME_FIELDS: MessageSpec = MessageSpec::new("acme-fields", Wire::BCD, SPEC___FIELDS);

/// Turned round   \~\~\~.
pub static CRATE: MessageSpec = MessageSpec::new("crate", Wire::BCD, SPEC___FIELDS)
    .with_title("\u{202e}Turned\u{2066}\u{200f} round\r\n\u{2028}~~~");

/// The spec `-_8583`.
pub static SPEC___8583: MessageSpec = MessageSpec::new("-_8583", Wire::BCD, SPEC___FIELDS).with_title("\u{202e}\t ");

const SPEC___FIELDS: &[FieldSpec] = &[FieldSpec::new(3, "n 6")];

const ACME_FIELDS_2: &[FieldSpec] = &[FieldSpec::new(4, "n 12")];
