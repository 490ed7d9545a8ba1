//! Structures: what the content of a field is made of.

use crate::error::{Segment, SpecErrorKind};
use crate::wire::{Coding, DataForm, PrefixForm, Tag};

/// What the content of a field is made of. A row has at most one, made by a method of [`super::FieldSpec`]; its parts may
/// have structures of their own, six levels deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Structure {
    /// Parts, one behind the other.
    Parts,
    /// Tag, length and value, again and again.
    Tlv(TlvForm),
    /// A bitmap, and the parts whose bits are set.
    Bitmapped(PartBitmap),
    /// Groups of the same parts.
    Groups(Groups),
    /// One of several structures: the first whose condition holds in the message.
    Cases,
}

impl Structure {
    /// Whether there can be tags of any meaning in it: chip data, and datasets of such.
    pub(crate) fn holds_anything(&self) -> bool {
        matches!(self, Structure::Tlv(form) if form.is_ber() || form.kind == TlvForm::DATASETS.kind)
    }

    /// The levels that a path needs for a part: a part of a group is named by the group too.
    pub(crate) const fn levels(&self) -> usize {
        match self {
            Structure::Groups(_) => 2,
            Structure::Cases => 0,
            _ => 1,
        }
    }
}

/// The form and the width of a tag, a length or a count in a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    form: Option<PrefixForm>,
    width: u8,
}

impl Code {
    /// So many characters or digits in the form of the field that holds them: ASCII in an ASCII field, EBCDIC in an
    /// EBCDIC one, two digits a byte in BCD. In a binary field they are as text is elsewhere in the message.
    #[must_use]
    pub const fn text(width: u8) -> Self {
        Code { form: None, width }
    }

    /// Characters or digits in this form; the width of a binary one counts bytes.
    #[must_use]
    pub const fn of(form: PrefixForm, width: u8) -> Self {
        Code { form: Some(form), width }
    }

    /// The form; `None` when it is that of the field.
    #[must_use]
    pub const fn form(self) -> Option<PrefixForm> {
        self.form
    }

    /// Characters, digits, or bytes of a binary one.
    #[must_use]
    pub const fn width(self) -> u8 {
        self.width
    }

    /// The form in a field of this coding, where text is elsewhere of this form.
    pub(crate) const fn resolved(self, container: &Coding, text: DataForm) -> PrefixForm {
        match (self.form, container.form) {
            (Some(form), _) => form,
            (None, DataForm::Ebcdic) => PrefixForm::Ebcdic,
            (None, DataForm::Bcd) => PrefixForm::Bcd,
            (None, DataForm::Raw) if matches!(text, DataForm::Ebcdic) => PrefixForm::Ebcdic,
            (None, _) => PrefixForm::Ascii,
        }
    }
}

/// What becomes of a tag for which the spec has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unlisted {
    /// It is shown as it is.
    Keep,
    /// It is a fault.
    Refuse,
    /// It is passed over; its bytes stay in the message.
    Skip,
}

/// How tags and lengths look.
///
/// ```
/// use isomsg::spec::{Code, FieldSpec, PrefixForm, TlvForm};
/// // Tags of four digits and lengths of three, as the private data subelements (PDS) of clearing have them.
/// const PDS: FieldSpec = FieldSpec::new(48, "ans...999")
///     .with_tlv(TlvForm::fixed(Code::text(4), Code::text(3)), &[FieldSpec::tagged("0023", "an..3").with_name("Terminal type")]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TlvForm {
    pub(crate) kind: TlvKind,
    pub(crate) unlisted: Unlisted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TlvKind {
    /// BER, with 00 and this byte as filler between tags.
    Ber(u8),
    Fixed(FixedTlv),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FixedTlv {
    pub(crate) tag: Code,
    pub(crate) length: Code,
    pub(crate) length_first: bool,
    pub(crate) counts_tag: bool,
}

impl TlvForm {
    /// BER-TLV, the form of chip data: tags of one to four bytes, lengths of one to five. Bytes of 00 between tags are
    /// filler.
    pub const BER: TlvForm = TlvForm { kind: TlvKind::Ber(0), unlisted: Unlisted::Keep };

    /// The datasets of the 2003 edition: an identifier of one byte, a length of two.
    pub const DATASETS: TlvForm = TlvForm::fixed(Code::of(PrefixForm::Binary, 1), Code::of(PrefixForm::Binary, 2));

    /// Tags and lengths of a fixed width.
    #[must_use]
    pub const fn fixed(tag: Code, length: Code) -> Self {
        let fixed = FixedTlv { tag, length, length_first: false, counts_tag: false };
        TlvForm { kind: TlvKind::Fixed(fixed), unlisted: Unlisted::Keep }
    }

    /// BER in which this byte between tags is filler too: FF, where no tag begins with it.
    #[must_use]
    pub const fn with_filler(self, byte: u8) -> Self {
        match self.kind {
            TlvKind::Ber(_) => TlvForm { kind: TlvKind::Ber(byte), ..self },
            TlvKind::Fixed(_) => self,
        }
    }

    /// The length stands in front of the tag. Nothing changes in BER.
    #[must_use]
    pub const fn with_length_first(self) -> Self {
        match self.kind {
            TlvKind::Fixed(fixed) => TlvForm { kind: TlvKind::Fixed(FixedTlv { length_first: true, ..fixed }), ..self },
            TlvKind::Ber(_) => self,
        }
    }

    /// The length counts the tag too. Nothing changes in BER.
    #[must_use]
    pub const fn with_tag_counted(self) -> Self {
        match self.kind {
            TlvKind::Fixed(fixed) => TlvForm { kind: TlvKind::Fixed(FixedTlv { counts_tag: true, ..fixed }), ..self },
            TlvKind::Ber(_) => self,
        }
    }

    /// What becomes of tags for which the spec has no row; otherwise they are kept.
    #[must_use]
    pub const fn with_unlisted(self, unlisted: Unlisted) -> Self {
        TlvForm { unlisted, ..self }
    }

    /// Whether the filler is one that can be: 00, or FF where no tag begins with it.
    pub(crate) const fn has_filler(&self) -> bool {
        matches!(self.kind, TlvKind::Ber(0 | 0xFF) | TlvKind::Fixed(_))
    }

    /// Whether a segment is a tag of BER, and none that begins with the filler.
    pub(crate) const fn is_ber_tag(&self, tag: Segment) -> bool {
        let begins_with_ff = matches!(tag.as_bytes(), [b'F', b'F', ..]);
        Tag::of_segment(tag).is_some() && !(begins_with_ff && matches!(self.kind, TlvKind::Ber(0xFF)))
    }

    /// Tag and length, where they are of a fixed width.
    #[cfg(feature = "import")]
    pub(crate) const fn codes(&self) -> Option<(Code, Code)> {
        match self.kind {
            TlvKind::Fixed(fixed) => Some((fixed.tag, fixed.length)),
            TlvKind::Ber(_) => None,
        }
    }

    /// Whether it is BER.
    #[must_use]
    pub const fn is_ber(&self) -> bool {
        matches!(self.kind, TlvKind::Ber(_))
    }
}

/// The bitmap in front of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartBitmap {
    pub(crate) form: DataForm,
    /// Bytes of the first bitmap, and of each further one.
    pub(crate) bytes: u8,
    pub(crate) more_bytes: u8,
    /// How many further ones there can be.
    pub(crate) more: u8,
}

