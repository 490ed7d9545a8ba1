//! A message of one's own as a struct, with an element of one's own.
//!
//! `cargo run --example own_message`

use isomsg::element::{Stan, TerminalId};
use isomsg::typed::TypedMessage;
use isomsg::value::{FromValue, Input, NotThat, Value};
use isomsg::{Mti, spec, typed_message};
use std::error::Error;
use std::io::Write;

/// What is left in a pump's tank, in litres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Litres(u32);

impl<'a> FromValue<'a> for Litres {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let litres = value.parse().map(Litres);
        litres.ok().filter(|litres| litres.0 <= 50_000).ok_or(NotThat { expected: "at most 50000 litres" })
    }
}

impl<'v> From<&'v Litres> for Input<'v> {
    fn from(litres: &'v Litres) -> Self {
        Input::Number(litres.0.into())
    }
}

typed_message! {
    /// A pump says how much is left.
    pub(crate) struct TankLevel<'a>: "0640";
    mandatory {
        /// The number of the message.
        stan: Stan = 11,
        /// Which pump.
        terminal_id: TerminalId<'a> = 41,
        /// How much is left.
        level: Litres = 74,
    }
    optional {
        /// How much came in since the last message.
        delivered: Litres = 76,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mti: Mti = "0640".parse()?;
    let level = TankLevel {
        delivered: Some(Litres(8000)),
        ..TankLevel::new(mti, "000031".parse()?, TerminalId::new("PUMP0007")?, Litres(21_450))
    };
    let mut message = level.to_message(&spec::ISO1987_ASCII)?;
    writeln!(out, "{message}\n")?;

    let view = message.as_message();
    let read = TankLevel::from_message(&view)?;
    writeln!(out, "{} has {} litres, {:?} delivered.", read.terminal_id, read.level.0, read.delivered)?;

    // A value that the element does not admit is named.
    message.set(74, 50_001u64)?;
    if let Err(refused) = TankLevel::from_message(&message.as_message()) {
        writeln!(out, "Refused: {refused}.")?;
    }
    writeln!(out, "It lists:")?;
    for field in TankLevel::FIELDS {
        writeln!(out, "{:4} {} ({:?})", field.number, field.name, field.presence)?;
    }
    Ok(())
}
