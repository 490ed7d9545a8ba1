//! JSON: exact and masked on the way out, suspicious on the way in.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "the modules are shared with the fuzzer, not published")]

#[path = "support/own/mod.rs"]
pub mod own;

use isomsg::spec::{
    self, Class, Code, CodePage, DataForm, FieldSpec, Groups, MessageSpec, NibblePad, PartBitmap, PrefixForm,
    Sensitivity, Side, Third, TlvForm, Unlisted, Wire,
};
use isomsg::{Json, Message, MessageBuf, Mti, ParseOptions};
use serde::de::DeserializeSeed;
use serde_json::Value;
use std::fs;

const FORMS: [DataForm; 8] = [
    DataForm::Ascii,
    DataForm::Opaque,
    DataForm::Ebcdic,
    DataForm::Bcd,
    DataForm::Raw,
    DataForm::Hex,
    DataForm::EbcdicHex,
    DataForm::Zoned,
];

fn json(message: &Message<'_>) -> String {
    serde_json::to_string(&message.json()).unwrap()
}

fn clear(message: &Message<'_>) -> String {
    serde_json::to_string(&message.json().reveal()).unwrap()
}

fn read(text: &str, spec: &'static MessageSpec) -> Result<MessageBuf, String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Json::seed(spec).deserialize(&mut reader).and_then(|message| reader.end().map(|()| message));
    read.map_err(|error| error.to_string())
}

/// What is wrong with a text, without the place that serde_json adds.
fn fault(text: &str, spec: &'static MessageSpec) -> String {
    let error = read(text, spec).unwrap_err();
    error.rsplit_once(" at line 1 ").map_or(error.clone(), |(fault, _)| fault.to_owned())
}

fn message(mti: u16, spec: &'static MessageSpec) -> MessageBuf {
    MessageBuf::new(spec, Mti::new(mti).unwrap())
}

fn vectors() -> Vec<Value> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/iso1987.json");
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn bytes(hex: &str) -> Vec<u8> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

mod out {
    use super::*;

    #[test]
    fn has_the_values_of_every_vector_in_ascending_order() {
        for vector in vectors() {
            let received = bytes(vector["hex"].as_str().unwrap());
            let spec = spec::by_name(vector["spec"].as_str().unwrap()).unwrap();
            let text = clear(&Message::parse(&received, spec).unwrap());
            let fields = vector["fields"].as_object().unwrap();
            let is_stars = |value: &str| value.contains('*') && value.bytes().all(|c| c == b'*' || c.is_ascii_digit());
            assert!(fields.values().all(|value| !is_stars(value.as_str().unwrap())), "written as hex");
            let shown: Value = serde_json::from_str(&text).unwrap();
            let mut numbers: Vec<u16> = fields.keys().map(|key| key.parse().unwrap()).collect();
            numbers.sort_unstable();
            let object = |value: &dyn Fn(&str) -> String| {
                let pairs = numbers.iter().map(|number| format!("\"{number}\":{}", value(&number.to_string())));
                let pairs = pairs.collect::<Vec<_>>().join(",");
                format!("{{\"mti\":{},\"fields\":{{{pairs}}}}}", vector["mti"])
            };
            let expected = object(&|number| match &shown["fields"][number] {
                opened if opened.is_array() || opened.get("1").is_some() => opened.to_string(),
                _ => fields[number].to_string(),
            });
            assert_eq!(text, expected, "{}", vector["name"]);
            // What is shown by its parts may be given as a whole.
            assert_eq!(read(&object(&|number| fields[number].to_string()), spec).unwrap().encode(), received);
        }
    }

    #[test]
    fn comes_back_byte_for_byte_from_every_vector() {
        for vector in vectors() {
            let received = bytes(vector["hex"].as_str().unwrap());
            let spec = spec::by_name(vector["spec"].as_str().unwrap()).unwrap();
            let message = Message::parse(&received, spec).unwrap();
            assert_eq!(read(&clear(&message), spec).unwrap().encode(), received, "{}", vector["name"]);
            assert_eq!(clear(&message.to_owned().as_message()), clear(&message));
        }
    }

    #[test]
    fn shows_of_sensitive_fields_what_the_table_shows() {
        for vector in vectors() {
            let received = bytes(vector["hex"].as_str().unwrap());
            let message = Message::parse(&received, spec::by_name(vector["spec"].as_str().unwrap()).unwrap()).unwrap();
            let shown: Value = serde_json::from_str(&json(&message)).unwrap();
            let is_whole = |number: u16| shown["fields"][number.to_string()].is_string();
            let hidden = message.fields().filter(|field| field.sensitivity() != Sensitivity::None);
            for field in hidden.filter(|field| is_whole(field.number())) {
                assert_eq!(shown["fields"][field.number().to_string()], field.to_string(), "{}", vector["name"]);
            }
        }
    }

