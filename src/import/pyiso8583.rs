//! The dictionary of pyiso8583, as JSON.

use super::error::ImportError;
use super::json::{self, Entries};
use super::loss::Loss;
use super::plan::{Plan, Reason};
use super::shape::{End, Key, Prefix, Shape};
use crate::error::FieldPath;
use crate::spec::{Class, CodePage, Count, DataForm, NibblePad, OwnedRow, PrefixForm, Side, Third};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldKeys {
    data_enc: String,
    len_enc: Option<String>,
    len_type: Option<u8>,
    max_len: Option<u32>,
    desc: Option<String>,
    len_count: Option<Counts>,
    left_pad: Option<String>,
    right_pad: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Counts {
    Bytes,
    Nibbles,
}

pub(super) fn read(text: &str) -> Result<Plan, ImportError> {
    let fields: Entries<FieldKeys> = json::read(text)?;
    let mut plan = Plan::new("pyiso8583");
    for (key, keys) in &fields.0 {
        match (key.as_str(), key.parse::<u16>()) {
            ("h", _) => set_head(&mut plan, keys),
            ("t", _) => set_mti(&mut plan, keys),
            ("p", _) => set_bitmap(&mut plan, keys),
            ("1", _) if keys.max_len.unwrap_or(0) >= 16 => plan.wire = plan.wire.with_third(Third::Chain),
            ("1", _) => {}
            (_, Ok(number)) => {
                let row = keys.row(number, &mut plan.losses);
                plan.take(number, row);
            }
            _ => plan.losses.push(Loss::whole(format!("`{key}` is left out: it is no number of a field"))),
        }
    }
    if plan.rows.keys().any(|number| *number > 128) {
        plan.wire = plan.wire.with_third(Third::Chain);
    }
    Ok(plan)
}

fn set_head(plan: &mut Plan, keys: &FieldKeys) {
    if keys.max_len.unwrap_or(0) > 0 || keys.len_type.unwrap_or(0) > 0 {
        plan.losses.push(Loss::whole("the header in front is not part of a spec: cut it off before a parse"));
    }
}

fn set_mti(plan: &mut Plan, keys: &FieldKeys) {
    let form = match codec(&keys.data_enc) {
        Codec::Binary => DataForm::Bcd,
        Codec::Ebcdic(page) => {
            plan.wire = plan.wire.with_charset(page);
            DataForm::Ebcdic
        }
        Codec::Ascii | Codec::Other => DataForm::Ascii,
    };
    plan.wire = plan.wire.with_mti(form);
}

fn set_bitmap(plan: &mut Plan, keys: &FieldKeys) {
    let form = match codec(&keys.data_enc) {
        Codec::Binary => DataForm::Raw,
        Codec::Ebcdic(_) => DataForm::EbcdicHex,
        Codec::Ascii | Codec::Other => DataForm::Hex,
    };
    plan.wire = plan.wire.with_bitmap(form);
}

/// What an encoding is; `b` is bytes, all others are codecs of Python.
enum Codec {
    Binary,
    Ascii,
    Ebcdic(CodePage),
    Other,
}

fn codec(name: &str) -> Codec {
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    match plain.as_str() {
        "b" => Codec::Binary,
        "ascii" | "usascii" | "646" => Codec::Ascii,
        "cp037" | "ibm037" | "ibm039" => Codec::Ebcdic(CodePage::Cp037),
        "cp500" | "ibm500" | "ebcdiccpbe" | "ebcdiccpch" => Codec::Ebcdic(CodePage::Cp500),
        "cp1047" => Codec::Ebcdic(CodePage::Cp1047),
        "cp1140" | "ibm1140" => Codec::Ebcdic(CodePage::Cp1140),
        _ => Codec::Other,
    }
}

impl FieldKeys {
    fn row(&self, number: u16, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let path = FieldPath::field(number);
        let is_track = matches!(number, 35 | 36);
        let is_packed = self.len_count == Some(Counts::Nibbles);
        let (class, form, page) = match codec(&self.data_enc) {
            Codec::Binary if is_packed => (if is_track { Class::Z } else { Class::N }, DataForm::Bcd, CodePage::Cp037),
            Codec::Binary => (Class::B, DataForm::Raw, CodePage::Cp037),
            Codec::Ascii => (if is_track { Class::Z } else { Class::Ans }, DataForm::Ascii, CodePage::Cp037),
            Codec::Ebcdic(page) => (Class::Ans, DataForm::Ebcdic, page),
            Codec::Other => (Class::Ans, DataForm::Opaque, CodePage::Cp037),
        };
        if is_packed && form != DataForm::Bcd {
            return Err("half bytes of text cannot be counted".into());
        }
        let max = usize::try_from(self.max_len.unwrap_or(0)).unwrap_or(usize::MAX);
        let shape = Shape { page, nibble: self.nibble(), ..Shape::new(class, form, max, self.end()?) };
        let (shape, lowered) = shape.bounded();
        losses.extend(lowered.map(|what| Loss::new(path, what)));
        if is_packed && shape.nibble.is_none() {
            losses.push(Loss::new(path, "an odd number of digits is filled up, which pyiso8583 refuses"));
        }
        if !matches!(form, DataForm::Ascii | DataForm::Ebcdic | DataForm::Raw | DataForm::Bcd)
            && !self.data_enc.eq_ignore_ascii_case("latin-1")
        {
            losses.push(Loss::new(path, format!("text in {} is shown byte by byte", self.data_enc)));
        }
        Ok(shape.named(Key::Number(number), self.desc.as_deref().unwrap_or(""))?)
    }

    fn nibble(&self) -> Option<NibblePad> {
        let pad = |side, text: &Option<String>| {
            let nibble = text.as_deref()?.chars().next()?.to_digit(16)?;
            Some(NibblePad::new(side, nibble as u8))
        };
        pad(Side::Left, &self.left_pad).or_else(|| pad(Side::Right, &self.right_pad))
    }

    fn end(&self) -> Result<End, Reason> {
        let bytes = self.len_type.unwrap_or(0);
        if bytes == 0 {
            return Ok(End::Fixed);
        }
        let encoding = self.len_enc.as_deref().unwrap_or(&self.data_enc);
        let (form, width) = match codec(encoding) {
            _ if encoding.eq_ignore_ascii_case("bcd") => (PrefixForm::Bcd, bytes.saturating_mul(2)),
            Codec::Binary => (PrefixForm::Binary, bytes),
            Codec::Ebcdic(_) => (PrefixForm::Ebcdic, bytes),
            Codec::Ascii | Codec::Other => (PrefixForm::Ascii, bytes),
        };
        let widest = if form == PrefixForm::Binary { 4 } else { 6 };
        if width > widest {
            return Err(Reason(format!("a prefix of {bytes} bytes is wider than there is")));
        }
        Ok(End::Prefix(Prefix::new(form, width).counting(Count::Units)))
    }
}
