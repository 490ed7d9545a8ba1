//! `isomsg decode`: messages to tables or JSON.

use crate::args::{Decode, InputForm};
use crate::input::{self, Input};
use crate::output::{Output, Trouble};
use crate::specs;
use isomsg::spec::SpecRef;
use isomsg::{Message, ParseOptions};
use std::io::{self, Write};

pub(crate) fn run(args: &Decode, output: &mut Output) -> Result<(), Trouble> {
    let spec = specs::find(&args.common.spec)?;
    let input = Input::open(args.common.file.as_deref())?;
    let mut decoder = Decoder { args, spec: spec.as_ref(), is_first: true };
    match args.input {
        InputForm::Hex => {
            let mut bytes = Vec::new();
            input.each_line(output, |line, output| {
                from_hex(line, &mut bytes)?;
                decoder.decode(&bytes, output)
            })
        }
        InputForm::Raw => {
            let bytes = input.all()?;
            let worked = input::check_length(&bytes).and_then(|()| decoder.decode(&bytes, output));
            output.report(worked, format_args!(""))
        }
    }
}

struct Decoder<'d> {
    args: &'d Decode,
    spec: SpecRef<'d>,
    is_first: bool,
}

impl Decoder<'_> {
    fn decode(&mut self, bytes: &[u8], output: &mut Output) -> Result<(), Trouble> {
        match Message::parse(bytes, self.spec) {
            Ok(message) => Ok(self.print(&message, output.out())?),
            Err(error) => {
                if self.args.partial {
                    self.print_part(bytes, output.out())?;
                }
                Err(error.into())
            }
        }
    }

    /// Prints what stands in front of the fault, if that is anything.
    fn print_part(&mut self, bytes: &[u8], out: &mut impl Write) -> io::Result<()> {
        let (part, _) = Message::parse_partial(bytes, self.spec, ParseOptions::STRICT);
        if part.bitmap().is_empty() { Ok(()) } else { self.print(&part, out) }
    }

    fn print(&mut self, message: &Message<'_>, out: &mut impl Write) -> io::Result<()> {
        if self.args.json {
            return self.print_json(message, out);
        }
        if !std::mem::take(&mut self.is_first) {
            writeln!(out)?;
        }
        match self.args.reveal {
            true => writeln!(out, "{}", message.reveal()),
            false => writeln!(out, "{message}"),
        }
    }

    fn print_json(&self, message: &Message<'_>, out: &mut impl Write) -> io::Result<()> {
        let json = message.json();
        serde_json::to_writer(&mut *out, &if self.args.reveal { json.reveal() } else { json })?;
        writeln!(out)
    }
}

/// The bytes of a line of hex digits, blanks anywhere.
pub(crate) fn from_hex(line: &[u8], bytes: &mut Vec<u8>) -> Result<(), Trouble> {
    bytes.clear();
    let mut high = None;
    for (at, &character) in line.iter().enumerate().filter(|(_, character)| !character.is_ascii_whitespace()) {
        let digit = char::from(character).to_digit(16);
        let digit = digit.ok_or_else(|| Trouble::Message(format!("not hex at character {}", at + 1)))? as u8;
        match high.take() {
            None => high = Some(digit << 4),
            Some(high) => bytes.push(high | digit),
        }
    }
    match high {
        None => Ok(()),
        Some(_) => Err(Trouble::Message("odd number of hex digits".to_owned())),
    }
}
