//! What is doubtful in the rules of messages, and in the conditions of a spec.

use super::condition::{Condition, Test, Verb, have_common_type, types};
use super::lookup::{Found, find};
use super::{Lint, LintKind, MOST, Site, secrets};
use crate::de;
use crate::error::FieldPath;
use crate::spec::{Class, DataForm, MessageSpec, SpecField, SpecRule, Structure};
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn check(spec: &MessageSpec, found: &mut Vec<Lint>) {
    let rules: Vec<Rule<'_>> = spec.rules().take(MOST).map(|rule| Rule::new(spec, rule)).collect();
    for rule in &rules {
        rule.check(found);
        rule.check_beside(&rules, found);
    }
}

type Keys = &'static [&'static str];

const MANDATORY: Keys = &["mandatory"];
const CONDITIONAL: Keys = &["conditional"];
const MANDATORY_IF: Keys = &["mandatory_if"];
const OPTIONAL: Keys = &["optional"];
const NEVER: Keys = &["never"];
const ECHO: Keys = &["echo"];

/// A rule with its lists read.
struct Rule<'s> {
    spec: &'s MessageSpec,
    name: &'s str,
    types: String,
    when: Option<&'s str>,
    mandatory: Vec<FieldPath>,
    optional: Vec<FieldPath>,
    never: Vec<FieldPath>,
    echo: Vec<FieldPath>,
    /// Needs, each by its key, with its condition.
    needs: Vec<(Keys, FieldPath, &'s str)>,
    nothing_else: bool,
    /// It names the response code.
    names_code: bool,
}

impl<'s> Rule<'s> {
    fn new(spec: &'s MessageSpec, rule: SpecRule<'s>) -> Self {
        let conditional = rule.conditional().map(|(path, condition)| (CONDITIONAL, path, condition));
        let mandatory_if = rule.mandatory_if().map(|(path, condition)| (MANDATORY_IF, path, condition));
        let read = Rule {
            spec,
            name: rule.name(),
            types: types(&rule.message_types()),
            when: rule.condition(),
            mandatory: rule.mandatory().take(MOST).collect(),
            optional: rule.optional().take(MOST).collect(),
            never: rule.never().take(MOST).collect(),
            echo: rule.echo().take(MOST).collect(),
            needs: conditional.take(MOST).chain(mandatory_if.take(MOST)).collect(),
            nothing_else: rule.allows_nothing_else(),
            names_code: false,
        };
        let names_code = read.named().any(|(path, _)| path == FieldPath::field(de::RESPONSE_CODE));
        Rule { names_code, ..read }
    }

    fn site(&self, keys: Keys) -> Site {
        Site::Rule(self.name.into(), keys, None)
    }

    fn need_site(&self, keys: Keys, path: &FieldPath) -> Site {
        Site::Rule(self.name.into(), keys, Some(Box::from(path.to_string())))
    }

    /// The lists, each by its key.
    fn lists(&self) -> [(Keys, &[FieldPath]); 4] {
        [(MANDATORY, &self.mandatory), (OPTIONAL, &self.optional), (NEVER, &self.never), (ECHO, &self.echo)]
    }

    /// Each path that the rule names, and where.
    fn named(&self) -> impl Iterator<Item = (FieldPath, Site)> {
        let listed = self.lists().into_iter().flat_map(|(key, list)| list.iter().map(move |path| (key, *path)));
        let listed = listed.map(|(key, path)| (path, self.site(key)));
        listed.chain(self.needs.iter().map(|(keys, path, _)| (*path, self.need_site(keys, path))))
    }

    fn check(&self, found: &mut Vec<Lint>) {
        for (path, site) in self.named() {
            if find(self.spec, &path).is_nothing() {
                found.push(Lint::new(LintKind::UndefinedField, path, site));
            }
        }
        self.check_types(found);
        self.check_twice(found);
        self.check_echo(found);
        self.check_mac(found);
        self.check_conditions(found);
        if !self.nothing_else && self.named().next().is_none() {
            found.push(Lint::new(LintKind::RuleSaysNothing, FieldPath::MESSAGE, self.site(&["mti"])));
        }
    }

