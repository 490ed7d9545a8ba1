//! The field classes of jPOS as data: one line for each.

use crate::spec::DataForm;
use crate::spec::PrefixForm::{self, Ascii, Bcd, Binary, Ebcdic};

/// How a class delimits its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Fixed,
    /// A prefix of so many digits, or bytes of a binary one, which counts digits, characters or bytes.
    Counted(PrefixForm, u8),
    /// A prefix that counts the packed bytes.
    CountedBytes(PrefixForm, u8),
    /// A prefix that counts half bytes.
    CountedNibbles(PrefixForm, u8),
    /// The real length in front of an area of the length of the field.
    Area(PrefixForm, u8),
    /// All that is left.
    Rest,
    /// Up to the token.
    Token,
    /// Up to one character, `\` unless it is stated.
    Character,
    /// Up to one byte in hex, `FF` unless it is stated.
    Byte,
    /// Tag and length in front.
    Tagged(Code, Code),
    /// Tag and length in front, the tag a text that a mapper makes of the number.
    Mapped(u8, Code),
    /// The length first, which counts the tag behind it too.
    LengthFirst(Code, Code),
    /// A tag as long as the token, and a length.
    Sequenced(Code),
    /// There when the next character is a letter or a blank.
    ByClass,
    /// A bitmap; the first bit announces another one.
    Bitmap,
    /// A bitmap of eight bytes, the first bit of which is a field.
    ShortBitmap,
    Nothing,
    Unused,
}

/// The form and the width of a tag or a length.
pub(super) type Code = (PrefixForm, u8);

/// What the content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Digits(DataForm),
    Text(DataForm),
    /// BCD digits, of an odd number filled up with 0.
    Packed,
    /// BCD digits, of an odd number filled up with F on the right, or 0 on the left.
    PackedF,
    /// BCD digits, of an odd number filled up with F on the right in any case.
    PackedRightF,
    /// Digits of hex, two a byte.
    Hexits,
    Bytes(DataForm),
    /// A sign and digits.
    Amount(DataForm),
    Zoned,
}

use How::*;
use What::*;

const A: What = Text(DataForm::Ascii);
const E: What = Text(DataForm::Ebcdic);
const AN: What = Digits(DataForm::Ascii);
const EN: What = Digits(DataForm::Ebcdic);
const RAW: What = Bytes(DataForm::Raw);
const HEX: What = Bytes(DataForm::Hex);
const EHEX: What = Bytes(DataForm::EbcdicHex);

