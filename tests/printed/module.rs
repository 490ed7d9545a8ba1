use isomsg::spec::{
    CodePage, Count, DataForm, FieldSpec, Filler, HexCase, MessageSpec, NibblePad, PrefixForm, Secondary, Sensitivity,
    Side, Third, Wire,
};

/// Every key \[and \*markup\*\].
pub static EVERY_KEY: MessageSpec =
    MessageSpec::new("every-key", EVERY_KEY_WIRE, EVERY_KEY_FIELDS).with_title("Every key [and *markup*].");

const EVERY_KEY_WIRE: Wire = Wire::EBCDIC
    .with_bitmap(DataForm::EbcdicHex)
    .with_secondary(Secondary::Always)
    .with_third(Third::Field(53))
    .with_length(PrefixForm::Binary)
    .with_text(DataForm::Opaque)
    .with_binary(DataForm::Hex)
    .with_charset(CodePage::Cp1047)
    .with_hex_case(HexCase::Lower)
    .with_nibble_pad(NibblePad::new(Side::Right, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]))
    .with_digits_pad(None)
    .with_text_pad(Some(Filler { side: Side::Left, character: b'0' }));

/// The spec `0.other_spec`.
pub static SPEC_0_OTHER_SPEC: MessageSpec =
    MessageSpec::new("0.other_spec", SPEC_0_OTHER_SPEC_WIRE, SPEC_0_OTHER_SPEC_FIELDS);

const SPEC_0_OTHER_SPEC_WIRE: Wire = Wire::ASCII.without_bitmap();

const EVERY_KEY_FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n 13..19")
        .with_data(DataForm::Bcd)
        .with_nibble_pad(NibblePad::new(Side::Left, 0).accepting(&[15]))
        .with_sensitivity(Sensitivity::Pan),
    FieldSpec::new(3, "n 6")
        .with_pad(Some(Filler { side: Side::Left, character: b'0' }))
        .with_pad_stripped()
        .with_echo(),
    FieldSpec::new(4, "x+n 8").with_data(DataForm::Zoned),
    FieldSpec::new(5, "n 5").with_data(DataForm::Bcd).with_nibble_pad(
        NibblePad::new(Side::Right, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
    ),
    FieldSpec::new(6, "n 5")
        .with_data(DataForm::Bcd)
        .with_nibble_pad(
            NibblePad::new(Side::Right, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
        )
        .with_echo(),
    FieldSpec::new(7, "n 5").with_data(DataForm::Bcd).with_nibble_pad(
        NibblePad::new(Side::Left, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
    ),
    FieldSpec::new(8, "n 5")
        .with_data(DataForm::Bcd)
        .with_nibble_pad(NibblePad::new(Side::Left, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]))
        .with_echo(),
    FieldSpec::new(9, "n 5").with_nibble_pad(
        NibblePad::new(Side::Right, 0).accepting(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]),
    ),
    FieldSpec::new(10, "n 5").with_name("A name of which the row is as wide as a line can be .......").with_nibble_pad(
        NibblePad::new(Side::Right, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
    ),
    FieldSpec::new(11, "n 5")
        .with_name("A name of which the row is wider than a line can be ........")
        .with_nibble_pad(
            NibblePad::new(Side::Right, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
        ),
    FieldSpec::new(12, "n 5")
        .with_name("An even longer name, of which the row is wider than a line can be")
        .with_nibble_pad(
            NibblePad::new(Side::Right, 0xF).accepting(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
        ),
    FieldSpec::new(43, "ans 40")
        .with_name("Quote \" and \\")
        .with_data(DataForm::Ebcdic)
        .with_charset(CodePage::Cp500)
        .with_pad(Some(Filler { side: Side::Right, character: b'\'' })),
    FieldSpec::new(44, "ans...999")
        .with_prefix(PrefixForm::Hex)
        .with_prefix_width(4)
        .with_count(Count::Bytes)
        .with_prefix_included(),
    FieldSpec::new(45, "ans...999").with_terminator(&[0x0D, 0x0A]),
    FieldSpec::new(46, "ans...100").with_area(200),
    FieldSpec::new(53, "b 8").with_data(DataForm::Raw),
    FieldSpec::new(54, "b 8")
        .with_data(DataForm::EbcdicHex)
        .with_hex_case(HexCase::Any)
        .with_pad(Some(Filler { side: Side::Right, character: 0xFF })),
    FieldSpec::new(129, "ans...999").to_end(),
];

const SPEC_0_OTHER_SPEC_FIELDS: &[FieldSpec] = &[FieldSpec::new(3, "n 6")
    .with_pad(Some(Filler { side: Side::Left, character: b'0' }))
    .with_pad_stripped()
    .with_echo()];
