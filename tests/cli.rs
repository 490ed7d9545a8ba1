//! The program: what it prints and where, its exit codes, and that it never shows card data unasked.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where something is not as it should be")]

use isomsg::spec::{self, Sensitivity};
use isomsg::{Message, MessageBuf, Mti};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

const SIGN_ON: &str = "08008238000100800000040000000000000003141200000000010700000314050123455445524D303030310001";
const SIGN_ON_TABLE: &str = "\
0800 iso1987-bcd network management
    7  Transmission date and time                0314120000
   11  System trace audit number (STAN)          000001
   12  Time, local transaction                   070000
   13  Date, local transaction                   0314
   32  Acquiring institution identification c..  12345
   41  Card acceptor terminal identification     TERM0001
   70  Network management information code       001
";
const SIGN_ON_JSON: &str = concat!(
    r#"{"mti":"0800","fields":{"7":"0314120000","11":"000001","12":"070000","13":"0314","32":"12345","#,
    r#""41":"TERM0001","70":"001"}}"#,
    "\n"
);
/// The amount has a nibble A: byte 26, field 4.
const BAD_AMOUNT: &str = "0200700000000000000016411111111111111100000000000000A250";
const PAN: &str = "4111111111111111";

/// What the program printed, and its exit code.
struct Ran {
    out: String,
    err: String,
    code: Option<i32>,
}

fn start(args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isomsg"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn run(args: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut child = start(args);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // A program that does not read its input closes the pipe.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

fn decode(args: &[&str], input: impl AsRef<[u8]>) -> Ran {
    run(&[&["decode", "--spec", "iso1987-bcd"], args].concat(), input)
}

fn encode(input: impl AsRef<[u8]>) -> Ran {
    run(&["encode", "--spec", "iso1987-bcd"], input)
}

fn expect(ran: &Ran, code: i32, out: &str, err: &str) {
    assert_eq!((ran.out.as_str(), ran.err.as_str(), ran.code), (out, err, Some(code)));
}

/// A file of its own for each test.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    path.into_os_string().into_string().unwrap()
}

fn vectors() -> Vec<Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/iso1987.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The hex lines of all vectors of one shipped spec.
fn lines(spec: &str) -> String {
    let vectors = vectors();
    let lines = vectors.iter().filter(|vector| vector["spec"] == spec).map(|vector| vector["hex"].as_str().unwrap());
    lines.map(|line| line.to_owned() + "\n").collect()
}

const SPECS: [&str; 4] = ["iso1987-ascii", "iso1987-ascii-hex", "iso1987-bcd", "iso1987-bcd-right"];

mod decoding {
    use super::*;

    #[test]
    fn prints_a_table() {
        expect(&decode(&[], SIGN_ON), 0, SIGN_ON_TABLE, "");
    }

    #[test]
    fn prints_json() {
        expect(&decode(&["--json"], SIGN_ON), 0, SIGN_ON_JSON, "");
    }

    #[test]
    fn puts_a_blank_line_between_tables_only() {
        let two = format!("{SIGN_ON}\n{BAD_AMOUNT}\n{SIGN_ON}\n");
        assert_eq!(decode(&[], &two).out, format!("{SIGN_ON_TABLE}\n{SIGN_ON_TABLE}"));
        assert_eq!(decode(&["--json"], &two).out, SIGN_ON_JSON.repeat(2));
    }

    #[test]
    fn tolerates_blanks_case_and_line_ends_in_hex() {
        let (first, rest) = SIGN_ON.split_at(7);
        let spaced = format!("\t {first} {}\t\r\n", rest.to_ascii_lowercase());
        expect(&decode(&[], spaced), 0, SIGN_ON_TABLE, "");
    }

    #[test]
    fn reads_a_file_or_standard_input() {
        let path = file("reads.hex", SIGN_ON);
        expect(&decode(&[&path], ""), 0, SIGN_ON_TABLE, "");
        expect(&decode(&["-"], SIGN_ON), 0, SIGN_ON_TABLE, "");
    }

