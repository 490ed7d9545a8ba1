//! Specs printed as Rust say what their files say, and compile.
//!
//! `ISOMSG_BLESS=1 cargo test --features toml --test spec_print` writes the printed module anew.
#![cfg(feature = "toml")]

use isomsg::spec::{FieldSpec, MessageSpec, RustModule, SpecFileError, Wire};
use std::fs;

#[path = "printed/module.rs"]
#[allow(unreachable_pub, reason = "printed for a module that others use")]
mod module;

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
43 = { format = "ans 40", name = "Quote \" and \\", data = "ebcdic", charset = "cp500", pad = "right '" }
44 = { format = "ans...999", prefix = "hex", prefix_width = 4, counts = "bytes", includes_itself = true }
45 = { format = "ans...999", length = "terminated", terminator = "0d0A" }
46 = { format = "ans...100", length = "area", area = 200 }
53 = { format = "b 8", data = "raw" }
54 = { format = "b 8", data = "ebcdic-hex", hex_case = "any", pad = "right 0xFF" }
129 = { format = "ans...999", length = "rest" }
"#;

const OTHER: &str = r#"
name = "0.other_spec"
extends = "every-key"

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
43 = { undefined = true }
44 = { undefined = true }
45 = { undefined = true }
46 = { undefined = true }
53 = { undefined = true }
54 = { undefined = true }
129 = { undefined = true }
"#;

#[test]
fn what_is_printed_compiles_to_what_was_loaded() -> Result<(), SpecFileError> {
    let every_key = MessageSpec::from_toml(EVERY_KEY)?;
    let other = MessageSpec::from_toml_with(OTHER, |name| (name == "every-key").then_some(EVERY_KEY))?;
    let printed = RustModule::new().with_spec(&every_key).with_spec(&other).to_string();
    if std::env::var_os("ISOMSG_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/printed/module.rs");
        assert!(fs::write(path, &printed).is_ok(), "{path}");
    }
    assert_eq!(printed, include_str!("printed/module.rs"));
    assert_eq!(module::EVERY_KEY, *every_key);
    assert_eq!(module::SPEC_0_OTHER_SPEC, *other);
    Ok(())
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

#[test]
fn a_module_without_specs_is_empty() {
    assert_eq!(RustModule::default().to_string(), "");
}
