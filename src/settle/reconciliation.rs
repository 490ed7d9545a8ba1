//! Totals in the fields of a reconciliation message, 1987 and 1993.

use super::{Direction, SettleError, Tally, Totals};
use crate::de;
use crate::element::{Amount, AmountError, Currency, SignedAmount};
use crate::message::{Message, MessageBuf};
use crate::mti::{Mti, Version};

/// The fields of count and amount: of what was made, and of what was taken back.
struct Places {
    made: (u16, u16),
    taken_back: (u16, u16),
}

const CREDITS: Places = Places {
    made: (de::CREDITS_NUMBER, de::CREDITS_AMOUNT),
    taken_back: (de::CREDITS_REVERSAL_NUMBER, de::CREDITS_REVERSAL_AMOUNT),
};
const DEBITS: Places = Places {
    made: (de::DEBITS_NUMBER, de::DEBITS_AMOUNT),
    taken_back: (de::DEBITS_REVERSAL_NUMBER, de::DEBITS_REVERSAL_AMOUNT),
};
const CURRENCY: u16 = de::CURRENCY_CODE_SETTLEMENT;
const NET: u16 = de::AMOUNT_NET_SETTLEMENT;

impl Totals {
    /// Sets the fields of a reconciliation message: 74 to 77 the counts, 86 to 89 the amounts, 97 the net amount and 50
    /// the currency.
    ///
    /// ```
    /// use isomsg::element::{Amount, Currency, Stan};
    /// use isomsg::settle::{Direction, Entry, Kind, Totals};
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let stan = Stan::new(1).ok_or("more than six digits")?;
    /// let mut totals = Totals::new(Currency::EUR);
    /// totals.add(&Entry::new(Kind::SALE, Direction::Debit, Amount::new(1250, Currency::EUR), stan))?;
    /// let mut request = MessageBuf::new(&spec::ISO1987_ASCII, "0500".parse::<Mti>()?);
    /// totals.write_to(&mut request)?;
    /// assert!(request.require(97)?.value() == "D0000000000001250");
    /// assert_eq!(Totals::read_from(&request.as_message(), Currency::EUR)?, totals);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`SettleError::OtherEdition`], a field that the spec of the message does not define, or a number that is too long
    /// for its field.
    pub fn write_to(&self, message: &mut MessageBuf) -> Result<(), SettleError> {
        check_edition(message.mti())?;
        let net = self.net()?;
        for (direction, places) in [(Direction::Credit, CREDITS), (Direction::Debit, DEBITS)] {
            write_tally(message, places.made, self.made(direction))?;
            write_tally(message, places.taken_back, self.taken_back(direction))?;
        }
        message.set(CURRENCY, &self.currency())?;
        message.set(NET, &net)?;
        Ok(())
    }

    /// Reads the fields that [`Totals::write_to`] sets. One that is absent says nothing: zero, and this currency.
    ///
    /// # Errors
    ///
    /// [`SettleError::OtherEdition`], a field that is not what it should be, another currency, or
    /// [`SettleError::OtherNet`].
    pub fn read_from(message: &Message<'_>, currency: Currency) -> Result<Self, SettleError> {
        check_edition(message.mti())?;
        if let Some(field) = message.field(CURRENCY) {
            let stated: Currency = field.parse()?;
            if stated != currency {
                return Err(AmountError::OtherCurrency.into());
            }
        }
        let read = |places| read_tally(message, places, currency);
        let totals =
            Totals::of(read(DEBITS.made)?, read(DEBITS.taken_back)?, read(CREDITS.made)?, read(CREDITS.taken_back)?)?;
        match message.field(NET) {
            Some(field) if !is_net(field.parse()?, totals.net()?) => Err(SettleError::OtherNet),
            _ => Ok(totals),
        }
    }
}

/// Nothing has no sign.
fn is_net(stated: SignedAmount, net: SignedAmount) -> bool {
    stated == net || (stated.minor() == 0 && net.minor() == 0)
}

fn check_edition(mti: Mti) -> Result<(), SettleError> {
    match mti.version() {
        Version::Iso1987 | Version::Iso1993 => Ok(()),
        _ => Err(SettleError::OtherEdition),
    }
}

fn write_tally(message: &mut MessageBuf, (count, amount): (u16, u16), tally: Tally) -> Result<(), SettleError> {
    message.set(count, tally.count())?;
    message.set(amount, tally.amount().minor())?;
    Ok(())
}

fn read_tally(message: &Message<'_>, places: (u16, u16), currency: Currency) -> Result<Tally, SettleError> {
    let number = |place| message.field(place).map_or(Ok(0), |field| field.parse::<u64>());
    Ok(Tally::of(number(places.0)?, Amount::new(number(places.1)?, currency)))
}
