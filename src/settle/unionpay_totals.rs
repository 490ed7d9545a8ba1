//! Totals in field 48 of a UnionPay POS settlement.

use super::{BatchTotals, Direction, ReconciliationCode, SettleError, Tally, Totals, Voids};
use crate::element::{Amount, Currency};
use crate::value::{FromValue, Input, NotThat, Value};
use alloc::format;
use alloc::string::String;
use core::fmt;

/// Totals as field 48 of a UnionPay POS settlement (0500 and 0510) has them, of one currency: 62 digits, 31 for domestic
/// cards and 31 for foreign ones.
///
/// ```
/// use isomsg::element::{Amount, Currency, Stan};
/// use isomsg::settle::{BatchTotals, Direction, Entry, Kind, UnionPayTotals, Voids};
/// use isomsg::{MessageBuf, Mti, spec};
///
/// let stan = Stan::new(1).ok_or("more than six digits")?;
/// let sale = Entry::new(Kind::SALE, Direction::Debit, Amount::new(1250, Currency::CNY), stan);
/// let totals = UnionPayTotals::of(&BatchTotals::of([&sale])?, Currency::CNY, Voids::Removed)?;
/// let mut request = MessageBuf::new(&spec::UNIONPAY_POS, "0500".parse::<Mti>()?);
/// request.set(48, &totals)?;
/// assert!(request.require("48.1")?.value() == "000000001250");
/// assert_eq!(request.require(48)?.parse::<UnionPayTotals>()?, totals);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct UnionPayTotals {
    domestic: CardTotals,
    foreign: CardTotals,
    digits: String,
}

/// The totals of domestic or of foreign cards, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardTotals {
    /// How much was debited: at most twelve digits.
    pub debit_minor: u64,
    /// How many debits: at most three digits.
    pub debit_count: u64,
    /// How much was credited: at most twelve digits.
    pub credit_minor: u64,
    /// How many credits: at most three digits.
    pub credit_count: u64,
    /// What the host says of it.
    pub code: ReconciliationCode,
}

const LENGTH: usize = 31;
const MOST_MINOR: u64 = 999_999_999_999;
const MOST_COUNT: u64 = 999;

impl UnionPayTotals {
    const NOT: NotThat = NotThat { expected: "totals of 62 digits" };

    /// Totals of domestic and of foreign cards.
    ///
    /// # Errors
    ///
    /// [`SettleError::OutOfRange`] where a count has more than three digits or an amount more than twelve.
    pub fn new(domestic: CardTotals, foreign: CardTotals) -> Result<Self, SettleError> {
        let digits = domestic.digits()? + &foreign.digits()?;
        Ok(UnionPayTotals { domestic, foreign, digits })
    }

    /// The totals of a batch in one currency, as a request has them: without a word of the host.
    ///
    /// How voids are counted is not certain, see [`Voids`].
    ///
    /// # Errors
    ///
    /// As [`UnionPayTotals::new`] and [`Totals::stated`].
    pub fn of(batch: &BatchTotals, currency: Currency, voids: Voids) -> Result<Self, SettleError> {
        let side = |is_foreign| {
            let totals = batch.get(currency, is_foreign).copied().unwrap_or(Totals::new(currency));
            CardTotals::of(&totals, voids)
        };
        UnionPayTotals::new(side(false)?, side(true)?)
    }

    /// These totals with the word of the host on those of domestic and of foreign cards, as a response has them.
    #[must_use]
    pub fn answered(&self, domestic: ReconciliationCode, foreign: ReconciliationCode) -> Self {
        let with = |totals: CardTotals, code| CardTotals { code, ..totals };
        let (domestic, foreign) = (with(self.domestic, domestic), with(self.foreign, foreign));
        // A code is one digit, whatever it is.
        UnionPayTotals::new(domestic, foreign).unwrap_or_else(|_| self.clone())
    }

    /// Those of domestic cards.
    #[must_use]
    pub fn domestic(&self) -> CardTotals {
        self.domestic
    }

    /// Those of foreign cards.
    #[must_use]
    pub fn foreign(&self) -> CardTotals {
        self.foreign
    }

    /// The 62 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// The totals of a batch in this currency, with nothing taken back.
    #[must_use]
    pub fn batch_totals(&self, currency: Currency) -> BatchTotals {
        let mut batch = BatchTotals::new();
        for (totals, is_foreign) in [(self.domestic, false), (self.foreign, true)] {
            let tally = |count, minor| Tally::of(count, Amount::new(minor, currency));
            let (debits, credits) =
                (tally(totals.debit_count, totals.debit_minor), tally(totals.credit_count, totals.credit_minor));
            let none = Tally::new(currency);
            if let Ok(totals) = Totals::of(debits, none, credits, none) {
                batch.set(totals, is_foreign);
            }
        }
        batch
    }
}

impl CardTotals {
    fn of(totals: &Totals, voids: Voids) -> Result<Self, SettleError> {
        let (debits, credits) = (totals.stated(Direction::Debit, voids)?, totals.stated(Direction::Credit, voids)?);
        Ok(CardTotals {
            debit_minor: debits.amount().minor(),
            debit_count: debits.count(),
            credit_minor: credits.amount().minor(),
            credit_count: credits.count(),
            code: ReconciliationCode::NONE,
        })
    }

    fn digits(&self) -> Result<String, SettleError> {
        let CardTotals { debit_minor, debit_count, credit_minor, credit_count, code } = self;
        let minors = [debit_minor, credit_minor].iter().all(|minor| **minor <= MOST_MINOR);
        let counts = [debit_count, credit_count].iter().all(|count| **count <= MOST_COUNT);
        if !minors || !counts {
            return Err(SettleError::OutOfRange);
        }
        Ok(format!("{debit_minor:012}{debit_count:03}{credit_minor:012}{credit_count:03}{code}"))
    }

    /// Reads 31 digits.
    fn read(digits: &str) -> Option<Self> {
        let number = |from: usize, to: usize| digits.get(from..to)?.parse::<u64>().ok();
        Some(CardTotals {
            debit_minor: number(0, 12)?,
            debit_count: number(12, 15)?,
            credit_minor: number(15, 27)?,
            credit_count: number(27, 30)?,
            code: ReconciliationCode::new(number(30, LENGTH)?.try_into().ok()?)?,
        })
    }
}

impl<'a> FromValue<'a> for UnionPayTotals {
    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        if value.len() != 2 * LENGTH || !value.units().all(|unit| unit.is_ascii_digit()) || value.is_binary() {
            return Err(Self::NOT);
        }
        let digits: String = value.chars().collect();
        let (domestic, foreign) = digits.split_at_checked(LENGTH).ok_or(Self::NOT)?;
        let (domestic, foreign) = CardTotals::read(domestic).zip(CardTotals::read(foreign)).ok_or(Self::NOT)?;
        Ok(UnionPayTotals { domestic, foreign, digits })
    }
}

impl<'v> From<&'v UnionPayTotals> for Input<'v> {
    fn from(totals: &'v UnionPayTotals) -> Self {
        Input::Text(&totals.digits)
    }
}

impl fmt::Debug for UnionPayTotals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnionPayTotals").field("domestic", &self.domestic).field("foreign", &self.foreign).finish()
    }
}
