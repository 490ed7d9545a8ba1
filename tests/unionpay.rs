//! UnionPay transactions: every row of the table made, told apart, answered, taken back; and passed on to banks.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::element::unionpay::{Field60, Field61};
use isomsg::element::{AcceptorId, ResponseCode, TerminalId, Track2};
use isomsg::error::{EncodeError, EncodeErrorKind, FieldPath};
use isomsg::settle::StoredMessage;
use isomsg::spec::Sensitivity;
use isomsg::typed::TypedMessage;
use isomsg::unionpay::{
    APPROVING_CODES, BankTransaction, MUST_MATCH, Mismatch, ProcessingRequirement, Request, Response, SignInKeys,
    Terminal, Transaction, check_response, reversal_of, to_bank,
};
use isomsg::value::Input;
use isomsg::{Field, Message, MessageBuf, Mti, spec};

const PAN: &str = "4111111111111111";

fn mti(digits: &str) -> Mti {
    digits.parse().unwrap()
}

fn terminal() -> Terminal<'static> {
    Terminal::new(
        TerminalId::new("TERM0001").unwrap(),
        AcceptorId::new("SHOP00000000042").unwrap(),
        "000017".parse().unwrap(),
    )
}

/// A request with what the rules ask for.
fn request(terminal: &mut Terminal<'_>, transaction: &Transaction) -> MessageBuf {
    let mut request = terminal.request(transaction).unwrap();
    let moves = ["01", "02", "04"].iter().any(|class| request.mti().to_string().starts_with(class));
    if moves {
        request.set(2, PAN).unwrap();
        request.set(4, 1250u64).unwrap();
        request.set(22, "012").unwrap();
    }
    match transaction {
        it if *it == Transaction::SETTLEMENT => {
            let totals = "000000001250001000000000000000";
            let side = format!("{totals}0");
            request.set(48, format!("{side}{side}").as_str()).unwrap();
        }
        it if *it == Transaction::BATCH_UPLOAD => {
            request.set(48, "010000000100004111111111111111000000001250").unwrap();
        }
        it if *it == Transaction::BATCH_END => request.set(48, "0001").unwrap(),
        _ => {}
    }
    if moves && transaction.name().contains("void") {
        request.set(61, "000017000001").unwrap();
    }
    if transaction.has_mac() {
        request.set(64, "4142434445464748").unwrap();
    }
    request
}

fn findings(message: &Message<'_>) -> Vec<String> {
    let mut findings = Vec::new();
    message.validate(|finding| findings.push(finding.to_string()));
    findings
}

#[test]
fn the_currency_is_stated_where_the_table_says() {
    let mut terminal = terminal();
    terminal.currency = "344".parse().unwrap();
    for transaction in begun() {
        let request = terminal.request(transaction).unwrap();
        let stated = request.field(49).map(|field| field.value().chars().collect::<String>());
        assert_eq!(stated.as_deref(), transaction.has_currency().then_some("344"), "{transaction}");
    }
    for (transaction, expected) in [
        (Transaction::SALE, true),
        (Transaction::BALANCE_INQUIRY, true),
        (Transaction::REFUND, true),
        (Transaction::PRE_AUTHORIZATION, true),
        (Transaction::SETTLEMENT, true),
        (Transaction::SCRIPT_NOTICE, true),
        (Transaction::BATCH_UPLOAD, false),
        (Transaction::CHIP_UPLOAD, false),
        (Transaction::BATCH_END, false),
        (Transaction::SIGN_IN, false),
        (Transaction::ECHO_TEST, false),
        (Transaction::DOWNLOAD, false),
        (Transaction::SIGNATURE_UPLOAD, false),
    ] {
        assert_eq!(transaction.has_currency(), expected, "{transaction}");
    }
}

/// All that a terminal begins: a reversal follows from another transaction.
fn begun() -> impl Iterator<Item = &'static Transaction> {
    Transaction::all().filter(|transaction| !transaction.type_codes().is_empty())
}

#[test]
fn every_transaction_is_made_told_apart_and_answered() {
    let mut terminal = terminal();
    for transaction in begun() {
        let request = request(&mut terminal, transaction);
        let view = request.as_message();
        assert_eq!(Transaction::of(&view), Some(transaction));
        assert_eq!(findings(&view), [""; 0], "{transaction}");
        let bytes = request.encode();
        let read = Message::parse(&bytes, &spec::UNIONPAY_POS).unwrap();
        let typed = Request::from_message(&read).unwrap();
        assert_eq!(Some(&typed.kind.type_code()), transaction.type_codes().first());
        assert_eq!(typed.to_message(&spec::UNIONPAY_POS).unwrap().encode(), bytes, "{transaction}");

        let mut response = request.response().unwrap();
        response.set(39, &ResponseCode::APPROVED).unwrap();
        let view = response.as_message();
        assert_eq!(Transaction::of(&view), Some(transaction), "the answer to {transaction}");
        assert!(Response::from_message(&view).unwrap().response_code.unwrap().is_approved());
        assert!(request.as_message().is_answered_by(&view));
    }
}

#[test]
fn every_transaction_by_each_of_its_codes() {
    let mut terminal = terminal();
    for transaction in begun() {
        for code in transaction.management_codes() {
            let one = transaction.with_code(code).unwrap();
            let request = terminal.request(&one).unwrap();
            assert_eq!(Transaction::of(&request.as_message()), Some(transaction), "{code}");
            assert_eq!(Transaction::of(&request.as_message()), Some(&one), "{code}");
            assert!(request.require("60.3").unwrap().value() == **code);
        }
        assert_eq!(transaction.with_code("999"), None);
    }
}

