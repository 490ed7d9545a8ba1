//! A card as settlement may keep it.

use super::short::Short;
use crate::element::Pan;
use crate::value::NotThat;
use alloc::string::ToString;
use core::fmt;
use core::str::FromStr;

/// A card without its number: what is shown of it, and a hash if the caller has one.
///
/// At most the first six and the last four digits are kept, nothing of a number of under 13 digits. Cards that show the
/// same digits are not always the same card; a hash tells them apart. The digits that are hidden are so few that a plain
/// hash is as good as the number, so it must be one with a secret key, such as an HMAC.
///
/// ```
/// use isomsg::element::Pan;
/// use isomsg::settle::Card;
///
/// let card = Card::of(&Pan::new("4111111111111111")?);
/// assert_eq!(card.to_string(), "411111******1111");
/// let theirs: Card = "************1111".parse()?;
/// assert!(card.agrees_with(&theirs));
/// assert!("4111111111111111".parse::<Card>().is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Card {
    shown: Short<19>,
    hash: Option<[u8; 32]>,
}

/// Printed for a number of which nothing is shown, not even its length.
const HIDDEN: &str = "********";
const MOST_FIRST: usize = 6;
const MOST_LAST: usize = 4;

impl Card {
    const NOT: NotThat = NotThat { expected: "a masked card number: at most six digits, stars, at most four digits" };

    /// The card of a number.
    #[must_use]
    pub fn of(pan: &Pan<'_>) -> Self {
        // The mask of a `Pan` has at most nineteen characters.
        Card { shown: Short::of(&pan.to_string()).unwrap_or(Short::EMPTY), hash: None }
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
        if own == HIDDEN || others == HIDDEN {
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
        let is_masked = (13..=19).contains(&text.len()) && first <= MOST_FIRST && last <= MOST_LAST;
        let well = !stars.is_empty() && stars.bytes().all(|byte| byte == b'*') && (is_masked || text == HIDDEN);
        Short::of(text).filter(|_| well).map(|shown| Card { shown, hash: None }).ok_or(Self::NOT)
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
        for text in
            ["", "*", "4111111111111111", "41111111****1111", "411111*****11111", "411111**1*1*1111", "4111*1111"]
        {
            assert_eq!(text.parse::<Card>(), Err(Card::NOT), "{text}");
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
        assert_eq!(Card::of(&Pan::new("411111111111").unwrap()).as_str(), HIDDEN);
    }
}
