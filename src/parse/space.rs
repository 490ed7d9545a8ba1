//! Content that holds parts: bytes, or digits that share bytes.

use crate::spec::DataForm;
use crate::wire::{Coding, HexCase, bcd};

/// Content that holds parts, or a stretch of it. It knows where it lies in the message.
///
/// It is measured in bytes; in BCD, where a part can begin in the middle of a byte, in digits.
#[derive(Clone, Copy)]
pub(crate) struct Space<'a> {
    /// All bytes that it has a share in.
    bytes: &'a [u8],
    /// Where these begin in the message.
    offset: usize,
    /// The nibbles in front of the first digit, and how many digits there are.
    digits: Option<(usize, usize)>,
}

impl<'a> Space<'a> {
    /// The content of a field of this coding, `units` digits, characters or bytes.
    pub(crate) fn new(content: &'a [u8], offset: usize, coding: &Coding, units: usize) -> Self {
        let digits = (coding.form == DataForm::Bcd).then(|| (coding.lead(units), units));
        Space { bytes: content, offset, digits }
    }

    /// Bytes as they are.
    pub(crate) fn of_bytes(bytes: &'a [u8], offset: usize) -> Self {
        Space { bytes, offset, digits: None }
    }

    /// The bytes that it has a share in.
    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Where these begin in the message.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// Where these end in the message.
    pub(super) fn end(&self) -> usize {
        behind(self.offset, self.bytes.len())
    }

    /// Where in the message `left` of these are left.
    pub(super) fn before(&self, left: usize) -> usize {
        self.end().saturating_sub(left)
    }

    /// The nibbles in front of the first digit, where digits share bytes.
    pub(crate) fn lead(&self) -> Option<usize> {
        self.digits.map(|(lead, _)| lead)
    }

    /// Bytes, or digits.
    pub(crate) fn len(&self) -> usize {
        self.digits.map_or(self.bytes.len(), |(_, count)| count)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first `count` bytes or digits, and what is behind them.
    pub(super) fn split(&self, count: usize) -> Option<(Self, Self)> {
        let Some((lead, all)) = self.digits else {
            let (front, back) = self.bytes.split_at_checked(count)?;
            return Some((Space::of_bytes(front, self.offset), Space::of_bytes(back, behind(self.offset, count))));
        };
        let left = all.checked_sub(count)?;
        Some((self.digits_from(lead, count), self.digits_from(behind(lead, count), left)))
    }

    /// What is in front of `rest`, which is an end of this one.
    pub(super) fn until(&self, rest: &Self) -> Option<Self> {
        // What is longer than this comes to more than can be split off.
        self.split(self.len().wrapping_sub(rest.len())).map(|(front, _)| front)
    }

    fn digits_from(&self, lead: usize, count: usize) -> Self {
        let (skipped, end) = (lead / 2, behind(lead, count).div_ceil(2));
        let bytes = self.bytes.get(skipped..end).unwrap_or(&[]);
        Space { bytes, offset: behind(self.offset, skipped), digits: Some((lead % 2, count)) }
    }

    /// Where in the message byte or digit `at` lies.
    pub(super) fn place(&self, at: usize) -> usize {
        behind(self.offset, self.digits.map_or(at, |(lead, _)| behind(lead, at) / 2))
    }

    /// The number that the digits are.
    pub(super) fn decimal(&self) -> Option<u64> {
        (0..self.len()).try_fold(0u64, |sum, at| {
            let digit = self.digit(at).filter(u8::is_ascii_digit)?;
            sum.checked_mul(10)?.checked_add(u64::from(digit & 15))
        })
    }

    /// The digits as characters; none where no digits share bytes.
    #[cfg(feature = "alloc")]
    pub(crate) fn digits(&self) -> impl Iterator<Item = u8> + use<'a> {
        let space = *self;
        (0..self.len()).map_while(move |at| space.digit(at))
    }

    /// Digit `at` as a character: what is no digit is a letter.
    pub(super) fn digit(&self, at: usize) -> Option<u8> {
        let (lead, count) = self.digits?;
        (at < count).then(|| HexCase::Upper.digit(bcd::nibble(self.bytes, behind(lead, at))))
    }
}

/// The place `count` bytes or digits behind another one. Both are within one message, so no sum of them overflows.
#[inline(always)]
const fn behind(place: usize, count: usize) -> usize {
    place.wrapping_add(count)
}
