//! One field: its length, its content, and whether the content is of its class.

use super::fault::{Fault, Found, Miss, array, cut_short, fail, inner, take};
use super::options::{Policy, Trusting};
use super::space::Space;
use crate::error::ParseErrorKind;
use crate::spec::Count;
use crate::spec::layout::{Extent, Layout, Prefix};
use crate::spec::steps::{Check, Read, Step};
use crate::wire::{Class, Coding, Flaw, HexCase, PrefixForm, bcd, class, decimal, length};
use nom::IResult;

/// The content of a field, and how many digits, characters or bytes it says.
#[derive(Clone, Copy)]
pub(crate) struct Content<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) units: usize,
}

/// The content of a field whose place is known; empty where nothing can be read.
#[inline]
pub(crate) fn open<'a>(step: &Step, wire: &'a [u8]) -> Content<'a> {
    match step.read {
        Read::Fixed => {
            let bytes = wire.get(..usize::from(step.bytes));
            bytes.map_or(NOTHING, |bytes| Content { bytes, units: usize::from(step.layout.max) })
        }
        Read::Undefined => Content { bytes: wire, units: wire.len() },
        read if read.prefix_bytes() > 0 && step.halves == 0 => {
            wire.get(read.prefix_bytes()..).map_or(NOTHING, |bytes| Content { bytes, units: bytes.len() })
        }
        _ => content::<Miss, Trusting>(wire, step, Trusting).map_or(NOTHING, |(_, content)| content),
    }
}

const NOTHING: Content<'static> = Content { bytes: &[], units: 0 };

/// Where in a field its content begins, and the content.
#[inline]
pub(crate) fn open_at<'a>(step: &Step, wire: &'a [u8]) -> (usize, Content<'a>) {
    if step.read == Read::Undefined {
        return (0, Content { bytes: wire, units: wire.len() });
    }
    match content::<Miss, Trusting>(wire, step, Trusting) {
        Ok((rest, content)) => {
            let tail = step.layout.tail(content.bytes.len());
            let behind = rest.len().saturating_add(tail).saturating_add(content.bytes.len());
            (wire.len().saturating_sub(behind), content)
        }
        Err(_) => (0, NOTHING),
    }
}

/// A field; its content is held to `check`, if the policy checks.
#[inline(always)]
pub(super) fn field<'a, F: Fault<'a>, P: Policy>(
    input: &'a [u8],
    step: &Step,
    check: Check,
    policy: P,
) -> IResult<&'a [u8], (), F> {
    let (rest, content) = content::<F, P>(input, step, policy)?;
    if policy.checks_classes() && check != Check::Nothing && !is_well_formed(step, check, &content) {
        return flawed(content, rest, policy.coding(step.layout.coding), policy);
    }
    Ok((rest, ()))
}

/// A part of a structure in bytes, checked as far as the policy says.
pub(super) fn part<'a, F: Fault<'a>, P: Policy>(
    input: &'a [u8],
    layout: &Layout,
    policy: P,
) -> Result<(&'a [u8], Content<'a>), F> {
    let (rest, content) = other::<F, P>(input, layout, policy).map_err(inner)?;
    check_class(&content, rest, layout, policy)?;
    Ok((rest, content))
}

/// The digits, characters or bytes of a value that takes all of `bytes`, checked as far as the policy says.
pub(super) fn value<'a, F: Fault<'a>, P: Policy>(bytes: &'a [u8], layout: &Layout, policy: P) -> Result<usize, F> {
    let maximum = usize::from(layout.max);
    let content = match layout.extent {
        Extent::Fixed if bytes.len() == layout.coding.bytes(maximum) => Content { bytes, units: maximum },
        _ => measured::<F, P>(bytes, &[], bytes, layout, policy).map_err(inner)?.1,
    };
    check_class(&content, &[], layout, policy)?;
    Ok(content.units)
}

