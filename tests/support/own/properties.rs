//! What must hold for any spec, any edits and any bytes.

use super::edits::{Edit, Given};
use super::model::Model;
use super::specs::OwnSpec;
use isomsg::{DeviationKind, Index, Message, MessageBuf, Mti, ParseOptions, Writer};
use std::collections::BTreeMap;

/// Edits a new message; what it holds after each edit is what a reader finds. Gives the message, and how many edits it
/// took.
pub fn edited(own: &OwnSpec, edits: &[Vec<u8>]) -> (MessageBuf, usize) {
    let mti = Mti::new(0x0100).expect("four digits");
    let mut message = MessageBuf::new(&own.spec, mti);
    let mut model = Model::new(mti);
    let mut given = BTreeMap::new();
    let mut taken = 0;
    for tape in edits {
        let edit = Edit::new(tape, own, &model);
        if model.edit(&mut message, &edit, own) {
            taken += 1;
            says(message.as_bytes(), own, &model);
            if let Edit::Set(number, value) = edit {
                given.insert(number, value);
            }
            given.retain(|number, _| model.fields.contains_key(number));
        }
    }
    is_what_a_writer_writes(&message, &given, own);
    is_as_the_spec_writes(&message);
    (message, taken)
}

/// A strict reader finds exactly what the model says.
fn says(bytes: &[u8], own: &OwnSpec, model: &Model) {
    let message = Message::parse(bytes, &own.spec).unwrap_or_else(|error| panic!("{error} in {bytes:02X?}"));
    assert_eq!(Model::of(&message, own), *model, "{bytes:02X?}");
}

/// A writer makes the same bytes of the same values.
fn is_what_a_writer_writes(made: &MessageBuf, given: &BTreeMap<u16, Given>, own: &OwnSpec) {
    let mut buffer = vec![0; made.encoded_len()];
    let mut writer = Writer::new(&own.spec, &mut buffer, made.mti(), made.bitmap()).expect("room for the head");
    for field in &made.as_message() {
        let number = field.number();
        match given.get(&number) {
            Some(value) => writer.put(number, value.input()),
            None => writer.put(number, field.value()),
        }
        .expect("a value that the message took");
    }
    assert_eq!(writer.finish().expect("every field"), made.encoded_len());
    assert_eq!(buffer, made.as_bytes());
}

/// Only filler that a caller gave as part of a value can be more than the spec would write.
fn is_as_the_spec_writes(made: &MessageBuf) {
    let message = made.as_message();
    let other = message.deviations().find(|deviation| deviation.kind() != DeviationKind::Filler);
    assert_eq!(other, None);
}

/// Everything that must hold for these bytes as a message by this spec; whether a strict parse accepts them.
pub fn check(bytes: &[u8], own: &OwnSpec) -> bool {
    let parsed = Message::parse(bytes, &own.spec);
    match &parsed {
        Ok(message) => {
            keeps_its_bytes(message);
            is_made_of_its_values(message, own);
            is_accepted_leniently(message, own);
            can_be_edited(message, own);
        }
        Err(error) => {
            assert!(error.offset() <= bytes.len(), "{error}, of {} bytes", bytes.len());
            assert!(!error.to_string().is_empty());
        }
    }
    hot_and_cold_agree(bytes, own);
    for options in leniencies() {
        keeps_its_bytes_leniently(bytes, own, options);
    }
    parsed.is_ok()
}

/// An unedited message is written as it was received, and its fields tile what follows the head.
fn keeps_its_bytes(message: &Message<'_>) {
    prints(message);
    assert_eq!(message.to_owned().encode(), message.as_bytes());
    let head = message.fields().next().map_or(message.as_bytes().len(), |first| first.range().start);
    let end = message.fields().fold(head, |start, field| {
        let (range, content) = (field.range(), field.content_range());
        assert_eq!(range.start, start);
        assert!(content.start >= start && content.end <= range.end);
        assert_eq!(message.as_bytes().get(content), Some(field.content()));
        range.end
    });
    assert_eq!(end, message.as_bytes().len());
}

/// Every way to show a message, whatever is in it, does not stop.
fn prints(message: &Message<'_>) {
    assert_eq!(message.to_string().lines().count(), 1 + message.bitmap().len());
    assert!(format!("{message:?}").is_ascii());
    assert!(message.deviations().all(|deviation| !deviation.to_string().is_empty()));
    for field in message.fields() {
        let value = field.value();
        let mut buffer = vec![0; value.len()];
        let copied = value.copy_into(&mut buffer).expect("room for the value");
        assert!(
            value == *copied && value.units().eq(copied.iter().copied()),
            "units and their copy differ in field {}",
            field.number()
        );
        assert!(value.reveal().to_string().is_ascii());
    }
}

