//! How much of a card number the printed forms show.

use core::fmt::{self, Write};

/// How much of a card number the printed forms of a message show: `6+4` is its first six and its last four digits.
///
/// At most `8+4` can be stated, and of a number of under 16 digits never more than six are shown in front, of one of under
/// 13 none at all: an issuer's number of eight digits leaves too few hidden otherwise.
///
/// ```
/// use isomsg::spec::{self, MessageSpec, PanMask, Wire};
///
/// static RECEIPTS: MessageSpec =
///     MessageSpec::extending(&spec::ISO1987_BCD, "receipts", Wire::BCD, &[]).with_pan_mask(PanMask::new(0, 4).unwrap());
/// assert_eq!(RECEIPTS.pan_mask().to_string(), "0+4");
/// assert_eq!(PanMask::new(9, 4), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PanMask {
    first: u8,
    last: u8,
}

/// A card number has at least this many digits, and one that has fewer is hidden.
const SHORTEST_PAN: usize = 13;
const LONGEST_PAN: usize = 19;
/// More than six digits in front are shown of a number of this many digits.
const SHORTEST_WITH_EIGHT: usize = 16;
const MOST_FIRST: u8 = 8;
const MOST_LAST: u8 = 4;

impl PanMask {
    /// The first six and the last four: what is meant where a spec says nothing.
    pub const USUAL: PanMask = PanMask { first: 6, last: MOST_LAST };
    /// The first eight and the last four: no mask shows more.
    pub const MOST: PanMask = PanMask { first: MOST_FIRST, last: MOST_LAST };

    /// So many digits in front and at the end; `None` for more than eight and four.
    #[must_use]
    pub const fn new(first: u8, last: u8) -> Option<Self> {
        match first <= MOST_FIRST && last <= MOST_LAST {
            true => Some(PanMask { first, last }),
            false => None,
        }
    }

    /// The notation of spec files: `8+4`.
    #[must_use]
    pub const fn parse(notation: &str) -> Option<Self> {
        match notation.as_bytes() {
            [first @ b'0'..=b'9', b'+', last @ b'0'..=b'9'] => PanMask::new(*first - b'0', *last - b'0'),
            _ => None,
        }
    }

    /// How many digits are shown in front and at the end.
    #[must_use]
    pub const fn ends(self) -> (u8, u8) {
        (self.first, self.last)
    }

    /// Whether digit `at` of a number of so many digits is shown.
    #[must_use]
    pub const fn shows(self, at: usize, digits: usize) -> bool {
        let is_pan = SHORTEST_PAN <= digits && digits <= LONGEST_PAN;
        let most_first = if digits < SHORTEST_WITH_EIGHT { PanMask::USUAL.first } else { MOST_FIRST };
        let first = if self.first < most_first { self.first } else { most_first };
        is_pan && at < digits && (at < first as usize || digits - at <= self.last as usize)
    }
}

/// What is not shown, however long it is.
pub(crate) const STARS: &str = "********";

impl PanMask {
    /// Writes digits as far as they are shown: stars in place of the others, or of all.
    pub(crate) fn write(
        self,
        digits: impl ExactSizeIterator<Item = u8> + Clone,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let count = digits.len();
        let shown = |(at, digit): (usize, u8)| if self.shows(at, count) { char::from(digit) } else { '*' };
        if !(0..count).any(|at| self.shows(at, count)) || !digits.clone().all(|digit| digit.is_ascii_digit()) {
            return f.write_str(STARS);
        }
        digits.enumerate().map(shown).try_for_each(|character| f.write_char(character))
    }
}

impl fmt::Display for PanMask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(mask: PanMask, digits: usize) -> usize {
        (0..digits + 3).filter(|&at| mask.shows(at, digits)).count()
    }

    #[test]
    fn shows_no_more_than_it_may() {
        let most = PanMask { first: 8, last: 4 };
        assert_eq!([12, 13, 15, 16, 19, 20].map(|digits| shown(most, digits)), [0, 10, 10, 12, 12, 0]);
        assert_eq!([12, 13, 19, 20].map(|digits| shown(PanMask::USUAL, digits)), [0, 10, 10, 0]);
        assert_eq!(shown(PanMask { first: 0, last: 0 }, 16), 0);
        assert!(!most.shows(usize::MAX, 16));
    }

    #[test]
    fn notation() {
        for (text, first, last) in [("0+0", 0, 0), ("6+4", 6, 4), ("8+4", 8, 4), ("0+4", 0, 4)] {
            assert_eq!(PanMask::parse(text), Some(PanMask { first, last }), "{text}");
        }
        for bad in ["", "6", "6+", "9+4", "6+5", "6-4", "06+4", "6+4 ", "x+y"] {
            assert_eq!(PanMask::parse(bad), None, "{bad}");
        }
    }
}
