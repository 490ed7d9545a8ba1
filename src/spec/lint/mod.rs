//! What a careful colleague would point at in a spec.

mod condition;
mod finding;
mod lookup;
mod rows;
mod rules;
mod secrets;

pub(crate) use self::finding::Site;
pub use self::finding::{Lint, LintKind, Severity};

use super::steps::{self, NO_TABLES};
use super::{FieldSpec, MessageSpec, Wire};
use alloc::vec::Vec;

/// The most rules, cases of one field, or paths of one list that are looked at; what is behind them is not compared, so
/// that no spec takes long.
const MOST: usize = 256;

/// What is doubtful in a spec, field by field and then rule by rule. A spec that exists breaks no rule, so these are
/// warnings; what keeps rows from being a spec, [`lint_fields`] says.
///
/// ```
/// use isomsg::spec::{self, FieldSpec, LintKind, MessageSpec, Wire};
/// static OURS: MessageSpec =
///     MessageSpec::new("ours", Wire::ASCII, &[FieldSpec::new(35, "z..37").with_name("Track 2 data").with_echo()]);
/// let findings = spec::lint(&OURS);
/// assert_eq!(findings.iter().map(|lint| lint.kind()).collect::<Vec<_>>(), [LintKind::SecretEchoed]);
/// assert_eq!(findings[0].to_string(), "a response repeats a secret in field 35");
/// assert!(spec::shipped().all(|spec| spec::lint(spec).is_empty()));
/// ```
#[must_use]
pub fn lint(spec: &MessageSpec) -> Vec<Lint> {
    let mut found = Vec::new();
    rows::check(spec, &mut found);
    rules::check(spec, &mut found);
    found
}

/// Every row that breaks a rule, where a spec names the first only; when none does, what is doubtful as [`lint`] says.
///
/// ```
/// use isomsg::spec::{self, FieldSpec, Wire};
/// let rows = [FieldSpec::new(48, "ans..999"), FieldSpec::new(63, "n 6").with_terminator(&[])];
/// let findings: Vec<String> = spec::lint_fields(Wire::ASCII, &rows).iter().map(ToString::to_string).collect();
/// assert_eq!(
///     findings,
///     ["length prefix cannot hold the maximum in field 48", "terminator must be 1 to 4 bytes in field 63"]
/// );
/// ```
#[must_use]
pub fn lint_fields(wire: Wire, fields: &[FieldSpec]) -> Vec<Lint> {
    let before = core::iter::once(1).chain(fields.iter().map(FieldSpec::number));
    let faults =
        fields.iter().zip(before).filter_map(|(row, before)| steps::check_row(&wire, row, NO_TABLES, before).err());
    let found: Vec<Lint> = faults.map(Lint::refused).collect();
    if !found.is_empty() {
        return found;
    }
    match MessageSpec::from_fields("fields", wire, fields) {
        Ok(spec) => lint(&spec),
        Err(error) => alloc::vec![Lint::refused(error)],
    }
}
