//! The project's own vectors: `tests/vectors/*.json`, composed by `tests/vectors/compose.py`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

mod support;

use isomsg::error::{ParseError, ParseErrorKind};
use isomsg::spec::{self, MessageSpec};
use isomsg::{Bitmap, Message, MessageBuf, ParseOptions, Writer};
use serde_json::Value;
use support::{bytes, hex};

fn load(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("vectors are JSON")
}

fn valid() -> Vec<Value> {
    load(include_str!("vectors/iso1987.json"))
}

fn spec_of(vector: &Value) -> &'static MessageSpec {
    let name = vector["spec"].as_str().expect("spec");
    spec::by_name(name).unwrap_or_else(|| panic!("no spec {name}"))
}

fn wire_of(vector: &Value) -> Vec<u8> {
    bytes(vector["hex"].as_str().expect("hex"))
}

/// Each vector with its spec, bytes and message.
fn for_each(mut check: impl FnMut(&Value, &'static MessageSpec, &[u8], &Message<'_>)) {
    let vectors = valid();
    for vector in &vectors {
        let (spec, wire) = (spec_of(vector), wire_of(vector));
        let message = Message::parse(&wire, spec).unwrap_or_else(|error| panic!("{}: {error}", vector["name"]));
        check(vector, spec, &wire, &message);
    }
    println!("own vectors: {}", vectors.len());
}

#[test]
fn parses_to_the_stated_fields_at_the_stated_offsets() {
    for_each(|vector, _, _, message| {
        let name = &vector["name"];
        assert_eq!(message.mti().to_string(), vector["mti"].as_str().unwrap(), "{name}");
        let fields = vector["fields"].as_object().unwrap();
        assert_eq!(message.fields().count(), fields.len(), "{name}");
        for (number, value) in fields {
            let field = message.field(number.as_str()).unwrap_or_else(|| panic!("{name}: no field {number}"));
            assert!(field.value() == value.as_str().unwrap(), "{name}: field {number}");
            let (range, content) = (field.range(), field.content_range());
            let offsets = serde_json::json!([range.start, content.start, range.end]);
            assert_eq!(offsets, vector["offsets"][number], "{name}: field {number}");
        }
    });
}

#[test]
fn encodes_back_unedited() {
    for_each(|vector, _, wire, message| assert_eq!(message.to_owned().encode(), wire, "{}", vector["name"]));
}

#[test]
fn is_made_anew_from_its_values_in_any_order() {
    for_each(|vector, spec, wire, message| {
        let fields: Vec<_> = vector["fields"].as_object().unwrap().iter().collect();
        let mut forward = MessageBuf::new(spec, message.mti());
        let mut backward = MessageBuf::new(spec, message.mti());
        for (number, value) in &fields {
            forward.set(number.parse::<u16>().unwrap(), value.as_str().unwrap()).unwrap();
        }
        for (number, value) in fields.iter().rev() {
            backward.set(number.parse::<u16>().unwrap(), value.as_str().unwrap()).unwrap();
        }
        assert_eq!(hex(&forward.encode()), hex(wire), "{}", vector["name"]);
        assert_eq!(hex(&backward.encode()), hex(wire), "{}", vector["name"]);
        for number in &message.bitmap() {
            assert!(backward.remove(number));
        }
        assert_eq!(backward.encode(), MessageBuf::new(spec, message.mti()).encode());
    });
}

#[test]
fn the_writer_writes_the_same_without_allocation() {
    for_each(|vector, spec, wire, message| {
        let mut buffer = vec![0; wire.len()];
        let mut writer = Writer::new(spec, &mut buffer, message.mti(), message.bitmap()).unwrap();
        for field in message.fields() {
            writer.put(field.number(), field.value()).unwrap();
        }
        assert_eq!(writer.finish(), Ok(wire.len()));
        assert_eq!(hex(&buffer), hex(wire), "{}", vector["name"]);
    });
}

#[test]
fn the_writer_says_when_the_buffer_is_too_small() {
    for_each(|_, spec, wire, message| {
        for length in 0..wire.len() {
            let mut buffer = vec![0; length];
            let written = Writer::new(spec, &mut buffer, message.mti(), message.bitmap()).and_then(|mut writer| {
                message.fields().try_for_each(|field| writer.put(field.number(), field.value()))?;
                writer.finish()
            });
            assert!(written.is_err());
            assert!(message.to_owned().encode_into(&mut buffer).is_err());
        }
    });
}

#[test]
fn a_truncation_at_any_byte_is_an_error_within_what_was_given() {
    for_each(|vector, spec, wire, _| {
        for length in 0..wire.len() {
            let error = Message::parse(&wire[..length], spec).map(|_| ()).expect_err("cut short");
            assert!(error.offset() <= length, "{} cut at {length}: {error}", vector["name"]);
        }
    });
}

