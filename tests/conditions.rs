//! Conditions: cases of structures, and what messages must have.
#![allow(clippy::unwrap_used, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::spec::{FieldSpec, Groups, MessageRule, MessageSpec, Sensitivity, Wire};
use isomsg::{MessageBuf, Mti};

static TERMINAL: MessageSpec = MessageSpec::new(
    "terminal",
    Wire::BCD,
    &[
        FieldSpec::new(2, "n..19").with_echo(),
        FieldSpec::new(3, "n 6"),
        FieldSpec::new(22, "n 3"),
        FieldSpec::new(35, "z..37"),
        FieldSpec::new(39, "an 2"),
        FieldSpec::new(48, "n...322").with_sensitivity(Sensitivity::None).with_cases(&[
            FieldSpec::case("mti = 05xx").with_parts(&[FieldSpec::new(1, "n 12"), FieldSpec::new(2, "n 3")]),
            FieldSpec::case("mti = 0320 and 60.2 = 201 203").with_groups(
                Groups::up_to(8).with_count(isomsg::spec::Code::text(2)),
                &[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 6")],
            ),
            FieldSpec::case("60.2 = 202 or absent 60 and mti != 02xx").with_parts(&[FieldSpec::new(1, "n 4")]),
        ]),
        FieldSpec::new(60, "n...5").with_parts(&[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 3")]),
    ],
)
.with_messages(&[
    MessageRule::new("sale", "0200")
        .when("3 starts 00")
        .mandatory("3 22 60.1")
        .conditional("35 if 22 starts 02 05; 2 if 22 starts 01")
        .never("39"),
    MessageRule::new("response", "02x1 0210").mandatory("39").echo("3").never("35 2"),
]);

fn message(mti: u16, fields: &[(u16, &str)]) -> MessageBuf {
    let mut message = MessageBuf::new(&TERMINAL, Mti::new(mti).unwrap());
    for (number, value) in fields {
        message.set(*number, *value).unwrap();
    }
    message
}

fn findings(message: &MessageBuf) -> Vec<String> {
    let mut findings = Vec::new();
    message.as_message().validate(|finding| findings.push(finding.to_string()));
    findings
}

#[test]
fn the_first_case_that_holds_says_what_a_field_is() {
    let settlement = message(0x0500, &[(48, "000000001250003")]);
    assert_eq!(settlement.require("48.1").unwrap().value(), "000000001250");
    let batch = message(0x0320, &[(48, "020100001202000013"), (60, "00201")]);
    assert_eq!(batch.require("48.2.2").unwrap().value(), "000013");
    let end = message(0x0320, &[(48, "0017"), (60, "00202")]);
    assert_eq!(end.require("48.1").unwrap().value(), "0017");
    let without = message(0x0320, &[(48, "0017")]);
    assert_eq!(without.require("48.1").unwrap().value(), "0017");
    // No case holds: nobody can say what it is made of.
    let sale = message(0x0200, &[(48, "0017")]);
    assert_eq!(sale.require("48.1").unwrap_err().to_string(), "spec states no structure in field 48 at byte 12");
    assert!(sale.to_string().contains("0017"));
    assert_eq!(sale.as_message().walk().count(), 1);
}

#[test]
fn a_part_is_set_in_the_case_that_holds() {
    let mut batch = message(0x0320, &[(60, "00201")]);
    batch.set("48.1", "01000012").unwrap();
    batch.set("48.2", "02000013").unwrap();
    batch.set("48.1.2", 99u64).unwrap();
    assert_eq!(batch.require(48).unwrap().value(), "020100009902000013");
    batch.set("60.2", "202").unwrap();
    // Now it is the end of a batch, and the records are not that.
    let error = batch.require("48.1").unwrap_err();
    assert_eq!(error.to_string(), "left over behind the last part: 7 bytes in field 48 at byte 14");
}

#[test]
fn what_a_message_must_have_is_found_missing() {
    let sale = [(3, "000000"), (22, "021"), (35, "4111111111111111=2512"), (60, "22001")];
    assert_eq!(findings(&message(0x0200, &sale)), [""; 0]);
    assert_eq!(
        findings(&message(0x0200, &[(3, "000000"), (22, "012"), (39, "00")])),
        [
            "required field is absent in field 60.1 at byte 17",
            "required field is absent in field 2 at byte 17",
            "not allowed in a message of this type in field 39 at byte 15",
        ]
    );
    let both = [(2, "4111111111111111"), (3, "000000"), (22, "051"), (35, "4111111111111111=2512"), (60, "22001")];
    assert_eq!(findings(&message(0x0200, &both)), ["condition for it does not hold in field 2 at byte 10"]);
    // A refund is no sale, and nothing is said of it.
    assert_eq!(findings(&message(0x0200, &[(3, "200000")])), [""; 0]);
}

#[test]
fn a_response_repeats_what_the_rules_say() {
    let sale = message(0x0200, &[(2, "4111111111111111"), (3, "000000"), (22, "012")]);
    let response = sale.response().unwrap();
    let fields: Vec<u16> = response.bitmap().iter().collect();
    assert_eq!(fields, [3]);
}

#[test]
fn what_is_needed_on_a_condition_may_be_there_without_it() {
    static SPEC: MessageSpec = MessageSpec::new(
        "needs",
        Wire::BCD,
        &[FieldSpec::new(26, "n 2"), FieldSpec::new(38, "an 6"), FieldSpec::new(39, "an 2"), FieldSpec::new(52, "b 8")],
    )
    .with_messages(&[MessageRule::new("all", "02xx").mandatory_if("26 if present 52; 38 if 39 = 00").nothing_else()]);
    let of = |fields: &[(u16, &str)]| {
        let mut message = MessageBuf::new(&SPEC, Mti::new(0x0210).unwrap());
        fields.iter().for_each(|(number, value)| message.set(*number, *value).unwrap());
        findings(&message)
    };
    assert_eq!(of(&[(26, "04")]), [""; 0]);
    assert_eq!(of(&[(38, "A1B2C3")]), [""; 0]);
    assert_eq!(
        of(&[(39, "00"), (52, "0102030405060708")]),
        [
            "required field is absent in field 26 at byte 20",
            "required field is absent in field 38 at byte 20",
            "not allowed in a message of this type in field 39 at byte 10",
            "not allowed in a message of this type in field 52 at byte 12",
        ]
    );
}

/// A message type, its fields, and what the rules require of them.
type Sample = (u16, &'static [(u16, &'static str)], &'static [u16]);

/// UnionPay POS messages that keep all rules.
const UNIONPAY: &[Sample] = &[
    (
        0x0200,
        &[
            (2, "4111111111111111"),
            (3, "000000"),
            (4, "000000001250"),
            (11, "000124"),
            (22, "021"),
            (25, "00"),
            (41, "TERM0001"),
            (42, "SHOP00000000042"),
            (49, "156"),
            (60, "22000001000"),
            (64, "0102030405060708"),
        ],
        &[3, 4, 11, 22, 25, 41, 42, 49, 64],
    ),
    (
        0x0400,
        &[
            (3, "000000"),
            (4, "000000001250"),
            (11, "000124"),
            (22, "021"),
            (25, "00"),
            (39, "98"),
            (41, "TERM0001"),
            (42, "SHOP00000000042"),
            (49, "156"),
            (60, "22000001000"),
            (64, "0102030405060708"),
        ],
        &[3, 4, 11, 22, 25, 39, 41, 42, 49, 60, 64],
    ),
    (0x0800, &[(11, "000001"), (41, "TERM0001"), (42, "SHOP00000000042"), (60, "00000001003")], &[11, 41, 42]),
    (
        0x0320,
        &[(11, "000009"), (41, "TERM0001"), (42, "SHOP00000000042"), (48, "0002"), (60, "00000001202")],
        &[11, 41, 42, 48],
    ),
    (0x0210, &[(3, "000000"), (11, "000124"), (39, "00"), (60, "22000001000")], &[11, 39]),
];

fn unionpay(mti: u16, fields: &[(u16, &str)]) -> MessageBuf {
    let mut message = MessageBuf::new(&isomsg::spec::UNIONPAY_POS, Mti::new(mti).unwrap());
    for (number, value) in fields {
        message.set(*number, *value).unwrap();
    }
    message
}

#[test]
fn unionpay_messages_are_found_wanting_where_they_are_and_nowhere_else() {
    for (mti, fields, mandatory) in UNIONPAY {
        let whole = unionpay(*mti, fields);
        assert_eq!(findings(&whole), [""; 0], "{mti:04X}");
        for number in *mandatory {
            let mut without = whole.clone();
            assert!(without.remove(*number));
            let end = without.encoded_len();
            let expected = format!("required field is absent in field {number} at byte {end}");
            assert_eq!(findings(&without), [expected], "{mti:04X}");
        }
    }
    let mut sale = unionpay(UNIONPAY[0].0, UNIONPAY[0].1);
    sale.set(26, "12").unwrap();
    assert_eq!(findings(&sale), ["condition for it does not hold in field 26 at byte 34"]);
    sale.set(52, &[1, 2, 3, 4, 5, 6, 7, 8]).unwrap();
    assert_eq!(findings(&sale), [""; 0]);
    sale.remove(26);
    assert_eq!(findings(&sale).len(), 1);
    let mut response = unionpay(UNIONPAY[4].0, UNIONPAY[4].1);
    response.set(35, "4111111111111111=2512").unwrap();
    assert_eq!(findings(&response), ["not allowed in a message of this type in field 35 at byte 16"]);
}
