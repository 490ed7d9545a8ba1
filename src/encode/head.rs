//! The message type and the bitmaps, as they are written.

use crate::bitmap::Bitmap;
use crate::mti::Mti;
use crate::spec::{DataForm, HexCase, Secondary, Third, Wire};
use crate::wire::{CodePage, hex};

/// The most bytes of a head: four of the message type, three bitmaps in hex.
const MAX_HEAD: usize = 4 + 3 * 16;

const FIRST_BIT: u64 = 1 << 63;

/// The message type and the bitmaps of a set of fields.
pub(crate) struct Head {
    bytes: [u8; MAX_HEAD],
    length: usize,
}

impl Head {
    /// The head for the fields `present`, with at least `bitmaps` bitmaps, if the profile has any.
    pub(crate) fn new(wire: &Wire, mti: Mti, present: &Bitmap, bitmaps: usize) -> Self {
        let mut head = Head { bytes: [0; MAX_HEAD], length: 0 };
        head.push_mti(wire, mti);
        let Some(form) = wire.bitmap else { return head };
        let words = present.words();
        let count = bitmaps_needed(wire, present).max(bitmaps);
        let announced = wire.secondary != Secondary::AlwaysUnannounced;
        let [first, second, third] = words;
        head.push_word(form, wire.hex_case, first | if count > 1 && announced { FIRST_BIT } else { 0 });
        if count > 1 {
            head.push_word(form, wire.hex_case, second | if count > 2 { FIRST_BIT } else { 0 });
        }
        if count > 2 {
            head.push_word(form, wire.hex_case, third);
        }
        head
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }

    fn push_mti(&mut self, wire: &Wire, mti: Mti) {
        match wire.mti {
            DataForm::Bcd => self.push(&mti.digits().to_be_bytes()),
            DataForm::Ebcdic => self.push(&mti.to_ascii().map(|digit| CodePage::Cp037.encode(digit))),
            _ => self.push(&mti.to_ascii()),
        }
    }

    fn push_word(&mut self, form: DataForm, case: HexCase, word: u64) {
        let bytes = word.to_be_bytes();
        let text = match form {
            DataForm::Hex => hex::HexText::Ascii,
            DataForm::EbcdicHex => hex::HexText::Ebcdic,
            _ => return self.push(&bytes),
        };
        let mut digits = [0; 16];
        hex::write(bytes.into_iter(), text, case, &mut digits);
        self.push(&digits);
    }

    fn push(&mut self, bytes: &[u8]) {
        // Both are within `MAX_HEAD`.
        let end = self.length.wrapping_add(bytes.len());
        if let Some(room) = self.bytes.get_mut(self.length..end) {
            room.copy_from_slice(bytes);
            self.length = end;
        }
    }
}

/// How many bitmaps the fields need in the head.
pub(crate) fn bitmaps_needed(wire: &Wire, present: &Bitmap) -> usize {
    let [_, second, third] = present.words();
    match wire.third {
        Third::Chain if third != 0 => 3,
        _ if second != 0 => 2,
        _ => 1,
    }
}

/// How many bitmaps the profile has in every head.
pub(crate) fn least_bitmaps(wire: &Wire) -> usize {
    if wire.secondary == Secondary::WhenNeeded { 1 } else { 2 }
}
