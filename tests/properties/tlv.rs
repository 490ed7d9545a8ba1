//! Any bytes as BER-TLV.

use isomsg::error::FieldPath;
use isomsg::tlv::{Dol, Tlv, TlvWriter, emv};

/// Everything that must hold for these bytes.
pub fn check(bytes: &[u8]) {
    match Tlv::new(bytes) {
        Ok(tlv) => {
            lies_within(&tlv, bytes);
            is_written_anew(&tlv, bytes);
            opens_to_the_depth_of_a_path(&tlv, bytes, 0);
            prints_no_value(&tlv);
        }
        Err(error) => assert!(error.offset() <= bytes.len(), "{error}, of {} bytes", bytes.len()),
    }
    if let (Ok(dol), Ok(values)) = (Dol::new(bytes), Tlv::new(bytes)) {
        let mut data = vec![0; dol.data_len()];
        assert_eq!(dol.write(&values, &mut data), Ok(data.len()));
    }
}

/// Items stand in order, none over another, each where it says.
fn lies_within(tlv: &Tlv<'_>, bytes: &[u8]) {
    tlv.items().fold(0, |end, item| {
        let start = item.offset();
        assert!(start > end + item.tag().length());
        assert_eq!(bytes.get(start..start + item.value().len()), Some(item.value()));
        assert!(tlv.get_all(item.tag()).any(|value| value == item.value()));
        start + item.value().len()
    });
}

/// Written again it is no longer, and reads back the same; and written once more it does not change.
fn is_written_anew(tlv: &Tlv<'_>, bytes: &[u8]) {
    let mut buffer = vec![0; bytes.len()];
    let mut writer = TlvWriter::new(&mut buffer);
    for item in tlv {
        writer.put(item.tag(), item.value()).expect("the shortest form is no longer than what was read");
    }
    let again = Tlv::new(writer.finish()).expect("what was written");
    let same = |one: &Tlv<'_>, other: &Tlv<'_>| {
        let items = |tlv: &Tlv<'_>| tlv.items().map(|item| (item.tag(), item.value().to_vec())).collect::<Vec<_>>();
        items(one) == items(other)
    };
    assert!(same(tlv, &again));
}

fn opens_to_the_depth_of_a_path(tlv: &Tlv<'_>, bytes: &[u8], depth: usize) {
    assert!(depth < FieldPath::MAX_DEPTH);
    for item in tlv.items().filter(|item| item.tag().is_constructed()) {
        match item.children() {
            Ok(children) => opens_to_the_depth_of_a_path(&children, bytes, depth + 1),
            Err(error) => assert!(error.offset() <= bytes.len()),
        }
    }
}

fn prints_no_value(tlv: &Tlv<'_>) {
    let lengths: usize =
        tlv.items().map(|item| 2 * item.tag().length() + 2 + item.value().len().to_string().len()).sum();
    let separators = 2 * tlv.items().count().max(1);
    assert_eq!(format!("{tlv:?}").len(), lengths + separators);
    assert!(tlv.items().all(|item| emv::tag(item.tag()).is_none_or(|known| known.tag() == item.tag())));
}
