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
    fn parts_say_what_was_set_and_nothing_else_changes(own in nested(), build in shown(200), edits in shown(100), damages in damages(), free in shown(120)) {
        inside::run(&own, &build.0, &edits.0, &damages, &free.0, &mut Counts::default());
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
        let (own, build, edits, damages, free) =
            (nested(), tape(200), tape(100), damages(), tape(120)).new_tree(&mut runner).unwrap().current();
        rows += own.fields.len();
        refused += own.refused;
        count(own.fields.values(), &mut kinds);
        inside::run(&own, &build, &edits, &damages, &free, &mut counts);
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
    use isomsg::spec::{DataForm, FieldSpec, Groups, MessageSpec, Sensitivity, Wire};
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

    /// A part that is always there and reaches to the end is there when it is empty, however it is set.
    #[test]
    fn a_part_at_the_end_that_is_always_there_may_be_empty() {
        const ROW: FieldSpec = FieldSpec::new(48, "ans...99")
            .with_parts(&[FieldSpec::new(1, "ans 2"), FieldSpec::new(2, "ans...9").to_end()]);
        let mut received = message(ROW);
        received.set(48, "AB").unwrap();
        assert_eq!(findings(&received), [""; 0]);
        assert!(received.field("48.2").is_some_and(|part| part.value().is_empty()));
        assert_eq!(received.as_message().deviations().next(), None);
        let mut made = message(ROW);
        made.set("48.1", "AB").unwrap();
        let set = made.set("48.2", "");
        let mut at_once = message(ROW);
        let all = at_once.set_parts(48, ["AB", ""]);
        assert!(set.is_ok() && all.is_ok(), "{set:?} {all:?}");
        received.set("48.2", "C").unwrap();
        assert_eq!(received.set("48.2", ""), Ok(()), "what was there is empty again");
    }

    /// A part of packed digits that states its form is composed as one that does not.
    #[test]
    fn packed_parts_may_state_their_form() {
        const STATED: FieldSpec = FieldSpec::new(1, "n 2").with_data(DataForm::Bcd);
        const GROUPS: FieldSpec =
            FieldSpec::new(48, "n...99").with_data(DataForm::Bcd).with_groups(Groups::up_to(3), &[STATED]);
        let mut groups = message(GROUPS);
        assert_eq!(groups.set("48.1", "12"), Ok(()));
        assert!(groups.field("48.1.1").is_some_and(|part| part.value() == "12"));
        const PARTS: FieldSpec = FieldSpec::new(48, "n...99").with_data(DataForm::Bcd).with_parts(&[
            FieldSpec::new(1, "n 4").with_data(DataForm::Bcd).optional_by_class(),
            FieldSpec::new(2, "n 2").with_data(DataForm::Bcd),
        ]);
        let mut parts = message(PARTS);
        parts.set_parts(48, ["1234", "56"]).unwrap();
        assert!(!parts.remove("48.1"), "{:?}", findings(&parts));
    }

    /// What a card number shows of itself can be a secret part of it.
    #[test]
    fn a_card_number_with_a_secret_in_it_shows_nothing() {
        const ROW: FieldSpec = FieldSpec::new(48, "n...19").with_sensitivity(Sensitivity::Pan).with_parts(&[
            FieldSpec::new(1, "n 6").with_sensitivity(Sensitivity::Secret),
            FieldSpec::new(2, "n..11").to_end(),
        ]);
        let mut message = message(ROW);
        message.set(48, "9876540000000000").unwrap();
        let field = message.field(48).unwrap();
        assert_eq!(field.to_string(), "********");
        assert!(!format!("{:?}", message.as_message()).contains("987654"));
    }

    /// JSON masks what the table masks: also a field without a secret of its own, in which a part has one.
    #[cfg(feature = "serde")]
    #[test]
    fn json_hides_secret_parts_of_a_field_that_is_none() {
        const ROW: FieldSpec = FieldSpec::new(48, "ans...99")
            .with_sensitivity(Sensitivity::None)
            .with_parts(&[FieldSpec::new(1, "ans 4"), FieldSpec::new(2, "n 8").with_sensitivity(Sensitivity::Secret)]);
        let mut message = message(ROW);
        message.set(48, "OPEN98765432").unwrap();
        let json = serde_json::to_string(&message.json()).unwrap();
        assert!(!json.contains("98765432"), "{json}");
    }
}
