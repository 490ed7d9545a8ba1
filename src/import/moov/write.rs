//! A spec as the JSON of moov-io/iso8583.

use crate::import::json::quoted;
use crate::spec::layout::{Extent, Layout};
use crate::spec::structure::TlvKind;
use crate::spec::view::View;
use crate::spec::{
    Class, Code, CodePage, Count, DataForm, Filler, MessageSpec, PartBitmap, PrefixForm, Side, Structure, TlvForm,
    Unlisted,
};
use crate::wire::Coding;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The text; what the format cannot hold is left out of it.
pub(in crate::import) fn write(spec: &MessageSpec) -> String {
    let wire = spec.wire();
    let mti = match wire.mti {
        DataForm::Bcd => ("BCD", "BCD"),
        DataForm::Ebcdic if wire.charset == CodePage::Cp1047 => ("EBCDIC1047", "EBCDIC"),
        DataForm::Ebcdic => ("EBCDIC", "EBCDIC"),
        _ => ("ASCII", "ASCII"),
    };
    let mut fields = Vec::from([entry("0", &head("String", 4, "Message type", mti.0, mti.1))]);
    let bitmap = match wire.bitmap {
        Some(DataForm::Hex | DataForm::EbcdicHex) => Some(("HexToASCII", "Hex")),
        Some(_) => Some(("Binary", "Binary")),
        None => None,
    };
    fields.extend(bitmap.map(|(encoding, prefix)| entry("1", &head("Bitmap", 8, "Bitmap", encoding, prefix))));
    fields.extend(View::of_spec(spec).filter_map(|view| field(&view, 2)));
    let name = if spec.title().is_empty() { spec.name() } else { spec.title() };
    format!("{{\n  \"name\": {},\n  \"fields\": {{\n{}\n  }}\n}}\n", quoted(name), indented(&fields, 2))
}

fn head(kind: &str, length: usize, description: &str, encoding: &str, prefix: &str) -> String {
    let prefix = format!("{prefix}.Fixed");
    format!(
        "\"type\": {}, \"length\": {length}, \"description\": {}, \"enc\": {}, \"prefix\": {}",
        quoted(kind),
        quoted(description),
        quoted(encoding),
        quoted(&prefix)
    )
}

fn entry(key: &str, keys: &str) -> String {
    format!("{}: {{ {keys} }}", quoted(key))
}

fn indented(entries: &[String], level: usize) -> String {
    let indent = "  ".repeat(level);
    entries.iter().map(|entry| format!("{indent}{entry}")).collect::<Vec<_>>().join(",\n")
}

/// A field or part, if the format has something for it.
fn field(view: &View<'_>, level: usize) -> Option<String> {
    let prefix = prefix(&view.layout)?;
    let key = view.field.key();
    let whole = || Some(entry(key.as_str(), &leaf(view, &prefix)?));
    match composite(view, &prefix, level) {
        Some(composite) => Some(format!("{}: {composite}", quoted(key.as_str()))),
        None => whole(),
    }
}

fn leaf(view: &View<'_>, prefix: &str) -> Option<String> {
    let coding = &view.layout.coding;
    let (kind, encoding) = type_of(view, coding)?;
    let padding = view.layout.filler.map(padding).unwrap_or_default();
    let length = view.layout.max;
    let name = quoted(view.field.name());
    Some(format!(
        "\"type\": \"{kind}\", \"length\": {length}, \"description\": {name}, \"enc\": \"{encoding}\", \"prefix\": \"{prefix}\"{padding}"
    ))
}

fn padding(filler: Filler) -> String {
    let side = if filler.side == Side::Left { "Left" } else { "Right" };
    let pad = quoted(&char::from(filler.character).to_string());
    format!(", \"padding\": {{ \"type\": \"{side}\", \"pad\": {pad} }}")
}

fn type_of(view: &View<'_>, coding: &Coding) -> Option<(&'static str, &'static str)> {
    let kind = match coding.class {
        Class::N => "Numeric",
        // Of the numbers of fields of tracks it is known.
        Class::Z if view.path.segments().len() > 1 || !matches!(view.field.number(), 35 | 36) => "Track2",
        Class::B => "Binary",
        _ => "String",
    };
    let encoding = match (coding.form, coding.page) {
        (DataForm::Ascii, _) => "ASCII",
        (DataForm::Opaque, _) => "Binary",
        (DataForm::Ebcdic, CodePage::Cp1047) => "EBCDIC1047",
        (DataForm::Ebcdic, _) => "EBCDIC",
        (DataForm::Bcd, _) if matches!(coding.class, Class::N | Class::Z) => {
            if coding.pad.side() == Side::Left {
                "BCD"
            } else {
                "LBCD"
            }
        }
        (DataForm::Raw, _) if coding.class == Class::B => "Binary",
        (DataForm::Raw, _) => return Some(("Binary", "Binary")),
        (DataForm::Hex, _) => return Some(("Binary", "HexToASCII")),
        _ => return None,
    };
    Some((kind, encoding))
}

/// The prefix that delimits a layout.
fn prefix(layout: &Layout) -> Option<String> {
    match layout.extent {
        Extent::Fixed => Some(format!("{}.Fixed", family(layout.coding.form))),
        Extent::Rest => Some("None.Fixed".into()),
        Extent::Counted(prefix) if prefix.includes_itself => None,
        Extent::Counted(prefix) => match prefix.counts {
            Count::Units => counted(prefix.form, prefix.width),
            Count::Bytes if layout.coding.is_plain() || layout.coding.form == DataForm::Ebcdic => {
                counted(prefix.form, prefix.width)
            }
            _ => None,
        },
        Extent::Area(..) | Extent::Terminated(..) => None,
    }
}

