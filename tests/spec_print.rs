//! Specs printed as Rust say what their files say, and compile.
//!
//! `ISOMSG_BLESS=1 cargo test --features toml --test spec_print` writes the printed modules anew.
#![cfg(feature = "toml")]

use isomsg::spec::{FieldSpec, MessageRule, MessageSpec, PrefixForm, RustModule, SpecFileError, Wire};
use std::fs;

#[path = "printed/module.rs"]
#[allow(unreachable_pub, reason = "printed for a module that others use")]
mod module;

#[path = "printed/names.rs"]
#[allow(unreachable_pub, reason = "printed for a module that others use")]
mod names;

/// Every key of the language, and what the printer does otherwise.
const EVERY_KEY: &str = r#"
name = "every-key"
title = "Every key [and *markup*]."
version = "2"

[wire]
mti = "ebcdic"
bitmap = "ebcdic-hex"
secondary = "always"
third = "field 53"
hex_case = "lower"
length = "binary"
digits = "ebcdic"
text = "opaque"
charset = "cp1047"
binary = "hex"
nibble_pad = "right F"
nibble_accept = "any"
digits_pad = "none"
text_pad = "left 0"

[fields]
2 = { format = "n 13..19", data = "bcd", nibble_pad = "left 0", nibble_accept = "0F", sensitive = "pan" }
3 = { format = "n 6", pad = "left 0", strip = true, echo = true }
4 = { format = "x+n 8", data = "zoned" }
5 = { format = "n 5", data = "bcd", nibble_pad = "right F", nibble_accept = "any" }
6 = { format = "n 5", data = "bcd", nibble_pad = "right F", nibble_accept = "any", echo = true }
7 = { format = "n 5", data = "bcd", nibble_pad = "left F", nibble_accept = "any" }
8 = { format = "n 5", data = "bcd", nibble_pad = "left F", nibble_accept = "any", echo = true }
9 = { format = "n 5", nibble_pad = "right 0", nibble_accept = "any" }
10 = { format = "n 5", nibble_pad = "right F", nibble_accept = "any", name = "A name of which the row is as wide as a line can be ......." }
11 = { format = "n 5", nibble_pad = "right F", nibble_accept = "any", name = "A name of which the row is wider than a line can be ........" }
12 = { format = "n 5", nibble_pad = "right F", nibble_accept = "any", name = "An even longer name, of which the row is wider than a line can be" }
43 = { format = "ans 40", name = "Quote \" and \\", data = "ebcdic", charset = "cp500", pad = "right '" }
44 = { format = "ans...999", prefix = "hex", prefix_width = 4, counts = "bytes", includes_itself = true }
45 = { format = "ans...999", length = "terminated", terminator = "0d0A" }
46 = { format = "ans...100", length = "area", area = 200 }
47 = { format = "ans...999", only_in = ["0200", "04xx"], parts = [
    { format = "n 1", name = "One", sensitive = "none" },
    { format = "a 1", optional = "by-class", pad = "none" },
    { format = "ans..99", optional = "at-end", only_in = ["xxxx"], parts = { 1 = { format = "n 1" }, 12 = { format = "n..9", optional = "at-end" } } },
] }
48 = { format = "ans...999", name = "Private data subelements", tlv = { tag = "text 4", length = "text 3" }, parts = { 0023 = { format = "ans..99", tlv = { tag = "ascii 2", length = "ebcdic 2", first = "length", counts_tag = true, unlisted = "refuse" } }, 0105 = { format = "ans...255", bitmap = "hex 8+8", parts = { 2 = { format = "ans 8" } } } } }
53 = { format = "b 8", data = "raw" }
55 = { format = "b...255", data = "raw", tlv = "ber", parts = { 9F26 = { format = "b 8", name = "Application cryptogram" }, 9A = { format = "n 6", data = "bcd" } } }
56 = { format = "b...255", data = "raw", tlv = { form = "ber", filler = "FF", unlisted = "skip" } }
57 = { format = "b...255", data = "raw", tlv = "datasets", parts = { 7F = { format = "b..255", data = "raw", name = "A dataset of which the row is wider than a line can be", tlv = { form = "datasets", unlisted = "skip" } } } }
58 = { format = "ans...255", groups = { max = 6 }, parts = [ { format = "n 2" }, { format = "an 4", groups = { max = 2, count = "binary 1" }, parts = [ { format = "n 1" } ] } ] }
59 = { format = "ans...255", data = "ebcdic", charset = "cp500", bitmap = "ebcdic-hex 2+1+1+1", parts = { 2 = { format = "an 5", name = "A name of which the row is wider than a line can be, with its parts" , parts = [ { format = "n 2" }, { format = "n 3" } ] } } }
54 = { format = "b 8", data = "ebcdic-hex", hex_case = "any", pad = "right 0xFF" }
60 = { format = "ans...255", name = "By message", cases = [
    { when = "mti = 05xx and 3 != 00", groups = { max = 2 }, parts = [ { format = "n 2" }, { format = "n 12" } ] },
    { when = "43 starts \" \\ Side:: (,", parts = { 1 = { format = "n 1" }, 2 = { format = "n..9", optional = "at-end" } } },
    { when = "present 2", tlv = { tag = "ascii 2", length = "ebcdic 2", first = "length", counts_tag = true, unlisted = "refuse" } },
    { when = "present 3", bitmap = "ebcdic-hex 1", parts.2.format = "n 1" },
    { when = "3 = 000000 000001 000002 000003 000004 000005 000006 000007 000008 and present 4 or absent 4 and present 5", parts = [ { format = "n 1" } ] },
] }
61 = { format = "b...255", cases = [ { when = "3 = 000000 000001 000002 000003 000004 000005 000006 000007 or absent 4 and present 5", tlv = "ber" } ] }
129 = { format = "ans...999", length = "rest" }

