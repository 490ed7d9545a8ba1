//! From the keys of rows to the rows of a spec.

use super::cases::CaseKeys;
use super::fault::{Fault, Key};
use super::named::Named;
use super::row_keys::{FieldKeys, PartRows, Rows};
use super::serde::{RuleKeys, WireKeys};
use super::structures::Tlv;
use super::trail::Step;
use super::words::{Charset, Delimited, Nibble, Nibbles, number, read_terminator};
use crate::error::{Segment, SpecErrorKind};
use crate::spec::field::{Delimiter, Parts};
use crate::spec::message_spec::Tables;
use crate::spec::mtis::MtiSet;
use crate::spec::text::Text;
use crate::spec::{Count, DataForm, FieldSpec, NibblePad, Optional, Structure};
use alloc::string::String;
use alloc::vec::Vec;

/// Makes the rows of a spec over the profile of a file, and collects the names and parts that they are ranges of.
pub(super) struct Maker<'k> {
    wire: &'k WireKeys,
    names: String,
    parts: Vec<FieldSpec>,
}

/// The number or the tag of a row.
#[derive(Clone, Copy)]
enum Name {
    Number(u16),
    Tag(Segment),
}

impl<'k> Maker<'k> {
    pub(super) fn new(wire: &'k WireKeys) -> Self {
        Maker { wire, names: String::new(), parts: Vec::new() }
    }

    /// The tables of these rows and rules, and of the names that were kept.
    pub(super) fn tables(mut self, fields: &Rows, messages: &Named<RuleKeys>) -> Result<Tables, Fault> {
        let mut numbered = fields.0.iter().map(numbered).collect::<Result<Vec<_>, Fault>>()?;
        numbered.sort_unstable_by_key(|(number, ..)| *number);
        let defined = numbered.into_iter().filter(|(.., keys)| keys.undefined != Some(true));
        let rows = defined.map(|(number, text, keys)| {
            self.row(Name::Number(number), keys, self.wire.charset).map_err(|fault| fault.within(Step::field(text)))
        });
        let rows = rows.collect::<Result<Vec<_>, Fault>>()?;
        let messages = self.rules(messages)?;
        Ok(Tables { rows, parts: self.parts, messages, names: self.names, pan_mask: None })
    }

    pub(super) fn names(&self) -> &str {
        &self.names
    }

    /// Adds a text to the names.
    pub(super) fn keep(&mut self, name: &str) -> Text {
        let start = self.names.len();
        self.names.push_str(name);
        match range(start, name.len()) {
            Some((start, length)) => Text::Range(start, length),
            None => Text::Static(""),
        }
    }

    /// A row, in which EBCDIC is of this code page.
    fn row(&mut self, name: Name, keys: &FieldKeys, charset: Option<Charset>) -> Result<FieldSpec, Fault> {
        let charset = keys.charset.or(charset);
        check_charset(keys, charset)?;
        let start = start(name, keys).map_err(Fault::of_row)?;
        let structure = structure(keys).map_err(Fault::of_row)?;
        Ok(FieldSpec {
            name: keys.name.as_deref().map(|name| self.keep(name)),
            data: keys.data.map(|data| data.0),
            charset: keys.charset.map(|charset| charset.0),
            hex_case: keys.hex_case.map(|case| case.0),
            prefix: keys.prefix.map(|prefix| prefix.0),
            prefix_width: keys.prefix_width,
            counts: keys.counts.map_or(Count::Units, |counts| counts.0),
            includes_itself: keys.includes_itself.unwrap_or(false),
            delimiter: delimiter(keys).map_err(Fault::of_row)?,
            nibble_pad: row_nibble_pad(keys, self.wire).map_err(Fault::of_row)?,
            pad: keys.pad.map(|pad| pad.0),
            strip: keys.strip.unwrap_or(false),
            sensitivity: keys.sensitive.map(|secrecy| secrecy.0),
            echo: keys.echo,
            optional: keys.optional.map_or(Optional::No, |presence| presence.0),
            only_in: keys.only_in.iter().flatten().fold(MtiSet::ALL, |set, pattern| set.with(pattern)),
            structure,
            parts: match &keys.cases {
                Some(cases) => self.cases(cases, charset)?,
                None => self.parts(keys, structure, charset)?,
            },
            ..start
        })
    }

    /// The parts of a row, which lie together, behind those of these parts.
    fn parts(
        &mut self,
        keys: &FieldKeys,
        structure: Option<Structure>,
        charset: Option<Charset>,
    ) -> Result<Parts, Fault> {
        let named = named(keys.parts.as_ref(), structure)?;
        let rows = named.into_iter().filter(|(.., keys)| keys.undefined != Some(true));
        let rows = rows
            .map(|(name, text, keys)| self.row(name, keys, charset).map_err(|fault| fault.within(Step::part(&text))));
        let rows = rows.collect::<Result<Vec<_>, Fault>>()?;
        Ok(self.lay(rows))
    }

    fn cases(&mut self, cases: &[CaseKeys], charset: Option<Charset>) -> Result<Parts, Fault> {
        let rows = cases.iter().enumerate();
        let rows = rows.map(|(index, case)| self.case(case, charset).map_err(|fault| fault.within(Step::case(index))));
        let rows = rows.collect::<Result<Vec<_>, Fault>>()?;
        Ok(self.lay(rows))
    }

