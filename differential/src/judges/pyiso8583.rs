//! pyiso8583, from PyPI, in one Python process that answers a line with a line.

use super::Judge;
use crate::case::{Answer, Case, hex};
use crate::dialect::{Abilities, Dialect, Form, Kind, Row};
use crate::known::Tally;
use crate::random::Random;
use isomsg::error::ParseErrorKind;
use serde_json::{Map, Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

struct Python {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// Starts the interpreter that `PYTHON` names.
pub fn run(random: &mut Random, messages: usize) -> Tally {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| String::from("python3"));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/pyiso8583.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("PYTHON is an interpreter that has pyiso8583");
    let questions = child.stdin.take().expect("piped");
    let answers = BufReader::new(child.stdout.take().expect("piped"));
    let mut judge = Python { child, questions, answers };
    let tally = super::compare(&mut judge, random, messages);
    drop(judge.questions);
    assert!(judge.child.wait().expect("a child").success(), "the interpreter failed");
    tally
}

impl Python {
    fn ask(&mut self, question: &Value) -> Value {
        writeln!(self.questions, "{question}").expect("the interpreter reads");
        self.questions.flush().expect("the interpreter reads");
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("the interpreter answers");
        serde_json::from_str(&line).expect("the interpreter answers in JSON")
    }
}

impl Judge for Python {
    fn abilities(&self) -> Abilities {
        Abilities {
            mti: &[Form::Ascii, Form::Bcd, Form::Ebcdic],
            hex_bitmap: true,
            digits: &[Form::Ascii, Form::Bcd, Form::Ebcdic],
            text: &[Form::Ascii, Form::Ebcdic],
            prefixes: &[
                (Form::Ascii, 1),
                (Form::Ascii, 2),
                (Form::Ascii, 3),
                (Form::Ascii, 4),
                (Form::Ebcdic, 2),
                (Form::Ebcdic, 3),
                (Form::Bcd, 2),
                (Form::Bcd, 4),
                (Form::Raw, 2),
                (Form::Raw, 4),
            ],
            pads: &[true, false],
            accepted: &[0],
            shortest_digits: 0,
        }
    }

    fn learn(&mut self, dialect: &Dialect) {
        let mut spec = Map::new();
        let bitmap = if dialect.head.hex_bitmap { json!("ascii") } else { json!("b") };
        spec.insert("h".into(), field("ascii", "ascii", 0, 0));
        spec.insert(
            "t".into(),
            field(codec(dialect.head.mti), "ascii", 0, if dialect.head.mti == Form::Bcd { 2 } else { 4 }),
        );
        for key in ["p", "1"] {
            let length = if dialect.head.hex_bitmap { 16 } else { 8 };
            spec.insert(key.into(), field(bitmap.as_str().unwrap_or_default(), "ascii", 0, length));
        }
        for row in &dialect.rows {
            spec.insert(row.number.to_string(), described(row));
        }
        assert_eq!(self.ask(&json!({ "spec": spec })), json!({ "ok": true }));
    }

    fn read(&mut self, bytes: &[u8]) -> Answer<String> {
        let answer = self.ask(&json!({ "decode": hex(bytes) }));
        let Some(found) = answer["ok"].as_object() else { return Err(answer["error"].to_string()) };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut fields: Vec<(u16, String)> = found
            .iter()
            .filter_map(|(key, value)| Some((key.parse().ok().filter(|number| *number != 1)?, text(value))))
            .collect();
        fields.sort();
        Ok(Case { mti: text(&answer["ok"]["t"]), fields })
    }

    fn write(&mut self, case: &Case) -> Vec<u8> {
        let mut fields: Map<String, Value> =
            case.fields.iter().map(|(number, value)| (number.to_string(), json!(value))).collect();
        fields.insert("t".into(), json!(case.mti));
        let answer = self.ask(&json!({ "encode": fields }));
        let hex = answer["ok"].as_str().unwrap_or_else(|| panic!("{case:?}: {answer}"));
        let digit = |digit: u8| char::from(digit).to_digit(16).expect("a hex digit") as u8;
        hex.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
    }

    fn explains(
        &self,
        _: &Dialect,
        _: &[u8],
        own: &Answer<ParseErrorKind>,
        other: &Answer<String>,
    ) -> Option<&'static str> {
        use ParseErrorKind::{BadBitmap, BadCharacter, BadLength, BadMti, BadNibble};
        match (own, other) {
            (Err(BadCharacter { .. } | BadNibble { .. } | BadMti), Ok(_)) => Some("no-classes"),
            (Err(BadLength), Ok(_)) => Some("prefix-by-int"),
            (Err(BadBitmap), Ok(_)) => Some("bitmap-by-fromhex"),
            _ => None,
        }
    }
}

fn codec(form: Form) -> &'static str {
    match form {
        Form::Ascii => "ascii",
        Form::Ebcdic => "cp500",
        Form::Bcd | Form::Raw => "b",
    }
}

fn field(data: &str, length: &str, prefix: usize, max: usize) -> Value {
    json!({ "data_enc": data, "len_enc": length, "len_type": prefix, "max_len": max, "desc": "" })
}

fn described(row: &Row) -> Value {
    let (length, prefix) = match row.prefix_form {
        _ if row.prefix == 0 => ("ascii", 0),
        Form::Bcd => ("bcd", row.prefix.div_ceil(2)),
        Form::Raw => ("b", row.prefix.div_ceil(2)),
        form => (codec(form), row.prefix),
    };
    let mut value = field(codec(row.form), length, prefix, row.max);
    if row.kind == Kind::Digits && row.form == Form::Bcd {
        value["len_count"] = json!("nibbles");
        value[if row.pad_right { "right_pad" } else { "left_pad" }] = json!("0");
    }
    value
}
