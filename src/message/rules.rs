//! What the spec says that a message must have.

use super::view::Message;
use crate::bitmap::Bitmap;
use crate::error::{FieldPath, ParseError, ParseErrorKind, Segment};
use crate::mti::Mti;
use crate::spec::when::{self, Facts};
use crate::spec::{Sensitivity, SpecRule};

impl<'a> Message<'a> {
    /// The rules that apply to the message, if it were of this type.
    pub(super) fn rules(&self, mti: Mti) -> impl Iterator<Item = SpecRule<'a>> {
        let holds = |condition: &str| when::holds(condition, self as &dyn Facts);
        self.spec().get().rules().filter(move |rule| rule.is_of(mti) && rule.condition().is_none_or(holds))
    }

    /// The fields that a message of this type repeats of this one: they are marked so, or a rule for the type names them, and
    /// no such rule forbids them. PIN blocks, verification values and keys never, and tracks in no response, whatever a spec
    /// says.
    pub(super) fn repeated(&self, mti: Mti) -> Bitmap {
        let is_marked = |number: &u16| self.spec().field(*number).is_some_and(|field| field.is_echoed());
        let mut repeated: Bitmap = self.bitmap().iter().filter(is_marked).collect();
        let mut forbidden = Bitmap::EMPTY;
        for rule in self.rules(mti) {
            repeated.extend(rule.echo().filter_map(|path| whole(&path)));
            forbidden.extend(rule.never().filter_map(|path| whole(&path)));
        }
        let may_be =
            |number: &u16| !forbidden.contains(*number) && may_be_repeated(self.spec().get().sensitivity(*number), mti);
        repeated.iter().filter(|number| self.bitmap().contains(*number)).filter(may_be).collect()
    }

    /// Reports what is missing, and what must not be there.
    pub(super) fn check_rules(&self, report: &mut dyn FnMut(ParseError)) {
        let mut asked_for = Bitmap::EMPTY;
        for rule in self.rules(self.mti()) {
            // What several rules ask for is missing once.
            let is_new =
                |path: &FieldPath| path.segments().len() > 1 || path.number().is_none_or(|it| asked_for.insert(it));
            rule.mandatory().filter(is_new).for_each(|path| self.check_there(&path, report));
            for (path, condition) in rule.conditional() {
                match when::holds(condition, self) {
                    true => self.check_there(&path, report),
                    false => self.check_absent(&path, ParseErrorKind::Unexpected, report),
                }
            }
            for (path, _) in rule.mandatory_if().filter(|(_, condition)| when::holds(condition, self)) {
                self.check_there(&path, report);
            }
            rule.never().for_each(|path| self.check_absent(&path, ParseErrorKind::NotInThisMessage, report));
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
        if !self.rules(self.mti()).any(|rule| rule.allows_nothing_else()) {
            return;
        }
        let mut named = Bitmap::EMPTY;
        for rule in self.rules(self.mti()) {
            let needed = rule.conditional().chain(rule.mandatory_if()).map(|(path, _)| path);
            named.extend(rule.mandatory().chain(rule.optional()).chain(needed).filter_map(|path| outermost(&path)));
        }
        for field in self.fields().filter(|field| !named.contains(field.number())) {
            report(ParseError::new(ParseErrorKind::NotInThisMessage, field.range().start, field.path()));
        }
    }
}

fn may_be_repeated(sensitivity: Sensitivity, mti: Mti) -> bool {
    match sensitivity {
        Sensitivity::Pin | Sensitivity::Cvv | Sensitivity::Key => false,
        Sensitivity::Track => !mti.is_response(),
        _ => true,
    }
}

/// The number of the field that a path names, not a part of it.
fn whole(path: &FieldPath) -> Option<u16> {
    path.number().filter(|number| *path == FieldPath::field(*number))
}

/// The number of the field that a path leads into.
fn outermost(path: &FieldPath) -> Option<u16> {
    path.segments().first().and_then(Segment::as_number)
}
