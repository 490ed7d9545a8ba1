//! Typed messages: whole conversations in three editions, what is refused, and what must be there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::element::{
    AcceptorId, ActionCode, Amount, Currency, Expiry, InstitutionId, Pan, PinBlock, ResponseCode, Stan, TerminalId,
    Track2,
};
use isomsg::error::{EncodeErrorKind, ParseErrorKind};
use isomsg::spec::{self, MessageSpec};
use isomsg::typed::{Others, Presence, TypedField, TypedMessage, iso1987, iso1993, iso2003};
use isomsg::{Message, MessageBuf, Mti, typed_message};
use std::collections::BTreeSet;

fn mti(digits: u16) -> Mti {
    Mti::new(digits).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The bytes of a message as text; binary ones in hex.
fn text(message: &MessageBuf) -> String {
    match message.spec().name().contains("bcd") {
        true => hex(message.as_bytes()),
        false => String::from_utf8(message.encode()).unwrap(),
    }
}

/// A request of 1987, its answer, its reversal and the answer to that.
fn conversation_1987(spec: &'static MessageSpec, request: iso1987::Financial<'_>) -> [String; 4] {
    let request = request.to_message(spec).unwrap();
    let response = answered(&request);
    let view = response.as_message();
    assert!(request.as_message().is_answered_by(&view));
    assert!(iso1987::FinancialResponse::from_message(&view).unwrap().response_code.is_approved());
    let mut reversal = request.reversal("68").unwrap();
    reversal.set(7, "1127133001").unwrap();
    let view = reversal.as_message();
    let typed = iso1987::Reversal::from_message(&view).unwrap();
    assert_eq!(typed.amount, 1250);
    assert_eq!(typed.original.unwrap().stan().to_string(), "000124");
    let confirmed = answered(&reversal);
    assert!(iso1987::ReversalResponse::from_message(&confirmed.as_message()).is_ok());
    [text(&request), text(&response), text(&reversal), text(&confirmed)]
}

fn answered(request: &MessageBuf) -> MessageBuf {
    let mut response = request.response().unwrap();
    response.set(39, &ResponseCode::APPROVED).unwrap();
    response
}

fn purchase() -> iso1987::Financial<'static> {
    iso1987::Financial {
        pan: Some(Pan::new("4111111111111111").unwrap()),
        amount: Some(1250),
        transmission_time: Some("1127132928".parse().unwrap()),
        acquirer: Some(InstitutionId::new("10000001").unwrap()),
        track2: Some(Track2::new("4111111111111111=28121010000000000000").unwrap()),
        terminal_id: Some(TerminalId::new("TERM0001").unwrap()),
        acceptor_id: Some(AcceptorId::new("SHOP00000000042").unwrap()),
        currency: Some(Currency::EUR),
        ..iso1987::Financial::new(
            mti(0x0200),
            "000000".parse().unwrap(),
            "000124".parse().unwrap(),
            "051".parse().unwrap(),
        )
    }
}

#[test]
fn a_purchase_of_1987_in_ascii() {
    let [request, response, reversal, confirmed] = conversation_1987(&spec::ISO1987_ASCII_HEX, purchase());
    assert_eq!(
        request,
        concat!(
            "0200",
            "7220040120C08000",
            "16",
            "4111111111111111",
            "000000",
            "000000001250",
            "1127132928",
            "000124",
            "051",
            "08",
            "10000001",
            "37",
            "4111111111111111=28121010000000000000",
            "TERM0001",
            "SHOP00000000042",
            "978",
        )
    );
    assert_eq!(
        response,
        concat!(
            "0210",
            "7220000102C08000",
            "16",
            "4111111111111111",
            "000000",
            "000000001250",
            "1127132928",
            "000124",
            "08",
            "10000001",
            "00",
            "TERM0001",
            "SHOP00000000042",
            "978",
        )
    );
    assert_eq!(
        reversal,
        concat!(
            "0400",
            "F220040102C080000000004000000000",
            "16",
            "4111111111111111",
            "000000",
            "000000001250",
            "1127133001",
            "000124",
            "051",
            "08",
            "10000001",
            "68",
            "TERM0001",
            "SHOP00000000042",
            "978",
            "0200",
            "000124",
            "1127132928",
            "00010000001",
            "00000000000",
        )
    );
    assert_eq!(
        confirmed,
        concat!(
            "0410",
            "F220000102C080000000004000000000",
            "16",
            "4111111111111111",
            "000000",
            "000000001250",
            "1127133001",
            "000124",
            "08",
            "10000001",
            "00",
            "TERM0001",
            "SHOP00000000042",
            "978",
            "0200",
            "000124",
            "1127132928",
            "00010000001",
            "00000000000",
        )
    );
}