[messages.sale]
mti = "0200 02x0"
when = "43 = \" \\ and absent 90"
mandatory = "3 4 60.1"
conditional = { 35 = "22 starts 02 05", 4 = "present 3", "60.3" = "mti = 0200 or 3 = 00" }
mandatory_if = { 39 = "43 = x" }
optional = "48 55.9F26"
never = "39"
echo = "11 41"
nothing_else = true

[messages."Batch \"upload\", of which the list is wider than a line can be"]
mti = "0320"
mandatory = "2 3 4 11 12 13 14 22 25 26 35 36 41 42 43 44 45 46 47 48 49 52 53 54 55 56 57 58 59 60.1 60.2"
conditional = { 23 = "3 = 000000 000001 000002 000003 000004 000005 000006 000007 000008 and present 4 and present 5" }
"#;

const OTHER: &str = r#"
name = "0.other_spec"
extends = "every-key"
pan_mask = "0+4"

[wire]
bitmap = "none"
third = "none"
secondary = "when-needed"
mti = "ascii"
length = "ascii"
digits = "ascii"
text = "ascii"
charset = "cp037"
hex_case = "upper"
binary = "raw"
nibble_pad = "left 0"
nibble_accept = "0"
digits_pad = "left 0"
text_pad = "right space"

[fields]
2 = { undefined = true }
4 = { undefined = true }
5 = { undefined = true }
6 = { undefined = true }
7 = { undefined = true }
8 = { undefined = true }
9 = { undefined = true }
10 = { undefined = true }
11 = { undefined = true }
12 = { undefined = true }
43 = { undefined = true }
44 = { undefined = true }
45 = { undefined = true }
46 = { undefined = true }
47 = { undefined = true }
48 = { undefined = true }
53 = { undefined = true }
55 = { undefined = true }
60 = { undefined = true }
61 = { undefined = true }
56 = { undefined = true }
57 = { undefined = true }
58 = { undefined = true }
59 = { undefined = true }
54 = { undefined = true }
129 = { undefined = true }
"#;

#[test]
fn what_is_printed_compiles_to_what_was_loaded() -> Result<(), SpecFileError> {
    let every_key = MessageSpec::from_toml(EVERY_KEY)?;
    let other = MessageSpec::from_toml_with(OTHER, |name| (name == "every-key").then_some(EVERY_KEY))?;
    let printed = RustModule::new().with_spec(&every_key).with_spec(&other).to_string();
    bless("module.rs", &printed);
    assert_eq!(printed, include_str!("printed/module.rs"));
    assert_eq!(module::EVERY_KEY, *every_key);
    assert_eq!(module::SPEC_0_OTHER_SPEC, *other);
    Ok(())
}

/// Writes a printed module anew when that is asked for.
fn bless(name: &str, printed: &str) {
    if std::env::var_os("ISOMSG_BLESS").is_some() {
        let path = format!("{}/tests/printed/{name}", env!("CARGO_MANIFEST_DIR"));
        assert!(fs::write(&path, printed).is_ok(), "{path}");
    }
}

