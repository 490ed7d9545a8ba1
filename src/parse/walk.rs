//! A whole message: head, fields in the order of their bits, end.

use super::fault::{Fault, Found, Miss, inner, taken};
use super::field::field;
use super::head::{self, Bitmaps};
use super::index::{Index, PLACES};
use super::options::{ParseOptions, Policy, Report, Reporting, Strict, Structure};
use super::run::{RUN_FAULT, Run};
use crate::bitmap::{Bitmap, number_of};
use crate::error::{FieldPath, ParseError, ParseErrorKind};
use crate::spec::steps::{Check, Read, Step};
use crate::spec::{HexCase, MessageSpec, Third};
use core::cell::{Cell, RefCell};
use core::num::NonZeroU64;

/// Parses a message into `index`.
#[inline]
pub(crate) fn parse(
    bytes: &[u8],
    spec: &MessageSpec,
    options: ParseOptions,
    index: &mut Index,
) -> Result<(), ParseError> {
    index.options = options;
    let is_well = match options {
        ParseOptions::STRICT => strict(bytes, spec, index),
        STRUCTURE => structure(bytes, spec, index),
        lenient => walk::<Miss, ParseOptions>(bytes, spec, lenient, index).is_ok(),
    };
    if is_well { Ok(()) } else { explain(bytes, spec, options, index) }
}

const STRUCTURE: ParseOptions = ParseOptions::STRICT.unchecked_classes();

#[inline(never)]
fn strict(bytes: &[u8], spec: &MessageSpec, index: &mut Index) -> bool {
    walk::<Miss, Strict>(bytes, spec, Strict, index).is_ok()
}

#[inline(never)]
fn structure(bytes: &[u8], spec: &MessageSpec, index: &mut Index) -> bool {
    walk::<Miss, Structure>(bytes, spec, Structure, index).is_ok()
}

/// Parses as far as it goes: `index` holds the fields before the fault.
pub(crate) fn parse_some(
    bytes: &[u8],
    spec: &MessageSpec,
    options: ParseOptions,
    index: &mut Index,
) -> Result<(), ParseError> {
    *index = Index { options, ..Index::new() };
    let outcome = explain(bytes, spec, options, index);
    let found = usize::from(index.count);
    index.present = index.present.iter().take(found).collect();
    index.is_partial = outcome.is_err();
    outcome
}

/// Parses as far as it goes, and past every fault that leaves the end of a field known; all faults are reported.
pub(crate) fn examine(
    bytes: &[u8],
    spec: &MessageSpec,
    options: ParseOptions,
    index: &mut Index,
    to: &mut dyn FnMut(ParseError),
) {
    *index = Index { options, ..Index::new() };
    let report = Report { to: RefCell::new(to), path: Cell::new(FieldPath::MESSAGE), end: Cell::new(bytes.len()) };
    let policy = Reporting { options, report: &report };
    let outcome = walk::<Found, Reporting<'_>>(bytes, spec, policy, index);
    let found = usize::from(index.count);
    index.is_partial = outcome.is_err();
    index.present = index.present.iter().take(found).collect();
    if let Err((fault, path)) = outcome {
        let error = ParseError::new(fault.kind, bytes.len().saturating_sub(fault.left), path);
        report.to.borrow_mut()(error);
    }
}

/// The fields that the bitmaps in front of the fields announce, as far as they can be read.
pub(crate) fn announced(bytes: &[u8], spec: &MessageSpec) -> Bitmap {
    let wire = spec.wire();
    let mut bitmaps = Bitmaps::NONE;
    if let Ok((rest, _)) = head::mti::<Miss>(bytes, wire.mti) {
        // What was read before a fault is what can be read.
        let _ = head::bitmaps::<Miss>(rest, wire, HexCase::Any, &mut bitmaps);
    }
    Bitmap::from_words(bitmaps.words)
}

/// The cold walk: the same parsers, with kind and place.
#[cold]
#[inline(never)]
fn explain(bytes: &[u8], spec: &MessageSpec, options: ParseOptions, index: &mut Index) -> Result<(), ParseError> {
    walk::<Found, ParseOptions>(bytes, spec, options, index)
        .map_err(|(fault, path)| ParseError::new(fault.kind, bytes.len().saturating_sub(fault.left), path))
}

