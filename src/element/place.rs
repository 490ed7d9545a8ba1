//! Fields 32, 33, 41, 42, 99, 100: who takes part.

use super::borrowed::borrowed;
use crate::value::Value;
use core::fmt;

/// A terminal of a card acceptor. Field 41: eight characters, sixteen at most in 2003.
///
/// ```
/// use isomsg::element::TerminalId;
///
/// assert_eq!(TerminalId::new("TERM0001")?.to_string(), "TERM0001");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TerminalId<'a>(Value<'a>);

borrowed!(TerminalId, Ans, SHOWN, |value| (1..=16).contains(&value.len()), "a terminal of 1 to 16 characters");

/// A card acceptor, such as a shop. Field 42: fifteen characters, 35 at most in 2003.
///
/// ```
/// use isomsg::element::AcceptorId;
///
/// assert_eq!(AcceptorId::new("SHOP00000000042")?.to_string(), "SHOP00000000042");
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct AcceptorId<'a>(Value<'a>);

borrowed!(AcceptorId, Ans, SHOWN, |value| (1..=35).contains(&value.len()), "a card acceptor of 1 to 35 characters");

/// An institution: who acquires, forwards, receives or settles. Fields 32, 33, 99 and 100: at most eleven digits.
///
/// ```
/// use isomsg::element::InstitutionId;
///
/// assert_eq!(InstitutionId::new("10000001")?.to_string(), "10000001");
/// assert!(InstitutionId::new("bank").is_err());
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct InstitutionId<'a>(Value<'a>);

borrowed!(InstitutionId, N, SHOWN, |value| is_institution(value), "an institution of at most 11 digits");

fn is_institution(value: &Value<'_>) -> bool {
    value.len() <= 11 && value.units().all(|unit| unit.is_ascii_digit())
}

/// Shows what no masking hides, escaped as [`Value::reveal`] does.
macro_rules! shown {
    ($($name:ident)+) => {$(
        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.reveal(), f)
            }
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
    )+};
}

shown! { TerminalId AcceptorId InstitutionId }

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;

    #[test]
    fn hold_as_many_characters_as_their_fields() {
        assert!(TerminalId::new("").is_err() && TerminalId::new("12345678901234567").is_err());
        assert!(AcceptorId::new("").is_err() && AcceptorId::new(&"x".repeat(36)).is_err());
        assert!(InstitutionId::new("").is_ok() && InstitutionId::new("123456789012").is_err());
        assert_eq!(format!("{:?}", TerminalId::new("A\nB").unwrap()), "TerminalId(A\\x0AB)");
    }
}
