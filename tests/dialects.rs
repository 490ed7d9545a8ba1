//! What the rules of the dialects find: what is missing, what must not be there, a wrong conditional; and nothing else.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::spec::{self, MessageSpec};
use isomsg::{MessageBuf, Mti};

/// A message that keeps all rules of its dialect.
struct Sample {
    spec: &'static MessageSpec,
    mti: u16,
    fields: &'static [(u16, &'static str)],
    mandatory: &'static [u16],
    /// What must not be there, with a value.
    forbidden: Option<(u16, &'static str)>,
    /// What goes together: the field that another one asks for, and the other one, with values.
    conditional: Option<[(u16, &'static str); 2]>,
}

const PAN: (u16, &str) = (2, "4111111111111111");
const SALE: (u16, &str) = (3, "000000");
const AMOUNT: (u16, &str) = (4, "000000001250");
const SENT: (u16, &str) = (7, "1127132928");
const STAN: (u16, &str) = (11, "000124");
const ACQUIRER: (u16, &str) = (32, "10000001");
const RRN: (u16, &str) = (37, "633113000124");
const TERMINAL: (u16, &str) = (41, "TERM0001");
const SHOP: (u16, &str) = (42, "SHOP00000000042");
const TRACK: (u16, &str) = (35, "4111111111111111=25121010000000000000");
const ORIGINAL: (u16, &str) = (90, "020000012411271329280001000000100000000000");

/// Six pairs of amount and number.
const CREDITS_AND_DEBITS: &str = concat!(
    "84020000000012500000000001",
    "84020000000000000000000000",
    "84020000000000000000000000",
    "84020000000034500000000002",
    "84020000000000000000000000",
    "84020000000000000000000000",
);

const SAMPLES: &[Sample] = &[
    Sample {
        spec: &spec::CUPS,
        mti: 0x0200,
        fields: &[
            PAN,
            SALE,
            AMOUNT,
            SENT,
            STAN,
            (12, "132928"),
            (13, "1127"),
            (18, "5999"),
            (22, "051"),
            (25, "00"),
            ACQUIRER,
            (33, "10000001"),
            RRN,
            TERMINAL,
            SHOP,
            (49, "156"),
        ],
        mandatory: &[2, 3, 4, 7, 11, 12, 13, 18, 22, 25, 32, 33, 37, 41, 42, 49],
        forbidden: Some((39, "00")),
        conditional: Some([(26, "12"), (52, "0102030405060708")]),
    },
    Sample {
        spec: &spec::CUPS,
        mti: 0x0210,
        fields: &[PAN, SALE, AMOUNT, SENT, STAN, (25, "00"), ACQUIRER, RRN, (39, "00")],
        mandatory: &[2, 3, 7, 11, 25, 32, 37, 39],
        forbidden: Some(TRACK),
        conditional: None,
    },
    Sample {
        spec: &spec::CUPS,
        mti: 0x0420,
        fields: &[
            PAN,
            SALE,
            AMOUNT,
            SENT,
            STAN,
            (25, "00"),
            ACQUIRER,
            (33, "10000001"),
            RRN,
            TERMINAL,
            SHOP,
            (49, "156"),
            ORIGINAL,
        ],
        mandatory: &[2, 3, 4, 7, 11, 25, 32, 33, 37, 41, 42, 49, 90],
        forbidden: Some(TRACK),
        conditional: None,
    },
    Sample {
        spec: &spec::CUPS,
        mti: 0x0820,
        fields: &[SENT, STAN, (70, "301")],
        mandatory: &[7, 11, 70],
        forbidden: None,
        conditional: None,
    },
    Sample {
        spec: &spec::MASTERCARD_LIKE,
        mti: 0x0100,
        fields: &[PAN, SALE, AMOUNT, SENT, STAN, (22, "051"), ACQUIRER, (49, "840")],
        mandatory: &[2, 3, 4, 7, 11, 22, 32, 49],
        forbidden: Some((39, "00")),
        conditional: Some([(51, "978"), (6, "000000001100")]),
    },
    Sample {
        spec: &spec::MASTERCARD_LIKE,
        mti: 0x0400,
        fields: &[PAN, SALE, AMOUNT, SENT, STAN, (22, "051"), ACQUIRER, (49, "840"), ORIGINAL],
        mandatory: &[2, 3, 4, 7, 11, 22, 32, 49, 90],
        forbidden: Some(TRACK),
        conditional: Some([(50, "978"), (5, "000000001100")]),
    },
    Sample {
        spec: &spec::VISA_BASE1_LIKE,
        mti: 0x0100,
        fields: &[PAN, SALE, AMOUNT, SENT, STAN, (22, "0510"), (25, "00"), ACQUIRER, RRN, TERMINAL, SHOP, (49, "840")],
        mandatory: &[2, 3, 4, 7, 11, 22, 25, 32, 37, 41, 42, 49],
        forbidden: Some((39, "00")),
        conditional: Some([(53, "2001010100000000"), (52, "0102030405060708")]),
    },
    Sample {
        spec: &spec::VISA_BASE1_LIKE,
        mti: 0x0110,
        fields: &[PAN, SALE, AMOUNT, SENT, STAN, ACQUIRER, RRN, (39, "00"), (49, "840")],
        mandatory: &[2, 3, 4, 7, 11, 32, 37, 39, 49],
        forbidden: Some(TRACK),
        conditional: Some([(51, "978"), (6, "000000001100")]),
    },
    Sample {
        spec: &spec::JCB_LIKE,
        mti: 0x0100,
        fields: &[
            PAN,
            SALE,
            AMOUNT,
            SENT,
            STAN,
            (12, "132928"),
            (13, "1127"),
            (22, "0510"),
            (25, "00"),
            ACQUIRER,
            (49, "392"),
        ],
        mandatory: &[2, 3, 4, 7, 11, 12, 13, 22, 25, 32, 49],
        forbidden: Some((39, "00")),
        conditional: Some([(51, "978"), (6, "000000001100")]),
    },
    Sample {
        spec: &spec::JCB_LIKE,
        mti: 0x0810,
        fields: &[SENT, (39, "00")],
        mandatory: &[39],
        forbidden: None,
        conditional: None,
    },
    Sample {
        spec: &spec::JCARD_CMF,
        mti: 0x2100,
        fields: &[
            SALE,
            (4, "8402000000001250"),
            SENT,
            (11, "000000000124"),
            (12, "20261127132928"),
            (22, "00000001000000020000000300000004"),
            (24, "100"),
            (26, "5999"),
        ],
        mandatory: &[4, 7, 11, 12, 22, 24, 26],
        forbidden: Some((39, "0000")),
        conditional: None,
    },
    Sample {
        spec: &spec::JCARD_CMF,
        mti: 0x2110,
        fields: &[SALE, SENT, (11, "000000000124"), (12, "20261127132928"), (39, "0000")],
        mandatory: &[7, 11, 12, 39],
        forbidden: Some(TRACK),
        conditional: None,
    },
    Sample {
        spec: &spec::JCARD_CMF,
        mti: 0x2500,
        fields: &[
            SENT,
            (11, "000000000124"),
            (12, "20261127132928"),
            (24, "500"),
            (68, "000000001"),
            (74, CREDITS_AND_DEBITS),
            (97, "8402C0000000000001250"),
        ],
        mandatory: &[7, 11, 12, 24, 68, 74, 97],
        forbidden: None,
        conditional: None,
    },
];

fn message(sample: &Sample) -> MessageBuf {
    let mut message = MessageBuf::new(sample.spec, Mti::new(sample.mti).unwrap());
    for (number, value) in sample.fields {
        message.set(*number, *value).unwrap_or_else(|error| panic!("{}: {error}", sample.spec.name()));
    }
    message
}

fn findings(message: &MessageBuf) -> Vec<String> {
    let mut findings = Vec::new();
    message.as_message().validate(|finding| findings.push(finding.to_string()));
    findings
}

fn id(sample: &Sample) -> String {
    format!("{} {:04X}", sample.spec.name(), sample.mti)
}

#[test]
fn a_whole_message_is_found_whole() {
    for sample in SAMPLES {
        assert_eq!(findings(&message(sample)), [""; 0], "{}", id(sample));
    }
}

#[test]
fn what_is_missing_is_found_by_its_path() {
    for sample in SAMPLES {
        for number in sample.mandatory {
            let mut without = message(sample);
            assert!(without.remove(*number));
            let expected = format!("required field is absent in field {number} at byte {}", without.encoded_len());
            assert_eq!(findings(&without), [expected], "{}", id(sample));
        }
    }
}

#[test]
fn what_must_not_be_there_is_found_by_its_path() {
    for sample in SAMPLES {
        let Some((number, value)) = sample.forbidden else { continue };
        let mut with = message(sample);
        with.set(number, value).unwrap();
        let at = with.require(number).unwrap().range().start;
        let expected = format!("not allowed in a message of this type in field {number} at byte {at}");
        assert_eq!(findings(&with), [expected], "{}", id(sample));
    }
}

#[test]
fn a_wrong_conditional_is_found_by_its_path() {
    for sample in SAMPLES {
        let Some([(number, value), (other, cause)]) = sample.conditional else { continue };
        let mut message = message(sample);
        message.set(number, value).unwrap();
        let at = message.require(number).unwrap().range().start;
        let expected = format!("condition for it does not hold in field {number} at byte {at}");
        assert_eq!(findings(&message), [expected], "{}", id(sample));
        message.set(other, cause).unwrap();
        assert_eq!(findings(&message), [""; 0], "{}", id(sample));
        message.remove(number);
        let expected = format!("required field is absent in field {number} at byte {}", message.encoded_len());
        assert_eq!(findings(&message), [expected], "{}", id(sample));
    }
}

#[test]
fn every_dialect_with_rules_has_samples() {
    let with_rules = spec::shipped()
        .filter(|spec| spec.rules().any(|rule| rule.mandatory().next().is_some()) && *spec != &spec::UNIONPAY_POS);
    for spec in with_rules {
        assert!(SAMPLES.iter().any(|sample| sample.spec == spec), "{}", spec.name());
    }
}
