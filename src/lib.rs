//! ISO 8583 messages: bytes to fields and back, by a table that one can lay beside the manual of a network.
//!
//! * [`Message`] is a view of received bytes: it borrows them, allocates nothing, and says which byte of which field is
//!   wrong. Others call this unpack.
//! * `MessageBuf` owns its bytes, to be made, changed and passed on. Each value is checked when it is set; the bitmap
//!   follows from the fields. Others call this pack, and the type `ISOMsg`.
//! * [`Writer`] writes field by field into a lent buffer, without allocation.
//! * [`spec::MessageSpec`] is the table, elsewhere a packager: what each field is, over a profile of how things look on
//!   the wire. Those of ISO 8583:1987, 1993 and 2003 and of UnionPay POS come with the crate; one's own is a `static`
//!   that the compiler checks, or a TOML file.
//!
//! # A request and its answer
//!
//! ```
//! # #[cfg(feature = "alloc")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use isomsg::{Message, MessageBuf, Mti, de, spec};
//!
//! // A terminal makes a purchase.
//! let mut purchase = MessageBuf::new(&spec::ISO1987_BCD, "0200".parse::<Mti>()?);
//! purchase.set(de::PAN, "4111111111111111")?;
//! purchase.set(de::AMOUNT_TRANSACTION, 1250u64)?;
//! purchase.set(de::STAN, 124u64)?;
//! let sent = purchase.encode();
//!
//! // The host reads it.
//! let request = Message::parse(&sent, &spec::ISO1987_BCD)?;
//! let amount: u64 = request.require(de::AMOUNT_TRANSACTION)?.parse()?;
//! assert_eq!(amount, 1250);
//! assert!(request.field(de::PIN_DATA).is_none());
//!
//! // It answers: type and echoed fields follow from the request.
//! let mut response = request.response()?;
//! response.set(de::RESPONSE_CODE, "00")?;
//! assert_eq!(response.mti().to_string(), "0210");
//!
//! // What is printed shows no card number.
//! let table = response.to_string();
//! assert!(table.contains("411111******1111") && !table.contains("4111111111111111"));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "alloc"))]
//! # fn main() {}
//! ```
//!
//! # When something is wrong
//!
//! ```
//! use isomsg::{Message, ParseOptions, spec};
//!
//! // An amount with a letter, behind a processing code.
//! let bytes = b"0200\x30\0\0\0\0\0\0\0000000000000O01250";
//! let error = Message::parse(bytes, &spec::ISO1987_ASCII).expect_err("a letter among digits");
//! assert_eq!(error.to_string(), "character outside class n in field 4 at byte 24");
//!
//! // What was readable is not lost.
//! let (partial, outcome) = Message::parse_partial(bytes, &spec::ISO1987_ASCII, ParseOptions::STRICT);
//! assert_eq!(outcome, Err(error));
//! assert!(partial.field(3).is_some_and(|field| field.value() == "000000"));
//! ```
//!
//! # Inside fields
//!
//! Where the spec says what a field is made of, its parts are read and set by their path, and shown in tables and JSON:
//!
//! ```
//! # #[cfg(feature = "alloc")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use isomsg::{MessageBuf, Mti, spec};
//!
//! let mut sale = MessageBuf::new(&spec::UNIONPAY_POS, "0200".parse::<Mti>()?);
//! sale.set_parts(60, ["22", "000001"])?;
//! sale.set("55.9F36", &[0x01, 0xC0])?;
//! assert_eq!(sale.require("60.2")?.parse::<u32>()?, 1);
//! for tag in sale.require(55)?.subfields()? {
//!     println!("{} {}", tag.path(), tag.name()); // 55.9F36 Application Transaction Counter (ATC)
//! }
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "alloc"))]
//! # fn main() {}
//! ```
//!
//! [`Message::validate`] opens everything and reports all that is wrong in it.
//!
//! # What `Ok` means
//!
//! A parse is strict unless [`ParseOptions`] say otherwise: every field is defined, lies within the bytes, has a length
//! that its spec admits and only characters of its class, and no byte is left over. So access does not fail:
//! [`Message::field`] gives the field or says that it is absent, and [`Field::value`] gives what it says. Only
//! [`Message::require`] and [`Field::parse`], which ask for more, return a `Result`. What a message *must* hold, and
//! what its values mean, is not checked. A message that was not changed is written back byte for byte as it came.
//!
//! # Features
//!
//! | feature | brings |
//! |---|---|
//! | none | `no_std` without allocation: [`Message`], [`Writer`], specs as constants |
//! | `alloc` | `MessageBuf`, specs made at run time, printed as Rust or Markdown, linted, compared, drafted, `settle`, `unionpay` |
//! | `std`, default | `alloc`, and the std parts of dependencies |
//! | `serde` | `alloc`, JSON of messages, `spec::SpecFile` and what `settle` stores for any serde format |
//! | `toml` | `std`, `serde`, spec files in TOML with line and column in their errors |
//! | `import` | `toml`, specs in the formats of jPOS, moov-io/iso8583, pyiso8583 and GoPlasmatic |
//! | `currency` | `std`, letters, names and exponents of currencies in [`element`] |
//! | `country` | `std`, letters and names of countries in [`element`] |
//! | `jiff`, `time`, `chrono` | dates and times of [`element`] from and to those of these crates |
//! | `cli` | `import`, and the program `isomsg` |
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod bitmap;
pub mod codes;
pub mod de;
#[cfg(feature = "alloc")]
pub mod draft;
pub mod element;
mod encode;
pub mod error;
pub mod frame;
#[cfg(feature = "import")]
pub mod import;
mod message;
mod mti;
mod parse;
#[cfg(feature = "alloc")]
pub mod settle;
#[doc(alias = "packager")]
pub mod spec;
pub mod tlv;
pub mod typed;
#[cfg(feature = "alloc")]
pub mod unionpay;
pub mod value;
mod wire;

pub use bitmap::{Bitmap, Numbers};
pub use encode::Writer;
#[doc(alias = "unpack")]
pub use message::Message;
#[cfg(feature = "alloc")]
#[doc(alias = "ISOMsg")]
#[doc(alias = "pack")]
pub use message::MessageBuf;
pub use message::{Deviation, DeviationKind, Field, Fields, MatchKey, Messages, Parts, Subfields, Walk};
#[cfg(feature = "serde")]
pub use message::{Json, JsonSeed};
pub use mti::{Function, MessageClass, Mti, MtiError, Origin, Version};
pub use parse::{Index, ParseOptions};

/// The code in README.md, compiled and run by the tests.
#[cfg(all(doctest, feature = "alloc"))]
#[doc = include_str!("../README.md")]
struct Readme;
