//! Conditions: what must hold in a message for a rule to count.

use super::mtis::MtiSet;
use crate::error::{FieldPath, Segment, SpecError, SpecErrorKind};
use crate::mti::Mti;
use crate::value::Value;

/// What a condition may ask of a message.
pub(crate) trait Facts {
    fn mti(&self) -> Mti;

    /// The value of a field or part, if it is there.
    fn with_value(&self, path: &FieldPath, ask: &mut dyn FnMut(Value<'_>));
}

/// Checks a condition in its notation:
///
/// ```text
/// 3 starts 00 31 and present 52 or mti = 04xx
/// ```
///
/// Tests are joined by `and`, and those groups by `or`. A test is `present PATH`, `absent PATH`, `PATH = VALUE ...`,
/// `PATH != VALUE ...`, `PATH starts VALUE ...`, `mti = PATTERN ...` or `mti != PATTERN ...`; several values are
/// alternatives.
pub(crate) const fn check(condition: &str) -> Result<(), SpecErrorKind> {
    check_words(Words(condition.as_bytes()))
}

const fn check_words(condition: Words<'_>) -> Result<(), SpecErrorKind> {
    let mut rest = condition;
    loop {
        rest = match check_test(rest) {
            Some(rest) => rest,
            None => return Err(SpecErrorKind::BadCondition),
        };
        match rest.next() {
            None => return Ok(()),
            Some((_, behind)) => rest = behind,
        }
    }
}

/// Checks a test, and gives what is behind it: nothing, or `and` or `or`.
const fn check_test(words: Words<'_>) -> Option<Words<'_>> {
    let Some((first, behind)) = words.next() else { return None };
    if is(first, b"present") || is(first, b"absent") {
        return match behind.next() {
            Some((path, behind)) if is_path(path) && behind.at_joint() => Some(behind),
            _ => None,
        };
    }
    let is_mti = is(first, b"mti");
    let Some((operator, values)) = behind.next() else { return None };
    let is_operator = is(operator, b"=") || is(operator, b"!=") || !is_mti && is(operator, b"starts");
    if !is_operator || !is_mti && !is_path(first) || values.at_joint() {
        return None;
    }
    let mut rest = values;
    while let Some((value, behind)) = rest.next() {
        if rest.at_joint() {
            return Some(rest);
        }
        if is_mti && !is_pattern(value) {
            return None;
        }
        rest = behind;
    }
    Some(rest)
}

/// Whether a condition that was checked holds in a message.
pub(crate) fn holds(condition: &str, facts: &dyn Facts) -> bool {
    condition.split(" or ").any(|all| all.split(" and ").all(|test| test_holds(test, facts)))
}

fn test_holds(test: &str, facts: &dyn Facts) -> bool {
    let mut words = test.split_ascii_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    match (first, second) {
        ("present", path) => is_there(path, facts),
        ("absent", path) => !is_there(path, facts),
        ("mti", "=") => words.any(|pattern| MtiSet::new(&[pattern]).contains(facts.mti())),
        ("mti", _) => !words.any(|pattern| MtiSet::new(&[pattern]).contains(facts.mti())),
        (path, "=") => ask(path, facts, |value| words.any(|word| value == *word)),
        (path, "!=") => !ask(path, facts, |value| words.any(|word| value == *word)),
        (path, _) => ask(path, facts, |value| {
            words.any(|word| {
                value.len() >= word.len() && value.chars().zip(word.chars()).all(|(one, other)| one == other)
            })
        }),
    }
}

fn is_there(path: &str, facts: &dyn Facts) -> bool {
    ask(path, facts, |_| true)
}

/// Whether a value is there of which this can be said.
fn ask(path: &str, facts: &dyn Facts, mut holds: impl FnMut(Value<'_>) -> bool) -> bool {
    let mut answer = false;
    if let Ok(path) = path.parse() {
        facts.with_value(&path, &mut |value| answer = holds(value));
    }
    answer
}

/// The words of a condition, which one blank separates.
#[derive(Clone, Copy)]
struct Words<'c>(&'c [u8]);

impl<'c> Words<'c> {
    /// The next word, and what is behind it.
    const fn next(self) -> Option<(&'c [u8], Words<'c>)> {
        let mut rest = self.0;
        let mut length = 0;
        while let [byte, tail @ ..] = rest {
            if *byte == b' ' {
                break;
            }
            length += 1;
            rest = tail;
        }
        if self.0.is_empty() {
            return None;
        }
        let (word, _) = self.0.split_at(length);
        let behind = match rest {
            [b' ', tail @ ..] => tail,
            _ => rest,
        };
        Some((word, Words(behind)))
    }

    /// Whether nothing follows, or `and` or `or`.
    const fn at_joint(self) -> bool {
        match self.next() {
            None => true,
            Some((word, _)) => is(word, b"and") || is(word, b"or"),
        }
    }
}

const fn is(word: &[u8], other: &[u8]) -> bool {
    let (mut word, mut other) = (word, other);
    while let ([one, ones @ ..], [two, twos @ ..]) = (word, other) {
        if *one != *two {
            return false;
        }
        (word, other) = (ones, twos);
    }
    word.is_empty() && other.is_empty()
}

/// A number, then numbers or tags, joined by dots.
const fn is_path(word: &[u8]) -> bool {
    let mut rest = word;
    let mut depth = 0;
    loop {
        let mut length = 0;
        let mut ahead = rest;
        while let [byte, tail @ ..] = ahead {
            if *byte == b'.' {
                break;
            }
            length += 1;
            ahead = tail;
        }
        let (segment, _) = rest.split_at(length);
        depth += 1;
        if Segment::of(segment).is_none() || depth > FieldPath::MAX_DEPTH || depth == 1 && !is_number(segment) {
            return false;
        }
        match ahead {
            [] => return true,
            [_, tail @ ..] => rest = tail,
        }
    }
}

/// The number of a field of a message, in its one spelling.
const fn is_number(word: &[u8]) -> bool {
    let mut rest = word;
    while let [digit, tail @ ..] = rest {
        if !digit.is_ascii_digit() {
            return false;
        }
        rest = tail;
    }
    matches!(word, [b'1'..=b'9', ..]) && word.len() <= 3
}

const fn is_pattern(word: &[u8]) -> bool {
    match core::str::from_utf8(word) {
        Ok(pattern) => MtiSet::new(&[pattern]).is_well_formed(),
        Err(_) => false,
    }
}

/// Whether these are paths, separated by blanks.
pub(crate) const fn is_paths(list: &str) -> bool {
    let mut rest = Words(list.as_bytes());
    while let Some((word, behind)) = rest.next() {
        if !is_path(word) {
            return false;
        }
        rest = behind;
    }
    true
}

/// Checks needs: `35 if 22 starts 02 05; 52 if present 26`.
pub(crate) const fn check_needs(needs: &str) -> Result<(), SpecError> {
    let mut rest = needs.as_bytes();
    while !rest.is_empty() {
        let (need, behind) = split_need(rest);
        if let Err(kind) = check_need(Words(need)) {
            return Err(SpecError::new(kind, FieldPath::MESSAGE));
        }
        rest = behind;
    }
    Ok(())
}

const fn check_need(words: Words<'_>) -> Result<(), SpecErrorKind> {
    let Some((path, behind)) = words.next() else { return Err(SpecErrorKind::BadFieldList) };
    let Some((joint, condition)) = behind.next() else { return Err(SpecErrorKind::BadFieldList) };
    if !is_path(path) || !is(joint, b"if") {
        return Err(SpecErrorKind::BadFieldList);
    }
    check_words(condition)
}

/// A need, and what is behind its semicolon and one blank.
const fn split_need(needs: &[u8]) -> (&[u8], &[u8]) {
    let mut rest = needs;
    let mut length = 0;
    while let [byte, tail @ ..] = rest {
        if *byte == b';' {
            break;
        }
        length += 1;
        rest = tail;
    }
    let (need, _) = needs.split_at(length);
    match rest {
        [_, b' ', tail @ ..] | [_, tail @ ..] => (need, tail),
        [] => (need, rest),
    }
}
