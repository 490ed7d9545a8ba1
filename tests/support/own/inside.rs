//! What must hold for structures inside fields.

use super::edits::damaged;
use super::structures::{Kind, Nested, Node};
use super::tape::Tape;
use isomsg::error::{EncodeErrorKind, ParseError};
use isomsg::spec::{Class, DataForm, MessageSpec, Optional, Sensitivity};
use isomsg::value::Input;
use isomsg::{Deviation, Field, Message, MessageBuf, Mti, ParseOptions};
use std::collections::{BTreeMap, BTreeSet};

type Path = Vec<String>;

/// How often something was tried, and what came of it.
#[derive(Debug, Default)]
pub struct Counts {
    pub messages: usize,
    pub sets: usize,
    pub taken: usize,
    pub whole: usize,
    pub edits: usize,
    pub edits_taken: usize,
    pub removed: usize,
    pub rebuilt: usize,
    pub damaged: usize,
    pub damaged_parsed: usize,
    pub damaged_open: usize,
    pub findings: usize,
    pub secrets: usize,
    pub alone: usize,
    pub in_order: usize,
    pub free: usize,
    pub free_open: usize,
}

fn joined(path: &[String]) -> String {
    path.join(".")
}

fn keys(field: &Field<'_>) -> Path {
    field.path().segments().iter().map(|segment| segment.as_str().to_string()).collect()
}

fn units(field: &Field<'_>) -> Vec<u8> {
    field.value().units().collect()
}

/// Values of parts, in an order in which they can be set; some of those that may be missing are.
pub fn plan(node: &Node, path: &Path, tape: &mut Tape<'_>, out: &mut Vec<(Path, Vec<u8>)>) {
    if node.is_atom() {
        return out.push((path.clone(), node.value(tape)));
    }
    let below = |kid: &Node| [path.clone(), vec![kid.row.key().as_str().to_string()]].concat();
    let before = out.len();
    match node.kind {
        Kind::Leaf => {}
        Kind::Parts => {
            let optional = node.kids.iter().filter(|kid| kid.optional).count();
            let mut left = tape.up_to(optional.min(255));
            for kid in &node.kids {
                let by_class = kid.row.presence() == Optional::ByClass;
                match (kid.optional, by_class) {
                    (true, true) if tape.once_in(2) => continue,
                    (true, false) if left == 0 => break,
                    (true, false) => left -= 1,
                    _ => {}
                }
                plan(kid, &below(kid), tape, out);
            }
        }
        Kind::Ber | Kind::Fixed | Kind::Bits => {
            let mut kids: Vec<&Node> = node.kids.iter().filter(|_| !tape.once_in(4)).collect();
            // Without a bitmap there is nothing to read.
            if kids.is_empty() && node.kind == Kind::Bits {
                kids = node.kids.iter().take(1).collect();
            }
            if !kids.is_empty() {
                let by = tape.up_to(kids.len() - 1);
                kids.rotate_left(by);
            }
            let mut runs: Vec<Vec<(Path, Vec<u8>)>> = Vec::new();
            for kid in kids {
                let mut run = Vec::new();
                plan(kid, &below(kid), tape, &mut run);
                runs.push(run);
            }
            // Tags without a row, and one within another.
            if node.kind == Kind::Ber && tape.once_in(3) {
                let tags: &[&[&str]] = &[&["9F7A"], &["72", "9F18"], &["72", "86"], &["9F6E"], &["73", "74", "81"]];
                let at: Path = tape.pick(tags).iter().map(|tag| tag.to_string()).collect();
                let value = (0..tape.up_to(5)).map(|_| tape.byte()).collect();
                if path.len() + at.len() <= 7 {
                    runs.push(vec![([path.clone(), at].concat(), value)]);
                }
            }
            // The order among parts does not matter, nor is one finished before another begins.
            while !runs.is_empty() {
                let at = tape.up_to(runs.len() - 1);
                if runs[at].is_empty() {
                    runs.remove(at);
                } else {
                    out.push(runs[at].remove(0));
                }
            }
        }
        Kind::Groups(most) => {
            if node.kids.iter().all(|kid| kid.plain) {
                for at in 0..1 + tape.up_to(most - 1) {
                    let value = node.kids.iter().flat_map(|kid| kid.value(tape)).collect();
                    out.push(([path.clone(), vec![(at + 1).to_string()]].concat(), value));
                }
            }
        }
    }
    if out.len() == before {
        out.push((path.clone(), Vec::new()));
    }
}

