//! What each fault says, word for word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::error::{EncodeErrorKind, FieldPath, ParseErrorKind, Segment};
use isomsg::spec::{self, DataForm, FieldSpec, MessageSpec, PrefixForm, Secondary, Third, Wire};
use isomsg::{Bitmap, Message, MessageBuf, Mti, ParseOptions, Writer};

#[test]
fn kinds_of_parse_errors() {
    use ParseErrorKind::*;
    let texts = [
        (MessageTooLong { length: 70_000 }, "message of 70000 bytes exceeds the maximum 65535"),
        (Truncated { needed: 12, left: 7 }, "cut short after 7 of 12 bytes"),
        (BadMti, "not a digit"),
        (BadBitmap, "not a hex digit"),
        (BadLength, "length prefix is not a number"),
        (LengthAboveMaximum { length: 41, maximum: 40 }, "length 41 exceeds the maximum 40"),
        (LengthBelowMinimum { length: 1, minimum: 2 }, "length 1 is below the minimum 2"),
        (PartialByte { length: 5 }, "length 5 is not a whole number of bytes"),
        (BadTag, "tag of more than four bytes"),
        (TagCharacter, "tag is not letters and digits"),
        (UnknownTag, "tag is not one that the spec lists"),
        (TooManyGroups { maximum: 6 }, "more groups than the maximum 6"),
        (OtherMessageType { mti: 0x0800 }, "message type 0800 is another"),
        (NotInThisMessage, "not allowed in a message of this type"),
        (BadPath, "not a field path"),
        (DigitsMissing { needed: 3, left: 2 }, "cut short after 2 of 3 digits"),
        (LeftOver { count: 7 }, "left over behind the last part: 7 bytes"),
        (Unexpected, "condition for it does not hold"),
        (NoStructure, "spec states no structure"),
        (TooDeep, "nested deeper than six levels"),
        (NoTerminator, "terminator not found"),
        (BadCharacter { class: "n" }, "character outside class n"),
        (BadNibble { class: "n" }, "nibble outside class n"),
        (BadPad, "pad nibble is not the one specified"),
        (BadSign, "sign is neither C nor D"),
        (UndefinedField, "undefined field"),
        (TrailingBytes { count: 3 }, "bytes left over behind the last field: 3"),
        (Absent, "required field is absent"),
        (BadValue { expected: "a number of at most 64 bits" }, "value is not a number of at most 64 bits"),
    ];
    for (kind, text) in texts {
        assert_eq!(kind.to_string(), text);
    }
}

