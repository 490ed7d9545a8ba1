//! Structures inside fields: opened, read by path, changed, and refused, with bytes composed by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

mod support;

use isomsg::error::{EncodeErrorKind, ParseErrorKind, SpecErrorKind};
use isomsg::spec::{
    Code, DataForm, FieldSpec, Groups, MessageSpec, NibblePad, PartBitmap, PrefixForm, Sensitivity, Side, TlvForm,
    Unlisted, Wire,
};
use isomsg::{Message, MessageBuf, Mti, ParseOptions, spec};
use support::{bytes, hex};

/// A field 48 of this row in a BCD message, given this content in hex.
fn with_content(row: FieldSpec, content: &str) -> MessageBuf {
    let spec = MessageSpec::from_fields("ours", Wire::BCD, vec![row]).unwrap_or_else(|error| panic!("{error}"));
    let mut message = MessageBuf::new(&spec, Mti::new(0x0200).unwrap());
    let packed = message.spec().field(48).is_some_and(|field| field.format().class().is_binary());
    match packed {
        true => message.set(48, &bytes(content)).unwrap(),
        false => message.set_wire(48, &bytes(content)).unwrap(),
    }
    message
}

/// Path, range in the message and value of each part, depth first.
fn parts(message: &MessageBuf) -> Vec<String> {
    let message = message.as_message();
    let shown = message.walk().skip(1);
    shown.map(|part| format!("{} {:?} {}", part.path(), part.range(), part.value().reveal())).collect()
}

fn findings(message: &MessageBuf) -> Vec<String> {
    let mut findings = Vec::new();
    message.as_message().validate(|finding| findings.push(finding.to_string()));
    findings
}

/// The head of these messages: type and bitmap take ten bytes, the prefix of `b...999` two.
const START: usize = 12;

#[test]
fn tags_and_lengths_of_every_form() {
    let ebcdic = |width| Code::of(PrefixForm::Ebcdic, width);
    let ascii = |width| Code::of(PrefixForm::Ascii, width);
    let bcd = |width| Code::of(PrefixForm::Bcd, width);
    let binary = |width| Code::of(PrefixForm::Binary, width);
    let hex = |width| Code::of(PrefixForm::Hex, width);
    let cases = [
        // PDS of clearing: tag 0023, length 003.
        (TlvForm::fixed(ascii(4), ascii(3)), "30303233303033434954", "0023", "434954"),
        // Tag A1 and length 016 of UnionPay field 59, here of two bytes.
        (TlvForm::fixed(ascii(2), ascii(3)), "41313030320102", "A1", "0102"),
        (TlvForm::fixed(ebcdic(2), ebcdic(2)), "F0F7F0F2C1C2", "07", "C1C2"),
        // Length in front of the tag, and counting it.
        (TlvForm::fixed(ascii(2), ascii(2)).with_length_first().with_tag_counted(), "303430374142", "07", "4142"),
        (TlvForm::fixed(ascii(2), ascii(2)).with_length_first(), "303230374142", "07", "4142"),
        (TlvForm::fixed(ascii(2), ascii(2)).with_tag_counted(), "303730344142", "07", "4142"),
        (TlvForm::fixed(bcd(3), bcd(3)), "009100024142", "091", "4142"),
        (TlvForm::fixed(hex(2), hex(2)), "3146304141424344454647484950", "1F", "41424344454647484950"),
        (TlvForm::fixed(binary(2), binary(1)), "DF2101FF", "DF21", "FF"),
        (TlvForm::DATASETS, "57000401020304", "57", "01020304"),
    ];
    for (form, content, tag, value) in cases {
        let row = FieldSpec::new(48, "b...255").with_tlv(form, &[]);
        let twice = format!("{content}{content}");
        let message = with_content(row, &twice);
        let opened = message.require(48).unwrap().subfields().unwrap();
        let found: Vec<(String, String)> =
            opened.iter().map(|part| (part.key().as_str().into(), support::hex(part.content()))).collect();
        assert_eq!(found, [(tag.into(), value.into()), (tag.into(), value.into())], "{content}");
        assert_eq!(findings(&message), [""; 0]);

        // Written by path, it is the same.
        let mut written = with_content(row, "");
        written.set(format!("48.{tag}").as_str(), &bytes(value)).unwrap();
        assert_eq!(support::hex(written.require(48).unwrap().content()), content);
        assert!(written.as_message().deviations().next().is_none());

        // Cut anywhere but between items, it is a fault within the field.
        for length in 1..twice.len() / 2 {
            let cut = with_content(row, &twice[..2 * length]);
            match cut.require(48).unwrap().subfields() {
                Ok(opened) => assert_eq!((length, opened.iter().count()), (content.len() / 2, 1)),
                Err(error) => assert!((START..=START + length).contains(&error.offset()), "{error}"),
            }
        }
    }
}

