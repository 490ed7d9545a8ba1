//! The program `isomsg`: reads ISO 8583 messages, writes them, and looks at specs.
//!
//! It is made from the public API of the crate alone.

#![forbid(unsafe_code)]

mod args;
mod decode;
mod encode;
mod input;
mod output;
mod spec_commands;
mod spec_import;
mod specs;

use args::Command;
use output::{Output, Trouble};
use std::process::ExitCode;

/// Every message was good.
const WELL: u8 = 0;
/// At least one message, or a spec, was bad.
const BAD: u8 = 1;
/// The program was used wrongly, or a file cannot be read or written.
const STOPPED: u8 = 2;

fn main() -> ExitCode {
    match args::parse() {
        Ok(args) => run(&args.command).into(),
        Err(error) => args::refuse(&error).into(),
    }
}

fn run(command: &Command) -> u8 {
    let mut output = Output::new();
    let end = match command {
        Command::Decode(args) => decode::run(args, &mut output),
        Command::Encode(args) => encode::run(args, &mut output),
        Command::Spec(command) => spec_commands::run(command, &mut output),
    };
    let flushed = output.flush();
    match end.and(flushed) {
        Ok(()) if output.reported() => BAD,
        Ok(()) | Err(Trouble::Closed) => WELL,
        Err(Trouble::Message(text) | Trouble::Fatal(text)) => {
            output::say(&format!("{text}\n"));
            STOPPED
        }
    }
}
