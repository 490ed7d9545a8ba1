//! Messages that nobody of this project wrote, as structs, where their folder lies beside the checkout.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

mod support;

use isomsg::error::ParseErrorKind;
use isomsg::spec::{MessageSpec, SpecRef};
use isomsg::typed::{TypedMessage, iso1987, iso1993, iso2003};
use isomsg::{Message, unionpay};
use std::collections::BTreeMap;
use support::shared::{load, load_json};
use support::{bytes, notation};

/// What becomes of a message as the struct of its type.
enum Outcome {
    /// It is written back to the same bytes.
    Same,
    /// Something is missing, or is not what its element says.
    Finding(ParseErrorKind, String),
    /// No struct stands for its type.
    NoStruct,
    /// It is written back otherwise.
    Differs(String),
}

fn through<'a, M: TypedMessage<'a>>(message: &'a Message<'a>, spec: SpecRef<'_>) -> Option<Outcome> {
    if !M::TYPES.contains(message.mti()) {
        return None;
    }
    let typed = match M::from_message(message) {
        Ok(typed) => typed,
        Err(error) => return Some(Outcome::Finding(error.kind(), error.to_string())),
    };
    Some(match typed.to_message(spec) {
        Ok(written) if written.as_bytes() == message.as_bytes() => Outcome::Same,
        Ok(_) => Outcome::Differs(deviations(message)),
        Err(error) => Outcome::Differs(error.to_string()),
    })
}

/// What the message has otherwise than its spec would write it.
fn deviations(message: &Message<'_>) -> String {
    message.deviations().map(|deviation| format!("{deviation}; ")).collect()
}

