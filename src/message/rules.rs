//! What the spec says that a message must have.

use super::view::Message;
use crate::bitmap::Bitmap;
use crate::error::{FieldPath, ParseError, ParseErrorKind};
use crate::mti::Mti;
use crate::spec::MessageRule;
use crate::spec::message_rule::{needs, number, paths};
use crate::spec::when::{self, Facts};

impl<'a> Message<'a> {
    /// The rules that apply to the message, if it were of this type.
    pub(super) fn rules(&self, mti: Mti) -> impl Iterator<Item = &'a MessageRule> {
        let spec = self.spec().get();
        spec.messages().iter().filter(move |rule| {
            let holds = |condition: &str| when::holds(condition, self as &dyn Facts);
            rule.mtis.contains(mti) && rule.when.is_none_or(|when| holds(when.within(spec.names())))
        })
    }

    /// Reports what is missing, and what must not be there.
    pub(super) fn check_rules(&self, report: &mut dyn FnMut(ParseError)) {
        let names = self.spec().get().names();
        for rule in self.rules(self.mti()) {
            paths(rule.mandatory.within(names)).for_each(|path| self.check_there(&path, report));
            for (path, condition) in needs(rule.conditional.within(names)) {
                match when::holds(condition, self) {
                    true => self.check_there(&path, report),
                    false => self.check_absent(&path, ParseErrorKind::Unexpected, report),
                }
            }
            for path in paths(rule.never.within(names)) {
                self.check_absent(&path, ParseErrorKind::NotInThisMessage, report);
            }
        }
        self.check_nothing_else(report);
    }

    fn check_there(&self, path: &FieldPath, report: &mut dyn FnMut(ParseError)) {
        // What is wrong with a structure is reported where it is opened.
        if let Err(error) = self.require(*path)
            && matches!(error.kind(), ParseErrorKind::Absent)
        {
            report(ParseError::new(error.kind(), error.offset(), *path));
        }
    }

    fn check_absent(&self, path: &FieldPath, kind: ParseErrorKind, report: &mut dyn FnMut(ParseError)) {
        if let Some(field) = self.field(*path) {
            report(ParseError::new(kind, field.range().start, *path));
        }
    }

    /// Where a rule says so, no field may be there that none of the rules names.
    fn check_nothing_else(&self, report: &mut dyn FnMut(ParseError)) {
        if !self.rules(self.mti()).any(|rule| rule.nothing_else) {
            return;
        }
        let names = self.spec().get().names();
        let mut named = Bitmap::EMPTY;
        for rule in self.rules(self.mti()) {
            let lists = [rule.mandatory, rule.optional];
            let listed = lists.into_iter().flat_map(|list| paths(list.within(names)));
            let conditional = needs(rule.conditional.within(names)).map(|(path, _)| path);
            named.extend(listed.chain(conditional).filter_map(|path| number(&path)));
        }
        for field in self.fields().filter(|field| !named.contains(field.number())) {
            report(ParseError::new(ParseErrorKind::NotInThisMessage, field.range().start, field.path()));
        }
    }
}
