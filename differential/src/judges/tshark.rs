//! Wireshark's dissector, by way of `tshark` and a capture file: it has one table, that of 1987, and reads only.

use crate::case::{Case, hex};
use crate::known::Tally;
use crate::random::Random;
use isomsg::MessageBuf;
use isomsg::spec::{self, Class, MessageSpec, SpecField};
use serde_json::{Map, Value};
use std::fs;
use std::process::Command;

/// Messages in a capture file.
const BATCH: usize = 2000;
/// The dissector takes anything shorter for something else.
const SHORTEST: usize = 20;
/// What fits into a packet of the capture with room to spare.
const LONGEST: usize = 16_000;
const PORT: u16 = 8583;

/// A form of the table that both have.
struct Form {
    spec: &'static MessageSpec,
    charset: &'static str,
    binary: &'static str,
    /// Fields that it has otherwise in this form, beside those of [`LEFT_OUT`].
    left_out: &'static [u16],
}

/// Fields that it has otherwise in every form; `disagreements.md` says why.
const LEFT_OUT: &[u16] = &[53, 55, 86, 87, 88, 89, 92, 93];

const FORMS: [Form; 3] = [
    Form { spec: &spec::ISO1987_ASCII, charset: "ascii", binary: "bin", left_out: &[35, 36] },
    Form { spec: &spec::ISO1987_ASCII_HEX, charset: "ascii", binary: "ascii", left_out: &[] },
    Form { spec: &spec::ISO1987_BCD, charset: "bcd", binary: "bin", left_out: &[28, 29, 30, 31, 35, 36, 97] },
];

