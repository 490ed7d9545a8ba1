//! All findings in a message at once.

use super::field::Field;
use super::subfields::Subfields;
use super::view::Message;
use crate::error::{ParseError, ParseErrorKind};
use crate::mti::Mti;
use crate::spec::Structure;

impl Message<'_> {
    /// Reports what the rules of the spec say that the message must have and has not, and what it must not have
    /// ([`crate::spec::MessageRule`]); opens every structure that the spec states and reports all that is wrong in it,
    /// with path and byte; and every field and tag that may not stand in a message of this type.
    ///
    /// It is as strict as the parse was, and goes on past a fault wherever the end of a part is known in spite of it.
    /// What [`Message::parse`] checks is not checked again. Nothing is allocated.
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
        self.check_rules(&mut report);
        for field in self.fields() {
            validate(&field, self.mti(), false, &mut report);
        }
    }
}

/// The findings in a field and, as deep as the spec says, in its parts. A group was examined with what holds it.
fn validate(field: &Field<'_>, mti: Mti, is_group: bool, report: &mut dyn FnMut(ParseError)) {
    if !field.may_stand_in(mti) {
        report(ParseError::new(ParseErrorKind::NotInThisMessage, field.range().start, field.path()));
    }
    let Some(nest) = field.nest() else { return };
    if !is_group {
        nest.examine(field.space(), field.options(), report);
    }
    let holds_groups = matches!(nest.structure, Structure::Groups(_));
    for part in Subfields::unchecked(field, nest) {
        validate(&part, mti, holds_groups, report);
    }
}
