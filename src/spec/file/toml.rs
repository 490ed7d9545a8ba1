//! Spec files in TOML, with line and column in their errors.

use super::error::SpecFileError;
use super::fault::Fault;
use super::place::Places;
use super::{SpecFile, merge, resolve};
use crate::error::SpecErrorKind;
use crate::spec::{MessageSpec, shipped_toml};
use ::serde::Deserialize;
use ::toml::de::{DeTable, Deserializer};
use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

impl MessageSpec {
    /// Loads a spec from TOML, in the language of [`SpecFile`]. It may extend the specs that come with the crate.
    ///
    /// ```
    /// # fn main() -> Result<(), isomsg::spec::SpecFileError> {
    /// use isomsg::spec::MessageSpec;
    /// let spec = MessageSpec::from_toml(r#"
    ///     name = "ours"
    ///     extends = "iso1987-bcd"
    ///     [fields]
    ///     48 = { format = "ans...512" }
    ///     63 = { undefined = true }
    /// "#)?;
    /// assert_eq!(spec.field(48).map(|field| field.format().max()), Some(512));
    /// assert_eq!(spec.field(63), None);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with the file, and where:
    ///
    /// ```
    /// use isomsg::spec::MessageSpec;
    /// let text = "name = \"ours\"\nextends = \"iso1987-ascii\"\n[fields]\n48 = { format = \"ans..999\" }";
    /// let error = MessageSpec::from_toml(text).unwrap_err();
    /// assert_eq!(error.to_string(), "line 4, column 17: length prefix cannot hold the maximum in field 48");
    /// ```
    pub fn from_toml(text: &str) -> Result<Arc<Self>, SpecFileError> {
        Self::from_toml_with(text, |_| None::<String>)
    }

    /// Loads a spec from TOML as [`MessageSpec::from_toml`]; what it extends is first asked of `lookup`, which gives the
    /// text of a file by the name of the spec.
    ///
    /// # Errors
    ///
    /// What is wrong with the file, or with one that it extends, and where.
    pub fn from_toml_with<T: Into<String>>(
        text: &str,
        lookup: impl Fn(&str) -> Option<T>,
    ) -> Result<Arc<Self>, SpecFileError> {
        let chain = Source::chain(text, |name| {
            lookup(name).map(|text| Cow::Owned(text.into())).or_else(|| shipped_toml(name).map(Cow::Borrowed))
        })?;
        let files: Vec<&SpecFile> = chain.iter().map(|source| &source.file).collect();
        resolve::resolve(&files).map(Arc::new).map_err(|fault| SpecFileError::of_fault(&fault, &Placed::all(&chain)))
    }
}

impl SpecFile {
    /// Reads a file in TOML, without what it extends.
    ///
    /// # Errors
    ///
    /// What is no TOML, or not in the language of spec files, and where.
    pub fn from_toml(text: &str) -> Result<Self, SpecFileError> {
        let table = DeTable::parse(text).map_err(|error| SpecFileError::of_syntax(&error, text))?;
        SpecFile::deserialize(Deserializer::from(table)).map_err(|error| SpecFileError::of_key(&error, text))
    }
}

/// A file of a chain, with its text, in which places are sought when something is wrong.
pub(super) struct Source<'t> {
    /// The name by which it was found; `None` for the file at the front.
    base: Option<String>,
    text: Cow<'t, str>,
    pub(super) file: SpecFile,
}

/// A file of a chain, and where its keys are.
pub(super) struct Placed<'c> {
    pub(super) base: Option<&'c str>,
    pub(super) text: &'c str,
    pub(super) places: Places<'c>,
}

impl<'c> Placed<'c> {
    pub(super) fn all(chain: &'c [Source<'_>]) -> Vec<Placed<'c>> {
        let placed = |source: &'c Source<'_>| Placed {
            base: source.base.as_deref(),
            text: &source.text,
            places: Places::read(&source.text),
        };
        chain.iter().map(placed).collect()
    }
}

impl<'t> Source<'t> {
    /// The file and all that it extends.
    fn chain(text: &'t str, lookup: impl Fn(&str) -> Option<Cow<'t, str>>) -> Result<Vec<Source<'t>>, SpecFileError> {
        let (chain, end) = Source::front(text, SpecFile::from_toml(text)?).followed(lookup);
        end.map(|()| chain)
    }

    /// The file that is to be loaded.
    pub(super) fn front(text: &'t str, file: SpecFile) -> Self {
        Source { base: None, text: Cow::Borrowed(text), file }
    }

    /// The file and all that it extends, and what keeps the chain from going on.
    pub(super) fn followed(
        self,
        lookup: impl Fn(&str) -> Option<Cow<'t, str>>,
    ) -> (Vec<Source<'t>>, Result<(), SpecFileError>) {
        let mut chain = Vec::new();
        let mut next = self;
        loop {
            let name = merge::next_base(&next.file, chain.len() + 1).map(|name| name.map(ToOwned::to_owned));
            chain.push(next);
            let base = match name {
                Ok(None) => return (chain, Ok(())),
                Ok(Some(name)) => match lookup(&name) {
                    Some(text) => Source::base(name, text),
                    None => Err(of_last(SpecErrorKind::UnknownBase, &chain)),
                },
                Err(kind) => Err(of_last(kind, &chain)),
            };
            next = match base {
                Ok(base) => base,
                Err(error) => return (chain, Err(error)),
            };
        }
    }

    fn base(name: String, text: Cow<'t, str>) -> Result<Self, SpecFileError> {
        match SpecFile::from_toml(&text) {
            Ok(file) => Ok(Source { base: Some(name), text, file }),
            Err(error) => Err(error.in_base(name)),
        }
    }
}

/// What the last file of a chain says at its top.
fn of_last(kind: SpecErrorKind, chain: &[Source<'_>]) -> SpecFileError {
    let last = chain.split_last().map_or(&[][..], |(last, _)| core::slice::from_ref(last));
    SpecFileError::of_fault(&Fault::whole(kind), &Placed::all(last))
}
