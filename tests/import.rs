//! Specs of other projects: what they are read as, byte for byte, and what is said of the rest.
#![cfg(feature = "import")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "the modules are shared with the fuzzer, not published")]

#[path = "support/own/mod.rs"]
pub mod own;
#[path = "properties/import.rs"]
pub mod properties;

use isomsg::import::{self, Format, Imported, Target};
use isomsg::spec::{self, Class, MessageRule, MessageSpec, PanMask, Wire};
use isomsg::{Message, MessageBuf, Mti};
use own::specs::OwnSpec;
use own::structures::Nested;
use proptest::prelude::*;
use std::sync::Arc;

const JPOS_ASCII: &str = include_str!("imported/jpos-ascii.xml");
const JPOS_PACKED: &str = include_str!("imported/jpos-packed.xml");
const MOOV_FLAT: &str = include_str!("imported/moov-flat.json");
const MOOV_COMPOSITES: &str = include_str!("imported/moov-composites.json");
const MOOV_YAML: &str = include_str!("imported/moov-flat.yaml");
const PYISO8583: &str = include_str!("imported/pyiso8583.json");
const GOPLASMATIC: &str = include_str!("imported/goplasmatic.json");
const ALL: [&str; 7] = [JPOS_ASCII, JPOS_PACKED, MOOV_FLAT, MOOV_COMPOSITES, MOOV_YAML, PYISO8583, GOPLASMATIC];

fn imported(text: &str) -> Imported {
    properties::check(text.as_bytes()).unwrap_or_else(|| panic!("{:?}", import::import(text).unwrap_err()))
}

fn losses(imported: &Imported) -> Vec<String> {
    imported.losses.iter().map(ToString::to_string).collect()
}

