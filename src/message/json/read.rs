//! JSON to a message.

use super::given::Given;
use super::reader::{Fault, Part, Reader};
use super::tree::{Branch, Tree};
use crate::bitmap::Bitmap;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath};
use crate::message::buf::MessageBuf;
use crate::mti::Mti;
use crate::parse::Nest;
use crate::spec::{MessageSpec, SpecRef};
use alloc::vec::Vec;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess};

/// Reads the JSON form of a message, from [`super::Json::seed`].
///
/// Both `mti` and `fields` must be there, and nothing else. Fields may come in any order, none twice, never field 1.
/// A value is a string, or `{"hex":"..."}`: the bytes of a binary field, the Latin-1 codes of a text. It is checked
/// and filled up as by [`MessageBuf::set`].
///
/// The value of a field, or of a part, of which the spec states a structure may also be given by its parts, as
/// [`super::Json`] shows them. Numbered parts may come in any order, none twice; only those may be missing of which the
/// spec says so. Tags and groups are written in the order in which they come; of a tag both `tag` and `value` must be
/// there, in either order. Bitmaps, counts and lengths follow. What a reader would not find again as it was given is
/// refused.
///
/// A string of stars and at most digits is refused as masked, whatever the spec says of the field. `{"hex":"..."}` says
/// that the stars are meant, so it is refused only where the field cannot hold a star.
///
/// An error names the field or the part and never holds a value; of a fault in a value it has the text of
/// [`EncodeError`].
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

/// Sets the fields in ascending order, the only one in which a spec without bitmap takes them; those that wait for others
/// last.
fn assemble(spec: SpecRef<'_>, mti: Mti, mut fields: Vec<(u16, Tree)>) -> Result<MessageBuf, Fault> {
    fields.sort_unstable_by_key(|(number, _)| (spec.comes_last(*number), *number));
    let mut message = MessageBuf::new(spec, mti);
    for (number, value) in fields {
        let nest = Nest::of_field(spec.get(), number, message.as_message().case_of(number));
        let given = Given::new(value, nest.as_ref(), FieldPath::field(number))?;
        set(&mut message, number, &given)?;
    }
    Ok(message)
}

fn set(message: &mut MessageBuf, number: u16, given: &Given) -> Result<(), EncodeError> {
    match given {
        Given::Parts(content) => {
            message.check_place(number)?;
            message.set_content(number, content)
        }
        Given::Value(value) => value.put(FieldPath::field(number), |input| message.set(number, input)),
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
    type Value = Vec<(u16, Tree)>;

    fn refused(&self) -> Fault {
        Fault::Form("fields are not an object")
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut seen = Bitmap::EMPTY;
        let mut room = Branch::ROOM;
        let mut fields = Vec::new();
        while let Some(number) = object.next_key_seed(Reader(Number))? {
            check_number(self.0.get(), number, &seen).map_err(A::Error::custom)?;
            seen.insert(number);
            fields.push((number, object.next_value_seed(Reader(Branch::new(number, &mut room)))?));
        }
        Ok(fields)
    }
}

/// Refused before the value is looked at.
fn check_number(spec: &MessageSpec, number: u16, seen: &Bitmap) -> Result<(), Fault> {
    match number {
        1 => Err(Fault::Field("bitmap follows from the fields and is not given", FieldPath::BITMAP)),
        _ if spec.field(number).is_none() => {
            Err(Fault::Value(EncodeError::new(EncodeErrorKind::UndefinedField, FieldPath::field(number))))
        }
        _ if seen.contains(number) => Err(Fault::Field("value is given twice", FieldPath::field(number))),
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
