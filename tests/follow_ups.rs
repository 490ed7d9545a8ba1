//! Messages that follow another one: once more, telling of it, undoing it; and which response answers which request.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::error::EncodeErrorKind;
use isomsg::spec::{self, MessageSpec};
use isomsg::{MatchKey, MessageBuf, Mti};

fn message(spec: &'static MessageSpec, mti: u16, fields: &[(u16, &str)]) -> MessageBuf {
    let mut message = MessageBuf::new(spec, Mti::new(mti).unwrap());
    for (number, value) in fields {
        message.set(*number, *value).unwrap_or_else(|error| panic!("{}: {error}", spec.name()));
    }
    message
}

fn shown(message: &MessageBuf) -> Vec<(u16, String)> {
    message.as_message().fields().map(|field| (field.number(), field.value().chars().collect())).collect()
}

const SALE: &[(u16, &str)] = &[
    (2, "4111111111111111"),
    (3, "000000"),
    (4, "000000001250"),
    (7, "1127132928"),
    (11, "000124"),
    (14, "2812"),
    (22, "051"),
    (25, "00"),
    (32, "10000001"),
    (35, "4111111111111111=28121010000000000000"),
    (41, "TERM0001"),
    (42, "SHOP00000000042"),
    (48, "private"),
    (49, "978"),
    (52, "0102030405060708"),
];

#[test]
fn a_repeat_is_the_same_message_under_its_own_type() {
    let sale = message(&spec::ISO1987_BCD, 0x0200, SALE);
    let repeat = sale.repeat().unwrap();
    assert_eq!(repeat.mti().to_string(), "0201");
    assert_eq!(repeat.encode()[2..], sale.encode()[2..]);
    assert_eq!(repeat.repeat().unwrap(), repeat);
    let error = sale.response().unwrap().repeat().unwrap_err();
    assert_eq!(error.to_string(), "message type 0210 has no repeat");
}

#[test]
fn an_advice_tells_of_the_request_without_what_was_secret() {
    let advice = message(&spec::ISO1987_ASCII, 0x0100, SALE).advice().unwrap();
    assert_eq!(advice.mti().to_string(), "0120");
    let numbers: Vec<u16> = advice.bitmap().iter().collect();
    assert_eq!(numbers, [2, 3, 4, 7, 11, 14, 22, 25, 32, 41, 42, 49]);
    let error = advice.advice().unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::NoAdvice { mti: 0x0120 });
}

#[test]
fn a_reversal_of_1987_names_its_original_in_90() {
    for spec in [&spec::ISO1987_ASCII, &spec::ISO1987_BCD, &spec::ISO1987_EBCDIC] {
        let reversal = message(spec, 0x0200, SALE).reversal("68").unwrap();
        assert_eq!(reversal.mti().to_string(), "0400");
        let expected = [
            (2, "4111111111111111"),
            (3, "000000"),
            (4, "000000001250"),
            (7, "1127132928"),
            (11, "000124"),
            (14, "2812"),
            (22, "051"),
            (25, "00"),
            (32, "10000001"),
            (39, "68"),
            (41, "TERM0001"),
            (42, "SHOP00000000042"),
            (49, "978"),
            (90, "020000012411271329280001000000100000000000"),
        ];
        assert_eq!(shown(&reversal), expected.map(|(number, value)| (number, value.to_owned())), "{}", spec.name());
    }
}

#[test]
fn a_partial_reversal_of_1987_says_in_95_what_was_done() {
    let sale = message(&spec::ISO1987_ASCII, 0x0200, SALE);
    let reversal = sale.partial_reversal("68", 1000).unwrap();
    assert_eq!(reversal.require(4).unwrap().value(), "000000001250");
    assert_eq!(reversal.require(95).unwrap().value(), "000000001000000000000000C00000000C00000000");
    let error = sale.partial_reversal("68", 1251).unwrap_err();
    assert_eq!(error.to_string(), "message of type 0200 has nothing of it to be reversed");
}

