//! Specs of one's own: a dialect in TOML that extends a shipped spec, and a table that the compiler checks.
//!
//! `cargo run --example own_spec --features toml`

use isomsg::spec::{FieldSpec, MessageSpec, Sensitivity, Wire};
use isomsg::{MessageBuf, Mti};
use std::error::Error;
use std::io::Write;

/// What the network's manual says, beside what ISO 8583:1987 says already.
const NETWORK: &str = r#"
name = "harbour"
title = "Harbour Bank, host interface"
extends = "iso1987-bcd"

[fields]
48 = { format = "ans..80",  name = "Loyalty data", sensitive = "none" }
55 = { format = "b...512" }
60 = { format = "n 8",      name = "Batch number", sensitive = "none" }
"#;

/// All that a fuel pump has to say. A mistake here stops the build, with the field and the reason.
static PUMP: MessageSpec = MessageSpec::new(
    "pump",
    Wire::BCD,
    &[
        FieldSpec::new(2, "n..19").with_name("Card"),
        FieldSpec::new(4, "n 12").with_name("Amount"),
        FieldSpec::new(11, "n 6").with_name("Number of the sale").with_echo(),
        // A private field is masked unless it is said to be harmless.
        FieldSpec::new(48, "ans..20").with_name("Pump and grade").with_sensitivity(Sensitivity::None),
    ],
);

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    from_a_file(out)?;
    from_the_program(out)?;
    with_a_mistake(out)
}

fn from_a_file(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let network = MessageSpec::from_toml(NETWORK)?;
    let mut sale = MessageBuf::new(&network, "0200".parse::<Mti>()?);
    sale.set(2, "5555555555554444")?;
    sale.set(4, 4200u64)?;
    sale.set(48, "MILES 42")?;
    sale.set(60, 17u64)?;
    writeln!(out, "{sale}\n")?;
    Ok(())
}

fn from_the_program(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut sale = MessageBuf::new(&PUMP, "0200".parse::<Mti>()?);
    sale.set(2, "371449635398431")?;
    sale.set(4, 6180u64)?;
    sale.set(11, 12u64)?;
    sale.set(48, "PUMP 3 DIESEL")?;
    writeln!(out, "{sale}\n")?;

    // What the table does not admit is refused when it is set, not when it is sent.
    if let Err(fault) = sale.set(48, "PUMP 3 DIESEL, PAID IN CASH") {
        writeln!(out, "Refused: {fault}.")?;
    }
    Ok(())
}

fn with_a_mistake(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mistaken = NETWORK.replace("b...512", "b..512");
    if let Err(fault) = MessageSpec::from_toml(&mistaken) {
        writeln!(out, "A mistake in the file: {fault}.")?;
    }
    Ok(())
}
