//! Named leniencies.

use crate::error::{FieldPath, ParseError, ParseErrorKind, Segment};
use crate::wire::{Coding, HexCase};
use core::cell::{Cell, RefCell};

/// How strict a parse is. [`ParseOptions::STRICT`] is what every parse is unless told otherwise; each leniency says who needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseOptions(u8);

const UNCHECKED: u8 = 1;
const TRAILING: u8 = 2;
const PADS: u8 = 4;
const SIGNS: u8 = 8;
const HEX_CASE: u8 = 16;
const UNDEFINED_LAST: u8 = 32;

impl ParseOptions {
    /// An undefined field, a character outside its class, a bad nibble, a length above the maximum, bytes left over:
    /// each of them is an error.
    pub const STRICT: Self = ParseOptions(0);

    /// For a host that must live with its peers: any pad nibble, any hex case and any sign of an amount are accepted.
    pub const NETWORK: Self = ParseOptions(PADS | SIGNS | HEX_CASE);

    /// For reading captures: as [`Self::NETWORK`], neither characters nor trailing bytes are looked at, and an
    /// undefined field at the end is kept.
    pub const FORENSIC: Self = ParseOptions(Self::NETWORK.0 | UNCHECKED | TRAILING | UNDEFINED_LAST);

    /// Characters and nibbles are not checked: for routers that read a few fields of messages which others check.
    ///
    /// Values may then hold anything; their text shows odd bytes as they are, escaped when revealed.
    #[must_use]
    pub const fn unchecked_classes(self) -> Self {
        ParseOptions(self.0 | UNCHECKED)
    }

    /// Bytes behind the last field are accepted: for networks that fill messages up to a block size.
    #[must_use]
    pub const fn trailing_bytes(self) -> Self {
        ParseOptions(self.0 | TRAILING)
    }

    /// The nibble that fills up an odd number of digits may be any: for terminals that mix 0 and F.
    #[must_use]
    pub const fn any_pad(self) -> Self {
        ParseOptions(self.0 | PADS)
    }

    /// The sign of `x+n` may be any character: for fee fields that carry a digit where C or D belongs, as fixtures of
    /// other libraries do.
    #[must_use]
    pub const fn any_sign(self) -> Self {
        ParseOptions(self.0 | SIGNS)
    }

    /// A field that the spec does not define is kept, raw, to the end of the message, if it is the last one: for reading
    /// what a peer has added to a message. Of an undefined field before others nobody can say where it ends; then
    /// [`crate::Message::parse_partial`] gives what stands before it.
    #[must_use]
    pub const fn undefined_last_field(self) -> Self {
        ParseOptions(self.0 | UNDEFINED_LAST)
    }

    /// Hex digits may be in either case: for gateways that print hex with the tools of their language.
    #[must_use]
    pub const fn any_hex_case(self) -> Self {
        ParseOptions(self.0 | HEX_CASE)
    }
}

/// What the parsers ask of the options; the strict answers are known when compiling.
pub(super) trait Policy: Copy {
    /// Fields of fixed length are gone past without looking, and neighbours that are checked alike are checked as one run:
    /// quick, but a fault has no place.
    const IN_RUNS: bool = false;
    /// Whether characters and nibbles are looked at.
    #[inline(always)]
    fn checks_classes(self) -> bool {
        true
    }

    /// Whether bytes may be left over.
    #[inline(always)]
    fn accepts_trailing(self) -> bool {
        false
    }

    /// Whether the sign of `x+n` may be any character.
    #[inline(always)]
    fn accepts_any_sign(self) -> bool {
        false
    }

    /// Whether an undefined field that is the last one reaches to the end.
    #[inline(always)]
    fn keeps_undefined_last(self) -> bool {
        false
    }

    /// The hex case that is accepted where the spec states this one.
    #[inline(always)]
    fn hex_case(self, stated: HexCase) -> HexCase {
        stated
    }

    /// The coding that is accepted where the spec states this one.
    #[inline(always)]
    fn coding(self, stated: Coding) -> Coding {
        stated
    }

    /// The number of the field that comes next.
    #[inline(always)]
    fn enter(self, _number: u16) {}

