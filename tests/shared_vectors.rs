//! Messages that nobody of this project wrote, where their folder lies beside the checkout.
//!
//! They are not part of the project: without the folder these tests say so and check nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

mod support;

use isomsg::error::{ParseError, ParseErrorKind};
use isomsg::spec::{
    Class, Code, DataForm, FieldSpec, Filler, MessageSpec, PartBitmap, PrefixForm, Side, SpecRef, TlvForm,
};
use isomsg::{Message, MessageBuf, ParseOptions};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use support::shared::{load, load_json};
use support::{bytes, hex, notation};

fn number(key: &str) -> u16 {
    key.parse().expect("field number")
}

/// A sign byte that is neither C nor D, as some libraries write it.
fn options(vector: &Value) -> ParseOptions {
    let odd_sign = |(key, format): (&String, &Value)| {
        let format = format.as_str().unwrap_or("");
        let signed = format.contains("ascii1+bcd") || format.starts_with("x+n");
        signed && vector["expect"]["fields"][key].as_str().is_some_and(|value| !value.starts_with(['C', 'D']))
    };
    match vector["field_formats"].as_object().is_some_and(|formats| formats.iter().any(odd_sign)) {
        true => ParseOptions::STRICT.any_sign(),
        false => ParseOptions::STRICT,
    }
}

#[test]
fn every_valid_vector_parses_to_its_fields_and_encodes_back() {
    let Some(vectors) = load("valid.json") else { return };
    let mut faults = BTreeMap::new();
    let mut rebuilt = 0;
    for vector in &vectors {
        let id = vector["id"].as_str().unwrap_or("?");
        match check(vector) {
            Ok(from_values) => rebuilt += usize::from(from_values),
            Err(fault) => drop(faults.insert(id, fault)),
        }
    }
    for (id, fault) in &faults {
        println!("{id}: {fault}");
    }
    let well = vectors.len() - faults.len();
    println!("shared vectors: {well} of {} valid ones, {rebuilt} also rebuilt from their values", vectors.len());
    assert!(faults.is_empty(), "{} vectors disagree", faults.len());
}

fn check(vector: &Value) -> Result<bool, String> {
    let wire = bytes(vector["wire_hex"].as_str().expect("wire"));
    let spec = notation::spec(&vector["codec"], &vector["field_formats"]);
    let options = options(vector);
    let message = Message::parse_with(&wire, &spec, options).map_err(|error| error.to_string())?;
    let expect = &vector["expect"];
    if message.mti().to_string() != expect["mti"] {
        return Err(format!("message type {}", message.mti()));
    }
    check_fields(vector, &message)?;
    check_offsets(&vector["offsets"], &message)?;
    if message.to_owned().encode() != wire {
        return Err("does not encode back".into());
    }
    check_truncations(&wire, &spec, options)?;
    rebuild(&message, &spec, &wire)
}

fn check_fields(vector: &Value, message: &Message<'_>) -> Result<(), String> {
    let expected = vector["expect"]["fields"].as_object().expect("fields");
    let third = vector["codec"]["third"].as_str().unwrap_or("");
    let carrier = third.strip_prefix("field").map(number);
    let listed = expected.keys().map(|key| number(key)).filter(|number| Some(*number) != carrier);
    let listed: Vec<u16> = {
        let mut listed: Vec<u16> = listed.collect();
        listed.sort_unstable();
        listed
    };
    let found: Vec<u16> = message.bitmap().iter().filter(|number| Some(*number) != carrier).collect();
    if listed != found {
        return Err(format!("fields {found:?}, not {listed:?}"));
    }
    for field in message.fields().filter(|field| Some(field.number()) != carrier) {
        let wanted = expected[&field.number().to_string()].as_str().expect("text");
        let value = field.value();
        let packed = vector["field_formats"][field.number().to_string()].as_str().unwrap_or("").contains("D=bcd");
        // The notation shows a nibble of BCD track data as a hex digit; the value is the track character 0x30 + nibble.
        let said: String = match (value.class(), packed) {
            (Class::Z, true) => value.units().map(|unit| format!("{:X}", unit - 0x30)).collect(),
            _ => value.chars().collect(),
        };
        if said != wanted {
            let lengths = format!("{} characters, not {}", said.chars().count(), wanted.chars().count());
            return Err(format!("field {}: value differs ({lengths})", field.number()));
        }
    }
    Ok(())
}

fn check_offsets(offsets: &Value, message: &Message<'_>) -> Result<(), String> {
    for field in message.fields() {
        let Some(expected) = offsets[field.number().to_string()].as_array() else { continue };
        let expected: Vec<usize> = expected.iter().map(|offset| offset.as_u64().unwrap() as usize).collect();
        let (range, content) = (field.range(), field.content_range());
        let found = [range.start, content.start, range.end];
        if expected != found {
            return Err(format!("field {}: at {found:?}, not {expected:?}", field.number()));
        }
    }
    Ok(())
}

