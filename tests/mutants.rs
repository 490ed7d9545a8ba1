//! Seeded changes of messages: nothing panics, and what is accepted is what it was.
//!
//! Over the project's own vectors, and over the shared ones where their folder lies beside the checkout.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

mod support;

use isomsg::element::{
    AdditionalAmounts, CenturyDateTime, Currency, Expiry, OriginalDataElements, OriginalDataElements1993, Pan,
    PosDataCode, PosEntryMode, SignedAmount, Track1, Track2, Track3, TransmissionTime,
};
use isomsg::spec::{self, MessageSpec, SpecRef};
use isomsg::tlv::{Dol, Tlv, TlvWriter};
use isomsg::typed::{TypedMessage, iso1987, iso1993, iso2003};
use isomsg::{Message, MessageBuf, Mti, ParseOptions, Writer};
use serde_json::Value;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use support::{bytes, hex, notation};

const MUTANTS: usize = 2_000_000;

/// They are made in so many shares, each from a seed of its own, by as many threads as the machine has.
const SHARES: usize = 16;

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

enum Spec {
    Shipped(&'static MessageSpec),
    Loaded(Arc<MessageSpec>),
}

impl Spec {
    fn get(&self) -> SpecRef<'_> {
        match self {
            Spec::Shipped(spec) => SpecRef::from(*spec),
            Spec::Loaded(spec) => SpecRef::from(spec),
        }
    }
}

fn seeds() -> Vec<(Spec, Vec<u8>)> {
    let own: Vec<Value> = serde_json::from_str(include_str!("vectors/iso1987.json")).expect("JSON");
    let own = own.iter().map(|vector| {
        let name = vector["spec"].as_str().expect("spec");
        (Spec::Shipped(spec::by_name(name).expect("shipped")), bytes(vector["hex"].as_str().expect("hex")))
    });
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/valid.json");
    let shared = std::fs::read_to_string(shared).unwrap_or_else(|_| "[]".into());
    let shared: Vec<Value> = serde_json::from_str(&shared).expect("JSON");
    let shared = shared.iter().map(|vector| {
        let spec = notation::spec(&vector["codec"], &vector["field_formats"]);
        (Spec::Loaded(spec), bytes(vector["wire_hex"].as_str().expect("hex")))
    });
    own.chain(shared).collect()
}

/// One to three changes: a bit, a byte, a byte more or fewer, a piece moved.
fn mutate(random: &mut Random, seed: &[u8]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes.insert(at, random.next() as u8),
            1 if bytes.len() > 1 => drop(bytes.remove(at)),
            2 => bytes[at] ^= 1 << random.below(8),
            3 => bytes[at] = random.next() as u8,
            4 => bytes[at] = bytes[at].wrapping_add(1),
            _ => {
                let (from, length) = (random.below(bytes.len()), random.below(8));
                let piece: Vec<u8> = bytes[from..].iter().copied().take(length).collect();
                bytes.iter_mut().skip(at).zip(piece).for_each(|(place, byte)| *place = byte);
            }
        }
    }
    bytes
}

#[test]
fn no_mutant_panics_and_each_accepted_one_encodes_back() {
    let seeds = seeds();
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut all = Counts::default();
        while let share @ 0..SHARES = next.fetch_add(1, Ordering::Relaxed) {
            run_share(share, &seeds, &mut all);
        }
        all
    };
    let all = std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).fold(Counts::default(), Counts::and)
    });
    let Counts { made, accepted, rebuilt } = all;
    println!("mutants: {made} of {} seeds, {accepted} accepted, {rebuilt} rebuilt from values", seeds.len());
    assert!(made == MUTANTS && accepted > 100_000 && rebuilt > accepted / 2);
}

#[derive(Default)]
struct Counts {
    made: usize,
    accepted: usize,
    rebuilt: usize,
}

impl Counts {
    fn and(self, other: Counts) -> Counts {
        Counts {
            made: self.made + other.made,
            accepted: self.accepted + other.accepted,
            rebuilt: self.rebuilt + other.rebuilt,
        }
    }
}

fn run_share(share: usize, seeds: &[(Spec, Vec<u8>)], counts: &mut Counts) {
    let mut random = Random(8583 + share as u64);
    for at in (share..MUTANTS).step_by(SHARES) {
        let (spec, seed) = &seeds[at % seeds.len()];
        let mutant = mutate(&mut random, seed);
        counts.made += 1;
        match Message::parse(&mutant, spec.get()) {
            Ok(message) => {
                counts.accepted += 1;
                assert_eq!(message.to_owned().as_bytes(), mutant, "{}", hex(&mutant));
                counts.rebuilt += usize::from(rebuild(&message, &mutant));
            }
            Err(error) => assert!(error.offset() <= mutant.len(), "{error}: {}", hex(&mutant)),
        }
        // Each mutant goes on through one of the ways in; the seeds take turns at each, for their number is odd or not.
        through(at / seeds.len() + at, &mutant, spec.get());
    }
}

