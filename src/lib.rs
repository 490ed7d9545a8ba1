//! ISO 8583 messages.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod bitmap;
pub mod de;
mod encode;
pub mod error;
mod message;
mod mti;
mod parse;
pub mod spec;
pub mod value;
mod wire;

pub use bitmap::{Bitmap, Numbers};
pub use encode::Writer;
#[cfg(feature = "alloc")]
pub use message::MessageBuf;
pub use message::{Field, Fields, Message};
#[cfg(feature = "serde")]
pub use message::{Json, JsonSeed};
pub use mti::{Function, MessageClass, Mti, MtiError, Origin, Version};
pub use parse::{Index, ParseOptions};
