//! The examples run, and print what their readers are told to expect.
#![cfg(feature = "alloc")]
#![allow(clippy::expect_used, reason = "a test stops where an example fails")]

use std::error::Error;

#[cfg(feature = "toml")]
#[path = "../examples/own_dialect.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod own_dialect;
#[cfg(feature = "toml")]
#[path = "../examples/own_spec.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod own_spec;
#[path = "../examples/read.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod read;
#[path = "../examples/reply.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod reply;

fn printed(run: impl Fn(&mut Vec<u8>) -> Result<(), Box<dyn Error>>) -> String {
    let mut out = Vec::new();
    run(&mut out).expect("an example that runs");
    String::from_utf8(out).expect("text")
}

#[test]
fn read_prints_a_purchase_and_what_is_left_of_a_damaged_one() {
    let text = printed(read::run);
    assert!(text.starts_with("0200 iso1987-bcd financial\n    2  Primary account number (PAN)"), "{text}");
    assert_eq!(text.matches("411111******1111").count(), 2, "{text}");
    assert!(text.contains("\nPurchase 124 of 12.50, without PIN.\nA card that begins with 4: true.\n"), "{text}");
    assert!(text.contains("\nDamaged: cut short") && text.contains(" in field 35 at byte 44. Readable so far:\n"));
}

#[test]
fn reply_prints_request_and_response() {
    let text = printed(reply::run);
    let (request, rest) = text.split_once("\n\n").expect("two tables");
    let (response, rest) = rest.split_once("\n\n").expect("two tables");
    assert!(request.starts_with("0200 ") && request.contains("\n   52  PIN data "), "{text}");
    assert!(response.starts_with("0210 ") && !response.contains("\n   52 "), "{text}");
    assert!(response.contains("\n   39  Response code                             00\n"), "{text}");
    assert_eq!(rest, "122 bytes received, 83 bytes to send.\n");
}

#[cfg(feature = "toml")]
#[test]
fn own_spec_prints_messages_of_both_specs_and_both_refusals() {
    let text = printed(own_spec::run);
    for line in [
        "0200 harbour financial",
        "    2  Primary account number (PAN)              555555******4444",
        "   60  Batch number                              00000017",
        "0200 pump financial",
        "    2  Card                                      371449*****8431",
        "Refused: length 27 exceeds the maximum 20 in field 48.",
        "A mistake in the file: line 8, column 17: length prefix cannot hold the maximum in field 55.",
    ] {
        assert!(text.lines().any(|printed| printed == line), "{line} in\n{text}");
    }
}

#[cfg(feature = "toml")]
#[test]
fn own_dialect_shows_parts_findings_and_what_depends_on_the_message() {
    let text = printed(own_dialect::run);
    assert!(text.contains("\n       48.02 Member card                         411111******1111\n"), "{text}");
    assert!(text.contains("\n       48.01 Points                              120\n"), "{text}");
    assert!(text.contains("\n       62.1 Campaign                             SPRING26\n"), "{text}");
    assert!(!text.contains("4111111111111111"), "{text}");
    let rest: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("finding")).collect();
    assert_eq!(
        rest,
        [
            "finding: required field is absent in field 48.02 at byte 40",
            "finding: not allowed in a message of this type in field 39 at byte 22",
            "refused: tag is not one that the spec lists in field 48.03",
            "settled: 842.00",
        ]
    );
}
