//! Any text as a spec file: it is refused at a place, and the linter says the same; or it loads, and is a spec like another.

use super::own::tape::Tape;
use isomsg::spec::{self, LintKind, MessageSpec, Severity, Sheet, SpecFile, diff, lint, lint_toml, shipped_toml};
use isomsg::{Message, MessageBuf, Mti, ParseOptions};

const EDIT_TAPE: usize = 6;

/// The first byte says whether the rest is a text or changes one of the files that are shipped; which one, the second.
pub fn check(data: &[u8]) {
    let Some((&kind, rest)) = data.split_first() else { return };
    match kind % 2 {
        0 => check_text(&String::from_utf8_lossy(rest)),
        _ => check_text(&changed(rest)),
    }
}

/// Everything that must hold for a text.
pub fn check_text(text: &str) {
    let findings = lint_toml(text);
    let lines = 1 + text.lines().count();
    let errors = findings.iter().filter(|finding| finding.lint().severity() == Severity::Error);
    for finding in &findings {
        let shown = finding.to_string();
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
        assert!(finding.column() > 0 && (finding.base().is_some() || (1..=lines).contains(&finding.line())), "{shown}");
    }
    match MessageSpec::from_toml(text) {
        Ok(spec) => {
            assert_eq!(errors.map(ToString::to_string).collect::<Vec<_>>(), [""; 0], "{text}");
            let kinds = |kinds: &mut dyn Iterator<Item = LintKind>| kinds.count();
            let warned = kinds(&mut findings.iter().map(|finding| finding.lint().kind()));
            assert_eq!(warned, lint(&spec).len(), "{text}");
            is_a_spec(&spec);
            assert!(*SpecFile::from_toml(text).expect("a file").resolve(shipped).expect("a spec") == *spec);
        }
        Err(error) => {
            assert!(errors.count() > 0, "{error}, but no finding in {text}");
            assert!(error.column() > 0 && (error.base().is_some() || (1..=lines).contains(&error.line())), "{error}");
        }
    }
}

fn shipped(name: &str) -> Option<SpecFile> {
    SpecFile::from_toml(shipped_toml(name)?).ok()
}

/// It can be printed, compared and used.
fn is_a_spec(spec: &std::sync::Arc<MessageSpec>) {
    assert!(spec.to_rust().contains("MessageSpec"));
    assert!(Sheet::new(spec).to_string().contains("on the wire"));
    assert_eq!(diff(spec, spec), []);
    let written = SpecFile::of(spec).to_toml();
    let again = MessageSpec::from_toml(&written).unwrap_or_else(|error| panic!("{error} in\n{written}"));
    assert!(*again == **spec, "{written}");
    let mut message = MessageBuf::new(spec, Mti::new(0x0200).expect("four digits"));
    for field in spec.fields() {
        let digits = "0".repeat(field.format().min().clamp(1, 40));
        let _ = message.set(field.number(), digits.as_str());
    }
    message.as_message().validate(|finding| assert!(finding.offset() <= message.encoded_len()));
    let bytes = message.encode();
    let again = Message::parse(&bytes, spec).unwrap_or_else(|error| panic!("{error} in {bytes:02X?}"));
    assert_eq!(again.bitmap(), message.bitmap());
    let seen = Message::examine(bytes.get(1..).unwrap_or_default(), spec, ParseOptions::FORENSIC, |_| ());
    assert!(!format!("{message}{seen}{seen:?}").is_empty());
}

/// A shipped file with some of its lines and words changed, or with those of another one.
fn changed(data: &[u8]) -> String {
    let mut tape = Tape::new(data.get(..1).unwrap_or_default());
    let mut lines: Vec<String> = file(tape.up_to(255)).lines().map(str::to_owned).collect();
    for tape in data.get(1..).unwrap_or_default().chunks(EDIT_TAPE).take(12) {
        change(&mut lines, &mut Tape::new(tape));
    }
    lines.join("\n")
}

/// The text of a shipped spec; the dictionaries among them are only found by what extends them.
fn file(choice: usize) -> &'static str {
    let names = ["iso1987", "iso1993", "iso2003"];
    let names: Vec<&str> = names.into_iter().chain(spec::shipped().map(MessageSpec::name)).collect();
    shipped_toml(names[choice % names.len()]).expect("a shipped file")
}

fn change(lines: &mut Vec<String>, tape: &mut Tape<'_>) {
    let (kind, at) = (tape.up_to(7), tape.number() % lines.len().max(1));
    let other = tape.number();
    let Some(line) = lines.get_mut(at) else { return };
    match kind {
        0 => drop(lines.remove(at)),
        1 => {
            let line = lines[at].clone();
            lines.insert(other % lines.len(), line);
        }
        2 => {
            let text = file(tape.up_to(255));
            let foreign = text.lines().nth(other % text.lines().count().max(1)).unwrap_or_default();
            lines.insert(at, foreign.to_owned());
        }
        3 => *line = line.chars().filter(|_| !tape.once_in(9)).collect(),
        4 => *line = with_word(line, other, &word(tape)),
        5 => {
            *line = with_word(line, other, tape.pick(&["0", "1", "19", "999", "65535", "99999999999", "true", "\"\""]))
        }
        6 => *line = with_word(line, other, ""),
        _ => *line = line.replacen(|c: char| c.is_ascii_digit(), tape.pick(&["0", "9", "1", "-", "99"]), 1 + other % 3),
    }
}

/// A word of a shipped file.
fn word(tape: &mut Tape<'_>) -> String {
    let text = file(tape.up_to(255));
    let words: Vec<&str> = text.split([' ', '\n', ',']).filter(|word| !word.is_empty()).collect();
    words[tape.number() % words.len()].to_owned()
}

/// A line with one of its words replaced.
fn with_word(line: &str, choice: usize, word: &str) -> String {
    let mut words: Vec<&str> = line.split(' ').collect();
    let at = choice % words.len();
    words[at] = word;
    words.join(" ")
}
