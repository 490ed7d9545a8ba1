//! Decimal digits as a number, eight at a time.

/// So many digits fit 64 bits, whatever they are.
pub(crate) const MOST: usize = 19;

/// The number that comes of `digits` behind `number`, of which `power` has as many zeros as there are digits.
///
/// It is exact where no more than [`MOST`] digits come together.
#[inline(always)]
pub(crate) const fn append(number: u64, power: u64, digits: u64) -> u64 {
    number.wrapping_mul(power).wrapping_add(digits)
}

/// The number that the two digits of a byte are.
#[inline(always)]
pub(crate) const fn of_pair(byte: u8) -> u64 {
    append((byte >> 4) as u64, 10, (byte & 15) as u64)
}

/// The number that digits in ASCII are; `None` when there is none, more than [`MOST`], or something else among them.
#[inline]
pub(crate) fn of_ascii(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() || digits.len() > MOST {
        return None;
    }
    let (eights, rest) = digits.as_chunks::<8>();
    let mut number = 0u64;
    for eight in eights {
        number = append(number, 100_000_000, of_eight(*eight)?);
    }
    let (fours, rest) = rest.as_chunks::<4>();
    for four in fours {
        number = append(number, 10_000, of_four(*four)?);
    }
    for digit in rest {
        number = append(number, 10, u64::from(of_one(*digit)?));
    }
    Some(number)
}

#[inline(always)]
fn of_one(digit: u8) -> Option<u8> {
    Some(digit.wrapping_sub(b'0')).filter(|value| *value <= 9)
}

/// Neighbours are added in pairs, and those in pairs again.
#[inline(always)]
fn of_four(digits: [u8; 4]) -> Option<u64> {
    let values = u64::from(u32::from_le_bytes(digits) ^ 0x3030_3030);
    if (values | values.wrapping_add(0x0606_0606)) & 0xF0F0_F0F0 != 0 {
        return None;
    }
    let pairs = append(values, 10, values >> 8) & 0x00FF_00FF;
    Some(append(pairs, 100, pairs >> 16) & 0xFFFF)
}

#[inline(always)]
fn of_eight(digits: [u8; 8]) -> Option<u64> {
    let values = u64::from_le_bytes(digits) ^ 0x3030_3030_3030_3030;
    if (values | values.wrapping_add(0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 != 0 {
        return None;
    }
    let pairs = append(values, 10, values >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = append(pairs, 100, pairs >> 16) & 0x0000_FFFF_0000_FFFF;
    Some(append(fours, 10_000, fours >> 32) & 0xFFFF_FFFF)
}

/// The number that packed digits are, of which the first is nibble number `first`; `None` when there is none, more than
/// [`MOST`], or something else among them.
#[inline]
pub(crate) fn of_packed(packed: &[u8], first: usize, digits: usize) -> Option<u64> {
    if digits == 0 || digits > MOST {
        return None;
    }
    let packed = packed.get(first / 2..first.checked_add(digits)?.div_ceil(2))?;
    let (alone, rest) = packed.split_at_checked(first % 2)?;
    let (pairs, last) = rest.split_at_checked(digits.checked_sub(first % 2)? / 2)?;
    let mut number = 0u64;
    for byte in alone {
        number = u64::from(of_nibble(byte & 15)?);
    }
    for byte in pairs {
        of_nibble(byte >> 4).and(of_nibble(byte & 15))?;
        number = append(number, 100, of_pair(*byte));
    }
    for byte in last {
        number = append(number, 10, u64::from(of_nibble(byte >> 4)?));
    }
    Some(number)
}

#[inline(always)]
fn of_nibble(nibble: u8) -> Option<u8> {
    Some(nibble).filter(|nibble| *nibble <= 9)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    #[test]
    fn digits_of_every_number_are_that_number() {
        for length in 1..=MOST {
            let digits: Vec<u8> = (0..length).map(|at| b'0' + (at * 7 % 10) as u8).collect();
            let text = std::str::from_utf8(&digits).unwrap();
            assert_eq!(of_ascii(&digits), text.parse().ok(), "{text}");
            assert_eq!(of_ascii(&std::vec![b'9'; length]), Some(10u64.pow(length as u32) - 1));
        }
        assert_eq!(of_ascii(b""), None);
    }

    #[test]
    fn every_byte_that_is_no_digit_is_seen_in_every_place() {
        for length in 1..=MOST {
            for place in 0..length {
                for byte in 0..=255 {
                    let mut digits = std::vec![b'1'; length];
                    digits[place] = byte;
                    assert_eq!(of_ascii(&digits).is_some(), byte.is_ascii_digit(), "{byte:02X} at {place} of {length}");
                }
            }
        }
    }

    #[test]
    fn packed_digits_are_read_from_any_nibble_to_any() {
        let packed = [0x12, 0x34, 0x56, 0x78, 0x90, 0x12, 0x34, 0x56, 0x78, 0x90];
        let nibbles = "12345678901234567890";
        for first in 0..20 {
            for digits in 1..=MOST.min(20 - first) {
                let number = nibbles[first..first + digits].parse().ok();
                assert_eq!(of_packed(&packed, first, digits), number, "{digits} from {first}");
            }
            assert_eq!(of_packed(&packed, first, 0), None);
            assert_eq!(of_packed(&packed, first, 21 - first), None);
        }
    }

    #[test]
    fn every_nibble_that_is_no_digit_is_seen_and_no_other_looked_at() {
        for bad in 0..6 {
            let packed: u32 = 0x11_1111 | 0xA << (20 - 4 * bad);
            for first in 0..6 {
                for digits in 1..=6 - first {
                    let found = of_packed(&packed.to_be_bytes()[1..], first, digits);
                    assert_eq!(found.is_none(), (first..first + digits).contains(&bad), "{packed:X} {first} {digits}");
                }
            }
        }
    }
}
