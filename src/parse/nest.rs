//! Structures: how the content of a field is opened.

use super::options::{ParseOptions, Policy, Report, Reporting, Trusting};
use super::parts::{Groups, Sequence};
use super::space::Space;
use crate::bitmap::{Bitmap, Numbers};
use crate::error::{FieldPath, ParseError, ParseErrorKind, Segment};
use crate::spec::layout::{Extent, Layout};
use crate::spec::nesting::{part_layout, wire_within};
use crate::spec::steps::Makes;
use crate::spec::structure::TlvKind;
use crate::spec::when::{self, Facts};
use crate::spec::{Code, DataForm, FieldSpec, MessageSpec, Structure, TlvForm, Unlisted, Wire};
use crate::value::Value;
use crate::wire::{Coding, PrefixForm, Tag};
use core::cell::{Cell, RefCell};

/// What content is made of: all that is needed to open it.
#[derive(Clone, Copy)]
pub(crate) struct Nest<'a> {
    pub(crate) structure: Structure,
    /// What is known of the parts.
    pub(crate) rows: &'a [FieldSpec],
    /// The rows that rows of the spec are ranges of.
    pub(super) table: &'a [FieldSpec],
    /// The coding of the content.
    pub(crate) container: Coding,
    /// How things look within it.
    pub(crate) wire: Wire,
    pub(crate) path: FieldPath,
    /// Which case of the structure of the field of the message holds.
    pub(crate) case: Option<u8>,
    /// Digits that share bytes are composed: each is a byte in ASCII.
    pub(super) is_draft: bool,
}

impl<'a> Nest<'a> {
    /// The structure of content that a row describes; `wire` is how things look around it.
    pub(crate) fn new(
        row: &FieldSpec,
        table: &'a [FieldSpec],
        container: Coding,
        wire: &Wire,
        path: FieldPath,
    ) -> Option<Self> {
        let (structure, rows) = (row.structure()?, row.parts_in(table));
        let wire = wire_within(&container, &structure, wire);
        Some(Nest { structure, rows, table, container, wire, path, case: None, is_draft: false })
    }

    /// The structure of a field of a message; where it has cases, that of the case of this number.
    pub(crate) fn of_field(spec: &'a MessageSpec, number: u16, case: Option<u8>) -> Option<Self> {
        let (field, step) = (spec.field(number)?, spec.step(number)?);
        let row: &FieldSpec = match spec.makes(number) == Makes::Cases {
            true => field.rows().get(usize::from(case?))?,
            false => &field,
        };
        let nest = Nest::new(row, spec.parts(), step.layout.coding, spec.wire(), FieldPath::field(number))?;
        Some(Nest { case, ..nest })
    }

    /// Which of the cases of a field holds.
    #[cold]
    pub(crate) fn case_of(spec: &MessageSpec, number: u16, facts: &dyn Facts) -> Option<u8> {
        let field = spec.field(number)?;
        let holds = |row: &FieldSpec| row.when.is_some_and(|when| when::holds(when.within(spec.names()), facts));
        field.rows().iter().position(holds).and_then(|at| u8::try_from(at).ok())
    }

