//! What is counted, and the disagreements that are explained.

use std::collections::BTreeMap;
use std::fmt;

/// The explanations, by the names that the code here uses.
const EXPLAINED: &str = include_str!("../disagreements.md");

/// How a run went.
#[derive(Default)]
pub struct Tally {
    pub valid: usize,
    pub spoilt: usize,
    /// Of the spoilt ones, those that both accept, with the same values.
    pub accepted: usize,
    explained: BTreeMap<&'static str, usize>,
}

impl Tally {
    /// Counts a disagreement that `disagreements.md` explains under this name.
    pub fn explained(&mut self, name: &'static str) {
        assert!(EXPLAINED.contains(&format!("| `{name}` |")), "disagreements.md does not explain `{name}`");
        *self.explained.entry(name).or_default() += 1;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} messages agree", self.valid)?;
        if self.spoilt > 0 {
            write!(f, ", {} spoilt ones ({} of them still well formed)", self.spoilt, self.accepted)?;
        }
        for (name, count) in &self.explained {
            write!(f, "\n  explained: {name}, {count}")?;
        }
        Ok(())
    }
}