#[test]
fn what_may_be_reversed_is_and_nothing_else() {
    let mut terminal = terminal();
    for transaction in begun() {
        let request = request(&mut terminal, transaction);
        let reversal = reversal_of(&request.as_message(), "98");
        if !transaction.is_reversible() {
            let kind = EncodeErrorKind::NotReversible { mti: transaction.mti().digits() };
            assert_eq!(reversal.unwrap_err().kind(), kind, "{transaction}");
            continue;
        }
        let mut reversal = reversal.unwrap_or_else(|error| panic!("{transaction}: {error}"));
        reversal.set(64, "4142434445464748").unwrap();
        let view = reversal.as_message();
        assert_eq!(findings(&view), [""; 0], "{transaction}");
        assert_eq!(Transaction::of(&view), Some(&Transaction::REVERSAL));
        assert_eq!(Transaction::reversed_by(&view), Some(transaction));
        for number in [3, 4, 11, 22, 25, 60] {
            assert_eq!(
                view.require(number).unwrap().wire(),
                request.require(number).unwrap().wire(),
                "{transaction} {number}"
            );
        }
        assert!(view.require(39).unwrap().value() == "98");
        let confirmed = reversal.response().unwrap();
        assert_eq!(confirmed.mti().to_string(), "0410");
    }
}

#[test]
fn a_reversal_keeps_of_the_chip_data_what_it_must() {
    let mut terminal = terminal();
    let mut sale = request(&mut terminal, &Transaction::SALE);
    sale.set("55.9F26", "0102030405060708").unwrap();
    sale.set("55.9F36", "01C0").unwrap();
    sale.set("55.95", "0000008000").unwrap();
    sale.set(35, "4111111111111111=28121010000000000000").unwrap();
    let reversal = reversal_of(&sale.as_message(), "A0").unwrap();
    let tags: Vec<String> =
        reversal.require(55).unwrap().subfields().unwrap().into_iter().map(|tag| tag.path().to_string()).collect();
    assert_eq!(tags, ["55.95", "55.9F36"]);
    assert!(reversal.field(35).is_none());
}

#[test]
fn a_reversal_repeats_nothing_that_can_hold_a_pin_block() {
    for transaction in begun().filter(|transaction| transaction.is_reversible()) {
        let mut asked = request(&mut terminal(), transaction);
        asked.set(14, "2812").unwrap();
        asked.set(52, "0000000000000000").unwrap();
        asked.set(53, "2400000000000000").unwrap();
        asked.set("55.DF31", "00").unwrap();
        asked.set(59, "A1008ABCDEFGH").unwrap();
        asked.set(62, "PN016ABCDEFGHIJKLMNOP").unwrap();
        asked.set(63, "SM016ABCDEFGHIJKLMNOP").unwrap();
        let reversal = reversal_of(&asked.as_message(), "98").unwrap();
        for number in [52, 59, 62, 63] {
            assert!(reversal.field(number).is_none(), "{transaction} {number}");
        }
        StoredMessage::new(&reversal.as_message()).unwrap();
    }
}

#[test]
fn a_pin_block_of_sm4_is_told_from_a_text() {
    let mut sale = request(&mut terminal(), &Transaction::SALE);
    sale.set(52, "0000000000000000").unwrap();
    let pin = "SM016ABCDEFGHIJKLMNOP";
    let opened = |sale: &MessageBuf| -> Vec<(String, Sensitivity)> {
        let parts = sale.require(63).unwrap().subfields().unwrap();
        parts.iter().map(|part| (part.path().to_string(), part.sensitivity())).collect()
    };
    let (pin_block, text) = (
        vec![("63.SM".to_owned(), Sensitivity::Pin)],
        vec![("63.1".to_owned(), Sensitivity::Secret), ("63.2".to_owned(), Sensitivity::Secret)],
    );
    for (security, is_sm4) in [("2300000000000000", true), ("2410000000000000", true), ("2600000000000000", false)] {
        sale.set(53, security).unwrap();
        sale.set(63, pin).unwrap();
        assert_eq!(opened(&sale), if is_sm4 { pin_block.clone() } else { text.clone() }, "{security}");
        assert!(!sale.to_string().contains("ABCDEF"));
    }
    // It is in 59, or there is none: 63 says whose card it is.
    sale.set(53, "2400000000000000").unwrap();
    sale.set(59, "A1016ABCDEFGHIJKLMNOP").unwrap();
    sale.set(63, "CUPtext").unwrap();
    assert_eq!(opened(&sale), text);
    sale.remove(59);
    sale.remove(52);
    assert_eq!(opened(&sale), text);
}

/// The answer of a host to a request of a terminal.
fn answer(request: &MessageBuf, code: &str) -> MessageBuf {
    let mut answer = request.response().unwrap();
    for (number, value) in [(12, "132928"), (13, "1127"), (15, "1128"), (32, "10000001"), (37, "633113000124")] {
        answer.set(number, value).unwrap();
    }
    answer.set(38, "A1B2C3").unwrap();
    answer.set(39, code).unwrap();
    answer
}

fn kind(result: Result<MessageBuf, EncodeError>) -> (EncodeErrorKind, FieldPath) {
    let error = result.unwrap_err();
    (error.kind(), error.path())
}

#[test]
fn voids_name_their_originals() {
    let mut terminal = terminal();
    for (transaction, void, named) in [
        (Transaction::SALE, Transaction::SALE_VOID, "000017000001"),
        (Transaction::PRE_AUTHORIZATION, Transaction::PRE_AUTHORIZATION_VOID, "0000170000031127"),
        (Transaction::COMPLETION, Transaction::COMPLETION_VOID, "0000170000051127"),
        (Transaction::POINTS_SALE, Transaction::POINTS_VOID, "000017000007"),
        (Transaction::LOAD_CASH, Transaction::LOAD_CASH_VOID, "000017000009"),
        (Transaction::INSTALMENT_SALE, Transaction::INSTALMENT_VOID, "000017000011"),
        (Transaction::RESERVATION_SALE, Transaction::RESERVATION_VOID, "000017000013"),
    ] {
        let original = request(&mut terminal, &transaction);
        let answer = answer(&original, "00");
        let made = terminal.void_of(&original.as_message(), &answer.as_message()).unwrap();
        let view = made.as_message();
        assert_eq!(Transaction::of(&view), Some(&void));
        assert_eq!(void.original(), Some(&transaction));
        assert_eq!(made.require(61).unwrap().value(), named, "{transaction}");
        // Of the others no source says.
        let copied: &[u16] = match transaction.name() {
            "sale" | "completion" => &[37, 38],
            "pre-authorization" => &[38],
            _ => &[],
        };
        for number in [37, 38] {
            let taken = copied.contains(&number).then(|| answer.require(number).unwrap().wire());
            assert_eq!(made.field(number).map(|field| field.wire()), taken, "{transaction} {number}");
        }
        assert_eq!(made.require(4).unwrap().value(), "000000001250");
        assert_ne!(made.require(11).unwrap().value(), original.require(11).unwrap().value());
    }
}

