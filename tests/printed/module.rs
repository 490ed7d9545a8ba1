use isomsg::spec::{
    Code, CodePage, Count, DataForm, FieldSpec, Filler, Groups, HexCase, MessageRule, MessageSpec, NibblePad, PanMask,
    PartBitmap, PrefixForm, Secondary, Sensitivity, Side, Third, TlvForm, Unlisted, Wire,
};

/// Every key \[and \*markup\*\].
pub static EVERY_KEY: MessageSpec = MessageSpec::new("every-key", EVERY_KEY_WIRE, EVERY_KEY_FIELDS)
    .with_title("Every key [and *markup*].")
    .with_messages(EVERY_KEY_MESSAGES);

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

const EVERY_KEY_MESSAGES: &[MessageRule] = &[
    MessageRule::new("Batch \"upload\", of which the list is wider than a line can be", "0320")
        .mandatory("2 3 4 11 12 13 14 22 25 26 35 36 41 42 43 44 45 46 47 48 49 52 53 54 55 56 57 58 59 60.1 60.2")
        .conditional(
            "23 if 3 = 000000 000001 000002 000003 000004 000005 000006 000007 000008 and present 4 and present 5",
        ),
    MessageRule::new("sale", "0200 02x0")
        .when("43 = \" \\ and absent 90")
        .mandatory("3 4 60.1")
        .conditional("4 if present 3; 35 if 22 starts 02 05; 60.3 if mti = 0200 or 3 = 00")
        .mandatory_if("39 if 43 = x")
        .optional("48 55.9F26")
        .never("39")
        .echo("11 41")
        .nothing_else(),
];

/// The spec `0.other_spec`.
pub static SPEC_0_OTHER_SPEC: MessageSpec =
    MessageSpec::new("0.other_spec", SPEC_0_OTHER_SPEC_WIRE, SPEC_0_OTHER_SPEC_FIELDS)
        .with_pan_mask(PanMask::new(0, 4).unwrap())
        .with_messages(EVERY_KEY_MESSAGES);

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
    FieldSpec::new(47, "ans...999").only_in(&["0200", "04xx"]).with_parts(EVERY_KEY_FIELDS_47),
    FieldSpec::new(48, "ans...999")
        .with_name("Private data subelements")
        .with_tlv(TlvForm::fixed(Code::text(4), Code::text(3)), EVERY_KEY_FIELDS_48),
    FieldSpec::new(53, "b 8").with_data(DataForm::Raw),
    FieldSpec::new(54, "b 8")
        .with_data(DataForm::EbcdicHex)
        .with_hex_case(HexCase::Any)
        .with_pad(Some(Filler { side: Side::Right, character: 0xFF })),
    FieldSpec::new(55, "b...255").with_data(DataForm::Raw).with_tlv(TlvForm::BER, EVERY_KEY_FIELDS_55),
    FieldSpec::new(56, "b...255").with_data(DataForm::Raw).with_tlv(EVERY_KEY_FIELDS_56_TLV, &[]),
    FieldSpec::new(57, "b...255").with_data(DataForm::Raw).with_tlv(TlvForm::DATASETS, EVERY_KEY_FIELDS_57),
    FieldSpec::new(58, "ans...255").with_groups(Groups::up_to(6), EVERY_KEY_FIELDS_58),
    FieldSpec::new(59, "ans...255")
        .with_data(DataForm::Ebcdic)
        .with_charset(CodePage::Cp500)
        .with_bitmapped(EVERY_KEY_FIELDS_59_BITMAP, EVERY_KEY_FIELDS_59),
    FieldSpec::new(60, "ans...255").with_name("By message").with_cases(EVERY_KEY_FIELDS_60),
    FieldSpec::new(61, "b...255").with_cases(EVERY_KEY_FIELDS_61),
    FieldSpec::new(129, "ans...999").to_end(),
];

const EVERY_KEY_FIELDS_56_TLV: TlvForm = TlvForm::BER.with_filler(0xFF).with_unlisted(Unlisted::Skip);

const EVERY_KEY_FIELDS_59_BITMAP: PartBitmap = PartBitmap::new(2).with_form(DataForm::EbcdicHex).with_extensions(1, 3);

const EVERY_KEY_FIELDS_47: &[FieldSpec] = &[
    FieldSpec::new(1, "n 1").with_name("One").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "a 1").with_pad(None).optional_by_class(),
    FieldSpec::new(3, "ans..99").optional().only_in(&["xxxx"]).with_parts(EVERY_KEY_FIELDS_47_3),
];

const EVERY_KEY_FIELDS_47_3: &[FieldSpec] = &[FieldSpec::new(1, "n 1"), FieldSpec::new(12, "n..9").optional()];

