//! Holds the order of the rooms of `src/`, where some crates may be used, and how long a function may be.
//!
//! The sources are read as text, without comments, strings and what follows `#[cfg(test)]`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it does not understand a source")]

#[path = "support/sources.rs"]
mod sources;

/// The rooms, lowest first; a room uses only those of a line before its own, and itself.
const ROOMS: &[&[&str]] = &[
    &["error"],
    &["wire"],
    &["mti", "bitmap", "de"],
    &["value", "codes"],
    &["element"],
    &["spec"],
    &["tlv"],
    &["parse", "encode", "frame"],
    &["message"],
    &["typed"],
    &["draft", "import", "unionpay"],
    &["settle"],
    &["lib"],
    &["bin"],
];

/// A crate, and the beginnings of the paths under `src/` where it may be named.
const CRATES: &[(&str, &[&str])] = &[
    ("nom", &["parse/", "frame/"]),
    ("bitvec", &["bitmap.rs"]),
    ("serde", &["message/json", "settle/serde/", "spec/file/", "import/", "bin/"]),
    ("serde_json", &["message/json", "import/json.rs", "bin/"]),
    ("quick_xml", &["import/jpos/xml.rs"]),
    ("saphyr_parser", &["import/yaml.rs"]),
    ("toml", &["spec/file/", "bin/"]),
    ("clap", &["bin/"]),
    ("iso_currency", &["element/currency.rs"]),
    ("celes", &["element/country.rs"]),
    ("jiff", &["element/calendar/jiff.rs"]),
    ("time", &["element/calendar/time.rs"]),
    ("chrono", &["element/calendar/chrono.rs"]),
];

const LONGEST_FUNCTION: usize = 60;

