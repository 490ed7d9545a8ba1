//! The linter: a spec with a mistake gives exactly that finding, at its line, and the specs that come with the crate none.
#![cfg(feature = "toml")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where something is not as it should be")]

use isomsg::error::{FieldPath, SpecErrorKind};
use isomsg::spec::{self, FieldSpec, LintKind, MessageSpec, Severity, Wire, lint_toml, lint_toml_with, shipped_toml};
use std::collections::BTreeSet;

/// The findings in what follows `name` and `extends`, which are the lines 1 and 2.
fn findings(rest: &str) -> Vec<String> {
    let text = format!("name = \"ours\"\nextends = \"iso1987-bcd\"\n{rest}");
    let found = lint_toml(&text);
    let has_error = found.iter().any(|finding| finding.lint().severity() == Severity::Error);
    assert_eq!(MessageSpec::from_toml(&text).is_err(), has_error, "{found:?}");
    found.iter().map(ToString::to_string).collect()
}

/// Each kind of warning: its kind, what a file states from line 3 on, and the finding.
const WARNINGS: &[(LintKind, &str, &str)] = &[
    (
        LintKind::ClassAgainstForm,
        "[fields]\n41 = { data = \"bcd\" }",
        "line 4, column 15: warning: packed digits cannot carry the letters of this class in field 41",
    ),
    (
        LintKind::ClassAgainstContent,
        "[fields]\n52 = { format = \"n 16\" }",
        "line 4, column 17: warning: class cannot hold what the field by its number is for in field 52",
    ),
    (
        LintKind::OddDigitsLost,
        "[fields]\n32 = { counts = \"bytes\" }",
        "line 4, column 17: warning: length prefix counts bytes and the pad is a digit, so an odd number of digits cannot be told in field 32",
    ),
    (
        LintKind::TerminatorInClass,
        "[fields]\n44 = { length = \"terminated\", terminator = \"2F\" }",
        "line 4, column 44: warning: terminator is a character of the class, so a value can hold it in field 44",
    ),
    (
        LintKind::CardDataShown,
        "[fields]\n2 = { sensitive = \"none\" }",
        "line 4, column 19: warning: card data or a key, by its number or name, is not masked: state `sensitive` in field 2",
    ),
    (
        LintKind::CardDataShown,
        "[fields]\n44 = { parts = [\n  { format = \"an 1\" },\n  { format = \"an 4\", name = \"CVV2\" },\n  { format = \"an..20\", length = \"rest\" },\n] }",
        "line 6, column 29: warning: card data or a key, by its number or name, is not masked: state `sensitive` in field 44.2",
    ),
    (
        LintKind::PrivateDataShown,
        "[fields]\n62 = { sensitive = \"none\" }",
        "line 4, column 20: warning: private data without stated parts is not masked in field 62",
    ),
    (
        LintKind::SecretEchoed,
        "[fields]\n52 = { echo = true }",
        "line 4, column 15: warning: a response repeats a secret in field 52",
    ),
    (
        LintKind::SecretEchoed,
        "[messages.answer]\nmti = \"0210\"\necho = \"3 35\"",
        "line 5, column 8: warning: a response repeats a secret: field 35 in rule answer",
    ),
    (
        LintKind::PartNeverFits,
        "[fields]\n44 = { format = \"ans..4\", parts = [{ format = \"n 3\" }, { format = \"n 2\", optional = \"at-end\" }] }",
        "line 4, column 67: warning: parts before leave no room for the part in field 44.2",
    ),
    (
        LintKind::MacNotLast,
        "[messages.sale]\nmti = \"0200\"\nmandatory = \"4 64 70\"",
        "line 5, column 13: warning: fields behind a MAC are not protected by it: field 64 in rule sale",
    ),
    (
        LintKind::MacNotLast,
        "[fields]\n65 = { format = \"b 8\", name = \"Message authentication code\" }",
        "line 4, column 31: warning: fields behind a MAC are not protected by it in field 65",
    ),
    (
        LintKind::UndefinedField,
        "[messages.sale]\nmti = \"0200\"\nmandatory = \"3 65\"",
        "line 5, column 13: warning: names what the spec does not define: field 65 in rule sale",
    ),
    (
        LintKind::UndefinedField,
        "[fields]\n44.cases = [\n  { when = \"3 starts 00\", parts = [{ format = \"n 6\" }] },\n  { when = \"90.6 = 1\", parts = [{ format = \"n 6\" }] },\n]",
        "line 6, column 12: warning: names what the spec does not define: field 90.6 in field 44, case 2",
    ),
    (
        LintKind::ExcludedByType,
        "[fields]\n90 = { only_in = [\"04xx\"] }\n[messages.sale]\nmti = \"02x0\"\nmandatory = \"90.2\"",
        "line 7, column 13: warning: field cannot stand in a message of these types: field 90.2 in rule sale",
    ),
    (
        LintKind::FieldTwice,
        "[messages.sale]\nmti = \"0200\"\nmandatory = \"3 4\"\nconditional = { 4 = \"present 5\" }",
        "line 6, column 21: warning: named twice: field 4 in rule sale",
    ),
    (
        LintKind::FieldTwice,
        "[messages.sale]\nmti = \"0200\"\nmandatory = \"3 4\"\nmandatory_if = { 4 = \"present 5\" }",
        "line 6, column 22: warning: named twice: field 4 in rule sale",
    ),
    (
        LintKind::Contradiction,
        "[messages.all]\nmti = \"02xx\"\nnever = \"90\"\n[messages.sale]\nmti = \"0200\"\nwhen = \"3 starts 00\"\nmandatory = \"90.1\"",
        "line 9, column 13: warning: must be there and must not in the same messages: field 90.1 in rule sale",
    ),
    (
        LintKind::NoResponseCode,
        "[messages.answer]\nmti = \"0210\"\nmandatory = \"3 4 11\"",
        "line 5, column 13: warning: responses have no response code in rule answer",
    ),
    (
        LintKind::EchoInRequest,
        "[messages.sale]\nmti = \"0200 0100\"\necho = \"11\"",
        "line 5, column 8: warning: only responses, advices and reversals repeat fields, and none of these types is one in rule sale",
    ),
    (
        LintKind::RuleSaysNothing,
        "[messages.sale]\nmti = \"0200\"",
        "line 4, column 7: warning: rule states nothing in rule sale",
    ),
    (
        LintKind::ValueImpossible,
        "[messages.sale]\nmti = \"0200\"\nwhen = \"3 = 00\"\nmandatory = \"4\"",
        "line 5, column 8: warning: compares with a value of another length or class than the field has: field 3 in rule sale",
    ),
    (
        LintKind::AskedOfCases,
        "[fields]\n44.cases = [{ when = \"62.1 = 5\", parts = [{ format = \"n 6\" }] }]\n62.cases = [{ when = \"mti = 02xx\", parts = [{ format = \"n 1\" }] }]",
        "line 4, column 22: warning: conditions of cases cannot look into a field that has cases: field 62.1 in field 44, case 1",
    ),
    (
        LintKind::NeverHolds,
        "[messages.sale]\nmti = \"0200\"\nwhen = \"mti = 04xx and present 3\"\nmandatory = \"4\"",
        "line 5, column 8: warning: condition never holds in rule sale",
    ),
    (
        LintKind::NeverHolds,
        "[fields]\n44.cases = [{ when = \"3 starts 00 and 3 = 310000\", parts = [{ format = \"n 6\" }] }]",
        "line 4, column 22: warning: condition never holds in field 44, case 1",
    ),
    (
        LintKind::CaseNeverReached,
        "[fields]\n44.cases = [\n  { when = \"3 starts 00\", parts = [{ format = \"n 6\" }] },\n  { when = \"3 = 000000 001000 and present 4\", parts = [{ format = \"n 4\" }] },\n]",
        "line 6, column 12: warning: an earlier case takes all messages of the case in field 44, case 2",
    ),
];

