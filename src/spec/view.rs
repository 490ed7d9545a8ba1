//! A field or part of a spec with all that follows for it from what holds it.

use super::layout::Layout;
#[cfg(feature = "import")]
use super::{Code, PrefixForm};
use super::{MessageSpec, SpecField, Structure, Wire, nesting};
use crate::error::{FieldPath, Segment};

/// A field or part, with its layout.
pub(crate) struct View<'s> {
    pub(crate) field: SpecField<'s>,
    pub(crate) layout: Layout,
    pub(crate) path: FieldPath,
    /// How things look around it.
    wire: Wire,
}

impl<'s> View<'s> {
    /// The fields of a spec.
    pub(crate) fn of_spec(spec: &'s MessageSpec) -> impl Iterator<Item = View<'s>> {
        spec.fields().filter_map(|field| Self::of_field(spec, field.number()))
    }

    /// The field of this number.
    pub(crate) fn of_field(spec: &'s MessageSpec, number: u16) -> Option<View<'s>> {
        let (field, layout) = (spec.field(number)?, spec.defined(number)?.layout);
        Some(View { field, layout, path: FieldPath::field(number), wire: *spec.wire() })
    }

    /// Its parts; of cases, the cases, each with the layout of the field.
    pub(crate) fn parts(&self) -> impl Iterator<Item = View<'s>> {
        let (path, layout, outer) = (self.path, self.layout, self.wire);
        let within = self.field.structure().map(|structure| (structure, self.within(&structure)));
        self.field.parts().filter_map(move |field| {
            let (structure, wire) = within?;
            if structure == Structure::Cases {
                return Some(View { field, layout, path, wire: outer });
            }
            let layout = nesting::part_layout(&structure, &field, &layout.coding, &wire).ok()?;
            // A path names the group too.
            let path = if matches!(structure, Structure::Groups(_)) { path.child(Segment::number(1)) } else { path };
            Some(View { field, layout, path: path.child(field.key()), wire })
        })
    }

    fn within(&self, structure: &Structure) -> Wire {
        nesting::wire_within(&self.layout.coding, structure, &self.wire)
    }

    /// The form of a tag or a length in it.
    #[cfg(feature = "import")]
    pub(crate) fn form_of(&self, code: Code) -> PrefixForm {
        let within = self.field.structure().map_or(self.wire, |structure| self.within(&structure));
        code.resolved(&self.layout.coding, within.text)
    }
}
