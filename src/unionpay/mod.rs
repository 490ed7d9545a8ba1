//! Transactions of UnionPay: those of a shop's terminal, and those between banks.
//!
//! A [`Transaction`] is told by message type, processing code, condition code and field 60. A [`Terminal`] makes the requests,
//! [`Terminal::void_of`] and [`reversal_of`] undo them, [`to_bank`] passes them on; all three refuse what they do not know.
//! [`check_response`] says whether an answer can be believed. What two independent sources agree on is marked so
//! ([`Transaction::has_two_sources`]); what private fields hold differs from acquirer to acquirer, and can be set on the message
//! as on any other.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use isomsg::element::{AcceptorId, TerminalId};
//! use isomsg::unionpay::{Terminal, Transaction, reversal_of};
//!
//! let mut terminal = Terminal::new(TerminalId::new("TERM0001")?, AcceptorId::new("SHOP00000000042")?, "000017".parse()?);
//! let mut sale = terminal.request(&Transaction::SALE)?;
//! sale.set(2, "4111111111111111")?;
//! sale.set(4, 1250u64)?;
//! sale.set(22, "012")?;
//! assert_eq!(Transaction::of(&sale.as_message()), Some(&Transaction::SALE));
//! assert!(sale.require(60)?.value() == "22000017000");
//!
//! // No answer came.
//! let reversal = reversal_of(&sale.as_message(), "98")?;
//! assert_eq!(reversal.mti().to_string(), "0400");
//! assert!(reversal.require(11)?.value() == "000001");
//! # Ok(())
//! # }
//! ```

mod approval;
mod bank;
mod digit;
mod keys;
mod message;
mod original;
mod pass_on;
mod processing_requirement;
mod recognize;
mod response_check;
mod terminal;
mod transaction;
mod undo;
mod void;

pub use approval::APPROVING_CODES;
pub use bank::BankTransaction;
pub(crate) use digit::digit;
pub use keys::{SignInKey, SignInKeys};
pub use message::{Request, Response};
pub use pass_on::to_bank;
pub use processing_requirement::ProcessingRequirement;
pub use response_check::{MUST_MATCH, Mismatch, check_response};
pub use terminal::Terminal;
pub use transaction::Transaction;
pub use undo::reversal_of;

use crate::error::EncodeError;
use crate::message::Message;
use crate::value::{FromValue, NotThat};

/// A field that must be there, as its element.
fn element<'a, T: FromValue<'a>>(message: &Message<'a>, number: u16) -> Result<T, EncodeError> {
    let value = message.field(number).map(|field| field.value());
    value.ok_or(NotThat { expected: "there" }).and_then(|value| value.parse()).map_err(|not| not.in_field(number))
}