#[test]
fn a_void_without_a_day_names_batch_and_number() {
    let mut terminal = terminal();
    let original = request(&mut terminal, &Transaction::COMPLETION);
    let mut answer = answer(&original, "00");
    answer.remove(13);
    let made = terminal.void_of(&original.as_message(), &answer.as_message()).unwrap();
    assert_eq!(made.require(61).unwrap().value(), "000017000001");
}

#[test]
fn what_was_approved_in_part_is_voided_in_that_part() {
    let mut terminal = terminal();
    let sale = request(&mut terminal, &Transaction::SALE);
    let mut in_part = answer(&sale, "10");
    in_part.set(4, 1000u64).unwrap();
    let made = terminal.void_of(&sale.as_message(), &in_part.as_message()).unwrap();
    assert_eq!(made.require(4).unwrap().value(), "000000001000");

    let other = (EncodeErrorKind::NotTheAnswer { mti: 0x0210 }, FieldPath::field(4));
    in_part.set(4, 1251u64).unwrap();
    assert_eq!(kind(terminal.void_of(&sale.as_message(), &in_part.as_message())), other);
    in_part.remove(4);
    assert_eq!(kind(terminal.void_of(&sale.as_message(), &in_part.as_message())), other, "how much is not said");
    let mut whole = answer(&sale, "00");
    whole.set(4, 1000u64).unwrap();
    assert_eq!(kind(terminal.void_of(&sale.as_message(), &whole.as_message())), other);
    whole.remove(4);
    let made = terminal.void_of(&sale.as_message(), &whole.as_message()).unwrap();
    assert_eq!(made.require(4).unwrap().value(), "000000001250");

    let mut of_no_amount = sale.clone();
    of_no_amount.remove(4);
    assert_eq!(kind(terminal.void_of(&of_no_amount.as_message(), &in_part.as_message())), other, "a part of what");
}

#[test]
fn only_the_answer_that_approves_is_voided() {
    let mut terminal = terminal();
    let (sale, other) = (request(&mut terminal, &Transaction::SALE), request(&mut terminal, &Transaction::SALE));
    let void = |answer: &MessageBuf| terminal.clone().void_of(&sale.as_message(), &answer.as_message());
    let codes: Vec<&str> = APPROVING_CODES.iter().map(ResponseCode::as_str).collect();
    assert_eq!(codes, ["00", "10", "11", "16", "A2", "A4", "A5", "A6"]);
    for code in APPROVING_CODES {
        assert!(void(&answer(&sale, code.as_str())).is_ok(), "{code}");
    }
    let refused = (EncodeErrorKind::NotApproved { mti: 0x0210 }, FieldPath::field(39));
    for code in ["08", "51", "68", "94", "A0", "A1", "A3", "A7"] {
        assert_eq!(kind(void(&answer(&sale, code))), refused, "{code}");
    }
    let mut of_nothing = answer(&sale, "51");
    of_nothing.set(4, 0u64).unwrap();
    assert_eq!(kind(void(&of_nothing)), refused, "how much is refused does not matter");
    let mut silent = answer(&sale, "00");
    silent.remove(39);
    assert_eq!(kind(void(&silent)), refused);
    let not_the_answer = |mti| (EncodeErrorKind::NotTheAnswer { mti }, FieldPath::MESSAGE);
    assert_eq!(kind(void(&answer(&other, "00"))), not_the_answer(0x0210));
    assert_eq!(kind(void(&sale)), not_the_answer(0x0200));
    // A day ago the same number was of another batch; and what else is not of this message.
    for (number, value, path) in [(60, "22000016000", "60.2"), (3, "310000", "3"), (42, "SHOP00000000043", "42")] {
        let mut other = answer(&sale, "00");
        other.set(number, value).unwrap();
        let (fault, place) = kind(void(&other));
        assert_eq!((fault, place.to_string().as_str()), (EncodeErrorKind::NotTheAnswer { mti: 0x0210 }, path));
        other.remove(number);
        assert!(void(&other).is_ok(), "without {number}");
    }
}

#[test]
fn sales_are_voided_in_their_batch() {
    for (transaction, is_of_any) in [
        (Transaction::SALE, false),
        (Transaction::INSTALMENT_SALE, false),
        (Transaction::POINTS_SALE, false),
        (Transaction::RESERVATION_SALE, false),
        (Transaction::LOAD_CASH, false),
        (Transaction::PRE_AUTHORIZATION, true),
        (Transaction::COMPLETION, true),
    ] {
        let mut terminal = terminal();
        let original = request(&mut terminal, &transaction);
        let answer = answer(&original, "00");
        terminal.batch = "000018".parse().unwrap();
        let (next, made) = (terminal.stan, terminal.void_of(&original.as_message(), &answer.as_message()));
        if is_of_any {
            let made = made.unwrap();
            assert_eq!(made.require("60.2").unwrap().value(), "000018");
            assert_eq!(made.require("61.1").unwrap().value(), "000017");
        } else {
            let mti = transaction.mti().digits();
            assert_eq!(kind(made), (EncodeErrorKind::NotReversible { mti }, FieldPath::field(60)), "{transaction}");
            assert_eq!(terminal.stan, next, "no number was used");
        }
    }
}

