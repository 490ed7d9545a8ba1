//! When two specs say the same.

use super::field::{FieldSpec, Parts};
use super::message_spec::MessageSpec;
use super::spec_field::SpecField;
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
    let twin = |part: &SpecField<'_>| other.parts().find(|twin| twin.key() == part.key());
    one.parts().eq(other.parts())
        || is_tagged
            && one.parts().count() == other.parts().count()
            && one.parts().all(|part| twin(&part).is_some_and(|twin| twin == part))
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
            && self.rules().count() == other.rules().count()
            && self.rules().all(|rule| other.rules().any(|same| same == rule))
    }
}

impl Eq for MessageSpec {}
