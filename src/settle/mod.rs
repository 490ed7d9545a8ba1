//! The end of the day: totals, batch upload, the comparison of two lists, and what a terminal has not finished.
//!
//! * [`Entry`] is one transaction as settlement sees it, without the card number.
//! * [`BatchTotals`] adds entries up, into the fields of a reconciliation message or into field 48 of UnionPay POS.
//! * [`DetailPacket`] is what a terminal uploads when its totals do not balance.
//! * [`compare`] lays two lists side by side and names what differs; [`adjusted`] makes a list ready for it in which
//!   adjustments are entries of their own.
//! * [`Record`] is what a terminal must not forget: transactions without an answer, reversals, advices, the open batch.
//! * [`Record::explain`] answers why a receipt printed and the transaction is not in the detail, or the other way round.
//!
//! A void and an adjustment are transactions of their own that name their original. A void is counted among what was taken
//! back; an adjustment is not counted, but changes the amount of its original. What moves no money, such as a pre-authorization,
//! is in no detail.
//!
//! Nothing here reads or sends anything, and nothing that is printed shows more of a card number than its mask. What is
//! stored does not either, except a [`StoredMessage`] that the caller gives to a record, which has the card number in clear
//! until it will not be sent any more. What an acquirer wants in clear, a [`DetailPacket`], is made and not kept.
//!
//! "The receipt printed, but the transaction is not in the detail":
//!
//! ```
//! use isomsg::element::{Amount, BatchNumber, Currency, Stan};
//! use isomsg::settle::{Answer, Direction, Entry, Event, Finding, Kind, Policy, Record, Verdict, compare};
//!
//! // The day of a terminal: three sales, and the host answers.
//! let policy = Policy::DEFAULT;
//! let mut record = Record::new(Stan::FIRST, BatchNumber::FIRST).with_terminal("TERM0001".parse()?);
//! for minor in [1250, 9900, 300] {
//!     let stan = record.stan();
//!     let entry = Entry::new(Kind::SALE, Direction::Debit, Amount::new(minor, Currency::CNY), stan);
//!     record.apply(Event::Start { entry, message: None }, &policy);
//!     record.apply(Event::Answered { stan, answer: Answer::new("00".parse()?) }, &policy);
//! }
//!
//! // The detail of the acquirer: the second sale is not in it, and the third one has another amount.
//! let ours: Vec<Entry> = record.entries().collect();
//! let theirs = [ours[0], ours[2].with_amount(Amount::new(30, Currency::CNY))];
//! let comparison = compare(&ours, &theirs);
//! assert_eq!(comparison.matched(), 1);
//! assert!(matches!(comparison.findings(), [Finding::OursOnly(_), Finding::AmountDiffers { .. }]));
//!
//! // The receipt of the second sale.
//! let why = record.explain(ours[1].stan(), &theirs);
//! assert_eq!(why.verdict(), Verdict::Missing);
//! assert!(why.to_string().ends_with("so: it was paid and is missing on their side: ask them with the receipt"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod adjusted;
mod batch_totals;
mod card;
mod compare;
mod detail;
mod direction;
mod entry;
mod error;
mod explanation;
mod kind;
mod packet;
mod pending;
mod reconciliation;
mod reconciliation_code;
mod record_count;
#[cfg(feature = "serde")]
mod serde;
mod tally;
mod terminal_key;
mod totals;
mod unionpay_totals;
mod verdict;

pub use adjusted::adjusted;
pub use batch_totals::BatchTotals;
pub use card::Card;
pub use compare::{Comparison, Finding, Side, compare, compare_by};
pub use detail::DetailRecord;
pub use direction::Direction;
pub use entry::Entry;
pub use error::SettleError;
pub use explanation::Explanation;
pub use kind::{Effect, Kind, Recovery};
pub use packet::DetailPacket;
pub use pending::{
    Action, Answer, Event, Policy, Record, RecordedTransaction, Refusal, State, StoredMessage, Unchanged,
};
pub use reconciliation_code::ReconciliationCode;
pub use record_count::RecordCount;
pub use tally::Tally;
pub use terminal_key::TerminalKey;
pub use totals::{Totals, Voids};
pub use unionpay_totals::{CardTotals, UnionPayTotals};
pub use verdict::Verdict;
