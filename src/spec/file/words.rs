//! The words of a spec file: what each key may say.

use crate::spec::{
    CodePage, Count, DataForm, Filler, HexCase, Optional, PanMask, PrefixForm, Secondary, Sensitivity, Side, Third,
    Unlisted,
};

/// A value that a file writes as a text.
pub(super) trait Word: Sized {
    /// What may be said, for the error of something else.
    const EXPECTED: &'static str;

    fn read(text: &str) -> Option<Self>;
}

/// What delimits a field: the key `length`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimited {
    Prefix,
    Rest,
    Terminated,
    Area,
}

/// Declares the keys that choose from a list of words.
macro_rules! words {
    ($($name:ident($of:ty) { $first:literal = $first_value:expr $(, $word:literal = $value:expr)* $(,)? })+) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) struct $name(pub(super) $of);

        impl Word for $name {
            const EXPECTED: &'static str = concat!($first $(, " | ", $word)*);

            fn read(text: &str) -> Option<Self> {
                match text {
                    $first => Some($name($first_value)),
                    $($word => Some($name($value)),)*
                    _ => None,
                }
            }
        }
    )+};
}

words! {
    MtiForm(DataForm) { "ascii" = DataForm::Ascii, "bcd" = DataForm::Bcd, "ebcdic" = DataForm::Ebcdic }
    BitmapForm(Option<DataForm>) {
        "raw" = Some(DataForm::Raw),
        "hex" = Some(DataForm::Hex),
        "ebcdic-hex" = Some(DataForm::EbcdicHex),
        "none" = None,
    }
    SecondaryWord(Secondary) {
        "when-needed" = Secondary::WhenNeeded,
        "always" = Secondary::Always,
        "always-unannounced" = Secondary::AlwaysUnannounced,
    }
    LengthForm(PrefixForm) {
        "ascii" = PrefixForm::Ascii,
        "ebcdic" = PrefixForm::Ebcdic,
        "bcd" = PrefixForm::Bcd,
        "binary" = PrefixForm::Binary,
        "hex" = PrefixForm::Hex,
        "ber" = PrefixForm::Ber,
    }
    DigitsForm(DataForm) { "ascii" = DataForm::Ascii, "bcd" = DataForm::Bcd, "ebcdic" = DataForm::Ebcdic }
    TextForm(DataForm) { "ascii" = DataForm::Ascii, "ebcdic" = DataForm::Ebcdic, "opaque" = DataForm::Opaque }
    BinaryForm(DataForm) { "raw" = DataForm::Raw, "hex" = DataForm::Hex, "ebcdic-hex" = DataForm::EbcdicHex }
    Charset(CodePage) {
        "cp037" = CodePage::Cp037,
        "cp500" = CodePage::Cp500,
        "cp1047" = CodePage::Cp1047,
        "cp1140" = CodePage::Cp1140,
    }
    Case(HexCase) { "upper" = HexCase::Upper, "lower" = HexCase::Lower, "any" = HexCase::Any }
    FieldForm(DataForm) {
        "ascii" = DataForm::Ascii,
        "opaque" = DataForm::Opaque,
        "ebcdic" = DataForm::Ebcdic,
        "bcd" = DataForm::Bcd,
        "raw" = DataForm::Raw,
        "hex" = DataForm::Hex,
        "ebcdic-hex" = DataForm::EbcdicHex,
        "zoned" = DataForm::Zoned,
    }
    Counts(Count) { "units" = Count::Units, "bytes" = Count::Bytes, "nibbles" = Count::Nibbles }
    LengthKind(Delimited) {
        "prefix" = Delimited::Prefix,
        "rest" = Delimited::Rest,
        "terminated" = Delimited::Terminated,
        "area" = Delimited::Area,
    }
    Secrecy(Sensitivity) {
        "pan" = Sensitivity::Pan,
        "track" = Sensitivity::Track,
        "pin" = Sensitivity::Pin,
        "cvv" = Sensitivity::Cvv,
        "key" = Sensitivity::Key,
        "secret" = Sensitivity::Secret,
        "none" = Sensitivity::None,
    }
    Presence(Optional) { "no" = Optional::No, "at-end" = Optional::AtEnd, "by-class" = Optional::ByClass }
    UnlistedWord(Unlisted) { "keep" = Unlisted::Keep, "refuse" = Unlisted::Refuse, "skip" = Unlisted::Skip }
}

/// `none`, `chain` or `field 53`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ThirdWord(pub(super) Third);

impl Word for ThirdWord {
    const EXPECTED: &'static str = "none | chain | field N";

    fn read(text: &str) -> Option<Self> {
        match text {
            "none" => Some(ThirdWord(Third::None)),
            "chain" => Some(ThirdWord(Third::Chain)),
            _ => text.strip_prefix("field ").and_then(number).map(|field| ThirdWord(Third::Field(field))),
        }
    }
}

