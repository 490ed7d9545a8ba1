//! No value of a sensitive field of eight characters or more, and no run of eight digits of it, is in anything that is
//! printed without `reveal`, unless it consists of words that the crate says by itself.

use super::own::edits::damaged;
use super::own::inside::{self, Counts};
use super::own::properties;
use super::own::specs::OwnSpec;
use super::own::structures::Nested;
use super::typed::{Visit, for_each_struct};
use super::{by_a_shipped_spec, own_spec, structures, tape, tapes};
use isomsg::error::{EncodeError, ParseError};
use isomsg::spec::{Sensitivity, SpecRef, Structure};
use isomsg::tlv::Tlv;
use isomsg::typed::TypedMessage;
use isomsg::{Field, MatchKey, Message, MessageBuf, ParseOptions};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The fewest characters that nothing shows by chance.
const SHORTEST: usize = 8;

/// More digits than an offset or a length of a message has.
const LONGEST_NUMBER: usize = 6;

/// The first byte says whose spec it is. One that is shipped is picked by the second, and the rest is a message; one of
/// one's own is made of tapes as in `own_spec` or `structures`, and so is its message, which the rest damages.
pub fn check(data: &[u8]) {
    let Some((&kind, mut data)) = data.split_first() else { return };
    match kind % 4 {
        0 | 1 => {
            if let Some((spec, bytes)) = by_a_shipped_spec(data) {
                shows_no_secret(bytes, SpecRef::from(spec));
            }
        }
        2 => {
            let wire = tape(&mut data, own_spec::WIRE_TAPE);
            let rows = tapes(&mut data, 1 + usize::from(kind >> 6), own_spec::ROW_TAPE);
            let edits = tapes(&mut data, 6, own_spec::EDIT_TAPE);
            if let Some(own) = OwnSpec::new(wire, &rows) {
                let (message, _) = properties::edited(&own, &edits);
                and_damaged(&message, data);
            }
        }
        _ => {
            let wire = tape(&mut data, structures::WIRE_TAPE);
            let rows = tapes(&mut data, 1, structures::ROW_TAPE);
            let values = tape(&mut data, structures::MESSAGE_TAPE);
            if let Some(own) = Nested::new(wire, &rows) {
                and_damaged(&inside::built(&own, values, &mut Counts::default()), data);
            }
        }
    }
}

/// A message as it was made, and with something changed.
fn and_damaged(message: &MessageBuf, damage: &[u8]) {
    shows_no_secret(message.as_bytes(), message.spec());
    shows_no_secret(&damaged(message.as_bytes(), damage), message.spec());
}

/// Whatever these bytes are by a spec, in every way in which they are read.
pub fn shows_no_secret(bytes: &[u8], spec: SpecRef<'_>) {
    if let Ok(message) = Message::parse(bytes, spec) {
        let mut said = String::new();
        message.validate(|finding| said += &format!("{finding}\n{finding:?}\n"));
        hides(&message, &said);
        return hides_as_a_struct(&message);
    }
    for options in [ParseOptions::STRICT, ParseOptions::FORENSIC] {
        let mut said = String::new();
        let mut report = |error: ParseError| said += &format!("{error}\n{error:?}\n");
        let message = Message::examine(bytes, spec, options, &mut report);
        message.validate(&mut report);
        hides(&message, &said);
    }
    let (partial, outcome) = Message::parse_partial(bytes, spec, ParseOptions::STRICT);
    hides(&partial, &format!("{outcome:?}"));
}

/// The secrets of a message are neither in its printed forms nor in what was said of it.
fn hides(message: &Message<'_>, said: &str) {
    let secrets = Secrets::of(message);
    if secrets.0.is_empty() {
        return;
    }
    secrets.are_not_in(said);
    secrets.are_not_in(&format!("{message}\n{message:?}\n{message:#?}"));
    secrets.are_not_in(&json(message));
    let said: Vec<String> = message.deviations().map(|deviation| format!("{deviation} {deviation:?}")).collect();
    secrets.are_not_in(&said.join("\n"));
    secrets.are_not_in(&format!("{:?}", MatchKey::of(message)));
    message.walk().for_each(|field| secrets.are_not_in(&shown(&field)));
    let owned = message.to_owned();
    secrets.are_not_in(&format!("{owned}\n{owned:?}"));
    secrets.are_not_in(&edited(&owned));
}

fn hides_as_a_struct(message: &Message<'_>) {
    for_each_struct(&message.to_owned(), &mut TypedHides(&Secrets::of(message)));
}

#[cfg(feature = "serde")]
fn json(message: &Message<'_>) -> String {
    let json = message.json();
    format!("{}\n{json:?}", serde_json::to_string(&json).expect("JSON"))
}

#[cfg(not(feature = "serde"))]
fn json(_: &Message<'_>) -> String {
    String::new()
}

/// All that a field or a part says of itself, and of what it is not.
fn shown(field: &Field<'_>) -> String {
    let value = field.value();
    let others = (field.parse::<u64>().err(), field.parse::<isomsg::element::Track2<'_>>(), field.tlv().err());
    let elements = (field.parse::<isomsg::element::Pan<'_>>(), field.parse::<isomsg::element::Track1<'_>>());
    let blocks = (field.parse::<isomsg::element::PinBlock>(), field.parse::<isomsg::element::Track3<'_>>());
    let tlv = value.as_bytes().and_then(|bytes| Tlv::new(bytes).ok());
    let error = field.parse::<Missing>().expect_err("no value is that");
    format!(
        "{field}\n{field:?}\n{value:?}\n{:?}\n{others:?}\n{elements:?}\n{blocks:?}\n{tlv:?}\n{error}\n{:?}\n{:?}",
        value.reveal(),
        field.subfields().map(|parts| parts.iter().map(|part| part.to_string()).collect::<Vec<_>>()),
        isomsg::value::Input::Value(value),
    )
}

/// What no value can be turned into.
struct Missing;

impl<'a> isomsg::value::FromValue<'a> for Missing {
    fn from_value(_: isomsg::value::Value<'a>) -> Result<Self, isomsg::value::NotThat> {
        Err(isomsg::value::NotThat { expected: "nothing" })
    }
}

impl std::fmt::Debug for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Missing")
    }
}

