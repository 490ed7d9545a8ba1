//! Rows that break the build. Each is one mistake.

use isomsg::spec::{Count, DataForm, FieldSpec, Filler, MessageSpec, NibblePad, PrefixForm, Side, Wire};

const BAD_FORMAT: FieldSpec = FieldSpec::new(2, "n 6 digits");
const BITS_NOT_BYTES: FieldSpec = FieldSpec::new(64, "b 64");
const BAD_MAXIMUM: FieldSpec = FieldSpec::new(3, "n 70000");
const MINIMUM_ABOVE_MAXIMUM: FieldSpec = FieldSpec::new(2, "n 20..19");

static PREFIX_TOO_NARROW: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(2, "n..19"), FieldSpec::new(48, "ans..999")]);
static BAD_PREFIX_WIDTH: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(48, "ans...999").with_prefix_width(7)]);
static PREFIX_ON_FIXED: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(3, "n 6").with_prefix(PrefixForm::Bcd)]);
static FORM_AGAINST_CLASS: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(52, "b 8").with_data(DataForm::Bcd)]);
static COUNT_AGAINST_FORM: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(48, "ans...999").with_count(Count::Nibbles)]);
static BAD_NIBBLE_PAD: MessageSpec =
    MessageSpec::new("test", Wire::BCD, &[FieldSpec::new(2, "n..19").with_nibble_pad(NibblePad::new(Side::Right, 16))]);
static BAD_FILLER: MessageSpec = MessageSpec::new(
    "test",
    Wire::ASCII,
    &[FieldSpec::new(3, "n 6").with_pad(Some(Filler { side: Side::Left, character: b'x' }))],
);
static BAD_TERMINATOR: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(48, "ans...999").with_terminator(b"")]);
static AREA_TOO_SMALL: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(48, "ans...999").with_area(998)]);
static BAD_FIELD_NUMBER: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(193, "n 6")]);
static FIELDS_OUT_OF_ORDER: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(4, "n 12"), FieldSpec::new(3, "n 6")]);

fn main() {}