pub fn run(random: &mut Random, messages: usize) -> Tally {
    let mut tally = Tally::default();
    let folder = std::env::temp_dir().join(format!("isomsg-differential-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for captures");
    let capture = folder.join("messages.pcap");
    while tally.valid < messages {
        let form = &FORMS[random.below(FORMS.len())];
        let cases: Vec<(Case, Vec<u8>)> =
            (0..BATCH.min(messages - tally.valid)).map(|_| form.message(random)).collect();
        fs::write(&capture, pcap(cases.iter().map(|(_, bytes)| bytes.as_slice()))).expect("a capture");
        let found = form.dissect(&capture.to_string_lossy());
        assert_eq!(found.len(), cases.len(), "dissected messages");
        for ((case, bytes), found) in cases.iter().zip(&found) {
            form.hold(case, bytes, found, &mut tally);
        }
    }
    fs::remove_dir_all(&folder).expect("the folder for captures");
    tally
}

impl Form {
    fn message(&self, random: &mut Random) -> (Case, Vec<u8>) {
        loop {
            let share = random.of(&[2, 4, 10, 30]);
            let mut message =
                MessageBuf::new(self.spec, random.of(&["0100", "0210", "0420", "0800"]).parse().expect("a type"));
            let mut fields = Vec::new();
            for field in self.spec.fields() {
                let number = field.number();
                if !self.leaves_out(number) && random.once_in(share) {
                    let value = self.value(random, &field);
                    message.set(number, &value).unwrap_or_else(|error| panic!("{number} {value}: {error}"));
                    fields.push((number, value));
                }
            }
            let bytes = message.encode();
            if (SHORTEST..=LONGEST).contains(&bytes.len()) {
                return (Case { mti: message.mti().to_string(), fields }, bytes);
            }
        }
    }

    /// Where the bitmap is raw, it takes the bytes from the fifth to the twentieth for text, up to a zero, and passes over
    /// the message if that text has sixteen bytes in UTF-8 and is not hex.
    fn is_passed_over(&self, bytes: &[u8]) -> bool {
        let text = bytes.iter().skip(4).take(16).take_while(|&&byte| byte != 0);
        let length: usize =
            text.map(|byte| if byte.is_ascii() { 1 } else { char::REPLACEMENT_CHARACTER.len_utf8() }).sum();
        self.binary == "bin" && length == 16
    }

    fn leaves_out(&self, number: u16) -> bool {
        LEFT_OUT.contains(&number) || self.left_out.contains(&number)
    }

    /// A value that the dissector admits: not empty, and without blanks where it does not expect them.
    fn value(&self, random: &mut Random, field: &SpecField<'_>) -> String {
        let format = field.format();
        let class = format.class();
        let most = if format.is_fixed() || random.once_in(8) { format.max() } else { format.max().min(30) };
        let least = if self.charset == "bcd" { 2 } else { 1 };
        let length = random.within(format.min().max(least).min(most), most);
        const DIGITS: &[(u8, u8)] = &[(b'0', b'9')];
        const LETTERS: &[(u8, u8)] = &[(b'A', b'Z'), (b'a', b'z')];
        const BOTH: &[(u8, u8)] = &[(b'0', b'9'), (b'A', b'Z'), (b'a', b'z')];
        match class {
            Class::B => hex(characters(random, length, &[(0, 127)]).as_bytes()),
            Class::Xn => format!("{}{}", random.of(&["C", "D"]), characters(random, length - 1, DIGITS)),
            Class::N | Class::Z | Class::Ns => characters(random, length, DIGITS),
            Class::A => characters(random, length, LETTERS),
            Class::An => characters(random, length, BOTH),
            _ if field.number() == 54 => characters(random, length, BOTH),
            _ => characters(random, length, &[(b' ', b'~')]),
        }
    }

    /// What the dissector says of each packet of a capture.
    fn dissect(&self, capture: &str) -> Vec<Map<String, Value>> {
        let output = Command::new("tshark")
            .args(["-r", capture, "-d", &format!("tcp.port=={PORT},iso8583")])
            .args(["-o", "iso8583.len_endian:bigendian"])
            .args(["-o", &format!("iso8583.charset:{}", self.charset)])
            .args(["-o", &format!("iso8583.binencode:{}", self.binary)])
            .args(["-T", "json", "-J", "iso8583", "--no-duplicate-keys"])
            .output()
            .expect("tshark is installed");
        let packets: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON of packets");
        let layer = |packet: &Value| packet["_source"]["layers"]["iso8583"].as_object().cloned().unwrap_or_default();
        packets.iter().map(layer).collect()
    }

    fn hold(&self, case: &Case, bytes: &[u8], found: &Map<String, Value>, tally: &mut Tally) {
        let text = |key: &str| found.get(key).and_then(Value::as_str).unwrap_or_default();
        let report = || format!("{}: {case:?}\n{}\n{found:#?}", self.spec.name(), hex(bytes));
        if found.is_empty() && self.is_passed_over(bytes) {
            return tally.explained("not-recognised");
        }
        assert_eq!(text("iso8583.mti"), case.mti, "{}", report());
        for (number, value) in &case.fields {
            let other = text(&format!("iso8583.bit{number}"));
            let is_binary = self.spec.field(*number).is_some_and(|field| field.format().class() == Class::B);
            if is_binary && other.len() > value.len() && other[..value.len()].eq_ignore_ascii_case(value) {
                tally.explained("stray-characters");
            } else if other != value {
                assert!(other.eq_ignore_ascii_case(value) && is_binary, "{number}: {other}\n{}", report());
            }
        }
        assert!(!Value::Object(found.clone()).to_string().contains("MALFORMED"), "{}", report());
        tally.valid += 1;
    }
}

fn characters(random: &mut Random, length: usize, ranges: &[(u8, u8)]) -> String {
    let mut one = || {
        let (first, last) = random.of(ranges);
        char::from(random.within(first.into(), last.into()) as u8)
    };
    (0..length).map(|_| one()).collect()
}

/// A capture file of TCP segments over IPv4, one a message, each message behind its length in two bytes.
fn pcap<'m>(messages: impl Iterator<Item = &'m [u8]>) -> Vec<u8> {
    const IPV4: u32 = 228;
    let mut file = Vec::new();
    file.extend([0xA1B2_C3D4u32, 0x0002_0004, 0, 0, 65_535, IPV4].into_iter().flat_map(u32::to_be_bytes));
    let mut sequence = 1u32;
    for (count, message) in messages.enumerate() {
        let total = 20 + 20 + 2 + message.len();
        file.extend([count as u32, 0, total as u32, total as u32].into_iter().flat_map(u32::to_be_bytes));
        file.extend([0x45, 0].into_iter().chain((total as u16).to_be_bytes()).chain([0, 0, 0, 0, 64, 6, 0, 0]));
        file.extend([10, 0, 0, 1, 10, 0, 0, 2]);
        file.extend(40_000u16.to_be_bytes().into_iter().chain(PORT.to_be_bytes()).chain(sequence.to_be_bytes()));
        file.extend([0, 0, 0, 0, 0x50, 0x18, 0xFF, 0xFF, 0, 0, 0, 0]);
        file.extend((message.len() as u16).to_be_bytes());
        file.extend(message);
        sequence = sequence.wrapping_add(2 + message.len() as u32);
    }
    file
}
