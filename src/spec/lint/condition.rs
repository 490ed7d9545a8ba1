//! What can be said of conditions without a message: that one never holds, or that another one holds whenever it does.

use crate::error::FieldPath;
use alloc::string::String;
use alloc::vec::Vec;

/// The longest condition that is compared with others.
const LONGEST: usize = 1024;

/// What a test asks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Present,
    Absent,
    Is,
    IsNot,
    Starts,
}

/// A test: `3 starts 00 31`.
#[derive(Clone)]
pub(super) struct Test<'c> {
    /// A path, or `mti`.
    subject: &'c str,
    pub(super) verb: Verb,
    pub(super) values: Vec<&'c str>,
}

/// The groups of a condition, one of which must hold as a whole.
pub(super) struct Condition<'c>(Vec<Vec<Test<'c>>>);

impl<'c> Test<'c> {
    fn read(test: &'c str) -> Self {
        let mut words = test.split_ascii_whitespace();
        let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        match (first, second) {
            ("present", subject) => Test { subject, verb: Verb::Present, values: Vec::new() },
            ("absent", subject) => Test { subject, verb: Verb::Absent, values: Vec::new() },
            (subject, operator) => {
                let verb = match operator {
                    "=" => Verb::Is,
                    "!=" => Verb::IsNot,
                    _ => Verb::Starts,
                };
                Test { subject, verb, values: words.collect() }
            }
        }
    }

    /// That the message is of one of these types, patterns separated by blanks.
    pub(super) fn of_types(types: &'c str) -> Self {
        Test { subject: MTI, verb: Verb::Is, values: types.split_ascii_whitespace().collect() }
    }

    pub(super) fn present(subject: &'c str) -> Self {
        Test { subject, verb: Verb::Present, values: Vec::new() }
    }

    /// The field or part that is asked; `None` for the message type.
    pub(super) fn path(&self) -> Option<FieldPath> {
        self.subject.parse().ok().filter(|_| self.subject != MTI)
    }

    fn is_positive(&self) -> bool {
        matches!(self.verb, Verb::Present | Verb::Is | Verb::Starts)
    }

    /// Whether it asks of the same or of what lies within it.
    fn is_within(&self, holder: &Test<'_>) -> bool {
        let deeper = self.subject.strip_prefix(holder.subject);
        deeper.is_some_and(|deeper| deeper.is_empty() || deeper.starts_with('.'))
    }

    fn all(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.values.iter().all(|value| holds(value))
    }

    fn any(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.values.iter().any(|value| holds(value))
    }

    /// Whether no message passes both tests, as far as it can be seen from here.
    fn excludes(&self, other: &Test<'_>) -> bool {
        self.excludes_in_order(other) || other.excludes_in_order(self)
    }

    fn excludes_in_order(&self, other: &Test<'_>) -> bool {
        if self.verb == Verb::Absent {
            return other.is_positive() && other.subject != MTI && other.is_within(self);
        }
        if self.subject != other.subject {
            return false;
        }
        let is_mti = self.subject == MTI;
        match (self.verb, other.verb) {
            (Verb::Is, Verb::Is) if is_mti => self.all(|one| other.all(|two| !overlaps(one, two))),
            (Verb::Is, Verb::IsNot) if is_mti => self.all(|one| other.any(|two| covers(two, one))),
            (Verb::Is, Verb::Is) => self.all(|one| other.all(|two| one != two)),
            (Verb::Is, Verb::IsNot) => self.all(|one| other.any(|two| one == two)),
            (Verb::Is, Verb::Starts) => self.all(|one| other.all(|two| !one.starts_with(two))),
            (Verb::Starts, Verb::Starts) => {
                self.all(|one| other.all(|two| !one.starts_with(two) && !two.starts_with(one)))
            }
            _ => false,
        }
    }

    /// Whether both ask for message types, and for none in common.
    pub(super) fn excludes_type(&self, other: &Test<'_>) -> bool {
        self.subject == MTI && self.excludes(other)
    }