/// Made anew from its values it is the same, exactly where it has no deviations.
fn rebuild(message: &Message<'_>, wire: &[u8]) -> bool {
    let mut made = MessageBuf::new(message.spec(), message.mti());
    for field in message.fields() {
        if message.spec().wire().third() != spec::Third::Field(field.number()) {
            made.set(field.number(), field.value()).unwrap_or_else(|error| panic!("{error}: {}", hex(wire)));
        }
    }
    let is_same = made.as_bytes() == wire;
    let deviation = message.deviations().find(|deviation| !deviation.is_inside());
    assert_eq!(is_same, deviation.is_none(), "{}: {deviation:?}", hex(wire));
    is_same
}

/// One of the ways in: all that can be done with a message that may be malformed.
fn through(way: usize, bytes: &[u8], spec: SpecRef<'_>) {
    match way % 16 {
        0 => read_all_forms(bytes, spec),
        1 | 2 => opened(bytes, spec),
        3 | 4 => followed_up(bytes, spec),
        5 | 6 => edited(bytes, spec),
        7 => as_structs(bytes, spec),
        8 => as_elements(bytes, spec),
        9 => as_tags(bytes),
        #[cfg(feature = "serde")]
        10 => as_json(bytes, spec),
        11 if way % 64 == 11 => drop(isomsg::draft::draft(&[bytes])),
        12 => written(bytes, spec),
        #[cfg(feature = "toml")]
        13 if way % 256 == 13 => as_a_file(bytes),
        _ => {}
    }
}

/// What could be read of it, by the strictest and the most lenient reader.
fn partial<'a>(bytes: &'a [u8], spec: SpecRef<'a>) -> [Message<'a>; 2] {
    [ParseOptions::STRICT, ParseOptions::FORENSIC].map(|options| Message::parse_partial(bytes, spec, options).0)
}

/// Findings, parts, deviations, and parts by path.
fn opened(bytes: &[u8], spec: SpecRef<'_>) {
    for message in partial(bytes, spec) {
        message.validate(|finding| assert!(finding.offset() <= bytes.len() && !finding.to_string().is_empty()));
        for part in message.walk() {
            assert!(message.require(part.path()).is_ok(), "{:?}: {}", part, hex(bytes));
            let _ = (part.subfields_with(ParseOptions::FORENSIC).map(|parts| parts.iter().count()), part.tlv());
        }
        assert!(message.deviations().all(|deviation| !deviation.to_string().is_empty()));
        assert!(message.announced().iter().all(|number| number > 0) && message.reveal().to_string().len() > 4);
    }
}

/// Answers, repeats, advices, reversals, and other forms.
fn followed_up(bytes: &[u8], spec: SpecRef<'_>) {
    for message in partial(bytes, spec) {
        let made = [
            message.response(),
            message.repeat(),
            message.advice(),
            message.reversal("68"),
            message.partial_reversal("4000", 1),
            message.to_owned().to_spec(&spec::ISO1993_ASCII),
        ];
        for made in made.into_iter().flatten() {
            assert!(made.encode().len() == made.encoded_len());
            let _ = (message.is_answered_by(&made.as_message()), isomsg::MatchKey::of(&message));
        }
    }
}

/// Each field set to a part of the bytes, set anew and removed.
fn edited(bytes: &[u8], spec: SpecRef<'_>) {
    let [message, _] = partial(bytes, spec);
    let mut owned = message.to_owned();
    let (front, back) = bytes.split_at(bytes.len() / 2);
    for part in message.walk().take(24) {
        let (path, number) = (part.path(), part.number());
        let _ = (owned.set(path, front), owned.set(path, part.value()), owned.set(number, u64::from(number)));
        let _ = (owned.set(path, String::from_utf8_lossy(back).as_ref()), owned.set_parts(number, ["22", "1"]));
    }
    assert!(Message::parse(owned.as_bytes(), spec).is_ok(), "{}", hex(bytes));
    assert!(message.walk().take(24).filter(|part| owned.remove(part.path())).count() <= 24);
    let number = u16::from(bytes.first().copied().unwrap_or(0));
    let _ = owned.set_wire(number, back);
    owned.set_mti(Mti::new(number).unwrap_or(message.mti()));
    assert!(!format!("{owned}{owned:?}").is_empty());
}

/// As every struct of the edition of 1987, and one of each of the others.
fn as_structs(bytes: &[u8], spec: SpecRef<'_>) {
    let [message, lenient] = partial(bytes, spec);
    for message in [&message, &lenient] {
        macro_rules! each {
            ($($edition:ident::$name:ident)+) => {
                $(if let Ok(typed) = $edition::$name::from_message(message) {
                    let mut buffer = [0; 2000];
                    let _ = (typed.encode_into(&spec, &mut buffer), typed.to_message(spec));
                    assert!(!format!("{typed:?}").is_empty());
                })+
            };
        }
        each!(
            iso1987::Authorization iso1987::AuthorizationResponse iso1987::Financial iso1987::FinancialResponse
            iso1987::FileAction iso1987::FileActionResponse iso1987::Reversal iso1987::ReversalResponse
            iso1987::Chargeback iso1987::Reconciliation iso1987::ReconciliationResponse iso1987::Administrative
            iso1987::FeeCollection iso1987::NetworkManagement iso1987::NetworkManagementResponse
            iso1993::Financial iso1993::Reversal iso2003::Financial iso2003::Reversal
        );
    }
}

