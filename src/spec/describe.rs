//! How things look on the wire, in the words of spec files, which `file` reads as they are written here.

use super::layout::{Extent, Layout, Prefix};
use super::structure::{Code, FixedTlv, PartBitmap, Structure, TlvForm, TlvKind};
use super::{CodePage, Count, DataForm, Filler, HexCase, Optional, PrefixForm, Secondary, Sensitivity, Side, Third};
use super::{Unlisted, Wire};
use alloc::format;
use alloc::string::{String, ToString};

pub(crate) fn data(form: DataForm) -> &'static str {
    match form {
        DataForm::Ascii => "ascii",
        DataForm::Opaque => "opaque",
        DataForm::Ebcdic => "ebcdic",
        DataForm::Bcd => "bcd",
        DataForm::Raw => "raw",
        DataForm::Hex => "hex",
        DataForm::EbcdicHex => "ebcdic-hex",
        DataForm::Zoned => "zoned",
    }
}

pub(super) fn length(form: PrefixForm) -> &'static str {
    match form {
        PrefixForm::Ascii => "ascii",
        PrefixForm::Ebcdic => "ebcdic",
        PrefixForm::Bcd => "bcd",
        PrefixForm::Binary => "binary",
        PrefixForm::Hex => "hex",
        PrefixForm::Ber => "ber",
    }
}

pub(super) fn page(page: CodePage) -> &'static str {
    match page {
        CodePage::Cp037 => "cp037",
        CodePage::Cp500 => "cp500",
        CodePage::Cp1047 => "cp1047",
        CodePage::Cp1140 => "cp1140",
    }
}

pub(super) fn case(case: HexCase) -> &'static str {
    match case {
        HexCase::Upper => "upper",
        HexCase::Lower => "lower",
        HexCase::Any => "any",
    }
}

/// The form of the bitmaps.
pub(super) fn bitmap(form: Option<DataForm>) -> &'static str {
    form.map_or("none", data)
}

pub(super) fn secondary(secondary: Secondary) -> &'static str {
    match secondary {
        Secondary::WhenNeeded => "when-needed",
        Secondary::Always => "always",
        Secondary::AlwaysUnannounced => "always-unannounced",
    }
}

pub(super) fn third(third: Third) -> String {
    match third {
        Third::None => "none".to_string(),
        Third::Chain => "chain".to_string(),
        Third::Field(number) => format!("field {number}"),
    }
}

pub(super) fn count(count: Count) -> &'static str {
    match count {
        Count::Units => "units",
        Count::Bytes => "bytes",
        Count::Nibbles => "nibbles",
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

pub(super) fn filler(filler: Option<Filler>) -> String {
    match filler {
        None => "none".to_string(),
        Some(Filler { side: of, character: b' ' }) => format!("{} space", side(of)),
        Some(Filler { side: of, character: character @ 0x21..=0x7E }) => {
            format!("{} {}", side(of), char::from(character))
        }
        Some(Filler { side: of, character }) => format!("{} 0x{character:02X}", side(of)),
    }
}

pub(super) fn sensitivity(sensitivity: Sensitivity) -> &'static str {
    match sensitivity {
        Sensitivity::None => "none",
        Sensitivity::Pan => "pan",
        Sensitivity::Track => "track",
        Sensitivity::Pin => "pin",
        Sensitivity::Cvv => "cvv",
        Sensitivity::Key => "key",
        Sensitivity::Secret => "secret",
    }
}

/// Whether a part may be missing.
pub(super) fn presence(optional: Optional) -> &'static str {
    match optional {
        Optional::No => "no",
        Optional::AtEnd => "at-end",
        Optional::ByClass => "by-class",
    }
}

