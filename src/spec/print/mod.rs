//! Specs as Rust source: the builder calls that make them. The tables that come with the crate are printed by this.

mod calls;
mod rustfmt;

use self::calls::{row, static_of, wire};
use self::rustfmt::{Chain, import, slice};
use super::MessageSpec;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// A Rust module of specs, for [`fmt::Display`]: `pub static` tables, which are checked when they are compiled.
///
/// Specs of the same fields share one table; what a spec extends is part of it. A spec named `acme-2` becomes `ACME_2`.
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

    /// The specs that bring a table; the others have the fields of one of these.
    fn tables(&self) -> Vec<&'s MessageSpec> {
        let mut tables = Vec::new();
        for spec in &self.specs {
            if table_of(&tables, spec).is_none() {
                tables.push(*spec);
            }
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
        let (tables, mut items) = (self.tables(), Items::default());
        for spec in &self.specs {
            items.push_spec(spec, &table_name(&tables, spec));
        }
        for table in &tables {
            items.push_table(table, &table_name(&tables, table));
        }
        f.write_str(&import(self.path, &items.code))?;
        f.write_str(&items.source)
    }
}

/// The first of `tables` that has the fields of `spec`.
fn table_of<'s>(tables: &[&'s MessageSpec], spec: &MessageSpec) -> Option<&'s MessageSpec> {
    tables.iter().copied().find(|table| table.fields().eq(spec.fields()))
}

fn table_name(tables: &[&MessageSpec], spec: &MessageSpec) -> String {
    match table_of(tables, spec) {
        Some(table) if tables.len() > 1 => identifier(table.name()) + "_FIELDS",
        _ => "FIELDS".to_string(),
    }
}

/// The name of a spec as Rust writes that of a static.
fn identifier(name: &str) -> String {
    let start = if name.starts_with(|first: char| first.is_ascii_digit()) { "SPEC_" } else { "" };
    let words = name.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '_' });
    start.chars().chain(words).map(|character| character.to_ascii_uppercase()).collect()
}

/// The items of a module, and the code in them without the texts that people read.
#[derive(Default)]
struct Items {
    source: String,
    code: String,
}

impl Items {
    fn push_spec(&mut self, spec: &MessageSpec, table: &str) {
        let name = identifier(spec.name());
        let wire = wire(spec.wire());
        self.code += &wire.code();
        let (profile, constant) = match wire.as_name() {
            Some(name) => (name.to_string(), None),
            None => (format!("{name}_WIRE"), Some(wire)),
        };
        self.push(&doc(spec), &format!("pub static {name}: MessageSpec"), &static_of(spec, &profile, table));
        if let Some(wire) = constant {
            self.push("", &format!("const {profile}: Wire"), &wire);
        }
    }

    fn push_table(&mut self, spec: &MessageSpec, name: &str) {
        let rows: Vec<Chain> = spec.fields().map(|field| row(&field)).collect();
        self.code.extend(rows.iter().map(Chain::code));
        self.code += "FieldSpec::";
        let start = format!("const {name}: &[FieldSpec] =");
        self.source += &format!("\n{start}{};\n", slice(&rows, start.len()));
    }

    fn push(&mut self, doc: &str, start: &str, value: &Chain) {
        self.code += &value.code();
        self.source += &format!("\n{doc}{start} ={};\n", value.assigned(start.len() + 2));
    }
}

/// The title as a comment, in which nothing is markup.
fn doc(spec: &MessageSpec) -> String {
    if spec.title().is_empty() {
        return format!("/// The spec `{}`.\n", spec.name());
    }
    let mut text = String::from("/// ");
    for character in spec.title().chars() {
        match character {
            '\\' | '[' | ']' | '<' | '>' | '*' | '_' | '`' => text.extend(['\\', character]),
            _ if character.is_control() => text.push(' '),
            _ => text.push(character),
        }
    }
    text + if spec.title().ends_with('.') { "\n" } else { ".\n" }
}