#[test]
fn kinds_of_encode_errors() {
    use EncodeErrorKind::*;
    let texts = [
        (BufferTooSmall { needed: 20, available: 10 }, "buffer of 10 bytes is too small, 20 needed"),
        (MessageTooLong { length: 70_000 }, "message of 70000 bytes exceeds the maximum 65535"),
        (UndefinedField, "undefined field"),
        (Derived, "content follows from the other fields"),
        (OutOfReach, "a reader would not find the field among the others"),
        (LengthAboveMaximum { length: 20, maximum: 19 }, "length 20 exceeds the maximum 19"),
        (LengthBelowMinimum { length: 5, minimum: 6 }, "length 5 is below the minimum 6"),
        (BadCharacter { position: 3, class: "n" }, "character 3 of the value is outside class n"),
        (NoCode { position: 2 }, "character 2 of the value has no code in this form"),
        (BadHex, "value of a binary field is not pairs of hex digits"),
        (ContainsTerminator, "value contains the terminator of its field"),
        (
            AmbiguousLength,
            "number of digits could not be read back: the prefix counts bytes, and the pad could be a digit",
        ),
        (NoStructure, "spec states no structure"),
        (BadTag, "tag is not one of this structure"),
        (UnknownTag, "tag is not one that the spec lists"),
        (BrokenStructure, "structure that holds the part cannot be read"),
        (NotASequence, "field is not made of parts one behind the other"),
        (PartsMissing { first: Segment::number(1) }, "parts before it are missing, the first is 1"),
        (NotItsParts, "value is not made of the parts of its group"),
        (TooManyGroups { maximum: 6 }, "more groups than the maximum 6"),
        (BadPath, "not a field path"),
        (OutOfOrder, "field is not the next one announced"),
        (Unwritten { count: 2 }, "announced fields not written: 2"),
        (Masked, "value is masked"),
        (NoResponse { mti: 0x0210 }, "message type 0210 has no response"),
        (NoRepeat { mti: 0x0210 }, "message type 0210 has no repeat"),
        (NoAdvice { mti: 0x0120 }, "message type 0120 has no advice"),
        (NotReversible { mti: 0x0800 }, "message of type 0800 has nothing of it to be reversed"),
        (OtherMessageType { mti: 0x0800 }, "message type 0800 is another"),
        (UnknownTransaction { mti: 0x0200 }, "message of type 0200 is no transaction that is known"),
        (NeedsOriginal { mti: 0x0400 }, "message of type 0400 is made from its original only"),
        (NotBetweenBanks { mti: 0x0800 }, "message of type 0800 is not known between banks"),
        (EncipheredForThisSide, "value is enciphered for this side, and must be given anew"),
        (NotTheAnswer { mti: 0x0210 }, "message of type 0210 is not the answer to this one"),
        (NotApproved { mti: 0x0210 }, "answer of type 0210 does not approve"),
        (BadValue { expected: "a date of month and day" }, "value is not a date of month and day"),
    ];
    for (kind, text) in texts {
        assert_eq!(kind.to_string(), text);
    }
}

#[test]
fn kinds_of_amount_errors() {
    use isomsg::element::AmountError::*;
    let texts = [
        (OtherCurrency, "amounts of different currencies"),
        (OtherExponent, "exponent is not that of the amount or its currency"),
        (UnknownExponent, "exponent of the currency is not known"),
        (OutOfRange, "amount is out of range"),
    ];
    for (kind, text) in texts {
        assert_eq!(kind.to_string(), text);
    }
}

fn parse_fault(bytes: &[u8], spec: &'static MessageSpec) -> String {
    Message::parse(bytes, spec).expect_err("malformed").to_string()
}

#[test]
fn places_follow_the_fault() {
    let ascii = &spec::ISO1987_ASCII;
    assert_eq!(parse_fault(b"", ascii), "cut short after 0 of 4 bytes in the message type at byte 0");
    assert_eq!(parse_fault(b"02X0", ascii), "not a digit in the message type at byte 2");
    assert_eq!(parse_fault(b"0200\x40", ascii), "cut short after 1 of 8 bytes in the bitmap at byte 4");
    assert_eq!(
        parse_fault(b"0200\x40\0\0\0\0\0\0\x0020", ascii),
        "length 20 exceeds the maximum 19 in field 2 at byte 12"
    );
    assert_eq!(
        parse_fault(b"0200\x40\0\0\0\0\0\0\x0004411x", ascii),
        "character outside class n in field 2 at byte 17"
    );
    assert_eq!(parse_fault(b"0200\0\0\0\0\0\0\0\0!", ascii), "bytes left over behind the last field: 1 at byte 12");
}

#[test]
fn a_message_too_long_is_refused_before_it_is_read() {
    let long = vec![b'0'; 65_536];
    assert_eq!(parse_fault(&long, &spec::ISO1987_ASCII), "message of 65536 bytes exceeds the maximum 65535 at byte 0");
}

#[test]
fn a_missing_field_is_named() {
    let message = Message::parse(b"0200\0\0\0\0\0\0\0\0", &spec::ISO1987_ASCII).unwrap();
    assert_eq!(message.require(4).unwrap_err().to_string(), "required field is absent in field 4 at byte 12");
}

#[test]
fn a_value_of_another_type_is_named_without_its_content() {
    let mut message = MessageBuf::new(&spec::ISO1987_ASCII, Mti::new(0x0200).unwrap());
    message.set(41, "TERM0001").unwrap();
    let error = message.field(41).unwrap().parse::<u64>().unwrap_err();
    assert_eq!(error.to_string(), "value is not a number of at most 64 bits in field 41 at byte 12");
}

