//! Drafts of specs from captured messages.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use isomsg::draft::draft;
use isomsg::spec::{self, DataForm, FieldSpec, MessageSpec};
use isomsg::{Message, MessageBuf, Mti};
use serde_json::Value;
use std::fs;

fn vectors(spec: &str) -> Vec<Vec<u8>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/iso1987.json");
    let vectors: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let of_spec = vectors.iter().filter(|vector| vector["spec"] == spec);
    of_spec.map(|vector| bytes(vector["hex"].as_str().unwrap())).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn slices(messages: &[Vec<u8>]) -> Vec<&[u8]> {
    messages.iter().map(Vec::as_slice).collect()
}

#[test]
fn the_spec_of_messages_is_found_behind_any_header() {
    for name in ["iso1987-ascii", "iso1987-ascii-hex", "iso1987-bcd", "iso1987-bcd-right"] {
        for header in [0, 2, 7, 46, 64] {
            let in_frame = |body: Vec<u8>| [vec![0xEE; header], body].concat();
            let messages: Vec<Vec<u8>> = vectors(name).into_iter().take(8).map(in_frame).collect();
            let found = draft(&slices(&messages));
            assert_eq!((found.header(), found.whole(), found.messages()), (header, 8, 8), "{name}\n{found}");
            assert_eq!(found.base(), Some(name), "{found}");
            let spec = MessageSpec::from_toml(&found.to_string()).unwrap();
            assert!(messages.iter().all(|message| Message::parse(&message[header..], &spec).is_ok()), "{name}");
        }
    }
}

#[test]
fn another_head_is_stated() {
    let rows: Vec<FieldSpec> = spec::ISO1987_BCD.fields().map(|field| *field).collect();
    let wire = spec::ISO1987_BCD.wire().with_mti(DataForm::Ascii).with_bitmap(DataForm::Hex);
    let theirs = MessageSpec::from_fields("theirs", wire, rows).unwrap();
    let mut sale = MessageBuf::new(&theirs, Mti::new(0x0200).unwrap());
    sale.set(3, "000000").unwrap();
    sale.set(11, 124u64).unwrap();
    sale.set(32, "12345").unwrap();
    sale.set(41, "TERM0001").unwrap();
    let found = draft(&[sale.as_bytes()]);
    assert_eq!(
        found.to_string(),
        "\
# A draft, from captured messages: 1 of 1 can be read to the end.
# Nothing is known of fields other than these: 3 11 32 41
name = \"draft\"
extends = \"iso1987-bcd\"

[wire]
mti = \"ascii\"
bitmap = \"hex\"

[fields]
# All that was seen fits.
"
    );
    let spec = MessageSpec::from_toml(&found.to_string()).unwrap();
    assert_eq!(Message::parse(sale.as_bytes(), &spec).unwrap().require(11).unwrap().value(), "000124");
}

#[test]
fn more_messages_than_are_looked_at_are_counted() {
    let messages = vec![vectors("iso1987-bcd").swap_remove(0); 70];
    let found = draft(&slices(&messages));
    assert_eq!((found.messages(), found.whole()), (64, 64));
    assert!(found.to_string().contains("\n# 6 more were not looked at.\n"), "{found}");
}

#[test]
fn what_is_no_message_gives_no_draft() {
    for messages in [&[][..], &[&b""[..]], &[&[0xFF; 300][..]], &[&b"hello, world"[..]]] {
        let found = draft(messages);
        assert_eq!((found.base(), found.whole(), found.messages()), (None, 0, messages.len()));
        assert!(MessageSpec::from_toml(&found.to_string()).is_err());
    }
}

/// Sixty-four long captures that begin everywhere like messages.
#[test]
fn no_captures_take_long() {
    let messages = vec![b"0200".repeat(500); 64];
    assert_eq!(draft(&slices(&messages)).messages(), 64);
}

#[test]
fn no_list_of_fields_is_a_card_number() {
    // Behind the type come digits, which no spec can take for a bitmap that is followed by its fields.
    for card in ["6222021234567890", "4111111111111111", "2223003122003222"] {
        let digits = format!("0200{card}0000000125{}", "F".repeat(50));
        let ebcdic: Vec<u8> = digits.bytes().map(|digit| if digit == b'F' { 0xC6 } else { 0xC0 | digit }).collect();
        let bcd = bytes(&digits);
        for capture in [digits.as_bytes(), &ebcdic, &bcd] {
            let found = draft(&[capture]);
            let text = found.to_string();
            assert_eq!(found.whole(), 0, "{text}");
            let listed = text.lines().map(|line| line.split(' ').filter(|word| word.parse::<u8>().is_ok()).count());
            // A line of a fault has numbers too: of its field, of the message, of the byte.
            assert!(listed.max().unwrap_or(0) <= 6, "{text}");
        }
    }
}