fn check_class<'a, F: Fault<'a>, P: Policy>(
    content: &Content<'a>,
    rest: &'a [u8],
    layout: &Layout,
    policy: P,
) -> Result<(), F> {
    if policy.checks_classes() && !layout.coding.is_well_formed(content.bytes, content.units) {
        flawed::<F, P>(*content, rest, policy.coding(layout.coding), policy).map_err(inner)?;
    }
    Ok(())
}

/// A part in digits that share bytes with others: how long it is, where its content begins, and the digits of that.
pub(super) fn digits<P: Policy>(input: &Space<'_>, layout: &Layout, policy: P) -> Result<(usize, usize, usize), Found> {
    let fault = |at, kind| Found { kind, left: left_at(input, at) };
    let (before, count) = match layout.extent {
        Extent::Fixed => (0, usize::from(layout.max)),
        Extent::Counted(prefix) => {
            let width = usize::from(prefix.width);
            let kind = ParseErrorKind::DigitsMissing { needed: width, left: input.len() };
            let (number, _) = input.split(width).ok_or(fault(0, kind))?;
            (width, number.decimal().ok_or(fault(0, ParseErrorKind::BadLength))? as usize)
        }
        _ => (0, input.len()),
    };
    check_count(input, count, layout, policy)?;
    let left = input.len().saturating_sub(before);
    if left < count {
        return Err(fault(before, ParseErrorKind::DigitsMissing { needed: count, left }));
    }
    let end = before.saturating_add(count);
    check_digits(input, before..end, layout, policy)?;
    Ok((end, before, count))
}

/// The digits of a value that takes all of `input`.
pub(super) fn digits_of_value<P: Policy>(input: &Space<'_>, layout: &Layout, policy: P) -> Result<usize, Found> {
    check_count(input, input.len(), layout, policy)?;
    check_digits(input, 0..input.len(), layout, policy)?;
    Ok(input.len())
}

/// The bytes left from a digit on.
fn left_at(input: &Space<'_>, at: usize) -> usize {
    input.end().saturating_sub(input.place(at))
}

fn check_count<P: Policy>(input: &Space<'_>, count: usize, layout: &Layout, policy: P) -> Result<(), Found> {
    let (minimum, maximum) = (u64::from(layout.min), u64::from(layout.max));
    check_bounds::<Found, P>(input.bytes(), count as u64, minimum, maximum, policy).map_err(inner)
}

fn check_digits<P: Policy>(
    input: &Space<'_>,
    mut range: core::ops::Range<usize>,
    layout: &Layout,
    policy: P,
) -> Result<(), Found> {
    let class = layout.coding.class;
    let admits = |at: &usize| input.digit(*at).is_some_and(|digit| class.admits(track_character(class, digit)));
    let flaw = if policy.checks_classes() { range.find(|at| !admits(at)) } else { None };
    let kind = || ParseErrorKind::BadNibble { class: class.notation() };
    match flaw.map(|at| left_at(input, at)) {
        Some(left) if !policy.goes_on(left, kind) => Err(Found { kind: kind(), left }),
        _ => Ok(()),
    }
}

/// A nibble as a character of its class: tracks count on from `9`.
fn track_character(class: Class, digit: u8) -> u8 {
    match (class, digit) {
        (Class::Z, b'A'..=b'F') => digit.wrapping_sub(b'A' - b':'),
        _ => digit,
    }
}

/// Whether content is of its class, as far as `check` looks.
#[inline(always)]
fn is_well_formed(step: &Step, check: Check, content: &Content<'_>) -> bool {
    match check {
        Check::Bcd => bcd::well_formed(content.bytes, content.units % 2 == 1, step.layout.coding.pad),
        Check::Pad => bcd::pad_accepted(content.bytes, content.units % 2 == 1, step.layout.coding.pad),
        Check::Other => step.layout.coding.is_well_formed(content.bytes, content.units),
        check => holds(check, content.bytes),
    }
}

