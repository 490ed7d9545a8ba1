//! From the files of a chain to a spec, and the profile of it.

use super::SpecFile;
use super::cases::check_cases;
use super::fault::{Fault, Key};
use super::merge;
use super::rows::{Maker, nibble_pad};
use super::serde::{TopKeys, WireKeys};
use super::words::{DigitsForm, LengthForm, MtiForm, Pad, TextForm};
use crate::error::SpecErrorKind;
use crate::spec::layout::is_filler;
use crate::spec::message_spec::Tables;
use crate::spec::{Class, CodePage, DataForm, Filler, HexCase, MessageSpec, PrefixForm, Third, Wire};

/// The spec that the first file of a chain describes, each file extending the next.
pub(super) fn resolve(chain: &[&SpecFile]) -> Result<MessageSpec, Fault> {
    let TopKeys { name, title, wire: wire_keys, fields, messages, pan_mask, .. } = merge::merge(chain)?;
    let wire = wire(&wire_keys)?;
    let mut rows = Maker::new(&wire_keys);
    let name = rows.keep(name.as_deref().unwrap_or(""));
    let title = rows.keep(title.as_deref().unwrap_or(""));
    let tables = rows.tables(&fields, &messages).map_err(|fault| fault.with_path(&fields))?;
    let tables = Tables { pan_mask: pan_mask.map(|mask| mask.0), ..tables };
    check_cases(&tables, &wire, &fields)?;
    MessageSpec::owned(name, title, wire, tables).map_err(|error| Fault::of_spec(error, &fields))
}

pub(super) fn wire(keys: &WireKeys) -> Result<Wire, Fault> {
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
