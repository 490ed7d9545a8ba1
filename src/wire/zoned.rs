//! Zoned decimal in EBCDIC: the zone of the last digit carries the sign.
//!
//! The value is that of `x+n`: a sign C or D, then the digits. Zone D is a debit, zone C or F a credit; F is written.

const ZONE_DEBIT: u8 = 0xD0;
const ZONE_CREDIT: u8 = 0xC0;
const ZONE_UNSIGNED: u8 = 0xF0;

/// Character `at` of the value: 0 is the sign.
pub(crate) fn character(content: &[u8], at: usize) -> u8 {
    match at.checked_sub(1) {
        None if content.last().is_some_and(|last| last & 0xF0 == ZONE_DEBIT) => b'D',
        None => b'C',
        Some(digit) => b'0' | (content.get(digit).copied().unwrap_or(0) & 15),
    }
}

/// Where the first byte that is no zoned digit stands.
pub(crate) fn first_bad(content: &[u8]) -> Option<usize> {
    let last = content.len().checked_sub(1)?;
    content.iter().enumerate().position(|(at, &byte)| {
        let zone = byte & 0xF0;
        let signed = at == last && (zone == ZONE_DEBIT || zone == ZONE_CREDIT);
        byte & 15 > 9 || !(zone == ZONE_UNSIGNED || signed)
    })
}

/// Writes the sign and the digits, given in ASCII.
pub(crate) fn write(mut characters: impl Iterator<Item = u8>, out: &mut [u8]) {
    let debit = characters.next() == Some(b'D');
    for (place, digit) in out.iter_mut().zip(characters) {
        *place = ZONE_UNSIGNED | digit & 15;
    }
    if let (true, Some(last)) = (debit, out.last_mut()) {
        *last = ZONE_DEBIT | *last & 15;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_zone_is_the_sign() {
        let mut out = [0; 3];
        write(b"D123".iter().copied(), &mut out);
        assert_eq!(out, [0xF1, 0xF2, 0xD3]);
        assert_eq!([0, 1, 2, 3].map(|at| character(&out, at)), *b"D123");
        assert_eq!(first_bad(&out), None);
        assert_eq!(first_bad(&[0xF1, 0xD2, 0xF3]), Some(1));
        assert_eq!(first_bad(&[0xF1, 0xFA]), Some(1));
    }
}
