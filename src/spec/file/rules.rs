//! From the keys of `[messages]` to the rules of a spec.

use super::fault::{Fault, Key};
use super::named::Named;
use super::rows::Maker;
use super::serde::RuleKeys;
use super::trail::Step;
use crate::error::SpecErrorKind;
use crate::spec::text::Text;
use crate::spec::{MessageRule, when};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl Maker<'_> {
    /// The rules, in the order of their names.
    pub(super) fn rules(&mut self, messages: &Named<RuleKeys>) -> Result<Vec<MessageRule>, Fault> {
        let rules = messages.0.iter().filter(|(_, keys)| keys.undefined != Some(true));
        rules.map(|(name, keys)| self.rule(name, keys).map_err(|fault| fault.within(Step::rule(name)))).collect()
    }

    fn rule(&mut self, name: &str, keys: &RuleKeys) -> Result<MessageRule, Fault> {
        let Some(mti) = &keys.mti else {
            return Err(Fault { missing: Some("mti"), ..Fault::of_key(SpecErrorKind::BadMtis, &["mti"]) });
        };
        let rule = MessageRule {
            name: self.keep(name),
            when: keys.when.as_deref().map(|condition| self.keep(condition)),
            mandatory: self.list(keys.mandatory.as_deref()),
            conditional: self.needs("conditional", keys.conditional.as_ref())?,
            mandatory_if: self.needs("mandatory_if", keys.mandatory_if.as_ref())?,
            optional: self.list(keys.optional.as_deref()),
            never: self.list(keys.never.as_deref()),
            echo: self.list(keys.echo.as_deref()),
            nothing_else: keys.nothing_else.unwrap_or(false),
            ..MessageRule::of(mti)
        };
        self.check(&rule)?;
        Ok(rule)
    }

    fn list(&mut self, paths: Option<&str>) -> Text {
        paths.map_or(Text::Static(""), |paths| self.keep(paths))
    }

    /// The needs as one text, by ascending fields.
    fn needs(&mut self, key: &'static str, needs: Option<&Named<String>>) -> Result<Text, Fault> {
        let mut needs: Vec<(&String, &String)> = needs.iter().flat_map(|needs| &needs.0).collect();
        needs.sort_by_key(|(path, _)| path.split('.').next().and_then(|number| number.parse::<u16>().ok()));
        let texts = needs
            .iter()
            .map(|(path, condition)| need(path, condition).map_err(|fault| fault.within(Step::need(key, path))));
        let texts = texts.collect::<Result<Vec<_>, Fault>>()?;
        Ok(self.keep(&texts.join("; ")))
    }

    /// Checks what each key says alone, so that a fault is known to be of it.
    fn check(&self, rule: &MessageRule) -> Result<(), Fault> {
        let any = MessageRule::of("xxxx");
        let aspects: [(MessageRule, &[&str]); 6] = [
            (MessageRule { mtis: rule.mtis, ..any }, &["mti"]),
            (MessageRule { when: rule.when, ..any }, &["when"]),
            (MessageRule { mandatory: rule.mandatory, ..any }, &["mandatory"]),
            (MessageRule { optional: rule.optional, ..any }, &["optional"]),
            (MessageRule { never: rule.never, ..any }, &["never"]),
            (MessageRule { echo: rule.echo, ..any }, &["echo"]),
        ];
        aspects.iter().try_for_each(|(aspect, keys)| {
            aspect.check(self.names()).map_err(|error| Fault::of_key(error.kind(), keys))
        })
    }
}

/// A need as the text of a rule has it; a semicolon there begins the next one.
fn need(path: &str, condition: &str) -> Result<String, Fault> {
    let need = format!("{path} if {condition}");
    if path.contains([' ', ';']) {
        return Err(Fault::of_row_itself(SpecErrorKind::BadFieldList));
    }
    let checked = when::check_needs(&need).map_err(|error| error.kind());
    match checked {
        Ok(()) if !condition.contains(';') => Ok(need),
        Err(SpecErrorKind::BadFieldList) => Err(Fault::of_row_itself(SpecErrorKind::BadFieldList)),
        _ => Err(Fault { key: Key::Value, ..Fault::of_row(SpecErrorKind::BadCondition) }),
    }
}
