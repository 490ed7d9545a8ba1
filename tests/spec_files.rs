//! A mistake in a spec file is reported with field, line and column.
#![cfg(feature = "toml")]

use isomsg::error::SpecErrorKind;
use isomsg::spec::{
    self, Code, DataForm, FieldSpec, Groups, MessageRule, MessageSpec, Optional, PartBitmap, PrefixForm, Sensitivity,
    SpecField, SpecFile, SpecFileError, Structure, TlvForm, Unlisted, Wire,
};
use isomsg::{Message, MessageBuf, Mti};
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
        Kind::StripLeavesNothing,
        "48",
        "48 = { length = \"rest\", pad = \"right space\", strip = »true }\n[wire]\nbitmap = \"none\"",
        "a value of filler alone would be nothing, once stripped, and without a bitmap nobody finds an empty field in field 48",
    ),
    case(
        Kind::StripTellsNothing,
        "48",
        r#"48 = { format = "n..11", counts = "bytes", nibble_pad = "right 0", pad = "right 0", strip = »true }"#,
        "an odd number of digits, once stripped, could not be told: the prefix counts bytes, and the pad could be a digit in field 48",
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
         `sensitive`, `echo`, `optional`, `only_in`, `tlv`, `bitmap`, `groups`, `undefined`, `parts`, `cases` in field 48",
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

/// The mistakes in structures and parts. The files begin as those of `ROWS`, so 54 has groups of five parts.
const PARTS: &[Case] = &[
    case(Kind::BadTag, "55.9F", r#"55.parts = { 95 = { format = "b 5" }, »9F = { format = "b 1" } }"#, BAD_TAG),
    case(Kind::BadTag, "55.9f26", "55.parts.9F26.format = \"b 8\"\n[fields.55.parts.»9f26]\nformat = \"b 8\"", BAD_TAG),
    case(Kind::BadTag, "55", r#"55.parts = { »"9F-26" = { format = "b 8" } }"#, BAD_TAG),
    case(
        Kind::BadTag,
        "48.23",
        r#"48 = { tlv = { tag = "text 4", length = "text 3" }, parts.»23 = { format = "n 1" } }"#,
        BAD_TAG,
    ),
    case(Kind::BadTag, "55.1", r#"55 = { parts = [ »{ format = "b 1" } ] }"#, BAD_TAG),
    case(Kind::NoParts, "48", r#"48 = { format = "ans...10", bitmap = »"hex 2" }"#, NO_PARTS),
    case(Kind::NoParts, "48", r#"48 = { groups = »{ max = 2 } }"#, NO_PARTS),
    case(Kind::NoParts, "48", r#"48 = { groups = { max = 2 }, parts = »[] }"#, NO_PARTS),
    case(Kind::NoParts, "48", "48 = { parts = »{} }", NO_PARTS),
    case(
        Kind::NoParts,
        "90",
        "90.parts = »{ 1 = { undefined = true }, 2.undefined = true, 3.undefined = true, 4.undefined = true, 5.undefined = true }",
        NO_PARTS,
    ),
    case(Kind::NoParts, "48.02", r#"48 = { parts = { 1 = { format = "n 1" }, »02 = { format = "n 1" } } }"#, NO_PARTS),
    case(
        Kind::NoParts,
        "48.0",
        r#"48 = { parts = { »0 = { format = "n 1", parts = [{ format = "n 1" }] } } }"#,
        NO_PARTS,
    ),
    case(Kind::NoParts, "48", r#"48 = { parts = { »"2 " = { format = "n 1" } } }"#, NO_PARTS),
    case(Kind::NoParts, "54.1.9F26", r#"54 = { parts = { »9F26 = { format = "n 1" } } }"#, NO_PARTS),
    case(
        Kind::SeveralStructures,
        "48",
        r#"48 = { tlv = "ber", groups = »{ max = 2 } }"#,
        "a field has one structure: parts alone, `cases` alone, or `tlv`, `bitmap` or `groups` with parts in field 48",
    ),
    case(
        Kind::SeveralStructures,
        "48.2",
        r#"48 = { parts = [ { format = "n 1" }, { format = "b..20", bitmap = »"raw 1", tlv = "ber" } ] }"#,
        "a field has one structure: parts alone, `cases` alone, or `tlv`, `bitmap` or `groups` with parts in field 48.2",
    ),
    case(Kind::StructureAgainstForm, "2", r#"2 = { bitmap = »"raw 1", parts = [ { format = "n 1" } ] }"#, AGAINST_FORM),
    case(Kind::StructureAgainstForm, "90.2", r#"90 = { parts.2 = { format = »"an 6" } }"#, AGAINST_FORM),
    case(Kind::StructureAgainstForm, "28", r#"28.parts = »[ { format = "n 1" } ]"#, AGAINST_FORM),
    case(
        Kind::PartsAgainstLength,
        "90",
        r#"90 = { format = »"n 40" }"#,
        "parts do not add up to the length of the field in field 90",
    ),
    case(
        Kind::PartsAgainstLength,
        "90",
        r#"90 = { format = "n 41", parts = »{ 1 = { format = "n 2" } } }"#,
        "parts do not add up to the length of the field in field 90",
    ),
    case(
        Kind::PartsAgainstLength,
        "90.3",
        r#"90.parts.3.parts = »[ { format = "n 4" }, { format = "n 4" } ]"#,
        "parts do not add up to the length of the field in field 90.3",
    ),
    case(Kind::OptionalBeforeOthers, "48", r#"48 = { optional = »"at-end" }"#, BEFORE_OTHERS),
    case(
        Kind::OptionalBeforeOthers,
        "48.2",
        r#"48.parts = [ { format = "n 1", optional = "at-end" }, »{ format = "n 1" } ]"#,
        BEFORE_OTHERS,
    ),
    case(Kind::OptionalBeforeOthers, "54.1.5", "[fields.54.parts.5]\noptional = »\"at-end\"", BEFORE_OTHERS),
    case(
        Kind::OptionalBeforeOthers,
        "55.95",
        r#"55.parts = { 95 = { format = "b 5", optional = »"at-end" } }"#,
        BEFORE_OTHERS,
    ),
    case(
        Kind::PartBehindEnd,
        "48.2",
        r#"48.parts = [ { format = "n..9", length = "rest" }, »{ format = "n 1" } ]"#,
        "a part that reaches to the end must be the last, and none of a group in field 48.2",
    ),
    case(
        Kind::PartBehindEnd,
        "54.1.5",
        r#"54.parts.5 = { format = "n..12", length = »"rest" }"#,
        "a part that reaches to the end must be the last, and none of a group in field 54.1.5",
    ),
    case(
        Kind::BadPartBitmap,
        "48",
        r#"48 = { format = "b...999", bitmap = »"raw 25", parts.2.format = "n 1" }"#,
        "bitmap of parts must be raw, hex or EBCDIC hex, of 1 to 24 bytes in all in field 48",
    ),
    case(
        Kind::BadPartBitmap,
        "48",
        r#"48 = { format = "b...999", bitmap = »"raw 8+0", parts.2.format = "n 1" }"#,
        "bitmap of parts must be raw, hex or EBCDIC hex, of 1 to 24 bytes in all in field 48",
    ),
    case(
        Kind::BadByClass,
        "48.1",
        r#"48 = { parts = [ { format = "an..3", optional = »"by-class" }, { format = "n 2" } ] }"#,
        "a part that is there by its class has no length prefix and is not the last of a group in field 48.1",
    ),
    case(
        Kind::BadByClass,
        "48.1.2",
        r#"48 = { groups = { max = 9 }, parts = [ { format = "n 2" }, { format = "a 1", optional = »"by-class" } ] }"#,
        "a part that is there by its class has no length prefix and is not the last of a group in field 48.1.2",
    ),
    case(
        Kind::BadTlvFiller,
        "55",
        r#"55 = { tlv = »{ form = "ber", filler = "9F" } }"#,
        "filler between tags must be 00 or FF in field 55",
    ),
    case(
        Kind::BitIsBitmap,
        "48.1",
        r#"48 = { bitmap = "hex 8+8", parts = { »1.format = "n 1" } }"#,
        "bit announces a further bitmap, so it cannot be a part in field 48.1",
    ),
    case(
        Kind::BitmapTooSmall,
        "48.10",
        r#"48 = { format = "b...999", bitmap = "raw 1", parts = { 2.format = "n 1", »10.format = "n 1" } }"#,
        "field lies beyond the bitmaps of this spec in field 48.10",
    ),
    case(Kind::BadGroups, "54", "54 = { groups = »{ max = 0 } }", BAD_GROUPS),
    case(Kind::BadGroups, "54", r#"54 = { groups = »{ max = 100, count = "text 2" } }"#, BAD_GROUPS),
    case(Kind::BadCode, "54", r#"54 = { groups = »{ max = 6, count = "binary 5" } }"#, BAD_CODE),
    case(Kind::BadCode, "48", r#"48 = { tlv = »{ tag = "text 9", length = "text 3" } }"#, BAD_CODE),
    case(Kind::BadCode, "48", r#"48.tlv = »{ tag = "text 2", length = "text 0" }"#, BAD_CODE),
    case(
        Kind::TooDeep,
        "48.1.1.1.1.1.1",
        r#"48.parts.1 = { format = "an 9", parts.1 = { format = "an 9", parts.1 = { format = "an 9", parts.1 =
{ format = "an 9", parts.1 = { format = "an 9", parts.1 = { format = "an 9", parts = »[ { format = "an 9" } ] } } } } } }"#,
        "structures are nested deeper than six levels in field 48.1.1.1.1.1.1",
    ),
    case(
        Kind::BadCondition,
        "48",
        r#"48.cases = [ { when = »"60.3 is 201", parts = [ { format = "n 1" } ] } ]"#,
        "condition is not like `3 starts 00 31 and present 52 or mti = 04xx` in field 48",
    ),
    case(
        Kind::SeveralStructures,
        "48",
        r#"48 = { cases = »[ { when = "present 2", parts = [ { format = "n 1" } ] } ], tlv = "ber" }"#,
        "a field has one structure: parts alone, `cases` alone, or `tlv`, `bitmap` or `groups` with parts in field 48",
    ),
    case(
        Kind::PartsAgainstLength,
        "3",
        r#"3.cases = [ { when = "present 2", parts = »[ { format = "n 2" } ] } ]"#,
        "parts do not add up to the length of the field in field 3",
    ),
    case(
        Kind::BadCondition,
        "",
        "[messages.sale]\nmti = \"0200\"\nwhen = »\"3 begins 00\"",
        "condition is not like `3 starts 00 31 and present 52 or mti = 04xx`",
    ),
    case(
        Kind::BadCondition,
        "",
        "[messages.sale]\nmti = \"0200\"\nconditional = { 35 = »\"22 starts\" }",
        "condition is not like `3 starts 00 31 and present 52 or mti = 04xx`",
    ),
    case(
        Kind::BadFieldList,
        "",
        "[messages.sale]\nmti = \"0200\"\nmandatory = »\"3, 4\"",
        "not field paths separated by blanks, or needs like `35 if 22 starts 02; 52 if present 26`",
    ),
    case(
        Kind::BadMtis,
        "",
        "[messages.sale]\nmti = »\"200\"",
        "message types must be at most eight, of four digits each, `x` for any",
    ),
    case(
        Kind::BadMtis,
        "48",
        r#"48.only_in = »["0200", "2xx"]"#,
        "message types must be at most eight, of four digits each, `x` for any in field 48",
    ),
    case(
        Kind::BadMtis,
        "54.1.2",
        r#"54.parts.2.only_in = »["1", "2", "3", "4", "5", "6", "7", "8", "9"]"#,
        "message types must be at most eight, of four digits each, `x` for any in field 54.1.2",
    ),
    case(
        Kind::BadFormat,
        "54.1.3",
        r#"54 = { groups = { max = 3 }, parts = [ { format = "n 2" }, { format = "n 2" }, { format = »"n" } ] }"#,
        "format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 54.1.3",
    ),
    case(
        Kind::BadFormat,
        "48.2",
        "[[fields.48.parts]]\nformat = \"n 1\"\n»[[fields.48.parts]]\nname = \"no format\"",
        "format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 48.2",
    ),
    case(
        Kind::PrefixTooNarrow,
        "54.1.6.2",
        r#"54.parts.6 = { format = "an 20", parts = [ { format = "an 1" }, { format = »"an..100" } ] }"#,
        "length prefix cannot hold the maximum in field 54.1.6.2",
    ),
    case(
        Kind::IncompleteWire,
        "48.1",
        r#"48.parts = [ { format = "an 1", data = »"ebcdic" } ]"#,
        "wire profile must state every form, here or in the spec it extends: `charset` is missing in field 48.1",
    ),
    case(
        Kind::UndefinedWithMore,
        "54.1.2",
        r#"54 = { parts = { 2 = { undefined = »true, name = "x" } } }"#,
        "a row with `undefined = true` can say nothing else in field 54.1.2",
    ),
    case(
        Kind::BadPart,
        "48.1",
        r#"48.parts = [ { format = "n 1", echo = »false } ]"#,
        "a part is not taken away and is not repeated alone in field 48.1",
    ),
    case(
        Kind::BadAttribute,
        "48.2",
        r#"48 = { parts = [ { format = "n 1" }, { format = "n 1", strip = »1 } ] }"#,
        "invalid type: integer `1`, expected a boolean in field 48.2",
    ),
    case(
        Kind::BadAttribute,
        "54.1.3.A1",
        "[fields.54]\ngroups = { max = 1 }\n[fields.54.parts.3.parts.A1]\noptional = »\"yes\"",
        "invalid value: string \"yes\", expected no | at-end | by-class in field 54.1.3.A1",
    ),
    case(
        Kind::BadAttribute,
        "48",
        r#"48 = { tlv = »"fixed" }"#,
        "invalid value: string \"fixed\", expected ber | datasets, or a table of `form`, `tag`, `length` ... in field 48",
    ),
    case(Kind::BadAttribute, "48", r#"48 = { tlv = »{ tag = "text 4" } }"#, TLV_KEYS),
    case(Kind::BadAttribute, "48", r#"48 = { tlv = »{ form = "ber", first = "tag" } }"#, TLV_KEYS),
    case(Kind::BadAttribute, "48", r#"48 = { tlv = »{ tag = "text 4", length = "text 3", filler = "FF" } }"#, TLV_KEYS),
    case(
        Kind::BadAttribute,
        "48",
        r#"48 = { tlv = { form = "ber", filler = »"F" } }"#,
        "invalid value: string \"F\", expected a byte in hex, like \"FF\" in field 48",
    ),
    case(
        Kind::BadAttribute,
        "48",
        r#"48 = { bitmap = »"raw 8+4+8" }"#,
        "invalid value: string \"raw 8+4+8\", expected raw | hex | ebcdic-hex, and its bytes, like \"raw 8\", \"hex 8+8\" \
         or \"raw 2+1+1\" in field 48",
    ),
    case(Kind::BadAttribute, "48", r#"48 = { groups = »{ count = "text 2" } }"#, "missing key `max` in field 48"),
    case(
        Kind::BadAttribute,
        "48",
        r#"48 = { groups = { max = 2, »most = 3 } }"#,
        "unknown key `most`, expected `max` or `count` in field 48",
    ),
    case(
        Kind::BadAttribute,
        "48",
        r#"48 = { parts = »"n 2" }"#,
        "invalid type: string \"n 2\", expected a list of parts, or a table of them by number or tag in field 48",
    ),
    case(
        Kind::BadAttribute,
        "48.1.1.1.1.1.1",
        "48.parts.1.parts.1.parts.1.parts.1.parts.1.parts.1.parts.1.parts.1.parts = »[]",
        "structures are nested too deep to be read in field 48.1.1.1.1.1.1",
    ),
];

/// The mistakes in cases and in rules of messages. The files begin as those of `ROWS`.
const CONDITIONS: &[Case] = &[
    case(Kind::BadCases, "48", "48.cases = »[]", BAD_CASES),
    case(
        Kind::BadCases,
        "48",
        r#"48.cases = [ { when = "present 2", parts = [ { format = "n 1" } ] }, »{ parts = [ { format = "n 1" } ] } ]"#,
        BAD_CASES,
    ),
    case(Kind::BadCases, "48", r#"48.cases = [ »{ when = "present 2" } ]"#, BAD_CASES),
    case(
        Kind::BadCases,
        "48.2",
        r#"48.parts = [ { format = "n 1" }, { format = "n 1", cases = »[ { when = "present 2", parts = [ { format = "n 1" } ] } ] } ]"#,
        BAD_CASES,
    ),
    case(
        Kind::BadCondition,
        "48",
        "48.cases = [ { when = \"present 2\", parts = [ { format = \"n 1\" } ] },\n{ when = »\"present\", tlv = \"datasets\" } ]",
        "condition is not like `3 starts 00 31 and present 52 or mti = 04xx` in field 48",
    ),
    case(
        Kind::SeveralStructures,
        "48",
        r#"48 = { cases = »[ { when = "present 2", parts = [ { format = "n 1" } ] } ], parts = [] }"#,
        SEVERAL,
    ),
    case(
        Kind::SeveralStructures,
        "48",
        r#"48.cases = [ { when = "present 2", tlv = "ber", groups = »{ max = 2 } } ]"#,
        SEVERAL,
    ),
    case(
        Kind::BadGroups,
        "48",
        r#"48.cases = [ { when = "present 2", groups = »{ max = 0 }, parts = [ { format = "n 1" } ] } ]"#,
        BAD_GROUPS,
    ),
    case(
        Kind::BadFormat,
        "54.1.2",
        r#"54.cases = [ { when = "present 2", groups = { max = 2 }, parts = [ { format = "n 2" }, { format = »"n" } ] } ]"#,
        "format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 54.1.2",
    ),
    case(
        Kind::PrefixTooNarrow,
        "54.2",
        "[[fields.54.cases]]\nwhen = \"present 2\"\nparts = [ { format = \"n 2\" } ]\n[[fields.54.cases]]\n\
         when = \"present 3\"\nparts.1.format = \"n 2\"\nparts.2.format = »\"n.120\"",
        "length prefix cannot hold the maximum in field 54.2",
    ),
    case(
        Kind::IncompleteWire,
        "48.1",
        r#"48.cases = [ { when = "present 2", parts = [ { format = "an 1", data = »"ebcdic" } ] } ]"#,
        "wire profile must state every form, here or in the spec it extends: `charset` is missing in field 48.1",
    ),
    case(
        Kind::UndefinedWithMore,
        "48.1",
        r#"48.cases = [ { when = "present 2", parts = { 1 = { undefined = »true, name = "x" } } } ]"#,
        "a row with `undefined = true` can say nothing else in field 48.1",
    ),
    case(
        Kind::BadMtis,
        "48",
        r#"48 = { only_in = »["020"], cases = [ { when = "present 2", parts = [ { format = "n 1" } ] } ] }"#,
        "message types must be at most eight, of four digits each, `x` for any in field 48",
    ),
    case(
        Kind::BadAttribute,
        "48",
        r#"48.cases = [ { when = "present 2", »name = "x" } ]"#,
        "unknown key `name`, expected one of `when`, `parts`, `tlv`, `bitmap`, `groups` in field 48",
    ),
    case(
        Kind::BadAttribute,
        "54.1.2",
        r#"54.cases = [ { when = "present 2", groups = { max = 2 }, parts = [ {}, { strip = »1 } ] } ]"#,
        "invalid type: integer `1`, expected a boolean in field 54.1.2",
    ),
    case(
        Kind::BadAttribute,
        "48",
        "48.cases = »\"none\"",
        "invalid type: string \"none\", expected a list of cases in field 48",
    ),
    case(
        Kind::BadMtis,
        "",
        "[messages.void]\nmti = \"0200\"\n[messages.»sale]\nmandatory = \"3\"",
        "message types must be at most eight, of four digits each, `x` for any: `mti` is missing",
    ),
    case(Kind::BadFieldList, "", "[messages.sale]\nmti = \"0200\"\noptional = »\"3  4\"", BAD_LIST),
    case(Kind::BadFieldList, "", "[messages.sale]\nmti = \"0200\"\nnever = »\"03\"", BAD_LIST),
    case(Kind::BadFieldList, "", "[messages.sale]\nmti = \"0200\"\nnever = \"39\"\necho = »\"PAN\"", BAD_LIST),
    case(
        Kind::BadFieldList,
        "",
        "[messages.sale]\nmti = \"0200\"\nconditional = { 35 = \"present 2\", »\"36 37\" = \"present 2\" }",
        BAD_LIST,
    ),
    case(
        Kind::BadFieldList,
        "",
        "[messages.sale]\nmti = \"0200\"\n[messages.sale.conditional]\n»\"35 if present 2; 36\" = \"present 2\"",
        BAD_LIST,
    ),
    case(
        Kind::BadCondition,
        "",
        "[messages.sale]\nmti = \"0200\"\nconditional.\"60.3\" = »\"43 = x; 52 if present 26\"",
        "condition is not like `3 starts 00 31 and present 52 or mti = 04xx`",
    ),
    case(
        Kind::BadAttribute,
        "",
        "[messages.sale]\n»mandatry = \"3\"",
        "unknown key `mandatry`, expected one of `mti`, `when`, `mandatory`, `conditional`, `mandatory_if`, \
         `optional`, `never`, `echo`, `nothing_else`, `undefined`",
    ),
    case(Kind::BadAttribute, "", "[messages.sale]\nmti = »[\"0200\"]", "invalid type: sequence, expected a string"),
];

const BAD_CASES: &str = "each case needs a condition, and a structure other than cases; nothing else has a condition";
const BAD_LIST: &str = "not field paths separated by blanks, or needs like `35 if 22 starts 02; 52 if present 26`";
const SEVERAL: &str =
    "a field has one structure: parts alone, `cases` alone, or `tlv`, `bitmap` or `groups` with parts";
const BAD_TAG: &str = "tag is not one of this structure";
const NO_PARTS: &str = "structure needs parts, numbered from 1 on; those of TLV have tags";
const AGAINST_FORM: &str = "content in this form cannot hold such a structure or part; a field that holds bytes is `b`";
const BEFORE_OTHERS: &str = "only parts at the end may be missing, and no part of a group or field of a message";
const BAD_GROUPS: &str =
    "groups must be at most 1 to 65535, each at least one byte, and their count must hold the maximum";
const BAD_CODE: &str = "tag, length or count must be 1 to 8 characters or digits, or 1 to 4 bytes, wide";
const TLV_KEYS: &str = "`tag` and `length` go with a fixed form and must be there, `filler` goes with `ber`";

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
        "unknown key `extend`, expected one of `name`, `title`, `version`, `extends`, `pan_mask`, `wire`, `fields`, \
         `messages`",
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
    let rows = ROWS.iter().chain(PARTS).chain(CONDITIONS).map(|case| (case, format!("{HEADER}{}", case.text)));
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
        let place = if case.says.contains(" in field ") || case.path.is_empty() || case.path == "1" {
            String::new()
        } else {
            format!(" in field {}", case.path)
        };
        assert_eq!(printed, format!("line {line}, column {column}: {}{place}", case.says), "{text}");
    }
}

#[test]
fn every_kind_of_mistake_is_seen_in_a_file_or_in_a_const_table() -> std::io::Result<()> {
    let compiled = ["fields", "specs", "parts", "conditions"]
        .map(|name| fs::read_to_string(format!("{}/tests/compile_fail/{name}.stderr", env!("CARGO_MANIFEST_DIR"))));
    let [fields, specs, parts, conditions] = compiled;
    let compiled = [fields?, specs?, parts?, conditions?].concat();
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
             `pan_mask`, `wire`, `fields`, `messages`"
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

/// The parts of a field as a table shows them: path, format, name.
fn shown(spec: &MessageSpec, number: u16) -> Vec<String> {
    fn push(shown: &mut Vec<String>, above: &str, field: &SpecField<'_>) {
        for part in field.parts() {
            let path = format!("{above}.{}", part.key().as_str());
            shown.push(format!("{path} {} {}", part.format(), part.name()).trim_end().to_owned());
            push(shown, &path, &part);
        }
    }
    let mut shown = Vec::new();
    spec.field(number).iter().for_each(|field| push(&mut shown, &number.to_string(), field));
    shown
}

#[test]
fn a_list_numbers_parts_from_1_and_a_table_sorts_them() -> Result<(), SpecFileError> {
    let spec = MessageSpec::from_toml(&format!(
        "{HEADER}
        [fields.46]
        parts = [ {{ format = \"n 1\", name = \"one\" }}, {{ undefined = true }}, {{ format = \"n 3\" }} ]
        [fields.47]
        format = \"b...999\"
        bitmap = \"raw 2\"
        parts.10 = {{ format = \"n 2\", name = \"ten\", parts = [ {{ format = \"n 1\" }}, {{ format = \"n 1\" }} ] }}
        parts.9 = {{ format = \"an..9\", parts.2.format = \"a 1\", parts.1.format = \"n 1\" }}
        [fields.48.parts.2]
        format = \"ans...100\"
        tlv = {{ tag = \"text 2\", length = \"text 2\" }}
        parts = {{ A1 = {{ format = \"n 2\", name = \"tagged\" }}, 02.format = \"ans 9\", 02.parts = [ {{ format = \"ans 9\" }} ] }}
        [fields.48.parts.1]
        format = \"n 1\""
    ))?;
    assert_eq!(shown(&spec, 46), ["46.1 n 1 one", "46.3 n 3"]);
    assert_eq!(
        shown(&spec, 47),
        ["47.9 an..9", "47.9.1 n 1", "47.9.2 a 1", "47.10 n 2 ten", "47.10.1 n 1", "47.10.2 n 1"]
    );
    assert_eq!(
        shown(&spec, 48),
        ["48.1 n 1", "48.2 ans...100", "48.2.02 ans 9", "48.2.02.1 ans 9", "48.2.A1 n 2 tagged"]
    );
    Ok(())
}

#[test]
fn each_form_of_a_structure_is_read() -> Result<(), SpecFileError> {
    let structure = |keys: &str| {
        let spec = MessageSpec::from_toml(&format!("{HEADER}55 = {{ format = \"b...255\", {keys} }}"))?;
        Ok::<_, SpecFileError>(spec.field(55).and_then(|field| field.structure()))
    };
    let binary = |width| Code::of(PrefixForm::Binary, width);
    let fixed = TlvForm::fixed(binary(1), Code::text(3));
    let map = PartBitmap::new(2).with_extensions(1, 2);
    for (keys, expected) in [
        ("", Some(Structure::Tlv(TlvForm::BER))),
        ("tlv = \"ber\"", Some(Structure::Tlv(TlvForm::BER))),
        ("tlv = { form = \"ber\", filler = \"ff\" }", Some(Structure::Tlv(TlvForm::BER.with_filler(255)))),
        ("tlv = \"datasets\"", Some(Structure::Tlv(TlvForm::DATASETS))),
        (
            "tlv = { form = \"datasets\", unlisted = \"skip\" }",
            Some(Structure::Tlv(TlvForm::DATASETS.with_unlisted(Unlisted::Skip))),
        ),
        ("tlv = { tag = \"binary 1\", length = \"text 3\", first = \"tag\" }", Some(Structure::Tlv(fixed))),
        (
            "tlv = { form = \"fixed\", tag = \"binary 1\", length = \"text 3\", first = \"length\", counts_tag = true, unlisted = \"refuse\" }",
            Some(Structure::Tlv(fixed.with_length_first().with_tag_counted().with_unlisted(Unlisted::Refuse))),
        ),
        ("bitmap = \"raw 2+1+1\", parts.3.format = \"b 1\"", Some(Structure::Bitmapped(map))),
        (
            "bitmap = \"ebcdic-hex 3\", parts.3.format = \"b 1\"",
            Some(Structure::Bitmapped(PartBitmap::new(3).with_form(DataForm::EbcdicHex))),
        ),
        ("groups = { max = 9 }, parts.1.format = \"b 1\"", Some(Structure::Groups(Groups::up_to(9)))),
        (
            "groups = { max = 9, count = \"binary 2\" }, parts.1.format = \"b 1\"",
            Some(Structure::Groups(Groups::up_to(9).with_count(binary(2)))),
        ),
        ("parts = []", None),
    ] {
        assert_eq!(structure(keys)?, expected, "{keys}");
    }
    Ok(())
}

/// Keys of the base stay where a table of parts does not state them; a list replaces the parts.
#[test]
fn parts_are_merged_by_a_table_and_replaced_by_a_list() -> Result<(), SpecFileError> {
    let base = "name = \"base\"\nextends = \"iso1987-bcd\"\n[fields]\n\
        48.parts = [ { format = \"n 1\", name = \"one\" }, { format = \"n..9\", name = \"two\", parts = [ { format = \"n 1\" } ] } ]\n\
        61 = { format = \"b...999\", tlv = \"ber\", parts.95.format = \"b 5\", parts.9A = { format = \"n 6\", name = \"Date\", data = \"bcd\" } }";
    let load = |rows: &str| {
        let ours = format!("name = \"ours\"\nextends = \"base\"\n[fields]\n{rows}");
        MessageSpec::from_toml_with(&ours, |name| (name == "base").then_some(base))
    };
    let table = load(
        "48.parts.2 = { name = \"second\", parts.2 = { format = \"n 2\" } }\n48.parts.3.format = \"a 1\"\n\
        61.parts = { 95.undefined = true, 9A.name = \"Day\" }",
    )?;
    assert_eq!(shown(&table, 48), ["48.1 n 1 one", "48.2 n..9 second", "48.2.1 n 1", "48.2.2 n 2", "48.3 a 1"]);
    assert_eq!(shown(&table, 61), ["61.9A n 6 Day"]);
    let list =
        load("48.parts = [ { format = \"n 2\" } ]\n61 = { groups = { max = 2 }, parts = [ { format = \"n 3\" } ] }")?;
    assert_eq!(shown(&list, 48), ["48.1 n 2"]);
    assert_eq!(list.field(61).and_then(|field| field.structure()), Some(Structure::Groups(Groups::up_to(2))));
    let structure = load("48.groups = { max = 3 }\n61.parts = []")?;
    assert_eq!(shown(&structure, 48).len(), 3);
    assert_eq!(structure.field(48).and_then(|field| field.structure()), Some(Structure::Groups(Groups::up_to(3))));
    assert_eq!(structure.field(61).and_then(|field| field.structure()), None);
    let tlv = load("61 = { tlv = { form = \"ber\", unlisted = \"refuse\" }, parts = [] }")?;
    assert_eq!(shown(&tlv, 61).len(), 0);
    assert!(tlv.field(61).is_some_and(|field| field.structure().is_some()));
    Ok(())
}

#[test]
fn attributes_of_parts_and_message_types_are_read() -> Result<(), SpecFileError> {
    let spec = MessageSpec::from_toml(&format!(
        "{HEADER}4.only_in = []\n48 = {{ sensitive = \"secret\", only_in = [\"0200\", \"04x0\"], parts = [
        {{ format = \"n 1\", sensitive = \"none\" }},
        {{ format = \"n 2\", optional = \"no\" }},
        {{ format = \"a 1\", optional = \"by-class\" }},
        {{ format = \"ans..9\", optional = \"at-end\", length = \"rest\" }} ] }}"
    ))?;
    let parts: Vec<(Sensitivity, Optional)> = spec
        .field(48)
        .iter()
        .flat_map(|field| field.parts())
        .map(|part| (part.sensitivity(), part.presence()))
        .collect();
    assert_eq!(
        parts,
        [
            (Sensitivity::None, Optional::No),
            (Sensitivity::Secret, Optional::No),
            (Sensitivity::Secret, Optional::ByClass),
            (Sensitivity::Secret, Optional::AtEnd),
        ]
    );
    static CONST: MessageSpec = MessageSpec::new(
        "ours",
        Wire::BCD,
        &[FieldSpec::new(48, "ans...999")
            .with_name("Additional data - private")
            .with_sensitivity(Sensitivity::Secret)
            .only_in(&["0200", "04x0"])
            .with_parts(&[
                FieldSpec::new(1, "n 1").with_sensitivity(Sensitivity::None),
                FieldSpec::new(2, "n 2"),
                FieldSpec::new(3, "a 1").optional_by_class(),
                FieldSpec::new(4, "ans..9").optional().to_end(),
            ])],
    );
    assert_eq!(spec.field(48), CONST.field(48));
    assert_eq!(spec.field(4), spec::ISO1987_BCD.field(4));
    Ok(())
}

/// Texts of a file and of a constant agree when they read the same.
#[test]
fn cases_and_rules_say_what_constants_say() -> Result<(), SpecFileError> {
    let load = |when: &str, list: &str| {
        MessageSpec::from_toml(&format!(
            r#"name = "ours"
            extends = "iso1987-bcd"
            [fields.48]
            cases = [
                {{ when = "{when}", parts = [ {{ format = "n 6", name = "Batch number" }} ] }},
                {{ when = "60.3 = 201", groups = {{ max = 2 }}, parts = [ {{ format = "n 3" }}, {{ format = "n 12" }} ] }},
                {{ when = "present 2", tlv = {{ tag = "text 4", length = "text 3" }} }},
            ]
            [messages.sale]
            mti = "0200 02x0"
            when = "3 starts 00"
            mandatory = "{list}"
            conditional = {{ 35 = "22 starts 02 05", 4 = "present 3", "60.3" = "present 60" }}
            optional = "48"
            never = "39"
            echo = "11"
            nothing_else = true
            [messages.refund]
            mti = "0220""#
        ))
    };
    static CONST: MessageSpec = MessageSpec::extending(
        &spec::ISO1987_BCD,
        "ours",
        Wire::BCD,
        &[FieldSpec::new(48, "ans...999").with_cases(&[
            FieldSpec::case("mti = 05xx").with_parts(&[FieldSpec::new(1, "n 6").with_name("Batch number")]),
            FieldSpec::case("60.3 = 201")
                .with_groups(Groups::up_to(2), &[FieldSpec::new(1, "n 3"), FieldSpec::new(2, "n 12")]),
            FieldSpec::case("present 2").with_tlv(TlvForm::fixed(Code::text(4), Code::text(3)), &[]),
        ])],
    )
    .with_messages(&[
        MessageRule::new("refund", "0220"),
        MessageRule::new("sale", "0200 02x0")
            .when("3 starts 00")
            .mandatory("3 4 60.1")
            .conditional("4 if present 3; 35 if 22 starts 02 05; 60.3 if present 60")
            .optional("48")
            .never("39")
            .echo("11")
            .nothing_else(),
    ]);
    assert_eq!(*load("mti = 05xx", "3 4 60.1")?, CONST);
    assert_ne!(*load("mti = 05x0", "3 4 60.1")?, CONST);
    assert_ne!(*load("mti = 05xx", "3 4 60.2")?, CONST);
    Ok(())
}

/// Cases are replaced as a whole, and replace any other structure as it replaces them; a rule is changed key by key.
#[test]
fn cases_and_rules_of_a_base_are_replaced() -> Result<(), SpecFileError> {
    let base = "name = \"base\"\nextends = \"iso1987-bcd\"\n[fields]\n\
        48.cases = [ { when = \"present 2\", parts = [ { format = \"n 1\" } ] }, { when = \"present 3\", parts = [ { format = \"n 2\" } ] } ]\n\
        60 = { groups = { max = 3 }, parts = [ { format = \"n 1\" } ] }\n\
        [messages.sale]\nmti = \"0200\"\nmandatory = \"3\"\nconditional = { 35 = \"present 2\" }";
    let load = |rows: &str| {
        let ours = format!("name = \"ours\"\nextends = \"base\"\n[fields]\n{rows}");
        MessageSpec::from_toml_with(&ours, |name| (name == "base").then_some(base))
    };
    let structure = |spec: &MessageSpec, number| spec.field(number).and_then(|field| field.structure());
    let conditions = |spec: &MessageSpec, number| {
        let cases: Vec<SpecField<'_>> = spec.field(number).iter().flat_map(|field| field.parts()).collect();
        cases.iter().filter_map(|case| case.condition().map(str::to_owned)).collect::<Vec<_>>()
    };
    let plain = load("")?;
    assert_eq!(conditions(&plain, 48), ["present 2", "present 3"]);

    let cases = r#"[ { when = "present 4", parts = [ { format = "n 1" } ] } ]"#;
    let replaced = load(&format!("48 = {{ name = \"x\", cases = {cases} }}\n60.cases = {cases}"))?;
    assert_eq!(conditions(&replaced, 48), ["present 4"]);
    assert_eq!(
        (structure(&replaced, 60), conditions(&replaced, 60)),
        (Some(Structure::Cases), vec!["present 4".to_owned()])
    );

    for (row, expected) in [
        ("parts = [ { format = \"n 1\" } ]", Some(Structure::Parts)),
        ("parts.1.format = \"n 1\"", Some(Structure::Parts)),
        ("tlv = \"datasets\"\n48.format = \"b...9\"", Some(Structure::Tlv(TlvForm::DATASETS))),
        ("parts = []", None),
        ("name = \"x\"", Some(Structure::Cases)),
    ] {
        assert_eq!(structure(&*load(&format!("48.{row}"))?, 48), expected, "{row}");
    }

    static CONST: MessageSpec = MessageSpec::extending(&spec::ISO1987_BCD, "ours", Wire::BCD, &[]).with_messages(&[
        MessageRule::new("sale", "0200").mandatory("4").conditional("35 if present 2").never("39"),
        MessageRule::new("void", "0400"),
    ]);
    let rules = load(
        "48.parts = []\n60.parts = []\n[messages.sale]\nmandatory = \"4\"\nnever = \"39\"\n[messages.void]\nmti = \"0400\"",
    )?;
    assert_eq!(*rules, CONST);
    let without =
        load("48.parts = []\n60.parts = []\n[messages.sale]\nundefined = true\n[messages.void]\nmti = \"0400\"")?;
    assert_eq!(without.rules().map(|rule| rule.name().to_owned()).collect::<Vec<_>>(), ["advice", "reversal", "void"]);
    let error = |rows: &str| load(rows).err().map(|error| error.to_string());
    assert_eq!(
        error("[messages.sale]\nmandatory = \"3\"\nundefined = true").as_deref(),
        Some("line 6, column 13: a row with `undefined = true` can say nothing else")
    );
    assert_eq!(
        error("48.format = \"n 1\"").as_deref(),
        Some("spec base, line 4, column 100: parts do not add up to the length of the field in field 48")
    );
    assert_eq!(
        error("[messages.sale]\nconditional = { 35 = \"present\" }").as_deref(),
        Some("line 5, column 22: condition is not like `3 starts 00 31 and present 52 or mti = 04xx`")
    );
    Ok(())
}

/// A list replaces the parts of the base, so no place is sought there.
#[test]
fn a_mistake_in_a_list_is_not_sought_in_the_parts_it_replaces() {
    let base = "name = \"base\"\nextends = \"iso1987-bcd\"\n[fields]\n\
        48.parts = [ { format = \"n 1\" }, { format = \"n 1\", optional = \"at-end\" } ]\n\
        60.parts = [ { format = \"n 1\" }, { format = \"n..1\", length = \"rest\" } ]";
    let load = |rows: &str| {
        let ours = format!("name = \"ours\"\nextends = \"base\"\n[fields]\n{rows}");
        let loaded = MessageSpec::from_toml_with(&ours, |name| (name == "base").then_some(base));
        loaded.map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(
        load("48.parts = [ { format = \"n 1\", optional = \"at-end\" }, { format = \"n 1\" } ]"),
        Err(format!("line 4, column 55: {BEFORE_OTHERS} in field 48.2"))
    );
    assert_eq!(load("48.parts.3.format = \"n 1\"\n"), Err(format!("line 4, column 10: {BEFORE_OTHERS} in field 48.3")));
    assert_eq!(
        load("60.parts.2.format = \"n..2\"\n60.parts.3.format = \"n 1\""),
        Err("line 5, column 10: a part that reaches to the end must be the last, and none of a group in field 60.3"
            .to_owned())
    );
    assert_eq!(
        load("60.groups = { max = 3 }"),
        Err("spec base, line 5, column 62: a part that reaches to the end must be the last, and none of a group in \
             field 60.1.2"
            .to_owned())
    );
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
fn reads_parts_in_json_and_refuses_a_key_or_a_part_that_comes_twice() {
    let read = |row: &str| {
        let text = format!(r#"{{ "name": "ours", "extends": "base", "fields": {{ "48": {{ {row} }} }} }}"#);
        serde_json::from_str::<SpecFile>(&text).map_err(|error| error.to_string())
    };
    let base = SpecFile::from_toml(spec::shipped_toml("iso1987-ascii").unwrap_or_default()).ok();
    let dictionary = SpecFile::from_toml(spec::shipped_toml("iso1987").unwrap_or_default()).ok();
    let resolve = |row: &str| {
        let lookup = |name: &str| if name == "base" { base.as_ref() } else { dictionary.as_ref() };
        let spec = read(row)?.resolve(lookup).map_err(|error| error.to_string())?;
        Ok::<_, String>(shown(&spec, 48))
    };
    let row = r#""tlv": { "tag": "text 4", "length": "text 3" }, "parts": {
        "0023": { "format": "n 3", "parts": [{ "format": "n 1", "name": null }, { "format": "n 2" }] } }"#;
    assert_eq!(resolve(row), Ok(["48.0023 n 3", "48.0023.1 n 1", "48.0023.2 n 2"].map(str::to_owned).to_vec()));
    assert_eq!(resolve(r#""groups": { "max": 2 }, "parts": [{ "format": "n" }]"#), {
        Err("format is not like `n 6`, `n..11`, `ans...999`, `z..37` or `x+n 8` in field 48.1.1".to_owned())
    });
    assert_eq!(resolve(r#""parts": [{ "format": "n 1", "echo": true }]"#), {
        Err("a part is not taken away and is not repeated alone in field 48.1".to_owned())
    });
    let read_rules = |rules: &str| {
        serde_json::from_str::<SpecFile>(&format!(r#"{{ "messages": {{ {rules} }} }}"#))
            .map_err(|error| error.to_string())
    };
    let error = read_rules(r#""sale": {}, "sale": {}"#).err().unwrap_or_default();
    assert!(error.starts_with("duplicate entry sale"), "{error}");
    let error =
        read_rules(r#""sale": { "conditional": { "35": "present 2", "35": "present 3" } }"#).err().unwrap_or_default();
    assert!(error.starts_with("duplicate entry 35"), "{error}");
    for (row, says) in [
        (r#""parts": { "1": {}, "1": {} }"#, "duplicate part 1"),
        (r#""parts": [{ "format": "n 1", "format": "n 2" }]"#, "duplicate field `format`"),
        (r#""parts": [], "parts": []"#, "duplicate field `parts`"),
        (r#""parts": [{ "part": [] }]"#, "unknown field `part`, expected one of `format`"),
        (r#""tlv": { "form": "ber", "form": "ber" }"#, "duplicate field `form`"),
        (r#""cases": [{ "when": "present 2", "when": "present 2" }]"#, "duplicate field `when`"),
        (r#""cases": [{ "parts": [], "parts": [] }]"#, "duplicate field `parts`"),
        (r#""cases": [], "cases": []"#, "duplicate field `cases`"),
        (r#""cases": [{ "cases": [] }]"#, "unknown field `cases`, expected one of `when`"),
    ] {
        let error = read(row).err().unwrap_or_default();
        assert!(error.starts_with(says), "{row}: {error}");
    }
}

/// However deep a file is, it is refused in time.
#[test]
fn deep_files_are_refused_with_a_small_stack() {
    let deep = |depth: usize| "{\"parts\":[".repeat(depth) + &"]}".repeat(depth);
    let check = move || {
        for depth in [8, 9, 60, 10_000] {
            let json = format!(r#"{{ "fields": {{ "48": {} }} }}"#, deep(depth));
            assert_eq!(serde_json::from_str::<SpecFile>(&json).is_ok(), depth == 8, "{depth}");
            let cases = r#"{"cases":[{"parts":["#.repeat(depth) + &"]}]}".repeat(depth);
            let json = format!(r#"{{ "fields": {{ "48": {cases} }} }}"#);
            assert_eq!(serde_json::from_str::<SpecFile>(&json).is_ok(), depth == 8, "{depth}");
            let inline = "{ parts = [ ".repeat(depth) + &"] }".repeat(depth);
            assert!(failure(&format!("{HEADER}48 = {inline}")).is_some(), "{depth}");
            let dotted = ".parts.1".repeat(depth);
            assert!(failure(&format!("{HEADER}48{dotted}.format = \"n 1\"")).is_some(), "{depth}");
            assert!(failure(&format!("[fields.48{dotted}]\nx{dotted} = {inline}")).is_some(), "{depth}");
        }
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(check).map(|thread| thread.join());
    assert!(thread.is_ok_and(|outcome| outcome.is_ok()));
}

#[test]
fn needs_are_the_same_when_each_is_there_as_often() {
    const TWICE: &MessageSpec =
        &with_needs(&[MessageRule::new("sale", "0200").conditional("35 if present 2; 35 if present 2")]);
    const BOTH: &MessageSpec =
        &with_needs(&[MessageRule::new("sale", "0200").conditional("35 if present 2; 35 if present 3")]);
    const TURNED: &MessageSpec =
        &with_needs(&[MessageRule::new("sale", "0200").conditional("35 if present 3; 35 if present 2")]);
    assert_eq!(BOTH, TURNED);
    for (one, other) in [(BOTH, TWICE), (TWICE, BOTH)] {
        assert_ne!(one, other);
    }
}

const fn with_needs(rules: &'static [MessageRule]) -> MessageSpec {
    MessageSpec::extending(&spec::ISO1987_BCD, "ours", Wire::BCD, &[]).with_messages(rules)
}

#[test]
fn what_is_found_without_its_content_may_be_stripped_to_nothing() {
    let file = |row: &str| {
        let head = "name = \"ours\"\nextends = \"iso1987-ascii\"\n[fields]\n2 = { undefined = true }\n";
        MessageSpec::from_toml(&format!("{head}{row}\n[wire]\nbitmap = \"none\"")).unwrap()
    };
    for (row, wire) in [
        ("3 = { format = \"ans..10\", pad = \"right space\", strip = true }", "020000"),
        (
            "3 = { format = \"ans..10\", length = \"terminated\", terminator = \"3B\", pad = \"right space\", strip = true }",
            "0200;",
        ),
    ] {
        let spec = file(row);
        let mut made = MessageBuf::new(&spec, Mti::new(0x0200).unwrap());
        made.set(3, "").unwrap();
        assert_eq!(made.as_bytes(), wire.as_bytes(), "{row}");
        assert!(Message::parse(wire.as_bytes(), &spec).unwrap().require(3).unwrap().value().is_empty());
    }
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
StripLeavesNothing: a value of filler alone would be nothing, once stripped, and without a bitmap nobody finds an empty field
StripTellsNothing: an odd number of digits, once stripped, could not be told: the prefix counts bytes, and the pad could be a digit
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
BadTag: tag is not one of this structure
TagTwice: tag has two rows
NoParts: structure needs parts, numbered from 1 on; those of TLV have tags
SeveralStructures: a field has one structure: parts alone, `cases` alone, or `tlv`, `bitmap` or `groups` with parts
StructureAgainstForm: content in this form cannot hold such a structure or part; a field that holds bytes is `b`
PartsAgainstLength: parts do not add up to the length of the field
BadPart: a part is not taken away and is not repeated alone
BadByClass: a part that is there by its class has no length prefix and is not the last of a group
BadTlvFiller: filler between tags must be 00 or FF
OptionalBeforeOthers: only parts at the end may be missing, and no part of a group or field of a message
PartBehindEnd: a part that reaches to the end must be the last, and none of a group
BadPartBitmap: bitmap of parts must be raw, hex or EBCDIC hex, of 1 to 24 bytes in all
BitIsBitmap: bit announces a further bitmap, so it cannot be a part
BadGroups: groups must be at most 1 to 65535, each at least one byte, and their count must hold the maximum
BadCode: tag, length or count must be 1 to 8 characters or digits, or 1 to 4 bytes, wide
TooDeep: structures are nested deeper than six levels
BadMtis: message types must be at most eight, of four digits each, `x` for any
BadCondition: condition is not like `3 starts 00 31 and present 52 or mti = 04xx`
BadFieldList: not field paths separated by blanks, or needs like `35 if 22 starts 02; 52 if present 26`
BadCases: each case needs a condition, and a structure other than cases; nothing else has a condition
BadName: name of a spec must be letters, digits, `-`, `_` or `.`
UnknownBase: extends a spec that is not known
EndlessExtends: extends itself, or more than eight specs in a row
IncompleteWire: wire profile must state every form, here or in the spec it extends
BadAttribute: attribute is not known or has no such value
Syntax: file is not well formed
";
