//! What is different between two specs, and specs as tables for people.
#![cfg(feature = "toml")]
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use isomsg::error::FieldPath;
use isomsg::spec::{
    self, DataForm, FieldSpec, Groups, MessageRule, MessageSpec, PanMask, PrefixForm, Sensitivity, Sheet, Wire, diff,
};

fn lines(before: &MessageSpec, after: &MessageSpec) -> Vec<String> {
    let mark = |changes_wire| if changes_wire { '!' } else { '~' };
    diff(before, after).iter().map(|found| format!("{} {found}", mark(found.changes_wire()))).collect()
}

#[test]
fn a_spec_does_not_differ_from_itself() {
    for spec in spec::shipped() {
        assert_eq!(diff(spec, spec), [], "{}", spec.name());
        let loaded = MessageSpec::from_toml(spec::shipped_toml(spec.name()).unwrap()).unwrap();
        assert_eq!(diff(spec, &loaded), [], "{}", spec.name());
    }
}

#[test]
fn what_follows_from_the_profile_is_said_once() {
    assert_eq!(
        lines(&spec::ISO1987_ASCII, &spec::ISO1987_BCD),
        ["! profile: mti ascii -> bcd", "! profile: length ascii -> bcd", "! profile: digits ascii -> bcd"]
    );
    assert_eq!(lines(&spec::ISO1987_BCD, &spec::ISO1987_BCD_RIGHT)[0], "! profile: nibble_pad left 0 -> right 0");
    assert_eq!(
        lines(&spec::ISO1987_ASCII, &spec::ISO1987_EBCDIC),
        [
            "! profile: mti ascii -> ebcdic",
            "! profile: length ascii -> ebcdic",
            "! profile: digits ascii -> ebcdic",
            "! profile: text ascii -> ebcdic",
            "! profile: charset none -> cp037",
        ]
    );
}

