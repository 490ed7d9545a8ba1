//! Specs as Rust source: the builder calls that make them. The tables that come with the crate are printed by this.

mod calls;
mod rustfmt;
mod structures;

use self::calls::{call, row, rule, static_of, wire};
use self::rustfmt::{Chain, import, slice};
use self::structures::form;
use super::{MessageSpec, SpecField, Structure};
use crate::error::Segment;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::{fmt, mem};

/// A Rust module of specs, for [`fmt::Display`]: `pub static` tables, which are checked when they are compiled.
///
/// Specs of the same fields share one table, and those of the same rules of messages; what a spec extends is part of it.
/// The parts of a field are a table of their own, named after that of the fields. A spec named `acme-2` becomes `ACME_2`,
/// one named `8583` becomes `SPEC_8583`. Where two items would have one name, the later one gets a number.
/// The source is laid out as rustfmt does with `max_width = 120` and `use_small_heuristics = "Max"`, names of over 100
/// columns apart.
///
/// ```
/// use isomsg::spec::{FieldSpec, MessageSpec, RustModule, Wire};
///
/// static ACME: MessageSpec =
///     MessageSpec::new("acme", Wire::BCD, &[FieldSpec::new(3, "n 6").with_name("Processing code").with_echo()]);
///
/// assert_eq!(
///     RustModule::new().with_spec(&ACME).to_string(),
///     r#"use isomsg::spec::{FieldSpec, MessageSpec, Wire};
///
/// /// The spec `acme`.
/// pub static ACME: MessageSpec = MessageSpec::new("acme", Wire::BCD, FIELDS);
///
/// const FIELDS: &[FieldSpec] = &[FieldSpec::new(3, "n 6").with_name("Processing code").with_echo()];
/// "#
/// );
/// ```
///
/// [`MessageSpec::to_rust`] prints a single one.
#[derive(Clone, Debug)]
pub struct RustModule<'s> {
    path: &'s str,
    specs: Vec<&'s MessageSpec>,
}

impl<'s> RustModule<'s> {
    /// A module without specs, which imports from `isomsg::spec`.
    #[must_use]
    pub fn new() -> Self {
        RustModule { path: "isomsg::spec", specs: Vec::new() }
    }

    /// The path that the types are imported from, where it is another one.
    #[must_use]
    pub fn with_path(self, path: &'s str) -> Self {
        RustModule { path, ..self }
    }

    /// Adds a spec.
    #[must_use]
    pub fn with_spec(mut self, spec: &'s MessageSpec) -> Self {
        self.specs.push(spec);
        self
    }

    /// The specs that bring a table, and the statics of these; the others have the fields of one of them.
    fn tables(&self, statics: &[String]) -> Vec<Table<'s>> {
        let mut tables: Vec<Table<'s>> = Vec::new();
        for (spec, name) in self.specs.iter().zip(statics) {
            if !tables.iter().any(|table| table.is_of(spec)) {
                tables.push(Table { spec, name: format!("{name}_FIELDS") });
            }
        }
        if let [only] = tables.as_mut_slice() {
            only.name = "FIELDS".to_string();
        }
        tables
    }
}

impl Default for RustModule<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl MessageSpec {
    /// The spec as a Rust module, see [`RustModule`].
    #[must_use]
    pub fn to_rust(&self) -> String {
        RustModule::new().with_spec(self).to_string()
    }
}

impl fmt::Display for RustModule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut items = Items::default();
        let statics: Vec<String> = self.specs.iter().map(|spec| items.names.give(identifier(spec.name()))).collect();
        let mut tables = self.tables(&statics);
        for table in &mut tables {
            table.name = items.names.give(mem::take(&mut table.name));
        }
        for (spec, name) in self.specs.iter().zip(&statics) {
            let table = tables.iter().find(|table| table.is_of(spec));
            items.push_spec(spec, name, table.map_or("&[]", |table| &table.name));
        }
        for table in &tables {
            items.push_table(&table.name, &table.spec.fields().collect::<Vec<_>>());
        }
        f.write_str(&import(self.path, &items.code))?;
        f.write_str(&items.source)
    }
}

/// The constant of the fields of a spec, and of those that have the same.
struct Table<'s> {
    spec: &'s MessageSpec,
    name: String,
}

impl Table<'_> {
    fn is_of(&self, spec: &MessageSpec) -> bool {
        self.spec.fields().eq(spec.fields())
    }
}

/// The names of the items of a module.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    /// The name that is wanted, with a number behind it where it is taken.
    fn give(&mut self, wanted: String) -> String {
        let mut name = wanted.clone();
        let mut number = 1;
        while self.0.contains(&name) {
            number += 1;
            name = format!("{wanted}_{number}");
        }
        self.0.push(name.clone());
        name
    }
}

