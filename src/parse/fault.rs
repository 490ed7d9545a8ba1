//! What a parser says when it fails: nothing, or everything.

use crate::error::ParseErrorKind;
use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult};

/// The error of a parser. A place is told by the bytes left, so it needs no lifetime.
pub(super) trait Fault<'a>: ParseError<&'a [u8]> {
    /// A fault at the place where `left` bytes are left.
    fn new(left: usize, kind: impl FnOnce() -> ParseErrorKind) -> Self;
}

/// Not well: the fault of the hot walk, which has no size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Miss;

impl<'a> Fault<'a> for Miss {
    #[inline(always)]
    fn new(_: usize, _: impl FnOnce() -> ParseErrorKind) -> Self {
        Miss
    }
}

impl<'a> ParseError<&'a [u8]> for Miss {
    #[inline(always)]
    fn from_error_kind(_: &'a [u8], _: ErrorKind) -> Self {
        Miss
    }

    #[inline(always)]
    fn append(_: &'a [u8], _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// What is wrong, and how many bytes are left from there: the fault of the cold walk.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) kind: ParseErrorKind,
    pub(super) left: usize,
}

impl<'a> Fault<'a> for Found {
    fn new(left: usize, kind: impl FnOnce() -> ParseErrorKind) -> Self {
        Found { kind: kind(), left }
    }
}

impl<'a> ParseError<&'a [u8]> for Found {
    fn from_error_kind(input: &'a [u8], _: ErrorKind) -> Self {
        Found { kind: cut_short(input), left: input.len() }
    }

    fn append(_: &'a [u8], _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// The input ends where more of it must be.
pub(super) fn cut_short(input: &[u8]) -> ParseErrorKind {
    ParseErrorKind::Truncated { needed: input.len().saturating_add(1), left: input.len() }
}

/// The failed result of a parser, at the start of `place`.
#[inline(always)]
pub(super) fn fail<'a, T, F: Fault<'a>>(
    place: &'a [u8],
    kind: impl FnOnce() -> ParseErrorKind,
) -> IResult<&'a [u8], T, F> {
    Err(Err::Error(F::new(place.len(), kind)))
}

/// Takes `count` bytes.
#[inline(always)]
pub(super) fn take<'a, F: Fault<'a>>(input: &'a [u8], count: usize) -> IResult<&'a [u8], &'a [u8], F> {
    match input.split_at_checked(count) {
        Some((taken, rest)) => Ok((rest, taken)),
        None => fail(input, || ParseErrorKind::Truncated { needed: count, left: input.len() }),
    }
}

/// Takes an array of bytes.
#[inline(always)]
pub(super) fn array<'a, const N: usize, F: Fault<'a>>(input: &'a [u8]) -> IResult<&'a [u8], [u8; N], F> {
    match input.split_first_chunk::<N>() {
        Some((taken, rest)) => Ok((rest, *taken)),
        None => fail(input, || ParseErrorKind::Truncated { needed: N, left: input.len() }),
    }
}

/// How many bytes of `input` a parser took that left `rest`, which is the end of it.
#[inline(always)]
pub(super) fn taken(input: &[u8], rest: &[u8]) -> usize {
    input.len().wrapping_sub(rest.len())
}

/// The fault in nom's error. These parsers never ask for more input.
#[inline(always)]
pub(super) fn inner<'a, F: Fault<'a>>(error: Err<F>) -> F {
    match error {
        Err::Error(fault) | Err::Failure(fault) => fault,
        Err::Incomplete(_) => F::new(0, || ParseErrorKind::Truncated { needed: 1, left: 0 }),
    }
}