/// Whether a check that looks at each byte alone holds for all.
#[inline(always)]
pub(super) fn holds(check: Check, bytes: &[u8]) -> bool {
    match check {
        Check::Digits => class::digits(bytes),
        Check::Printable => class::printable(bytes),
        Check::Alphanumeric => class::alphanumeric(bytes),
        Check::Track => class::track(bytes),
        Check::Nibbles => class::bcd_digits(bytes),
        Check::Nothing | Check::Bcd | Check::Pad | Check::Other => true,
    }
}

/// Finds the byte that is at fault, unless the policy forgives it.
#[cold]
fn flawed<'a, F: Fault<'a>, P: Policy>(
    content: Content<'a>,
    rest: &'a [u8],
    coding: Coding,
    policy: P,
) -> IResult<&'a [u8], (), F> {
    let Some((at, flaw)) = coding.first_flaw(content.bytes, content.units, policy.accepts_any_sign()) else {
        return Ok((rest, ()));
    };
    let class = coding.class.notation();
    let kind = || match flaw {
        Flaw::Character => ParseErrorKind::BadCharacter { class },
        Flaw::Nibble => ParseErrorKind::BadNibble { class },
        Flaw::Pad => ParseErrorKind::BadPad,
        Flaw::Sign => ParseErrorKind::BadSign,
    };
    let left = content.bytes.len().saturating_sub(at).saturating_add(rest.len());
    if policy.goes_on(left, kind) {
        return Ok((rest, ()));
    }
    Err(nom::Err::Error(F::new(left, kind)))
}

/// Length and content of a field.
#[inline(always)]
fn content<'a, F: Fault<'a>, P: Policy>(input: &'a [u8], step: &Step, policy: P) -> IResult<&'a [u8], Content<'a>, F> {
    let layout = &step.layout;
    match step.read {
        Read::Fixed => {
            let (rest, bytes) = take::<F>(input, usize::from(step.bytes))?;
            Ok((rest, Content { bytes, units: usize::from(layout.max) }))
        }
        Read::Ascii2 => {
            let (rest, [a, b]) = array::<2, F>(input)?;
            let (tens, ones) = (a.wrapping_sub(b'0'), b.wrapping_sub(b'0'));
            let number = decimal::append(u64::from(tens), 10, u64::from(ones));
            counted(input, rest, step, policy, tens <= 9 && ones <= 9, number)
        }
        Read::Ascii3 => {
            let (rest, [a, b, c]) = array::<3, F>(input)?;
            let (hundreds, tens, ones) = (a.wrapping_sub(b'0'), b.wrapping_sub(b'0'), c.wrapping_sub(b'0'));
            let below_hundred = decimal::append(u64::from(tens), 10, u64::from(ones));
            let number = decimal::append(u64::from(hundreds), 100, below_hundred);
            counted(input, rest, step, policy, hundreds <= 9 && tens <= 9 && ones <= 9, number)
        }
        Read::Bcd2 => {
            let (rest, [a]) = array::<1, F>(input)?;
            counted(input, rest, step, policy, is_bcd(a), decimal::of_pair(a))
        }
        Read::Bcd3 => {
            let (rest, [a, b]) = array::<2, F>(input)?;
            let is_number = is_bcd(a) && is_bcd(b);
            let number = decimal::append(decimal::of_pair(a), 100, decimal::of_pair(b));
            counted(input, rest, step, policy, is_number, number)
        }
        Read::Binary1 => {
            let (rest, [a]) = array::<1, F>(input)?;
            counted(input, rest, step, policy, true, u64::from(a))
        }
        Read::Binary2 => {
            let (rest, bytes) = array::<2, F>(input)?;
            counted(input, rest, step, policy, true, u64::from(u16::from_be_bytes(bytes)))
        }
        Read::Other => other(input, layout, policy),
        Read::Undefined => fail(input, || ParseErrorKind::UndefinedField),
    }
}

