//! Between serde and the parts of the form.
//!
//! What serde says of an unexpected value quotes it, and the value may be a card number. So [`Reader`] stands between
//! serde and each [`Part`], which refuses in words of its own that hold places and never a value.

use crate::error::{EncodeError, FieldPath};
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

/// A part of the form: what it is made from, and how it refuses everything else.
pub(super) trait Part<'de>: Sized {
    type Value;

    fn refused(&self) -> Fault;

    fn text(self, _text: &str) -> Result<Self::Value, Fault> {
        Err(self.refused())
    }

    /// Made from what is neither a text nor an object nor an array.
    fn other(self) -> Result<Self::Value, Fault> {
        Err(self.refused())
    }

    fn array<A: SeqAccess<'de>>(self, _array: A) -> Result<Self::Value, A::Error> {
        Err(A::Error::custom(self.refused()))
    }

    fn object<A: MapAccess<'de>>(self, _object: A) -> Result<Self::Value, A::Error> {
        Err(A::Error::custom(self.refused()))
    }
}

/// What is wrong, without the value.
pub(super) enum Fault {
    Form(&'static str),
    Field(&'static str, FieldPath),
    Value(EncodeError),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Form(text) => f.write_str(text),
            Fault::Field(text, path) => write!(f, "{text} in field {path}"),
            Fault::Value(error) => error.fmt(f),
        }
    }
}

impl From<EncodeError> for Fault {
    fn from(error: EncodeError) -> Self {
        Fault::Value(error)
    }
}

/// Reads one part.
pub(super) struct Reader<P>(pub(super) P);

impl<'de, P: Part<'de>> DeserializeSeed<'de> for Reader<P> {
    type Value = P::Value;

    /// Asks for anything: a format that is asked for a string quotes what it finds instead.
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<P::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// The methods of a visitor for what is neither a text nor an object nor an array.
macro_rules! other {
    ($($method:ident($kind:ty),)+) => {
        $(fn $method<E: Error>(self, _: $kind) -> Result<P::Value, E> {
            self.0.other().map_err(E::custom)
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

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<P::Value, A::Error> {
        self.0.array(array)
    }

    other! {
        visit_bool(bool), visit_i64(i64), visit_i128(i128), visit_u64(u64), visit_u128(u128), visit_f64(f64),
        visit_bytes(&[u8]),
    }

    fn visit_unit<E: Error>(self) -> Result<P::Value, E> {
        self.0.other().map_err(E::custom)
    }

    fn visit_none<E: Error>(self) -> Result<P::Value, E> {
        self.0.other().map_err(E::custom)
    }

    fn visit_some<D: Deserializer<'de>>(self, _: D) -> Result<P::Value, D::Error> {
        self.0.other().map_err(D::Error::custom)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, _: D) -> Result<P::Value, D::Error> {
        self.0.other().map_err(D::Error::custom)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<P::Value, A::Error> {
        self.0.other().map_err(A::Error::custom)
    }
}
