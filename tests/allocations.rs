//! Reading and writing allocate nothing: each step is run under an allocator that counts.
#![cfg(feature = "alloc")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its sample is not what it should be")]

#[path = "../benches/messages.rs"]
pub mod messages;

use isomsg::spec::{self, FieldSpec, Groups, MessageSpec, PartBitmap, TlvForm, Wire};
use isomsg::value::Value;
use isomsg::{Index, Message, MessageBuf, Mti, ParseOptions, Writer, de};
use messages::{M1, M2, M3, U1, U2};

const SAMPLES: [(&str, &[u8], &MessageSpec); 5] = [
    ("M1", M1, &spec::ISO1987_ASCII),
    ("M2", M2, &spec::ISO1987_BCD),
    ("M3", M3, &spec::ISO1987_ASCII),
    ("U1", U1, &spec::UNIONPAY_POS),
    ("U2", U2, &spec::UNIONPAY_POS),
];

/// How often `step` asks the allocator for memory.
fn allocations(step: impl FnOnce()) -> u64 {
    allocation_counter::measure(step).count_total
}

#[track_caller]
fn assert_none(what: &str, sample: &str, step: impl FnOnce()) {
    let count = allocations(step);
    println!("{what:<28} {sample}: {count} allocations");
    assert_eq!(count, 0, "{what} of {sample} allocates");
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(std::hint::black_box(vec![0; 64]))), 1);
}

#[test]
fn parsing_allocates_nothing() {
    for (name, bytes, spec) in SAMPLES {
        let mut index = Index::new();
        assert_none("parse_in", name, || {
            Message::parse_in(&mut index, bytes, spec).expect("well formed");
        });
        assert_none("parse_in_with", name, || {
            let options = ParseOptions::STRICT.unchecked_classes();
            Message::parse_in_with(&mut index, bytes, spec, options).expect("well formed");
        });
        assert_none("parse", name, || {
            Message::parse(bytes, spec).expect("well formed");
        });
        assert_none("parse_partial", name, || {
            Message::parse_partial(bytes, spec, ParseOptions::STRICT).1.expect("well formed");
        });
        assert_none("parse of a cut message", name, || {
            let cut = bytes.split_last().map_or(bytes, |(_, front)| front);
            assert!(Message::parse(cut, spec).is_err());
        });
    }
}

#[test]
fn reading_values_allocates_nothing() {
    for (name, bytes, spec) in SAMPLES {
        let message = Message::parse(bytes, spec).expect("well formed");
        assert_none("field and value", name, || {
            assert!(message.fields().all(|field| field.value().len() <= field.wire().len() * 2));
            assert!(message.field(de::STAN).is_some());
            assert!(message.require(de::AMOUNT_SETTLEMENT).is_err());
        });
        assert_none("compare with text", name, || {
            let is_known = |pan: Value<'_>| pan == "4111111111111111" || pan == "6200000000000005";
            assert!(message.field(de::PAN).is_none_or(|pan| is_known(pan.value())));
        });
        assert_none("copy into a buffer", name, || {
            let mut buffer = [0; 512];
            assert!(message.fields().all(|field| field.value().copy_into(&mut buffer).is_some()));
        });
        assert_none("parse as u64", name, || {
            let stan: u64 = message.require(de::STAN).expect("there").parse().expect("digits");
            assert!([1, 124, 131].contains(&stan));
        });
    }
}

#[test]
fn elements_allocate_nothing() {
    use isomsg::element::emv::Tvr;
    use isomsg::element::*;
    let mut owned = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0200).expect("four digits"));
    owned.set(2, "4111111111111111").expect("a number");
    owned.set(3, "011000").expect("a code");
    owned.set(4, 1250u64).expect("an amount");
    owned.set(7, "1231235959").expect("a time");
    owned.set(11, 124u64).expect("a number");
    owned.set(14, "2611").expect("a month");
    owned.set(22, "051").expect("a mode");
    owned.set(28, -125i64).expect("a fee");
    owned.set(35, "4111111111111111=26112011234567890").expect("a track");
    owned.set(37, "633116000124").expect("a number");
    owned.set(39, "51").expect("a code");
    owned.set(49, "978").expect("a currency");
    owned.set(52, &[0xA1; 8]).expect("a block");
    owned.set(54, "1001978C0000001300001002978C000000123456").expect("amounts");
    owned.set(55, &[0x95, 5, 0, 0, 4, 0, 0]).expect("chip data");
    owned.set(90, "020000012411271345000000001234500000000000").expect("an original");
    let bytes = owned.encode();
    let message = Message::parse(&bytes, &spec::ISO1987_BCD).expect("well formed");
    assert_none("elements", "all kinds", || {
        fn read<'a, T: isomsg::value::FromValue<'a>>(message: &'a Message<'_>, number: u16) -> T {
            message.require(number).expect("there").parse().expect("legal")
        }
        let (pan, track): (Pan<'_>, Track2<'_>) = (read(&message, 2), read(&message, 35));
        assert!(pan == track.pan() && pan.luhn_is_valid() && pan.iin8().is_some());
        assert!(track.expiry() == Some(read(&message, 14)) && track.discretionary() == "1234567890");
        let code: ProcessingCode = read(&message, 3);
        assert!(code.with_type(TransactionType::REFUND).as_str() == "201000");
        let amount = Amount::new(read(&message, 4), read(&message, 49));
        assert!(amount.checked_add(&amount).is_ok_and(|sum| sum.minor() == 2500));
        let sent: TransmissionTime = read(&message, 7);
        assert!(Date::new(2027, 1, 1).and_then(|day| sent.resolve(day)).is_some());
        let (stan, mode, fee): (Stan, PosEntryMode, SignedAmount) =
            (read(&message, 11), read(&message, 22), read(&message, 28));
        assert!(stan.next().number() == 125 && mode.is_chip() && fee.sign() == Sign::Debit);
        let (rrn, response, block): (Rrn, ResponseCode, PinBlock) =
            (read(&message, 37), read(&message, 39), read(&message, 52));
        assert!(rrn.as_str().len() == 12 && response.name().is_some() && block.as_bytes().len() == 8);
        let (amounts, original): (AdditionalAmounts<'_>, OriginalDataElements) =
            (read(&message, 54), read(&message, 90));
        assert!(amounts.iter().count() == 2 && original.stan() == stan);
        let tvr: Tvr = message.require("55.95").expect("there").parse().expect("five bytes");
        assert!(tvr.online_pin_entered());
    });
}

