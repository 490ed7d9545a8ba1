//! The message type indicator: version, class, function, origin.
#![warn(clippy::arithmetic_side_effects)]

use core::fmt;

/// A message type indicator (MTI): four digits, for example 0200.
///
/// Digits without a meaning in the standard are kept as they are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mti(u16);

impl Mti {
    pub(crate) const ZERO: Self = Mti(0);

    /// The four digits, one a nibble: `Mti::new(0x0200)`; `None` when a nibble is above 9.
    #[must_use]
    pub const fn new(digits: u16) -> Option<Self> {
        // Adding 6 to each nibble carries out of those above 9.
        let carries = (digits as u32).wrapping_add(0x6666) ^ digits as u32 ^ 0x6666;
        if carries & 0x1_1110 == 0 { Some(Mti(digits)) } else { None }
    }

    /// The four digits of an MTI in ASCII.
    #[must_use]
    pub const fn from_ascii(digits: [u8; 4]) -> Option<Self> {
        let values = u32::from_be_bytes(digits) ^ 0x3030_3030;
        // Adding 6 to each carries into the upper half of those above 9.
        if (values | values.wrapping_add(0x0606_0606)) & 0xF0F0_F0F0 != 0 {
            return None;
        }
        let pairs = values | values >> 4;
        Some(Mti((pairs >> 8 & 0xFF00 | pairs & 0xFF) as u16))
    }

    /// The four digits, one a nibble.
    #[must_use]
    pub const fn digits(self) -> u16 {
        self.0
    }

    /// The four digits in ASCII.
    #[must_use]
    pub const fn to_ascii(self) -> [u8; 4] {
        [b'0' | self.nibble(0), b'0' | self.nibble(1), b'0' | self.nibble(2), b'0' | self.nibble(3)]
    }

    const fn nibble(self, position: u32) -> u8 {
        let from_there = match position {
            0 => self.0 >> 12,
            1 => self.0 >> 8,
            2 => self.0 >> 4,
            _ => self.0,
        };
        (from_there & 15) as u8
    }

    /// The edition of the standard, first digit.
    #[must_use]
    pub const fn version(self) -> Version {
        match self.nibble(0) {
            0 => Version::Iso1987,
            1 => Version::Iso1993,
            2 => Version::Iso2003,
            8 => Version::National,
            9 => Version::Private,
            other => Version::Reserved(other),
        }
    }

    /// What the message is about, second digit.
    #[must_use]
    pub const fn class(self) -> MessageClass {
        match self.nibble(1) {
            1 => MessageClass::Authorization,
            2 => MessageClass::Financial,
            3 => MessageClass::FileAction,
            4 => MessageClass::Reversal,
            5 => MessageClass::Reconciliation,
            6 => MessageClass::Administrative,
            7 => MessageClass::FeeCollection,
            8 => MessageClass::NetworkManagement,
            other => MessageClass::Reserved(other),
        }
    }

    /// What the message does, third digit.
    #[must_use]
    pub const fn function(self) -> Function {
        match self.nibble(2) {
            0 => Function::Request,
            1 => Function::RequestResponse,
            2 => Function::Advice,
            3 => Function::AdviceResponse,
            4 => Function::Notification,
            5 => Function::NotificationAcknowledgement,
            6 => Function::Instruction,
            7 => Function::InstructionAcknowledgement,
            other => Function::Reserved(other),
        }
    }

    /// Who began, fourth digit; a repeat has the same origin.
    #[must_use]
    pub const fn origin(self) -> Origin {
        match self.nibble(3) {
            0 | 1 => Origin::Acquirer,
            2 | 3 => Origin::Issuer,
            4 | 5 => Origin::Other,
            other => Origin::Reserved(other),
        }
    }

    /// Whether the message is sent once more: the fourth digit is 1, 3 or 5.
    #[must_use]
    pub const fn is_repeat(self) -> bool {
        matches!(self.nibble(3), 1 | 3 | 5)
    }

    /// Whether the message answers another one: the third digit is odd.
    #[must_use]
    pub const fn is_response(self) -> bool {
        self.nibble(2) % 2 == 1
    }

    /// The type of the answer: 0200 and 0201 give 0210, 0421 gives 0430, 0804 gives 0814.
    ///
    /// `None` for a response, which is never answered, and for functions above 7, whose pairs the standard leaves open.
    #[must_use]
    pub const fn response(self) -> Option<Mti> {
        if self.is_response() || self.nibble(2) > 7 {
            return None;
        }
        Some(Mti(self.first_sent().0 | 0x10))
    }

    /// The type of the advice that tells of what a request asks: 0100 and 0101 give 0120, 0400 gives 0420.
    ///
    /// `None` for what is no request.
    #[must_use]
    pub const fn advice(self) -> Option<Mti> {
        match self.nibble(2) {
            0 => Some(Mti(self.first_sent().0 | 0x20)),
            _ => None,
        }
    }

    /// The type of the reversal of an authorization or a financial message: 0100, 0101 and 0220 give 0400. In 1993 and 2003
    /// reversals are advices: 1200 gives 1420.
    ///
    /// `None` for a response and for messages of other classes.
    #[must_use]
    pub const fn reversal(self) -> Option<Mti> {
        let function = match self.version() {
            Version::Iso1993 | Version::Iso2003 => 0x20,
            _ => 0,
        };
        match (self.class(), self.function()) {
            (
                MessageClass::Authorization | MessageClass::Financial,
                Function::Request | Function::Advice | Function::Notification | Function::Instruction,
            ) => Some(Mti(self.first_sent().0 & 0xF00F | 0x400 | function)),
            _ => None,
        }
    }