    /// What must be there can be there.
    fn check_types(&self, found: &mut Vec<Lint>) {
        let mandatory = self.mandatory.iter().map(|path| (*path, self.site(MANDATORY)));
        let needs = self.needs.iter().map(|(keys, path, _)| (*path, self.need_site(keys, path)));
        for (path, site) in mandatory.chain(needs) {
            let field = path.number().and_then(|number| self.spec.field(number));
            if field.is_some_and(|field| !have_common_type(&types(&field.only_in), &self.types)) {
                found.push(Lint::new(LintKind::ExcludedByType, path, site));
            }
        }
    }

    /// A path is named once among what must, may and need be there.
    fn check_twice(&self, found: &mut Vec<Lint>) {
        let mut all: Vec<(FieldPath, Keys)> = self.needs.iter().map(|(keys, path, _)| (*path, *keys)).collect();
        all.extend(self.mandatory.iter().map(|path| (*path, MANDATORY)));
        all.extend(self.optional.iter().map(|path| (*path, OPTIONAL)));
        // Of two, the finding is at the need.
        all.sort_by_key(|(_, keys)| [CONDITIONAL, MANDATORY_IF].contains(keys));
        self.check_once(all, found);
        self.check_once(self.never.iter().map(|path| (*path, NEVER)).collect(), found);
        self.check_once(self.echo.iter().map(|path| (*path, ECHO)).collect(), found);
    }

    fn check_once(&self, mut named: Vec<(FieldPath, Keys)>, found: &mut Vec<Lint>) {
        named.sort_by_key(|(path, _)| *path);
        let pairs = named.iter().zip(named.iter().skip(1));
        found.extend(pairs.filter(|(one, other)| one.0 == other.0).map(|(_, (path, key))| {
            let is_need = [CONDITIONAL, MANDATORY_IF].contains(key);
            let site = if is_need { self.need_site(key, path) } else { self.site(key) };
            Lint::new(LintKind::FieldTwice, *path, site)
        }));
    }

    fn check_echo(&self, found: &mut Vec<Lint>) {
        if !self.echo.is_empty() && self.types.split(' ').all(begins) {
            found.push(Lint::new(LintKind::EchoInRequest, FieldPath::MESSAGE, self.site(ECHO)));
        }
        for path in &self.echo {
            if let Found::Row(field) = find(self.spec, path)
                && secrets::must_not_return(field.sensitivity())
            {
                found.push(Lint::new(LintKind::SecretEchoed, *path, self.site(ECHO)));
            }
        }
    }

    /// Behind a MAC, no field must be there.
    fn check_mac(&self, found: &mut Vec<Lint>) {
        let mut numbers = self.mandatory.iter().filter_map(FieldPath::number);
        let has_mac = self.mandatory.contains(&FieldPath::field(64));
        if has_mac && numbers.any(|number| number > 64) {
            found.push(Lint::new(LintKind::MacNotLast, FieldPath::field(64), self.site(MANDATORY)));
        }
    }

    fn check_conditions(&self, found: &mut Vec<Lint>) {
        let mut facts = alloc::vec![Test::of_types(&self.types)];
        if let Some(when) = self.when {
            let asked = Asked { spec: self.spec, facts: &facts, of_cases: false };
            asked.check(when, &|| self.site(&["when"]), FieldPath::MESSAGE, found);
            facts.extend(Condition::read(when).map(Condition::only_group).unwrap_or_default());
        }
        let asked = Asked { spec: self.spec, facts: &facts, of_cases: false };
        for (keys, path, condition) in &self.needs {
            asked.check(condition, &|| self.need_site(keys, path), *path, found);
        }
    }

