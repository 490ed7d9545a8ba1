//! One transaction as settlement sees it.

use super::{Card, Direction, Effect, Kind, TerminalKey};
use crate::de;
use crate::element::{Amount, BatchNumber, Currency, DateTime, Pan, Rrn, Stan};
use crate::error::ParseError;
use crate::message::Message;
use core::fmt;

/// One transaction as settlement sees it.
///
/// The direction of a void is that of what it takes back: the void of a sale is a debit that is taken back. An adjustment has
/// the amount that its original has from now on. Both can name their original, and an adjustment must.
///
/// ```
/// use isomsg::element::{Amount, Currency, Pan, Stan};
/// use isomsg::settle::{Card, Direction, Entry, Kind};
///
/// let stan = Stan::new(124).ok_or("more than six digits")?;
/// let sale = Entry::new(Kind::SALE, Direction::Debit, Amount::new(1250, Currency::EUR).with_exponent(2)?, stan)
///     .with_batch("000001".parse()?)
///     .with_terminal("TERM0001".parse()?)
///     .with_card(Card::of(&Pan::new("4111111111111111")?));
/// assert!(sale.to_string().starts_with("sale 000124 of 12.50 "));
/// assert!(sale.to_string().ends_with(" in batch 000001 at TERM0001 with 411111******1111"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    kind: Kind,
    direction: Direction,
    amount: Amount,
    original: Option<Stan>,
    stan: Stan,
    batch: Option<BatchNumber>,
    terminal: Option<TerminalKey>,
    rrn: Option<Rrn>,
    card: Option<Card>,
    when: Option<DateTime>,
    is_foreign: bool,
    is_reversed: bool,
}

impl Entry {
    /// A transaction with a domestic card, not reversed; the rest is unknown until it is said.
    #[must_use]
    pub fn new(kind: Kind, direction: Direction, amount: Amount, stan: Stan) -> Self {
        Entry {
            kind,
            direction,
            amount,
            original: None,
            stan,
            batch: None,
            terminal: None,
            rrn: None,
            card: None,
            when: None,
            is_foreign: false,
            is_reversed: false,
        }
    }

    /// The transaction of a request or its response, by the fields 4, 11 and 49, and 2, 37 and 41 if they are there.
    ///
    /// Where the batch stands depends on the network: in UnionPay POS it is 60.2. Of the card so much is kept as the spec shows.
    ///
    /// # Errors
    ///
    /// One of the first three is absent, or one of all these fields is not what it should be.
    pub fn of_message(message: &Message<'_>, kind: Kind, direction: Direction) -> Result<Self, ParseError> {
        let currency: Currency = message.require(de::CURRENCY_CODE_TRANSACTION)?.parse()?;
        let amount = Amount::new(message.require(de::AMOUNT_TRANSACTION)?.parse()?, currency);
        let mut entry = Entry::new(kind, direction, amount, message.require(de::STAN)?.parse()?);
        if let Some(field) = message.field(de::PAN) {
            entry.card = Some(Card::masked(&field.parse::<Pan<'_>>()?, message.spec().get().pan_mask()));
        }
        if let Some(field) = message.field(de::RETRIEVAL_REFERENCE_NUMBER) {
            entry.rrn = Some(field.parse()?);
        }
        if let Some(field) = message.field(de::CARD_ACCEPTOR_TERMINAL_ID) {
            entry.terminal = Some(field.parse()?);
        }
        Ok(entry)
    }

    /// The entry in a batch.
    #[must_use]
    pub fn with_batch(self, batch: BatchNumber) -> Self {
        Entry { batch: Some(batch), ..self }
    }

    /// The entry at a terminal.
    #[must_use]
    pub fn with_terminal(self, terminal: TerminalKey) -> Self {
        Entry { terminal: Some(terminal), ..self }
    }

    /// The entry with its retrieval reference number, field 37.
    #[must_use]
    pub fn with_rrn(self, rrn: Rrn) -> Self {
        Entry { rrn: Some(rrn), ..self }
    }

    /// The entry with its card.
    #[must_use]
    pub fn with_card(self, card: Card) -> Self {
        Entry { card: Some(card), ..self }
    }

    /// The entry with the time at which it took place.
    #[must_use]
    pub fn with_when(self, when: DateTime) -> Self {
        Entry { when: Some(when), ..self }
    }

    /// The entry with another amount.
    #[must_use]
    pub fn with_amount(self, amount: Amount) -> Self {
        Entry { amount, ..self }
    }

    /// The entry with the number of its original, of the same batch and terminal: what a void takes back, or an adjustment gives
    /// another amount.
    #[must_use]
    pub fn with_original(self, stan: Stan) -> Self {
        Entry { original: Some(stan), ..self }
    }

    /// Whether the card is a foreign one, which has totals of its own.
    #[must_use]
    pub fn with_foreign(self, is_foreign: bool) -> Self {
        Entry { is_foreign, ..self }
    }

    /// Whether a reversal took the entry back.
    ///
    /// A void is an entry of its own: a sale that is also marked here would be taken back twice.
    #[must_use]
    pub fn with_reversed(self, is_reversed: bool) -> Self {
        Entry { is_reversed, ..self }
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Which way the money goes, of a void that of what it takes back.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// How much.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.amount
    }

    /// The number of its original.
    #[must_use]
    pub fn original(&self) -> Option<Stan> {
        self.original
    }

    /// Its number, field 11.
    #[must_use]
    pub fn stan(&self) -> Stan {
        self.stan
    }

    /// Its batch.
    #[must_use]
    pub fn batch(&self) -> Option<BatchNumber> {
        self.batch
    }

    /// Its terminal, field 41.
    #[must_use]
    pub fn terminal(&self) -> Option<TerminalKey> {
        self.terminal
    }

    /// Its retrieval reference number, field 37.
    #[must_use]
    pub fn rrn(&self) -> Option<Rrn> {
        self.rrn
    }

    /// Its card.
    #[must_use]
    pub fn card(&self) -> Option<Card> {
        self.card
    }

    /// When it took place.
    #[must_use]
    pub fn when(&self) -> Option<DateTime> {
        self.when
    }

    /// Whether its card is a foreign one.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.is_foreign
    }

    /// Whether a reversal took it back.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        self.is_reversed
    }

    /// Whether it changes what is paid: it moves money, takes it back or changes its amount, and was not reversed.
    #[must_use]
    pub fn has_effect(&self) -> bool {
        self.kind.effect() != Effect::Nothing && !self.is_reversed
    }
}

/// One line, the card masked.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} of {}", self.kind, self.stan, self.amount)?;
        if let Some(original) = self.original {
            write!(f, " for {original}")?;
        }
        if let Some(batch) = self.batch {
            write!(f, " in batch {batch}")?;
        }
        if let Some(terminal) = self.terminal {
            write!(f, " at {terminal}")?;
        }
        if let Some(card) = self.card {
            write!(f, " with {card}")?;
        }
        if self.is_reversed { f.write_str(", reversed") } else { Ok(()) }
    }
}
