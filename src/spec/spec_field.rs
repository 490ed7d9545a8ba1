//! A row as it counts in its spec.

use super::field::FieldSpec;
use super::message_spec::MessageSpec;
use super::sensitivity::Sensitivity;
use core::fmt;
use core::ops::Deref;

/// A field of a spec, or a part of one: its [`FieldSpec`], with what that leaves to the spec that is extended and to the
/// field that holds it.
#[derive(Clone, Copy)]
pub struct SpecField<'s> {
    row: FieldSpec,
    /// The spec whose names and parts the row may be a range of; such a spec extends none any more.
    spec: &'s MessageSpec,
    /// How secret the content is when the row does not say.
    inherited: Sensitivity,
}

impl<'s> SpecField<'s> {
    pub(crate) fn new(row: FieldSpec, spec: &'s MessageSpec, inherited: Sensitivity) -> Self {
        SpecField { row, spec, inherited }
    }

    /// The name that people read; empty when there is none.
    #[must_use]
    pub fn name(&self) -> &'s str {
        self.row.name.map_or("", |name| name.within(self.spec.names()))
    }

    /// How secret the content is: as stated, otherwise [`Sensitivity::of_field`]; of a part, as that of the field that
    /// holds it.
    #[must_use]
    pub fn sensitivity(&self) -> Sensitivity {
        self.row.sensitivity.unwrap_or(self.inherited)
    }

    /// Whether a response repeats the field as the request had it.
    #[must_use]
    pub fn is_echoed(&self) -> bool {
        self.row.echo.unwrap_or(false)
    }

    /// What the spec says of the parts of the field, in the order of the table.
    pub fn parts(&self) -> impl Iterator<Item = SpecField<'s>> + use<'s> {
        let (spec, inherited) = (self.spec, self.sensitivity());
        self.rows().iter().map(move |row| SpecField::new(*row, spec, inherited))
    }

    /// The condition of a case, see [`FieldSpec::with_cases`].
    #[must_use]
    pub fn condition(&self) -> Option<&'s str> {
        self.row.when.map(|when| when.within(self.spec.names()))
    }

    /// Whether it, or a part of it, is secret.
    pub(crate) fn holds_secrets(&self) -> bool {
        self.sensitivity() != Sensitivity::None || self.parts_hold_secrets()
    }

    /// Whether a part of it is secret, or can be.
    pub(crate) fn parts_hold_secrets(&self) -> bool {
        let holds_anything = self.row.structure.is_some_and(|structure| structure.holds_anything());
        holds_anything || self.parts().any(|part| part.holds_secrets())
    }

    /// The rows of the parts.
    pub(crate) fn rows(&self) -> &'s [FieldSpec] {
        self.row.parts_in(self.spec.parts())
    }
}

impl Deref for SpecField<'_> {
    type Target = FieldSpec;

    fn deref(&self) -> &FieldSpec {
        &self.row
    }
}

impl fmt::Debug for SpecField<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:?}", self.row.key().as_str(), self.row.format, self.name())
    }
}
