//! All findings in a message at once.

use super::field::Field;
use super::subfields::Subfields;
use super::view::Message;
use crate::error::{ParseError, ParseErrorKind};
use crate::mti::Mti;
use crate::parse::ParseOptions;

impl Message<'_> {
    /// Opens every structure that the spec states and reports all that is wrong in it, with path and byte, and every
    /// field and tag that may not stand in a message of this type.
    ///
    /// It goes on past a fault wherever the end of a part is known in spite of it. What [`Message::parse`] checks is not
    /// checked again. Nothing is allocated.
    ///
    /// ```
    /// use isomsg::{MessageBuf, Mti, spec};
    ///
    /// let mut sale = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0200).expect("four digits"));
    /// sale.set(55, &[0x9F, 0x36, 0x05, 0x01, 0xC0])?;
    /// let mut findings = Vec::new();
    /// sale.as_message().validate(|finding| findings.push(finding.to_string()));
    /// assert_eq!(findings, ["cut short after 2 of 5 bytes in field 55.9F36 at byte 14"]);
    /// # Ok::<(), isomsg::error::EncodeError>(())
    /// ```
    pub fn validate(&self, mut report: impl FnMut(ParseError)) {
        for field in self.fields() {
            validate(&field, self.mti(), &mut report);
        }
    }
}

/// The findings in a field and, as deep as the spec says, in its parts.
fn validate(field: &Field<'_>, mti: Mti, report: &mut dyn FnMut(ParseError)) {
    if !field.may_stand_in(mti) {
        report(ParseError::new(ParseErrorKind::NotInThisMessage, field.range().start, field.path()));
    }
    if let Some(nest) = field.nest() {
        nest.examine(field.space(), ParseOptions::STRICT, report);
        for part in Subfields::unchecked(field, nest) {
            validate(&part, mti, report);
        }
    }
}
