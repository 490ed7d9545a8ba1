//! A spec printed as a file is the same spec again.
#![cfg(feature = "toml")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "the modules are shared with the fuzzer, not published")]

#[path = "support/own/mod.rs"]
pub mod own;

use isomsg::spec::{self, FieldSpec, MessageRule, MessageSpec, PanMask, SpecFile, TlvForm, Wire};
use own::specs::OwnSpec;
use own::structures::Nested;
use proptest::prelude::*;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn comes_back(spec: &MessageSpec) -> String {
    let file = SpecFile::of(spec);
    let text = file.to_toml();
    let again = SpecFile::from_toml(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"));
    assert_eq!(again, file, "{text}");
    let loaded = MessageSpec::from_toml(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"));
    assert!(*loaded == *spec, "{text}\n{}\n{}", spec.to_rust(), loaded.to_rust());
    assert_eq!(SpecFile::from(&*loaded), file);
    text
}

#[test]
fn every_shipped_spec_comes_back_from_its_file() {
    for spec in spec::shipped() {
        comes_back(spec);
    }
}

/// The files that come with the crate are printed as the files that they are.
#[test]
fn every_shipped_file_comes_back() {
    for spec in spec::shipped() {
        let mut next = Some(spec.name().to_owned());
        while let Some(name) = next {
            let file = SpecFile::from_toml(spec::shipped_toml(&name).unwrap()).unwrap();
            assert_eq!(SpecFile::from_toml(&file.to_toml()).unwrap(), file, "{name}");
            next = file.extends().map(ToOwned::to_owned);
        }
    }
}

#[test]
fn a_file_is_laid_out_for_people() {
    static SPEC: MessageSpec = MessageSpec::new(
        "acme",
        Wire::EBCDIC,
        &[
            FieldSpec::new(2, "n 13..19").with_name("Card \"number\"\u{7}"),
            FieldSpec::new(48, "ans...999").with_name("Private").with_parts(&[
                FieldSpec::new(1, "n 2").with_name("Kind"),
                FieldSpec::new(2, "ans..20").with_name("Text").optional(),
            ]),
            FieldSpec::new(55, "b...255").with_tlv(
                TlvForm::BER,
                &[FieldSpec::tagged("9F26", "b 8").with_name("Cryptogram"), FieldSpec::tagged("9A", "n 6")],
            ),
            FieldSpec::new(60, "ans...99")
                .with_cases(&[FieldSpec::case("mti = 0200").with_parts(&[FieldSpec::new(1, "n 1")])]),
        ],
    )
    .with_title("Acme")
    .with_pan_mask(PanMask::new(0, 4).unwrap())
    .with_messages(&[MessageRule::new("a sale", "0200")
        .mandatory("2 48.1")
        .conditional("60.1 if present 48; 55 if 2 starts 4")
        .mandatory_if("48 if present 60")]);
    let expected = r#"name = "acme"
title = "Acme"
pan_mask = "0+4"

[wire]
mti = "ebcdic"
bitmap = "raw"
secondary = "when-needed"
length = "ebcdic"
digits = "ebcdic"
text = "ebcdic"
charset = "cp037"
binary = "raw"
nibble_pad = "left 0"
digits_pad = "left 0"
text_pad = "right space"

[fields]
2  = { format = "n 13..19",  name = "Card \"number\"\u0007" }
48 = { format = "ans...999", name = "Private", parts = [
    { format = "n 2",     name = "Kind" },
    { format = "ans..20", name = "Text", optional = "at-end" },
] }
55 = { format = "b...255", tlv = "ber", parts = { 9A = { format = "n 6" }, 9F26 = { format = "b 8", name = "Cryptogram" } } }
60 = { format = "ans...99", cases = [
    { when = "mti = 0200", parts = [
        { format = "n 1" },
    ] },
] }

[messages."a sale"]
mti = "0200"
mandatory = "2 48.1"
conditional = { 55 = "2 starts 4", "60.1" = "present 48" }
mandatory_if = { 48 = "present 60" }
"#;
    assert_eq!(comes_back(&SPEC), expected);
}

/// Mask and rules of a spec that is extended are those of the file too, in which nothing is extended.
#[test]
fn what_is_left_to_a_base_comes_back() {
    static BASE: MessageSpec = MessageSpec::extending(&spec::ISO1987_BCD, "base", Wire::BCD, &[])
        .with_pan_mask(PanMask::new(8, 4).unwrap())
        .with_messages(&[
            MessageRule::new("sale", "0200").mandatory("3 4").mandatory_if("52 if 22 starts 02; 35 if 22 starts 90"),
            MessageRule::new("void", "0400").nothing_else().optional("90"),
        ]);
    static OURS: MessageSpec = MessageSpec::extending(&BASE, "ours", Wire::BCD, &[FieldSpec::undefined(128)])
        .with_messages(&[MessageRule::new("void", "0420").when("present 90").never("52").echo("11 90")]);
    let text = comes_back(&OURS);
    assert!(text.contains("\npan_mask = \"8+4\"\n"), "{text}");
    assert!(text.ends_with(
        r#"
[messages.sale]
mti = "0200"
mandatory = "3 4"
mandatory_if = { 35 = "22 starts 90", 52 = "22 starts 02" }

[messages.void]
mti = "0420"
when = "present 90"
never = "52"
echo = "11 90"
"#
    ));
}

/// Loading is for the start of a program: the largest spec takes a few milliseconds at most. The bound holds in release.
#[test]
fn loading_is_quick() {
    let texts = spec::shipped().map(|spec| SpecFile::of(spec).to_toml());
    let text = texts.max_by_key(String::len).unwrap();
    let once = || {
        let start = Instant::now();
        black_box(MessageSpec::from_toml(&text).unwrap());
        start.elapsed()
    };
    let least = (0..20).map(|_| once()).min().unwrap();
    println!("{} bytes of TOML are loaded in {least:?}", text.len());
    if !cfg!(debug_assertions) {
        assert!(least < Duration::from_millis(5), "{least:?}");
    }
}

fn tape(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), most / 2..=most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_spec_comes_back(wire in tape(20), rows in prop::collection::vec(tape(24), 1..12)) {
        if let Some(own) = OwnSpec::new(&wire, &rows) {
            comes_back(&own.spec);
        }
    }

    #[test]
    fn any_structure_comes_back(wire in tape(8), rows in prop::collection::vec(tape(200), 1..=3)) {
        if let Some(own) = Nested::new(&wire, &rows) {
            comes_back(&own.spec);
        }
    }

    #[test]
    fn any_name_comes_back(name in any::<String>()) {
        let json = serde_json::json!({ "name": "named", "title": &name, "fields": { "2": { "name": &name } } });
        let file: SpecFile = serde_json::from_value(json).unwrap();
        prop_assert_eq!(SpecFile::from_toml(&file.to_toml()).unwrap(), file);
    }
}