#[test]
fn a_mistake_of_each_kind_gives_that_finding_alone() {
    for (kind, rest, finding) in WARNINGS {
        assert_eq!(findings(rest), [*finding], "{kind:?}");
    }
}

#[test]
fn every_kind_of_warning_has_its_mistake() {
    for kind in LintKind::WARNINGS {
        assert!(WARNINGS.iter().any(|(of, ..)| of == kind), "{kind:?}");
    }
}

#[test]
fn the_shipped_specs_give_none() {
    for spec in spec::shipped() {
        assert_eq!(spec::lint(spec), [], "{}", spec.name());
        assert_eq!(lint_toml(shipped_toml(spec.name()).unwrap()), [], "{}", spec.name());
    }
}

#[test]
fn a_loaded_spec_and_its_file_have_the_same_findings() {
    for (kind, rest, _) in WARNINGS {
        let text = format!("name = \"ours\"\nextends = \"iso1987-bcd\"\n{rest}");
        let spec = MessageSpec::from_toml(&text).unwrap();
        let found = lint_toml(&text).into_iter().map(|finding| finding.lint().clone());
        assert_eq!(spec::lint(&spec), found.collect::<Vec<_>>(), "{kind:?}");
    }
}

#[test]
fn all_bad_rows_and_rules_are_found_and_what_is_doubtful_beside_them() {
    let rest = r#"
[fields]
2 = { format = "n..119" }
abc = { format = "n 6" }
35 = { echo = true }
44 = { colour = "red" }
48 = { format = "b 64", sensitive = "loud" }
60 = { parts = [{ format = "n 6" }, { format = "q 6" }] }
62.cases = [
  { when = "3 starts 00", parts = [{ format = "n 6" }] },
  { when = "3 begins 00", parts = [{ format = "n 6" }] },
]
63 = { undefined = true, echo = true }

[messages.one]
mandatory = "44"
[messages.two]
mti = "0200"
mandatory = "3,4"
[messages.three]
mti = "0200"
conditional = { 44 = "present 3", 65 = "present 60", 4 = "present" }
[messages.four]
mti = "0200"
mandatory = "44 65"
"#;
    assert_eq!(
        findings(rest),
        [
            "line 5, column 16: error: length prefix cannot hold the maximum in field 2",
            "line 6, column 1: error: field number must be 2 to 192 in field abc",
            "line 7, column 15: warning: a response repeats a secret in field 35",
            "line 8, column 8: error: unknown key `colour`, expected one of `format`, `name`, `data`, `charset`, `hex_case`, `prefix`, `prefix_width`, `counts`, `includes_itself`, `length`, `terminator`, `area`, `nibble_pad`, `nibble_accept`, `pad`, `strip`, `sensitive`, `echo`, `optional`, `only_in`, `tlv`, `bitmap`, `groups`, `undefined`, `parts`, `cases` in field 44",
            "line 9, column 37: error: invalid value: string \"loud\", expected pan | track | pin | cvv | key | secret | none in field 48",
            "line 10, column 48: error: format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 60.2",
            "line 13, column 12: error: condition is not like `3 starts 00 31 and present 52 or mti = 04xx` in field 62",
            "line 15, column 20: error: a row with `undefined = true` can say nothing else in field 63",
            "line 17, column 11: error: message types must be at most eight, of four digits each, `x` for any: `mti` is missing in rule one",
            "line 21, column 13: error: not field paths separated by blanks, or needs like `35 if 22 starts 02; 52 if present 26` in rule two",
            "line 24, column 58: error: condition is not like `3 starts 00 31 and present 52 or mti = 04xx` in rule three",
            "line 27, column 13: warning: names what the spec does not define: field 65 in rule four",
        ]
    );
}

