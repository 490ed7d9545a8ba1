//! The JSON form of a message.
#![warn(clippy::arithmetic_side_effects)]

mod given;
mod read;
mod reader;
mod tree;
mod write;

use super::buf::MessageBuf;
use super::view::Message;
use crate::spec::SpecRef;
use core::fmt;
pub use read::JsonSeed;

/// The JSON form of a message: `{"mti":"0100","fields":{"2":"411111******1111","3":"000000"}}`.
///
/// It is made by [`Message::json`] and read back by [`Json::seed`]; both work with any format that serde knows.
/// Sensitive fields show what [`crate::Field`] prints, unless [`Json::reveal`] is called.
///
/// | content | in JSON |
/// |---|---|
/// | text and digits | a string |
/// | bytes (`b`) | a string of upper-case hex digits |
/// | text with characters outside 0x20 to 0x7E | `{"hex":"..."}`, the Latin-1 codes of its characters |
/// | EBCDIC text with characters from 0xA0 on | a string of these characters |
/// | a revealed secret that is nothing but stars and digits | `{"hex":"..."}`, so that it is not taken for a masked one |
///
/// A field, or a part, of which the spec states a structure is shown by its parts, whose values are shown in their turn:
///
/// | structure | in JSON |
/// |---|---|
/// | parts one behind the other, or behind a bitmap | `{"1":"22","2":"000001"}`, those that are there, ascending |
/// | tags and values | `[{"tag":"9F36","value":"01C0"}]`, in the order received, repeats and unlisted tags included |
/// | groups | `[{"1":"00","2":"C"},{"1":"01","2":"D"}]` |
///
/// It is a string as above when it cannot be opened, and when its parts would not come back byte for byte: a length
/// longer than it needs to be, filler between tags, tags that the spec passes over, see [`Message::deviations`]. Where
/// there may be card data in it, and it is not revealed, it is shown by its parts all the same. A tag of which the spec
/// says nothing is not opened, even a constructed one.
///
/// Fields are in ascending order. Bitmaps, lengths and counts are not shown, nor is a field that carries a bitmap: they
/// follow from the fields.
///
/// ```
/// use isomsg::{Json, Message, MessageBuf, Mti, de, spec};
/// use serde::de::DeserializeSeed;
///
/// let mut sale = MessageBuf::new(&spec::ISO1987_ASCII, Mti::new(0x0200).expect("four digits"));
/// sale.set(de::PAN, "4111111111111111")?;
/// sale.set(de::AMOUNT_TRANSACTION, 1250u64)?;
///
/// let masked = serde_json::to_string(&sale.json())?;
/// assert_eq!(masked, r#"{"mti":"0200","fields":{"2":"411111******1111","4":"000000001250"}}"#);
///
/// let clear = serde_json::to_string(&sale.json().reveal())?;
/// let mut reader = serde_json::Deserializer::from_str(&clear);
/// assert_eq!(Json::seed(&spec::ISO1987_ASCII).deserialize(&mut reader)?, sale);
///
/// let mut reader = serde_json::Deserializer::from_str(&masked);
/// let refused = Json::seed(&spec::ISO1987_ASCII).deserialize(&mut reader);
/// assert!(refused.is_err_and(|error| error.to_string().starts_with("value is masked in field 2")));
///
/// sale.set("55.57", &[0x41, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0xD2, 0x61, 0x2F])?;
/// sale.set("55.9F36", &[0x01, 0xC0])?;
/// let masked = serde_json::to_string(&sale.json())?;
/// assert!(masked.ends_with(r#""55":[{"tag":"57","value":"********"},{"tag":"9F36","value":"01C0"}]}}"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Json<'m> {
    message: Message<'m>,
    reveals: bool,
}

impl Json<'_> {
    /// The same with sensitive fields in clear. Card data must not reach a log this way.
    #[must_use]
    pub fn reveal(self) -> Self {
        Json { reveals: true, ..self }
    }

    /// Reads the JSON form of a message by its spec.
    #[must_use]
    pub fn seed<'s>(spec: impl Into<SpecRef<'s>>) -> JsonSeed<'s> {
        JsonSeed::new(spec.into())
    }
}

/// Masked, as the message is.
impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Json").field(&self.message).finish()
    }
}

impl Message<'_> {
    /// The message in JSON, card data masked: see [`Json`].
    #[must_use]
    pub fn json(&self) -> Json<'_> {
        Json { message: Message::from_parts(self.as_bytes(), self.spec(), self.index()), reveals: false }
    }
}

impl MessageBuf {
    /// The message in JSON, card data masked: see [`Json`].
    #[must_use]
    pub fn json(&self) -> Json<'_> {
        Json { message: self.as_message(), reveals: false }
    }
}

/// Whether a text looks as if somebody had masked it: stars, and digits at most.
fn looks_masked(text: impl Iterator<Item = char> + Clone) -> bool {
    text.clone().any(|character| character == '*')
        && text.clone().all(|character| character == '*' || character.is_ascii_digit())
}
