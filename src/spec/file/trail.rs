//! From the path of a field or part to the keys of the rows on it, and back.
//!
//! They differ in groups: a path names the group too, `54.1.3`, where the row of the part is `3` in `54`; and in cases,
//! which no path names.

use super::row_keys::{FieldKeys, Rows};
use crate::error::{FieldPath, Segment};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A step to a row of a file: the table or the list that holds it, and its key, or its place from 1 on.
#[derive(Clone)]
#[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "a place is sought in TOML only"))]
pub(super) struct Step {
    pub(super) holder: &'static str,
    pub(super) key: String,
}

impl Step {
    pub(super) const FIELDS: &'static str = "fields";
    pub(super) const PARTS: &'static str = "parts";
    pub(super) const CASES: &'static str = "cases";
    pub(super) const RULES: &'static str = "messages";

    pub(super) fn field(key: &str) -> Self {
        Step { holder: Self::FIELDS, key: key.to_string() }
    }

    pub(super) fn part(key: &str) -> Self {
        Step { holder: Self::PARTS, key: key.to_string() }
    }

    /// A case by its index.
    pub(super) fn case(index: usize) -> Self {
        Step { holder: Self::CASES, key: (index + 1).to_string() }
    }

    /// A rule of messages.
    pub(super) fn rule(key: &str) -> Self {
        Step { holder: Self::RULES, key: key.to_string() }
    }

    /// An entry of a key of a rule that is a table of paths and conditions.
    pub(super) fn need(holder: &'static str, key: &str) -> Self {
        Step { holder, key: key.to_string() }
    }

    fn is_row(&self) -> bool {
        self.holder == Self::FIELDS || self.holder == Self::PARTS
    }
}

impl Rows {
    /// The steps to the row that a path leads to, by way of a case of the field.
    pub(super) fn trail(&self, path: FieldPath, case: Option<usize>) -> Vec<Step> {
        let mut trail: Vec<Step> = Vec::new();
        let mut segments = path.segments();
        while let [segment, rest @ ..] = segments {
            if trail.is_empty() {
                trail.push(Step::field(segment.as_str()));
                trail.extend(case.map(Step::case));
            } else {
                trail.push(Step::part(segment.as_str()));
            }
            segments = match rest {
                [_, within @ ..] if !within.is_empty() && self.has_groups(&trail) => within,
                _ => rest,
            };
        }
        trail
    }

    /// The path to a row; to what holds it where its key can be none of a path.
    pub(super) fn path(&self, trail: &[Step]) -> FieldPath {
        let mut path = FieldPath::MESSAGE;
        for (level, step) in trail.iter().enumerate().filter(|(_, step)| step.is_row()) {
            let Some(segment) = Segment::text(&step.key) else { break };
            let is_in_group = trail.get(..level).is_some_and(|above| self.has_groups(above));
            path = if is_in_group { path.child(Segment::number(1)) } else { path }.child(segment);
        }
        path
    }

    fn has_groups(&self, trail: &[Step]) -> bool {
        self.row(trail).is_some_and(|row| row.groups.is_some())
    }

    fn row(&self, trail: &[Step]) -> Option<&FieldKeys> {
        let (field, within) = trail.split_first()?;
        within.iter().try_fold(self.0.get(&field.key)?, |row, step| row.at(step))
    }
}

impl FieldKeys {
    fn at(&self, step: &Step) -> Option<&FieldKeys> {
        match step.holder {
            Step::PARTS => self.parts.as_ref()?.get(&step.key),
            Step::CASES => {
                self.cases.as_ref()?.get(step.key.parse::<usize>().ok()?.checked_sub(1)?).map(|case| &case.row)
            }
            _ => None,
        }
    }
}
