//! From a rule to its keys.

use crate::error::FieldPath;
use crate::spec::file::named::Named;
use crate::spec::file::serde::RuleKeys;
use crate::spec::text::Text;
use crate::spec::{MessageRule, SpecRule};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};

/// The keys of a rule.
pub(super) fn keys(rule: &SpecRule<'_>) -> RuleKeys {
    let (row, names) = rule.row();
    let MessageRule {
        name: _,
        mtis,
        when,
        mandatory,
        conditional: _,
        mandatory_if: _,
        optional,
        never,
        echo,
        nothing_else,
    } = *row;
    let list = |text: Text| {
        let text = text.within(names);
        (!text.is_empty()).then(|| text.to_string())
    };
    RuleKeys {
        mti: Some(mtis.to_string()),
        when: when.and_then(list),
        mandatory: list(mandatory),
        conditional: needs(rule.conditional()),
        mandatory_if: needs(rule.mandatory_if()),
        optional: list(optional),
        never: list(never),
        echo: list(echo),
        nothing_else: nothing_else.then_some(true),
        undefined: None,
    }
}

fn needs<'s>(needs: impl Iterator<Item = (FieldPath, &'s str)>) -> Option<Named<String>> {
    let needs: BTreeMap<String, String> =
        needs.map(|(path, condition)| (path.to_string(), condition.to_string())).collect();
    (!needs.is_empty()).then_some(Named(needs))
}
