//! iso8583_rs: bytes in a `HashMap` by the name of the field, a spec in a YAML file that an environment variable names.

use crate::measure::{Task, Work};
use crate::subject::{Item, Subject, three};
use iso8583_rs::iso8583::iso_spec::{IsoMsg, Spec, new_msg, spec};

pub fn tasks(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    if subject.has_hex_bitmap() {
        return Err("bitmaps in hex do not exist in it");
    }
    if !subject.is_ascii() {
        return Err("the prefix of a BCD field counts bytes");
    }
    let spec = loaded();
    let (bytes, fields, mti) = (subject.bytes, subject.fields, subject.mti);
    let built = std::rc::Rc::new(build(spec, mti, fields));
    let count = fields.len() as u64;
    // It parses a `Vec`, which it does not change.
    let (mut whole, mut read) = (bytes.to_vec(), bytes.to_vec());
    let (has_pan, has_amount) = (subject.has(2), subject.has(4));
    Ok(vec![
        // The message type and the bitmap are fields, too.
        Task::reading(Work::Parse, count, move || spec.parse(&mut whole).expect("well formed").fd_map.len() as u64 - 2)
            .with_note("checks lengths, no classes; panics at a bad length prefix"),
        Task::reading(Work::Read, subject.three, move || {
            let message = spec.parse(&mut read).expect("well formed");
            let text =
                |present, number| if present { message.bmp_child_value(number).expect("there") } else { "0".into() };
            let pan = if has_pan { text(true, 2) } else { String::new() };
            let number = |digits: String| digits.parse().expect("digits");
            three(pan.as_bytes(), number(text(has_amount, 4)), number(text(true, 11)))
        }),
        Task::writing(Work::Encode, bytes, move |buffer| *buffer = built.assemble().expect("well formed")),
        Task::writing(Work::Build, bytes, move |buffer| {
            *buffer = build(spec, mti, fields).assemble().expect("well formed");
        }),
    ])
}

fn build(spec: &'static Spec, mti: &str, fields: &[Item]) -> IsoMsg {
    let mut message = new_msg(spec, spec.get_message_from_header(mti).expect("a type of the spec"));
    message.set("message_type", mti).expect("a field");
    for item in fields {
        message.set_on(u32::from(item.number), item.value).expect("a field");
    }
    message
}

/// The spec, which the crate reads once; it says on standard output from where.
fn loaded() -> &'static Spec {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/iso8583_rs.yaml");
    assert!(std::env::var_os("SPEC_FILE").is_some_and(|set| set == path), "run.sh sets SPEC_FILE to {path}");
    spec("")
}