    /// What becomes of the rule beside the others.
    fn check_beside(&self, rules: &[Rule<'_>], found: &mut Vec<Lint>) {
        let meeting = rules.iter().filter(|other| self.meets(other));
        let never: BTreeSet<&FieldPath> = meeting.flat_map(|other| &other.never).collect();
        let contradicted = self.mandatory.iter().filter(|path| holders(path).any(|holder| never.contains(&holder)));
        found.extend(contradicted.map(|path| Lint::new(LintKind::Contradiction, *path, self.site(MANDATORY))));
        let is_response = !self.mandatory.is_empty() && self.types.split(' ').all(is_answer);
        let names_code = |other: &Rule<'_>| other.names_code && have_common_type(&self.types, &other.types);
        if is_response && !rules.iter().any(names_code) {
            found.push(Lint::new(LintKind::NoResponseCode, FieldPath::MESSAGE, self.site(MANDATORY)));
        }
    }

    /// Whether both rules apply to some messages without a doubt.
    fn meets(&self, other: &Rule<'_>) -> bool {
        let same = self.when == other.when || self.when.is_none() || other.when.is_none();
        same && have_common_type(&self.types, &other.types)
    }
}

/// A path, and those of all that it leads through.
fn holders(path: &FieldPath) -> impl Iterator<Item = FieldPath> {
    path.segments().iter().scan(FieldPath::MESSAGE, |holder, segment| {
        *holder = holder.child(*segment);
        Some(*holder)
    })
}

/// Whether all of this pattern of message types are requests that begin something: no response, advice or reversal.
fn begins(types: &str) -> bool {
    matches!(types.as_bytes(), [_, b'1'..=b'3' | b'5'..=b'8', b'0', _])
}

/// Whether all of this pattern are answers to authorizations, financial messages or reversals.
fn is_answer(types: &str) -> bool {
    matches!(types.as_bytes(), [_, b'1' | b'2' | b'4', b'1' | b'3', _])
}

/// How conditions are asked.
pub(super) struct Asked<'a, 's> {
    pub(super) spec: &'s MessageSpec,
    /// What is known where the condition is asked.
    pub(super) facts: &'a [Test<'a>],
    /// They are conditions of cases.
    pub(super) of_cases: bool,
}

impl Asked<'_, '_> {
    /// Checks what a condition asks; `whole` is what it is a condition of.
    pub(super) fn check(&self, condition: &str, site: &dyn Fn() -> Site, whole: FieldPath, found: &mut Vec<Lint>) {
        let Some(condition) = Condition::read(condition) else { return };
        let before = found.len();
        for test in condition.tests() {
            let Some(path) = test.path() else { continue };
            let kind = match find(self.spec, &path) {
                _ if self.of_cases && self.leads_into_cases(&path) => Some(LintKind::AskedOfCases),
                Found::Nothing => Some(LintKind::UndefinedField),
                Found::Row(field) => (!can_be(&field, test)).then_some(LintKind::ValueImpossible),
                Found::Something => None,
            };
            found.extend(kind.map(|kind| Lint::new(kind, path, site())));
        }
        if found.len() == before && self.never_holds(&condition) {
            found.push(Lint::new(LintKind::NeverHolds, whole, site()));
        }
    }

    fn never_holds(&self, condition: &Condition<'_>) -> bool {
        let excluded = |test: &Test<'_>| {
            let field = test.path().and_then(|path| self.spec.field(path.number()?));
            let types = field.map(|field| types(&field.only_in)).unwrap_or_default();
            let within = Test::of_types(&types);
            !types.is_empty()
                && matches!(test.verb, Verb::Present | Verb::Is | Verb::Starts)
                && self.facts.iter().any(|fact| fact.excludes_type(&within))
        };
        condition.never_holds(self.facts) || condition.groups_all_have(excluded)
    }

    fn leads_into_cases(&self, path: &FieldPath) -> bool {
        let field = path.number().and_then(|number| self.spec.field(number));
        path.segments().len() > 1 && field.is_some_and(|field| field.structure() == Some(Structure::Cases))
    }
}

/// Whether a field can have each of the values that a test compares with.
fn can_be(field: &SpecField<'_>, test: &Test<'_>) -> bool {
    let (format, class) = (field.format(), field.format().class());
    let is_text = matches!(class, Class::N | Class::A | Class::An | Class::Ans | Class::Anp | Class::Ns | Class::As);
    if !is_text || field.data == Some(DataForm::Opaque) {
        return true;
    }
    let least = match test.verb {
        Verb::Is | Verb::IsNot if !field.strip => format.min(),
        _ => 0,
    };
    test.values.iter().all(|value| {
        let is_long_enough = (least..=format.max()).contains(&value.len());
        !value.is_ascii() || is_long_enough && value.bytes().all(|character| class.admits(character))
    })
}
