//! JSON to a message.
//!
//! What serde says of an unexpected value quotes it, and the value may be a card number. So [`Reader`] stands between
//! serde and the parts of the form, and refuses in words of its own, which hold places and never a value.

use super::looks_masked;
use crate::bitmap::Bitmap;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::message::buf::MessageBuf;
use crate::mti::Mti;
use crate::spec::{HexCase, MessageSpec, SpecRef};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

/// Reads the JSON form of a message, from [`super::Json::seed`].
///
/// Both `mti` and `fields` must be there, and nothing else. Fields may come in any order, none twice, never field 1.
/// A value is a string, or `{"hex":"..."}`: the bytes of a binary field, the Latin-1 codes of a text. It is checked
/// and filled up as by [`MessageBuf::set`].
///
/// A string of stars and at most digits is refused as masked, whatever the spec says of the field. `{"hex":"..."}` says that the stars are meant, so it is refused only where the field cannot hold a star.
///
/// An error names the field and never holds a value; of a fault in a value it has the text of [`EncodeError`].
#[derive(Clone, Copy, Debug)]
pub struct JsonSeed<'s>(SpecRef<'s>);

impl<'s> JsonSeed<'s> {
    pub(super) fn new(spec: SpecRef<'s>) -> Self {
        JsonSeed(spec)
    }
}

impl<'de> DeserializeSeed<'de> for JsonSeed<'_> {
    type Value = MessageBuf;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<MessageBuf, D::Error> {
        Reader(Whole(self.0)).deserialize(deserializer)
    }
}

/// The message as a whole.
struct Whole<'s>(SpecRef<'s>);

impl<'de> Part<'de> for Whole<'_> {
    type Value = MessageBuf;

    fn refused(&self) -> Fault {
        Fault::Form("message is not an object of mti and fields")
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<MessageBuf, A::Error> {
        let (mut mti, mut fields) = (None, None);
        while let Some(key) = object.next_key_seed(Reader(Key))? {
            match key {
                Known::Mti => once(&mut mti, object.next_value_seed(Reader(Type))?, "mti is given twice")?,
                Known::Fields => {
                    once(&mut fields, object.next_value_seed(Reader(Fields(self.0)))?, "fields are given twice")?;
                }
            }
        }
        let mti = mti.ok_or(Fault::Form("mti is missing")).map_err(A::Error::custom)?;
        let fields = fields.ok_or(Fault::Form("fields are missing")).map_err(A::Error::custom)?;
        assemble(self.0, mti, fields).map_err(A::Error::custom)
    }
}

fn once<T, E: Error>(slot: &mut Option<T>, value: T, twice: &'static str) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::custom(Fault::Form(twice))),
    }
}

/// Sets the fields in ascending order, the only one in which a spec without bitmap takes them.
fn assemble(spec: SpecRef<'_>, mti: Mti, mut fields: Vec<(u16, Given)>) -> Result<MessageBuf, EncodeError> {
    fields.sort_unstable_by_key(|(number, _)| *number);
    let mut message = MessageBuf::new(spec, mti);
    for (number, given) in fields {
        set(&mut message, number, &given)?;
    }
    Ok(message)
}

/// Sets a field, unless its value looks masked: whatever this spec thinks of the field, the one that masked it may have
/// thought otherwise. A value that is meant so comes as hex.
fn set(message: &mut MessageBuf, number: u16, given: &Given) -> Result<(), EncodeError> {
    let masked = || EncodeError::new(EncodeErrorKind::Masked, FieldPath::field(number));
    match given {
        Given::Text(text) if looks_masked(text.chars()) => Err(masked()),
        Given::Text(text) => message.set(number, text),
        Given::Hex(bytes) => message
            .set(number, bytes.as_slice())
            .map_err(|error| if looks_masked(bytes.iter().map(|&byte| char::from(byte))) { masked() } else { error }),
    }
}

/// A key of the message.
struct Key;

enum Known {
    Mti,
    Fields,
}

impl Part<'_> for Key {
    type Value = Known;

    fn refused(&self) -> Fault {
        Fault::Form("unknown key beside mti and fields")
    }

    fn text(self, text: &str) -> Result<Known, Fault> {
        match text {
            "mti" => Ok(Known::Mti),
            "fields" => Ok(Known::Fields),
            _ => Err(self.refused()),
        }
    }
}

/// The message type.
struct Type;

impl Part<'_> for Type {
    type Value = Mti;

    fn refused(&self) -> Fault {
        Fault::Form("message type is not a string of four digits")
    }

    fn text(self, text: &str) -> Result<Mti, Fault> {
        text.parse().map_err(|_| self.refused())
    }
}

/// The object of fields.
struct Fields<'s>(SpecRef<'s>);

impl<'de> Part<'de> for Fields<'_> {
    type Value = Vec<(u16, Given)>;

    fn refused(&self) -> Fault {
        Fault::Form("fields are not an object")
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut seen = Bitmap::EMPTY;
        let mut fields = Vec::new();
        while let Some(number) = object.next_key_seed(Reader(Number))? {
            check_number(self.0.get(), number, &seen).map_err(A::Error::custom)?;
            seen.insert(number);
            fields.push((number, object.next_value_seed(Reader(Content(number)))?));
        }
        Ok(fields)
    }
}

