//! When two specs say the same.

use super::field::{FieldSpec, Parts};
use super::message_spec::MessageSpec;
use super::spec_field::SpecField;
use super::spec_rule::SpecRule;
use super::structure::Structure;

/// All attributes agree, and those of all parts (of tagged ones in any order), whether a row states them or they follow
/// from what it leaves unsaid.
impl PartialEq for SpecField<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
            && self.sensitivity() == other.sensitivity()
            && self.is_echoed() == other.is_echoed()
            && self.condition() == other.condition()
            && wire_only(self) == wire_only(other)
            && same_parts(self, other)
    }
}

impl Eq for SpecField<'_> {}

/// Parts that have tags are the same in any order.
fn same_parts(one: &SpecField<'_>, other: &SpecField<'_>) -> bool {
    let is_tagged = matches!(one.structure(), Some(Structure::Tlv(_)));
    one.parts().eq(other.parts()) || is_tagged && same_in_any_order(|| one.parts(), || other.parts(), |part| part.key())
}

/// Whether both have the same items, each as often, in whichever order. Those that are the same have the same key; few others do.
#[cfg(feature = "alloc")]
pub(super) fn same_in_any_order<I: Iterator<Item: PartialEq>, J: Iterator<Item = I::Item>, K: Ord>(
    ours: impl Fn() -> I,
    theirs: impl Fn() -> J,
    key: impl Fn(&I::Item) -> K,
) -> bool {
    let sorted = |mut items: alloc::vec::Vec<I::Item>| {
        items.sort_by_key(&key);
        items
    };
    let (ours, theirs) = (sorted(ours().collect()), sorted(theirs().collect()));
    let of_one_key = |a: &I::Item, b: &I::Item| key(a) == key(b);
    let mut groups = ours.chunk_by(of_one_key).zip(theirs.chunk_by(of_one_key));
    let times = |items: &[I::Item], it: &I::Item| items.iter().filter(|other| *other == it).count();
    ours.len() == theirs.len()
        && groups
            .all(|(our, their)| our.len() == their.len() && our.iter().all(|it| times(our, it) == times(their, it)))
}

/// The same where nothing can be sorted; all specs are constants there.
#[cfg(not(feature = "alloc"))]
pub(super) fn same_in_any_order<I: Iterator<Item: PartialEq>, J: Iterator<Item = I::Item>, K: Ord>(
    ours: impl Fn() -> I,
    theirs: impl Fn() -> J,
    _key: impl Fn(&I::Item) -> K,
) -> bool {
    let is_as_often =
        |it: I::Item| ours().filter(|other| *other == it).count() == theirs().filter(|other| *other == it).count();
    ours().count() == theirs().count() && ours().all(is_as_often)
}

/// The row without what it may leave to the spec that is extended, and without its parts.
fn wire_only(field: &FieldSpec) -> FieldSpec {
    FieldSpec { name: None, sensitivity: None, echo: None, when: None, parts: Parts::Static(&[]), ..*field }
}

/// Name, title, profile, mask, every field and every rule agree, in whichever order the rules are, whether the specs are
/// constants, extend others, or were loaded.
impl PartialEq for MessageSpec {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
            && self.title() == other.title()
            && self.wire() == other.wire()
            && self.pan_mask() == other.pan_mask()
            && self.fields().eq(other.fields())
            && same_in_any_order(|| self.rules(), || other.rules(), SpecRule::name)
    }
}

impl Eq for MessageSpec {}
