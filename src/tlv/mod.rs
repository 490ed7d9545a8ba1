//! Tag, length, value: the BER-TLV of chip data, as in field 55.
//!
//! [`Tlv`] is a view of the bytes, checked once when it is opened: an ordered list in which order, repeats and unknown
//! tags are what was received. [`TlvWriter`] writes into a lent buffer. [`Dol`] makes data from a list of tags.
//!
//! ```
//! use isomsg::tlv::{Tag, Tlv, TlvWriter};
//!
//! let tlv = Tlv::new(&[0x9F, 0x36, 0x02, 0x01, 0xC0, 0x95, 0x05, 0, 0, 0, 0x80, 0])?;
//! let counter = Tag::new(0x9F36).expect("a tag");
//! assert_eq!(tlv.get(counter), Some(&[0x01, 0xC0][..]));
//!
//! let mut buffer = [0; 16];
//! let mut writer = TlvWriter::new(&mut buffer);
//! writer.put(counter, &[0x01, 0xC1])?;
//! assert_eq!(writer.finish(), [0x9F, 0x36, 0x02, 0x01, 0xC1]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![warn(clippy::arithmetic_side_effects)]

mod dol;
pub mod emv;
mod view;
mod writer;

pub use crate::wire::{Tag, TagError};
pub use dol::{Dol, DolEntries, DolEntry};
pub use view::{Items, Tlv, TlvItem};
pub use writer::TlvWriter;
