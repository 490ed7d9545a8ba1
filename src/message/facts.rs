//! What conditions ask of a message.

use super::field::Field;
use super::view::Message;
use crate::error::FieldPath;
use crate::mti::Mti;
use crate::spec::when::Facts;
use crate::value::Value;

/// A field that has cases of its own is a whole here: conditions do not wait for each other.
impl Facts for Message<'_> {
    fn mti(&self) -> Mti {
        Message::mti(self)
    }

    fn with_value(&self, path: &FieldPath, ask: &mut dyn FnMut(Value<'_>)) {
        let Some((number, deeper)) = path.segments().split_first() else { return };
        let field = number.as_number().and_then(|number| self.without_cases(number));
        let part = field.and_then(|field| field.inner(deeper));
        if let Some(part) = part {
            ask(part.value());
        }
    }
}

impl<'a> Message<'a> {
    fn without_cases(&self, number: u16) -> Option<Field<'a>> {
        let index = self.index();
        if !index.present.contains(number) {
            return None;
        }
        let (start, end) = index.span(index.present.rank(number))?;
        let spec = self.spec().get();
        Some(Field::new(self.as_bytes().get(start..end)?, start, number, spec, spec.step(number)?, None, index.options))
    }
}
