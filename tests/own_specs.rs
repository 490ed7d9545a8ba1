//! Specs that nobody wrote: what must hold for every spec that the rules admit and every message by it.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "the modules are shared with the fuzzer, not published")]

#[path = "support/own/mod.rs"]
pub mod own;

use own::edits::damaged;
use own::properties;
use own::specs::OwnSpec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

type Tapes = Vec<Vec<u8>>;

/// Bytes that decide something, at most so many.
fn tape(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), most / 2..=most)
}

fn own_spec() -> impl Strategy<Value = OwnSpec> {
    let tapes = (tape(24), prop::collection::vec(tape(32), 1..=12));
    tapes.prop_filter_map("no row is admitted", |(wire, rows)| OwnSpec::new(&wire, &rows))
}

fn edits() -> impl Strategy<Value = Tapes> {
    prop::collection::vec(tape(40), 1..24)
}

fn damages() -> impl Strategy<Value = Tapes> {
    prop::collection::vec(tape(5), 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_message_says_what_was_set(own in own_spec(), edits in edits()) {
        properties::edited(&own, &edits);
    }

    #[test]
    fn any_bytes_are_read_or_refused_in_one_way(own in own_spec(), edits in edits(), damages in damages()) {
        let (message, _) = properties::edited(&own, &edits);
        prop_assert!(properties::check(message.as_bytes(), &own));
        let mut bytes = message.encode();
        for damage in &damages {
            // Damage to the message as it was made, and on top of what was still accepted.
            let changed = damaged(&bytes, damage);
            if properties::check(&changed, &own) {
                bytes = changed;
            }
        }
    }

    #[test]
    fn bytes_that_nobody_made_are_read_or_refused(own in own_spec(), bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        properties::check(&bytes, &own);
    }

    #[test]
    fn a_spec_prints_as_code(own in own_spec()) {
        let code = own.spec.to_rust();
        let rows = code.matches("FieldSpec::new(").count();
        prop_assert_eq!(rows, own.spec.fields().count());
    }
}

#[cfg(feature = "serde")]
mod json {
    use super::*;
    use isomsg::{Json, Message};
    use serde::de::DeserializeSeed;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_message_comes_back_from_json(own in own_spec(), edits in edits(), damages in damages()) {
            let (message, _) = properties::edited(&own, &edits);
            comes_back(message.as_bytes(), &own);
            for damage in &damages {
                comes_back(&damaged(message.as_bytes(), damage), &own);
            }
        }
    }

    /// Without deviations, a message comes back from JSON as it was; masked and partial ones can be shown too.
    fn comes_back(bytes: &[u8], own: &OwnSpec) {
        let Ok(message) = Message::parse(bytes, &own.spec) else { return };
        serde_json::to_string(&message.json()).unwrap();
        let json = serde_json::to_string(&message.json().reveal()).unwrap();
        if message.deviations().next().is_none() {
            let mut reader = serde_json::Deserializer::from_str(&json);
            let again = Json::seed(&own.spec).deserialize(&mut reader);
            let again = again.unwrap_or_else(|error| panic!("{error} in {json}, of {bytes:02X?}"));
            assert_eq!(again.as_bytes(), bytes, "{json}");
        }
    }
}

/// The properties say something only where specs, edits and damaged messages are mostly admitted.
#[test]
fn enough_is_admitted() {
    let mut runner = TestRunner::deterministic();
    let (mut rows, mut refused, mut tried, mut taken, mut accepted, mut damaged_count) = (0, 0, 0, 0, 0, 0);
    for _ in 0..400 {
        let (own, edits, damages) = (own_spec(), edits(), damages()).new_tree(&mut runner).unwrap().current();
        rows += own.fields.len();
        refused += own.refused;
        tried += edits.len();
        let (message, count) = properties::edited(&own, &edits);
        taken += count;
        damaged_count += damages.len();
        accepted +=
            damages.iter().filter(|damage| properties::check(&damaged(message.as_bytes(), damage), &own)).count();
    }
    println!(
        "{rows} rows, {refused} refused; {taken} of {tried} edits taken; {accepted} of {damaged_count} damaged messages accepted"
    );
    assert!(rows > 5 * refused && 2 * taken > tried && 10 * accepted > damaged_count);
}
