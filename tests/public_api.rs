//! No type of another crate is in a public signature, so that none of them can break who uses this one.
//!
//! The sources are read as text: `unreachable_pub` sees to it that what is `pub` there can be reached.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it does not understand a source")]

#[path = "support/sources.rs"]
mod sources;

use std::collections::BTreeSet;

/// The crates whose types may not be seen.
const HIDDEN: &[&str] = &[
    "nom",
    "bitvec",
    "thiserror",
    "serde_json",
    "toml",
    "iso_currency",
    "celes",
    "quick_xml",
    "saphyr_parser",
    "clap",
];

/// Crates that features are named after, and where they may be seen: dates of three crates, and the traits of serde.
const SEEN: &[(&str, &[&str])] = &[
    ("serde", &["message/json/", "settle/serde/", "spec/file/"]),
    ("jiff", &["element/calendar/jiff.rs"]),
    ("time", &["element/calendar/time.rs"]),
    ("chrono", &["element/calendar/chrono.rs"]),
];

#[test]
fn no_type_of_another_crate_is_public() {
    let mut faults = Vec::new();
    let mut signatures = 0;
    for (path, text) in sources() {
        let code = without_comments(&text);
        let foreign = foreign_names(&path, &code);
        for signature in signatures_of(&code) {
            signatures += 1;
            if let Some(name) =
                words(&signature).find(|word| foreign.contains(*word)).filter(|_| !is_private(&signature, &code))
            {
                faults.push(format!("src/{path}: {name} in `{signature}`"));
            }
        }
    }
    assert!(signatures > 1000, "{signatures} signatures: the sources are not read as they should be");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_reader_sees_what_it_should() {
    let code = "use nom::{IResult, bytes::take as t};\npub fn f(x: IResult<\n  u8>) -> t { g() }\nfn private(x: IResult) {}\n\
                pub(crate) fn no(x: IResult) {}\nimpl From<nom::Err> for Ours {\n}\npub struct S { pub a: IResult, b: IResult }";
    let foreign = foreign_names("a.rs", code);
    assert!(["nom", "IResult", "t"].iter().all(|name| foreign.contains(*name)) && !foreign.contains("g"));
    let found = signatures_of(code);
    let named = found.iter().filter(|signature| words(signature).any(|word| foreign.contains(word)));
    assert_eq!(
        named.collect::<Vec<_>>(),
        ["pub fn f(x: IResult< u8>) -> t", "pub a: IResult", "impl From<nom::Err> for Ours"]
    );
    let of = |code: &str| signatures_of(code).concat();
    assert_eq!(of("pub struct Bits(BitArray<[u64; 3]>);"), "pub struct Bits");
    assert_eq!(of("pub const NONE: Bits = Bits(BitArray::ZERO);"), "pub const NONE: Bits");
    assert_eq!(words("impl<'de> core::error::Error for E").collect::<Vec<_>>(), ["impl", "for", "E"]);
    assert!(is_private("impl<T> From<nom::Err<T>> for Own<'_>", "struct Own<'a>"));
    assert!(!is_private("impl From<nom::Err> for Own", "pub struct Own") && !is_private("pub fn own(x: nom::Err)", ""));
}

/// Whether something is implemented for a type of the same file that is not public.
fn is_private(signature: &str, code: &str) -> bool {
    let subject = signature.strip_prefix("impl").and_then(|_| signature.rsplit(" for ").next());
    let Some(name) = subject.and_then(|subject| words(subject).next()) else { return false };
    let declares =
        |before: &str| ["struct", "enum"].iter().any(|kind| code.contains(&format!("{before}{kind} {name}")));
    declares("") && !declares("pub ")
}

/// The sources of the library.
fn sources() -> Vec<(String, String)> {
    let all = sources::sources().into_iter();
    all.filter(|(path, _)| !path.starts_with("bin/")).collect()
}

/// Lines without what follows `//`; what is behind `#[cfg(test)]` is not there.
fn without_comments(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The names in a text, but no lifetimes, and not those that lie in `core`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |character: char| character.is_alphanumeric() || "_':".contains(character);
    let paths = text.split(move |character| !is_part(character)).filter(|path| !path.starts_with('\''));
    paths
        .filter(|path| !path.starts_with("core::"))
        .flat_map(|path| path.split([':', '\'']))
        .filter(|name| !name.is_empty())
}

/// The crates that may not be seen in a file, and what it imports of them under which name.
fn foreign_names(path: &str, code: &str) -> BTreeSet<String> {
    let elsewhere = SEEN.iter().filter(|(_, places)| !places.iter().any(|place| path.starts_with(place)));
    let crates: Vec<&str> = HIDDEN.iter().copied().chain(elsewhere.map(|(name, _)| *name)).collect();
    let mut names = BTreeSet::new();
    for part in code.split("use ").skip(1) {
        let path = part.split(';').next().unwrap_or_default();
        let first = words(path).next().unwrap_or_default();
        if !crates.contains(&first) {
            continue;
        }
        names.insert(first.to_owned());
        for item in path.split([',', '{', '}']) {
            names.extend(words(item).last().filter(|name| !["self", "prelude"].contains(name)).map(str::to_owned));
        }
    }
    // A path that begins with the crate, without an import.
    names.extend(crates.iter().filter(|name| code.contains(&format!("{name}::"))).map(|name| (*name).to_owned()));
    names.retain(|name| !["toml", "time"].contains(&name.as_str()) || code.contains(&format!(" {name}::")));
    names
}

/// What is public: functions, types with their public members, constants, exports; and what is implemented for types.
fn signatures_of(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let starts = code.match_indices("pub ").chain(code.match_indices("impl"));
    for (at, start) in starts {
        let before = code[..at].chars().next_back().unwrap_or('\n');
        let follows = code[at + start.len()..].chars().next().unwrap_or(' ');
        let is_item = start == "pub " && !(before.is_alphanumeric() || before == '_');
        let is_impl = start == "impl" && before == '\n' && !(follows.is_alphanumeric() || follows == '_');
        if is_item || is_impl {
            found.push(one_line(&code[at..]));
        }
    }
    found
}

/// A signature up to its body or end; a public member of a struct up to its comma.
fn one_line(code: &str) -> String {
    let mut depth = 0;
    let is_member = |text: &str| {
        text.starts_with("pub ") && text[4..].split(':').next().is_some_and(|name| words(name).count() == 1)
    };
    let end = code.char_indices().find(|(_, character)| {
        match character {
            '(' | '<' | '[' => depth += 1,
            ')' | '>' | ']' => depth -= 1,
            _ => {}
        }
        match character {
            '{' | ';' => true,
            ',' | '}' | '\n' => depth <= 0 && is_member(code) && *character != '\n',
            _ => false,
        }
    });
    let line = code[..end.map_or(code.len(), |(at, _)| at)].split_whitespace().collect::<Vec<_>>().join(" ");
    // What a constant is and what is not public in a tuple is nobody's business.
    let ends = [("pub const ", " = "), ("pub static ", " = "), ("pub struct ", "(")];
    let end = ends.iter().filter(|(start, _)| line.starts_with(start)).find_map(|(_, end)| line.find(end));
    line[..end.unwrap_or(line.len())].to_owned()
}
