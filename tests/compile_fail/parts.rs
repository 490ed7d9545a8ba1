//! Structures and parts that break the build. Each is one mistake.

use isomsg::spec::{Code, DataForm, FieldSpec, Groups, MessageSpec, PartBitmap, TlvForm, Wire};

const NO_TAG: FieldSpec = FieldSpec::tagged("9F-26", "b 8");
const TAG_WITHOUT_FORMAT: FieldSpec = FieldSpec::tagged("9F26", "b");

const N1: FieldSpec = FieldSpec::new(1, "n 1");
const N2: FieldSpec = FieldSpec::new(2, "n 1");

const PRIVATE: FieldSpec = FieldSpec::new(48, "ans...999");
const CHIP: FieldSpec = FieldSpec::new(55, "b...255");

static BAD_TAG: MessageSpec = MessageSpec::new(
    "test",
    Wire::ASCII,
    &[CHIP.with_tlv(TlvForm::BER, &[FieldSpec::tagged("9F26", "b 8"), FieldSpec::tagged("9f36", "b 2")])],
);
static PART_WITHOUT_TAG: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[CHIP.with_tlv(TlvForm::BER, &[FieldSpec::new(1, "b 8")])]);
static TAG_TWICE: MessageSpec = MessageSpec::new(
    "test",
    Wire::ASCII,
    &[CHIP.with_tlv(TlvForm::BER, &[FieldSpec::tagged("95", "b 5"), FieldSpec::tagged("95", "b 5")])],
);
static NO_PARTS: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[])]);
static TAG_AMONG_NUMBERS: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[FieldSpec::tagged("1", "n 1")])]);
static PARTS_OUT_OF_ORDER: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_groups(Groups::up_to(2), &[N2, N1])]);
static STRUCTURE_AGAINST_FORM: MessageSpec =
    MessageSpec::new("test", Wire::BCD, &[FieldSpec::new(2, "n..19").with_bitmapped(PartBitmap::new(1), &[N2])]);
static PART_AGAINST_FORM: MessageSpec = MessageSpec::new(
    "test",
    Wire::BCD,
    &[FieldSpec::new(3, "n 6").with_parts(&[FieldSpec::new(1, "n 2"), FieldSpec::new(2, "an 4")])],
);
static PARTS_AGAINST_LENGTH: MessageSpec =
    MessageSpec::new("test", Wire::BCD, &[FieldSpec::new(3, "n 6").with_parts(&[N1, N2])]);
static PART_TAKEN_AWAY: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[CHIP.with_parts(&[N1, FieldSpec::undefined(2)])]);
static PART_REPEATED: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[N1.with_echo(), N2])]);
static RAW_IN_TEXT: MessageSpec = MessageSpec::new(
    "test",
    Wire::ASCII,
    &[PRIVATE.with_parts(&[N1, FieldSpec::new(2, "b 4").with_data(DataForm::Raw)])],
);
static CHIP_DATA_IN_TEXT: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_tlv(TlvForm::BER, &[])]);
static OPTIONAL_FIELD: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[PRIVATE.optional()]);
static OPTIONAL_BEFORE_OTHERS: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[N1.optional(), N2])]);
static PART_BEHIND_END: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[FieldSpec::new(1, "n..9").to_end(), N2])]);
static BAD_PART_BITMAP: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[CHIP.with_bitmapped(PartBitmap::new(1).with_form(DataForm::Bcd), &[N2])]);
static BIT_IS_BITMAP: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[CHIP.with_bitmapped(PartBitmap::new(8).with_extensions(8, 1), &[N1, N2])]);
static BAD_GROUPS: MessageSpec = MessageSpec::new(
    "test",
    Wire::ASCII,
    &[PRIVATE.with_groups(Groups::up_to(2), &[FieldSpec::new(1, "n 1").optional_by_class()])],
);
static BAD_CODE: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_tlv(TlvForm::fixed(Code::text(9), Code::text(3)), &[])]);
static TOO_DEEP: MessageSpec = MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[LEVEL_1])]);
static BAD_MTIS: MessageSpec =
    MessageSpec::new("test", Wire::ASCII, &[PRIVATE.with_parts(&[N1, N2.only_in(&["0200", "02XX"])])]);

const fn level(parts: &'static [FieldSpec]) -> FieldSpec {
    FieldSpec::new(1, "ans..50").with_parts(parts)
}

const LEVEL_1: FieldSpec = level(&[level(&[level(&[level(&[level(&[level(&[N1])])])])])]);

fn main() {}
