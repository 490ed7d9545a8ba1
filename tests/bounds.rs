//! Time and memory grow with the input and no faster, whatever it is; and no input is deeper than a small stack.
//!
//! Each case is one input in two sizes, the second eight times as long. What takes time or memory in its square takes
//! sixty-four times as much.
#![cfg(all(feature = "import", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use isomsg::error::FieldPath;
use isomsg::spec::{
    Code, FieldSpec, Groups, MessageSpec, PrefixForm, Sensitivity, SpecFile, Structure, TlvForm, Wire, lint_toml,
};
use isomsg::tlv::{Dol, Tag, Tlv, TlvWriter};
use isomsg::{Json, Message, MessageBuf, Mti, ParseOptions, de, draft, import, spec};
use serde::de::DeserializeSeed;
use std::hint::black_box;
use std::time::{Duration, Instant};

const SMALL: usize = 4_000;
const TIMES: usize = 8;
const LARGE: usize = SMALL * TIMES;

/// Four times what is linear: a machine that does other things besides is slow, but not in the square.
const MOST_TIME: u32 = 4 * TIMES as u32;
/// Vectors double, so what is linear can take up to twice as much.
const MOST_MEMORY: u64 = 2 * TIMES as u64;

/// Below this a measure says nothing.
const SHORTEST: Duration = Duration::from_micros(200);
const FEWEST_BYTES: u64 = 16_384;

/// A field that holds whatever a message can, in each way in which a spec can say what it is made of.
static WIDE: MessageSpec = MessageSpec::new(
    "wide",
    Wire::ASCII.with_length(PrefixForm::Binary),
    &[
        FieldSpec::new(48, "ans.....60000")
            .with_prefix_width(2)
            .with_groups(Groups::up_to(60_000), &[FieldSpec::new(1, "an 1").with_sensitivity(Sensitivity::None)]),
        FieldSpec::new(55, "b.....60000")
            .with_prefix_width(2)
            .with_tlv(TlvForm::BER, &[FieldSpec::tagged("9F26", "b 8")]),
        FieldSpec::new(60, "ans.....60000")
            .with_prefix_width(2)
            .with_tlv(TlvForm::fixed(Code::text(2), Code::text(1)), &[FieldSpec::tagged("AB", "an..9")]),
        FieldSpec::new(63, "ans.....60000").with_prefix_width(2).with_sensitivity(Sensitivity::None),
    ],
);

/// The least of three measures of `run`, each long enough to be one.
fn time(run: &dyn Fn()) -> Duration {
    let measure = || {
        let start = Instant::now();
        let mut rounds = 0;
        while start.elapsed() < SHORTEST || rounds == 0 {
            run();
            rounds += 1;
        }
        start.elapsed() / rounds
    };
    (0..3).map(|_| measure()).min().expect("three measures")
}

/// The bytes that `run` asks for in all, and how often it asks.
fn memory(run: &dyn Fn()) -> (u64, u64) {
    let used = allocation_counter::measure(run);
    (used.bytes_total, used.count_total)
}

#[track_caller]
fn grows_linearly<I>(what: &str, make: impl Fn(usize) -> I, run: impl Fn(&I)) {
    let (small, large) = (make(SMALL), make(LARGE));
    let (few, many) = (memory(&|| run(&small)), memory(&|| run(&large)));
    println!("{what:<40} {few:?} to {many:?} bytes and allocations");
    assert!(many.0 <= MOST_MEMORY * few.0.max(FEWEST_BYTES), "{what}: {few:?} and {many:?} bytes and allocations");
    assert!(many.1 <= MOST_MEMORY * few.1.max(64), "{what}: {few:?} and {many:?} bytes and allocations");
    // Again and later, if something else kept the machine busy: what is not linear is never so.
    let is_linear = || {
        let (short, long) = (time(&|| run(&small)), time(&|| run(&large)));
        println!("{what:<40} {short:?} to {long:?}");
        long <= MOST_TIME * short.max(Duration::from_micros(2))
    };
    let later = |round: u64| {
        std::thread::sleep(Duration::from_millis(100 * round));
        is_linear()
    };
    assert!((0..8).any(later), "{what} is not linear in time");
}

/// A message of one field.
fn message(number: u16, content: &[u8]) -> Vec<u8> {
    let mut message = MessageBuf::new(&WIDE, Mti::new(0x0200).unwrap());
    let length = u16::try_from(content.len()).unwrap().to_be_bytes();
    message.set_wire(number, &[&length, content].concat()).unwrap();
    message.encode()
}

