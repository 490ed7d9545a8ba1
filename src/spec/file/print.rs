//! A spec file as TOML, laid out for people: one row a line, what is alike under one another.

use super::SpecFile;
use super::cases::CaseKeys;
use super::named::Named;
use super::row_keys::{FieldKeys, PartRows, Rows};
use super::serde::{NumberOrText, RuleKeys, TopKeys};
use super::structures::{Groups, Tlv};
use super::words::{UnlistedWord, Word, number};
use crate::spec::structure::TlvKind;
use crate::spec::{TlvForm, Unlisted};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// A value of a key in TOML, on one line.
pub(super) trait Toml {
    fn toml(&self) -> String;
}

impl<W: Word> Toml for W {
    fn toml(&self) -> String {
        quoted(&self.write())
    }
}

impl Toml for String {
    fn toml(&self) -> String {
        quoted(self)
    }
}

macro_rules! plain {
    ($($kind:ty)+) => {$(
        impl Toml for $kind {
            fn toml(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

plain! { u8 u16 bool }

impl Toml for Vec<String> {
    fn toml(&self) -> String {
        let texts: Vec<String> = self.iter().map(|text| quoted(text)).collect();
        format!("[{}]", texts.join(", "))
    }
}

impl Toml for Named<String> {
    fn toml(&self) -> String {
        table(self.0.iter().map(|(name, text)| (key(name), quoted(text))))
    }
}

impl Toml for NumberOrText {
    fn toml(&self) -> String {
        match number(&self.0) {
            Some(number) => number.to_string(),
            None => quoted(&self.0),
        }
    }
}

impl Toml for Groups {
    fn toml(&self) -> String {
        let count = self.count.map(|count| ("count".to_string(), count.toml()));
        table([("max".to_string(), self.max.to_string())].into_iter().chain(count))
    }
}

impl Toml for Tlv {
    fn toml(&self) -> String {
        let Tlv(form @ TlvForm { kind, unlisted }) = *self;
        let plain = form.with_unlisted(Unlisted::Keep);
        let word = if plain == TlvForm::BER { "ber" } else { "datasets" };
        if unlisted == Unlisted::Keep && (plain == TlvForm::BER || plain == TlvForm::DATASETS) {
            return quoted(word);
        }
        let mut keys = match kind {
            TlvKind::Ber(0) => vec![("form", quoted("ber"))],
            TlvKind::Ber(filler) => vec![("form", quoted("ber")), ("filler", quoted(&format!("{filler:02X}")))],
            TlvKind::Fixed(fixed) => {
                let mut keys = vec![
                    ("tag", super::structures::CodeWord(fixed.tag).toml()),
                    ("length", super::structures::CodeWord(fixed.length).toml()),
                ];
                keys.extend(fixed.length_first.then(|| ("first", quoted("length"))));
                keys.extend(fixed.counts_tag.then(|| ("counts_tag", true.toml())));
                keys
            }
        };
        keys.extend((unlisted != Unlisted::Keep).then(|| ("unlisted", UnlistedWord(unlisted).toml())));
        table(keys.into_iter().map(|(key, value)| (key.to_string(), value)))
    }
}

impl SpecFile {
    /// The file in TOML, laid out as the specs of this crate are: one row a line, with the signs of equality under one
    /// another. It is read as the same file by any reader of TOML.
    ///
    /// ```
    /// use isomsg::spec::{FieldSpec, MessageSpec, SpecFile, Wire};
    /// static ACME: MessageSpec = MessageSpec::new("acme", Wire::BCD, &[
    ///     FieldSpec::new(3, "n 6").with_name("Processing code").with_echo(),
    ///     FieldSpec::new(41, "ans 8"),
    /// ]);
    /// assert_eq!(SpecFile::of(&ACME).to_toml(), r#"name = "acme"
    ///
    /// [wire]
    /// mti = "bcd"
    /// bitmap = "raw"
    /// secondary = "when-needed"
    /// length = "bcd"
    /// digits = "bcd"
    /// text = "ascii"
    /// binary = "raw"
    /// nibble_pad = "left 0"
    /// digits_pad = "left 0"
    /// text_pad = "right space"
    ///
    /// [fields]
    /// 3  = { format = "n 6",   name = "Processing code", echo = true }
    /// 41 = { format = "ans 8" }
    /// "#);
    /// ```
    #[must_use]
    pub fn to_toml(&self) -> String {
        let TopKeys { name, title, version, extends, pan_mask, wire, fields, messages } = &self.0;
        let mut text = String::new();
        let version = version.as_ref().map(Toml::toml);
        let top = [
            ("name", name.as_ref().map(Toml::toml)),
            ("title", title.as_ref().map(Toml::toml)),
            ("version", version),
            ("extends", extends.as_ref().map(Toml::toml)),
            ("pan_mask", pan_mask.as_ref().map(Toml::toml)),
        ];
        push_keys(&mut text, top.into_iter().filter_map(|(key, value)| Some((key, value?))));
        let wire = wire.stated();
        if !wire.is_empty() {
            text.push_str("\n[wire]\n");
            push_keys(&mut text, wire.into_iter());
        }
        push_fields(&mut text, fields);
        messages.0.iter().for_each(|(name, rule)| push_rule(&mut text, name, rule));
        text
    }
}

fn push_keys(text: &mut String, keys: impl Iterator<Item = (&'static str, String)>) {
    for (key, value) in keys {
        *text += &format!("{key} = {value}\n");
    }
}

fn push_rule(text: &mut String, name: &str, rule: &RuleKeys) {
    *text += &format!("\n[messages.{}]\n", key(name));
    push_keys(text, rule.stated().into_iter());
}

/// The rows by ascending numbers; what is no number stands behind them.
fn push_fields(text: &mut String, Rows(fields): &Rows) {
    if fields.is_empty() {
        return;
    }
    let mut fields: Vec<(&String, &FieldKeys)> = fields.iter().collect();
    fields.sort_by_key(|(name, _)| number(name).unwrap_or(u16::MAX));
    let keys: Vec<String> = fields.iter().map(|(name, _)| key(name)).collect();
    let wide = keys.iter().map(String::len).max().unwrap_or(0);
    let formats = format_width(fields.iter().map(|(_, row)| *row));
    text.push_str("\n[fields]\n");
    for (key, (_, row)) in keys.iter().zip(fields) {
        *text += &format!("{key:wide$} = {}\n", inline(row, formats, 0));
    }
}

/// The columns of the key `format` and its value in rows under one another.
fn format_width<'r>(rows: impl Iterator<Item = &'r FieldKeys>) -> usize {
    rows.filter_map(|row| row.format.as_ref()).map(|format| format.toml().chars().count()).max().unwrap_or(0)
}

/// A row as a table, in which the value of `format` takes so many columns where a name follows.
fn inline(row: &FieldKeys, formats: usize, level: usize) -> String {
    let mut entries: Vec<String> = Vec::new();
    for (at, (key, value)) in row.stated().into_iter().enumerate() {
        match entries.last_mut() {
            Some(format) if at == 1 && key == "name" && row.format.is_some() => {
                let blanks = formats.saturating_sub(format.chars().count() - "format = ".len());
                *format += &format!(",{:blanks$} {key} = {value}", "");
            }
            _ => entries.push(format!("{key} = {value}")),
        }
    }
    entries.extend(row.parts.as_ref().map(|parts| format!("parts = {}", part_rows(parts, level))));
    entries.extend(row.cases.as_ref().map(|cases| format!("cases = {}", case_rows(cases, level))));
    braced(&entries)
}

fn part_rows(parts: &PartRows, level: usize) -> String {
    match parts {
        PartRows::List(rows) => {
            let formats = format_width(rows.iter());
            list(rows.iter().map(|row| inline(row, formats, level + 1)), level)
        }
        PartRows::Table(Rows(rows)) => table(rows.iter().map(|(name, row)| (key(name), inline(row, 0, level)))),
    }
}

fn case_rows(cases: &[CaseKeys], level: usize) -> String {
    let case = |case: &CaseKeys| {
        let when = case.when.as_ref().map(|when| format!("when = {}", when.toml()));
        let row = inline(&case.row, 0, level + 1);
        let row = row.strip_prefix("{ ").and_then(|row| row.strip_suffix(" }")).map(ToString::to_string);
        braced(&when.into_iter().chain(row).collect::<Vec<_>>())
    };
    list(cases.iter().map(case), level)
}

/// A list with one element a line.
fn list(elements: impl Iterator<Item = String>, level: usize) -> String {
    let indent = "    ".repeat(level);
    let lines: String = elements.map(|element| format!("{indent}    {element},\n")).collect();
    if lines.is_empty() { "[]".to_string() } else { format!("[\n{lines}{indent}]") }
}

fn table(entries: impl Iterator<Item = (String, String)>) -> String {
    braced(&entries.map(|(key, value)| format!("{key} = {value}")).collect::<Vec<_>>())
}

fn braced(entries: &[String]) -> String {
    if entries.is_empty() { "{}".to_string() } else { format!("{{ {} }}", entries.join(", ")) }
}

/// A key, in quotes where it has other characters than letters, digits, `-` and `_`.
fn key(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !name.is_empty() && name.bytes().all(is_bare) { name.to_string() } else { quoted(name) }
}

/// A text in quotes, in which control characters are written by their numbers.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            character if character.is_control() => quoted += &format!("\\u{:04X}", u32::from(character)),
            character => quoted.push(character),
        }
    }
    quoted + "\""
}