/// What is said when each value is put where another belongs.
fn edited(message: &MessageBuf) -> String {
    let mut said = String::new();
    let mut say = |error: EncodeError| said += &format!("{error}\n{error:?}\n");
    let view = message.as_message();
    let values: Vec<_> = view.walk().map(|field| (field.path(), field.value())).take(8).collect();
    let places = values.iter().cycle().skip(1).map(|(path, _)| *path);
    for ((_, value), place) in values.iter().zip(places) {
        let mut other = message.clone();
        other.set(place, *value).err().map(&mut say);
        other.reversal(*value).err().map(&mut say);
    }
    message.to_spec(&isomsg::spec::ISO1993_BCD).err().map(&mut say);
    said
}

struct TypedHides<'s>(&'s Secrets);

impl Visit for TypedHides<'_> {
    fn visit<'a, M: TypedMessage<'a> + std::fmt::Debug>(&mut self, typed: &M, _: &'a Message<'a>) {
        self.0.are_not_in(&format!("{typed:?}"));
    }
}

/// What must not be seen of a message, each thing as text or hex.
struct Secrets(Vec<String>);

impl Secrets {
    /// The values of the sensitive fields and parts, whole, in hex, and each run of digits in them. A value that is also
    /// in what may be shown is no secret.
    fn of(message: &Message<'_>) -> Self {
        let (mut secrets, mut harmless) = (Vec::new(), format!("{} {}", message.spec().name(), message.mti()));
        for field in message.walk() {
            harmless += &format!("\n{} {}", field.path(), field.name());
            // What holds parts is shown by them, and as a whole only where none of them is secret.
            match (field.walk().any(|part| is_secret(&part)), opens(&field)) {
                (false, _) => harmless += &format!("\n{}", all_forms(&field).join("\n")),
                (true, false) => secrets.extend(forms(&field)),
                (true, true) => {}
            }
        }
        let trimmed = secrets.iter().map(|secret: &String| secret.trim().to_owned());
        // Stars are what a mask looks like, and blanks what a table has between its columns.
        let tells =
            |secret: &String| secret.chars().count() >= SHORTEST && !secret.contains('*') && !secret.contains("  ");
        Secrets(trimmed.filter(|secret| tells(secret) && !harmless.contains(secret.as_str())).collect())
    }

    fn are_not_in(&self, text: &str) {
        for secret in &self.0 {
            assert!(!text.contains(secret.as_str()) || is_said_by_the_crate(secret), "{secret:?} is in {text}");
        }
    }
}

/// Whether a text can be what the crate says by itself: no hex or long number, and words of the crate only.
fn is_said_by_the_crate(text: &str) -> bool {
    let is_hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'));
    let mut runs = text.split(|character: char| !character.is_ascii_digit());
    let has_number = runs.any(|run| run.len() >= LONGEST_NUMBER);
    let mut words = text.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty());
    !is_hex && !has_number && words.all(|word| crate_source().contains(word))
}

/// Everything that the crate says stands in it.
fn crate_source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let mut source = String::new();
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let mut folders: Vec<PathBuf> =
            here.map(|folder| folder.join("src")).filter(|src| src.join("typed").is_dir()).collect();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => source += &std::fs::read_to_string(path).expect("a source"),
                }
            }
        }
        assert!(source.contains("fn parse"), "the source is not where it should be");
        source
    })
}

fn opens(field: &Field<'_>) -> bool {
    field.structure().is_some() && field.subfields().is_ok()
}

fn is_secret(field: &Field<'_>) -> bool {
    field.sensitivity() != Sensitivity::None || holds_anything(field)
}

/// Tags of which the spec says nothing can be card data.
fn holds_anything(field: &Field<'_>) -> bool {
    matches!(field.structure(), Some(Structure::Tlv(form)) if form.is_ber())
}

/// A value as it may be shown: its characters, in clear and in hex.
fn all_forms(field: &Field<'_>) -> [String; 4] {
    let value = field.value();
    let hex = |bytes: &mut dyn Iterator<Item = u8>| bytes.map(|byte| format!("{byte:02X}")).collect::<String>();
    [
        value.chars().collect(),
        value.reveal().to_string(),
        hex(&mut value.units()),
        hex(&mut field.content().iter().copied()),
    ]
}

/// What must not be seen of a sensitive value.
fn forms(field: &Field<'_>) -> Vec<String> {
    let forms = all_forms(field);
    let runs = forms[0].split(|character: char| !character.is_ascii_digit());
    let runs = runs.filter(|run| !field.value().is_binary() && run.len() >= SHORTEST).map(str::to_owned);
    let whole = forms.iter().filter(|form| form.chars().count() >= SHORTEST).cloned();
    // A short value in hex is not much, and may be anything.
    let whole = whole.filter(|_| field.value().len() >= SHORTEST || field.value().is_binary());
    runs.chain(whole).collect()
}
