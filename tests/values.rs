//! What may be set, what is read, and what is refused because it would mean something else.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use isomsg::error::EncodeErrorKind;
use isomsg::spec::{
    self, CodePage, DataForm, FieldSpec, Filler, HexCase, MessageSpec, PrefixForm, Secondary, Side, Third, Wire,
};
use isomsg::tlv::TlvWriter;
use isomsg::{Bitmap, DeviationKind, Message, MessageBuf, Mti, ParseOptions, Writer, de};
use std::sync::Arc;

fn mti(digits: u16) -> Mti {
    Mti::new(digits).unwrap()
}

fn request(spec: &'static MessageSpec) -> MessageBuf {
    MessageBuf::new(spec, mti(0x0200))
}

fn text(message: &MessageBuf, number: u16) -> String {
    message.require(number).unwrap().parse().unwrap()
}

fn made(wire: Wire, fields: &[FieldSpec]) -> Arc<MessageSpec> {
    MessageSpec::from_fields("made", wire, fields).unwrap()
}

#[test]
fn numbers_are_filled_with_zeros_in_every_class_of_digits() {
    let mut message = request(&spec::ISO1987_ASCII);
    message.set(de::AMOUNT_TRANSACTION, 1250u32).unwrap();
    message.set(de::RESPONSE_CODE, 0).unwrap();
    message.set(de::RRN, 123u64).unwrap();
    message.set(de::PAN, 4_111_111_111_111_111u64).unwrap();
    assert_eq!(text(&message, 4), "000000001250");
    assert_eq!(text(&message, 39), "00");
    assert_eq!(text(&message, 37), "000000000123");
    assert_eq!(text(&message, 2), "4111111111111111");
    assert!(message.set(de::AMOUNT_TRANSACTION, -5).is_err());
    assert!(message.set(52, 5u64).is_err());
}

#[test]
fn amounts_with_a_sign_are_signed_numbers() {
    for spec in [&spec::ISO1987_ASCII, &spec::ISO1987_BCD, &spec::ISO1987_EBCDIC] {
        for (number, written) in [(150, "C00000150"), (-150, "D00000150"), (0, "C00000000")] {
            let mut message = request(spec);
            message.set(28, number).unwrap();
            assert_eq!(text(&message, 28), written);
            assert_eq!(message.require(28).unwrap().parse::<i64>(), Ok(i64::from(number)));
        }
    }
    let mut message = request(&spec::ISO1987_ASCII);
    let error = message.set(28, 150u64).unwrap_err();
    assert_eq!(error.to_string(), "character 1 of the value is outside class x+n in field 28");
}

#[test]
fn nothing_is_not_a_short_value() {
    let mut message = request(&spec::ISO1987_ASCII);
    for (number, value) in [(4, ""), (38, "")] {
        let error = message.set(number, value).unwrap_err();
        assert!(matches!(error.kind(), EncodeErrorKind::LengthBelowMinimum { length: 0, .. }), "{error}");
    }
    message.set(44, "").unwrap();
}

#[test]
fn a_value_of_another_edition_is_not_filled_up() {
    let mut message = request(&spec::ISO1987_ASCII);
    message.set(12, "123456").unwrap();
    let error = message.to_spec(&spec::ISO1993_ASCII).unwrap_err();
    assert_eq!(error.to_string(), "length 6 is below the minimum 12 in field 12");
}

#[test]
fn text_beyond_ascii_is_refused_where_the_charset_is_not_known() {
    let spec = made(Wire::ASCII, &[FieldSpec::new(43, "ans..40").with_data(DataForm::Opaque)]);
    let mut message = MessageBuf::new(&spec, mti(0x0200));
    let error = message.set(43, "成功").unwrap_err();
    assert_eq!(error.to_string(), "character 1 of the value has no code in this form in field 43");
    message.set(43, &[0xB3, 0xC9, 0xB9, 0xA6]).unwrap();
    assert_eq!(message.field(43).unwrap().content(), [0xB3, 0xC9, 0xB9, 0xA6]);
}

#[test]
fn characters_keep_their_meaning_between_code_pages() {
    let field = |page| [FieldSpec::new(43, "ansb..40").with_data(DataForm::Ebcdic).with_charset(page)];
    let euro = made(Wire::EBCDIC, &field(CodePage::Cp1140));
    let mut message = MessageBuf::new(&euro, mti(0x0200));
    message.set(43, "5€ [x]").unwrap();
    assert_eq!(text(&message, 43), "5€ [x]");
    let error = message.to_spec(&made(Wire::EBCDIC, &field(CodePage::Cp037))).unwrap_err();
    assert_eq!(error.to_string(), "character 2 of the value has no code in this form in field 43");
    message.set(43, "5 [x]").unwrap();
    for page in CodePage::ALL {
        assert_eq!(text(&message.to_spec(&made(Wire::EBCDIC, &field(page))).unwrap(), 43), "5 [x]");
    }
}

