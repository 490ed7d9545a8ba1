//! The calls that give rows a structure.

use super::calls::{call, of};
use super::rustfmt::Chain;
use crate::spec::structure::{FixedTlv, TlvKind};
use crate::spec::{Code, DataForm, Groups, PartBitmap, Structure, TlvForm, Unlisted};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What a call says of a structure, beside its parts.
pub(super) struct Form {
    /// The method of a row that takes it.
    pub(super) method: &'static str,
    /// The type, and the end of the name of a constant of it.
    pub(super) kind: (&'static str, &'static str),
    pub(super) value: Chain,
}

/// What there is to say of a structure; nothing when it is parts, one behind the other.
pub(super) fn form(structure: Structure) -> Option<Form> {
    match structure {
        Structure::Parts | Structure::Cases => None,
        Structure::Tlv(form) => Some(Form { method: "with_tlv", kind: ("TlvForm", "TLV"), value: tlv(form) }),
        Structure::Bitmapped(map) => {
            Some(Form { method: "with_bitmapped", kind: ("PartBitmap", "BITMAP"), value: bitmap(map) })
        }
        Structure::Groups(all) => Some(Form { method: "with_groups", kind: ("Groups", "GROUPS"), value: groups(all) }),
    }
}

impl Form {
    /// Whether it is long enough for a constant of its own.
    pub(super) fn is_long(&self) -> bool {
        self.value.line().len() > 50
    }
}

fn tlv(TlvForm { kind, unlisted }: TlvForm) -> Chain {
    let (head, mut calls) = match kind {
        TlvKind::Ber(filler) => {
            let filler = (filler != 0).then(|| call("with_filler", &format!("0x{filler:02X}")));
            ("TlvForm::BER".to_string(), Vec::from_iter(filler))
        }
        TlvKind::Fixed(fixed) => (fixed_head(&fixed), fixed_calls(&fixed)),
    };
    if unlisted != Unlisted::Keep {
        calls.push(call("with_unlisted", &of("Unlisted", unlisted)));
    }
    Chain { head, text: None, calls }
}

fn fixed_head(fixed: &FixedTlv) -> String {
    let plain = TlvForm::fixed(fixed.tag, fixed.length);
    if plain == TlvForm::DATASETS {
        "TlvForm::DATASETS".to_string()
    } else {
        format!("TlvForm::fixed({}, {})", code(fixed.tag), code(fixed.length))
    }
}

/// A new attribute does not compile until it is printed here.
fn fixed_calls(fixed: &FixedTlv) -> Vec<String> {
    let FixedTlv { tag: _, length: _, length_first, counts_tag } = *fixed;
    let first = length_first.then(|| call("with_length_first", ""));
    let counted = counts_tag.then(|| call("with_tag_counted", ""));
    first.into_iter().chain(counted).collect()
}

fn bitmap(PartBitmap { form, bytes, more_bytes, more }: PartBitmap) -> Chain {
    let form = (form != DataForm::Raw).then(|| call("with_form", &of("DataForm", form)));
    let further = (more > 0).then(|| call("with_extensions", &format!("{more_bytes}, {more}")));
    let calls = form.into_iter().chain(further).collect();
    Chain { head: call("PartBitmap::new", &bytes.to_string()), text: None, calls }
}

fn groups(Groups { max, count }: Groups) -> Chain {
    let calls = count.map(|count| call("with_count", &code(count))).into_iter().collect();
    Chain { head: call("Groups::up_to", &max.to_string()), text: None, calls }
}

fn code(code: Code) -> String {
    match code.form() {
        None => format!("Code::text({})", code.width()),
        Some(form) => format!("Code::of({}, {})", of("PrefixForm", form), code.width()),
    }
}
