//! A spec to begin with, from a handful of captured messages.

mod candidates;
mod report;
mod shown;

use self::candidates::Candidate;
use crate::bitmap::Bitmap;
use crate::error::{FieldPath, ParseError, ParseErrorKind};
use crate::message::Message;
use crate::parse::ParseOptions;
use crate::spec::SpecRef;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Reverse;

/// The most messages that are looked at.
const MOST_MESSAGES: usize = 64;

/// The most bytes in front of the message type.
const LONGEST_HEADER: usize = 64;

/// Finds the spec that comes with the crate which fits captured messages best. Tried are all of them, each with every form
/// of message type and bitmap, behind 0 to 64 bytes that belong to the framing; of the messages, the first 64. What counts
/// is how many messages can be read to their end, then how many fields, then how few of them are odd.
///
/// ```
/// use isomsg::{MessageBuf, Mti, draft, spec};
/// let mut sign_on = MessageBuf::new(&spec::ISO1987_BCD, Mti::new(0x0800).expect("four digits"));
/// sign_on.set(11, 1u64)?;
/// sign_on.set(41, "TERM0001")?;
/// sign_on.set(70, "001")?;
/// let capture = [&b"\x60\x00\x03\x00\x00"[..], sign_on.as_bytes()].concat();
/// let draft = draft::draft(&[&capture]);
/// assert_eq!((draft.base(), draft.header(), draft.whole()), (Some("iso1987-bcd"), 5, 1));
/// # Ok::<(), isomsg::error::EncodeError>(())
/// ```
#[must_use]
pub fn draft(messages: &[&[u8]]) -> Draft {
    let given = messages.len();
    let messages: Vec<&[u8]> = messages.iter().copied().take(MOST_MESSAGES).collect();
    let mut best: Option<(Score, Candidate, usize)> = None;
    for candidate in candidates::all() {
        for header in 0..=LONGEST_HEADER {
            let score = Score::of(&candidate, header, &messages);
            if score.fields > 0 && best.as_ref().is_none_or(|(best, ..)| score > *best) {
                best = Some((score, candidate.clone(), header));
            }
        }
    }
    let best = best.map(|(score, candidate, header)| {
        let findings = Findings::of(&candidate, header, &messages);
        Best { whole: score.whole, candidate, header, findings }
    });
    Draft { given, looked_at: messages.len(), best }
}

/// A draft of a spec. Printed, it is a file in TOML that extends the spec which fits best, with comments on what did not
/// fit and what remains open. Nothing of the contents of the messages is in it.
#[derive(Clone, Debug)]
pub struct Draft {
    given: usize,
    looked_at: usize,
    best: Option<Best>,
}

#[derive(Clone, Debug)]
struct Best {
    whole: usize,
    candidate: Candidate,
    header: usize,
    findings: Findings,
}

impl Draft {
    /// How many messages were looked at.
    #[must_use]
    pub fn messages(&self) -> usize {
        self.looked_at
    }

    /// How many of them can be read to their end.
    #[must_use]
    pub fn whole(&self) -> usize {
        self.best.as_ref().map_or(0, |best| best.whole)
    }

    /// The name of the spec that fits best; `None` when none can read a field of any message.
    #[must_use]
    pub fn base(&self) -> Option<&'static str> {
        self.best.as_ref().map(|best| best.candidate.base())
    }

    /// The bytes in front of the message type.
    #[must_use]
    pub fn header(&self) -> usize {
        self.best.as_ref().map_or(0, |best| best.header)
    }
}

/// How well a candidate fits; the more the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    whole: usize,
    fields: usize,
    odd: Reverse<usize>,
    /// It is the spec as it is, in its own edition of the standard.
    is_own_profile: bool,
    is_own_edition: bool,
    header: Reverse<usize>,
}

impl Score {
    fn of(candidate: &Candidate, header: usize, messages: &[&[u8]]) -> Self {
        let mut score = Score {
            whole: 0,
            fields: 0,
            odd: Reverse(0),
            is_own_profile: candidate.is_own_profile(),
            is_own_edition: true,
            header: Reverse(header),
        };
        let bodies = messages.iter().filter_map(|message| message.get(header..));
        for body in bodies.filter(|body| candidate.can_begin(body)) {
            let (message, outcome) = read(body, candidate.spec());
            score.fields += message.bitmap().len();
            score.is_own_edition &= candidate.is_of_edition(message.mti());
            if outcome.is_ok() {
                score.whole += 1;
                score.odd.0 += message.deviations().count() + faults_inside(&message).len();
            }
        }
        score
    }
}

fn read<'a>(body: &'a [u8], spec: SpecRef<'a>) -> (Message<'a>, Result<(), ParseError>) {
    Message::parse_partial(body, spec, ParseOptions::STRICT)
}

/// What is wrong inside of fields; what a rule of the spec says of messages is no sign of another format.
fn faults_inside(message: &Message<'_>) -> Vec<ParseError> {
    use ParseErrorKind::{Absent, NotInThisMessage, Unexpected};
    let mut faults = Vec::new();
    message.validate(|fault| {
        if !matches!(fault.kind(), Absent | NotInThisMessage | Unexpected) {
            faults.push(fault);
        }
    });
    faults
}

/// What was seen in the messages, and what did not fit.
#[derive(Clone, Debug, Default)]
struct Findings {
    /// The fields of messages that were read to the end. In others a bitmap may be anything, such as a card number.
    seen: Bitmap,
    /// How many fields were announced behind a fault.
    unread: usize,
    /// Each fault, in how many messages, and in which first, counted from 1, at which byte.
    misfits: BTreeMap<(FieldPath, String), Misfit>,
}

#[derive(Clone, Copy, Debug)]
struct Misfit {
    count: usize,
    message: usize,
    byte: Option<usize>,
}

impl Findings {
    fn of(candidate: &Candidate, header: usize, messages: &[&[u8]]) -> Self {
        let mut findings = Findings::default();
        for (number, message) in (1..).zip(messages) {
            let body = message.get(header..).unwrap_or_default();
            if !candidate.can_begin(body) {
                findings.add(FieldPath::MTI, "not one that there can be".to_string(), number, Some(header));
                continue;
            }
            let spec = candidate.spec();
            let (message, outcome) = read(body, spec);
            let place = |path| shown::place(spec.get(), path);
            if outcome.is_ok() {
                findings.seen.extend(message.bitmap().iter());
            }
            let faults = outcome.err().into_iter().chain(faults_inside(&message));
            for fault in faults {
                findings.add(place(fault.path()), shown::fault(fault.kind()), number, Some(header + fault.offset()));
            }
            // What was not read is no deviation.
            for deviation in message.deviations().filter(|_| !message.is_partial()) {
                findings.add(place(deviation.path()), deviation.kind().to_string(), number, None);
            }
            findings.unread += message.announced().iter().filter(|field| !message.bitmap().contains(*field)).count();
        }
        findings
    }

    fn add(&mut self, path: FieldPath, fault: String, message: usize, byte: Option<usize>) {
        let misfit = self.misfits.entry((path, fault)).or_insert(Misfit { count: 0, message, byte });
        misfit.count += 1;
    }
}
