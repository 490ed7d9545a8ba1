//! Reads a message: as a table, field by field, and as far as it goes when it is damaged.
//!
//! `cargo run --example read`

use isomsg::{Message, ParseOptions, de, spec};
use std::error::Error;
use std::io::Write;

/// A purchase as a terminal sends it, without chip data: BCD numbers, ASCII text.
const PURCHASE: &[u8] = b"\x02\x00\x72\x24\x44\x80\x20\xC0\x80\x00\
    \x16\x41\x11\x11\x11\x11\x11\x11\x11\x00\x00\x00\x00\x00\x00\x00\x12\x50\x03\x14\x14\x30\x15\x00\x01\x24\
    \x28\x12\x58\x12\x00\x51\x00\x37\x04\x11\x11\x11\x11\x11\x11\x11\x1D\x28\x12\x20\x10\x00\x00\x12\x34\x56\x78\
    TERM0001SHOP00000000042840";

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    whole(out)?;
    damaged(out)
}

fn whole(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let purchase = Message::parse(PURCHASE, &spec::ISO1987_BCD)?;
    writeln!(out, "{purchase}\n")?;

    // Fields that must be there, as numbers; a field that may be there.
    let amount: u64 = purchase.require(de::AMOUNT_TRANSACTION)?.parse()?;
    let stan: u32 = purchase.require(de::STAN)?.parse()?;
    let pin = if purchase.field(de::PIN_DATA).is_some() { "with" } else { "without" };
    writeln!(out, "Purchase {stan} of {}.{:02}, {pin} PIN.", amount / 100, amount % 100)?;

    // The card number in clear takes a call that says so. Here it only answers a question.
    let is_visa = purchase.require(de::PAN)?.value().chars().next() == Some('4');
    writeln!(out, "A card that begins with 4: {is_visa}.\n")?;
    Ok(())
}

/// The line dropped within the track.
fn damaged(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let (cut, _) = PURCHASE.split_at(50);
    let (part, outcome) = Message::parse_partial(cut, &spec::ISO1987_BCD, ParseOptions::STRICT);
    if let Err(fault) = outcome {
        writeln!(out, "Damaged: {fault}. Readable so far:\n{part}")?;
    }
    Ok(())
}
