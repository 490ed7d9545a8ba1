//! The keys that give a row a structure: `tlv`, `bitmap` and `groups`.

use super::words::{BinaryForm, UnlistedWord, Word, nibble, number};
use crate::spec::{self, Code, PartBitmap, PrefixForm, TlvForm, describe};
use ::serde::Deserialize;
use ::serde::de::value::MapAccessDeserializer;
use ::serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use alloc::borrow::Cow;
use alloc::format;
use core::fmt;

/// The form and the width of a tag, a length or a count: `text 4`, `binary 2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CodeWord(pub(super) Code);

impl Word for CodeWord {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text | ascii | ebcdic | bcd | binary | hex, and a width, like \"text 4\"")
    }

    fn read(text: &str) -> Option<Self> {
        let (form, width) = text.split_once(' ')?;
        let width = byte(width)?;
        let form = match form {
            "text" => return Some(CodeWord(Code::text(width))),
            "ascii" => PrefixForm::Ascii,
            "ebcdic" => PrefixForm::Ebcdic,
            "bcd" => PrefixForm::Bcd,
            "binary" => PrefixForm::Binary,
            "hex" => PrefixForm::Hex,
            _ => return None,
        };
        Some(CodeWord(Code::of(form, width)))
    }

    fn write(&self) -> Cow<'static, str> {
        describe::code(self.0).into()
    }
}

/// The bitmap of parts: `raw 8`, or with others that it announces `hex 8+8`, `raw 2+1+1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BitmapWord(pub(super) PartBitmap);

impl Word for BitmapWord {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("raw | hex | ebcdic-hex, and its bytes, like \"raw 8\", \"hex 8+8\" or \"raw 2+1+1\"")
    }

    fn read(text: &str) -> Option<Self> {
        let (form, bytes) = text.split_once(' ')?;
        let form = BinaryForm::read(form)?.0;
        let mut bytes = bytes.split('+').map(byte);
        let bitmap = PartBitmap::new(bytes.next()??).with_form(form);
        let Some(further) = bytes.next() else { return Some(BitmapWord(bitmap)) };
        let count = bytes.try_fold(1u8, |count, next| if next == further { count.checked_add(1) } else { None })?;
        Some(BitmapWord(bitmap.with_extensions(further?, count)))
    }

    fn write(&self) -> Cow<'static, str> {
        describe::part_bitmap(&self.0).into()
    }
}

fn byte(text: &str) -> Option<u8> {
    number(text).and_then(|number| u8::try_from(number).ok())
}

/// Which kind of TLV it is: the key `form` of `tlv`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TlvKind {
    Ber,
    Datasets,
    #[default]
    Fixed,
}

impl Word for TlvKind {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ber | datasets | fixed")
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            "ber" => Some(TlvKind::Ber),
            "datasets" => Some(TlvKind::Datasets),
            "fixed" => Some(TlvKind::Fixed),
            _ => None,
        }
    }

    fn write(&self) -> Cow<'static, str> {
        match self {
            TlvKind::Ber => "ber",
            TlvKind::Datasets => "datasets",
            TlvKind::Fixed => "fixed",
        }
        .into()
    }
}

/// What stands in front: the key `first` of `tlv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    Tag,
    Length,
}

impl Word for First {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tag | length")
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            "tag" => Some(First::Tag),
            "length" => Some(First::Length),
            _ => None,
        }
    }

    fn write(&self) -> Cow<'static, str> {
        match self {
            First::Tag => "tag",
            First::Length => "length",
        }
        .into()
    }
}

/// A byte in hex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Byte(pub(super) u8);

impl Word for Byte {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a byte in hex, like \"FF\"")
    }

    fn read(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [high, low] => Some(Byte(nibble(*high)? << 4 | nibble(*low)?)),
            _ => None,
        }
    }

    fn write(&self) -> Cow<'static, str> {
        format!("{:02X}", self.0).into()
    }
}

/// The key `tlv`: a word, or a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tlv(pub(super) TlvForm);

#[derive(Default, Deserialize)]
#[serde(rename = "tlv", deny_unknown_fields)]
struct TlvKeys {
    form: Option<TlvKind>,
    tag: Option<CodeWord>,
    length: Option<CodeWord>,
    first: Option<First>,
    counts_tag: Option<bool>,
    filler: Option<Byte>,
    unlisted: Option<UnlistedWord>,
}