const GROUP: &[FieldSpec] =
    &[FieldSpec::new(1, "n 2").with_name("Account type"), FieldSpec::new(2, "a 1"), FieldSpec::new(3, "n 4")];

#[test]
fn groups_to_the_end_and_counted() {
    let to_end = FieldSpec::new(48, "an...120").with_groups(Groups::up_to(3), GROUP);
    let message = with_content(to_end, &format!("0014{}", hex(b"00C123401D5678")));
    assert_eq!(
        parts(&message),
        [
            "48.1 12..19 00C1234",
            "48.1.1 12..14 00",
            "48.1.2 14..15 C",
            "48.1.3 15..19 1234",
            "48.2 19..26 01D5678",
            "48.2.1 19..21 01",
            "48.2.2 21..22 D",
            "48.2.3 22..26 5678",
        ]
    );
    assert_eq!(message.require("48.2.1").unwrap().name(), "Account type");
    let four = with_content(to_end, &format!("0028{}", hex(b"00C1234").repeat(4)));
    assert_eq!(findings(&four), ["more groups than the maximum 3 in field 48.4 at byte 33"]);

    let counted = FieldSpec::new(48, "an...120").with_groups(Groups::up_to(3).with_count(Code::text(2)), GROUP);
    let mut message = with_content(counted, &format!("0009{}", hex(b"0100C1234")));
    message.set("48.2", "01D5678").unwrap();
    assert_eq!(message.require(48).unwrap().value(), "0200C123401D5678");
    assert!(message.remove("48.1"));
    assert_eq!(message.require(48).unwrap().value(), "0101D5678");
    let short = with_content(counted, &format!("0009{}", hex(b"0200C1234")));
    assert_eq!(findings(&short), ["cut short after 0 of 2 bytes in field 48.2.1 at byte 21"]);
    let long = with_content(counted, &format!("0009{}", hex(b"0000C1234")));
    assert_eq!(findings(&long), ["left over behind the last part: 7 bytes in field 48 at byte 14"]);
    let many = with_content(counted, &format!("0009{}", hex(b"0400C1234")));
    assert_eq!(findings(&many), ["more groups than the maximum 3 in field 48 at byte 12"]);
}

#[test]
fn digits_that_share_bytes() {
    const ROW: FieldSpec = FieldSpec::new(48, "n...19").with_nibble_pad(NibblePad::new(Side::Right, 0)).with_parts(&[
        FieldSpec::new(1, "n 2"),
        FieldSpec::new(2, "n 6"),
        FieldSpec::new(3, "n 3").optional(),
        FieldSpec::new(4, "n 1").optional(),
        FieldSpec::new(5, "n..4").optional(),
    ]);
    let mut message = with_content(ROW, "0011220000010030");
    assert_eq!(parts(&message), ["48.1 12..13 22", "48.2 13..16 000001", "48.3 16..18 003"]);
    message.set("48.4", "5").unwrap();
    assert_eq!(hex(message.require(48).unwrap().wire()), "0012220000010035");
    message.set("48.5", "678").unwrap();
    assert_eq!(hex(message.require(48).unwrap().wire()), "00172200000100350367".to_owned() + "80");
    assert_eq!(message.require("48.5").unwrap().value(), "678");
    message.set("48.2", 17u64).unwrap();
    assert_eq!(hex(message.require(48).unwrap().wire()), "00172200001700350367".to_owned() + "80");
    // With the pad on the left the parts lie half a byte later.
    let left = ROW.with_nibble_pad(NibblePad::new(Side::Left, 0));
    let message = with_content(left, "0011022000001003");
    assert_eq!(parts(&message), ["48.1 12..14 22", "48.2 13..17 000001", "48.3 16..18 003"]);
    let cut = with_content(ROW, "00102200000100");
    assert_eq!(findings(&cut), ["cut short after 2 of 3 digits in field 48.3 at byte 16"]);
    let letters = with_content(ROW, "001122A000010030");
    assert_eq!(findings(&letters), ["nibble outside class n in field 48.2 at byte 13"]);
}

