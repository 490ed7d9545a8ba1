//! A random dialect: what each field is, for isomsg and for a judge.

use crate::case::Case;
use crate::random::Random;
use isomsg::spec::{CodePage, DataForm, FieldSpec, MessageSpec, NibblePad, PrefixForm, Side, Wire};
use std::sync::Arc;

/// What each field is.
pub struct Dialect {
    pub head: Head,
    pub rows: Vec<Row>,
    pub spec: Arc<MessageSpec>,
}

/// How message type and bitmaps look.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    pub mti: Form,
    pub hex_bitmap: bool,
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub number: u16,
    pub kind: Kind,
    pub form: Form,
    /// Digits of the length prefix; 0 for a fixed length.
    pub prefix: usize,
    pub prefix_form: Form,
    pub min: usize,
    pub max: usize,
    /// Where the nibble that fills up an odd number of BCD digits lies.
    pub pad_right: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Digits,
    Text,
    Bytes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Ascii,
    Ebcdic,
    Bcd,
    /// Bytes as they are; as a prefix, a binary number.
    Raw,
}

/// What a judge can express.
pub struct Abilities {
    pub mti: &'static [Form],
    pub hex_bitmap: bool,
    pub digits: &'static [Form],
    pub text: &'static [Form],
    /// A form of a prefix and its digits.
    pub prefixes: &'static [(Form, usize)],
    /// The sides on which an odd number of BCD digits can be filled: on the right?
    pub pads: &'static [bool],
    /// Pad nibbles that it accepts.
    pub accepted: &'static [u8],
    /// The shortest number behind a prefix.
    pub shortest_digits: usize,
}

impl Dialect {
    /// Every field but 65, at random.
    pub fn random(random: &mut Random, can: &Abilities) -> Self {
        let head = Head { mti: random.of(can.mti), hex_bitmap: can.hex_bitmap && random.once_in(2) };
        let rows: Vec<Row> =
            (2..=128).filter(|&number| number != 65).map(|number| Row::random(random, can, number)).collect();
        let fields: Vec<FieldSpec> = rows.iter().map(|row| row.spec(can)).collect();
        let bitmap = if head.hex_bitmap { DataForm::Hex } else { DataForm::Raw };
        let wire = Wire::ASCII.with_mti(head.mti.data()).with_bitmap(bitmap).with_charset(CodePage::Cp500);
        let spec = MessageSpec::from_fields("random", wire, fields).expect("rows that a spec can have");
        Dialect { head, rows, spec }
    }

    /// The rows of the fields of these messages, for a report.
    pub fn of(&self, cases: &[&Case]) -> String {
        let is_there = |row: &&Row| cases.iter().any(|case| case.fields.iter().any(|field| field.0 == row.number));
        let rows: Vec<String> = self.rows.iter().filter(is_there).map(|row| format!("{row:?}")).collect();
        format!("{:?}\n{}", self.head, rows.join("\n"))
    }
}

impl Row {
    fn random(random: &mut Random, can: &Abilities, number: u16) -> Self {
        let kind = random.of(&[Kind::Digits, Kind::Digits, Kind::Text, Kind::Text, Kind::Bytes]);
        let form = match kind {
            Kind::Digits => random.of(can.digits),
            Kind::Text => random.of(can.text),
            Kind::Bytes => Form::Raw,
        };
        let (prefix_form, prefix) = if random.once_in(2) { (Form::Ascii, 0) } else { random.of(can.prefixes) };
        let most = if random.once_in(10) { 400 } else { 24 };
        let longest = if prefix == 0 { most } else { prefix_form.greatest(prefix).min(most) };
        // isomsg refuses `b 64`, by which the 1987 edition means 64 bits.
        let max = match random.within(1, longest) {
            64 if prefix == 0 && kind == Kind::Bytes => 8,
            length => length,
        };
        let min = match (prefix, kind) {
            (0, _) => max,
            (_, Kind::Digits) => can.shortest_digits,
            _ => 0,
        };
        Row { number, kind, form, prefix, prefix_form, min, max, pad_right: random.of(can.pads) }
    }

    fn spec(&self, can: &Abilities) -> FieldSpec {
        let class = match self.kind {
            Kind::Digits => "n",
            Kind::Text => "ans",
            Kind::Bytes => "b",
        };
        let (min, max) = (self.min, self.max);
        let dots = ".".repeat(self.prefix);
        let format = match self.prefix {
            0 => format!("{class} {max}"),
            _ if min == 0 => format!("{class}{dots}{max}"),
            _ => format!("{class} {min}{dots}{max}"),
        };
        let side = if self.pad_right { Side::Right } else { Side::Left };
        let row = FieldSpec::new(self.number, &format)
            .with_data(self.form.data())
            .with_nibble_pad(NibblePad::new(side, 0).accepting(can.accepted));
        if self.prefix == 0 { row } else { row.with_prefix(self.prefix_form.prefix()).with_prefix_width(self.width()) }
    }

    /// What isomsg calls the width of the prefix: bytes of a binary number, digits of another.
    fn width(&self) -> u8 {
        if self.prefix_form == Form::Raw { self.prefix.div_ceil(2) as u8 } else { self.prefix as u8 }
    }
}

impl Form {
    fn data(self) -> DataForm {
        match self {
            Form::Ascii => DataForm::Ascii,
            Form::Ebcdic => DataForm::Ebcdic,
            Form::Bcd => DataForm::Bcd,
            Form::Raw => DataForm::Raw,
        }
    }

    fn prefix(self) -> PrefixForm {
        match self {
            Form::Ascii => PrefixForm::Ascii,
            Form::Ebcdic => PrefixForm::Ebcdic,
            Form::Bcd => PrefixForm::Bcd,
            Form::Raw => PrefixForm::Binary,
        }
    }

    /// The greatest number in a prefix.
    fn greatest(self, digits: usize) -> usize {
        if self == Form::Raw { (1 << (8 * digits.div_ceil(2))) - 1 } else { 10usize.pow(digits as u32) - 1 }
    }
}
