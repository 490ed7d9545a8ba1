//! Field 38: what an approval is known by.

use super::text::{Text, kept_text};

/// An authorization identification response, or approval code: six characters. Field 38.
///
/// ```
/// use isomsg::element::ApprovalCode;
///
/// assert_eq!("A1B2C3".parse::<ApprovalCode>()?.as_str(), "A1B2C3");
/// assert!("A1B2C".parse::<ApprovalCode>().is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApprovalCode(Text<6>);

kept_text!(ApprovalCode, is_code, "an approval code of six letters, digits and blanks");

fn is_code(text: &Text<6>) -> bool {
    text.is_full() && text.as_bytes().iter().all(|&byte| byte == b' ' || byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_six_characters() {
        assert_eq!("12 45a".parse::<ApprovalCode>().unwrap().as_str(), "12 45a");
        for text in ["", "12345", "1234567", "1234-6"] {
            assert_eq!(text.parse::<ApprovalCode>(), Err(ApprovalCode::NOT), "{text}");
        }
    }
}
