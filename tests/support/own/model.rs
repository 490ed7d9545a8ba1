//! A message as a map: what a reader must find after some edits.

use super::edits::{Edit, Given};
use super::specs::{OwnField, OwnSpec};
use isomsg::spec::{Class, DataForm, Side};
use isomsg::{Message, MessageBuf, Mti};
use std::collections::BTreeMap;

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub mti: Mti,
    /// The units of each field that a caller can set.
    pub fields: BTreeMap<u16, Vec<u8>>,
}

impl Model {
    /// A message type and nothing else.
    pub fn new(mti: Mti) -> Self {
        Model { mti, fields: BTreeMap::new() }
    }

    /// What a received message says.
    pub fn of(message: &Message<'_>, own: &OwnSpec) -> Self {
        let fields = message.fields().filter(|field| Some(field.number()) != own.carrier);
        Model {
            mti: message.mti(),
            fields: fields.map(|field| (field.number(), field.value().units().collect())).collect(),
        }
    }

    /// Edits a message, and the model where the message took the edit; a refused edit must leave its bytes as they were.
    pub fn edit(&mut self, message: &mut MessageBuf, edit: &Edit, own: &OwnSpec) -> bool {
        let before = message.encode();
        let taken = match edit {
            Edit::Mti(mti) => {
                message.set_mti(*mti);
                self.mti = *mti;
                true
            }
            Edit::Remove(number) => {
                let removed = message.remove(*number);
                assert_eq!(removed, self.remove(*number, own), "whether field {number} was removed");
                removed
            }
            Edit::Set(number, given) => match message.set(*number, given.input()) {
                Ok(()) => {
                    let field = own.fields.get(number).expect("a field that a caller can set");
                    self.fields.insert(*number, read_back(field, given));
                    true
                }
                Err(error) => {
                    assert!(!error.to_string().is_empty());
                    false
                }
            },
        };
        assert!(taken || message.as_bytes() == before, "a refused edit changed the message");
        taken
    }

    fn remove(&mut self, number: u16, own: &OwnSpec) -> bool {
        if Some(number) == own.carrier {
            let before = self.fields.len();
            self.fields.retain(|&number, _| number <= 128);
            return self.fields.len() < before;
        }
        let is_last = self.fields.last_key_value().is_some_and(|(&last, _)| last == number);
        (own.has_bitmap || is_last) && self.fields.remove(&number).is_some()
    }
}

/// The units that a reader finds where a caller gave these: filled up to the least length, and the filler taken off
/// again where the spec says so.
fn read_back(field: &OwnField, given: &Given) -> Vec<u8> {
    let mut units = given.units(field);
    if field.class == Class::Z && field.form == DataForm::Bcd {
        units.iter_mut().filter(|unit| **unit == b'D').for_each(|unit| *unit = b'=');
    }
    let Some(filler) = field.filler else { return units };
    let missing = field.min.saturating_sub(units.len());
    let at = if filler.side == Side::Left { 0 } else { units.len() };
    units.splice(at..at, std::iter::repeat_n(filler.character, missing));
    if field.strip {
        let is_other = |unit: &u8| *unit != filler.character;
        match filler.side {
            Side::Right => units.truncate(units.iter().rposition(is_other).map_or(0, |last| last + 1)),
            Side::Left => {
                let fill = units.iter().position(is_other).unwrap_or(units.len());
                // Of a number that is all zeros, one stays.
                let fill = if filler.character == b'0' { fill.min(units.len().saturating_sub(1)) } else { fill };
                drop(units.drain(..fill));
            }
        }
    }
    units
}
