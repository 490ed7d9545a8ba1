//! Cases and rules of messages that break the build. Each is one mistake.

use isomsg::spec::{FieldSpec, MessageRule, MessageSpec, Wire};

const N1: &[FieldSpec] = &[FieldSpec::new(1, "n 1")];
const SALE: FieldSpec = FieldSpec::case("3 starts 00").with_parts(N1);

const fn of(field: FieldSpec, cases: &'static [FieldSpec]) -> FieldSpec {
    field.with_cases(cases)
}

const PRIVATE: FieldSpec = FieldSpec::new(48, "ans...999");

static NO_CASES: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[of(PRIVATE, &[])]);
static CASE_WITHOUT_STRUCTURE: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[of(PRIVATE, &[FieldSpec::case("3 starts 00")])]);
static CASE_WITHOUT_CONDITION: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[of(PRIVATE, &[FieldSpec::new(1, "n 1").with_parts(N1)])]);
static CASES_IN_A_CASE: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[of(PRIVATE, &[FieldSpec::case("3 starts 00").with_cases(&[SALE])])]);
static CASES_OF_A_PART: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[FieldSpec::new(1, "ans..50").with_cases(&[SALE])])]);
static CASE_AMONG_PARTS: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[SALE])]);
static PARTS_OF_A_CASE: MessageSpec = MessageSpec::new(
    "test",
    Wire::ASCII,
    &[of(PRIVATE, &[SALE, FieldSpec::case("mti = 04xx").with_parts(&[FieldSpec::new(2, "n..100")])])],
);
static BAD_CONDITION: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[of(PRIVATE, &[FieldSpec::case("3 begins 00").with_parts(N1)])]);

const RULE: MessageRule = MessageRule::new("sale", "0200 0210");

const fn with(messages: &'static [MessageRule]) -> MessageSpec {
    MessageSpec::new("test", Wire::ASCII, &[]).with_messages(messages)
}

static RULE_WITHOUT_TYPES: MessageSpec = with(&[MessageRule::new("sale", "0200,0210")]);
static BAD_CONDITION_OF_A_RULE: MessageSpec = with(&[RULE, RULE.when("3 starts")]);
static BAD_FIELD_LIST: MessageSpec = with(&[RULE.mandatory("3, 4")]);
static BAD_NEED: MessageSpec = with(&[RULE.conditional("35 if 22 starts 02; 52 when present 26")]);
static BAD_CONDITION_OF_A_NEED: MessageSpec = with(&[RULE.conditional("35 if 22 starts 02; 52 if is present 26")]);

fn main() {}
