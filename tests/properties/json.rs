//! What is read from JSON is written, and read back; what is masked is refused.

use super::own::specs::OwnSpec;
use super::own::structures::Nested;
use super::own::tape::Tape;
use super::{by_a_shipped_spec, own_spec, structures, tape, tapes};
use isomsg::spec::{Class, SpecField, SpecRef, Structure};
use isomsg::{Json, Message, MessageBuf};
use serde::de::DeserializeSeed;
use serde_json::{Map, Value};

const RULE_TEXTS: [&str; 6] = ["", "0", "**", "4111111111111111", "\u{E9}\n", "9F36"];

/// The first byte says whose spec it is, and whether the rest is JSON or decides what the JSON is.
pub fn check(data: &[u8]) {
    let Some((&kind, mut data)) = data.split_first() else { return };
    match kind % 4 {
        0 | 1 => {
            let Some((spec, rest)) = by_a_shipped_spec(data) else { return };
            check_text(&text(kind, rest, spec.into()), spec.into());
        }
        2 => {
            let wire = tape(&mut data, own_spec::WIRE_TAPE);
            let rows = tapes(&mut data, 1 + usize::from(kind >> 6), own_spec::ROW_TAPE);
            if let Some(own) = OwnSpec::new(wire, &rows) {
                check_text(&text(kind, data, (&own.spec).into()), (&own.spec).into());
            }
        }
        _ => {
            let wire = tape(&mut data, structures::WIRE_TAPE);
            let rows = tapes(&mut data, 1, structures::ROW_TAPE);
            if let Some(own) = Nested::new(wire, &rows) {
                check_text(&text(kind, data, (&own.spec).into()), (&own.spec).into());
            }
        }
    }
}

fn text(kind: u8, data: &[u8], spec: SpecRef<'_>) -> String {
    match kind / 4 % 2 {
        0 => String::from_utf8_lossy(data).into_owned(),
        _ => made(&mut Tape::new(data), spec).to_string(),
    }
}

fn read(text: &str, spec: SpecRef<'_>) -> Result<MessageBuf, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let message = Json::seed(spec).deserialize(&mut reader)?;
    reader.end().map(|()| message)
}

fn clear(message: &Message<'_>) -> String {
    serde_json::to_string(&message.json().reveal()).expect("JSON")
}

/// Everything that must hold for a text by a spec.
pub fn check_text(text: &str, spec: SpecRef<'_>) {
    let message = match read(text, spec) {
        Ok(message) => message,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let view = Message::parse(message.as_bytes(), spec).unwrap_or_else(|error| panic!("{error} of {text}"));
    assert_eq!((view.mti(), view.bitmap()), (message.mti(), message.bitmap()));
    let clear = clear(&view);
    let again = read(&clear, spec).unwrap_or_else(|error| panic!("{error} in {clear}, of {text}"));
    let is_canonical = view.deviations().next().is_none();
    assert!(!is_canonical || again == message, "{clear} is not {text}");
    let masked = serde_json::to_string(&view.json()).expect("JSON");
    let shown: Value = serde_json::from_str(&masked).expect("JSON");
    match looks_masked(&shown) {
        true => assert!(read(&masked, spec).is_err(), "{masked} is accepted"),
        false => assert!(read(&masked, spec).is_ok_and(|same| same == again), "{masked} hides nothing"),
    }
}

/// Whether there is a text of stars and at most digits in it.
fn looks_masked(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('*') && text.bytes().all(|c| c == b'*' || c.is_ascii_digit()),
        Value::Array(values) => values.iter().any(looks_masked),
        Value::Object(values) => values.values().any(looks_masked),
        _ => false,
    }
}

/// A message in JSON, mostly of fields that the spec has and of values that they can have.
fn made(tape: &mut Tape<'_>, spec: SpecRef<'_>) -> Value {
    let numbers: Vec<u16> = spec.fields().map(|field| field.number()).collect();
    let mut fields = Map::new();
    for _ in 0..tape.up_to(6) {
        let number = if tape.once_in(12) { tape.number() as u16 } else { tape.pick(&numbers) };
        let value = match spec.field(number) {
            Some(field) => value(tape, &field, 0),
            None => Value::Null,
        };
        fields.insert(number.to_string(), value);
    }
    let mti = tape.pick(&["0200", "0210", "0800", "1200", "2100", "12", "0420"]);
    serde_json::json!({ "mti": mti, "fields": fields })
}

/// A value of a field or a part: by its parts, if it has some, or whole.
fn value(tape: &mut Tape<'_>, field: &SpecField<'_>, level: usize) -> Value {
    let parts: Vec<SpecField<'_>> = field.parts().collect();
    match field.structure() {
        _ if tape.once_in(6) || level > 6 => whole(tape, field),
        Some(Structure::Tlv(_)) => (0..tape.up_to(3)).map(|_| tag(tape, &parts, level)).collect(),
        Some(Structure::Groups(_)) => (0..tape.up_to(3)).map(|_| numbered(tape, &parts, level)).collect(),
        Some(_) => numbered(tape, &parts, level),
        None => whole(tape, field),
    }
}

fn numbered(tape: &mut Tape<'_>, parts: &[SpecField<'_>], level: usize) -> Value {
    let count = if tape.once_in(3) { tape.up_to(parts.len().min(255)) } else { parts.len() };
    let kept = parts.iter().take(count);
    let parts: Map<String, Value> =
        kept.map(|part| (part.number().to_string(), value(tape, part, level + 1))).collect();
    Value::Object(parts)
}

fn tag(tape: &mut Tape<'_>, parts: &[SpecField<'_>], level: usize) -> Value {
    let tag = tape.pick(&["9F36", "57", "5A", "70", "DF8129", "01", "0023", ""]);
    let (tag, value) = match parts.get(tape.up_to(7)) {
        Some(part) => (part.key().as_str().to_owned(), value(tape, part, level + 1)),
        None => (tag.to_owned(), Value::String(hex(tape))),
    };
    serde_json::json!({ "tag": tag, "value": value })
}

fn hex(tape: &mut Tape<'_>) -> String {
    (0..tape.up_to(9)).map(|_| format!("{:02X}", tape.byte())).collect()
}

/// A text of the class and of about the length.
fn whole(tape: &mut Tape<'_>, field: &SpecField<'_>) -> Value {
    if tape.once_in(8) {
        return Value::String(tape.pick(&RULE_TEXTS).to_owned());
    }
    let format = field.format();
    let (min, max) = (format.min(), format.max().min(format.min() + 20));
    let length = min + tape.number() % (max - min + 1);
    let units = length.min(120);
    match format.class() {
        _ if tape.once_in(10) => serde_json::json!({ "hex": hex(tape) }),
        Class::B => Value::String((0..units).map(|_| format!("{:02X}", tape.byte())).collect()),
        class => {
            let alphabet: Vec<u8> = (b' '..=b'~').filter(|&byte| class.admits(byte)).collect();
            let text = (0..units).map(|_| char::from(tape.pick(&alphabet)));
            let sign = if class == Class::Xn { "C" } else { "" };
            Value::String(sign.chars().chain(text.skip(sign.len())).collect())
        }
    }
}
