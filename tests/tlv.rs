//! BER-TLV: what is read is what was sent, and attacks end in an error.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

#[path = "properties/tlv.rs"]
pub mod properties;

use isomsg::error::{EncodeErrorKind, ParseErrorKind};
use isomsg::tlv::{Dol, Tag, Tlv, TlvWriter};
use proptest::prelude::*;

fn tag(number: u32) -> Tag {
    Tag::new(number).expect("a tag")
}

#[test]
fn order_repeats_and_unknown_tags_are_kept() {
    let bytes = [0x72, 1, 0xAA, 0xDF, 0x81, 0x29, 0, 0, 0, 0x72, 1, 0xBB, 0x5A, 2, 0x41, 0x11];
    let tlv = Tlv::new(&bytes).unwrap();
    let tags: Vec<String> = tlv.items().map(|item| item.tag().to_string()).collect();
    assert_eq!(tags, ["72", "DF8129", "72", "5A"]);
    assert_eq!(tlv.get_all(tag(0x72)).collect::<Vec<_>>(), [&[0xAA], &[0xBB]]);
    assert_eq!(tlv.get(tag(0xDF8129)), Some(&[][..]));
    assert_eq!(tlv.get(tag(0x9F26)), None);
    assert_eq!(tlv.as_bytes(), bytes);
    assert_eq!(tlv.items().map(|item| item.offset()).collect::<Vec<_>>(), [2, 7, 11, 14]);
}

#[test]
fn debug_shows_tags_and_lengths_only() {
    let tlv = Tlv::new(&[0x5A, 8, 0x41, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11]).unwrap();
    assert_eq!(format!("{tlv:?}"), "[5A[8]]");
}

#[test]
fn faults_have_a_place_and_a_path() {
    let fault = |bytes: &[u8]| Tlv::new(bytes).expect_err("malformed").to_string();
    assert_eq!(fault(&[0x9F]), "cut short after 1 of 2 bytes at byte 0");
    assert_eq!(fault(&[0x95, 1, 0, 0x9F, 0x36]), "cut short after 0 of 1 bytes in field 9F36 at byte 5");
    assert_eq!(fault(&[0x95, 5, 0]), "cut short after 1 of 5 bytes in field 95 at byte 1");
    assert_eq!(fault(&[0x95, 0x80, 0, 0]), "length prefix is not a number in field 95 at byte 1");
    assert_eq!(fault(&[0x9F, 0x81, 0x81, 0x81, 0x81, 1]), "tag of more than four bytes at byte 0");
    let nested = Tlv::new(&[0x71, 3, 0x86, 5, 0]).unwrap();
    let error = nested.items().next().unwrap().children().unwrap_err();
    assert_eq!(error.to_string(), "cut short after 1 of 5 bytes in field 71.86 at byte 3");
}

#[test]
fn lengths_that_overflow_are_refused() {
    for bytes in [
        &[0x95, 0x88, 255, 255, 255, 255, 255, 255, 255, 255][..],
        &[0x95, 0x84, 255, 255, 255, 255],
        &[0x95, 0x83, 255, 255, 255, 0],
        &[0x95, 0xFF],
    ] {
        assert!(Tlv::new(bytes).is_err(), "{bytes:02X?}");
    }
}

/// Each level is opened by hand, so hostile nesting costs what its bytes cost, and ends at the depth of a path.
#[test]
fn ten_thousand_levels_end_in_an_error() {
    let mut bytes = Vec::new();
    for _ in 0..10_000 {
        let mut outer = vec![0x71, 0x83, (bytes.len() >> 16) as u8, (bytes.len() >> 8) as u8, bytes.len() as u8];
        outer.append(&mut bytes);
        bytes = outer;
    }
    let mut level = Tlv::new(&bytes).unwrap();
    let mut depth = 0;
    let error = loop {
        match level.items().next().expect("one item a level").children() {
            Ok(children) => level = children,
            Err(error) => break error,
        }
        depth += 1;
    };
    assert_eq!((depth, error.kind()), (6, ParseErrorKind::TooDeep));
}

/// A megabyte of tags without a value, and of filler: one pass each.
#[test]
fn a_megabyte_is_read_at_once() {
    let repeated = |pattern: &[u8]| -> Vec<u8> { pattern.iter().copied().cycle().take(1 << 20).collect() };
    assert_eq!(Tlv::new(&repeated(&[0x5A, 0])).unwrap().items().count(), 1 << 19);
    assert_eq!(Tlv::new(&repeated(&[0])).unwrap().items().count(), 0);
    assert_eq!(Tlv::new(&repeated(&[0x9F])).unwrap_err().kind(), ParseErrorKind::BadTag);
}