/// The mistakes that keep a file from being a spec: what it states from line 3 on, and what is found.
const ERRORS: &[(&str, SpecErrorKind, &str)] = &[
    ("[fields]\n64 = { format = \"b 64\" }", SpecErrorKind::BitsNotBytes, "line 4, column 17"),
    ("[fields]\n48 = { format = \"ans..999\" }", SpecErrorKind::PrefixTooNarrow, "line 4, column 17"),
    ("[fields]\n52 = { data = \"ebcdic\" }", SpecErrorKind::IncompleteWire, "line 4, column 15"),
    ("[fields]\n52 = { data = \"ascii\" }", SpecErrorKind::FormAgainstClass, "line 4, column 15"),
    ("[fields]\n129 = { format = \"n 6\" }", SpecErrorKind::BitmapTooSmall, "line 4, column 1"),
    (
        "[fields]\n90 = { parts = [{ format = \"n 40\" }, { format = \"n 1\" }] }",
        SpecErrorKind::PartsAgainstLength,
        "line 4, column 16",
    ),
    (
        "[fields]\n44 = { parts = [{ format = \"ans..20\", length = \"rest\" }, { format = \"n 1\" }] }",
        SpecErrorKind::PartBehindEnd,
        "line 4, column 58",
    ),
    (
        "[fields]\n44 = { bitmap = \"hex 1\", parts.9 = { format = \"n 1\" } }",
        SpecErrorKind::BitmapTooSmall,
        "line 4, column 32",
    ),
    (
        "[fields]\n44 = { length = \"rest\" }\n63 = { length = \"rest\" }",
        SpecErrorKind::SeveralToEnd,
        "line 5, column 17",
    ),
    ("[wire]\nthird = \"field 65\"", SpecErrorKind::BadBitmapField, "line 4, column 9"),
    ("[wire]\nnibble_accept = \"F\"", SpecErrorKind::BadNibblePad, "line 4, column 17"),
    ("[wire]\nnible_pad = \"left 0\"", SpecErrorKind::BadAttribute, "line 4, column 1"),
    ("[fields\n", SpecErrorKind::Syntax, "line 3, column 8"),
];