#[test]
fn what_has_no_void_has_none() {
    let mut terminal = terminal();
    let mut void = |original: &MessageBuf| {
        let answer = answer(original, "00");
        kind(terminal.void_of(&original.as_message(), &answer.as_message()))
    };
    let refund = request(&mut self::terminal(), &Transaction::REFUND);
    let no_void = |mti| (EncodeErrorKind::NotReversible { mti }, FieldPath::MESSAGE);
    assert_eq!(void(&refund), no_void(0x0220));
    let mut unknown = request(&mut self::terminal(), &Transaction::SALE);
    unknown.set(60, "26000017000").unwrap();
    assert_eq!(void(&unknown), (EncodeErrorKind::UnknownTransaction { mti: 0x0200 }, FieldPath::MESSAGE));
    let sale = request(&mut self::terminal(), &Transaction::SALE);
    let said = answer(&sale, "00");
    let of_answer = terminal.void_of(&said.as_message(), &said.as_message());
    assert_eq!(kind(of_answer), no_void(0x0210));
}

#[test]
fn what_is_sent_once_more_is_what_it_was() {
    let mut terminal = terminal();
    for transaction in begun() {
        let mut repeat = request(&mut terminal, transaction).repeat().unwrap();
        assert_eq!(Transaction::of(&repeat.as_message()), Some(transaction));
        let Ok(reversal) = reversal_of(&repeat.as_message(), "98") else {
            assert!(!transaction.is_reversible(), "{transaction}");
            continue;
        };
        assert!(transaction.is_reversible(), "{transaction}");
        let once_more = reversal.repeat().unwrap();
        assert_eq!(once_more.mti().to_string(), "0401");
        assert_eq!(Transaction::reversed_by(&once_more.as_message()), Some(transaction));
        repeat.set(60, "99000017000").unwrap();
        assert_eq!(Transaction::of(&repeat.as_message()), None);
    }
}

#[test]
fn a_field_60_that_is_cut_is_read_by_what_it_has() {
    let mut terminal = terminal();
    for transaction in begun() {
        let mut request = request(&mut terminal, transaction);
        let whole = request.require(60).unwrap().value().chars().collect::<String>();
        request.set(60, &whole[..8]).unwrap();
        let mti = transaction.mti().digits();
        let is_told = transaction.management_codes() == ["000"] || mti == 0x0500 || mti == 0x0620;
        assert_eq!(Transaction::of(&request.as_message()), is_told.then_some(transaction));
        let reversal = reversal_of(&request.as_message(), "98");
        match (is_told, transaction.is_reversible()) {
            (false, _) => {
                assert_eq!(kind(reversal), (EncodeErrorKind::UnknownTransaction { mti }, FieldPath::MESSAGE));
            }
            (true, false) => assert_eq!(kind(reversal), (EncodeErrorKind::NotReversible { mti }, FieldPath::MESSAGE)),
            (true, true) => assert_eq!(Transaction::reversed_by(&reversal.unwrap().as_message()), Some(transaction)),
        }
    }
}

#[test]
fn only_a_response_may_lack_codes_and_then_only_where_it_is_told_apart() {
    let mut terminal = terminal();
    for transaction in begun().filter(|transaction| !transaction.condition_code().is_empty()) {
        let asked = request(&mut terminal, transaction);
        let reversal = reversal_of(&asked.as_message(), "98").ok();
        for number in [3, 25] {
            let mut asked = asked.clone();
            let mut answer = answer(&asked, "00");
            asked.remove(number);
            assert_eq!(Transaction::of(&asked.as_message()), None, "{transaction} without {number}");
            answer.remove(number);
            let alike = |row: &&Transaction| {
                row.mti() == transaction.mti()
                    && row.type_codes() == transaction.type_codes()
                    && (number == 3 || row.processing_code() == transaction.processing_code())
                    && (number == 25 || row.condition_code() == transaction.condition_code())
            };
            let is_told = Transaction::all().filter(alike).count() == 1;
            assert_eq!(Transaction::of(&answer.as_message()), is_told.then_some(transaction), "{transaction} {number}");
            let Some(mut reversal) = reversal.clone() else { continue };
            reversal.remove(number);
            assert_eq!(Transaction::reversed_by(&reversal.as_message()), None, "{transaction} without {number}");
        }
    }
    let mut sale = answer(&request(&mut terminal, &Transaction::SALE), "00");
    sale.remove(25);
    assert_eq!(Transaction::of(&sale.as_message()), None, "it may be paid in instalments");
}

#[test]
fn between_banks_only_a_response_may_lack_codes() {
    let named = |mti: u16, fields: &[(u16, &str)]| {
        let mut message = MessageBuf::new(&spec::CUPS, Mti::new(mti).unwrap());
        fields.iter().for_each(|(number, value)| message.set(*number, *value).unwrap());
        BankTransaction::of(&message.as_message()).map(BankTransaction::name)
    };
    let original = format!("02000001240000000000{INSTITUTIONS}");
    for (mti, fields, expected) in [
        (0x0200, &[][..], None),
        (0x0200, &[(25, "00")], None),
        (0x0200, &[(3, "000000")], None),
        (0x0200, &[(3, "300000")], Some("balance inquiry")),
        (0x0200, &[(3, "000000"), (25, "00")], Some("sale")),
        (0x0210, &[], None),
        (0x0210, &[(25, "00")], None),
        (0x0210, &[(3, "000000")], None),
        (0x0210, &[(3, "000000"), (25, "06")], Some("completion")),
        (0x0230, &[], Some("refund")),
        (0x0430, &[], None),
        (0x0430, &[(90, &original)], None),
        (0x0430, &[(3, "030000")], Some("pre-authorization")),
        (0x0430, &[(3, "200000"), (25, "06"), (90, &original)], Some("completion void")),
        (0x0420, &[(3, "030000")], None),
    ] {
        assert_eq!(named(mti, fields), expected, "{mti:04X} {fields:?}");
    }
}