#[test]
fn bitmaps_of_parts() {
    const ROWS: &[FieldSpec] =
        &[FieldSpec::new(2, "an 2"), FieldSpec::new(9, "n 2"), FieldSpec::new(18, "b 1"), FieldSpec::new(25, "ans..9")];
    // The first bit of a bitmap announces the next: of two bytes, then up to two of one byte.
    let dataset = FieldSpec::new(48, "b...255").with_bitmapped(PartBitmap::new(2).with_extensions(1, 2), ROWS);
    let mut message = with_content(dataset, "");
    message.set("48.9", 17u64).unwrap();
    assert_eq!(hex(message.require(48).unwrap().content()), "008017");
    message.set("48.25", "AB").unwrap();
    assert_eq!(hex(message.require(48).unwrap().content()), "8080808017024142");
    message.set("48.2", "XY").unwrap();
    message.set("48.18", &[0xFE]).unwrap();
    assert_eq!(parts(&message), ["48.2 16..18 XY", "48.9 18..19 17", "48.18 19..20 FE", "48.25 20..23 AB"]);
    assert_eq!(hex(message.require(48).unwrap().content()), "C080C080585917FE024142");
    assert!(message.remove("48.25") && !message.remove("48.25"));
    // The bitmaps that were there stay, which is a deviation.
    assert_eq!(hex(message.require(48).unwrap().content()), "C080C000585917FE");
    let deviations: Vec<String> = message.as_message().deviations().map(|found| found.to_string()).collect();
    assert_eq!(deviations, ["announced but empty in field 48"]);
    let unknown = with_content(dataset, "004017");
    assert_eq!(findings(&unknown), ["undefined field in field 48.10 at byte 14"]);
    let cut = with_content(dataset, "8040");
    assert_eq!(findings(&cut), ["cut short after 0 of 1 bytes in field 48 at byte 14"]);
}

#[test]
fn a_code_then_tags() {
    // As in field 48 of card networks: a category code that may be missing, then tags of two digits.
    const ROW: FieldSpec = FieldSpec::new(48, "ans...999").with_parts(&[
        FieldSpec::new(1, "a 1").optional_by_class(),
        FieldSpec::new(2, "ans...999").to_end().with_tlv(
            TlvForm::fixed(Code::text(2), Code::text(2)),
            &[FieldSpec::tagged("42", "ans..99").with_tlv(TlvForm::fixed(Code::text(2), Code::text(2)), &[])],
        ),
    ]);
    let mut message = with_content(ROW, &format!("0020{}", hex(b"P42070103910 7703P01")));
    assert_eq!(
        message.require("48.2").unwrap().subfields().unwrap_err().to_string(),
        "tag is not letters and digits in field 48.2 at byte 24"
    );
    message.set(48, "P420701039107703P01").unwrap();
    assert_eq!(
        parts(&message),
        [
            "48.1 12..13 P",
            "48.2 13..31 420701039107703P01",
            "48.2.42 13..24 0103910",
            "48.2.42.01 17..24 910",
            "48.2.77 24..31 P01"
        ]
    );
    message.set("48.2.42.01", "9102").unwrap();
    assert_eq!(message.require(48).unwrap().value(), "P4208010491027703P01");
    assert!(message.remove("48.1"));
    assert_eq!(message.require(48).unwrap().value(), "4208010491027703P01");
    assert_eq!(message.require("48.2.77").unwrap().value(), "P01");
    message.set("48.1", "R").unwrap();
    assert_eq!(message.require(48).unwrap().value(), "R4208010491027703P01");
}

const CHIP: FieldSpec = FieldSpec::new(48, "b...999").with_tlv(TlvForm::BER, &[FieldSpec::tagged("5F2A", "n 3")]);

#[test]
fn chip_data_in_raw_bytes_and_in_hex() {
    let mut message = with_content(CHIP, "5F2A0201569F2608112233445566778800008201FF");
    assert_eq!(parts(&message), ["48.5F2A 12..17 156", "48.9F26 17..28 1122334455667788", "48.82 30..33 FF"]);
    message.set("48.5F2A", 978u64).unwrap();
    message.set("48.82", &[1, 2]).unwrap();
    assert_eq!(hex(message.require(48).unwrap().content()), "5F2A0209789F26081122334455667788000082020102");
    const IN_HEX: FieldSpec = FieldSpec::new(48, "b...999")
        .with_data(DataForm::Hex)
        .with_tlv(TlvForm::BER, &[FieldSpec::tagged("5F2A", "n 4")]);
    let mut message = with_content(IN_HEX, "5F2A0201569F2608112233445566778800008201FF");
    assert_eq!(message.require(48).unwrap().content()[..10], *b"5F2A020156");
    assert_eq!(parts(&message), ["48.5F2A 12..22 0156", "48.9F26 22..44 1122334455667788", "48.82 48..54 FF"]);
    message.set("48.82", &[1, 2]).unwrap();
    message.set("48.9A", &[0x26, 0x11, 0x24]).unwrap();
    assert_eq!(
        message.require(48).unwrap().value(),
        "5F2A0201569F26081122334455667788000082020102 9A03261124".replace(' ', "").as_str()
    );
}

