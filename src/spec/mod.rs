//! Specs: what a message looks like, as data.

mod field;
mod format;
pub(crate) mod layout;
mod message_spec;
mod profile;
mod reference;
pub(crate) mod steps;
mod text;

pub use crate::value::Filler;
pub use crate::wire::{Class, CodePage, DataForm, HexCase, NibblePad, PrefixForm, Side};
pub use field::{Count, FieldSpec, Sensitivity};
pub use format::Format;
pub use message_spec::{MessageSpec, SpecField};
pub use profile::{Secondary, Third, Wire};
#[cfg(feature = "alloc")]
pub(crate) use reference::SpecHandle;
pub use reference::SpecRef;

use crate::error::SpecError;

/// Stops the build, or the program, with the place and the reason.
#[allow(clippy::panic, reason = "the way in which a const evaluation reports its error")]
const fn refuse(error: SpecError) -> ! {
    let mut text = [0; 200];
    let mut at = copy(&mut text, 0, b"field ");
    let path = error.path();
    at = copy(&mut text, at, path.first_text());
    at = copy(&mut text, at, b": ");
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
