//! A message that is read, edited, answered, repeated and reversed can be read again, and says what was said.

use super::own::tape::Tape;
use super::{by_a_shipped_spec, tape, tapes};
use isomsg::error::FieldPath;
use isomsg::spec::{self, MessageSpec, Third};
use isomsg::value::Input;
use isomsg::{Message, MessageBuf, Mti, ParseOptions};

const EDIT_TAPE: usize = 4;
const MOST_EDITS: u8 = 7;

const TYPES: [u16; 8] = [0x0100, 0x0200, 0x0420, 0x1200, 0x1420, 0x2100, 0x0210, 0x9999];
const TEXTS: [&str; 8] = ["", "0", "123456", "C00001250", "TERM0001", "00001234567890123456", "**", "\u{20AC} \\"];

/// The first byte picks a shipped spec, the second says how many edits there are; then come the tapes of the edits, then
/// a message.
pub fn check(data: &[u8]) {
    let Some((spec, mut data)) = by_a_shipped_spec(data) else { return };
    let count = tape(&mut data, 1).first().map_or(0, |count| count % (MOST_EDITS + 1));
    let edits = tapes(&mut data, usize::from(count), EDIT_TAPE);
    if let Ok(message) = Message::parse(data, spec) {
        let mut edited = message.to_owned();
        for tape in &edits {
            edit(&mut edited, &mut Tape::new(tape));
        }
        can_be_read(&edited);
        is_followed_up(&edited.as_message(), true);
        is_translated(&edited);
    }
    for options in [ParseOptions::STRICT, ParseOptions::FORENSIC] {
        let (partial, _) = Message::parse_partial(data, spec, options);
        is_followed_up(&partial, options == ParseOptions::STRICT);
        partial.validate(|finding| assert!(finding.offset() <= data.len(), "{finding}, of {} bytes", data.len()));
    }
}

/// What is written is what a strict reader reads.
fn can_be_read(message: &MessageBuf) {
    let bytes = message.encode();
    assert_eq!(bytes.len(), message.encoded_len());
    let again = Message::parse(&bytes, message.spec()).unwrap_or_else(|error| panic!("{error} in {bytes:02X?}"));
    assert_eq!((again.mti(), again.bitmap()), (message.mti(), message.bitmap()));
    let view = message.as_message();
    assert!(again.fields().map(|field| field.wire()).eq(view.fields().map(|field| field.wire())));
}

/// An edit changes what it says and no other field, or nothing.
fn edit(message: &mut MessageBuf, tape: &mut Tape<'_>) {
    let before = message.clone();
    let (kind, choice) = (tape.up_to(7), tape.number());
    let view = before.as_message();
    let places: Vec<FieldPath> = view.walk().map(|field| field.path()).collect();
    let place = places.get(choice % places.len().max(1)).copied().unwrap_or(FieldPath::field(2));
    let any = FieldPath::field((choice % 193) as u16);
    let text = TEXTS[usize::from(tape.byte()) % TEXTS.len()];
    let (changed, is_done) = match kind {
        0 => (place, set_again(message, &before, place)),
        1 | 2 => (place, message.remove(place)),
        3 => (any, set(message, any, Input::Text(text))),
        4 => (place, set(message, place, Input::Text(text))),
        5 => (place, set(message, place, Input::Bytes(text.as_bytes()))),
        6 => (any, set(message, any, Input::Number(choice as u64))),
        _ => return message.set_mti(Mti::new(TYPES[choice % TYPES.len()]).expect("four digits")),
    };
    if !is_done {
        assert_eq!(*message, before, "a refused edit of {changed}");
    }
    can_be_read(message);
    let number = changed.number().unwrap_or(0);
    for field in view.fields().filter(|field| field.number() != number && !follows(message, field.number(), number)) {
        let other = message.field(field.number()).map(|field| field.wire().to_vec());
        assert_eq!(other.as_deref(), Some(field.wire()), "an edit of {changed} changes {}", field.number());
    }
}

/// Whether a field may change with another one: what carries a bitmap does, and what a bitmap announces goes with it.
fn follows(message: &MessageBuf, number: u16, changed: u16) -> bool {
    match message.spec().wire().third() {
        Third::Field(carrier) => number == carrier || changed == carrier,
        _ => false,
    }
}

/// A value that is set once more is there; what a reader would not find again is refused.
fn set_again(message: &mut MessageBuf, before: &MessageBuf, place: FieldPath) -> bool {
    let Some(field) = before.field(place) else { return false };
    let is_done = message.set(place, field.value()).is_ok();
    let now = message.field(place).expect("a field that was there");
    assert!(now.value() == field.value(), "{place} set to its own value has another one");
    is_done
}

fn set(message: &mut MessageBuf, place: FieldPath, input: Input<'_>) -> bool {
    let is_done = message.set(place, input).is_ok();
    assert!(!is_done || message.field(place).is_some(), "{place} is not there after it was set");
    is_done
}

/// Answers, repeats, advices and reversals are messages; those of a well-formed message are well formed.
fn is_followed_up(message: &Message<'_>, is_well_formed: bool) {
    let response = message.response();
    if let (Ok(response), false) = (&response, message.mti().is_response()) {
        assert!(message.is_answered_by(&response.as_message()), "a response that answers nothing");
    }
    let made = [
        response,
        message.repeat(),
        message.advice(),
        message.reversal("68"),
        message.reversal("4021"),
        message.partial_reversal("32", 1),
        message.partial_reversal("4000", 0),
    ];
    for made in made.into_iter().flatten().filter(|_| is_well_formed) {
        can_be_read(&made);
    }
}

/// In every other form it is well formed too, or cannot be put into it.
fn is_translated(message: &MessageBuf) {
    let fewer = message.as_bytes().first().map_or(0, |&byte| usize::from(byte % 3));
    let others: Vec<&'static MessageSpec> = spec::shipped().skip(fewer).step_by(3).collect();
    for other in others {
        if let Ok(translated) = message.to_spec(other) {
            assert_eq!(translated.mti(), message.mti());
            can_be_read(&translated);
        }
    }
}