/// Every truncation is an error within what was given.
fn check_truncations(wire: &[u8], spec: &Arc<MessageSpec>, options: ParseOptions) -> Result<(), String> {
    for length in 0..wire.len() {
        let cut = &wire[..length];
        match Message::parse_with(cut, spec, options) {
            Ok(_) => return Err(format!("accepts the first {length} bytes")),
            Err(error) if error.offset() > length => return Err(format!("cut at {length}: {error}")),
            Err(_) => {}
        }
    }
    Ok(())
}

/// The message made anew from its values. False where the received form is not the one that is written.
fn rebuild(message: &Message<'_>, spec: &Arc<MessageSpec>, wire: &[u8]) -> Result<bool, String> {
    let mut made = MessageBuf::new(SpecRef::from(spec), message.mti());
    for field in message.fields() {
        if spec.wire().third() == isomsg::spec::Third::Field(field.number()) {
            continue;
        }
        match made.set(field.number(), field.value()) {
            Ok(()) => {}
            Err(error) if has_odd_sign(&field) => {
                return Ok({
                    let _ = error;
                    false
                });
            }
            Err(error) => return Err(error.to_string()),
        }
    }
    let made = made.encode();
    let deviations = message.deviations().count();
    match made == wire {
        same if same == (deviations == 0) => Ok(same),
        _ => Err(format!("rebuilt as {} bytes of {}, {deviations} deviations", made.len(), wire.len())),
    }
}

fn has_odd_sign(field: &isomsg::Field<'_>) -> bool {
    field.value().class() == Class::Xn && !matches!(field.value().chars().next(), Some('C' | 'D'))
}

#[test]
fn malformed_inputs_give_their_fault_at_their_place() {
    let Some(vectors) = load("malformed.json") else { return };
    let mut faults = BTreeMap::new();
    let mut run = 0;
    for vector in vectors.iter().filter(|vector| !vector["id"].as_str().unwrap().starts_with("tlv-")) {
        if vector["level"] == "framing" {
            continue;
        }
        run += 1;
        if let Err(fault) = check_malformed(vector) {
            faults.insert(vector["id"].as_str().unwrap(), fault);
        }
    }
    for (id, fault) in &faults {
        println!("{id}: {fault}");
    }
    println!("shared vectors: {} of {run} malformed ones", run - faults.len());
    assert!(faults.is_empty(), "{} inputs disagree", faults.len());
}

fn check_malformed(vector: &Value) -> Result<(), String> {
    let input = bytes(vector["input_hex"].as_str().expect("input"));
    let spec = notation::spec(&vector["dialect"], &vector["field_formats"]);
    if vector["id"] == PAD_BEFORE_TRAILING {
        check_pad_before_trailing(&input, &spec)?;
    }
    let options = match vector["id"] == PAD_BEFORE_TRAILING {
        true => ParseOptions::STRICT.any_pad(),
        false => ParseOptions::STRICT,
    };
    let outcome = Message::parse_with(&input, &spec, options).map(|_| ());
    let level = vector["level"].as_str().expect("level");
    let expected = &vector["expect_error"];
    match (level, outcome) {
        ("policy", _) | ("must-error-anywhere", Err(_)) => Ok(()),
        (_, Ok(())) => Err("accepted".into()),
        (_, Err(error)) => {
            let kind = expected["kind"].as_str().expect("kind");
            let field = expected["field"].as_u64();
            let mut offsets = vec![expected["offset"].as_u64().expect("offset") as usize];
            offsets.extend(
                expected["also_acceptable_offsets"].as_array().unwrap().iter().map(|o| o.as_u64().unwrap() as usize),
            );
            let same_field = error.path().number().map(u64::from) == field;
            if is_kind(error.kind(), kind) && same_field && offsets.contains(&error.offset()) {
                Ok(())
            } else {
                Err(format!("{error:?}\n    expected {kind} in {field:?} at {offsets:?}: {}", vector["reason"]))
            }
        }
    }
}

/// This input is expected to have a byte left over at 223. Its format of field 49 is `n3|D=bcd|P=left0`, and the bytes
/// at 219 are 20 09: the pad nibble is 2. So there is an earlier fault; with any pad accepted the expected one follows.
const PAD_BEFORE_TRAILING: &str = "iso8583net-d8-1100";

