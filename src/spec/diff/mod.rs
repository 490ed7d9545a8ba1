//! What is different between two specs.

mod fields;
mod rules;

use super::{MessageSpec, describe};
use crate::error::FieldPath;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// Where two specs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Whole,
    Profile,
    /// A field or part, by way of a case counted from 1.
    Field(FieldPath, Option<usize>),
    Rule(Box<str>),
}

/// One thing in which two specs differ. Printed it is a line: `field 48: prefix bcd 2 bytes -> ascii 3 digits`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    place: Place,
    what: &'static str,
    before: String,
    after: String,
    changes_wire: bool,
}

impl Difference {
    /// The field or part; [`FieldPath::MESSAGE`] for the spec as a whole, the profile and rules.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        match self.place {
            Place::Field(path, _) => path,
            _ => FieldPath::MESSAGE,
        }
    }

    /// The name of the rule of messages.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        match &self.place {
            Place::Rule(name) => Some(name),
            _ => None,
        }
    }

    /// What differs: `pan_mask`, a key of the profile or of a rule, or `format`, `form`, `prefix`, `padding`, `structure` and the
    /// like of a field; `added` and `removed` for fields, parts, cases and rules that only one spec has.
    #[must_use]
    pub fn what(&self) -> &'static str {
        self.what
    }

    /// What the first spec says; empty when it says nothing.
    #[must_use]
    pub fn before(&self) -> &str {
        &self.before
    }

    /// What the second spec says; empty when it says nothing.
    #[must_use]
    pub fn after(&self) -> &str {
        &self.after
    }

    /// Whether messages of the same values differ in their bytes, or the same bytes are read as other values. The others
    /// concern what is accepted, masked, repeated, or needed.
    #[must_use]
    pub fn changes_wire(&self) -> bool {
        self.changes_wire
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Whole => {}
            Place::Profile => f.write_str("profile: ")?,
            Place::Field(path, None) => write!(f, "field {path}: ")?,
            Place::Field(path, Some(case)) => write!(f, "field {path}, case {case}: ")?,
            Place::Rule(name) => write!(f, "rule {name}: ")?,
        }
        f.write_str(self.what)?;
        match (self.before.as_str(), self.after.as_str()) {
            ("", "") => Ok(()),
            ("", text) if self.what == "added" => write!(f, " {text}"),
            (text, "") if self.what == "removed" => write!(f, " {text}"),
            (before, after) => write!(f, " {} -> {}", or_none(before), or_none(after)),
        }
    }
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

/// What is different between two specs, from the first to the second: the profile, how much of card numbers is shown, the
/// fields by number, each part by part, and the rules. What fields leave to the profile is said once, of the profile. Names
/// and titles do not count.
///
/// ```
/// use isomsg::spec::{self, FieldSpec, MessageSpec, PrefixForm, Wire, diff};
/// static OURS: MessageSpec = MessageSpec::extending(&spec::ISO1987_BCD, "ours", Wire::BCD, &[
///     FieldSpec::new(41, "ans 10").with_echo(),
///     FieldSpec::new(48, "ans...999").with_prefix(PrefixForm::Ascii),
///     FieldSpec::undefined(128),
/// ]);
/// let lines: Vec<String> = diff(&spec::ISO1987_BCD, &OURS).iter().map(ToString::to_string).collect();
/// assert_eq!(
///     lines,
///     [
///         "field 41: format ans 8 -> ans 10",
///         "field 48: prefix bcd 2 bytes -> ascii 3 digits",
///         "field 128: removed b 8",
///     ]
/// );
/// assert!(diff(&OURS, &OURS).is_empty());
/// ```
#[must_use]
pub fn diff(before: &MessageSpec, after: &MessageSpec) -> Vec<Difference> {
    let mut found = Vec::new();
    let keys = describe::profile(before.wire()).into_iter().zip(describe::profile(after.wire()));
    for ((what, before), (_, after)) in keys.filter(|((_, before), (_, after))| before != after) {
        found.push(Difference { place: Place::Profile, what, before, after, changes_wire: true });
    }
    let (accepted, now_accepted) = (before.wire().nibble_pad.accepted(), after.wire().nibble_pad.accepted());
    if accepted != now_accepted {
        let (before, after) = (describe::nibbles(accepted), describe::nibbles(now_accepted));
        let place = Place::Profile;
        found.push(Difference { place, what: "nibble_accept", before, after, changes_wire: false });
    }
    let (mask, now_mask) = (before.pan_mask(), after.pan_mask());
    if mask != now_mask {
        let (before, after) = (mask.to_string(), now_mask.to_string());
        found.push(Difference { place: Place::Whole, what: "pan_mask", before, after, changes_wire: false });
    }
    fields::compare(before, after, &mut found);
    rules::compare(before, after, &mut found);
    found
}