#[test]
fn names_that_collide_or_are_none_in_rust_compile() {
    static WIRE: Wire = Wire::BCD.with_length(PrefixForm::Ascii);
    static ROWS: &[FieldSpec] = &[FieldSpec::new(3, "n 6")];
    static SPECS: [MessageSpec; 10] = [
        MessageSpec::new("_", Wire::BCD, ROWS),
        MessageSpec::new("-", Wire::BCD, ROWS),
        MessageSpec::new(".", Wire::BCD, ROWS),
        MessageSpec::new("a-b", Wire::BCD, ROWS),
        MessageSpec::new("A.b", Wire::BCD, ROWS),
        MessageSpec::new("acme", WIRE, &[FieldSpec::new(4, "n 12")]),
        MessageSpec::new("acme-wire", Wire::BCD, ROWS),
        MessageSpec::new("acme-fields", Wire::BCD, ROWS),
        MessageSpec::new("crate", Wire::BCD, ROWS).with_title("\u{202E}Turned\u{2066}\u{200F} round\r\n\u{2028}~~~"),
        MessageSpec::new("-_8583", Wire::BCD, ROWS).with_title("\u{202E}\t "),
    ];
    let printed = SPECS.iter().fold(RustModule::new(), RustModule::with_spec).to_string();
    bless("names.rs", &printed);
    assert_eq!(printed, include_str!("printed/names.rs"));
    let compiled = [
        &names::SPEC__,
        &names::SPEC___2,
        &names::SPEC___3,
        &names::A_B,
        &names::A_B_2,
        &names::ACME,
        &names::ACME_WIRE,
        &names::ACME_FIELDS,
        &names::CRATE,
        &names::SPEC___8583,
    ];
    assert!(SPECS.iter().eq(compiled));
}

#[test]
fn a_spec_named_like_its_table_prints_beside_it() {
    static OURS: MessageSpec = MessageSpec::new("fields", Wire::BCD, &[FieldSpec::new(3, "n 6")]);
    let printed = OURS.to_rust();
    let spec = "pub static FIELDS: MessageSpec = MessageSpec::new(\"fields\", Wire::BCD, FIELDS_2);\n";
    assert!(printed.contains(spec) && printed.contains("\nconst FIELDS_2: &[FieldSpec] ="), "{printed}");
}

#[test]
fn an_extending_static_prints_with_what_it_extends() {
    static BASE: MessageSpec =
        MessageSpec::new("base", Wire::BCD, &[FieldSpec::new(3, "n 6"), FieldSpec::new(4, "n 12")]);
    static OURS: MessageSpec =
        MessageSpec::extending(&BASE, "ours", Wire::BCD, &[FieldSpec::new(2, "n..19"), FieldSpec::undefined(3)]);
    let table = "const FIELDS: &[FieldSpec] = &[FieldSpec::new(2, \"n..19\"), FieldSpec::new(4, \"n 12\")];\n";
    assert!(OURS.to_rust().ends_with(table), "{}", OURS.to_rust());
}

/// The same rules are the same constant; others are one of their own, and none is none.
#[test]
fn specs_share_the_rules_of_messages() {
    static SALE: &[MessageRule] = &[MessageRule::new("sale", "0200").mandatory("3")];
    static SPECS: [MessageSpec; 4] = [
        MessageSpec::new("a", Wire::BCD, &[]).with_messages(SALE),
        MessageSpec::new("b", Wire::BCD, &[]),
        MessageSpec::new("c", Wire::BCD, &[]).with_messages(&[MessageRule::new("sale", "0200").mandatory("3")]),
        MessageSpec::new("d", Wire::BCD, &[]).with_messages(&[MessageRule::new("sale", "0200").mandatory("4")]),
    ];
    let printed = SPECS.iter().fold(RustModule::new(), RustModule::with_spec).to_string();
    let statics: Vec<&str> = printed
        .lines()
        .filter(|line| line.contains("_MESSAGES"))
        .filter_map(|line| line.split_once(" = "))
        .map(|(_, value)| value)
        .collect();
    let rule = |field| format!("&[MessageRule::new(\"sale\", \"0200\").mandatory(\"{field}\")];");
    let of = |name, messages| format!("MessageSpec::new(\"{name}\", Wire::BCD, FIELDS).with_messages({messages});");
    assert_eq!(statics, [of("a", "A_MESSAGES"), rule(3), of("c", "A_MESSAGES"), of("d", "D_MESSAGES"), rule(4)]);
}

#[test]
fn a_module_without_specs_is_empty() {
    assert_eq!(RustModule::default().to_string(), "");
}
