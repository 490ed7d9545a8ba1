//! Field 37: what a transaction is found by.

use super::text::{Text, kept_text};

/// A retrieval reference number: twelve letters, digits and blanks. Field 37.
///
/// ```
/// use isomsg::element::Rrn;
///
/// let rrn: Rrn = "633116000124".parse()?;
/// assert_eq!(rrn.as_str(), "633116000124");
/// assert!("124".parse::<Rrn>().is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rrn(Text<12>);

kept_text!(Rrn, is_rrn, "a retrieval reference number of twelve letters, digits and blanks");

fn is_rrn(text: &Text<12>) -> bool {
    text.is_full() && text.as_bytes().iter().all(|&byte| byte == b' ' || byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_twelve_characters() {
        assert_eq!("00000000 12a".parse::<Rrn>().unwrap().as_str(), "00000000 12a");
        for text in ["", "00000000012", "0000000000123", "0000000001-3"] {
            assert_eq!(text.parse::<Rrn>(), Err(Rrn::NOT), "{text}");
        }
    }
}
