//! How the characters or bytes of a value lie on the wire: the one choice between data forms.

use super::bcd::{self, NibblePad, Side};
use super::class::{self, Class};
use super::ebcdic::CodePage;
use super::hex::{self, HexCase, HexText};
use super::zoned;

/// The form of the content of a field on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DataForm {
    /// One ASCII character a byte.
    Ascii,
    /// One byte a character, of a charset that this crate does not know (GBK, Latin-1): any byte is accepted.
    Opaque,
    /// One EBCDIC character a byte.
    Ebcdic,
    /// Two digits a byte; the sign of `x+n` is a byte of its own in front.
    Bcd,
    /// Bytes as they are.
    Raw,
    /// Two hex digits in ASCII for each byte.
    Hex,
    /// Two hex digits in EBCDIC for each byte.
    EbcdicHex,
    /// EBCDIC digits, the zone of the last being the sign: for `x+n`.
    Zoned,
}

/// Everything that turns content on the wire into a value and back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Coding {
    pub(crate) class: Class,
    pub(crate) form: DataForm,
    pub(crate) page: CodePage,
    /// The sign of `x+n` before BCD digits is an EBCDIC letter.
    pub(crate) ebcdic_sign: bool,
    pub(crate) pad: NibblePad,
    pub(crate) case: HexCase,
}

/// What is wrong with a byte of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    Character,
    Nibble,
    Pad,
    Sign,
}

const EBCDIC_C: u8 = 0xC3;
const EBCDIC_D: u8 = 0xC4;

impl Coding {
    /// Whether the data form can carry the class at all.
    pub(crate) const fn is_possible(class: Class, form: DataForm) -> bool {
        match form {
            DataForm::Raw | DataForm::Hex | DataForm::EbcdicHex => {
                matches!(class, Class::B | Class::Anb | Class::Ansb)
            }
            DataForm::Zoned => matches!(class, Class::Xn),
            DataForm::Opaque => !matches!(class, Class::B | Class::N | Class::Xn | Class::Z),
            DataForm::Bcd => !matches!(class, Class::B | Class::Anb | Class::Ansb),
            DataForm::Ascii | DataForm::Ebcdic => !matches!(class, Class::B),
        }
    }

    /// The bytes on the wire of a value of `units` digits, characters or bytes.
    #[inline]
    pub(crate) const fn bytes(&self, units: usize) -> usize {
        match self.form {
            DataForm::Ascii | DataForm::Opaque | DataForm::Ebcdic | DataForm::Raw => units,
            DataForm::Bcd => match self.class {
                Class::Xn => match units.checked_sub(1) {
                    Some(digits) => bcd::bytes(digits).saturating_add(1),
                    None => 0,
                },
                _ => bcd::bytes(units),
            },
            DataForm::Hex | DataForm::EbcdicHex => units.saturating_mul(2),
            DataForm::Zoned => units.saturating_sub(1),
        }
    }

    /// Whether units lie on the wire as they are, one byte each.
    pub(crate) const fn is_plain(&self) -> bool {
        matches!(self.form, DataForm::Ascii | DataForm::Opaque | DataForm::Raw)
    }

    /// Whether units given in ASCII can be checked and written as a whole.
    pub(crate) fn takes_whole(&self) -> bool {
        self.is_plain() || self.is_packed_track() || (self.form == DataForm::Bcd && self.class == Class::N)
    }

    /// Whether units are track characters, two a byte.
    pub(crate) fn is_packed_track(&self) -> bool {
        self.form == DataForm::Bcd && self.class == Class::Z
    }

    /// Whether units given in ASCII are all of the class, where [`Coding::takes_whole`].
    pub(crate) fn admits_whole(&self, units: &[u8]) -> bool {
        match self.form {
            DataForm::Bcd => self.class.admits_all(units),
            _ => self.is_well_formed(units, units.len()),
        }
    }

    /// Writes units given in ASCII, where [`Coding::takes_whole`]; `out` has [`Coding::bytes`] places.
    pub(crate) fn write_whole(&self, units: &[u8], out: &mut [u8]) {
        match self.form {
            DataForm::Bcd => bcd::pack_ascii(units, self.pad, out),
            _ => out.copy_from_slice(units),
        }
    }

