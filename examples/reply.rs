//! Answers a purchase: a 0210 from a 0200, with what the issuer decided.
//!
//! `cargo run --example reply`

use isomsg::{Message, MessageBuf, Mti, de, spec};
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let received = purchase()?.encode();
    let request = Message::parse(&received, &spec::ISO1987_ASCII)?;
    let response = answer(&request)?;
    writeln!(out, "{request}\n\n{response}\n")?;

    writeln!(out, "{} bytes received, {} bytes to send.", received.len(), response.encoded_len())?;
    Ok(())
}

/// The request, as the other side makes it.
fn purchase() -> Result<MessageBuf, Box<dyn Error>> {
    let mut purchase = MessageBuf::new(&spec::ISO1987_ASCII, "0200".parse::<Mti>()?);
    purchase.set(de::PAN, "4111111111111111")?;
    purchase.set(de::PROCESSING_CODE, "000000")?;
    purchase.set(de::AMOUNT_TRANSACTION, 1250u64)?;
    purchase.set(de::TRANSMISSION_DATE_AND_TIME, "0314143015")?;
    purchase.set(de::STAN, 124u64)?;
    purchase.set(de::TRACK_2_DATA, "4111111111111111=28122010000012345678")?;
    purchase.set(de::CARD_ACCEPTOR_TERMINAL_ID, "TERM0001")?;
    purchase.set(de::CURRENCY_CODE_TRANSACTION, "840")?;
    purchase.set(de::PIN_DATA, &[0x26, 0x8D, 0x93, 0xF5, 0x0C, 0x71, 0xAE, 0x44])?;
    Ok(purchase)
}

/// The response repeats what the spec marks as echo; neither track nor PIN is among that.
fn answer(request: &Message<'_>) -> Result<MessageBuf, Box<dyn Error>> {
    let amount: u64 = request.require(de::AMOUNT_TRANSACTION)?.parse()?;
    let mut response = request.response()?;
    if amount <= 50_000 {
        response.set(de::RESPONSE_CODE, "00")?;
        response.set(de::AUTHORIZATION_ID_RESPONSE, "A1B2C3")?;
    } else {
        response.set(de::RESPONSE_CODE, "61")?;
    }
    Ok(response)
}