fn set(message: &mut MessageBuf, path: &Path, value: &[u8]) -> bool {
    let before = message.encode();
    match path.as_slice() {
        [number] => message.set(number.parse::<u16>().expect("a number"), Input::Bytes(value)),
        _ => message.set(joined(path).as_str(), Input::Bytes(value)),
    }
    .inspect_err(|error| {
        assert_eq!(before, message.as_bytes(), "{error}: a refused edit changed the message");
        let at: Path = error.path().segments().iter().map(|segment| segment.as_str().to_string()).collect();
        assert!(at.starts_with(&path[..1]), "{error}, of {path:?}");
    })
    .is_ok()
}

fn remove(message: &mut MessageBuf, path: &Path) -> bool {
    let before = message.encode();
    let removed = message.remove(joined(path).as_str());
    assert!(removed || before == message.as_bytes(), "a refused removal changed the message");
    removed
}

/// Findings by field.
fn findings(message: &Message<'_>) -> BTreeMap<u16, Vec<ParseError>> {
    let mut found: BTreeMap<u16, Vec<ParseError>> = BTreeMap::new();
    message.validate(|finding| found.entry(finding.path().number().expect("a field")).or_default().push(finding));
    found
}

/// Builds a message part by part; what was set is what is read.
pub fn built(own: &Nested, tape: &[u8], counts: &mut Counts) -> MessageBuf {
    let mut tape = Tape::new(tape);
    let mut message = MessageBuf::new(&own.spec, Mti::new(0x0200).expect("four digits"));
    counts.messages += 1;
    for (number, node) in &own.fields {
        if tape.once_in(8) {
            continue;
        }
        let mut steps = Vec::new();
        plan(node, &vec![number.to_string()], &mut tape, &mut steps);
        let mut taken = Vec::new();
        for (path, value) in &steps {
            counts.sets += 1;
            if set(&mut message, path, value) {
                counts.taken += 1;
                taken.push((path, value));
            }
        }
        let parsed = Message::parse(message.as_bytes(), &own.spec);
        let parsed = parsed.unwrap_or_else(|error| panic!("{error} in {:02X?} after {steps:02X?}", message.as_bytes()));
        let lacks_head = |(path, value): &(Path, Vec<u8>)| {
            value.is_empty() && node.at(&path[1..]).is_some_and(|node| matches!(node.kind, Kind::Groups(_)))
        };
        if taken.len() < steps.len() || steps.iter().any(lacks_head) {
            if findings(&parsed).contains_key(number) {
                message.remove(*number);
            }
            continue;
        }
        counts.whole += 1;
        assert_eq!(
            findings(&parsed).get(number),
            None,
            "all parts of {number} were set: {steps:02X?} {:02X?}",
            message.as_bytes()
        );
        for (path, value) in taken {
            let found = message.field(joined(path).as_str());
            // Of a tag that the spec passes over nothing is shown.
            let Some(found) = found else {
                let listed = node.at(&path[1..]).is_some() || node.is_group(&path[1..]);
                assert!(!listed, "{path:?} was set to {value:02X?}, and is not there: {:02X?}", message.as_bytes());
                continue;
            };
            assert_eq!(units(&found), *value, "{path:?} has another value in {:02X?}", message.as_bytes());
        }
    }
    message
}

/// A part as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    path: Path,
    wire: Vec<u8>,
    content: Vec<u8>,
    units: Vec<u8>,
    is_leaf: bool,
}

