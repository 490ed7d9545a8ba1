//! The words of a spec file: what each key may say.

use crate::spec::{
    CodePage, Count, DataForm, Filler, HexCase, Optional, PanMask, PrefixForm, Secondary, Sensitivity, Side, Third,
    Unlisted, describe,
};
use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

/// A value that a file writes as a text.
pub(super) trait Word: Sized {
    /// Writes what may be said, for the error of something else.
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result;

    fn read(text: &str) -> Option<Self>;

    /// The text that [`Word::read`] reads.
    fn write(&self) -> Cow<'static, str>;
}

/// What delimits a field: the key `length`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimited {
    Prefix,
    Rest,
    Terminated,
    Area,
}

/// Declares the keys that choose from a list of values, each by its word.
macro_rules! words {
    ($($name:ident($of:ty) by $word:path { $($value:expr),+ $(,)? })+) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) struct $name(pub(super) $of);

        impl $name {
            const ALL: &'static [$of] = &[$($value),+];
        }

        impl Word for $name {
            fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let words: Vec<&str> = Self::ALL.iter().map(|value| $word(*value)).collect();
                f.write_str(&words.join(" | "))
            }

            fn read(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| $word(*value) == text).map($name)
            }

            fn write(&self) -> Cow<'static, str> {
                $word(self.0).into()
            }
        }
    )+};
}

words! {
    MtiForm(DataForm) by describe::data { DataForm::Ascii, DataForm::Bcd, DataForm::Ebcdic }
    BitmapForm(Option<DataForm>) by describe::bitmap {
        Some(DataForm::Raw), Some(DataForm::Hex), Some(DataForm::EbcdicHex), None
    }
    SecondaryWord(Secondary) by describe::secondary {
        Secondary::WhenNeeded, Secondary::Always, Secondary::AlwaysUnannounced
    }
    LengthForm(PrefixForm) by describe::length {
        PrefixForm::Ascii, PrefixForm::Ebcdic, PrefixForm::Bcd, PrefixForm::Binary, PrefixForm::Hex, PrefixForm::Ber
    }
    DigitsForm(DataForm) by describe::data { DataForm::Ascii, DataForm::Bcd, DataForm::Ebcdic }
    TextForm(DataForm) by describe::data { DataForm::Ascii, DataForm::Ebcdic, DataForm::Opaque }
    BinaryForm(DataForm) by describe::data { DataForm::Raw, DataForm::Hex, DataForm::EbcdicHex }
    Charset(CodePage) by describe::page { CodePage::Cp037, CodePage::Cp500, CodePage::Cp1047, CodePage::Cp1140 }
    Case(HexCase) by describe::case { HexCase::Upper, HexCase::Lower, HexCase::Any }
    FieldForm(DataForm) by describe::data {
        DataForm::Ascii, DataForm::Opaque, DataForm::Ebcdic, DataForm::Bcd, DataForm::Raw, DataForm::Hex,
        DataForm::EbcdicHex, DataForm::Zoned
    }
    Counts(Count) by describe::count { Count::Units, Count::Bytes, Count::Nibbles }
    LengthKind(Delimited) by delimited { Delimited::Prefix, Delimited::Rest, Delimited::Terminated, Delimited::Area }
    Secrecy(Sensitivity) by describe::sensitivity {
        Sensitivity::Pan, Sensitivity::Track, Sensitivity::Pin, Sensitivity::Cvv, Sensitivity::Key, Sensitivity::Secret,
        Sensitivity::None
    }
    Presence(Optional) by describe::presence { Optional::No, Optional::AtEnd, Optional::ByClass }
    UnlistedWord(Unlisted) by unlisted { Unlisted::Keep, Unlisted::Refuse, Unlisted::Skip }
}

fn delimited(delimited: Delimited) -> &'static str {
    match delimited {
        Delimited::Prefix => "prefix",
        Delimited::Rest => "rest",
        Delimited::Terminated => "terminated",
        Delimited::Area => "area",
    }
}

fn unlisted(unlisted: Unlisted) -> &'static str {
    match unlisted {
        Unlisted::Keep => "keep",
        Unlisted::Refuse => "refuse",
        Unlisted::Skip => "skip",
    }
}

/// `none`, `chain` or `field 53`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ThirdWord(pub(super) Third);

impl Word for ThirdWord {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("none | chain | field N")
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            "none" => Some(ThirdWord(Third::None)),
            "chain" => Some(ThirdWord(Third::Chain)),
            _ => text.strip_prefix("field ").and_then(number).map(|field| ThirdWord(Third::Field(field))),
        }
    }

    fn write(&self) -> Cow<'static, str> {
        describe::third(self.0).into()
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
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a side and a nibble in hex, like \"left 0\" or \"right F\"")
    }

    fn read(text: &str) -> Option<Self> {
        let (side, digit) = text.split_once(' ')?;
        match digit.as_bytes() {
            [digit] => Some(Nibble(read_side(side)?, nibble(*digit)?)),
            _ => None,
        }
    }

    fn write(&self) -> Cow<'static, str> {
        describe::nibble(self.0, self.1).into()
    }
}

/// How much of a card number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MaskWord(pub(super) PanMask);

impl Word for MaskWord {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("how many digits are shown in front and at the end, at most \"8+4\"")
    }

    fn read(text: &str) -> Option<Self> {
        PanMask::parse(text).map(MaskWord)
    }

    fn write(&self) -> Cow<'static, str> {
        self.0.to_string().into()
    }
}

/// A set of nibbles: bit k stands for nibble k.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nibbles(pub(super) u16);

impl Word for Nibbles {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nibbles in hex, like \"0F\", or \"any\"")
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            "any" => Some(Nibbles(u16::MAX)),
            "" => None,
            _ => text.bytes().try_fold(0, |set, digit| Some(set | 1 << nibble(digit)?)).map(Nibbles),
        }
    }

    fn write(&self) -> Cow<'static, str> {
        describe::nibbles(self.0).into()
    }
}

/// What fills a short value up: `left 0`, `right space`, `right 0xFF`, `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pad(pub(super) Option<Filler>);

impl Word for Pad {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("none, or a side and a character, like \"left 0\", \"right space\" or \"right 0xFF\"")
    }

    fn read(text: &str) -> Option<Self> {
        if text == "none" {
            return Some(Pad(None));
        }
        let (side, character) = text.split_once(' ')?;
        Some(Pad(Some(Filler { side: read_side(side)?, character: read_character(character)? })))
    }

    fn write(&self) -> Cow<'static, str> {
        describe::filler(self.0).into()
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
    fn words_are_read_as_they_are_written() {
        fn is_read<W: Word + PartialEq + core::fmt::Debug>(word: W) {
            assert_eq!(W::read(&word.write()).as_ref(), Some(&word));
        }
        LengthForm::ALL.iter().copied().map(LengthForm).for_each(is_read);
        FieldForm::ALL.iter().copied().map(FieldForm).for_each(is_read);
        Presence::ALL.iter().copied().map(Presence).for_each(is_read);
        [Third::None, Third::Chain, Third::Field(53)].into_iter().map(ThirdWord).for_each(is_read);
        [1, 0x8001, u16::MAX].into_iter().map(Nibbles).for_each(is_read);
        for character in 0..=255 {
            is_read(Pad(Some(Filler { side: Side::Right, character })));
        }
        is_read(Pad(None));
        is_read(Nibble(Side::Left, 15));
        is_read(MaskWord(PanMask::USUAL));
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