    #[test]
    fn reads_raw_bytes() {
        let message = bytes(SIGN_ON);
        expect(&decode(&["--input", "raw"], &message), 0, SIGN_ON_TABLE, "");
        let longer = [message.as_slice(), b"\n"].concat();
        expect(
            &decode(&["--input", "raw"], longer),
            1,
            "",
            "error: bytes left over behind the last field: 1 at byte 45\n",
        );
    }

    #[test]
    fn reads_nothing_from_nothing() {
        expect(&decode(&[], ""), 0, "", "");
        expect(&decode(&[], "\n \r\n\n"), 0, "", "");
    }

    #[test]
    fn names_each_bad_message_in_one_line_and_goes_on() {
        let input = format!("{SIGN_ON}\n\n{BAD_AMOUNT}\n08zz\n{SIGN_ON}\n080\n{SIGN_ON}00\n\u{E9}\n");
        let errors = "\
error: line 3: nibble outside class n in field 4 at byte 26
error: line 4: not hex at character 3
error: line 6: odd number of hex digits
error: line 7: bytes left over behind the last field: 1 at byte 45
error: line 8: not hex at character 1
";
        expect(&decode(&["--json"], input), 1, &SIGN_ON_JSON.repeat(2), errors);
    }

    #[test]
    fn prints_the_readable_part_of_a_bad_message_when_asked() {
        let error = "error: line 1: nibble outside class n in field 4 at byte 26\n";
        let part = "\
0200 iso1987-bcd financial
    2  Primary account number (PAN)              411111******1111
    3  Processing code                           000000
";
        expect(&decode(&["--partial"], BAD_AMOUNT), 1, part, error);
        let nothing = decode(&["--partial"], "02");
        assert_eq!((nothing.out.as_str(), nothing.code), ("", Some(1)));
    }

    #[test]
    fn has_no_partial_json_because_encode_would_take_it_for_the_whole() {
        let ran = decode(&["--partial", "--json"], SIGN_ON);
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    }

    #[test]
    fn holds_no_line_above_a_mebibyte() {
        let long = "0".repeat((1 << 20) + 1);
        for input in [format!("{long}\n{SIGN_ON}\n"), format!("{}\n{SIGN_ON}\n", " ".repeat(3 << 20))] {
            expect(&decode(&[], input), 1, SIGN_ON_TABLE, "error: line 1: longer than 1 MiB\n");
        }
        expect(&decode(&[], &long), 1, "", "error: line 1: longer than 1 MiB\n");
        let just = format!("{SIGN_ON}{}\n{SIGN_ON}", " ".repeat((1 << 20) - SIGN_ON.len()));
        expect(&decode(&["--json"], just), 0, &SIGN_ON_JSON.repeat(2), "");
    }

    #[test]
    fn names_a_message_above_what_an_index_can_hold() {
        let long = format!("{SIGN_ON}{}\n", "0".repeat(200_000));
        expect(
            &decode(&[], long),
            1,
            "",
            "error: line 1: message of 100045 bytes exceeds the maximum 65535 at byte 0\n",
        );
    }

    #[test]
    fn answers_each_line_before_the_next_one_comes() {
        let mut child = start(&["decode", "--spec", "iso1987-bcd", "--json"]);
        let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        for _ in 0..3 {
            stdin.write_all(format!("{SIGN_ON}\n").as_bytes()).unwrap();
            let mut answer = vec![0; SIGN_ON_JSON.len()];
            stdout.read_exact(&mut answer).unwrap();
            assert_eq!(answer, SIGN_ON_JSON.as_bytes());
        }
        drop(stdin);
        assert!(child.wait().unwrap().success());
    }

    #[test]
    fn ends_quietly_when_nobody_reads() {
        let mut child = start(&["decode", "--spec", "iso1987-bcd"]);
        let mut stdin = child.stdin.take().unwrap();
        drop(child.stdout.take());
        let writer = thread::spawn(move || drop(stdin.write_all(format!("{SIGN_ON}\n").repeat(10_000).as_bytes())));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    }
}

