//! JSON: exact and masked on the way out, suspicious on the way in.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where something is not as it should be")]

use isomsg::spec::{self, Class, CodePage, DataForm, FieldSpec, MessageSpec, Sensitivity, Third, Wire};
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
            let mut numbers: Vec<u16> = fields.keys().map(|key| key.parse().unwrap()).collect();
            numbers.sort_unstable();
            let pairs = numbers.iter().map(|number| format!("\"{number}\":{}", fields[&number.to_string()]));
            let pairs = pairs.collect::<Vec<_>>().join(",");
            assert_eq!(text, format!("{{\"mti\":{},\"fields\":{{{pairs}}}}}", vector["mti"]), "{}", vector["name"]);
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
            for field in message.fields().filter(|field| field.sensitivity() != Sensitivity::None) {
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
            let is_hidden =
                |field: &isomsg::Field<'_>| field.sensitivity() != Sensitivity::None && !field.value().is_empty();
            match message.fields().find(is_hidden) {
                Some(field) => {
                    let expected = format!("value is masked in field {}", field.number());
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
