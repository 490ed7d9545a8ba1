//! A message in another form.

use super::buf::MessageBuf;
use super::compose;
use super::draft::Draft;
use super::field::Field;
use crate::error::EncodeError;
use crate::parse::Nest;
use crate::spec::{SpecRef, Third};
use crate::value::Input;
use alloc::vec::Vec;
use core::mem::discriminant;

impl MessageBuf {
    /// The same message in another form: every field by its value, for example ASCII to BCD, and where both specs say that
    /// a field is made of parts, every part by its value.
    ///
    /// # Errors
    ///
    /// The first field or part that the other spec does not define or whose value it does not admit.
    pub fn to_spec<'s>(&self, spec: impl Into<SpecRef<'s>>) -> Result<MessageBuf, EncodeError> {
        let mut other = MessageBuf::new(spec, self.mti());
        let message = self.as_message();
        let carried = self.spec().wire().third();
        let fields = || message.fields().filter(|field| carried != Third::Field(field.number()));
        for is_last in [false, true] {
            for field in fields() {
                if other.spec().comes_last(field.number()) == is_last {
                    other.take(&field)?;
                }
            }
        }
        Ok(other)
    }

    /// Sets a field to what the same of another message says.
    fn take(&mut self, field: &Field<'_>) -> Result<(), EncodeError> {
        let number = field.number();
        let spec = self.spec.clone();
        let nest = Nest::of_field(spec.as_ref().get(), number, self.as_message().case_of(number));
        match nest.filter(|nest| is_made_alike(field, nest)) {
            Some(nest) => self.set_new_content(number, &translated(field, &nest)?),
            None => self.set(number, field.value()),
        }
    }
}

/// Whether a field that opens is made as another spec says.
fn is_made_alike(field: &Field<'_>, nest: &Nest<'_>) -> bool {
    field.opened().is_some_and(|parts| discriminant(&parts.structure()) == discriminant(&nest.structure))
}

/// The content of a field, part by part, as another spec has it.
fn translated(field: &Field<'_>, nest: &Nest<'_>) -> Result<Vec<u8>, EncodeError> {
    let mut draft = Draft::new(nest);
    for part in field.opened().iter().flatten() {
        let key = part.key();
        let inner = nest.inner(key).filter(|inner| is_made_alike(&part, inner));
        let bytes = match inner {
            Some(inner) => compose::part_around(nest, key, &translated(&part, &inner)?)?,
            None => compose::part(nest, key, Input::Value(part.value()))?,
        };
        draft.add(key, bytes)?;
    }
    draft.finish()
}