fn seen(message: &Message<'_>) -> Vec<Seen> {
    let mut all: Vec<Seen> = Vec::new();
    for field in message.walk() {
        let path = keys(&field);
        if let Some(before) = all.last_mut()
            && path.len() > before.path.len()
        {
            before.is_leaf = false;
        }
        let (wire, content) = (field.wire().to_vec(), field.content().to_vec());
        all.push(Seen { path, wire, content, units: units(&field), is_leaf: true });
    }
    all
}

/// Whether the digits of a part share bytes with others.
fn is_packed(own: &Nested, path: &Path) -> bool {
    let number: u16 = path[0].parse().expect("a number");
    (0..path.len()).any(|depth| {
        own.fields
            .get(&number)
            .and_then(|node| node.at(&path[1..=depth]))
            .is_some_and(|node| node.form == DataForm::Bcd && node.kind != Kind::Leaf)
    })
}

fn related(one: &Path, other: &Path) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// All that does not lie in, or around, a part is as it was.
fn others_stay(own: &Nested, before: &[Seen], after: &[Seen], path: &Path) {
    let others =
        |all: &[Seen]| -> Vec<Seen> { all.iter().filter(|seen| !related(&seen.path, path)).cloned().collect() };
    let (before, after) = (others(before), others(after));
    let paths = |all: &[Seen]| all.iter().map(|seen| seen.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&before), paths(&after), "after a change of {path:?}");
    for (one, other) in before.iter().zip(&after) {
        assert_eq!(one.units, other.units, "{:?} after a change of {path:?}", one.path);
        if !is_packed(own, &one.path) {
            assert_eq!(one.wire, other.wire, "{:?} after a change of {path:?}", one.path);
        }
    }
}

/// Each part of a well-formed message is changed, removed and set again; nothing else changes.
pub fn edited(message: &MessageBuf, own: &Nested, tape: &[u8], counts: &mut Counts) {
    let mut tape = Tape::new(tape);
    let view = message.as_message();
    let faults = findings(&view);
    let before = seen(&view);
    let targets: Vec<&Seen> = before
        .iter()
        .filter(|seen| seen.path.len() > 1 && !faults.contains_key(&seen.path[0].parse().expect("a number")))
        .collect();
    for target in targets.iter().take(24) {
        // Of a tag that comes twice the first is meant, which may not have that part.
        if message.field(joined(&target.path).as_str()).is_none_or(|first| first.wire() != target.wire) {
            continue;
        }
        let number: u16 = target.path[0].parse().expect("a number");
        let node = own.fields[&number].at(&target.path[1..]);
        let value = match node.filter(|_| target.is_leaf) {
            Some(node) if node.kind == Kind::Leaf => node.value(&mut tape),
            _ => target.units.clone(),
        };
        let mut changed = message.clone();
        counts.edits += 1;
        if set(&mut changed, &target.path, &value) {
            counts.edits_taken += 1;
            let parsed = Message::parse(changed.as_bytes(), &own.spec)
                .unwrap_or_else(|error| panic!("{error} after {:?} in {:02X?}", target.path, changed.as_bytes()));
            others_stay(own, &before, &seen(&parsed), &target.path);
            assert_eq!(
                findings(&parsed),
                faults_moved(&faults, &findings(&parsed)),
                "after {:?} = {value:02X?} in {:02X?}",
                target.path,
                message.as_bytes()
            );
            let again = changed.field(joined(&target.path).as_str()).unwrap_or_else(|| {
                panic!("{:?} was set to {value:02X?} and is not there: {:02X?}", target.path, changed.as_bytes())
            });
            assert_eq!(units(&again), value, "{:?} in {:02X?}", target.path, changed.as_bytes());
            let received = message.field(joined(&target.path).as_str()).expect("it was there");
            // A part that is set is written anew with its own prefix, terminator and area.
            let old = received.range();
            if received.value().len() == again.value().len()
                && received.content_range() == again.content_range()
                && old == again.range()
                && changed.encoded_len() == message.encoded_len()
            {
                for (at, (one, other)) in message.as_bytes().iter().zip(changed.as_bytes()).enumerate() {
                    assert!(
                        one == other || old.contains(&at),
                        "byte {at} changed with {:?} = {value:02X?} of {:02X?}",
                        target.path,
                        message.as_bytes()
                    );
                }
                assert_eq!(
                    deviations_around(&view, &target.path),
                    deviations_around(&parsed, &target.path),
                    "around {:?} = {value:02X?} of {:02X?}",
                    target.path,
                    message.as_bytes()
                );
            }
        }
        let mut removed = message.clone();
        let repeats = before.iter().filter(|seen| seen.path == target.path).count() > 1;
        let in_group = (1..target.path.len()).any(|depth| {
            matches!(own.fields[&number].at(&target.path[1..depth]), Some(Node { kind: Kind::Groups(_), .. }))
        });
        if !repeats && remove(&mut removed, &target.path) {
            counts.removed += 1;
            let parsed = Message::parse(removed.as_bytes(), &own.spec)
                .unwrap_or_else(|error| panic!("{error} after {:?} in {:02X?}", target.path, removed.as_bytes()));
            assert_eq!(
                findings(&parsed).get(&number),
                None,
                "after removal of {:?} of {:02X?}",
                target.path,
                message.as_bytes()
            );
            if !in_group {
                assert!(
                    removed.field(joined(&target.path).as_str()).is_none(),
                    "{:?} was removed from {:02X?}",
                    target.path,
                    message.as_bytes()
                );
                others_stay(own, &before, &seen(&parsed), &target.path);
            }
            if !in_group && set(&mut removed, &target.path, &target.units) {
                let again = removed
                    .field(joined(&target.path).as_str())
                    .unwrap_or_else(|| panic!("{:?} set again is not there", target.path));
                assert_eq!(units(&again), target.units);
            }
        }
    }
}