#[test]
fn what_keeps_a_file_from_being_a_spec_is_an_error_at_its_place() {
    for (rest, kind, place) in ERRORS {
        let text = format!("name = \"ours\"\nextends = \"iso1987-bcd\"\n{rest}");
        let found = lint_toml(&text);
        let refused = MessageSpec::from_toml(&text).unwrap_err();
        let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(texts, [refused.to_string().replacen(": ", ": error: ", 1)]);
        assert_eq!(found[0].lint().kind(), LintKind::Refused(*kind), "{rest}");
        assert!(texts[0].starts_with(place), "{} at {place}", texts[0]);
    }
}

#[test]
fn a_file_is_looked_at_although_its_name_base_or_profile_is_missing() {
    let texts = |text: &str| lint_toml(text).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        texts("extends = \"iso1987-bcd\"\n[fields]\n35 = { echo = true }"),
        [
            "line 1, column 1: error: name of a spec must be letters, digits, `-`, `_` or `.`",
            "line 3, column 15: warning: a response repeats a secret in field 35",
        ]
    );
    assert_eq!(
        texts("name = \"ours\"\nextends = \"theirs\"\n[fields]\n35 = { ecko = true }")[0],
        "line 2, column 11: error: extends a spec that is not known"
    );
    assert_eq!(
        texts("name = \"ours\"\n[fields]\n3 = { format = \"n6x\" }\n4 = { format = \"n 12\" }"),
        [
            "line 1, column 1: error: wire profile must state every form, here or in the spec it extends: `mti` is missing",
            "line 3, column 16: error: format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 3",
        ]
    );
}

#[test]
fn findings_in_a_base_name_it() {
    let base = "name = \"base\"\nextends = \"iso1987-bcd\"\n[fields]\n35 = { echo = true }\n48 = { format = \"b 64\" }";
    let lookup = |name: &str| (name == "base").then_some(base);
    let found = lint_toml_with("name = \"ours\"\nextends = \"base\"\n[fields]\n52 = { echo = true }", lookup);
    let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "line 4, column 15: warning: a response repeats a secret in field 52",
            "spec base, line 4, column 15: warning: a response repeats a secret in field 35",
            "spec base, line 5, column 17: error: `b` counts bytes: write `b 8` for the 64 bits of the 1987 edition in field 48",
        ]
    );
    assert_eq!((found[1].base(), found[1].line(), found[1].column()), (Some("base"), 4, 15));
    assert_eq!((found[1].lint().path(), found[1].lint().rule()), (FieldPath::field(35), None));
}

#[test]
fn errors_in_rules_name_the_rule() {
    let found = |rest: &str| {
        let found = lint_toml(&format!("name = \"ours\"\nextends = \"iso1987-bcd\"\n{rest}"));
        found.iter().map(|found| found.lint().rule().map(str::to_owned)).collect::<Vec<_>>()
    };
    let sale = || Some("sale".to_owned());
    assert_eq!(found("[messages.sale]\nmti = \"0200\"\nmandatory = \"3,4\""), [sale()]);
    assert_eq!(found("[messages.sale]\nmti = \"0200\"\nmandatory_if = { 3 = \"present\" }"), [sale()]);
    assert_eq!(found("[messages.sale]\nmti = \"0200\"\nundefined = true"), [sale()]);
    assert_eq!(found("[messages]\nsale = { mti = \"0200\", mandatry = \"3\" }"), [sale()]);
    assert_eq!(found("[fields]\n48 = { format = \"b 64\" }"), [None]);
    let error = MessageSpec::from_toml("name = \"x\"\n[messages.sale]\nmti = 200").unwrap_err();
    assert_eq!((error.rule(), error.line()), (Some("sale"), 3));
}

