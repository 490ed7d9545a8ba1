//! What messages of some types must have, may have, and must not have.

use super::mtis::MtiSet;
use super::text::Text;
use super::when;
use crate::error::{FieldPath, SpecError, SpecErrorKind};

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
    pub(crate) mandatory_if: Text,
    pub(crate) optional: Text,
    pub(crate) never: Text,
    pub(crate) echo: Text,
    pub(crate) nothing_else: bool,
}

const NONE: Text = Text::Static("");

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
            mandatory_if: NONE,
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

    /// What must be there when a condition holds, and may be there when it does not: `38 if 39 = 00; 26 if present 52`.
    #[must_use]
    pub const fn mandatory_if(self, needs: &'static str) -> Self {
        MessageRule { mandatory_if: Text::Static(needs), ..self }
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
        match when::check_needs(self.conditional.within(names)) {
            Ok(()) => when::check_needs(self.mandatory_if.within(names)),
            refused => refused,
        }
    }
}
