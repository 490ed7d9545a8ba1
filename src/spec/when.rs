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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Class, CodePage, Coding, DataForm, HexCase, NibblePad, Side};

    /// A message 0200 of which field 3 is `000000` and 60.3 is `201`.
    struct Sale;

    impl Facts for Sale {
        fn mti(&self) -> Mti {
            Mti::new(0x0200).unwrap_or(Mti::ZERO)
        }

        fn with_value(&self, path: &FieldPath, ask: &mut dyn FnMut(Value<'_>)) {
            let coding = Coding {
                class: Class::N,
                form: DataForm::Ascii,
                page: CodePage::Cp037,
                ebcdic_sign: false,
                pad: NibblePad::new(Side::Left, 0),
                case: HexCase::Upper,
            };
            let texts: [(&str, &[u8]); 2] = [("3", b"000000"), ("60.3", b"201")];
            for (of, text) in texts {
                if of.parse() == Ok(*path) {
                    ask(Value::new(text, coding, text.len()));
                }
            }
        }
    }

    #[test]
    fn conditions_hold_as_they_read() {
        for (condition, expected) in [
            ("3 = 000000", true),
            ("3 = 310000 000000", true),
            ("3 = 00", false),
            ("3 != 310000", true),
            ("3 != 310000 000000", false),
            ("4 = 000000", false),
            ("4 != 000000", true),
            ("3 starts 00", true),
            ("3 starts 31 00", true),
            ("3 starts 0000000", false),
            ("present 3", true),
            ("absent 3", false),
            ("present 60.3 and absent 60.4", true),
            ("mti = 0200", true),
            ("mti = 04xx 02x0", true),
            ("mti != 02xx", false),
            // `and` binds more tightly than `or`.
            ("present 4 and present 3 or present 60.3", true),
            ("present 60.3 or present 3 and present 4", true),
            ("present 4 and present 3 or present 5", false),
        ] {
            assert_eq!(check(condition), Ok(()), "{condition}");
            assert_eq!(holds(condition, &Sale), expected, "{condition}");
        }
    }

    #[test]
    fn refuses_what_is_no_condition() {
        for condition in [
            "",
            " ",
            "3",
            "3 =",
            "3 = ",
            "3 == 1",
            "3 < 1",
            "= 3 1",
            "present",
            "present 3 4",
            "present x",
            "absent and",
            "3 = 1 and",
            "3 = 1 or",
            "3 = 1 and and 4 = 2",
            "or 3 = 1",
            "mti",
            "mti starts 02",
            "mti = 200",
            "mti = 0200 and",
            "0 = 1",
            "03 = 1",
            "3. = 1",
            "3.1.2.3.4.5.6.7 = 1",
            "1000 = 1",
            "PAN = 1",
        ] {
            assert_eq!(check(condition), Err(SpecErrorKind::BadCondition), "{condition:?}");
        }
    }

    #[test]
    fn needs_and_lists() {
        assert!(check_needs("35 if 22 starts 02 05; 60.3 if present 26").is_ok());
        assert!(check_needs("").is_ok());
        for needs in ["35", "35 if", "35 when present 2", "x if present 2", "35 if present 2;; 3 if present 2"] {
            assert!(check_needs(needs).is_err(), "{needs:?}");
        }
        assert!(is_paths("") && is_paths("2 3 60.1"));
        assert!(!is_paths("2,3") && !is_paths("2  3") && !is_paths("x"));
    }
}
