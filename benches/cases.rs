//! What is measured, by `codec` in time and by `count` in instructions: each case is a run over one message that
//! returns a number, and the number it must return.

#[path = "cases/typed.rs"]
mod typed;

use crate::messages::{M1, M2, M3, U1, U2};
use isomsg::spec::{self, MessageSpec};
use isomsg::{Bitmap, Index, Message, MessageBuf, Mti, ParseOptions, Writer, de};
use std::fmt::Write;

/// A message, with everything that a case needs made beforehand.
#[derive(Debug)]
pub struct Sample {
    /// As in `messages.rs`.
    pub name: &'static str,
    /// The message on the wire.
    pub bytes: &'static [u8],
    spec: &'static MessageSpec,
    fields: u64,
    /// Fields, and their parts where the spec says what a field is made of.
    parts: u64,
    /// Amount and STAN, where the message has them.
    numbers: u64,
    mti: Mti,
    present: Bitmap,
    values: Vec<(u16, String)>,
    /// As received.
    owned: MessageBuf,
    /// Built field by field.
    built: MessageBuf,
    /// The message with another type and STAN.
    earlier: Vec<u8>,
    stan: String,
    #[cfg(feature = "serde")]
    json: Vec<u8>,
    index: Index,
    buffer: Vec<u8>,
    text: String,
}

/// The name of a case, its run, and what the run must return.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// What is done.
    pub name: &'static str,
    /// Does it once.
    pub run: fn(&mut Sample) -> u64,
    /// What each run must return.
    pub expected: fn(&Sample) -> u64,
}

/// Every case.
pub const CASES: &[Case] = &[
    Case { name: "memcpy", run: memcpy, expected: length },
    Case { name: "parse_in", run: parse_in, expected: field_count },
    Case { name: "parse_in, structure", run: structure, expected: field_count },
    Case { name: "parse_in + read", run: parse_and_read, expected: numbers },
    Case { name: "parse_in + read, structure", run: structure_and_read, expected: numbers },
    Case { name: "parse_in + each element", run: typed::untyped, expected: numbers },
    Case { name: "parse_in + typed", run: typed::typed, expected: numbers },
    Case { name: "validate", run: validate, expected: none },
    Case { name: "parse_in + walk", run: parse_and_walk, expected: part_count },
    Case { name: "parse_in + subfields of 55", run: parse_and_open, expected: chip_data },
    Case { name: "parse_in + tlv of 55", run: parse_and_read_tlv, expected: chip_data },
    Case { name: "parse", run: parse, expected: field_count },
    Case { name: "encode_into", run: encode_into, expected: length },
    Case { name: "encode_into, built", run: encode_built, expected: length },
    Case { name: "parse_in + to_owned + patch + encode_into", run: patch, expected: length },
    Case { name: "set all + encode_into", run: set_and_encode, expected: length },
    Case { name: "Writer", run: write, expected: length },
    Case { name: "Display", run: display, expected: lines },
    #[cfg(feature = "serde")]
    Case { name: "write JSON", run: json::write, expected: json::length },
    #[cfg(feature = "serde")]
    Case { name: "read JSON + encode_into", run: json::read, expected: length },
];

/// Every message of `messages.rs`.
pub fn samples() -> [Sample; 5] {
    [
        Sample::new("M1", M1, &spec::ISO1987_ASCII, 18, 1250 + 124),
        Sample::new("M2", M2, &spec::ISO1987_BCD, 18, 1250 + 124),
        Sample::new("M3", M3, &spec::ISO1987_ASCII, 3, 1),
        Sample::new("U1", U1, &spec::UNIONPAY_POS, 17, 1250 + 124),
        Sample::new("U2", U2, &spec::UNIONPAY_POS, 9, 131),
    ]
}

impl Sample {
    fn new(name: &'static str, bytes: &'static [u8], spec: &'static MessageSpec, fields: u64, numbers: u64) -> Self {
        let message = Message::parse(bytes, spec).expect("the samples are well formed");
        let values: Vec<(u16, String)> =
            message.fields().map(|field| (field.number(), field.value().chars().collect())).collect();
        let mut built = MessageBuf::new(spec, message.mti());
        for (number, value) in &values {
            built.set(*number, value).expect("a value of the field");
        }
        let mut earlier = message.to_owned();
        earlier.set_mti("0820".parse().expect("a type"));
        earlier.set(de::STAN, 999_999u32).expect("six digits");
        Sample {
            name,
            bytes,
            spec,
            fields,
            parts: message.walk().count() as u64,
            numbers,
            mti: message.mti(),
            present: message.bitmap(),
            values,
            owned: message.to_owned(),
            built,
            earlier: earlier.encode(),
            stan: message.field(de::STAN).map(|stan| stan.value().chars().collect()).unwrap_or_default(),
            #[cfg(feature = "serde")]
            json: serde_json::to_vec(&message.json().reveal()).expect("a message is JSON"),
            index: Index::new(),
            buffer: vec![0; bytes.len()],
            text: String::with_capacity(8192),
        }
    }

    /// Whether the bytes that a case wrote, if it wrote any, are the message.
    pub fn wrote_the_message(&self) -> bool {
        self.buffer == self.bytes
    }

    /// Forgets what the last case wrote.
    pub fn clear(&mut self) {
        self.buffer.copy_from_slice(self.bytes);
    }
}

fn length(sample: &Sample) -> u64 {
    sample.bytes.len() as u64
}

fn field_count(sample: &Sample) -> u64 {
    sample.fields
}

fn numbers(sample: &Sample) -> u64 {
    sample.numbers
}

fn part_count(sample: &Sample) -> u64 {
    sample.parts
}

/// One for the heading, one for each field and part.
fn lines(sample: &Sample) -> u64 {
    1 + sample.parts
}

