//! A spec as a `GenericPackager`: the class for each field that says the most of it.

use super::classes::{CLASSES, How, What};
use crate::import::shape::MOST;
use crate::spec::layout::{Extent, Layout, Prefix};
use crate::spec::structure::TlvKind;
use crate::spec::view::View;
use crate::spec::{
    Class, Code, Count, DataForm, MessageSpec, Optional, PartBitmap, PrefixForm, Side, Structure, Third, TlvForm,
    Unlisted,
};
use alloc::format;
use alloc::string::String;

const DOCTYPE: &str = "<!DOCTYPE isopackager PUBLIC \"-//jPOS/jPOS Generic Packager DTD 1.0//EN\"\n    \
                       \"http://jpos.org/dtd/generic-packager-1.0.dtd\">\n";

/// The text; what the format cannot hold is left out of it.
pub(in crate::import) fn write(spec: &MessageSpec) -> String {
    let wire = spec.wire();
    let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{DOCTYPE}<isopackager");
    match (wire.bitmap, wire.third) {
        (None, _) => out += " emitBitmap=\"false\" firstField=\"2\"",
        (_, Third::Field(number)) => out += &format!(" thirdBitmapField=\"{number}\""),
        _ => {}
    }
    out += ">\n";
    let mti = match wire.mti {
        DataForm::Bcd => "IFB_NUMERIC",
        DataForm::Ebcdic => "IFE_NUMERIC",
        _ => "IFA_NUMERIC",
    };
    out += &isofield("  ", 0, 4, "Message type", mti, "");
    if let Some(form) = wire.bitmap {
        let length = if wire.third == Third::Chain { 24 } else { 16 };
        out += &isofield("  ", 1, length, "Bitmap", bitmap_class(form), "");
    }
    View::of_spec(spec).for_each(|view| push(&mut out, "  ", &view));
    out + "</isopackager>\n"
}

/// A field or part, if there is a class for it.
fn push(out: &mut String, indent: &str, view: &View<'_>) {
    let Some((class, attributes)) = class_of(&view.layout, view.field.presence()) else { return };
    let (id, length) = (view.field.number(), length_of(&view.layout));
    match opened(indent, view) {
        Some((packager, children)) => {
            let name = escaped(view.field.name());
            *out += &format!(
                "{indent}<isofieldpackager id=\"{id}\" length=\"{length}\" name=\"{name}\" class=\"{}\"{attributes} {packager}>\n\
                 {children}{indent}</isofieldpackager>\n",
                full(class)
            );
        }
        None => *out += &isofield(indent, id, length, view.field.name(), class, &attributes),
    }
}

fn isofield(indent: &str, id: u16, length: usize, name: &str, class: &str, attributes: &str) -> String {
    let (name, class) = (escaped(name), full(class));
    format!("{indent}<isofield id=\"{id}\" length=\"{length}\" name=\"{name}\" class=\"{class}\"{attributes}/>\n")
}

/// The name of a class with its package.
fn full(class: &str) -> String {
    let package = match class {
        "Base1_BITMAP126" => "org.jpos.iso.packager",
        "IF_FCHAR" | "IF_FBINARY" | "IFB_LHBINARY" | "IF_FSTCHAR" | "IF_FSTBINARY" => "org.jpos.tlv.packager",
        _ if class.starts_with("IFT") => "org.jpos.tlv.packager",
        _ => "org.jpos.iso",
    };
    format!("{package}.{class}")
}

fn length_of(layout: &Layout) -> usize {
    match (layout.coding.form, layout.extent) {
        (_, Extent::Area(_, bytes)) => bytes.into(),
        (DataForm::Zoned, _) => usize::from(layout.max).saturating_sub(1),
        _ => layout.max.into(),
    }
}

fn bitmap_class(form: DataForm) -> &'static str {
    match form {
        DataForm::Hex => "IFA_BITMAP",
        DataForm::EbcdicHex => "IFE_BITMAP",
        _ => "IFB_BITMAP",
    }
}

