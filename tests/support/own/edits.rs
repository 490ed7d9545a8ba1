//! Random edits of a message, and random damage to its bytes.

use super::model::Model;
use super::specs::{OwnField, OwnSpec};
use super::tape::Tape;
use isomsg::Mti;
use isomsg::spec::{Class, DataForm, Side};
use isomsg::value::Input;

/// One change of a message.
#[derive(Clone, Debug)]
pub enum Edit {
    Set(u16, Given),
    Remove(u16),
    Mti(Mti),
}

/// What a caller gives as a value.
#[derive(Clone, Debug)]
pub enum Given {
    Bytes(Vec<u8>),
    Text(String),
    Number(u64),
    Signed(i64),
}

impl Edit {
    /// An edit of a message that says what `model` says.
    pub fn new(tape: &[u8], own: &OwnSpec, model: &Model) -> Self {
        let mut tape = Tape::new(tape);
        let kind = tape.up_to(9);
        let number = some_number(&mut tape, own, model);
        match (kind, own.fields.get(&number)) {
            (8, _) => Edit::Remove(number),
            (9, _) => Edit::Mti(Mti::new(tape.pick(&[0x0200, 0x0420, 0x1814, 0x9999])).expect("four digits")),
            (_, Some(field)) => Edit::Set(number, Given::new(&mut tape, field)),
            (_, None) => Edit::Set(number, Given::Text("1".to_string())),
        }
    }
}

/// Mostly the number of a field, and without a bitmap mostly that of the only one that can come next.
fn some_number(tape: &mut Tape<'_>, own: &OwnSpec, model: &Model) -> u16 {
    let numbers: Vec<u16> = own.fields.keys().copied().collect();
    let next = numbers.iter().find(|number| !model.fields.contains_key(number)).filter(|_| !own.has_bitmap);
    let any = tape.pick(&numbers);
    match (tape.up_to(15), next) {
        (15, _) => tape.pick(&[0, 1, 65, 129, 193, u16::MAX]),
        (14, _) => own.carrier.unwrap_or(any),
        (0..10, Some(&next)) => next,
        _ => any,
    }
}

impl Given {
    fn new(tape: &mut Tape<'_>, field: &OwnField) -> Self {
        let kind = tape.up_to(7);
        if kind == 7 {
            let number = u64::from_be_bytes(std::array::from_fn(|_| tape.byte())) >> tape.up_to(63);
            return if tape.once_in(2) { Given::Signed(number as i64) } else { Given::Number(number) };
        }
        let bytes = if tape.once_in(8) { arbitrary(tape, field) } else { suitable(tape, field) };
        match kind {
            0..4 => Given::Bytes(bytes),
            _ if field.class == Class::B => Given::Text(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
            _ => Given::Text(bytes.iter().map(|&unit| char::from(unit)).collect()),
        }
    }

    /// As [`isomsg::MessageBuf::set`] takes it.
    pub fn input(&self) -> Input<'_> {
        match self {
            Given::Bytes(bytes) => Input::Bytes(bytes),
            Given::Text(text) => Input::Text(text),
            Given::Number(number) => Input::Number(*number),
            Given::Signed(number) => Input::Signed(*number),
        }
    }

    /// What it says, in units of a field that took it.
    pub fn units(&self, field: &OwnField) -> Vec<u8> {
        match self {
            Given::Bytes(bytes) => bytes.clone(),
            Given::Text(text) if field.class == Class::B => {
                let digit = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).expect("hex digits");
                (0..text.len()).step_by(2).map(digit).collect()
            }
            Given::Text(text) => text.chars().map(|character| character as u8).collect(),
            Given::Number(number) => decimal("", *number, field),
            Given::Signed(number) => {
                let sign = match (field.class, *number < 0) {
                    (Class::Xn, false) => "C",
                    (Class::Xn, true) => "D",
                    (_, true) => "-",
                    (_, false) => "",
                };
                decimal(sign, number.unsigned_abs(), field)
            }
        }
    }
}

/// A number, filled up with zeros where the length is fixed.
fn decimal(sign: &str, number: u64, field: &OwnField) -> Vec<u8> {
    let width = if field.min == field.max { field.max.saturating_sub(sign.len()) } else { 0 };
    format!("{sign}{number:0width$}").into_bytes()
}

/// Any bytes, of about the right number.
fn arbitrary(tape: &mut Tape<'_>, field: &OwnField) -> Vec<u8> {
    let length = tape.up_to(12).min(field.max + 1);
    (0..length).map(|_| tape.byte()).collect()
}

/// A value of the class of the field, that now and then begins or ends with its filler.
fn suitable(tape: &mut Tape<'_>, field: &OwnField) -> Vec<u8> {
    let length = match tape.up_to(7) {
        0 => field.min,
        1 => field.max,
        2 => 1,
        3 => field.max + 1,
        4 => 0,
        _ => field.min + tape.number() % (field.max - field.min + 1),
    };
    let in_bcd = field.form == DataForm::Bcd && field.class != Class::Z;
    let suits = |byte: &u8| field.class.admits(*byte) && (!in_bcd || matches!(byte, b'0'..=b'9' | b'A'..=b'F'));
    let alphabet: Vec<u8> = (0..=u8::MAX).filter(suits).collect();
    let mut units: Vec<u8> = (0..length).map(|_| tape.pick(&alphabet)).collect();
    if let (Some(filler), true) = (field.filler, tape.once_in(3)) {
        let count = tape.up_to(length.min(255));
        let from = if filler.side == Side::Left { 0 } else { length - count };
        units[from..from + count].fill(filler.character);
    }
    if let (Class::Xn, Some(sign)) = (field.class, units.first_mut()) {
        *sign = tape.pick(b"CD");
    }
    units
}

/// A message with one thing changed in its bytes.
pub fn damaged(bytes: &[u8], tape: &[u8]) -> Vec<u8> {
    let mut tape = Tape::new(tape);
    let mut bytes = bytes.to_vec();
    let (kind, at) = (tape.up_to(7), tape.number() % bytes.len().max(1));
    match (kind, bytes.get_mut(at)) {
        (0, Some(byte)) => *byte ^= 1 << tape.up_to(7),
        (1, Some(byte)) => {
            *byte = tape.pick(&[0, 0xFF, b'0', b'9', 0xF0, 0xC1, b'a', b'A', b' ', 0x1C, 0x81, 0x82, 0xC0])
        }
        (2, Some(_)) => bytes.insert(at, tape.byte()),
        (3, Some(_)) => drop(bytes.remove(at)),
        (4, Some(_)) => bytes.truncate(at),
        // What is read as the same: a length of BER that is longer than needed, a zone for a positive number.
        (5, Some(_)) => bytes.insert(at, 0x81),
        (6, Some(byte)) => *byte = *byte & 15 | tape.pick(&[0xC0, 0xF0, 0xD0]),
        _ => bytes.push(tape.byte()),
    }
    bytes
}
