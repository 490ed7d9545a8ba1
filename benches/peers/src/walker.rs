//! Code for M1 alone and for M2 alone, without a table: what a general parser can be measured against.
//!
//! `places` finds where the fields are; `fields` also checks each field, byte by byte; `runs` checks neighbours of one
//! class together, sixteen bytes at once, which is as fast as the author could make it in safe Rust. All of them store
//! where each field begins and ends, and accept what isomsg accepts, as long as the bitmap is that of the message.

use crate::subject;
use isomsg::{Message, ParseOptions};

/// Where the fields begin and end, in their order: begin in the upper half, end in the lower.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places([u32; 18]);

/// Whether the bytes are well formed; if so, the places are filled.
pub type Walk = fn(&[u8], &mut Places) -> bool;

impl Places {
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// Stores places one behind the other.
struct Fill<'p> {
    places: &'p mut Places,
    next: usize,
    at: usize,
}

impl Fill<'_> {
    fn new(places: &mut Places, at: usize) -> Fill<'_> {
        Fill { places, next: 0, at }
    }

    #[inline(always)]
    fn add(&mut self, prefix: usize, length: usize) {
        let start = self.at + prefix;
        self.at = start + length;
        self.places.0[self.next] = (start << 16 | self.at) as u32;
        self.next += 1;
    }

    #[inline(always)]
    fn fixed<const N: usize>(&mut self, lengths: [usize; N]) {
        for length in lengths {
            self.add(0, length);
        }
    }
}

const M1_BITMAP: [u8; 8] = [0x72, 0x3C, 0x44, 0x81, 0x28, 0xE0, 0x80, 0x00];
const M2_BITMAP: [u8; 8] = [0x70, 0x38, 0x06, 0x80, 0x20, 0xC0, 0x92, 0x15];
/// 3, 4, 7, 11 to 14, 18, 22 and 25 of M1.
const M1_NUMBERS: [usize; 10] = [6, 12, 10, 6, 6, 4, 4, 4, 3, 2];
/// 37, 41 to 43 and 49 of M1.
const M1_TEXTS: [usize; 5] = [12, 8, 15, 40, 3];
/// 3, 4, 11 to 13, 22, 23 and 25 of M2, in bytes.
const M2_NUMBERS: [usize; 8] = [3, 6, 3, 3, 2, 2, 2, 1];
/// 41, 42, 49 and 52 of M2.
const M2_TEXTS: [usize; 4] = [8, 15, 3, 8];

pub fn m1_places(bytes: &[u8], places: &mut Places) -> bool {
    m1_walk(bytes, places).is_some()
}

/// Where track 2 begins and ends.
#[inline(always)]
fn m1_walk(bytes: &[u8], places: &mut Places) -> Option<(usize, usize)> {
    let head: &[u8; 14] = bytes.first_chunk()?;
    if head[4..12] != M1_BITMAP {
        return None;
    }
    let mut fill = Fill::new(places, 12);
    fill.add(2, two_digits(bytes, 12, 19)?);
    fill.fixed(M1_NUMBERS);
    let institution = two_digits(bytes, fill.at, 11)?;
    fill.add(2, institution);
    let track = two_digits(bytes, fill.at, 37)?;
    let start = fill.at + 2;
    fill.add(2, track);
    let end = fill.at;
    fill.fixed(M1_TEXTS);
    (fill.at == bytes.len() && head[..4].iter().all(u8::is_ascii_digit)).then_some((start, end))
}

/// A prefix of two digits and not above the maximum.
#[inline(always)]
fn two_digits(bytes: &[u8], at: usize, max: usize) -> Option<usize> {
    let [tens, units] = *bytes.get(at..)?.first_chunk()?;
    let (tens, units) = (tens.wrapping_sub(b'0'), units.wrapping_sub(b'0'));
    let length = usize::from(tens) * 10 + usize::from(units);
    (tens < 10 && units < 10 && length <= max).then_some(length)
}