    fn case(&mut self, case: &CaseKeys, charset: Option<Charset>) -> Result<FieldSpec, Fault> {
        let structure = structure(&case.row).map_err(Fault::of_row)?;
        let when = case.when.as_deref().map(|condition| self.keep(condition));
        Ok(FieldSpec { when, structure, parts: self.parts(&case.row, structure, charset)?, ..FieldSpec::case("") })
    }

    /// Adds rows to the table of parts.
    fn lay(&mut self, rows: Vec<FieldSpec>) -> Parts {
        let range = range(self.parts.len(), rows.len());
        self.parts.extend(rows);
        match range {
            Some((start, length @ 1..)) => Parts::Range(start, length),
            _ => Parts::Static(&[]),
        }
    }
}

fn range(start: usize, length: usize) -> Option<(u32, u32)> {
    Some((u32::try_from(start).ok()?, u32::try_from(length).ok()?))
}

/// The number of a field; `010` is none, because errors and messages write `10`.
fn numbered<'r>((text, keys): (&'r String, &'r FieldKeys)) -> Result<(u16, &'r str, &'r FieldKeys), Fault> {
    let number = number(text).filter(|number| (2..=192).contains(number));
    let refused = || Fault::of_row(SpecErrorKind::BadFieldNumber).within(Step::field(text));
    Ok((number.ok_or_else(refused)?, text, keys))
}

/// The numbers, ascending, or the tags of parts.
fn named(parts: Option<&PartRows>, structure: Option<Structure>) -> Result<Vec<(Name, String, &FieldKeys)>, Fault> {
    let is_tagged = matches!((parts, structure), (Some(PartRows::Table(_)), Some(Structure::Tlv(_))));
    let entries = parts.map(PartRows::entries).unwrap_or_default();
    let named = entries.into_iter().map(|(text, keys)| match name(&text, is_tagged) {
        Ok(name) => Ok((name, text, keys)),
        Err(kind) => Err(Fault::of_row_itself(kind).within(Step::part(&text))),
    });
    let mut named = named.collect::<Result<Vec<_>, Fault>>()?;
    named.sort_by_key(|(name, ..)| if let Name::Number(number) = name { *number } else { 0 });
    Ok(named)
}

fn name(text: &str, is_tagged: bool) -> Result<Name, SpecErrorKind> {
    if is_tagged {
        Segment::text(text).map(Name::Tag).ok_or(SpecErrorKind::BadTag)
    } else {
        number(text).filter(|number| *number > 0).map(Name::Number).ok_or(SpecErrorKind::NoParts)
    }
}

/// A row that states its format only.
fn start(name: Name, keys: &FieldKeys) -> Result<FieldSpec, SpecErrorKind> {
    let (number, tag) = match name {
        Name::Number(number) => (number, None),
        Name::Tag(tag) => (0, Some(tag)),
    };
    let start = FieldSpec::parse(number, keys.format.as_deref().unwrap_or(""));
    start.map(|start| FieldSpec { tag, ..start }).map_err(|error| error.kind())
}

fn structure(keys: &FieldKeys) -> Result<Option<Structure>, SpecErrorKind> {
    match (keys.tlv, keys.bitmap, keys.groups) {
        (None, None, None) if keys.cases.is_some() && keys.parts.is_none() => Ok(Some(Structure::Cases)),
        _ if keys.cases.is_some() => Err(SpecErrorKind::SeveralStructures),
        (None, None, None) => {
            let has_parts = keys.parts.as_ref().is_some_and(|parts| !parts.is_empty_list());
            Ok(has_parts.then_some(Structure::Parts))
        }
        (Some(Tlv(form)), None, None) => Ok(Some(Structure::Tlv(form))),
        (None, Some(bitmap), None) => Ok(Some(Structure::Bitmapped(bitmap.0))),
        (None, None, Some(groups)) => Ok(Some(Structure::Groups(groups.groups()))),
        _ => Err(SpecErrorKind::SeveralStructures),
    }
}

/// A field in EBCDIC needs a code page, its own, that of what holds it or that of the profile.
fn check_charset(keys: &FieldKeys, charset: Option<Charset>) -> Result<(), Fault> {
    let is_ebcdic = keys.data.is_some_and(|data| data.0 == DataForm::Ebcdic);
    if !is_ebcdic || charset.is_some() {
        return Ok(());
    }
    let fault = Fault::of_row(SpecErrorKind::IncompleteWire);
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

/// The pad as written, and the nibbles accepted, one of which it must be.
pub(super) fn nibble_pad(Nibble(side, written): Nibble, accepted: Option<Nibbles>) -> Result<NibblePad, SpecErrorKind> {
    let pad = NibblePad::new(side, written);
    match accepted {
        Some(Nibbles(set)) if set & pad.accepted() == 0 => Err(SpecErrorKind::BadNibblePad),
        Some(Nibbles(set)) => Ok(pad.accepting_set(set)),
        None => Ok(pad),
    }
}
