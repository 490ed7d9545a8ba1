//! i8583: slices by the number of the field; bitmaps in hex only.

use crate::measure::{Task, Work};
use crate::subject::{Item, Subject, three};
use i8583::{Packer, Unpacker, data, v1987::SPEC};

static V1987: [Option<data::Spec>; 129] = SPEC;

pub fn tasks(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    if !subject.has_hex_bitmap() {
        return Err("only bitmaps in hex, and ASCII");
    }
    let (bytes, fields, mti) = (subject.bytes, subject.fields, subject.mti);
    let built = std::rc::Rc::new(build(mti, fields));
    Ok(vec![
        Task::reading(Work::Structure, fields.len() as u64, move || {
            let mut unpacker = Unpacker::new(std::hint::black_box(bytes));
            let found = unpacker.unpack(&V1987).expect("well formed");
            // The message type and the bitmap are fields, too.
            found.iter().flatten().count() as u64 - 2
        })
        .with_note("checks lengths, no classes; panics at some cut messages; its fields are counted one by one"),
        Task::reading(Work::Read, subject.three, move || {
            let mut unpacker = Unpacker::new(std::hint::black_box(bytes));
            let found = unpacker.unpack(&V1987).expect("well formed");
            let number = |place: usize| {
                found[place].map_or(0, |digits| std::str::from_utf8(digits).expect("digits").parse().expect("digits"))
            };
            three(found[2].unwrap_or_default(), number(4), number(11))
        })
        .with_note("no classes"),
        Task::writing(Work::Encode, bytes, move |buffer| {
            let mut empty = std::mem::take(buffer);
            empty.clear();
            *buffer = built.pack(empty).expect("well formed");
        }),
        Task::writing(Work::Build, bytes, move |buffer| {
            let mut empty = std::mem::take(buffer);
            empty.clear();
            *buffer = build(mti, fields).pack(empty).expect("well formed");
        }),
    ])
}

fn build(mti: &'static str, fields: &'static [Item]) -> Packer<'static> {
    let mut packer = Packer::new(&V1987);
    packer.set_field(0, mti.as_bytes().into()).expect("a type");
    for item in fields {
        packer.set_field(usize::from(item.number), item.bytes.into()).expect("a field");
    }
    packer
}
