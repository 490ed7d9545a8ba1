//! Values and a spec to bytes.

mod field;
mod head;
mod together;
mod units;
mod writer;

#[cfg(feature = "alloc")]
pub(crate) use field::Plan;
#[cfg(feature = "alloc")]
pub(crate) use head::Head;
pub(crate) use head::{bitmaps_needed, least_bitmaps};
#[cfg(feature = "alloc")]
pub(crate) use together::check_together;
pub use writer::Writer;
