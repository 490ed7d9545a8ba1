//! The parts of a field that has been opened.

use super::field::Field;
use crate::error::{AsPath, ParseError, ParseErrorKind, Segment};
use crate::parse::{Cursor, Nest, ParseOptions, Space};
use crate::spec::{MessageSpec, Sensitivity, Structure};
use core::fmt;

/// The parts of a field, checked when it was opened by [`Field::subfields`]: an ordered list over the received bytes, repeats
/// of a tag included.
///
/// [`fmt::Debug`] masks as the spec says.
#[derive(Clone, Copy)]
pub struct Subfields<'a> {
    nest: Nest<'a>,
    content: Space<'a>,
    spec: &'a MessageSpec,
    /// How secret the field is that holds the parts.
    sensitivity: Sensitivity,
    options: ParseOptions,
}

impl<'a> Subfields<'a> {
    pub(super) fn open(
        nest: Nest<'a>,
        content: Space<'a>,
        spec: &'a MessageSpec,
        sensitivity: Sensitivity,
        options: ParseOptions,
    ) -> Result<Self, ParseError> {
        nest.check(content, options)?;
        Ok(Subfields { nest, content, spec, sensitivity, options })
    }

    /// The parts of content that need not be well: those before the first fault.
    pub(super) fn unchecked(field: &Field<'a>, nest: Nest<'a>) -> Self {
        let (content, spec, sensitivity) = (field.space(), field.spec(), field.sensitivity());
        Subfields { nest, content, spec, sensitivity, options: field.options() }
    }

    /// What the field is made of.
    #[must_use]
    pub fn structure(&self) -> Structure {
        self.nest.structure
    }

    /// The part with this number, if it is there; by a path, a part of a part: `parts.field("2.1")`,
    /// `parts.field("9F26")`. Of a tag that repeats it is the first.
    #[must_use]
    pub fn field(&self, place: impl AsPath) -> Option<Field<'a>> {
        let path = place.as_inner_path()?;
        let (first, deeper) = path.segments().split_first()?;
        self.all(*first).next()?.inner(deeper)
    }

    /// The part with this number or path.
    ///
    /// # Errors
    ///
    /// [`ParseErrorKind::Absent`] when it is not there; the offset is then the end of the field.
    pub fn require(&self, place: impl AsPath) -> Result<Field<'a>, ParseError> {
        let offset = self.content.offset();
        let path = place.as_inner_path();
        let path = path.ok_or(ParseError::new(ParseErrorKind::BadPath, offset, self.nest.path))?;
        let missing = || {
            let whole = path.segments().iter().fold(self.nest.path, |whole, key| whole.child(*key));
            ParseError::new(ParseErrorKind::Absent, self.content.offset() + self.content.bytes().len(), whole)
        };
        self.field(path).ok_or_else(missing)
    }

    /// Every part with this number or tag: a tag may repeat, as issuer scripts do.
    pub fn all(&self, key: impl AsPath) -> impl Iterator<Item = Field<'a>> {
        let key = key.as_inner_path().and_then(|path| path.segments().first().copied());
        let key = key.map(|key| self.nest.key(key));
        self.iter().filter(move |part| Some(part.key()) == key)
    }

    /// The parts, in the order in which they were received.
    #[must_use]
    pub fn iter(&self) -> Parts<'a> {
        Parts { cursor: self.nest.parts(self.content), opened: *self }
    }
}

impl<'a> Field<'a> {
    /// What is in the field at the end of these keys: the field itself, when there are none.
    pub(super) fn inner(self, keys: &[Segment]) -> Option<Field<'a>> {
        keys.iter().try_fold(self, |field, key| field.subfields().ok()?.all(*key).next())
    }
}

impl<'a> IntoIterator for Subfields<'a> {
    type Item = Field<'a>;
    type IntoIter = Parts<'a>;

    fn into_iter(self) -> Parts<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &Subfields<'a> {
    type Item = Field<'a>;
    type IntoIter = Parts<'a>;

    fn into_iter(self) -> Parts<'a> {
        self.iter()
    }
}

impl fmt::Debug for Subfields<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// The parts of [`Subfields`], in the order in which they were received.
#[derive(Clone)]
pub struct Parts<'a> {
    cursor: Option<Cursor<'a>>,
    opened: Subfields<'a>,
}

impl<'a> Iterator for Parts<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        let part = self.cursor.as_mut()?.next()?;
        let Subfields { nest, spec, sensitivity, options, .. } = &self.opened;
        Some(Field::of_part(&part, nest, spec, *sensitivity, *options))
    }
}

impl fmt::Debug for Parts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
