//! From a spec to the keys of its file: the way back from [`super::rows`].

mod row;
mod rule;
mod wire;

use super::SpecFile;
use super::named::Named;
use super::row_keys::Rows;
use super::serde::TopKeys;
use super::words::MaskWord;
#[cfg(feature = "import")]
use crate::error::SpecError;
use crate::spec::{DataForm, FieldSpec, MessageSpec, PanMask, SpecField, Wire};
use alloc::string::{String, ToString};
#[cfg(feature = "import")]
use alloc::sync::Arc;
use alloc::vec::Vec;

/// A spec that is to become a file: rows as the rules know them, with the texts and parts that they own.
#[derive(Clone)]
pub(crate) struct OwnedSpec {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) wire: Wire,
    pub(crate) rows: Vec<OwnedRow>,
}

/// A row with its texts and parts; those of `row` itself do not count.
#[derive(Clone)]
pub(crate) struct OwnedRow {
    pub(crate) row: FieldSpec,
    pub(crate) name: String,
    pub(crate) when: Option<String>,
    pub(crate) parts: Vec<OwnedRow>,
}

impl OwnedRow {
    fn of(field: &SpecField<'_>) -> Self {
        OwnedRow {
            row: **field,
            name: field.name().to_string(),
            when: field.condition().map(ToString::to_string),
            parts: field.parts().map(|part| OwnedRow::of(&part)).collect(),
        }
    }

    fn says(&self, says: &impl Fn(&FieldSpec) -> bool) -> bool {
        says(&self.row) || self.parts.iter().any(|part| part.says(says))
    }
}

impl OwnedSpec {
    /// The file, without rules of messages.
    pub(crate) fn file(&self) -> SpecFile {
        let is_ebcdic = |row: &FieldSpec| row.data == Some(DataForm::Ebcdic) || row.charset.is_some();
        let has_ebcdic = self.rows.iter().any(|row| row.says(&is_ebcdic));
        let fields = self.rows.iter().map(|row| (row.row.key().as_str().to_string(), row.keys(&self.wire)));
        SpecFile(TopKeys {
            name: Some(self.name.clone()),
            title: (!self.title.is_empty()).then(|| self.title.clone()),
            wire: wire::keys(&self.wire, has_ebcdic),
            fields: Rows(fields.collect()),
            ..TopKeys::default()
        })
    }

    /// The spec that it is.
    #[cfg(feature = "import")]
    pub(crate) fn resolve(&self) -> Result<Arc<MessageSpec>, SpecError> {
        self.file().resolve(|_| None::<SpecFile>)
    }
}

impl SpecFile {
    /// The file of a spec, in which nothing is extended: what it resolves to equals the spec. It states what the rows
    /// of the spec state, so nothing that follows from the wire profile.
    ///
    /// Rules of messages become entries by their names, in the order of which they come back; of rules of one name the
    /// last is kept, and of needs of one path in a rule. The edition is unsaid, because a spec does not know it.
    ///
    /// ```
    /// # fn main() -> Result<(), isomsg::error::SpecError> {
    /// use isomsg::spec::{self, SpecFile};
    /// let file = SpecFile::of(&spec::ISO1987_BCD);
    /// assert_eq!(*file.resolve(|_| None::<SpecFile>)?, spec::ISO1987_BCD);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn of(spec: &MessageSpec) -> Self {
        let owned = OwnedSpec {
            name: spec.name().to_string(),
            title: spec.title().to_string(),
            wire: *spec.wire(),
            rows: spec.fields().map(|field| OwnedRow::of(&field)).collect(),
        };
        let messages = spec.rules().map(|rule| (rule.name().to_string(), rule::keys(&rule)));
        let pan_mask = Some(spec.pan_mask()).filter(|mask| *mask != PanMask::USUAL).map(MaskWord);
        SpecFile(TopKeys { pan_mask, messages: Named(messages.collect()), ..owned.file().0 })
    }
}

impl From<&MessageSpec> for SpecFile {
    fn from(spec: &MessageSpec) -> Self {
        SpecFile::of(spec)
    }
}