#[inline(always)]
fn is_bcd(byte: u8) -> bool {
    byte >> 4 <= 9 && byte & 15 <= 9
}

/// Content behind a prefix that counts units: the common case.
#[inline(always)]
fn counted<'a, F: Fault<'a>, P: Policy>(
    prefix: &'a [u8],
    rest: &'a [u8],
    step: &Step,
    policy: P,
    is_number: bool,
    length: u64,
) -> IResult<&'a [u8], Content<'a>, F> {
    let layout = &step.layout;
    if !is_number {
        return fail(prefix, || ParseErrorKind::BadLength);
    }
    if length > u64::from(layout.max) || length < u64::from(layout.min) {
        check_bounds(prefix, length, u64::from(layout.min), u64::from(layout.max), policy)?;
    }
    let units = reachable(length);
    // No prefix that comes here says more than 65,535, and `halves` is 0 or 1.
    let size = units.wrapping_add(usize::from(step.halves)).wrapping_shr(u32::from(step.halves));
    let (rest, bytes) = take::<F>(rest, size)?;
    Ok((rest, Content { bytes, units }))
}

/// A length as one goes on by it. Of 32 bits, a length above its maximum that an examination goes on by may be more than
/// there is memory; twice as many bytes can still be counted.
#[inline]
fn reachable(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX / 4)
}

/// Refuses a length out of its bounds, unless the policy goes on by it.
#[cold]
fn check_bounds<'a, F: Fault<'a>, P: Policy>(
    place: &'a [u8],
    length: u64,
    minimum: u64,
    maximum: u64,
    policy: P,
) -> Result<(), nom::Err<F>> {
    let kind = || match length > maximum {
        true => ParseErrorKind::LengthAboveMaximum { length, maximum: maximum as u32 },
        false => ParseErrorKind::LengthBelowMinimum { length, minimum: minimum as u32 },
    };
    if (minimum..=maximum).contains(&length) || policy.goes_on(place.len(), kind) {
        return Ok(());
    }
    Err(nom::Err::Error(F::new(place.len(), kind)))
}

/// Every other way to end a field.
#[inline(never)]
fn other<'a, F: Fault<'a>, P: Policy>(
    input: &'a [u8],
    layout: &Layout,
    policy: P,
) -> IResult<&'a [u8], Content<'a>, F> {
    match layout.extent {
        Extent::Fixed => {
            let (rest, bytes) = take::<F>(input, layout.coding.bytes(usize::from(layout.max)))?;
            Ok((rest, Content { bytes, units: usize::from(layout.max) }))
        }
        Extent::Counted(prefix) => {
            let (rest, size) = prefixed::<F, P>(input, layout, prefix, policy)?;
            let (rest, bytes) = take::<F>(rest, size.bytes)?;
            sized(input, rest, bytes, &size, layout, policy)
        }
        Extent::Area(prefix, area) => {
            let (rest, size) = prefixed::<F, P>(input, layout, prefix, policy)?;
            let (rest, area) = take::<F>(rest, usize::from(area))?;
            let (_, bytes) = take::<F>(area, size.bytes)?;
            sized(input, rest, bytes, &size, layout, policy)
        }
        Extent::Rest => measured(input, &[], input, layout, policy),
        Extent::Terminated(bytes, length) => {
            let terminator = bytes.get(..usize::from(length)).unwrap_or(&bytes);
            // The longest value, its terminator, and no byte further: the search is bounded by the field.
            let window = layout.coding.bytes(usize::from(layout.max)).saturating_add(terminator.len());
            let window = input.get(..window).unwrap_or(input);
            match window.windows(terminator.len().max(1)).position(|bytes| bytes == terminator) {
                Some(at) => {
                    let (rest, bytes) = take::<F>(input, at)?;
                    let (rest, _) = take::<F>(rest, terminator.len())?;
                    measured(bytes, rest, input, layout, policy)
                }
                None => fail(input, || ParseErrorKind::NoTerminator),
            }
        }
    }
}