#[test]
fn a_purchase_of_1987_in_bcd() {
    let [request, response, reversal, _] = conversation_1987(&spec::ISO1987_BCD, purchase());
    assert_eq!(
        request,
        concat!(
            "0200",
            "7220040120C08000",
            "16",
            "4111111111111111",
            "000000",
            "000000001250",
            "1127132928",
            "000124",
            "0051",
            "08",
            "10000001",
            "37",
            "04111111111111111D28121010000000000000",
            "5445524D30303031",
            "53484F503030303030303030303432",
            "393738",
        )
    );
    assert_eq!(
        response,
        concat!(
            "0210",
            "7220000102C08000",
            "16",
            "4111111111111111",
            "000000",
            "000000001250",
            "1127132928",
            "000124",
            "08",
            "10000001",
            "3030",
            "5445524D30303031",
            "53484F503030303030303030303432",
            "393738",
        )
    );
    assert_eq!(
        reversal,
        concat!(
            "0400",
            "F220040102C080000000004000000000",
            "16",
            "4111111111111111",
            "000000",
            "000000001250",
            "1127133001",
            "000124",
            "0051",
            "08",
            "10000001",
            "3638",
            "5445524D30303031",
            "53484F503030303030303030303432",
            "393738",
            "020000012411271329280001000000100000000000",
        )
    );
}

#[test]
fn a_purchase_of_1993() {
    let request = iso1993::Financial {
        pan: Some(Pan::new("4111111111111111").unwrap()),
        amount: Some(1250),
        merchant_type: Some(5999),
        acquirer: Some(InstitutionId::new("10000001").unwrap()),
        terminal_id: Some(TerminalId::new("TERM0001").unwrap()),
        acceptor_id: Some(AcceptorId::new("SHOP00000000042").unwrap()),
        currency: Some(Currency::EUR),
        ..iso1993::Financial::new(
            mti(0x1200),
            "000000".parse().unwrap(),
            "000124".parse().unwrap(),
            "261127132928".parse().unwrap(),
            "510101511344".parse().unwrap(),
            200,
        )
    };
    let request = request.to_message(&spec::ISO1993_ASCII_HEX).unwrap();
    let body = "164111111111111111000000000000001250000124261127132928";
    assert_eq!(
        text(&request),
        format!("12007030054100C08000{body}51010151134420059990810000001TERM0001SHOP00000000042978")
    );

    let mut response = request.response().unwrap();
    response.set(39, &ActionCode::APPROVED_1993).unwrap();
    assert_eq!(text(&response), format!("12107030000102C08000{body}0810000001000TERM0001SHOP00000000042978"));
    assert!(iso1993::FinancialResponse::from_message(&response.as_message()).unwrap().action_code.is_approved());

    let reversal = request.reversal("4021").unwrap();
    assert_eq!(
        text(&reversal),
        format!(
            "1420703005C100C08100{body}510101511344400402159990810000001TERM0001SHOP000000000429783212000001242611271329280810000001"
        )
    );
    let view = reversal.as_message();
    let typed = iso1993::Reversal::from_message(&view).unwrap();
    assert_eq!((typed.function_code, typed.reason), (400, Some(4021)));
    let mut confirmed = reversal.response().unwrap();
    confirmed.set(39, &ActionCode::REVERSAL_ACCEPTED_1993).unwrap();
    assert_eq!(confirmed.mti(), mti(0x1430));
    assert!(iso1993::ReversalResponse::from_message(&confirmed.as_message()).is_ok());
}

