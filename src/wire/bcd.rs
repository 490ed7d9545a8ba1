//! Packed decimal: two digits a byte, and the nibble that fills up an odd number.

use super::class;

/// A side of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Before the first digit or character.
    Left,
    /// Behind the last digit or character.
    Right,
}

/// What fills up an odd number of BCD digits: the side, the nibble as written, and the nibbles accepted when reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NibblePad {
    side: Side,
    written: u8,
    accepted: u16,
}

impl NibblePad {
    /// A pad that is accepted only as it is written. A nibble above 15 is refused by the rules of a spec.
    #[must_use]
    pub const fn new(side: Side, nibble: u8) -> Self {
        NibblePad { side, written: nibble, accepted: if nibble < 16 { 1 << nibble } else { 0 } }
    }

    /// Accepts these nibbles too when reading: `accepting(&[0x0, 0xF])`. A nibble above 15 is refused by the rules of a
    /// spec.
    #[must_use]
    pub const fn accepting(self, nibbles: &[u8]) -> Self {
        let (mut pad, mut rest) = (self, nibbles);
        while let [nibble, tail @ ..] = rest {
            match *nibble {
                0..=15 => pad.accepted |= 1 << *nibble,
                _ => pad.written = *nibble,
            }
            rest = tail;
        }
        pad
    }

    /// Accepts the nibbles whose bits are set.
    #[cfg_attr(not(feature = "serde"), allow(dead_code, reason = "made by spec files only"))]
    pub(crate) const fn accepting_set(self, nibbles: u16) -> Self {
        NibblePad { accepted: self.accepted | nibbles, ..self }
    }

    /// The side of the pad.
    #[must_use]
    pub const fn side(self) -> Side {
        self.side
    }

    /// The nibble as written.
    #[must_use]
    pub const fn written(self) -> u8 {
        self.written
    }

    /// The nibbles accepted when reading: bit k stands for nibble k.
    #[must_use]
    pub const fn accepted(self) -> u16 {
        self.accepted
    }

    /// The same pad, accepted whatever its nibble.
    pub(crate) const fn any(self) -> Self {
        NibblePad { accepted: u16::MAX, ..self }
    }

    pub(crate) const fn is_well_formed(self) -> bool {
        self.written < 16 && self.accepted >> self.written & 1 == 1
    }

    /// Whether reading tells an odd number of digits from an even one by the pad alone.
    pub(crate) const fn tells_odd(self) -> bool {
        self.written > 9 && self.accepted == 1 << self.written
    }

    /// Whether every nibble that is accepted is a digit.
    pub(crate) const fn is_digit(self) -> bool {
        self.accepted >> 10 == 0
    }

    const fn accepts(self, nibble: u8) -> bool {
        self.accepted >> nibble & 1 == 1
    }
}

/// The bytes that `digits` digits take.
#[inline]
pub(crate) const fn bytes(digits: usize) -> usize {
    digits.div_ceil(2)
}

/// The digits, packed or in hex, of `bytes` bytes.
#[inline]
pub(crate) const fn digits(bytes: usize) -> usize {
    bytes.saturating_mul(2)
}

/// Nibble number `at`, counted from the high nibble of the first byte; 0 beyond the end.
#[inline]
pub(crate) fn nibble(packed: &[u8], at: usize) -> u8 {
    let byte = packed.get(at / 2).copied().unwrap_or(0);
    if at.is_multiple_of(2) { byte >> 4 } else { byte & 15 }
}

/// Writes nibble number `at`; beyond the end nothing.
#[cfg(feature = "alloc")]
pub(crate) fn set_nibble(packed: &mut [u8], at: usize, nibble: u8) {
    if let Some(byte) = packed.get_mut(at / 2) {
        *byte = if at.is_multiple_of(2) { nibble << 4 | *byte & 15 } else { *byte & 0xF0 | nibble & 15 };
    }
}

/// Where the pad nibble of an odd number of digits in `length` bytes stands.
pub(crate) const fn pad_at(length: usize, pad: NibblePad) -> usize {
    match pad.side {
        Side::Left => 0,
        Side::Right => digits(length).saturating_sub(1),
    }
}

/// Whether the pad nibble is there: tells an odd number of digits where the pad can be no digit.
pub(crate) fn is_padded(packed: &[u8], pad: NibblePad) -> bool {
    let nibble = match pad.side {
        Side::Left => packed.first().map(|first| first >> 4),
        Side::Right => packed.last().map(|last| last & 15),
    };
    nibble.is_some_and(|nibble| pad.accepts(nibble))
}

/// Whether all nibbles are digits, the pad of an odd number apart, which must be one of those accepted.
#[inline(always)]
pub(crate) fn well_formed(packed: &[u8], odd: bool, pad: NibblePad) -> bool {
    if !odd {
        return class::bcd_digits(packed);
    }
    match pad.side {
        Side::Left => packed
            .split_first()
            .is_some_and(|(first, rest)| pad.accepts(first >> 4) && first & 15 <= 9 && class::bcd_digits(rest)),
        Side::Right => packed
            .split_last()
            .is_some_and(|(last, rest)| pad.accepts(last & 15) && last >> 4 <= 9 && class::bcd_digits(rest)),
    }
}

/// Whether the pad of an odd number of digits is one of those accepted, the digits being of any value.
#[inline]
pub(crate) fn pad_accepted(packed: &[u8], odd: bool, pad: NibblePad) -> bool {
    !odd || is_padded(packed, pad)
}

