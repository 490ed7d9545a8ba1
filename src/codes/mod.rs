//! Names of the codes that fields hold: what `51` in field 39 says.
//!
//! They are for people who read messages: in lower case, in words of this project. Nothing in this crate depends on
//! them, and no message is refused for a code that has no name here. Networks add codes and use those of the standard in
//! their own way, so a name is a hint; the manual of the network decides. A code is given without padding and in full;
//! `None` says that it has no name here, not that it is wrong.
//!
//! | field | 1987 | 1993, 2003 |
//! |---|---|---|
//! | 3 | [`processing`], [`account`] | the same |
//! | 22 | [`entry_mode`], [`pin_capability`] | [`pos_data`], of 1993 |
//! | 24 | | [`function`] |
//! | 25 | [`condition`] | [`reason`] |
//! | 39 | [`response`] | [`response`] |
//! | 70 | [`network_management`] | |
//!
//! [`Currency`](crate::element::Currency) and [`Country`](crate::element::Country) know their names themselves, by features of
//! this crate. Merchant category codes, field 18, have none here: no crate that is kept up has a list of them.
//!
//! [`unionpay`] holds what China UnionPay has of its own.
//!
//! ```
//! use isomsg::{Message, codes, spec};
//!
//! let bytes = b"0210\x20\0\0\0\x02\0\0\000000051";
//! let message = Message::parse(bytes, &spec::ISO1987_ASCII)?;
//! let code: &str = message.require(39)?.parse()?;
//! assert_eq!(codes::response(message.mti().version(), code), Some("insufficient funds"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod condition;
mod entry;
mod function;
mod network;
mod pos_data;
mod processing;
mod reason;
mod response;
mod table;
pub mod unionpay;

pub use condition::condition;
pub use entry::{entry_mode, pin_capability};
pub use function::function;
pub use network::network_management;
pub use pos_data::pos_data;
pub use processing::{account, processing};
pub use reason::reason;
pub use response::response;