#[test]
fn rows_are_checked_each_alone() {
    let rows = [
        FieldSpec::new(4, "n..999"),
        FieldSpec::new(3, "n 6"),
        FieldSpec::new(48, "ans...999").with_parts(&[]),
        FieldSpec::new(52, "b 8").with_echo(),
    ];
    let texts = |rows: &[FieldSpec]| -> Vec<String> {
        spec::lint_fields(Wire::ASCII, rows).iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        texts(&rows),
        [
            "length prefix cannot hold the maximum in field 4",
            "field numbers must ascend in field 3",
            "structure needs parts, numbered from 1 on; those of TLV have tags in field 48",
        ]
    );
    assert_eq!(texts(&rows[3..]), ["a response repeats a secret in field 52"]);
    assert_eq!(texts(&rows[1..2]), [""; 0]);
    let ends = [FieldSpec::new(44, "ans..25").to_end(), FieldSpec::new(48, "ans..25").to_end()];
    assert_eq!(texts(&ends), ["only one field can reach to the end of the message in field 48"]);
}

/// What a careful reader would take for a mistake, and is none.
#[test]
fn nothing_is_said_of_what_is_meant() {
    for rest in [
        // About card data, and none.
        "[fields]\n44 = { parts = [{ format = \"n 2\", name = \"Length of the card number\" }, { format = \"an 1\", name = \"CVV2 result\" }] }",
        // The same type by another rule.
        "[messages.a]\nmti = \"0210\"\nmandatory = \"3\"\n[messages.b]\nmti = \"xx1x\"\nmandatory = \"39\"",
        // Two conditions that do not hold at once.
        "[messages.a]\nmti = \"0200\"\nwhen = \"3 starts 00\"\nmandatory = \"52\"\n[messages.b]\nmti = \"0200\"\nwhen = \"3 starts 20\"\nnever = \"52\"",
        // Other types.
        "[messages.a]\nmti = \"0200\"\nmandatory = \"52\"\n[messages.b]\nmti = \"0210\"\nmandatory = \"39\"\nnever = \"52\"",
        // Tags without a row.
        "[messages.a]\nmti = \"0200\"\nmandatory = \"55.9F26 54.2.5\"",
        // Cases of which neither takes all of the other.
        "[fields]\n44.cases = [\n  { when = \"3 = 000000\", parts = [{ format = \"n 6\" }] },\n  { when = \"3 starts 00\", parts = [{ format = \"n 4\" }] },\n]",
    ] {
        assert_eq!(findings(rest), [""; 0], "{rest}");
    }
}

#[test]
fn no_file_takes_long() {
    let rows: String = (0..20_000).map(|number| format!("x{number} = {{ format = \"n 6\" }}\n")).collect();
    let rules: String = (0..20_000)
        .map(|number| format!("[messages.r{number}]\nmti = \"0200\"\nmandatory = \"65\"\nnever = \"65\"\n"))
        .collect();
    let text = format!("name = \"ours\"\nextends = \"iso1987-bcd\"\n[fields]\n{rows}{rules}");
    let found = lint_toml(&text);
    assert_eq!(found.len(), 1000);
    let lines: BTreeSet<usize> = found.iter().map(|finding| finding.line()).collect();
    assert_eq!(lines.len(), 1000);
}

/// Rows that are cut, or left out: whatever a file comes to, the linter has an error when it is no spec, and only then.
#[test]
fn there_is_an_error_when_and_only_when_a_file_is_no_spec() {
    for name in ["unionpay-pos", "cups", "visa-base1-like", "iso1987-bcd"] {
        let text = shipped_toml(name).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for at in 0..lines.len() {
            let cut = lines[at].char_indices().nth(lines[at].chars().count() / 2).map_or(0, |(place, _)| place);
            let swapped =
                lines[at].replace("n 6", "n..6").replace("when", "want").replace("ans", "b").replace("03", "3");
            for line in ["", &lines[at][..cut], &swapped] {
                let changed = [&lines[..at], &[line], &lines[at + 1..]].concat().join("\n");
                let found = lint_toml(&changed);
                let has_error = found.iter().any(|finding| finding.lint().severity() == Severity::Error);
                assert_eq!(MessageSpec::from_toml(&changed).is_err(), has_error, "{name} {line:?} {found:?}");
            }
        }
    }
}
