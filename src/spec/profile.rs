//! The wire profile: how things look unless a field says otherwise.

use super::layout::is_filler;
use crate::error::SpecErrorKind;
use crate::value::Filler;
use crate::wire::{Class, CodePage, DataForm, HexCase, NibblePad, PrefixForm, Side};

/// When the second bitmap is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Secondary {
    /// When a field above 64 is there; bit 1 announces it.
    WhenNeeded,
    /// Always; bit 1 announces it.
    Always,
    /// Always, and bit 1 stays clear.
    AlwaysUnannounced,
}

/// Where a third bitmap, for the fields 129 to 192, comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Third {
    /// There is none: bit 65 is a field like any other, if the spec defines it.
    None,
    /// Bit 65 announces it, right behind the second.
    Chain,
    /// It is the content of this field.
    Field(u16),
}

/// How things look on the wire unless a field says otherwise. Nothing is silent: a profile states all of it.
///
/// Start from one of the constants and change what differs:
///
/// ```
/// use isomsg::spec::{DataForm, Wire};
/// const WIRE: Wire = Wire::BCD.with_bitmap(DataForm::Hex);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wire {
    pub(crate) mti: DataForm,
    pub(crate) bitmap: Option<DataForm>,
    pub(crate) secondary: Secondary,
    pub(crate) third: Third,
    pub(crate) length: PrefixForm,
    pub(crate) digits: DataForm,
    pub(crate) text: DataForm,
    pub(crate) binary: DataForm,
    pub(crate) charset: CodePage,
    pub(crate) hex_case: HexCase,
    pub(crate) nibble_pad: NibblePad,
    pub(crate) digits_pad: Option<Filler>,
    pub(crate) text_pad: Option<Filler>,
}

impl Wire {
    /// Everything in ASCII, bitmap and binary data raw; short numbers are filled with zeros on the left, short texts
    /// with blanks on the right.
    pub const ASCII: Wire = Wire {
        mti: DataForm::Ascii,
        bitmap: Some(DataForm::Raw),
        secondary: Secondary::WhenNeeded,
        third: Third::None,
        length: PrefixForm::Ascii,
        digits: DataForm::Ascii,
        text: DataForm::Ascii,
        binary: DataForm::Raw,
        charset: CodePage::Cp037,
        hex_case: HexCase::Upper,
        nibble_pad: NibblePad::new(Side::Left, 0),
        digits_pad: Some(Filler { side: Side::Left, character: b'0' }),
        text_pad: Some(Filler { side: Side::Right, character: b' ' }),
    };

    /// Message type, digits and length prefixes in BCD, odd counts filled with a zero nibble on the left; text in ASCII.
    pub const BCD: Wire = Wire { mti: DataForm::Bcd, digits: DataForm::Bcd, length: PrefixForm::Bcd, ..Wire::ASCII };

    /// Everything in EBCDIC, code page 037, bitmap and binary data raw.
    pub const EBCDIC: Wire = Wire {
        mti: DataForm::Ebcdic,
        digits: DataForm::Ebcdic,
        text: DataForm::Ebcdic,
        length: PrefixForm::Ebcdic,
        ..Wire::ASCII
    };

    /// The message type: ASCII, BCD or EBCDIC.
    #[must_use]
    pub const fn with_mti(self, form: DataForm) -> Self {
        Wire { mti: form, ..self }
    }

    /// The bitmaps: raw, hex or EBCDIC hex.
    #[must_use]
    pub const fn with_bitmap(self, form: DataForm) -> Self {
        Wire { bitmap: Some(form), ..self }
    }

    /// No bitmap: every field of the spec is there, in ascending order, until the message ends.
    #[must_use]
    pub const fn without_bitmap(self) -> Self {
        Wire { bitmap: None, ..self }
    }

    /// When the second bitmap is there.
    #[must_use]
    pub const fn with_secondary(self, secondary: Secondary) -> Self {
        Wire { secondary, ..self }
    }

    /// Where the third bitmap comes from.
    #[must_use]
    pub const fn with_third(self, third: Third) -> Self {
        Wire { third, ..self }
    }