#[test]
fn the_writer_says_when_there_is_no_room_and_keeps_what_was_put() {
    let mut buffer = [0; 6];
    let mut writer = TlvWriter::new(&mut buffer);
    writer.put(tag(0x9C), &[0]).unwrap();
    let error = writer.put(tag(0x9F36), &[1, 2]).unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::BufferTooSmall { needed: 8, available: 6 });
    assert_eq!(error.to_string(), "buffer of 6 bytes is too small, 8 needed in field 9F36");
    assert!(writer.put_all(tag(0x71), |inner| inner.put(tag(0x86), &[1, 2, 3])).is_err());
    assert_eq!(writer.finish(), [0x9C, 1, 0]);
}

#[test]
fn templates_of_any_length_are_written_with_the_shortest_length() {
    for count in [0usize, 1, 120, 124, 125, 126, 127, 200, 253, 254, 300] {
        let value = vec![0xAB; count];
        let mut buffer = vec![0; 400];
        let mut writer = TlvWriter::new(&mut buffer);
        writer.put_all(tag(0xBF0C), |inner| inner.put(tag(0x86), &value)).unwrap();
        let written = writer.finish();
        let outer = Tlv::new(written).unwrap().items().next().unwrap();
        assert_eq!(outer.children().unwrap().get(tag(0x86)), Some(&value[..]), "{count}");
        let inner = outer.value().len();
        assert_eq!(
            written.len(),
            2 + inner
                + if inner < 128 {
                    1
                } else if inner < 256 {
                    2
                } else {
                    3
                }
        );
    }
}

#[test]
fn a_dol_makes_the_data_it_asks_for() {
    // 9F02 n 12, 9A n 6, 5A cn, 9F37 b, 95 that is not there.
    let dol = Dol::new(&[0x9F, 0x02, 6, 0x9A, 3, 0x5A, 10, 0x9F, 0x37, 2, 0x95, 5]).unwrap();
    let values =
        [0x9F, 0x02, 2, 0x12, 0x50, 0x9A, 4, 0x20, 0x26, 0x11, 0x24, 0x5A, 2, 0x41, 0x11, 0x9F, 0x37, 4, 1, 2, 3, 4];
    let values = Tlv::new(&values).unwrap();
    let mut buffer = [0xEE; 32];
    let length = dol.write(&values, &mut buffer).unwrap();
    assert_eq!(length, dol.data_len());
    assert_eq!(
        buffer[..length],
        [
            0, 0, 0, 0, 0x12, 0x50, // a short number, zeros on the left
            0x26, 0x11, 0x24, // a long number, cut on the left
            0x41, 0x11, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, // cn, F on the right
            1, 2, // binary, cut on the right
            0, 0, 0, 0, 0 // not there
        ]
    );
    assert!(dol.write(&values, &mut [0; 5]).is_err());
    assert_eq!(Dol::new(&[0x9F, 0x02]).unwrap_err().to_string(), "cut short after 2 of 3 bytes at byte 0");
}

fn any_tag() -> impl Strategy<Value = Tag> {
    any::<u32>().prop_map(|number| number >> (8 * (number % 4))).prop_filter_map("a tag", Tag::new)
}

proptest! {
    #[test]
    fn what_is_written_is_read(items in prop::collection::vec((any_tag(), prop::collection::vec(any::<u8>(), 0..300)), 0..20)) {
        let mut buffer = vec![0; 8000];
        let mut writer = TlvWriter::new(&mut buffer);
        for (tag, value) in &items {
            writer.put(*tag, value).unwrap();
        }
        let tlv = Tlv::new(writer.finish()).unwrap();
        let read: Vec<(Tag, Vec<u8>)> = tlv.items().map(|item| (item.tag(), item.value().to_vec())).collect();
        prop_assert_eq!(read, items);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        properties::check(&bytes);
    }

    /// Bytes that are nearly tags and values.
    #[test]
    fn damaged_lists_are_read_or_refused(
        items in prop::collection::vec((any_tag(), prop::collection::vec(any::<u8>(), 0..40)), 0..8),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3),
    ) {
        let mut buffer = vec![0; 1000];
        let mut writer = TlvWriter::new(&mut buffer);
        for (tag, value) in &items {
            writer.put(*tag, value).unwrap();
        }
        let mut bytes = writer.finish().to_vec();
        for (at, byte) in damage {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        properties::check(&bytes);
    }
}
