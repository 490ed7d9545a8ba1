//! From the keys of a file to the rows and the profile of a spec.

use super::SpecFile;
use super::merge::{self, path};
use super::serde::{FieldKeys, Rows, TopKeys, WireKeys};
use super::words::{
    Delimited, DigitsForm, LengthForm, MtiForm, Nibble, Nibbles, Pad, TextForm, number, read_terminator,
};
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use crate::spec::field::Delimiter;
use crate::spec::layout::is_filler;
use crate::spec::message_spec::Tables;
use crate::spec::text::Text;
use crate::spec::{
    Class, CodePage, Count, DataForm, FieldSpec, Filler, HexCase, MessageSpec, NibblePad, PrefixForm, Third, Wire,
};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What is wrong, and which key of which file says so.
#[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "a place is sought in TOML only"))]
pub(super) struct Fault {
    pub(super) error: SpecError,
    pub(super) key: Key,
    /// The first file to look for the key in: 0 is the one that extends the others.
    pub(super) link: usize,
    /// The key that is not there.
    pub(super) missing: Option<&'static str>,
}

/// A key of a file, or several, the first of which that is stated counts.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "a place is sought in TOML only"))]
pub(super) enum Key {
    Top(&'static str),
    Wire(&'static [&'static str]),
    Field(&'static [&'static str]),
}

impl From<SpecError> for Fault {
    fn from(error: SpecError) -> Self {
        Fault { error, key: usual_key(error), link: 0, missing: None }
    }
}

impl Fault {
    /// A fault of the spec as a whole.
    pub(super) fn whole(kind: SpecErrorKind) -> Self {
        Fault::from(SpecError::new(kind, FieldPath::MESSAGE))
    }

    /// A fault of one row.
    fn of_field(kind: SpecErrorKind, number: u16) -> Self {
        Fault::from(SpecError::new(kind, FieldPath::field(number)))
    }
}

/// The keys that usually are at fault.
fn usual_key(error: SpecError) -> Key {
    use SpecErrorKind as Kind;
    let is_wire = error.path() == FieldPath::MESSAGE;
    match error.kind() {
        Kind::BadName => Key::Top("name"),
        Kind::UnknownBase | Kind::EndlessExtends => Key::Top("extends"),
        Kind::BadBitmapCount => Key::Wire(&["third"]),
        Kind::BadNibblePad if is_wire => Key::Wire(&["nibble_accept", "nibble_pad"]),
        _ if is_wire => Key::Wire(&[]),
        Kind::BadFormat | Kind::BitsNotBytes | Kind::BadMaximum | Kind::MinimumAboveMaximum => Key::Field(&["format"]),
        Kind::PrefixTooNarrow | Kind::BadPrefixWidth => Key::Field(&["prefix_width", "format"]),
        Kind::PrefixOnFixed => Key::Field(&["prefix", "prefix_width", "counts", "includes_itself"]),
        Kind::FormAgainstClass => Key::Field(&["data", "format"]),
        Kind::CountAgainstForm => Key::Field(&["counts"]),
        Kind::BerIncludesItself => Key::Field(&["includes_itself"]),
        Kind::StripWithoutPad => Key::Field(&["strip"]),
        Kind::SeveralToEnd => Key::Field(&["length"]),
        Kind::AreaWithoutPrefix => Key::Field(&["area", "length"]),
        Kind::BadNibblePad => Key::Field(&["nibble_accept", "nibble_pad"]),
        Kind::BadFiller => Key::Field(&["pad"]),
        Kind::BadTerminator => Key::Field(&["terminator"]),
        Kind::AreaTooSmall => Key::Field(&["area"]),
        Kind::LoneDelimiter => Key::Field(&["terminator", "area", "length"]),
        Kind::BadBitmapField => Key::Field(&["data", "format"]),
        _ => Key::Field(&[]),
    }
}

