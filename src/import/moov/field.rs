//! From a field object to a row.

use super::composite;
use super::keys::{Encoding, FieldKeys, Kind, PaddingKeys, PaddingKind};
use crate::error::{FieldPath, Segment};
use crate::import::loss::Loss;
use crate::import::plan::Reason;
use crate::import::shape::{End, Key, Prefix, Shape};
use crate::spec::{Class, CodePage, DataForm, Filler, NibblePad, OwnedRow, PrefixForm, Side};
use alloc::format;
use alloc::vec::Vec;

/// A field or a subfield.
pub(super) struct Field<'k> {
    pub(super) keys: &'k FieldKeys,
    pub(super) path: FieldPath,
    /// 0 for a subfield that has a tag.
    pub(super) number: u16,
}

impl<'k> Field<'k> {
    pub(super) fn name(&self) -> &'k str {
        self.keys.description.as_deref().unwrap_or("")
    }

    pub(super) fn row(&self, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        if self.keys.kind == Kind::Composite {
            return composite::row(self, Key::Number(self.number), losses);
        }
        Ok(self.shape(end(self.keys)?, losses)?.named(Key::Number(self.number), self.name())?)
    }

    /// The value of a subfield whose tag and length stand in front of it.
    pub(super) fn value(&self, tag: Segment, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        if self.keys.kind == Kind::Composite {
            return composite::row(self, Key::Tag(tag), losses);
        }
        Ok(self.shape(End::Value, losses)?.named(Key::Tag(tag), self.name())?)
    }

    fn shape(&self, end: End, losses: &mut Vec<Loss>) -> Result<Shape, Reason> {
        let Some(encoding) = self.keys.enc.filter(|encoding| *encoding != Encoding::Nothing) else {
            return Err("it has no encoding".into());
        };
        let (class, form) = self.class_and_form(encoding)?;
        let max = usize::try_from(self.keys.length.unwrap_or(0)).unwrap_or(usize::MAX);
        let filler = self.filler(class, form, losses);
        let page = match encoding {
            Encoding::Ebcdic1047 => CodePage::Cp1047,
            _ => CodePage::Cp500,
        };
        let side = if encoding == Encoding::Lbcd { Side::Right } else { Side::Left };
        let shape = Shape { filler, strip: filler.is_some(), page, ..Shape::new(class, form, max, end) };
        let (shape, lowered) = Shape { nibble: Some(NibblePad::new(side, 0)), ..shape }.bounded();
        losses.extend(lowered.map(|what| Loss::new(self.path, what)));
        if encoding == Encoding::Ebcdic && class != Class::N {
            losses.push(Loss::new(self.path, "the code of `|` is that of code page 500, and another one there"));
        }
        Ok(shape)
    }

    fn class_and_form(&self, encoding: Encoding) -> Result<(Class, DataForm), Reason> {
        let is_field = matches!(self.path.segments(), [_]);
        let is_track =
            matches!(self.keys.kind, Kind::Track2 | Kind::Track3) || is_field && matches!(self.number, 35 | 36);
        let is_bytes = matches!(self.keys.kind, Kind::Binary | Kind::Hex | Kind::Bitmap);
        let text = match self.keys.kind {
            _ if is_track => Class::Z,
            Kind::Numeric => Class::N,
            _ => Class::Ans,
        };
        let digits = if is_track { Class::Z } else { Class::N };
        Ok(match encoding {
            Encoding::Binary if is_bytes => (Class::B, DataForm::Raw),
            Encoding::HexToASCII => (Class::B, DataForm::Hex),
            // The value is hex text; here it is the bytes that it stands for.
            Encoding::ASCIIToHex => (Class::B, DataForm::Raw),
            Encoding::Ascii if is_bytes => (Class::Ansb, DataForm::Ascii),
            Encoding::Ascii => (text, DataForm::Ascii),
            Encoding::Binary if text == Class::Ans => (text, DataForm::Opaque),
            Encoding::Binary => (text, DataForm::Ascii),
            Encoding::Bcd | Encoding::Lbcd if is_bytes => return Err("bytes in BCD cannot be told from digits".into()),
            Encoding::Bcd | Encoding::Lbcd => (digits, DataForm::Bcd),
            Encoding::Ebcdic | Encoding::Ebcdic1047 if is_bytes => (Class::Ansb, DataForm::Ebcdic),
            Encoding::Ebcdic | Encoding::Ebcdic1047 => (text, DataForm::Ebcdic),
            Encoding::BerTlvTag | Encoding::Nothing => return Err("its encoding is one of tags only".into()),
        })
    }

    fn filler(&self, class: Class, form: DataForm, losses: &mut Vec<Loss>) -> Option<Filler> {
        let filler = filler(self.keys.padding.as_ref()?)?;
        let is_possible = filler.is_some_and(|filler| class.admits(filler.character) || form == DataForm::Opaque);
        if !is_possible || class == Class::Xn {
            losses.push(Loss::new(self.path, "what fills it up is dropped: it is no character of its class"));
        }
        filler.filter(|_| is_possible)
    }
}

/// What padding says; inside, nothing where it is no single character of Latin-1.
fn filler(padding: &PaddingKeys) -> Option<Option<Filler>> {
    let side = match padding.kind {
        PaddingKind::None => return None,
        PaddingKind::Left => Side::Left,
        PaddingKind::Right => Side::Right,
    };
    let mut characters = padding.pad.as_deref().unwrap_or("").chars();
    let character = match (characters.next(), characters.next()) {
        (Some(character), None) => u8::try_from(character).ok(),
        _ => None,
    };
    Some(character.map(|character| Filler { side, character }))
}

/// What delimits a field, as its prefix says.
pub(super) fn end(keys: &FieldKeys) -> Result<End, Reason> {
    let Some(prefix) = keys.prefix.as_deref() else { return Err("it has no prefix".into()) };
    match prefix.split_once('.') {
        Some(("None", "Fixed")) => Ok(End::Rest),
        Some(("ASCII" | "BCD" | "Hex" | "EBCDIC" | "Binary", "Fixed")) => Ok(End::Fixed),
        _ => self::prefix(prefix).map(End::Prefix),
    }
}

/// A length prefix by its name.
pub(super) fn prefix(name: &str) -> Result<Prefix, Reason> {
    let unknown = || Reason(format!("`{name}` is no prefix that is known"));
    if name == "BerTLV" {
        return Ok(Prefix::new(PrefixForm::Ber, 0));
    }
    let (family, letters) = name.split_once('.').ok_or_else(unknown)?;
    let width = u8::try_from(letters.len()).unwrap_or(u8::MAX);
    if letters.is_empty() || width > 6 || letters.bytes().any(|letter| letter != b'L') {
        return Err(unknown());
    }
    let form = match family {
        "ASCII" => PrefixForm::Ascii,
        "BCD" => PrefixForm::Bcd,
        "EBCDIC" | "EBCDIC1047" => PrefixForm::Ebcdic,
        "Binary" => PrefixForm::Binary,
        // Its letters are bytes, each of two hex digits.
        "Hex" if width <= 3 => return Ok(Prefix::new(PrefixForm::Hex, width.saturating_mul(2))),
        "Hex" => return Err(Reason(format!("the prefix `{name}` is wider than six digits"))),
        _ => return Err(unknown()),
    };
    if form == PrefixForm::Binary && width > 4 {
        return Err(unknown());
    }
    Ok(Prefix::new(form, width))
}
