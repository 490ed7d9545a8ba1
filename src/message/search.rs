//! A part looked for within a field, however deep it lies.

use super::field::Field;
use crate::error::{FieldPath, ParseError, ParseErrorKind};

impl<'a> Field<'a> {
    /// The first place that is wanted: the field, or a part of it at any level. `is_wanted` is told whether the spec says nothing
    /// of what is in it.
    ///
    /// # Errors
    ///
    /// A structure that cannot be opened, of which nobody knows what it holds.
    pub(crate) fn find_within(
        &self,
        is_wanted: &dyn Fn(&Field<'a>, bool) -> bool,
    ) -> Result<Option<FieldPath>, ParseError> {
        let parts = self.subfields();
        let has_no_parts = matches!(&parts, Err(error) if error.kind() == ParseErrorKind::NoStructure);
        if is_wanted(self, has_no_parts) {
            return Ok(Some(self.path()));
        }
        if has_no_parts {
            return Ok(None);
        }
        // Fields have six levels at most.
        parts?.iter().find_map(|part| part.find_within(is_wanted).transpose()).transpose()
    }
}
