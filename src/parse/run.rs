//! Neighbours of fixed length that are checked alike, checked as one run of bytes.
//!
//! For the hot walk only: a run is checked when it ends, so a fault in it has no place of its own.

use super::fault::{Fault, fail, take};
use super::field::{field, holds};
use super::options::Policy;
use crate::error::ParseErrorKind;
use crate::spec::steps::{Check, Step};
use nom::IResult;

/// A run whose bytes are yet to be checked.
pub(super) struct Run<'a> {
    start: &'a [u8],
    check: Check,
}

/// Somewhere in a run; the cold walk says where, and what.
pub(super) const RUN_FAULT: ParseErrorKind = ParseErrorKind::BadCharacter { class: "" };

impl<'a> Run<'a> {
    /// No run, at `rest`.
    #[inline(always)]
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Run { start: rest, check: Check::Nothing }
    }

    /// Ends the run before `rest`, where the next begins; false when a byte of it is not well.
    #[inline(always)]
    pub(super) fn end(&mut self, rest: &'a [u8], next: Check) -> bool {
        let Run { start, check } = core::mem::replace(self, Run { start: rest, check: next });
        check == Check::Nothing || holds(check, start.get(..start.len() - rest.len()).unwrap_or(start))
    }
}

/// As [`field`], but a field that can be part of a run only joins it.
#[inline(always)]
pub(super) fn in_run<'a, F: Fault<'a>, P: Policy>(
    input: &'a [u8],
    step: &Step,
    policy: P,
    run: &mut Run<'a>,
) -> IResult<&'a [u8], (), F> {
    if step.run != run.check && !run.end(input, step.run) {
        return fail(input, || RUN_FAULT);
    }
    if step.run == Check::Nothing {
        return field::<F, P>(input, step, policy);
    }
    let (rest, _) = take::<F>(input, usize::from(step.bytes))?;
    Ok((rest, ()))
}
