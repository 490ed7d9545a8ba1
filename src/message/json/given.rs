//! What a field is given: its value, or the content that its parts make.

use super::looks_masked;
use super::reader::Fault;
use super::tree::Tree;
use crate::error::{EncodeError, EncodeErrorKind, FieldPath, Segment};
use crate::message::compose;
use crate::message::draft::Draft;
use crate::parse::Nest;
use crate::spec::{Groups, HexCase, Structure};
use crate::value::Input;
use alloc::string::String;
use alloc::vec::Vec;

/// What a field or a part is given.
pub(super) enum Given {
    Value(Value),
    /// Content, composed of its parts.
    Parts(Vec<u8>),
}

/// A value as a whole.
pub(super) enum Value {
    Text(String),
    Hex(Vec<u8>),
}

impl Value {
    /// Gives it to what writes it. Stars in hex are meant, so they are masked ones only where they cannot be written.
    pub(super) fn put<T>(
        &self,
        path: FieldPath,
        write: impl FnOnce(Input<'_>) -> Result<T, EncodeError>,
    ) -> Result<T, EncodeError> {
        match self {
            Value::Text(text) => write(Input::Text(text)),
            Value::Hex(bytes) => write(Input::Bytes(bytes)).map_err(|error| {
                if looks_masked(bytes.iter().map(|&byte| char::from(byte))) { masked(path) } else { error }
            }),
        }
    }
}

fn masked(path: FieldPath) -> EncodeError {
    EncodeError::new(EncodeErrorKind::Masked, path)
}

impl Given {
    /// What this is for a field or a part that is made of what `nest` says. A text that looks masked is refused: whatever
    /// this spec thinks of the field, the one that masked it may have thought otherwise.
    pub(super) fn new(tree: Tree, nest: Option<&Nest<'_>>, path: FieldPath) -> Result<Given, Fault> {
        let structure = nest.map(|nest| (nest, nest.structure));
        match (tree, structure) {
            (Tree::Text(text), _) if looks_masked(text.chars()) => Err(masked(path).into()),
            (Tree::Text(text), _) => Ok(Given::Value(Value::Text(text))),
            (Tree::Object(entries), _) if is_hex(&entries) => {
                hex(entries, path).map(|hex| Given::Value(Value::Hex(hex)))
            }
            (Tree::Object(entries), Some((nest, Structure::Parts))) => parts(nest, entries).map(Given::Parts),
            (Tree::Object(entries), Some((nest, Structure::Bitmapped(_)))) => {
                bitmapped(nest, entries).map(Given::Parts)
            }
            (Tree::Array(items), Some((nest, Structure::Tlv(_)))) => tags(nest, items).map(Given::Parts),
            (Tree::Array(items), Some((nest, Structure::Groups(form)))) => groups(nest, &form, items).map(Given::Parts),
            (tree, structure) => Err(Fault::Field(refusal(&tree, structure.map(|(_, structure)| structure)), path)),
        }
    }

    /// A part of this, without the tag and length of a TLV.
    fn part(&self, nest: &Nest<'_>, key: Segment) -> Result<Vec<u8>, EncodeError> {
        match self {
            Given::Value(value) => value.put(nest.path.child(key), |input| compose::part(nest, key, input)),
            Given::Parts(content) => compose::part_around(nest, key, content),
        }
    }
}

fn refusal(tree: &Tree, structure: Option<Structure>) -> &'static str {
    match (structure, tree) {
        (None, Tree::Object(_)) => "value is an object, but not of one key hex",
        (None, _) => "value is not a string",
        (Some(Structure::Tlv(_)), _) => "value is neither a string nor an array of tags and values",
        (Some(Structure::Groups(_)), _) => "value is neither a string nor an array of groups",
        (Some(_), _) => "value is neither a string nor an object of parts",
    }
}

/// Whether an object is a value in hex, not one of parts.
fn is_hex(entries: &[(Segment, Tree)]) -> bool {
    matches!(entries, [(key, _)] if key.as_str() == "hex")
}

fn hex(entries: Vec<(Segment, Tree)>, path: FieldPath) -> Result<Vec<u8>, Fault> {
    let refused = Fault::Field("hex is not a string of pairs of hex digits", path);
    let Some((_, Tree::Text(text))) = entries.first() else { return Err(refused) };
    let (pairs, rest) = text.as_bytes().as_chunks();
    pairs.iter().map(byte).collect::<Option<_>>().filter(|_| rest.is_empty()).ok_or(refused)
}

