//! The units of an input in the order in which they are written: characters in Latin-1, or bytes.

use crate::error::EncodeErrorKind;
use crate::value::{Input, Value};
use crate::wire::{Class, Coding, DataForm, HexCase};
use core::str::Chars;

/// A number in decimal: at most twenty digits, in front of them a sign and zeros.
#[derive(Clone, Copy)]
pub(super) struct Decimal {
    sign: Option<u8>,
    zeros: usize,
    digits: [u8; 20],
    /// Where the first digit is.
    start: usize,
}

impl Decimal {
    /// A number as a coding takes it, filled up to `fixed` units. A sign is written only where one belongs.
    fn new(negative: bool, number: u64, class: Class, fixed: usize) -> Self {
        let sign = match (class, negative) {
            (Class::Xn, false) => Some(b'C'),
            (Class::Xn, true) => Some(b'D'),
            (_, true) => Some(b'-'),
            _ => None,
        };
        Decimal::with_sign(sign, number, fixed)
    }

    fn with_sign(sign: Option<u8>, number: u64, fixed: usize) -> Self {
        let (mut digits, mut start, mut rest) = ([0; 20], 0, number);
        for (at, place) in digits.iter_mut().enumerate().rev() {
            *place = b'0' | (rest % 10) as u8;
            start = at;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let short = Decimal { sign, zeros: 0, digits, start };
        Decimal { zeros: fixed.saturating_sub(short.len()), ..short }
    }

    fn digits(&self) -> &[u8] {
        self.digits.get(self.start..).unwrap_or(&[])
    }

    fn len(&self) -> usize {
        self.digits().len().saturating_add(self.zeros).saturating_add(usize::from(self.sign.is_some()))
    }

    fn unit(&self, at: usize) -> Option<u8> {
        let Some(at) = at.checked_sub(usize::from(self.sign.is_some())) else { return self.sign };
        match at.checked_sub(self.zeros) {
            None => Some(b'0'),
            Some(digit) => self.digits().get(digit).copied(),
        }
    }
}

/// The units of an input, in the terms of one coding.
#[derive(Clone)]
pub(super) enum Units<'v> {
    /// Bytes, or characters that are their Latin-1 codes.
    Bytes(&'v [u8]),
    /// Characters of the code page of EBCDIC data.
    Text(Chars<'v>, Coding),
    /// Pairs of hex digits for binary data.
    Hex(&'v [u8]),
    Value(Value<'v>, Coding, usize),
    Decimal(Decimal, usize),
    /// Content in its form on the wire, and how many units it is.
    #[cfg_attr(not(feature = "alloc"), allow(dead_code, reason = "an owned message is made of such"))]
    Wire(&'v [u8], usize),
}

impl<'v> Units<'v> {
    /// `fixed` is the length that a number is filled up to; 0 where none is fixed.
    pub(super) fn new(input: Input<'v>, coding: &Coding, fixed: usize) -> Result<Self, EncodeErrorKind> {
        match input {
            Input::Text(text) if coding.class.is_binary() => hex(text.as_bytes()),
            Input::Text(text) if text.is_ascii() => Ok(Units::Bytes(text.as_bytes())),
            Input::Text(text) => Ok(Units::Text(text.chars(), *coding)),
            Input::Bytes(bytes) => Ok(Units::Bytes(bytes)),
            Input::Number(_) | Input::Signed(_) | Input::Amount { .. } if coding.class.is_binary() => {
                Err(EncodeErrorKind::BadHex)
            }
            Input::Number(_) if coding.class == Class::Xn => {
                Err(EncodeErrorKind::BadCharacter { position: 1, class: coding.class.notation() })
            }
            Input::Number(number) => Ok(Units::Decimal(Decimal::new(false, number, coding.class, fixed), 0)),
            Input::Signed(number) => {
                let decimal = Decimal::new(number < 0, number.unsigned_abs(), coding.class, fixed);
                Ok(Units::Decimal(decimal, 0))
            }
            Input::Amount { is_debit, minor } => {
                Ok(Units::Decimal(Decimal::with_sign(Some(if is_debit { b'D' } else { b'C' }), minor, fixed), 0))
            }
            Input::Value(value) if value.is_binary() != coding.class.is_binary() => converted(value, coding),
            Input::Value(value) => match value.as_bytes() {
                Some(bytes) if value.is_opaque() && coding.form != DataForm::Opaque => opaque(bytes),
                Some(bytes) => Ok(Units::Bytes(bytes)),
                None => Ok(Units::Value(value, *coding, 0)),
            },
        }
    }

    /// Digits, characters or bytes.
    pub(super) fn len(&self) -> usize {
        match self {
            Units::Bytes(bytes) => bytes.len(),
            Units::Text(text, _) => text.clone().count(),
            Units::Hex(digits) => digits.len() / 2,
            Units::Value(value, ..) => value.len(),
            Units::Decimal(decimal, _) => decimal.len(),
            Units::Wire(_, units) => *units,
        }
    }

    /// The one form that can be checked and copied as a whole.
    pub(super) fn as_bytes(&self) -> Option<&'v [u8]> {
        match self {
            Units::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Whether each unit is one that class and form admit, and has a code.
    pub(super) fn check(&self, coding: &Coding) -> Result<(), EncodeErrorKind> {
        let mut rest = self.clone();
        for (at, unit) in core::iter::from_fn(|| rest.step()).enumerate() {
            let position = at.saturating_add(1);
            let unit = unit.ok_or(EncodeErrorKind::NoCode { position })?;
            if !coding.admits_unit(at, unit) {
                return Err(EncodeErrorKind::BadCharacter { position, class: coding.class.notation() });
            }
        }
        Ok(())
    }

    /// The next unit; `Some(None)` for a character without a code.
    fn step(&mut self) -> Option<Option<u8>> {
        match self {
            Units::Bytes(bytes) => {
                let (first, rest) = bytes.split_first()?;
                *bytes = rest;
                Some(Some(*first))
            }
            Units::Text(text, coding) => {
                let character = text.next()?;
                Some(code_of(character, coding))
            }
            Units::Hex(digits) => {
                let ([high, low], rest) = digits.split_first_chunk()?;
                *digits = rest;
                Some(HexCase::Any.value(*high).zip(HexCase::Any.value(*low)).map(|(high, low)| high << 4 | low))
            }
            Units::Value(value, coding, at) => {
                let unit = value.unit(*at)?;
                *at = at.wrapping_add(1);
                Some(if value.is_binary() { Some(unit) } else { code_of(value.character(unit), coding) })
            }
            Units::Decimal(decimal, at) => {
                let unit = decimal.unit(*at)?;
                *at = at.wrapping_add(1);
                Some(Some(unit))
            }
            Units::Wire(..) => None,
        }
    }
}

impl Iterator for Units<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        self.step().map(|unit| unit.unwrap_or(0))
    }
}

/// Opaque data for another form: only ASCII means the same there.
fn opaque(bytes: &[u8]) -> Result<Units<'_>, EncodeErrorKind> {
    match bytes.iter().position(|byte| !byte.is_ascii()) {
        Some(at) => Err(EncodeErrorKind::NoCode { position: at.saturating_add(1) }),
        None => Ok(Units::Bytes(bytes)),
    }
}

/// The code in Latin-1 by which a coding knows a character; `None` when it does not.
fn code_of(character: char, coding: &Coding) -> Option<u8> {
    match coding.form {
        DataForm::Ebcdic => coding.page.latin1(character),
        DataForm::Opaque => u8::try_from(u32::from(character)).ok().filter(u8::is_ascii),
        _ => u8::try_from(u32::from(character)).ok(),
    }
}

fn hex(digits: &[u8]) -> Result<Units<'_>, EncodeErrorKind> {
    if crate::wire::hex::is_pairs(digits) { Ok(Units::Hex(digits)) } else { Err(EncodeErrorKind::BadHex) }
}

/// A binary value for a text field, or the other way round: only where the text lies in ASCII, as hex digits.
fn converted<'v>(value: Value<'v>, coding: &Coding) -> Result<Units<'v>, EncodeErrorKind> {
    match value.as_bytes() {
        Some(digits) if coding.class.is_binary() => hex(digits),
        _ => Err(EncodeErrorKind::BadHex),
    }
}
