//! A short text that is kept in place, so that an entry can be copied and sorted.

/// At most `N` printable ASCII characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Short<const N: usize> {
    /// Zeros behind the text.
    characters: [u8; N],
    length: u8,
}

impl<const N: usize> Short<N> {
    pub(super) const EMPTY: Self = Short { characters: [0; N], length: 0 };

    /// `None` for a text that is longer, or has other characters.
    pub(super) const fn of(text: &str) -> Option<Self> {
        let mut short = Self::EMPTY;
        let mut places: &mut [u8] = &mut short.characters;
        let mut rest = text.as_bytes();
        while let Some((character, behind)) = rest.split_first() {
            match places.split_first_mut() {
                Some((place, others)) if *character >= b' ' && *character <= b'~' => {
                    *place = *character;
                    places = others;
                }
                _ => return None,
            }
            rest = behind;
        }
        // A longer text was refused above, and no `N` here exceeds a byte.
        short.length = text.len() as u8;
        Some(short)
    }

    pub(super) fn as_str(&self) -> &str {
        let bytes = self.characters.get(..usize::from(self.length)).unwrap_or(&[]);
        core::str::from_utf8(bytes).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_printable_characters_up_to_its_length() {
        assert_eq!(Short::<4>::of("a b~").map(|text| text.as_str().len()), Some(4));
        assert_eq!(Short::<4>::of("").map(|text| text.as_str().len()), Some(0));
        for text in ["abcde", "a\n", "é", "\x7F"] {
            assert!(Short::<4>::of(text).is_none(), "{text:?}");
        }
    }
}
