//! The keys of the JSON.

use crate::spec::{Filler, Side};
use alloc::string::String;
use alloc::vec::Vec;
use serde::Deserialize;
use serde::de::IgnoredAny;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpecKeys {
    pub(super) version: Option<String>,
    pub(super) network: Option<String>,
    #[serde(rename = "description")]
    pub(super) _description: Option<IgnoredAny>,
    #[serde(default)]
    pub(super) defaults: Defaults,
    pub(super) mti_rules: Option<Vec<IgnoredAny>>,
    pub(super) fields: Vec<FieldKeys>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Defaults {
    pub(super) encoding: Option<Encoding>,
    pub(super) prefix_encoding: Option<PrefixEncoding>,
    pub(super) bitmap_encoding: Option<Encoding>,
    pub(super) mti_encoding: Option<Encoding>,
    pub(super) max_bitmaps: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldKeys {
    pub(super) de: Option<u16>,
    pub(super) bit: Option<u16>,
    pub(super) name: Option<String>,
    pub(super) label: Option<String>,
    #[serde(rename = "type")]
    pub(super) kind: Kind,
    pub(super) length: Option<u32>,
    pub(super) prefix: Option<LengthKind>,
    pub(super) encoding: Option<Encoding>,
    pub(super) prefix_encoding: Option<PrefixEncoding>,
    pub(super) padding: Option<Padding>,
    pub(super) composite_type: Option<Composite>,
    pub(super) subfields: Option<Vec<FieldKeys>>,
    #[serde(rename = "tag")]
    pub(super) _tag: Option<IgnoredAny>,
    pub(super) bitmap: Option<BitmapKeys>,
    pub(super) validation: Option<IgnoredAny>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Kind {
    #[serde(rename = "string")]
    Text,
    #[serde(rename = "numeric")]
    Numeric,
    #[serde(rename = "binary")]
    Binary,
    #[serde(rename = "bitmap")]
    Bitmap,
    #[serde(rename = "composite")]
    Composite,
    #[serde(rename = "x+n")]
    Amount,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum LengthKind {
    #[serde(rename = "fixed")]
    Fixed,
    #[serde(rename = "LLVAR")]
    Two,
    #[serde(rename = "LLLVAR")]
    Three,
    #[serde(rename = "LLLLVAR")]
    Four,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Encoding {
    Ascii,
    Ebcdic,
    Bcd,
    Hex,
    Binary,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum PrefixEncoding {
    Ascii,
    Ebcdic,
    Bcd,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Padding {
    pub(super) side: PaddingSide,
    pub(super) char: Option<char>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum PaddingSide {
    Left,
    Right,
    None,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Composite {
    Ordered,
    Tlv,
    Bitmap,
    Pds,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BitmapKeys {
    pub(super) length: Option<u8>,
    pub(super) encoding: Option<Encoding>,
    #[serde(rename = "default_subfield")]
    pub(super) _default: Option<IgnoredAny>,
}

impl Padding {
    pub(super) fn filler(&self) -> Option<Filler> {
        let side = match self.side {
            PaddingSide::None => return None,
            PaddingSide::Left => Side::Left,
            PaddingSide::Right => Side::Right,
        };
        Some(Filler { side, character: u8::try_from(self.char?).ok()? })
    }
}
