//! Tags, lengths and values.

use super::fault::Found;
use super::field::{digits_of_value, value};
use super::nest::{Cursor, Nest, Part};
use super::options::Policy;
use super::space::Space;
use crate::error::{ParseError, ParseErrorKind, Segment};
use crate::spec::structure::{FixedTlv, TlvKind};
use crate::spec::{DataForm, Structure, Unlisted};
use crate::wire::{Tag, ber, code};

/// Tag and length of an item, and what is behind them.
struct Head<'a> {
    tag: Segment,
    /// The length of the value, in what the content is measured in.
    length: u64,
    /// Where the length stands.
    place: usize,
    behind: Space<'a>,
    is_ber: bool,
}

impl<'a> Nest<'a> {
    /// The next item that is not passed over.
    pub(super) fn item<P: Policy>(&self, rest: &mut Space<'a>, policy: P) -> Result<Option<Part<'a>>, ParseError> {
        let Structure::Tlv(form) = self.structure else { return Ok(None) };
        loop {
            if let TlvKind::Ber(filler) = form.kind {
                self.skip_filler(rest, filler);
            }
            if rest.is_empty() {
                return Ok(None);
            }
            let start = *rest;
            let head = match form.kind {
                TlvKind::Ber(_) => self.ber_head(start)?,
                TlvKind::Fixed(fixed) => self.fixed_head(start, &fixed)?,
            };
            let part = self.value(start, &head, policy)?;
            *rest = start.split(part.whole.len()).map_or(start, |(_, behind)| behind);
            match form.unlisted {
                _ if part.row.is_some() => return Ok(Some(part)),
                Unlisted::Keep => return Ok(Some(part)),
                Unlisted::Skip => {}
                Unlisted::Refuse => {
                    policy.enter_part(&self.path, head.tag, start.end());
                    if !policy.goes_on(start.bytes().len(), || ParseErrorKind::UnknownTag) {
                        return Err(self.fault(Some(head.tag), start.offset(), ParseErrorKind::UnknownTag));
                    }
                    return Ok(Some(part));
                }
            }
        }
    }

    /// Bytes that stand for one byte of content: 2 in hex.
    fn bytes_each(&self) -> usize {
        if matches!(self.container.form, DataForm::Hex | DataForm::EbcdicHex) { 2 } else { 1 }
    }

    fn skip_filler(&self, rest: &mut Space<'a>, filler: u8) {
        let each = self.bytes_each();
        let count = rest.bytes().len().checked_div(each).unwrap_or(0);
        let byte = |at: usize| match each {
            1 => rest.bytes().get(at).copied().unwrap_or(0),
            _ => self.container.unit(rest.bytes(), 0, at),
        };
        let is_filler = |at: &usize| [0, filler].contains(&byte(*at));
        let skipped = (0..count).take_while(is_filler).count();
        // They are there, so they can be counted.
        if let Some((_, behind)) = rest.split(skipped.wrapping_mul(each)) {
            *rest = behind;
        }
    }

    fn ber_head(&self, start: Space<'a>) -> Result<Head<'a>, ParseError> {
        let each = self.bytes_each();
        let left = start.len().checked_div(each).unwrap_or(0);
        let head = match self.container.form {
            DataForm::Hex | DataForm::EbcdicHex => self.hex_head(&start, left),
            _ => ber::head(start.bytes(), left),
        };
        // No head has more than `MAX_HEAD` bytes, and it lies within the message.
        let within = |at: usize| at.wrapping_mul(each);
        let place = |at: usize| start.offset().wrapping_add(within(at));
        let head = head.map_err(|fault| self.fault(fault.tag.map(Tag::segment), place(fault.at), fault.kind))?;
        let behind = start.split(within(head.value_at)).map_or(start, |(_, behind)| behind);
        let length = head.length.saturating_mul(each as u64);
        Ok(Head { tag: head.tag.segment(), length, place: place(head.length_at), behind, is_ber: true })
    }

    /// A head of which each byte is two hex digits.
    fn hex_head(&self, start: &Space<'a>, left: usize) -> Result<ber::Head, ber::HeadFault> {
        let mut front = [0; ber::MAX_HEAD];
        let front = front.get_mut(..ber::MAX_HEAD.min(left)).unwrap_or_default();
        front.iter_mut().enumerate().for_each(|(at, byte)| *byte = self.container.unit(start.bytes(), 0, at));
        ber::head(front, left)
    }

    fn fixed_head(&self, start: Space<'a>, fixed: &FixedTlv) -> Result<Head<'a>, ParseError> {
        let tag_width = self.tag_width(&start, fixed);
        let (tag, length, place, behind) = if fixed.length_first {
            let (length, behind) = self.number(&start, fixed.length, None)?;
            let (tag, behind) = self.tag(&behind, fixed, tag_width)?;
            (tag, length, start.offset(), behind)
        } else {
            let (tag, at_length) = self.tag(&start, fixed, tag_width)?;
            let (length, behind) = self.number(&at_length, fixed.length, self.named(tag))?;
            (tag, length, at_length.offset(), behind)
        };
        let own = if fixed.counts_tag { tag_width as u64 } else { 0 };
        match length.checked_sub(own) {
            Some(length) => Ok(Head { tag, length, place, behind, is_ber: false }),
            None => {
                let kind = ParseErrorKind::LengthBelowMinimum { length, minimum: own as u32 };
                Err(self.fault(self.named(tag), place, kind))
            }
        }
    }

    /// A tag as a fault may name it. A long one that nobody lists can be what a list out of step has in its place.
    fn named(&self, tag: Segment) -> Option<Segment> {
        (tag.as_bytes().len() <= 4 || self.row(tag).is_some()).then_some(tag)
    }

    /// Bytes, or digits, of a tag.
    fn tag_width(&self, start: &Space<'a>, fixed: &FixedTlv) -> usize {
        let width = fixed.tag.width();
        match start.lead() {
            Some(_) => usize::from(width),
            None => self.form(fixed.tag).bytes(width),
        }
    }

    fn tag(&self, start: &Space<'a>, fixed: &FixedTlv, width: usize) -> Result<(Segment, Space<'a>), ParseError> {
        let Some((taken, behind)) = start.split(width) else {
            let kind = ParseErrorKind::Truncated { needed: width, left: start.len() };
            return Err(self.fault(None, start.offset(), kind));
        };
        let tag = match taken.lead() {
            Some(_) => digits_tag(&taken),
            None => code::read(self.form(fixed.tag), fixed.tag.width(), taken.bytes()),
        };
        match tag {
            Some(tag) => Ok((tag, behind)),
            None => Err(self.fault(None, start.offset(), ParseErrorKind::TagCharacter)),
        }
    }

    /// The item whose head was read.
    fn value<P: Policy>(&self, start: Space<'a>, head: &Head<'a>, policy: P) -> Result<Part<'a>, ParseError> {
        let needed = usize::try_from(head.length).unwrap_or(usize::MAX);
        let Some((content, behind)) = head.behind.split(needed) else {
            let kind = ParseErrorKind::Truncated { needed, left: head.behind.len() };
            return Err(self.fault(if head.is_ber { Some(head.tag) } else { self.named(head.tag) }, head.place, kind));
        };
        let row = self.row(head.tag);
        let layout = row.map_or_else(|| self.plain_layout(), |row| self.layout(row));
        policy.enter_part(&self.path, head.tag, content.end());
        let units = match content.lead() {
            Some(_) => digits_of_value(&content, &layout, policy),
            None => value::<Found, P>(content.bytes(), &layout, policy),
        };
        let units = units.map_err(|fault| self.fault(Some(head.tag), content.before(fault.left), fault.kind))?;
        let whole = start.until(&behind).unwrap_or(start);
        Ok(Part { key: head.tag, row, layout, whole, content, units })
    }
}

fn digits_tag(digits: &Space<'_>) -> Option<Segment> {
    let mut text = [0; 8];
    let text = text.get_mut(..digits.len())?;
    for (at, place) in text.iter_mut().enumerate() {
        *place = digits.digit(at).filter(u8::is_ascii_digit)?;
    }
    Segment::of(text)
}

impl Cursor<'_> {
    /// Tags and lengths can be read from hex only when it is hex.
    pub(super) fn check_hex<P: Policy>(&self, policy: P) -> Result<(), ParseError> {
        let coding = policy.coding(self.nest.container);
        let bytes = self.rest.bytes();
        if !matches!(coding.form, DataForm::Hex | DataForm::EbcdicHex) || coding.is_well_formed(bytes, bytes.len() / 2)
        {
            return Ok(());
        }
        let at = coding.first_flaw(bytes, bytes.len() / 2, true).map_or(0, |(at, _)| at);
        let kind = ParseErrorKind::BadCharacter { class: coding.class.notation() };
        Err(self.nest.fault(None, self.rest.offset().saturating_add(at), kind))
    }
}
