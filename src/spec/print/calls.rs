//! The calls that make rows and profiles: those that state something.

use super::rustfmt::Chain;
use crate::spec::field::Delimiter;
use crate::spec::text::Text;
use crate::spec::{
    Count, DataForm, FieldSpec, Filler, MessageRule, MessageSpec, NibblePad, Optional, PanMask, SpecField, SpecRule,
    Wire,
};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ascii::escape_default;
use core::fmt::Debug;

/// The value of the static of a spec.
pub(super) fn static_of(spec: &MessageSpec, wire: &str, table: &str, messages: Option<&str>) -> Chain {
    let shows = spec.pan_mask();
    let pan_mask = (shows != PanMask::USUAL).then(|| call("with_pan_mask", &pan_mask(shows)));
    let messages = messages.map(|messages| call("with_messages", messages));
    Chain {
        head: format!("MessageSpec::new({:?}, {wire}, {table})", spec.name()),
        text: text("with_title", spec.title()),
        calls: pan_mask.into_iter().chain(messages).collect(),
    }
}

fn pan_mask(mask: PanMask) -> String {
    let (first, last) = mask.ends();
    format!("PanMask::new({first}, {last}).unwrap()")
}

fn text(call: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("{call}({text:?})"))
}

/// A rule. A new attribute does not compile until it is printed here.
pub(super) fn rule(rule: &SpecRule<'_>) -> Chain {
    let (rule, names) = rule.row();
    let MessageRule { name, mtis, when, mandatory, conditional, mandatory_if, optional, never, echo, nothing_else } =
        *rule;
    let list = |method: &str, list: Text| text(method, list.within(names));
    let calls = [
        when.and_then(|when| list("when", when)),
        list("mandatory", mandatory),
        list("conditional", conditional),
        list("mandatory_if", mandatory_if),
        list("optional", optional),
        list("never", never),
        list("echo", echo),
        flag(nothing_else, "nothing_else"),
    ];
    let head = format!("MessageRule::new({:?}, \"{mtis}\")", name.within(names));
    Chain { head, text: None, calls: calls.into_iter().flatten().collect() }
}

/// A row of a table; `structure` is the call that gives it parts.
pub(super) fn row(field: &SpecField<'_>, structure: Option<String>) -> Chain {
    let format = field.format();
    Chain {
        head: match (field.tag(), field.condition()) {
            (_, Some(condition)) => format!("FieldSpec::case({condition:?})"),
            (Some(tag), None) => format!("FieldSpec::tagged(\"{}\", \"{format}\")", tag.as_str()),
            (None, None) => format!("FieldSpec::new({}, \"{format}\")", field.number()),
        },
        text: text("with_name", field.name()),
        calls: stated(**field).into_iter().chain(structure).collect(),
    }
}

/// The calls that state the attributes of a row, but for its structure. A new attribute does not compile until it is printed here.
fn stated(field: FieldSpec) -> Vec<String> {
    let FieldSpec {
        number: _,
        tag: _,
        when: _,
        structure: _,
        parts: _,
        defined: _,
        name: _,
        format: _,
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
    } = field;
    let calls = [
        data.map(|form| call("with_data", &of("DataForm", form))),
        charset.map(|page| call("with_charset", &of("CodePage", page))),
        hex_case.map(|case| call("with_hex_case", &of("HexCase", case))),
        prefix.map(|form| call("with_prefix", &of("PrefixForm", form))),
        prefix_width.map(|width| call("with_prefix_width", &width.to_string())),
        (counts != Count::Units).then(|| call("with_count", &of("Count", counts))),
        flag(includes_itself, "with_prefix_included"),
        delimited(delimiter),
        nibble_pad.map(|pad| call("with_nibble_pad", &nibbles(pad))),
        pad.map(|pad| call("with_pad", &filler(pad))),
        flag(strip, "with_pad_stripped"),
        sensitivity.map(|sensitivity| call("with_sensitivity", &of("Sensitivity", sensitivity))),
        echo.map(|echo| call(if echo { "with_echo" } else { "without_echo" }, "")),
        presence(optional),
        (!only_in.is_all()).then(|| call("only_in", &types(&only_in.to_string()))),
    ];
    calls.into_iter().flatten().collect()
}

fn presence(optional: Optional) -> Option<String> {
    match optional {
        Optional::No => None,
        Optional::AtEnd => Some(call("optional", "")),
        Optional::ByClass => Some(call("optional_by_class", "")),
    }
}

