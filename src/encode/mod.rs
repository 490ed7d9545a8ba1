//! Values and a spec to bytes.
#![warn(clippy::arithmetic_side_effects)]

mod head;
mod plan;
mod prefix;
mod together;
mod units;
mod whole;
mod writer;

#[cfg(feature = "alloc")]
pub(crate) use head::Head;
pub(crate) use head::{bitmaps_needed, least_bitmaps};
#[cfg(feature = "alloc")]
pub(crate) use plan::Plan;
#[cfg(feature = "alloc")]
pub(crate) use together::check_together;
#[cfg(feature = "alloc")]
pub(crate) use whole::Whole;
pub use writer::Writer;