/// So many bytes of a pattern.
fn filled(pattern: &[u8], length: usize) -> Vec<u8> {
    pattern.iter().copied().cycle().take(length / pattern.len() * pattern.len()).collect()
}

/// What there can be in a field, that is much for its length.
const CONTENTS: [(&str, u16, &[u8]); 9] = [
    ("empty tags", 55, &[0x82, 0]),
    ("filler between tags", 55, &[0]),
    ("tags of four bytes", 55, &[0xDF, 0x81, 0x81, 0x01, 0]),
    ("templates", 55, &[0x70, 0x02, 0x82, 0]),
    ("a tag that is cut short", 55, &[0x82, 0x82, 0xFF, 0xFF, 0, 0]),
    ("groups", 48, b"A"),
    ("tags as text", 60, b"AB0"),
    ("unknown tags as text", 60, b"XY1Z"),
    ("odd text", 63, b"\\\x7F"),
];

#[test]
fn reading_is_linear_in_a_message() {
    for (what, number, pattern) in CONTENTS {
        let bytes = |length| message(number, &filled(pattern, length));
        let parsed = |bytes: &[u8], run: &dyn Fn(&Message<'_>)| {
            run(&Message::parse_partial(bytes, &WIDE, ParseOptions::STRICT.unchecked_classes()).0);
        };
        grows_linearly(&format!("parse, {what}"), bytes, |bytes| {
            let _ = black_box(Message::parse(bytes, &WIDE));
            Message::examine(bytes, &WIDE, ParseOptions::FORENSIC, |_| ());
        });
        let case = |name: &str, run: &dyn Fn(&Message<'_>)| {
            grows_linearly(&format!("{name}, {what}"), bytes, |bytes| parsed(bytes, run));
        };
        case("validate", &|message| message.validate(|finding| assert!(finding.offset() <= message.as_bytes().len())));
        case("walk", &|message| assert!(message.walk().map(|part| part.value().len()).sum::<usize>() < 1 << 20));
        case("deviations", &|message| assert!(message.deviations().count() < 1 << 20));
        case("display", &|message| drop(black_box(message.to_string())));
        case("debug", &|message| drop(black_box(format!("{message:?}"))));
        case("JSON", &|message| drop(black_box(serde_json::to_string(&message.json()).unwrap())));
        case("clear JSON", &|message| drop(black_box(serde_json::to_string(&message.json().reveal()).unwrap())));
        case("a part by path", &|message| {
            let places: [&str; 5] = ["55.9F26", "55.70.9F26", "48.60000.1", "60.ZZ", "63.1"];
            assert!(places.iter().all(|place| black_box(message.field(*place)).is_none()));
        });
        case("owned, edited", &|message| {
            let mut owned = message.to_owned();
            for place in ["55.9F26", "60.AB", "48.2.1"] {
                let _ = black_box(owned.set(place, "41424344"));
                black_box(owned.remove(place));
            }
            let _ = black_box(owned.set(de::ADDITIONAL_DATA_PRIVATE, "ABC"));
        });
        case("followed up", &|message| {
            let made = [message.response(), message.repeat(), message.advice(), message.reversal("68")];
            made.into_iter().flatten().for_each(|made| drop(black_box(made)));
            let _ = black_box(message.to_owned().to_spec(&WIDE));
        });
    }
}

#[test]
fn tags_are_read_and_written_in_linear_time() {
    let absent = Tag::new(0x9F26).unwrap();
    for pattern in [&[0x82, 0][..], &[0], &[0x70, 2, 0x82, 0], &[0xDF, 0x81, 0x81, 0x01, 0], &[0x9F, 0x37, 0x04]] {
        let bytes = |length| filled(pattern, length);
        grows_linearly(&format!("TLV, {pattern:02X?}"), bytes, |bytes| {
            let Ok(tlv) = Tlv::new(bytes) else { return };
            assert!(tlv.get(absent).is_none());
            let mut buffer = vec![0; bytes.len()];
            let mut writer = TlvWriter::new(&mut buffer);
            tlv.items().for_each(|item| writer.put(item.tag(), item.value()).unwrap());
            drop(black_box(format!("{tlv:?}")));
        });
        grows_linearly(&format!("DOL, {pattern:02X?}"), bytes, |bytes| {
            let Ok(dol) = Dol::new(bytes) else { return };
            let mut buffer = vec![0; dol.data_len()];
            let _ = black_box(dol.write(&Tlv::new(&[0x82, 0]).unwrap(), &mut buffer));
        });
    }
}