    /// Whether so many bytes can be content: hex has pairs.
    pub(crate) const fn fits(&self, bytes: usize) -> bool {
        !matches!(self.form, DataForm::Hex | DataForm::EbcdicHex) || bytes.is_multiple_of(2)
    }

    /// The digits, characters or bytes in content of which only the size is known; `None` when it is half a byte.
    pub(crate) fn units(&self, content: &[u8]) -> Option<usize> {
        let length = content.len();
        match self.form {
            DataForm::Ascii | DataForm::Opaque | DataForm::Ebcdic | DataForm::Raw => Some(length),
            DataForm::Bcd => {
                let (sign, digits) = self.split_sign(content);
                let odd = self.pad.tells_odd() && bcd::is_padded(digits, self.pad);
                Some(bcd::digits(digits.len()).saturating_sub(usize::from(odd)).saturating_add(sign.len()))
            }
            DataForm::Hex | DataForm::EbcdicHex => length.is_multiple_of(2).then_some(length / 2),
            DataForm::Zoned => Some(if length == 0 { 0 } else { length.saturating_add(1) }),
        }
    }

    /// Whether an odd number of digits looks like an even one.
    pub(crate) const fn hides_odd(&self) -> bool {
        matches!(self.form, DataForm::Bcd) && !self.pad.tells_odd()
    }

    /// Whether content of `units` digits, characters or bytes is what class and form say.
    #[inline]
    pub(crate) fn is_well_formed(&self, content: &[u8], units: usize) -> bool {
        match (self.form, self.class) {
            (DataForm::Raw | DataForm::Opaque, _) => true,
            (DataForm::Ascii, Class::Xn) => match content.split_first() {
                Some((b'C' | b'D', digits)) => class::digits(digits),
                Some(_) => false,
                None => true,
            },
            (DataForm::Ascii, class) => class.admits_all(content),
            (DataForm::Bcd, Class::N) => bcd::well_formed(content, units % 2 == 1, self.pad),
            (DataForm::Bcd, Class::Z) => bcd::pad_accepted(content, units % 2 == 1, self.pad),
            (DataForm::Ebcdic, Class::N) => class::ebcdic_digits(content),
            _ => self.first_flaw(content, units, false).is_none(),
        }
    }

    /// The first byte that class and form do not admit; the sign of `x+n` may be asked to be left alone.
    pub(crate) fn first_flaw(&self, content: &[u8], units: usize, any_sign: bool) -> Option<(usize, Flaw)> {
        match self.form {
            DataForm::Raw | DataForm::Opaque => None,
            DataForm::Hex => Self::not_hex(content, HexText::Ascii, self.case),
            DataForm::EbcdicHex => Self::not_hex(content, HexText::Ebcdic, self.case),
            DataForm::Zoned => zoned::first_bad(content).map(|at| (at, Flaw::Character)),
            DataForm::Bcd => self.first_bad_nibble(content, units, any_sign),
            DataForm::Ascii | DataForm::Ebcdic => self.first_bad_character(content, any_sign),
        }
    }

    fn not_hex(content: &[u8], text: HexText, case: HexCase) -> Option<(usize, Flaw)> {
        hex::first_bad(content, text, case).map(|at| (at, Flaw::Character))
    }

    fn first_bad_character(&self, content: &[u8], any_sign: bool) -> Option<(usize, Flaw)> {
        let ascii = |byte: u8| if self.form == DataForm::Ebcdic { self.page.decode(byte) } else { byte };
        let (sign, characters) = self.split_sign(content);
        if let [sign] = sign
            && !any_sign
            && !matches!(ascii(*sign), b'C' | b'D')
        {
            return Some((0, Flaw::Sign));
        }
        let bad = characters.iter().position(|&byte| !self.class.admits(ascii(byte)))?;
        Some((bad.saturating_add(sign.len()), Flaw::Character))
    }

