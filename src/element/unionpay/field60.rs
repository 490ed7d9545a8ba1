//! Field 60 of a terminal: which transaction it is.

use crate::element::BatchNumber;
use crate::element::text::{Text, kept_text};

/// Field 60 of a UnionPay terminal: message type code (60.1), batch number (60.2), network management code (60.3), and from
/// 60.4 on the capabilities of the terminal. It is cut behind a part, so it has 8, 11, 12, 13, 14, 17, 18 or 19 digits.
///
/// ```
/// use isomsg::element::BatchNumber;
/// use isomsg::element::unionpay::Field60;
///
/// let batch: BatchNumber = "000017".parse()?;
/// let field = Field60::new("22", batch, "000", "600")?;
/// assert_eq!(field.as_str(), "22000017000600");
/// assert_eq!((field.type_code(), field.batch(), field.management_code()), ("22", batch, Some("000")));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field60(Text<19>);

kept_text!(Field60, is_field, "type, batch and management code of 8, 11 to 14 or 17 to 19 digits");

/// Type and batch are always there; no part is cut in two.
fn is_field(text: &Text<19>) -> bool {
    matches!(text.len(), 8 | 11..=14 | 17..=19) && text.is_digits()
}

impl Field60 {
    /// Message type code, batch number, network management code, and the digits behind it.
    ///
    /// # Errors
    ///
    /// A part that has not so many digits, or more than 19 digits in all.
    pub fn new(
        type_code: &str,
        batch: BatchNumber,
        management_code: &str,
        capabilities: &str,
    ) -> Result<Self, crate::value::NotThat> {
        if type_code.len() != 2 || management_code.len() != 3 {
            return Err(Self::NOT);
        }
        let parts =
            [type_code.as_bytes(), batch.as_str().as_bytes(), management_code.as_bytes(), capabilities.as_bytes()];
        Text::joined(&parts).filter(is_field).map(Field60).ok_or(Self::NOT)
    }

    /// The message type code, 60.1: 22 a sale, 23 its void.
    #[must_use]
    pub fn type_code(&self) -> &str {
        self.0.str_part(0, 2)
    }

    /// The batch number, 60.2.
    #[must_use]
    pub fn batch(&self) -> BatchNumber {
        BatchNumber::of_six(self.0.part(2))
    }

    /// The network management code, 60.3; `None` when the field is cut before it.
    #[must_use]
    pub fn management_code(&self) -> Option<&str> {
        Some(self.0.str_part(8, 11)).filter(|code| !code.is_empty())
    }

    /// The digits from 60.4 on: read capability, IC condition, support of partial approval, and account type of three digits.
    #[must_use]
    pub fn capabilities(&self) -> &str {
        self.0.str_part(11, self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_cut_behind_what_is_needed() {
        let short: Field60 = "22000017".parse().unwrap();
        assert_eq!((short.batch().number(), short.management_code(), short.capabilities()), (17, None, ""));
        assert_eq!("2200001700060".parse::<Field60>().unwrap().capabilities(), "60");
        for text in ["", "2200001", "220000170", "2200001700", "22000017000600048000", "2200001A"] {
            assert_eq!(text.parse::<Field60>(), Err(Field60::NOT), "{text}");
        }
        assert!(Field60::new("2", BatchNumber::FIRST, "000", "").is_err());
    }
}
