//! The examples run, and print what their readers are told to expect.
#![cfg(feature = "alloc")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where an example fails")]

use std::error::Error;

#[path = "../examples/authorize.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod authorize;
#[path = "../examples/bulk.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod bulk;
#[cfg(feature = "toml")]
#[path = "../examples/own_dialect.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod own_dialect;
#[path = "../examples/own_message.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod own_message;
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
#[path = "../examples/reverse.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod reverse;
#[path = "../examples/settle.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod settle;
#[path = "../examples/translate.rs"]
#[allow(dead_code, reason = "the test calls what `main` calls")]
mod translate;

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
fn bulk_reads_the_same_on_any_number_of_cores() {
    let mut file = bulk::made(10_000).expect("messages");
    // One is damaged within, and of one the end has not come.
    file[2] = 0xFF;
    file.extend(b"\x00\x50\x02\x00");
    let text = printed(|out| bulk::run(out, &file, 3));
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[0].starts_with("9999 messages in ") && lines[0].ends_with(" bytes, 1 refused, 4 bytes left over."),
        "{text}"
    );
    // 0.01 to 100.00, the first of them refused.
    assert_eq!(lines[1], "Amounts add up to 500049.99.");
    assert!(lines[2].starts_with("1 core: ") && lines[3].starts_with("2 cores: ") && lines[4].starts_with("3 cores: "));
    assert!(lines[4].ends_with(" times one") && lines.len() == 5, "{text}");
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

#[test]
fn settle_answers_the_question_of_the_receipt() {
    let text = printed(settle::run);
    let receipt = "not in their list: sale 000125 of 99.00 ";
    assert!(text.starts_with(&format!("matched: 1\n{receipt}")), "{text}");
    assert!(text.contains("\namount differs: sale 000126 of 3.00 ") && text.contains(", theirs 0.30 "), "{text}");
    let why = concat!(
        " at TERM0001 with 411111******1111: taken back, since it could not be completed (06), and they confirmed it\n",
        "their detail: does not have it\n",
        "so: nothing was paid: a receipt that says otherwise is void\n"
    );
    assert!(text.contains("\nour terminal: sale 000125 of 99.00 ") && text.contains(why), "{text}");
    assert!(text.contains("\n   11  System trace audit number (STAN)          000127\n"), "{text}");
    assert!(text.contains(" at TERM0001 with 411111******1111\n") && !text.contains("4111111111111111"), "{text}");
    assert!(text.contains("\n       48.1 Debit amount                         000000001550\n"), "{text}");
    assert!(text.contains("\n       48.2 Debit count                          002\n"), "{text}");
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

#[test]
fn authorize_prints_both_decisions() {
    let expected = "0110: 00 approved, approval A1B2C3\n0110: 61 amount limit exceeded\n";
    assert_eq!(printed(authorize::run), expected);
}

#[test]
fn reverse_prints_what_is_taken_back_and_what_is_not() {
    assert_eq!(
        printed(reverse::run),
        "Answered: 000125\n\
         0400 of 0200, message 000124: 1250\n\
         and once more: 0401\n\
         Done in the end: 000000004000000000000000C00000000C00000000\n\
         Refused: message of type 0200 has nothing of it to be reversed\n"
    );
}

#[test]
fn own_message_prints_the_struct_and_its_elements() {
    let text = printed(own_message::run);
    for line in [
        "0640 iso1987-ascii administrative",
        "PUMP0007 has 21450 litres, Some(Litres(8000)) delivered.",
        "Refused: value is not at most 50000 litres in field 74 at byte 34.",
        "  11 stan (Mandatory)",
        "  76 delivered (Optional)",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn translate_prints_three_forms_and_two_networks() {
    let text = printed(translate::run);
    for line in [
        "And back: true\n",
        "0200 unionpay-pos financial\n",
        "0200 cups financial\n",
        "    3  Processing code                           300000\n",
        "   33  Forwarding institution identification ..  10000002\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("4111111111111111"), "{text}");
}