#[test]
fn filler_and_tags_that_are_not_listed() {
    const LISTED: &[FieldSpec] = &[FieldSpec::tagged("82", "b 2")];
    let with = |form| FieldSpec::new(48, "b...999").with_tlv(form, LISTED);
    // FF begins a tag unless the spec says that it is filler.
    let content = "82020102FF2001AA";
    assert_eq!(parts(&with_content(with(TlvForm::BER), content)), ["48.82 12..16 0102", "48.FF20 16..20 AA"]);
    let filled = "FFFF82020102FF00";
    assert_eq!(parts(&with_content(with(TlvForm::BER.with_filler(0xFF)), filled)), ["48.82 14..18 0102"]);
    assert_eq!(
        findings(&with_content(with(TlvForm::BER.with_unlisted(Unlisted::Refuse)), content)),
        ["tag is not one that the spec lists in field 48.FF20 at byte 16"]
    );
    let skipping = with_content(with(TlvForm::BER.with_unlisted(Unlisted::Skip)), content);
    assert_eq!(parts(&skipping), ["48.82 12..16 0102"]);
    assert_eq!(hex(skipping.require(48).unwrap().content()), content);
    let mut refusing = with_content(with(TlvForm::BER.with_unlisted(Unlisted::Refuse)), "");
    assert_eq!(refusing.set("48.9F26", &[1]).unwrap_err().kind(), EncodeErrorKind::UnknownTag);
    assert_eq!(refusing.set("48.82", &[1]).unwrap_err().to_string(), "length 1 is below the minimum 2 in field 48.82");
}

#[test]
fn values_are_held_against_their_rows() {
    const ROW: FieldSpec = FieldSpec::new(48, "b...999").with_tlv(
        TlvForm::BER,
        &[FieldSpec::tagged("9A", "n 6"), FieldSpec::tagged("9F1E", "an 8"), FieldSpec::tagged("84", "b 5..16")],
    );
    let message =
        with_content(ROW, "9A0226119F1E085445535431323334 9F1E08544553543132332D 8401A0".replace(' ', "").as_str());
    assert_eq!(
        findings(&message),
        [
            "length 4 is below the minimum 6 in field 48.9A at byte 14",
            "character outside class an in field 48.9F1E at byte 37",
            "length 1 is below the minimum 5 in field 48.84 at byte 40",
        ]
    );
    let error = message.require(48).unwrap().subfields().unwrap_err();
    assert_eq!(error.to_string(), findings(&message)[0]);
}

#[test]
fn constructed_tags_and_datasets_open_though_nothing_is_said_of_them() {
    let message = with_content(CHIP, "710A9F180400000001860184");
    let script = message.require("48.71").unwrap();
    assert!(script.structure().is_none());
    let commands = script.subfields().unwrap();
    assert_eq!(commands.field("9F18").unwrap().path().to_string(), "48.71.9F18");
    assert_eq!(message.require("48.71.86").unwrap().content(), [0x84]);
    let datasets = FieldSpec::new(48, "b....9999").with_tlv(TlvForm::DATASETS, &[]);
    let message = with_content(datasets, "0200058203010203710002FFFF");
    assert_eq!(message.require("48.02.82").unwrap().content(), [1, 2, 3]);
    assert_eq!(message.require("48.71").unwrap().subfields().unwrap_err().kind(), ParseErrorKind::NoStructure);
    assert_eq!(findings(&message), [""; 0]);
}