#[test]
fn json_is_read_in_linear_time() {
    let many = |field: u16, item: &str, length: usize| {
        let items = vec![item; length / (item.len() + 1)].join(",");
        format!("{{\"mti\":\"0200\",\"fields\":{{\"{field}\":[{items}]}}}}")
    };
    let read = |text: &String| {
        let _ = black_box(Json::seed(&WIDE).deserialize(&mut serde_json::Deserializer::from_str(text)));
    };
    for (field, item) in [
        (55, r#"{"tag":"82","value":""}"#),
        (55, r#"{"tag":"82","value":[]}"#),
        (48, r#"{"1":"A"}"#),
        (60, r#"{"tag":"AB","value":"1"}"#),
        (63, "[]"),
        (55, "0"),
    ] {
        grows_linearly(&format!("JSON of {item}"), |length| many(field, item, length), read);
    }
    grows_linearly("JSON of keys", |length| format!("{{\"fields\":{{{}}}}}", "\"63\":1,".repeat(length / 7)), read);
    grows_linearly("JSON of a text", |length| many(63, &format!("\"{}\"", "\\n".repeat(length / 2)), 1), read);
}

/// What is repeated, for each number.
type Piece = fn(usize) -> String;

/// What there can be in a spec file, that is much for its length: how it begins, and what is repeated with a number.
const FILES: [(&str, &str, Piece); 12] = [
    ("rules", "", |at| format!("[messages.m{at}]\nmti = \"0200\"\nmandatory = \"3 4\"\nnever = \"5\"\n")),
    ("contradictions", "", |at| match at % 2 {
        0 => format!("[messages.m{at}]\nmti = \"02xx\"\nmandatory = \"90\"\n"),
        _ => format!("[messages.m{at}]\nmti = \"0200\"\nnever = \"90\"\n"),
    }),
    ("unknown keys", "[fields]\n", |at| format!("3.key{at} = 1\n")),
    ("fields that cannot be", "[fields]\n", |at| format!("{} = {{ format = \"q 3\" }}\n", at + 193)),
    ("parts", "[fields]\n48 = { parts = [\n", |_| "{ format = \"n 1\" },\n".into()),
    ("faulty parts", "[fields]\n48 = { parts = [\n", |_| "{ format = \"q 1\" },\n".into()),
    ("tags", "[fields.55.parts]\n", |at| format!("DF{:04X}.format = \"b 1\"\n", 0x8101 + at)),
    ("cases", "[fields]\n48.cases = [\n", |_| "{ when = \"3 = 1\", parts = [{ format = \"n 1\" }] },\n".into()),
    ("comments", "", |_| "# nothing\n".into()),
    ("faults", "[fields]\n", |_| "= 1\n".into()),
    ("a long condition", "[messages.x]\nmti = \"0200\"\nwhen = \"3 = 1", |_| " or 3 = 1".into()),
    ("a long list", "[messages.x]\nmti = \"0200\"\nmandatory = \"3", |_| " 4".into()),
];

/// How a file ends that begins so.
fn end(front: &str) -> &'static str {
    match front {
        _ if front.ends_with("[\n") => "] }\n",
        _ if front.contains("[messages.x]") => "\"\n",
        _ => "",
    }
}

fn repeated(front: &str, piece: Piece, length: usize) -> String {
    let mut text = format!("name = \"ours\"\nextends = \"iso1987-bcd\"\n{front}");
    for at in 0.. {
        if text.len() >= length {
            break;
        }
        text += &piece(at);
    }
    let end = if front.contains("cases") { "]\n" } else { end(front) };
    text + end
}

#[test]
fn spec_files_are_read_and_checked_in_linear_time() {
    for (what, front, piece) in FILES {
        // Long enough that the spec that is extended does not count.
        let text = |length| repeated(front, piece, 4 * length);
        grows_linearly(&format!("load {what}"), text, |text| match MessageSpec::from_toml(text) {
            Ok(spec) => drop(black_box((spec.to_rust(), SpecFile::of(&spec).to_toml(), spec::diff(&spec, &spec)))),
            Err(error) => drop(black_box(error.to_string())),
        });
        grows_linearly(&format!("lint {what}"), text, |text| drop(black_box(lint_toml(text))));
    }
}

#[test]
fn specs_of_others_are_imported_in_linear_time() {
    let xml = |length: usize| {
        let row = "<isofield id=\"2\" length=\"19\" name=\"PAN\" class=\"org.jpos.iso.IFA_LLNUM\"/>\n";
        format!("<isopackager>\n{}</isopackager>", row.repeat(length / row.len()))
    };
    let json = |length: usize| {
        let rows = (0..length / 60).map(|at| {
            format!(
                "\"{at}\": {{\"type\": \"String\", \"length\": 4, \"enc\": \"ASCII\", \"prefix\": \"ASCII.Fixed\"}}"
            )
        });
        format!("{{\"name\": \"x\", \"fields\": {{{}}}}}", rows.collect::<Vec<_>>().join(","))
    };
    let yaml = |length: usize| format!("name: x\nfields:\n{}", "  2:\n    type: String\n".repeat(length / 22));
    let read = |text: &String| drop(black_box(import::import(text)));
    grows_linearly("import XML", xml, read);
    grows_linearly("import JSON", json, read);
    grows_linearly("import YAML", yaml, read);
}

#[test]
fn a_draft_is_linear_in_the_messages() {
    let sample = b"0800\x82\x20\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x001124182042000017301";
    let messages = |length: usize| vec![sample.as_slice(); length / 400];
    grows_linearly("draft of messages", messages, |messages| drop(black_box(draft::draft(messages))));
    let long = |length: usize| [&sample[..], &filled(b"0200", length)].concat();
    grows_linearly("draft of a long one", long, |message| drop(black_box(draft::draft(&[message]))));
}

/// Whatever nests does not use the stack up: 20,000 levels, on a stack of a quarter of a megabyte.
#[test]
fn nothing_recurses_as_deep_as_its_input() {
    let run = || {
        let nested = |open: &str, close: &str| format!("{}{}", open.repeat(20_000), close.repeat(20_000));
        let json = format!("{{\"mti\":\"0200\",\"fields\":{{\"55\":{}}}}}", nested("[", "]"));
        let seed = Json::seed(&WIDE);
        assert!(seed.deserialize(&mut serde_json::Deserializer::from_str(&json)).is_err());
        for text in [
            format!("name = \"x\"\n[fields]\n48 = {}", nested("[", "]")),
            format!("name = \"x\"\n[fields]\n48 = {}1{}", "{ parts = ".repeat(20_000), "}".repeat(20_000)),
            format!("name = \"x\"\n{} = 1", vec!["a"; 20_000].join(".")),
            nested("<a>", "</a>"),
            format!("<isopackager>{}</isopackager>", nested("<isofieldpackager id=\"48\">", "</isofieldpackager>")),
            format!("{{\"fields\": {}}}", nested("[", "]")),
            format!("{{\"fields\": {}1{}}}", "{\"a\":".repeat(20_000), "}".repeat(20_000)),
            format!("fields: {}", nested("[", "]")),
            format!("fields: {}", nested("{a: ", "}")),
        ] {
            assert!(MessageSpec::from_toml(&text).is_err());
            assert!(!lint_toml(&text).is_empty());
            assert!(import::import(&text).is_err());
        }
        let tags = filled(&[0x70, 0x82, 0x30, 0x00], 48_000);
        let bytes = message(55, &tags);
        let (message, _) = Message::parse_partial(&bytes, &WIDE, ParseOptions::FORENSIC);
        message.validate(|finding| assert!(finding.path().segments().len() <= FieldPath::MAX_DEPTH));
        assert!(!message.to_string().is_empty());
        assert!(matches!(message.require(55).unwrap().structure(), Some(Structure::Tlv(_))));
    };
    std::thread::Builder::new().stack_size(256 * 1024).spawn(run).unwrap().join().unwrap();
}

#[test]
fn comparing_specs_is_linear_in_their_rules() {
    // The second one has them in the other order.
    let loaded = |count: usize| {
        let rule = |at: usize| format!("[messages.rule-{at}]\nmti = \"0200\"\nmandatory = \"{}\"\n", 2 + at % 60);
        let head = "name = \"rules\"\nextends = \"iso1987-ascii\"\n";
        let text = |rules: String| MessageSpec::from_toml(&format!("{head}{rules}")).unwrap();
        (text((0..count).map(rule).collect()), text((0..count).rev().map(rule).collect()))
    };
    grows_linearly("rules", |length| loaded(length / 10), |(one, other)| assert!(one == other));
}
