//! Structures that nobody wrote: what must hold for any of them, their messages, edits and any bytes.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "the modules are shared with the fuzzer, not published")]

#[path = "support/own/mod.rs"]
pub mod own;

use own::inside::{self, Counts};
use own::structures::Nested;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// A tape that a failure shows in one line.
#[derive(Clone)]
struct Bytes(Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02X}"))
    }
}

fn shown(most: usize) -> impl Strategy<Value = Bytes> {
    tape(most).prop_map(Bytes)
}

fn tape(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), most / 2..=most)
}

fn nested() -> impl Strategy<Value = Nested> {
    let tapes = (tape(8), prop::collection::vec(tape(200), 1..=3));
    tapes.prop_filter_map("no row is admitted", |(wire, rows)| Nested::new(&wire, &rows))
}

fn damages() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(tape(5), 1..12)
}

/// `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(1000),
        failure_persistence: None,
        max_shrink_iters: 4000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn parts_say_what_was_set_and_nothing_else_changes(own in nested(), build in shown(200), edits in shown(100), damages in damages()) {
        inside::run(&own, &build.0, &edits.0, &damages, &mut Counts::default());
    }
}

/// The properties say something only where specs and values are mostly admitted.
#[test]
fn enough_is_admitted() {
    let mut runner = TestRunner::deterministic();
    let mut counts = Counts::default();
    let (mut rows, mut refused) = (0, 0);
    let mut kinds = [0; 6];
    for _ in 0..400 {
        let (own, build, edits, damages) =
            (nested(), tape(200), tape(100), damages()).new_tree(&mut runner).unwrap().current();
        rows += own.fields.len();
        refused += own.refused;
        count(own.fields.values(), &mut kinds);
        inside::run(&own, &build, &edits, &damages, &mut counts);
    }
    println!("{rows} rows, {refused} refused; leaf, parts, BER, fixed, bits, groups {kinds:?}; {counts:?}");
    assert!(rows > refused && 2 * counts.taken > counts.sets && counts.rebuilt > 0);
}

fn count<'n>(nodes: impl Iterator<Item = &'n own::structures::Node>, kinds: &mut [usize; 6]) {
    use own::structures::Kind;
    for node in nodes {
        let at = match node.kind {
            Kind::Leaf => 0,
            Kind::Parts => 1,
            Kind::Ber => 2,
            Kind::Fixed => 3,
            Kind::Bits => 4,
            Kind::Groups(_) => 5,
        };
        kinds[at] += 1;
        count(node.kids.iter(), kinds);
    }
}

mod found {
    //! What these properties found, each as small as it gets.
    use isomsg::spec::{DataForm, FieldSpec, MessageSpec, Wire};
    use isomsg::{Message, MessageBuf, Mti};

    fn message(row: FieldSpec) -> MessageBuf {
        let spec = MessageSpec::from_fields("found", Wire::ASCII, vec![row]).unwrap();
        MessageBuf::new(&spec, Mti::new(0x0200).unwrap())
    }

    fn findings(message: &MessageBuf) -> Vec<String> {
        let mut findings = Vec::new();
        message.as_message().validate(|finding| findings.push(finding.to_string()));
        findings
    }

    /// Of the same length or not: a part cannot say what the part that holds it does not admit.
    #[test]
    fn a_part_is_held_against_the_class_of_all_that_holds_it() {
        const ROW: FieldSpec = FieldSpec::new(48, "ans...99")
            .with_parts(&[FieldSpec::new(1, "an..10").with_parts(&[FieldSpec::new(1, "ans..5")])]);
        let mut message = message(ROW);
        message.set("48.1.1", "A").unwrap();
        assert!(message.set("48.1.1", "--").is_err(), "of another length");
        assert!(message.set("48.1.1", "-").is_err(), "of the same length: {:?}", findings(&message));
    }

    /// What would be read as another part is not written.
    #[test]
    fn a_part_is_not_taken_for_one_by_class() {
        const ROW: FieldSpec = FieldSpec::new(48, "ans...99")
            .with_parts(&[FieldSpec::new(1, "a 1").optional_by_class(), FieldSpec::new(2, "an 3")]);
        let mut message = message(ROW);
        let set = message.set("48.2", "ABC");
        let read = message.field("48.2").map(|part| part.value() == "ABC");
        assert!(set.is_err() || read == Some(true), "{set:?} {read:?} {:?}", findings(&message));
    }

    /// The nibble in front of a part of an odd number of digits can be the last digit of the part before it.
    #[test]
    fn a_neighbour_is_no_pad() {
        const ROW: FieldSpec = FieldSpec::new(48, "n 5")
            .with_data(DataForm::Bcd)
            .with_parts(&[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 3")]);
        let mut message = message(ROW);
        message.set(48, "12345").unwrap();
        assert_eq!(findings(&message), [""; 0]);
        const BYTES: FieldSpec = FieldSpec::new(48, "n 43").with_data(DataForm::Bcd).with_parts(&[
            FieldSpec::new(1, "n 12"),
            FieldSpec::new(2, "n 12"),
            FieldSpec::new(3, "n 19"),
        ]);
        let mut message = self::message(BYTES);
        message.set(48, "0000000000000000000000010000000000000000000").unwrap();
        assert_eq!(findings(&message), [""; 0]);
    }

    /// Packed digits with parts, in bytes.
    #[test]
    fn packed_digits_open_within_bytes() {
        const ROW: FieldSpec =
            FieldSpec::new(48, "b...99").with_data(DataForm::Raw).with_parts(&[FieldSpec::new(1, "n 5")
                .with_data(DataForm::Bcd)
                .with_parts(&[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 3")])]);
        let mut message = message(ROW);
        message.set("48.1", "12345").unwrap();
        assert_eq!(findings(&message), [""; 0]);
        assert!(message.field("48.1.2").is_some_and(|part| part.value() == "345"));
        message.set("48.1.1", "67").unwrap();
        assert!(message.field("48.1").is_some_and(|part| part.value() == "67345"));
    }

    /// A part that reaches to the end, and may be missing, is missing when it is empty.
    #[test]
    fn nothing_is_not_a_part_at_the_end() {
        const ROW: FieldSpec =
            FieldSpec::new(48, "ans...99").with_parts(&[FieldSpec::new(1, "ans...9").to_end().optional()]);
        let mut message = message(ROW);
        let set = message.set("48.1", "");
        assert!(set.is_err() || message.field("48.1").is_some(), "{set:?}");
    }

    /// A field that ends with bytes which its content holds would end too early.
    #[test]
    fn content_that_holds_the_terminator_of_its_field_is_not_written() {
        const ROW: FieldSpec = FieldSpec::new(48, "ans...99")
            .with_terminator(b"|")
            .with_parts(&[FieldSpec::new(1, "ans...9"), FieldSpec::new(2, "ans...9").optional()]);
        let mut message = message(ROW);
        assert!(message.set("48.1", "A|B").is_err());
        message.set("48.1", "A-B").unwrap();
        let set = message.set("48.1", "A|B");
        let parsed = Message::parse(message.as_bytes(), message.spec()).map(|_| ());
        assert!(set.is_err() && parsed.is_ok(), "{set:?}, {parsed:?}");
    }
}
