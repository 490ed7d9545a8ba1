//! From a row to its keys.

use super::OwnedRow;
use super::wire::{accepted, is_plain};
use crate::spec::field::Delimiter;
use crate::spec::file::cases::CaseKeys;
use crate::spec::file::row_keys::{FieldKeys, PartRows, Rows};
use crate::spec::file::structures::{BitmapWord, Groups, Tlv};
use crate::spec::file::words::{
    Case, Charset, Counts, Delimited, FieldForm, LengthForm, LengthKind, Nibble, Nibbles, Pad, Presence, Secrecy,
};
use crate::spec::{Count, FieldSpec, NibblePad, Optional, Structure, Wire, describe};
use alloc::string::{String, ToString};

impl OwnedRow {
    /// The keys of the row; a new attribute does not compile until it is written here.
    pub(super) fn keys(&self, wire: &Wire) -> FieldKeys {
        let FieldSpec {
            number: _,
            tag: _,
            defined,
            name: _,
            format,
            data,
            charset,
            hex_case,
            prefix,
            prefix_width,
            counts,
            includes_itself,
            delimiter,
            nibble_pad,
            pad,
            strip,
            sensitivity,
            echo,
            optional,
            only_in,
            when: _,
            structure: _,
            parts: _,
        } = self.row;
        let (length, terminator, area) = delimiter_keys(delimiter);
        let (nibble_pad, nibble_accept) = nibble_pad.map_or((None, None), |pad| row_nibbles(pad, wire));
        FieldKeys {
            format: Some(format.to_string()),
            name: (!self.name.is_empty()).then(|| self.name.clone()),
            data: data.map(FieldForm),
            charset: charset.map(Charset),
            hex_case: hex_case.map(Case),
            prefix: prefix.map(LengthForm),
            prefix_width,
            counts: (counts != Count::Units).then_some(Counts(counts)),
            includes_itself: includes_itself.then_some(true),
            length,
            terminator,
            area,
            nibble_pad,
            nibble_accept,
            pad: pad.map(Pad),
            strip: strip.then_some(true),
            sensitive: sensitivity.map(Secrecy),
            echo,
            optional: (optional != Optional::No).then_some(Presence(optional)),
            only_in: (!only_in.is_all()).then(|| only_in.to_string().split(' ').map(ToString::to_string).collect()),
            undefined: (!defined).then_some(true),
            ..self.structure_keys(wire)
        }
    }

    /// The keys of what the content is made of.
    fn structure_keys(&self, wire: &Wire) -> FieldKeys {
        let keys = FieldKeys { parts: self.part_rows(wire), ..FieldKeys::default() };
        match self.row.structure {
            None => FieldKeys::default(),
            Some(Structure::Parts) => keys,
            Some(Structure::Tlv(form)) => FieldKeys { tlv: Some(Tlv(form)), ..keys },
            Some(Structure::Bitmapped(bitmap)) => FieldKeys { bitmap: Some(BitmapWord(bitmap)), ..keys },
            Some(Structure::Groups(groups)) => FieldKeys { groups: Some(Groups::of(groups)), ..keys },
            Some(Structure::Cases) => FieldKeys {
                cases: Some(self.parts.iter().map(|case| case.case(wire)).collect()),
                ..keys.without_parts()
            },
        }
    }

    fn case(&self, wire: &Wire) -> CaseKeys {
        CaseKeys { when: self.when.clone(), row: self.structure_keys(wire) }
    }

    /// The parts as a list, where they are numbered from 1 on, or by number or tag.
    fn part_rows(&self, wire: &Wire) -> Option<PartRows> {
        if self.parts.is_empty() {
            return None;
        }
        let is_list =
            (1..).zip(&self.parts).all(|(number, part): (u16, _)| part.row.tag.is_none() && part.row.number == number);
        if is_list {
            return Some(PartRows::List(self.parts.iter().map(|part| part.keys(wire)).collect()));
        }
        let rows = self.parts.iter().map(|part| (part.row.key().as_str().to_string(), part.keys(wire)));
        Some(PartRows::Table(Rows(rows.collect())))
    }
}

impl FieldKeys {
    fn without_parts(self) -> Self {
        FieldKeys { parts: None, ..self }
    }
}

fn delimiter_keys(delimiter: Delimiter) -> (Option<LengthKind>, Option<String>, Option<u16>) {
    match delimiter {
        Delimiter::Format => (None, None, None),
        Delimiter::Rest => (Some(LengthKind(Delimited::Rest)), None, None),
        Delimiter::Terminator(bytes, length) => {
            (Some(LengthKind(Delimited::Terminated)), Some(describe::terminator(bytes, length)), None)
        }
        Delimiter::Area(bytes) => (Some(LengthKind(Delimited::Area)), None, Some(bytes)),
    }
}

/// What a row must state of its pad nibble, which it leaves to the profile half by half.
fn row_nibbles(pad: NibblePad, wire: &Wire) -> (Option<Nibble>, Option<Nibbles>) {
    let profile = wire.nibble_pad;
    let (written, accepted) = (Nibble(pad.side(), pad.written()), accepted(pad));
    let is_written = (pad.side(), pad.written()) == (profile.side(), profile.written());
    match (is_written, pad.accepted() == profile.accepted()) {
        (true, true) => (Some(written), None),
        (true, false) => (None, Some(accepted)),
        // What the profile accepts would count, where it says so.
        (false, _) if is_plain(profile) && is_plain(pad) => (Some(written), None),
        (false, _) => (Some(written), Some(accepted)),
    }
}