#[test]
fn a_reversal_of_1993_is_an_advice_and_names_its_original_in_56() {
    let sale = [
        (2, "4111111111111111"),
        (3, "000000"),
        (4, "000000001250"),
        (11, "000124"),
        (12, "261127132928"),
        (22, "510101511344"),
        (24, "200"),
        (26, "5999"),
        (32, "10000001"),
        (41, "TERM0001"),
        (42, "SHOP00000000042"),
        (49, "978"),
        (59, "echo me"),
    ];
    let sale = message(&spec::ISO1993_ASCII, 0x1200, &sale);
    let reversal = sale.reversal("4021").unwrap();
    assert_eq!(reversal.mti().to_string(), "1420");
    assert_eq!(reversal.require(24).unwrap().value(), "400");
    assert_eq!(reversal.require(25).unwrap().value(), "4021");
    assert_eq!(reversal.require(56).unwrap().value(), "12000001242611271329280810000001");
    assert_eq!(reversal.require(59).unwrap().value(), "echo me");
    let partial = sale.partial_reversal("4004", 1000).unwrap();
    assert_eq!(partial.require(24).unwrap().value(), "401");
    assert_eq!(partial.require(4).unwrap().value(), "000000001000");
    assert_eq!(partial.require(30).unwrap().value(), "000000001250000000000000");
}

#[test]
fn a_reversal_between_banks_is_the_type_that_the_rules_know() {
    let cups: Vec<(u16, &str)> = SALE.iter().copied().filter(|(number, _)| *number != 52).collect();
    let mut sale = message(&spec::CUPS, 0x0200, &cups);
    sale.set(33, "10000002").unwrap();
    sale.set(37, "633113000124").unwrap();
    let reversal = sale.reversal("98").unwrap();
    assert_eq!(reversal.mti().to_string(), "0420");
    assert_eq!(reversal.require(90).unwrap().value(), "020000012411271329280001000000100010000002");
    assert!(reversal.field(35).is_none());
    let mut findings = 0;
    reversal.as_message().validate(|_| findings += 1);
    assert_eq!(findings, 0);
}

#[test]
fn a_reversal_of_a_terminal_keeps_batch_and_number() {
    let sale = [
        (2, "4111111111111111"),
        (3, "000000"),
        (4, "000000001250"),
        (11, "000124"),
        (22, "021"),
        (25, "00"),
        (35, "4111111111111111=2512"),
        (41, "TERM0001"),
        (42, "SHOP00000000042"),
        (49, "156"),
        (53, "2600000000000000"),
        (60, "22000001000"),
        (62, "invoice"),
        (64, "0102030405060708"),
    ];
    let mut reversal = message(&spec::UNIONPAY_POS, 0x0200, &sale).reversal("98").unwrap();
    let numbers: Vec<u16> = reversal.bitmap().iter().collect();
    assert_eq!(numbers, [2, 3, 4, 11, 22, 25, 39, 41, 42, 49, 53, 60]);
    assert_eq!(reversal.require("60.2").unwrap().value(), "000001");
    reversal.set(64, "0102030405060708").unwrap();
    let mut findings = Vec::new();
    reversal.as_message().validate(|finding| findings.push(finding.to_string()));
    assert_eq!(findings, [""; 0]);
}

#[test]
fn the_reversal_of_a_repeat_names_the_type_as_it_was_sent_first() {
    let sale = message(&spec::ISO1987_ASCII, 0x0200, SALE);
    let reversal = sale.repeat().unwrap().reversal("68").unwrap();
    assert_eq!(reversal, sale.reversal("68").unwrap());
    assert_eq!(reversal.require(90).unwrap().value(), "020000012411271329280001000000100000000000");
    let sale = [(3, "000000"), (11, "000124"), (12, "261127132928"), (24, "200")];
    let sale = message(&spec::ISO1993_ASCII, 0x1220, &sale);
    let reversal = sale.repeat().unwrap().reversal("4021").unwrap();
    assert_eq!(reversal.require(56).unwrap().value(), "122000012426112713292800");
}

