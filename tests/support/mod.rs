//! What the tests over vectors share: hex, and the vector notation turned into a spec.

#![allow(dead_code, reason = "each test binary uses its part")]

pub(crate) mod notation;
pub(crate) mod shared;

/// Bytes of a hex text.
pub(crate) fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")).collect()
}

/// Upper-case hex text of bytes.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
