//! Messages that undo another one.

use super::buf::MessageBuf;
use super::view::Message;
use crate::de;
use crate::element::{
    OriginalDataElements, OriginalDataElements1993, OriginalDataElements2003, ReplacementAmounts, Sign, SignedAmount,
    Stan,
};
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::mti::{Mti, Version};
use crate::value::{FromValue, Input, NotThat};
use alloc::format;
use alloc::string::String;

/// An inquiry has a processing code that begins with it.
const INQUIRY: u8 = b'3';

/// Field 12 of 1993 and 2003 is date and time; 32 and 33 are the same in all editions.
const LOCAL_TIME: u16 = de::TIME_LOCAL_TRANSACTION;
const ACQUIRER: u16 = de::ACQUIRING_INSTITUTION_ID_CODE;
const FORWARDER: u16 = de::FORWARDING_INSTITUTION_ID_CODE;
/// Of 1993 and 2003.
const FUNCTION: u16 = 24;
const MESSAGE_REASON: u16 = 25;
const ORIGINAL_AMOUNTS: u16 = 30;
const ORIGINAL_LATER: u16 = 56;
const FULL_REVERSAL: &str = "400";
const PARTIAL_REVERSAL: &str = "401";
/// Of 1987.
const ORIGINAL_1987: u16 = 90;
const REPLACEMENT_AMOUNTS: u16 = 95;
const NO_FEE: SignedAmount = SignedAmount::new(Sign::Credit, 0);

