//! A set of message types, by pattern.

use crate::mti::Mti;
use core::fmt;

/// At most so many patterns.
const MAX_PATTERNS: usize = 8;

/// Patterns of message types: `0200`, `02x0`, `xx10`. Empty, it is every message type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MtiSet {
    /// `u8::MAX` when a pattern is none, or there are too many.
    count: u8,
    /// One digit a nibble, F for any.
    patterns: [u16; MAX_PATTERNS],
}

impl MtiSet {
    pub(crate) const ALL: Self = MtiSet { count: 0, patterns: [0; MAX_PATTERNS] };

    /// The set of these patterns; [`MtiSet::is_well_formed`] says whether they are patterns.
    pub(crate) const fn new(patterns: &[&str]) -> Self {
        let mut set = MtiSet::ALL;
        let mut rest = patterns;
        while let [pattern, tail @ ..] = rest {
            set = set.with(pattern);
            rest = tail;
        }
        set
    }

    /// The set of the patterns in a text, separated by blanks.
    pub(crate) const fn listed(patterns: &str) -> Self {
        let mut set = MtiSet::ALL;
        let mut rest = patterns.as_bytes();
        while rest.len() > 4 {
            let (pattern, behind) = rest.split_at(4);
            set = match behind {
                [b' ', tail @ ..] => {
                    rest = tail;
                    set.with_bytes(pattern)
                }
                _ => return MtiSet { count: u8::MAX, ..set },
            };
        }
        set.with_bytes(rest)
    }

    pub(crate) const fn with(self, pattern: &str) -> Self {
        self.with_bytes(pattern.as_bytes())
    }

    const fn with_bytes(mut self, pattern: &[u8]) -> Self {
        let slot = self.patterns.split_at_mut_checked(self.count as usize);
        match (read(pattern), slot) {
            (Some(pattern), Some((_, [slot, ..]))) => {
                *slot = pattern;
                self.count += 1;
                self
            }
            _ => MtiSet { count: u8::MAX, ..self },
        }
    }

    pub(crate) const fn is_well_formed(&self) -> bool {
        self.count != u8::MAX
    }

    pub(crate) const fn is_all(&self) -> bool {
        self.count == 0
    }

    /// Whether a message type is in the set.
    pub(crate) fn contains(&self, mti: Mti) -> bool {
        self.is_all() || self.patterns().any(|pattern| matches(pattern, mti.digits()))
    }

    fn patterns(&self) -> impl Iterator<Item = u16> {
        self.patterns.into_iter().take(usize::from(self.count))
    }
}

/// The patterns, separated by blanks.
impl fmt::Display for MtiSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, pattern) in self.patterns().enumerate() {
            f.write_str(if at == 0 { "" } else { " " })?;
            for place in [12, 8, 4, 0] {
                match pattern >> place & 15 {
                    15 => f.write_str("x")?,
                    digit => write!(f, "{digit}")?,
                }
            }
        }
        Ok(())
    }
}

const fn read(text: &[u8]) -> Option<u16> {
    let mut pattern = 0;
    let mut rest = text;
    while let [digit, tail @ ..] = rest {
        let nibble = match digit {
            b'0'..=b'9' => *digit - b'0',
            b'x' => 15,
            _ => return None,
        };
        pattern = pattern << 4 | nibble as u16;
        rest = tail;
    }
    if text.len() == 4 { Some(pattern) } else { None }
}

fn matches(pattern: u16, digits: u16) -> bool {
    [12, 8, 4, 0].into_iter().all(|place| match pattern >> place & 15 {
        15 => true,
        digit => digits >> place & 15 == digit,
    })
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn patterns_say_which_types() {
        let set = MtiSet::new(&["0200", "04x0"]);
        let contains = |digits| set.contains(Mti::new(digits).unwrap_or(Mti::ZERO));
        assert!(contains(0x0200) && contains(0x0400) && contains(0x0420));
        assert!(!contains(0x0210) && !contains(0x0401) && !contains(0x1200));
        assert!(MtiSet::ALL.contains(Mti::ZERO));
        assert_eq!(set.to_string(), "0200 04x0");
    }

    #[test]
    fn refuses_what_is_no_pattern() {
        for patterns in [&["020"][..], &["02000"], &["020X"], &["02é"], &[""], &["0200"; 9]] {
            assert!(!MtiSet::new(patterns).is_well_formed(), "{patterns:?}");
        }
        assert!(MtiSet::new(&["xxxx"; 8]).is_well_formed());
    }
}