/// Every field class of `org.jpos.iso` and `org.jpos.tlv.packager`.
pub(super) const CLASSES: &[(&str, How, What)] = &[
    ("IFA_NUMERIC", Fixed, AN),
    ("IFE_NUMERIC", Fixed, EN),
    ("IFB_NUMERIC", Fixed, Packed),
    ("IFB_FNUMERIC", Fixed, PackedF),
    ("IFB_HEX", Fixed, Hexits),
    ("IF_CHAR", Fixed, A),
    ("IFE_CHAR", Fixed, E),
    ("IF_ECHAR", Fixed, E),
    ("IFE_SIGNED_NUMERIC", Fixed, Zoned),
    ("IFA_AMOUNT", Fixed, Amount(DataForm::Ascii)),
    ("IFE_AMOUNT", Fixed, Amount(DataForm::Ebcdic)),
    ("IFB_AMOUNT", Fixed, Amount(DataForm::Bcd)),
    ("IFA_AMOUNT2003", Fixed, AN),
    ("IFB_AMOUNT2003", Fixed, Packed),
    ("IFA_BINARY", Fixed, HEX),
    ("IFE_BINARY", Fixed, EHEX),
    ("IFB_BINARY", Fixed, RAW),
    ("IF_NOP", Nothing, RAW),
    ("IF_UNUSED", Unused, RAW),
    ("IFMC_TCC", ByClass, A),
    ("IFEMC_TCC", ByClass, E),
    ("IFB_BITMAP", Bitmap, RAW),
    ("IFA_BITMAP", Bitmap, HEX),
    ("IFE_BITMAP", Bitmap, EHEX),
    ("X92_BITMAP", ShortBitmap, HEX),
    ("Base1_BITMAP126", ShortBitmap, RAW),
    ("IFA_LCHAR", Counted(Ascii, 1), A),
    ("IFA_LLCHAR", Counted(Ascii, 2), A),
    ("IFA_LLLCHAR", Counted(Ascii, 3), A),
    ("IFA_LLLLCHAR", Counted(Ascii, 4), A),
    ("IFA_LLLLLCHAR", Counted(Ascii, 5), A),
    ("IFA_LLLLLLCHAR", Counted(Ascii, 6), A),
    ("IFA_LLNUM", Counted(Ascii, 2), AN),
    ("IFA_LLLNUM", Counted(Ascii, 3), AN),
    ("IFA_LLBNUM", CountedNibbles(Ascii, 2), Packed),
    ("IFA_FLLCHAR", Area(Ascii, 2), A),
    ("IFA_FLLNUM", Area(Ascii, 2), AN),
    ("IFAE_LLCHAR", Counted(Ascii, 2), E),
    ("IFEA_LLCHAR", Counted(Ebcdic, 2), A),
    ("IFE_LCHAR", Counted(Ebcdic, 1), E),
    ("IFE_LLCHAR", Counted(Ebcdic, 2), E),
    ("IFE_LLLCHAR", Counted(Ebcdic, 3), E),
    ("IFE_LLLLCHAR", Counted(Ebcdic, 4), E),
    ("IFE_LNUM", Counted(Ebcdic, 1), EN),
    ("IFE_LLNUM", Counted(Ebcdic, 2), EN),
    ("IFE_LLLNUM", Counted(Ebcdic, 3), EN),
    ("IFEB_LLNUM", CountedBytes(Ebcdic, 2), PackedRightF),
    ("IFEB_LLLNUM", CountedBytes(Ebcdic, 3), PackedRightF),
    ("IFB_LLCHAR", Counted(Bcd, 2), A),
    ("IFB_LLLCHAR", Counted(Bcd, 3), A),
    ("IFB_LLLLCHAR", Counted(Bcd, 4), A),
    ("IFB_LLLLLLCHAR", Counted(Bcd, 6), A),
    ("IFB_LLNUM", Counted(Bcd, 2), Packed),
    ("IFB_LLLNUM", Counted(Bcd, 3), Packed),
    ("IFB_FLLNUM", Counted(Bcd, 2), PackedF),
    ("IFB_FLLLNUM", Counted(Bcd, 3), PackedF),
    ("IFB_LLHNUM", Counted(Binary, 1), Packed),
    ("IFB_LLLHNUM", Counted(Binary, 2), Packed),
    ("IFB_LLHCHAR", Counted(Binary, 1), A),
    ("IFB_LLLHCHAR", Counted(Binary, 2), A),
    ("IFB_LLHECHAR", Counted(Binary, 1), E),
    ("IFB_LLLHECHAR", Counted(Binary, 2), E),
    ("IFA_LBINARY", Counted(Ascii, 1), RAW),
    ("IFA_LLBINARY", Counted(Ascii, 2), RAW),
    ("IFA_LLLBINARY", Counted(Ascii, 3), RAW),
    ("IFA_LLLLBINARY", Counted(Ascii, 4), RAW),
    ("IFA_LLLLLBINARY", Counted(Ascii, 5), RAW),
    ("IFA_LLLLLLBINARY", Counted(Ascii, 6), RAW),
    ("IFA_LLABINARY", Counted(Ascii, 2), HEX),
    ("IFA_LLLABINARY", Counted(Ascii, 3), HEX),
    ("IFE_LBINARY", Counted(Ebcdic, 1), RAW),
    ("IFE_LLBINARY", Counted(Ebcdic, 2), RAW),
    ("IFE_LLLBINARY", Counted(Ebcdic, 3), RAW),
    ("IFE_LLLLBINARY", Counted(Ebcdic, 4), RAW),
    ("IFE_LLLEBINARY", Counted(Ebcdic, 3), Bytes(DataForm::Ebcdic)),
    ("IFB_LLBINARY", Counted(Bcd, 2), RAW),
    ("IFB_LLLBINARY", Counted(Bcd, 3), RAW),
    ("IFB_LLLLBINARY", Counted(Bcd, 4), RAW),
    ("IFB_LLHBINARY", Counted(Binary, 1), RAW),
    ("IFB_LLLHBINARY", Counted(Binary, 2), RAW),
    ("IFB_LLHFBINARY", Area(Binary, 1), RAW),
    ("IFB_LLHEX", CountedNibbles(Bcd, 2), RAW),
    ("IFB_LLLHEX", CountedNibbles(Bcd, 3), RAW),
    ("IFB_LHBINARY", Counted(Binary, 1), RAW),
    ("IF_FCHAR", Rest, A),
    ("IF_FBINARY", Rest, RAW),
    ("IFMC_LLCHAR", Tagged((Ascii, 2), (Ascii, 2)), A),
    ("IFMC_LLLCHAR", Tagged((Ascii, 2), (Ascii, 3)), A),
    ("IFMC_LLBINARY", Tagged((Ascii, 2), (Ascii, 2)), RAW),
    ("IFMC_LLLBINARY", Tagged((Ascii, 2), (Ascii, 3)), RAW),
    ("IFEMC_LLCHAR", Tagged((Ascii, 2), (Ebcdic, 2)), E),
    ("IFEMC_LLLCHAR", Tagged((Ebcdic, 4), (Ebcdic, 3)), E),
    ("IFEPE_LLCHAR", Tagged((Ebcdic, 2), (Ebcdic, 2)), E),
    ("IFEPE_LLLCHAR", Tagged((Ebcdic, 3), (Ebcdic, 3)), E),
    ("IFEPE_LLBINARY", Tagged((Ebcdic, 2), (Ebcdic, 2)), RAW),
    ("IFEP_LLCHAR", LengthFirst((Ascii, 2), (Ascii, 2)), A),
    ("IFEP_LLLCHAR", LengthFirst((Ebcdic, 2), (Ebcdic, 3)), A),
    ("IFEP_LLLBINARY", LengthFirst((Ebcdic, 2), (Ebcdic, 3)), RAW),
    ("IFELPE_LLLCHAR", LengthFirst((Ebcdic, 2), (Ebcdic, 3)), E),
    ("IFIPM_LLLCHAR", Tagged((Ascii, 4), (Ascii, 3)), A),
    ("IFA_TTLCHAR", Mapped(2, (Ascii, 1)), A),
    ("IFA_TTLLCHAR", Mapped(2, (Ascii, 2)), A),
    ("IFA_TTLLLCHAR", Mapped(2, (Ascii, 3)), A),
    ("IFA_TTLLLLCHAR", Mapped(2, (Ascii, 4)), A),
    ("IFA_TTLBINARY", Mapped(2, (Ascii, 1)), RAW),
    ("IFA_TTLLBINARY", Mapped(2, (Ascii, 2)), RAW),
    ("IFA_TTLLLBINARY", Mapped(2, (Ascii, 3)), RAW),
    ("IFA_TTLLLLBINARY", Mapped(2, (Ascii, 4)), RAW),
    ("IFA_TTTLLLCHAR", Mapped(3, (Ascii, 3)), A),
    ("IFTA_LLCHAR", Sequenced((Ascii, 2)), A),
    ("IFTA_LLLCHAR", Sequenced((Ascii, 3)), A),
    ("IFTA_LLNUM", Sequenced((Ascii, 2)), AN),
    ("IFTA_LLLNUM", Sequenced((Ascii, 3)), AN),
    ("IFTA_LLBINARY", Sequenced((Ascii, 2)), RAW),
    ("IFTA_LLLBINARY", Sequenced((Ascii, 3)), RAW),
    ("IFTB_LLBINARY", Sequenced((Bcd, 2)), RAW),
    ("IF_TCHAR", Token, A),
    ("IF_FSTCHAR", Character, A),
    ("IF_FSTBINARY", Byte, RAW),
];

/// The class of this name; packages other than those of jPOS hold classes of others.
pub(super) fn class(name: &str) -> Option<(How, What)> {
    let name = of_jpos(name)?;
    CLASSES.iter().find(|(known, ..)| *known == name).map(|(_, how, what)| (*how, *what))
}

/// The name of a class of jPOS without its package.
pub(super) fn of_jpos(name: &str) -> Option<&str> {
    let packages =
        ["org.jpos.iso.packager.", "org.jpos.iso.", "org.jpos.tlv.packager.bertlv.", "org.jpos.tlv.packager."];
    let short = packages.iter().find_map(|package| name.strip_prefix(package))?;
    (!short.contains('.')).then_some(short)
}