mod encoding {
    use super::*;

    #[test]
    fn writes_what_decoding_in_clear_has_read() {
        for spec in SPECS {
            let hex = lines(spec);
            let json = run(&["decode", "--spec", spec, "--json", "--reveal"], &hex);
            assert_eq!((json.err.as_str(), json.code), ("", Some(0)), "{spec}");
            expect(&run(&["encode", "--spec", spec], &json.out), 0, &hex, "");
        }
    }

    #[test]
    fn refuses_masked_values_and_goes_on() {
        let masked = r#"{"mti":"0200","fields":{"2":"411111******1111"}}"#;
        let input = format!("{SIGN_ON_JSON}\n{masked}\r\n{SIGN_ON_JSON}");
        let hex = format!("{SIGN_ON}\n");
        expect(&encode(input), 1, &hex.repeat(2), "error: line 3: value is masked in field 2\n");
    }

    #[test]
    fn names_each_bad_line() {
        let lines = [
            r#"{"mti":"0200","fields":{"2":"PAN","4":12}}"#,
            r#"{"mti":"0200","fields":{"2":"PAN","4":"1O"}}"#,
            r#"{"mti":"0200","fields":{"2":"PAN""#,
            r#"{"mti":"0200","fields":{"43":"é" "2":"PAN"}}"#,
            "0200PAN",
            r#"{"mti":PAN,"fields":{}}"#,
        ];
        let errors = "\
error: line 1: value is not a string in field 4
error: line 2: character 2 of the value is outside class n in field 4
error: line 3: not JSON at character 46
error: line 4: not JSON at character 34
error: line 5: not JSON at character 2
error: line 6: message type is not a string of four digits
";
        expect(&encode(lines.join("\n").replace("PAN", PAN)), 1, "", errors);
    }
}

mod secrecy {
    use super::*;

    /// What of a sensitive field must not be seen: its value, and for a card number the middle of it.
    fn secrets(message: &Message<'_>) -> Vec<String> {
        let sensitive = message.fields().filter(|field| field.sensitivity() != Sensitivity::None);
        sensitive.map(|field| field.value().chars().collect()).filter(|value: &String| value.len() >= 8).collect()
    }

    #[test]
    fn no_output_shows_what_is_sensitive_unless_it_is_asked_to() {
        for vector in vectors() {
            let (spec, hex) = (vector["spec"].as_str().unwrap(), vector["hex"].as_str().unwrap());
            let bytes = bytes(hex);
            let message = Message::parse(&bytes, spec::by_name(spec).unwrap()).unwrap();
            let cut = hex.get(..hex.len() - 2).unwrap();
            for args in [&["--json"][..], &["--partial"], &[]] {
                let ran = run(&[&["decode", "--spec", spec], args].concat(), format!("{hex}\n{cut}\n"));
                for secret in secrets(&message) {
                    assert!(!ran.out.contains(&secret) && !ran.err.contains(&secret), "{}", vector["name"]);
                }
            }
        }
    }