#[test]
fn rooms_use_only_rooms_before_them() {
    let mut faults = Vec::new();
    for source in sources() {
        let own = rank(&source.room).unwrap_or_else(|| panic!("src/{}: a room that ROOMS does not name", source.path));
        for (line, used) in source.rooms_used() {
            if used != source.room && rank(&used).is_none_or(|rank| rank >= own) {
                faults.push(format!("src/{}:{line}: {} uses {used}", source.path, source.room));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn crates_are_used_only_where_they_belong() {
    let mut faults = Vec::new();
    for source in sources() {
        for (name, places) in CRATES {
            if !places.iter().any(|place| source.path.starts_with(place)) {
                let lines = source.lines_naming(name);
                faults.extend(lines.iter().map(|line| format!("src/{}:{line}: uses {name}", source.path)));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn functions_are_short() {
    let mut faults = Vec::new();
    for source in sources() {
        let long = source.functions().into_iter().filter(|(_, lines)| *lines > LONGEST_FUNCTION);
        faults.extend(long.map(|(line, lines)| format!("src/{}:{line}: function of {lines} lines", source.path)));
    }
    assert_none(&faults);
}

#[test]
fn the_reader_sees_what_it_should() {
    let source = Source::new(
        "spec/file/a.rs",
        "use crate::{error::{A, B}, wire};\nuse super::super::parse::C; // crate::message\nlet c = '\"'; \
         super::Up; super::super::super::encode::x;\n\"crate::lib\"; fn f<'a>() {\n}\n#[cfg(test)]\nuse crate::bin;",
    );
    assert_eq!(
        source.rooms_used(),
        [(1, "error"), (1, "wire"), (2, "spec"), (3, "spec"), (3, "encode")].map(owned_room)
    );
    assert_eq!(source.functions(), [(4, 2)]);
    let root = Source::new("mti.rs", "use super::value::V; /* use crate::x; /* y */ */ crate::Message");
    assert_eq!(root.rooms_used(), [(1, "value"), (1, "lib")].map(owned_room));
    assert_eq!(Source::new("de.rs", "mod a { fn b() {} use super::X; }").rooms_used(), [(1, "de")].map(owned_room));
    assert!(Source::new("a.rs", "nom::x; my_nom; atom::nominal").lines_naming("nom") == [1]);
}

fn owned_room((line, room): (usize, &str)) -> (usize, String) {
    (line, room.to_owned())
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

/// A file of `src/`.
struct Source {
    /// Its path under `src/`.
    path: String,
    room: String,
    /// How many modules deep its contents lie: 1 for `src/mti.rs`.
    depth: usize,
    code: String,
}

fn sources() -> Vec<Source> {
    sources::sources().iter().map(|(path, text)| Source::new(path, text)).collect()
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let stem = path.trim_end_matches(".rs");
        let modules = stem.trim_end_matches("/mod");
        let room = modules.split('/').next().expect("a first part").to_owned();
        let depth = if modules == "lib" { 0 } else { modules.split('/').count() };
        let code = without_comments_and_strings(text);
        let code = code.split("#[cfg(test)]").next().expect("a first part").to_owned();
        Source { path: path.to_owned(), room, depth, code }
    }

    fn line(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }

    /// The places where a word stands by itself.
    fn words<'s>(&'s self, word: &'s str) -> impl Iterator<Item = usize> + 's {
        self.code.match_indices(word).map(|(at, _)| at).filter(move |&at| {
            !self.code[..at].ends_with(is_word) && !self.code[at + word.len()..].starts_with(is_word)
        })
    }

    fn lines_naming(&self, name: &str) -> Vec<usize> {
        self.words(name)
            .filter(|at| self.code[at + name.len()..].starts_with("::") && !self.code[..*at].ends_with("::"))
            .map(|at| self.line(at))
            .collect()
    }

    /// The rooms that paths beginning with `crate` or `super` lead to; `lib` for an item of the crate root itself.
    fn rooms_used(&self) -> Vec<(usize, String)> {
        let mut used = Vec::new();
        if self.room == "lib" || self.room == "bin" {
            return used;
        }
        for at in self.words("crate") {
            // `$crate` belongs to the macro's user; `pub(crate)` is no path.
            let is_of_user = self.code[..at].ends_with('$');
            if let Some(path) = self.code[at..].strip_prefix("crate::").filter(|_| !is_of_user) {
                used.extend(first_names(path).into_iter().map(|name| (at, name)));
            }
        }
        for at in self.words("super").filter(|&at| !self.code[..at].ends_with("::")) {
            let mut path = &self.code[at..];
            let mut ups = 0;
            while let Some(rest) = path.strip_prefix("super::") {
                path = rest;
                ups += 1;
            }
            match ups {
                0 => {}
                _ if ups < self.depth + self.modules_around(at) => used.push((at, self.room.clone())),
                _ => used.extend(first_names(path).into_iter().map(|name| (at, name))),
            }
        }
        used.sort();
        used.into_iter()
            .map(|(at, name)| (self.line(at), if rank(&name).is_some() { name } else { "lib".into() }))
            .collect()
    }

    /// How many `mod name { .. }` there are around a place.
    fn modules_around(&self, at: usize) -> usize {
        let before = &self.code[..at];
        let mut open = Vec::new();
        for (place, brace) in before.match_indices(['{', '}']) {
            if brace == "{" {
                let head = before[..place].trim_end().trim_end_matches(is_word).trim_end();
                open.push(head.ends_with("mod"));
            } else {
                open.pop();
            }
        }
        open.into_iter().filter(|is_module| *is_module).count()
    }

    /// Line and length of each function that has a body.
    fn functions(&self) -> Vec<(usize, usize)> {
        self.words("fn").filter_map(|at| Some((self.line(at), self.body_lines(at)?))).collect()
    }

    fn body_lines(&self, at: usize) -> Option<usize> {
        let rest = &self.code[at..];
        let open = rest.find(['{', ';']).filter(|&open| rest[open..].starts_with('{'))?;
        let mut depth = 0;
        for (end, character) in rest[open..].char_indices() {
            match character {
                '{' => depth += 1,
                '}' if depth == 1 => return Some(1 + rest[..open + end].matches('\n').count()),
                '}' => depth -= 1,
                _ => {}
            }
        }
        None
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The first name of a path, or of each path of a list in braces.
fn first_names(path: &str) -> Vec<String> {
    let Some(list) = path.strip_prefix('{') else {
        return vec![path.chars().take_while(|&character| is_word(character)).collect()];
    };
    let mut names = vec![String::new()];
    let (mut depth, mut in_name) = (0, true);
    for character in list.chars() {
        match character {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(String::new());
                in_name = true;
            }
            ':' => in_name = false,
            _ if is_word(character) && in_name && depth == 0 => names.last_mut().expect("a name").push(character),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The code with blanks in place of comments, texts and characters; lines stay lines.
fn without_comments_and_strings(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = skipped_length(rest);
        let taken = if skipped > 0 { skipped } else { first.len_utf8() };
        let (part, behind) = rest.split_at(taken);
        if skipped > 0 {
            code.extend(part.chars().map(|character| if character == '\n' { '\n' } else { ' ' }));
        } else {
            code.push_str(part);
        }
        rest = behind;
    }
    code
}

/// The bytes of the comment, text or character that `rest` begins with; 0 for code.
fn skipped_length(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return comment_length(rest);
    }
    if let Some(hashes) = raw_string_hashes(rest) {
        let end = format!("\"{}", "#".repeat(hashes));
        let open = rest.find('"').expect("the quote") + 1;
        return rest[open..].find(&end).map_or(rest.len(), |at| open + at + end.len());
    }
    if rest.starts_with('"') {
        return quoted_length(rest, '"');
    }
    let mut characters = rest.chars();
    match (characters.next(), characters.next(), characters.next()) {
        (Some('\''), Some('\\'), _) => quoted_length(rest, '\''),
        // Otherwise it is a lifetime.
        (Some('\''), Some(inner), Some('\'')) => 2 + inner.len_utf8(),
        _ => 0,
    }
}

/// Comments nest.
fn comment_length(rest: &str) -> usize {
    let mut depth = 0;
    for (at, _) in rest.char_indices() {
        if rest[at..].starts_with("/*") {
            depth += 1;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            if depth == 0 {
                return at + 2;
            }
        }
    }
    rest.len()
}

fn raw_string_hashes(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    behind[hashes..].starts_with('"').then_some(hashes)
}

fn quoted_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + quote.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}