fn message(imported: &Imported, mti: u16) -> MessageBuf {
    MessageBuf::new(&imported.spec, Mti::new(mti).unwrap())
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        text.bytes().filter(u8::is_ascii_hexdigit).map(|digit| char::from(digit).to_digit(16).unwrap() as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// The bytes are read, and written again as they are.
fn is_read(imported: &Imported, bytes: &[u8]) {
    let message = Message::parse(bytes, &imported.spec).unwrap_or_else(|error| panic!("{error} in {bytes:02X?}"));
    let mut findings = Vec::new();
    message.validate(|finding| findings.push(finding.to_string()));
    assert_eq!(findings, [""; 0]);
    assert_eq!(message.to_owned().encode(), bytes);
}

#[test]
fn jpos_in_text() {
    let spec = imported(JPOS_ASCII);
    assert_eq!(spec.format, Format::Jpos);
    assert_eq!(
        losses(&spec),
        [
            "text is printable ASCII, where jPOS takes any byte for Latin-1",
            "field 28: a short amount is not filled up: it is given with all its digits",
        ]
    );
    let mut made = message(&spec, 0x0100);
    made.set(2, "4111111111111111").unwrap();
    made.set(4, "100").unwrap();
    made.set(28, "D00000150").unwrap();
    made.set_parts(43, ["SHOP", "ROME", "IT"]).unwrap();
    made.set(64, &[1, 2, 3, 4, 5, 6, 7, 8]).unwrap();
    let golden = format!(
        "0100500000100020000116{}000000000100D00000150{:25}{:13}IT0102030405060708",
        "4111111111111111", "SHOP", "ROME"
    );
    assert_eq!(String::from_utf8(made.encode()).unwrap(), golden);
    is_read(&spec, golden.as_bytes());
    assert!(made.field("43.1").is_some_and(|shop| shop.value() == *format!("{:25}", "SHOP")));
    assert_eq!(spec.spec.field(28).unwrap().name(), "Fee & sign");
}

#[test]
fn jpos_packed() {
    let spec = imported(JPOS_PACKED);
    assert_eq!(
        losses(&spec),
        [
            "text is printable ASCII, where jPOS takes any byte for Latin-1",
            "the header of 5 bytes in front is not part of a spec: cut it off before a parse",
        ]
    );
    let mut made = message(&spec, 0x0100);
    made.set(2, "4111111111111111").unwrap();
    made.set(22, "051").unwrap();
    made.set(35, "4111111111111111=25121010000012345").unwrap();
    made.set(41, "TERM1").unwrap();
    made.set("126.1", "AB").unwrap();
    made.set("126.2", "123").unwrap();
    let golden =
        hex("0100 C000040020800000 0000000000000004 10 4111111111111111 0051 22 4111111111111111D25121010000012345 \
         E3C5D9D4F1404040 0D C000000000000000 C1C2 000123");
    assert_eq!(made.encode(), golden);
    is_read(&spec, &golden);
}

#[test]
fn moov_flat() {
    let spec = imported(MOOV_FLAT);
    assert_eq!((spec.format, spec.spec.name()), (Format::MoovJson, "flat"));
    assert_eq!(losses(&spec), [""; 0]);
    let mut made = message(&spec, 0x0100);
    made.set(2, "4242424242424242").unwrap();
    made.set(4, 100u64).unwrap();
    made.set(52, &[1, 2, 3, 4, 5, 6, 7, 8]).unwrap();
    let golden = [&b"01005000000000001000164242424242424242000000000100"[..], &[1, 2, 3, 4, 5, 6, 7, 8]].concat();
    assert_eq!(made.encode(), golden);
    is_read(&spec, &golden);
    assert!(made.field(4).is_some_and(|amount| amount.value() == "100"));
}

#[test]
fn moov_composites() {
    let spec = imported(MOOV_COMPOSITES);
    assert_eq!(losses(&spec), ["field 62.1: the code of `|` is that of code page 500, and another one there"]);
    let mut made = message(&spec, 0x0100);
    made.set_parts(3, ["00", "20", "30"]).unwrap();
    made.set("55.9A", &[0x25, 1, 1]).unwrap();
    made.set("55.9F26", &[1, 2, 3, 4, 5, 6, 7, 8]).unwrap();
    made.set("62.1", "A").unwrap();
    made.set("62.2", "123456789012345").unwrap();
    let golden = hex(
        "0100 2000000000000204 303032303330 10 9A03250101 9F26080102030405060708 11 C000000000000000 C1 0123456789012345",
    );
    assert_eq!(made.encode(), golden);
    is_read(&spec, &golden);
}

#[test]
fn yaml_says_what_json_says() {
    let (json, yaml) = (imported(MOOV_FLAT), imported(MOOV_YAML));
    assert_eq!(yaml.format, Format::MoovYaml);
    assert_eq!(json.spec, yaml.spec);
    assert_eq!(losses(&yaml), [""; 0]);
}

#[test]
fn pyiso8583() {
    let spec = imported(PYISO8583);
    assert_eq!(losses(&spec), [""; 0]);
    let mut made = message(&spec, 0x0200);
    made.set(2, "123").unwrap();
    made.set(37, "ABCDEFGHIJKL").unwrap();
    made.set(48, &[0xE9]).unwrap();
    made.set(55, &[0x9A, 1, 0]).unwrap();
    let golden = hex("30323030 4000000008010200 03123F C1C2C3C4C5C6C7C8C9D1D2D3 303031E9 00039A0100");
    assert_eq!(made.encode(), golden);
    is_read(&spec, &golden);
}

#[test]
fn goplasmatic() {
    let spec = imported(GOPLASMATIC);
    assert_eq!(
        losses(&spec),
        [
            "the fields that messages must have (`mti_rules`) are passed over",
            "field 48: what its tags hold is left out",
        ]
    );
    let mut made = message(&spec, 0x0200);
    made.set(2, "4111").unwrap();
    made.set(4, 150u64).unwrap();
    made.set(28, "C00000001").unwrap();
    made.set("48.0023", "AB").unwrap();
    made.set("55.9A", &[0x25, 1, 1]).unwrap();
    let golden = hex(
        "30323030 5000001000010200 303434313131 000000000150 433030303030303031 303039 303032333030324142 303035 9A03250101",
    );
    assert_eq!(made.encode(), golden);
    is_read(&spec, &golden);
}

#[test]
fn formats_are_known_by_what_stands_in_them() {
    let formats = ALL.map(|text| import::detect(text.as_bytes()).unwrap());
    use Format::{Goplasmatic, Jpos, MoovJson, MoovYaml, Pyiso8583};
    assert_eq!(formats, [Jpos, Jpos, MoovJson, MoovJson, MoovYaml, Pyiso8583, Goplasmatic]);
    for text in ["", "{}", "[]", "name = \"toml\"", "{\"fields\": 1}", "a: 1"] {
        assert_eq!(import::detect(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn errors_name_their_place() {
    let error = |text: &str| import::import(text).map(|_| ()).unwrap_err().to_string();
    assert_eq!(error("x"), "not a spec in a format that is known");
    assert_eq!(
        error("<isopackager>\n <isofield"),
        "line 2, column 2: not well formed: syntax error: tag not closed: `>` not found before end of input"
    );
    assert_eq!(error("<a/>"), "line 1, column 1: the root element is not `isopackager`");
    assert_eq!(
        error("<isopackager>\n <isofield length=\"1\"/></isopackager>"),
        "line 2, column 2: a field without a number"
    );
    let flat = MOOV_FLAT.replace("\"length\": 19", "\"lenght\": 19");
    assert!(error(&flat).starts_with("line 6, column 37: unknown key `lenght`"), "{}", error(&flat));
    let flat = MOOV_FLAT.replace("ASCII\", \"prefix\": \"ASCII.LL", "ASCI\", \"prefix\": \"ASCII.LL");
    assert!(error(&flat).starts_with("line 6, column 86: unknown variant `ASCI`"), "{}", error(&flat));
    let yaml = MOOV_YAML.replace("pad: \"0\"", "pads: \"0\"");
    assert!(error(&yaml).starts_with("line 24: unknown key `pads`"), "{}", error(&yaml));
    assert_eq!(error("fields:\n  2: &a {}\n  3: *a\n"), "line 3, column 6: anchors are not followed");
}

/// Nothing is fetched, nothing is expanded, and nothing grows.
#[test]
fn hostile_texts_are_refused() {
    let entities = r#"<!DOCTYPE isopackager [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>
        <isopackager><isofield id="2" length="3" name="&b;" class="org.jpos.iso.IF_CHAR"/></isopackager>"#;
    assert!(import::import(entities).is_err());
    let deep = "<isopackager>".repeat(100_000);
    assert!(import::import(&deep).is_err());
    let wide = format!("<isopackager>{}</isopackager>", "<isofield id=\"2\"/>".repeat(60_000));
    assert!(import::import(&wide).is_err());
    let nested = "{\"fields\":".repeat(100_000);
    assert!(import::import(&nested).is_err());
    let yaml = format!("fields: {}", "[".repeat(100_000));
    assert!(import::import(&yaml).is_err());
    let tags: String = (0..3000)
        .map(|tag| {
            format!("\"{tag:04}\":{{\"type\":\"String\",\"length\":3,\"enc\":\"ASCII\",\"prefix\":\"ASCII.LL\"}},")
        })
        .collect();
    let text = format!(
        "{{\"fields\":{{\"48\":{{\"type\":\"Composite\",\"length\":999,\"prefix\":\"ASCII.LLL\",\
         \"tag\":{{\"length\":4,\"enc\":\"ASCII\",\"sort\":\"StringsByInt\"}},\"subfields\":{{{}}}}}}}}}",
        tags.trim_end_matches(',')
    );
    assert!(
        losses(&imported(&text)).contains(&"field 48: its parts are left out: there are more than 2000".to_owned())
    );
}

#[test]
fn what_the_rules_refuse_is_left_out_and_named() {
    let text = r#"<isopackager>
        <isofield id="0" length="4" name="t" class="org.jpos.iso.IFA_NUMERIC"/>
        <isofield id="1" length="8" name="b" class="org.jpos.iso.IFB_BITMAP"/>
        <isofield id="2" length="255" name="too long" class="org.jpos.iso.IFB_LLCHAR"/>
        <isofield id="3" length="6" name="ours" class="com.acme.Packager"/>
        <isofield id="4" length="6" name="odd" class="org.jpos.iso.IF_CHAR" colour="red"/>
        <isofield id="5" length="0" name="none" class="org.jpos.iso.IF_CHAR"/>
        <isofield id="200" length="6" name="far" class="org.jpos.iso.IF_CHAR"/>
        <isofield id="6" length="6" name="once" class="org.jpos.iso.IF_CHAR"/>
        <isofield id="6" length="7" name="twice" class="org.jpos.iso.IF_CHAR"/>
        <isovalidator class="x"/>
    </isopackager>"#;
    let spec = imported(text);
    assert_eq!(
        losses(&spec),
        [
            "text is printable ASCII, where jPOS takes any byte for Latin-1",
            "`isovalidator` is passed over",
            "bitmap: a second one is read where its first bit is set, which jPOS does not do",
            "field 2: the maximum 255 is lowered to 99, the most that can be",
            "field 3: left out: `com.acme.Packager` is no field class of jPOS",
            "field 4: the attribute `colour` is passed over",
            "field 5: left out: a length that is fixed must be stated",
            "field 200: left out: a field number is 2 to 192",
            "field 6: it stands there twice, and the last one counts",
        ]
    );
    assert_eq!(spec.spec.fields().map(|field| field.number()).collect::<Vec<_>>(), [2, 4, 6]);
}

/// Each field class of jPOS: attributes, a value, and its bytes, or why there is none.
const CLASSES: &[(&str, &str, &str, &str)] = &[
    ("IFA_NUMERIC", "length=3", "12", "303132"),
    ("IFE_NUMERIC", "length=3", "12", "F0F1F2"),
    ("IFB_NUMERIC", "length=3", "12", "0120"),
    ("IFB_NUMERIC", "length=3 pad=true", "12", "0012"),
    ("IFB_FNUMERIC", "length=5", "123", "00123F"),
    ("IFB_FNUMERIC", "length=5 pad=true", "123", "000123"),
    ("IFB_HEX", "length=5", "A1B", "00A1BF"),
    ("IFB_HEX", "length=5 pad=true", "A1B", "000A1B"),
    ("IF_CHAR", "length=3", "A", "412020"),
    ("IFE_CHAR", "length=3", "A", "C14040"),
    ("IF_ECHAR", "length=3", "[", "AD4040"),
    ("IFE_SIGNED_NUMERIC", "length=3", "D123", "F1F2D3"),
    ("IFA_AMOUNT", "length=9", "D00000150", "443030303030313530"),
    ("IFE_AMOUNT", "length=9", "D00000150", "C4F0F0F0F0F0F1F5F0"),
    ("IFB_AMOUNT", "length=9", "D00000150", "4400000150"),
    ("IFA_AMOUNT2003", "length=16", "8402000000001234", "38343032303030303030303031323334"),
    ("IFB_AMOUNT2003", "length=16", "8402000000001234", "8402000000001234"),
    ("IFA_BINARY", "length=2", "01AB", "30314142"),
    ("IFE_BINARY", "length=2", "01AB", "F0F1C1C2"),
    ("IFB_BINARY", "length=2", "01AB", "01AB"),
    ("IF_NOP", "length=2", "", "left out: it takes no bytes, and its number no value"),
    ("IF_UNUSED", "length=2", "", "left out: it is not used"),
    ("IFB_BITMAP", "length=8", "0102030405060708", "0102030405060708"),
    ("IFA_BITMAP", "length=8", "01020304050607AB", "30313032303330343035303630374142"),
    ("IFE_BITMAP", "length=8", "01020304050607AB", "F0F1F0F2F0F3F0F4F0F5F0F6F0F7C1C2"),
    ("X92_BITMAP", "length=8", "01020304050607AB", "30313032303330343035303630374142"),
    ("packager.Base1_BITMAP126", "length=8", "0102030405060708", "0102030405060708"),
    ("IFA_LCHAR", "length=9", "AB", "324142"),
    ("IFA_LLCHAR", "length=99", "AB", "30324142"),
    ("IFA_LLLCHAR", "length=999", "AB", "3030324142"),
    ("IFA_LLLLCHAR", "length=9999", "AB", "303030324142"),
    ("IFA_LLLLLCHAR", "length=65535", "AB", "30303030324142"),
    ("IFA_LLLLLLCHAR", "length=65535", "AB", "3030303030324142"),
    ("IFA_LLNUM", "length=19", "12", "30323132"),
    ("IFA_LLLNUM", "length=19", "12", "3030323132"),
    ("IFA_LLBNUM", "length=20", "1234", "30341234"),
    ("IFA_FLLCHAR", "length=4", "AB", "303241422020"),
    ("IFA_FLLNUM", "length=4", "12", "303231322020"),
    ("IFAE_LLCHAR", "length=9", "AB", "3032C1C2"),
    ("IFEA_LLCHAR", "length=9", "AB", "F0F24142"),
    ("IFE_LCHAR", "length=9", "AB", "F2C1C2"),
    ("IFE_LLCHAR", "length=9", "AB", "F0F2C1C2"),
    ("IFE_LLLCHAR", "length=9", "AB", "F0F0F2C1C2"),
    ("IFE_LLLLCHAR", "length=9", "AB", "F0F0F0F2C1C2"),
    ("IFE_LNUM", "length=9", "12", "F2F1F2"),
    ("IFE_LLNUM", "length=9", "12", "F0F2F1F2"),
    ("IFE_LLLNUM", "length=9", "12", "F0F0F2F1F2"),
    ("IFEB_LLNUM", "length=9", "123", "F0F2123F"),
    ("IFEB_LLLNUM", "length=9", "123", "F0F0F2123F"),
    ("IFB_LLCHAR", "length=9", "AB", "024142"),
    ("IFB_LLLCHAR", "length=9", "AB", "00024142"),
    ("IFB_LLLLCHAR", "length=9", "AB", "00024142"),
    ("IFB_LLLLLLCHAR", "length=9", "AB", "0000024142"),
    ("IFB_LLNUM", "length=9", "123", "031230"),
    ("IFB_LLNUM", "length=9 pad=true", "123", "030123"),
    ("IFB_LLLNUM", "length=9", "123", "00031230"),
    ("IFB_FLLNUM", "length=9", "123", "03123F"),
    ("IFB_FLLLNUM", "length=9", "123", "0003123F"),
    ("IFB_LLHNUM", "length=9", "123", "031230"),
    ("IFB_LLLHNUM", "length=9", "123", "00031230"),
    ("IFB_LLHCHAR", "length=255", "AB", "024142"),
    ("IFB_LLLHCHAR", "length=999", "AB", "00024142"),
    ("IFB_LLHECHAR", "length=9", "AB", "02C1C2"),
    ("IFB_LLLHECHAR", "length=9", "AB", "0002C1C2"),
    ("IFA_LBINARY", "length=9", "01AB", "3201AB"),
    ("IFA_LLBINARY", "length=9", "01AB", "303201AB"),
    ("IFA_LLLBINARY", "length=9", "01AB", "30303201AB"),
    ("IFA_LLLLBINARY", "length=9", "01AB", "3030303201AB"),
    ("IFA_LLLLLBINARY", "length=9", "01AB", "303030303201AB"),
    ("IFA_LLLLLLBINARY", "length=9", "01AB", "30303030303201AB"),
    ("IFA_LLABINARY", "length=9", "01AB", "303230314142"),
    ("IFA_LLLABINARY", "length=9", "01AB", "30303230314142"),
    ("IFE_LBINARY", "length=9", "01AB", "F201AB"),
    ("IFE_LLBINARY", "length=9", "01AB", "F0F201AB"),
    ("IFE_LLLBINARY", "length=9", "01AB", "F0F0F201AB"),
    ("IFE_LLLLBINARY", "length=9", "01AB", "F0F0F0F201AB"),
    ("IFE_LLLEBINARY", "length=9", "AB", "F0F0F2C1C2"),
    ("IFB_LLBINARY", "length=9", "01AB", "0201AB"),
    ("IFB_LLLBINARY", "length=9", "01AB", "000201AB"),
    ("IFB_LLLLBINARY", "length=9", "01AB", "000201AB"),
    ("IFB_LLHBINARY", "length=9", "01AB", "0201AB"),
    ("IFB_LLHBINARY", "length=9 inclusive=true", "01AB", "0301AB"),
    ("IFB_LLLHBINARY", "length=9 inclusive=true", "01AB", "000401AB"),
    ("IFB_LLHFBINARY", "length=5", "0102", "020102000000"),
    ("IFB_LLHEX", "length=9", "01AB", "0401AB"),
    ("IFB_LLLHEX", "length=9", "01AB", "000401AB"),
    ("tlv.IFB_LHBINARY", "length=9", "01AB", "0201AB"),
    ("tlv.IF_FCHAR", "length=9", "AB", "4142"),
    ("tlv.IF_FBINARY", "length=9", "01AB", "01AB"),
    ("IF_TCHAR", "length=9 token=|;", "AB", "41427C3B"),
    ("IF_TCHAR", "length=9 token=12345", "AB", "left out: its token is not one to four bytes"),
    ("tlv.IF_FSTCHAR", "length=9", "AB", "41425C"),
    ("tlv.IF_FSTCHAR", "length=9 token=|", "AB", "41427C"),
    ("tlv.IF_FSTBINARY", "length=9", "01AB", "01ABFF"),
    ("tlv.IF_FSTBINARY", "length=9 token=1C", "01AB", "01AB1C"),
];

/// Classes with a tag and a length in front, as part 7 of a field.
const TAGGED: &[(&str, &str, &str, &str, &str)] = &[
    ("IFMC_LLCHAR", "", "48.07", "AB", "3037 3032 4142"),
    ("IFMC_LLLCHAR", "", "48.07", "AB", "3037 303032 4142"),
    ("IFMC_LLBINARY", "", "48.07", "01AB", "3037 3032 01AB"),
    ("IFMC_LLLBINARY", "", "48.07", "01AB", "3037 303032 01AB"),
    ("IFEMC_LLCHAR", "", "48.07", "AB", "3037 F0F2 C1C2"),
    ("IFEMC_LLLCHAR", "", "48.0007", "AB", "F0F0F0F7 F0F0F2 C1C2"),
    ("IFEPE_LLCHAR", "", "48.07", "AB", "F0F7 F0F2 C1C2"),
    ("IFEPE_LLLCHAR", "", "48.007", "AB", "F0F0F7 F0F0F2 C1C2"),
    ("IFEPE_LLBINARY", "", "48.07", "01AB", "F0F7 F0F2 01AB"),
    ("IFEP_LLCHAR", "", "48.07", "AB", "3034 3037 4142"),
    ("IFEP_LLLCHAR", "", "48.07", "AB", "F0F0F4 F0F7 4142"),
    ("IFEP_LLLBINARY", "", "48.07", "01AB", "F0F0F4 F0F7 01AB"),
    ("IFELPE_LLLCHAR", "", "48.07", "AB", "F0F0F4 F0F7 C1C2"),
    ("IFIPM_LLLCHAR", "", "48.0007", "AB", "30303037 303032 4142"),
    ("IFA_TTLCHAR", "", "48.07", "AB", "3037 32 4142"),
    ("IFA_TTLLCHAR", "", "48.07", "AB", "3037 3032 4142"),
    ("IFA_TTLLLCHAR", "", "48.07", "AB", "3037 303032 4142"),
    ("IFA_TTLLLLCHAR", "", "48.07", "AB", "3037 30303032 4142"),
    ("IFA_TTLBINARY", "", "48.07", "01AB", "3037 32 01AB"),
    ("IFA_TTLLBINARY", "", "48.07", "01AB", "3037 3032 01AB"),
    ("IFA_TTLLLBINARY", "", "48.07", "01AB", "3037 303032 01AB"),
    ("IFA_TTLLLLBINARY", "", "48.07", "01AB", "3037 30303032 01AB"),
    ("IFA_TTTLLLCHAR", "", "48.007", "AB", "303037 303032 4142"),
    ("tlv.IFTA_LLCHAR", "token=T7", "48.T7", "AB", "5437 3032 4142"),
    ("tlv.IFTA_LLLCHAR", "token=T7", "48.T7", "AB", "5437 303032 4142"),
    ("tlv.IFTA_LLNUM", "token=T7", "48.T7", "12", "5437 3032 3132"),
    ("tlv.IFTA_LLLNUM", "token=T7", "48.T7", "12", "5437 303032 3132"),
    ("tlv.IFTA_LLBINARY", "token=T7", "48.T7", "01AB", "5437 3032 01AB"),
    ("tlv.IFTA_LLLBINARY", "token=T7", "48.T7", "01AB", "5437 303032 01AB"),
    ("tlv.IFTB_LLBINARY", "token=T7", "48.T7", "01AB", "5437 02 01AB"),
];

/// The full name of a class.
fn full(class: &str) -> String {
    match class.strip_prefix("tlv.") {
        Some(class) => format!("org.jpos.tlv.packager.{class}"),
        None => format!("org.jpos.iso.{class}"),
    }
}

fn quoted(attributes: &str) -> String {
    attributes
        .split(' ')
        .filter_map(|one| one.split_once('='))
        .map(|(name, value)| format!("{name}=\"{value}\" "))
        .collect()
}

/// A packager without bitmap, of one element.
fn packager(element: &str) -> String {
    format!(
        "<isopackager emitBitmap=\"false\"><isofield id=\"0\" length=\"4\" name=\"t\" class=\"org.jpos.iso.IFA_NUMERIC\"/>{element}</isopackager>"
    )
}

/// The bytes behind the message type when a field or part has a value, which are read again; or what is said of it.
fn bytes(element: &str, values: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let spec = imported(&packager(element));
    let defined = |path: &str| spec.spec.field(path.split('.').next().unwrap().parse().unwrap());
    let said = || losses(&spec).into_iter().skip(1).collect::<Vec<_>>().join("; ");
    let mut made = message(&spec, 0x0200);
    for (path, value) in values {
        if defined(path).is_none_or(|field| path.contains('.') && field.structure().is_none()) {
            return Err(said());
        }
        made.set(*path, *value).unwrap_or_else(|error| panic!("{element}: {error}; {}", said()));
    }
    let encoded = made.encode();
    is_read(&spec, &encoded);
    Ok(encoded[4..].to_vec())
}

#[test]
fn each_field_class_of_jpos_has_its_bytes_or_a_reason() {
    let (mut mapped, mut refused) = (0, 0);
    for (class, attributes, value, expected) in CLASSES {
        let element = format!("<isofield id=\"2\" name=\"x\" class=\"{}\" {}/>", full(class), quoted(attributes));
        match bytes(&element, &[("2", value)]) {
            Ok(bytes) => {
                assert_eq!(bytes, hex(expected), "{class} {attributes}");
                mapped += 1;
            }
            Err(said) => {
                assert_eq!(said, format!("field 2: {expected}"), "{class}");
                refused += 1;
            }
        }
    }
    for (class, attributes, path, value, expected) in TAGGED {
        let element = format!(
            "<isofieldpackager id=\"48\" length=\"999\" name=\"x\" class=\"org.jpos.iso.IFB_LLLHBINARY\" emitBitmap=\"false\" \
             packager=\"org.jpos.iso.packager.GenericSubFieldPackager\"><isofield id=\"7\" length=\"9\" name=\"y\" class=\"{}\" {}/>\
             </isofieldpackager>",
            full(class),
            quoted(attributes)
        );
        let bytes = bytes(&element, &[(path, value)]).unwrap();
        assert_eq!(bytes[2..], hex(expected), "{class}");
        mapped += 1;
    }
    for (class, other, expected) in [("IFMC_TCC", "IFA_NUMERIC", "543132"), ("IFEMC_TCC", "IFE_NUMERIC", "E3F1F2")] {
        let parts = format!(
            "<isofield id=\"1\" length=\"1\" name=\"y\" class=\"{}\"/><isofield id=\"2\" length=\"2\" name=\"y\" class=\"{}\"/>",
            full(class),
            full(other)
        );
        let parts = nest("IFB_LLLHBINARY", "iso.packager.GenericSubFieldPackager", "emitBitmap=false", &parts);
        let spec = imported(&packager(&parts));
        let mut made = message(&spec, 0x0200);
        made.set_parts(48, ["T", "12"]).unwrap();
        assert_eq!(made.encode()[6..], hex(expected));
        is_read(&spec, &made.encode());
        mapped += 1;
    }
    println!("field classes of jPOS: {mapped} rows have their bytes, {refused} a reason");
    assert_eq!((mapped, refused), (124, 3));
}

fn nest(class: &str, packager: &str, attributes: &str, parts: &str) -> String {
    format!(
        "<isofieldpackager id=\"48\" length=\"200\" name=\"x\" class=\"org.jpos.iso.{class}\" packager=\"org.jpos.{packager}\" {}>{parts}\
         </isofieldpackager>",
        quoted(attributes)
    )
}

/// Packager, field class, attributes, parts, values, and bytes or a reason.
type Nesting<'t> = (String, String, &'t str, String, &'t [(&'t str, &'t str)], &'t str);

#[test]
fn each_packager_of_jpos_has_its_bytes_or_a_reason() {
    let part = |id: u16, class: &str, attributes: &str| {
        format!("<isofield id=\"{id}\" name=\"y\" class=\"{}\" {}/>", full(class), quoted(attributes))
    };
    let digits = part(1, "IFA_NUMERIC", "length=2") + &part(2, "IFA_NUMERIC", "length=3");
    let bits = |id: u16, class: &str, length: u8| {
        part(id, class, &format!("length={length}"))
            + &part(2, "IFA_NUMERIC", "length=2")
            + &part(66, "IFB_NUMERIC", "length=2")
    };
    let (lined, iso, tlv) = ("emitBitmap=false", "iso.packager.", "tlv.packager.");
    let in_order: &[(&str, &str)] = &[("48.1", "12"), ("48.2", "345")];
    let tag7: &[(&str, &str)] = &[("48.07", "AB")];
    let table: Vec<Nesting<'_>> = vec![
        (format!("{iso}GenericPackager"), "IFA_LLLBINARY".into(), lined, digits.clone(), in_order, "303035 3132333435"),
        (
            format!("{iso}GenericPackager"),
            "IFA_LLLBINARY".into(),
            "",
            digits.clone(),
            in_order,
            "field 48: its parts are left out: a message within a field is not opened",
        ),
        (
            format!("{iso}GenericSubFieldPackager"),
            "IFA_LLLCHAR".into(),
            lined,
            digits.clone(),
            in_order,
            "303035 3132333435",
        ),
        (
            format!("{iso}GenericSubFieldPackager"),
            "IFA_LLLBINARY".into(),
            "",
            bits(1, "IFB_BITMAP", 16),
            &[("48.2", "12")],
            "303130 4000000000000000 3132",
        ),
        (
            format!("{iso}GenericSubFieldPackager"),
            "IFA_LLLBINARY".into(),
            "",
            bits(1, "IFB_BITMAP", 16),
            &[("48.66", "12")],
            "303137 8000000000000000 4000000000000000 12",
        ),
        (
            format!("{iso}GenericSubFieldPackager"),
            "IFA_LLLCHAR".into(),
            "",
            part(1, "IFA_BITMAP", "length=8") + &part(2, "IF_CHAR", "length=2"),
            &[("48.2", "AB")],
            "303138 34303030303030303030303030303030 4142",
        ),
        (
            format!("{iso}GenericTaggedFieldsPackager"),
            "IFA_LLLCHAR".into(),
            "tagSize=2 lenSize=3 tagMapper=org.jpos.tlv.packager.TTDecimalTagMapper",
            part(110, "IF_CHAR", "length=9"),
            &[("48.0A", "AB")],
            "303037 3041 303032 4142",
        ),
        (
            format!("{iso}GenericTaggedFieldsPackager"),
            "IFA_LLLCHAR".into(),
            "tagSize=2 lenSize=3 swapTagAndLen=true",
            part(7, "IF_CHAR", "length=9"),
            tag7,
            "303037 303032 3037 4142",
        ),
        (
            format!("{iso}GenericTaggedFieldsPackager"),
            "IFA_LLLCHAR".into(),
            "tagSize=2 lenSize=3 tagMapper=com.acme.Mapper",
            part(7, "IF_CHAR", "length=9"),
            tag7,
            "field 48: its parts are left out: `com.acme.Mapper` is no mapper of jPOS",
        ),
        (
            format!("{iso}Base1SubFieldPackager"),
            "IFA_LLLBINARY".into(),
            "",
            part(0, "packager.Base1_BITMAP126", "length=8") + &digits,
            in_order,
            "303133 C000000000000000 3132333435",
        ),
        (
            format!("{iso}EuroSubFieldPackager"),
            "IFA_LLLCHAR".into(),
            "",
            part(7, "IFMC_LLCHAR", "length=9"),
            tag7,
            "303036 3037 3032 4142",
        ),
        (
            format!("{iso}EuroSubFieldPackager"),
            "IFA_LLLCHAR".into(),
            "",
            part(0, "IFMC_TCC", "length=1") + &part(7, "IFMC_LLCHAR", "length=9"),
            &[("48.1", "T"), ("48.2.07", "AB")],
            "303037 54 3037 3032 4142",
        ),
        (
            format!("{iso}MasterCardEBCDICSubFieldPackager"),
            "IFE_LLLBINARY".into(),
            "",
            part(7, "IFEMC_LLCHAR", "length=9"),
            tag7,
            "F0F0F6 3037 F0F2 C1C2",
        ),
        (
            format!("{iso}GICCSubFieldPackager"),
            "IFE_LLLBINARY".into(),
            "",
            part(7, "IFEP_LLLCHAR", "length=9"),
            tag7,
            "F0F0F7 F0F0F4 F0F7 4142",
        ),
        (format!("{iso}CTCSubFieldPackager"), "IFA_LLLCHAR".into(), "", digits.clone(), in_order, "303035 3132333435"),
        (
            format!("{iso}CTCSubElementPackager"),
            "IFA_LLLCHAR".into(),
            "",
            digits.clone(),
            in_order,
            "field 48: its parts are left out: its parts have a number in front and no length",
        ),
        (
            format!("{iso}DatasetPackager"),
            "IFA_LLLBINARY".into(),
            "",
            String::new(),
            &[("48.71", "01AB")],
            "303035 71 0002 01AB",
        ),
        (
            format!("{iso}ICCDataPackager"),
            "IFB_LLHBINARY".into(),
            "",
            String::new(),
            &[("48.9A", "250101")],
            "05 9A03250101",
        ),
        (
            format!("{tlv}bertlv.BERTLVBinaryPackager"),
            "IFB_LLHBINARY".into(),
            "",
            String::new(),
            &[("48.9A", "250101")],
            "05 9A03250101",
        ),
        (
            format!("{tlv}bertlv.BERTLVAsciiHexPackager"),
            "IFA_LLLCHAR".into(),
            "",
            String::new(),
            &[("48.9A", "250101")],
            "303130 39413033323530313031",
        ),
        (
            format!("{tlv}bertlv.BERTLVEbcdicHexPackager"),
            "IFE_LLLBINARY".into(),
            "",
            String::new(),
            &[("48.9A", "250101")],
            "F0F1F0 F9C1F0F3F2F5F0F1F0F1",
        ),
        (
            format!("{tlv}TaggedSequencePackager"),
            "IFA_LLLCHAR".into(),
            "",
            part(1, "tlv.IFTA_LLCHAR", "length=9 token=T7"),
            &[("48.T7", "AB")],
            "303036 5437 3032 4142",
        ),
        (
            format!("{tlv}BinaryHexTaggedSequencePackager"),
            "IFA_LLLBINARY".into(),
            "",
            part(1, "tlv.IFTA_LLCHAR", "length=9 token=9F01"),
            &[("48.9F01", "AB")],
            "303036 9F01 3032 4142",
        ),
        (
            "acme.Packager".into(),
            "IFA_LLLCHAR".into(),
            "",
            digits.clone(),
            in_order,
            "field 48: its parts are left out: `org.jpos.acme.Packager` is no packager of jPOS",
        ),
    ];
    let (mut mapped, mut refused) = (0, 0);
    for (packager, class, attributes, parts, values, expected) in &table {
        match bytes(&nest(class, packager, attributes, parts), values) {
            Ok(bytes) => {
                assert_eq!(bytes, hex(expected), "{packager} {attributes}");
                mapped += 1;
            }
            Err(said) => {
                assert_eq!(said, *expected, "{packager}");
                refused += 1;
            }
        }
    }
    println!("packagers of jPOS: {mapped} rows have their bytes, {refused} a reason");
    assert_eq!((mapped, refused), (20, 4));
}

/// What comes back of a shipped spec is the spec, up to what is named.
#[test]
fn shipped_specs_come_back_up_to_their_losses() {
    for target in [Target::Moov, Target::Jpos] {
        for spec in spec::shipped() {
            let (text, losses) = import::export(spec, target);
            let back = import::import(&text).unwrap().spec;
            let (mut same, mut named) = (0, 0);
            for field in spec.fields() {
                let of_field: Vec<String> = losses
                    .iter()
                    .filter(|loss| loss.path().number() == Some(field.number()))
                    .map(ToString::to_string)
                    .collect();
                if back.field(field.number()) == Some(field) && back.wire() == spec.wire() {
                    assert_eq!(of_field, [""; 0], "{target:?} {}", spec.name());
                    same += 1;
                } else if back.field(field.number()) == Some(field) {
                    // Where the profile is another one, a row that says the same may mean something else.
                    if of_field.is_empty() { same += 1 } else { named += 1 }
                } else if of_field.is_empty() {
                    // A row may state what another leaves to the profile.
                    same_bytes(spec, &back, field.number());
                    same += 1;
                } else {
                    named += 1;
                }
            }
            let whole = losses.iter().filter(|loss| loss.path().segments().is_empty()).count();
            assert_eq!(
                back.wire() == spec.wire(),
                !losses.iter().any(|loss| loss.path().segments().is_empty() && is_of_profile(loss.what())),
                "{target:?} {}",
                spec.name()
            );
            assert!(whole > 0 || back.name() == spec.name());
            println!(
                "{target:?} {}: {same} fields as they were, {named} with losses, {} losses in all",
                spec.name(),
                losses.len()
            );
        }
    }
}

/// No other project has anything for them, so each is one loss of the spec as a whole.
#[test]
fn mask_and_rules_are_lost_once_each() {
    static OURS: MessageSpec = MessageSpec::extending(&spec::ISO1987_BCD, "ours", Wire::BCD, &[])
        .with_pan_mask(PanMask::new(0, 4).unwrap())
        .with_messages(&[
            MessageRule::new("sale", "0200").mandatory("3 4").mandatory_if("52 if 22 starts 02"),
            MessageRule::new("void", "0400").mandatory("90"),
        ]);
    for spec in spec::shipped().chain([&OURS]) {
        for target in [Target::Moov, Target::Jpos] {
            let losses = import::export(spec, target).1;
            let count = |what: &str| losses.iter().filter(|loss| loss.to_string() == what).count();
            let (has_mask, has_rules) = (spec.pan_mask() != PanMask::USUAL, spec.rules().next().is_some());
            assert_eq!(
                count("how much of card numbers is shown (`pan_mask`) is not said"),
                usize::from(has_mask),
                "{spec:?}"
            );
            assert_eq!(count("the rules of messages are not said"), usize::from(has_rules), "{spec:?}");
        }
    }
    assert!(spec::shipped().any(|spec| spec.rules().next().is_some()));
}

/// A value of a field takes the same bytes by both specs.
fn same_bytes(spec: &'static MessageSpec, back: &Arc<MessageSpec>, number: u16) {
    let field = spec.field(number).unwrap();
    assert_eq!(
        field.parts().map(|part| part.key()).collect::<Vec<_>>(),
        back.field(number).unwrap().parts().map(|part| part.key()).collect::<Vec<_>>()
    );
    let value = match field.format() {
        format if format.class() == Class::Xn => format!("C{}", "0".repeat(format.max() - 1)),
        _ if field.structure().is_some() => "9A03250101".to_owned(),
        format if format.is_fixed() && format.class().is_binary() => "01".repeat(format.max()),
        format if format.is_fixed() => "1".repeat(format.max()),
        format if format.class().is_binary() => "01".repeat(format.min().max(1)),
        format => "1".repeat(format.min().max(3)),
    };
    let mti = Mti::new(0x0200).unwrap();
    let (mut one, mut other) = (MessageBuf::new(spec, mti), MessageBuf::new(back, mti));
    one.set(number, value.as_str()).unwrap_or_else(|error| panic!("{error}"));
    other.set(number, value.as_str()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(one.encode(), other.encode(), "{field:?}");
}

fn is_of_profile(what: &str) -> bool {
    ["the profile", "the form of", "when the second", "where the third", "the case"]
        .iter()
        .any(|start| what.starts_with(start))
}

fn tape(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), most / 2..=most)
}

/// A text in which some bytes are others, and some runs of it stand elsewhere.
fn damaged(text: &str, damages: &[(usize, usize, u8)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, from, byte) in damages {
        let (at, from) = (at % bytes.len(), from % bytes.len());
        match byte % 4 {
            0 => bytes[at] = *byte,
            1 => bytes.truncate(bytes.len().max(2) - 1),
            2 => {
                let run: Vec<u8> = bytes[from..].iter().copied().take(usize::from(*byte)).collect();
                bytes.splice(at..at, run);
            }
            _ => bytes[at] = b"0123456789\"<>{}LA"[usize::from(*byte) % 17],
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(which in 0..ALL.len(), damages in prop::collection::vec(any::<(usize, usize, u8)>(), 1..6)) {
        properties::check(&damaged(ALL[which], &damages));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in tape(200)) {
        properties::check(&bytes);
    }

    #[test]
    fn any_spec_can_be_written(wire in tape(20), rows in prop::collection::vec(tape(24), 1..8)) {
        if let Some(own) = OwnSpec::new(&wire, &rows) {
            properties::written(&own.spec);
        }
    }

    #[test]
    fn any_structure_can_be_written(wire in tape(8), rows in prop::collection::vec(tape(200), 1..=3)) {
        if let Some(own) = Nested::new(&wire, &rows) {
            properties::written(&own.spec);
        }
    }
}

#[test]
fn a_spec_by_its_toml_is_the_spec_that_was_imported() {
    let spec = imported(JPOS_PACKED);
    assert_eq!(*MessageSpec::from_toml(&spec.file.to_toml()).unwrap(), *spec.spec);
    assert!(spec.file.to_toml().contains("126 = { format = \"b..255\","), "{}", spec.file.to_toml());
}
