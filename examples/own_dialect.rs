//! A private network in one file: it extends a shipped spec, and says what is inside fields, what depends on the message,
//! what must be there, and what nobody may see.

use isomsg::spec::MessageSpec;
use isomsg::{Message, MessageBuf, Mti};
use std::error::Error;
use std::io::Write;

const HARBOUR: &str = r#"
name = "harbour"
title = "Harbour, a network that does not exist"
extends = "iso1987-bcd"

# Loyalty data: tags of two characters with lengths of two. Only points are shown.
[fields.48]
format = "ans..99"
name = "Loyalty"
tlv = { tag = "text 2", length = "text 2", unlisted = "refuse" }
parts = { "01" = { format = "n..10", name = "Points", sensitive = "none" }, "02" = { format = "n..19", name = "Member card", sensitive = "pan" } }

# What 62 holds depends on the message.
[fields.62]
format = "ans...200"
name = "Terminal data"
cases = [
    { when = "mti = 0500", parts = [
        { format = "n 4", name = "Number of sales", sensitive = "none" },
        { format = "n 12", name = "Amount of sales", sensitive = "none" },
    ] },
    { when = "3 starts 00 and present 48", parts = [{ format = "ans 8", name = "Campaign", sensitive = "none" }] },
]

[messages.sale]
mti = "0200"
when = "3 starts 00"
mandatory = "3 4 11 41 48.02"
conditional = { 62 = "present 48" }
never = "39"
"#;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let harbour = MessageSpec::from_toml(HARBOUR)?;

    // A sale, made part by part.
    let mut sale = MessageBuf::new(&harbour, "0200".parse::<Mti>()?);
    sale.set(3, "000000")?;
    sale.set(4, 1250u64)?;
    sale.set(11, 124u64)?;
    sale.set(41, "TERM0001")?;
    sale.set("48.02", "4111111111111111")?;
    sale.set("48.01", 120u64)?;
    sale.set("62.1", "SPRING26")?;
    writeln!(out, "{sale}\n")?;

    // What a tester would send: no member card, and a response code in a request.
    let mut wrong = sale.clone();
    wrong.remove("48.02");
    wrong.set(39, "00")?;
    let received = wrong.encode();
    let message = Message::parse(&received, &harbour)?;
    message.validate(|finding| drop(writeln!(out, "finding: {finding}")));

    // A tag that the network does not know is refused where it is set.
    if let Err(error) = sale.set("48.03", "x") {
        writeln!(out, "refused: {error}")?;
    }

    // The same field in another message is something else.
    let mut settlement = MessageBuf::new(&harbour, "0500".parse::<Mti>()?);
    settlement.set_parts(62, ["0017", "000000084200"])?;
    let amount: u64 = settlement.require("62.2")?.parse()?;
    writeln!(out, "settled: {}.{:02}", amount / 100, amount % 100)?;
    Ok(())
}
