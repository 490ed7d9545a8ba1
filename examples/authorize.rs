//! Authorizes a purchase with typed messages: a terminal asks, a host decides, the terminal reads the answer.
//!
//! `cargo run --example authorize`

use isomsg::element::{AcceptorId, Amount, ApprovalCode, Currency, Pan, ResponseCode, TerminalId};
use isomsg::typed::TypedMessage;
use isomsg::typed::iso1987::{Authorization, AuthorizationResponse};
use isomsg::{Message, MessageBuf, Mti, spec};
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    for (pan, amount) in [("4111111111111111", 1250), ("5500000000000004", 99_900)] {
        let sent = ask(pan, amount)?.encode();
        let answer = decide(&sent)?.encode();

        let received = Message::parse(&answer, &spec::ISO1987_BCD)?;
        let response = AuthorizationResponse::from_message(&received)?;
        let code = response.response_code;
        write!(out, "{}: {} {}", response.mti, code, code.name().unwrap_or("unknown"))?;
        match response.approval_code {
            Some(approval) => writeln!(out, ", approval {approval}")?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

/// The terminal's question.
fn ask(pan: &str, amount: u64) -> Result<MessageBuf, Box<dyn Error>> {
    let request = Authorization {
        pan: Some(Pan::new(pan)?),
        amount: Some(amount),
        currency: Some(Currency::EUR),
        terminal_id: Some(TerminalId::new("TERM0001")?),
        acceptor_id: Some(AcceptorId::new("SHOP00000000042")?),
        ..Authorization::new("0100".parse::<Mti>()?, "000000".parse()?, "000124".parse()?, "051".parse()?)
    };
    Ok(request.to_message(&spec::ISO1987_BCD)?)
}

/// The host's answer.
fn decide(bytes: &[u8]) -> Result<MessageBuf, Box<dyn Error>> {
    let received = Message::parse(bytes, &spec::ISO1987_BCD)?;
    let request = Authorization::from_message(&received)?;
    let limit = Amount::new(50_000, Currency::EUR);
    let asked = Amount::new(request.amount.unwrap_or(0), request.currency.unwrap_or(limit.currency()));

    let mut response = received.response()?;
    if request.entry_mode.is_chip() && asked <= limit {
        response.set(39, &ResponseCode::APPROVED)?;
        response.set(38, &"A1B2C3".parse::<ApprovalCode>()?)?;
    } else {
        response.set(39, &"61".parse::<ResponseCode>()?)?;
    }
    Ok(response)
}
