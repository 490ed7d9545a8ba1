//! iso8583-core: owned strings in a `HashMap`, one built-in table of fields in ASCII.

use crate::measure::{Task, Work};
use crate::subject::{Item, Subject, three};
use iso8583_core::field::FieldValue;
use iso8583_core::{Field, ISO8583Message, MessageType};

pub fn tasks(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    if subject.has_hex_bitmap() {
        return Err("bitmaps in hex do not exist in it");
    }
    if !subject.is_ascii() {
        return Err("it reads and writes ASCII only");
    }
    if subject.has(70) {
        return Err("it loses the fields of a second bitmap when it reads, and says nothing");
    }
    let (bytes, fields, mti) = (subject.bytes, subject.fields, subject.mti);
    let built = build(mti, fields);
    Ok(vec![
        Task::reading(Work::Parse, fields.len() as u64, move || {
            ISO8583Message::from_bytes(std::hint::black_box(bytes)).expect("well formed").get_field_numbers().len()
                as u64
        })
        .with_note("checks lengths and UTF-8, no classes"),
        Task::reading(Work::Read, subject.three, move || {
            let message = ISO8583Message::from_bytes(std::hint::black_box(bytes)).expect("well formed");
            let text = |field| message.get_field(field).and_then(FieldValue::as_string);
            let number = |field| text(field).map_or(0, |digits| digits.parse().expect("digits"));
            let pan = text(Field::PrimaryAccountNumber).unwrap_or_default().as_bytes();
            three(pan, number(Field::TransactionAmount), number(Field::SystemTraceAuditNumber))
        }),
        Task::writing(Work::Encode, bytes, move |buffer| *buffer = built.to_bytes()),
        Task::writing(Work::Build, bytes, move |buffer| *buffer = build(mti, fields).to_bytes()),
    ])
}

fn build(mti: &str, fields: &[Item]) -> ISO8583Message {
    let mut message = ISO8583Message::new(MessageType::from_bytes(mti.as_bytes()).expect("a type"));
    for item in fields {
        let field = Field::from_number(item.number).expect("a field");
        message.set_field(field, FieldValue::from_string(item.value)).expect("a field");
    }
    message
}
