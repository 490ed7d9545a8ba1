//! When two specs say the same.

use super::field::FieldSpec;
use super::message_spec::{MessageSpec, SpecField};
use super::text::Text;

/// All attributes and the name agree, wherever the name lies.
impl PartialEq for SpecField<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name() && unnamed(self) == unnamed(other)
    }
}

impl Eq for SpecField<'_> {}

fn unnamed(field: &FieldSpec) -> FieldSpec {
    FieldSpec { name: Text::Static(""), ..*field }
}

/// Name, title, profile and every field agree, whether the specs are constants, extend others, or were loaded.
impl PartialEq for MessageSpec {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
            && self.title() == other.title()
            && self.wire() == other.wire()
            && self.fields().eq(other.fields())
    }
}

impl Eq for MessageSpec {}