/// Each value as everything that it could be.
fn as_elements(bytes: &[u8], spec: SpecRef<'_>) {
    let [message, lenient] = partial(bytes, spec);
    for value in message.walk().chain(lenient.walk()).map(|part| part.value()) {
        let mut buffer = [0; 100];
        let _ = (value.copy_into(&mut buffer), value.as_str(), value.as_bytes(), value.len());
        let _ = (value.parse::<u64>(), value.parse::<i64>(), value.parse::<u8>(), value.parse::<String>());
        let _ = (value.parse::<Track1<'_>>(), value.parse::<Track2<'_>>(), value.parse::<Track3<'_>>());
        let _ = (value.parse::<AdditionalAmounts<'_>>().map(|amounts| amounts.iter().count()), value.parse::<Mti>());
        let _ = (value.parse::<TransmissionTime>(), value.parse::<Expiry>(), value.parse::<CenturyDateTime>());
        let _ = (value.parse::<Pan<'_>>().map(|pan| (pan.luhn_is_valid(), pan.iin6())), value.parse::<Currency>());
        let _ = (value.parse::<OriginalDataElements>(), value.parse::<OriginalDataElements1993>());
        let _ = (value.parse::<PosDataCode>(), value.parse::<PosEntryMode>(), value.parse::<SignedAmount>());
    }
}

/// As tags, and as a list of them.
fn as_tags(bytes: &[u8]) {
    for start in 0..bytes.len().min(24) {
        let Some(tail) = bytes.get(start..) else { return };
        let Ok(tlv) = Tlv::new(tail) else { continue };
        let mut buffer = [0; 64];
        for item in tlv.items() {
            let _ = (item.children().map(|inner| inner.items().count()), tlv.get(item.tag()), item.offset());
            let _ = TlvWriter::new(&mut buffer).put(item.tag(), item.value());
        }
        if let Ok(dol) = Dol::new(tail) {
            let _ = dol.write(&tlv, &mut buffer);
        }
    }
}

/// To JSON and back, and as JSON.
#[cfg(feature = "serde")]
fn as_json(bytes: &[u8], spec: SpecRef<'_>) {
    use serde::de::DeserializeSeed;
    let read = |text: &[u8]| isomsg::Json::seed(spec).deserialize(&mut serde_json::Deserializer::from_slice(text));
    for message in partial(bytes, spec) {
        let clear = serde_json::to_vec(&message.json().reveal()).expect("JSON");
        let _ = (serde_json::to_vec(&message.json()).expect("JSON"), read(&clear));
        let cut = clear.iter().map(|byte| if *byte == b'"' { bytes[0] } else { *byte }).collect::<Vec<u8>>();
        let _ = read(&cut);
    }
    let _ = read(bytes);
}

/// Its values in a buffer that is too short, and in one that is not.
fn written(bytes: &[u8], spec: SpecRef<'_>) {
    let [message, _] = partial(bytes, spec);
    for length in [bytes.len() / 2, 2000] {
        let mut buffer = vec![0; length];
        let Ok(mut writer) = Writer::new(&spec, &mut buffer, message.mti(), message.bitmap()) else { continue };
        for field in message.fields() {
            let _ = (writer.put(field.number(), field.value()), writer.put(3, "000000"));
        }
        let _ = writer.finish();
    }
}

/// Damaged text, as a spec.
#[cfg(feature = "toml")]
fn as_a_file(bytes: &[u8]) {
    let mut text =
        String::from("name = \"ours\"\nextends = \"iso1987-bcd\"\n[fields]\n48 = { format = \"ans...99\" }\n")
            .into_bytes();
    for (at, byte) in bytes.iter().enumerate().take(4) {
        let place = (usize::from(*byte) * (at + 1)) % text.len();
        text[place] = bytes[bytes.len() - 1 - at];
    }
    let text = String::from_utf8_lossy(&text);
    let found = spec::lint_toml(&text);
    assert!(MessageSpec::from_toml(&text).is_ok() || !found.is_empty(), "{text}");
}

/// Every way to read and show a message that may be malformed.
fn read_all_forms(bytes: &[u8], spec: SpecRef<'_>) {
    for options in [ParseOptions::STRICT, ParseOptions::NETWORK, ParseOptions::FORENSIC] {
        let (partial, outcome) = Message::parse_partial(bytes, spec, options);
        let mut findings = 0;
        let examined = Message::examine(bytes, spec, options, |_| findings += 1);
        assert_eq!(outcome.is_err(), findings > 0);
        assert!(partial.fields().count() <= examined.fields().count());
        for message in [&partial, &examined] {
            let shown = format!("{message}{message:?}").len();
            let read: usize = message.fields().map(|field| field.value().chars().count() + field.name().len()).sum();
            let kept = message.to_owned();
            assert!(shown > 0 && read <= 4 * bytes.len() + 100 * 192 && kept.encoded_len() > 0);
        }
    }
}