    #[test]
    fn no_output_shows_what_is_sensitive_in_a_longer_text() {
        let mut sale = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0200).unwrap());
        sale.set(2, PAN).unwrap();
        sale.set(35, "4111111111111111=28122010000012345678").unwrap();
        sale.set(48, "CVV 123 of 4111111111111111").unwrap();
        sale.set(52, "268D93F50C71AE44").unwrap();
        let hex: String = sale.as_bytes().iter().map(|byte| format!("{byte:02X}")).collect();
        for args in [&[][..], &["--json"]] {
            let ran = decode(args, &hex);
            assert_eq!(longest_run_of_digits(&ran.out.replace("0200", "")), 6, "{}", ran.out);
            assert!(!ran.out.contains("268D93") && !ran.out.contains("2812") && !ran.out.contains("123"));
            let clear = decode(&[args, &["--reveal"]].concat(), &hex).out;
            for secret in [PAN, "=28122010000012345678", "CVV 123 of 4111111111111111", "268D93F50C71AE44"] {
                assert!(clear.contains(secret), "{secret} in {clear}");
            }
        }
    }

    fn longest_run_of_digits(text: &str) -> usize {
        text.split(|character: char| !character.is_ascii_digit()).map(str::len).max().unwrap_or(0)
    }

    #[test]
    fn messages_given_as_arguments_are_not_repeated() {
        let spaced = "0200 7000 0000 0000 0000 1641 1111 1111 1111 11";
        let json = r#"{"mti":"0200","fields":{"2":"4111111111111111"}}"#;
        let (dashed, full_width) = ("4111-1111-1111-1111", "４１１１１１１１１１１１１１１１");
        for message in [PAN, BAD_AMOUNT, spaced, json, dashed, "4111\t1111.1111_1111", full_width] {
            for args in [
                &["decode", "--spec", "iso1987-bcd", message][..],
                &["decode", "--spec", "iso1987-bcd", "-", message],
                &["decode", "--spec", message],
                &["decode", message],
                &["encode", "--spec", "iso1987-bcd", "--input", message],
                &[message],
            ] {
                let ran = run(args, "");
                assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)), "{args:?}");
                let shown = ["1111", "7000", "１１１１"].iter().any(|digits| ran.err.contains(digits));
                assert!(!shown, "{}", ran.err);
            }
        }
    }
}

mod usage {
    use super::*;

    fn names() -> impl Iterator<Item = &'static str> {
        spec::shipped().map(|spec| spec.name())
    }

    #[test]
    fn a_missing_spec_prints_usage_and_the_names() {
        for args in [&["decode"][..], &["encode"]] {
            let ran = run(args, "");
            assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
            assert!(ran.err.contains("Usage: isomsg "), "{}", ran.err);
            assert!(names().all(|name| ran.err.contains(name)), "{}", ran.err);
            assert_eq!(ran.err.matches("error").count(), 1, "{}", ran.err);
        }
    }

    #[test]
    fn an_unknown_spec_prints_the_names() {
        let ran = run(&["decode", "--spec", "iso1987-bdc"], SIGN_ON);
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
        assert!(ran.err.starts_with("error: 'iso1987-bdc' is neither a spec nor a file\n\nSpecs:\n"), "{}", ran.err);
        assert!(names().all(|name| ran.err.contains(name)), "{}", ran.err);
        assert_eq!(ran.err.matches("error").count(), 1, "{}", ran.err);
    }

    #[test]
    fn files_that_cannot_be_read_end_it() {
        for path in ["no-such-file.hex", env!("CARGO_TARGET_TMPDIR")] {
            for command in ["decode", "encode"] {
                let ran = run(&[command, "--spec", "iso1987-bcd", path], "");
                assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
                assert!(ran.err.starts_with("error: cannot read '") && ran.err.lines().count() == 1, "{}", ran.err);
            }
        }
        assert_eq!(run(&["decode", "--spec", env!("CARGO_TARGET_TMPDIR")], "").code, Some(2));
    }

    #[test]
    fn help_and_version_are_no_fault() {
        let ran = run(&["--version"], "");
        expect(&ran, 0, concat!("isomsg ", env!("CARGO_PKG_VERSION"), "\n"), "");
        for args in [&["--help"][..], &["decode", "--help"], &["encode", "-h"]] {
            let ran = run(args, "");
            assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
            assert!(names().all(|name| ran.out.contains(name)), "{}", ran.out);
        }
    }

    #[test]
    fn everything_else_is_bad_usage() {
        for args in
            [&[][..], &["print"], &["decode", "--spec", "iso1987-bcd", "--input", "text"], &["encode", "--json"]]
        {
            let ran = run(args, "");
            assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)), "{args:?}");
        }
    }
}

mod spec_files {
    use super::*;

    const OURS: &str = "name = \"ours\"\nextends = \"iso1987-bcd\"\n[fields]\n41 = { name = \"Pump\" }\n";

