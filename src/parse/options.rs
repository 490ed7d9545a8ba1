//! Named leniencies.

use crate::wire::{Coding, HexCase};

/// How strict a parse is. [`ParseOptions::STRICT`] is what every parse is unless told otherwise; each leniency says who needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseOptions {
    classes: bool,
    trailing: bool,
    pads: bool,
    signs: bool,
    hex_case: bool,
}

impl ParseOptions {
    /// An undefined field, a character outside its class, a bad nibble, a length above the maximum, bytes left over:
    /// each of them is an error.
    pub const STRICT: Self =
        ParseOptions { classes: true, trailing: false, pads: false, signs: false, hex_case: false };

    /// For a host that must live with its peers: any pad nibble, any hex case and any sign of an amount are accepted.
    pub const NETWORK: Self = ParseOptions { pads: true, signs: true, hex_case: true, ..Self::STRICT };

    /// For reading captures: as [`Self::NETWORK`], and neither characters nor trailing bytes are looked at.
    pub const FORENSIC: Self = ParseOptions { classes: false, trailing: true, ..Self::NETWORK };

    /// Characters and nibbles are not checked: for routers that read a few fields of messages which others check.
    ///
    /// Values may then hold anything; their text shows odd bytes as they are, escaped when revealed.
    #[must_use]
    pub const fn unchecked_classes(self) -> Self {
        ParseOptions { classes: false, ..self }
    }

    /// Bytes behind the last field are accepted: for networks that fill messages up to a block size.
    #[must_use]
    pub const fn trailing_bytes(self) -> Self {
        ParseOptions { trailing: true, ..self }
    }

    /// The nibble that fills up an odd number of digits may be any: for terminals that mix 0 and F.
    #[must_use]
    pub const fn any_pad(self) -> Self {
        ParseOptions { pads: true, ..self }
    }

    /// The sign of `x+n` may be any character: for fee fields that carry a digit where C or D belongs, as fixtures of
    /// other libraries do.
    #[must_use]
    pub const fn any_sign(self) -> Self {
        ParseOptions { signs: true, ..self }
    }

    /// Hex digits may be in either case: for gateways that print hex with the tools of their language.
    #[must_use]
    pub const fn any_hex_case(self) -> Self {
        ParseOptions { hex_case: true, ..self }
    }
}

/// What the parsers ask of the options; the strict answers are known when compiling.
pub(super) trait Policy: Copy {
    /// Neighbours of fixed length that are checked alike are checked as one run: quick, but a fault has no place.
    const IN_RUNS: bool = false;
    fn checks_classes(self) -> bool;
    fn accepts_trailing(self) -> bool;
    fn accepts_any_sign(self) -> bool;
    fn hex_case(self, stated: HexCase) -> HexCase;
    fn coding(self, stated: Coding) -> Coding;
}

/// [`ParseOptions::STRICT`].
#[derive(Clone, Copy)]
pub(super) struct Strict;

impl Policy for Strict {
    const IN_RUNS: bool = true;

    #[inline(always)]
    fn checks_classes(self) -> bool {
        true
    }

    #[inline(always)]
    fn accepts_trailing(self) -> bool {
        false
    }

    #[inline(always)]
    fn accepts_any_sign(self) -> bool {
        false
    }

    #[inline(always)]
    fn hex_case(self, stated: HexCase) -> HexCase {
        stated
    }

    #[inline(always)]
    fn coding(self, stated: Coding) -> Coding {
        stated
    }
}

/// [`ParseOptions::STRICT`] but for the classes.
#[derive(Clone, Copy)]
pub(super) struct Structure;

impl Policy for Structure {
    #[inline(always)]
    fn checks_classes(self) -> bool {
        false
    }

    #[inline(always)]
    fn accepts_trailing(self) -> bool {
        false
    }

    #[inline(always)]
    fn accepts_any_sign(self) -> bool {
        true
    }

    #[inline(always)]
    fn hex_case(self, stated: HexCase) -> HexCase {
        stated
    }

    #[inline(always)]
    fn coding(self, stated: Coding) -> Coding {
        stated
    }
}

impl Policy for ParseOptions {
    fn checks_classes(self) -> bool {
        self.classes
    }

    fn accepts_trailing(self) -> bool {
        self.trailing
    }

    fn accepts_any_sign(self) -> bool {
        self.signs
    }

    fn hex_case(self, stated: HexCase) -> HexCase {
        if self.hex_case { HexCase::Any } else { stated }
    }

    fn coding(self, stated: Coding) -> Coding {
        let pad = if self.pads { stated.pad.any() } else { stated.pad };
        Coding { pad, case: self.hex_case(stated.case), ..stated }
    }
}
