//! A finding, and where it is.

use crate::error::{FieldPath, SpecError, SpecErrorKind};
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// It works, and is hardly meant.
    Warning,
    /// It is no spec.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// Declares the kinds once, with their texts.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// What a finding is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum LintKind {
            /// A rule that every spec keeps.
            Refused(SpecErrorKind),
            $($(#[doc = $doc])+ $name,)+
        }

        impl LintKind {
            /// Every kind of warning, for tests that want to see each of them.
            pub const WARNINGS: &'static [LintKind] = &[$(LintKind::$name,)+];

            fn text(self) -> &'static str {
                match self {
                    LintKind::Refused(kind) => kind.reason(),
                    $(LintKind::$name => $text,)+
                }
            }
        }
    };
}

kinds! {
    /// Text in packed digits, which have no letters.
    ClassAgainstForm = "packed digits cannot carry the letters of this class",
    /// A PIN block or a MAC is bytes, a track has separators, and the class has neither.
    ClassAgainstContent = "class cannot hold what the field by its number is for",
    /// The prefix counts bytes of packed digits and the pad is a digit, so an odd number cannot be told from an even one.
    OddDigitsLost = "length prefix counts bytes and the pad is a digit, so an odd number of digits cannot be told",
    /// A value can hold the character at which it ends.
    TerminatorInClass = "terminator is a character of the class, so a value can hold it",
    /// A card number, track, PIN block, verification value or key, by number or name, is not masked.
    CardDataShown = "card data or a key, by its number or name, is not masked: state `sensitive`",
    /// A container of private data is `none`, and nothing says what is in it.
    PrivateDataShown = "private data without stated parts is not masked",
    /// A track, PIN block, verification value or key is repeated in responses.
    SecretEchoed = "a response repeats a secret",
    /// The parts before one that may be missing leave it no room.
    PartNeverFits = "parts before leave no room for the part",
    /// A MAC protects what is in front of it.
    MacNotLast = "fields behind a MAC are not protected by it",
    /// A rule or a condition names what the spec does not define.
    UndefinedField = "names what the spec does not define",
    /// A rule asks for a field that cannot stand in any of its message types.
    ExcludedByType = "field cannot stand in a message of these types",
    /// A path stands twice in the lists of one rule.
    FieldTwice = "named twice",
    /// A field must be there and must not, in the same messages.
    Contradiction = "must be there and must not in the same messages",
    /// Rules say what a response must have, and none names the response code.
    NoResponseCode = "responses have no response code",
    /// What is repeated is stated for requests that begin something, which have nothing to repeat.
    EchoInRequest = "only responses, advices and reversals repeat fields, and none of these types is one",
    /// A rule states nothing.
    RuleSaysNothing = "rule states nothing",
    /// A condition compares with a value that the field cannot have.
    ValueImpossible = "compares with a value of another length or class than the field has",
    /// The condition of a case looks into a field that has cases.
    AskedOfCases = "conditions of cases cannot look into a field that has cases",
    /// A condition contradicts itself, or the message types it is asked for.
    NeverHolds = "condition never holds",
    /// An earlier case takes all messages that the case is for.
    CaseNeverReached = "an earlier case takes all messages of the case",
}

impl fmt::Display for LintKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// What states the thing at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    /// The row of the path, and there the first of these keys that is stated.
    Row(&'static [&'static str]),
    /// A case of a field, by its index, or the row of this path within it.
    Case(FieldPath, usize, &'static [&'static str]),
    /// A rule by its name, and the first of these keys that is stated, or a need of it.
    Rule(Box<str>, &'static [&'static str], Option<Box<str>>),
}

/// Something that is wrong with a spec, or hardly meant. Printed, the fault comes first, then its place:
/// `a response repeats a secret in field 35`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    kind: LintKind,
    path: FieldPath,
    site: Site,
    /// What to print instead of the text of the kind.
    detail: Option<Box<str>>,
}

impl Lint {
    pub(crate) fn new(kind: LintKind, path: FieldPath, site: Site) -> Self {
        Lint { kind, path, site, detail: None }
    }

    pub(crate) fn refused(error: SpecError) -> Self {
        Lint::new(LintKind::Refused(error.kind()), error.path(), Site::Row(&[]))
    }

    /// The same in a rule of messages.
    #[cfg(feature = "toml")]
    pub(crate) fn in_rule(self, rule: Option<&str>) -> Self {
        let site = rule.map_or(self.site.clone(), |name| Site::Rule(name.into(), &[], None));
        Lint { site, ..self }
    }

    #[cfg(feature = "toml")]
    pub(crate) fn with_detail(self, detail: Option<Box<str>>) -> Self {
        Lint { detail, ..self }
    }

    #[cfg(feature = "toml")]
    pub(crate) fn site(&self) -> &Site {
        &self.site
    }

    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> LintKind {
        self.kind
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.kind {
            LintKind::Refused(_) => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// The field or part that it concerns, which a rule or a condition may name; [`FieldPath::MESSAGE`] for the spec, or
    /// a rule, as a whole.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        self.path
    }

    /// The name of the rule of messages that it is in.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        match &self.site {
            Site::Rule(name, ..) => Some(name),
            _ => None,
        }
    }
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.detail.as_deref().unwrap_or(self.kind.text()))?;
        match (self.path, &self.site) {
            (FieldPath::MESSAGE, Site::Rule(name, ..)) => write!(f, " in rule {}", printable(name)),
            (FieldPath::MESSAGE, _) => Ok(()),
            (path, Site::Row(_)) => write!(f, " in field {path}"),
            (path, Site::Case(holder, case, _)) if path == *holder => write!(f, " in field {path}, case {}", case + 1),
            (path, Site::Case(holder, case, _)) => write!(f, ": field {path} in field {holder}, case {}", case + 1),
            (path, Site::Rule(name, ..)) => write!(f, ": field {path} in rule {}", printable(name)),
        }
    }
}

/// A name without line ends and the like, which a file can put there.
fn printable(name: &str) -> String {
    name.chars().filter(|character| !character.is_control()).collect()
}
