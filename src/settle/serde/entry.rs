//! The stored form of an entry: texts and numbers, the card masked.

use super::super::{Card, Direction, Effect, Entry, Kind, Recovery};
use super::{element, optional};
use crate::element::{Amount, Date, DateTime};
use ::serde::de::{Deserializer, Error};
use ::serde::ser::Serializer;
use ::serde::{Deserialize, Serialize};
use alloc::format;
use alloc::string::{String, ToString};

#[derive(Serialize, Deserialize)]
#[serde(rename = "Entry", deny_unknown_fields)]
pub(super) struct StoredEntry {
    kind: StoredKind,
    direction: StoredDirection,
    amount: u64,
    currency: String,
    #[serde(default)]
    exponent: Option<u8>,
    stan: String,
    #[serde(default)]
    original: Option<String>,
    #[serde(default)]
    batch: Option<String>,
    #[serde(default)]
    terminal: Option<String>,
    #[serde(default)]
    rrn: Option<String>,
    #[serde(default)]
    card: Option<String>,
    #[serde(default)]
    card_hash: Option<[u8; 32]>,
    #[serde(default)]
    when: Option<String>,
    #[serde(default)]
    foreign: bool,
    #[serde(default)]
    reversed: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Kind", deny_unknown_fields)]
struct StoredKind {
    name: String,
    effect: StoredEffect,
    recovery: StoredRecovery,
}

/// Declares the words of an enum.
macro_rules! words {
    ($stored:ident = $type:ident { $($variant:ident)+ }) => {
        #[derive(Clone, Copy, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        enum $stored {
            $($variant),+
        }

        impl From<$type> for $stored {
            fn from(value: $type) -> Self {
                match value {
                    $($type::$variant => $stored::$variant),+
                }
            }
        }

        impl From<$stored> for $type {
            fn from(value: $stored) -> Self {
                match value {
                    $($stored::$variant => $type::$variant),+
                }
            }
        }
    };
}

words! { StoredDirection = Direction { Debit Credit } }
words! { StoredEffect = Effect { Moves TakesBack Replaces Nothing } }
words! { StoredRecovery = Recovery { Reversal Repeat None } }

impl From<&Entry> for StoredEntry {
    fn from(entry: &Entry) -> Self {
        let (kind, amount, card) = (entry.kind(), entry.amount(), entry.card());
        StoredEntry {
            kind: StoredKind {
                name: kind.name().to_string(),
                effect: kind.effect().into(),
                recovery: kind.recovery().into(),
            },
            direction: entry.direction().into(),
            amount: amount.minor(),
            currency: amount.currency().as_str().to_string(),
            exponent: amount.exponent(),
            stan: entry.stan().to_string(),
            original: entry.original().map(|original| original.to_string()),
            batch: entry.batch().map(|batch| batch.to_string()),
            terminal: entry.terminal().map(|terminal| terminal.to_string()),
            rrn: entry.rrn().map(|rrn| rrn.to_string()),
            card: card.map(|card| card.to_string()),
            card_hash: card.and_then(|card| card.hash().copied()),
            when: entry.when().map(|when| when.to_string()),
            foreign: entry.is_foreign(),
            reversed: entry.is_reversed(),
        }
    }
}

impl StoredEntry {
    pub(super) fn entry<E: Error>(&self) -> Result<Entry, E> {
        let mut amount = Amount::new(self.amount, element(&self.currency)?);
        if let Some(exponent) = self.exponent {
            amount = amount.with_exponent(exponent).map_err(E::custom)?;
        }
        let StoredKind { name, effect, recovery } = &self.kind;
        let kind = Kind::new(name, (*effect).into(), (*recovery).into())
            .ok_or_else(|| E::custom("name of a kind is not 1 to 32 printable characters"))?;
        let mut entry = Entry::new(kind, self.direction.into(), amount, element(&self.stan)?)
            .with_foreign(self.foreign)
            .with_reversed(self.reversed);
        if let Some(original) = optional(self.original.as_deref())? {
            entry = entry.with_original(original);
        }
        if let Some(batch) = optional(self.batch.as_deref())? {
            entry = entry.with_batch(batch);
        }
        if let Some(terminal) = optional(self.terminal.as_deref())? {
            entry = entry.with_terminal(terminal);
        }
        if let Some(rrn) = optional(self.rrn.as_deref())? {
            entry = entry.with_rrn(rrn);
        }
        if let Some(card) = optional::<Card, E>(self.card.as_deref())? {
            entry = entry.with_card(self.card_hash.map_or(card, |hash| card.with_hash(hash)));
        }
        if let Some(when) = self.when.as_deref() {
            let time = date_time(when).ok_or_else(|| E::custom("not a date and time"))?;
            entry = entry.with_when(time);
        }
        Ok(entry)
    }
}

/// What a [`DateTime`] prints: `2026-11-27T13:45:00`.
fn date_time(text: &str) -> Option<DateTime> {
    fn number<T: core::str::FromStr>(text: &str, from: usize, to: usize) -> Option<T> {
        text.get(from..to)?.parse().ok()
    }
    let date = Date::new(number(text, 0, 4)?, number(text, 5, 7)?, number(text, 8, 10)?)?;
    let time = DateTime::new(date, number(text, 11, 13)?, number(text, 14, 16)?, number(text, 17, 19)?)?;
    Some(time).filter(|time| format!("{time}") == text)
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        StoredEntry::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        StoredEntry::deserialize(deserializer).map_err(super::without_values)?.entry()
    }
}