pub fn m1_runs(bytes: &[u8], places: &mut Places) -> bool {
    let Some((track, end)) = m1_walk(bytes, places) else { return false };
    // From the prefix of 2 to that of 35 there are digits only.
    all(&bytes[12..track], is_digit)
        && all(&bytes[track..end], is_track)
        && all(&bytes[end..end + 12], is_an)
        && all(&bytes[end + 12..end + 75], is_ans)
        && bytes[end + 75..end + 78].iter().all(|&byte| is_an(byte))
}

pub fn m1_fields(bytes: &[u8], places: &mut Places) -> bool {
    let Some((track, end)) = m1_walk(bytes, places) else { return false };
    let mut ok = true;
    for (at, place) in places.0.iter().enumerate() {
        let content = &bytes[(place >> 16) as usize..(place & 0xFFFF) as usize];
        ok &= match at {
            0..=11 => content.iter().all(|&byte| is_digit(byte)),
            12 => content.iter().all(|&byte| is_track(byte)),
            13 | 17 => content.iter().all(|&byte| is_an(byte)),
            _ => content.iter().all(|&byte| is_ans(byte)),
        };
    }
    ok && track <= end
}

pub fn m2_places(bytes: &[u8], places: &mut Places) -> bool {
    m2_walk(bytes, places).is_some()
}

/// What is left to check of M2.
struct M2 {
    pan_length: usize,
    track_length: usize,
    pan: usize,
    numbers: usize,
    texts: usize,
    /// 60 and 62: begin and end.
    private: [(usize, usize); 2],
}

#[inline(always)]
fn m2_walk(bytes: &[u8], places: &mut Places) -> Option<M2> {
    let head: &[u8; 11] = bytes.first_chunk()?;
    if head[2..10] != M2_BITMAP || !head[..2].iter().all(|&byte| is_bcd(byte)) {
        return None;
    }
    let pan_length = bcd(head[10], 19)?;
    let mut fill = Fill::new(places, 10);
    fill.add(1, pan_length.div_ceil(2));
    let numbers = fill.at;
    fill.fixed(M2_NUMBERS);
    let track_length = bcd(*bytes.get(fill.at)?, 37)?;
    fill.add(1, track_length.div_ceil(2));
    let texts = fill.at;
    fill.fixed(M2_TEXTS);
    let chip = two_bytes(bytes, fill.at, 255)?;
    fill.add(2, chip);
    let mut private = [(0, 0); 2];
    for place in &mut private {
        let length = two_bytes(bytes, fill.at, 999)?;
        *place = (fill.at + 2, fill.at + 2 + length);
        fill.add(2, length);
    }
    fill.add(0, 8);
    (fill.at == bytes.len()).then_some(M2 { pan_length, track_length, pan: 11, numbers, texts, private })
}

#[inline(always)]
fn bcd(byte: u8, max: usize) -> Option<usize> {
    let value = usize::from(byte >> 4) * 10 + usize::from(byte & 15);
    (is_bcd(byte) && value <= max).then_some(value)
}

#[inline(always)]
fn two_bytes(bytes: &[u8], at: usize, max: usize) -> Option<usize> {
    let [high, low] = *bytes.get(at..)?.first_chunk()?;
    let value = bcd(high, 99)? * 100 + bcd(low, 99)?;
    (value <= max).then_some(value)
}

/// The zero nibbles before odd numbers: PAN, 22, 23 and track 2.
#[inline(always)]
fn m2_pads(bytes: &[u8], m2: &M2) -> bool {
    (m2.pan_length.is_multiple_of(2) || bytes[m2.pan] < 16)
        && bytes[m2.numbers + 17] < 16
        && bytes[m2.numbers + 19] < 16
        && (m2.track_length.is_multiple_of(2) || bytes[m2.numbers + 23] < 16)
}