/// Made anew of its values, the message is the same exactly when it has no deviations.
fn is_made_of_its_values(message: &Message<'_>, own: &OwnSpec) {
    let is_canonical = message.deviations().next().is_none();
    let mut made = MessageBuf::new(&own.spec, message.mti());
    for field in message.fields().filter(|field| Some(field.number()) != own.carrier) {
        if let Err(error) = made.set(field.number(), field.value()) {
            assert!(!is_canonical, "{error}, in {:02X?} without deviations", message.as_bytes());
            return;
        }
        let again = made.field(field.number()).expect("the field that was set");
        assert!(again.value() == field.value(), "field {} has another value", field.number());
    }
    assert_eq!(
        made.as_bytes() == message.as_bytes(),
        is_canonical,
        "{:02X?} made anew is {:02X?}; deviations: {:?}",
        message.as_bytes(),
        made.as_bytes(),
        message.deviations().collect::<Vec<_>>()
    );
}

/// What a strict parse accepts, every lenient one accepts and sees alike.
fn is_accepted_leniently(message: &Message<'_>, own: &OwnSpec) {
    for options in leniencies() {
        let lenient = Message::parse_with(message.as_bytes(), &own.spec, options).expect("more than strict");
        assert_eq!((message.mti(), message.bitmap()), (lenient.mti(), lenient.bitmap()));
        assert!(message.fields().map(|field| field.range()).eq(lenient.fields().map(|field| field.range())));
    }
}

fn leniencies() -> [ParseOptions; 8] {
    let strict = ParseOptions::STRICT;
    [
        strict.unchecked_classes(),
        strict.trailing_bytes(),
        strict.any_pad(),
        strict.any_sign(),
        strict.any_hex_case(),
        strict.undefined_last_field(),
        ParseOptions::NETWORK,
        ParseOptions::FORENSIC,
    ]
}

/// A received message, edited, says what it said before in all that was not edited.
fn can_be_edited(message: &Message<'_>, own: &OwnSpec) {
    for field in message.fields().filter(|field| Some(field.number()) != own.carrier) {
        let mut edited = message.to_owned();
        let mut model = Model::of(message, own);
        if edited.set(field.number(), field.value()).is_ok() {
            says(edited.as_bytes(), own, &model);
        }
        model.edit(&mut edited, &Edit::Remove(field.number()), own);
        model.edit(&mut edited, &Edit::Mti(Mti::new(0x0410).expect("four digits")), own);
        says(edited.as_bytes(), own, &model);
    }
}

/// A parse that goes on, one that keeps what it read, and one into a lent index find the fault that a plain one finds.
fn hot_and_cold_agree(bytes: &[u8], own: &OwnSpec) {
    let fault = Message::parse(bytes, &own.spec).err();
    assert_eq!(Message::parse_in(&mut Index::new(), bytes, &own.spec).err(), fault);
    let (partial, outcome) = Message::parse_partial(bytes, &own.spec, ParseOptions::STRICT);
    assert_eq!(outcome.err(), fault);
    prints(&partial);
    let owned = partial.to_owned();
    let again = Message::parse(owned.as_bytes(), &own.spec).unwrap_or_else(|error| {
        panic!("{error} in {:02X?}, the well-formed part of {bytes:02X?}", owned.as_bytes());
    });
    // A field that carries the third bitmap announces what is left of the fields above 128.
    let kept = |message: &Message<'_>| -> Vec<(u16, Vec<u8>)> {
        let fields = message.fields().filter(|field| Some(field.number()) != own.carrier);
        fields.map(|field| (field.number(), field.wire().to_vec())).collect()
    };
    assert_eq!(kept(&again), kept(&partial));

    let mut findings = Vec::new();
    let seen = Message::examine(bytes, &own.spec, ParseOptions::STRICT, |finding| findings.push(finding));
    assert_eq!(findings.first().copied(), fault);
    assert!(findings.iter().all(|finding| finding.offset() <= bytes.len()));
    prints(&seen);
}

/// A leniency changes what is accepted, not what is passed on.
fn keeps_its_bytes_leniently(bytes: &[u8], own: &OwnSpec, options: ParseOptions) {
    match Message::parse_with(bytes, &own.spec, options) {
        Ok(message) => {
            prints(&message);
            assert!(bytes.starts_with(message.to_owned().as_bytes()));
            let is_canonical = message.deviations().next().is_none() && options == ParseOptions::NETWORK;
            assert!(!is_canonical || Message::parse(bytes, &own.spec).is_ok(), "lenient, and no deviation");
        }
        Err(error) => assert!(error.offset() <= bytes.len(), "{error}, of {} bytes", bytes.len()),
    }
}
