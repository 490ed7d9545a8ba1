//! The end of the day: totals and batch upload.

mod batch_end;
mod batch_number;
mod batch_totals;
mod card;
mod detail;
mod direction;
mod entry;
mod error;
mod kind;
mod packet;
mod reconciliation;
mod reconciliation_code;
mod short;
mod tally;
mod terminal;
mod totals;
mod unionpay_totals;

pub use batch_end::BatchEnd;
pub use batch_number::BatchNumber;
pub use batch_totals::BatchTotals;
pub use card::Card;
pub use detail::DetailRecord;
pub use direction::Direction;
pub use entry::Entry;
pub use error::SettleError;
pub use kind::{Effect, Kind, Recovery};
pub use packet::DetailPacket;
pub use reconciliation_code::ReconciliationCode;
pub use tally::Tally;
pub use terminal::Terminal;
pub use totals::{Totals, Voids};
pub use unionpay_totals::{CardTotals, UnionPayTotals};
