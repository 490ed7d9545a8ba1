//! What private fields of UnionPay terminals hold.

mod field60;
mod field61;

pub use field60::Field60;
pub use field61::Field61;