#[test]
fn stripped_filler_comes_back_where_it_must_and_is_told_where_it_does_not() {
    let blank = Some(Filler { side: Side::Right, character: b' ' });
    let fixed = FieldSpec::new(41, "ans 8").with_pad(blank).with_pad_stripped();
    let variable = FieldSpec::new(43, "ans..20").with_pad(blank).with_pad_stripped();
    let spec = made(Wire::ASCII, &[fixed, variable]);
    let bytes = b"0200\0\0\0\0\0\xA0\0\0AB      05AB   ";
    let message = Message::parse(bytes, &spec).unwrap();
    assert!(message.field(41).unwrap().value() == "AB" && message.field(43).unwrap().value() == "AB");
    let found: Vec<_> = message.deviations().map(|found| (found.kind(), found.path().number())).collect();
    assert_eq!(found, [(DeviationKind::Filler, Some(43))]);
    let mut again = MessageBuf::new(&spec, mti(0x0200));
    again.set(41, message.field(41).unwrap().value()).unwrap();
    assert_eq!(again.field(41).unwrap().wire(), b"AB      ");
}

#[test]
fn hex_prefixes_have_the_case_of_the_profile() {
    let field = [FieldSpec::new(43, "ans..20").with_prefix(PrefixForm::Hex)];
    let spec = made(Wire::ASCII.with_hex_case(HexCase::Lower), &field);
    let mut message = MessageBuf::new(&spec, mti(0x0200));
    message.set(43, "0123456789X").unwrap();
    assert!(message.field(43).unwrap().wire().starts_with(b"0b"));
    let upper = made(Wire::ASCII, &field);
    let bytes = message.encode();
    assert!(Message::parse(&bytes, &upper).is_err());
    let lenient = Message::parse_with(&bytes, &upper, ParseOptions::STRICT.any_hex_case()).unwrap();
    assert!(lenient.field(43).unwrap().value() == "0123456789X");
    assert_eq!(lenient.deviations().map(|found| found.kind()).collect::<Vec<_>>(), [DeviationKind::HexCase]);
}

#[test]
fn without_a_bitmap_fields_have_no_gaps() {
    let rows = [2, 3, 4].map(|number| FieldSpec::new(number, "n 4"));
    let spec = made(Wire::ASCII.without_bitmap(), &rows);
    let mut message = MessageBuf::new(&spec, mti(0x0200));
    assert_eq!(message.set(3, "3333").unwrap_err().kind(), EncodeErrorKind::OutOfReach);
    for number in [2, 3, 4] {
        message.set(number, u64::from(number)).unwrap();
    }
    assert!(!message.remove(3), "4 would be read as 3");
    assert!(message.remove(4) && message.remove(3));
    assert_eq!(Message::parse(message.as_bytes(), &spec).unwrap().bitmap(), [2].into_iter().collect::<Bitmap>());
    let mut buffer = [0; 64];
    let only_3: Bitmap = [3].into_iter().collect();
    let error = Writer::new(&spec, &mut buffer, mti(0x0200), only_3).unwrap_err();
    assert_eq!(error.to_string(), "a reader would not find the field among the others in field 3");
}

#[test]
fn nothing_stands_behind_a_field_that_reaches_to_the_end() {
    let spec = made(Wire::ASCII, &[FieldSpec::new(48, "ans...999").to_end(), FieldSpec::new(49, "an 3")]);
    let mut message = MessageBuf::new(&spec, mti(0x0200));
    message.set(48, "all the rest").unwrap();
    assert_eq!(message.set(49, "156").unwrap_err().kind(), EncodeErrorKind::OutOfReach);
    assert!(message.remove(48));
    message.set(49, "156").unwrap();
    assert_eq!(message.set(48, "x").unwrap_err().path().number(), Some(49));
}

#[test]
fn a_third_bitmap_in_a_field_follows_the_fields() {
    let rows = [FieldSpec::new(60, "ans..20"), FieldSpec::new(127, "b 8"), FieldSpec::new(130, "n 4")];
    let spec = made(Wire::ASCII.with_third(Third::Field(127)).with_secondary(Secondary::WhenNeeded), &rows);
    let mut message = MessageBuf::new(&spec, mti(0x0200));
    message.set(130, 7).unwrap();
    message.set(60, "x").unwrap();
    assert_eq!(message.set(127, &[0; 8]).unwrap_err().kind(), EncodeErrorKind::Derived);
    let read = message.encode();
    let read = Message::parse(&read, &spec).unwrap();
    assert_eq!(read.bitmap().iter().collect::<Vec<_>>(), [60, 127, 130]);
    assert!(message.remove(127));
    assert_eq!(message.bitmap().iter().collect::<Vec<_>>(), [60]);
    let back = message.encode();
    assert_eq!(Message::parse(&back, &spec).unwrap().bitmap(), message.bitmap());
}

