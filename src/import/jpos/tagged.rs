//! Parts behind tags, in the ways of jPOS.

use super::classes::{Code, How};
use super::field::{mapped, padded};
use super::number;
use super::packager::{Kid, Opening};
use crate::error::Segment;
use crate::import::loss::Loss;
use crate::import::nest;
use crate::import::plan::Reason;
use crate::import::shape::{End, Key, Shape};
use crate::spec::{self, DataForm, Optional, OwnedRow, PrefixForm, Structure, TlvForm, Unlisted};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

impl<'x> Opening<'_, 'x> {
    /// Tags of a width that is stated.
    pub(super) fn by_tag_size(&self, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let element = self.field.element;
        let size = |attribute| number(element, attribute).and_then(|size| u8::try_from(size).ok()).unwrap_or(0);
        let tag = (PrefixForm::Ascii, size("tagSize"));
        let form = TlvForm::fixed(code(tag), code((PrefixForm::Ascii, size("lenSize")))).with_unlisted(Unlisted::Skip);
        let form = if self.field.is_true("swapTagAndLen") { form.with_length_first() } else { form };
        let tags = self.kids.iter().map(|kid| Ok((kid, self.mapped(kid, tag.1)?)));
        let tags = tags.collect::<Result<Vec<_>, Reason>>()?;
        self.tagged(form, tags, losses)
    }

    fn mapped(&self, kid: &Kid<'x>, width: u8) -> Result<Segment, Reason> {
        let mapper = self.field.element.attribute("tagMapper").unwrap_or("org.jpos.tlv.TTDecimalTagMapper");
        let is_known = mapper.starts_with("org.jpos.") && mapper.ends_with("DecimalTagMapper");
        if !is_known {
            return Err(Reason(format!("`{mapper}` is no mapper of jPOS")));
        }
        mapped(kid.field.id, width).ok_or_else(|| "one of them has no tag".into())
    }

    /// Tags as the classes of the parts say, behind a first part that may be there or not.
    pub(super) fn led(&self, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let (tagged, lead): (Vec<_>, Vec<_>) = self.kids.iter().partition(|kid| kid.is_tagged());
        let Some(how) = tagged.first().map(|kid| kid.field.how) else { return self.sequence_of(lead, losses) };
        if tagged.iter().any(|kid| kid.field.how != how) {
            return Err("tags and lengths differ from part to part".into());
        }
        let (form, width) = match how {
            How::Tagged(tag, length) => (TlvForm::fixed(code(tag), code(length)), tag.1),
            How::LengthFirst(tag, length) => {
                (TlvForm::fixed(code(tag), code(length)).with_length_first().with_tag_counted(), tag.1)
            }
            How::Mapped(width, length) => (TlvForm::fixed(code((PrefixForm::Ascii, width)), code(length)), width),
            _ => return self.sequenced(false, losses),
        };
        let tag = |kid: &Kid<'x>| match how {
            How::Mapped(..) => self.mapped(kid, width),
            _ => padded(kid.field.id, width).ok_or_else(|| Reason::from("a number is wider than its tag")),
        };
        let tags = tagged.into_iter().map(|kid| Ok((kid, tag(kid)?))).collect::<Result<Vec<_>, Reason>>()?;
        let rest = self.tagged(form.with_unlisted(Unlisted::Refuse), tags, losses)?;
        match lead.as_slice() {
            [] => Ok(rest),
            [lead] if lead.field.how == How::ByClass => self.behind(lead, rest, losses),
            _ => Err("a part without a tag stands in front of those that have one".into()),
        }
    }

    /// Tags behind a first part.
    fn behind(&self, lead: &Kid<'x>, tags: OwnedRow, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        losses.push(Loss::new(self.field.path, "its first part is part 1, and the tags are in part 2"));
        let mut first = lead.row(losses)?;
        first.row.number = 1;
        let rest = Shape { end: End::Rest, max: self.shape.max, filler: None, ..self.shape };
        let rest = if tags.row.data == Some(DataForm::Raw) { nest::raw(rest) } else { rest };
        let rest = rest.named(Key::Number(2), "")?;
        let mut rest = OwnedRow { parts: tags.parts, ..rest };
        rest.row.structure = tags.row.structure;
        rest.row.optional = Optional::AtEnd;
        let parts = vec![first, rest];
        let mut holder = self.holder(&parts)?;
        holder.row.structure = Some(Structure::Parts);
        holder.parts = parts;
        Ok(holder)
    }

    /// Tags that the tokens of the parts are, in any order and as often as they come.
    pub(super) fn sequenced(&self, is_hex: bool, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        let Some(first) = self.kids.iter().find(|kid| !kid.token().is_empty()) else {
            return Err("none of them has a token for a tag".into());
        };
        let How::Sequenced(length) = first.field.how else {
            return Err("its parts have no length behind the tag".into());
        };
        if self.kids.iter().any(|kid| kid.field.how != first.field.how && kid.token().len() != first.token().len()) {
            return Err("tags and lengths differ from part to part".into());
        }
        let width = u8::try_from(first.token().len()).unwrap_or(u8::MAX);
        let tag = if is_hex { (PrefixForm::Binary, width / 2) } else { (PrefixForm::Ascii, width) };
        let (others, listed): (Vec<_>, Vec<_>) = self.kids.iter().partition(|kid| kid.token().starts_with('#'));
        let form = TlvForm::fixed(code(tag), code(length));
        let form = if others.is_empty() { form.with_unlisted(Unlisted::Refuse) } else { form };
        let name =
            |kid: &Kid<'x>| Segment::text(&format!("{:0>1$}", kid.token().to_ascii_uppercase(), usize::from(width)));
        let tags = listed.into_iter().map(|kid| Ok((kid, name(kid).ok_or(Reason::from("a token is no tag"))?)));
        self.tagged(form, tags.collect::<Result<Vec<_>, Reason>>()?, losses)
    }

    fn tagged(
        &self,
        form: TlvForm,
        tags: Vec<(&Kid<'x>, Segment)>,
        losses: &mut Vec<Loss>,
    ) -> Result<OwnedRow, Reason> {
        let mut rows = Vec::new();
        for (kid, tag) in tags {
            match kid.field.value(tag, losses) {
                Ok(row) => rows.push(row),
                Err(reason) => losses.push(Loss::new(kid.field.path, format!("left out: {}", reason.0))),
            }
            if kid.is_packager() {
                losses.push(Loss::new(kid.field.path, "its parts are left out: it is a value behind a tag"));
            }
        }
        let shape =
            if is_in(form, self.shape.form) { nest::container(self.shape, &rows) } else { nest::raw(self.shape) };
        let mut holder = shape.named(Key::Number(self.field.id), self.field.name())?;
        holder.row.structure = Some(Structure::Tlv(form));
        holder.parts = rows;
        Ok(holder)
    }
}

fn code((form, width): Code) -> spec::Code {
    spec::Code::of(form, width)
}

/// Whether tags and lengths are in the form of the text that holds them.
fn is_in(form: TlvForm, text: DataForm) -> bool {
    let wanted = if text == DataForm::Ebcdic { PrefixForm::Ebcdic } else { PrefixForm::Ascii };
    form.codes().is_some_and(|(tag, length)| tag.form() == Some(wanted) && length.form() == Some(wanted))
}