#[test]
fn the_writer_names_the_field() {
    let mut buffer = [0; 64];
    let fields: Bitmap = [2, 3].into_iter().collect();
    let mti = Mti::new(0x0200).unwrap();
    let mut writer = Writer::new(&spec::ISO1987_ASCII, &mut buffer, mti, fields).unwrap();
    assert_eq!(writer.put(3, "000000").unwrap_err().to_string(), "field is not the next one announced in field 3");
    assert_eq!(
        writer.put(2, "41111111111111111111").unwrap_err().to_string(),
        "length 20 exceeds the maximum 19 in field 2"
    );
    writer.put(2, "4111111111111111").unwrap();
    assert_eq!(writer.finish().unwrap_err().to_string(), "announced fields not written: 1 in field 3");
}

#[test]
fn values_that_cannot_be_held_are_refused_where_they_are_set() {
    let mut message = MessageBuf::new(&spec::ISO1987_ASCII, Mti::new(0x0200).unwrap());
    let mut refused = |number: u16, value: &str| {
        let before = message.encode();
        let error = message.set(number, value).expect_err("refused");
        assert_eq!(message.encode(), before, "the message is as it was");
        error.to_string()
    };
    assert_eq!(refused(3, "00000a"), "character 6 of the value is outside class n in field 3");
    assert_eq!(refused(3, "0000000"), "length 7 exceeds the maximum 6 in field 3");
    assert_eq!(refused(28, "X00000150"), "character 1 of the value is outside class x+n in field 28");
    assert_eq!(refused(28, "C150"), "length 4 is below the minimum 9 in field 28");
    assert_eq!(refused(52, "0123"), "length 2 is below the minimum 8 in field 52");
    assert_eq!(refused(52, "01234567890123ZZ"), "value of a binary field is not pairs of hex digits in field 52");
    assert_eq!(refused(43, "Zürich"), "character 2 of the value is outside class ans in field 43");
    assert_eq!(refused(65, "1"), "undefined field in field 65");
    assert_eq!(refused(193, "1"), "undefined field in field 193");
    assert_eq!(refused(0, "0200"), "undefined field in the message type");
}

#[test]
fn paths_of_errors_are_the_paths_of_lookups() {
    let error = Message::parse(b"0200\x40\0\0\0\0\0\0\x0020", &spec::ISO1987_ASCII).unwrap_err();
    assert_eq!(error.path(), FieldPath::field(2));
    assert_eq!(error.path().to_string(), "2");
    assert_eq!((error.path().number(), error.offset()), (Some(2), 12));
}

static WITH_THIRD: MessageSpec = MessageSpec::new(
    "third",
    Wire::ASCII.with_third(Third::Chain).with_secondary(Secondary::WhenNeeded),
    &[FieldSpec::new(130, "ans..20").with_prefix(PrefixForm::Binary).with_data(DataForm::Ascii)],
);

#[test]
fn a_cut_third_bitmap_is_at_field_65() {
    let bytes = b"0200\x80\0\0\0\0\0\0\0\x80\0\0\0\0\0\0\0\x40";
    assert_eq!(parse_fault(bytes, &WITH_THIRD), "cut short after 1 of 8 bytes in field 65 at byte 20");
}

#[test]
fn a_lenient_parse_takes_what_it_is_told_to() {
    let bytes = b"0200\0\0\0\x10\0\0\0\0X00000150tail";
    let strict = Message::parse(bytes, &spec::ISO1987_ASCII).unwrap_err();
    assert_eq!(strict.to_string(), "sign is neither C nor D in field 28 at byte 12");
    let options = ParseOptions::STRICT.any_sign().trailing_bytes();
    let message = Message::parse_with(bytes, &spec::ISO1987_ASCII, options).unwrap();
    assert!(message.field(28).unwrap().value() == "X00000150");
}
