//! Field 39 of 1987: how it went.

use super::text::{Text, kept_text};
use super::transaction_type::is_code;
use crate::codes;
use crate::mti::Version;

/// A response code: two digits or letters. Field 39 of 1987.
///
/// ```
/// use isomsg::element::ResponseCode;
///
/// let code: ResponseCode = "51".parse()?;
/// assert_eq!(code, ResponseCode::INSUFFICIENT_FUNDS);
/// assert!(!code.is_approved());
/// assert_eq!(code.name(), Some("insufficient funds"));
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResponseCode(Text<2>);

kept_text!(ResponseCode, is_code, "a response code of two digits or letters");

macro_rules! response_codes {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        impl ResponseCode {
            $($(#[$doc])+ pub const $name: ResponseCode = ResponseCode(Text::full(*$code));)+
        }
    };
}

response_codes! {
    /// Approved.
    APPROVED = b"00",
    /// Refer to issuer.
    REFER_TO_ISSUER = b"01",
    /// Invalid merchant.
    INVALID_MERCHANT = b"03",
    /// Pick up card.
    PICK_UP = b"04",
    /// Do not honour.
    DO_NOT_HONOUR = b"05",
    /// Approved in part.
    APPROVED_IN_PART = b"10",
    /// Invalid transaction.
    INVALID_TRANSACTION = b"12",
    /// Invalid amount.
    INVALID_AMOUNT = b"13",
    /// Invalid card number.
    INVALID_CARD_NUMBER = b"14",
    /// Format error.
    FORMAT_ERROR = b"30",
    /// Lost card.
    LOST_CARD = b"41",
    /// Stolen card.
    STOLEN_CARD = b"43",
    /// Insufficient funds.
    INSUFFICIENT_FUNDS = b"51",
    /// Expired card.
    EXPIRED_CARD = b"54",
    /// Incorrect PIN.
    INCORRECT_PIN = b"55",
    /// Not permitted to cardholder.
    NOT_PERMITTED_TO_CARDHOLDER = b"57",
    /// Amount limit exceeded.
    AMOUNT_LIMIT_EXCEEDED = b"61",
    /// PIN tries exceeded.
    PIN_TRIES_EXCEEDED = b"75",
    /// Issuer or switch inoperative.
    ISSUER_INOPERATIVE = b"91",
    /// No route.
    NO_ROUTE = b"92",
    /// Duplicate transmission.
    DUPLICATE_TRANSMISSION = b"94",
    /// System malfunction.
    SYSTEM_MALFUNCTION = b"96",
}

impl ResponseCode {
    /// A code that is known to be two digits or letters.
    #[cfg(feature = "alloc")]
    pub(crate) const fn known(code: [u8; 2]) -> Self {
        ResponseCode(Text::full(code))
    }

    /// Whether it approves: 00, 08 (honour with identification), 10 (in part), 11 and 16.
    ///
    /// Codes that a network adds do not, whatever they mean there.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        matches!(self.as_str(), "00" | "08" | "10" | "11" | "16")
    }

    /// How much of an amount a response with this code approves, where the code approves: what it states, or what was asked for
    /// where it states none. Only 10 approves another amount, which it states: less, and not nothing. `None` of anything else,
    /// which is no answer that can be used.
    ///
    /// ```
    /// use isomsg::element::ResponseCode;
    ///
    /// assert_eq!(ResponseCode::APPROVED_IN_PART.approved_of(1250, Some(1000)), Some(1000));
    /// assert_eq!(ResponseCode::APPROVED.approved_of(1250, None), Some(1250));
    /// assert_eq!(ResponseCode::APPROVED.approved_of(1250, Some(9999)), None);
    /// ```
    #[must_use]
    pub fn approved_of(&self, asked: u64, stated: Option<u64>) -> Option<u64> {
        match stated {
            None if *self == ResponseCode::APPROVED_IN_PART => None,
            None => Some(asked),
            Some(stated) if *self == ResponseCode::APPROVED_IN_PART => {
                Some(stated).filter(|stated| (1..=asked).contains(stated))
            }
            Some(stated) => Some(stated).filter(|stated| *stated == asked),
        }
    }

    /// The name that [`codes::response`] has for it.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        codes::response(Version::Iso1987, self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_approves_is_named_so() {
        for high in 0..10 {
            for low in 0..10 {
                let code = ResponseCode(Text::full([b'0' + high, b'0' + low]));
                let approves =
                    code.name().is_some_and(|name| name.starts_with("approved") || name.starts_with("honour"));
                assert_eq!(code.is_approved(), approves, "{code}");
            }
        }
    }

    #[test]
    fn only_an_approval_in_part_is_of_another_amount() {
        let vip = ResponseCode(Text::full(*b"11"));
        for (code, stated, approved) in [
            (ResponseCode::APPROVED, None, Some(1250)),
            (ResponseCode::APPROVED, Some(1250), Some(1250)),
            (ResponseCode::APPROVED, Some(1000), None),
            (vip, Some(1251), None),
            (ResponseCode::APPROVED_IN_PART, None, None),
            (ResponseCode::APPROVED_IN_PART, Some(0), None),
            (ResponseCode::APPROVED_IN_PART, Some(1), Some(1)),
            (ResponseCode::APPROVED_IN_PART, Some(1250), Some(1250)),
            (ResponseCode::APPROVED_IN_PART, Some(1251), None),
        ] {
            assert_eq!(code.approved_of(1250, stated), approved, "{code} {stated:?}");
        }
        assert_eq!(ResponseCode::APPROVED_IN_PART.approved_of(0, Some(0)), None);
    }

    #[test]
    fn unknown_codes_survive() {
        assert_eq!("N7".parse::<ResponseCode>().unwrap().as_str(), "N7");
        assert_eq!("000".parse::<ResponseCode>(), Err(ResponseCode::NOT));
    }
}
