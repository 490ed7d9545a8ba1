//! A field and all its parts, depth first.

use super::field::Field;
use super::subfields::Parts;
use super::view::Message;
use crate::error::FieldPath;

/// A field, and behind it its parts, each followed by its own: from [`Field::walk`].
///
/// A structure that the spec states is opened; one that cannot be opened shows as the field alone.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    first: Option<Field<'a>>,
    /// The parts of the field that was shown last, of the one that holds it, and so on; outermost first.
    open: [Option<Parts<'a>>; FieldPath::MAX_DEPTH - 1],
    depth: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(field: Field<'a>) -> Self {
        Walk { first: Some(field), open: [const { None }; FieldPath::MAX_DEPTH - 1], depth: 0 }
    }

    /// Goes into a field that was shown, if the spec says what it is made of and it is that.
    fn enter(&mut self, field: &Field<'a>) {
        let parts = field.opened();
        if let (Some(parts), Some(level)) = (parts, self.open.get_mut(self.depth)) {
            *level = Some(parts.iter());
            self.depth += 1;
        }
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        if let Some(field) = self.first.take() {
            self.enter(&field);
            return Some(field);
        }
        while let Some(innermost) = self.depth.checked_sub(1) {
            let parts = self.open.get_mut(innermost)?;
            if let Some(field) = parts.as_mut().and_then(Iterator::next) {
                self.enter(&field);
                return Some(field);
            }
            *parts = None;
            self.depth = innermost;
        }
        None
    }
}

impl<'a> Field<'a> {
    /// The field, and behind it its parts, each followed by its own.
    ///
    /// ```
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let mut sale = MessageBuf::new(&spec::UNIONPAY_POS, Mti::new(0x0200).expect("four digits"));
    /// sale.set(60, "22000001")?;
    /// let paths: Vec<String> = sale.require(60)?.walk().map(|field| field.path().to_string()).collect();
    /// assert_eq!(paths, ["60", "60.1", "60.2"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn walk(&self) -> Walk<'a> {
        Walk::new(*self)
    }
}

impl<'a> Message<'a> {
    /// All fields and their parts, each field followed by its parts.
    pub fn walk(&self) -> impl Iterator<Item = Field<'a>> + use<'_, 'a> {
        self.fields().flat_map(|field| field.walk())
    }
}
