//! A mistake in a spec file is reported with field, line and column.
#![cfg(feature = "toml")]

use isomsg::error::SpecErrorKind;
use isomsg::spec::{self, MessageSpec, Sensitivity, SpecFile, SpecFileError, Wire};
use std::collections::BTreeSet;
use std::fs;

/// A file with a mistake at `»`, which is not part of the file, and the error as it prints behind the place.
struct Case {
    kind: SpecErrorKind,
    path: &'static str,
    text: &'static str,
    says: &'static str,
}

const fn case(kind: SpecErrorKind, path: &'static str, text: &'static str, says: &'static str) -> Case {
    Case { kind, path, text, says }
}

use SpecErrorKind as Kind;

/// The mistakes in rows. The file begins with three lines that make it extend `iso1987-bcd`.
const ROWS: &[Case] = &[
    case(
        Kind::BadFormat,
        "48",
        r#"48 = { name = "x", format = »"n 6 digits" }"#,
        "format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 48",
    ),
    case(
        Kind::BadFormat,
        "65",
        r#"»65 = { name = "no format" }"#,
        "format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 65",
    ),
    case(
        Kind::BitsNotBytes,
        "52",
        r#"52 = { format = »"b 64" }"#,
        "`b` counts bytes: write `b 8` for the 64 bits of the 1987 edition in field 52",
    ),
    case(Kind::BadMaximum, "3", r#"3 = { format = »"n 0" }"#, "length must be 1 to 65535 in field 3"),
    case(Kind::BadMaximum, "3", r#"3 = { format = »"n......70000" }"#, "length must be 1 to 65535 in field 3"),
    case(
        Kind::MinimumAboveMaximum,
        "2",
        r#"2 = { format = »"n 20..19" }"#,
        "minimum length is above the maximum in field 2",
    ),
    case(
        Kind::PrefixTooNarrow,
        "48",
        "4 = { echo = true }\n48 = { format = »\"ans..999\" }",
        "length prefix cannot hold the maximum in field 48",
    ),
    case(Kind::PrefixTooNarrow, "48", "48.prefix_width = »2", "length prefix cannot hold the maximum in field 48"),
    case(
        Kind::BadPrefixWidth,
        "48",
        "[fields.48]\nprefix_width = »7",
        "length prefix must be 1 to 6 digits or bytes wide in field 48",
    ),
    case(
        Kind::BadPrefixWidth,
        "48",
        r#"48 = { format = »"ans.......999" }"#,
        "length prefix must be 1 to 6 digits or bytes wide in field 48",
    ),
    case(
        Kind::PrefixOnFixed,
        "3",
        r#"3 = { format = "n 6", prefix = »"bcd" }"#,
        "a field that is fixed, terminated or the rest has no length prefix in field 3",
    ),
    case(Kind::FormAgainstClass, "52", r#"52 = { data = »"bcd" }"#, "data form cannot carry this class in field 52"),
    case(
        Kind::CountAgainstForm,
        "48",
        r#"48 = { counts = »"nibbles" }"#,
        "length prefix cannot count nibbles of this data form in field 48",
    ),
    case(
        Kind::BadNibblePad,
        "35",
        r#"35 = { nibble_pad = "right 0", nibble_accept = »"F" }"#,
        "pad nibble as written must be one of those accepted in field 35",
    ),
    case(Kind::BadFiller, "3", r#"3 = { pad = »"left x" }"#, "filler is not a character of the class in field 3"),
    case(
        Kind::BadTerminator,
        "48",
        r#"48 = { length = "terminated", terminator = »"1" }"#,
        "terminator must be 1 to 4 bytes in field 48",
    ),
    case(
        Kind::LoneDelimiter,
        "48",
        r#"48 = { terminator = »"1C" }"#,
        "`length = \"terminated\"` goes with `terminator`, `length = \"area\"` with `area` in field 48",
    ),
    case(
        Kind::LoneDelimiter,
        "48",
        r#"48 = { length = »"area" }"#,
        "`length = \"terminated\"` goes with `terminator`, `length = \"area\"` with `area` in field 48",
    ),
    case(
        Kind::AreaTooSmall,
        "48",
        r#"48 = { length = "area", area = »998 }"#,
        "fixed area cannot hold the maximum in field 48",
    ),
    case(
        Kind::AreaWithoutPrefix,
        "3",
        r#"3 = { length = "area", area = »9 }"#,
        "a fixed area follows a length prefix, so the format must have one in field 3",
    ),
    case(
        Kind::SeveralToEnd,
        "48",
        "47 = { format = \"ans...999\", length = \"rest\" }\n48 = { length = »\"rest\" }",
        "only one field can reach to the end of the message in field 48",
    ),
    case(
        Kind::StripWithoutPad,
        "48",
        r#"48 = { strip = »true }"#,
        "filler is to be stripped, but the field has none in field 48",
    ),
    case(
        Kind::BerIncludesItself,
        "48",
        r#"48 = { prefix = "ber", includes_itself = »true }"#,
        "a BER length cannot count its own bytes in field 48",
    ),
    case(Kind::BadFieldNumber, "193", r#"»193 = { format = "n 6" }"#, "field number must be 2 to 192 in field 193"),
    case(Kind::BadFieldNumber, "1", "»1 = { undefined = true }", "field number must be 2 to 192 in the bitmap"),
    case(Kind::BadFieldNumber, "070", r#"»070 = { echo = true }"#, "field number must be 2 to 192 in field 070"),
    case(Kind::BadFieldNumber, "PAN", r#"»PAN = { echo = true }"#, "field number must be 2 to 192 in field PAN"),
    case(
        Kind::UndefinedWithMore,
        "48",
        r#"48 = { name = "gone", undefined = »true }"#,
        "a row with `undefined = true` can say nothing else in field 48",
    ),
    case(
        Kind::BitmapTooSmall,
        "129",
        "»129 = { format = \"n 6\" }",
        "field lies beyond the bitmaps of this spec in field 129",
    ),
    case(
        Kind::Bit65IsBitmap,
        "65",
        "»65 = { format = \"b 1\" }\n[wire]\nthird = \"chain\"",
        "bit 65 announces the third bitmap, so it cannot be a field in field 65",
    ),
    case(
        Kind::BadBitmapField,
        "53",
        "53 = { format = »\"n 16\" }\n[wire]\nthird = \"field 53\"",
        "field that carries the third bitmap must be `b 8`, raw in field 53",
    ),
    case(
        Kind::IncompleteWire,
        "43",
        r#"43 = { data = »"ebcdic" }"#,
        "wire profile must state every form, here or in the spec it extends: `charset` is missing in field 43",
    ),
    case(
        Kind::BadAttribute,
        "48",
        r#"48 = { »nam = "x" }"#,
        "unknown key `nam`, expected one of `format`, `name`, `data`, `charset`, `hex_case`, `prefix`, `prefix_width`, \
         `counts`, `includes_itself`, `length`, `terminator`, `area`, `nibble_pad`, `nibble_accept`, `pad`, `strip`, \
         `sensitive`, `echo`, `undefined` in field 48",
    ),
    case(
        Kind::BadAttribute,
        "48",
        "3 = { echo = true }\n48 = { sensitive = »\"PAN\" }",
        "invalid value: string \"PAN\", expected pan | track | pin | cvv | key | secret | none in field 48",
    ),
    case(
        Kind::BadAttribute,
        "48",
        "48 = { pad = »\"left\" }",
        "invalid value: string \"left\", expected none, or a side and a character, like \"left 0\", \"right space\" or \
         \"right 0xFF\" in field 48",
    ),
    case(Kind::BadAttribute, "48", "48 = { echo = »1 }", "invalid type: integer `1`, expected a boolean in field 48"),
    case(
        Kind::Syntax,
        "",
        "48 = { format = »n 6 }",
        "file is not well formed: string values must be quoted, expected literal string",
    ),
    case(Kind::Syntax, "", "48 = { echo = true }\n»48 = { strip = true }", "file is not well formed: duplicate key"),
];

/// The mistakes elsewhere. The files are as they are here.
const FILES: &[Case] = &[
    case(
        Kind::BadName,
        "",
        "name = »\"our spec\"\nextends = \"iso1987-ascii\"",
        "name of a spec must be letters, digits, `-`, `_` or `.`",
    ),
    case(Kind::BadName, "", "»extends = \"iso1987-ascii\"", "name of a spec must be letters, digits, `-`, `_` or `.`"),
    case(Kind::UnknownBase, "", "name = \"ours\"\nextends = »\"iso1988\"", "extends a spec that is not known"),
    case(
        Kind::IncompleteWire,
        "",
        "»name = \"ours\"\nextends = \"iso1987\"",
        "wire profile must state every form, here or in the spec it extends: `mti` is missing",
    ),
    case(
        Kind::IncompleteWire,
        "",
        "name = \"ours\"\nextends = \"iso1987-ascii\"\n[»wire]\ntext = \"ebcdic\"",
        "wire profile must state every form, here or in the spec it extends: `charset` is missing",
    ),
    case(
        Kind::BadNibblePad,
        "",
        "name = \"ours\"\nextends = \"iso1987-bcd\"\n[wire]\nnibble_accept = »\"F\"",
        "pad nibble as written must be one of those accepted",
    ),
    case(
        Kind::BadBitmapCount,
        "",
        "name = \"ours\"\nextends = \"iso1987-bcd\"\n[wire]\nthird = »\"field 129\"",
        "third bitmap needs bitmaps before it, and one of the fields 2 to 128 if it is in a field",
    ),
    case(
        Kind::BadBitmapField,
        "65",
        "name = \"ours\"\nextends = \"iso1987-bcd\"\n[wire]\nthird = »\"field 65\"",
        "field that carries the third bitmap must be `b 8`, raw in field 65",
    ),
    case(
        Kind::BadFiller,
        "",
        "name = \"ours\"\nextends = \"iso1987-bcd\"\n[wire]\ndigits_pad = »\"right space\"",
        "filler is not a character of the class",
    ),
    case(
        Kind::BadAttribute,
        "",
        "name = \"ours\"\nextends = \"iso1987-bcd\"\n[wire]\nmti = »\"hex\"",
        "invalid value: string \"hex\", expected ascii | bcd | ebcdic",
    ),
    case(
        Kind::BadAttribute,
        "",
        "name = \"ours\"\n»extend = \"iso1987-bcd\"",
        "unknown key `extend`, expected one of `name`, `title`, `version`, `extends`, `wire`, `fields`",
    ),
    case(
        Kind::BadAttribute,
        "",
        "name = \"ours\"\nversion = »1.5",
        "invalid type: floating point `1.5`, expected a whole number or a text",
    ),
    case(Kind::Syntax, "", "name = \"ours»\n", "file is not well formed: invalid basic string, expected `\"`"),
];

const HEADER: &str = "name = \"ours\"\nextends = \"iso1987-bcd\"\n[fields]\n";

fn cases() -> impl Iterator<Item = (&'static Case, String)> {
    let rows = ROWS.iter().map(|case| (case, format!("{HEADER}{}", case.text)));
    rows.chain(FILES.iter().map(|case| (case, case.text.to_owned())))
}

/// The text without the mark, and the line and column of it.
fn unmarked(text: &str) -> (String, usize, usize) {
    let (before, behind) = text.split_once('»').unwrap_or((text, ""));
    let line = before.lines().last().filter(|_| !before.ends_with('\n')).unwrap_or("");
    (format!("{before}{behind}"), 1 + before.matches('\n').count(), 1 + line.chars().count())
}

fn failure(text: &str) -> Option<SpecFileError> {
    MessageSpec::from_toml(text).err()
}

#[test]
fn each_mistake_in_a_file_gives_field_line_and_column() {
    for (case, text) in cases() {
        let (text, line, column) = unmarked(&text);
        let error = failure(&text);
        let found = error.as_ref().map(|error| (error.error().kind(), error.error().path().to_string()));
        assert_eq!(found, Some((case.kind, case.path.to_owned())), "{text}");
        let printed = error.map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(printed, format!("line {line}, column {column}: {}", case.says), "{text}");
    }
}

#[test]
fn every_kind_of_mistake_is_seen_in_a_file_or_in_a_const_table() -> std::io::Result<()> {
    let compiled = ["fields", "specs"]
        .map(|name| fs::read_to_string(format!("{}/tests/compile_fail/{name}.stderr", env!("CARGO_MANIFEST_DIR"))));
    let [fields, specs] = compiled;
    let compiled = fields? + &specs?;
    let in_files: BTreeSet<&str> = cases().map(|(case, _)| case.kind.reason()).collect();
    for kind in SpecErrorKind::ALL {
        let is_seen = in_files.contains(kind.reason()) || compiled.contains(kind.reason()) || ELSEWHERE.contains(kind);
        assert!(is_seen, "{kind:?} is seen nowhere");
    }
    Ok(())
}

/// Seen in tests of their own, which take more than one spec.
const ELSEWHERE: [SpecErrorKind; 2] = [Kind::EndlessExtends, Kind::BaseNotConst];

#[test]
fn a_loaded_spec_is_no_base_of_a_constant_one() {
    let base: &'static MessageSpec = Box::leak(Box::new(spec::shipped_toml("unionpay-pos")))
        .and_then(|text| MessageSpec::from_toml(text).ok())
        .map(|loaded| &**Box::leak(Box::new(loaded)))
        .expect("a shipped spec");
    let outcome = std::panic::catch_unwind(|| MessageSpec::extending(base, "ours", Wire::ASCII, &[]));
    let reason = outcome.expect_err("refused");
    let reason = reason.downcast_ref::<String>().expect("a text");
    assert_eq!(reason, Kind::BaseNotConst.reason());
}

#[test]
fn a_chain_is_at_most_eight_files_long_and_has_no_loop() {
    let link = |name: &str| {
        let number: u32 = name.strip_prefix("spec-")?.parse().ok()?;
        let base = if number == 2 { "iso1987-ascii".to_owned() } else { format!("spec-{}", number - 1) };
        Some(format!("name = \"{name}\"\nextends = \"{base}\"\n[fields]\n{number} = {{ echo = true }}"))
    };
    let load = |name: &str| MessageSpec::from_toml_with(&link(name).unwrap_or_default(), link);
    let longest = load("spec-7").map(|spec| spec.fields().filter(|field| field.is_echoed()).count());
    assert_eq!(longest, Ok(spec_echoes() + 2), "5 and 6 on top of the fields that are echoed anyway");

    let error = load("spec-8").map_err(|error| (error.error().kind(), error.to_string()));
    let says = "spec iso1987-ascii, line 3, column 11: extends itself, or more than eight specs in a row";
    assert_eq!(error.err(), Some((Kind::EndlessExtends, says.to_owned())));

    let looped =
        MessageSpec::from_toml_with("name = \"a\"\nextends = \"b\"", |_| Some("name = \"b\"\nextends = \"a\""));
    let says = "spec a, line 2, column 11: extends itself, or more than eight specs in a row";
    assert_eq!(looped.map_err(|error| error.to_string()).err().as_deref(), Some(says));
}

fn spec_echoes() -> usize {
    isomsg::spec::ISO1987_ASCII.fields().filter(|field| field.is_echoed()).count()
}

#[test]
fn a_mistake_in_a_base_names_the_base() {
    let load = |text: &str, base: &'static str| {
        let loaded = MessageSpec::from_toml_with(text, |name| (name == "base").then_some(base));
        loaded.map_err(|error| (error.base().map(str::to_owned), error.to_string())).err()
    };
    let ours = "name = \"ours\"\nextends = \"base\"\n[fields]\n3 = { echo = true }\n48 = { name = \"x\" }";
    let base = |text: &str| Some((Some("base".to_owned()), text.to_owned()));
    assert_eq!(
        load(ours, "name = \"base\"\nextends = \"iso1987-ascii\"\n[fields]\n48 = { format = \"ans..999\" }"),
        base("spec base, line 4, column 17: length prefix cannot hold the maximum in field 48")
    );
    assert_eq!(
        load(ours, "name = \"base\"\nextends = \"iso1988\""),
        base("spec base, line 2, column 11: extends a spec that is not known")
    );
    assert_eq!(
        load(ours, "name = \"base\"\n[field]"),
        base(
            "spec base, line 2, column 2: unknown key `field`, expected one of `name`, `title`, `version`, `extends`, \
             `wire`, `fields`"
        )
    );
    assert_eq!(
        load(ours, "name = \"base\"\nextends = \"iso1987-ascii\"\n[fields]\n3 = { undefined = true, echo = true }"),
        base("spec base, line 4, column 19: a row with `undefined = true` can say nothing else in field 3")
    );
}

#[test]
fn columns_count_characters() {
    let text = format!("{HEADER}48 = {{ name = \"Größe\", format = \"x\" }}");
    assert_eq!(failure(&text).map(|error| (error.line(), error.column())), Some((4, 33)));
}

#[test]
fn a_row_replaces_only_what_it_states() -> Result<(), SpecFileError> {
    let spec = MessageSpec::from_toml(&format!(
        "{HEADER}2 = {{ name = \"Card\" }}\n48 = {{ format = \"n 6\" }}\n63 = {{ undefined = true }}\n65 = {{ format = \"b 1\" }}"
    ))?;
    assert_eq!(spec.field(2).map(|field| field.name()), Some("Card"));
    assert_eq!(spec.field(2).map(|field| (field.sensitivity(), field.is_echoed())), Some((Sensitivity::Pan, true)));
    assert_eq!(spec.field(48).map(|field| field.format().to_string()).as_deref(), Some("n 6"));
    assert_eq!(spec.field(63), None);
    assert_eq!(spec.field(65).map(|field| field.format().max()), Some(1));
    assert_eq!(spec.field(64), isomsg::spec::ISO1987_BCD.field(64));
    Ok(())
}

/// The keys of a prefix, a terminator or an area go with the delimiter they belong to.
#[test]
fn a_row_that_changes_the_delimiter_drops_the_keys_of_the_old_one() -> Result<(), SpecFileError> {
    let base = "name = \"base\"\nextends = \"iso1987-bcd\"\n[fields]\n\
        46 = { format = \"ans...999\", prefix = \"ascii\", prefix_width = 3, counts = \"bytes\", includes_itself = true }\n\
        47 = { format = \"ans...999\", length = \"terminated\", terminator = \"1C\" }\n\
        48 = { undefined = true }";
    let ours = "name = \"ours\"\nextends = \"base\"\n[fields]\n\
        46 = { format = \"an 5\" }\n47 = { length = \"rest\" }\n48 = { format = \"n 3\" }";
    let spec = MessageSpec::from_toml_with(ours, |name| (name == "base").then_some(base))?;
    let plain = MessageSpec::from_toml(
        "name = \"ours\"\nextends = \"iso1987-bcd\"\n[fields]\n\
        46 = { format = \"an 5\" }\n47 = { length = \"rest\" }\n48 = { undefined = true }",
    )?;
    assert_eq!(spec.field(46), plain.field(46));
    assert_eq!(spec.field(47), plain.field(47));
    assert_eq!(
        spec.field(48).map(|field| (field.name().to_owned(), field.sensitivity())),
        Some((String::new(), Sensitivity::Secret))
    );
    Ok(())
}

#[test]
fn reads_json_as_well_and_refuses_a_second_row_of_a_field() {
    let read = |text: &str| serde_json::from_str::<SpecFile>(text).map_err(|error| error.to_string());
    let file =
        read(r#"{ "name": "ours", "extends": "iso1987", "version": 1987, "fields": { "2": { "echo": false } } }"#);
    let of = |file: &SpecFile| (file.name().to_owned(), file.version().map(str::to_owned));
    assert_eq!(file.as_ref().map(of), Ok(("ours".to_owned(), Some("1987".to_owned()))));
    assert_eq!(
        read(r#"{ "fields": { "2": {}, "2": {} } }"#).err().as_deref(),
        Some("duplicate field 2 at line 1 column 32")
    );
    assert_eq!(
        read(r#"{ "wire": { "text": "bcd" } }"#).err().as_deref(),
        Some("invalid value: string \"bcd\", expected ascii | ebcdic | opaque at line 1 column 25")
    );
}

#[test]
fn resolves_without_toml() {
    let file = |text: &str| serde_json::from_str::<SpecFile>(text).ok();
    let ours = file(r#"{ "name": "ours", "extends": "base", "fields": { "2": { "format": "n..19" } } }"#);
    let resolve = |base: Option<SpecFile>| {
        let resolved = ours.as_ref().map(|ours| ours.resolve(|_| base.as_ref()));
        resolved.map(|resolved| resolved.map(|spec| spec.fields().count()).map_err(|error| error.kind()))
    };
    assert_eq!(resolve(None), Some(Err(Kind::UnknownBase)));
    assert_eq!(resolve(ours.clone()), Some(Err(Kind::EndlessExtends)));
    let wire = r#"{ "name": "base", "wire": { "mti": "bcd", "bitmap": "raw", "secondary": "always", "length": "bcd",
        "digits": "bcd", "text": "ascii", "binary": "raw", "nibble_pad": "left 0", "digits_pad": "none",
        "text_pad": "none" } }"#;
    assert_eq!(resolve(file(wire)), Some(Ok(1)));
}

#[test]
fn no_text_makes_the_loader_panic_or_report_a_place_outside_of_it() {
    for (_, text) in cases() {
        let (text, ..) = unmarked(&text);
        for (end, _) in text.char_indices() {
            let Some(start) = text.get(..end) else { continue };
            if let Some(error) = failure(start) {
                assert!(error.line() <= 1 + start.matches('\n').count(), "{error}: {start}");
            }
        }
    }
}

#[test]
fn every_reason_reads_as_it_did() {
    let reasons: Vec<String> = SpecErrorKind::ALL.iter().map(|kind| format!("{kind:?}: {kind}\n")).collect();
    assert_eq!(reasons.concat(), REASONS);
}

const REASONS: &str = "\
BadFormat: format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8`
BitsNotBytes: `b` counts bytes: write `b 8` for the 64 bits of the 1987 edition
BadMaximum: length must be 1 to 65535
MinimumAboveMaximum: minimum length is above the maximum
PrefixTooNarrow: length prefix cannot hold the maximum
BadPrefixWidth: length prefix must be 1 to 6 digits or bytes wide
PrefixOnFixed: a field that is fixed, terminated or the rest has no length prefix
FormAgainstClass: data form cannot carry this class
CountAgainstForm: length prefix cannot count nibbles of this data form
BadNibblePad: pad nibble as written must be one of those accepted
BadFiller: filler is not a character of the class
StripWithoutPad: filler is to be stripped, but the field has none
AreaWithoutPrefix: a fixed area follows a length prefix, so the format must have one
BerIncludesItself: a BER length cannot count its own bytes
BaseNotConst: a constant spec can only extend a constant spec
BadTerminator: terminator must be 1 to 4 bytes
LoneDelimiter: `length = \"terminated\"` goes with `terminator`, `length = \"area\"` with `area`
SeveralToEnd: only one field can reach to the end of the message
AreaTooSmall: fixed area cannot hold the maximum
BadFieldNumber: field number must be 2 to 192
FieldsOutOfOrder: field numbers must ascend
UndefinedWithMore: a row with `undefined = true` can say nothing else
BitmapTooSmall: field lies beyond the bitmaps of this spec
BadBitmapCount: third bitmap needs bitmaps before it, and one of the fields 2 to 128 if it is in a field
Bit65IsBitmap: bit 65 announces the third bitmap, so it cannot be a field
BadBitmapField: field that carries the third bitmap must be `b 8`, raw
BadName: name of a spec must be letters, digits, `-`, `_` or `.`
UnknownBase: extends a spec that is not known
EndlessExtends: extends itself, or more than eight specs in a row
IncompleteWire: wire profile must state every form, here or in the spec it extends
BadAttribute: attribute is not known or has no such value
Syntax: file is not well formed
";
