//! This crate.

use crate::measure::{Task, Work};
use crate::subject::{Kind, Subject, three};
use isomsg::spec::MessageSpec;
use isomsg::value::Input;
use isomsg::{Index, Message, MessageBuf, Mti, ParseOptions, de};

pub fn tasks(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    let (bytes, spec, fields) = (subject.bytes, subject.spec, subject.fields);
    let count = fields.len() as u64;
    let mti: Mti = subject.mti.parse().expect("four digits");
    let built = build(spec, mti, subject);
    let mut structural = Index::new();
    let mut strict = Index::new();
    let mut reading = Index::new();
    Ok(vec![
        Task::reading(Work::Structure, count, move || {
            const STRUCTURE: ParseOptions = ParseOptions::STRICT.unchecked_classes();
            let message = Message::parse_in_with(&mut structural, bytes, spec, STRUCTURE);
            message.expect("well formed").bitmap().len() as u64
        }),
        Task::reading(Work::Parse, count, move || {
            Message::parse_in(&mut strict, bytes, spec).expect("well formed").bitmap().len() as u64
        }),
        Task::reading(Work::Read, subject.three, move || {
            read(&Message::parse_in(&mut reading, bytes, spec).expect("well formed"))
        }),
        Task::writing(Work::Encode, bytes, move |buffer| {
            built.encode_into(buffer).expect("room enough");
        }),
        Task::writing(Work::Build, bytes, move |buffer| {
            let mut message = MessageBuf::new(spec, mti);
            for item in fields {
                let value = if item.kind == Kind::Binary { Input::from(item.bytes) } else { Input::from(item.value) };
                message.set(u16::from(item.number), value).expect("a value of the field");
            }
            message.encode_into(buffer).expect("room enough");
        }),
    ])
}

fn build(spec: &'static MessageSpec, mti: Mti, subject: &Subject) -> MessageBuf {
    let mut message = MessageBuf::new(spec, mti);
    for item in subject.fields {
        message.set(u16::from(item.number), item.value).expect("a value of the field");
    }
    message
}

fn read(message: &Message<'_>) -> u64 {
    let mut digits = [0; 19];
    let pan = message.field(de::PAN).and_then(|field| field.value().copy_into(&mut digits)).unwrap_or(&[]);
    let amount: u64 = message.field(de::AMOUNT_TRANSACTION).map_or(0, |field| field.parse().expect("digits"));
    let stan: u64 = message.field(de::STAN).map_or(0, |field| field.parse().expect("digits"));
    three(pan, amount, stan)
}