/// What is otherwise than the spec writes it in all but a part.
fn deviations_around(message: &Message<'_>, path: &Path) -> Vec<Deviation> {
    let is_in = |deviation: &Deviation| {
        let keys: Path = deviation.path().segments().iter().map(|segment| segment.as_str().to_string()).collect();
        keys.starts_with(path)
    };
    message.deviations().filter(|deviation| !is_in(deviation)).collect()
}

/// Findings in other fields lie elsewhere after a change of length; what they are stays.
fn faults_moved(
    before: &BTreeMap<u16, Vec<ParseError>>,
    after: &BTreeMap<u16, Vec<ParseError>>,
) -> BTreeMap<u16, Vec<ParseError>> {
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (one, other) in before.values().zip(after.values()) {
        assert!(
            one.iter().map(|one| (one.kind(), one.path())).eq(other.iter().map(|other| (other.kind(), other.path())))
        );
    }
    after.clone()
}

/// Everything that must hold for these bytes; whether they are a message in which all opens.
pub fn check(bytes: &[u8], own: &Nested, counts: &mut Counts) -> bool {
    shows_what_is_wrong(bytes, own, counts);
    let Ok(message) = Message::parse(bytes, &own.spec) else { return false };
    counts.damaged_parsed += 1;
    shows(&message);
    shows_no_secret(&message, counts);
    lies_within(&message);
    let found = findings(&message);
    counts.findings += found.values().map(Vec::len).sum::<usize>();
    for field in &message {
        let here = found.get(&field.number());
        let fault = first_fault(&field);
        assert_eq!(here.is_none(), fault.is_none(), "{here:?} but {fault:?} in {bytes:02X?}");
        assert_eq!(here.and_then(|all| all.first()).copied(), fault, "in {bytes:02X?}");
        for finding in here.into_iter().flatten() {
            lies_in_field(finding, &field, bytes);
        }
        if here.is_none() {
            is_made_of_its_parts(&field, own, own.fields.get(&field.number()));
            is_set_in_order(&message, &field, own, counts);
        }
        for part in field.walk() {
            says_the_same_alone(&part, own, counts);
            hides_what_does_not_open(&part, own);
        }
    }
    let is_canonical = message.deviations().next().is_none();
    has_a_json_form(&message, is_canonical && found.is_empty(), own);
    if is_canonical && found.is_empty() {
        is_rebuilt(&message, own, counts);
    }
    found.is_empty()
}