const GROUP: &[FieldSpec] = &[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 12")];
const LONGER_GROUP: &[FieldSpec] = &[FieldSpec::new(1, "n 3"), FieldSpec::new(2, "n 12"), FieldSpec::new(3, "a 1")];
const CODE: &[FieldSpec] = &[FieldSpec::new(1, "n 6")];
const CASES: &[FieldSpec] = &[FieldSpec::case("3 starts 00").with_parts(CODE)];
const OTHER_CASES: &[FieldSpec] =
    &[FieldSpec::case("3 starts 01").with_parts(GROUP), FieldSpec::case("mti = 05xx").with_parts(CODE)];

static BEFORE: MessageSpec = MessageSpec::new(
    "before",
    Wire::BCD,
    &[
        FieldSpec::new(2, "n..19"),
        FieldSpec::new(3, "n 6").with_name("Processing code"),
        FieldSpec::new(41, "ans 8"),
        FieldSpec::new(44, "ans..25").with_parts(CODE),
        FieldSpec::new(45, "ans..76"),
        FieldSpec::new(48, "ans...999"),
        FieldSpec::new(54, "ans...120").with_groups(Groups::up_to(6), GROUP),
        FieldSpec::new(62, "ans...999").with_cases(CASES),
        FieldSpec::new(63, "ans...999"),
    ],
)
.with_messages(&[
    MessageRule::new("reversal", "0400").mandatory("3"),
    MessageRule::new("sale", "0200").when("3 starts 00").mandatory("2 3"),
]);

static AFTER: MessageSpec = MessageSpec::new(
    "after",
    Wire::BCD,
    &[
        FieldSpec::new(2, "n..19").with_prefix(PrefixForm::Binary).with_echo(),
        FieldSpec::new(3, "n 6").with_name("Another name"),
        FieldSpec::new(41, "ans 8").with_data(DataForm::Ebcdic).with_pad(None).only_in(&["02xx"]),
        FieldSpec::new(44, "ans..25"),
        FieldSpec::new(48, "ans...999").with_prefix(PrefixForm::Ascii).with_sensitivity(Sensitivity::None),
        FieldSpec::new(54, "ans...120").with_groups(Groups::up_to(8), LONGER_GROUP),
        FieldSpec::new(55, "b...255"),
        FieldSpec::new(62, "ans...999").with_cases(OTHER_CASES),
        FieldSpec::new(63, "ans...999").with_groups(Groups::up_to(2), GROUP),
    ],
)
.with_messages(&[
    MessageRule::new("advice", "0220").mandatory("3"),
    MessageRule::new("sale", "0200 0210").mandatory("2 3 4").nothing_else(),
]);

#[test]
fn differences_are_named_field_by_field_and_part_by_part() {
    assert_eq!(
        lines(&BEFORE, &AFTER),
        [
            "! field 2: prefix bcd 1 byte -> binary 1 byte",
            "~ field 2: echo no -> yes",
            "! field 41: form ascii -> ebcdic cp037",
            "! field 41: padding right space -> none",
            "~ field 41: message types none -> 02xx",
            "! field 44: structure parts -> none",
            "! field 44.1: removed n 6",
            "! field 45: removed ans..76",
            "! field 48: prefix bcd 2 bytes -> ascii 3 digits",
            "~ field 48: sensitivity secret -> none",
            "! field 54: structure up to 6 groups -> up to 8 groups",
            "! field 54.1.1: format n 2 -> n 3",
            "! field 54.1.3: added a 1",
            "! field 55: added b...255",
            "! field 62, case 1: when 3 starts 00 -> 3 starts 01",
            "! field 62.1, case 1: format n 6 -> n 2",
            "! field 62.2, case 1: added n 12",
            "! field 62, case 2: added mti = 05xx",
            "! field 62.1, case 2: added n 6",
            "! field 63: structure none -> up to 2 groups",
            "! field 63.1.1: added n 2",
            "! field 63.1.2: added n 12",
            "~ rule advice: added 0220",
            "~ rule reversal: removed 0400",
            "~ rule sale: mti 0200 -> 0200 0210",
            "~ rule sale: when 3 starts 00 -> none",
            "~ rule sale: mandatory 2 3 -> 2 3 4",
            "~ rule sale: nothing_else no -> yes",
        ]
    );
}

#[test]
fn a_difference_says_what_it_is_of() {
    let found = diff(&BEFORE, &AFTER);
    let prefix = found.iter().find(|found| found.path() == FieldPath::field(48)).unwrap();
    assert_eq!((prefix.what(), prefix.before(), prefix.after()), ("prefix", "bcd 2 bytes", "ascii 3 digits"));
    assert_eq!((prefix.rule(), prefix.changes_wire()), (None, true));
    let last = found.last().unwrap();
    assert_eq!((last.rule(), last.path(), last.changes_wire()), (Some("sale"), FieldPath::MESSAGE, false));
}

#[test]
fn the_way_back_names_the_same_places() {
    let place = |line: &String| line.split(": ").next().unwrap().to_owned();
    let (there, back) = (lines(&BEFORE, &AFTER), lines(&AFTER, &BEFORE));
    assert_eq!(there.iter().map(place).collect::<Vec<_>>(), back.iter().map(place).collect::<Vec<_>>());
    for (from, to) in spec::shipped().flat_map(|from| spec::shipped().map(move |to| (from, to))) {
        assert_eq!(diff(from, to).len(), diff(to, from).len(), "{} {}", from.name(), to.name());
    }
}

#[test]
fn how_much_of_card_numbers_is_shown_is_compared() {
    static OURS: MessageSpec =
        MessageSpec::extending(&spec::ISO1987_BCD, "ours", Wire::BCD, &[]).with_pan_mask(PanMask::new(0, 4).unwrap());
    assert_eq!(lines(&spec::ISO1987_BCD, &OURS), ["~ pan_mask 6+4 -> 0+4"]);
    assert!(Sheet::new(&OURS).to_string().contains("\n\nShown of a card number: 0+4\n\n| field |"));
}

#[test]
fn a_sheet_is_tables_in_markdown() {
    static OURS: MessageSpec = MessageSpec::new(
        "ours",
        Wire::BCD,
        &[
            FieldSpec::new(2, "n..19").with_name("Card number").with_sensitivity(Sensitivity::Pan).with_echo(),
            FieldSpec::new(43, "ans 40").with_name("Name | place, <br> or \\ \n & more"),
            FieldSpec::new(60, "n...011").with_sensitivity(Sensitivity::None).with_parts(&[
                FieldSpec::new(1, "n 2").with_name("Type"),
                FieldSpec::new(2, "n 9").with_name("Batch").optional(),
            ]),
            FieldSpec::new(62, "ans...999").with_cases(CASES),
        ],
    )
    .with_title("Ours | theirs")
    .with_messages(&[MessageRule::new("sale", "0200")
        .when("3 starts 00")
        .mandatory("2 3")
        .optional("4")
        .nothing_else()]);
    assert_eq!(
        Sheet::new(&OURS).to_string(),
        r"# ours

Ours \| theirs

| on the wire | |
|---|---|
| mti | bcd |
| bitmap | raw |
| secondary | when-needed |
| third | none |
| length | bcd |
| digits | bcd |
| text | ascii |
| binary | raw |
| nibble_pad | left 0 |
| digits_pad | left 0 |
| text_pad | right space |

Shown of a card number: 6+4

| field | name | format | form | prefix | made of | sensitive | echo |
|---|---|---|---|---|---|---|---|
| 2 | Card number | n..19 | bcd, odd left 0 | bcd 1 byte |  | pan | yes |
| 43 | Name \| place, &lt;br> or \\   &amp; more | ans 40 | ascii | fixed |  |  |  |
| 60 |  | n...11 | bcd, odd left 0 | bcd 2 bytes | parts |  |  |
| 60.1 | &emsp;Type | n 2 | bcd | fixed |  |  |  |
| 60.2 | &emsp;Batch | n 9, may be missing | bcd | fixed |  |  |  |
| 62 |  | ans...999 | ascii | bcd 2 bytes | cases | secret |  |
| 62 | &emsp;when 3 starts 00 |  |  |  | parts |  |  |
| 62.1 | &emsp;&emsp; | n 6 | ascii | fixed |  | secret |  |

| messages | types | when | mandatory | conditional | optional | never | echo |
|---|---|---|---|---|---|---|---|
| sale | 0200 | 3 starts 00 | 2 3 |  | 4 (nothing else) |  |  |
"
    );
}

#[test]
fn every_row_of_a_sheet_has_as_many_cells_as_its_head() {
    for spec in spec::shipped() {
        let sheet = Sheet::new(spec).to_string();
        for table in sheet.split("\n\n").filter(|block| block.starts_with('|')) {
            let cells = |line: &str| line.replace("\\|", "").matches('|').count();
            let head = cells(table.lines().next().unwrap());
            assert!(table.lines().all(|line| cells(line) == head), "{}", spec.name());
        }
    }
}
