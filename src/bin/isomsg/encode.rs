//! `isomsg encode`: JSON to messages in hex.

use crate::args::Encode;
use crate::input::Input;
use crate::output::{Output, Trouble};
use crate::specs;
use isomsg::spec::SpecRef;
use isomsg::{Json, MessageBuf};
use serde::de::DeserializeSeed;
use serde_json::Deserializer;
use serde_json::error::Category;
use std::io::Write;

pub(crate) fn run(args: &Encode, output: &mut Output) -> Result<(), Trouble> {
    let spec = specs::find(&args.common.spec)?;
    Input::open(args.common.file.as_deref())?.each_line(output, |line, output| {
        let line = line.trim_ascii_end();
        let message = read(line, spec.as_ref()).map_err(|error| fault(&error, line))?;
        Ok(writeln!(output.out(), "{}", to_hex(message.as_bytes()))?)
    })
}

fn read(line: &[u8], spec: SpecRef<'_>) -> serde_json::Result<MessageBuf> {
    let mut reader = Deserializer::from_slice(line);
    let message = Json::seed(spec).deserialize(&mut reader)?;
    reader.end()?;
    Ok(message)
}

/// What is wrong with the message, or where the line stops being JSON.
fn fault(error: &serde_json::Error, line: &[u8]) -> Trouble {
    let text = error.to_string();
    Trouble::Message(match error.classify() {
        // The place in the line that serde_json adds is that of the end of the fields.
        Category::Data => text.rsplit_once(" at line ").map_or(text.as_str(), |(fault, _)| fault).to_owned(),
        _ => format!("not JSON at character {}", character(line, error.column())),
    })
}

/// Which character the byte of this number, counted from 1, belongs to.
fn character(line: &[u8], byte: usize) -> usize {
    String::from_utf8_lossy(line.get(..byte).unwrap_or(line)).chars().count().max(1)
}

fn to_hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