fn none(_: &Sample) -> u64 {
    0
}

fn memcpy(sample: &mut Sample) -> u64 {
    sample.buffer.copy_from_slice(std::hint::black_box(sample.bytes));
    sample.buffer.len() as u64
}

fn parse_in(sample: &mut Sample) -> u64 {
    let message = Message::parse_in(&mut sample.index, sample.bytes, sample.spec).expect("well formed");
    message.bitmap().len() as u64
}

fn structure(sample: &mut Sample) -> u64 {
    parse_structure(sample).bitmap().len() as u64
}

fn parse_and_read(sample: &mut Sample) -> u64 {
    read(&Message::parse_in(&mut sample.index, sample.bytes, sample.spec).expect("well formed"))
}

fn structure_and_read(sample: &mut Sample) -> u64 {
    read(&parse_structure(sample))
}

fn parse_and_walk(sample: &mut Sample) -> u64 {
    let message = Message::parse_in(&mut sample.index, sample.bytes, sample.spec).expect("well formed");
    message.walk().filter(|field| field.range().end <= sample.bytes.len()).count() as u64
}

/// What is found wanting, which is nothing.
fn validate(sample: &mut Sample) -> u64 {
    let mut findings = 0;
    sample.owned.as_message().validate(|_| findings += 1);
    findings
}

/// The bytes of the values of chip data, where there is some.
fn parse_and_open(sample: &mut Sample) -> u64 {
    let message = Message::parse_in(&mut sample.index, sample.bytes, sample.spec).expect("well formed");
    let Some(chip) = message.field(55) else { return 0 };
    chip.subfields().expect("tags and values").iter().map(|part| part.content().len() as u64).sum()
}

fn chip_data(sample: &Sample) -> u64 {
    let message = sample.owned.as_message();
    tag_by_tag(&message)
}

/// The same without the spec: tags as they come.
fn parse_and_read_tlv(sample: &mut Sample) -> u64 {
    tag_by_tag(&Message::parse_in(&mut sample.index, sample.bytes, sample.spec).expect("well formed"))
}

fn tag_by_tag(message: &Message<'_>) -> u64 {
    let Some(chip) = message.field(55) else { return 0 };
    chip.tlv().expect("tags and values").items().map(|item| item.value().len() as u64).sum()
}

fn parse_structure(sample: &mut Sample) -> Message<'_> {
    const STRUCTURE: ParseOptions = ParseOptions::STRICT.unchecked_classes();
    Message::parse_in_with(&mut sample.index, sample.bytes, sample.spec, STRUCTURE).expect("well formed")
}

/// PAN, amount and STAN; of M3, which has neither PAN nor amount, the STAN.
fn read(message: &Message<'_>) -> u64 {
    let mut digits = [0; 19];
    let pan = message.field(de::PAN).map(|field| field.value());
    assert_eq!(pan.and_then(|pan| pan.copy_into(&mut digits)).is_some(), pan.is_some());
    let amount: u64 = message.field(de::AMOUNT_TRANSACTION).map_or(0, |field| field.parse().expect("digits"));
    let stan: u64 = message.field(de::STAN).map_or(0, |field| field.parse().expect("digits"));
    amount + stan
}

fn parse(sample: &mut Sample) -> u64 {
    Message::parse(sample.bytes, sample.spec).expect("well formed").bitmap().len() as u64
}

fn encode_into(sample: &mut Sample) -> u64 {
    sample.owned.encode_into(&mut sample.buffer).expect("room enough") as u64
}

fn encode_built(sample: &mut Sample) -> u64 {
    sample.built.encode_into(&mut sample.buffer).expect("room enough") as u64
}

/// What a switch does: a received message goes on with another type and STAN.
fn patch(sample: &mut Sample) -> u64 {
    let message = Message::parse_in(&mut sample.index, &sample.earlier, sample.spec).expect("well formed");
    let mut message = message.to_owned();
    message.set_mti(sample.mti);
    message.set(de::STAN, &sample.stan).expect("six digits");
    message.encode_into(&mut sample.buffer).expect("room enough") as u64
}

fn set_and_encode(sample: &mut Sample) -> u64 {
    let mut message = MessageBuf::new(sample.spec, sample.mti);
    for (number, value) in &sample.values {
        message.set(*number, value).expect("a value of the field");
    }
    message.encode_into(&mut sample.buffer).expect("room enough") as u64
}

fn write(sample: &mut Sample) -> u64 {
    let mut writer = Writer::new(sample.spec, &mut sample.buffer, sample.mti, sample.present).expect("room enough");
    for (number, value) in &sample.values {
        writer.put(*number, value).expect("a value of the field");
    }
    writer.finish().expect("all fields") as u64
}

fn display(sample: &mut Sample) -> u64 {
    sample.text.clear();
    write!(sample.text, "{}", sample.owned).expect("a string takes everything");
    sample.text.lines().count() as u64
}

#[cfg(feature = "serde")]
mod json {
    use super::Sample;
    use isomsg::Json;
    use serde::de::DeserializeSeed;

    pub(super) fn length(sample: &Sample) -> u64 {
        sample.json.len() as u64
    }

    pub(super) fn write(sample: &mut Sample) -> u64 {
        sample.json.clear();
        serde_json::to_writer(&mut sample.json, &sample.owned.json().reveal()).expect("a message is JSON");
        sample.json.len() as u64
    }

    pub(super) fn read(sample: &mut Sample) -> u64 {
        let mut json = serde_json::Deserializer::from_slice(&sample.json);
        let message = Json::seed(sample.spec).deserialize(&mut json).expect("the JSON of a message");
        message.encode_into(&mut sample.buffer).expect("room enough") as u64
    }
}