fn lies_in_field(error: &ParseError, field: &Field<'_>, bytes: &[u8]) {
    let range = field.range();
    assert!((range.start..=range.end).contains(&error.offset()), "{error}, beyond {range:?} in {bytes:02X?}");
    assert!(error.path().segments().starts_with(field.path().segments()), "{error}");
}

/// The first fault in a field or its parts, depth first.
fn first_fault(field: &Field<'_>) -> Option<ParseError> {
    field.structure()?;
    match field.subfields() {
        Err(error) => Some(error),
        Ok(parts) => parts.iter().find_map(|part| first_fault(&part)),
    }
}

/// Nothing stops, and there is no more to see than bytes.
fn shows(message: &Message<'_>) {
    let items = message.walk().count();
    let most = message.bitmap().len() * 7 + 7 * 2 * message.as_bytes().len();
    assert!(items <= most + 64, "{items} parts in {} bytes", message.as_bytes().len());
    assert!(message.to_string().is_ascii());
    assert!(format!("{message:?}").is_ascii());
    let _ = message.deviations().map(|deviation| deviation.to_string().len()).sum::<usize>();
    for field in message.walk() {
        assert!(format!("{field} {field:?} {:?}", field.subfields()).is_ascii());
        let _ = field.tlv().map(|tlv| tlv.items().count());
    }
}

/// Parts lie in what holds them, in order, none over another.
fn lies_within(message: &Message<'_>) {
    for field in message.walk() {
        let content = field.content_range();
        assert!(content.start >= field.range().start && content.end <= field.range().end);
        match field.subfields() {
            Ok(parts) => {
                parts.iter().fold(content.start, |end, part| {
                    let range = part.range();
                    // Digits share a byte.
                    assert!(
                        range.start + 1 >= end && range.end <= content.end,
                        "{} {range:?} {end} {content:?}",
                        part.path()
                    );
                    assert_eq!(part.path().segments().len(), field.path().segments().len() + 1);
                    assert!(part.path().segments().starts_with(field.path().segments()));
                    assert_eq!(message.as_bytes().get(range.clone()), Some(part.wire()));
                    assert_eq!(message.as_bytes().get(part.content_range()), Some(part.content()));
                    range.end
                });
            }
            Err(error) => lies_in_field(&error, &field, message.as_bytes()),
        }
    }
}

/// The parts of a sequence, or of a group, are all of the content.
fn is_made_of_its_parts(field: &Field<'_>, own: &Nested, node: Option<&Node>) {
    let Ok(parts) = field.subfields() else { return };
    let packed = is_packed(own, &keys(field));
    if let (Some(Node { kind: Kind::Parts | Kind::Bits | Kind::Groups(_), .. }), false) = (node, packed) {
        let all: Vec<u8> = parts.iter().flat_map(|part| part.wire().to_vec()).collect();
        assert!(field.content().ends_with(&all), "{}", field.path());
        let head = field.content().len() - all.len();
        assert!(node.is_some_and(|node| node.kind != Kind::Parts) || head == 0);
    }
    for part in &parts {
        let deeper =
            own.fields.get(&field.path().number().expect("a field")).and_then(|node| node.at(&keys(&part)[1..]));
        let deeper = deeper.filter(|deeper| deeper.row.key() == part.key());
        is_made_of_its_parts(&part, own, deeper);
    }
}