fn family(form: DataForm) -> &'static str {
    match form {
        DataForm::Ebcdic | DataForm::Zoned => "EBCDIC",
        DataForm::Bcd => "BCD",
        DataForm::Raw | DataForm::Opaque => "Binary",
        DataForm::Hex | DataForm::EbcdicHex => "Hex",
        DataForm::Ascii => "ASCII",
    }
}

fn counted(form: PrefixForm, width: u8) -> Option<String> {
    let (family, letters) = match form {
        PrefixForm::Ber => return Some("BerTLV".into()),
        PrefixForm::Ascii => ("ASCII", width),
        PrefixForm::Ebcdic => ("EBCDIC", width),
        PrefixForm::Bcd => ("BCD", width),
        PrefixForm::Binary => ("Binary", width),
        PrefixForm::Hex if width.is_multiple_of(2) => ("Hex", width / 2),
        PrefixForm::Hex => return None,
    };
    (letters <= 4).then(|| format!("{family}.{}", "L".repeat(letters.into())))
}

/// A field with parts; nothing where they cannot be said.
fn composite(view: &View<'_>, prefix: &str, level: usize) -> Option<String> {
    let (kind, parts) = match view.field.structure()? {
        Structure::Parts => ("\"tag\": { \"sort\": \"StringsByInt\" }".to_string(), whole_parts(view, level)?),
        Structure::Bitmapped(bitmap) => (bitmap_keys(&bitmap)?, whole_parts(view, level)?),
        Structure::Tlv(form) => (tag_keys(view, form)?, tagged_parts(view, form, level)?),
        Structure::Groups(_) | Structure::Cases => return None,
    };
    let indent = "  ".repeat(level);
    let subfields = if parts.is_empty() {
        String::new()
    } else {
        format!("\n{}\n{indent}", indented(&parts, level.saturating_add(1)))
    };
    let (length, name) = (view.layout.coding.bytes(view.layout.max.into()), quoted(view.field.name()));
    Some(format!(
        "{{ \"type\": \"Composite\", \"length\": {length}, \"description\": {name}, \"prefix\": \"{prefix}\", {kind}, \"subfields\": {{{subfields}}} }}"
    ))
}

/// The parts, if all of them can be said: where one is missing, those behind it are elsewhere.
fn whole_parts(view: &View<'_>, level: usize) -> Option<Vec<String>> {
    let is_plain = view.layout.coding.is_plain() || view.layout.coding.form == DataForm::Ebcdic;
    let parts: Option<Vec<String>> = view.parts().map(|part| field(&part, level.saturating_add(1))).collect();
    parts.filter(|_| is_plain)
}

/// The parts behind their tags, each with the length that its structure has.
fn tagged_parts(view: &View<'_>, form: TlvForm, level: usize) -> Option<Vec<String>> {
    let prefix = match form.kind {
        TlvKind::Ber(_) => "BerTLV".to_string(),
        TlvKind::Fixed(fixed) => counted(view.form_of(fixed.length), fixed.length.width())?,
    };
    let part = |part: View<'_>| {
        let key = part.field.key();
        match composite(&part, &prefix, level.saturating_add(1)) {
            Some(composite) => Some(format!("{}: {composite}", quoted(key.as_str()))),
            None => Some(entry(key.as_str(), &leaf(&part, &prefix)?)),
        }
    };
    Some(view.parts().filter_map(part).collect())
}

fn bitmap_keys(bitmap: &PartBitmap) -> Option<String> {
    let (encoding, prefix) = match bitmap.form {
        DataForm::Raw => ("Binary", "Binary"),
        DataForm::Hex => ("HexToASCII", "Hex"),
        _ => return None,
    };
    let head = head("Bitmap", bitmap.bytes.into(), "Bitmap", encoding, prefix);
    (bitmap.more == 0).then(|| format!("\"bitmap\": {{ {head}, \"disableAutoExpand\": true }}"))
}

fn tag_keys(view: &View<'_>, form: TlvForm) -> Option<String> {
    let unlisted = match form.unlisted {
        Unlisted::Keep => ", \"skipUnknownTLVTags\": true, \"storeUnknownTLVTags\": true",
        Unlisted::Skip => ", \"skipUnknownTLVTags\": true",
        Unlisted::Refuse => "",
    };
    let fixed = match form.kind {
        TlvKind::Ber(_) => {
            let is_raw = view.layout.coding.form == DataForm::Raw;
            return is_raw
                .then(|| format!("\"tag\": {{ \"enc\": \"BerTLVTag\", \"sort\": \"StringsByHex\"{unlisted} }}"));
        }
        TlvKind::Fixed(fixed) if fixed.length_first || fixed.counts_tag => return None,
        TlvKind::Fixed(fixed) => fixed,
    };
    let encoding = match view.form_of(fixed.tag) {
        PrefixForm::Ascii => "ASCII",
        PrefixForm::Bcd => "BCD",
        PrefixForm::Ebcdic => "EBCDIC",
        PrefixForm::Binary => "ASCIIToHex",
        _ => return None,
    };
    let (width, sort) = (fixed.tag.width(), if encoding == "ASCIIToHex" { "StringsByHex" } else { "StringsByInt" });
    let unknown = unknown_prefix(view, fixed.length)?;
    Some(format!(
        "\"tag\": {{ \"length\": {width}, \"enc\": \"{encoding}\", \"sort\": \"{sort}\"{unlisted}, \"prefUnknownTLV\": \"{unknown}\" }}"
    ))
}

fn unknown_prefix(view: &View<'_>, length: Code) -> Option<String> {
    counted(view.form_of(length), length.width())
}
