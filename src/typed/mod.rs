//! Messages as structs: `request.processing_code` in place of `field(3)`, with values that hold only what is legal.
//!
//! There are those of each edition, [`iso1987`], [`iso1993`] and [`iso2003`]: authorization, financial transactions,
//! reversals, reconciliation, network management, and the other classes of the standard. What every known dialect of the
//! edition requires is a member, all else an `Option`; fields that a struct does not list are kept in [`Others`]. One's own
//! is declared in the same way, by [`typed_message!`](crate::typed_message).
//!
//! ```
//! # #[cfg(feature = "alloc")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use isomsg::element::{Pan, PosEntryMode, ProcessingCode, ResponseCode, Stan};
//! use isomsg::typed::{TypedMessage, iso1987::{Financial, FinancialResponse}};
//! use isomsg::{Message, Mti, spec};
//!
//! // A terminal asks.
//! let purchase = Financial {
//!     pan: Some(Pan::new("4111111111111111")?),
//!     amount: Some(1250),
//!     ..Financial::new(Mti::new(0x0200).expect("four digits"), "000000".parse()?, "000124".parse()?, "051".parse()?)
//! };
//! let sent = purchase.to_message(&spec::ISO1987_BCD)?.encode();
//!
//! // The host reads, and answers.
//! let received = Message::parse(&sent, &spec::ISO1987_BCD)?;
//! let request = Financial::from_message(&received)?;
//! assert_eq!(request.amount, Some(1250));
//! assert!(!request.entry_mode.is_contactless());
//! let mut response = received.response()?;
//! response.set(39, &ResponseCode::APPROVED)?;
//!
//! // The terminal reads the answer.
//! let response = response.as_message();
//! let response = FinancialResponse::from_message(&response)?;
//! assert!(response.response_code.is_approved());
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "alloc"))]
//! # fn main() {}
//! ```
//!
//! # What is checked when
//!
//! Reading checks the type of the message, that the members are there, and that every value is what its type says; the
//! error names the first element for which it is not so. What a network asks for beyond that is in the rules of a spec,
//! which [`Message::validate`](crate::Message::validate) looks at. Writing needs no more checks than the lengths and forms
//! that the spec states.
//!
//! `Debug` masks as the spec of the message says from which a struct was read; of one that was made, or that was given other
//! [`Others`], by the numbers of its fields, see [`Sensitivity::of_field`](crate::spec::Sensitivity::of_field). An element that is
//! secret by its type, such as a [`Pan`](crate::element::Pan), is masked at every number.

pub mod iso1987;
pub mod iso1993;
pub mod iso2003;
mod macros;
mod message;
mod others;
mod types;

pub(crate) use macros::typed_message;
pub use message::{Presence, TypedField, TypedMessage};
#[doc(hidden)]
pub use message::{check_type, element, print, required};
pub use others::Others;
pub use types::MessageTypes;