/// Patterns of message types, which blanks separate.
fn types(patterns: &str) -> String {
    let patterns: Vec<String> = patterns.split(' ').map(|pattern| format!("{pattern:?}")).collect();
    format!("&[{}]", patterns.join(", "))
}

fn delimited(delimiter: Delimiter) -> Option<String> {
    match delimiter {
        Delimiter::Format => None,
        Delimiter::Rest => Some(call("to_end", "")),
        Delimiter::Terminator(bytes, length) => {
            let bytes: Vec<String> = bytes.iter().take(length.into()).map(|byte| format!("0x{byte:02X}")).collect();
            Some(call("with_terminator", &format!("&[{}]", bytes.join(", "))))
        }
        Delimiter::Area(bytes) => Some(call("with_area", &bytes.to_string())),
    }
}

/// A profile: the constant that it differs least from, and the differences.
pub(super) fn wire(wire: &Wire) -> Chain {
    let chain =
        |name: &str, start: Wire| Chain { head: format!("Wire::{name}"), text: None, calls: changes(*wire, start) };
    let [ascii, bcd, ebcdic] = [chain("ASCII", Wire::ASCII), chain("BCD", Wire::BCD), chain("EBCDIC", Wire::EBCDIC)];
    let fewer = |one: Chain, other: Chain| if other.calls.len() < one.calls.len() { other } else { one };
    fewer(fewer(ascii, bcd), ebcdic)
}

/// The calls that make a profile of another. A new attribute does not compile until it is printed here.
fn changes(wire: Wire, start: Wire) -> Vec<String> {
    let Wire {
        mti,
        bitmap,
        secondary,
        third,
        length,
        digits,
        text,
        binary,
        charset,
        hex_case,
        nibble_pad,
        digits_pad,
        text_pad,
    } = wire;
    let calls = [
        (mti != start.mti).then(|| call("with_mti", &of("DataForm", mti))),
        (bitmap != start.bitmap).then(|| bitmaps(bitmap)),
        (secondary != start.secondary).then(|| call("with_secondary", &of("Secondary", secondary))),
        (third != start.third).then(|| call("with_third", &of("Third", third))),
        (length != start.length).then(|| call("with_length", &of("PrefixForm", length))),
        (digits != start.digits).then(|| call("with_digits", &of("DataForm", digits))),
        (text != start.text).then(|| call("with_text", &of("DataForm", text))),
        (binary != start.binary).then(|| call("with_binary", &of("DataForm", binary))),
        (charset != start.charset).then(|| call("with_charset", &of("CodePage", charset))),
        (hex_case != start.hex_case).then(|| call("with_hex_case", &of("HexCase", hex_case))),
        (nibble_pad != start.nibble_pad).then(|| call("with_nibble_pad", &nibbles(nibble_pad))),
        (digits_pad != start.digits_pad).then(|| call("with_digits_pad", &filler(digits_pad))),
        (text_pad != start.text_pad).then(|| call("with_text_pad", &filler(text_pad))),
    ];
    calls.into_iter().flatten().collect()
}

fn bitmaps(form: Option<DataForm>) -> String {
    match form {
        Some(form) => call("with_bitmap", &of("DataForm", form)),
        None => call("without_bitmap", ""),
    }
}

pub(super) fn call(name: &str, argument: &str) -> String {
    format!("{name}({argument})")
}

fn flag(is_set: bool, name: &str) -> Option<String> {
    is_set.then(|| call(name, ""))
}

/// A variant of an enum of Rust source, which is what a derived `Debug` prints.
pub(super) fn of(name: &str, variant: impl Debug) -> String {
    format!("{name}::{variant:?}")
}

fn nibbles(pad: NibblePad) -> String {
    let nibble = if pad.written() > 9 { format!("0x{:X}", pad.written()) } else { pad.written().to_string() };
    let written = format!("NibblePad::new({}, {nibble})", of("Side", pad.side()));
    if pad == NibblePad::new(pad.side(), pad.written()) {
        written
    } else {
        let is_other = |nibble: &u8| pad.accepted() >> nibble & 1 == 1 && *nibble != pad.written();
        let nibbles: Vec<String> = (0..16u8).filter(is_other).map(|nibble| nibble.to_string()).collect();
        format!("{written}.accepting(&[{}])", nibbles.join(", "))
    }
}

fn filler(filler: Option<Filler>) -> String {
    let Some(Filler { side, character }) = filler else { return "None".to_string() };
    let character = match character {
        b' '..=b'~' => format!("b'{}'", escape_default(character)),
        byte => format!("0x{byte:02X}"),
    };
    format!("Some(Filler {{ side: {}, character: {character} }})", of("Side", side))
}