/// Six levels below the field: every one a TLV of one tag.
const DEEP: FieldSpec = {
    const FORM: TlvForm = TlvForm::fixed(Code::text(1), Code::text(2));
    const L6: &[FieldSpec] = &[FieldSpec::tagged("6", "ans..99")];
    const L5: &[FieldSpec] = &[FieldSpec::tagged("5", "ans..99").with_tlv(FORM, L6)];
    const L4: &[FieldSpec] = &[FieldSpec::tagged("4", "ans..99").with_tlv(FORM, L5)];
    const L3: &[FieldSpec] = &[FieldSpec::tagged("3", "ans..99").with_tlv(FORM, L4)];
    const L2: &[FieldSpec] = &[FieldSpec::tagged("2", "ans..99").with_tlv(FORM, L3)];
    const L1: &[FieldSpec] = &[FieldSpec::tagged("1", "ans..99").with_tlv(FORM, L2)];
    FieldSpec::new(48, "ans...999").with_tlv(FORM, L1)
};

#[test]
fn six_levels_and_no_seventh() {
    let mut message = with_content(DEEP, "0000");
    message.set("48.1.2.3.4.5.6", "deep").unwrap();
    assert_eq!(message.require(48).unwrap().value(), "119216313410507604deep");
    assert_eq!(message.require("48.1.2.3.4.5.6").unwrap().value(), "deep");
    assert_eq!(message.as_message().walk().count(), 7);
    const SEVENTH: &[FieldSpec] = &[DEEP];
    let row = FieldSpec::new(63, "ans...999").with_parts(SEVENTH);
    let error = MessageSpec::from_fields("ours", Wire::ASCII, vec![row]).unwrap_err();
    assert_eq!(error.kind(), SpecErrorKind::TooDeep);
    assert_eq!(error.to_string(), "structures are nested deeper than six levels in field 63.48.1.2.3.4.5");
    // Constructed tags go as deep as a path can name, however deep they are nested.
    let mut nested = Vec::new();
    for _ in 0..10_000 {
        let mut outer = vec![0x70, 0x83];
        outer.extend(&u32::try_from(nested.len()).unwrap().to_be_bytes()[1..]);
        outer.append(&mut nested);
        nested = outer;
    }
    let row = FieldSpec::new(48, "b.....60000").with_tlv(TlvForm::BER, &[]);
    let message = with_content(row, &hex(&nested));
    assert_eq!(findings(&message), [""; 0]);
    assert_eq!(message.as_message().walk().count(), 2);
    let mut field = message.require(48).unwrap();
    let mut depth = 0;
    while let Ok(opened) = field.subfields() {
        field = opened.iter().next().unwrap();
        depth += 1;
    }
    assert_eq!((depth, field.path().segments().len()), (6, 7));
}

#[test]
fn sixty_thousand_bytes_of_empty_tags() {
    let row = FieldSpec::new(48, "b.....60000").with_tlv(TlvForm::BER, &[]);
    let message = with_content(row, &"8200".repeat(30_000));
    assert_eq!(message.require(48).unwrap().subfields().unwrap().iter().count(), 30_000);
    assert_eq!(findings(&message), [""; 0]);
    let overlong = with_content(row, "8288FFFFFFFFFFFFFFFF");
    assert_eq!(findings(&overlong), ["length prefix is not a number in field 48.82 at byte 14"]);
}

#[test]
fn a_part_is_as_secret_as_what_holds_it_unless_it_says_otherwise() {
    const ROW: FieldSpec = FieldSpec::new(48, "ans...999").with_sensitivity(Sensitivity::None).with_tlv(
        TlvForm::fixed(Code::text(2), Code::text(2)),
        &[FieldSpec::tagged("01", "n..19").with_sensitivity(Sensitivity::Pan), FieldSpec::tagged("02", "n..19")],
    );
    let mut message = with_content(ROW, "0000");
    message.set("48.01", "4111111111111111").unwrap();
    message.set("48.02", "1234567890123").unwrap();
    let shown = format!(
        "{message} {message:?} {:?} {}",
        message.require(48).unwrap().subfields(),
        message.require(48).unwrap()
    );
    assert!(!shown.contains("4111111111111111"), "{shown}");
    assert!(shown.contains("411111******1111") && shown.contains("1234567890123"), "{shown}");
    assert_eq!(message.require(48).unwrap().to_string(), "********");
    // Nobody says how secret 48 is, so it is secret, and so are its parts.
    const UNSAID: FieldSpec = FieldSpec::new(48, "ans...999")
        .with_parts(&[FieldSpec::new(1, "ans 4"), FieldSpec::new(2, "ans 1").with_sensitivity(Sensitivity::None)]);
    let mut message = with_content(UNSAID, "0000");
    message.set_parts(48, ["ABCD", "E"]).unwrap();
    assert_eq!(message.require("48.1").unwrap().to_string(), "********");
    assert_eq!(message.require("48.2").unwrap().to_string(), "E");
    assert!(!message.to_string().contains("ABCD"));
}

