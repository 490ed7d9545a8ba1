//! Field 39 of 1993 and 2003: what is to be done.

use super::text::{Text, kept_text};
use crate::codes;
use crate::mti::Version;

/// An action code: three digits in 1993, four in 2003. Field 39.
///
/// ```
/// use isomsg::element::ActionCode;
///
/// let code: ActionCode = "116".parse()?;
/// assert!(!code.is_approved());
/// assert_eq!(code.name(), Some("insufficient funds"));
/// assert_eq!("1016".parse::<ActionCode>()?.name(), code.name());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionCode(Text<4>);

kept_text!(ActionCode, is_code, "an action code of three or four digits");

fn is_code(text: &Text<4>) -> bool {
    matches!(text.len(), 3 | 4) && text.is_digits()
}

impl ActionCode {
    /// Approved, in 1993.
    pub const APPROVED_1993: ActionCode = ActionCode::of_1993(*b"000");
    /// Do not honour, in 1993.
    pub const DO_NOT_HONOUR_1993: ActionCode = ActionCode::of_1993(*b"100");
    /// Insufficient funds, in 1993.
    pub const INSUFFICIENT_FUNDS_1993: ActionCode = ActionCode::of_1993(*b"116");
    /// Reversal accepted, in 1993.
    pub const REVERSAL_ACCEPTED_1993: ActionCode = ActionCode::of_1993(*b"400");
    /// Network management accepted, in 1993.
    pub const NETWORK_ACCEPTED_1993: ActionCode = ActionCode::of_1993(*b"800");
    /// Format error, in 1993.
    pub const FORMAT_ERROR_1993: ActionCode = ActionCode::of_1993(*b"904");
    /// System malfunction, in 1993.
    pub const SYSTEM_MALFUNCTION_1993: ActionCode = ActionCode::of_1993(*b"909");
    /// Approved, in 2003.
    pub const APPROVED_2003: ActionCode = ActionCode(Text::full(*b"0000"));
    /// Insufficient funds, in 2003.
    pub const INSUFFICIENT_FUNDS_2003: ActionCode = ActionCode(Text::full(*b"1016"));

    const fn of_1993(digits: [u8; 3]) -> Self {
        let [a, b, c] = digits;
        ActionCode(Text::short([a, b, c, 0], 3))
    }

    /// Whether it approves a transaction: its first digit is 0.
    ///
    /// That a reversal, a file action or a network management message is accepted is said by other codes, such as 400.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        self.as_str().starts_with('0')
    }

    /// The edition that has codes of this length.
    #[must_use]
    pub fn version(&self) -> Version {
        if self.0.is_full() { Version::Iso2003 } else { Version::Iso1993 }
    }

    /// The name that [`codes::response`] has for it.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        codes::response(self.version(), self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_differ_in_length() {
        assert_eq!("000".parse(), Ok(ActionCode::APPROVED_1993));
        assert_eq!("0000".parse(), Ok(ActionCode::APPROVED_2003));
        assert_ne!(ActionCode::APPROVED_1993, ActionCode::APPROVED_2003);
        assert!(ActionCode::APPROVED_1993.is_approved() && ActionCode::APPROVED_2003.is_approved());
        assert!(!ActionCode::REVERSAL_ACCEPTED_1993.is_approved());
    }

    #[test]
    fn refuses_what_is_no_code() {
        for text in ["", "00", "00000", "0A0"] {
            assert_eq!(text.parse::<ActionCode>(), Err(ActionCode::NOT), "{text}");
        }
    }
}
