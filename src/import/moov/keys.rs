//! The keys of moov-io/iso8583, as serde reads them. What is not known is refused, where that library passes it over.

use crate::import::json::Entries;
use alloc::boxed::Box;
use alloc::string::String;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpecKeys {
    pub(super) name: Option<String>,
    pub(super) fields: Entries<FieldKeys>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldKeys {
    #[serde(rename = "type")]
    pub(super) kind: Kind,
    pub(super) length: Option<u32>,
    pub(super) description: Option<String>,
    pub(super) enc: Option<Encoding>,
    pub(super) prefix: Option<String>,
    pub(super) padding: Option<PaddingKeys>,
    pub(super) tag: Option<TagKeys>,
    pub(super) bitmap: Option<Box<FieldKeys>>,
    pub(super) subfields: Option<Entries<FieldKeys>>,
    #[serde(rename = "disableAutoExpand")]
    pub(super) disable_auto_expand: Option<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Kind {
    String,
    Numeric,
    Binary,
    Hex,
    Bitmap,
    Composite,
    Track1,
    Track2,
    Track3,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Encoding {
    #[serde(rename = "ASCII")]
    Ascii,
    #[serde(rename = "BCD")]
    Bcd,
    #[serde(rename = "LBCD")]
    Lbcd,
    #[serde(rename = "EBCDIC")]
    Ebcdic,
    #[serde(rename = "EBCDIC1047")]
    Ebcdic1047,
    Binary,
    HexToASCII,
    ASCIIToHex,
    #[serde(rename = "BerTLVTag")]
    BerTlvTag,
    /// An empty text, which is the same as no encoding.
    #[serde(rename = "")]
    Nothing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaddingKeys {
    #[serde(rename = "type")]
    pub(super) kind: PaddingKind,
    pub(super) pad: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum PaddingKind {
    Left,
    Right,
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TagKeys {
    pub(super) length: Option<u8>,
    pub(super) enc: Option<Encoding>,
    pub(super) padding: Option<PaddingKeys>,
    pub(super) sort: Option<Sort>,
    #[serde(rename = "skipUnknownTLVTags")]
    pub(super) skip_unknown: Option<bool>,
    #[serde(rename = "storeUnknownTLVTags")]
    pub(super) store_unknown: Option<bool>,
    #[serde(rename = "prefUnknownTLV")]
    pub(super) unknown_prefix: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Sort {
    StringsByInt,
    StringsByHex,
}