    /// Length prefixes.
    #[must_use]
    pub const fn with_length(self, form: PrefixForm) -> Self {
        Wire { length: form, ..self }
    }

    /// Data of the classes `n`, `z` and `x+n`: ASCII, BCD or EBCDIC.
    #[must_use]
    pub const fn with_digits(self, form: DataForm) -> Self {
        Wire { digits: form, ..self }
    }

    /// Data of the text classes: ASCII, EBCDIC or opaque.
    #[must_use]
    pub const fn with_text(self, form: DataForm) -> Self {
        Wire { text: form, ..self }
    }

    /// Data of the classes `b`, `anb` and `ansb`: raw, hex or EBCDIC hex.
    #[must_use]
    pub const fn with_binary(self, form: DataForm) -> Self {
        Wire { binary: form, ..self }
    }

    /// The EBCDIC code page.
    #[must_use]
    pub const fn with_charset(self, page: CodePage) -> Self {
        Wire { charset: page, ..self }
    }

    /// The case of hex digits in bitmaps and data.
    #[must_use]
    pub const fn with_hex_case(self, case: HexCase) -> Self {
        Wire { hex_case: case, ..self }
    }

    /// What fills up an odd number of BCD digits.
    #[must_use]
    pub const fn with_nibble_pad(self, pad: NibblePad) -> Self {
        Wire { nibble_pad: pad, ..self }
    }

    /// What fills a short value of class `n` up to the length of its field when a caller sets it; `None` refuses it.
    #[must_use]
    pub const fn with_digits_pad(self, filler: Option<Filler>) -> Self {
        Wire { digits_pad: filler, ..self }
    }

    /// What fills a short text up to the length of its field when a caller sets it; `None` refuses it.
    #[must_use]
    pub const fn with_text_pad(self, filler: Option<Filler>) -> Self {
        Wire { text_pad: filler, ..self }
    }

    /// Where the third bitmap comes from.
    #[must_use]
    pub const fn third(&self) -> Third {
        self.third
    }

    /// Whether a bitmap says which fields are there.
    #[cfg(feature = "alloc")]
    pub(crate) const fn has_bitmap(&self) -> bool {
        self.bitmap.is_some()
    }

    /// When the second bitmap is on the wire.
    #[must_use]
    pub const fn secondary(&self) -> Secondary {
        self.secondary
    }

    /// The bytes of the message type.
    pub(crate) const fn mti_bytes(&self) -> usize {
        if matches!(self.mti, DataForm::Bcd) { 2 } else { 4 }
    }

    /// The bytes of one bitmap; 0 when there is none.
    pub(crate) const fn bitmap_bytes(&self) -> usize {
        match self.bitmap {
            None => 0,
            Some(DataForm::Raw) => 8,
            Some(_) => 16,
        }
    }

    /// The rules that concern the profile alone.
    pub(crate) const fn check(&self) -> Result<(), SpecErrorKind> {
        use DataForm::{Ascii, Bcd, Ebcdic, EbcdicHex, Hex, Opaque, Raw};
        let forms = matches!(self.mti, Ascii | Bcd | Ebcdic)
            && matches!(self.bitmap, None | Some(Raw | Hex | EbcdicHex))
            && matches!(self.digits, Ascii | Bcd | Ebcdic)
            && matches!(self.text, Ascii | Ebcdic | Opaque)
            && matches!(self.binary, Raw | Hex | EbcdicHex);
        if !forms {
            return Err(SpecErrorKind::BadAttribute);
        }
        if !self.nibble_pad.is_well_formed() {
            return Err(SpecErrorKind::BadNibblePad);
        }
        if !is_filled_by(self.digits_pad, Class::N) || !is_filled_by(self.text_pad, Class::Ans) {
            return Err(SpecErrorKind::BadFiller);
        }
        match self.third {
            Third::None => Ok(()),
            Third::Chain | Third::Field(2..=128) if self.bitmap.is_some() => Ok(()),
            _ => Err(SpecErrorKind::BadBitmapCount),
        }
    }
}

const fn is_filled_by(filler: Option<Filler>, class: Class) -> bool {
    match filler {
        Some(filler) => is_filler(filler, class),
        None => true,
    }
}
