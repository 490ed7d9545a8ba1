//! Rules of messages that differ.

use super::{Difference, Place};
use crate::spec::{MessageRule, MessageSpec};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn compare(before: &MessageSpec, after: &MessageSpec, found: &mut Vec<Difference>) {
    let (mut old, mut new) = (by_name(before), by_name(after));
    let names: alloc::collections::BTreeSet<Name<'_>> = old.keys().chain(new.keys()).copied().collect();
    for name in names {
        let place = Place::Rule(name.0.into());
        let difference =
            |what, before, after| Difference { place: place.clone(), what, before, after, changes_wire: false };
        match (old.remove(&name), new.remove(&name)) {
            (Some(rule), None) => found.push(difference("removed", types(&rule), String::new())),
            (None, Some(rule)) => found.push(difference("added", String::new(), types(&rule))),
            (Some(one), Some(other)) => {
                let keys = one.into_iter().zip(other).filter(|(one, other)| one.1 != other.1);
                found.extend(keys.map(|((what, before), (_, after))| difference(what, before, after)));
            }
            (None, None) => {}
        }
    }
}

/// The name of a rule, and which of several of that name it is.
type Name<'s> = (&'s str, usize);

/// What a rule says, key by key.
type Keys = [(&'static str, String); 9];

fn by_name(spec: &MessageSpec) -> BTreeMap<Name<'_>, Keys> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let rules = spec.rules().map(|rule| {
        let (rule, names) = rule.row();
        let name = rule.name.within(names);
        let count = seen.entry(name).or_insert(0);
        *count += 1;
        ((name, *count), keys(rule, names))
    });
    rules.collect()
}

fn keys(rule: &MessageRule, names: &str) -> Keys {
    let text = |text: crate::spec::text::Text| text.within(names).to_string();
    [
        ("mti", rule.mtis.to_string()),
        ("when", rule.when.map(text).unwrap_or_default()),
        ("mandatory", text(rule.mandatory)),
        ("conditional", text(rule.conditional)),
        ("mandatory_if", text(rule.mandatory_if)),
        ("optional", text(rule.optional)),
        ("never", text(rule.never)),
        ("echo", text(rule.echo)),
        ("nothing_else", if rule.nothing_else { "yes" } else { "no" }.to_string()),
    ]
}

fn types([(_, types), ..]: &Keys) -> String {
    types.clone()
}
