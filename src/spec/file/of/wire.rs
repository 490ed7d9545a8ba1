//! From a profile to its keys.

use crate::spec::file::serde::WireKeys;
use crate::spec::file::words::{
    BinaryForm, BitmapForm, Case, Charset, DigitsForm, LengthForm, MtiForm, Nibble, Nibbles, Pad, SecondaryWord,
    TextForm, ThirdWord,
};
use crate::spec::{CodePage, DataForm, HexCase, NibblePad, PrefixForm, Third, Wire};

/// All keys of a profile, but those that say what is meant without them.
pub(super) fn keys(wire: &Wire, has_ebcdic: bool) -> WireKeys {
    let Wire {
        mti,
        bitmap,
        secondary,
        third,
        length,
        digits,
        text,
        binary,
        charset,
        hex_case,
        nibble_pad,
        digits_pad,
        text_pad,
    } = *wire;
    let is_ebcdic = has_ebcdic
        || [mti, digits, text].contains(&DataForm::Ebcdic)
        || length == PrefixForm::Ebcdic
        || charset != CodePage::Cp037;
    WireKeys {
        mti: Some(MtiForm(mti)),
        bitmap: Some(BitmapForm(bitmap)),
        secondary: Some(SecondaryWord(secondary)),
        third: (third != Third::None).then_some(ThirdWord(third)),
        hex_case: (hex_case != HexCase::Upper).then_some(Case(hex_case)),
        length: Some(LengthForm(length)),
        digits: Some(DigitsForm(digits)),
        text: Some(TextForm(text)),
        charset: is_ebcdic.then_some(Charset(charset)),
        binary: Some(BinaryForm(binary)),
        nibble_pad: Some(Nibble(nibble_pad.side(), nibble_pad.written())),
        nibble_accept: (!is_plain(nibble_pad)).then_some(accepted(nibble_pad)),
        digits_pad: Some(Pad(digits_pad)),
        text_pad: Some(Pad(text_pad)),
    }
}

pub(super) fn accepted(pad: NibblePad) -> Nibbles {
    Nibbles(pad.accepted())
}

/// Whether only the nibble as written is accepted.
pub(super) fn is_plain(pad: NibblePad) -> bool {
    pad == NibblePad::new(pad.side(), pad.written())
}
