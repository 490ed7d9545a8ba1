//! A message as a list of values, and what isomsg makes of it.

use crate::dialect::{Dialect, Kind, Row};
use crate::random::Random;
use isomsg::error::ParseErrorKind;
use isomsg::{Message, MessageBuf};
use std::fmt::Write;

/// Message type and the values of the fields in their order: text and digits as they are, bytes as upper-case hex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub mti: String,
    pub fields: Vec<(u16, String)>,
}

/// What somebody read.
pub type Answer<E> = Result<Case, E>;

impl Case {
    /// Some of the fields; now and then most of them.
    pub fn random(random: &mut Random, dialect: &Dialect) -> Self {
        let share = random.of(&[2, 5, 12, 40]);
        let rows: Vec<&Row> = dialect.rows.iter().filter(|_| random.once_in(share)).collect();
        let fields = rows.into_iter().map(|row| (row.number, value(random, row))).collect();
        Case { mti: format!("{:04}", random.below(10_000)), fields }
    }

    /// As isomsg writes it.
    pub fn write(&self, dialect: &Dialect) -> Vec<u8> {
        let mut message = MessageBuf::new(&dialect.spec, self.mti.parse().expect("four digits"));
        for (number, value) in &self.fields {
            message.set(*number, value).unwrap_or_else(|error| panic!("{self:?}: {error}"));
        }
        message.encode()
    }
}

/// As isomsg reads it.
pub fn read(bytes: &[u8], dialect: &Dialect) -> Answer<ParseErrorKind> {
    let message = Message::parse(bytes, &dialect.spec).map_err(|error| error.kind())?;
    let fields = message.fields().map(|field| (field.number(), field.value().chars().collect())).collect();
    Ok(Case { mti: message.mti().to_string(), fields })
}

fn value(random: &mut Random, row: &Row) -> String {
    let length = if random.once_in(8) { random.of(&[row.min, row.max]) } else { random.within(row.min, row.max) };
    (0..length).fold(String::new(), |mut text, _| {
        match row.kind {
            Kind::Digits => text.push(char::from(b'0' + random.below(10) as u8)),
            Kind::Text => text.push(char::from(random.within(0x20, 0x7E) as u8)),
            Kind::Bytes => write!(text, "{:02X}", random.below(256)).expect("a string takes everything"),
        }
        text
    })
}

/// The bytes with a fault or three in them, which now and then are none.
pub fn spoilt(random: &mut Random, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..random.of(&[1, 1, 1, 3]) {
        let at = random.below(bytes.len().max(1));
        match random.below(6) {
            0 => bytes.truncate(at),
            1 => bytes.push(random.below(256) as u8),
            2 if !bytes.is_empty() => drop(bytes.remove(at)),
            3 => bytes.insert(at, random.below(256) as u8),
            4 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            _ if !bytes.is_empty() => bytes[at] = random.below(256) as u8,
            _ => {}
        }
    }
    bytes
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
