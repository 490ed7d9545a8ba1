//! The stored form of a record, with its version in front.

use super::super::{Effect, Record, RecordedTransaction, SettleError, State, StoredMessage};
use super::entry::StoredEntry;
use super::{NO_VERSION, element, newer, optional, without_values};
use crate::wire::HexCase;
use crate::wire::hex::{self, HexText};
use ::serde::de::{Deserializer, Error};
use ::serde::ser::Serializer;
use ::serde::{Deserialize, Serialize};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

#[derive(Serialize, Deserialize)]
#[serde(rename = "Record", deny_unknown_fields)]
struct StoredRecord {
    version: KnownVersion,
    stan: String,
    batch: String,
    #[serde(default)]
    terminal: Option<String>,
    transactions: Vec<StoredTransaction>,
}

/// A version that is not newer than this crate. It stands in front, so a newer record is refused for its version and not
/// for what else is new in it.
#[derive(Serialize)]
struct KnownVersion(u32);

impl<'de> Deserialize<'de> for KnownVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let version = u32::deserialize(deserializer)?;
        match version {
            0 => Err(D::Error::custom(NO_VERSION)),
            version if version > Record::VERSION => Err(D::Error::custom(newer(version))),
            version => Ok(KnownVersion(version)),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Transaction", deny_unknown_fields)]
struct StoredTransaction {
    entry: StoredEntry,
    state: StoredState,
    #[serde(default)]
    tries: u8,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    complete: bool,
    /// Hex digits.
    #[serde(default)]
    message: Option<String>,
}

/// Declares the words of the states.
macro_rules! states {
    ($($state:ident)+) => {
        #[derive(Clone, Copy, Serialize, Deserialize)]
        #[serde(rename = "State", rename_all = "kebab-case")]
        enum StoredState {
            $($state),+
        }

        impl From<State> for StoredState {
            fn from(state: State) -> Self {
                match state {
                    $(State::$state => StoredState::$state),+
                }
            }
        }

        impl From<StoredState> for State {
            fn from(state: StoredState) -> Self {
                match state {
                    $(StoredState::$state => State::$state),+
                }
            }
        }
    };
}

states! {
    Sent Approved Declined Unanswered ReversalDue ReversalSent Reversed GivenUp AdviceDue AdviceSent AdviceGivenUp
}

impl From<&RecordedTransaction> for StoredTransaction {
    fn from(transaction: &RecordedTransaction) -> Self {
        StoredTransaction {
            entry: StoredEntry::from(&transaction.entry),
            state: transaction.state.into(),
            tries: transaction.tries,
            reason: transaction.reason.map(|reason| reason.to_string()),
            complete: transaction.is_complete,
            message: transaction.message.as_ref().map(|message| digits(message.reveal())),
        }
    }
}

impl StoredTransaction {
    fn transaction<E: Error>(&self) -> Result<RecordedTransaction, E> {
        let entry = self.entry.entry::<E>()?;
        let state = State::from(self.state);
        if !state.is_of(entry.kind().recovery()) || entry.is_reversed() {
            return Err(E::custom("state is not one of a transaction of this kind"));
        }
        if self.complete && state != State::Approved {
            return Err(E::custom("complete, but not approved"));
        }
        if entry.kind().effect() == Effect::Replaces && entry.original().is_none() {
            return Err(E::custom(SettleError::NoOriginal));
        }
        let message =
            self.message.as_deref().map(|text| bytes(text).ok_or_else(|| E::custom("not pairs of hex digits")));
        Ok(RecordedTransaction {
            entry,
            state,
            tries: self.tries,
            reason: optional(self.reason.as_deref())?,
            is_complete: self.complete,
            message: message.transpose()?.map(StoredMessage::stored),
        })
    }
}

fn digits(bytes: &[u8]) -> String {
    let mut digits = vec![0; 2 * bytes.len()];
    hex::write(bytes.iter().copied(), HexText::Ascii, HexCase::Upper, &mut digits);
    digits.into_iter().map(char::from).collect()
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let byte = |at| hex::byte(digits, at, HexText::Ascii, HexCase::Any);
    if digits.len().is_multiple_of(2) { (0..digits.len() / 2).map(byte).collect() } else { None }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let stored = StoredRecord {
            version: KnownVersion(Record::VERSION),
            stan: self.stan().to_string(),
            batch: self.batch().to_string(),
            terminal: self.terminal().map(|terminal| terminal.to_string()),
            transactions: self.transactions().map(StoredTransaction::from).collect(),
        };
        stored.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = StoredRecord::deserialize(deserializer).map_err(without_values)?;
        let transactions: Result<Vec<RecordedTransaction>, D::Error> =
            stored.transactions.iter().map(StoredTransaction::transaction).collect();
        let terminal = optional(stored.terminal.as_deref())?;
        Record::stored(element(&stored.stan)?, element(&stored.batch)?, terminal, transactions?).ok_or_else(|| {
            D::Error::custom("a transaction is of another batch or terminal, or a number is there twice")
        })
    }
}
