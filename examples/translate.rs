//! Translates messages: from one form to another, and from the fields of one network to those of another by a table.
//!
//! `cargo run --example translate`

use isomsg::spec::{self, MessageSpec};
use isomsg::{Message, MessageBuf, Mti};
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    // One message in three forms. Values stay what they are.
    let ascii = purchase(&spec::ISO1987_ASCII)?;
    let bcd = ascii.to_spec(&spec::ISO1987_BCD)?;
    let ebcdic = bcd.to_spec(&spec::ISO1987_EBCDIC)?;
    for message in [&ascii, &bcd, &ebcdic] {
        writeln!(out, "{:16} {:3} bytes", message.spec().name(), message.encoded_len())?;
    }
    writeln!(out, "And back: {}\n", ebcdic.to_spec(&spec::ISO1987_ASCII)? == ascii)?;

    // A terminal's inquiry becomes one between banks.
    let mut inquiry = purchase(&spec::UNIONPAY_POS)?;
    inquiry.set(3, "310000")?;
    inquiry.set_parts(60, ["01", "000017", "000"])?;
    let translated = to_bank(&inquiry.as_message())?;
    writeln!(out, "{inquiry}\n\n{translated}")?;
    Ok(())
}

/// What becomes of a field of a terminal's message between banks.
enum Becomes {
    /// It is the same.
    Same,
    /// This value becomes that one; any other stays.
    Instead(&'static str, &'static str),
    /// It is another field.
    Field(u16),
}

/// Fields that are not listed end at the acquirer: batch numbers, private data, the terminal's MAC.
const TO_BANK: &[(u16, Becomes)] = &[
    (2, Becomes::Same),
    (3, Becomes::Instead("310000", "300000")),
    (4, Becomes::Same),
    (11, Becomes::Same),
    (22, Becomes::Same),
    (25, Becomes::Same),
    (32, Becomes::Field(33)),
    (35, Becomes::Same),
    (41, Becomes::Same),
    (42, Becomes::Same),
    (49, Becomes::Same),
];

/// What the acquirer knows and the terminal does not.
const ACQUIRER: &[(u16, &str)] = &[(7, "1127132928"), (12, "132928"), (13, "1127"), (18, "5999"), (32, "10000001")];

fn to_bank(message: &Message<'_>) -> Result<MessageBuf, Box<dyn Error>> {
    let mut translated = MessageBuf::new(&spec::CUPS, message.mti());
    for (number, becomes) in TO_BANK {
        let Some(field) = message.field(*number) else { continue };
        match becomes {
            Becomes::Same => translated.set(*number, field.value())?,
            Becomes::Instead(from, to) if field.value() == *from => translated.set(*number, *to)?,
            Becomes::Instead(..) => translated.set(*number, field.value())?,
            Becomes::Field(other) => translated.set(*other, field.value())?,
        }
    }
    for (number, value) in ACQUIRER {
        translated.set(*number, *value)?;
    }
    Ok(translated)
}

fn purchase(spec: &'static MessageSpec) -> Result<MessageBuf, Box<dyn Error>> {
    let mut purchase = MessageBuf::new(spec, "0200".parse::<Mti>()?);
    purchase.set(2, "4111111111111111")?;
    purchase.set(3, "000000")?;
    purchase.set(4, 1250u64)?;
    purchase.set(11, 124u64)?;
    purchase.set(22, "021")?;
    purchase.set(25, "00")?;
    purchase.set(32, "10000002")?;
    purchase.set(35, "4111111111111111=28121010000000000000")?;
    purchase.set(41, "TERM0001")?;
    purchase.set(42, "SHOP00000000042")?;
    purchase.set(49, "156")?;
    Ok(purchase)
}