#[test]
fn structures_allocate_nothing() {
    const CHIP: &[FieldSpec] = &[FieldSpec::tagged("5F2A", "n 3")];
    const TERMINAL: &[FieldSpec] = &[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 6"), FieldSpec::new(3, "n 3")];
    static SPEC: MessageSpec = MessageSpec::new(
        "structured",
        Wire::BCD,
        &[
            FieldSpec::new(55, "b...255").with_tlv(TlvForm::BER, CHIP),
            FieldSpec::new(60, "n...11").with_groups(Groups::up_to(1), TERMINAL),
            FieldSpec::new(63, "b...99").with_bitmapped(PartBitmap::new(1), TERMINAL),
        ],
    );
    let mut owned = MessageBuf::new(&SPEC, Mti::new(0x0200).expect("four digits"));
    owned.set(55, &[0x5F, 0x2A, 2, 1, 0x56, 0x9F, 0x36, 2, 1, 2]).expect("chip data");
    owned.set(60, "22000001003").expect("digits");
    owned.set(63, &[0x60, 0, 0, 1, 0, 3]).expect("a bitmap and two parts");
    let bytes = owned.encode();
    let message = Message::parse(&bytes, &SPEC).expect("well formed");
    assert_none("subfields", "all kinds", || {
        for field in message.fields() {
            let parts = field.subfields().expect("well formed");
            assert!(parts.iter().all(|part| !part.value().is_empty() && part.path().segments().len() == 2));
        }
    });
    assert_none("a part by path", "all kinds", || {
        let currency: u16 = message.require("55.5F2A").expect("there").parse().expect("digits");
        let batch: u32 = message.require("60.1.2").expect("there").parse().expect("digits");
        let last: u8 = message.require("63.3").expect("there").parse().expect("digits");
        assert_eq!((currency, batch, last), (156, 1, 3));
        assert!(message.field("55.9F26").is_none());
    });
    assert_none("validate", "all kinds", || message.validate(|finding| panic!("{finding}")));
    assert_none("walk and deviations", "all kinds", || {
        assert_eq!(message.walk().count(), 3 + 2 + 4 + 2);
        assert!(message.deviations().next().is_none());
    });
}

#[test]
fn writing_allocates_nothing() {
    for (name, bytes, spec) in SAMPLES {
        let message = Message::parse(bytes, spec).expect("well formed");
        let owned: MessageBuf = message.to_owned();
        let mut buffer = [0; 512];
        assert_none("encode_into", name, || {
            assert_eq!(owned.encode_into(&mut buffer), Ok(bytes.len()));
        });
        assert!(buffer.starts_with(bytes));
        let mut buffer = [0; 512];
        assert_none("Writer", name, || {
            let mut writer = Writer::new(spec, &mut buffer, message.mti(), message.bitmap()).expect("room enough");
            for field in message.fields() {
                writer.put(field.number(), field.value()).expect("a value of the field");
            }
            assert_eq!(writer.finish(), Ok(bytes.len()));
        });
        assert!(buffer.starts_with(bytes));
    }
}

#[test]
fn printing_allocates_nothing() {
    use std::fmt::Write;
    for (name, bytes, spec) in SAMPLES {
        let message = Message::parse(bytes, spec).expect("well formed");
        let mut text = String::with_capacity(16_384);
        assert_none("Display", name, || {
            write!(text, "{message}").expect("a string takes everything");
        });
    }
}

#[test]
fn typed_messages_are_read_and_written_without_allocation() {
    use isomsg::MessageClass;
    use isomsg::typed::TypedMessage;
    use isomsg::typed::iso1987::{Authorization, FileAction, Financial, NetworkManagement};

    fn check<'a, M: TypedMessage<'a>>(name: &str, message: &'a Message<'a>, spec: &MessageSpec) {
        assert_none("typed parse", name, || drop(M::from_message(message).expect("whole")));
        let typed = M::from_message(message).expect("whole");
        let mut buffer = [0; 1200];
        assert_none("typed encode_into", name, || {
            typed.encode_into(spec, &mut buffer).expect("room enough");
        });
        assert_eq!(typed.encode_into(spec, &mut buffer), Ok(message.as_bytes().len()));
        assert_eq!(buffer.get(..message.as_bytes().len()), Some(message.as_bytes()));
    }
    for (name, bytes, spec) in SAMPLES {
        let message = Message::parse(bytes, spec).expect("well formed");
        match message.mti().class() {
            MessageClass::Authorization => check::<Authorization<'_>>(name, &message, spec),
            MessageClass::Financial => check::<Financial<'_>>(name, &message, spec),
            MessageClass::NetworkManagement => check::<NetworkManagement<'_>>(name, &message, spec),
            _ => check::<FileAction<'_>>(name, &message, spec),
        }
    }
}