/// Refused before the value is looked at, so no more is kept than a message can hold.
fn check_number(spec: &MessageSpec, number: u16, seen: &Bitmap) -> Result<(), Fault> {
    match number {
        1 => Err(Fault::Field("bitmap follows from the fields and is not given", number)),
        _ if spec.field(number).is_none() => {
            Err(Fault::Value(EncodeError::new(EncodeErrorKind::UndefinedField, FieldPath::field(number))))
        }
        _ if seen.contains(number) => Err(Fault::Field("value is given twice", number)),
        _ => Ok(()),
    }
}

/// The number of a field, in its one spelling.
struct Number;

impl Part<'_> for Number {
    type Value = u16;

    fn refused(&self) -> Fault {
        Fault::Form("key is not a field number")
    }

    fn text(self, text: &str) -> Result<u16, Fault> {
        let is_spelled_well = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        text.parse().ok().filter(|_| is_spelled_well).ok_or_else(|| self.refused())
    }
}

/// The content of a field.
struct Content(u16);

enum Given {
    Text(String),
    Hex(Vec<u8>),
}

impl<'de> Part<'de> for Content {
    type Value = Given;

    fn refused(&self) -> Fault {
        Fault::Field("value is not a string", self.0)
    }

    fn text(self, text: &str) -> Result<Given, Fault> {
        Ok(Given::Text(text.into()))
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<Given, A::Error> {
        object.next_key_seed(Reader(HexKey(self.0)))?.ok_or_else(|| A::Error::custom(HexKey(self.0).refused()))?;
        let bytes = object.next_value_seed(Reader(Hex(self.0)))?;
        match object.next_key_seed(Reader(HexKey(self.0)))? {
            None => Ok(Given::Hex(bytes)),
            Some(()) => Err(A::Error::custom(HexKey(self.0).refused())),
        }
    }
}

/// The one key of a content that is an object.
struct HexKey(u16);

impl Part<'_> for HexKey {
    type Value = ();

    fn refused(&self) -> Fault {
        Fault::Field("value is an object, but not of one key hex", self.0)
    }

    fn text(self, text: &str) -> Result<(), Fault> {
        if text == "hex" { Ok(()) } else { Err(self.refused()) }
    }
}

/// Hex digits.
struct Hex(u16);

impl Part<'_> for Hex {
    type Value = Vec<u8>;

    fn refused(&self) -> Fault {
        Fault::Field("hex is not a string of pairs of hex digits", self.0)
    }

    fn text(self, text: &str) -> Result<Vec<u8>, Fault> {
        let (pairs, rest) = text.as_bytes().as_chunks();
        let bytes = pairs.iter().map(byte).collect::<Option<_>>();
        bytes.filter(|_| rest.is_empty()).ok_or_else(|| self.refused())
    }
}

fn byte([high, low]: &[u8; 2]) -> Option<u8> {
    Some(HexCase::Any.value(*high)? << 4 | HexCase::Any.value(*low)?)
}

/// A part of the form: what it is made from, and how it refuses everything else.
trait Part<'de>: Sized {
    type Value;

    fn refused(&self) -> Fault;

    fn text(self, _text: &str) -> Result<Self::Value, Fault> {
        Err(self.refused())
    }

    fn object<A: MapAccess<'de>>(self, _object: A) -> Result<Self::Value, A::Error> {
        Err(A::Error::custom(self.refused()))
    }
}

/// What is wrong, without the value.
enum Fault {
    Form(&'static str),
    Field(&'static str, u16),
    Value(EncodeError),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Form(text) => f.write_str(text),
            Fault::Field(text, number) => write!(f, "{text} in field {number}"),
            Fault::Value(error) => error.fmt(f),
        }
    }
}

/// Reads one part.
struct Reader<P>(P);

impl<'de, P: Part<'de>> DeserializeSeed<'de> for Reader<P> {
    type Value = P::Value;

    /// Asks for anything: a format that is asked for a string quotes what it finds instead.
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<P::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// The methods of a visitor for what no part is made from.
macro_rules! refuse {
    ($($method:ident($kind:ty),)+) => {
        $(fn $method<E: Error>(self, _: $kind) -> Result<P::Value, E> {
            Err(E::custom(self.0.refused()))
        })+
    };
}

impl<'de, P: Part<'de>> Visitor<'de> for Reader<P> {
    type Value = P::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<P::Value, E> {
        self.0.text(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<P::Value, A::Error> {
        self.0.object(object)
    }

    refuse! {
        visit_bool(bool), visit_i64(i64), visit_i128(i128), visit_u64(u64), visit_u128(u128), visit_f64(f64),
        visit_bytes(&[u8]),
    }

    fn visit_unit<E: Error>(self) -> Result<P::Value, E> {
        Err(E::custom(self.0.refused()))
    }

    fn visit_none<E: Error>(self) -> Result<P::Value, E> {
        Err(E::custom(self.0.refused()))
    }

    fn visit_some<D: Deserializer<'de>>(self, _: D) -> Result<P::Value, D::Error> {
        Err(D::Error::custom(self.0.refused()))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, _: D) -> Result<P::Value, D::Error> {
        Err(D::Error::custom(self.0.refused()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<P::Value, A::Error> {
        Err(A::Error::custom(self.0.refused()))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<P::Value, A::Error> {
        Err(A::Error::custom(self.0.refused()))
    }
}