/// The class of a layout, with the attributes that it needs.
fn class_of(layout: &Layout, presence: Optional) -> Option<(&'static str, String)> {
    let (how, mut attributes) = how(layout)?;
    let how = if presence == Optional::ByClass { How::ByClass } else { how };
    let wanted = whats(layout);
    let found = wanted.iter().find_map(|(what, is_left)| {
        let class = CLASSES.iter().find(|(_, known, content)| *known == how && content == what)?;
        Some((class.0, *is_left))
    });
    let (class, is_left) = found?;
    if is_left {
        attributes += " pad=\"true\"";
    }
    Some((class, attributes))
}

fn how(layout: &Layout) -> Option<(How, String)> {
    let plain = |how| Some((how, String::new()));
    match layout.extent {
        Extent::Fixed => plain(How::Fixed),
        Extent::Counted(prefix @ Prefix { form, width, .. }) => {
            let how = match prefix.counts {
                Count::Units => How::Counted(form, width),
                Count::Bytes if matches!(layout.coding.form, DataForm::Bcd) => How::CountedBytes(form, width),
                Count::Bytes if layout.coding.is_plain() || layout.coding.form == DataForm::Ebcdic => {
                    How::Counted(form, width)
                }
                Count::Bytes => return None,
                Count::Nibbles => How::CountedNibbles(form, width),
            };
            let inclusive = if prefix.includes_itself { " inclusive=\"true\"" } else { "" };
            Some((how, inclusive.into()))
        }
        Extent::Area(prefix, _) => plain(How::Area(prefix.form, prefix.width)),
        Extent::Rest => plain(How::Rest),
        Extent::Terminated(bytes, length) => {
            let bytes = bytes.get(..usize::from(length))?;
            match (str::from_utf8(bytes), bytes, layout.coding.form) {
                (_, [byte], DataForm::Raw) => Some((How::Byte, format!(" token=\"{byte:02X}\""))),
                (Ok(text), ..) if bytes.iter().all(u8::is_ascii_graphic) => {
                    Some((How::Token, format!(" token=\"{}\"", escaped(text))))
                }
                _ => None,
            }
        }
    }
}

/// What the content may be called, best first, and whether `pad` says left.
fn whats(layout: &Layout) -> [(What, bool); 2] {
    let coding = &layout.coding;
    let twice = |what| [(what, false), (what, false)];
    let text = if coding.form == DataForm::Ebcdic { DataForm::Ebcdic } else { DataForm::Ascii };
    match (coding.class, coding.form) {
        (Class::Xn, DataForm::Zoned) => twice(What::Zoned),
        (Class::Xn, form) => twice(What::Amount(form)),
        (Class::N | Class::Z, DataForm::Bcd) => {
            let is_left = coding.pad.side() == Side::Left;
            match (is_left, coding.pad.written()) {
                (false, 15) => [(What::PackedF, false), (What::PackedRightF, false)],
                (is_left, _) => [(What::Packed, is_left), (What::PackedF, is_left)],
            }
        }
        (_, DataForm::Bcd) => twice(What::Hexits),
        (Class::N | Class::Z, _) => [(What::Digits(text), false), (What::Text(text), false)],
        (Class::Ansb | Class::Anb, DataForm::Ebcdic) => {
            [(What::Bytes(DataForm::Ebcdic), false), (What::Text(text), false)]
        }
        (_, form @ (DataForm::Raw | DataForm::Hex | DataForm::EbcdicHex)) => twice(What::Bytes(form)),
        _ => twice(What::Text(text)),
    }
}

