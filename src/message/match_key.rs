//! Which response answers which request.

use super::view::Message;
use crate::bitmap::Bitmap;
use crate::de;
use crate::mti::Mti;
use core::fmt;

/// What a response has in common with the request that it answers: the type that it must have, and those of the fields 7,
/// 11, 32 and 41 that the spec says a response repeats. Requests that wait for their answers are kept by it.
///
/// A response that has one of these fields although its request lacks it has another key: ask
/// [`Message::is_answered_by`] where that happens, as with echo tests without a number. A network may use a STAN anew after
/// a day, so entries should not be kept longer.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use isomsg::{MatchKey, MessageBuf, Mti, de, spec};
/// use std::collections::HashMap;
///
/// let mut request = MessageBuf::new(&spec::ISO1987_ASCII, Mti::new(0x0200).expect("four digits"));
/// request.set(de::STAN, 124u64).expect("six digits at most");
/// let mut waiting = HashMap::from([(MatchKey::of(&request.as_message()), "till 3")]);
///
/// let response = request.response().expect("a request");
/// assert_eq!(waiting.remove(&MatchKey::of(&response.as_message())), Some("till 3"));
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MatchKey {
    /// The type of the response.
    mti: Option<Mti>,
    fields: [Kept; FIELDS.len()],
}

const FIELDS: [u16; 4] =
    [de::TRANSMISSION_DATE_AND_TIME, de::STAN, de::ACQUIRING_INSTITUTION_ID_CODE, de::CARD_ACCEPTOR_TERMINAL_ID];

/// The longest of the fields: 41 in 2003.
const LONGEST: usize = 16;

/// A value, cut behind so many characters; nothing where the field is not there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Kept {
    length: u16,
    start: [u8; LONGEST],
}

impl MatchKey {
    /// The key of a request, or of the response that answers it.
    #[must_use]
    pub fn of(message: &Message<'_>) -> Self {
        let mti = if message.mti().is_response() { Some(message.mti()) } else { message.mti().response() };
        let repeated = mti.map_or(Bitmap::EMPTY, |mti| message.repeated(mti));
        let fields = FIELDS.map(|number| match repeated.contains(number) {
            true => Kept::of(message, number),
            false => Kept::default(),
        });
        MatchKey { mti, fields }
    }
}

impl Kept {
    fn of(message: &Message<'_>, number: u16) -> Self {
        let Some(field) = message.field(number) else { return Kept::default() };
        let value = field.value();
        let mut kept = Kept { length: value.len() as u16, ..Kept::default() };
        kept.start.iter_mut().zip(value.units()).for_each(|(place, unit)| *place = unit);
        kept
    }
}

/// The type only.
impl fmt::Debug for MatchKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MatchKey").field("response", &self.mti).finish_non_exhaustive()
    }
}

impl Message<'_> {
    /// Whether `response` is an answer to this request: it has the type of the answer, and of the fields of a [`MatchKey`]
    /// the same as the request, as far as the request has them.
    #[must_use]
    pub fn is_answered_by(&self, response: &Message<'_>) -> bool {
        let type_fits = self.mti().response() == Some(response.mti());
        let repeated = self.repeated(response.mti());
        let mut asked = FIELDS.iter().filter(|number| repeated.contains(**number));
        type_fits && asked.all(|number| Kept::of(self, *number) == Kept::of(response, *number))
    }
}
