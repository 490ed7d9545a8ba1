//! From the path of a field or part to the keys of the rows on it, and back.
//!
//! They differ in groups: a path names the group too, `54.1.3`, where the row of the part is `3` in `54`.

use super::row_keys::{FieldKeys, Rows};
use crate::error::{FieldPath, Segment};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Rows {
    /// The keys of the rows that a path leads through.
    pub(super) fn trail(&self, path: FieldPath) -> Vec<String> {
        let mut trail: Vec<String> = Vec::new();
        let mut segments = path.segments();
        while let [segment, rest @ ..] = segments {
            trail.push(segment.as_str().to_string());
            segments = match rest {
                [_, within @ ..] if !within.is_empty() && self.has_groups(&trail) => within,
                _ => rest,
            };
        }
        trail
    }

    /// The path to a row; to what holds it where its key can be none of a path.
    pub(super) fn path(&self, trail: &[String]) -> FieldPath {
        let mut path = FieldPath::MESSAGE;
        for (level, key) in trail.iter().enumerate() {
            let Some(segment) = Segment::text(key) else { break };
            let is_in_group = trail.get(..level).is_some_and(|above| self.has_groups(above));
            path = if is_in_group { path.child(Segment::number(1)) } else { path }.child(segment);
        }
        path
    }

    fn has_groups(&self, trail: &[String]) -> bool {
        self.row(trail).is_some_and(|row| row.groups.is_some())
    }

    fn row(&self, trail: &[String]) -> Option<&FieldKeys> {
        let (field, parts) = trail.split_first()?;
        parts.iter().try_fold(self.0.get(field)?, |row, key| row.parts.as_ref().and_then(|parts| parts.get(key)))
    }
}
