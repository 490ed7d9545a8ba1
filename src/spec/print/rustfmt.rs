//! Rust source laid out as rustfmt does.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const MAX_WIDTH: usize = 120;

/// The types of specs that source can name.
const TYPES: [&str; 20] = [
    "Code",
    "CodePage",
    "Count",
    "DataForm",
    "FieldSpec",
    "Filler",
    "Groups",
    "HexCase",
    "MessageRule",
    "MessageSpec",
    "NibblePad",
    "PartBitmap",
    "PrefixForm",
    "Secondary",
    "Sensitivity",
    "Side",
    "Third",
    "TlvForm",
    "Unlisted",
    "Wire",
];

/// An expression and the methods called on it.
pub(super) struct Chain {
    pub(super) head: String,
    /// A call with a text that people read, which comes first.
    pub(super) text: Option<String>,
    pub(super) calls: Vec<String>,
}

impl Chain {
    /// The source without the text that people read.
    pub(super) fn code(&self) -> String {
        self.head.clone() + &self.calls.concat()
    }

    /// The expression, when nothing is called on it.
    pub(super) fn as_name(&self) -> Option<&str> {
        (self.text.is_none() && self.calls.is_empty()).then_some(&self.head)
    }

    /// The value behind an `=` that ends in this column.
    pub(super) fn assigned(&self, column: usize) -> String {
        let line = self.line();
        if column + 1 + width(&line) < MAX_WIDTH {
            format!(" {line}")
        } else if 4 + width(&line) < MAX_WIDTH {
            format!("\n    {line}")
        } else if column + 1 + width(&self.head) < MAX_WIDTH {
            format!(" {}", self.column("\n    "))
        } else {
            format!("\n    {}", self.column("\n        "))
        }
    }

    /// One line of a list, one step in.
    fn element(&self) -> String {
        let line = self.line();
        let source = if 4 + width(&line) < MAX_WIDTH {
            line
        } else {
            self.opened_at_its_end(&line).unwrap_or_else(|| self.opened_column())
        };
        format!("    {source},\n")
    }

    /// The line of an element whose last call is opened, for it is too wide even for a line of its own.
    fn opened_at_its_end(&self, line: &str) -> Option<String> {
        let last = self.calls.last().filter(|last| 9 + width(last) >= MAX_WIDTH)?;
        let source = line.strip_suffix(last.as_str())?.to_string() + &opened(last, "\n    ")?;
        source.lines().next().is_some_and(|first| 4 + width(first) < MAX_WIDTH).then_some(source)
    }

    /// The calls of an element below each other; those that are too wide are opened.
    fn opened_column(&self) -> String {
        let (count, between) = (self.calls.len(), "\n        ");
        let lines = self.calls.iter().enumerate().map(|(at, call)| {
            let comma = usize::from(at + 1 == count);
            let wide = 9 + width(call) + comma > MAX_WIDTH;
            wide.then(|| opened(call, between)).flatten().unwrap_or_else(|| call.clone())
        });
        Chain { head: self.head.clone(), text: self.text.clone(), calls: lines.collect() }.column(between)
    }

    /// The source on one line.
    pub(super) fn line(&self) -> String {
        self.column("")
    }

    /// The calls with `between` before each.
    fn column(&self, between: &str) -> String {
        let calls = self.text.iter().chain(&self.calls);
        calls.fold(self.head.clone(), |source, call| source + between + "." + call)
    }
}

/// A call with each argument on a line of its own; `start` begins the line of the call.
fn opened(call: &str, start: &str) -> Option<String> {
    let (name, arguments) = call.strip_suffix(')')?.split_once('(')?;
    let lines: String = arguments_of(arguments).iter().map(|argument| format!("{start}    {argument},")).collect();
    Some(format!("{name}({lines}{start})"))
}

/// The arguments of a call, which are separated by commas outside of brackets. A text is the only one.
fn arguments_of(arguments: &str) -> Vec<&str> {
    if arguments.starts_with('"') {
        return [arguments].into();
    }
    let mut depth = 0;
    let is_between = |character: char| {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && character == ','
    };
    arguments.split(is_between).map(str::trim).collect()
}

/// A slice of these behind an `=` that ends in this column.
pub(super) fn slice(elements: &[Chain], column: usize) -> String {
    let line = elements.iter().map(Chain::line).collect::<Vec<_>>().join(", ");
    match elements {
        _ if column + " &[];".len() + width(&line) <= MAX_WIDTH => format!(" &[{line}]"),
        _ if "    &[];".len() + width(&line) <= MAX_WIDTH => format!("\n    &[{line}]"),
        // A lone call of nearly a line rustfmt would rather open, and moves it down when it may not.
        [only] if only.text.iter().chain(&only.calls).count() == 1 && width(&line) + 5 <= MAX_WIDTH => {
            format!("\n    &[{}]", only.column("\n        "))
        }
        [only] => format!(" &[{}]", only.column("\n    ")),
        _ => format!(" &[\n{}]", elements.iter().map(Chain::element).collect::<String>()),
    }
}

/// The import of the types that occur in `code`.
pub(super) fn import(path: &str, code: &str) -> String {
    let occurs = |name: &&str| code.contains(&format!("{name}::")) || code.contains(&format!("{name} {{"));
    let names: Vec<&str> = TYPES.into_iter().filter(occurs).collect();
    let line = format!("use {path}::{{{}}};\n", names.join(", "));
    match names.as_slice() {
        [] => String::new(),
        [name] => format!("use {path}::{name};\n"),
        _ if line.len() < MAX_WIDTH => line,
        names => format!("use {path}::{{\n{}}};\n", filled(names)),
    }
}

/// Names in as few lines as they fit in.
fn filled(names: &[&str]) -> String {
    let (mut lines, mut line) = (String::new(), "   ".to_string());
    for (at, name) in names.iter().enumerate() {
        // rustfmt counts a blank behind each comma but the last.
        let blank = usize::from(at + 1 < names.len());
        if line.len() + name.len() + 2 + blank > MAX_WIDTH {
            lines += &format!("{line}\n");
            line = "   ".to_string();
        }
        line += &format!(" {name},");
    }
    format!("{lines}{line}\n")
}

/// Columns on a screen, where East Asian characters take two.
fn width(source: &str) -> usize {
    source.chars().map(|character| if matches!(character, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}') { 2 } else { 1 }).sum()
}
