//! What is written: messages to standard output, faults to standard error.

use isomsg::error::ParseError;
use std::fmt;
use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

/// What stops the work on a message, or all work.
pub(crate) enum Trouble {
    /// A message is bad; the others go on.
    Message(String),
    /// Nothing goes on; the whole of what is to be said.
    Fatal(String),
    /// Nobody reads what is written any more.
    Closed,
}

impl From<ParseError> for Trouble {
    fn from(error: ParseError) -> Self {
        Trouble::Message(error.to_string())
    }
}

/// A fault in writing to standard output: the only one that is turned into a trouble by `?`.
impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Trouble::Closed,
            _ => Trouble::Fatal(format!("error: cannot write: {error}")),
        }
    }
}

/// Standard output, and whether something was reported.
pub(crate) struct Output {
    out: BufWriter<Stdout>,
    reported: bool,
}

impl Output {
    pub(crate) fn new() -> Self {
        Output { out: BufWriter::with_capacity(1 << 16, io::stdout()), reported: false }
    }

    pub(crate) fn out(&mut self) -> &mut impl Write {
        &mut self.out
    }

    pub(crate) fn flush(&mut self) -> Result<(), Trouble> {
        Ok(self.out.flush()?)
    }

    /// Reports a bad message, and goes on.
    pub(crate) fn report(&mut self, worked: Result<(), Trouble>, place: fmt::Arguments<'_>) -> Result<(), Trouble> {
        match worked {
            Err(Trouble::Message(fault)) => {
                self.flush()?;
                self.reported = true;
                say(&format!("error: {place}{fault}\n"));
                Ok(())
            }
            other => other,
        }
    }

    /// Remembers that something was bad which was not reported on standard error.
    pub(crate) fn mark_bad(&mut self) {
        self.reported = true;
    }

    /// Whether something was bad.
    pub(crate) fn reported(&self) -> bool {
        self.reported
    }
}

/// Writes to standard error. When that cannot be written to, there is nobody to tell.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().write_all(scrubbed(text).as_bytes());
}

/// The fewest digits in a row that may be card data: a card number has 13 or more.
const SHORTEST_SECRET: usize = 13;

/// What stands in the place of a secret.
const SCRUBBED: &str = "********";

/// The text without what may be a message or a card number that was given as an argument.
fn scrubbed(text: &str) -> String {
    let is_hex = |character: char| character.is_ascii_hexdigit() || matches!(character, ' ' | '\t');
    let no_hex = replaced(text, is_hex, |run| if is_secret_hex(run) { SCRUBBED.to_owned() } else { run.to_owned() });
    replaced(&no_hex, is_no_letter, without_number)
}

/// The text with another one for every run of the characters that are inside of one.
fn replaced(text: &str, is_inside: impl Fn(char) -> bool, other: impl Fn(&str) -> String) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let outside = rest.find(&is_inside).unwrap_or(rest.len());
        let (before, run) = rest.split_at(outside);
        let (run, after) = run.split_at(run.find(|character| !is_inside(character)).unwrap_or(run.len()));
        kept += before;
        kept += &other(run);
        rest = after;
    }
    kept
}

/// Long enough, and not words that happen to have only the letters A to F.
fn is_secret_hex(run: &str) -> bool {
    let count = |is_one: fn(&char) -> bool| run.chars().filter(is_one).count();
    count(char::is_ascii_hexdigit) >= SHORTEST_SECRET && count(char::is_ascii_digit) * 2 >= SHORTEST_SECRET
}

/// Digits of any script, and all that may stand between those of a card number.
fn is_no_letter(character: char) -> bool {
    character.is_numeric() || !character.is_alphabetic()
}

/// A run without letters, from its first digit to its last scrubbed when it has those of a card number.
fn without_number(run: &str) -> String {
    if run.chars().filter(|character| character.is_numeric()).count() < SHORTEST_SECRET {
        return run.to_owned();
    }
    let before = run.trim_start_matches(|character: char| !character.is_numeric());
    let number = before.trim_end_matches(|character: char| !character.is_numeric());
    run.replacen(number, SCRUBBED, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn card_data_among_the_arguments_is_not_repeated() {
        for secret in ["4111111111111111", "4111 1111 1111 1111", "30323030723C4681", "0200 723C 4681 28E0"] {
            let text = scrubbed(&format!("error: cannot read '{secret}': no such file"));
            assert_eq!(text, "error: cannot read '********': no such file");
        }
        assert!(!scrubbed("=4111111111111111D2812").contains("4111"));
    }

    #[test]
    fn nor_is_it_with_something_between_its_digits() {
        for between in ["-", ".", "_", "\t", " - ", "/", ":", "\n", "\u{A0}", "\u{200B}"] {
            let secret = ["4111", "1111", "1111", "1111"].join(between);
            assert_eq!(scrubbed(&format!("error: '{secret}': no such file")), "error: '********': no such file");
        }
        for secret in ["4-1-1-1-1-1-1-1-1-1-1-1-1", "４１１１１１１１１１１１１１１１", "４111-1111-1111-111１"]
        {
            assert_eq!(scrubbed(secret), SCRUBBED);
        }
    }

    #[test]
    fn everything_else_is() {
        for text in ["", "a bad face faded", "message of 70000 bytes exceeds the maximum 65535", "2024-05-17/0200.hex"]
        {
            assert_eq!(scrubbed(text), text);
        }
    }
}
