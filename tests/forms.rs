//! Every form that the rules admit, at every length that matters.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![cfg(feature = "alloc")]

use isomsg::error::{EncodeErrorKind, SpecErrorKind};
use isomsg::spec::{
    Class, CodePage, Count, DataForm, FieldSpec, HexCase, MessageSpec, NibblePad, PrefixForm, Side, SpecRef, Wire,
};
use isomsg::{Message, MessageBuf, Mti};
use std::collections::BTreeMap;
use std::sync::Arc;

const FORMS: [DataForm; 8] = [
    DataForm::Ascii,
    DataForm::Opaque,
    DataForm::Ebcdic,
    DataForm::Bcd,
    DataForm::Raw,
    DataForm::Hex,
    DataForm::EbcdicHex,
    DataForm::Zoned,
];

const PADS: [NibblePad; 5] = [
    NibblePad::new(Side::Left, 0),
    NibblePad::new(Side::Left, 15),
    NibblePad::new(Side::Right, 0),
    NibblePad::new(Side::Right, 15),
    NibblePad::new(Side::Right, 0).accepting(&[15]),
];

/// How a field ends.
#[derive(Clone, Copy, Debug)]
enum End {
    Fixed,
    Prefix(PrefixForm, u8, Count, bool),
    Area(PrefixForm, u8, Count),
    Rest,
    Terminator,
}

fn ends() -> Vec<End> {
    let mut ends = vec![End::Fixed, End::Rest, End::Terminator, End::Prefix(PrefixForm::Ber, 0, Count::Units, false)];
    let forms = [PrefixForm::Ascii, PrefixForm::Ebcdic, PrefixForm::Bcd, PrefixForm::Binary, PrefixForm::Hex];
    for form in forms {
        for counts in [Count::Units, Count::Bytes, Count::Nibbles] {
            for width in 1..=6 {
                ends.extend([false, true].map(|included| End::Prefix(form, width, counts, included)));
                ends.push(End::Area(form, width, counts));
            }
        }
    }
    ends
}

fn field(class: Class, form: DataForm, end: End, pad: NibblePad, page: CodePage, max: usize) -> FieldSpec {
    let notation = match end {
        End::Fixed => format!("{} {max}", class.notation()),
        _ => format!("{}...{max}", class.notation()),
    };
    let field = FieldSpec::new(2, &notation)
        .with_data(form)
        .with_nibble_pad(pad)
        .with_charset(page)
        .with_hex_case(HexCase::Upper)
        .with_pad(None);
    match end {
        End::Fixed => field,
        End::Rest => field.to_end(),
        End::Terminator => field.with_terminator(&[0x1C, 0x1D]),
        End::Prefix(PrefixForm::Ber, _, counts, _) => field.with_prefix(PrefixForm::Ber).with_count(counts),
        End::Prefix(form, width, counts, included) => {
            let field = field.with_prefix(form).with_prefix_width(width).with_count(counts);
            if included { field.with_prefix_included() } else { field }
        }
        End::Area(form, width, counts) => {
            field.with_prefix(form).with_prefix_width(width).with_count(counts).with_area(2 * max as u16 + 3)
        }
    }
}

/// A value of so many units, in the terms of [`MessageBuf::set`].
fn value(class: Class, units: usize) -> Vec<u8> {
    let alphabet: &[u8] = match class {
        Class::N => b"9012345678",
        Class::A => b"aZ bY",
        Class::An | Class::Anp => b"aZ 09",
        Class::Ns => b"09 -~",
        Class::As => b"aZ -~",
        Class::Z => b"09=:?",
        Class::Xn => b"0123456789",
        Class::Ans => b"aZ 09-~",
        _ => b"\x00\xFF\x80aZ09",
    };
    let mut value: Vec<u8> = alphabet.iter().copied().cycle().take(units).collect();
    if let (Class::Xn, Some(sign)) = (class, value.first_mut()) {
        *sign = if units.is_multiple_of(2) { b'C' } else { b'D' };
    }
    value
}

#[derive(Default)]
struct Tally {
    round_trips: usize,
    refused_values: usize,
    fields: usize,
    refused_fields: BTreeMap<&'static str, usize>,
}

#[test]
fn every_admitted_form_round_trips_and_every_refused_one_says_why() {
    let mut tally = Tally::default();
    for class in Class::ALL {
        for form in FORMS {
            for end in ends() {
                let pads = if form == DataForm::Bcd { &PADS[..] } else { &PADS[..1] };
                let pages = if form == DataForm::Ebcdic { &CodePage::ALL[..] } else { &CodePage::ALL[..1] };
                for (pad, page) in pads.iter().flat_map(|pad| pages.iter().map(move |page| (*pad, *page))) {
                    for max in [1, 2, 7, 150] {
                        check(field(class, form, end, pad, page, max), class, max, &mut tally);
                    }
                }
            }
        }
    }
    println!(
        "forms: {} fields, {} round trips, {} values refused; fields refused: {:?}",
        tally.fields, tally.round_trips, tally.refused_values, tally.refused_fields
    );
    assert!(tally.round_trips > 50_000 && tally.refused_fields.len() >= 3);
}

fn check(field: FieldSpec, class: Class, max: usize, tally: &mut Tally) {
    let spec = match MessageSpec::from_fields("form", Wire::ASCII, [field]) {
        Ok(spec) => spec,
        Err(error) => {
            assert_ne!(error.kind(), SpecErrorKind::BadFieldNumber);
            *tally.refused_fields.entry(error.kind().reason()).or_default() += 1;
            return;
        }
    };
    tally.fields += 1;
    let most = field.format().max();
    let least = field.format().min();
    for units in [0, 1, 2, 3, max / 2, max - 1, max, most - 1, most] {
        if (least..=most).contains(&units) {
            round_trip(&spec, &value(class, units), tally);
        }
    }
    let too_long = MessageBuf::new(SpecRef::from(&spec), mti()).set(2, &value(class, most + 1)[..]);
    assert!(
        matches!(too_long.map_err(|error| error.kind()), Err(EncodeErrorKind::LengthAboveMaximum { .. })),
        "{field:?}"
    );
}

fn mti() -> Mti {
    Mti::new(0x0200).unwrap()
}

fn round_trip(spec: &Arc<MessageSpec>, value: &[u8], tally: &mut Tally) {
    let mut message = MessageBuf::new(SpecRef::from(spec), mti());
    match message.set(2, value) {
        Ok(()) => {}
        // Digits whose number would not be read back, or letters that are no hex digits, in BCD.
        Err(error) => {
            use EncodeErrorKind::{AmbiguousLength, BadCharacter, ContainsTerminator};
            assert!(
                matches!(error.kind(), AmbiguousLength | BadCharacter { .. } | ContainsTerminator),
                "{error} {spec:?}"
            );
            tally.refused_values += 1;
            return;
        }
    }
    let wire = message.encode();
    let read = Message::parse(&wire, spec).unwrap_or_else(|error| panic!("{error}: {wire:02X?} {:?}", spec.field(2)));
    let field = read.require(2).unwrap();
    assert!(field.value() == *value, "{:?} {wire:02X?} of {value:02X?}", spec.field(2));
    assert_eq!(read.to_owned().encode(), wire);
    tally.round_trips += 1;
    for length in 0..wire.len() {
        if let Ok(cut) = Message::parse(&wire[..length], spec) {
            // Only a field without a stated length can end earlier.
            assert_eq!(cut.to_owned().encode(), &wire[..length]);
        }
    }
}