/// The hot loop is this function with [`Miss`] and [`Strict`].
#[inline(always)]
fn walk<'a, F: Fault<'a>, P: Policy>(
    bytes: &'a [u8],
    spec: &MessageSpec,
    policy: P,
    index: &mut Index,
) -> Result<(), (F, FieldPath)> {
    let length = bytes.len();
    if length > usize::from(u16::MAX) {
        let fault = F::new(length, || ParseErrorKind::MessageTooLong { length });
        return Err((fault, FieldPath::MESSAGE));
    }
    let wire = spec.wire();
    let (rest, mti) = head::mti::<F>(bytes, wire.mti).map_err(|error| (inner(error), FieldPath::MTI))?;
    index.mti = mti;
    let mut bitmaps = Bitmaps::NONE;
    let (rest, ()) = head::bitmaps::<F>(rest, wire, policy.hex_case(wire.hex_case), &mut bitmaps)
        .map_err(|error| (inner(error), bitmaps.path()))?;
    let at = taken(bytes, rest);
    index.first = at as u16;
    let mut walk =
        Walk { spec, policy, bytes, at, count: 0, ends: &mut index.ends, run: Run::NONE, words: bitmaps.words };
    let outcome = match wire.bitmap {
        Some(_) => walk.flagged::<F>(wire.third),
        None => {
            let outcome;
            (walk, outcome) = walk.in_order::<F>();
            outcome
        }
    };
    let ended = walk.end::<F>();
    index.count = walk.count;
    index.is_partial = false;
    index.present = Bitmap::from_words(walk.words);
    outcome.map_err(|(fault, number)| (fault, FieldPath::field(number)))?;
    ended.map_err(|fault| (fault, FieldPath::MESSAGE))
}

struct Walk<'a, 'i, P> {
    spec: &'i MessageSpec,
    policy: P,
    bytes: &'a [u8],
    /// Where the walk is. In runs it may be beyond the end, which is seen at the next prefix or at the end.
    at: usize,
    count: u8,
    ends: &'i mut [u16; PLACES],
    run: Run,
    /// The fields that are there, as far as is known.
    words: [u64; 3],
}