    /// What a part of it is made of, as its row says, or as follows from what holds it.
    pub(crate) fn inner(&self, key: Segment) -> Option<Nest<'a>> {
        let path = self.path.child(key);
        match (self.structure, self.row(key)) {
            (Structure::Groups(_), _) => Some(Nest { structure: Structure::Parts, path, ..*self }),
            (_, Some(row)) => {
                let inner = Nest::new(row, self.table, self.layout(row).coding, &self.wire, path)?;
                Some(Nest { case: self.case, ..inner })
            }
            _ => None,
        }
    }

    /// What a part without a row is made of by its tag: a constructed tag of BER, or a dataset of tags and values.
    pub(crate) fn implied(&self, key: Segment) -> Option<Nest<'a>> {
        let Structure::Tlv(form) = self.structure else { return None };
        let is_tlv = match Tag::of_segment(key) {
            Some(tag) if form.is_ber() => tag.is_constructed(),
            _ => form.kind == TlvForm::DATASETS.kind && is_tlv_dataset(key),
        };
        let row = self.row(key);
        let is_deepest = self.path.segments().len() == FieldPath::MAX_DEPTH - 1;
        if !is_tlv || is_deepest || row.is_some_and(|row| row.structure().is_some()) {
            return None;
        }
        let container = row.map_or(self.container, |row| self.layout(row).coding);
        if !matches!(container.form, DataForm::Raw | DataForm::Opaque | DataForm::Hex | DataForm::EbcdicHex) {
            return None;
        }
        let form = if form.is_ber() { form.with_unlisted(Unlisted::Keep) } else { TlvForm::BER };
        let structure = Structure::Tlv(form);
        let wire = wire_within(&container, &structure, &self.wire);
        Some(Nest { structure, rows: &[], container, wire, path: self.path.child(key), ..*self })
    }

    /// The same where digits that share bytes are composed, each a byte in ASCII.
    #[cfg(feature = "alloc")]
    pub(crate) fn as_draft(&self) -> Nest<'a> {
        Nest { is_draft: self.container.form == DataForm::Bcd, ..*self }
    }

    /// The form of a tag, a length or a count.
    pub(crate) fn form(&self, code: Code) -> PrefixForm {
        if self.is_draft { PrefixForm::Ascii } else { code.resolved(&self.container, self.wire.text) }
    }

    /// The key of a part as a path may name it: tags in hex in either case.
    pub(crate) fn key(&self, key: Segment) -> Segment {
        let Structure::Tlv(form) = self.structure else { return key };
        let is_hex = match form.kind {
            TlvKind::Ber(_) => true,
            TlvKind::Fixed(fixed) => matches!(self.form(fixed.tag), PrefixForm::Binary | PrefixForm::Hex),
        };
        if is_hex { key.to_upper() } else { key }
    }

    /// The row of a part.
    pub(crate) fn row(&self, key: Segment) -> Option<&'a FieldSpec> {
        self.rows.iter().find(|row| row.key() == key)
    }

    /// How a part lies in the content. The rows have been checked, so there is a layout.
    pub(crate) fn layout(&self, row: &FieldSpec) -> Layout {
        let layout = part_layout(&self.structure, row, &self.container, &self.wire);
        layout.map_or_else(|_| self.plain_layout(), |layout| self.in_draft(layout))
    }

    fn in_draft(&self, layout: Layout) -> Layout {
        if self.is_draft { layout.unpacked() } else { layout }
    }

    /// The layout of a part of which nothing is known: like what holds it, to its end.
    pub(crate) fn plain_layout(&self) -> Layout {
        let (coding, extent) = (self.container, Extent::Rest);
        self.in_draft(Layout { coding, extent, filler: None, strip: false, min: 0, max: u16::MAX })
    }

    /// Opens content: the first fault of its parts.
    pub(crate) fn check(&self, content: Space<'a>, options: ParseOptions) -> Result<(), ParseError> {
        self.walk(content, options)
    }

    /// Opens content and reports all faults of its parts, as far as they can be told apart.
    pub(crate) fn examine(&self, content: Space<'a>, options: ParseOptions, to: &mut dyn FnMut(ParseError)) {
        let report = Report { to: RefCell::new(to), path: Cell::new(self.path), end: Cell::new(content.end()) };
        if let Err(error) = self.walk(content, Reporting { options, report: &report }) {
            report.to.borrow_mut()(error);
        }
    }

    fn walk<P: Policy>(&self, content: Space<'a>, policy: P) -> Result<(), ParseError> {
        let mut cursor = Cursor::new(*self, content, policy)?;
        while cursor.advance(policy)?.is_some() {}
        Ok(())
    }

    /// The parts of content that has been checked.
    pub(crate) fn parts(&self, content: Space<'a>) -> Option<Cursor<'a>> {
        Cursor::new(*self, content, Trusting).ok()
    }

    /// A fault in a part, or in the content as a whole.
    #[cold]
    pub(super) fn fault(&self, key: Option<Segment>, offset: usize, kind: ParseErrorKind) -> ParseError {
        let path = key.map_or(self.path, |key| self.path.child(key));
        ParseError::new(kind, offset, path)
    }
}

