//! What messages of some types must have, may have, and must not have.

use super::mtis::MtiSet;
use super::text::Text;
use super::when;
use crate::error::{FieldPath, Segment, SpecError, SpecErrorKind};

/// What messages of some types must have, may have, and must not have, as the tables at the end of a network's manual say:
/// it is [`crate::Message::validate`] that looks at it, never a parse.
///
/// Fields are named by number, parts by path, separated by blanks. A message to which several rules apply keeps all of
/// them.
///
/// ```
/// use isomsg::spec::MessageRule;
/// const SALE: MessageRule = MessageRule::new("sale", "0200")
///     .when("3 starts 00")
///     .mandatory("3 4 11 22 25 41 42 49")
///     .conditional("35 if 22 starts 02 05; 2 if 22 starts 01")
///     .never("39");
/// ```
///
/// # Conditions
///
/// Tests are joined by `and`, and these groups by `or`: `3 starts 00 31 and present 52 or mti = 04xx`. A test is
/// `present PATH`, `absent PATH`, `PATH = VALUE ...`, `PATH != VALUE ...` (also when it is absent), `PATH starts VALUE ...`, or
/// `mti = PATTERN ...` with `x` for any digit; several values are alternatives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageRule {
    pub(crate) name: Text,
    pub(crate) mtis: MtiSet,
    pub(crate) when: Option<Text>,
    pub(crate) mandatory: Text,
    pub(crate) conditional: Text,
    pub(crate) optional: Text,
    pub(crate) never: Text,
    pub(crate) echo: Text,
    pub(crate) nothing_else: bool,
}

pub(super) const NONE: Text = Text::Static("");

impl MessageRule {
    /// A rule for messages of these types: patterns of four digits, `x` for any, separated by blanks, at most eight.
    #[must_use]
    pub const fn new(name: &'static str, mtis: &str) -> Self {
        MessageRule { name: Text::Static(name), ..Self::of(mtis) }
    }

    pub(crate) const fn of(mtis: &str) -> Self {
        MessageRule {
            name: NONE,
            mtis: MtiSet::listed(mtis),
            when: None,
            mandatory: NONE,
            conditional: NONE,
            optional: NONE,
            never: NONE,
            echo: NONE,
            nothing_else: false,
        }
    }

    /// It applies only to messages for which this condition holds.
    #[must_use]
    pub const fn when(self, condition: &'static str) -> Self {
        MessageRule { when: Some(Text::Static(condition)), ..self }
    }

    /// What must be there.
    #[must_use]
    pub const fn mandatory(self, paths: &'static str) -> Self {
        MessageRule { mandatory: Text::Static(paths), ..self }
    }

    /// What must be there when a condition holds, and must not when it does not: `35 if 22 starts 02 05; 52 if ...`.
    #[must_use]
    pub const fn conditional(self, needs: &'static str) -> Self {
        MessageRule { conditional: Text::Static(needs), ..self }
    }

    /// What may be there. It is of importance only with [`MessageRule::nothing_else`].
    #[must_use]
    pub const fn optional(self, paths: &'static str) -> Self {
        MessageRule { optional: Text::Static(paths), ..self }
    }

    /// What must not be there; a response does not repeat it either.
    #[must_use]
    pub const fn never(self, paths: &'static str) -> Self {
        MessageRule { never: Text::Static(paths), ..self }
    }

    /// What a response of this type repeats as the request had it, beside the fields that are marked so.
    #[must_use]
    pub const fn echo(self, fields: &'static str) -> Self {
        MessageRule { echo: Text::Static(fields), ..self }
    }

    /// No field may be there that neither this rule nor another one for the message names.
    #[must_use]
    pub const fn nothing_else(self) -> Self {
        MessageRule { nothing_else: true, ..self }
    }

    /// Checks what the rule says; `names` holds the texts of a loaded spec.
    pub(crate) const fn check(&self, names: &str) -> Result<(), SpecError> {
        if !self.mtis.is_well_formed() || self.mtis.is_all() {
            return Err(SpecError::new(SpecErrorKind::BadMtis, FieldPath::MESSAGE));
        }
        if let Some(condition) = self.when
            && let Err(kind) = when::check(condition.within(names))
        {
            return Err(SpecError::new(kind, FieldPath::MESSAGE));
        }
        let lists = [self.mandatory, self.optional, self.never, self.echo];
        let mut rest: &[Text] = &lists;
        while let [list, tail @ ..] = rest {
            if !when::is_paths(list.within(names)) {
                return Err(SpecError::new(SpecErrorKind::BadFieldList, FieldPath::MESSAGE));
            }
            rest = tail;
        }
        when::check_needs(self.conditional.within(names))
    }
}

/// The paths of a list that was checked.
pub(crate) fn paths(list: &str) -> impl Iterator<Item = FieldPath> {
    list.split_ascii_whitespace().filter_map(|path| path.parse().ok())
}

/// The paths of conditional needs that were checked, each with its condition.
pub(crate) fn needs(list: &str) -> impl Iterator<Item = (FieldPath, &str)> {
    list.split(';').filter_map(|need| {
        let (path, condition) = need.trim_ascii().split_once(" if ")?;
        Some((path.parse().ok()?, condition))
    })
}

/// The number of the field that a path leads into.
pub(crate) fn number(path: &FieldPath) -> Option<u16> {
    path.segments().first().and_then(Segment::as_number)
}
