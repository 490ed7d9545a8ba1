//! The messages, with what a library needs to know of them.

use crate::messages::{M1, M2, M3};
use isomsg::spec::{self, Class, DataForm, FieldSpec, MessageSpec, PrefixForm, Wire};
use isomsg::{Message, de};

/// Field 2 is in BCD, as numbers of an even number of digits are; everything that iso8583-codec cannot have in BCD is in
/// ASCII: message type, numbers of three digits, track 2 and the prefixes of three digits.
static NARROWED: MessageSpec = MessageSpec::extending(
    &spec::ISO1987_BCD,
    "iso1987-bcd-narrowed",
    Wire::BCD.with_mti(DataForm::Ascii),
    &[
        FieldSpec::new(22, "n 3").with_data(DataForm::Ascii),
        FieldSpec::new(23, "n 3").with_data(DataForm::Ascii),
        FieldSpec::new(35, "z..37").with_data(DataForm::Ascii),
        FieldSpec::new(55, "b...255").with_prefix(PrefixForm::Ascii),
        FieldSpec::new(60, "ans...999").with_prefix(PrefixForm::Ascii),
        FieldSpec::new(62, "ans...999").with_prefix(PrefixForm::Ascii),
    ],
);

/// A message and its fields.
pub struct Subject {
    pub name: &'static str,
    pub about: &'static str,
    pub bytes: &'static [u8],
    pub spec: &'static MessageSpec,
    pub mti: &'static str,
    pub fields: &'static [Item],
    /// Every field of the spec, without values: a library that is given fewer looks them up faster.
    pub table: &'static [Item],
    /// What reading PAN, amount and STAN gives: see [`three`].
    pub three: u64,
}

/// A field: how it is described, and its value.
pub struct Item {
    pub number: u8,
    pub kind: Kind,
    /// The exact length, or the maximum behind a prefix.
    pub max: u16,
    /// Digits of the length prefix; 0 where there is none.
    pub prefix: u8,
    pub prefix_bcd: bool,
    /// Two digits a byte.
    pub bcd: bool,
    /// Text, and bytes as hex.
    pub value: &'static str,
    /// The value itself.
    pub bytes: &'static [u8],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Digits,
    Text,
    Binary,
}

/// PAN, amount and STAN as one number, so that none of them can go unread.
pub fn three(pan: &[u8], amount: u64, stan: u64) -> u64 {
    pan.len() as u64 + u64::from(pan.last().copied().unwrap_or(0)) + amount + stan
}

pub fn all() -> Vec<Subject> {
    let ascii = &spec::ISO1987_ASCII;
    vec![
        Subject::new("M1", "0100, ASCII, raw bitmap, 18 fields", M1.to_vec(), ascii),
        Subject::new(
            "M1 hex",
            "M1 with its bitmap in hex",
            translated(M1, ascii, &spec::ISO1987_ASCII_HEX),
            &spec::ISO1987_ASCII_HEX,
        ),
        Subject::new("M2", "0200, BCD, 18 fields, chip data", M2.to_vec(), &spec::ISO1987_BCD),
        Subject::new(
            "M2 narrowed",
            "M2 as iso8583-codec can have it: type, 22, 23, 35 and LLL in ASCII",
            translated(M2, &spec::ISO1987_BCD, &NARROWED),
            &NARROWED,
        ),
        Subject::new("M3", "0800, ASCII, two raw bitmaps, 3 fields", M3.to_vec(), ascii),
        Subject::new(
            "M3 hex",
            "M3 with its bitmaps in hex",
            translated(M3, ascii, &spec::ISO1987_ASCII_HEX),
            &spec::ISO1987_ASCII_HEX,
        ),
    ]
}

pub fn named(name: &str) -> Subject {
    all().into_iter().find(|subject| subject.name == name).expect("the name of a message")
}

fn translated(bytes: &[u8], from: &'static MessageSpec, to: &'static MessageSpec) -> Vec<u8> {
    let message = Message::parse(bytes, from).expect("well formed");
    message.to_owned().to_spec(to).expect("the same values").encode()
}

impl Subject {
    fn new(name: &'static str, about: &'static str, bytes: Vec<u8>, spec: &'static MessageSpec) -> Self {
        let bytes: &'static [u8] = bytes.leak();
        let message = Message::parse(bytes, spec).expect("well formed");
        let fields: Vec<Item> =
            message.fields().map(|field| Item::new(spec, field.number(), field.content(), &text(&field))).collect();
        let digits = |number| message.field(number).map(|field| text(&field));
        let number = |place| digits(place).map_or(0, |digits: String| digits.parse().expect("digits"));
        let pan = digits(de::PAN).unwrap_or_default();
        let three = three(pan.as_bytes(), number(de::AMOUNT_TRANSACTION), number(de::STAN));
        let mti = message.mti().to_string().leak();
        let table: Vec<Item> = spec.fields().map(|field| Item::new(spec, field.number(), &[], "")).collect();
        Subject { name, about, bytes, spec, mti, fields: fields.leak(), table: table.leak(), three }
    }

    pub fn hex(&self) -> String {
        self.bytes.iter().map(|byte| format!("{byte:02X}")).collect()
    }

    pub fn has(&self, number: u8) -> bool {
        self.fields.iter().any(|item| item.number == number)
    }

    /// Whether all is in ASCII but the bitmap and binary fields.
    pub fn is_ascii(&self) -> bool {
        self.name != "M2" && self.name != "M2 narrowed"
    }

    pub fn has_hex_bitmap(&self) -> bool {
        self.name.ends_with("hex")
    }
}

fn text(field: &isomsg::Field<'_>) -> String {
    field.value().chars().collect()
}

impl Item {
    fn new(spec: &'static MessageSpec, number: u16, content: &[u8], value: &str) -> Self {
        let format = spec.field(number).expect("defined").format();
        let kind = match format.class() {
            Class::N => Kind::Digits,
            Class::B => Kind::Binary,
            _ => Kind::Text,
        };
        let packed = spec.name().starts_with("iso1987-bcd");
        let prefix = format.to_string().matches('.').count() as u8;
        let narrowed = spec.name() == NARROWED.name();
        Item {
            number: number as u8,
            kind,
            max: format.max() as u16,
            prefix,
            prefix_bcd: packed && !(narrowed && prefix == 3),
            bcd: packed && kind == Kind::Digits && !(narrowed && matches!(number, 22 | 23)),
            value: value.to_owned().leak(),
            bytes: if kind == Kind::Binary { content.to_vec().leak() } else { value.as_bytes().to_vec().leak() },
        }
    }
}
