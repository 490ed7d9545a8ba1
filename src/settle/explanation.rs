//! The receipt printed, but the transaction is not in the detail: why.

use super::{Comparison, Entry, Outstanding, Record, State, Verdict, compare_by};
use crate::element::Stan;
use alloc::vec::Vec;
use core::fmt;

/// What is known of a receipt: what the record of the terminal has of it, what their detail has, and what that comes to. From
/// [`Record::explain`].
///
/// It prints as three lines, the card masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    stan: Stan,
    ours: Option<Outstanding>,
    entry: Option<Entry>,
    theirs: Vec<Entry>,
}

impl Record {
    /// Why a transaction of the batch that is open is in their detail, or is not: by the number on the receipt.
    ///
    /// Of their detail those entries are meant that have the number and no other batch or terminal.
    ///
    /// ```
    /// use isomsg::element::{Amount, BatchNumber, Currency, Stan};
    /// use isomsg::settle::{Answer, Direction, Entry, Event, Kind, Policy, Record, Verdict};
    ///
    /// let (stan, policy) = (Stan::FIRST, Policy::DEFAULT);
    /// let mut record = Record::new(stan, BatchNumber::FIRST);
    /// let price = Amount::new(9900, Currency::CNY).with_exponent(2)?;
    /// let entry = Entry::new(Kind::SALE, Direction::Debit, price, stan);
    /// record.apply(Event::Start { entry, message: None }, &policy);
    /// record.apply(Event::Answered { stan, answer: Answer::new("00".parse()?) }, &policy);
    /// // The printer failed when half of the receipt was out.
    /// record.apply(Event::Failed { stan, reason: "06".parse()? }, &policy);
    /// record.apply(Event::Reverse { stan }, &policy);
    /// record.apply(Event::ReversalAnswered { stan, code: "00".parse()? }, &policy);
    ///
    /// let why = record.explain(stan, &[]);
    /// assert_eq!(why.verdict(), Verdict::NotMade);
    /// let lines: Vec<String> = why.to_string().lines().map(String::from).collect();
    /// assert!(lines[0].starts_with("our terminal: sale 000001 of 99.00 "));
    /// assert!(lines[0].ends_with(": taken back, since it could not be completed (06), and they confirmed it"));
    /// assert_eq!(lines[1], "their detail: does not have it");
    /// assert_eq!(lines[2], "so: nothing was paid: a receipt that says otherwise is void");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn explain(&self, stan: Stan, their_detail: &[Entry]) -> Explanation {
        let ours = self.find(stan).cloned();
        let entry = ours.as_ref().map(Outstanding::entry);
        let terminal = entry.and_then(|entry| entry.terminal());
        let is_meant = |their: &&Entry| {
            let other_batch = their.batch().is_some_and(|batch| batch != self.batch());
            let other_terminal = their.terminal().zip(terminal).is_some_and(|(their, our)| their != our);
            their.stan() == stan && !other_batch && !other_terminal
        };
        let theirs = their_detail.iter().filter(is_meant).copied().collect();
        Explanation { stan, ours, entry, theirs }
    }
}

impl Explanation {
    /// What the terminal has of it.
    #[must_use]
    pub fn ours(&self) -> Option<&Outstanding> {
        self.ours.as_ref()
    }

    /// What they have of it.
    #[must_use]
    pub fn theirs(&self) -> &[Entry] {
        &self.theirs
    }

    /// What differs between both.
    #[must_use]
    pub fn comparison(&self) -> Comparison<'_> {
        compare_by(self.entry.as_slice(), &self.theirs, |_| Some(()))
    }

    /// What it comes to.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let known = self.ours.as_ref().map(|ours| (ours.state(), ours.entry().kind().recovery()));
        Verdict::of(known, self.theirs_have(), self.comparison().is_clean())
    }

    /// Whether it is among what they pay.
    fn theirs_have(&self) -> bool {
        self.theirs.iter().any(|entry| !entry.is_reversed())
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.ours {
            None => writeln!(f, "our terminal: no {} in this batch", self.stan)?,
            Some(ours) => writeln!(f, "our terminal: {}: {}", ours.entry().with_reversed(false), Course(ours))?,
        }
        match (self.verdict(), self.theirs_have()) {
            (Verdict::Differs, _) => {
                self.comparison().findings().iter().try_for_each(|finding| writeln!(f, "their detail: {finding}"))?;
            }
            (_, true) => writeln!(f, "their detail: has it")?,
            (_, false) if !self.theirs.is_empty() => writeln!(f, "their detail: has it as reversed")?,
            (_, false) => writeln!(f, "their detail: does not have it")?,
        }
        write!(f, "so: {}", self.verdict())
    }
}

/// What became of a transaction at the terminal.
struct Course<'a>(&'a Outstanding);

impl fmt::Display for Course<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tries = self.0.tries();
        match self.0.state() {
            State::Sent => f.write_str("waits for its answer"),
            State::Approved => f.write_str("approved"),
            State::Declined => f.write_str("declined"),
            State::Unanswered => f.write_str("no answer came, and it may not be reversed"),
            State::ReversalDue | State::ReversalSent => write!(f, "to be taken back, since {}", Reason(self.0)),
            State::Reversed => write!(f, "taken back, since {}, and they confirmed it", Reason(self.0)),
            State::GivenUp => {
                write!(f, "to be taken back, since {}, but they never confirmed it, tried {tries}x", Reason(self.0))
            }
            State::AdviceDue | State::AdviceSent => f.write_str("took place offline, and they have to be told"),
            State::AdviceGivenUp => {
                write!(f, "took place offline, but they never confirmed it, tried {tries}x")
            }
        }
    }
}

/// Why a transaction is reversed, by what its reversal states in field 39.
struct Reason<'a>(&'a Outstanding);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(code) = self.0.reason() else { return f.write_str("it failed") };
        let words = match code.as_str() {
            "98" => "no answer came",
            "A0" => "the answer could not be trusted",
            "06" | "96" => "it could not be completed",
            _ => "it failed",
        };
        write!(f, "{words} ({code})")
    }
}