/// The spec that the first file of a chain describes, each file extending the next.
pub(super) fn resolve(chain: &[&SpecFile]) -> Result<MessageSpec, Fault> {
    let TopKeys { name, title, wire: wire_keys, fields, .. } = merge::merge(chain)?;
    let wire = wire(&wire_keys)?;
    let mut names = Names::default();
    let name = names.keep(name.as_deref().unwrap_or(""));
    let title = names.keep(title.as_deref().unwrap_or(""));
    let rows = rows(&fields, &wire_keys, &mut names)?;
    let tables = Tables { rows, parts: Vec::new(), names: names.0 };
    MessageSpec::owned(name, title, wire, tables).map_err(|error| blame(error, &fields))
}

/// The key at fault in a rule that the finished spec breaks.
fn blame(error: SpecError, fields: &Rows) -> Fault {
    let row = fields.0.get(&error.path().to_string());
    let key = match (error.kind(), row) {
        (SpecErrorKind::BadBitmapField, None) => Key::Wire(&["third"]),
        _ => usual_key(error),
    };
    Fault { key, ..Fault::from(error) }
}

/// All names of a spec in one string.
#[derive(Default)]
struct Names(String);

impl Names {
    fn keep(&mut self, name: &str) -> Text {
        let start = self.0.len();
        self.0.push_str(name);
        match (u32::try_from(start), u32::try_from(name.len())) {
            (Ok(start), Ok(length)) => Text::Range(start, length),
            _ => Text::Static(""),
        }
    }
}

fn wire(keys: &WireKeys) -> Result<Wire, Fault> {
    Ok(Wire {
        mti: stated("mti", keys.mti)?.0,
        bitmap: stated("bitmap", keys.bitmap)?.0,
        secondary: stated("secondary", keys.secondary)?.0,
        third: keys.third.map_or(Third::None, |third| third.0),
        length: stated("length", keys.length)?.0,
        digits: stated("digits", keys.digits)?.0,
        text: stated("text", keys.text)?.0,
        binary: stated("binary", keys.binary)?.0,
        charset: wire_charset(keys)?,
        hex_case: keys.hex_case.map_or(HexCase::Upper, |case| case.0),
        nibble_pad: nibble_pad(stated("nibble_pad", keys.nibble_pad)?, keys.nibble_accept).map_err(Fault::whole)?,
        digits_pad: wire_pad("digits_pad", keys.digits_pad, Class::N)?,
        text_pad: wire_pad("text_pad", keys.text_pad, Class::Ans)?,
    })
}

/// A filler of the profile, of the class of its fields.
fn wire_pad(key: &'static str, pad: Option<Pad>, class: Class) -> Result<Option<Filler>, Fault> {
    let filler = stated(key, pad)?.0;
    match filler {
        Some(filler) if !is_filler(filler, class) => Err(Fault {
            key: if class == Class::N { Key::Wire(&["digits_pad"]) } else { Key::Wire(&["text_pad"]) },
            ..Fault::whole(SpecErrorKind::BadFiller)
        }),
        filler => Ok(filler),
    }
}

fn stated<T>(key: &'static str, value: Option<T>) -> Result<T, Fault> {
    value.ok_or(Fault { missing: Some(key), ..Fault::whole(SpecErrorKind::IncompleteWire) })
}

/// The code page, which must be stated where something is EBCDIC; elsewhere nothing depends on it.
fn wire_charset(keys: &WireKeys) -> Result<CodePage, Fault> {
    let is_ebcdic = keys.mti == Some(MtiForm(DataForm::Ebcdic))
        || keys.length == Some(LengthForm(PrefixForm::Ebcdic))
        || keys.digits == Some(DigitsForm(DataForm::Ebcdic))
        || keys.text == Some(TextForm(DataForm::Ebcdic));
    match keys.charset {
        Some(charset) => Ok(charset.0),
        None if is_ebcdic => stated("charset", None),
        None => Ok(CodePage::Cp037),
    }
}

/// The pad as written, and the nibbles accepted, one of which it must be.
fn nibble_pad(Nibble(side, written): Nibble, accepted: Option<Nibbles>) -> Result<NibblePad, SpecErrorKind> {
    let pad = NibblePad::new(side, written);
    match accepted {
        Some(Nibbles(set)) if set & pad.accepted() == 0 => Err(SpecErrorKind::BadNibblePad),
        Some(Nibbles(set)) => Ok(pad.accepting_set(set)),
        None => Ok(pad),
    }
}