    fn first_bad_nibble(&self, content: &[u8], units: usize, any_sign: bool) -> Option<(usize, Flaw)> {
        let (sign, packed) = self.split_sign(content);
        if let [sign] = sign
            && !any_sign
            && self.sign_letter(*sign).is_none()
        {
            return Some((0, Flaw::Sign));
        }
        let odd = units.saturating_sub(sign.len()) % 2 == 1;
        let pad = odd.then(|| bcd::pad_at(packed.len(), self.pad));
        (0..bcd::digits(packed.len())).find_map(|at| {
            let flaw = if Some(at) == pad {
                (!bcd::is_padded(packed, self.pad)).then_some(Flaw::Pad)
            } else {
                (!self.class.admits(self.nibble_character(bcd::nibble(packed, at)))).then_some(Flaw::Nibble)
            };
            flaw.map(|flaw| ((at / 2).saturating_add(sign.len()), flaw))
        })
    }

    /// The sign byte of `x+n`, where it stands apart, and the rest.
    fn split_sign<'a>(&self, content: &'a [u8]) -> (&'a [u8], &'a [u8]) {
        let sign = usize::from(self.class == Class::Xn && self.form != DataForm::Zoned);
        content.split_at_checked(sign).unwrap_or((&[], content))
    }

    fn sign_letter(&self, byte: u8) -> Option<u8> {
        match (self.ebcdic_sign, byte) {
            (false, b'C' | b'D') => Some(byte),
            (true, EBCDIC_C) => Some(b'C'),
            (true, EBCDIC_D) => Some(b'D'),
            _ => None,
        }
    }

    /// Whether the sign of `x+n` is neither C nor D, in content that a lenient parse accepted.
    pub(crate) fn has_odd_sign(&self, content: &[u8]) -> bool {
        let ebcdic = self.form == DataForm::Ebcdic || (self.form == DataForm::Bcd && self.ebcdic_sign);
        match self.split_sign(content).0 {
            [sign] if ebcdic => !matches!(*sign, EBCDIC_C | EBCDIC_D),
            [sign] => !matches!(*sign, b'C' | b'D'),
            _ => false,
        }
    }

    /// Whether the pad nibble of an odd number of BCD digits is not the one that is written.
    pub(crate) fn has_other_pad(&self, content: &[u8], units: usize) -> bool {
        let (sign, packed) = self.split_sign(content);
        let odd = units.saturating_sub(sign.len()) % 2 == 1;
        odd && bcd::nibble(packed, bcd::pad_at(packed.len(), self.pad)) != self.pad.written()
    }

    /// A BCD nibble as a character of the wire: tracks count on from `9`, everything else has hex letters.
    fn nibble_character(&self, nibble: u8) -> u8 {
        match self.class {
            Class::Z => b'0' | nibble,
            _ => HexCase::Upper.digit(nibble),
        }
    }

    /// How many units of BCD content stand in front of the first digit: the left pad of an odd number.
    #[inline]
    pub(crate) fn lead(&self, units: usize) -> usize {
        if self.form != DataForm::Bcd {
            return 0;
        }
        let digits = units.saturating_sub(usize::from(self.class == Class::Xn));
        usize::from(digits % 2 == 1 && self.pad.side() == Side::Left)
    }

    /// Unit `at` of the value: the character in Latin-1, or the byte of a binary value.
    ///
    /// `lead` is what [`Coding::lead`] says of the number of units. What is malformed, in a message that was not
    /// checked, comes out as some character, never as a panic.
    #[inline]
    pub(crate) fn unit(&self, content: &[u8], lead: usize, at: usize) -> u8 {
        match self.form {
            DataForm::Ascii | DataForm::Opaque | DataForm::Raw => content.get(at).copied().unwrap_or(0),
            DataForm::Ebcdic => self.page.decode(content.get(at).copied().unwrap_or(0)),
            DataForm::Bcd => self.bcd_unit(content, lead, at),
            DataForm::Hex => hex::byte(content, at, HexText::Ascii, HexCase::Any).unwrap_or(0),
            DataForm::EbcdicHex => hex::byte(content, at, HexText::Ebcdic, HexCase::Any).unwrap_or(0),
            DataForm::Zoned => zoned::character(content, at),
        }
    }

    /// The first units of a value, into places for them.
    pub(crate) fn read(&self, content: &[u8], lead: usize, out: &mut [u8]) {
        match (self.form, self.class) {
            (DataForm::Ascii | DataForm::Opaque | DataForm::Raw, _) if content.len() == out.len() => {
                out.copy_from_slice(content);
            }
            (DataForm::Bcd, Class::Z) => bcd::unpack(content, lead, out, |nibble| b'0' | nibble),
            (DataForm::Bcd, Class::N) if class::bcd_digits(content) => {
                bcd::unpack(content, lead, out, |nibble| b'0' | nibble);
            }
            _ => out.iter_mut().enumerate().for_each(|(at, place)| *place = self.unit(content, lead, at)),
        }
    }

    fn bcd_unit(&self, content: &[u8], lead: usize, at: usize) -> u8 {
        let (sign, packed) = self.split_sign(content);
        match (sign, at.checked_sub(sign.len())) {
            ([sign], None) => self.sign_letter(*sign).unwrap_or(*sign),
            // The lead is 0 or 1, and no value is as long as a `usize` says.
            (_, digit) => match (self.class, bcd::nibble(packed, lead.wrapping_add(digit.unwrap_or(0)))) {
                (Class::Z, 0xD) => b'=',
                (_, nibble) => self.nibble_character(nibble),
            },
        }
    }

    /// Whether the form has a code for a filler.
    pub(crate) const fn can_fill(&self, character: u8) -> bool {
        match (self.form, self.class) {
            (DataForm::Bcd, Class::Z) => matches!(character, b'0'..=b'?'),
            (DataForm::Bcd, _) => HexCase::Upper.value(character).is_some(),
            _ => true,
        }
    }

    /// The code of a character in Latin-1 as this form writes it, where class and form admit it: a BCD nibble,
    /// a byte, a zoned digit. The sign of `x+n` is unit 0.
    pub(crate) fn admits_unit(&self, at: usize, character: u8) -> bool {
        match (self.class, self.form) {
            (Class::Xn, _) if at == 0 => matches!(character, b'C' | b'D'),
            (_, DataForm::Opaque) => true,
            (class, DataForm::Bcd) => {
                class.admits(character) && (class == Class::Z || HexCase::Upper.value(character).is_some())
            }
            (class, _) => class.admits(character),
        }
    }

    /// Writes `units` admitted units into `out`, which has [`Coding::bytes`] places.
    pub(crate) fn write(&self, mut value: impl Iterator<Item = u8>, units: usize, out: &mut [u8]) {
        match self.form {
            DataForm::Ascii | DataForm::Opaque | DataForm::Raw => fill(out, value),
            DataForm::Ebcdic => fill(out, value.map(|character| self.page.encode(character))),
            DataForm::Hex => hex::write(value, HexText::Ascii, self.case, out),
            DataForm::EbcdicHex => hex::write(value, HexText::Ebcdic, self.case, out),
            DataForm::Zoned => zoned::write(value, out),
            DataForm::Bcd => match (self.class, out) {
                (Class::Xn, [sign, packed @ ..]) => {
                    let credit = value.next() == Some(b'C');
                    *sign = match (self.ebcdic_sign, credit) {
                        (false, true) => b'C',
                        (false, false) => b'D',
                        (true, true) => EBCDIC_C,
                        (true, false) => EBCDIC_D,
                    };
                    bcd::pack(value.map(nibble_of), units.is_multiple_of(2), self.pad, packed);
                }
                (_, out) => bcd::pack(value.map(nibble_of), !units.is_multiple_of(2), self.pad, out),
            },
        }
    }
}

/// The nibble of a digit, a hex letter, or a track character (`=` and `D` are both nibble D).
fn nibble_of(character: u8) -> u8 {
    HexCase::Any.value(character).unwrap_or(character & 15)
}

#[inline]
fn fill(out: &mut [u8], value: impl Iterator<Item = u8>) {
    for (place, byte) in out.iter_mut().zip(value) {
        *place = byte;
    }
}
