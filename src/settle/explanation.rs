//! The receipt printed, but the transaction is not in the detail: why.

use super::verdict::{Known, Presence};
use super::{Comparison, Effect, Entry, Record, RecordedTransaction, State, Verdict, adjusted, compare_by};
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
    ours: Option<RecordedTransaction>,
    /// What is compared: of an adjustment the original, with the amount that counts.
    entry: Option<Entry>,
    theirs: Vec<Entry>,
    verdict: Verdict,
}

impl Record {
    /// Why a transaction of the batch that is open is in their detail, or is not: by the number on the receipt.
    ///
    /// Of their detail those entries are meant that have the number and no other batch or terminal, so one that does not say its
    /// batch or terminal is meant: give the record its terminal by [`Record::with_terminal`] where their detail is that of a whole
    /// shop. What they have under this number and took back, by a reversal or a void, is not theirs any more. An adjustment is
    /// looked for as the amount of its original.
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
        // An adjustment is in nobody's list but as the amount of its original.
        let adjusts = ours.as_ref().filter(|ours| ours.kind().effect() == Effect::Replaces);
        let original = adjusts.and_then(|ours| ours.entry().original()).and_then(|stan| self.find(stan));
        let meant = original.or(ours.as_ref());
        let entry =
            meant.map(|meant| self.entries().find(|entry| entry.stan() == meant.stan()).unwrap_or(meant.entry()));
        let their_detail = adjusted(their_detail.iter().copied());
        let theirs = self.theirs_of(entry.as_ref().map_or(stan, Entry::stan), entry.as_ref(), &their_detail);
        let presence = presence(entry.as_ref(), &theirs);
        let counts = meant.is_some_and(|meant| meant.state().counts());
        // What became of an adjustment decides only if its original counts.
        let decides = if counts { ours.as_ref() } else { meant };
        let known = decides.map(|it| Known {
            state: it.state(),
            kind: it.kind(),
            is_voided: self.is_voided(meant.unwrap_or(it), &their_detail),
        });
        Explanation { stan, entry, theirs, verdict: Verdict::of(known, presence), ours }
    }

    /// Their entries of a number, in this batch and at this terminal.
    fn theirs_of(&self, stan: Stan, ours: Option<&Entry>, theirs: &[Entry]) -> Vec<Entry> {
        let terminal = ours.and_then(Entry::terminal).or(self.terminal());
        let is_meant = |their: &&Entry| {
            let other_batch = their.batch().is_some_and(|batch| batch != self.batch());
            let other_terminal = their.terminal().zip(terminal).is_some_and(|(their, our)| their != our);
            their.stan() == stan && !other_batch && !other_terminal
        };
        theirs.iter().filter(is_meant).copied().collect()
    }

    /// Whether a void of ours took it back, or it is a void and they do not have its original.
    fn is_voided(&self, ours: &RecordedTransaction, theirs: &[Entry]) -> bool {
        let is_void = |it: &Entry| it.kind().effect() == Effect::TakesBack;
        let entry = ours.entry();
        match entry.original().filter(|_| is_void(&entry)).and_then(|stan| self.find(stan)) {
            Some(original) => {
                let original = original.entry();
                let theirs = self.theirs_of(original.stan(), Some(&original), theirs);
                !matches!(presence(Some(&original), &theirs), Presence::There(_))
            }
            None => {
                let voids = self.transactions().filter_map(RecordedTransaction::counted).filter(is_void);
                voids.filter_map(|void| void.original()).any(|original| original == entry.stan())
            }
        }
    }
}

/// What they have of a transaction: a void of the same number takes back what is not a void.
fn presence(ours: Option<&Entry>, theirs: &[Entry]) -> Presence {
    let is_void = |entry: &Entry| entry.kind().effect() == Effect::TakesBack;
    let count = |takes_back: bool| theirs.iter().filter(|it| !it.is_reversed() && is_void(it) == takes_back).count();
    let (made, back) = (count(false), count(true));
    let is_there = if ours.is_some_and(is_void) { made + back > 0 } else { made > back };
    match is_there {
        true => Presence::There(compare_by(ours.copied().as_slice(), theirs, |_| Some(())).is_clean()),
        false if theirs.is_empty() => Presence::Absent,
        false => Presence::TakenBack,
    }
}

impl Explanation {
    /// What the terminal has of it.
    #[must_use]
    pub fn ours(&self) -> Option<&RecordedTransaction> {
        self.ours.as_ref()
    }

    /// What they have of it; of an adjustment, of its original.
    #[must_use]
    pub fn theirs(&self) -> &[Entry] {
        &self.theirs
    }

    /// What differs between both; of an adjustment, between its original as it counts and theirs.
    #[must_use]
    pub fn comparison(&self) -> Comparison<'_> {
        compare_by(self.entry.as_slice(), &self.theirs, |_| Some(()))
    }

    /// What it comes to.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    fn is_adjustment(&self) -> bool {
        self.ours.as_ref().is_some_and(|ours| ours.kind().effect() == Effect::Replaces)
    }

    fn theirs_line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comparison = self.comparison();
        let what = if self.is_adjustment() { "its original" } else { "it" };
        match presence(self.entry.as_ref(), &self.theirs) {
            Presence::There(false) if self.is_adjustment() || self.verdict == Verdict::Differs => {
                comparison.findings().iter().try_for_each(|finding| writeln!(f, "their detail: {finding}"))
            }
            Presence::There(true) if self.is_adjustment() => {
                writeln!(f, "their detail: has its original with the amount that counts")
            }
            Presence::There(_) => writeln!(f, "their detail: has {what}"),
            Presence::TakenBack => writeln!(f, "their detail: has {what} as taken back"),
            Presence::Absent => writeln!(f, "their detail: does not have {what}"),
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.ours {
            None => writeln!(f, "our terminal: no {} in this batch", self.stan)?,
            Some(ours) => writeln!(f, "our terminal: {}: {}", ours.entry().with_reversed(false), Course(ours))?,
        }
        self.theirs_line(f)?;
        write!(f, "so: {}", self.verdict())
    }
}

/// What became of a transaction at the terminal.
struct Course<'a>(&'a RecordedTransaction);

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
struct Reason<'a>(&'a RecordedTransaction);

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