fn byte([high, low]: &[u8; 2]) -> Option<u8> {
    Some(HexCase::Any.value(*high)? << 4 | HexCase::Any.value(*low)?)
}

/// Parts one behind the other.
fn parts(nest: &Nest<'_>, entries: Vec<(Segment, Tree)>) -> Result<Vec<u8>, Fault> {
    let draft = numbered(nest, entries)?;
    draft.check_missing()?;
    Ok(draft.finish()?)
}

/// A bitmap and its parts.
fn bitmapped(nest: &Nest<'_>, entries: Vec<(Segment, Tree)>) -> Result<Vec<u8>, Fault> {
    Ok(numbered(nest, entries)?.finish()?)
}

/// Numbered parts in ascending order.
fn numbered<'n, 'a>(nest: &'n Nest<'a>, entries: Vec<(Segment, Tree)>) -> Result<Draft<'n, 'a>, Fault> {
    let numbered = |(key, tree)| part_number(nest, key).map(|number| (number, tree));
    let mut parts = entries.into_iter().map(numbered).collect::<Result<Vec<_>, _>>()?;
    parts.sort_by_key(|(number, _)| *number);
    let mut draft = Draft::new(nest);
    for (number, tree) in parts {
        let key = Segment::number(number);
        if draft.keys().next_back() == Some(key) {
            return Err(Fault::Field("value is given twice", nest.path.child(key)));
        }
        add(&mut draft, key, tree)?;
    }
    Ok(draft)
}

/// The number of a part, in its one spelling.
fn part_number(nest: &Nest<'_>, key: Segment) -> Result<u16, Fault> {
    let number = key.as_number().filter(|number| Segment::number(*number) == key);
    let number = number.ok_or(Fault::Field("key is not a part number", nest.path))?;
    match nest.row(key) {
        Some(_) => Ok(number),
        None => Err(compose::fault(nest, key, EncodeErrorKind::UndefinedField).into()),
    }
}

/// Tags and values.
fn tags(nest: &Nest<'_>, items: Vec<Tree>) -> Result<Vec<u8>, Fault> {
    let mut draft = Draft::new(nest);
    for item in items {
        let (tag, value) = item_of(item).ok_or(Fault::Field("element is not an object of tag and value", nest.path))?;
        let Tree::Text(tag) = tag else { return Err(Fault::Field("tag is not a string", nest.path)) };
        let tag = Segment::text(&tag).filter(|tag| compose::is_tag(nest, *tag));
        let tag = tag.ok_or(EncodeError::new(EncodeErrorKind::BadTag, nest.path))?;
        add(&mut draft, tag, value)?;
    }
    Ok(draft.finish()?)
}

/// Tag and value of an item, which may come in either order.
fn item_of(item: Tree) -> Option<(Tree, Tree)> {
    let Tree::Object(entries) = item else { return None };
    let [(first, one), (second, other)] = <[_; 2]>::try_from(entries).ok()?;
    match (first.as_str(), second.as_str()) {
        ("tag", "value") => Some((one, other)),
        ("value", "tag") => Some((other, one)),
        _ => None,
    }
}

/// Groups of parts.
fn groups(nest: &Nest<'_>, form: &Groups, items: Vec<Tree>) -> Result<Vec<u8>, Fault> {
    let mut draft = Draft::new(nest);
    for group in items {
        let number = draft.keys().len().saturating_add(1);
        let key = Segment::number(u16::try_from(number).unwrap_or(u16::MAX));
        if number > usize::from(form.max) {
            let kind = EncodeErrorKind::TooManyGroups { maximum: form.max };
            return Err(compose::fault(nest, key, kind).into());
        }
        add(&mut draft, key, group)?;
    }
    Ok(draft.finish()?)
}

fn add(draft: &mut Draft<'_, '_>, key: Segment, tree: Tree) -> Result<(), Fault> {
    let nest = draft.nest();
    let given = Given::new(tree, nest.inner(key).as_ref(), nest.path.child(key))?;
    Ok(draft.add(key, given.part(nest, key)?)?)
}