const EVERY_KEY_FIELDS_48: &[FieldSpec] = &[
    FieldSpec::tagged("0023", "ans..99").with_tlv(EVERY_KEY_FIELDS_48_0023_TLV, &[]),
    FieldSpec::tagged("0105", "ans...255").with_bitmapped(EVERY_KEY_FIELDS_48_0105_BITMAP, EVERY_KEY_FIELDS_48_0105),
];

const EVERY_KEY_FIELDS_48_0023_TLV: TlvForm =
    TlvForm::fixed(Code::of(PrefixForm::Ascii, 2), Code::of(PrefixForm::Ebcdic, 2))
        .with_length_first()
        .with_tag_counted()
        .with_unlisted(Unlisted::Refuse);

const EVERY_KEY_FIELDS_48_0105_BITMAP: PartBitmap = PartBitmap::new(8).with_form(DataForm::Hex).with_extensions(8, 1);

const EVERY_KEY_FIELDS_48_0105: &[FieldSpec] = &[FieldSpec::new(2, "ans 8")];

const EVERY_KEY_FIELDS_55: &[FieldSpec] = &[
    FieldSpec::tagged("9A", "n 6").with_data(DataForm::Bcd),
    FieldSpec::tagged("9F26", "b 8").with_name("Application cryptogram"),
];

const EVERY_KEY_FIELDS_57: &[FieldSpec] = &[FieldSpec::tagged("7F", "b..255")
    .with_name("A dataset of which the row is wider than a line can be")
    .with_data(DataForm::Raw)
    .with_tlv(TlvForm::DATASETS.with_unlisted(Unlisted::Skip), &[])];

const EVERY_KEY_FIELDS_58: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2"),
    FieldSpec::new(2, "an 4").with_groups(EVERY_KEY_FIELDS_58_2_GROUPS, EVERY_KEY_FIELDS_58_2),
];

const EVERY_KEY_FIELDS_58_2_GROUPS: Groups = Groups::up_to(2).with_count(Code::of(PrefixForm::Binary, 1));

const EVERY_KEY_FIELDS_58_2: &[FieldSpec] = &[FieldSpec::new(1, "n 1")];

const EVERY_KEY_FIELDS_59: &[FieldSpec] = &[FieldSpec::new(2, "an 5")
    .with_name("A name of which the row is wider than a line can be, with its parts")
    .with_parts(EVERY_KEY_FIELDS_59_2)];

const EVERY_KEY_FIELDS_59_2: &[FieldSpec] = &[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 3")];

const EVERY_KEY_FIELDS_60: &[FieldSpec] = &[
    FieldSpec::case("mti = 05xx and 3 != 00").with_groups(Groups::up_to(2), EVERY_KEY_FIELDS_60_1),
    FieldSpec::case("43 starts \" \\ Side:: (,").with_parts(EVERY_KEY_FIELDS_60_2),
    FieldSpec::case("present 2").with_tlv(EVERY_KEY_FIELDS_60_3_TLV, &[]),
    FieldSpec::case("present 3")
        .with_bitmapped(PartBitmap::new(1).with_form(DataForm::EbcdicHex), EVERY_KEY_FIELDS_60_4),
    FieldSpec::case(
        "3 = 000000 000001 000002 000003 000004 000005 000006 000007 000008 and present 4 or absent 4 and present 5",
    )
    .with_parts(EVERY_KEY_FIELDS_60_5),
];

const EVERY_KEY_FIELDS_60_3_TLV: TlvForm =
    TlvForm::fixed(Code::of(PrefixForm::Ascii, 2), Code::of(PrefixForm::Ebcdic, 2))
        .with_length_first()
        .with_tag_counted()
        .with_unlisted(Unlisted::Refuse);

const EVERY_KEY_FIELDS_60_1: &[FieldSpec] = &[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "n 12")];

const EVERY_KEY_FIELDS_60_2: &[FieldSpec] = &[FieldSpec::new(1, "n 1"), FieldSpec::new(2, "n..9").optional()];

const EVERY_KEY_FIELDS_60_4: &[FieldSpec] = &[FieldSpec::new(2, "n 1")];

const EVERY_KEY_FIELDS_60_5: &[FieldSpec] = &[FieldSpec::new(1, "n 1")];

const EVERY_KEY_FIELDS_61: &[FieldSpec] =
    &[FieldSpec::case("3 = 000000 000001 000002 000003 000004 000005 000006 000007 or absent 4 and present 5")
        .with_tlv(TlvForm::BER, &[])];

const SPEC_0_OTHER_SPEC_FIELDS: &[FieldSpec] = &[FieldSpec::new(3, "n 6")
    .with_pad(Some(Filler { side: Side::Left, character: b'0' }))
    .with_pad_stripped()
    .with_echo()];