/// The attributes of the packager of a field with parts, and its elements.
fn opened(indent: &str, view: &View<'_>) -> Option<(String, String)> {
    // There, digits of two parts never share a byte.
    if view.layout.coding.form == DataForm::Bcd {
        return None;
    }
    let within = format!("{indent}  ");
    let mut children = String::new();
    let packager = match view.field.structure()? {
        Structure::Parts => {
            view.parts().for_each(|part| push(&mut children, &within, &part));
            sub("GenericSubFieldPackager", " emitBitmap=\"false\" firstField=\"1\"")
        }
        Structure::Bitmapped(bitmap) => {
            let (packager, head) = bitmap_head(&within, &bitmap)?;
            children += &head;
            view.parts().for_each(|part| push(&mut children, &within, &part));
            packager
        }
        Structure::Tlv(form) if form.is_ber() => {
            let is_raw = view.layout.coding.form == DataForm::Raw;
            is_raw.then(|| "packager=\"org.jpos.tlv.packager.bertlv.BERTLVBinaryPackager\"".into())?
        }
        Structure::Tlv(form) if form == TlvForm::DATASETS => sub("DatasetPackager", ""),
        Structure::Tlv(form) => {
            children += &tagged(&within, view, form)?;
            "packager=\"org.jpos.tlv.packager.TaggedSequencePackager\"".into()
        }
        Structure::Groups(_) | Structure::Cases => return None,
    };
    Some((packager, children))
}

fn sub(packager: &str, attributes: &str) -> String {
    format!("packager=\"org.jpos.iso.packager.{packager}\"{attributes}")
}

/// The packager and the element of a bitmap in front of parts.
fn bitmap_head(indent: &str, bitmap: &PartBitmap) -> Option<(String, String)> {
    let PartBitmap { form, bytes, more_bytes, more } = *bitmap;
    let class = match (bytes, form) {
        (8, DataForm::Raw) if more == 0 => "Base1_BITMAP126",
        _ => bitmap_class(form),
    };
    match (bytes, more_bytes, more) {
        (1..=8, _, 0) => {
            Some((sub("Base1SubFieldPackager", ""), isofield(indent, 0, bytes.into(), "Bitmap", class, "")))
        }
        (8, 8, 1 | 2) => {
            let length = if more == 1 { 16 } else { 24 };
            Some((sub("GenericSubFieldPackager", ""), isofield(indent, 1, length, "Bitmap", class, "")))
        }
        _ => None,
    }
}

/// The elements of a sequence of tags, each of which is its token.
fn tagged(indent: &str, view: &View<'_>, form: TlvForm) -> Option<String> {
    let TlvKind::Fixed(fixed) = form.kind else { return None };
    let is_ascii = |code: Code| view.form_of(code) == PrefixForm::Ascii;
    if fixed.length_first || fixed.counts_tag || !is_ascii(fixed.tag) || !is_ascii(fixed.length) {
        return None;
    }
    let length = match fixed.length.width() {
        2 => "LL",
        3 => "LLL",
        _ => return None,
    };
    let mut out = String::new();
    for (number, part) in (1..).zip(view.parts()) {
        let content = match (part.layout.coding.class, part.layout.coding.form) {
            (_, DataForm::Raw) => "BINARY",
            (Class::N, DataForm::Ascii) => "NUM",
            _ => "CHAR",
        };
        let (tag, class) = (part.field.key(), format!("IFTA_{length}{content}"));
        let token = format!(" token=\"{}\"", tag.as_str());
        out += &isofield(indent, number, usize::from(part.layout.max).min(MOST), part.field.name(), &class, &token);
    }
    if form.unlisted != Unlisted::Refuse {
        let token = format!(" token=\"{}\"", "#".repeat(fixed.tag.width().into()));
        out += &isofield(indent, 999, 0, "Any other tag", &format!("IFTA_{length}CHAR"), &token);
    }
    Some(out)
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            // Most control characters have no place in XML.
            character if character.is_control() || matches!(character, '\u{FFFE}' | '\u{FFFF}') => out.push(' '),
            character => out.push(character),
        }
    }
    out
}
