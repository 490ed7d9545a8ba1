//! How frames look, and one taken from bytes.

use crate::error::{FieldPath, ParseError, ParseErrorKind};
use crate::wire::{HexCase, PrefixForm};

/// How messages lie one behind the other: each behind its length, and perhaps behind a header of the transport.
///
/// ```
/// use isomsg::frame::Framing;
///
/// // UnionPay POS: a length of two bytes, which counts the TPDU (5 bytes) and the header (6 bytes) too.
/// let framing = Framing::BINARY2.with_header(11);
/// let received = b"\x00\x0F\x60\x00\x03\x00\x00\x61\x31\x00\x31\x12\x34\x08\x00..\x00\x40";
/// let frame = framing.take(received)?.ok_or("not all of it is there yet")?;
/// assert_eq!((frame.header().len(), frame.message()), (11, &b"\x08\x00.."[..]));
/// // Of the next one a part is there.
/// assert!(framing.take(&received[frame.length()..])?.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Framing {
    form: PrefixForm,
    width: u8,
    includes_itself: bool,
    /// Reserved bytes in front of the length and behind it, which it does not count.
    before: u8,
    behind: u8,
    header: u8,
}

/// A frame: what lies behind one length.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    header: &'a [u8],
    message: &'a [u8],
    length: usize,
}

/// The most bytes that a message can have.
const LONGEST_MESSAGE: usize = u16::MAX as usize;

impl Framing {
    /// Two bytes, the first the higher: most networks.
    pub const BINARY2: Self = Self::of(PrefixForm::Binary, 2);
    /// Four bytes, the first the highest.
    pub const BINARY4: Self = Self::of(PrefixForm::Binary, 4);
    /// Four digits in ASCII, as between UnionPay's banks.
    pub const ASCII4: Self = Self::of(PrefixForm::Ascii, 4);
    /// Four digits, two a byte.
    pub const BCD4: Self = Self::of(PrefixForm::Bcd, 4);
    /// Two bytes, and two reserved ones that it does not count, as VisaNet's.
    pub const VMLH: Self = Self::BINARY2.with_reserved(0, 2);

    const fn of(form: PrefixForm, width: u8) -> Self {
        Framing { form, width, includes_itself: false, before: 0, behind: 0, header: 0 }
    }

    /// A length of this form and width, which counts what follows; `None` for a width of 0, of more than four bytes or eight
    /// digits, and for [`PrefixForm::Ber`].
    #[must_use]
    pub const fn new(form: PrefixForm, width: u8) -> Option<Self> {
        let most = match form {
            PrefixForm::Binary => 4,
            PrefixForm::Ascii | PrefixForm::Ebcdic | PrefixForm::Bcd | PrefixForm::Hex => 8,
            PrefixForm::Ber => 0,
        };
        if width == 0 || width > most { None } else { Some(Self::of(form, width)) }
    }

    /// The length counts its own bytes too.
    #[must_use]
    pub const fn including_itself(self) -> Self {
        Framing { includes_itself: true, ..self }
    }

    /// So many reserved bytes in front of the length and behind it; it does not count them.
    #[must_use]
    pub const fn with_reserved(self, before: u8, behind: u8) -> Self {
        Framing { before, behind, ..self }
    }

    /// So many bytes between the length, which counts them, and the message type: a TPDU, a header of the network.
    #[must_use]
    pub const fn with_header(self, bytes: u8) -> Self {
        Framing { header: bytes, ..self }
    }

    /// The frame that `bytes` begin with; `None` while they do not hold all of it. A length of 0, which some networks send to
    /// ask whether somebody is there, gives a frame without header and message.
    ///
    /// # Errors
    ///
    /// A length that is no number, or less or more than a frame can have. Nothing behind it can be read then.
    #[inline]
    pub fn take<'a>(&self, bytes: &'a [u8]) -> Result<Option<Frame<'a>>, ParseError> {
        let Some((prefix, behind)) = self.prefix(bytes) else { return Ok(None) };
        let Some((content, rest)) = behind.split_at_checked(self.content(prefix)?) else { return Ok(None) };
        // A frame that has content has a header of full length.
        let (header, message) = content.split_at_checked(usize::from(self.header)).unwrap_or((&[], content));
        Ok(Some(Frame { header, message, length: bytes.len().saturating_sub(rest.len()) }))
    }

    /// The bytes of the length, and what lies behind it and the bytes reserved beside it.
    fn prefix<'a>(&self, bytes: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
        let (_, bytes) = bytes.split_at_checked(usize::from(self.before))?;
        let (prefix, bytes) = bytes.split_at_checked(self.form.bytes(self.width))?;
        let (_, bytes) = bytes.split_at_checked(usize::from(self.behind))?;
        Some((prefix, bytes))
    }

    /// How many bytes follow the length and the bytes reserved beside it.
    fn content(&self, prefix: &[u8]) -> Result<usize, ParseError> {
        let fault = |kind| ParseError::new(kind, usize::from(self.before), FieldPath::MESSAGE);
        // An odd number of packed digits has room for one more.
        let length = self.form.value(prefix, HexCase::Any).filter(|length| *length <= self.form.capacity(self.width));
        let length = length.ok_or(fault(ParseErrorKind::BadLength))?;
        if length == 0 {
            return Ok(0);
        }
        let own = if self.includes_itself { prefix.len() } else { 0 };
        let least = own.saturating_add(usize::from(self.header));
        let most = least.saturating_add(LONGEST_MESSAGE);
        match usize::try_from(length).unwrap_or(usize::MAX) {
            // Another way to say that nothing follows.
            counted if self.includes_itself && counted == own => Ok(0),
            counted if counted < least => {
                Err(fault(ParseErrorKind::LengthBelowMinimum { length, minimum: least as u32 }))
            }
            counted if counted > most => {
                Err(fault(ParseErrorKind::LengthAboveMaximum { length, maximum: most as u32 }))
            }
            counted => Ok(counted.saturating_sub(own)),
        }
    }
}

