//! One record of a batch upload.

use super::{Card, Direction, Entry, Kind, SettleError};
use crate::element::{Amount, Currency, Pan, PanMask, Stan};
use alloc::format;
use alloc::string::String;
use core::fmt;

/// One record of the batch upload of magnetic stripe cards: card class, STAN, card number and amount, 40 digits.
///
/// It holds the card number in clear, as the host wants it; it prints masked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DetailRecord<'a> {
    card_class: u8,
    stan: Stan,
    pan: Pan<'a>,
    minor: u64,
}

/// How many digits a record has.
pub(super) const LENGTH: usize = 40;
const FOREIGN: u8 = 1;
const MOST_MINOR: u64 = 999_999_999_999;

impl<'a> DetailRecord<'a> {
    /// The record of an entry, whose card has this number.
    ///
    /// # Errors
    ///
    /// A number that is not that of the entry's card, or begins with zero; a STAN of twelve digits; an amount of more
    /// than twelve.
    pub fn of(entry: &Entry, pan: Pan<'a>) -> Result<Self, SettleError> {
        // Without a hash of the number given here, what is shown of both decides.
        if entry.card().is_some_and(|card| !card.agrees_with(&Card::of(&pan))) {
            return Err(SettleError::OtherCard);
        }
        if pan.value().units().next() == Some(b'0') {
            return Err(SettleError::LeadingZero);
        }
        if entry.stan().as_str().len() != 6 {
            return Err(SettleError::LongStan);
        }
        if entry.amount().minor() > MOST_MINOR {
            return Err(SettleError::OutOfRange);
        }
        let card_class = if entry.is_foreign() { FOREIGN } else { 0 };
        Ok(DetailRecord { card_class, stan: entry.stan(), pan, minor: entry.amount().minor() })
    }

    /// The card class, two digits: 0 domestic, 1 foreign.
    #[must_use]
    pub fn card_class(&self) -> u8 {
        self.card_class
    }

    /// The number of the transaction.
    #[must_use]
    pub fn stan(&self) -> Stan {
        self.stan
    }

    /// The card number.
    #[must_use]
    pub fn pan(&self) -> Pan<'a> {
        self.pan
    }

    /// The amount in minor units.
    #[must_use]
    pub fn minor(&self) -> u64 {
        self.minor
    }

    /// The entry of this record. Of what it does not say, kind and direction are those given, and the rest is unknown; of its
    /// card so much is kept as the mask shows, which is that of the message's spec.
    #[must_use]
    pub fn entry(&self, kind: Kind, direction: Direction, currency: Currency, mask: PanMask) -> Entry {
        Entry::new(kind, direction, Amount::new(self.minor, currency), self.stan)
            .with_card(Card::masked(&self.pan, mask))
            .with_foreign(self.card_class == FOREIGN)
    }

    pub(super) fn digits(&self) -> String {
        let pan: String = self.pan.value().chars().collect();
        format!("{:02}{}{pan:0>20}{:012}", self.card_class, self.stan, self.minor)
    }

    /// Reads 40 digits.
    pub(super) fn read(digits: &'a str) -> Option<Self> {
        let part = |from: usize, to: usize| digits.get(from..to);
        Some(DetailRecord {
            card_class: part(0, 2)?.parse().ok()?,
            stan: part(2, 8)?.parse().ok()?,
            pan: Pan::new(part(8, 28)?.trim_start_matches('0')).ok()?,
            minor: part(28, LENGTH)?.parse().ok()?,
        })
    }
}

impl fmt::Debug for DetailRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DetailRecord { card_class, stan, pan, minor } = self;
        write!(f, "DetailRecord({card_class:02}, {stan}, {pan}, {minor})")
    }
}