/// Packs nibbles into `out`, which has the room for them, filling up an odd number.
pub(crate) fn pack(nibbles: impl Iterator<Item = u8>, odd: bool, pad: NibblePad, out: &mut [u8]) {
    let lead = (odd && pad.side == Side::Left).then_some(pad.written);
    let mut all = lead.into_iter().chain(nibbles);
    for byte in out {
        let high = all.next().unwrap_or(pad.written);
        let low = all.next().unwrap_or(pad.written);
        *byte = high << 4 | low & 15;
    }
}

/// Packs digits or track characters given in ASCII into `out`, which has the room for them, filling up an odd number.
pub(crate) fn pack_ascii(digits: &[u8], pad: NibblePad, out: &mut [u8]) {
    match (digits.len() % 2 == 1, pad.side, digits, out) {
        (true, Side::Left, [first, pairs @ ..], [byte, rest @ ..]) => {
            *byte = pad.written << 4 | nibble_of(*first);
            pack_pairs(pairs, rest);
        }
        (true, Side::Right, [pairs @ .., last], [rest @ .., byte]) => {
            *byte = nibble_of(*last) << 4 | pad.written;
            pack_pairs(pairs, rest);
        }
        (_, _, digits, out) => pack_pairs(digits, out),
    }
}

/// Packs an even number of digits, hex digits or track characters into `out`, which has half as many places.
pub(crate) fn pack_pairs(digits: &[u8], out: &mut [u8]) {
    let (words, rest) = digits.as_chunks::<8>();
    let (fours, last) = out.as_chunks_mut::<4>();
    for (four, word) in fours.iter_mut().zip(words) {
        *four = packed(u64::from_le_bytes(*word)).to_le_bytes();
    }
    for (byte, [high, low]) in last.iter_mut().zip(rest.as_chunks::<2>().0) {
        *byte = nibble_of(*high) << 4 | nibble_of(*low);
    }
}

/// The nibble of a digit, a hex digit in either case, or a track character (`=` and `D` are both nibble D).
const fn nibble_of(digit: u8) -> u8 {
    // Modulo 16, so nothing above matters.
    digit.wrapping_add((digit >> 6).wrapping_mul(9)) & 15
}

/// Eight of them at once, the first in the lowest byte, as [`nibble_of`] does one.
const fn packed(digits: u64) -> u32 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (low, high) = (digits & (ONES * 15), digits >> 6 & (ONES * 3));
    // No byte comes to more than 15 + 3 * 9.
    let nibbles = low.wrapping_add(high.wrapping_mul(9)) & (ONES * 15);
    let bytes = (nibbles << 4 | nibbles >> 8) & 0x00FF_00FF_00FF_00FF;
    let pairs = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF;
    (pairs | pairs >> 16) as u32
}

/// Unpacks nibbles, from number `lead` on, as the characters that `digit` makes of them.
#[inline(always)]
pub(crate) fn unpack(packed: &[u8], lead: usize, out: &mut [u8], digit: impl Fn(u8) -> u8) {
    let out = match (lead % 2, out) {
        (1, [first, rest @ ..]) => {
            *first = digit(nibble(packed, lead));
            rest
        }
        (_, out) => out,
    };
    let packed = packed.get(lead.div_ceil(2)..).unwrap_or(&[]);
    for (pair, byte) in out.chunks_mut(2).zip(packed) {
        match pair {
            [high, low] => (*high, *low) = (digit(byte >> 4), digit(byte & 15)),
            [high] => *high = digit(byte >> 4),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_odd_numbers_on_either_side() {
        let mut out = [0; 2];
        pack([1, 2, 3].into_iter(), true, NibblePad::new(Side::Left, 0), &mut out);
        assert_eq!(out, [0x01, 0x23]);
        pack([1, 2, 3].into_iter(), true, NibblePad::new(Side::Right, 15), &mut out);
        assert_eq!(out, [0x12, 0x3F]);
    }

    #[test]
    fn packs_ascii_as_it_packs_nibbles() {
        for pad in [NibblePad::new(Side::Left, 0), NibblePad::new(Side::Right, 15)] {
            for digits in [&b""[..], b"9", b"12", b"123", b"1234567", b"12345678", b"123456789012345678901"] {
                let (mut one, mut other) = ([0xEE; 11], [0xEE; 11]);
                let length = bytes(digits.len());
                pack(digits.iter().map(|digit| digit & 15), digits.len() % 2 == 1, pad, &mut one[..length]);
                pack_ascii(digits, pad, &mut other[..length]);
                assert_eq!(one, other, "{digits:?}");
            }
        }
    }

    #[test]
    fn eight_digits_are_packed_as_one_is() {
        for digits in [*b"01234567", *b"89:;<=>?", *b"89ABCDEF", *b"09abcdef", *b"4111=D49"] {
            let one_by_one =
                digits.as_chunks::<2>().0.iter().map(|[high, low]| nibble_of(*high) << 4 | nibble_of(*low));
            assert!(packed(u64::from_le_bytes(digits)).to_le_bytes().into_iter().eq(one_by_one));
        }
    }

    #[test]
    fn the_pad_is_checked_apart_from_the_digits() {
        let right_0_or_f = NibblePad::new(Side::Right, 0).accepting(&[15]);
        assert!(well_formed(&[0x12, 0x3F], true, right_0_or_f));
        assert!(!well_formed(&[0x12, 0x31], true, right_0_or_f));
        assert!(!well_formed(&[0x12, 0x3F], false, right_0_or_f));
        assert!(!well_formed(&[], true, right_0_or_f));
    }
}
