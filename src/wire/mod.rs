//! Bytes and characters: one idea a file, and nothing about messages.
//!
//! [`Coding`] is the only place that chooses between data forms, [`length`] the only one between prefix forms.
#![warn(clippy::arithmetic_side_effects)]

pub(crate) mod bcd;
pub(crate) mod ber;
pub(crate) mod class;
pub(crate) mod code;
mod coding;
pub(crate) mod decimal;
mod ebcdic;
pub(crate) mod hex;
pub(crate) mod length;
mod tag;
mod zoned;

pub use bcd::{NibblePad, Side};
pub use class::Class;
pub use coding::DataForm;
pub(crate) use coding::{Coding, Flaw};
pub use ebcdic::CodePage;
pub use hex::HexCase;
pub use length::PrefixForm;
pub(crate) use tag::TagFault;
pub use tag::{Tag, TagError};