#[test]
fn messages_in_which_a_tag_may_not_stand() {
    const ROW: FieldSpec = FieldSpec::new(48, "b...999").with_tlv(
        TlvForm::BER,
        &[
            FieldSpec::tagged("91", "b..16").only_in(&["0110", "02x0"]),
            FieldSpec::tagged("95", "b 5").only_in(&["0100"]),
        ],
    );
    let message = with_content(ROW, "910101950500000080009F3602000A");
    assert_eq!(findings(&message), ["not allowed in a message of this type in field 48.95 at byte 15"]);
}

#[test]
fn what_cannot_be_set_leaves_the_message_as_it_was() {
    let mut message = with_content(CHIP, "5F2A020156");
    let before = message.encode();
    let refusals = [
        ("48.5F2A.1", EncodeErrorKind::NoStructure),
        ("48.9F", EncodeErrorKind::BadTag),
        ("48.5F2B.12", EncodeErrorKind::NoStructure),
        ("49.1", EncodeErrorKind::UndefinedField),
        ("x", EncodeErrorKind::UndefinedField),
        ("48..1", EncodeErrorKind::BadPath),
    ];
    for (path, kind) in refusals {
        assert_eq!(message.set(path, "00").map_err(|error| error.kind()), Err(kind), "{path}");
        assert!(!message.remove(path));
    }
    assert_eq!(
        message.set("48.9F10", &[0; 999]).unwrap_err().to_string(),
        "length 1009 exceeds the maximum 999 in field 48"
    );
    assert_eq!(
        message.set("48.5F2A", "1A5").unwrap_err().to_string(),
        "character 2 of the value is outside class n in field 48.5F2A"
    );
    assert_eq!(message.encode(), before);
    message.set_wire(48, &bytes("00045F2A0901")).unwrap();
    assert_eq!(
        message.set("48.82", &[1]).unwrap_err().to_string(),
        "structure that holds the part cannot be read in field 48"
    );
    assert_eq!(
        message.require("48.82").unwrap_err().to_string(),
        "cut short after 1 of 9 bytes in field 48.5F2A at byte 14"
    );
    assert_eq!(message.require("48.82").unwrap_err().kind(), ParseErrorKind::Truncated { needed: 9, left: 1 });
}

#[test]
fn the_other_bytes_stay_as_they_were_received() {
    // A length of 81 05 where 05 would do, filler, and a tag that comes twice.
    let mut message = with_content(CHIP, "9581050000008000 00 71018A 71018B 8202FFFF".replace(' ', "").as_str());
    message.set("48.95", &[1, 2, 3, 4, 5]).unwrap();
    assert_eq!(
        hex(message.require(48).unwrap().content()),
        "958105010203040500 71018A 71018B 8202FFFF".replace(' ', "")
    );
    message.set("48.82", &[1]).unwrap();
    assert_eq!(hex(message.require(48).unwrap().content()), "958105010203040500 71018A 71018B 820101".replace(' ', ""));
    message.set("48.71", &[9, 9]).unwrap();
    assert_eq!(
        hex(message.require(48).unwrap().content()),
        "958105010203040500 71020909 71018B 820101".replace(' ', "")
    );
    assert!(message.remove("48.71"));
    assert_eq!(hex(message.require(48).unwrap().content()), "958105010203040500 71018B 820101".replace(' ', ""));
    let read = message.encode();
    assert_eq!(Message::parse(&read, message.spec()).unwrap().as_bytes(), read);
}

/// A message in a shipped spec.
fn shipped(spec: &'static MessageSpec) -> MessageBuf {
    MessageBuf::new(spec, Mti::new(0x0200).unwrap())
}