    /// The part of a structure that comes next, and where in the message what holds it ends.
    #[inline(always)]
    fn enter_part(self, _path: &FieldPath, _key: Segment, _end: usize) {}

    /// Whether to go on after a fault that leaves the end of the field known.
    #[inline(always)]
    fn goes_on(self, _left: usize, _kind: impl FnOnce() -> ParseErrorKind) -> bool {
        false
    }
}

/// [`ParseOptions::STRICT`].
#[derive(Clone, Copy)]
pub(super) struct Strict;

impl Policy for Strict {
    const IN_RUNS: bool = true;
}

/// [`ParseOptions::STRICT`] but for the classes.
#[derive(Clone, Copy)]
pub(super) struct Structure;

impl Policy for Structure {
    const IN_RUNS: bool = true;

    #[inline(always)]
    fn checks_classes(self) -> bool {
        false
    }
}

/// For a field whose place is known: whatever was forgiven when it was found is forgiven again.
#[derive(Clone, Copy)]
pub(super) struct Trusting;

impl Policy for Trusting {
    fn checks_classes(self) -> bool {
        false
    }

    fn hex_case(self, _: HexCase) -> HexCase {
        HexCase::Any
    }

    fn coding(self, stated: Coding) -> Coding {
        Coding { pad: stated.pad.any(), case: HexCase::Any, ..stated }
    }

    #[inline(always)]
    fn goes_on(self, _: usize, _: impl FnOnce() -> ParseErrorKind) -> bool {
        true
    }
}

/// Reports every fault, and goes on wherever the end of the field is known all the same.
#[derive(Clone, Copy)]
pub(super) struct Reporting<'r> {
    pub(super) options: ParseOptions,
    pub(super) report: &'r Report<'r>,
}

/// Where faults are reported to, and what is being read.
pub(super) struct Report<'r> {
    pub(super) to: RefCell<&'r mut dyn FnMut(ParseError)>,
    pub(super) path: Cell<FieldPath>,
    /// Where the message, or the content that holds the part, ends.
    pub(super) end: Cell<usize>,
}

impl Policy for Reporting<'_> {
    fn checks_classes(self) -> bool {
        self.options.checks_classes()
    }

    fn accepts_trailing(self) -> bool {
        self.options.accepts_trailing()
    }

    fn accepts_any_sign(self) -> bool {
        self.options.accepts_any_sign()
    }

    fn keeps_undefined_last(self) -> bool {
        self.options.keeps_undefined_last()
    }

    fn hex_case(self, stated: HexCase) -> HexCase {
        Policy::hex_case(self.options, stated)
    }

    fn coding(self, stated: Coding) -> Coding {
        self.options.coding(stated)
    }

    fn enter(self, number: u16) {
        self.report.path.set(FieldPath::field(number));
    }

    fn enter_part(self, path: &FieldPath, key: Segment, end: usize) {
        self.report.path.set(path.child(key));
        self.report.end.set(end);
    }

    fn goes_on(self, left: usize, kind: impl FnOnce() -> ParseErrorKind) -> bool {
        if let Ok(mut report) = self.report.to.try_borrow_mut() {
            report(ParseError::new(kind(), self.report.end.get().saturating_sub(left), self.report.path.get()));
        }
        true
    }
}

impl Policy for ParseOptions {
    fn checks_classes(self) -> bool {
        self.0 & UNCHECKED == 0
    }

    fn accepts_trailing(self) -> bool {
        self.0 & TRAILING != 0
    }

    fn accepts_any_sign(self) -> bool {
        self.0 & SIGNS != 0
    }

    fn keeps_undefined_last(self) -> bool {
        self.0 & UNDEFINED_LAST != 0
    }

    fn hex_case(self, stated: HexCase) -> HexCase {
        if self.0 & HEX_CASE != 0 { HexCase::Any } else { stated }
    }

    fn coding(self, stated: Coding) -> Coding {
        let pad = if self.0 & PADS != 0 { stated.pad.any() } else { stated.pad };
        Coding { pad, case: self.hex_case(stated.case), ..stated }
    }
}