/// The hot walk only answers "well" or "not"; the cold one is the definition. Held together here byte by byte.
#[test]
fn hot_and_cold_agree_on_every_change_of_one_byte() {
    let mut checked = 0;
    for_each(|vector, spec, wire, _| {
        let mut wire = wire.to_vec();
        for at in 0..wire.len() {
            let kept = wire[at];
            for byte in 0..=255 {
                wire[at] = byte;
                let hot: Result<(), ParseError> = Message::parse(&wire, spec).map(|_| ());
                let (_, cold) = Message::parse_partial(&wire, spec, ParseOptions::STRICT);
                assert_eq!(hot, cold, "{} byte {at} = {byte:02X}", vector["name"]);
                checked += 1;
            }
            wire[at] = kept;
        }
    });
    println!("changes of one byte: {checked}");
}

#[test]
fn what_precedes_a_fault_can_be_read() {
    for_each(|_, spec, wire, message| {
        for length in 0..wire.len() {
            let (partial, outcome) = Message::parse_partial(&wire[..length], spec, ParseOptions::STRICT);
            assert!(outcome.is_err());
            for field in partial.fields() {
                assert_eq!(field.wire(), message.field(field.number()).unwrap().wire());
            }
            let kept = partial.to_owned();
            if partial.mti() == message.mti() {
                let again = kept.encode();
                let again = Message::parse(&again, spec).expect("what was readable stands by itself");
                assert_eq!(again.bitmap(), partial.bitmap());
            }
        }
    });
}

#[test]
fn malformed_inputs_give_their_fault_at_their_place() {
    let vectors = load(include_str!("vectors/malformed.json"));
    for vector in &vectors {
        let wire = wire_of(vector);
        let error = Message::parse(&wire, spec_of(vector)).map(|_| ()).expect_err("malformed");
        let found = (kind(error.kind()), error.path().number().map(u64::from), error.offset() as u64);
        let stated = (vector["kind"].as_str().unwrap(), vector["field"].as_u64(), vector["offset"].as_u64().unwrap());
        assert_eq!(found, stated, "{}: {error}", vector["name"]);
    }
    println!("own malformed inputs: {}", vectors.len());
}

fn kind(kind: ParseErrorKind) -> &'static str {
    match kind {
        ParseErrorKind::Truncated { .. } => "truncated",
        ParseErrorKind::BadMti => "bad-mti",
        ParseErrorKind::BadBitmap => "bad-bitmap",
        ParseErrorKind::BadLength => "bad-length",
        ParseErrorKind::LengthAboveMaximum { .. } => "length-above-maximum",
        ParseErrorKind::BadCharacter { .. } => "bad-character",
        ParseErrorKind::BadNibble { .. } => "bad-nibble",
        ParseErrorKind::BadPad => "bad-pad",
        ParseErrorKind::BadSign => "bad-sign",
        ParseErrorKind::UndefinedField => "undefined-field",
        ParseErrorKind::TrailingBytes { .. } => "trailing",
        _ => "another",
    }
}

/// The same message in each of the four specs, by logical value.
#[test]
fn translates_between_specs_by_value() {
    let specs = ["iso1987-ascii", "iso1987-ascii-hex", "iso1987-bcd", "iso1987-bcd-right", "iso1987-ebcdic"];
    for_each(|vector, spec, wire, message| {
        // A track keeps the separator that was sent where it is text, and has one spelling where it is packed.
        if message
            .fields()
            .any(|field| field.value().class() == spec::Class::Z && field.value().chars().any(|c| c == 'D'))
        {
            return;
        }
        let original = message.to_owned();
        for name in specs {
            let other = original.to_spec(spec::by_name(name).unwrap()).unwrap();
            let back = other.to_spec(spec).unwrap();
            assert_eq!(hex(&back.encode()), hex(wire), "{} by way of {name}", vector["name"]);
        }
    });
}

#[test]
fn a_response_repeats_the_echo_fields_only() {
    let mut answered = 0;
    for_each(|vector, spec, _, message| match message.response() {
        Err(error) => {
            assert!(message.mti().is_response(), "{}: {error}", vector["name"]);
        }
        Ok(response) => {
            answered += 1;
            assert!(response.mti().is_response());
            let echo: Bitmap = spec.fields().filter(|field| field.is_echoed()).map(|field| field.number()).collect();
            for field in message.fields() {
                let repeated = response.field(field.number()).map(|field| field.wire().to_vec());
                let wanted = echo.contains(field.number()).then(|| field.wire().to_vec());
                assert_eq!(repeated, wanted, "{} field {}", vector["name"], field.number());
            }
            for secret in [14, 35, 36, 45, 52, 55, 64, 128] {
                assert!(response.field(secret).is_none());
            }
        }
    });
    assert!(answered > 20);
}
