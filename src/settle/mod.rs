//! The end of the day: totals, batch upload, the comparison of two lists, and what a terminal has not finished.
//!
//! * [`Entry`] is one transaction as settlement sees it, without the card number.
//! * [`BatchTotals`] adds entries up, into the fields of a reconciliation message or into field 48 of UnionPay POS.
//! * [`DetailPacket`] is what a terminal uploads when its totals do not balance.
//! * [`compare`] lays two lists side by side and names what differs.
//! * [`Record`] is what a terminal must not forget: transactions without an answer, reversals, advices, the open batch.
//!
//! Nothing here reads or sends anything, and nothing that is printed or stored shows a card number.
//!
//! ```
//! use isomsg::element::{Amount, Currency, Stan};
//! use isomsg::settle::{Direction, Entry, Kind, compare};
//!
//! let sale = |number, minor| {
//!     let stan = Stan::new(number).expect("six digits");
//!     Entry::new(Kind::SALE, Direction::Debit, Amount::new(minor, Currency::EUR), stan)
//! };
//! let ours = [sale(1, 1250), sale(2, 300), sale(3, 999)];
//! let theirs = [sale(1, 1250), sale(3, 990)];
//! let comparison = compare(&ours, &theirs);
//! assert_eq!(comparison.matched(), 1);
//! let found: Vec<String> = comparison.findings().iter().map(ToString::to_string).collect();
//! assert!(found[0].starts_with("not in their list: sale 000002 of "));
//! assert!(found[1].starts_with("amount differs: sale 000003 of "));
//! ```

mod batch_totals;
mod card;
mod compare;
mod detail;
mod digit;
mod direction;
mod entry;
mod error;
mod kind;
mod packet;
mod pending;
mod processing_requirement;
mod reconciliation;
mod reconciliation_code;
mod record_count;
mod response_check;
#[cfg(feature = "serde")]
mod serde;
mod tally;
mod terminal_key;
mod totals;
mod unionpay_totals;

pub use batch_totals::BatchTotals;
pub use card::Card;
pub use compare::{Comparison, Finding, Side, compare, compare_by};
pub use detail::DetailRecord;
pub use direction::Direction;
pub use entry::Entry;
pub use error::SettleError;
pub use kind::{Effect, Kind, Recovery};
pub use packet::DetailPacket;
pub use pending::{Action, Answer, Event, Outstanding, Policy, Record, Refusal, State, StoredMessage, Unchanged};
pub use processing_requirement::ProcessingRequirement;
pub use reconciliation_code::ReconciliationCode;
pub use record_count::RecordCount;
pub use response_check::{MUST_MATCH, Mismatch, check_response};
pub use tally::Tally;
pub use terminal_key::TerminalKey;
pub use totals::{Totals, Voids};
pub use unionpay_totals::{CardTotals, UnionPayTotals};