impl TlvKeys {
    /// The form; `None` when a key is missing or goes with another form.
    fn form(&self) -> Option<TlvForm> {
        let has_fixed_keys = self.first.is_some() || self.counts_tag.is_some();
        let form = match (self.form.unwrap_or_default(), self.tag, self.length, self.filler) {
            (TlvKind::Ber, None, None, filler) if !has_fixed_keys => {
                filler.map_or(TlvForm::BER, |Byte(filler)| TlvForm::BER.with_filler(filler))
            }
            (TlvKind::Datasets, None, None, None) if !has_fixed_keys => TlvForm::DATASETS,
            (TlvKind::Fixed, Some(tag), Some(length), None) => self.fixed(TlvForm::fixed(tag.0, length.0)),
            _ => return None,
        };
        Some(self.unlisted.map_or(form, |word| form.with_unlisted(word.0)))
    }

    fn fixed(&self, form: TlvForm) -> TlvForm {
        let form = if self.first == Some(First::Length) { form.with_length_first() } else { form };
        if self.counts_tag == Some(true) { form.with_tag_counted() } else { form }
    }
}

impl<'de> Deserialize<'de> for Tlv {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TlvVisitor)
    }
}

struct TlvVisitor;

impl TlvVisitor {
    fn form<E: Error>(keys: &TlvKeys) -> Result<Tlv, E> {
        let reason = "`tag` and `length` go with a fixed form and must be there, `filler` goes with `ber`";
        keys.form().map(Tlv).ok_or_else(|| E::custom(reason))
    }
}

impl<'de> Visitor<'de> for TlvVisitor {
    type Value = Tlv;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ber | datasets, or a table of `form`, `tag`, `length` ...")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tlv, E> {
        match TlvKind::read(text) {
            Some(form @ (TlvKind::Ber | TlvKind::Datasets)) => {
                TlvVisitor::form(&TlvKeys { form: Some(form), ..TlvKeys::default() })
            }
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Tlv, A::Error> {
        TlvVisitor::form(&TlvKeys::deserialize(MapAccessDeserializer::new(map))?)
    }
}

/// The key `groups`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename = "groups", deny_unknown_fields)]
pub(super) struct Groups {
    pub(super) max: u16,
    pub(super) count: Option<CodeWord>,
}

impl Groups {
    pub(super) fn of(groups: spec::Groups) -> Self {
        Groups { max: groups.max, count: groups.count.map(CodeWord) }
    }

    pub(super) fn groups(self) -> spec::Groups {
        let groups = spec::Groups::up_to(self.max);
        self.count.map_or(groups, |count| groups.with_count(count.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::DataForm;

    #[test]
    fn reads_codes_and_bitmaps() {
        assert_eq!(CodeWord::read("text 4"), Some(CodeWord(Code::text(4))));
        assert_eq!(CodeWord::read("binary 2"), Some(CodeWord(Code::of(PrefixForm::Binary, 2))));
        let bitmap = |text| BitmapWord::read(text).map(|word| word.0);
        assert_eq!(bitmap("raw 8"), Some(PartBitmap::new(8)));
        let hex = PartBitmap::new(8).with_form(DataForm::Hex);
        assert_eq!(bitmap("hex 8+8"), Some(hex.with_extensions(8, 1)));
        assert_eq!(bitmap("raw 2+1+1"), Some(PartBitmap::new(2).with_extensions(1, 2)));
    }

    #[test]
    fn refuses_what_is_nearly_one() {
        for text in ["", "text", "text ", "text 04", "text 256", "text -1", "Text 4", "ber 4", "text  4", " 4"] {
            assert_eq!(CodeWord::read(text), None, "{text:?}");
        }
        for text in ["", "raw", "raw ", "raw 8+", "raw +8", "raw 8+8+1", "raw 8 + 8", "none 8", "raw 08", "raw 8+8+"] {
            assert_eq!(BitmapWord::read(text), None, "{text:?}");
        }
        for text in ["", "F", "FFF", "GG", "é"] {
            assert_eq!(Byte::read(text), None, "{text:?}");
        }
    }
}