#[test]
fn messages_of_other_versions_are_reversed_by_the_edition_of_their_spec() {
    for (version, reversed) in [(0x8200, "8400"), (0x9200, "9400"), (0x3200, "3400")] {
        let reversal = message(&spec::ISO1987_ASCII, version, SALE).reversal("68").unwrap();
        assert_eq!(reversal.mti().to_string(), reversed);
        assert_eq!(reversal.require(39).unwrap().value(), "68");
        let named = format!("{version:04X}00012411271329280001000000100000000000");
        assert_eq!(reversal.require(90).unwrap().value(), named.as_str());
    }
    let sale = [(3, "000000"), (4, "000000001250"), (11, "000124"), (12, "261127132928"), (24, "200")];
    let sale = message(&spec::ISO1993_ASCII, 0x9200, &sale);
    let reversal = sale.partial_reversal("4021", 1000).unwrap();
    assert_eq!(reversal.mti().to_string(), "9420");
    assert_eq!(reversal.require(25).unwrap().value(), "4021");
    assert_eq!(reversal.require(56).unwrap().value(), "920000012426112713292800");
    assert_eq!(reversal.require(30).unwrap().value(), "000000001250000000000000");
    let sale = [(3, "000000"), (11, "000000000124"), (12, "20261127132928"), (24, "200"), (32, "10000001")];
    let reversal = message(&spec::ISO2003_ASCII, 0x8200, &sale).reversal("4021").unwrap();
    assert_eq!(reversal.mti().to_string(), "8420");
    assert_eq!(reversal.require(56).unwrap().value(), "82000000000001242026112713292810000001");
}

#[test]
fn what_cannot_be_named_is_not_reversed() {
    let mut sale = message(&spec::ISO1987_ASCII, 0x0200, SALE);
    sale.set(7, "1327132928").unwrap();
    let error = sale.reversal("68").unwrap_err();
    assert_eq!(error.to_string(), "value is not a date and time of month, day, hour, minute and second in field 7");
    sale.set(7, "0000000000").unwrap();
    let named = "020000012400000000000001000000100000000000";
    assert_eq!(sale.reversal("68").unwrap().require(90).unwrap().value(), named);
    for number in [7, 11, 32] {
        sale.remove(number);
    }
    assert_eq!(sale.reversal("68").unwrap().require(90).unwrap().value(), format!("0200{:038}", 0).as_str());
}

#[test]
fn what_moves_nothing_is_not_reversed() {
    let inquiry = message(&spec::ISO1987_ASCII, 0x0200, &[(3, "310000"), (11, "000125")]);
    let sale = message(&spec::ISO1987_ASCII, 0x0200, SALE);
    let network = message(&spec::ISO1987_ASCII, 0x0800, &[(11, "000126")]);
    for message in [&inquiry, &sale.response().unwrap(), &network, &sale.reversal("68").unwrap()] {
        let kind = EncodeErrorKind::NotReversible { mti: message.mti().digits() };
        assert_eq!(message.reversal("68").unwrap_err().kind(), kind);
    }
}

#[test]
fn a_response_answers_its_own_request_only() {
    let sale = message(&spec::ISO1987_BCD, 0x0200, SALE);
    let response = sale.response().unwrap();
    let key = |message: &MessageBuf| MatchKey::of(&message.as_message());
    assert_eq!(key(&sale), key(&response));
    assert_eq!(key(&sale.repeat().unwrap()), key(&response), "the answer to a repeat is that to the first");
    assert!(sale.as_message().is_answered_by(&response.as_message()));
    for (number, value) in [(11, "000125"), (41, "TERM0002"), (7, "1127132929"), (32, "10000002")] {
        let mut other = response.clone();
        other.set(number, value).unwrap();
        assert!(!sale.as_message().is_answered_by(&other.as_message()), "{number}");
    }
    assert!(!sale.as_message().is_answered_by(&sale.as_message()));
    assert!(!response.as_message().is_answered_by(&response.as_message()));
    assert!(!message(&spec::ISO1987_BCD, 0x0100, SALE).as_message().is_answered_by(&response.as_message()));
    assert_eq!(format!("{:?}", key(&sale)), "MatchKey { response: Some(Mti(0210)), .. }");
}

