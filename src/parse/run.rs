//! Neighbours that are checked alike, checked as one run of bytes.
//!
//! For the hot walk only: a run is checked when it ends, so a fault in it has no place of its own.

use super::field::holds;
use crate::error::ParseErrorKind;
use crate::spec::steps::Check;

/// A run whose bytes are yet to be checked.
pub(super) struct Run {
    start: usize,
    check: Check,
}

/// Somewhere in a run; the cold walk says where, and what.
pub(super) const RUN_FAULT: ParseErrorKind = ParseErrorKind::BadCharacter { class: "" };

impl Run {
    /// No run.
    pub(super) const NONE: Self = Run { start: 0, check: Check::Nothing };

    /// Goes on at `at` with bytes that are to be held to `check`; false when a byte of the run that ends there is not well.
    #[inline(always)]
    pub(super) fn go_on(&mut self, bytes: &[u8], at: usize, check: Check) -> bool {
        check == self.check || self.end(bytes, at, check)
    }

    /// Ends the run at `at`, where the next begins; false when a byte of it is not well, or not there.
    #[inline(always)]
    pub(super) fn end(&mut self, bytes: &[u8], at: usize, next: Check) -> bool {
        let Run { start, check } = core::mem::replace(self, Run { start: at, check: next });
        check == Check::Nothing || bytes.get(start..at).is_some_and(|run| holds(check, run))
    }
}
