//! iso8583-codec-rs: a message is a JSON value, a spec is JSON.

use crate::measure::{Task, Work};
use crate::subject::{Item, Kind, Subject, three};
use iso8583_codec_rs::field_spec::LoadedSpec;
use iso8583_codec_rs::iso8583::{parse_bytes, publish_bytes};
use serde_json::{Map, Value, json};

pub fn tasks(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    if subject.name == "M2" {
        return Err("the separator of track 2 in BCD is refused");
    }
    let spec: &'static LoadedSpec = Box::leak(Box::new(spec(subject)));
    let (bytes, fields, mti) = (subject.bytes, subject.fields, subject.mti);
    let built = build(mti, fields);
    Ok(vec![
        Task::reading(Work::Parse, fields.len() as u64, move || {
            let message = parse_bytes(std::hint::black_box(bytes), spec).expect("well formed");
            message["fields"].as_object().expect("fields").len() as u64
        })
        .with_note("checks lengths and UTF-8, no classes"),
        Task::reading(Work::Read, subject.three, move || {
            let message = parse_bytes(std::hint::black_box(bytes), spec).expect("well formed");
            let text = |key| message["fields"][key].as_str();
            let number = |key| text(key).map_or(0, |digits: &str| digits.parse().expect("digits"));
            three(text("de002_f2").unwrap_or_default().as_bytes(), number("de004_f4"), number("de011_f11"))
        }),
        Task::writing(Work::Encode, bytes, move |buffer| *buffer = publish_bytes(&built, spec).expect("well formed")),
        Task::writing(Work::Build, bytes, move |buffer| {
            *buffer = publish_bytes(&build(mti, fields), spec).expect("well formed");
        }),
    ])
}

fn build(mti: &str, fields: &[Item]) -> Value {
    let fields: Map<String, Value> = fields
        .iter()
        .map(|item| (format!("de{:03}_f{}", item.number, item.number), Value::String(item.value.to_owned())))
        .collect();
    json!({ "mti": mti, "fields": fields })
}

fn spec(subject: &Subject) -> LoadedSpec {
    let fields: Vec<Value> = subject.table.iter().map(field).collect();
    let bitmap = if subject.has_hex_bitmap() { "hex" } else { "binary" };
    let text = json!({ "version": "1987", "defaults": { "bitmap_encoding": bitmap }, "fields": fields }).to_string();
    LoadedSpec::from_json(&text).expect("a spec")
}

fn field(item: &Item) -> Value {
    let (class, coding) = match item.kind {
        Kind::Digits => ("numeric", if item.bcd { "bcd" } else { "ascii" }),
        Kind::Text => ("string", "ascii"),
        Kind::Binary => ("binary", "binary"),
    };
    json!({
        "de": item.number,
        "name": format!("f{}", item.number),
        "type": class,
        "length": item.max,
        "prefix": match item.prefix { 0 => "fixed", 2 => "LLVAR", _ => "LLLVAR" },
        "encoding": coding,
        "prefix_encoding": if item.prefix_bcd { "bcd" } else { "ascii" },
    })
}