    #[test]
    fn are_read_where_no_spec_has_the_name() {
        let path = file("ours/ours.toml", OURS);
        let ran = run(&["decode", "--spec", &path], SIGN_ON);
        assert!(ran.out.starts_with("0800 ours network management\n"), "{}", ran.err);
        assert!(ran.out.contains("\n   41  Pump     "), "{}", ran.out);
        expect(&run(&["encode", "--spec", &path], SIGN_ON_JSON), 0, &format!("{SIGN_ON}\n"), "");
    }

    #[test]
    fn extend_files_beside_them() {
        file("beside/ours.toml", OURS);
        let path = file("beside/theirs.toml", "name = \"theirs\"\nextends = \"ours\"\n");
        assert!(run(&["decode", "--spec", &path], SIGN_ON).out.contains("\n   41  Pump     "));
    }

    /// A comment makes it as long as it is to be; its characters have two bytes.
    fn ours_of_length(length: usize) -> String {
        let rest = length - OURS.len() - 1;
        format!("{OURS}#{}{}", " ".repeat(rest % 2), "é".repeat(rest / 2))
    }

    #[test]
    fn are_read_as_a_whole_or_refused() {
        let whole = file("whole.toml", ours_of_length(16 << 20));
        assert_eq!(run(&["decode", "--spec", &whole], SIGN_ON).code, Some(0));
        for length in [(16 << 20) + 1, (16 << 20) + 2] {
            let long = file("long/ours.toml", ours_of_length(length));
            let theirs = file("long/theirs.toml", "name = \"theirs\"\nextends = \"ours\"\n");
            let wanted = format!("error: cannot read '{long}': longer than 16 MiB\n");
            for path in [&long, &theirs] {
                expect(&run(&["decode", "--spec", path], SIGN_ON), 2, "", &wanted);
            }
        }
    }

