//! ISO 8583 messages.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod bitmap;
pub mod error;
mod mti;
pub mod spec;
pub mod value;
mod wire;

pub use bitmap::Bitmap;
pub use mti::Mti;
