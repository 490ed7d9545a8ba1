//! The message type and the bitmaps that follow it.

use super::fault::{Fault, array, fail, take};
use crate::error::{FieldPath, ParseErrorKind};
use crate::mti::Mti;
use crate::spec::{DataForm, Secondary, Third, Wire};
use crate::wire::{CodePage, HexCase};
use nom::IResult;

/// The message type.
#[inline(always)]
pub(super) fn mti<'a, F: Fault<'a>>(input: &'a [u8], form: DataForm) -> IResult<&'a [u8], Mti, F> {
    let (rest, digits) = match form {
        DataForm::Bcd => {
            let (rest, packed) = array::<2, F>(input)?;
            (rest, Mti::new(u16::from_be_bytes(packed)))
        }
        _ => {
            let (rest, digits) = array::<4, F>(input)?;
            (rest, Mti::from_ascii(digits.map(|digit| to_ascii(digit, form))))
        }
    };
    match digits {
        Some(mti) => Ok((rest, mti)),
        None => fail(input.get(first_bad_digit(input, form)..).unwrap_or(&[]), || ParseErrorKind::BadMti),
    }
}

#[inline(always)]
fn to_ascii(digit: u8, form: DataForm) -> u8 {
    if form == DataForm::Ebcdic { CodePage::Cp037.decode(digit) } else { digit }
}

fn first_bad_digit(input: &[u8], form: DataForm) -> usize {
    let is_bad = |&byte: &u8| match form {
        DataForm::Bcd => byte >> 4 > 9 || byte & 15 > 9,
        _ => !to_ascii(byte, form).is_ascii_digit(),
    };
    input.iter().position(is_bad).unwrap_or(0)
}

/// The words of up to three bitmaps, the bits that announce a bitmap cleared.
pub(super) struct Bitmaps {
    pub(super) words: [u64; 3],
    /// The field that is one of the bitmaps, when that is at fault.
    pub(super) number: Option<u16>,
}

impl Bitmaps {
    /// None yet.
    pub(super) const NONE: Self = Bitmaps { words: [0; 3], number: None };

    /// The path to name when the bitmaps are at fault.
    pub(super) fn path(&self) -> FieldPath {
        self.number.map_or(FieldPath::BITMAP, FieldPath::field)
    }
}

/// The bitmaps in front of the fields; in `found`, also those read before a fault.
#[inline(always)]
pub(super) fn bitmaps<'a, F: Fault<'a>>(
    input: &'a [u8],
    wire: &Wire,
    case: HexCase,
    found: &mut Bitmaps,
) -> IResult<&'a [u8], (), F> {
    let Some(form) = wire.bitmap else { return Ok((input, ())) };
    let (rest, first) = bitmap::<F>(input, form, case)?;
    let announced = first & FIRST_BIT != 0;
    found.words[0] = first & !FIRST_BIT;
    if wire.secondary == Secondary::AlwaysUnannounced && announced {
        return fail(input, || ParseErrorKind::UndefinedField);
    }
    if !announced && wire.secondary != Secondary::AlwaysUnannounced {
        return Ok((rest, ()));
    }
    let (rest, second) = bitmap::<F>(rest, form, case)?;
    found.words[1] = second;
    if wire.third != Third::Chain || second & FIRST_BIT == 0 {
        return Ok((rest, ()));
    }
    found.words[1] = second & !FIRST_BIT;
    found.number = Some(65);
    let (rest, third) = bitmap::<F>(rest, form, case)?;
    found.words[2] = third;
    Ok((rest, ()))
}

/// The bit of field 1, or 65: a further bitmap follows.
pub(crate) const FIRST_BIT: u64 = 1 << 63;

#[inline(always)]
fn bitmap<'a, F: Fault<'a>>(input: &'a [u8], form: DataForm, case: HexCase) -> IResult<&'a [u8], u64, F> {
    match form {
        DataForm::Hex | DataForm::EbcdicHex => hex_bitmap(input, form, case),
        _ => {
            let (rest, bytes) = array::<8, F>(input)?;
            Ok((rest, u64::from_be_bytes(bytes)))
        }
    }
}

fn hex_bitmap<'a, F: Fault<'a>>(input: &'a [u8], form: DataForm, case: HexCase) -> IResult<&'a [u8], u64, F> {
    let (rest, digits) = take::<F>(input, 16)?;
    let ascii = |digit: u8| if form == DataForm::EbcdicHex { CodePage::Cp037.decode(digit) } else { digit };
    let mut word = 0;
    for (at, &digit) in digits.iter().enumerate() {
        match case.value(ascii(digit)) {
            Some(nibble) => word = word << 4 | u64::from(nibble),
            None => return fail(input.get(at..).unwrap_or(&[]), || ParseErrorKind::BadBitmap),
        }
    }
    Ok((rest, word))
}
