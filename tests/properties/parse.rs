//! Any bytes as a message by one of the shipped specs.

use super::by_a_shipped_spec;
use isomsg::spec::{MessageSpec, Sensitivity};
use isomsg::{Deviation, Field, Message, MessageBuf, ParseOptions, Writer};

/// The first byte picks one of the shipped specs, the rest is the message.
pub fn check(data: &[u8]) {
    if let Some((spec, bytes)) = by_a_shipped_spec(data) {
        check_message(bytes, spec);
    }
}

/// Everything that must hold for these bytes as a message by this spec.
pub fn check_message(bytes: &[u8], spec: &'static MessageSpec) {
    match Message::parse(bytes, spec) {
        Ok(message) => {
            keeps_its_bytes(&message);
            prints_masked(&message);
            is_made_of_its_values(&message);
            is_accepted_leniently(&message);
        }
        Err(error) => {
            assert!(error.offset() <= bytes.len(), "{error}, of {} bytes", bytes.len());
            assert!(!error.to_string().is_empty());
        }
    }
    agrees_with_partial(bytes, spec);
    agrees_with_all_findings(bytes, spec);
    for lenient in [ParseOptions::NETWORK, ParseOptions::FORENSIC] {
        keeps_its_bytes_leniently(bytes, spec, lenient);
    }
}

/// An unedited message is written as it was received, and its fields tile what follows the head.
fn keeps_its_bytes(message: &Message<'_>) {
    assert_eq!(message.to_owned().encode(), message.as_bytes());
    let end = message.fields().fold(head_length(message), |start, field| {
        assert_eq!(field.range().start, start);
        assert!(field.content_range().start >= start && field.content_range().end <= field.range().end);
        field.range().end
    });
    assert_eq!(end, message.as_bytes().len());
}

/// Printing does not fail, and a field that is to be masked is.
fn prints_masked(message: &Message<'_>) {
    assert!(message.to_string().lines().count() == 1 + message.walk().count());
    assert!(format!("{message:?}").is_ascii());
    for field in message.fields() {
        let is_secret = field.sensitivity() != Sensitivity::None && !field.value().is_empty();
        assert!(!is_secret || field.to_string().contains('*'), "field {} shows", field.number());
    }
}

/// What setting each field anew would change.
fn deviations(message: &Message<'_>) -> impl Iterator<Item = Deviation> {
    message.deviations().filter(|deviation| !deviation.is_inside())
}

/// Made anew of its values, the message is the same in all but its deviations.
fn is_made_of_its_values(message: &Message<'_>) {
    let mut made = MessageBuf::new(message.spec(), message.mti());
    let mut made_of_text = made.clone();
    // Last field first: the order in which they are set does not matter.
    for field in message.fields().collect::<Vec<_>>().into_iter().rev() {
        made.set(field.number(), field.value()).expect("a value of the field");
        set_text(&mut made_of_text, &field);
    }
    assert!(made == made_of_text, "values and their texts differ");
    for field in message.fields() {
        let again = made.field(field.number()).expect("the field that was set");
        assert!(again.value() == field.value(), "field {} has another value", field.number());
        let deviates = deviations(message).any(|deviation| deviation.path() == field.path());
        assert_eq!(again.wire() != field.wire(), deviates, "field {}", field.number());
    }
    assert_eq!(made.as_bytes() == message.as_bytes(), deviations(message).next().is_none());
    assert_eq!(deviations(&made.as_message()).next(), None);
    is_what_a_writer_writes(&made);
}

/// Sets a field to the text of its value. Characters beyond ASCII in a charset that the crate does not know have no
/// text, only bytes.
fn set_text(made: &mut MessageBuf, field: &Field<'_>) {
    let value = field.value();
    let text: String = value.chars().collect();
    let set = if value.as_bytes().is_some() && !text.is_ascii() {
        made.set(field.number(), value)
    } else {
        made.set(field.number(), &text)
    };
    set.expect("the text of a value of the field");
}

fn head_length(message: &Message<'_>) -> usize {
    message.fields().next().map_or(message.as_bytes().len(), |first| first.range().start)
}

/// The writer writes what the owned message holds.
fn is_what_a_writer_writes(made: &MessageBuf) {
    let mut buffer = vec![0; made.encoded_len()];
    let mut writer = Writer::new(made.spec().get(), &mut buffer, made.mti(), made.bitmap()).expect("room for the head");
    for field in &made.as_message() {
        writer.put(field.number(), field.value()).expect("room for the field");
    }
    assert_eq!(writer.finish().expect("every field"), made.encoded_len());
    assert_eq!(buffer, made.as_bytes());
}

/// What a strict parse accepts, every lenient one accepts and sees alike.
fn is_accepted_leniently(message: &Message<'_>) {
    let strict = ParseOptions::STRICT;
    for options in [strict.unchecked_classes(), ParseOptions::NETWORK, ParseOptions::FORENSIC] {
        let lenient = Message::parse_with(message.as_bytes(), message.spec(), options).expect("more than strict");
        has_the_same_fields(message, &lenient);
    }
}

fn has_the_same_fields(one: &Message<'_>, other: &Message<'_>) {
    assert_eq!((one.mti(), one.bitmap()), (other.mti(), other.bitmap()));
    assert!(one.fields().map(|field| field.range()).eq(other.fields().map(|field| field.range())));
}

/// A partial parse gives the same fault, and the fields before it as a message that is well formed.
fn agrees_with_partial(bytes: &[u8], spec: &'static MessageSpec) {
    let (partial, outcome) = Message::parse_partial(bytes, spec, ParseOptions::STRICT);
    assert_eq!(Message::parse(bytes, spec).err(), outcome.err());
    if let Ok(message) = Message::parse(bytes, spec) {
        has_the_same_fields(&message, &partial);
    }
    prints_masked(&partial);
    let owned = partial.to_owned();
    let again = Message::parse(owned.as_bytes(), spec).expect("the fields before a fault are well formed");
    assert!(again.fields().map(|field| field.wire()).eq(partial.fields().map(|field| field.wire())));
}

/// Going on past a fault finds the first fault first, and what it shows can be printed.
fn agrees_with_all_findings(bytes: &[u8], spec: &'static MessageSpec) {
    let mut findings = Vec::new();
    let seen = Message::examine(bytes, spec, ParseOptions::STRICT, |finding| findings.push(finding));
    assert_eq!(findings.first().copied(), Message::parse(bytes, spec).err());
    assert!(findings.iter().all(|finding| finding.offset() <= bytes.len()));
    prints_masked(&seen);
}

/// A leniency changes what is accepted, not what is passed on.
fn keeps_its_bytes_leniently(bytes: &[u8], spec: &'static MessageSpec, options: ParseOptions) {
    match Message::parse_with(bytes, spec, options) {
        Ok(message) => {
            assert!(bytes.starts_with(message.to_owned().as_bytes()));
            assert!(message.to_string().is_ascii());
            let is_canonical = message.deviations().next().is_none() && options == ParseOptions::NETWORK;
            assert!(!is_canonical || Message::parse(bytes, spec).is_ok(), "lenient, and no deviation");
        }
        Err(error) => assert!(error.offset() <= bytes.len(), "{error}, of {} bytes", bytes.len()),
    }
}