#[test]
fn what_is_not_known_is_neither_reversed_nor_passed_on() {
    let mut terminal = terminal();
    let sale = request(&mut terminal, &Transaction::SALE);
    let unknown = (EncodeErrorKind::UnknownTransaction { mti: 0x0200 }, FieldPath::MESSAGE);
    for (number, value) in [(60, "26000017000"), (25, "99"), (3, "990000")] {
        let mut other = sale.clone();
        other.set(number, value).unwrap();
        assert_eq!(kind(reversal_of(&other.as_message(), "98")), unknown, "{number}");
        assert_eq!(kind(to_bank(&other.as_message(), &[])), unknown, "{number}");
    }
    let mut without = sale.clone();
    without.remove(60);
    assert_eq!(kind(to_bank(&without.as_message(), &[])), unknown);
    let said = answer(&sale, "00");
    let no_request = (EncodeErrorKind::UnknownTransaction { mti: 0x0210 }, FieldPath::MESSAGE);
    assert_eq!(kind(to_bank(&said.as_message(), &[])), no_request);
}

#[test]
fn a_reversal_is_made_from_its_original_only() {
    let mut terminal = terminal();
    let error = terminal.request(&Transaction::REVERSAL).unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::NeedsOriginal { mti: 0x0400 });
    assert_eq!(terminal.stan.as_str(), "000001", "no number was used");
    let upload = terminal.request(&Transaction::OFFLINE_UPLOAD).unwrap();
    assert_eq!(upload.require(60).unwrap().value(), "00000017204");
}

#[test]
fn each_message_type_has_one_struct() {
    let all: Vec<Mti> = (0..=0x9999).filter_map(Mti::new).collect();
    assert_eq!(all.len(), 10_000);
    for mti in all {
        assert!(!(Request::TYPES.contains(mti) && Response::TYPES.contains(mti)), "{mti}");
        assert!(!Request::TYPES.contains(mti) || !mti.is_response(), "{mti}");
        assert!(!Response::TYPES.contains(mti) || mti.is_response(), "{mti}");
    }
    for transaction in Transaction::all() {
        assert!(Request::TYPES.contains(transaction.mti()), "{transaction}");
        assert!(Response::TYPES.contains(transaction.mti().response().unwrap()), "{transaction}");
    }
}

