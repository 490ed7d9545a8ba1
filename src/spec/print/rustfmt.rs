//! Rust source laid out as rustfmt does.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const MAX_WIDTH: usize = 120;

/// The types of specs that source can name.
const TYPES: [&str; 21] = [
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
    "PanMask",
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
#[derive(PartialEq)]
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
            format!(" {}", self.block(0, column + 1, ";"))
        } else {
            format!("\n    {}", self.block(4, 4, ";"))
        }
    }

    /// One line of a list, one step in.
    fn element(&self) -> String {
        let line = self.line();
        let source = if 4 + width(&line) < MAX_WIDTH { line } else { self.lines(4, 4, ",") };
        format!("    {source},\n")
    }

    /// The source on several lines. The one that the expression begins in is indented by `indent`, the expression begins
    /// at `column`, and `tail` is behind it.
    fn lines(&self, indent: usize, column: usize, tail: &str) -> String {
        self.opened_at_its_end(indent, column, tail).unwrap_or_else(|| self.block(indent, column, tail))
    }

    /// The calls on one line, of which the last is opened, for it is too wide even for a line of its own.
    fn opened_at_its_end(&self, indent: usize, column: usize, tail: &str) -> Option<String> {
        let is_wide = |call: &&String| indent + 5 + width(call) + tail.len() > MAX_WIDTH;
        let last = self.calls.last().filter(is_wide)?;
        let source = self.line().strip_suffix(last.as_str())?.to_string() + &opened(last, indent);
        source.lines().next().is_some_and(|first| column + width(first) < MAX_WIDTH).then_some(source)
    }

    /// The calls below each other. What is too wide is opened.
    fn block(&self, indent: usize, column: usize, tail: &str) -> String {
        let calls: Vec<&String> = self.text.iter().chain(&self.calls).collect();
        let (head, indent) = if self.is_wide(column, tail) {
            (opened(&self.head, indent), indent)
        } else {
            (self.head.clone(), indent + 4)
        };
        let lines = calls.iter().enumerate().map(|(at, call)| {
            let tail = if at + 1 == calls.len() { tail.len() } else { 0 };
            let is_wide = indent + 1 + width(call) + tail > MAX_WIDTH;
            let call = if is_wide { opened(call, indent) } else { call.to_string() };
            format!("\n{:indent$}.{call}", "")
        });
        head + &lines.collect::<String>()
    }

    /// Whether the expression reaches too far even when nothing is called on it. rustfmt counts what is behind it all.
    fn is_wide(&self, column: usize, tail: &str) -> bool {
        column + width(&self.head) + tail.len() > MAX_WIDTH
    }

    /// The source on one line.
    pub(super) fn line(&self) -> String {
        let calls = self.text.iter().chain(&self.calls);
        calls.fold(self.head.clone(), |source, call| source + "." + call)
    }
}

/// A call with each argument on a line of its own, where the line that it begins in is indented by `indent`.
fn opened(call: &str, indent: usize) -> String {
    let Some((name, arguments)) = call.strip_suffix(')').and_then(|call| call.split_once('(')) else {
        return call.to_string();
    };
    let line = |argument: &&str| format!("\n{:indent$}    {argument},", "");
    let lines: String = arguments_of(arguments).iter().map(line).collect();
    format!("{name}({lines}\n{:indent$})", "")
}

/// The arguments of a call, which are separated by commas outside of brackets and texts.
fn arguments_of(arguments: &str) -> Vec<&str> {
    let (mut depth, mut texts) = (0, Texts::default());
    let is_between = |character: char| {
        if texts.hold(character) {
            return false;
        }
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && character == ','
    };
    arguments.split(is_between).map(str::trim).collect()
}

/// Tells the texts in source from what is around them.
#[derive(Default)]
struct Texts {
    is_text: bool,
    is_escaped: bool,
}

impl Texts {
    /// Whether the next character is in a text, or the quote behind one.
    fn hold(&mut self, character: char) -> bool {
        let was_text = self.is_text;
        self.is_text ^= character == '"' && !self.is_escaped;
        self.is_escaped = character == '\\' && !self.is_escaped;
        was_text
    }
}

/// A slice of these behind an `=` that ends in this column.
pub(super) fn slice(elements: &[Chain], column: usize) -> String {
    let line = elements.iter().map(Chain::line).collect::<Vec<_>>().join(", ");
    match elements {
        _ if column + " &[];".len() + width(&line) <= MAX_WIDTH => format!(" &[{line}]"),
        _ if "    &[];".len() + width(&line) <= MAX_WIDTH => format!("\n    &[{line}]"),
        // A lone call of nearly a line rustfmt would rather open, and moves it down when it may not.
        [only] if only.text.iter().chain(&only.calls).count() == 1 && width(&line) + 5 <= MAX_WIDTH => {
            format!("\n    &[{}]", only.block(4, 6, "];"))
        }
        [only] => {
            let here = only.lines(0, column + " &[".len(), "];");
            let below = only.lines(4, 6, "];");
            if is_better(&below, &here) { format!("\n    &[{below}]") } else { format!(" &[{here}]") }
        }
        _ => format!(" &[\n{}]", elements.iter().map(Chain::element).collect::<String>()),
    }
}

/// Whether rustfmt would rather begin a value on the next line than here.
fn is_better(below: &str, here: &str) -> bool {
    let is_opened = |source: &str| source.lines().next().is_some_and(|first| first.ends_with('('));
    let count = |source: &str| source.lines().count();
    let fits = below.lines().all(|line| width(line) <= MAX_WIDTH);
    fits && (count(here) > count(below) + 1 || is_opened(here) && !is_opened(below))
}

/// The import of the types that occur in `code`, outside of its texts.
pub(super) fn import(path: &str, code: &str) -> String {
    let mut texts = Texts::default();
    let code: String = code.chars().filter(|character| !texts.hold(*character)).collect();
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