/// What a profile says, key by key; what follows from nothing on the wire is empty.
pub(super) fn profile(wire: &Wire) -> [(&'static str, String); 13] {
    let is_ebcdic = [wire.digits, wire.text].contains(&DataForm::Ebcdic);
    let has_hex = wire.binary != DataForm::Raw || wire.bitmap.is_some_and(|form| form != DataForm::Raw);
    [
        ("mti", data(wire.mti).to_string()),
        ("bitmap", bitmap(wire.bitmap).to_string()),
        ("secondary", secondary(wire.secondary).to_string()),
        ("third", third(wire.third)),
        ("length", length(wire.length).to_string()),
        ("digits", data(wire.digits).to_string()),
        ("text", data(wire.text).to_string()),
        ("binary", data(wire.binary).to_string()),
        ("charset", if is_ebcdic { page(wire.charset).to_string() } else { String::new() }),
        ("hex_case", if has_hex { case(wire.hex_case).to_string() } else { String::new() }),
        ("nibble_pad", nibble(wire.nibble_pad.side(), wire.nibble_pad.written())),
        ("digits_pad", filler(wire.digits_pad)),
        ("text_pad", filler(wire.text_pad)),
    ]
}

/// The form of content: `bcd, odd left 0`, `ebcdic cp500`, `hex lower`.
pub(super) fn form(layout: &Layout) -> String {
    let coding = &layout.coding;
    let name = data(coding.form);
    match coding.form {
        DataForm::Ebcdic | DataForm::Zoned => format!("{name} {}", page(coding.page)),
        DataForm::Hex | DataForm::EbcdicHex => format!("{name} {}", case(coding.case)),
        // Only an odd number of digits is filled up.
        DataForm::Bcd if !layout.is_fixed() || layout.max % 2 == 1 => {
            format!("{name}, odd {}", nibble(coding.pad.side(), coding.pad.written()))
        }
        _ => name.to_string(),
    }
}

/// The nibbles that are accepted in the place of the pad, in hex.
pub(super) fn accepted(layout: &Layout) -> String {
    nibbles(layout.coding.pad.accepted())
}

/// The side and the nibble that fills up an odd number of digits: `left 0`.
pub(super) fn nibble(of: Side, nibble: u8) -> String {
    format!("{} {nibble:X}", side(of))
}

/// A set of nibbles in hex, or `any`.
pub(super) fn nibbles(set: u16) -> String {
    if set == u16::MAX {
        return "any".to_string();
    }
    (0..16).filter(|nibble| set >> nibble & 1 == 1).map(|nibble| format!("{nibble:X}")).collect()
}

/// How the end of a field is found: `fixed`, `ascii 3 digits`, `binary 1 byte, counts bytes`, `ends with 1C`.
pub(super) fn extent(layout: &Layout) -> String {
    match layout.extent {
        Extent::Fixed => "fixed".to_string(),
        Extent::Counted(prefix) => prefixed(&prefix),
        Extent::Area(prefix, area) => format!("{}, area of {area} bytes", prefixed(&prefix)),
        Extent::Rest => "to the end".to_string(),
        Extent::Terminated(bytes, length) => {
            format!("ends with {}", terminator(bytes, length))
        }
    }
}

/// A terminator of so many bytes, in hex.
pub(super) fn terminator(bytes: [u8; 4], length: u8) -> String {
    bytes.iter().take(usize::from(length)).map(|byte| format!("{byte:02X}")).collect()
}

fn prefixed(prefix: &Prefix) -> String {
    let (name, width) = (length(prefix.form), prefix.width);
    let mut text = match prefix.form {
        PrefixForm::Ber => name.to_string(),
        PrefixForm::Bcd | PrefixForm::Binary => counted(name, prefix.form.bytes(width), "byte"),
        _ => counted(name, usize::from(width), "digit"),
    };
    if prefix.counts != Count::Units {
        text += &format!(", counts {}", count(prefix.counts));
    }
    text += if prefix.includes_itself { ", includes itself" } else { "" };
    text
}

fn counted(name: &str, count: usize, unit: &str) -> String {
    format!("{name} {count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// What fills a short value: `left 0`, `right space, stripped`, `none`.
pub(super) fn padding(layout: &Layout) -> String {
    filler(layout.filler) + if layout.strip { ", stripped" } else { "" }
}

/// What content is made of: `parts`, `ber`, `tag text 2, length text 3`, `bitmap hex 8`, `up to 6 groups`.
pub(super) fn structure(structure: Option<Structure>) -> String {
    match structure {
        None => "none".to_string(),
        Some(Structure::Parts) => "parts".to_string(),
        Some(Structure::Cases) => "cases".to_string(),
        Some(Structure::Tlv(form)) => tlv(&form),
        Some(Structure::Bitmapped(bitmap)) => format!("bitmap {}", part_bitmap(&bitmap)),
        Some(Structure::Groups(groups)) => {
            let count = groups.count.map(|count| format!(", count {}", code(count))).unwrap_or_default();
            format!("up to {} groups{count}", groups.max)
        }
    }
}

/// The bitmap of parts: `raw 8`, `hex 8+8`.
pub(super) fn part_bitmap(bitmap: &PartBitmap) -> String {
    let more = format!("+{}", bitmap.more_bytes).repeat(bitmap.more.into());
    format!("{} {}{more}", data(bitmap.form), bitmap.bytes)
}

fn tlv(form: &TlvForm) -> String {
    let mut text = match form.kind {
        TlvKind::Ber(0) => "ber".to_string(),
        TlvKind::Ber(byte) => format!("ber, filler {byte:02X}"),
        TlvKind::Fixed(FixedTlv { tag, length, length_first, counts_tag }) => {
            let (tag, length) = (format!("tag {}", code(tag)), format!("length {}", code(length)));
            let pair = if length_first { format!("{length}, {tag}") } else { format!("{tag}, {length}") };
            pair + if counts_tag { ", counts the tag" } else { "" }
        }
    };
    text += match form.unlisted {
        Unlisted::Keep => "",
        Unlisted::Refuse => ", others refused",
        Unlisted::Skip => ", others skipped",
    };
    text
}

/// The form and the width of a tag, a length or a count: `text 4`.
pub(super) fn code(code: Code) -> String {
    format!("{} {}", code.form().map_or("text", length), code.width())
}