impl<'a, P: Policy> Walk<'a, '_, P> {
    /// The fields whose bits are set.
    #[inline(always)]
    fn flagged<F: Fault<'a>>(&mut self, third: Third) -> Result<(), (F, u16)> {
        for bitmap in 0..bitmaps_to_walk(self.words, third) {
            if let (2, Third::Field(number)) = (bitmap, third) {
                self.words[2] = carried(self.bytes, self.words, self.ends, number);
            }
            // Taken apart, so that all else of the walk can lie in registers.
            let [first, second, third] = self.words;
            let word = [first, second, third].get(usize::from(bitmap)).map_or(0, |word| *word);
            self.word(word, bitmap)?;
        }
        Ok(())
    }

    #[inline(always)]
    fn word<F: Fault<'a>>(&mut self, word: u64, bitmap: u16) -> Result<(), (F, u16)> {
        let Some(steps) = self.spec.steps_of(usize::from(bitmap)) else { return Ok(()) };
        let mut bits = word.reverse_bits();
        while let Some(left) = NonZeroU64::new(bits) {
            bits &= left.get().wrapping_sub(1);
            let bit = left.trailing_zeros();
            if let Some(step) = steps.get(bit as usize) {
                self.field::<F>(number_of(bitmap, bit), step)?;
            }
        }
        Ok(())
    }

    #[inline(always)]
    fn field<F: Fault<'a>>(&mut self, number: u16, step: &Step) -> Result<(), (F, u16)> {
        self.policy.enter(number);
        let outcome = match P::IN_RUNS {
            true => self.quickly(step),
            false if self.keeps(number, step) => Ok(self.bytes.len()),
            false => self.by_itself(step, step.check),
        };
        self.at = outcome.map_err(|fault| (fault, number))?;
        if let Some(end) = self.ends.get_mut(usize::from(self.count)) {
            *end = self.at as u16;
        }
        // There are 192 bits at most.
        self.count = self.count.wrapping_add(1);
        Ok(())
    }

    /// Where the next field ends, whose bytes join a run.
    #[inline(always)]
    fn quickly<F: Fault<'a>>(&mut self, step: &Step) -> Result<usize, F> {
        if self.policy.checks_classes() && !self.run.go_on(self.bytes, self.at, step.run) {
            return Err(self.lost());
        }
        let is_passed = if self.policy.checks_classes() { step.is_plain } else { step.read == Read::Fixed };
        // 192 times at most, and each time at most 65,535.
        if is_passed { Ok(self.at.wrapping_add(usize::from(step.bytes))) } else { self.by_itself(step, step.alone) }
    }

    /// Where the next field ends, whose content is held to `check`.
    #[inline(always)]
    fn by_itself<F: Fault<'a>>(&self, step: &Step, check: Check) -> Result<usize, F> {
        let input = self.bytes.get(self.at..).ok_or_else(|| self.lost::<F>())?;
        let (rest, ()) = field::<F, P>(input, step, check, self.policy).map_err(inner)?;
        Ok(taken(self.bytes, rest))
    }

    /// The fault of a walk in runs, which does not know what or where.
    #[inline(always)]
    fn lost<F: Fault<'a>>(&self) -> F {
        F::new(0, || RUN_FAULT)
    }

    /// Whether the field is undefined and the last, and the policy keeps such a one to the end.
    #[inline(always)]
    fn keeps(&self, number: u16, step: &Step) -> bool {
        self.policy.keeps_undefined_last() && step.read == Read::Undefined && is_last(self.words, number)
    }

    /// The end of the message, which is that of the last field.
    #[inline(always)]
    fn end<F: Fault<'a>>(&mut self) -> Result<(), F> {
        if P::IN_RUNS && !self.run.end(self.bytes, self.at, Check::Nothing) {
            return Err(self.lost());
        }
        let rest = self.bytes.get(self.at..).ok_or_else(|| self.lost::<F>())?;
        if rest.is_empty() || self.policy.accepts_trailing() {
            return Ok(());
        }
        Err(F::new(rest.len(), || ParseErrorKind::TrailingBytes { count: rest.len() }))
    }

    /// No bitmap: every field of the spec, until the message ends.
    ///
    /// By value, so that the walk of flagged fields need not lie in memory.
    #[cold]
    fn in_order<F: Fault<'a>>(mut self) -> (Self, Result<(), (F, u16)>) {
        let mut present = Bitmap::EMPTY;
        for number in 2..=Bitmap::MAX {
            if self.at >= self.bytes.len() {
                break;
            }
            let Some(step) = self.spec.defined(number) else { continue };
            if let Err(fault) = self.field::<F>(number, step) {
                return (self, Err(fault));
            }
            present.insert(number);
            self.words = present.words();
        }
        (self, Ok(()))
    }
}

/// Up to the last that announces a field; the third, where it is the content of a field, is not known yet.
#[inline(always)]
fn bitmaps_to_walk(words: [u64; 3], third: Third) -> u16 {
    match (words, third) {
        ([_, 0, 0], Third::None | Third::Chain) => 1,
        ([_, _, 0], Third::None | Third::Chain) => 2,
        _ => 3,
    }
}

/// The third bitmap, where it is the content of a field.
#[cold]
fn carried(bytes: &[u8], words: [u64; 3], ends: &[u16; PLACES], number: u16) -> u64 {
    let present = Bitmap::from_words(words);
    if !present.contains(number) {
        return 0;
    }
    let end = ends.get(present.rank(number)).map_or(0, |&end| usize::from(end));
    bytes.get(..end).and_then(|head| head.last_chunk::<8>()).map_or(0, |word| u64::from_be_bytes(*word))
}

#[cold]
fn is_last(words: [u64; 3], number: u16) -> bool {
    Bitmap::from_words(words).last() == Some(number)
}
