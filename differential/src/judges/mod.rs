//! One file a judge.

pub mod codec;
pub mod pyiso8583;
pub mod tshark;

use crate::case::{self, Answer, Case};
use crate::dialect::{Abilities, Dialect};
use crate::known::Tally;
use crate::random::Random;
use isomsg::error::ParseErrorKind;

/// Messages before the next dialect.
const MESSAGES_A_DIALECT: usize = 40;
/// Times that a message is spoilt.
const SPOILT_A_MESSAGE: usize = 3;

/// A library that reads and writes.
pub trait Judge {
    fn abilities(&self) -> Abilities;
    fn learn(&mut self, dialect: &Dialect);
    fn read(&mut self, bytes: &[u8]) -> Answer<String>;
    fn write(&mut self, case: &Case) -> Vec<u8>;
    /// The name of the explanation, if this disagreement about spoilt bytes has one.
    fn explains(
        &self,
        dialect: &Dialect,
        bytes: &[u8],
        own: &Answer<ParseErrorKind>,
        other: &Answer<String>,
    ) -> Option<&'static str>;
}

/// Whole messages must be written alike and read alike; of spoilt ones both must say the same.
fn compare(judge: &mut dyn Judge, random: &mut Random, messages: usize) -> Tally {
    let mut tally = Tally::default();
    let abilities = judge.abilities();
    while tally.valid < messages {
        let dialect = Dialect::random(random, &abilities);
        judge.learn(&dialect);
        for _ in 0..MESSAGES_A_DIALECT.min(messages - tally.valid) {
            let case = Case::random(random, &dialect);
            let bytes = case.write(&dialect);
            let report = |what: &str| format!("{what}\n{case:?}\n{}\n{}", case::hex(&bytes), dialect.of(&[&case]));
            assert!(case::read(&bytes, &dialect).as_ref() == Ok(&case), "{}", report("isomsg reads otherwise"));
            let other = judge.read(&bytes);
            assert!(other.as_ref() == Ok(&case), "{}\n{other:?}", report("the judge reads otherwise"));
            let other = judge.write(&case);
            assert!(other == bytes, "{}\n{}", report("the judge writes otherwise"), case::hex(&other));
            tally.valid += 1;
            for _ in 0..SPOILT_A_MESSAGE {
                let spoilt = case::spoilt(random, &bytes);
                compare_spoilt(judge, &dialect, &spoilt, &mut tally);
            }
        }
    }
    tally
}

fn compare_spoilt(judge: &mut dyn Judge, dialect: &Dialect, bytes: &[u8], tally: &mut Tally) {
    let (own, other) = (case::read(bytes, dialect), judge.read(bytes));
    tally.spoilt += 1;
    match (&own, &other) {
        (Err(_), Err(_)) => {}
        (Ok(one), Ok(another)) if one == another => tally.accepted += 1,
        _ => match judge.explains(dialect, bytes, &own, &other) {
            Some(name) => tally.explained(name),
            None => panic!(
                "{}\nisomsg: {own:?}\njudge: {other:?}\n{}",
                case::hex(bytes),
                dialect.of(&[own.as_ref().ok(), other.as_ref().ok()].into_iter().flatten().collect::<Vec<_>>())
            ),
        },
    }
}
