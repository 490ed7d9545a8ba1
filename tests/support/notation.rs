//! The notation of the vectors, `n..19|L=bcd1|D=bcd|P=right0`, turned into a spec through the public API.

use isomsg::spec::{
    CodePage, Count, DataForm, FieldSpec, HexCase, MessageSpec, NibblePad, PrefixForm, Secondary, Side, Third, Wire,
};
use serde_json::Value;
use std::sync::Arc;

/// The spec that a codec and its field formats describe.
pub(crate) fn spec(codec: &Value, formats: &Value) -> Arc<MessageSpec> {
    spec_with(codec, formats, |field| field)
}

/// The spec that a codec and its field formats describe, with more said of its fields.
pub(crate) fn spec_with(codec: &Value, formats: &Value, more: impl Fn(FieldSpec) -> FieldSpec) -> Arc<MessageSpec> {
    let mut numbers: Vec<u16> = formats.as_object().expect("formats").keys().map(|key| key.parse().unwrap()).collect();
    numbers.sort_unstable();
    let third = codec["third"].as_str().unwrap_or("");
    let carried = third.strip_prefix("field").map(|number| number.parse::<u16>().unwrap());
    let fields: Vec<FieldSpec> = numbers
        .into_iter()
        .filter(|number| !(third == "chain" && *number == 65) && (*number <= 128 || !third.is_empty()))
        .map(|number| more(field(number, formats[number.to_string()].as_str().expect("format"))))
        .collect();
    let fields = with_carrier(fields, carried);
    MessageSpec::from_fields("vector", wire(codec, carried), fields).expect("spec")
}

fn with_carrier(mut fields: Vec<FieldSpec>, carrier: Option<u16>) -> Vec<FieldSpec> {
    if let Some(number) = carrier {
        fields.retain(|field| field.number() != number);
        let at = fields.partition_point(|field| field.number() < number);
        fields.insert(at, FieldSpec::new(number, "b 8").with_data(DataForm::Raw));
    }
    fields
}

fn wire(codec: &Value, carried: Option<u16>) -> Wire {
    let page = match codec["codepage"].as_str() {
        Some("cp500") => CodePage::Cp500,
        Some("cp1140") => CodePage::Cp1140,
        _ => CodePage::Cp037,
    };
    let case = if codec["hexcase"] == "lower" { HexCase::Lower } else { HexCase::Upper };
    let secondary = if codec["fixed_bitmaps"] == 2 { Secondary::AlwaysUnannounced } else { Secondary::WhenNeeded };
    let third = match (codec["third"].as_str(), carried) {
        (_, Some(number)) => Third::Field(number),
        (Some("chain"), _) => Third::Chain,
        _ => Third::None,
    };
    Wire::ASCII
        .with_mti(data_form(codec["mti"].as_str().expect("mti")))
        .with_bitmap(data_form(codec["bitmap"].as_str().expect("bitmap")))
        .with_charset(page)
        .with_hex_case(case)
        .with_secondary(secondary)
        .with_third(third)
        .with_digits_pad(None)
        .with_text_pad(None)
}

fn data_form(name: &str) -> DataForm {
    match name {
        "ascii" => DataForm::Ascii,
        "bcd" | "ascii1+bcd" => DataForm::Bcd,
        "ebcdic" => DataForm::Ebcdic,
        "bin" => DataForm::Raw,
        "hexascii" => DataForm::Hex,
        "hexebcdic" => DataForm::EbcdicHex,
        other => panic!("data form {other}"),
    }
}

/// One field. A sign in front of BCD digits makes it `x+n`.
pub(crate) fn field(number: u16, notation: &str) -> FieldSpec {
    let mut parts = notation.split('|');
    let format = parts.next().expect("format");
    let attributes: Vec<(&str, &str)> = parts.map(|part| part.split_once('=').expect("attribute")).collect();
    let attribute = |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    let data = attribute("D").unwrap_or("ascii");
    let counts_bytes = attribute("U") == Some("bytes") && data == "bcd";
    let prefix = attribute("L").map(|prefix| prefix.split_at(prefix.len() - 1));
    let notation = standard(format, data, counts_bytes, prefix);
    let mut field = FieldSpec::new(number, &notation).with_data(data_form(data));
    if let Some((form, width)) = prefix {
        let width: u8 = width.parse().expect("width");
        let (form, width) = match form {
            "ascii" => (PrefixForm::Ascii, width),
            "ebcdic" => (PrefixForm::Ebcdic, width),
            "bcd" => (PrefixForm::Bcd, width * 2),
            "bin" => (PrefixForm::Binary, width),
            other => panic!("prefix form {other}"),
        };
        field = field.with_prefix(form).with_prefix_width(width);
    }
    if counts_bytes {
        field = field.with_count(Count::Bytes);
    }
    if let Some(pad) = attribute("P") {
        let (side, nibble) = pad.split_at(pad.len() - 1);
        let side = if side == "left" { Side::Left } else { Side::Right };
        field = field.with_nibble_pad(NibblePad::new(side, u8::from_str_radix(nibble, 16).expect("nibble")));
    }
    field
}

/// The format in the standard's notation: the sign of `x+n` apart, dots for the prefix, digits for a maximum in bytes.
fn standard(format: &str, data: &str, counts_bytes: bool, prefix: Option<(&str, &str)>) -> String {
    let digits = format.find(|c: char| c.is_ascii_digit()).expect("length");
    let class = format[..digits].trim_end_matches('.');
    let length: usize = format[digits..].parse().expect("length");
    let (class, length) = match (class, data) {
        ("x+n", _) | ("an", "ascii1+bcd") => ("x+n", length - 1),
        _ if counts_bytes => (class, length * 2),
        _ => (class, length),
    };
    let Some((form, width)) = prefix else { return format!("{class} {length}") };
    let width: usize = width.parse().expect("width");
    // Some sources state a maximum that their prefix cannot hold, or that no message of 65,535 bytes can.
    let capacity = match form {
        "bin" => 256usize.pow(width as u32) - 1,
        "bcd" => 100usize.pow(width as u32) - 1,
        _ => 10usize.pow(width as u32) - 1,
    };
    format!("{class}{}{}", ".".repeat(width), length.min(capacity).min(65_535))
}