/// The datasets 01 to 70 are tags and values; those above have a bitmap.
fn is_tlv_dataset(identifier: Segment) -> bool {
    u8::from_str_radix(identifier.as_str(), 16).is_ok_and(|number| (0x01..=0x70).contains(&number))
}

/// A part of a structure: where it lies, and what is known of it.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) key: Segment,
    pub(crate) row: Option<&'a FieldSpec>,
    pub(crate) layout: Layout,
    /// All of it: with tag, length, terminator.
    pub(crate) whole: Space<'a>,
    pub(crate) content: Space<'a>,
    /// Digits, characters or bytes.
    pub(crate) units: usize,
}

/// The content of a part, as what its own parts lie in: packed digits, where those around it are bytes.
pub(crate) fn opened<'a>(content: Space<'a>, coding: &Coding, units: usize) -> Space<'a> {
    match content.lead() {
        None => Space::new(content.bytes(), content.offset(), coding, units),
        Some(_) => content,
    }
}

/// What content says.
pub(crate) fn value_in<'a>(content: &Space<'a>, coding: Coding, units: usize) -> Value<'a> {
    match content.lead() {
        Some(lead) => Value::within(content.bytes(), coding, lead, units),
        None => Value::new(content.bytes(), coding, units),
    }
}

/// Goes from part to part.
#[derive(Clone)]
pub(crate) struct Cursor<'a> {
    pub(super) nest: Nest<'a>,
    pub(super) rest: Space<'a>,
    ahead: Ahead<'a>,
}

/// What comes next.
#[derive(Clone)]
enum Ahead<'a> {
    Parts(Sequence<'a>),
    Bits(Numbers),
    Items,
    Groups(Groups),
}

impl<'a> Cursor<'a> {
    fn new<P: Policy>(nest: Nest<'a>, content: Space<'a>, policy: P) -> Result<Self, ParseError> {
        let mut cursor = Cursor { nest, rest: content, ahead: Ahead::Items };
        cursor.ahead = match nest.structure {
            Structure::Parts => Ahead::Parts(Sequence::new(nest.rows)),
            Structure::Tlv(_) | Structure::Cases => {
                cursor.check_hex(policy)?;
                Ahead::Items
            }
            Structure::Bitmapped(bitmap) => Ahead::Bits(cursor.bitmap(&bitmap, policy)?.iter()),
            Structure::Groups(groups) => Ahead::Groups(cursor.groups(&groups)?),
        };
        Ok(cursor)
    }

    /// The next part; the first fault in it or, at the end, in what is left over.
    pub(super) fn advance<P: Policy>(&mut self, policy: P) -> Result<Option<Part<'a>>, ParseError> {
        let Cursor { nest, rest, ahead } = self;
        match ahead {
            Ahead::Parts(sequence) => match sequence.next(nest, rest, policy)? {
                Some(part) => Ok(Some(part)),
                None => nest.end(rest),
            },
            Ahead::Bits(numbers) => match numbers.next() {
                Some(number) => nest.flagged(number, rest, policy).map(Some),
                None => nest.end(rest),
            },
            Ahead::Items => nest.item(rest, policy),
            Ahead::Groups(groups) => match groups.next(nest, rest, policy)? {
                Some(part) => Ok(Some(part)),
                None => nest.end(rest),
            },
        }
    }

    /// The next part of content that may break off between two parts.
    #[cfg(feature = "alloc")]
    pub(crate) fn next_of_some(&mut self) -> Result<Option<Part<'a>>, ParseError> {
        if self.rest.is_empty() && !matches!(self.ahead, Ahead::Bits(_)) {
            return Ok(None);
        }
        self.advance(Trusting)
    }

    /// Bytes or digits that are left.
    #[cfg(feature = "alloc")]
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }
}

/// The parts of content that has been checked.
impl<'a> Iterator for Cursor<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        self.advance(Trusting).ok().flatten()
    }
}

/// The numbers of the bits that are parts.
pub(super) fn numbers(bits: [u64; 3], announces: impl Fn(u16) -> bool) -> Bitmap {
    Bitmap::from_words(bits).iter().filter(|number| !announces(*number)).collect()
}
