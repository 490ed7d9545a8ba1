//! The units of an input in the order in which they are written: characters in Latin-1, or bytes.

use crate::error::EncodeErrorKind;
use crate::value::{Input, Value};
use crate::wire::{Coding, DataForm, HexCase};
use core::str::Chars;

/// A number in decimal, at most twenty digits.
#[derive(Clone, Copy)]
pub(super) struct Decimal {
    digits: [u8; 20],
    length: usize,
}

impl Decimal {
    fn new(number: u64) -> Self {
        let mut digits = [0; 20];
        let mut rest = number;
        let mut length = 0;
        for place in digits.iter_mut().rev() {
            *place = b'0' + (rest % 10) as u8;
            length += 1;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        Decimal { digits, length }
    }

    fn text(&self) -> &[u8] {
        self.digits.get(20 - self.length..).unwrap_or(&[])
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
    Value(Value<'v>, usize),
    Decimal(Decimal, usize),
}

impl<'v> Units<'v> {
    pub(super) fn new(input: Input<'v>, coding: &Coding) -> Result<Self, EncodeErrorKind> {
        match input {
            Input::Text(text) if coding.class.is_binary() => hex(text.as_bytes()),
            Input::Text(text) if text.is_ascii() || coding.form == DataForm::Opaque => {
                Ok(Units::Bytes(text.as_bytes()))
            }
            Input::Text(text) => Ok(Units::Text(text.chars(), *coding)),
            Input::Bytes(bytes) => Ok(Units::Bytes(bytes)),
            Input::Number(_) if coding.class.is_binary() => Err(EncodeErrorKind::BadHex),
            Input::Number(number) => Ok(Units::Decimal(Decimal::new(number), 0)),
            Input::Value(value) if value.is_binary() != coding.class.is_binary() => converted(value, coding),
            Input::Value(value) => match value.as_bytes() {
                Some(bytes) => Ok(Units::Bytes(bytes)),
                None => Ok(Units::Value(value, 0)),
            },
        }
    }

    /// Digits, characters or bytes.
    pub(super) fn len(&self) -> usize {
        match self {
            Units::Bytes(bytes) => bytes.len(),
            Units::Text(text, _) => text.clone().count(),
            Units::Hex(digits) => digits.len() / 2,
            Units::Value(value, _) => value.len(),
            Units::Decimal(decimal, _) => decimal.length,
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
        let mut at = 0;
        while let Some(unit) = rest.step() {
            let unit = unit.ok_or(EncodeErrorKind::NoCode { position: at + 1 })?;
            if !coding.admits_unit(at, unit) {
                let class = coding.class.notation();
                return Err(EncodeErrorKind::BadCharacter { position: at + 1, class });
            }
            at += 1;
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
                Some(match coding.form {
                    DataForm::Ebcdic => coding.page.latin1(character),
                    _ => u8::try_from(u32::from(character)).ok(),
                })
            }
            Units::Hex(digits) => {
                let ([high, low], rest) = digits.split_first_chunk()?;
                *digits = rest;
                Some(HexCase::Any.value(*high).zip(HexCase::Any.value(*low)).map(|(high, low)| high << 4 | low))
            }
            Units::Value(value, at) => {
                let unit = value.unit(*at)?;
                *at += 1;
                Some(Some(unit))
            }
            Units::Decimal(decimal, at) => {
                let digit = *decimal.text().get(*at)?;
                *at += 1;
                Some(Some(digit))
            }
        }
    }
}

impl Iterator for Units<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        self.step().map(|unit| unit.unwrap_or(0))
    }
}

fn hex(digits: &[u8]) -> Result<Units<'_>, EncodeErrorKind> {
    let whole = digits.len().is_multiple_of(2) && digits.iter().all(|&digit| HexCase::Any.value(digit).is_some());
    if whole { Ok(Units::Hex(digits)) } else { Err(EncodeErrorKind::BadHex) }
}

/// A binary value for a text field, or the other way round: only where the text lies in ASCII, as hex digits.
fn converted<'v>(value: Value<'v>, coding: &Coding) -> Result<Units<'v>, EncodeErrorKind> {
    match value.as_bytes() {
        Some(digits) if coding.class.is_binary() => hex(digits),
        _ => Err(EncodeErrorKind::BadHex),
    }
}