#[test]
fn what_the_host_gives_is_no_matter_of_the_request() {
    let sale = [
        (3, "000000"),
        (4, "000000001250"),
        (11, "000124"),
        (12, "235959"),
        (13, "1126"),
        (32, "99999999"),
        (37, "000000000000"),
        (41, "TERM0001"),
        (42, "SHOP00000000042"),
        (60, "22000001000"),
    ];
    let sale = message(&spec::UNIONPAY_POS, 0x0200, &sale);
    let mut response = sale.response().unwrap();
    assert!([12, 13, 15, 32, 37].into_iter().all(|number| response.field(number).is_none()));
    let given = [(12, "000001"), (13, "1127"), (15, "1128"), (32, "10000001"), (37, "633113000124"), (39, "00")];
    for (number, value) in given {
        response.set(number, value).unwrap();
    }
    assert!(sale.as_message().is_answered_by(&response.as_message()));
    assert_eq!(MatchKey::of(&sale.as_message()), MatchKey::of(&response.as_message()));
    // A reversal has 32 where the original has it, and its answer again that of the host.
    let mut reversal = sale.reversal("98").unwrap();
    assert_eq!(reversal.require(32).unwrap().value(), "99999999");
    assert!(reversal.field(37).is_none());
    assert!(reversal.response().unwrap().field(32).is_none());
    reversal.remove(32);
    assert_eq!(MatchKey::of(&reversal.as_message()), MatchKey::of(&sale.reversal("98").unwrap().as_message()));
}

#[test]
fn a_response_is_compared_by_what_its_request_has() {
    let echo = message(&spec::UNIONPAY_POS, 0x0820, &[(41, "TERM0001"), (42, "SHOP00000000042"), (60, "00000001301")]);
    let mut response = echo.response().unwrap();
    response.set(11, "000124").unwrap();
    assert!(echo.as_message().is_answered_by(&response.as_message()));
    response.remove(41);
    assert!(!echo.as_message().is_answered_by(&response.as_message()), "the terminal is asked for, and not repeated");
    response.set(41, "TERM0001").unwrap();
    response.set_mti(Mti::new(0x0810).unwrap());
    assert!(!echo.as_message().is_answered_by(&response.as_message()));
}

#[test]
fn secrets_are_not_repeated_whatever_a_spec_says() {
    use isomsg::spec::{FieldSpec, MessageSpec, Sensitivity, Wire};
    static CARELESS: MessageSpec = MessageSpec::new(
        "careless",
        Wire::ASCII,
        &[
            FieldSpec::new(2, "n..19").with_echo(),
            FieldSpec::new(11, "n 6").with_echo(),
            FieldSpec::new(35, "z..37").with_echo(),
            FieldSpec::new(44, "an 4").with_sensitivity(Sensitivity::Cvv).with_echo(),
            FieldSpec::new(52, "b 8").with_echo(),
            FieldSpec::new(62, "b 8").with_sensitivity(Sensitivity::Key).with_echo(),
        ],
    );
    let mut sale = MessageBuf::new(&CARELESS, Mti::new(0x0200).unwrap());
    for (number, value) in [(2, "4111111111111111"), (11, "000124"), (35, "4111111111111111=2812"), (44, "0123")] {
        sale.set(number, value).unwrap();
    }
    for number in [52, 62] {
        sale.set(number, &[0xA1; 8]).unwrap();
    }
    let numbers = |message: MessageBuf| message.as_message().bitmap().iter().collect::<Vec<_>>();
    assert_eq!(numbers(sale.response().unwrap()), [2, 11]);
    assert_eq!(numbers(sale.advice().unwrap()), [2, 11, 35]);
}
