//! Specs: what a message looks like, as data.

#[cfg(feature = "alloc")]
pub(crate) mod describe;
#[cfg(feature = "alloc")]
mod diff;
mod equal;
pub(crate) mod field;
#[cfg(feature = "serde")]
mod file;
mod format;
pub(crate) mod layout;
#[cfg(feature = "alloc")]
mod lint;
pub(crate) mod message_rule;
mod message_spec;
mod mtis;
pub(crate) mod nesting;
#[cfg(feature = "alloc")]
mod print;
mod profile;
mod reference;
mod sensitivity;
#[cfg(feature = "alloc")]
mod sheet;
mod shipped;
mod spec_field;
mod spec_rule;
pub(crate) mod steps;
pub(crate) mod structure;
mod text;
#[cfg(feature = "alloc")]
pub(crate) mod view;
pub(crate) mod when;

pub use crate::element::PanMask;
pub use crate::value::Filler;
pub use crate::wire::{Class, CodePage, DataForm, HexCase, NibblePad, PrefixForm, Side};
#[cfg(feature = "alloc")]
pub use diff::{Difference, diff};
pub use field::{Count, FieldSpec};
#[cfg(feature = "serde")]
pub use file::SpecFile;
#[cfg(feature = "toml")]
pub use file::{FileLint, SpecFileError, lint_toml, lint_toml_with};
#[cfg(feature = "import")]
pub(crate) use file::{OwnedRow, OwnedSpec};
pub use format::Format;
#[cfg(feature = "alloc")]
pub use lint::{Lint, LintKind, Severity, lint, lint_fields};
pub use message_rule::MessageRule;
pub use message_spec::MessageSpec;
pub(crate) use mtis::MtiSet;
#[cfg(feature = "alloc")]
pub use print::RustModule;
pub use profile::{Secondary, Third, Wire};
#[cfg(feature = "alloc")]
pub(crate) use reference::SpecHandle;
pub use reference::SpecRef;
pub use sensitivity::Sensitivity;
#[cfg(feature = "alloc")]
pub use sheet::Sheet;
#[cfg(feature = "toml")]
pub use shipped::shipped_toml;
pub use shipped::{
    CUPS, ISO1987_ASCII, ISO1987_ASCII_HEX, ISO1987_BCD, ISO1987_BCD_RIGHT, ISO1987_EBCDIC, ISO1993_ASCII,
    ISO1993_ASCII_HEX, ISO1993_BCD, ISO1993_EBCDIC, ISO2003_ASCII, ISO2003_BCD, JCARD_CMF, JCB_LIKE, MASTERCARD_LIKE,
    UNIONPAY_POS, VISA_BASE1_LIKE, by_name, shipped,
};
pub use spec_field::SpecField;
pub use spec_rule::SpecRule;
pub use structure::{Code, Groups, Optional, PartBitmap, Structure, TlvForm, Unlisted};

use crate::error::SpecError;

/// Stops the build, or the program, with the place and the reason.
#[allow(clippy::panic, reason = "the way in which a const evaluation reports its error")]
#[track_caller]
const fn refuse(error: SpecError) -> ! {
    let mut text = [0; 200];
    let mut at = 0;
    let path = error.path();
    let mut segments = path.as_slice();
    at = copy(&mut text, at, if segments.is_empty() { b"" } else { b"field " });
    while let [segment, deeper @ ..] = segments {
        at = copy(&mut text, at, segment.as_bytes());
        at = copy(&mut text, at, if deeper.is_empty() { b": " } else { b"." });
        segments = deeper;
    }
    at = copy(&mut text, at, error.kind().reason().as_bytes());
    match core::str::from_utf8(text.split_at(at).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("{}", error.kind().reason()),
    }
}

/// Copies `words` to `text` from `at` on, as far as there is room; returns where it ends.
const fn copy(text: &mut [u8], at: usize, words: &[u8]) -> usize {
    let (mut at, mut words) = (at, words);
    while let ([word, rest @ ..], Some((_, [slot, ..]))) = (words, text.split_at_mut_checked(at)) {
        *slot = *word;
        words = rest;
        at += 1;
    }
    at
}
