//! Reverses a purchase to which no answer came, finds out which answer belongs to which request, and reverses a part.
//!
//! `cargo run --example reverse`

use isomsg::typed::TypedMessage;
use isomsg::typed::iso1987::Reversal;
use isomsg::{MatchKey, MessageBuf, Mti, de, spec};
use std::collections::HashMap;
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    // Two purchases wait for their answers.
    let purchases = [purchase(124, 1250)?, purchase(125, 4900)?];
    let mut waiting: HashMap<MatchKey, &MessageBuf> =
        purchases.iter().map(|purchase| (MatchKey::of(&purchase.as_message()), purchase)).collect();

    // One answer comes.
    let mut answer = purchases[1].response()?;
    answer.set(de::RESPONSE_CODE, "00")?;
    let answered = waiting.remove(&MatchKey::of(&answer.as_message())).ok_or("an answer that nobody waits for")?;
    writeln!(out, "Answered: {}", answered.require(de::STAN)?)?;

    // The other one is taken back. A reversal that is not answered either is sent again, as a repeat.
    for unanswered in waiting.values() {
        let reversal = unanswered.reversal("68")?;
        let view = reversal.as_message();
        let typed = Reversal::from_message(&view)?;
        let original = typed.original.ok_or("1987 names the original in 90")?;
        writeln!(out, "{} of {}, message {}: {}", typed.mti, original.mti(), original.stan(), typed.amount)?;
        writeln!(out, "and once more: {}", reversal.repeat()?.mti())?;
    }

    // Of the answered one, goods for 9.00 were not there.
    let partial = answered.partial_reversal("68", 4000)?;
    writeln!(out, "Done in the end: {}", partial.require(95)?)?;

    // What moves nothing cannot be taken back.
    let mut inquiry = purchase(126, 0)?;
    inquiry.set(de::PROCESSING_CODE, "310000")?;
    if let Err(refused) = inquiry.reversal("68") {
        writeln!(out, "Refused: {refused}")?;
    }
    Ok(())
}

fn purchase(stan: u64, amount: u64) -> Result<MessageBuf, Box<dyn Error>> {
    let mut purchase = MessageBuf::new(&spec::ISO1987_ASCII, "0200".parse::<Mti>()?);
    purchase.set(de::PAN, "4111111111111111")?;
    purchase.set(de::PROCESSING_CODE, "000000")?;
    purchase.set(de::AMOUNT_TRANSACTION, amount)?;
    purchase.set(de::TRANSMISSION_DATE_AND_TIME, "1127132928")?;
    purchase.set(de::STAN, stan)?;
    purchase.set(de::POINT_OF_SERVICE_ENTRY_MODE, "051")?;
    purchase.set(de::CARD_ACCEPTOR_TERMINAL_ID, "TERM0001")?;
    purchase.set(de::CURRENCY_CODE_TRANSACTION, "978")?;
    Ok(purchase)
}