#[test]
fn an_undefined_field_at_the_end_is_kept_where_asked() {
    let spec = made(Wire::ASCII, &[FieldSpec::new(3, "n 6")]);
    let bytes = b"0200\x20\0\0\0\0\0\0\x02000000004A!\xFF";
    assert_eq!(Message::parse(bytes, &spec).unwrap_err().to_string(), "undefined field in field 63 at byte 18");
    let options = ParseOptions::STRICT.undefined_last_field();
    let message = Message::parse_with(bytes, &spec, options).unwrap();
    let field = message.require(63).unwrap();
    assert_eq!((field.name(), field.wire(), field.content()), ("", &b"004A!\xFF"[..], &b"004A!\xFF"[..]));
    assert_eq!(field.to_string(), "********");
    assert_eq!(message.to_owned().encode(), bytes);
    assert_eq!(message.deviations().map(|found| found.kind()).collect::<Vec<_>>(), [DeviationKind::Undefined]);
    let two = b"0200\x30\0\0\0\0\0\0\x02000000004A!\xFF";
    assert!(Message::parse_with(two, &spec, options).is_err(), "4 is undefined and not the last");
}

#[test]
fn a_partial_message_still_says_what_was_announced() {
    let bytes = b"0200\x30\x20\0\0\0\0\0\x00000000000";
    let (partial, outcome) = Message::parse_partial(bytes, &spec::ISO1987_ASCII, ParseOptions::STRICT);
    assert!(outcome.is_err() && partial.is_partial());
    assert_eq!(partial.bitmap().iter().collect::<Vec<_>>(), [3]);
    assert_eq!(partial.announced().iter().collect::<Vec<_>>(), [3, 4, 11]);
    let kept = partial.to_owned();
    assert!(!kept.as_message().is_partial());
    assert_eq!(kept.as_message().announced(), kept.bitmap());
}

#[test]
fn messages_up_to_the_limit_can_be_made_and_no_longer_ones() {
    let rows = [FieldSpec::new(48, "b......65535"), FieldSpec::new(70, "n 3")];
    let spec = made(Wire::ASCII, &rows);
    let mut message = MessageBuf::new(&spec, mti(0x0200));
    let head = 4 + 8 + 6;
    message.set(48, &vec![0xAA; 65_535 - head]).unwrap();
    assert_eq!(message.encoded_len(), 65_535);
    let error = message.set(70, 1).unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::MessageTooLong { length: 65_535 + 8 + 3 });
    assert_eq!(
        message.set(48, &vec![0xAA; 65_536 - head]).unwrap_err().kind(),
        EncodeErrorKind::MessageTooLong { length: 65_536 }
    );
    message.set(48, &vec![0xAA; 65_535 - head - 11]).unwrap();
    message.set(70, 1).unwrap();
    let bytes = message.encode();
    assert_eq!(Message::parse(&bytes, &spec).unwrap().to_owned().encode(), bytes);
}

/// Every public type that has seen a card number, printed for developers.
#[test]
fn debug_never_shows_a_card_number() {
    let pan = "4111111111111111";
    let mut message = request(&spec::ISO1987_BCD);
    message.set(2, pan).unwrap();
    let bytes = message.encode();
    let view = Message::parse(&bytes, &spec::ISO1987_BCD).unwrap();
    let field = view.field(2).unwrap();
    let mut buffer = [0; 64];
    let mut writer = Writer::new(&spec::ISO1987_ASCII, &mut buffer, mti(0x0200), view.bitmap()).unwrap();
    writer.put(2, pan).unwrap();
    let mut chip = [0; 64];
    let mut tlv = TlvWriter::new(&mut chip);
    tlv.put(isomsg::tlv::Tag::new(0x5A).unwrap(), &[0x41, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11]).unwrap();
    let shown = format!(
        "{message:?} {message} {view:?} {view} {field:?} {field} {:?} {writer:?} {tlv:?} {:?} {:?} {:?}",
        field.value(),
        field.value().reveal(),
        isomsg::value::Input::from(pan),
        view.fields(),
    );
    let written = isomsg::tlv::Tlv::new(tlv.finish()).unwrap();
    let shown = format!("{shown} {written:?} {:?}", written.items());
    for leak in [pan, "52, 49, 49, 49", "65, 17, 17, 17", "41, 11", "0x41"] {
        assert!(!shown.contains(leak), "{leak} in {shown}");
    }
}
