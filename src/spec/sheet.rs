//! A spec as a table for people.

use super::text::Text;
use super::view::View;
use super::{DataForm, MessageSpec, Optional, SpecField, SpecRule, Structure, describe};
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

/// A spec as tables in Markdown, for [`fmt::Display`]: the profile and the mask of card numbers, the fields with
/// their parts indented, and the rules of messages.
///
/// ```
/// use isomsg::spec::{FieldSpec, MessageSpec, Sheet, Wire};
/// static OURS: MessageSpec =
///     MessageSpec::new("ours", Wire::BCD, &[FieldSpec::new(3, "n 6").with_name("Processing code").with_echo()]);
/// let sheet = Sheet::new(&OURS).to_string();
/// assert!(sheet.contains("\n| 3 | Processing code | n 6 | bcd | fixed |  |  | yes |\n"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'s>(&'s MessageSpec);

impl<'s> Sheet<'s> {
    /// The tables of a spec.
    #[must_use]
    pub fn new(spec: &'s MessageSpec) -> Self {
        Sheet(spec)
    }

    fn write_profile(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| on the wire | |\n|---|---|")?;
        let keys = describe::profile(self.0.wire());
        let mut stated = keys.iter().filter(|(_, text)| !text.is_empty());
        stated.try_for_each(|(key, text)| writeln!(f, "| {key} | {text} |"))?;
        writeln!(f, "\nShown of a card number: {}", self.0.pan_mask())
    }

    fn write_fields(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n| field | name | format | form | prefix | made of | sensitive | echo |")?;
        writeln!(f, "|---|---|---|---|---|---|---|---|")?;
        View::of_spec(self.0).try_for_each(|view| Row { view, level: 0, is_shared: false }.write(f))
    }

    fn write_rules(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.rules().next().is_none() {
            return Ok(());
        }
        writeln!(f, "\n| messages | types | when | mandatory | conditional | optional | never | echo |")?;
        writeln!(f, "|---|---|---|---|---|---|---|---|")?;
        self.0.rules().try_for_each(|rule| Self::write_rule(&rule, f))
    }

    fn write_rule(rule: &SpecRule<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, names) = rule.row();
        let text = |text: Text| escaped(text.within(names));
        let (conditional, needed, optional) = (text(row.conditional), text(row.mandatory_if), text(row.optional));
        let both = if needed.is_empty() || conditional.is_empty() { "" } else { "; " };
        let needed = if needed.is_empty() { needed } else { format!("needed: {needed}") };
        let cells = [
            text(row.name),
            row.mtis.to_string(),
            row.when.map(text).unwrap_or_default(),
            text(row.mandatory),
            format!("{conditional}{both}{needed}"),
            if row.nothing_else { format!("{optional} (nothing else)").trim_start().to_string() } else { optional },
            text(row.never),
            text(row.echo),
        ];
        writeln!(f, "| {} |", cells.join(" | "))
    }
}

impl fmt::Display for Sheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# {}\n", self.0.name())?;
        if !self.0.title().is_empty() {
            writeln!(f, "{}\n", escaped(self.0.title()))?;
        }
        self.write_profile(f)?;
        self.write_fields(f)?;
        self.write_rules(f)
    }
}

/// A row, and where it lies.
struct Row<'s> {
    view: View<'s>,
    /// How far it is indented.
    level: usize,
    /// Its digits share bytes with those of its neighbours.
    is_shared: bool,
}

impl Row<'_> {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let View { field, layout, path, .. } = &self.view;
        let structure = field.structure();
        let made_of = structure.map(|structure| describe::structure(Some(structure))).unwrap_or_default();
        let sensitivity = match describe::sensitivity(field.sensitivity()) {
            "none" => "",
            word => word,
        };
        let cells = [
            path.to_string(),
            indent(self.level) + &escaped(field.name()),
            field.format().to_string() + presence(field),
            if self.is_shared { describe::data(DataForm::Bcd).to_string() } else { describe::form(layout) },
            describe::extent(layout),
            made_of,
            sensitivity.to_string(),
            if field.is_echoed() { "yes" } else { "" }.to_string(),
        ];
        writeln!(f, "| {} |", cells.join(" | "))?;
        match structure {
            Some(Structure::Cases) => self.view.parts().try_for_each(|case| self.write_case(&case, f)),
            _ => write_parts(&self.view, self.level + 1, f),
        }
    }

    fn write_case(&self, case: &View<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let condition = escaped(case.field.condition().unwrap_or(""));
        let (indent, made_of) = (indent(self.level + 1), describe::structure(case.field.structure()));
        writeln!(f, "| {} | {indent}when {condition} |  |  |  | {made_of} |  |  |", case.path)?;
        write_parts(case, self.level + 2, f)
    }
}

fn write_parts(holder: &View<'_>, level: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let is_shared = holder.layout.coding.form == DataForm::Bcd;
    holder.parts().try_for_each(|view| Row { view, level, is_shared }.write(f))
}

fn presence(field: &SpecField<'_>) -> &'static str {
    match field.presence() {
        Optional::No => "",
        _ => ", may be missing",
    }
}

fn indent(level: usize) -> String {
    "&emsp;".repeat(level)
}

/// A text as a cell can hold it: a bar or the end of a line would end the cell.
fn escaped(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '|' | '\\' => cell.extend(['\\', character]),
            '<' => cell.push_str("&lt;"),
            '&' => cell.push_str("&amp;"),
            character if character.is_control() => cell.push(' '),
            character => cell.push(character),
        }
    }
    cell
}