/// The name of a spec as Rust writes that of a static.
fn identifier(name: &str) -> String {
    let starts_with_digit = name.starts_with(|first: char| first.is_ascii_digit());
    let has_letter = name.contains(|character: char| character.is_ascii_alphabetic());
    let start = if starts_with_digit || !has_letter { "SPEC_" } else { "" };
    let words = name.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '_' });
    start.chars().chain(words).map(|character| character.to_ascii_uppercase()).collect()
}

/// The items of a module, and the code in them without the texts that people read.
#[derive(Default)]
struct Items {
    source: String,
    code: String,
    names: Names,
    /// The rules of messages of the specs so far, and the constants of them.
    rules: Vec<(Vec<Chain>, String)>,
}

impl Items {
    fn push_spec(&mut self, spec: &MessageSpec, name: &str, table: &str) {
        let wire = wire(spec.wire());
        self.code += &wire.code();
        let (profile, constant) = match wire.as_name() {
            Some(name) => (name.to_string(), None),
            None => (self.names.give(format!("{name}_WIRE")), Some(wire)),
        };
        let rules: Vec<Chain> = spec.rules().map(|each| rule(&each)).collect();
        let shared = self.rules.iter().find(|(others, _)| *others == rules).map(|(_, name)| name.clone());
        let is_new = shared.is_none() && !rules.is_empty();
        let messages = shared.or_else(|| is_new.then(|| self.names.give(format!("{name}_MESSAGES"))));
        let value = static_of(spec, &profile, table, messages.as_deref());
        self.push(&doc(spec), &format!("pub static {name}: MessageSpec"), &value);
        if let Some(wire) = constant {
            self.push("", &format!("const {profile}: Wire"), &wire);
        }
        if let Some(messages) = messages.filter(|_| is_new) {
            self.push_list(&messages, "MessageRule", &rules);
            self.rules.push((rules, messages));
        }
    }

    /// A constant of elements of this type.
    fn push_list(&mut self, name: &str, kind: &str, elements: &[Chain]) {
        self.code.extend(elements.iter().map(Chain::code));
        self.code += &format!("{kind}::");
        let start = format!("const {name}: &[{kind}] =");
        self.source += &format!("\n{start}{};\n", slice(elements, start.len()));
    }

    /// The table of these fields or parts, and those of their parts.
    fn push_table(&mut self, name: &str, fields: &[SpecField<'_>]) {
        let (mut rows, mut within, mut forms) = (Vec::new(), Vec::new(), Vec::new());
        for (at, field) in fields.iter().enumerate() {
            let key = field.condition().map_or(field.key(), |_| Segment::number(at as u16 + 1));
            let wanted = format!("{name}_{}", key.as_str().to_ascii_uppercase());
            let parts: Vec<SpecField<'_>> = field.parts().collect();
            let table = if parts.is_empty() { "&[]".to_string() } else { self.names.give(wanted.clone()) };
            let call = field.structure().map(|structure| self.structure(structure, &wanted, &table, &mut forms));
            rows.push(row(field, call));
            within.push((table, parts));
        }
        self.push_list(name, "FieldSpec", &rows);
        for (start, value) in &forms {
            self.push("", start, value);
        }
        for (table, parts) in within.iter().filter(|(_, parts)| !parts.is_empty()) {
            self.push_table(table, parts);
        }
    }

    /// The call that gives a row its structure; what is long becomes one of `forms`, which are constants.
    fn structure(&mut self, structure: Structure, name: &str, table: &str, forms: &mut Vec<(String, Chain)>) -> String {
        let Some(form) = form(structure) else {
            return call(if structure == Structure::Cases { "with_cases" } else { "with_parts" }, table);
        };
        let (kind, ending) = form.kind;
        if !form.is_long() {
            return call(form.method, &format!("{}, {table}", form.value.line()));
        }
        let constant = self.names.give(format!("{name}_{ending}"));
        forms.push((format!("const {constant}: {kind}"), form.value));
        call(form.method, &format!("{constant}, {table}"))
    }

    fn push(&mut self, doc: &str, start: &str, value: &Chain) {
        self.code += &value.code();
        self.source += &format!("\n{doc}{start} ={};\n", value.assigned(start.len() + 2));
    }
}

/// The title as a comment, in which nothing is markup and nothing is hidden.
fn doc(spec: &MessageSpec) -> String {
    let is_shown = |character: &char| !is_hidden(*character);
    let blanked = |character: char| if is_blank(character) { ' ' } else { character };
    let title: String = spec.title().chars().filter(is_shown).map(blanked).collect();
    let title = title.trim();
    if title.is_empty() {
        return format!("/// The spec `{}`.\n", spec.name());
    }
    let mut text = String::from("/// ");
    for character in title.chars() {
        if matches!(character, '\\' | '[' | ']' | '<' | '>' | '*' | '_' | '`' | '~' | '#' | '&') {
            text.push('\\');
        }
        text.push(character);
    }
    text + if title.ends_with('.') { "\n" } else { ".\n" }
}

fn is_blank(character: char) -> bool {
    character.is_control() || character.is_whitespace()
}

/// Turns the direction of a text, which the compiler refuses in comments, or leaves no trace on a screen.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(character, '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