/// What cannot be parsed is shown as far as it can be, and opened leniently where it can be opened strictly.
fn shows_what_is_wrong(bytes: &[u8], own: &Nested, counts: &mut Counts) {
    let mut found = Vec::new();
    let message = Message::examine(bytes, &own.spec, ParseOptions::STRICT, |finding| found.push(finding));
    assert_eq!(found.first().copied(), Message::parse(bytes, &own.spec).err(), "{bytes:02X?}");
    assert!(found.iter().all(|finding| finding.offset() <= bytes.len()), "{found:?} in {bytes:02X?}");
    shows(&message);
    shows_no_secret(&message, counts);
    for options in [ParseOptions::NETWORK, ParseOptions::FORENSIC] {
        let Ok(lenient) = Message::parse_with(bytes, &own.spec, options) else { continue };
        shows(&lenient);
        shows_no_secret(&lenient, counts);
        for field in lenient.walk() {
            let ranges = |options| {
                let parts = field.subfields_with(options);
                parts.map(|parts| parts.iter().map(|part| (part.path(), part.range())).collect::<Vec<_>>())
            };
            match (ranges(ParseOptions::STRICT), ranges(options)) {
                (Ok(strict), lenient) => assert_eq!(Ok(strict), lenient, "{} in {bytes:02X?}", field.path()),
                (Err(_), Ok(parts)) => {
                    let content = field.content_range();
                    let is_within = |range: &std::ops::Range<usize>| {
                        range.start >= content.start && range.end <= content.end && range.start <= range.end
                    };
                    assert!(parts.iter().all(|(_, range)| is_within(range)), "{parts:?} in {content:?}");
                }
                (Err(_), Err(error)) => lies_in_field(&error, &field, bytes),
            }
        }
    }
}

/// No secret of eight characters or more shows in anything that is printed of a message.
fn shows_no_secret(message: &Message<'_>, counts: &mut Counts) {
    let is_leaf = |field: &Field<'_>| field.walk().nth(1).is_none();
    let said = |field: &Field<'_>| field.value().reveal().to_string();
    let (secret, open): (Vec<Field<'_>>, Vec<Field<'_>>) =
        message.walk().filter(is_leaf).partition(|field| field.sensitivity() != Sensitivity::None);
    let secrets: BTreeSet<String> = secret
        .iter()
        .filter(|field| field.value().len() >= 8)
        .map(said)
        // Others can be zeros too.
        .filter(|secret| secret.chars().collect::<BTreeSet<char>>().len() >= 4)
        // A part without a secret can say the same, and blanks stand beside it in a table.
        .filter(|secret| !open.iter().any(|open| said(open).contains(secret.trim())))
        .collect();
    counts.secrets += secrets.len();
    if secrets.is_empty() {
        return;
    }
    let shown: Vec<String> = [format!("{message}"), format!("{message:?}")]
        .into_iter()
        .chain(message.walk().map(|part| format!("{part} {part:?} {:?}", part.subfields())))
        .chain(masked_json(message))
        .collect();
    for secret in secrets {
        assert!(shown.iter().all(|shown| !shown.contains(&secret)), "{secret} shows in {shown:?}");
    }
}

/// The message in JSON, masked; and it can be revealed.
#[cfg(feature = "serde")]
fn masked_json(message: &Message<'_>) -> Option<String> {
    Some(serde_json::to_string(&message.json()).expect("JSON of any message"))
}

#[cfg(not(feature = "serde"))]
fn masked_json(_: &Message<'_>) -> Option<String> {
    None
}

/// JSON of any message is JSON; revealed and read back it is the same message, if that is as the spec would write it.
#[cfg(feature = "serde")]
fn has_a_json_form(message: &Message<'_>, is_canonical: bool, own: &Nested) {
    use serde::de::DeserializeSeed;
    let masked = serde_json::to_string(&message.json()).expect("JSON of any message");
    let clear = serde_json::to_string(&message.json().reveal()).expect("JSON of any message");
    for text in [&masked, &clear] {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
    }
    let read = |text| isomsg::Json::seed(&own.spec).deserialize(&mut serde_json::Deserializer::from_str(text));
    let _ = read(&masked);
    let again = read(&clear);
    if is_canonical {
        let again = again.unwrap_or_else(|error| panic!("{error} in {clear}, of {:02X?}", message.as_bytes()));
        assert_eq!(again.as_bytes(), message.as_bytes(), "{clear}");
    }
}

