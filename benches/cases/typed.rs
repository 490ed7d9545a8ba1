//! A message as a struct, and the same elements read one by one.

use super::Sample;
use isomsg::element::{
    AcceptorId, ApprovalCode, Currency, Expiry, InstitutionId, LocalDate, LocalTime, Pan, PinBlock, PosEntryMode,
    ProcessingCode, ResponseCode, Rrn, Stan, TerminalId, Track1, Track2, Track3, TransmissionTime,
};
use isomsg::typed::TypedMessage;
use isomsg::typed::iso1987::{Authorization, FileAction, Financial, NetworkManagement};
use isomsg::value::{FromValue, Value};
use isomsg::{Field, Message, MessageClass};
use std::hint::black_box;

/// Amount and STAN of the struct.
pub(super) fn typed(sample: &mut Sample) -> u64 {
    let message = Message::parse_in(&mut sample.index, sample.bytes, sample.spec).expect("well formed");
    match message.mti().class() {
        MessageClass::Authorization => {
            let typed = Authorization::from_message(black_box(&message)).expect("whole");
            typed.stan.number() + typed.amount.unwrap_or(0)
        }
        MessageClass::Financial => {
            let typed = Financial::from_message(black_box(&message)).expect("whole");
            typed.stan.number() + typed.amount.unwrap_or(0)
        }
        MessageClass::NetworkManagement => {
            let typed = NetworkManagement::from_message(black_box(&message)).expect("whole");
            typed.stan.map_or(0, |stan| stan.number())
        }
        _ => {
            let typed = FileAction::from_message(black_box(&message)).expect("whole");
            typed.stan.map_or(0, |stan| stan.number())
        }
    }
}

/// Amount and STAN, after every element was read that the structs list.
pub(super) fn untyped(sample: &mut Sample) -> u64 {
    let message = Message::parse_in(&mut sample.index, sample.bytes, sample.spec).expect("well formed");
    let (mut amount, mut stan) = (0, 0);
    for field in message.fields() {
        match field.number() {
            4 => amount = field.parse().expect("a number"),
            11 => stan = field.parse::<Stan>().expect("a STAN").number(),
            _ => element(field),
        }
    }
    amount + stan
}

fn element(field: Field<'_>) {
    match field.number() {
        2 => read::<Pan<'_>>(field),
        3 => read::<ProcessingCode>(field),
        7 => read::<TransmissionTime>(field),
        12 => read::<LocalTime>(field),
        13 | 15 => read::<LocalDate>(field),
        14 => read::<Expiry>(field),
        18 | 19 | 23 | 70 => read::<u16>(field),
        22 => read::<PosEntryMode>(field),
        25 | 26 => read::<u8>(field),
        32 | 33 | 100 => read::<InstitutionId<'_>>(field),
        35 => read::<Track2<'_>>(field),
        36 => read::<Track3<'_>>(field),
        37 => read::<Rrn>(field),
        38 => read::<ApprovalCode>(field),
        39 => read::<ResponseCode>(field),
        41 => read::<TerminalId<'_>>(field),
        42 => read::<AcceptorId<'_>>(field),
        45 => read::<Track1<'_>>(field),
        49..=51 => read::<Currency>(field),
        52 => read::<PinBlock>(field),
        43 | 53 | 55 => read::<Value<'_>>(field),
        _ => {}
    }
}

fn read<'a, T: FromValue<'a>>(field: Field<'a>) {
    black_box(field.parse::<T>().expect("an element"));
}
