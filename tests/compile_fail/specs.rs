//! Specs that break the build. Each is one mistake.

use isomsg::spec::{DataForm, FieldSpec, MessageSpec, NibblePad, Side, Third, Wire};

const BITMAP: &[FieldSpec] = &[FieldSpec::new(53, "b 8"), FieldSpec::new(65, "b 1")];

static BAD_NAME: MessageSpec = MessageSpec::new("my spec", Wire::ASCII, &[]);
static BAD_ATTRIBUTE: MessageSpec = MessageSpec::new("test", Wire::ASCII.with_mti(DataForm::Hex), &[]);
static BAD_NIBBLE_PAD: MessageSpec =
    MessageSpec::new("test", Wire::BCD.with_nibble_pad(NibblePad::new(Side::Left, 16)), &[]);
static BAD_BITMAP_COUNT: MessageSpec =
    MessageSpec::new("test", Wire::ASCII.without_bitmap().with_third(Third::Chain), &[]);
static BITMAP_TOO_SMALL: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(129, "n 6")]);
static BIT_65_IS_BITMAP: MessageSpec = MessageSpec::new("test", Wire::ASCII.with_third(Third::Chain), BITMAP);
static BAD_BITMAP_FIELD: MessageSpec = MessageSpec::new("test", Wire::ASCII.with_third(Third::Field(65)), BITMAP);

static BASE: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[FieldSpec::new(48, "ans...999")]);
static FAULT_IN_AN_EXTENSION: MessageSpec =
    MessageSpec::extending(&BASE, "ours", Wire::ASCII, &[FieldSpec::new(48, "ans..999")]);

fn main() {}
