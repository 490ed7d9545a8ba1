//! The end of a day: the receipt printed, but the transaction is not in the detail of the acquirer. Why?
//!
//! `cargo run --example settle`

use isomsg::element::{Amount, AmountError, BatchNumber, Currency, Pan, ResponseCode, Stan};
use isomsg::settle::{
    Action, Answer, Card, Direction, Entry, Event, Kind, Policy, Record, StoredMessage, TerminalKey, UnionPayTotals,
    Voids, compare,
};
use isomsg::{MessageBuf, Mti, spec};
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut std::io::stdout())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut terminal = Terminal1::new()?;
    terminal.sale("6222021234567890128", 1250)?;
    let receipt = terminal.sale_with_failing_printer("4111111111111111", 9900)?;
    terminal.sale("5555555555554444", 300)?;

    // What the acquirer has: it also lost the third digit of one amount.
    let receipts = terminal.receipts.clone();
    let mut theirs: Vec<Entry> = terminal.record.entries().collect();
    if let Some(last) = theirs.last_mut() {
        *last = last.with_amount(yuan(30)?);
    }

    // All receipts beside their detail.
    writeln!(out, "{}\n", compare(&receipts, &theirs))?;
    // The customer brings the one of 99.00.
    writeln!(out, "{}\n", terminal.record.explain(receipt, &theirs))?;
    writeln!(out, "{}", settlement(&mut terminal.record)?)?;
    Ok(())
}

fn yuan(minor: u64) -> Result<Amount, AmountError> {
    Amount::new(minor, Currency::CNY).with_exponent(2)
}

/// A terminal whose host always answers.
struct Terminal1 {
    record: Record,
    receipts: Vec<Entry>,
}

impl Terminal1 {
    fn new() -> Result<Self, Box<dyn Error>> {
        let stan = Stan::new(124).ok_or("more than six digits")?;
        let batch = BatchNumber::new(1).ok_or("more than six digits")?;
        Ok(Terminal1 { record: Record::new(stan, batch).with_terminal("TERM0001".parse()?), receipts: Vec::new() })
    }

    /// The record is told first, and would be stored here; then the terminal does what it was told.
    fn tell(&mut self, event: Event) -> Action {
        self.record.apply(event, &Policy::DEFAULT)
    }

    fn sale(&mut self, pan: &str, minor: u64) -> Result<Stan, Box<dyn Error>> {
        let stan = self.record.stan();
        let entry = Entry::new(Kind::SALE, Direction::Debit, yuan(minor)?, stan)
            .with_batch(self.record.batch())
            .with_terminal("TERM0001".parse::<TerminalKey>()?)
            .with_card(Card::of(&Pan::new(pan)?));
        let message = Some(StoredMessage::new(&reversal(&entry)?.as_message())?);
        assert_eq!(self.tell(Event::Start { entry, message }), Action::Send { stan });
        let answered = Event::Answered { stan, answer: Answer::new(ResponseCode::APPROVED) };
        assert_eq!(self.tell(answered), Action::Complete { stan });
        // The receipt prints.
        self.receipts.push(entry);
        Ok(stan)
    }

    /// The paper jams when half of the receipt is out: the terminal takes the sale back.
    fn sale_with_failing_printer(&mut self, pan: &str, minor: u64) -> Result<Stan, Box<dyn Error>> {
        let stan = self.sale(pan, minor)?;
        let failed = Event::Failed { stan, reason: "06".parse()? };
        assert_eq!(self.tell(failed), Action::Reverse { stan });
        assert_eq!(self.tell(Event::Reverse { stan }), Action::Send { stan });
        let confirmed = Event::ReversalAnswered { stan, code: ResponseCode::APPROVED };
        assert_eq!(self.tell(confirmed), Action::Reversed { stan });
        Ok(stan)
    }
}

/// What is kept to be sent if the sale has to be taken back. Without a MAC, which is made when it is sent.
fn reversal(entry: &Entry) -> Result<MessageBuf, Box<dyn Error>> {
    let mut reversal = MessageBuf::new(&spec::UNIONPAY_POS, "0400".parse::<Mti>()?);
    reversal.set(3, "000000")?;
    reversal.set(4, entry.amount().minor())?;
    reversal.set(11, &entry.stan())?;
    reversal.set(41, "TERM0001")?;
    reversal.set(60, format!("22{}", entry.batch().ok_or("no batch")?).as_str())?;
    Ok(reversal)
}

/// The request that settles the batch. It is no transaction, and has a number of the same count.
fn settlement(record: &mut Record) -> Result<MessageBuf, Box<dyn Error>> {
    let number = record.take_stan().ok_or("the batch is full")?;
    let totals = UnionPayTotals::of(&record.totals()?, Currency::CNY, Voids::Removed)?;
    let mut request = MessageBuf::new(&spec::UNIONPAY_POS, "0500".parse::<Mti>()?);
    request.set(11, &number)?;
    request.set(48, &totals)?;
    request.set(49, &Currency::CNY)?;
    request.set(60, format!("00{}201", record.batch()).as_str())?;
    Ok(request)
}
