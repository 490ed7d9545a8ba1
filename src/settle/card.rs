//! A card as settlement may keep it.

use crate::element::text::Text;
use crate::element::{Pan, PanMask, STARS};
use crate::message::Masked;
use crate::spec::Sensitivity;
use crate::value::NotThat;
use alloc::string::ToString;
use core::fmt;
use core::str::FromStr;

/// A card without its number: what is shown of it, and a hash if the caller has one.
///
/// As many digits are kept as a [`PanMask`] shows, nothing of a number of under 13 digits. Cards that show the same digits
/// are not always the same card; a hash tells them apart. The digits that are hidden are so few that a plain hash is as good
/// as the number, so it must be one with a secret key, such as an HMAC.
///
/// ```
/// use isomsg::element::Pan;
/// use isomsg::settle::Card;
/// use isomsg::spec::PanMask;
///
/// let pan = Pan::new("4111111111111111")?;
/// let card = Card::of(&pan);
/// assert_eq!(card.to_string(), "411111******1111");
/// assert_eq!(Card::masked(&pan, PanMask::new(0, 4).expect("at most 8+4")).to_string(), "************1111");
/// let theirs: Card = "************1111".parse()?;
/// assert!(card.agrees_with(&theirs));
/// assert!("4111111111111111".parse::<Card>().is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Card {
    shown: Text<19>,
    hash: Option<[u8; 32]>,
}

impl Card {
    const NOT: NotThat = NotThat {
        expected: "a masked card number: at most 6 digits, 8 of 16 to 19, then stars, then at most 4 digits",
    };

    /// The card of a number, of which the first six and the last four digits are shown.
    #[must_use]
    pub fn of(pan: &Pan<'_>) -> Self {
        Card::masked(pan, PanMask::USUAL)
    }

    /// The card of a number, of which so much is shown: as much as the spec of its message says,
    /// [`MessageSpec::pan_mask`](crate::spec::MessageSpec::pan_mask).
    #[must_use]
    pub fn masked(pan: &Pan<'_>, mask: PanMask) -> Self {
        let masked = Masked::new(pan.value(), Sensitivity::Pan, mask).to_string();
        // A number has at most nineteen digits, and so has its mask.
        Card { shown: Text::printable(&masked).unwrap_or(Text::short([0; 19], 0)), hash: None }
    }

    /// The card with a hash of its number, made with a secret key.
    #[must_use]
    pub fn with_hash(self, hash: [u8; 32]) -> Self {
        Card { hash: Some(hash), ..self }
    }

    /// What is shown: digits and stars.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.shown.as_str()
    }

    /// The hash, if there is one.
    #[must_use]
    pub fn hash(&self) -> Option<&[u8; 32]> {
        self.hash.as_ref()
    }

    /// Whether both can be the same card: by their hashes if both have one, else by the digits that both show.
    #[must_use]
    pub fn agrees_with(&self, other: &Card) -> bool {
        if let (Some(own), Some(others)) = (self.hash, other.hash) {
            return own == others;
        }
        let (own, others) = (self.as_str(), other.as_str());
        if own == STARS || others == STARS {
            return true;
        }
        own.len() == others.len() && own.bytes().zip(others.bytes()).all(|(a, b)| a == b || a == b'*' || b == b'*')
    }
}

/// Takes what is printed; refuses whatever shows more.
impl FromStr for Card {
    type Err = NotThat;

    fn from_str(text: &str) -> Result<Self, NotThat> {
        let inner = text.trim_start_matches(|character: char| character.is_ascii_digit());
        let stars = inner.trim_end_matches(|character: char| character.is_ascii_digit());
        let (first, last) = (text.len() - inner.len(), inner.len() - stars.len());
        let shows = |at: usize| PanMask::MOST.shows(at, text.len());
        let is_masked = shows(0) && (first == 0 || shows(first - 1)) && (last == 0 || shows(text.len() - last));
        let well = !stars.is_empty() && stars.bytes().all(|byte| byte == b'*') && (is_masked || text == STARS);
        Text::printable(text).filter(|_| well).map(|shown| Card { shown, hash: None }).ok_or(Self::NOT)
    }
}

/// Masked.
impl fmt::Display for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Card({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(text: &str) -> Card {
        text.parse().unwrap()
    }

    #[test]
    fn refuses_what_shows_too_much() {
        for text in [
            "",
            "*",
            "4111111111111111",
            "411111111***1111",
            "4111111****1111",
            "411111*****11111",
            "411111**1*1*1111",
            "4111*1111",
            "411111**********1111",
        ] {
            assert_eq!(text.parse::<Card>(), Err(Card::NOT), "{text}");
        }
    }

    #[test]
    fn shows_what_its_mask_shows_and_is_read_again() {
        for (number, mask, shown) in [
            ("4111111111111111", "8+4", "41111111****1111"),
            ("4111111111111111", "6+4", "411111******1111"),
            ("4111111111111111", "0+4", "************1111"),
            ("4111111111111111", "0+0", "********"),
            ("411111111111111", "8+4", "411111*****1111"),
            ("4111111111111111111", "8+4", "41111111*******1111"),
            ("411111111111", "8+4", "********"),
        ] {
            let masked = Card::masked(&Pan::new(number).unwrap(), PanMask::parse(mask).unwrap());
            assert_eq!((masked.as_str(), card(shown)), (shown, masked));
        }
    }

    #[test]
    fn agrees_by_what_both_show_unless_there_are_hashes() {
        let pan = Pan::new("4111111111111111").unwrap();
        let own = Card::of(&pan);
        assert!(own.agrees_with(&card("411111******1111")) && own.agrees_with(&card("********")));
        assert!(!own.agrees_with(&card("411111******1112")) && !own.agrees_with(&card("411111*******1111")));
        assert!(!own.with_hash([1; 32]).agrees_with(&own.with_hash([2; 32])));
        assert!(own.with_hash([1; 32]).agrees_with(&own));
        assert_eq!(Card::of(&Pan::new("411111111111").unwrap()).as_str(), STARS);
    }
}