impl PartBitmap {
    /// A raw bitmap of so many bytes, every bit of which is a part.
    #[must_use]
    pub const fn new(bytes: u8) -> Self {
        PartBitmap { form: DataForm::Raw, bytes, more_bytes: 0, more: 0 }
    }

    /// The form: raw, hex or EBCDIC hex.
    #[must_use]
    pub const fn with_form(self, form: DataForm) -> Self {
        PartBitmap { form, ..self }
    }

    /// The first bit announces another bitmap of so many bytes, whose first bit announces the next, up to `most` of
    /// them. In the last one the first bit is a part.
    #[must_use]
    pub const fn with_extensions(self, bytes: u8, most: u8) -> Self {
        PartBitmap { more_bytes: bytes, more: most, ..self }
    }

    /// The most bits, all bitmaps together.
    pub(crate) const fn bits(&self) -> usize {
        8 * (self.bytes as usize + self.more_bytes as usize * self.more as usize)
    }

    /// The bytes of bitmaps that are needed for the part of this number.
    pub(crate) fn bytes_for(&self, number: u16) -> usize {
        let (first, step) = (usize::from(self.bytes), usize::from(self.more_bytes));
        let needed = usize::from(number).div_ceil(8);
        first + needed.saturating_sub(first).div_ceil(step.max(1)) * step
    }

    /// Whether the bit of this number announces a bitmap.
    pub(crate) const fn announces(&self, number: u16) -> bool {
        let before = (number as usize).wrapping_sub(1);
        let first = 8 * self.bytes as usize;
        if self.more == 0 {
            return false;
        }
        let step = 8 * self.more_bytes as usize;
        before == 0
            || before >= first
                && (before - first).is_multiple_of(step)
                && (before - first) / step + 1 < self.more as usize
    }

    pub(crate) const fn check(&self) -> Result<(), SpecErrorKind> {
        let is_form = matches!(self.form, DataForm::Raw | DataForm::Hex | DataForm::EbcdicHex);
        let has_extensions = (self.more == 0) == (self.more_bytes == 0);
        if is_form && self.bytes > 0 && has_extensions && self.bits() <= MAX_BITS {
            Ok(())
        } else {
            Err(SpecErrorKind::BadPartBitmap)
        }
    }
}

/// The most bits of the bitmaps of a structure.
pub(crate) const MAX_BITS: usize = 192;

/// How often the parts of a group come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Groups {
    pub(crate) max: u16,
    pub(crate) count: Option<Code>,
}

impl Groups {
    /// At most so many groups, to the end of the field.
    #[must_use]
    pub const fn up_to(max: u16) -> Self {
        Groups { max, count: None }
    }

    /// A number in front of the groups says how many there are.
    #[must_use]
    pub const fn with_count(self, count: Code) -> Self {
        Groups { count: Some(count), ..self }
    }
}

/// Whether a part may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Optional {
    /// It is always there.
    No,
    /// The field may end before it.
    AtEnd,
    /// It is there when the next character is of its class.
    ByClass,
}