    /// Whether every message that passes this test passes the other one, as far as it can be seen from here.
    fn implies(&self, other: &Test<'_>) -> bool {
        match (self.verb, other.verb) {
            (_, Verb::Present) => self.is_positive() && self.subject != MTI && self.is_within(other),
            (Verb::Absent, Verb::Absent | Verb::IsNot) => other.subject != MTI && other.is_within(self),
            _ if self.subject != other.subject => false,
            (Verb::Is, Verb::Is) if self.subject == MTI => self.all(|one| other.any(|two| covers(two, one))),
            (Verb::Is, Verb::IsNot) if self.subject == MTI => self.all(|one| other.all(|two| !overlaps(one, two))),
            (Verb::IsNot, Verb::IsNot) if self.subject == MTI => other.all(|two| self.any(|one| covers(one, two))),
            (Verb::Is, Verb::Is) => self.all(|one| other.any(|two| one == two)),
            (Verb::Is, Verb::IsNot) => self.all(|one| other.all(|two| one != two)),
            (Verb::IsNot, Verb::IsNot) => other.all(|two| self.any(|one| one == two)),
            (Verb::Is | Verb::Starts, Verb::Starts) => self.all(|one| other.any(|two| one.starts_with(two))),
            (Verb::Starts, Verb::IsNot) => self.all(|one| other.all(|two| !two.starts_with(one))),
            _ => false,
        }
    }
}

const MTI: &str = "mti";

/// Whether one pattern of message types has all of another one.
fn covers(pattern: &str, other: &str) -> bool {
    pattern.bytes().zip(other.bytes()).all(|(one, two)| one == b'x' || one == two)
}

/// Whether two patterns of message types have a type in common.
fn overlaps(pattern: &str, other: &str) -> bool {
    pattern.bytes().zip(other.bytes()).all(|(one, two)| one == b'x' || two == b'x' || one == two)
}

/// Whether two lists of patterns have a message type in common; an empty one has all.
pub(super) fn have_common_type(types: &str, others: &str) -> bool {
    let others: Vec<&str> = others.split_ascii_whitespace().collect();
    let mut types = types.split_ascii_whitespace().peekable();
    types.peek().is_none() || others.is_empty() || types.any(|one| others.iter().any(|two| overlaps(one, two)))
}

impl<'c> Condition<'c> {
    /// A condition that was checked; `None` for one that is too long to be looked at.
    pub(super) fn read(condition: &'c str) -> Option<Self> {
        let groups = condition.split(" or ").map(|group| group.split(" and ").map(Test::read).collect());
        (condition.len() <= LONGEST).then(|| Condition(groups.collect()))
    }

    pub(super) fn tests(&self) -> impl Iterator<Item = &Test<'c>> {
        self.0.iter().flatten()
    }

    /// The tests of a condition of which all must hold.
    pub(super) fn only_group(self) -> Vec<Test<'c>> {
        match <[Vec<Test<'c>>; 1]>::try_from(self.0) {
            Ok([group]) => group,
            Err(_) => Vec::new(),
        }
    }

    /// Whether it holds in no message of which these facts are known.
    pub(super) fn never_holds(&self, facts: &[Test<'_>]) -> bool {
        self.0.iter().all(|group| {
            let all = || group.iter().chain(facts);
            group.iter().any(|test| all().any(|other| test.excludes(other)))
        })
    }

    /// Whether each group has such a test.
    pub(super) fn groups_all_have(&self, is_such: impl Fn(&Test<'c>) -> bool) -> bool {
        self.0.iter().all(|group| group.iter().any(&is_such))
    }

    /// Whether an earlier condition holds whenever this one does and these facts are known.
    pub(super) fn is_taken_by(&self, earlier: &Condition<'_>, facts: &[Test<'_>]) -> bool {
        let takes = |group: &Vec<Test<'_>>, other: &Vec<Test<'_>>| {
            other.iter().all(|test| group.iter().chain(facts).any(|known| known.implies(test)))
        };
        self.0.iter().all(|group| earlier.0.iter().any(|other| takes(group, other)))
    }
}

/// The types of a set as one text; empty for all.
pub(super) fn types(set: &impl core::fmt::Display) -> String {
    alloc::format!("{set}")
}