    #[test]
    fn with_a_fault_are_refused_at_its_place() {
        let path = file("faulty.toml", OURS.replace("name = \"Pump\"", "format = \"ans..999\""));
        let ran = run(&["decode", "--spec", &path], SIGN_ON);
        let wanted = format!("{path}: line 4, column 17: length prefix cannot hold the maximum in field 41\n");
        expect(&ran, 2, "", &wanted);
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

mod specs {
    use super::*;

    #[test]
    fn lists_names_and_titles() {
        let ran = run(&["spec", "list"], "");
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
        let names = ran.out.lines().map(|line| line.split(' ').next().unwrap());
        assert!(names.eq(spec::shipped().map(|spec| spec.name())), "{}", ran.out);
        assert_eq!(ran.out.lines().next(), Some("iso1987-ascii         ISO 8583:1987, all ASCII, binary bitmap"));
    }

    #[test]
    fn lint_prints_findings_and_fails_on_errors_only() {
        let errors =
            "name = \"ours\"\nextends = \"iso1987-bcd\"\n[fields]\n35 = { echo = true }\n48 = { format = \"b 64\" }\n";
        let path = file("lint/errors.toml", errors);
        let echoed = "a response repeats a secret in field 35";
        let bits = "`b` counts bytes: write `b 8` for the 64 bits of the 1987 edition in field 48";
        let wanted = format!("{path}:4:15: warning: {echoed}\n{path}:5:17: error: {bits}\n");
        expect(&run(&["spec", "lint", &path], ""), 1, &wanted, "");

        let warnings = file("lint/base.toml", errors.replace("48 = { format = \"b 64\" }\n", ""));
        expect(&run(&["spec", "lint", &warnings], ""), 0, &format!("{warnings}:4:15: warning: {echoed}\n"), "");

        let beside = file("lint/beside.toml", "name = \"beside\"\nextends = \"base\"\n");
        expect(&run(&["spec", "lint", &beside], ""), 0, &format!("base.toml:4:15: warning: {echoed}\n"), "");
    }

    #[test]
    fn lint_finds_nothing_in_what_comes_with_it() {
        for spec in spec::shipped() {
            expect(&run(&["spec", "lint", spec.name()], ""), 0, "", "");
        }
        let ran = run(&["spec", "lint", "no-such-spec"], "");
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
        assert!(ran.err.starts_with("error: 'no-such-spec' is neither a spec nor a file\n"), "{}", ran.err);
    }

    #[test]
    fn diff_prints_a_line_for_each_difference() {
        let path = file(
            "diff.toml",
            "name = \"ours\"\nextends = \"iso1987-bcd\"\n[fields]\n48 = { prefix = \"ascii\", sensitive = \"none\" }\n",
        );
        let wanted = "! field 48: prefix bcd 2 bytes -> ascii 3 digits\n~ field 48: sensitivity secret -> none\n";
        expect(&run(&["spec", "diff", "iso1987-bcd", &path], ""), 0, wanted, "");
        expect(&run(&["spec", "diff", &path, &path], ""), 0, "", "");
        let wanted = "! profile: mti ascii -> bcd\n! profile: length ascii -> bcd\n! profile: digits ascii -> bcd\n";
        expect(&run(&["spec", "diff", "iso1987-ascii", "iso1987-bcd"], ""), 0, wanted, "");
    }

    #[test]
    fn sheet_prints_tables() {
        let ran = run(&["spec", "sheet", "iso1987-bcd"], "");
        expect(&ran, 0, &spec::Sheet::new(&spec::ISO1987_BCD).to_string(), "");
        assert!(ran.out.contains("\n| 3 | Processing code | n 6 | bcd | fixed |  |  | yes |\n"), "{}", ran.out);
    }

    #[test]
    fn draft_prints_a_spec_that_reads_what_was_captured() {
        let captures = file("draft/tpdu.hex", format!("6000030000{SIGN_ON}\n\n60 00 03 00 00 {SIGN_ON}\n"));
        let wanted = "\
# A draft, from captured messages: 2 of 2 can be read to the end.
# In front of the message type there are 5 bytes, which belong to the framing.
# Nothing is known of fields other than these: 7 11 12 13 32 41 70
name = \"draft\"
extends = \"iso1987-bcd\"

[fields]
# All that was seen fits.
";
        expect(&run(&["spec", "draft", &captures], ""), 0, wanted, "");
        let path = file("draft/draft.toml", wanted);
        assert!(run(&["decode", "--spec", &path], SIGN_ON).out.starts_with("0800 draft network management\n"));
    }

    #[test]
    fn draft_says_what_did_not_fit_and_nothing_of_the_contents() {
        // The number of the second message has a letter.
        let hex = |text: &str| -> String { text.bytes().map(|byte| format!("{byte:02X}")).collect() };
        let good = hex("08002020000000800000000123000001TERM0001");
        let bad = hex("0200702000000080000016411111111111111100000000000000125000O123TERM0001");
        let files = [file("draft/good.hex", good), file("draft/bad.hex", bad)];
        let ran = run(&["spec", "draft", &files[0], &files[1]], "");
        let wanted = "\
# A draft, from captured messages: 1 of 2 can be read to the end.
# Nothing is known of fields other than these: 3 11 41
name = \"draft\"
extends = \"iso1987-ascii-hex\"

[fields]
# 11: character outside class n (once, in message 2 at byte 58)
# Not reached, for what did not fit before: 2 fields
";
        expect(&ran, 1, wanted, "");
    }

    #[test]
    fn draft_of_nothing_is_nothing() {
        let wanted = "# No spec that comes with isomsg can read a field of any of the 1 messages.\n";
        expect(&run(&["spec", "draft", "-"], "FFFF"), 1, wanted, "");
        let ran = run(&["spec", "draft", "-"], "080z");
        assert_eq!((ran.err.as_str(), ran.code), ("error: line 1: not hex at character 4\n", Some(1)));
        assert_eq!(run(&["spec", "draft"], "").code, Some(2));
    }
}
