//! The commands of the program that print, import and export specs.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use isomsg::import::{self, Format};
use isomsg::spec::{self, MessageSpec};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isomsg"));
    let mut child = command
        .arg("spec")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_spec_is_shown_as_a_file_that_says_the_same() {
    let ran = run(&["show", "unionpay-pos"], "");
    assert_eq!((ran.status.code(), text(&ran.stderr)), (Some(0), ""));
    assert!(*MessageSpec::from_toml(text(&ran.stdout)).unwrap() == spec::UNIONPAY_POS);
}

#[test]
fn all_commands_are_in_one_help() {
    let ran = run(&["--help"], "");
    let commands = text(&ran.stdout).lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let commands: Vec<&str> = commands.filter(|word| word.starts_with(char::is_lowercase)).take(9).collect();
    assert_eq!(commands, ["list", "show", "lint", "diff", "sheet", "draft", "import", "export", "help"]);
}

#[test]
fn an_import_prints_a_file_and_what_is_lost() {
    let xml = r#"<isopackager><isofield id="0" length="4" name="t" class="org.jpos.iso.IFB_NUMERIC"/>
        <isofield id="1" length="16" name="b" class="org.jpos.iso.IFB_BITMAP"/>
        <isofield id="3" length="6" name="Code" class="org.jpos.iso.IFB_NUMERIC"/>
        <isofield id="4" length="6" name="Ours" class="com.acme.Field"/></isopackager>"#;
    let ran = run(&["import", "-"], xml);
    assert_eq!(ran.status.code(), Some(0));
    assert_eq!(
        text(&ran.stderr),
        "lost: text is printable ASCII, where jPOS takes any byte for Latin-1\n\
         lost: field 4: left out: `com.acme.Field` is no field class of jPOS\n"
    );
    assert!(
        text(&ran.stdout).ends_with("\n[fields]\n3 = { format = \"n 6\", name = \"Code\" }\n"),
        "{}",
        text(&ran.stdout)
    );
    assert!(MessageSpec::from_toml(text(&ran.stdout)).is_ok());
}

#[test]
fn an_export_can_be_imported() {
    for (target, format) in [("moov", Format::MoovJson), ("jpos", Format::Jpos)] {
        let ran = run(&["export", "--to", target, "iso1987-bcd"], "");
        assert_eq!(ran.status.code(), Some(0));
        assert!(text(&ran.stderr).contains("lost: field 3: that a response repeats it is not said\n"));
        assert_eq!(import::detect(&ran.stdout), Some(format));
        let again = run(&["import", "-"], text(&ran.stdout));
        assert!(text(&again.stdout).contains("3   = { format = \"n 6\","), "{}", text(&again.stdout));
    }
}

#[test]
fn what_is_no_spec_is_an_error_with_its_place() {
    let ran = run(&["import", "-"], "<isopackager>\n  <isofield/>\n</isopackager>");
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!((text(&ran.stdout), text(&ran.stderr)), ("", "error: -: line 2, column 3: a field without a number\n"));
    let ran = run(&["show", "nothing-such"], "");
    assert_eq!(ran.status.code(), Some(2));
    assert!(text(&ran.stderr).starts_with("error: 'nothing-such' is neither a spec nor a file\n"));
}