pub fn m2_runs(bytes: &[u8], places: &mut Places) -> bool {
    let Some(m2) = m2_walk(bytes, places) else { return false };
    m2_pads(bytes, &m2)
        && all(&bytes[m2.pan..m2.numbers + 22], is_bcd)
        && all(&bytes[m2.texts..m2.texts + 23], is_ans)
        && bytes[m2.texts + 23..m2.texts + 26].iter().all(|&byte| is_an(byte))
        && m2.private.iter().all(|&(start, end)| all(&bytes[start..end], is_ans))
}

pub fn m2_fields(bytes: &[u8], places: &mut Places) -> bool {
    let Some(m2) = m2_walk(bytes, places) else { return false };
    let mut ok = true;
    for (at, place) in places.0.iter().enumerate() {
        let content = &bytes[(place >> 16) as usize..(place & 0xFFFF) as usize];
        ok &= match at {
            0..=8 => content.iter().all(|&byte| is_bcd(byte)),
            10 | 11 | 15 | 16 => content.iter().all(|&byte| is_ans(byte)),
            12 => content.iter().all(|&byte| is_an(byte)),
            _ => true,
        };
    }
    ok && m2_pads(bytes, &m2)
}

/// Sixteen bytes at once; the last sixteen may overlap those before them.
#[inline(always)]
fn all(bytes: &[u8], holds: impl Fn(u8) -> bool + Copy) -> bool {
    let block = |block: &[u8; 16]| block.iter().fold(true, |all, &byte| all & holds(byte));
    let Some(last) = bytes.last_chunk() else { return bytes.iter().all(|&byte| holds(byte)) };
    bytes.as_chunks().0.iter().fold(block(last), |all, chunk| all & block(chunk))
}

#[inline(always)]
fn is_digit(byte: u8) -> bool {
    byte.wrapping_sub(b'0') < 10
}

#[inline(always)]
fn is_bcd(byte: u8) -> bool {
    (byte & 15 < 10) & (byte < 0xA0)
}

#[inline(always)]
fn is_track(byte: u8) -> bool {
    (byte & 0xF0 == 0x30) | (byte == b'D')
}

#[inline(always)]
fn is_an(byte: u8) -> bool {
    (byte.wrapping_sub(b'0') < 10) | ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte == b' ')
}

#[inline(always)]
fn is_ans(byte: u8) -> bool {
    byte.wrapping_sub(0x20) < 0x5F
}

/// Holds every walker to isomsg on the message, on each change of one byte outside the bitmap, and on each cut.
pub fn check_against_isomsg() {
    let walks: [(&str, usize, [Walk; 3]); 2] =
        [("M1", 4, [m1_places, m1_runs, m1_fields]), ("M2", 2, [m2_places, m2_runs, m2_fields])];
    for (name, bitmap, [structure, runs, fields]) in walks {
        let subject = subject::named(name);
        let hold = |bytes: &[u8]| {
            let strict = Message::parse(bytes, subject.spec).is_ok();
            let mut found = [Places::default(), Places::default()];
            assert_eq!(runs(bytes, &mut found[0]), strict, "{name} by runs: {bytes:02X?}");
            assert_eq!(fields(bytes, &mut found[1]), strict, "{name} by fields: {bytes:02X?}");
            if let (true, Ok(message)) = (strict, Message::parse(bytes, subject.spec)) {
                let expected = Places(std::array::from_fn(|at| {
                    let range = message.fields().nth(at).expect("18 fields").content_range();
                    (range.start << 16 | range.end) as u32
                }));
                assert!(found == [expected.clone(), expected.clone()] && structure(bytes, &mut found[0]));
                assert_eq!(found[0], expected);
                let options = ParseOptions::STRICT.unchecked_classes();
                assert!(Message::parse_with(bytes, subject.spec, options).is_ok());
            }
        };
        hold(subject.bytes);
        for end in 0..subject.bytes.len() {
            hold(&subject.bytes[..end]);
        }
        for at in (0..subject.bytes.len()).filter(|at| !(bitmap..bitmap + 8).contains(at)) {
            let mut bytes = subject.bytes.to_vec();
            for value in 0..=u8::MAX {
                bytes[at] = value;
                hold(&bytes);
            }
        }
    }
}
