//! Messages that grow, one case over one of them, `count` times: what `benches/growth.py` counts the instructions of.
//!
//! ```text
//! growth                           names each case and its sizes
//! growth CASE fields|bytes N COUNT runs one over a message of N fields of 12 digits, or of a field of N characters
//! ```
#![allow(clippy::expect_used, reason = "a benchmark stops where its sample is not what it should be")]

use isomsg::spec::{FieldSpec, MessageSpec, Wire};
use isomsg::{Index, Message, MessageBuf, Mti, ParseOptions};
use std::fmt::Write;
use std::process::ExitCode;
use std::sync::Arc;

/// A message of some size, and what reading it again and again takes.
struct Sample {
    spec: Arc<MessageSpec>,
    values: Vec<(u16, String)>,
    bytes: Vec<u8>,
    index: Index,
    buffer: Vec<u8>,
    text: String,
}

/// What is done once; it returns how many fields it saw.
type Run = fn(&mut Sample) -> usize;

const CASES: &[(&str, Run)] = &[
    ("parse_in", parse),
    ("parse_in, structure", structure),
    ("set all + encode_into", write),
    ("validate", validate),
    ("Display", display),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match arguments.as_slice() {
        [] => list(),
        [case, kind, size, count] => one(case, kind, size, count),
        _ => usage(),
    }
}

fn list() -> ExitCode {
    for (name, run) in CASES {
        for (kind, sizes) in [("fields", [2, 4, 8, 16, 32, 64, 127]), ("bytes", [1, 100, 500, 1000, 2500, 5000, 9999])]
        {
            for size in sizes {
                let mut sample = Sample::new(kind, size).expect("a kind of message");
                assert_eq!(run(&mut sample), sample.values.len(), "{name} of {size} {kind}");
                println!("{name}\t{kind}\t{size}");
            }
        }
    }
    ExitCode::SUCCESS
}

fn one(case: &str, kind: &str, size: &str, count: &str) -> ExitCode {
    let case = CASES.iter().find(|(name, _)| *name == case);
    let sample = size.parse().ok().and_then(|size| Sample::new(kind, size));
    let (Some((_, run)), Some(mut sample), Ok(count)) = (case, sample, count.parse::<u32>()) else { return usage() };
    for _ in 0..count {
        assert_eq!(run(std::hint::black_box(&mut sample)), sample.values.len());
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: growth [CASE fields|bytes N COUNT]");
    ExitCode::from(2)
}

impl Sample {
    fn new(kind: &str, size: u16) -> Option<Self> {
        let (format, values): (_, Vec<(u16, String)>) = match kind {
            "fields" => ("n 12", (2..2 + size).map(|number| (number, format!("{number:012}"))).collect()),
            "bytes" => ("ans....9999", Vec::from([(48, "A".repeat(usize::from(size)))])),
            _ => return None,
        };
        let rows = values.iter().map(|(number, _)| FieldSpec::new(*number, format));
        let spec = MessageSpec::from_fields("growing", Wire::ASCII, rows.collect::<Vec<_>>()).expect("a spec");
        let mut sample =
            Sample { spec, values, bytes: Vec::new(), index: Index::new(), buffer: Vec::new(), text: String::new() };
        sample.bytes = sample.built().encode();
        sample.buffer = vec![0; sample.bytes.len()];
        Some(sample)
    }

    fn built(&self) -> MessageBuf {
        let mut message = MessageBuf::new(&self.spec, Mti::new(0x0200).expect("four digits"));
        for (number, value) in &self.values {
            message.set(*number, value).expect("a value of the field");
        }
        message
    }
}

fn parse(sample: &mut Sample) -> usize {
    let message = Message::parse_in(&mut sample.index, &sample.bytes, &sample.spec).expect("well formed");
    message.bitmap().len()
}

fn structure(sample: &mut Sample) -> usize {
    let options = ParseOptions::STRICT.unchecked_classes();
    let message = Message::parse_in_with(&mut sample.index, &sample.bytes, &sample.spec, options).expect("well formed");
    message.bitmap().len()
}

fn write(sample: &mut Sample) -> usize {
    let message = sample.built();
    let written = message.encode_into(&mut sample.buffer).expect("room for it");
    assert_eq!(written, sample.bytes.len());
    message.bitmap().len()
}

fn validate(sample: &mut Sample) -> usize {
    let message = Message::parse_in(&mut sample.index, &sample.bytes, &sample.spec).expect("well formed");
    let mut sound = message.bitmap().len();
    message.validate(|_| sound = 0);
    sound
}

fn display(sample: &mut Sample) -> usize {
    let message = Message::parse_in(&mut sample.index, &sample.bytes, &sample.spec).expect("well formed");
    sample.text.clear();
    write!(sample.text, "{message}").expect("a string takes everything");
    sample.text.lines().count() - 1
}
