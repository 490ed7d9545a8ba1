//! Messages one behind the other, on a connection or in a file: each behind its length.
//!
//! What carries messages is no part of ISO 8583, and every network has its own: a length of two bytes or of four digits,
//! reserved bytes beside it, a header of the transport in front of the message type. [`Framing`] says which.
#![warn(clippy::arithmetic_side_effects)]

mod framing;

pub use framing::{Frame, Framing};