#[cfg(not(feature = "serde"))]
fn has_a_json_form(_: &Message<'_>, _: bool, _: &Nested) {}

/// What cannot be opened, and could hold a secret, is stars.
fn hides_what_does_not_open(part: &Field<'_>, own: &Nested) {
    let keys = keys(part);
    let node = own.fields.get(&keys[0].parse().expect("a number")).and_then(|node| node.at(&keys[1..]));
    let holds = |node: &Node| node.row.key() == part.key() && node.kids.iter().any(has_secrets);
    if node.is_some_and(holds) && part.subfields().is_err() && !part.value().is_empty() {
        assert!(!part.to_string().chars().any(|shown| shown != '*'), "{} shows {part}", part.path());
    }
}

fn has_secrets(node: &Node) -> bool {
    let said = format!("{:?}", node.row);
    said.contains("sensitivity: Some(Secret)")
        || said.contains("sensitivity: Some(Pan)")
        || node.kids.iter().any(has_secrets)
}

/// A part, alone in a message of one field, says what it says here.
fn says_the_same_alone(part: &Field<'_>, own: &Nested, counts: &mut Counts) {
    let keys = keys(part);
    let node = own.fields.get(&keys[0].parse().expect("a number")).and_then(|node| node.at(&keys[1..]));
    let Some((row, wire)) =
        node.filter(|node| node.row.key() == part.key() && keys.len() > 1).and_then(|node| node.alone)
    else {
        return;
    };
    let spec = MessageSpec::from_fields("alone", wire, vec![row]);
    let spec = spec.unwrap_or_else(|error| panic!("{error}: {row:?}"));
    let mut alone = MessageBuf::new(&spec, Mti::new(0x0200).expect("four digits"));
    let bytes = if node.is_some_and(|node| node.row.tag().is_some()) { part.content() } else { part.wire() };
    alone.set_wire(2, bytes).expect("a field that is defined");
    let parsed = Message::parse(alone.as_bytes(), &spec)
        .unwrap_or_else(|error| panic!("{error}: {} is {bytes:02X?}, by {row:?}", part.path()));
    let field = parsed.field(2).expect("the only field");
    assert_eq!(units(&field), units(part), "{} alone, {bytes:02X?} by {row:?}", part.path());
    assert_eq!(field.content(), part.content(), "{} alone", part.path());
    counts.alone += 1;
}

/// A field that is made of its first parts is that when these are set at once.
fn is_set_in_order(message: &Message<'_>, field: &Field<'_>, own: &Nested, counts: &mut Counts) {
    let node = &own.fields[&field.number()];
    let (Kind::Parts, Ok(parts)) = (node.kind, field.subfields()) else { return };
    if !parts.iter().map(|part| part.key()).eq(node.kids.iter().map(|kid| kid.row.key()).take(parts.iter().count())) {
        return;
    }
    let values: Vec<Vec<u8>> = parts.iter().map(|part| units(&part)).collect();
    let mut made = MessageBuf::new(&own.spec, message.mti());
    let set = made.set_parts(field.number(), values.iter().map(|value| Input::Bytes(value)));
    let is_canonical = message.deviations().all(|other| !other.path().segments().starts_with(field.path().segments()));
    if is_canonical {
        set.unwrap_or_else(|error| panic!("{error}: {values:02X?} of {:02X?}", field.wire()));
        let again = made.field(field.number()).expect("it was set");
        assert_eq!(again.wire(), field.wire(), "{values:02X?}");
        counts.in_order += 1;
    } else if set.is_ok() {
        let again = made.field(field.number()).expect("it was set");
        let again = again.subfields().unwrap_or_else(|error| panic!("{error}: {values:02X?} set at once"));
        assert_eq!(again.iter().map(|part| units(&part)).collect::<Vec<_>>(), values);
    }
}

/// Without deviations, a message is made again of the values of its parts.
fn is_rebuilt(message: &Message<'_>, own: &Nested, counts: &mut Counts) {
    let mut made = MessageBuf::new(&own.spec, message.mti());
    let all = seen(message);
    let mut done: Vec<Path> = Vec::new();
    for seen in &all {
        let number: u16 = seen.path[0].parse().expect("a number");
        if done.iter().any(|done| seen.path.starts_with(done)) {
            if done.contains(&seen.path) && all.iter().filter(|other| other.path == seen.path).count() > 1 {
                return;
            }
            continue;
        }
        let field = &own.fields[&number];
        let is_group = field.is_group(&seen.path[1..]);
        let is_atom = field.at(&seen.path[1..]).is_none_or(Node::is_atom);
        if seen.is_leaf || is_group || is_atom {
            if !set(&mut made, &seen.path, &seen.units) {
                let error = made.set(joined(&seen.path).as_str(), Input::Bytes(&seen.units)).expect_err("once more");
                // On the way there can be an odd number of digits, whose bytes do not tell it.
                let is_between = error.kind() == EncodeErrorKind::AmbiguousLength;
                assert!(is_between, "{error}: {:02X?} in {:02X?} without deviations", seen.units, message.as_bytes());
                return;
            }
            done.push(seen.path.clone());
        }
    }
    counts.rebuilt += 1;
    assert_eq!(made.as_bytes(), message.as_bytes(), "made anew of its parts, without deviations");
}

/// All properties of a spec with some decisions.
pub fn run(own: &Nested, build: &[u8], edits: &[u8], damages: &[Vec<u8>], free: &[u8], counts: &mut Counts) {
    let message = built(own, build, counts);
    check(message.as_bytes(), own, counts);
    edited(&message, own, edits, counts);
    let mut bytes = message.encode();
    for damage in damages {
        counts.damaged += 1;
        let changed = damaged(&bytes, damage);
        if check(&changed, own, counts) {
            counts.damaged_open += 1;
            let received = Message::parse(&changed, &own.spec).expect("it was accepted").to_owned();
            edited(&received, own, edits, counts);
            bytes = changed;
        }
    }
    // Content that nobody made.
    for (number, damage) in own.fields.keys().zip(damages) {
        let mut received = message.clone();
        let mut wire = received.field(*number).map(|field| field.wire().to_vec()).unwrap_or_default();
        wire = damaged(&wire, damage);
        if received.set_wire(*number, &wire).is_ok() {
            check(received.as_bytes(), own, counts);
        }
    }
    // Bytes that nobody made, as the content of a field and as all of them.
    for (number, node) in &own.fields {
        let mut received = message.clone();
        let content: Vec<u8> = free.iter().map(|&byte| unit(node, byte)).take(node.max).collect();
        counts.free += 1;
        if received.set(*number, Input::Bytes(&content)).is_ok() && check(received.as_bytes(), own, counts) {
            counts.free_open += 1;
            edited(&received, own, edits, counts);
        }
    }
    let head = MessageBuf::new(&own.spec, message.mti()).encoded_len();
    check(&[bytes.get(..head).unwrap_or(&bytes), free].concat(), own, counts);
}

/// A unit that the field admits: what lengths, tags and bitmaps are made of, mostly.
fn unit(node: &Node, byte: u8) -> u8 {
    match node.class {
        Class::B => byte,
        Class::N => b'0' + byte % 10,
        _ if byte < 160 => b"00000112340123456789ABCDEF|abcdefZ"[usize::from(byte) % 34],
        _ if node.class == Class::Ans => b' ' + byte % 95,
        _ => b'A' + byte % 26,
    }
}
