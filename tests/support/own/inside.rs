//! What must hold for structures inside fields.

use super::edits::damaged;
use super::structures::{Kind, Nested, Node};
use super::tape::Tape;
use isomsg::error::ParseError;
use isomsg::spec::{DataForm, Sensitivity};
use isomsg::value::Input;
use isomsg::{Field, Message, MessageBuf, Mti};
use std::collections::BTreeMap;

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
                let by_class = kid.row.presence() == isomsg::spec::Optional::ByClass;
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
                let listed = node.at(&path[1..]).is_some();
                assert!(
                    !listed || path[1..].is_empty() || value.is_empty(),
                    "{path:?} was set to {value:02X?}, and is not there: {:02X?}",
                    message.as_bytes()
                );
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
            if !(value.is_empty() && node.is_some_and(|node| node.optional)) {
                others_stay(own, &before, &seen(&parsed), &target.path);
            }
            assert_eq!(
                findings(&parsed),
                faults_moved(&faults, &findings(&parsed)),
                "after {:?} = {value:02X?} in {:02X?}",
                target.path,
                message.as_bytes()
            );
            let again = changed.field(joined(&target.path).as_str());
            // `found::nothing_is_not_a_part_at_the_end` is about this.
            if again.is_none() && value.is_empty() && node.is_some_and(|node| node.optional) {
                continue;
            }
            let again = again.unwrap_or_else(|| {
                panic!("{:?} was set to {value:02X?} and is not there: {:02X?}", target.path, changed.as_bytes())
            });
            assert_eq!(units(&again), value, "{:?} in {:02X?}", target.path, changed.as_bytes());
            let received = message.field(joined(&target.path).as_str()).expect("it was there");
            // A part that is set is written anew with its own prefix, terminator and area.
            let old = received.range();
            // Packed digits in bytes are written anew with all that is around them.
            if !is_packed(own, &target.path)
                && received.value().len() == again.value().len()
                && received.content_range() == again.content_range()
                && old == again.range()
                && changed.encoded_len() == message.encoded_len()
            {
                for (at, (one, other)) in message.as_bytes().iter().zip(changed.as_bytes()).enumerate() {
                    assert!(one == other || old.contains(&at), "byte {at} changed with {:?}", target.path);
                }
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
    let Ok(message) = Message::parse(bytes, &own.spec) else { return false };
    counts.damaged_parsed += 1;
    shows(&message);
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
        }
        is_masked(&field, counts);
    }
    if message.deviations().next().is_none() && found.is_empty() {
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

/// No secret of eight characters or more shows in anything that holds it.
fn is_masked(field: &Field<'_>, counts: &mut Counts) {
    let secrets: Vec<String> = field
        .walk()
        .filter(|part| part.sensitivity() != Sensitivity::None && part.structure().is_none() && part.value().len() >= 8)
        .map(|part| part.value().reveal().to_string())
        // Others can be zeros too.
        .filter(|secret| secret.chars().collect::<std::collections::BTreeSet<char>>().len() >= 4)
        .collect();
    counts.secrets += secrets.len();
    let shown: Vec<String> = field.walk().map(|part| format!("{part} {part:?} {:?}", part.subfields())).collect();
    for secret in secrets {
        // A part without a secret can say the same.
        let says = |part: &Field<'_>| {
            part.sensitivity() == Sensitivity::None
                && part.structure().is_none()
                && part.value().reveal().to_string().contains(&secret)
        };
        if !field.walk().any(|part| says(&part)) {
            assert!(shown.iter().all(|shown| !shown.contains(&secret)), "{secret} shows in {shown:?}");
        }
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
        let is_group =
            matches!(field.at(&seen.path[1..seen.path.len().max(2) - 1]), Some(Node { kind: Kind::Groups(_), .. }))
                && seen.path.len() > 1;
        let is_atom = field.at(&seen.path[1..]).is_none_or(Node::is_atom);
        if seen.is_leaf || is_group || is_atom {
            assert!(
                set(&mut made, &seen.path, &seen.units),
                "{:?} = {:02X?} in {:02X?} without deviations: {:?}",
                seen.path,
                seen.units,
                message.as_bytes(),
                made.set(joined(&seen.path).as_str(), Input::Bytes(&seen.units)).err()
            );
            done.push(seen.path.clone());
        }
    }
    counts.rebuilt += 1;
    assert_eq!(made.as_bytes(), message.as_bytes(), "made anew of its parts, without deviations");
}

/// All properties of a spec with some decisions.
pub fn run(own: &Nested, build: &[u8], edits: &[u8], damages: &[Vec<u8>], counts: &mut Counts) {
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
}