/// A number in its shortest spelling: no sign, no zeros in front.
pub(super) fn number(text: &str) -> Option<u16> {
    let shortest = text == "0" || text.starts_with(|first: char| matches!(first, '1'..='9'));
    if shortest { text.parse().ok() } else { None }
}

/// The side and the nibble that fills up an odd number of digits: `left 0`, `right F`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nibble(pub(super) Side, pub(super) u8);

impl Word for Nibble {
    const EXPECTED: &'static str = "a side and a nibble in hex, like \"left 0\" or \"right F\"";

    fn read(text: &str) -> Option<Self> {
        let (side, digit) = text.split_once(' ')?;
        match digit.as_bytes() {
            [digit] => Some(Nibble(read_side(side)?, nibble(*digit)?)),
            _ => None,
        }
    }
}

/// How much of a card number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MaskWord(pub(super) PanMask);

impl Word for MaskWord {
    const EXPECTED: &'static str = "how many digits are shown in front and at the end, at most \"8+4\"";

    fn read(text: &str) -> Option<Self> {
        PanMask::parse(text).map(MaskWord)
    }
}

/// A set of nibbles: bit k stands for nibble k.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nibbles(pub(super) u16);

impl Word for Nibbles {
    const EXPECTED: &'static str = "nibbles in hex, like \"0F\", or \"any\"";

    fn read(text: &str) -> Option<Self> {
        match text {
            "any" => Some(Nibbles(u16::MAX)),
            "" => None,
            _ => text.bytes().try_fold(0, |set, digit| Some(set | 1 << nibble(digit)?)).map(Nibbles),
        }
    }
}

/// What fills a short value up: `left 0`, `right space`, `right 0xFF`, `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pad(pub(super) Option<Filler>);

impl Word for Pad {
    const EXPECTED: &'static str =
        "none, or a side and a character, like \"left 0\", \"right space\" or \"right 0xFF\"";

    fn read(text: &str) -> Option<Self> {
        if text == "none" {
            return Some(Pad(None));
        }
        let (side, character) = text.split_once(' ')?;
        Some(Pad(Some(Filler { side: read_side(side)?, character: read_character(character)? })))
    }
}

fn read_side(text: &str) -> Option<Side> {
    match text {
        "left" => Some(Side::Left),
        "right" => Some(Side::Right),
        _ => None,
    }
}

fn read_character(text: &str) -> Option<u8> {
    match text.as_bytes() {
        b"space" => Some(b' '),
        [character @ b' '..=b'~'] => Some(*character),
        [b'0', b'x', high, low] => Some(nibble(*high)? << 4 | nibble(*low)?),
        _ => None,
    }
}

/// One to four bytes, in hex.
pub(super) fn read_terminator(text: &str) -> Option<([u8; 4], u8)> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    let mut bytes = [0; 4];
    for (at, [high, low]) in pairs.iter().enumerate() {
        *bytes.get_mut(at)? = nibble(*high)? << 4 | nibble(*low)?;
    }
    (!pairs.is_empty()).then_some((bytes, pairs.len() as u8))
}

/// The value of a hex digit of either case.
pub(super) fn nibble(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sides_with_nibbles_and_characters() {
        assert_eq!(Nibble::read("right F"), Some(Nibble(Side::Right, 15)));
        assert_eq!(Nibbles::read("0F"), Some(Nibbles(0x8001)));
        let filler = |side, character| Some(Pad(Some(Filler { side, character })));
        assert_eq!(Pad::read("right space"), filler(Side::Right, b' '));
        assert_eq!(Pad::read("left 0"), filler(Side::Left, b'0'));
        assert_eq!(Pad::read("right 0xFF"), filler(Side::Right, 255));
        assert_eq!(ThirdWord::read("field 53"), Some(ThirdWord(Third::Field(53))));
    }

    #[test]
    fn refuses_what_is_nearly_a_word() {
        for text in ["", "left", "left ", "left  0", "left G", "Left 0", "left 00"] {
            assert_eq!(Nibble::read(text), None, "{text:?}");
        }
        for text in ["", "None", "left", "left ", "left 00", "middle 0", "left é", "right 0xF", "right 0x1FF"] {
            assert_eq!(Pad::read(text), None, "{text:?}");
        }
        for text in ["", "field", "field ", "field 065", "field -1", "field +5", "field 99999", "chain "] {
            assert_eq!(ThirdWord::read(text), None, "{text:?}");
        }
        assert_eq!(Nibbles::read(""), None);
        assert_eq!(MtiForm::read("hex"), None);
    }

    #[test]
    fn terminators_are_one_to_four_bytes_in_hex() {
        assert_eq!(read_terminator("1C"), Some(([0x1C, 0, 0, 0], 1)));
        assert_eq!(read_terminator("0d0A0000"), Some(([0x0D, 0x0A, 0, 0], 4)));
        for text in ["", "1", "1C1", "0011223344", "é", "0x1C"] {
            assert_eq!(read_terminator(text), None, "{text:?}");
        }
    }
}
