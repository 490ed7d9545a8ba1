//! A whole message: head, fields in the order of their bits, end.

use super::fault::{Fault, Found, Miss, inner};
use super::field::field;
use super::head::{self, Bitmaps};
use super::index::Index;
use super::options::{ParseOptions, Policy, Report, Reporting, Strict, Structure};
use super::run::{RUN_FAULT, Run, in_run};
use crate::bitmap::Bitmap;
use crate::error::{FieldPath, ParseError, ParseErrorKind};
use crate::spec::steps::{Check, Read};
use crate::spec::{HexCase, MessageSpec, Third};
use core::cell::{Cell, RefCell};

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
    let mut bitmaps = Bitmaps { words: [0; 3], path: FieldPath::BITMAP };
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
    let mut bitmaps = Bitmaps { words: [0; 3], path: FieldPath::BITMAP };
    let (rest, ()) = head::bitmaps::<F>(rest, wire, policy.hex_case(wire.hex_case), &mut bitmaps)
        .map_err(|error| (inner(error), bitmaps.path))?;
    index.first = (length - rest.len()) as u16;
    let run = Run::new(rest);
    let mut walk = Walk { spec, policy, length, rest, count: 0, ends: &mut index.ends, run, words: bitmaps.words };
    let outcome = match wire.bitmap {
        Some(_) => walk.flagged::<F>(bytes, &mut bitmaps.words, wire.third),
        None => walk.in_order::<F>(&mut bitmaps.words),
    };
    let (rest, count, run_is_well) = (walk.rest, walk.count, walk.run.end(walk.rest, Check::Nothing));
    index.count = count as u8;
    index.is_partial = false;
    index.present = Bitmap::from_words(bitmaps.words);
    outcome.map_err(|(fault, number)| (fault, FieldPath::field(number)))?;
    if !run_is_well {
        return Err((F::new(rest.len(), || RUN_FAULT), FieldPath::MESSAGE));
    }
    if !rest.is_empty() && !policy.accepts_trailing() {
        let fault = F::new(rest.len(), || ParseErrorKind::TrailingBytes { count: rest.len() });
        return Err((fault, FieldPath::MESSAGE));
    }
    Ok(())
}

struct Walk<'a, 'i, P> {
    spec: &'i MessageSpec,
    policy: P,
    length: usize,
    rest: &'a [u8],
    count: usize,
    ends: &'i mut [u16],
    run: Run<'a>,
    /// The fields that are known to come.
    words: [u64; 3],
}

impl<'a, P: Policy> Walk<'a, '_, P> {
    /// The fields whose bits are set.
    #[inline(always)]
    fn flagged<F: Fault<'a>>(&mut self, bytes: &'a [u8], words: &mut [u64; 3], third: Third) -> Result<(), (F, u16)> {
        let [first, second, _] = *words;
        self.word(first, 0)?;
        self.word(second, 64)?;
        if let Third::Field(number) = third {
            words[2] = self.carried(bytes, *words, number);
            self.words = *words;
        }
        self.word(words[2], 128)
    }

    #[inline(always)]
    fn word<F: Fault<'a>>(&mut self, word: u64, base: u16) -> Result<(), (F, u16)> {
        let mut bits = word.reverse_bits();
        while bits != 0 {
            let number = base + bits.trailing_zeros() as u16 + 1;
            bits &= bits - 1;
            self.field::<F>(number)?;
        }
        Ok(())
    }

    #[inline(always)]
    fn field<F: Fault<'a>>(&mut self, number: u16) -> Result<(), (F, u16)> {
        let (Some(step), Some(end)) = (self.spec.step(number), self.ends.get_mut(self.count)) else {
            return Err((F::new(self.rest.len(), || ParseErrorKind::UndefinedField), number));
        };
        self.policy.enter(number);
        if self.policy.keeps_undefined_last() && step.read == Read::Undefined && is_last(self.words, number) {
            self.rest = &[];
            *end = self.length as u16;
            self.count += 1;
            return Ok(());
        }
        let outcome = match P::IN_RUNS {
            true => in_run::<F, P>(self.rest, step, self.policy, &mut self.run),
            false => field::<F, P>(self.rest, step, self.policy),
        };
        let (rest, ()) = outcome.map_err(|error| (inner(error), number))?;
        self.rest = rest;
        *end = (self.length - rest.len()) as u16;
        self.count += 1;
        Ok(())
    }

    /// The third bitmap, where it is the content of a field.
    #[cold]
    fn carried(&self, bytes: &[u8], words: [u64; 3], number: u16) -> u64 {
        let present = Bitmap::from_words(words);
        if !present.contains(number) {
            return 0;
        }
        let end = self.ends.get(present.rank(number)).map_or(0, |&end| usize::from(end));
        bytes.get(..end).and_then(|head| head.last_chunk::<8>()).map_or(0, |word| u64::from_be_bytes(*word))
    }

    /// No bitmap: every field of the spec, until the message ends.
    #[cold]
    fn in_order<F: Fault<'a>>(&mut self, words: &mut [u64; 3]) -> Result<(), (F, u16)> {
        let mut present = Bitmap::EMPTY;
        for field in self.spec.fields() {
            if self.rest.is_empty() {
                break;
            }
            self.field::<F>(field.number())?;
            present.insert(field.number());
            *words = present.words();
        }
        Ok(())
    }
}

#[cold]
fn is_last(words: [u64; 3], number: u16) -> bool {
    Bitmap::from_words(words).last() == Some(number)
}