    #[test]
    fn has_odd_characters_in_hex_and_those_of_ebcdic_as_they_are() {
        static LATIN: MessageSpec =
            MessageSpec::new("latin", Wire::ASCII.with_text(DataForm::Opaque), &[FieldSpec::new(43, "ans..20")]);
        static EBCDIC: MessageSpec = MessageSpec::new(
            "ebcdic",
            Wire::EBCDIC,
            &[FieldSpec::new(43, "ansb..20").with_data(DataForm::Ebcdic).with_charset(CodePage::Cp1140)],
        );
        for (spec, wire, shown) in [
            (&LATIN, &b"04caf\xE9"[..], r#"{"hex":"636166E9"}"#),
            (&LATIN, b"03a\x00\"", r#"{"hex":"610022"}"#),
            (&LATIN, b"03a\\\"", r#""a\\\"""#),
            (&EBCDIC, b"\xF0\xF4\x83\x81\x86\x51", "\"caf\u{E9}\""),
            (&EBCDIC, b"\xF0\xF2\x9F\xF1", "\"\u{20AC}1\""),
            (&EBCDIC, b"\xF0\xF2\x25\xF1", r#"{"hex":"0A31"}"#),
        ] {
            let mut message = message(0x0200, spec);
            message.set_wire(43, wire).unwrap();
            let text = clear(&message.as_message());
            assert_eq!(text, format!(r#"{{"mti":"0200","fields":{{"43":{shown}}}}}"#));
            assert_eq!(read(&text, spec).unwrap(), message);
        }
    }

    /// Each character of each class in each form, alone and among others, secret or not.
    #[test]
    fn comes_back_from_every_character_of_every_form() {
        let mut checked = 0;
        for (class, form) in Class::ALL.into_iter().flat_map(|class| FORMS.map(|form| (class, form))) {
            for sensitivity in [Sensitivity::None, Sensitivity::Secret] {
                let field = FieldSpec::parse(43, &format!("{}..99", class.notation())).unwrap();
                let field = field.with_data(form).with_charset(CodePage::Cp1140).with_sensitivity(sensitivity);
                let Ok(spec) = MessageSpec::try_new("form", Wire::ASCII, vec![field].leak()) else { continue };
                let spec: &'static MessageSpec = Box::leak(Box::new(spec));
                for unit in 0..=255 {
                    checked += comes_back(spec, &[&[unit], &[unit, unit], &[b'*', unit], b"****", &[b'C', b'1', unit]]);
                }
            }
        }
        assert!(checked > 10_000, "{checked}");
    }

    /// How many of these values the spec admits, each of which comes back.
    fn comes_back(spec: &'static MessageSpec, values: &[&[u8]]) -> usize {
        let mut message = message(0x0200, spec);
        let mut admitted = 0;
        for value in values {
            if message.set(43, *value).is_ok() {
                let text = clear(&message.as_message());
                assert_eq!(read(&text, spec).as_ref(), Ok(&message), "{text} by {:?}", spec.field(43));
                admitted += 1;
            }
        }
        admitted
    }

    #[test]
    fn has_no_bitmaps() {
        static CHAINED: MessageSpec = MessageSpec::new(
            "chained",
            Wire::ASCII.with_third(Third::Field(65)),
            &[
                FieldSpec::new(3, "n 6"),
                FieldSpec::new(65, "b 8"),
                FieldSpec::new(130, "n 2").with_sensitivity(Sensitivity::None),
            ],
        );
        let mut message = message(0x0200, &CHAINED);
        message.set(130, "42").unwrap();
        let text = json(&message.as_message());
        assert_eq!(text, r#"{"mti":"0200","fields":{"130":"42"}}"#);
        assert_eq!(read(&text, &CHAINED).unwrap(), message);
        let given = r#"{"mti":"0200","fields":{"65":"0000000000000000","130":"42"}}"#;
        assert!(read(given, &CHAINED).is_err());
    }

    #[test]
    fn has_what_was_readable_of_a_damaged_message() {
        let damaged = b"0200\x60\x00\x00\x00\x00\x00\x00\x00164111111111111111000";
        let (part, outcome) = Message::parse_partial(damaged, &spec::ISO1987_ASCII, ParseOptions::STRICT);
        assert!(outcome.is_err());
        assert_eq!(json(&part), r#"{"mti":"0200","fields":{"2":"411111******1111"}}"#);
    }
}

mod masked {
    use super::*;

    static SECRETS: MessageSpec = MessageSpec::new(
        "secrets",
        Wire::ASCII,
        &[
            FieldSpec::new(2, "n..19").with_sensitivity(Sensitivity::Pan),
            FieldSpec::new(43, "ans..40"),
            FieldSpec::new(52, "b 8").with_sensitivity(Sensitivity::Pin),
            FieldSpec::new(60, "ans..40").with_sensitivity(Sensitivity::Secret),
            FieldSpec::new(102, "ans..28").with_sensitivity(Sensitivity::Pan),
        ],
    );

    fn with(number: u16, value: &str) -> String {
        format!(r#"{{"mti":"0200","fields":{{"{number}":{value}}}}}"#)
    }

    #[test]
    fn values_are_refused_in_sensitive_fields() {
        for (number, value) in [
            (2, r#""411111******1111""#),
            (2, r#""********""#),
            (2, r#""41111111****1111""#),
            (2, r#"{"hex":"2A2A2A2A2A2A2A2A"}"#),
            (52, r#""********""#),
            (60, r#""********""#),
            (60, r#""*""#),
            (102, r#""411111*********1111""#),
        ] {
            assert_eq!(fault(&with(number, value), &SECRETS), format!("value is masked in field {number}"), "{value}");
        }
    }

    #[test]
    fn values_come_from_every_masked_vector() {
        for vector in vectors() {
            let received = bytes(vector["hex"].as_str().unwrap());
            let spec = spec::by_name(vector["spec"].as_str().unwrap()).unwrap();
            let message = Message::parse(&received, spec).unwrap();
            let is_hidden = |field: &isomsg::Field<'_>| {
                let is_whole = field.structure().is_none() || field.subfields().is_err();
                is_whole && field.to_string() != field.value().reveal().to_string()
            };
            match message.walk().find(is_hidden) {
                Some(field) => {
                    let expected = format!("value is masked in field {}", field.path());
                    assert_eq!(fault(&json(&message), spec), expected, "{}", vector["name"]);
                }
                None => assert_eq!(read(&json(&message), spec).unwrap().encode(), received, "{}", vector["name"]),
            }
        }
    }

    #[test]
    fn stars_that_are_meant_come_back() {
        let mut message = message(0x0200, &SECRETS);
        message.set(43, "*** 24/7 ***").unwrap();
        message.set(52, b"********").unwrap();
        message.set(60, "********").unwrap();
        message.set(102, "A*1").unwrap();
        let text = clear(&message.as_message());
        let fields = r#"{"43":"*** 24/7 ***","52":"2A2A2A2A2A2A2A2A","60":{"hex":"2A2A2A2A2A2A2A2A"},"102":"A*1"}"#;
        assert_eq!(text, format!(r#"{{"mti":"0200","fields":{fields}}}"#));
        assert_eq!(read(&text, &SECRETS).unwrap(), message);
    }

    #[test]
    fn debug_stays_masked_even_when_json_is_not() {
        let mut message = message(0x0200, &SECRETS);
        message.set(2, "4111111111111111").unwrap();
        let shown = format!("{:?}", message.json().reveal());
        assert!(shown.contains("411111******1111") && !shown.contains("4111111111111111"), "{shown}");
    }
}

mod hostile {
    use super::*;

    const PAN: &str = "4111111111111111";

    /// Each names what is wrong, and the card number in it is never repeated.
    #[test]
    fn json_is_refused_without_its_values() {
        for (text, expected) in [
            (r#""PAN""#, "message is not an object of mti and fields"),
            ("PAN", "message is not an object of mti and fields"),
            ("PAN.5", "message is not an object of mti and fields"),
            ("-PAN", "message is not an object of mti and fields"),
            (r#"["PAN"]"#, "message is not an object of mti and fields"),
            ("null", "message is not an object of mti and fields"),
            ("true", "message is not an object of mti and fields"),
            ("{}", "mti is missing"),
            (r#"{"fields":{}}"#, "mti is missing"),
            (r#"{"mti":"0200"}"#, "fields are missing"),
            (r#"{"mti":"0200","mti":"0200"}"#, "mti is given twice"),
            (r#"{"mti":"0200","fields":{},"fields":{}}"#, "fields are given twice"),
            (r#"{"PAN":"0200"}"#, "unknown key beside mti and fields"),
            (r#"{"mti":"0200","fields":{},"pan":"PAN"}"#, "unknown key beside mti and fields"),
            (r#"{"mti":PAN}"#, "message type is not a string of four digits"),
            (r#"{"mti":"PAN"}"#, "message type is not a string of four digits"),
            (r#"{"mti":"02O0"}"#, "message type is not a string of four digits"),
            (r#"{"mti":["PAN"]}"#, "message type is not a string of four digits"),
            (r#"{"mti":"0200","fields":"PAN"}"#, "fields are not an object"),
            (r#"{"mti":"0200","fields":[PAN]}"#, "fields are not an object"),
            (r#"{"mti":"0200","fields":null}"#, "fields are not an object"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn fields_are_refused_without_their_values() {
        for (fields, expected) in [
            (r#""1":"PAN""#, "bitmap follows from the fields and is not given in field 1"),
            (r#""PAN":"PAN""#, "key is not a field number"),
            (r#""02":"PAN""#, "key is not a field number"),
            (r#""+2":"PAN""#, "key is not a field number"),
            (r#""0":"PAN""#, "key is not a field number"),
            (r#""":"PAN""#, "key is not a field number"),
            (r#""48.2":"PAN""#, "key is not a field number"),
            (r#""65":"PAN""#, "undefined field 65"),
            (r#""193":"PAN""#, "undefined field 193"),
            (r#""2":"PAN","2":"PAN""#, "value is given twice in field 2"),
            (r#""2":PAN"#, "value is not a string in field 2"),
            (r#""2":-PAN"#, "value is not a string in field 2"),
            (r#""2":PANPANPAN"#, "value is not a string in field 2"),
            (r#""2":PAN.0"#, "value is not a string in field 2"),
            (r#""2":true"#, "value is not a string in field 2"),
            (r#""2":null"#, "value is not a string in field 2"),
            (r#""2":["PAN"]"#, "value is not a string in field 2"),
            (r#""2":{}"#, "value is an object, but not of one key hex in field 2"),
            (r#""2":{"PAN":"PAN"}"#, "value is an object, but not of one key hex in field 2"),
            (r#""2":{"hex":"34","hex":"PAN"}"#, "value is an object, but not of one key hex in field 2"),
            (r#""2":{"hex":PAN}"#, "hex is not a string of pairs of hex digits in field 2"),
            (r#""2":{"hex":"PAN1"}"#, "hex is not a string of pairs of hex digits in field 2"),
            (r#""2":{"hex":"PANXY"}"#, "hex is not a string of pairs of hex digits in field 2"),
            (r#""2":{"hex":{"hex":"PAN"}}"#, "hex is not a string of pairs of hex digits in field 2"),
            (r#""2":"PANX""#, "character 17 of the value is outside class n in field 2"),
            (r#""2":"PAN11111""#, "length 21 exceeds the maximum 19 in field 2"),
            (r#""52":"PAN1""#, "value of a binary field is not pairs of hex digits in field 52"),
        ] {
            check(&format!(r#"{{"mti":"0200","fields":{{{fields}}}}}"#), expected);
        }
    }

    fn check(text: &str, expected: &str) {
        let fault = fault(&text.replace("PAN", PAN), &spec::ISO1987_ASCII);
        // How an undefined field is named is for the error to say.
        let fault = fault.replace("undefined field in field", "undefined field");
        assert_eq!(fault, expected, "{text}");
        assert!(!fault.contains("4111"), "{fault}");
    }

    #[test]
    fn nesting_is_refused_where_it_begins() {
        let deep = "[".repeat(100_000);
        for text in [deep.clone(), format!(r#"{{"mti":{deep}"#), format!(r#"{{"mti":"0200","fields":{{"2":{deep}"#)] {
            assert!(read(&text, &spec::ISO1987_ASCII).is_err());
        }
        let deep = r#"{"hex":"#.repeat(100_000);
        assert!(read(&format!(r#"{{"mti":"0200","fields":{{"2":{deep}"#), &spec::ISO1987_ASCII).is_err());
    }

    #[test]
    fn every_truncation_is_refused() {
        let mut sale = message(0x0200, &spec::ISO1987_ASCII);
        sale.set(2, PAN).unwrap();
        sale.set(4, 1u64).unwrap();
        let text = clear(&sale.as_message());
        for end in 0..text.len() {
            assert!(read(&text[..end], &spec::ISO1987_ASCII).is_err(), "{end}");
        }
    }

    #[test]
    fn no_byte_changed_makes_it_panic() {
        let text = r#"{"mti":"0200","fields":{"2":"4111111111111111","43":{"hex":"4142"}}}"#;
        for at in 0..text.len() {
            for byte in [b'"', b'{', b'}', b'[', b'\\', b'*', b'0', b'1', b' ', b',', 0x80] {
                let mut changed = text.as_bytes().to_vec();
                changed[at] = byte;
                let mut reader = serde_json::Deserializer::from_slice(&changed);
                if let Err(error) = Json::seed(&spec::ISO1987_ASCII).deserialize(&mut reader) {
                    assert!(!error.to_string().contains("11111111"), "{error}");
                }
            }
        }
    }
}

mod order {
    use super::*;

    #[test]
    fn of_keys_does_not_matter() {
        let ascending = r#"{"mti":"0200","fields":{"3":"000000","11":"000124","70":"001"}}"#;
        let shuffled = r#" { "fields" : {"70":"001", "11":"000124", "3":"000000"}, "mti" : "0200" } "#;
        let read = |text| read(text, &spec::ISO1987_BCD).unwrap();
        assert_eq!(read(shuffled), read(ascending));
    }

    #[test]
    fn does_not_matter_without_a_bitmap_either() {
        static BARE: MessageSpec = MessageSpec::new(
            "bare",
            Wire::ASCII.without_bitmap(),
            &[FieldSpec::new(2, "n 2"), FieldSpec::new(3, "n 2"), FieldSpec::new(10, "n 2")],
        );
        let sorted_as_text = r#"{"mti":"0200","fields":{"10":"10","2":"02","3":"03"}}"#;
        assert_eq!(read(sorted_as_text, &BARE).unwrap().encode(), b"0200020310");
    }
}

mod structures {
    use super::*;

    const TWO: TlvForm = TlvForm::fixed(Code::text(2), Code::text(2));
    const BATCH: &[FieldSpec] = &[
        FieldSpec::new(1, "n 2"),
        FieldSpec::new(2, "n 6"),
        FieldSpec::new(3, "n 3").optional(),
        FieldSpec::new(4, "n..5").optional(),
    ];
    const AMOUNT: &[FieldSpec] =
        &[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "a 1"), FieldSpec::new(3, "n 4"), FieldSpec::new(4, "ans..9")];
    const RETAIL: &[FieldSpec] = &[
        FieldSpec::new(1, "a 1").optional_by_class(),
        FieldSpec::new(2, "ans...999").to_end().with_tlv(TWO, &[FieldSpec::tagged("42", "ans..99").with_tlv(TWO, &[])]),
    ];
    const CHIP: &[FieldSpec] = &[
        FieldSpec::tagged("5F2A", "n 3"),
        FieldSpec::tagged("57", "b..19"),
        FieldSpec::tagged("71", "b..99").with_tlv(TlvForm::BER, &[]),
        FieldSpec::tagged("DF01", "n..16").with_sensitivity(Sensitivity::None).with_parts(BATCH),
        FieldSpec::tagged("DF02", "n 5").with_parts(&[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 3")]),
    ];
    const DATASET: &[FieldSpec] = &[
        FieldSpec::new(2, "an 2"),
        FieldSpec::new(9, "n 3"),
        FieldSpec::new(18, "b..9").with_tlv(TlvForm::BER, &[]),
        FieldSpec::new(25, "ans...99").with_groups(Groups::up_to(3).with_count(Code::text(2)), AMOUNT),
    ];
    const FIELDS: &[FieldSpec] = &[
        FieldSpec::new(2, "n..19"),
        FieldSpec::new(48, "ans...999").with_sensitivity(Sensitivity::None).with_parts(RETAIL),
        FieldSpec::new(54, "ans...120").with_groups(Groups::up_to(6), AMOUNT),
        FieldSpec::new(55, "b...255").with_tlv(TlvForm::BER, CHIP),
        FieldSpec::new(60, "n...19")
            .with_sensitivity(Sensitivity::None)
            .with_nibble_pad(NibblePad::new(Side::Right, 0))
            .with_parts(BATCH),
        FieldSpec::new(61, "n 11").with_parts(&[FieldSpec::new(1, "n 5"), FieldSpec::new(2, "n 6")]),
        FieldSpec::new(62, "b...255").with_bitmapped(PartBitmap::new(2).with_extensions(1, 2), DATASET),
        FieldSpec::new(63, "b...255").with_tlv(TlvForm::DATASETS, &[]),
    ];
    static ASCII: MessageSpec = MessageSpec::new("ascii", Wire::ASCII, FIELDS);
    static BCD: MessageSpec = MessageSpec::new("bcd", Wire::BCD, FIELDS);
    static EBCDIC: MessageSpec = MessageSpec::new("ebcdic", Wire::EBCDIC, FIELDS);

    /// Digits with a pad on the left, tags and lengths of packed digits, chip data and a bitmap in hex.
    static OTHERS: MessageSpec = MessageSpec::new(
        "others",
        Wire::BCD,
        &[
            FieldSpec::new(48, "n...999").with_nibble_pad(NibblePad::new(Side::Left, 0)).with_tlv(
                TlvForm::fixed(Code::text(3), Code::text(2)).with_length_first().with_tag_counted(),
                &[FieldSpec::tagged("007", "n..40").with_groups(
                    Groups::up_to(9).with_count(Code::text(1)),
                    &[FieldSpec::new(1, "n 3"), FieldSpec::new(2, "n..4")],
                )],
            ),
            FieldSpec::new(55, "b...255").with_data(DataForm::Hex).with_tlv(TlvForm::BER, &[]),
            FieldSpec::new(62, "ans...255")
                .with_bitmapped(PartBitmap::new(1).with_form(DataForm::Hex), &[FieldSpec::new(8, "n 3")]),
            FieldSpec::new(63, "b...255").with_tlv(
                TlvForm::fixed(Code::of(PrefixForm::Hex, 2), Code::of(PrefixForm::Hex, 2))
                    .with_unlisted(Unlisted::Refuse),
                &[FieldSpec::tagged("1F", "ans..99")],
            ),
        ],
    );

    /// Values of fields, as they are shown.
    const VALUES: &[(u16, &str)] = &[
        (48, r#"{"1":"P","2":[{"tag":"42","value":[{"tag":"01","value":"910"}]},{"tag":"77","value":"P01"}]}"#),
        (48, r#"{"2":[{"tag":"77","value":""},{"tag":"77","value":{"hex":"2A"}},{"tag":"42","value":[]}]}"#),
        (54, r#"[{"1":"00","2":"C","3":"0012","4":"a"},{"1":"01","2":"D","3":"0000","4":""}]"#),
        (54, "[]"),
        (55, r#"[{"tag":"5F2A","value":"156"},{"tag":"9F26","value":"1122334455667788"}]"#),
        (
            55,
            r#"[{"tag":"71","value":[{"tag":"86","value":"01"},{"tag":"86","value":"02"}]},{"tag":"DF8129","value":""}]"#,
        ),
        (55, r#"[{"tag":"DF01","value":{"1":"22","2":"000001"}},{"tag":"70","value":"9A03260701"}]"#),
        (55, r#"[{"tag":"DF02","value":{"1":"22","2":"001"}}]"#),
        (60, r#"{"1":"22","2":"000001","3":"003"}"#),
        (60, r#"{"1":"22","2":"000001","3":"003","4":"12"}"#),
        (61, r#"{"1":"00012","2":"000345"}"#),
        (62, r#"{"2":"XY","9":"017","18":[{"tag":"82","value":"39"}],"25":[{"1":"00","2":"C","3":"0012","4":"a"}]}"#),
        (62, r#"{"9":"017"}"#),
        (62, r#"{"25":[]}"#),
        (62, "{}"),
        (63, r#"[{"tag":"57","value":"01020304"},{"tag":"02","value":"8203010203"}]"#),
    ];

    const OTHER_VALUES: &[(u16, &str)] = &[
        (48, r#"[{"tag":"007","value":[{"1":"123","2":"4567"},{"1":"000","2":""}]},{"tag":"091","value":"5"}]"#),
        (48, r#"[{"tag":"001","value":""}]"#),
        (55, r#"[{"tag":"9F26","value":"1122334455667788"},{"tag":"71","value":"860184"},{"tag":"82","value":""}]"#),
        (62, r#"{"8":"017"}"#),
        (63, r#"[{"tag":"1F","value":"ab"},{"tag":"1F","value":""}]"#),
    ];

    fn with(field: u16, value: &str) -> String {
        format!(r#"{{"mti":"0200","fields":{{"{field}":{value}}}}}"#)
    }

    fn samples() -> impl Iterator<Item = (&'static MessageSpec, u16, &'static str)> {
        let usual = [&ASCII, &BCD, &EBCDIC].into_iter().flat_map(|spec| VALUES.iter().map(move |value| (spec, value)));
        let others = OTHER_VALUES.iter().map(|value| (&OTHERS, value));
        usual.chain(others).map(|(spec, (number, value))| (spec, *number, *value))
    }

    #[test]
    fn come_back_in_every_form() {
        for (spec, number, value) in samples() {
            let text = with(number, value);
            let written = read(&text, spec).unwrap();
            assert_eq!(clear(&written.as_message()), text, "{}", spec.name());
            let bytes = written.encode();
            let received = Message::parse(&bytes, spec).unwrap();
            assert_eq!(clear(&received), text);
            assert_eq!(received.deviations().count(), 0);
            received.validate(|finding| panic!("{finding} of {text}"));
            // The same from a value that is no text.
            let tree: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(Json::seed(spec).deserialize(tree).unwrap(), written);
        }
    }

    /// Bitmaps, counts, tags, lengths and pads, composed by hand.
    #[test]
    fn are_these_bytes() {
        for (spec, number, value, expected) in [
            (&BCD, 60, r#"{"1":"22","2":"000001","3":"003"}"#, "220000010030"),
            (&BCD, 60, r#"{"1":"22","2":"000001","3":"003","4":"12"}"#, "22000001003 02 12 0"),
            (&BCD, 61, r#"{"1":"00012","2":"000345"}"#, "000012000345"),
            (&BCD, 55, r#"[{"tag":"5F2A","value":"156"},{"tag":"9F36","value":"01C0"}]"#, "5F2A020156 9F360201C0"),
            (&BCD, 55, r#"[{"tag":"DF01","value":{"1":"22","2":"000001"}}]"#, "DF010422000001"),
            (&ASCII, 55, r#"[{"tag":"DF01","value":{"1":"22","2":"000001"}}]"#, "DF010422000001"),
            (&BCD, 62, r#"{"9":"017"}"#, "0080 0017"),
            (&BCD, 62, r#"{"18":[{"tag":"82","value":"39"}]}"#, "800040 03820139"),
            (&BCD, 62, r#"{"25":[{"1":"00","2":"C","3":"0012","4":"a"}]}"#, "80008080 0012 3031 30304330303132 303161"),
            (&BCD, 62, "{}", "0000"),
            (&BCD, 63, r#"[{"tag":"57","value":"0102"},{"tag":"02","value":"8200"}]"#, "5700020102 0200028200"),
            (&EBCDIC, 48, VALUES[0].1, "D7 F4F2F0F7F0F1F0F3F9F1F0 F7F7F0F3D7F0F1"),
            (&OTHERS, 48, OTHER_VALUES[0].1, "18 007 2 123 04 4567 000 00 04 091 5"),
            (&OTHERS, 62, OTHER_VALUES[3].1, "3031 303137"),
            (&OTHERS, 63, OTHER_VALUES[4].1, "3146 3032 6162 3146 3030"),
        ] {
            let read = read(&with(number, value), spec).unwrap();
            let content: String = read.require(number).unwrap().content().iter().map(|b| format!("{b:02X}")).collect();
            assert_eq!(content, expected.replace(' ', ""), "{value}");
        }
    }

    #[test]
    fn may_be_given_in_any_order_or_as_a_whole() {
        for (number, one, other) in [
            (60, r#"{"3":"003","1":"22","2":"000001"}"#, r#"{"1":"22","2":"000001","3":"003"}"#),
            (60, r#""22000001003""#, r#"{"1":"22","2":"000001","3":"003"}"#),
            (60, r#"{"hex":"3232303030303031303033"}"#, r#"{"1":"22","2":"000001","3":"003"}"#),
            (60, r#"{"1":{"hex":"3232"},"2":"000001","3":"003"}"#, r#"{"1":"22","2":"000001","3":"003"}"#),
            (55, r#"[{"value":"39","tag":"82"}]"#, r#""820139""#),
            (55, r#"[{"value":[{"value":"01","tag":"86"}],"tag":"71"}]"#, r#""7103860101""#),
            (54, r#"["00C001200",{"1":"01","2":"D","3":"0000","4":""}]"#, r#""00C00120001D000000""#),
        ] {
            let [one, other] = [one, other].map(|value| read(&with(number, value), &ASCII).unwrap());
            assert_eq!(one, other);
        }
    }

    /// A message with this content of a field, whatever it is.
    fn received(spec: &'static MessageSpec, number: u16, wire: &str) -> MessageBuf {
        let mut message = message(0x0200, spec);
        message.set_wire(number, &bytes(&wire.replace(' ', ""))).unwrap();
        message
    }

    #[test]
    fn are_shown_as_a_whole_where_they_would_not_come_back() {
        for (spec, number, wire, shown) in [
            // A length of two bytes where one would do, filler between tags, and both of them deeper.
            (&BCD, 55, "0006 958103010203", r#""958103010203""#),
            (&BCD, 55, "0004 00820139", r#""00820139""#),
            (&BCD, 55, "0007 710482810139 00", r#""71048281013900""#),
            (&BCD, 62, "0010 8000400600820139 0000", r#""80004006008201390000""#),
            // A second bitmap without a part, tags that are cut short, and a group too.
            (&BCD, 62, "0005 8080000017", r#""8080000017""#),
            (&BCD, 55, "0003 820539", r#""820539""#),
            (&ASCII, 54, "303034 30304331", r#""00C1""#),
            // Only a part cannot be opened.
            (&BCD, 55, "0005 7103820539", r#"[{"tag":"71","value":"820539"}]"#),
            (&ASCII, 48, "303035 5031323334", r#"{"1":"P","2":"1234"}"#),
            (&BCD, 48, "0003 50 31FF", r#"{"hex":"5031FF"}"#),
        ] {
            let message = received(spec, number, wire);
            let text = clear(&message.as_message());
            assert_eq!(text, with(number, shown));
            match read(&text, spec) {
                Ok(back) => assert_eq!(back, message, "{text}"),
                Err(error) => assert!(error.contains("outside class ans"), "{error}"),
            }
        }
    }

    #[test]
    fn may_be_deeper_than_any_message_needs() {
        static SIX: MessageSpec = {
            const L6: &[FieldSpec] = &[FieldSpec::tagged("6", "ans..99").with_sensitivity(Sensitivity::None)];
            const L5: &[FieldSpec] = &[FieldSpec::tagged("5", "ans..99").with_tlv(ONE, L6)];
            const L4: &[FieldSpec] = &[FieldSpec::tagged("4", "ans..99").with_tlv(ONE, L5)];
            const L3: &[FieldSpec] = &[FieldSpec::tagged("3", "ans..99").with_tlv(ONE, L4)];
            const L2: &[FieldSpec] = &[FieldSpec::tagged("2", "ans..99").with_tlv(ONE, L3)];
            const L1: &[FieldSpec] = &[FieldSpec::tagged("1", "ans..99").with_tlv(ONE, L2)];
            const ONE: TlvForm = TlvForm::fixed(Code::text(1), Code::text(2));
            MessageSpec::new("six", Wire::ASCII, &[FieldSpec::new(48, "ans...999").with_tlv(ONE, L1)])
        };
        let nested = |value: &str, levels: usize| {
            (0..levels)
                .rev()
                .fold(value.to_owned(), |inner, level| format!(r#"[{{"tag":"{}","value":{inner}}}]"#, level + 1))
        };
        for value in [r#""deep""#, r#"{"hex":"2A"}"#] {
            let text = with(48, &nested(value, 6));
            let message = read(&text, &SIX).unwrap();
            assert_eq!(clear(&message.as_message()), text);
        }
        assert_eq!(message_with(&SIX, &nested(r#""deep""#, 6)).require(48).unwrap().value(), "119216313410507604deep");
        for (value, expected) in [
            (nested(r#"["deep"]"#, 6), "value is not a string in field 48.1.2.3.4.5.6"),
            (nested(r#"{"1":"deep"}"#, 6), "value is an object, but not of one key hex in field 48.1.2.3.4.5.6"),
            (nested(r#"[["deep"]]"#, 6), "value is nested deeper than any structure in field 48"),
            (nested(r#""deep""#, 7), "value is nested deeper than any structure in field 48"),
            ("[".repeat(60), "value is nested deeper than any structure in field 48"),
        ] {
            assert_eq!(fault(&with(48, &value), &SIX), expected);
        }
    }

    fn message_with(spec: &'static MessageSpec, value: &str) -> MessageBuf {
        read(&with(48, value), spec).unwrap()
    }

    #[test]
    fn are_no_longer_than_a_message() {
        static LONG: MessageSpec = MessageSpec::new(
            "long",
            Wire::ASCII,
            &[
                FieldSpec::new(55, "b.....65000").with_tlv(TlvForm::BER, &[FieldSpec::tagged("82", "an 999")]),
                FieldSpec::new(62, "ansb.....65000")
                    .with_data(DataForm::Ebcdic)
                    .with_charset(CodePage::Cp1140)
                    .with_groups(Groups::up_to(65_000), &[FieldSpec::new(1, "ansb 1").with_data(DataForm::Ebcdic)]),
            ],
        );
        let list = |item: &str, count: usize| format!("[{}]", [item].repeat(count).join(","));
        // What a message can hold is read, however small its parts are.
        for (number, item, count) in [(55, r#"{"tag":"95","value":""}"#, 32_500), (62, "{\"1\":\"\u{20AC}\"}", 65_000)]
        {
            let text = with(number, &list(item, count));
            assert_eq!(clear(&read(&text, &LONG).unwrap().as_message()), text);
        }
        for (number, value, expected) in [
            (55, list(r#"{"tag":"95","value":""}"#, 32_501), "length 65002 exceeds the maximum 65000 in field 55"),
            (
                55,
                list(r#"{"tag":"95","value":""}"#, 32_768),
                "message of 65536 bytes exceeds the maximum 65535 in field 55",
            ),
            // A short value is filled up, so a short text can be long.
            (
                55,
                list(r#"{"tag":"82","value":"A"}"#, 66),
                "message of 66198 bytes exceeds the maximum 65535 in field 55",
            ),
            (55, list(r#""""#, 2_000_000), "value is longer than a message can be in field 55"),
            (62, list(r#"{"1":"A"}"#, 65_001), "more groups than the maximum 65000 in field 62.65001"),
            (62, format!("\"{}\"", "A".repeat(2_000_000)), "value is longer than a message can be in field 62"),
        ] {
            assert_eq!(fault(&with(number, &value), &LONG), expected);
        }
    }

    /// A card number, and the same as chip data has it.
    const PAN: &str = "4111111111111111";

    fn is_clean(text: &str) -> bool {
        !text.contains("1111111") && !text.contains("31313131")
    }

    #[test]
    fn are_masked_part_by_part() {
        for (spec, number, wire, shown) in [
            (
                &BCD,
                55,
                "0038 5A084111111111111111 57114111111111111111D26122011234567890 9F3602 01C0 DF2001AA".to_owned(),
                r#"[{"tag":"5A","value":"********"},{"tag":"57","value":"********"},{"tag":"9F36","value":"01C0"},{"tag":"DF20","value":"********"}]"#,
            ),
            // The same where a length is longer than it needs to be: what is hidden need not come back.
            (
                &BCD,
                55,
                "0018 5A81084111111111111111 9F360201C0 00 00".to_owned(),
                r#"[{"tag":"5A","value":"********"},{"tag":"9F36","value":"01C0"}]"#,
            ),
            // Within a tag that the spec says is made of tags, and where it is not.
            (
                &BCD,
                55,
                "0012 710A5A084111111111111111".to_owned(),
                r#"[{"tag":"71","value":[{"tag":"5A","value":"********"}]}]"#,
            ),
            (&BCD, 55, "0012 710A5A094111111111111111".to_owned(), r#"[{"tag":"71","value":"********"}]"#),
            (&BCD, 55, "0010 5A094111111111111111".to_owned(), r#""********""#),
            (&BCD, 61, "041111111111".to_owned(), r#"{"1":"********","2":"********"}"#),
            (&BCD, 60, "0008 22000001".to_owned(), r#"{"1":"22","2":"000001"}"#),
        ] {
            let message = received(spec, number, &wire);
            let text = json(&message.as_message());
            assert_eq!(text, with(number, shown));
            assert!(is_clean(&text), "{text}");
            let result = read(&text, spec);
            match text.contains('*') {
                true => assert!(result.unwrap_err().starts_with("value is masked in field ")),
                false => assert_eq!(result.unwrap(), message),
            }
        }
    }

    #[test]
    fn that_are_masked_are_refused_by_path() {
        for (number, value, place) in [
            (55, r#"[{"tag":"9F36","value":"01C0"},{"tag":"57","value":"********"}]"#, "55.57"),
            (55, r#"[{"tag":"71","value":[{"value":"********","tag":"5A"}]}]"#, "55.71.5A"),
            (54, r#"[{"1":"00","2":"C","3":"0000","4":""},{"1":"00","2":"C","3":"****","4":""}]"#, "54.2.3"),
            (54, r#"["********"]"#, "54.1"),
            (60, r#"{"1":"22","2":{"hex":"2A2A2A2A2A2A"}}"#, "60.2"),
            (60, r#""22******""#, "60"),
            (62, r#"{"2":"*1"}"#, "62.2"),
        ] {
            assert_eq!(fault(&with(number, value), &BCD), format!("value is masked in field {place}"));
        }
    }

    fn in_full(expected: &str) -> String {
        expected
            .replace("PARTS", "value is neither a string nor an object of parts in field")
            .replace("TAGS", "value is neither a string nor an array of tags and values in field")
            .replace("GROUPS", "value is neither a string nor an array of groups in field")
            .replace("ELEMENT", "element is not an object of tag and value in field")
            .replace("UNREACHED", "a reader would not find the field among the others in field")
    }

    #[test]
    fn are_refused_without_their_values() {
        for (number, value, expected) in [
            // Not of the kind that the structure is.
            (60, "PAN", "PARTS 60"),
            (60, r#"["PAN"]"#, "PARTS 60"),
            (62, "null", "PARTS 62"),
            (55, "true", "TAGS 55"),
            (55, r#"{"57":"PAN"}"#, "TAGS 55"),
            (55, r#"[{"tag":"71","value":PAN}]"#, "TAGS 55.71"),
            (54, r#"{"1":"PAN"}"#, "GROUPS 54"),
            (54, "[PAN]", "PARTS 54.1"),
            (54, r#"[[{"1":"PAN"}]]"#, "PARTS 54.1"),
            // A part without a structure.
            (60, r#"{"1":{"1":"PAN"}}"#, "value is an object, but not of one key hex in field 60.1"),
            (60, r#"{"1":["PAN"]}"#, "value is not a string in field 60.1"),
            (60, r#"{"1":PAN}"#, "value is not a string in field 60.1"),
            (55, r#"[{"tag":"9F36","value":[{"tag":"5A","value":"PAN"}]}]"#, "value is not a string in field 55.9F36"),
            (55, r#"[{"tag":"70","value":[{"tag":"5A","value":"PAN"}]}]"#, "value is not a string in field 55.70"),
            (60, r#"{"1":{"hex":PAN}}"#, "hex is not a string of pairs of hex digits in field 60.1"),
            (60, r#"{"hex":"PAN0"}"#, "hex is not a string of pairs of hex digits in field 60"),
            // Keys.
            (60, r#"{"PAN":"PAN"}"#, "key is not a part number in field 60"),
            (60, r#"{"01":"22"}"#, "key is not a part number in field 60"),
            (60, r#"{"1":"22","hex":"PAN"}"#, "key is not a part number in field 60"),
            (60, r#"{"1":"22","9":"PAN"}"#, "undefined field in field 60.9"),
            (62, r#"{"1":"22"}"#, "undefined field in field 62.1"),
            (60, r#"{"1":"PAN","1":"PAN"}"#, "length 16 exceeds the maximum 2 in field 60.1"),
            (60, r#"{"1":"22","2":"000001","1":"22"}"#, "value is given twice in field 60.1"),
            (62, r#"{"2":"XY","2":"XY"}"#, "value is given twice in field 62.2"),
            // Parts that must be there.
            (60, "{}", "UNREACHED 60.1"),
            (60, r#"{"1":"22"}"#, "UNREACHED 60.2"),
            (60, r#"{"2":"000001"}"#, "UNREACHED 60.1"),
            (60, r#"{"1":"22","2":"000001","4":"1"}"#, "UNREACHED 60.3"),
            (54, r#"[{"1":"00","2":"C","3":"0012"}]"#, "UNREACHED 54.1.4"),
            // A part that would be taken for the one in front of it.
            (48, r#"{"2":"P01"}"#, "UNREACHED 48.2"),
            // Tags.
            (55, r#"["PAN"]"#, "ELEMENT 55"),
            (55, "[{}]", "ELEMENT 55"),
            (55, r#"[{"tag":"57"}]"#, "ELEMENT 55"),
            (55, r#"[{"tag":"57","tag":"57"}]"#, "ELEMENT 55"),
            (55, r#"[{"tag":"57","value":"PAN","name":"PAN"}]"#, "ELEMENT 55"),
            (55, r#"[{"tag":57,"value":"PAN"}]"#, "tag is not a string in field 55"),
            (55, r#"[{"tag":"PAN","value":"PAN"}]"#, "tag is not one of this structure in field 55"),
            (55, r#"[{"tag":"41111111","value":"PAN"}]"#, "tag is not one of this structure in field 55"),
            (55, r#"[{"tag":"9f36","value":"PAN"}]"#, "tag is not one of this structure in field 55"),
            (48, r#"{"2":[{"tag":"123","value":"PAN"}]}"#, "tag is not one of this structure in field 48.2"),
            // Values.
            (60, r#"{"1":"PAN","2":"000001"}"#, "length 16 exceeds the maximum 2 in field 60.1"),
            (55, r#"[{"tag":"5F2A","value":"1A6"}]"#, "character 2 of the value is outside class n in field 55.5F2A"),
            (
                55,
                r#"[{"tag":"9F26","value":"PAN1"}]"#,
                "value of a binary field is not pairs of hex digits in field 55.9F26",
            ),
            (54, r#"["PAN"]"#, "value is not made of the parts of its group in field 54.1"),
            (54, "[GROUP,GROUP,GROUP,GROUP,GROUP,GROUP,GROUP]", "more groups than the maximum 6 in field 54.7"),
            (60, r#"{"1":"22","2":"000001","3":"003","4":"12345","4":"1"}"#, "value is given twice in field 60.4"),
            (61, r#""PAN""#, "length 16 exceeds the maximum 11 in field 61"),
        ] {
            let value = value.replace("GROUP", r#"{"1":"00","2":"C","3":"0012","4":""}"#).replace("PAN", PAN);
            let fault = fault(&with(number, &value), &BCD);
            assert_eq!(fault, in_full(expected), "{value}");
            assert!(is_clean(&fault), "{fault}");
        }
    }

    #[test]
    fn that_a_reader_would_not_find_again_are_refused() {
        const CODES: &[FieldSpec] = &[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "a 1").optional_by_class()];
        static SKIPPING: MessageSpec = MessageSpec::new(
            "skipping",
            Wire::ASCII,
            &[
                FieldSpec::new(48, "ans...99")
                    .with_parts(&[FieldSpec::new(1, "a 1").optional_by_class(), FieldSpec::new(2, "an 3")]),
                FieldSpec::new(54, "ans..20").with_parts(CODES),
                FieldSpec::new(55, "b...255").with_tlv(
                    TlvForm::BER.with_unlisted(Unlisted::Skip).with_filler(0xFF),
                    &[FieldSpec::tagged("82", "b 2")],
                ),
                FieldSpec::new(56, "b...255").with_tlv(TlvForm::BER.with_unlisted(Unlisted::Refuse), &[]),
                FieldSpec::new(57, "n 6").with_parts(&[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n..4")]),
            ],
        );
        for (number, value, expected) in [
            // The first letter is taken for the part that this leaves out.
            (48, r#"{"2":"ABC"}"#, "UNREACHED 48.2"),
            (55, r#"[{"tag":"9F36","value":"01C0"}]"#, "tag is not one that the spec lists in field 55.9F36"),
            (
                55,
                r#"[{"tag":"82","value":"3900"},{"tag":"FF20","value":"01"}]"#,
                "tag is not one of this structure in field 55",
            ),
            (56, r#"[{"tag":"82","value":"3900"}]"#, "tag is not one that the spec lists in field 56.82"),
            (57, r#"{"1":"22","2":"12"}"#, ""),
            (57, r#"{"1":"22","2":"123"}"#, "length 7 exceeds the maximum 6 in field 57"),
            (57, r#"{"1":"22","2":"1"}"#, "length 5 is below the minimum 6 in field 57"),
        ] {
            let text = with(number, value);
            let fault = read(&text, &SKIPPING).map_or_else(|_| fault(&text, &SKIPPING), |_| String::new());
            assert_eq!(fault, in_full(expected), "{value}");
        }
        let skipped = received(&SKIPPING, 55, "303130 9F360201C0 82023900 00");
        assert_eq!(clear(&skipped.as_message()), with(55, r#""9F360201C08202390000""#));
        let text = with(54, r#"{"1":"01"}"#);
        assert_eq!(clear(&read(&text, &SKIPPING).unwrap().as_message()), text);
    }

    /// Every byte of every value changed: what can be read comes back to the same bytes, unless the field itself, not a
    /// part of it, has something that its value does not tell.
    #[test]
    fn come_back_however_they_are_damaged() {
        let (mut checked, mut opened) = (0, 0);
        for (spec, number, value) in samples() {
            let bytes = read(&with(number, value), spec).unwrap().encode();
            let starts = 10.min(bytes.len())..bytes.len();
            for (at, byte) in starts.flat_map(|at| (0..=255u8).map(move |byte| (at, byte))) {
                let mut changed = bytes.clone();
                changed[at] = byte;
                let Ok(message) = Message::parse(&changed, spec) else { continue };
                let Some(field) = message.field(number) else { continue };
                let text = clear(&message);
                let is_opened = field.subfields().is_ok();
                let is_exact = |kind| {
                    use isomsg::DeviationKind::{EmptyBitmap, Skipped, TlvFiller};
                    matches!(kind, EmptyBitmap | Skipped | TlvFiller)
                };
                let is_lost =
                    message.deviations().any(|found| found.path().segments().len() == 1 && !is_exact(found.kind()));
                match read(&text, spec) {
                    Ok(back) if is_lost => assert_eq!(clear(&back.as_message()), text, "{}", spec.name()),
                    Ok(back) => assert_eq!(back.as_bytes(), changed, "{text} by {}", spec.name()),
                    Err(error) => panic!("{error}: {text} by {}", spec.name()),
                }
                (checked, opened) = (checked + 1, opened + usize::from(is_opened));
            }
        }
        assert!(checked > 50_000 && opened > 25_000, "{checked}, {opened}");
    }

    /// Every byte of the JSON changed: what is taken can be read, and comes back.
    #[test]
    fn are_found_again_whatever_is_given() {
        let (mut taken, mut refused) = (0, 0);
        for (spec, number, value) in samples() {
            let text = with(number, value);
            let start = text.len() - value.len() - 2;
            let bytes = b"\"{}[]:,0123456789ABDF*\\";
            for (at, byte) in (start..text.len()).flat_map(|at| bytes.iter().map(move |byte| (at, *byte))) {
                let mut changed = text.clone().into_bytes();
                changed[at] = byte;
                let Ok(message) = read(str::from_utf8(&changed).unwrap(), spec) else {
                    refused += 1;
                    continue;
                };
                taken += 1;
                let bytes = message.encode();
                let received = Message::parse(&bytes, spec).unwrap();
                assert_eq!(read(&clear(&received), spec).unwrap(), message, "{}", String::from_utf8_lossy(&changed));
            }
        }
        assert!(taken > 2_000 && refused > 20_000, "{taken}, {refused}");
    }
}

mod arbitrary {
    //! Structures that nobody wrote, see `tests/structures_properties.rs`.
    use super::own::{edits::damaged, inside, structures::Nested};
    use isomsg::{DeviationKind, Json, Message};
    use proptest::prelude::*;
    use serde::de::DeserializeSeed;

    fn tape(most: usize) -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(any::<u8>(), most / 2..=most)
    }

    fn nested() -> impl Strategy<Value = Nested> {
        let tapes = (tape(8), prop::collection::vec(tape(200), 1..=3));
        tapes.prop_filter_map("no row is admitted", |(wire, rows)| Nested::new(&wire, &rows))
    }

    /// Whether something is otherwise than it would be written, and the value does not tell.
    fn loses(message: &Message<'_>) -> bool {
        use DeviationKind::{EmptyBitmap, Skipped, TlvFiller};
        message.deviations().any(|found| {
            let is_told = matches!(found.kind(), EmptyBitmap | Skipped | TlvFiller) && found.path().number() != Some(1);
            found.path().segments().len() <= 1 && !is_told
        })
    }

    fn comes_back(message: &Message<'_>, own: &Nested) {
        let text = super::clear(message);
        let read = |text: &str| {
            let back = Json::seed(&own.spec).deserialize(&mut serde_json::Deserializer::from_str(text));
            back.unwrap_or_else(|error| panic!("{error}: {text}"))
        };
        let back = read(&text);
        match loses(message) {
            true => assert_eq!(read(&super::clear(&back.as_message())), back, "{text}"),
            false => assert_eq!(back.as_bytes(), message.as_bytes(), "{text}"),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn messages_come_back(own in nested(), build in tape(200), damages in prop::collection::vec(tape(5), 12)) {
            let message = inside::built(&own, &build, &mut inside::Counts::default());
            comes_back(&message.as_message(), &own);
            let mut bytes = message.encode();
            for damage in &damages {
                let changed = damaged(&bytes, damage);
                if let Ok(received) = Message::parse(&changed, &own.spec) {
                    comes_back(&received, &own);
                    bytes = changed;
                }
                for field in message.as_message().fields() {
                    let mut received = message.clone();
                    received.set_wire(field.number(), &damaged(field.wire(), damage)).unwrap();
                    if let Ok(received) = Message::parse(received.as_bytes(), &own.spec) {
                        comes_back(&received, &own);
                    }
                }
            }
        }
    }
}
