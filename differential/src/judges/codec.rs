//! iso8583-codec, from crates.io.

use super::Judge;
use crate::case::{Answer, Case, hex};
use crate::dialect::{Abilities, Dialect, Form, Kind, Row};
use crate::known::Tally;
use crate::random::Random;
use iso8583_codec::{Encoding, FieldSpec, FieldValue, Length, Message, Mti, Padding, Prefix, Spec};
use isomsg::error::ParseErrorKind;

struct Codec {
    spec: Spec,
    rows: Vec<Row>,
}

pub fn run(random: &mut Random, messages: usize) -> Tally {
    super::compare(&mut Codec { spec: Spec::iso8583_1987(), rows: Vec::new() }, random, messages)
}

impl Judge for Codec {
    fn abilities(&self) -> Abilities {
        Abilities {
            mti: &[Form::Ascii],
            hex_bitmap: false,
            digits: &[Form::Ascii, Form::Bcd],
            text: &[Form::Ascii],
            // Its BCD prefixes of one and three digits have their zero nibble on the right.
            prefixes: &[(Form::Ascii, 1), (Form::Ascii, 2), (Form::Ascii, 3), (Form::Bcd, 2)],
            pads: &[true],
            accepted: &[0x0, 0xF],
            shortest_digits: 1,
        }
    }

    fn learn(&mut self, dialect: &Dialect) {
        self.rows.clone_from(&dialect.rows);
        self.spec = Spec::new("random", dialect.rows.iter().map(row).collect()).expect("rows that it can have");
    }

    fn read(&mut self, bytes: &[u8]) -> Answer<String> {
        let message = Message::parse(&self.spec, bytes).map_err(|error| error.to_string())?;
        let text = |value: &FieldValue| value.as_str().map_or_else(|| hex(value.as_bytes()), str::to_owned);
        let fields = message.fields().map(|(number, value)| (u16::from(number), text(value))).collect();
        Ok(Case { mti: message.mti().as_str().to_owned(), fields })
    }

    fn write(&mut self, case: &Case) -> Vec<u8> {
        let mut message = Message::new(Mti::parse(case.mti.as_bytes()).expect("four digits"));
        for (number, value) in &case.fields {
            let row = self.rows.iter().find(|row| row.number == *number).expect("a field of the dialect");
            let value = match row.kind {
                Kind::Digits => FieldValue::digits(value.as_str()).expect("digits"),
                Kind::Text => FieldValue::text(value.as_str()).expect("text"),
                Kind::Bytes => FieldValue::binary(bytes_of(value)),
            };
            message.set_field(*number as u8, value).expect("a field");
        }
        message.encode(&self.spec).expect("values of the fields")
    }

    fn explains(&self, _: &Dialect, _: &[u8], _: &Answer<ParseErrorKind>, _: &Answer<String>) -> Option<&'static str> {
        None
    }
}

fn bytes_of(hex: &str) -> Vec<u8> {
    let digit = |digit: u8| char::from(digit).to_digit(16).expect("a hex digit") as u8;
    hex.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

fn row(row: &Row) -> FieldSpec {
    let prefix = match row.prefix_form {
        Form::Bcd => Prefix::Bcd(row.prefix as u8),
        _ => Prefix::Ascii(row.prefix as u8),
    };
    let max = row.max as u16;
    let length = if row.prefix == 0 { Length::fixed(max) } else { Length::variable(max, prefix) };
    let number = row.number as u8;
    let spec = match row.kind {
        Kind::Digits => FieldSpec::numeric(number, "n", length),
        Kind::Text => FieldSpec::text(number, "ans", length),
        Kind::Bytes => FieldSpec::binary(number, "b", length),
    };
    let spec = spec.with_padding(Padding::None);
    if row.form == Form::Bcd { spec.with_encoding(Encoding::Bcd) } else { spec }
}