impl<'a> Message<'a> {
    /// The reversal of this authorization or financial message: it is taken back as a whole, because no answer came, or
    /// one that could not be used.
    ///
    /// * The type is 0400, or 0420 where the spec states rules for that alone; of 1993 and 2003 it is 1420 and 2420.
    /// * It repeats the fields that the spec marks as echo, or a [`crate::spec::MessageRule`] for reversals of this type.
    /// * The reason goes into 39 in 1987 and into 25 in 1993 and 2003, where 24 becomes 400.
    /// * Where the spec defines them, the original data elements name the message that is reversed: 90 in 1987, 56 in the
    ///   other editions. They have its type as it was sent first, also where this is a repeat.
    ///
    /// A message of a national or private version is taken for one of the edition whose field 12 its spec has: of 6, 12 or 14
    /// digits; for one of 1987 where it has none of these.
    ///
    /// The number of the original (11) is repeated; a network that wants its own for the reversal has it set afterwards,
    /// as the time of transmission (7).
    ///
    /// ```
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let mut sale = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0200).expect("four digits"));
    /// for (number, value) in [(2, "4111111111111111"), (3, "000000"), (4, "000000001250"), (7, "1127132928"), (11, "000124")] {
    ///     sale.set(number, value)?;
    /// }
    /// let reversal = sale.reversal("68")?;
    /// assert_eq!(reversal.mti().to_string(), "0400");
    /// assert!(reversal.require(90)?.value() == "020000012411271329280000000000000000000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`EncodeErrorKind::NotReversible`] for a response, for a message of another class, and for an inquiry, which moves
    /// nothing; [`EncodeErrorKind::BadValue`] where number, time or institution of the message are none, so that it could not
    /// be named; otherwise as [`Message::response`], or what is wrong with the reason.
    pub fn reversal<'v>(&self, reason: impl Into<Input<'v>>) -> Result<MessageBuf, EncodeError> {
        let mut reversal = self.repeating(self.reversal_type()?)?;
        if self.edition() == Version::Iso1987 {
            reversal.set(de::RESPONSE_CODE, reason)?;
        } else {
            reversal.set(MESSAGE_REASON, reason)?;
            reversal.set(FUNCTION, FULL_REVERSAL)?;
        }
        self.name_original(&mut reversal)?;
        Ok(reversal)
    }

    /// The reversal of a part of this message: so much was done in the end, in minor units of its currency.
    ///
    /// In 1987 the amount that was done is in 95, and 4 stays what it was. In 1993 it is in 4, what was asked in 30, and 24
    /// is 401.
    ///
    /// # Errors
    ///
    /// As [`Message::reversal`]; [`EncodeErrorKind::NotReversible`] also where more was done than the message asked, and in
    /// 2003, where the amounts carry their currency.
    pub fn partial_reversal<'v>(&self, reason: impl Into<Input<'v>>, done: u64) -> Result<MessageBuf, EncodeError> {
        let mut reversal = self.reversal(reason)?;
        let asked = self.field(de::AMOUNT_TRANSACTION).and_then(|field| field.value().parse::<u64>().ok());
        let asked = asked.filter(|asked| *asked >= done).ok_or_else(|| self.not_reversible())?;
        match self.edition() {
            Version::Iso1987 => {
                let amounts = ReplacementAmounts::new(done, 0, NO_FEE, NO_FEE);
                reversal.set(REPLACEMENT_AMOUNTS, &amounts.map_err(|not| not.in_field(REPLACEMENT_AMOUNTS))?)?;
            }
            Version::Iso1993 => {
                reversal.set(FUNCTION, PARTIAL_REVERSAL)?;
                reversal.set(ORIGINAL_AMOUNTS, format!("{asked:012}{:012}", 0).as_str())?;
                reversal.set(de::AMOUNT_TRANSACTION, done)?;
            }
            _ => return Err(self.not_reversible()),
        }
        Ok(reversal)
    }

    /// The edition that the message is made by.
    fn edition(&self) -> Version {
        match self.mti().version() {
            own @ (Version::Iso1987 | Version::Iso1993 | Version::Iso2003) => own,
            _ => match self.spec().field(LOCAL_TIME).map(|field| field.format().max()) {
                Some(12) => Version::Iso1993,
                Some(14) => Version::Iso2003,
                _ => Version::Iso1987,
            },
        }
    }

    /// The type of the reversal of this message: an advice since 1993; in 1987 the one that the spec has rules for, where it
    /// has them for one only.
    fn reversal_type(&self) -> Result<Mti, EncodeError> {
        let code = self.field(de::PROCESSING_CODE);
        let is_inquiry = code.is_some_and(|code| code.value().units().next() == Some(INQUIRY));
        let has_rules = |mti: &Mti| self.spec().rules().any(|rule| rule.is_of(*mti));
        let usual = self.mti().reversal().filter(|_| !is_inquiry).ok_or_else(|| self.not_reversible())?;
        let is_later = self.edition() != Version::Iso1987;
        let advice = usual.advice().filter(|advice| is_later || !has_rules(&usual) && has_rules(advice));
        Ok(advice.unwrap_or(usual))
    }

    fn not_reversible(&self) -> EncodeError {
        EncodeError::new(EncodeErrorKind::NotReversible { mti: self.mti().digits() }, FieldPath::MESSAGE)
    }

    /// Says which message is reversed, where the spec has a field for it.
    fn name_original(&self, reversal: &mut MessageBuf) -> Result<(), EncodeError> {
        let (edition, mti) = (self.edition(), self.mti().first_sent());
        let number = if edition == Version::Iso1987 { ORIGINAL_1987 } else { ORIGINAL_LATER };
        if self.spec().field(number).is_none() {
            return Ok(());
        }
        let (acquirer, refused) = (self.text(ACQUIRER), |not: NotThat| not.in_field(number));
        match edition {
            Version::Iso1987 => {
                let (stan, time) = (self.stan(Stan::new(0))?, self.element(de::TRANSMISSION_DATE_AND_TIME)?);
                let named = OriginalDataElements::new(mti, stan, time, &acquirer, &self.text(FORWARDER));
                reversal.set(number, &named.map_err(refused)?)
            }
            Version::Iso1993 => {
                let (stan, time) = (self.stan(Stan::new(0))?, self.element(LOCAL_TIME)?);
                let named = OriginalDataElements1993::new(mti, stan, time, &acquirer);
                reversal.set(number, &named.map_err(refused)?)
            }
            _ => {
                let (stan, time) = (self.stan(Stan::new_2003(0))?, self.element(LOCAL_TIME)?);
                let named = OriginalDataElements2003::new(mti, stan, time, &acquirer);
                reversal.set(number, &named.map_err(refused)?)
            }
        }
    }

    /// The number of the message, zeros where it has none.
    fn stan(&self, zeros: Option<Stan>) -> Result<Stan, EncodeError> {
        self.element(de::STAN)?.or(zeros).ok_or_else(|| self.not_reversible())
    }

    /// What a field says, as its element; `None` where it is not there, or zeros.
    fn element<T: FromValue<'a>>(&self, number: u16) -> Result<Option<T>, EncodeError> {
        let value =
            self.field(number).map(|field| field.value()).filter(|value| value.units().any(|unit| unit != b'0'));
        value.map(|value| value.parse()).transpose().map_err(|not| not.in_field(number))
    }

    fn text(&self, number: u16) -> String {
        self.field(number).map(|field| field.value().chars().collect()).unwrap_or_default()
    }
}

impl MessageBuf {
    /// The reversal of this message, see [`Message::reversal`].
    ///
    /// # Errors
    ///
    /// As [`Message::reversal`].
    pub fn reversal<'v>(&self, reason: impl Into<Input<'v>>) -> Result<MessageBuf, EncodeError> {
        self.as_message().reversal(reason)
    }

    /// The reversal of a part of this message, see [`Message::partial_reversal`].
    ///
    /// # Errors
    ///
    /// As [`Message::partial_reversal`].
    pub fn partial_reversal<'v>(&self, reason: impl Into<Input<'v>>, done: u64) -> Result<MessageBuf, EncodeError> {
        self.as_message().partial_reversal(reason, done)
    }
}