#[test]
fn an_authorization_and_its_advice() {
    let request = iso1987::Authorization {
        pan: Some(Pan::new("5500000000000004").unwrap()),
        ..iso1987::Authorization::new(
            mti(0x0100),
            "300000".parse().unwrap(),
            "000001".parse().unwrap(),
            "012".parse().unwrap(),
        )
    };
    let request = request.to_message(&spec::ISO1987_ASCII_HEX).unwrap();
    assert_eq!(text(&request), "01006020040000000000165500000000000004300000000001012");
    let mut advice = request.advice().unwrap();
    advice.set(39, "00").unwrap();
    let view = advice.as_message();
    let advice = iso1987::Authorization::from_message(&view).unwrap();
    assert_eq!((advice.mti, advice.response_code), (mti(0x0120), Some(ResponseCode::APPROVED)));
    assert_eq!(text(&answered(&request)), "01106020000002000000165500000000000004300000000001".to_owned() + "00");
}

#[test]
fn network_management_and_its_answer() {
    let echo = iso1987::NetworkManagement {
        transmission_time: Some("1127132928".parse().unwrap()),
        stan: Some("000007".parse().unwrap()),
        network_code: Some(301),
        ..iso1987::NetworkManagement::new(mti(0x0800))
    };
    let request = echo.to_message(&spec::ISO1987_ASCII_HEX).unwrap();
    assert_eq!(text(&request), "0800822000000000000004000000000000001127132928000007301");
    assert_eq!(text(&answered(&request)), "081082200000020000000400000000000000112713292800000700301");
}

#[test]
fn totals_are_reconciled() {
    let totals = iso1987::Reconciliation {
        credits_number: Some(1),
        debits_number: Some(17),
        credits_amount: Some(500),
        debits_amount: Some(123_456),
        net_amount: Some("D0000000000122956".parse().unwrap()),
        ..iso1987::Reconciliation::new(mti(0x0500), "000125".parse().unwrap())
    };
    let request = totals.to_message(&spec::ISO1987_ASCII_HEX).unwrap();
    assert_eq!(
        text(&request),
        concat!(
            "0500",
            "80200000000000000050050080000000",
            "000125",
            "0000000001",
            "0000000017",
            "0000000000000500",
            "0000000000123456",
            "D0000000000122956",
        )
    );
}

#[test]
fn what_is_not_listed_is_kept() {
    let own = [(48, "private".into()), (120, "more".into())];
    let request = iso1987::Financial { other: Others::given(&own), ..purchase() };
    let message = request.to_message(&spec::ISO1987_ASCII).unwrap();
    let view = message.as_message();
    let read = iso1987::Financial::from_message(&view).unwrap();
    assert_eq!(read.other.numbers().iter().collect::<Vec<_>>(), [48, 120]);
    assert!(read.other.field(48).is_some_and(|field| field.value() == "private"));
    assert!(read.other.field(2).is_none());
    assert_eq!(read.to_message(&spec::ISO1987_ASCII).unwrap(), message);
    // From one form to another, by value.
    let mut buffer = [0; 300];
    let length = read.encode_into(&spec::ISO1987_EBCDIC, &mut buffer).unwrap();
    let ebcdic = Message::parse(&buffer[..length], &spec::ISO1987_EBCDIC).unwrap();
    assert!(iso1987::Financial::from_message(&ebcdic).unwrap().pan == Some(Pan::new("4111111111111111").unwrap()));
}

#[test]
fn nothing_secret_is_printed() {
    let shown = format!("{:?}", purchase());
    assert!(shown.contains("411111******1111"), "{shown}");
    assert!(!shown.contains("4111111111111111") && !shown.contains("2812"), "{shown}");
}

