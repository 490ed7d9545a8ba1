//! A stream of 1,024 different messages against each of them again and again: what a branch predictor that learned a
//! message is worth.

use crate::measure::{Task, Work};
use crate::subject;
use isomsg::{Index, Message, MessageBuf, ParseOptions};

/// Messages in the stream.
const MESSAGES: u32 = 1024;
/// How often one is repeated before the next.
const REPEATS: u32 = 64;

pub const STREAM: &str = "1,024 like M1";
pub const DIFFERENT: &str = "isomsg, one after the other";
pub const REPEATED: &str = "isomsg, each 64 times";

/// Strict and structural, over the stream and over its messages repeated.
pub fn tasks() -> Vec<Task> {
    let messages: &'static [Vec<u8>] = messages().leak();
    let spec = subject::named("M1").spec;
    let mut tasks = Vec::new();
    for (work, options) in
        [(Work::Structure, ParseOptions::STRICT.unchecked_classes()), (Work::Parse, ParseOptions::STRICT)]
    {
        for (library, repeats) in [(DIFFERENT, 1), (REPEATED, REPEATS)] {
            let mut index = Index::new();
            let mut next = 0;
            let once = move |messages: &[Vec<u8>]| {
                let mut fields = 0;
                for bytes in messages {
                    for _ in 0..repeats {
                        let message = Message::parse_in_with(&mut index, std::hint::black_box(bytes), spec, options);
                        fields += message.expect("well formed").bitmap().len() as u64;
                    }
                }
                fields
            };
            // A call takes all of the stream, or 16 messages of it, so that batches stay short.
            let share = if repeats == 1 { MESSAGES } else { 16 } as usize;
            let mut work_once = once;
            tasks.push(
                Task::reading(work, share as u64 * u64::from(repeats), move || {
                    let start = next;
                    next = (next + share) % messages.len();
                    u64::from(work_once(&messages[start..start + share]) > 0) * share as u64 * u64::from(repeats)
                })
                .with_messages(share as u32 * repeats)
                .of(STREAM, library),
            );
        }
    }
    tasks
}

/// Fields of M1, each there or not, with other digits, and other lengths where they can have them.
fn messages() -> Vec<Vec<u8>> {
    let m1 = subject::named("M1");
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below
    };
    let mut one = || {
        let mut message = MessageBuf::new(m1.spec, m1.mti.parse().expect("a type"));
        for item in m1.fields {
            let always = matches!(item.number, 2 | 3 | 4 | 11);
            if !always && random(4) == 0 {
                continue;
            }
            let length = if item.prefix == 0 { item.value.len() } else { item.value.len() - random(6) as usize };
            let value: String = item.value[..length]
                .chars()
                .map(|char| if char.is_ascii_digit() { char::from(b'0' + random(10) as u8) } else { char })
                .collect();
            message.set(u16::from(item.number), &value).expect("a value of the field");
        }
        message.encode()
    };
    (0..MESSAGES).map(|_| one()).collect()
}
