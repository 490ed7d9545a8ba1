//! The keys of a spec file, as serde reads them.

use super::SpecFile;
use super::named::Named;
use super::print::Toml;
use super::row_keys::Rows;
use super::structures::{BitmapWord, Byte, CodeWord, First, TlvKind};
use super::words::{
    BinaryForm, BitmapForm, Case, Charset, Counts, DigitsForm, FieldForm, LengthForm, LengthKind, MaskWord, MtiForm,
    Nibble, Nibbles, Pad, Presence, SecondaryWord, Secrecy, TextForm, ThirdWord, UnlistedWord, Word,
};
use ::serde::Deserialize;
use ::serde::de::{Deserializer, Error, Unexpected, Visitor};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

/// The keys at the top of a file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename = "SpecFile", deny_unknown_fields)]
pub(super) struct TopKeys {
    pub(super) name: Option<String>,
    pub(super) title: Option<String>,
    pub(super) version: Option<NumberOrText>,
    pub(super) extends: Option<String>,
    pub(super) pan_mask: Option<MaskWord>,
    #[serde(default)]
    pub(super) wire: WireKeys,
    #[serde(default)]
    pub(super) fields: Rows,
    #[serde(default)]
    pub(super) messages: Named<RuleKeys>,
}

impl<'de> Deserialize<'de> for SpecFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        TopKeys::deserialize(deserializer).map(SpecFile)
    }
}

/// Declares the keys of a table. None has to be there: what is unsaid is as the file that is extended says.
macro_rules! keys {
    ($(#[$doc:meta])* $table:ident { $($key:ident: $kind:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $table {
            $(pub(super) $key: Option<$kind>,)+
        }

        impl $table {
            /// What this table says, and `base` where it says nothing.
            pub(super) fn over(&self, base: $table) -> $table {
                $table { $($key: self.$key.clone().or(base.$key),)+ }
            }

            /// The keys that it states, with their values in TOML.
            pub(super) fn stated(&self) -> Vec<(&'static str, String)> {
                let all = [$((stringify!($key), self.$key.as_ref().map(Toml::toml)),)+];
                all.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
            }
        }
    };
}

keys! {
    /// The keys of `[wire]`.
    WireKeys {
        mti: MtiForm,
        bitmap: BitmapForm,
        secondary: SecondaryWord,
        third: ThirdWord,
        hex_case: Case,
        length: LengthForm,
        digits: DigitsForm,
        text: TextForm,
        charset: Charset,
        binary: BinaryForm,
        nibble_pad: Nibble,
        nibble_accept: Nibbles,
        digits_pad: Pad,
        text_pad: Pad,
    }
}

keys! {
    /// The keys of a rule in `[messages]`.
    RuleKeys {
        mti: String,
        when: String,
        mandatory: String,
        conditional: Named<String>,
        mandatory_if: Named<String>,
        optional: String,
        never: String,
        echo: String,
        nothing_else: bool,
        undefined: bool,
    }
}

macro_rules! read_words {
    ($($word:ident)+) => {$(
        impl<'de> Deserialize<'de> for $word {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(WordVisitor(PhantomData))
            }
        }
    )+};
}

read_words! {
    BinaryForm BitmapForm BitmapWord Byte Case Charset CodeWord Counts DigitsForm FieldForm First LengthForm LengthKind
    MaskWord MtiForm Nibble Nibbles Pad Presence Secrecy SecondaryWord TextForm ThirdWord TlvKind UnlistedWord
}

struct WordVisitor<W>(PhantomData<W>);

impl<W: Word> Visitor<'_> for WordVisitor<W> {
    type Value = W;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        W::expected(f)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<W, E> {
        W::read(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A whole number or a text: the edition, or the number of a field, which YAML reads as a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NumberOrText(pub(super) String);

impl<'de> Deserialize<'de> for NumberOrText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberOrTextVisitor)
    }
}

struct NumberOrTextVisitor;

impl Visitor<'_> for NumberOrTextVisitor {
    type Value = NumberOrText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number or a text")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<NumberOrText, E> {
        Ok(NumberOrText(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<NumberOrText, E> {
        Ok(NumberOrText(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<NumberOrText, E> {
        Ok(NumberOrText(text.to_string()))
    }
}
