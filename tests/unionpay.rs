//! UnionPay transactions: every row of the table made, told apart, answered, taken back; and passed on to banks.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::element::{AcceptorId, ResponseCode, TerminalId};
use isomsg::error::EncodeErrorKind;
use isomsg::typed::TypedMessage;
use isomsg::unionpay::{BankTransaction, Request, Response, Terminal, Transaction, reversal_of, to_bank};
use isomsg::{Message, MessageBuf, spec};

const PAN: &str = "4111111111111111";

fn terminal() -> Terminal<'static> {
    Terminal::new(TerminalId::new("TERM0001").unwrap(), AcceptorId::new("SHOP00000000042").unwrap(), 17)
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

/// All that a terminal begins: a reversal follows from another transaction.
fn begun() -> impl Iterator<Item = &'static Transaction> {
    Transaction::all().filter(|transaction| !transaction.type_code().is_empty())
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
        assert_eq!(typed.kind.type_code(), transaction.type_code());
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
fn voids_name_their_originals() {
    let mut terminal = terminal();
    for (transaction, void, dated) in [
        (Transaction::SALE, Transaction::SALE_VOID, false),
        (Transaction::PRE_AUTHORIZATION, Transaction::PRE_AUTHORIZATION_VOID, true),
        (Transaction::COMPLETION, Transaction::COMPLETION_VOID, true),
        (Transaction::POINTS_SALE, Transaction::POINTS_VOID, false),
    ] {
        let original = request(&mut terminal, &transaction);
        let mut answer = original.response().unwrap();
        answer.set(37, "633113000124").unwrap();
        answer.set(38, "A1B2C3").unwrap();
        answer.set(39, "00").unwrap();
        if dated {
            answer.set(13, "1127").unwrap();
        }
        let made = terminal.void_of(&original.as_message(), &answer.as_message()).unwrap();
        let view = made.as_message();
        assert_eq!(Transaction::of(&view), Some(&void));
        let named = format!("000017{}{}", original.require(11).unwrap(), if dated { "1127" } else { "" });
        assert!(made.require(61).unwrap().value() == named.as_str(), "{transaction}");
        assert_eq!(made.field(37).is_some(), transaction != Transaction::PRE_AUTHORIZATION);
        assert!(made.require(38).unwrap().value() == "A1B2C3");
        assert_ne!(made.require(11).unwrap().value(), original.require(11).unwrap().value());
    }
    let refund = request(&mut terminal, &Transaction::REFUND);
    let answer = refund.response().unwrap();
    let error = terminal.void_of(&refund.as_message(), &answer.as_message()).unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::NotReversible { mti: 0x0220 });
}

#[test]
fn a_terminal_counts_its_messages() {
    let mut terminal = terminal();
    terminal.stan = "999999".parse().unwrap();
    let last = terminal.request(&Transaction::ECHO_TEST).unwrap();
    let first = terminal.request(&Transaction::ECHO_TEST).unwrap();
    assert!(last.require(11).unwrap().value() == "999999" && first.require(11).unwrap().value() == "000001");
    terminal.batch = 1_000_000;
    assert!(terminal.request(&Transaction::ECHO_TEST).is_err());
    terminal.batch = 1;
    terminal.abilities = "123456789";
    assert!(terminal.request(&Transaction::ECHO_TEST).is_err());
}

#[test]
fn what_a_terminal_asks_is_passed_on_to_banks() {
    let acquirer = [
        (7, "1127132928".into()),
        (12, "132928".into()),
        (13, "1127".into()),
        (18, "5999".into()),
        (32, "10000001".into()),
        (33, "10000002".into()),
        (37, "633113000124".into()),
    ];
    let mut terminal = terminal();
    for transaction in begun() {
        let Some(expected) = BankTransaction::for_terminal(transaction) else { continue };
        let asked = request(&mut terminal, transaction);
        let passed_on = to_bank(&asked.as_message(), &acquirer).unwrap();
        assert_eq!(passed_on.mti(), asked.mti());
        let view = passed_on.as_message();
        assert_eq!(BankTransaction::of(&view), Some(expected), "{transaction}");
        assert!(passed_on.field(60).is_none() && passed_on.field(61).is_none() && passed_on.field(128).is_none());
        assert_eq!(passed_on.field(90).is_some(), transaction.name().contains("void"), "{transaction}");
        assert_eq!(findings(&view), [""; 0], "{transaction}");
    }
    let sale = request(&mut terminal, &Transaction::SALE);
    let reversal = reversal_of(&sale.as_message(), "98").unwrap();
    let passed_on = to_bank(&reversal.as_message(), &acquirer).unwrap();
    assert_eq!(passed_on.mti().to_string(), "0420");
    let stan: String = sale.require(11).unwrap().value().chars().collect();
    let named = format!("0200{stan}{}{}{}", "0000000000", "00010000001", "00010000002");
    assert!(passed_on.require(90).unwrap().value() == named.as_str());
    assert_eq!(findings(&passed_on.as_message()), [""; 0]);
    assert_eq!(BankTransaction::of(&passed_on.as_message()).map(BankTransaction::name), Some("sale"));
}