#[test]
fn enciphered_tracks_are_read_as_they_are() {
    let mut sale = request(&mut terminal(), &Transaction::SALE);
    sale.set(53, "0610000000000000").unwrap();
    sale.set_wire(35, &[0x16, 0x41, 0x9C, 0xEF, 0x0B, 0xA1, 0x7D, 0x33, 0xC4]).unwrap();
    let view = sale.as_message();
    let typed = Request::from_message(&view).unwrap();
    let track = typed.track2.unwrap();
    assert!(track.len() == 16 && track.parse::<Track2<'_>>().is_err());
    assert_eq!(typed.to_message(&spec::UNIONPAY_POS).unwrap().encode(), sale.encode());
    sale.set(35, "4111111111111111=28121010000000000000").unwrap();
    let view = sale.as_message();
    let track = Request::from_message(&view).unwrap().track2.unwrap();
    assert_eq!(track.parse::<Track2<'_>>().unwrap().expiry().unwrap().as_str(), "2812");
    assert!(!format!("{:?}", Request::from_message(&view).unwrap()).contains("1111111111"));
}

/// The parts of a field, where it opens.
fn parts(field: Option<Field<'_>>) -> Option<Vec<String>> {
    let parts = field.filter(|field| field.structure().is_some())?.subfields().ok()?;
    Some(parts.iter().map(|part| part.value().chars().collect()).collect())
}

#[test]
fn field_60_is_read_as_the_spec_opens_it() {
    let digits = "2500001700056010481";
    for length in 0..=19 {
        let mut request = MessageBuf::new(&spec::UNIONPAY_POS, Mti::new(0x0220).unwrap());
        request.set(60, &digits[..length]).unwrap();
        let field: Option<Field60> = request.field(60).unwrap().value().parse().ok();
        let read = field.map(|field| {
            let head = [field.type_code().to_owned(), format!("{:06}", field.batch())];
            let code = field.management_code().map(str::to_owned);
            (head.into_iter().chain(code).collect::<Vec<_>>().concat(), field.capabilities().to_owned())
        });
        let opened = parts(request.field(60)).map(|parts| {
            let (head, rest) = parts.split_at(parts.len().min(3));
            (head.concat(), rest.concat())
        });
        assert_eq!(read, opened, "{length}");
        assert_eq!(read.is_some(), [8, 11, 12, 13, 14, 17, 18, 19].contains(&length), "{length}");
    }
}

#[test]
fn field_61_is_read_as_the_spec_opens_it() {
    let digits = "00001700012411270110000001000";
    for length in 0..=29 {
        let mut request = MessageBuf::new(&spec::UNIONPAY_POS, Mti::new(0x0220).unwrap());
        request.set(61, &digits[..length]).unwrap();
        let field: Option<Field61> = request.field(61).unwrap().value().parse().ok();
        let read = field.map(|field| {
            let head = [format!("{:06}", field.batch()), field.stan().to_owned()];
            head.into_iter().chain(field.date().map(str::to_owned)).collect::<Vec<_>>()
        });
        let opened = parts(request.field(61)).map(|parts| parts.into_iter().take(3).collect::<Vec<_>>());
        assert_eq!(read, opened, "{length}");
        assert_eq!(read.is_some(), [12, 16, 18, 29].contains(&length), "{length}");
    }
}

#[test]
fn the_keys_of_a_sign_in_are_read_as_the_spec_opens_them() {
    let bytes: Vec<u8> = (1..=90).collect();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    for code in ["000", "001", "002", "003", "004", "005", "006", "011", "360"] {
        let mut lengths = Vec::new();
        for length in 0..=90 {
            let mut answer = MessageBuf::new(&spec::UNIONPAY_POS, Mti::new(0x0810).unwrap());
            answer.set(60, format!("00000017{code}").as_str()).unwrap();
            answer.set(62, &bytes[..length]).unwrap();
            let view = answer.as_message();
            let private = view.require(62).unwrap().value();
            let keys = SignInKeys::read(code, private.as_bytes().unwrap());
            let read = keys.map(|keys| {
                let all = [Some(keys.pin), Some(keys.mac), keys.track];
                let both = all.into_iter().flatten().map(|key| [hex(key.enciphered()), hex(key.check_value())]);
                both.flatten().collect::<Vec<_>>()
            });
            assert_eq!(read, parts(view.field(62)), "{code}, {length} bytes");
            lengths.extend(read.map(|_| length));
        }
        let expected: &[usize] = match code {
            "001" => &[24],
            "003" | "005" => &[40],
            "004" | "006" => &[60],
            "011" => &[57],
            _ => &[],
        };
        assert_eq!(lengths, expected, "{code}");
    }
}

#[test]
fn a_terminal_counts_its_messages() {
    let mut terminal = terminal();
    terminal.stan = "999999".parse().unwrap();
    let last = terminal.request(&Transaction::ECHO_TEST).unwrap();
    let first = terminal.request(&Transaction::ECHO_TEST).unwrap();
    assert!(last.require(11).unwrap().value() == "999999" && first.require(11).unwrap().value() == "000001");
    terminal.capabilities = "123456789";
    assert!(terminal.request(&Transaction::ECHO_TEST).is_err());
}

/// What an acquirer knows.
const ACQUIRER: [(u16, &str); 7] = [
    (7, "1127132928"),
    (12, "132928"),
    (13, "1127"),
    (18, "5999"),
    (32, "10000001"),
    (33, "10000002"),
    (37, "633113000124"),
];

/// Passed on with what the acquirer knows, and more.
fn passed_on(request: &MessageBuf, more: &[(u16, &str)]) -> Result<MessageBuf, EncodeError> {
    let given: Vec<(u16, Input<'_>)> =
        ACQUIRER.iter().chain(more).map(|(number, text)| (*number, (*text).into())).collect();
    to_bank(&request.as_message(), &given)
}

fn original_of(message: &MessageBuf) -> Option<String> {
    message.field(90).map(|field| field.value().chars().collect())
}

const INSTITUTIONS: &str = "0001000000100010000002";

#[test]
fn what_a_terminal_asks_is_passed_on_to_banks() {
    let mut terminal = terminal();
    for transaction in begun() {
        let asked = request(&mut terminal, transaction);
        let Some(expected) = BankTransaction::for_terminal(transaction) else {
            let mti = transaction.mti().digits();
            let only_here = (EncodeErrorKind::NotBetweenBanks { mti }, FieldPath::MESSAGE);
            assert_eq!(kind(passed_on(&asked, &[])), only_here, "{transaction}");
            let moves = ["01", "02"].iter().any(|class| transaction.mti().to_string().starts_with(class));
            assert_eq!(passed_on(&asked, &[(3, "000000")]).is_ok(), moves, "{transaction}");
            continue;
        };
        let passed_on = passed_on(&asked, &[]).unwrap();
        assert_eq!(passed_on.mti(), asked.mti());
        let view = passed_on.as_message();
        assert_eq!(BankTransaction::of(&view), Some(expected), "{transaction}");
        assert_eq!(view.require(3).unwrap().value(), expected.processing_code());
        assert!(passed_on.field(60).is_none() && passed_on.field(61).is_none() && passed_on.field(128).is_none());
        assert_eq!(findings(&view), [""; 0], "{transaction}");
        let once_more = self::passed_on(&asked.repeat().unwrap(), &[]).unwrap();
        assert_eq!(once_more.mti(), asked.mti().repeat().unwrap());
        assert_eq!(once_more.bitmap(), passed_on.bitmap());
    }
}

#[test]
fn an_original_is_named_by_its_own_type() {
    let mut terminal = terminal();
    for (transaction, named, code) in [
        (Transaction::SALE_VOID, "0200", None),
        (Transaction::PRE_AUTHORIZATION_VOID, "0100", None),
        (Transaction::COMPLETION_VOID, "0200", None),
        (Transaction::COMPLETION, "0100", None),
        (Transaction::REFUND, "0200", None),
        (Transaction::COMPLETION_ADVICE, "0100", Some("000000")),
        (Transaction::INSTALMENT_VOID, "0200", Some("200000")),
        (Transaction::OFFLINE_REFUND, "0200", Some("200000")),
        (Transaction::LOAD_CASH_VOID, "0200", Some("170000")),
    ] {
        let mut asked = request(&mut terminal, &transaction);
        let given = code.map(|code| (3, code));
        asked.set(61, "0000170001241127").unwrap();
        let named = format!("{named}0001240000000000{INSTITUTIONS}");
        let made = passed_on(&asked, given.as_slice()).unwrap();
        assert_eq!(original_of(&made), Some(named), "{transaction}");
        // Only the day is known: nothing could be found by it.
        asked.set(61, "0000000000001127").unwrap();
        assert_eq!(original_of(&passed_on(&asked, given.as_slice()).unwrap()), None, "{transaction}");
        asked.remove(61);
        assert_eq!(original_of(&passed_on(&asked, given.as_slice()).unwrap()), None, "{transaction}");
    }
    let mut sale = request(&mut terminal, &Transaction::SALE);
    sale.set(61, "000017000124").unwrap();
    assert_eq!(original_of(&passed_on(&sale, &[]).unwrap()), None, "a sale is about no other");
    let mut void = request(&mut terminal, &Transaction::SALE_VOID);
    void.set(61, "0000170").unwrap();
    let (fault, path) = kind(passed_on(&void, &[]));
    assert!(matches!(fault, EncodeErrorKind::BadValue { .. }) && path == FieldPath::field(61));
    let known = format!("02000001241127130000{INSTITUTIONS}");
    assert_eq!(original_of(&passed_on(&void, &[(90, known.as_str())]).unwrap()), Some(known));
}

#[test]
fn a_reversal_is_passed_on_as_that_of_its_transaction() {
    let mut terminal = terminal();
    for transaction in begun().filter(|transaction| transaction.is_reversible()) {
        let asked = request(&mut terminal, transaction);
        let reversal = reversal_of(&asked.as_message(), "98").unwrap();
        let given = [(3, transaction.processing_code())];
        let expected = BankTransaction::for_terminal(transaction);
        let made = passed_on(&reversal, if expected.is_some() { &[] } else { &given }).unwrap();
        assert_eq!(made.mti().to_string(), "0420");
        let stan: String = asked.require(11).unwrap().value().chars().collect();
        let named = format!("{}{stan}0000000000{INSTITUTIONS}", transaction.mti());
        assert_eq!(original_of(&made), Some(named), "{transaction}");
        assert!(made.field(39).is_none(), "the reason of a terminal");
        assert_eq!(findings(&made.as_message()), [""; 0]);
        let Some(expected) = expected else { continue };
        assert_eq!(BankTransaction::of(&made.as_message()), Some(expected), "{transaction}");
        assert_eq!(BankTransaction::of(&made.response().unwrap().as_message()), Some(expected), "{transaction}");
        let once_more = passed_on(&reversal.repeat().unwrap(), &[]).unwrap();
        assert_eq!(once_more.mti().to_string(), "0421");
        assert_eq!(BankTransaction::of(&once_more.as_message()), Some(expected), "{transaction}");
    }
}

#[test]
fn reversals_between_banks_are_told_apart_by_the_type_of_their_original() {
    let reversal = |code: &str, condition: &str, original: Option<&str>| {
        let mut reversal = MessageBuf::new(&spec::CUPS, Mti::new(0x0420).unwrap());
        reversal.set(3, code).unwrap();
        reversal.set(25, condition).unwrap();
        if let Some(mti) = original {
            reversal.set(90, format!("{mti}0001240000000000{INSTITUTIONS}").as_str()).unwrap();
        }
        BankTransaction::of(&reversal.as_message()).map(BankTransaction::name)
    };
    for (code, condition, original, expected) in [
        ("200000", "00", Some("0200"), Some("void")),
        ("200000", "00", Some("0201"), Some("void")),
        ("200000", "00", Some("0220"), Some("refund")),
        ("200000", "00", Some("0100"), None),
        ("200000", "00", None, None),
        ("200000", "06", Some("0100"), Some("pre-authorization void")),
        ("200000", "06", Some("0200"), Some("completion void")),
        ("200000", "06", None, None),
        ("000000", "06", None, Some("completion")),
        ("000000", "00", None, Some("sale")),
        ("990000", "00", Some("0200"), None),
    ] {
        assert_eq!(reversal(code, condition, original), expected, "{code} {condition} {original:?}");
    }
}

#[test]
fn what_is_enciphered_for_the_terminal_is_not_passed_on() {
    let mut sale = request(&mut terminal(), &Transaction::SALE);
    sale.set(26, "06").unwrap();
    sale.set(52, "0102030405060708").unwrap();
    sale.set(35, "4111111111111111=28121010000000000000").unwrap();
    sale.set(37, "633113000001").unwrap();
    sale.set(53, "2600000000000000").unwrap();
    let enciphered = |number| (EncodeErrorKind::EncipheredForThisSide, FieldPath::field(number));
    assert_eq!(kind(passed_on(&sale, &[])), enciphered(52));
    let made = passed_on(&sale, &[(52, "A1A2A3A4A5A6A7A8")]).unwrap();
    assert_eq!(made.require(52).unwrap().content(), [0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8]);
    assert_eq!(made.require(26).unwrap().value(), "06");
    assert_eq!(made.require(35).unwrap().value(), sale.require(35).unwrap().value());
    assert_eq!(made.require(37).unwrap().value(), "633113000124");
    assert!(made.field(53).is_none());
    assert_eq!(findings(&made.as_message()), [""; 0]);
    // The acquirer's own number is not the one that a terminal was answered before.
    let made = to_bank(&sale.as_message(), &[(52, "A1A2A3A4A5A6A7A8".into())]).unwrap();
    assert!(made.field(37).is_none());

    sale.remove(52);
    sale.set(53, "0610000000000000").unwrap();
    assert_eq!(kind(passed_on(&sale, &[])), enciphered(35));
    let track = "4111111111111111=2812";
    let made = passed_on(&sale, &[(35, track)]).unwrap();
    assert_eq!(made.require(35).unwrap().value(), track);
    assert!(made.field(26).is_none());
    sale.set_wire(36, &[0x00, 0x16, 0x41, 0x9C, 0xEF, 0x0B, 0xA1, 0x7D, 0x33, 0xC4]).unwrap();
    assert_eq!(kind(passed_on(&sale, &[(35, track)])), enciphered(36));
}

#[test]
fn no_pin_and_no_enciphered_track_is_passed_on_in_chip_data() {
    let refused = |sale: &MessageBuf| match kind(passed_on(sale, &[])) {
        (EncodeErrorKind::EncipheredForThisSide, path) => path.to_string(),
        other => panic!("{other:?}"),
    };
    let mut sale = request(&mut terminal(), &Transaction::SALE);
    sale.set("55.9F36", &[0x01, 0xC0]).unwrap();
    assert!(passed_on(&sale, &[]).is_ok());
    sale.set("55.99", &[0xFE, 0xED, 0xFA, 0xCE, 0xFE, 0xED, 0xFA, 0xCE]).unwrap();
    assert_eq!(refused(&sale), "55.99");
    sale.remove("55.99");
    sale.set("55.57", &[0x41, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0xD2, 0x81, 0x2F]).unwrap();
    assert!(passed_on(&sale, &[]).is_ok());
    sale.set(53, "0610000000000000").unwrap();
    assert_eq!(refused(&sale), "55.57");
    assert!(passed_on(&sale, &[(55, "9F360201C0")]).is_ok());
    // What cannot be opened could hold one.
    sale.set(55, "9F360501C0").unwrap();
    let (kind, path) = kind(passed_on(&sale, &[]));
    assert_eq!((kind, path.to_string().as_str()), (EncodeErrorKind::BrokenStructure, "55.9F36"));
}

#[test]
fn a_security_field_that_cannot_be_read_makes_tracks_enciphered_ones() {
    static BINARY: spec::MessageSpec = spec::MessageSpec::extending(
        &spec::UNIONPAY_POS,
        "binary-security",
        *spec::UNIONPAY_POS.wire(),
        &[spec::FieldSpec::new(53, "b 8")],
    );
    let mut terminal = terminal().with_spec(&BINARY);
    let mut sale = terminal.request(&Transaction::SALE).unwrap();
    sale.set(35, "4111111111111111=28121010000000000000").unwrap();
    assert!(to_bank(&sale.as_message(), &[]).is_ok());
    sale.set(53, &[0, 0x10, 0, 0, 0, 0, 0, 0]).unwrap();
    let error = to_bank(&sale.as_message(), &[]).unwrap_err();
    assert_eq!((error.kind(), error.path()), (EncodeErrorKind::EncipheredForThisSide, FieldPath::field(35)));
}

#[test]
fn a_void_that_cannot_be_made_uses_no_number() {
    static DIGITS: spec::MessageSpec = spec::MessageSpec::extending(
        &spec::UNIONPAY_POS,
        "digits",
        *spec::UNIONPAY_POS.wire(),
        &[spec::FieldSpec::new(38, "n 6")],
    );
    let mut plain = terminal();
    let mut sale = plain.request(&Transaction::SALE).unwrap();
    sale.set(4, 1250u64).unwrap();
    let mut answer = sale.as_message().response().unwrap();
    for (number, value) in [(37, "633113000001"), (38, "ABCDEF"), (39, "00")] {
        answer.set(number, value).unwrap();
    }
    let mut terminal = terminal().with_spec(&DIGITS);
    let error = terminal.void_of(&sale.as_message(), &answer.as_message()).unwrap_err();
    assert_eq!((error.path(), terminal.stan.number()), (FieldPath::field(38), 1));
    assert!(plain.void_of(&sale.as_message(), &answer.as_message()).is_ok());
    assert_eq!(plain.stan.number(), 3);
}

#[test]
fn an_approval_in_part_is_smaller_than_what_was_asked_for() {
    let message = |digits: &str, minor: u64| {
        let mut message = MessageBuf::new(&spec::UNIONPAY_POS, mti(digits));
        message.set(4, minor).unwrap();
        message
    };
    let request = message("0200", 1250);
    let check = |minor, code: &str| {
        let mut response = message("0210", minor);
        response.set(39, code).unwrap();
        check_response(&request.as_message(), &response.as_message(), MUST_MATCH)
    };
    assert_eq!((check(1000, "10"), check(1250, "10"), check(1250, "00")), (Ok(()), Ok(()), Ok(())));
    for (minor, code) in [(1000, "00"), (1000, "51"), (1251, "10"), (0, "10")] {
        assert_eq!(check(minor, code), Err(Mismatch::Field("4")), "{minor} {code}");
    }
    let mut without = MessageBuf::new(&spec::UNIONPAY_POS, mti("0210"));
    without.set(39, "10").unwrap();
    assert_eq!(check_response(&request.as_message(), &without.as_message(), MUST_MATCH), Err(Mismatch::Field("4")));
}

#[test]
fn a_response_is_believed_if_it_repeats_the_request() {
    let mut request = MessageBuf::new(&spec::UNIONPAY_POS, mti("0200"));
    for (number, value) in [
        (3, "000000"),
        (4, "000000001250"),
        (11, "000124"),
        (41, "TERM0001"),
        (42, "SHOP00000000042"),
        (60, "22000007000"),
    ] {
        request.set(number, value).unwrap();
    }
    let mut response = request.clone();
    response.set_mti(mti("0210"));
    response.set(39, "00").unwrap();
    let check = |response: &MessageBuf| check_response(&request.as_message(), &response.as_message(), MUST_MATCH);
    assert_eq!(check(&response), Ok(()));
    for (number, value, path) in [
        (3, "200000", "3"),
        (4, "000000001251", "4"),
        (11, "000125", "11"),
        (41, "TERM0002", "41"),
        (42, "SHOP00000000043", "42"),
        (60, "22000008000", "60.2"),
    ] {
        let mut other = response.clone();
        other.set(number, value).unwrap();
        assert_eq!(check(&other), Err(Mismatch::Field(path)));
        other.remove(number);
        assert_eq!(check(&other), Err(Mismatch::Field(path)));
    }
    // 60 may be shorter or longer behind the batch.
    response.set(60, "22000007").unwrap();
    assert_eq!(check(&response), Ok(()));
    response.remove(39);
    assert_eq!(check(&response), Err(Mismatch::NoResponseCode));
    assert_eq!(check(&request), Err(Mismatch::Type));
    assert_eq!(Mismatch::Field("60.2").to_string(), "not as in the request in field 60.2");
    assert_eq!(Mismatch::NoResponseCode.to_string(), "response code is absent in field 39");
    assert_eq!(Mismatch::Type.to_string(), "not the type of the response");
}

#[test]
fn requirements_are_digits_of_the_header() {
    for digit in 0..=9 {
        let asked = ProcessingRequirement::of_header(&[0x60, 0x31, digit, 0x31, 0x11, 0x08]).unwrap();
        assert_eq!((asked.digit(), asked.name().is_some()), (digit, digit <= 7));
    }
    assert_eq!(ProcessingRequirement::of_header(&[0x60, 0x31, 0x0A, 0, 0, 0]), None);
    assert_eq!(ProcessingRequirement::new(10), None);
}