#[test]
fn what_can_hold_card_data_is_not_shown_as_a_whole() {
    let pan = [0x5A, 8, 0x41, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11];
    for spec in [&spec::ISO1987_ASCII, &spec::ISO1993_BCD, &spec::ISO2003_BCD, &spec::UNIONPAY_POS] {
        for tag in
            ["61", "6F", "70", "71", "72", "73", "77", "80", "83", "86", "A5", "BF0C", "E1", "FF20", "DF01", "9F7C"]
        {
            let mut message = shipped(spec);
            message.set(format!("55.{tag}").as_str(), &pan).unwrap();
            let chip = message.require(55).unwrap();
            let shown = format!("{message} {message:?} {chip} {chip:?} {:?}", chip.subfields());
            assert!(!shown.contains("4111"), "{tag}: {shown}");
        }
    }
    // Though the field is no secret: what is opened by its tag alone can be anything.
    const OPEN: FieldSpec = FieldSpec::new(48, "b...255").with_sensitivity(Sensitivity::None);
    for (row, path) in [
        (OPEN.with_tlv(TlvForm::BER, &[]), "48.E1"),
        (OPEN.with_tlv(TlvForm::BER, &[]), "48.FF20"),
        (OPEN.with_tlv(TlvForm::DATASETS, &[]), "48.01"),
    ] {
        let mut message = with_content(row, "");
        message.set(path, &pan).unwrap();
        let shown = format!("{message} {message:?} {:?}", message.require(48));
        assert!(!shown.contains("4111"), "{path}: {shown}");
        assert_eq!(message.require(format!("{path}.5A").as_str()).unwrap().content(), &pan[2..]);
    }
    // A tag of EMV is shown where the value is as long as EMV says, and hidden where it is something else.
    let mut private = with_content(FieldSpec::new(48, "b...255").with_tlv(TlvForm::BER, &[]), "");
    private.set("48.5F34", b"4111111111111111").unwrap();
    private.set("48.95", &[0, 0, 0, 0x80, 0]).unwrap();
    assert_eq!(private.require("48.5F34").unwrap().to_string(), "********");
    assert_eq!(private.require("48.95").unwrap().to_string(), "0000008000");
    // Nor is a list out of step an occasion to name what stands where a tag should.
    let row = FieldSpec::new(48, "ans...255").with_tlv(TlvForm::fixed(Code::text(8), Code::text(6)), &[]);
    let message = with_content(row, &format!("0016{}", hex(b"4111111111111111")));
    assert_eq!(
        message.require(48).unwrap().subfields().unwrap_err().to_string(),
        "cut short after 2 of 111111 bytes in field 48 at byte 20"
    );
}

#[test]
fn chip_data_has_its_own_forms_whatever_the_message_has() {
    const CHIP: &[FieldSpec] =
        &[FieldSpec::tagged("9A", "n 6"), FieldSpec::tagged("5F2A", "n 3"), FieldSpec::tagged("9F1E", "an 8")];
    for wire in [Wire::ASCII, Wire::BCD.with_nibble_pad(NibblePad::new(Side::Right, 0)), Wire::EBCDIC] {
        let row = FieldSpec::new(55, "b...255").with_tlv(TlvForm::BER, CHIP);
        let spec = MessageSpec::from_fields("ours", wire, vec![row]).unwrap();
        let mut message = MessageBuf::new(&spec, Mti::new(0x0200).unwrap());
        message.set("55.9A", "261124").unwrap();
        message.set("55.5F2A", 156u64).unwrap();
        message.set("55.9F1E", "TERM0001").unwrap();
        assert_eq!(hex(message.require(55).unwrap().content()), "9A032611245F2A0201569F1E085445524D30303031");
        assert_eq!(findings(&message), [""; 0]);
    }
}

#[test]
fn a_part_is_found_by_its_key_as_people_write_it() {
    let row = FieldSpec::new(48, "ans...999").with_tlv(TlvForm::fixed(Code::text(4), Code::text(3)), &[]);
    let mut message = with_content(row, "0000");
    message.set("48.0023", "CT6").unwrap();
    let parts = message.require(48).unwrap().subfields().unwrap();
    assert_eq!(parts.require("0023").unwrap().value(), "CT6");
    assert_eq!(parts.all("0023").count(), 1);
    assert_eq!(parts.require("0024").unwrap_err().to_string(), "required field is absent in field 48.0024 at byte 22");
    let mut message = with_content(CHIP, "");
    message.set("48.9f26", &[1, 2]).unwrap();
    assert_eq!(message.require("48.9F26").unwrap().content(), message.require("48.9f26").unwrap().content());
    assert_eq!(message.require("48.9F26 ").unwrap_err().kind(), ParseErrorKind::BadPath);
}

