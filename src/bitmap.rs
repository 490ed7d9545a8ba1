//! Which fields are there: up to 192 bits, field 1 being the first.
#![warn(clippy::arithmetic_side_effects)]

use bitvec::array::BitArray;
use bitvec::order::Msb0;
use core::fmt;

/// A set of field numbers 1 to 192, in the order of the bitmaps of a message.
///
/// What the bits 1 and 65 mean (a field, or a further bitmap) is for the spec to say.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bitmap(BitArray<[u64; 3], Msb0>);

impl Bitmap {
    /// The highest field number.
    pub const MAX: u16 = 192;
    /// No field.
    pub const EMPTY: Self = Bitmap(BitArray::ZERO);

    pub(crate) fn from_words(words: [u64; 3]) -> Self {
        Bitmap(BitArray::new(words))
    }

    /// Bits of the first, second and third bitmap, the lowest field number in the highest bit.
    pub(crate) fn words(&self) -> [u64; 3] {
        self.0.data
    }

    /// Whether a field is in the set.
    #[must_use]
    pub fn contains(&self, number: u16) -> bool {
        // Straight from the words: bitvec's proxy of a bit costs several times as much.
        let at = number.wrapping_sub(1);
        self.0.data.get(usize::from(at / 64)).is_some_and(|word| word << (at % 64) >> 63 == 1)
    }

    /// Adds a field; whether it is new. A number that is not 1 to 192 is not added.
    pub fn insert(&mut self, number: u16) -> bool {
        self.put(number, true)
    }

    /// Removes a field; whether it was there.
    pub fn remove(&mut self, number: u16) -> bool {
        self.put(number, false)
    }

    fn put(&mut self, number: u16, there: bool) -> bool {
        match position(number).and_then(|at| self.0.get_mut(at)) {
            Some(mut bit) => bit.replace(there) != there,
            None => false,
        }
    }

    /// How many fields are in the set.
    #[must_use]
    pub fn len(&self) -> usize {
        // Most messages have one bitmap, and to count the bits of a word is a dozen instructions.
        self.words().iter().filter(|word| **word != 0).map(|word| word.count_ones() as usize).sum()
    }

    /// Whether the set is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words() == [0; 3]
    }

    /// The highest field number in the set.
    #[must_use]
    pub fn last(&self) -> Option<u16> {
        let [first, second, third] = self.words();
        let in_word = |last: u16, word: u64| (word != 0).then(|| last.saturating_sub(word.trailing_zeros() as u16));
        in_word(192, third).or_else(|| in_word(128, second)).or_else(|| in_word(64, first))
    }

    /// How many fields of the set have a number below `number`.
    #[must_use]
    pub(crate) fn rank(&self, number: u16) -> usize {
        let below = |word: u64, base: u16| match number.saturating_sub(base) {
            0 | 1 => 0,
            bits @ 2..=64 => word.wrapping_shr(65u32.wrapping_sub(bits.into())).count_ones() as usize,
            _ => word.count_ones() as usize,
        };
        let all = |word: u64| word.count_ones() as usize;
        let [first, second, third] = self.0.data;
        match number {
            0..=64 => below(first, 0),
            65..=128 => [all(first), below(second, 64)].iter().sum(),
            _ => [all(first), all(second), below(third, 128)].iter().sum(),
        }
    }

    /// The field numbers, ascending.
    #[must_use]
    pub fn iter(&self) -> Numbers {
        Numbers { words: self.words().map(u64::reverse_bits), word: 0 }
    }
}

/// The number of the field of a bit, 0 to 63, of one of the words, 0 to 2.
#[inline(always)]
pub(crate) const fn number_of(word: u16, bit: u32) -> u16 {
    word.wrapping_mul(64).wrapping_add(bit as u16).wrapping_add(1)
}

fn position(number: u16) -> Option<usize> {
    usize::from(number).checked_sub(1).filter(|&at| at < usize::from(Bitmap::MAX))
}

impl Default for Bitmap {
    fn default() -> Self {
        Bitmap::EMPTY
    }
}

impl FromIterator<u16> for Bitmap {
    /// The set of these numbers; those that are not 1 to 192 are left out.
    fn from_iter<I: IntoIterator<Item = u16>>(numbers: I) -> Self {
        let mut bitmap = Bitmap::EMPTY;
        bitmap.extend(numbers);
        bitmap
    }
}

impl Extend<u16> for Bitmap {
    fn extend<I: IntoIterator<Item = u16>>(&mut self, numbers: I) {
        for number in numbers {
            self.insert(number);
        }
    }
}

impl IntoIterator for &Bitmap {
    type Item = u16;
    type IntoIter = Numbers;

    fn into_iter(self) -> Numbers {
        self.iter()
    }
}

impl fmt::Debug for Bitmap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self).finish()
    }
}

/// The field numbers of a [`Bitmap`], ascending.
///
/// Works on the words with their bits reversed: many times faster than asking bit by bit.
#[derive(Clone, Debug)]
pub struct Numbers {
    words: [u64; 3],
    word: u16,
}

impl Iterator for Numbers {
    type Item = u16;

    #[inline]
    fn next(&mut self) -> Option<u16> {
        loop {
            let bits = self.words.get_mut(usize::from(self.word))?;
            if *bits != 0 {
                let number = number_of(self.word, bits.trailing_zeros());
                *bits &= bits.wrapping_sub(1);
                return Some(number);
            }
            self.word = self.word.wrapping_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    #[test]
    fn numbers_come_back_in_order() {
        let numbers = [1, 2, 63, 64, 65, 66, 127, 128, 129, 191, 192];
        let bitmap: Bitmap = numbers.into_iter().rev().collect();
        assert_eq!(bitmap.iter().collect::<Vec<_>>(), numbers);
        assert_eq!(bitmap.len(), numbers.len());
        for (rank, number) in numbers.into_iter().enumerate() {
            assert!(bitmap.contains(number));
            assert_eq!(bitmap.rank(number), rank);
        }
        assert_eq!(bitmap.last(), Some(192));
    }

    #[test]
    fn a_set_of_one_knows_its_last() {
        for number in 1..=192 {
            let bitmap: Bitmap = [number].into_iter().collect();
            assert_eq!(bitmap.last(), Some(number));
            assert_eq!(bitmap.iter().collect::<Vec<_>>(), [number]);
        }
        assert_eq!(Bitmap::EMPTY.last(), None);
    }

    #[test]
    fn numbers_out_of_range_are_not_there() {
        let mut bitmap = Bitmap::EMPTY;
        assert!(!bitmap.insert(0) && !bitmap.insert(193) && !bitmap.contains(0) && !bitmap.contains(193));
        assert!(bitmap.is_empty());
    }
}
