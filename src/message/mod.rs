//! Messages: the [`Message`] that borrows what was received, the `MessageBuf` that owns, and their [`Field`]s.

#[cfg(feature = "alloc")]
mod body;
#[cfg(feature = "alloc")]
mod buf;
#[cfg(feature = "alloc")]
mod compose;
mod deviations;
mod display;
#[cfg(feature = "alloc")]
mod draft;
#[cfg(feature = "alloc")]
mod edit;
mod facts;
mod field;
#[cfg(feature = "alloc")]
mod follow;
#[cfg(feature = "alloc")]
mod inside;
#[cfg(feature = "serde")]
mod json;
mod mask;
mod match_key;
mod messages;
#[cfg(feature = "alloc")]
mod reply;
#[cfg(feature = "alloc")]
mod reversal;
mod rules;
#[cfg(feature = "alloc")]
mod search;
mod subfields;
#[cfg(feature = "alloc")]
mod translate;
mod validate;
mod view;
mod walk;

#[cfg(feature = "alloc")]
pub use buf::MessageBuf;
pub use deviations::{Deviation, DeviationKind};
pub use field::Field;
#[cfg(feature = "serde")]
pub use json::{Json, JsonSeed};
pub(crate) use mask::Masked;
pub use match_key::MatchKey;
pub use messages::Messages;
pub use subfields::{Parts, Subfields};
pub use view::{Fields, Message};
pub use walk::Walk;
