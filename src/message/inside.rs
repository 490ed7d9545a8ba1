//! The parts of the fields of an owned message: set and removed.

use super::buf::{MessageBuf, as_path};
use super::compose;
use super::edit::{Change, edited};
use crate::encode::Plan;
use crate::error::{AsPath, EncodeError, EncodeErrorKind, FieldPath, Segment};
use crate::parse::{Nest, Space};
use crate::spec::{DataForm, Structure};
use crate::value::Input;
use alloc::vec::Vec;

impl MessageBuf {
    /// Sets the parts of a field, one behind the other, from the first on; those that are not given are those that may be
    /// missing.
    ///
    /// ```
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let mut reversal = MessageBuf::new(&spec::ISO1987_ASCII, Mti::new(0x0400).expect("four digits"));
    /// reversal.set_parts(90, ["0200", "000124", "1124182042", "00000123456", "00000000000"])?;
    /// assert!(reversal.field("90.2").is_some_and(|stan| stan.value() == "000124"));
    /// # Ok::<(), isomsg::error::EncodeError>(())
    /// ```
    ///
    /// A group is made of parts too, and the next one is set like those that are there: `message.set_parts("54.1", ..)`.
    ///
    /// # Errors
    ///
    /// What is wrong with a value; [`EncodeErrorKind::NotASequence`] when the field is not made of parts one behind the
    /// other; [`EncodeErrorKind::UndefinedField`] for a value too many. The message is then as it was.
    pub fn set_parts<'v, I>(&mut self, place: impl AsPath, values: I) -> Result<(), EncodeError>
    where
        I: IntoIterator,
        I::Item: Into<Input<'v>>,
    {
        let path = as_path(&place)?;
        let error = |kind| EncodeError::new(kind, path);
        let (number, keys) = split(&path)?;
        self.check_place(number)?;
        let spec = self.spec.clone();
        let field = Nest::of_field(spec.as_ref().get(), number, self.as_message().case_of(number));
        let nest = field.and_then(|field| keys.iter().try_fold(field, |nest, key| nest.inner(nest.key(*key))));
        let nest = nest.filter(|nest| nest.structure == Structure::Parts);
        let nest = nest.ok_or_else(|| error(EncodeErrorKind::NotASequence))?;
        let mut rows = nest.rows.iter();
        let (mut given, mut content) = (Vec::new(), Vec::new());
        for value in values {
            let key = rows.next().ok_or_else(|| error(EncodeErrorKind::UndefinedField))?.key();
            content.extend(compose::part(&nest, key, value.into())?);
            given.push(key);
        }
        compose::check_sequence(&nest, &content, &given)?;
        if keys.is_empty() { self.set_content(number, &content) } else { self.set_part(&path, Change::Parts(&content)) }
    }

    /// Changes a part of a field.
    pub(super) fn set_part(&mut self, path: &FieldPath, change: Change<'_>) -> Result<(), EncodeError> {
        let (number, keys) = split(path)?;
        self.check_place(number)?;
        let spec = self.spec.clone();
        let nest = Nest::of_field(spec.as_ref().get(), number, self.as_message().case_of(number));
        let nest = nest.ok_or_else(|| EncodeError::new(EncodeErrorKind::NoStructure, FieldPath::field(number)))?;
        let content = match self.field(number) {
            Some(field) => edited(&nest, field.space(), keys, change)?,
            None => edited(&nest, Space::new(&[], 0, &nest.container, 0), keys, change)?,
        };
        self.set_content(number, &content)
    }

    /// Gives a field content that has been composed.
    pub(super) fn set_content(&mut self, number: u16, content: &[u8]) -> Result<(), EncodeError> {
        let error = |kind| EncodeError::new(kind, FieldPath::field(number));
        let spec = self.spec.as_ref();
        let step = spec.defined(number).ok_or_else(|| error(EncodeErrorKind::UndefinedField))?;
        let is_packed = step.layout.coding.form == DataForm::Bcd;
        let plan = if is_packed { Plan::unfilled(&step.layout, content) } else { Plan::around(&step.layout, content) };
        let plan = plan.map_err(error)?;
        match self.field(number).map(|field| field.space()) {
            Some(old) if old.len() == content.len() => {
                plan.written().map_err(error)?;
                let (start, lead) = (old.offset(), old.lead());
                compose::overwrite(self.body.bytes.get_mut(start..).unwrap_or_default(), lead, content);
                Ok(())
            }
            _ => self.body.write(&spec, number, &plan).map_err(error),
        }
    }

    /// Gives a field that is not there content that has been composed.
    pub(super) fn set_new_content(&mut self, number: u16, content: &[u8]) -> Result<(), EncodeError> {
        self.check_place(number)?;
        self.set_content(number, content)
    }
}

/// The number of the field that a path leads into, and the rest of the path.
fn split(path: &FieldPath) -> Result<(u16, &[Segment]), EncodeError> {
    let found = path.segments().split_first().and_then(|(number, keys)| Some((number.as_number()?, keys)));
    found.ok_or(EncodeError::new(EncodeErrorKind::UndefinedField, *path))
}
