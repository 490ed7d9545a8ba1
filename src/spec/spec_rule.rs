//! A rule as it counts in its spec.

use super::equal::same_in_any_order;
use super::message_rule::MessageRule;
use super::text::Text;
use crate::error::FieldPath;
use crate::mti::Mti;
use core::fmt;

/// A rule of a spec: what messages of some types must have, may have, and must not have. See [`MessageRule`].
///
/// ```
/// use isomsg::spec;
///
/// let sale = spec::UNIONPAY_POS.rules().find(|rule| rule.name() == "sale").expect("has one");
/// assert_eq!((sale.message_types().to_string(), sale.condition()), ("0200".to_string(), Some("60.1 = 22")));
/// assert!(sale.mandatory().any(|path| path.to_string() == "49"));
/// ```
#[derive(Clone, Copy)]
pub struct SpecRule<'s> {
    rule: &'s MessageRule,
    /// What the texts of the rule may be ranges of.
    names: &'s str,
}

impl<'s> SpecRule<'s> {
    pub(crate) fn new(rule: &'s MessageRule, names: &'s str) -> Self {
        SpecRule { rule, names }
    }

    /// The rule as it is stated, and what its texts may be ranges of.
    #[cfg(feature = "alloc")]
    pub(super) fn row(&self) -> (&'s MessageRule, &'s str) {
        (self.rule, self.names)
    }

    fn text(&self, text: Text) -> &'s str {
        text.within(self.names)
    }

    fn texts(&self) -> [&'s str; 5] {
        let MessageRule { name, mandatory, optional, never, echo, .. } = *self.rule;
        [name, mandatory, optional, never, echo].map(|text| self.text(text))
    }

    fn paths(&self, list: Text) -> impl Iterator<Item = FieldPath> + use<'s> {
        self.text(list).split_ascii_whitespace().filter_map(|path| path.parse().ok())
    }

    fn needs(&self, list: Text) -> impl Iterator<Item = (FieldPath, &'s str)> + use<'s> {
        self.text(list).split(';').filter_map(|need| {
            let (path, condition) = need.trim_ascii().split_once(" if ")?;
            Some((path.parse().ok()?, condition))
        })
    }

    /// The name of the rule.
    #[must_use]
    pub fn name(&self) -> &'s str {
        self.text(self.rule.name)
    }

    /// Whether it is of messages of this type.
    #[must_use]
    pub fn is_of(&self, mti: Mti) -> bool {
        self.rule.mtis.contains(mti)
    }

    /// The patterns of the message types, separated by blanks.
    #[must_use]
    pub fn message_types(&self) -> impl fmt::Display + use<> {
        self.rule.mtis
    }

    /// The condition for the rule as a whole.
    #[must_use]
    pub fn condition(&self) -> Option<&'s str> {
        self.rule.when.map(|when| self.text(when))
    }

    /// What must be there.
    pub fn mandatory(&self) -> impl Iterator<Item = FieldPath> + use<'s> {
        self.paths(self.rule.mandatory)
    }

    /// What must be there when the condition holds, and must not when it does not.
    pub fn conditional(&self) -> impl Iterator<Item = (FieldPath, &'s str)> + use<'s> {
        self.needs(self.rule.conditional)
    }

    /// What must be there when the condition holds.
    pub fn mandatory_if(&self) -> impl Iterator<Item = (FieldPath, &'s str)> + use<'s> {
        self.needs(self.rule.mandatory_if)
    }

    /// What may be there.
    pub fn optional(&self) -> impl Iterator<Item = FieldPath> + use<'s> {
        self.paths(self.rule.optional)
    }

    /// What must not be there.
    pub fn never(&self) -> impl Iterator<Item = FieldPath> + use<'s> {
        self.paths(self.rule.never)
    }

    /// What a response repeats.
    pub fn echo(&self) -> impl Iterator<Item = FieldPath> + use<'s> {
        self.paths(self.rule.echo)
    }

    /// Whether no field may be there that no rule for the message names.
    #[must_use]
    pub fn allows_nothing_else(&self) -> bool {
        self.rule.nothing_else
    }
}

/// The same texts, in whichever table they are, and the same needs, in whichever order.
impl PartialEq for SpecRule<'_> {
    fn eq(&self, other: &Self) -> bool {
        let is_of_same = self.rule.mtis == other.rule.mtis && self.rule.nothing_else == other.rule.nothing_else;
        is_of_same
            && self.condition() == other.condition()
            && self.texts() == other.texts()
            && same_in_any_order(|| self.conditional(), || other.conditional(), |need| need.0)
            && same_in_any_order(|| self.mandatory_if(), || other.mandatory_if(), |need| need.0)
    }
}

impl Eq for SpecRule<'_> {}

/// Shows name and message types.
impl fmt::Debug for SpecRule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SpecRule({} of {})", self.name(), self.rule.mtis)
    }
}