macro_rules! outcome {
    ($message:expr, $spec:expr, $($edition:ident: $($name:ident)+;)+) => {
        None $($(.or_else(|| through::<$edition::$name<'_>>($message, $spec)))+)+.unwrap_or(Outcome::NoStruct)
    };
}

fn outcome(message: &Message<'_>, spec: SpecRef<'_>) -> Outcome {
    outcome! { message, spec,
        iso1987: Authorization AuthorizationResponse Financial FinancialResponse Reversal ReversalResponse
            Reconciliation ReconciliationResponse NetworkManagement NetworkManagementResponse FileAction
            FileActionResponse Chargeback ChargebackResponse Administrative AdministrativeResponse FeeCollection
            FeeCollectionResponse;
        iso1993: Authorization AuthorizationResponse Financial FinancialResponse Reversal ReversalResponse
            Reconciliation ReconciliationResponse NetworkManagement NetworkManagementResponse FileAction
            FileActionResponse Chargeback ChargebackResponse Administrative AdministrativeResponse FeeCollection
            FeeCollectionResponse;
        iso2003: Authorization AuthorizationResponse Financial FinancialResponse Reversal ReversalResponse
            Reconciliation ReconciliationResponse NetworkManagement NetworkManagementResponse FileAction
            FileActionResponse Chargeback ChargebackResponse Administrative AdministrativeResponse FeeCollection
            FeeCollectionResponse;
    }
}

/// What came of all messages of a file.
#[derive(Default)]
struct Report {
    same: usize,
    missing: BTreeMap<String, usize>,
    findings: Vec<String>,
    normalised: Vec<String>,
    without: Vec<String>,
}

impl Report {
    fn add(&mut self, id: &str, message: &Message<'_>, spec: SpecRef<'_>) {
        match outcome(message, spec) {
            Outcome::Same => self.same += 1,
            Outcome::NoStruct => self.without.push(format!("{id} {}", message.mti())),
            Outcome::Finding(ParseErrorKind::Absent, text) => {
                let text = text.split(" at byte").next().unwrap();
                *self.missing.entry(format!("{text} of {}", message.mti())).or_default() += 1;
            }
            Outcome::Finding(_, text) => {
                assert!(text.contains(" in field "), "{id}: {text}");
                self.findings.push(format!("{id} {}: {text}", message.mti()));
            }
            Outcome::Differs(text) if text.is_empty() => panic!("{id} is written otherwise, and nothing says why"),
            Outcome::Differs(text) => self.normalised.push(format!("{id}: {text}")),
        }
    }

    fn print(&self, what: &str) {
        let missing: usize = self.missing.values().sum();
        let (bad, without) = (self.findings.len(), self.without.join(", "));
        let all = self.same + missing + bad + self.normalised.len();
        println!("shared vectors: {} of {all} {what} as structs and back, {missing} lack an element:", self.same);
        self.missing.iter().for_each(|(what, count)| println!("  {count:3} {what}"));
        println!("  {bad} have a value that is not what its element says:");
        self.findings.iter().for_each(|finding| println!("      {finding}"));
        self.normalised.iter().for_each(|finding| println!("  written as the spec has it: {finding}"));
        println!("  of types without a struct: {without}");
    }
}

#[test]
fn vectors_become_structs_and_the_same_bytes_again() {
    let Some(vectors) = load("valid.json") else { return };
    let mut report = Report::default();
    for vector in &vectors {
        let wire = bytes(vector["wire_hex"].as_str().unwrap());
        let spec = notation::spec(&vector["codec"], &vector["field_formats"]);
        // Signs that are neither C nor D need a lenient parse.
        let Ok(message) = Message::parse(&wire, &spec) else { continue };
        report.add(vector["id"].as_str().unwrap(), &message, SpecRef::from(&spec));
    }
    report.print("valid ones");
    assert_eq!(report.same, VALID);
}

/// How many of the valid messages are whole: most others are single fields of tests.
const VALID: usize = 87;

/// The spec of messages of a dialect, by how its name begins, and how many bytes stand in front.
const DIALECTS: [(&str, &MessageSpec, usize); 5] = [
    ("unionpay-pos", &isomsg::spec::UNIONPAY_POS, 13),
    ("cups (ASCII", &isomsg::spec::CUPS, 0),
    ("cups (4 ASCII digit length", &isomsg::spec::CUPS, 4),
    ("mastercard", &isomsg::spec::MASTERCARD_LIKE, 0),
    ("visa base i", &isomsg::spec::VISA_BASE1_LIKE, 26),
];

#[test]
fn messages_of_networks_become_structs_and_the_same_bytes_again() {
    let Some(file) = load_json("unionpay.json") else { return };
    let mut report = Report::default();
    for vector in file["messages"].as_array().unwrap() {
        let dialect = vector["dialect"].as_str().unwrap();
        let wire = bytes(vector["hex"].as_str().unwrap());
        let (_, spec, header) = DIALECTS.iter().find(|(name, ..)| dialect.starts_with(name)).expect("a known dialect");
        let header = if dialect.contains("no length") { 0 } else { *header };
        let message = Message::parse(&wire[header..], *spec).unwrap();
        report.add(vector["id"].as_str().unwrap(), &message, SpecRef::from(*spec));
    }
    report.print("messages of networks");
    assert_eq!(report.same, NETWORKS);
}

const NETWORKS: usize = 33;

#[test]
fn messages_of_terminals_are_told_apart_and_become_the_same_bytes_again() {
    let Some(file) = load_json("unionpay.json") else { return };
    let (mut same, mut known, mut unknown) = (0, BTreeMap::<&str, usize>::new(), Vec::new());
    for vector in file["messages"].as_array().unwrap() {
        let dialect = vector["dialect"].as_str().unwrap();
        if !dialect.starts_with("unionpay-pos") {
            continue;
        }
        let (id, wire) = (vector["id"].as_str().unwrap(), bytes(vector["hex"].as_str().unwrap()));
        let header = if dialect.contains("no length") { 0 } else { 13 };
        let message = Message::parse(&wire[header..], &isomsg::spec::UNIONPAY_POS).unwrap();
        let spec = SpecRef::from(&isomsg::spec::UNIONPAY_POS);
        let outcome = through::<unionpay::Request<'_>>(&message, spec)
            .or_else(|| through::<unionpay::Response<'_>>(&message, spec))
            .unwrap_or(Outcome::NoStruct);
        match outcome {
            Outcome::Same => same += 1,
            Outcome::Differs(text) => println!("  written as the spec has it: {id}: {text}"),
            Outcome::Finding(_, text) => panic!("{id}: {text}"),
            Outcome::NoStruct => panic!("{id}: no struct"),
        }
        match unionpay::Transaction::of(&message) {
            Some(transaction) => *known.entry(transaction.name()).or_default() += 1,
            None => unknown.push(id),
        }
    }
    println!("shared vectors: {same} messages of terminals as structs and back; {known:?}, unknown: {unknown:?}");
    assert_eq!(unknown, ["V11"], "a sale by QR code, which one acquirer has");
}

/// Requests and the responses that answer them. S3, S4, S5 and S13 are variants of one sale.
const PAIRS: [(&str, &str); 9] = [
    ("C1", "C2"),
    ("C3", "C4"),
    ("M2", "M3"),
    ("V12", "V13"),
    ("S1", "S2"),
    ("S3", "S6"),
    ("S4", "S6"),
    ("S5", "S6"),
    ("S13", "S6"),
];

#[test]
fn responses_answer_their_requests_and_no_others() {
    let Some(file) = load_json("unionpay.json") else { return };
    let mut messages = Vec::new();
    for vector in file["messages"].as_array().unwrap() {
        let dialect = vector["dialect"].as_str().unwrap();
        let wire = bytes(vector["hex"].as_str().unwrap());
        let (_, spec, header) = DIALECTS.iter().find(|(name, ..)| dialect.starts_with(name)).expect("a known dialect");
        let header = if dialect.contains("no length") { 0 } else { *header };
        let message = Message::parse(&wire[header..], *spec).unwrap().to_owned();
        messages.push((vector["id"].as_str().unwrap(), message));
    }
    let mut pairs = Vec::new();
    for (request, asked) in &messages {
        for (response, answered) in &messages {
            let is_answer = asked.as_message().is_answered_by(&answered.as_message());
            let has_key = isomsg::MatchKey::of(&asked.as_message()) == isomsg::MatchKey::of(&answered.as_message());
            let is_pair = answered.mti().is_response() && !asked.mti().is_response();
            assert!(!is_pair || has_key == is_answer, "{request}, {response}");
            pairs.extend(is_answer.then_some((*request, *response)));
        }
    }
    let mut expected = PAIRS.to_vec();
    pairs.sort_unstable();
    expected.sort_unstable();
    println!("shared vectors: {} pairs of request and response", pairs.len());
    assert_eq!(pairs, expected);
}