fn check_pad_before_trailing(input: &[u8], spec: &Arc<MessageSpec>) -> Result<(), String> {
    match Message::parse(input, spec) {
        Err(error) if error.kind() == ParseErrorKind::BadPad && error.offset() == 219 => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

fn is_kind(kind: ParseErrorKind, name: &str) -> bool {
    use ParseErrorKind::*;
    match name {
        "bad-mti" => matches!(kind, BadMti),
        "bad-bitmap" => matches!(kind, BadBitmap),
        "bad-char" => matches!(kind, BadCharacter { .. } | BadNibble { .. } | BadPad),
        "bad-length" => matches!(kind, BadLength | PartialByte { .. }),
        "bad-sign" => matches!(kind, BadSign),
        "length-over-max" => matches!(kind, LengthAboveMaximum { .. }),
        "trailing" => matches!(kind, TrailingBytes { .. }),
        "undefined-field" => matches!(kind, UndefinedField),
        "truncated-bitmap" | "truncated-data" | "truncated-length" | "truncated-mti" => {
            matches!(kind, Truncated { .. })
        }
        other => panic!("unknown kind {other}, input {}", hex(&[])),
    }
}

/// Where a source differs from the table of the standard, so that its messages are not read by the shipped specs:
/// the beginning of their names, and what differs.
const DIFFERENCES: &[(&str, &str)] = &[
    ("jpos-ISO87A", "the sign of 28 to 31 is the digit 0"),
    ("jpos-ISO87B", "fixed numbers padded left and variable ones right; the sign of 28 to 31 is the digit 0"),
    ("jpos-ISO93A", "34 holds letters"),
    ("jpos-ISO93B", "fixed numbers padded left and variable ones right"),
    ("jpos-ISO93ebcdic", "bitmap in EBCDIC hex, code page 500"),
    ("moov-iso_reversal", "55 is text of up to 999"),
    ("pyiso8583-doc-2", "2 is text"),
    ("pyiso8583-doc-6", "2 is text"),
    ("pyiso8583-doc-emv", "bitmap in hex, but 55 raw"),
    ("fluidpay-TestDecode", "62 is n 6, 63 is n 4"),
    ("erl8583-ascii", "55 is text of up to 999"),
    ("erl8583-bin-fields_35_36", "tracks padded right, and 36 is text"),
    ("erl8583-ebcdic", "bitmap in EBCDIC hex"),
    ("libiso8583-total", "the prefix of 2 counts bytes, its pad is F"),
    ("imohsenb-", "pad nibble F"),
    ("way4-h2h-0800", "message type in ASCII before BCD"),
    ("openiso8583-termapp", "22 is ans 15, 48 has four digits of length and is binary, 55 up to 999 and binary"),
    ("jpospack-recon", "variable numbers padded right, fixed ones left"),
    ("jpospack-net-0800-ascii", "96 has 16 bytes"),
    ("jpospack-advice-1220-ascii", "53 and 55 raw, 64 in hex"),
];

#[test]
fn plain_messages_are_read_by_the_shipped_specs() {
    let Some(vectors) = load("valid.json") else { return };
    let plain = vectors.iter().filter(|vector| {
        let dialect = vector["dialect"].as_str().unwrap_or("");
        let codec = &vector["codec"];
        (dialect.ends_with("-1987") || dialect.ends_with("-1993"))
            && codec["third"].is_null()
            && codec["fixed_bitmaps"].is_null()
    });
    let (mut read, mut differ) = (0, BTreeMap::<&str, usize>::new());
    for vector in plain {
        let (id, wire) = (vector["id"].as_str().unwrap(), bytes(vector["wire_hex"].as_str().unwrap()));
        let edition = format!("iso{}", &vector["dialect"].as_str().unwrap().rsplit('-').next().unwrap());
        let mut specs = isomsg::spec::shipped().filter(|spec| spec.name().starts_with(&edition));
        let is_read = specs.any(|spec| {
            Message::parse(&wire, spec).is_ok_and(|message| {
                let fields = vector["expect"]["fields"].as_object().unwrap();
                message.fields().count() == fields.len()
            })
        });
        match DIFFERENCES.iter().find(|(name, _)| id.starts_with(name)) {
            _ if is_read => read += 1,
            Some((name, _)) => *differ.entry(name).or_default() += 1,
            None => panic!("{id} is not read by a shipped spec, and no difference is named"),
        }
    }
    println!("shared vectors: {read} plain ones read by the shipped specs, {} not", differ.values().sum::<usize>());
    for (name, why) in DIFFERENCES {
        println!("  {:3} {name}*: {why}", differ.get(name).unwrap_or_else(|| panic!("{name} is read after all")));
    }
}

/// A text that the vectors give in Chinese, and its code in GBK.
const GBK: [(&str, &[u8]); 1] = [("成功", &[0xB3, 0xC9, 0xB9, 0xA6])];

/// Length, TPDU and header stand before the message type.
const UNIONPAY_HEADER: usize = 13;

#[test]
fn unionpay_pos_messages_are_read_field_by_field() {
    let Some(file) = load_json("unionpay.json") else { return };
    let mut read = 0;
    for vector in file["messages"].as_array().unwrap() {
        let dialect = vector["dialect"].as_str().unwrap();
        if !dialect.starts_with("unionpay-pos") {
            continue;
        }
        let wire = bytes(vector["hex"].as_str().unwrap());
        let wire = if dialect.contains("no length") { &wire } else { &wire[UNIONPAY_HEADER..] };
        let message = Message::parse(wire, &isomsg::spec::UNIONPAY_POS)
            .unwrap_or_else(|error| panic!("{} {}: {error}", vector["id"], vector["title"]));
        assert_eq!(message.mti().to_string(), vector["mti"].as_str().unwrap());
        let bits: Vec<u64> = message.bitmap().iter().map(u64::from).collect();
        assert_eq!(serde_json::json!(bits), vector["bits"], "{}", vector["id"]);
        for (number_text, stated) in vector["fields"].as_object().unwrap() {
            let field = message.field(number(number_text)).unwrap();
            let value = stated.as_str().or_else(|| stated[1].as_str()).unwrap();
            let value = value.strip_prefix("hex:").unwrap_or(value);
            let content = field.content();
            let is_gbk = GBK.iter().any(|(text, code)| *text == value && *code == content);
            let is_same = is_gbk || hex(content).eq_ignore_ascii_case(value) || content == value.as_bytes();
            assert!(is_same, "{} field {number_text}: {} is not {value}", vector["id"], hex(content));
        }
        assert_eq!(message.to_owned().encode(), wire);
        read += 1;
    }
    println!("shared vectors: {read} UnionPay POS messages read field by field");
    assert_eq!(read, 22);
}

/// What is inside the fields of UnionPay POS messages: what some parts say, by message.
const UNIONPAY_PARTS: &[(&str, &str, &str)] = &[
    ("V1", "60.3", "003"),
    ("V1", "62.1", "Sequence No"),
    ("V1", "62.2", "306099999906"),
    ("V1", "63.1", "001"),
    ("V2", "60.2", "000519"),
    ("V2", "62.1", "46F161A743497B32EAC760DF5EA57DF5"),
    ("V2", "62.2", "900ECCE3"),
    ("V2", "62.4", "CFF1592A"),
    ("V3R", "60.4", "6"),
    ("V3R", "60.5", "0"),
    ("V3R", "55.9F36", "01C0"),
    ("V11", "60.7", "000"),
    ("V13", "62.6", "4D06F7"),
    ("V14", "62.2", "3150SXX-4C304119"),
    ("S6", "44.1", "01020000   "),
    ("S6", "44.2", "12345678   "),
    ("S6", "63.1", "CUP"),
    ("S8", "60.1", "23"),
    ("S8", "61.1", "000001"),
    ("S8", "61.2", "000002"),
    ("S9", "48.1", "000000012345"),
    ("S9", "48.2", "001"),
    ("S9", "48.10", "0"),
    ("S10", "48.1.2", "000002"),
    ("S10", "48.1.3", "00006221558812340000"),
    ("S10", "48.1.4", "000000012345"),
    ("S10", "48.2.1", "01"),
    ("S11", "48.1", "0002"),
    ("S13", "59.A1", "955C34AFB2763193B561A92717549B1A"),
];

/// A length in chip data that is one byte short: 9F10 has length 13 hex, and 20 bytes before the next tag.
const SHORT_9F10: [(&str, &str); 2] = [
    ("S5", "length prefix is not a number in field 55.AB at byte 142"),
    ("S7", "length prefix is not a number in field 55.AB at byte 111"),
];

#[test]
fn unionpay_pos_messages_open_to_their_parts_and_keep_the_rules() {
    let Some(file) = load_json("unionpay.json") else { return };
    let (mut checked, mut opened) = (0, 0);
    for vector in file["messages"].as_array().unwrap() {
        let (id, dialect) = (vector["id"].as_str().unwrap(), vector["dialect"].as_str().unwrap());
        if !dialect.starts_with("unionpay-pos") {
            continue;
        }
        let wire = bytes(vector["hex"].as_str().unwrap());
        let wire = if dialect.contains("no length") { &wire } else { &wire[UNIONPAY_HEADER..] };
        let message = Message::parse(wire, &isomsg::spec::UNIONPAY_POS).unwrap();
        let mut findings = Vec::new();
        message.validate(|finding| findings.push((id, finding.to_string())));
        let expected = SHORT_9F10.iter().filter(|(short, _)| *short == id).map(|(id, text)| (*id, (*text).to_owned()));
        assert_eq!(findings, expected.collect::<Vec<_>>());
        for (_, path, value) in UNIONPAY_PARTS.iter().filter(|(of, ..)| *of == id) {
            let part = message.require(*path).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert!(part.value() == *value, "{id} {path}: {:?}", part.value().chars().collect::<String>());
            checked += 1;
        }
        let has_parts = |number: u16| message.field(number).is_none_or(|field| field.subfields().is_ok());
        assert!([44, 48, 54, 59, 60, 61, 63].into_iter().all(has_parts), "{id}");
        opened += 1;
        assert_hides(&message, id);
    }
    println!("shared vectors: {opened} UnionPay POS messages opened, {checked} parts as expected");
    assert_eq!((opened, checked), (22, UNIONPAY_PARTS.len()));
}

/// What is inside the fields of CUPS, Mastercard and Visa messages: what some parts say, by message.
const NETWORK_PARTS: &[(&str, &str, &str)] = &[
    ("C1", "60.1", "0000"),
    ("C1", "60.2", "05000100000"),
    ("C1", "60.2.2", "5"),
    ("C1", "60.3", "000004021002"),
    ("C1", "53.2", "4"),
    ("C2", "60.3", "000004021002000"),
    ("C3", "55.9F36", "3788"),
    ("C4", "54.1.5", "000001797100"),
    ("C4", "54.2.2", "02"),
    ("C5", "48.1", "AS"),
    ("C5", "48.2.ON", "1222112221122211222112221122211222112221"),
    ("M1", "48.1", "P"),
    ("M1", "48.2.42.01", "910"),
    ("M1", "48.2.77", "P01"),
    ("M1", "61.13", "840"),
    ("M2", "48.1", "R"),
    ("M2", "63.2", "000001371"),
    ("M3", "55.91", "F630A0D10BD35C8C0010"),
    ("W1", "60.8", "07"),
    ("W1", "62.1", "Y"),
    ("W1", "126.10", "11 123"),
    ("W2", "55.01.9F36", "0001"),
    ("W2", "63.1", "0002"),
    ("W2", "137", "0001"),
    ("W3", "62.2", "303085254670208"),
    ("W3", "63.3", "2502"),
    ("W3", "43.3", "US"),
];

/// The dialects of these messages, the spec of each, and what stands in front of the message type.
const NETWORKS: [(&str, &MessageSpec, usize); 4] = [
    ("cups (ASCII", &isomsg::spec::CUPS, 0),
    ("cups (4 ASCII digit length", &isomsg::spec::CUPS, 4),
    ("mastercard", &isomsg::spec::MASTERCARD_LIKE, 0),
    ("visa base i", &isomsg::spec::VISA_BASE1_LIKE, 26),
];

#[test]
fn messages_of_networks_open_to_their_parts() {
    let Some(file) = load_json("unionpay.json") else { return };
    let (mut checked, mut opened) = (0, 0);
    for vector in file["messages"].as_array().unwrap() {
        let (id, dialect) = (vector["id"].as_str().unwrap(), vector["dialect"].as_str().unwrap());
        let network = NETWORKS.iter().find(|(name, ..)| dialect.starts_with(name));
        let Some((_, spec, header)) = network else { continue };
        let wire = bytes(vector["hex"].as_str().unwrap());
        let wire = &wire[*header..];
        let message = Message::parse(wire, *spec).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(message.to_owned().encode(), wire);
        let bits: Vec<u64> = message.bitmap().iter().map(u64::from).collect();
        assert_eq!(serde_json::json!(bits), vector["bits"], "{id}");
        message.validate(|finding| panic!("{id}: {finding}"));
        for (_, path, value) in NETWORK_PARTS.iter().filter(|(of, ..)| *of == id) {
            let part = message.require(*path).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert!(part.value() == *value, "{id} {path}: {:?}", part.value().chars().collect::<String>());
            checked += 1;
        }
        opened += 1;
        assert_hides(&message, id);
    }
    println!("shared vectors: {opened} messages of CUPS, Mastercard and Visa opened, {checked} parts as expected");
    assert_eq!((opened, checked), (12, NETWORK_PARTS.len()));
}

/// The starter for each dialect of other networks.
const STARTERS: [(&str, &MessageSpec); 5] = [
    ("visa", &isomsg::spec::VISA_BASE1_LIKE),
    ("mastercard", &isomsg::spec::MASTERCARD_LIKE),
    ("jcb", &isomsg::spec::JCB_LIKE),
    ("2003", &isomsg::spec::JCARD_CMF),
    ("unionpay-pos", &isomsg::spec::UNIONPAY_POS),
];

/// Messages that a starter does not express: by the beginning of their names, why, and the file that does, without its
/// name.
const OWN_DIALECTS: [(&str, &str, &str); 13] = [
    (
        "wirecard-visa-",
        "its source masked the card number with nibbles F; 45 is EBCDIC, 123 binary",
        "extends = 'visa-base1-like'\n[fields]\n2 = { format = 'z..19' }\n45 = { format = 'z..79', data = 'ebcdic' }\n123 = { format = 'b..255' }",
    ),
    ("openswitch-visa-0100", "code page 500", "extends = 'visa-base1-like'\nwire.charset = 'cp500'"),
    (
        "wirecard-jcb-",
        "its source masked the card number with nibbles F; 48 is binary",
        "extends = 'jcb-like'\n[fields]\n2 = { format = 'z..19' }\n48 = { format = 'b..99', tlv = 'ber' }",
    ),
    (
        "way4-jcb-0420",
        "22 is three digits, padded right",
        "extends = 'jcb-like'\n[fields]\n22 = { format = 'n 3', nibble_pad = 'right 0' }",
    ),
    (
        "cardutil-ebcdic-hexbitmap",
        "clearing in the 1993 edition, EBCDIC with a bitmap in lower-case ASCII hex",
        "extends = 'iso1993-ebcdic'\nwire.bitmap = 'hex'\nwire.secondary = 'always'\nwire.hex_case = 'lower'\n\
         [fields]\n22 = { format = 'an 12' }\n31 = { format = 'ans..23' }\n63 = { format = 'ans...16' }\n71 = { format = 'n 8' }",
    ),
    (
        "cardutil-ebcdic",
        "clearing in the 1993 edition, EBCDIC",
        "extends = 'iso1993-ebcdic'\nwire.secondary = 'always'\n\
         [fields]\n22 = { format = 'an 12' }\n31 = { format = 'ans..23' }\n63 = { format = 'ans...16' }\n71 = { format = 'n 8' }",
    ),
    (
        "cardutil-ascii-hexbitmap",
        "clearing in the 1993 edition, ASCII with a bitmap in lower-case hex",
        "extends = 'iso1993-ascii'\nwire.bitmap = 'hex'\nwire.secondary = 'always'\nwire.hex_case = 'lower'\n\
         [fields]\n22 = { format = 'an 12' }\n31 = { format = 'ans..23' }\n63 = { format = 'ans...16' }\n71 = { format = 'n 8' }",
    ),
    (
        "cardutil-",
        "clearing in the 1993 edition, ASCII",
        "extends = 'iso1993-ascii'\nwire.secondary = 'always'\n\
         [fields]\n22 = { format = 'an 12' }\n31 = { format = 'ans..23' }\n63 = { format = 'ans...16' }\n71 = { format = 'n 8' }",
    ),
    ("zemuldo-mti-2003", "a message type of 2003 with the fields of 1987", "extends = 'iso1987-ascii'"),
    (
        "erl8583-example5-amex",
        "American Express: the 1993 edition in EBCDIC, code page 500",
        "extends = 'iso1993-ebcdic'\nwire.charset = 'cp500'",
    ),
    (
        "zoukankan-0800",
        "a terminal with 24, and 38, 46 and 61 of its own",
        "extends = 'unionpay-pos'\n[fields]\n24 = { format = 'n 3', nibble_pad = 'left 0' }\n46 = { format = 'b...999', data = 'raw' }\n\
         61 = { format = 'ans...999', parts = [] }",
    ),
    (
        "chfenix-downparam-0710",
        "a city card: 41 and 42 are an 12, 63 is a list of cards in GBK",
        "extends = 'unionpay-pos'\n[fields]\n41 = { format = 'an 12' }\n42 = { format = 'an 12' }\n\
         60 = { format = 'n...078' }\n63 = { format = 'b...999', data = 'raw', parts = [] }",
    ),
    (
        "postilion",
        "Postilion: 127 has a length of six digits, a bitmap and parts",
        "extends = 'iso1987-ascii'\n[fields]\n56 = { format = 'ans...999' }\n123 = { format = 'ans...999' }\n\
         127 = { format = 'b..60000', prefix_width = 6 }",
    ),
];

#[cfg(feature = "toml")]
fn own_dialect(rows: &str) -> Arc<MessageSpec> {
    MessageSpec::from_toml(&format!("name = 'own'\n{rows}")).unwrap_or_else(|error| panic!("{error}: {rows}"))
}

#[cfg(feature = "toml")]
#[test]
fn messages_of_networks_are_read_by_a_starter_or_a_file_over_one() {
    let Some(vectors) = load("valid.json") else { return };
    let (mut read, mut own) = (BTreeMap::<&str, usize>::new(), BTreeMap::<&str, usize>::new());
    let networks = ["visa", "mastercard", "jcb", "2003", "unionpay-pos", "amex-ebcdic", "postilion"];
    for vector in vectors.iter().filter(|vector| networks.contains(&vector["dialect"].as_str().unwrap_or(""))) {
        let (id, dialect) = (vector["id"].as_str().unwrap(), vector["dialect"].as_str().unwrap());
        let starter = STARTERS.iter().find(|(name, _)| *name == dialect).map(|(_, spec)| *spec);
        if starter.is_some_and(|spec| check_network(vector, spec.into()).is_ok()) {
            *read.entry(dialect).or_default() += 1;
            continue;
        }
        let of_it = |name: &str| id.starts_with(name) || dialect == name;
        let (_, why, rows) = OWN_DIALECTS.iter().find(|(name, ..)| of_it(name)).unwrap_or_else(|| panic!("{id}"));
        check_network(vector, SpecRef::from(&own_dialect(rows))).unwrap_or_else(|error| panic!("{id}: {error}"));
        *own.entry(*why).or_default() += 1;
    }
    println!("shared vectors: read by the starters: {read:?}; by a file of a few lines over a shipped spec:");
    own.iter().for_each(|(why, count)| println!("  {count:3} {why}"));
}

fn check_network(vector: &Value, spec: SpecRef<'_>) -> Result<(), String> {
    let wire = bytes(vector["wire_hex"].as_str().unwrap());
    let message = Message::parse(&wire, spec).map_err(|error| error.to_string())?;
    assert_eq!(message.to_owned().encode(), wire);
    assert_hides(&message, vector["id"].as_str().unwrap());
    for field in message.fields() {
        let wanted = vector["expect"]["fields"][field.number().to_string()].as_str().ok_or("a field too many")?;
        let is_text = field.value() == *wanted || field.value() == *wanted.replace('D', "=");
        if !is_text && hex(field.content()) != wanted {
            return Err(format!("field {} differs", field.number()));
        }
    }
    Ok(())
}

/// No card number of 13 digits or more, track, PIN block or key is in what is printed.
fn assert_hides(message: &Message<'_>, id: &str) {
    let shown = format!("{message} {message:?}");
    #[cfg(feature = "serde")]
    let shown = shown + &serde_json::to_string(&message.json()).unwrap();
    for path in ["2", "35", "36", "52", "59.A1", "63.SM", "62.1", "62.3", "62.6", "48.1.3", "48.2.3", "55.5A", "55.57"]
    {
        let Some(secret) = message.field(path) else { continue };
        let value: String = secret.value().chars().collect();
        let is_text = path == "62.1" && value == "Sequence No";
        assert!(is_text || value.len() < 8 || !shown.contains(&value), "{id}: {path} is shown");
    }
}

/// Field 55 is chip data.
fn with_chip_data(field: FieldSpec) -> FieldSpec {
    if field.number() == 55 { field.with_tlv(TlvForm::BER, &[]) } else { field }
}

#[test]
fn chip_data_opens_to_its_tags() {
    let Some(valid) = load("valid.json") else { return };
    let mut opened = 0;
    for vector in valid.iter().filter(|vector| vector["expect"]["tlv"].is_object()) {
        let wire = bytes(vector["wire_hex"].as_str().unwrap());
        let spec = notation::spec_with(&vector["codec"], &vector["field_formats"], with_chip_data);
        let message = Message::parse(&wire, &spec).unwrap();
        for (number_text, items) in vector["expect"]["tlv"].as_object().unwrap() {
            let field = message.require(number(number_text)).unwrap();
            let tlv = field.tlv().unwrap();
            let found: Vec<[String; 2]> = tlv.items().map(|item| [item.tag().to_string(), hex(item.value())]).collect();
            assert_eq!(serde_json::json!(found), *items, "{}", vector["id"]);
            let parts = field.subfields().unwrap();
            let found: Vec<[String; 2]> =
                parts.iter().map(|part| [part.key().as_str().to_owned(), hex(part.content())]).collect();
            assert_eq!(serde_json::json!(found), *items, "{}", vector["id"]);
            for (item, part) in tlv.items().zip(parts) {
                assert_eq!(&wire[item.offset()..][..item.value().len()], item.value());
                assert_eq!((item.offset(), item.path()), (part.content_range().start, part.path()));
            }
            opened += 1;
        }
        message.validate(|finding| panic!("{}: {finding}", vector["id"]));
    }
    println!("shared vectors: {opened} fields of chip data opened");
    assert_eq!(opened, 14);
}

#[test]
fn bad_chip_data_gives_its_fault_from_subfields_tlv_and_validate() {
    let Some(malformed) = load("malformed.json") else { return };
    let mut refused = 0;
    for vector in malformed.iter().filter(|vector| vector["id"].as_str().unwrap().starts_with("tlv-")) {
        let input = bytes(vector["input_hex"].as_str().unwrap());
        let spec = notation::spec_with(&vector["dialect"], &vector["field_formats"], with_chip_data);
        let message = Message::parse(&input, &spec).unwrap();
        let field = message.require(55).unwrap();
        let mut findings = Vec::new();
        message.validate(|finding| findings.push(finding));
        let (opened, viewed) = (field.subfields().map(|_| ()), field.tlv().map(|_| ()));
        assert_eq!(opened, viewed);
        assert_eq!(opened, findings.first().map_or(Ok(()), |finding| Err(*finding)), "{}", vector["id"]);
        assert_eq!(findings.len(), usize::from(opened.is_err()));
        match opened {
            Err(error) => check_fault(vector, error),
            Ok(()) => assert_eq!(vector["level"], "policy", "{} is accepted", vector["id"]),
        }
        refused += usize::from(opened.is_err());
    }
    println!("shared vectors: {refused} malformed fields of chip data refused");
    assert_eq!(refused, 9);
}

fn check_fault(vector: &Value, error: ParseError) {
    let expected = &vector["expect_error"];
    let mut offsets = vec![expected["offset"].as_u64().unwrap()];
    offsets.extend(expected["also_acceptable_offsets"].as_array().unwrap().iter().filter_map(Value::as_u64));
    assert!(offsets.contains(&(error.offset() as u64)), "{}: {error}, not at {offsets:?}", vector["id"]);
    assert_eq!(error.path().number(), Some(55));
    let is_kind = match expected["kind"].as_str() {
        Some("tlv-indefinite") => error.kind() == ParseErrorKind::BadLength,
        _ => matches!(error.kind(), ParseErrorKind::Truncated { .. } | ParseErrorKind::BadLength),
    };
    assert!(is_kind, "{}: {error}", vector["id"]);
}

/// The header byte and the bitmapped parts of `jpos-ISO93ebcdic-Custom`.
const CUSTOM_55: &[FieldSpec] = &[
    FieldSpec::new(1, "an 1").with_data(DataForm::Ebcdic),
    FieldSpec::new(2, "b..200").to_end().with_bitmapped(
        PartBitmap::new(4).with_form(DataForm::EbcdicHex),
        &[
            FieldSpec::new(1, "b 8"),
            FieldSpec::new(2, "b 3"),
            FieldSpec::new(3, "b 1"),
            FieldSpec::new(4, "b 4"),
            FieldSpec::new(5, "b 2"),
            FieldSpec::new(6, "b 5"),
            FieldSpec::new(8, "b 4"),
            FieldSpec::new(9, "n 2").with_data(DataForm::Ebcdic),
            FieldSpec::new(10, "n 3").with_data(DataForm::Ebcdic),
            FieldSpec::new(12, "n 3").with_data(DataForm::Ebcdic),
            FieldSpec::new(13, "n 12").with_data(DataForm::Ebcdic),
            FieldSpec::new(14, "b 8"),
            FieldSpec::new(17, "n 6").with_data(DataForm::Ebcdic),
            FieldSpec::new(18, "n 12").with_data(DataForm::Ebcdic),
            FieldSpec::new(20, "n 1").with_data(DataForm::Ebcdic),
            FieldSpec::new(22, "b..32").with_prefix(PrefixForm::Ebcdic),
        ],
    ),
];

const POST_127: &[FieldSpec] = &[FieldSpec::new(2, "ans..32"), FieldSpec::new(25, "ans....9999")];

/// The parts of a message within field 125.
const SUB_MESSAGE: &[FieldSpec] = &[
    FieldSpec::new(2, "ans 29").with_pad(Some(Filler { side: Side::Right, character: b' ' })).with_pad_stripped(),
    FieldSpec::new(3, "n 5"),
    FieldSpec::new(4, "n 10"),
    FieldSpec::new(7, "n 3"),
    FieldSpec::new(8, "a 1"),
    FieldSpec::new(9, "n 3"),
    FieldSpec::new(11, "n 1"),
    FieldSpec::new(15, "n 2"),
    FieldSpec::new(16, "n 2"),
    FieldSpec::new(18, "b 8"),
    FieldSpec::new(20, "n 2"),
    FieldSpec::new(41, "ans...99"),
    FieldSpec::new(85, "ans...99"),
    FieldSpec::new(98, "n 1"),
];

/// The structure of a field of a vector, as its notes describe it.
fn structured(field: FieldSpec, id: &str) -> FieldSpec {
    match (field.number(), id) {
        (55, "jpos-ISO93ebcdic-Custom") => field.with_parts(CUSTOM_55),
        (127, "jpos-post") => field.with_bitmapped(PartBitmap::new(8), POST_127),
        (125, _) => {
            let bitmap = PartBitmap::new(8).with_form(DataForm::Hex).with_extensions(8, 1);
            field.with_bitmapped(bitmap, SUB_MESSAGE)
        }
        (48, _) => field.with_tlv(TlvForm::fixed(Code::text(4), Code::text(3)), &[]),
        _ => field,
    }
}

#[test]
fn structures_open_to_their_parts() {
    let Some(valid) = load("valid.json") else { return };
    let (mut opened, mut checked) = (0, 0);
    for vector in valid.iter().filter(|vector| vector["expect"]["subfields"].is_object()) {
        let id = vector["id"].as_str().unwrap();
        let wire = bytes(vector["wire_hex"].as_str().unwrap());
        let spec = notation::spec_with(&vector["codec"], &vector["field_formats"], |field| structured(field, id));
        let message = Message::parse(&wire, &spec).unwrap();
        for (number_text, expected) in vector["expect"]["subfields"].as_object().unwrap() {
            let parts =
                message.require(number(number_text)).unwrap().subfields().unwrap_or_else(|e| panic!("{id}: {e}"));
            let parts = parts
                .field("2")
                .filter(|part| part.structure().is_some())
                .map_or(parts, |part| part.subfields().unwrap());
            let found: BTreeMap<String, String> =
                parts.iter().map(|part| (part.key().as_str().to_owned(), part.value().chars().collect())).collect();
            for (key, value) in expected.as_object().unwrap() {
                let key = key.strip_prefix("PDS").unwrap_or(key);
                assert_eq!(found.get(key).map(String::as_str), value.as_str(), "{id}: part {key}");
                checked += 1;
            }
            assert_eq!(found.len(), expected.as_object().unwrap().len(), "{id}: other parts {:?}", found.keys());
            opened += 1;
        }
        message.validate(|finding| panic!("{id}: {finding}"));
    }
    println!("shared vectors: {opened} structures opened, {checked} parts as expected");
    assert_eq!(opened, 10);
}