impl<'a> Frame<'a> {
    /// What lies in front of the message type, as [`Framing::with_header`] says.
    #[must_use]
    pub const fn header(&self) -> &'a [u8] {
        self.header
    }

    /// The message; empty where the length was 0.
    #[must_use]
    pub const fn message(&self) -> &'a [u8] {
        self.message
    }

    /// The bytes of the whole frame, its length included: where the next one begins.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.length
    }
}

/// Its lengths only.
impl core::fmt::Debug for Frame<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Frame")
            .field("length", &self.length)
            .field("header", &self.header.len())
            .field("message", &self.message.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    fn taken(framing: Framing, bytes: &[u8]) -> Option<(&[u8], &[u8], usize)> {
        let frame = framing.take(bytes).unwrap();
        frame.map(|frame| (frame.header(), frame.message(), frame.length()))
    }

    #[test]
    fn lengths_have_many_forms() {
        let message = &b"0800...."[..];
        let hex4 = Framing::new(PrefixForm::Hex, 4).unwrap();
        let gicc = Framing::BINARY2.with_reserved(2, 0);
        let rows: &[(Framing, &[u8], usize)] = &[
            (Framing::BINARY2, b"\0\x080800....", 10),
            (Framing::BINARY2.including_itself(), b"\0\x0A0800....", 10),
            (Framing::BINARY4, b"\0\0\0\x080800....", 12),
            (Framing::ASCII4, b"00080800....", 12),
            (Framing::BCD4, b"\x00\x080800....", 10),
            (hex4, b"00080800....", 12),
            (Framing::VMLH, b"\0\x08\0\x010800....", 12),
            (gicc, b"\0\0\0\x080800....", 12),
        ];
        for (framing, bytes, length) in rows {
            assert_eq!(taken(*framing, bytes), Some((&[][..], message, *length)), "{framing:?}");
            for cut in 0..bytes.len() {
                assert_eq!(taken(*framing, &bytes[..cut]), None, "{framing:?} cut at {cut}");
            }
        }
    }

    #[test]
    fn a_header_is_counted_and_kept_apart() {
        let framing = Framing::BINARY2.with_header(5);
        assert_eq!(taken(framing, b"\0\x09TPDU.0800next"), Some((&b"TPDU."[..], &b"0800"[..], 11)));
        assert_eq!(taken(framing, b"\0\x05TPDU."), Some((&b"TPDU."[..], &[][..], 7)));
    }

    #[test]
    fn nothing_follows_a_length_of_zero() {
        let inclusive = Framing::BINARY2.including_itself();
        for (framing, bytes) in [(Framing::BINARY2, b"\0\0"), (inclusive, b"\0\0"), (inclusive, b"\0\x02")] {
            assert_eq!(taken(framing.with_header(5), bytes), Some((&[][..], &[][..], 2)));
        }
    }

    #[test]
    fn lengths_that_cannot_be_are_refused_before_anything_is_waited_for() {
        let text = |framing: Framing, bytes: &[u8]| framing.take(bytes).unwrap_err().to_string();
        assert_eq!(text(Framing::ASCII4, b"00x8"), "length prefix is not a number at byte 0");
        assert_eq!(
            text(Framing::new(PrefixForm::Bcd, 3).unwrap(), b"\x10\x04"),
            "length prefix is not a number at byte 0"
        );
        assert_eq!(text(Framing::BINARY2.including_itself(), b"\0\x01"), "length 1 is below the minimum 2 at byte 0");
        assert_eq!(text(Framing::BINARY2.with_header(11), b"\0\x0A"), "length 10 is below the minimum 11 at byte 0");
        assert_eq!(text(Framing::BINARY4, b"\0\x01\0\0"), "length 65536 exceeds the maximum 65535 at byte 0");
        let reserved = Framing::BINARY4.with_reserved(2, 0).with_header(1);
        assert_eq!(text(reserved, b"..\xFF\xFF\xFF\xFF"), "length 4294967295 exceeds the maximum 65536 at byte 2");
    }

    #[test]
    fn forms_that_are_no_length_of_a_frame_are_none() {
        for (form, width) in
            [(PrefixForm::Ber, 1), (PrefixForm::Binary, 0), (PrefixForm::Binary, 5), (PrefixForm::Bcd, 9)]
        {
            assert_eq!(Framing::new(form, width), None);
        }
        assert_eq!(Framing::new(PrefixForm::Binary, 2), Some(Framing::BINARY2));
    }
}
