//! Seeded changes of messages: nothing panics, and what is accepted is what it was.
//!
//! Over the project's own vectors, and over the shared ones where their folder lies beside the checkout.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

mod support;

use isomsg::spec::{self, MessageSpec, SpecRef};
use isomsg::{Message, MessageBuf, ParseOptions};
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;
use support::{bytes, hex, notation};

const MUTANTS: usize = 2_000_000;

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
    let mut random = Random(8583);
    let (mut accepted, mut rebuilt) = (0, 0);
    for at in 0..MUTANTS {
        let (spec, seed) = &seeds[at % seeds.len()];
        let mutant = mutate(&mut random, seed);
        match Message::parse(&mutant, spec.get()) {
            Ok(message) => {
                accepted += 1;
                assert_eq!(message.to_owned().as_bytes(), mutant, "{}", hex(&mutant));
                rebuilt += usize::from(rebuild(&message, &mutant));
            }
            Err(error) => assert!(error.offset() <= mutant.len(), "{error}: {}", hex(&mutant)),
        }
        if at % 16 == 0 {
            read_all_forms(&mutant, spec.get());
        }
    }
    println!("mutants: {MUTANTS} of {} seeds, {accepted} accepted, {rebuilt} rebuilt from values", seeds.len());
    assert!(accepted > 100_000 && rebuilt > accepted / 2);
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