#[test]
fn what_a_lenient_parse_accepted_opens_leniently() {
    const HEX: FieldSpec = FieldSpec::new(48, "b...255").with_data(DataForm::Hex).with_tlv(TlvForm::BER, &[]);
    const DIGITS: FieldSpec =
        FieldSpec::new(49, "ans...99").with_parts(&[FieldSpec::new(1, "n 3"), FieldSpec::new(2, "ans..9")]);
    let spec = MessageSpec::from_fields("ours", Wire::ASCII, vec![HEX, DIGITS]).unwrap();
    let bytes = b"0200\0\0\0\0\0\x01\x80\x000049f3601aa0101A205hello";
    let message = Message::parse_with(bytes, &spec, ParseOptions::FORENSIC).unwrap();
    assert_eq!(message.field("48.9F36").unwrap().value(), "AA");
    assert_eq!(message.require("49.2").unwrap().value(), "hello");
    assert!(message.to_string().contains("hello"));
    let mut owned = message.to_owned();
    owned.set("48.9F36", &[0xBB]).unwrap();
    assert_eq!(owned.require(48).unwrap().content()[..8], *b"9f3601BB");
}

#[test]
fn a_fault_in_a_group_is_found_once() {
    let row = FieldSpec::new(48, "an...99").with_groups(Groups::up_to(3), GROUP);
    let message = with_content(row, &format!("0014{}", hex(b"0AC123401DX678")));
    assert_eq!(
        findings(&message),
        [
            "character outside class n in field 48.1.1 at byte 13",
            "character outside class n in field 48.2.3 at byte 22",
        ]
    );
}

#[test]
fn a_row_of_packed_digits_may_state_what_follows_from_its_field() {
    const ROW: FieldSpec = FieldSpec::new(48, "n...19").with_parts(&[
        FieldSpec::new(1, "n 2").with_data(DataForm::Bcd),
        FieldSpec::new(2, "n..6").with_prefix(PrefixForm::Bcd),
    ]);
    let mut message = with_content(ROW, "0000");
    message.set_parts(48, ["22", "123"]).unwrap();
    assert_eq!(message.require(48).unwrap().value(), "2203123");
    message.set("48.2", "4567").unwrap();
    assert_eq!(message.require("48.2").unwrap().value(), "4567");
}

#[test]
fn groups_are_set_part_by_part() {
    let mut response = shipped(&spec::ISO1987_BCD);
    response.set_parts("54.1", ["00", "02", "840", "C", "000000001234"]).unwrap();
    response.set_parts("54.2", ["00", "01", "840", "D", "000000000034"]).unwrap();
    assert_eq!(response.require(54).unwrap().value(), "0002840C0000000012340001840D000000000034");
    assert_eq!(
        response.set_parts("54.4", ["00"]).unwrap_err().to_string(),
        "a reader would not find the field among the others in field 54.4"
    );
    assert_eq!(
        response.set_parts(54, ["00"]).unwrap_err().to_string(),
        "field is not made of parts one behind the other in field 54"
    );
    assert_eq!(
        shipped(&spec::UNIONPAY_POS).set("60.3", "003").unwrap_err().to_string(),
        "parts before it are missing, the first is 1 in field 60.3"
    );
}

#[test]
fn a_message_in_another_form_has_its_parts_in_that_form() {
    const PARTS: &[FieldSpec] = &[FieldSpec::new(1, "n 4"), FieldSpec::new(2, "ans 3"), FieldSpec::new(3, "n..6")];
    const ROW: FieldSpec = FieldSpec::new(62, "b...255").with_bitmapped(PartBitmap::new(1), PARTS);
    static ASCII: MessageSpec = MessageSpec::new("ascii", Wire::ASCII, &[ROW]);
    static BCD: MessageSpec = MessageSpec::new("bcd", Wire::BCD, &[ROW]);
    static EBCDIC: MessageSpec = MessageSpec::new("ebcdic", Wire::EBCDIC, &[ROW]);
    let mut message = shipped(&ASCII);
    message.set("62.1", "1234").unwrap();
    message.set("62.2", "ABC").unwrap();
    message.set("62.3", "00567").unwrap();
    assert_eq!(hex(message.require(62).unwrap().content()), format!("E0{}", hex(b"1234ABC0500567")));
    let packed = message.to_spec(&BCD).unwrap();
    assert_eq!(hex(packed.require(62).unwrap().content()), "E0123441424305000567");
    let ebcdic = packed.to_spec(&EBCDIC).unwrap();
    assert_eq!(hex(ebcdic.require(62).unwrap().content()), "E0F1F2F3F4C1C2C3F0F5F0F0F5F6F7");
    assert!(ebcdic.to_spec(&ASCII).unwrap() == message);
}