/// The size of content as its prefix tells it.
struct Size {
    bytes: usize,
    /// Known when the prefix counts units.
    units: Option<usize>,
}

/// Content behind its prefix: where that counted bytes, the units are known only now.
fn sized<'a, F: Fault<'a>, P: Policy>(
    start: &'a [u8],
    rest: &'a [u8],
    bytes: &'a [u8],
    size: &Size,
    layout: &Layout,
    policy: P,
) -> IResult<&'a [u8], Content<'a>, F> {
    match size.units {
        Some(units) => Ok((rest, Content { bytes, units })),
        None => measured(bytes, rest, start, layout, policy),
    }
}

/// A prefix of any form, with what it counts.
fn prefixed<'a, F: Fault<'a>, P: Policy>(
    input: &'a [u8],
    layout: &Layout,
    prefix: Prefix,
    policy: P,
) -> IResult<&'a [u8], Size, F> {
    let (rest, number) = number::<F>(input, prefix, policy.hex_case(layout.coding.case))?;
    let own = if prefix.includes_itself { prefix.form.bytes(prefix.width) as u64 } else { 0 };
    let maximum = prefix.number(&layout.coding, usize::from(layout.max));
    let minimum = prefix.number(&layout.coding, usize::from(layout.min));
    let Some(counted) = number.checked_sub(own) else {
        return fail(input, || ParseErrorKind::LengthBelowMinimum { length: number, minimum: minimum as u32 });
    };
    check_bounds(input, number, minimum, maximum, policy)?;
    let counted = reachable(counted);
    match prefix.counts {
        Count::Nibbles if counted % 2 == 1 => fail(input, || ParseErrorKind::PartialByte { length: number }),
        Count::Bytes if !layout.coding.fits(counted) => fail(input, || ParseErrorKind::PartialByte { length: number }),
        Count::Units => Ok((rest, Size { bytes: layout.coding.bytes(counted), units: Some(counted) })),
        Count::Bytes => Ok((rest, Size { bytes: counted, units: None })),
        Count::Nibbles => Ok((rest, Size { bytes: counted / 2, units: None })),
    }
}

/// The number in a prefix.
fn number<'a, F: Fault<'a>>(input: &'a [u8], prefix: Prefix, case: HexCase) -> IResult<&'a [u8], u64, F> {
    if prefix.form == PrefixForm::Ber {
        return ber_number(input);
    }
    let (rest, bytes) = take::<F>(input, prefix.form.bytes(prefix.width))?;
    match prefix.form.value(bytes, case) {
        Some(number) => Ok((rest, number)),
        None => fail(input, || ParseErrorKind::BadLength),
    }
}

fn ber_number<'a, F: Fault<'a>>(input: &'a [u8]) -> IResult<&'a [u8], u64, F> {
    match length::ber(input) {
        Ok(Some((number, used))) => {
            let (rest, _) = take::<F>(input, used)?;
            Ok((rest, number))
        }
        Ok(None) => fail(input, || cut_short(input)),
        Err(length::NotANumber) => fail(input, || ParseErrorKind::BadLength),
    }
}

/// Content of which only the bytes are known, held against minimum and maximum.
fn measured<'a, F: Fault<'a>, P: Policy>(
    bytes: &'a [u8],
    rest: &'a [u8],
    start: &'a [u8],
    layout: &Layout,
    policy: P,
) -> IResult<&'a [u8], Content<'a>, F> {
    let Some(units) = layout.coding.units(bytes) else {
        return fail(start, || ParseErrorKind::PartialByte { length: bytes.len() as u64 });
    };
    check_bounds(start, units as u64, u64::from(layout.min), u64::from(layout.max), policy)?;
    Ok((rest, Content { bytes, units }))
}
