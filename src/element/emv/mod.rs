//! Data objects of chip data: what they say, by name.
//!
//! Each is made from the bytes of its tag, of a field such as `55.95` or of an item of [`tlv`](crate::tlv).
//!
//! | tag | |
//! |---|---|
//! | 5F2A | [`Currency`](super::Currency) |
//! | 5F28, 9F1A | [`Country`](super::Country) |
//! | 95 | [`Tvr`] |
//! | 9B | [`Tsi`] |
//! | 9F02, 9F03 | [`AmountAuthorised`] |
//! | 9F27 | [`CryptogramInformation`] |
//! | 9F33 | [`TerminalCapabilities`] |
//! | 9F34 | [`CvmResults`] |
//!
//! ```
//! use isomsg::element::emv::{Cryptogram, CryptogramInformation, Tvr};
//!
//! let tvr = Tvr::new([0, 0, 0x04, 0, 0]);
//! assert!(tvr.online_pin_entered() && !tvr.is_clear());
//! assert_eq!(CryptogramInformation::new([0x80]).cryptogram(), Cryptogram::Arqc);
//! ```

mod amount;
mod cryptogram;
mod cvm_results;
mod terminal_capabilities;
mod tsi;
mod tvr;

pub use amount::AmountAuthorised;
pub use cryptogram::{Cryptogram, CryptogramInformation};
pub use cvm_results::{CvmOutcome, CvmResults};
pub use terminal_capabilities::TerminalCapabilities;
pub use tsi::Tsi;
pub use tvr::Tvr;