#[test]
fn a_struct_is_printed_as_its_spec_masks() {
    static RECEIPTS: MessageSpec = MessageSpec::extending(
        &spec::ISO1987_ASCII,
        "receipts",
        spec::Wire::ASCII,
        &[
            spec::FieldSpec::new(4, "n 12").with_sensitivity(spec::Sensitivity::Secret),
            spec::FieldSpec::new(48, "ans...999").with_sensitivity(spec::Sensitivity::None),
        ],
    )
    .with_pan_mask(spec::PanMask::new(0, 4).unwrap());
    let made = iso1987::Financial { expiry: Some("2812".parse().unwrap()), icc_data: None, track2: None, ..purchase() };
    // By the numbers of its fields, and by the spec that it was read by.
    assert_eq!(
        format!("{made:?}"),
        "Financial { mti: Mti(0200), processing_code: 000000, stan: 000124, entry_mode: 051, pan: 411111******1111, amount: 1250, \
         transmission_time: 1127132928, expiry: ********, acquirer: 10000001, terminal_id: TERM0001, \
         acceptor_id: SHOP00000000042, currency: 978, other: {} }"
    );
    let message = made.to_message(&RECEIPTS).unwrap();
    let view = message.as_message();
    assert_eq!(
        format!("{:?}", iso1987::Financial::from_message(&view).unwrap()),
        "Financial { mti: Mti(0200), processing_code: 000000, stan: 000124, entry_mode: 051, pan: ************1111, amount: ********, \
         transmission_time: 1127132928, expiry: ********, acquirer: 10000001, terminal_id: TERM0001, \
         acceptor_id: SHOP00000000042, currency: 978, other: {} }"
    );
    assert_eq!(format!("{:?} {}", made.expiry, made.expiry.unwrap()), "Some(Expiry(********)) ********");
}

typed_message! {
    /// Card data at fields that nobody takes for secret.
    pub struct Elsewhere<'a>: "0620";
    mandatory {
        /// A card.
        card: Pan<'a> = 67,
    }
    optional {
        /// A track.
        track: Track2<'a> = 68,
        /// A PIN.
        pin: PinBlock = 69,
        /// A month.
        until: Expiry = 71,
        /// No secret.
        register: u32 = 73,
    }
}

#[test]
fn what_is_secret_by_its_type_is_so_at_every_number() {
    static SHOWN: MessageSpec = MessageSpec::new(
        "shown",
        spec::Wire::ASCII,
        &[
            spec::FieldSpec::new(67, "n..19").with_sensitivity(spec::Sensitivity::None),
            spec::FieldSpec::new(68, "z..37").with_sensitivity(spec::Sensitivity::Track),
            spec::FieldSpec::new(69, "b 8"),
            spec::FieldSpec::new(71, "n 4"),
            spec::FieldSpec::new(73, "n 6"),
        ],
    );
    let made = Elsewhere {
        track: Some(Track2::new("4111111111111111=2812").unwrap()),
        pin: Some(PinBlock::new(&[0xA1; 8]).unwrap()),
        until: Some("2812".parse().unwrap()),
        register: Some(7),
        ..Elsewhere::new(mti(0x0620), Pan::new("4111111111111111").unwrap())
    };
    let hidden = "Elsewhere { mti: Mti(0620), card: ********, track: ********, pin: ********, until: ********, register: 7, other: {} }";
    assert_eq!(format!("{made:?}"), hidden);
    let message = made.to_message(&SHOWN).unwrap();
    let view = message.as_message();
    let read = Elsewhere::from_message(&view).unwrap();
    assert_eq!(format!("{read:?}"), hidden);
    assert_eq!(format!("{:?}", Elsewhere { other: Others::NONE, ..read }), hidden);
}

#[test]
fn a_message_of_another_type_is_refused() {
    let message = purchase().to_message(&spec::ISO1987_ASCII).unwrap();
    let view = message.as_message();
    let error = iso1987::Authorization::from_message(&view).unwrap_err();
    assert_eq!(error.to_string(), "message type 0200 is another at byte 0");
    assert!(iso1993::Financial::from_message(&view).is_err());
    let wrong = iso1987::Financial { mti: mti(0x0210), ..purchase() };
    let error = wrong.to_message(&spec::ISO1987_ASCII).unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::OtherMessageType { mti: 0x0210 });
}

