//! iso8583-codec: owned values in a `BTreeMap`, a spec that is validated on every call.

use crate::measure::{Task, Work};
use crate::subject::{Item, Kind, Subject, three};
use iso8583_codec::{Encoding, FieldSpec, FieldValue, Length, Message, Mti, Prefix, Spec};

/// With a spec of all that isomsg's has.
pub fn tasks(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    with_table(subject, subject.table)
}

/// With a spec of the fields of the message and no others: it looks for a field from the first on.
pub fn short_tasks(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    with_table(subject, subject.fields)
}

fn with_table(subject: &Subject, table: &[Item]) -> Result<Vec<Task>, &'static str> {
    if subject.has_hex_bitmap() {
        return Err("bitmaps in hex do not exist in it");
    }
    if subject.name == "M2" {
        return Err(
            "BCD for the message type, for odd numbers filled on the left and for track 2 does not exist in it",
        );
    }
    let spec: &'static Spec = Box::leak(Box::new(spec(table)));
    let (bytes, fields, mti) = (subject.bytes, subject.fields, subject.mti);
    let built = build(mti, fields);
    Ok(vec![
        Task::reading(Work::Parse, fields.len() as u64, move || {
            Message::parse(spec, std::hint::black_box(bytes)).expect("well formed").field_count() as u64
        }),
        Task::reading(Work::Read, subject.three, move || {
            let message = Message::parse(spec, std::hint::black_box(bytes)).expect("well formed");
            let digits = |number| message.field(number).and_then(FieldValue::as_digits);
            let number = |place| digits(place).map_or(0, |digits| digits.parse().expect("digits"));
            three(digits(2).unwrap_or_default().as_bytes(), number(4), number(11))
        }),
        Task::writing(Work::Encode, bytes, move |buffer| *buffer = built.encode(spec).expect("well formed")),
        Task::writing(Work::Build, bytes, move |buffer| {
            *buffer = build(mti, fields).encode(spec).expect("well formed");
        }),
    ])
}

fn build(mti: &str, fields: &[Item]) -> Message {
    let mut message = Message::new(Mti::parse(mti.as_bytes()).expect("four digits"));
    for item in fields {
        let value = match item.kind {
            Kind::Digits => FieldValue::digits(item.value).expect("digits"),
            Kind::Text => FieldValue::text(item.value).expect("text"),
            Kind::Binary => FieldValue::binary(item.bytes),
        };
        message.set_field(item.number, value).expect("a field");
    }
    message
}

fn spec(table: &[Item]) -> Spec {
    let fields = table.iter().map(|item| {
        let prefix = if item.prefix_bcd { Prefix::Bcd(item.prefix) } else { Prefix::Ascii(item.prefix) };
        let length = if item.prefix == 0 { Length::fixed(item.max) } else { Length::variable(item.max, prefix) };
        match item.kind {
            Kind::Digits if item.bcd => FieldSpec::numeric(item.number, "n", length).with_encoding(Encoding::Bcd),
            Kind::Digits => FieldSpec::numeric(item.number, "n", length),
            Kind::Text => FieldSpec::text(item.number, "ans", length),
            Kind::Binary => FieldSpec::binary(item.number, "b", length),
        }
    });
    Spec::new("1987", fields.collect()).expect("a spec")
}