/// The defined fields in ascending order.
fn rows(fields: &Rows, wire: &WireKeys, names: &mut Names) -> Result<Vec<FieldSpec>, Fault> {
    let mut numbered = fields.0.iter().map(numbered).collect::<Result<Vec<_>, Fault>>()?;
    numbered.sort_unstable_by_key(|(number, _)| *number);
    let defined = numbered.into_iter().filter(|(_, keys)| keys.undefined != Some(true));
    defined.map(|(number, keys)| row(number, keys, wire, names)).collect()
}

/// A row and its number; `010` is none, because errors and messages write `10`.
fn numbered<'r>((text, keys): (&String, &'r FieldKeys)) -> Result<(u16, &'r FieldKeys), Fault> {
    let refused = SpecError::new(SpecErrorKind::BadFieldNumber, path(text));
    let number = number(text).filter(|number| (2..=192).contains(number));
    Ok((number.ok_or(Fault::from(refused))?, keys))
}

fn row(number: u16, keys: &FieldKeys, wire: &WireKeys, names: &mut Names) -> Result<FieldSpec, Fault> {
    let refused = |kind| Fault::of_field(kind, number);
    check_charset(number, keys, wire)?;
    let format = keys.format.as_deref().ok_or(refused(SpecErrorKind::BadFormat))?;
    Ok(FieldSpec {
        name: keys.name.as_deref().map(|name| names.keep(name)),
        data: keys.data.map(|data| data.0),
        charset: keys.charset.map(|charset| charset.0),
        hex_case: keys.hex_case.map(|case| case.0),
        prefix: keys.prefix.map(|prefix| prefix.0),
        prefix_width: keys.prefix_width,
        counts: keys.counts.map_or(Count::Units, |counts| counts.0),
        includes_itself: keys.includes_itself.unwrap_or(false),
        delimiter: delimiter(keys).map_err(refused)?,
        nibble_pad: row_nibble_pad(keys, wire).map_err(refused)?,
        pad: keys.pad.map(|pad| pad.0),
        strip: keys.strip.unwrap_or(false),
        sensitivity: keys.sensitive.map(|secrecy| secrecy.0),
        echo: keys.echo,
        ..FieldSpec::parse(number, format)?
    })
}

/// A field in EBCDIC needs a code page, its own or that of the profile.
fn check_charset(number: u16, keys: &FieldKeys, wire: &WireKeys) -> Result<(), Fault> {
    let is_ebcdic = keys.data.is_some_and(|data| data.0 == DataForm::Ebcdic);
    if !is_ebcdic || keys.charset.or(wire.charset).is_some() {
        return Ok(());
    }
    let fault = Fault::of_field(SpecErrorKind::IncompleteWire, number);
    Err(Fault { key: Key::Field(&["data"]), missing: Some("charset"), ..fault })
}

fn delimiter(keys: &FieldKeys) -> Result<Delimiter, SpecErrorKind> {
    let length = keys.length.map_or(Delimited::Prefix, |length| length.0);
    match (length, keys.terminator.as_deref(), keys.area) {
        (Delimited::Prefix, None, None) => Ok(Delimiter::Format),
        (Delimited::Rest, None, None) => Ok(Delimiter::Rest),
        (Delimited::Area, None, Some(bytes)) => Ok(Delimiter::Area(bytes)),
        (Delimited::Terminated, Some(bytes), None) => match read_terminator(bytes) {
            Some((bytes, length)) => Ok(Delimiter::Terminator(bytes, length)),
            None => Err(SpecErrorKind::BadTerminator),
        },
        _ => Err(SpecErrorKind::LoneDelimiter),
    }
}

/// What the row says of the pad nibble; the half that it leaves unsaid is that of the profile.
fn row_nibble_pad(keys: &FieldKeys, wire: &WireKeys) -> Result<Option<NibblePad>, SpecErrorKind> {
    if keys.nibble_pad.is_none() && keys.nibble_accept.is_none() {
        return Ok(None);
    }
    match keys.nibble_pad.or(wire.nibble_pad) {
        Some(written) => nibble_pad(written, keys.nibble_accept.or(wire.nibble_accept)).map(Some),
        None => Err(SpecErrorKind::BadNibblePad),
    }
}