#[test]
fn what_must_be_there_is_named_when_it_is_not() {
    let mut message = purchase().to_message(&spec::ISO1987_ASCII).unwrap();
    message.remove(11);
    let error = iso1987::Financial::from_message(&message.as_message()).unwrap_err();
    assert_eq!((error.kind(), error.path().to_string()), (ParseErrorKind::Absent, "11".to_owned()));
}

#[test]
fn a_value_that_its_element_cannot_hold_is_named() {
    for (number, value) in [(7, "1332132928"), (13, "0230"), (14, "2813")] {
        let mut message = purchase().to_message(&spec::ISO1987_ASCII).unwrap();
        message.set(number, value).unwrap();
        let error = iso1987::Financial::from_message(&message.as_message()).unwrap_err();
        assert_eq!(error.path().to_string(), number.to_string());
        assert!(matches!(error.kind(), ParseErrorKind::BadValue { .. }));
    }
    assert!("1332132928".parse::<isomsg::element::TransmissionTime>().is_err());
    assert!(Track2::new(&"1".repeat(38)).is_err());
    assert!(Stan::new(1_000_000).is_none());
    let euros = Amount::new(1, Currency::EUR);
    assert!(euros.checked_add(&Amount::new(1, Currency::JPY)).is_err());
}

/// The mandatory elements of a struct.
fn mandatory(fields: &[TypedField]) -> BTreeSet<u16> {
    fields.iter().filter(|field| field.presence == Presence::Mandatory).map(|field| field.number).collect()
}

/// What all rules of a spec ask of every message of this type, or nothing when it says nothing of the type.
fn asked(spec: &MessageSpec, mti: Mti) -> Option<BTreeSet<u16>> {
    let rules: Vec<_> = spec.rules().filter(|rule| rule.is_of(mti) && rule.condition().is_none()).collect();
    let paths = rules.iter().flat_map(|rule| rule.mandatory());
    let numbers: BTreeSet<u16> =
        paths.filter(|path| path.segments().len() == 1).filter_map(|path| path.number()).collect();
    (!numbers.is_empty()).then_some(numbers)
}

/// What every dialect of an edition that has rules for these types asks for.
fn common(edition: u16, types: &[u16]) -> BTreeSet<u16> {
    let mut common: Option<BTreeSet<u16>> = None;
    for spec in spec::shipped() {
        for mti in types.iter().map(|digits| mti(edition | digits)) {
            if let Some(asked) = asked(spec, mti) {
                common = Some(match common {
                    Some(common) => common.intersection(&asked).copied().collect(),
                    None => asked,
                });
            }
        }
    }
    common.unwrap_or_default()
}

#[test]
fn mandatory_is_what_every_dialect_of_the_edition_asks_for() {
    assert_eq!(mandatory(iso1987::Authorization::FIELDS), common(0, &[0x100, 0x200]), "authorization");
    assert_eq!(mandatory(iso1987::Financial::FIELDS), common(0, &[0x100, 0x200]), "financial");
    assert_eq!(mandatory(iso1987::FinancialResponse::FIELDS), common(0, &[0x110, 0x210]), "response");
    assert_eq!(mandatory(iso1987::Reversal::FIELDS), common(0, &[0x400, 0x420]), "reversal");
    assert_eq!(mandatory(iso1987::NetworkManagementResponse::FIELDS), common(0, &[0x810, 0x830]), "network response");
    assert_eq!(mandatory(iso2003::Financial::FIELDS), common(0x2000, &[0x100, 0x200]), "2003");
    assert_eq!(mandatory(iso2003::FinancialResponse::FIELDS), common(0x2000, &[0x110, 0x210]), "2003 response");
    assert_eq!(mandatory(iso2003::Reversal::FIELDS), common(0x2000, &[0x400, 0x420]), "2003 reversal");
}