    /// The type of the message as it was sent first: 0201 gives 0200, 0403 gives 0402; what is no repeat gives itself.
    #[must_use]
    pub const fn first_sent(self) -> Mti {
        if self.is_repeat() { Mti(self.0 & !1) } else { self }
    }

    /// The type of the same message sent once more: 0200 gives 0201, 0402 gives 0403; a repeat gives itself.
    ///
    /// `None` for a reserved origin (6 to 9).
    #[must_use]
    pub const fn repeat(self) -> Option<Mti> {
        match self.nibble(3) {
            0 | 2 | 4 => Some(Mti(self.0 | 1)),
            1 | 3 | 5 => Some(self),
            _ => None,
        }
    }
}

impl fmt::Display for Mti {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04X}", self.0)
    }
}

impl fmt::Debug for Mti {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mti({self})")
    }
}

/// A text that is not four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("message type is not four digits")]
pub struct MtiError;

impl core::str::FromStr for Mti {
    type Err = MtiError;

    fn from_str(text: &str) -> Result<Self, MtiError> {
        text.as_bytes().try_into().ok().and_then(Mti::from_ascii).ok_or(MtiError)
    }
}

/// The edition of the standard: the first digit of an [`Mti`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Version {
    /// ISO 8583:1987.
    Iso1987,
    /// ISO 8583:1993.
    Iso1993,
    /// ISO 8583:2003.
    Iso2003,
    /// For national use.
    National,
    /// For private use.
    Private,
    /// Reserved by the standard: the digit.
    Reserved(u8),
}

/// What a message is about: the second digit of an [`Mti`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageClass {
    /// Is the card good for this amount.
    Authorization,
    /// Move the money.
    Financial,
    /// Change a record of a file.
    FileAction,
    /// Undo, wholly or in part; chargebacks too.
    Reversal,
    /// Do our totals agree.
    Reconciliation,
    /// Everything else between institutions.
    Administrative,
    /// Fees.
    FeeCollection,
    /// Sign-on, keys, echo tests.
    NetworkManagement,
    /// Reserved by the standard: the digit.
    Reserved(u8),
}

/// In words: `network management`.
impl fmt::Display for MessageClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            MessageClass::Authorization => "authorization",
            MessageClass::Financial => "financial",
            MessageClass::FileAction => "file action",
            MessageClass::Reversal => "reversal",
            MessageClass::Reconciliation => "reconciliation",
            MessageClass::Administrative => "administrative",
            MessageClass::FeeCollection => "fee collection",
            MessageClass::NetworkManagement => "network management",
            MessageClass::Reserved(_) => "reserved",
        })
    }
}

/// What a message does: the third digit of an [`Mti`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Function {
    /// Asks.
    Request,
    /// Answers a request.
    RequestResponse,
    /// Tells what has been done, and wants an answer.
    Advice,
    /// Answers an advice.
    AdviceResponse,
    /// Tells; only the 2003 edition has an acknowledgement for it.
    Notification,
    /// Acknowledges a notification (2003).
    NotificationAcknowledgement,
    /// Instructs (2003).
    Instruction,
    /// Acknowledges an instruction (2003).
    InstructionAcknowledgement,
    /// Reserved by the standard: the digit.
    Reserved(u8),
}

/// Who began: the fourth digit of an [`Mti`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// The side of the shop.
    Acquirer,
    /// The side of the card.
    Issuer,
    /// Neither.
    Other,
    /// Reserved by the standard: the digit.
    Reserved(u8),
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    fn mti(digits: u16) -> Mti {
        Mti::new(digits).unwrap()
    }

    #[test]
    fn digits_only() {
        for digits in 0..=u16::MAX {
            let decimal = [12, 8, 4, 0].iter().all(|shift| digits >> shift & 15 <= 9);
            assert_eq!(Mti::new(digits).is_some(), decimal, "{digits:04X}");
        }
        assert!("02x0".parse::<Mti>().is_err() && "02000".parse::<Mti>().is_err());
    }

    #[test]
    fn responses_follow_requests() {
        for (request, response) in
            [(0x0200, 0x0210), (0x0201, 0x0210), (0x0421, 0x0430), (0x0402, 0x0412), (0x0804, 0x0814), (0x1220, 0x1230)]
        {
            assert_eq!(mti(request).response(), Some(mti(response)));
        }
    }

    #[test]
    fn a_response_is_never_answered() {
        assert_eq!(mti(0x0210).response(), None);
        assert_eq!(mti(0x0430).response(), None);
    }

    #[test]
    fn repeats_keep_the_origin() {
        assert_eq!(mti(0x0200).repeat(), Some(mti(0x0201)));
        assert_eq!(mti(0x0402).repeat(), Some(mti(0x0403)));
        assert_eq!(mti(0x0201).repeat(), Some(mti(0x0201)));
        assert_eq!(mti(0x0809).repeat(), None);
        for (sent, first) in [(0x0201, 0x0200), (0x0403, 0x0402), (0x0805, 0x0804), (0x0200, 0x0200), (0x0807, 0x0807)]
        {
            assert_eq!(mti(sent).first_sent(), mti(first));
        }
    }

    #[test]
    fn unknown_digits_survive() {
        let odd = mti(0x3997);
        assert_eq!(odd.to_string(), "3997");
        assert_eq!(odd.version(), Version::Reserved(3));
        assert_eq!(odd.class(), MessageClass::Reserved(9));
        assert_eq!("3997".parse(), Ok(odd));
    }
}
