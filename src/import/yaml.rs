//! YAML, in as much as JSON has it too: what is read becomes JSON in which every value stands on the line that it came
//! from.
//!
//! Anchors are not followed, so no short text becomes a long one.

use super::error::ImportError;
use super::json::quoted;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

/// How deep lists and tables may lie in one another.
const DEEPEST: usize = 64;

/// Whether a text is a table with the key `fields` at its top.
pub(super) fn is_spec(text: &[u8]) -> bool {
    text.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"fields:") || line.starts_with(b"\"fields\":"))
}

/// The JSON of the first document.
pub(super) fn to_json(text: &str) -> Result<String, ImportError> {
    let mut json = Json { text: String::new(), line: 1, open: Vec::new() };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| fault(&error))?;
        let (line, column) = (span.start.line(), span.start.col().saturating_add(1));
        if matches!(event, Event::DocumentEnd | Event::StreamEnd) {
            break;
        }
        json.push(event, line).map_err(|reason| ImportError::new(reason).at(line, Some(column)))?;
    }
    Ok(json.text)
}

fn fault(error: &ScanError) -> ImportError {
    let marker = error.marker();
    ImportError::new(format!("not well formed: {}", error.info()))
        .at(marker.line(), Some(marker.col().saturating_add(1)))
}

/// What is open: how many values there were, of a table also the keys.
enum Open {
    List(usize),
    Table(usize),
}

struct Json {
    text: String,
    line: usize,
    open: Vec<Open>,
}

impl Json {
    fn push(&mut self, event: Event<'_>, line: usize) -> Result<(), &'static str> {
        match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style == ScalarStyle::Plain, line),
            Event::SequenceStart(..) => self.begin(Open::List(0), '[', line),
            Event::MappingStart(..) => self.begin(Open::Table(0), '{', line),
            Event::SequenceEnd => self.end(']'),
            Event::MappingEnd => self.end('}'),
            Event::Alias(_) => Err("anchors are not followed"),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {
                Ok(())
            }
        }
    }

    fn scalar(&mut self, text: &str, is_plain: bool, line: usize) -> Result<(), &'static str> {
        let is_key = self.separate(line)?;
        let number = text.parse::<i64>().ok().filter(|_| is_plain && !is_key);
        match (number, text) {
            (Some(number), _) => self.text += &format!("{number}"),
            (None, "true" | "True" | "TRUE") if is_plain && !is_key => self.text += "true",
            (None, "false" | "False" | "FALSE") if is_plain && !is_key => self.text += "false",
            (None, "" | "~" | "null" | "Null" | "NULL") if is_plain && !is_key => self.text += "null",
            _ => self.text += &quoted(text),
        }
        Ok(())
    }

    fn begin(&mut self, open: Open, bracket: char, line: usize) -> Result<(), &'static str> {
        if self.separate(line)? {
            return Err("a key is a text");
        }
        if self.open.len() == DEEPEST {
            return Err("lists and tables are nested too deep to be read");
        }
        self.open.push(open);
        self.text.push(bracket);
        Ok(())
    }

    fn end(&mut self, bracket: char) -> Result<(), &'static str> {
        self.open.pop();
        self.text.push(bracket);
        Ok(())
    }

    /// What stands before the next value, which may be a key.
    fn separate(&mut self, line: usize) -> Result<bool, &'static str> {
        let (separator, is_key) = match self.open.last_mut() {
            None => ("", false),
            Some(Open::List(count)) => {
                *count = count.saturating_add(1);
                (if *count > 1 { "," } else { "" }, false)
            }
            Some(Open::Table(count)) => {
                *count = count.saturating_add(1);
                let is_key = *count % 2 == 1;
                (
                    if !is_key {
                        ":"
                    } else if *count > 1 {
                        ","
                    } else {
                        ""
                    },
                    is_key,
                )
            }
        };
        self.text += separator;
        while self.line < line {
            self.text.push('\n');
            self.line = self.line.saturating_add(1);
        }
        Ok(is_key)
    }
}
