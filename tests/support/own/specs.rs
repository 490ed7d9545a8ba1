//! Random specs: a wire profile and rows, of which those are kept that the rules admit.

use super::tape::Tape;
use isomsg::spec::{
    Class, CodePage, Count, DataForm, FieldSpec, Filler, HexCase, MessageSpec, NibblePad, PrefixForm, Secondary,
    Sensitivity, Side, Third, Wire,
};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

const DIGITS: [DataForm; 3] = [DataForm::Ascii, DataForm::Bcd, DataForm::Ebcdic];
const TEXT: [DataForm; 3] = [DataForm::Ascii, DataForm::Ebcdic, DataForm::Opaque];
const BINARY: [DataForm; 3] = [DataForm::Raw, DataForm::Hex, DataForm::EbcdicHex];
const PREFIXES: [PrefixForm; 6] =
    [PrefixForm::Ascii, PrefixForm::Bcd, PrefixForm::Binary, PrefixForm::Ebcdic, PrefixForm::Hex, PrefixForm::Ber];
const CASES: [HexCase; 3] = [HexCase::Upper, HexCase::Lower, HexCase::Any];
const SIDES: [Side; 2] = [Side::Left, Side::Right];

/// A spec, with what the model of a message must know of it.
pub struct OwnSpec {
    /// The spec.
    pub spec: Arc<MessageSpec>,
    /// Its fields, but not the one that carries the third bitmap.
    pub fields: BTreeMap<u16, OwnField>,
    /// The field that carries the third bitmap.
    pub carrier: Option<u16>,
    /// Whether messages have a bitmap.
    pub has_bitmap: bool,
    /// How many rows the rules refused.
    pub refused: usize,
}

/// What a row says of values.
#[derive(Clone, Copy, Debug)]
pub struct OwnField {
    row: FieldSpec,
    /// Its class.
    pub class: Class,
    /// Its form on the wire, its own or that of the profile.
    pub form: DataForm,
    /// The least units.
    pub min: usize,
    /// The most units.
    pub max: usize,
    /// What fills up a short value.
    pub filler: Option<Filler>,
    /// Whether the filler is taken off again.
    pub strip: bool,
}

/// A wire profile, with the parts of it that rows fall back on.
struct Profile {
    wire: Wire,
    has_bitmap: bool,
    digits: DataForm,
    text: DataForm,
    binary: DataForm,
    digits_pad: Option<Filler>,
    text_pad: Option<Filler>,
}

/// How the content of a field is delimited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Prefix,
    Fixed,
    Area,
    Terminator,
    Rest,
}

impl OwnSpec {
    /// A spec of a tape for the profile and one for each row; `None` when no row is admitted.
    pub fn new(wire: &[u8], rows: &[Vec<u8>]) -> Option<Self> {
        let profile = Profile::new(&mut Tape::new(wire));
        let carrier = match profile.wire.third() {
            Third::Field(number) => Some(number),
            _ => None,
        };
        let carrying = carrier.map(|number| FieldSpec::new(number, "b 8").with_data(DataForm::Raw));
        let mut fields: BTreeMap<u16, OwnField> = BTreeMap::new();
        let (mut spec, mut refused) = (None, 0);
        for tape in rows {
            let (number, field) = OwnField::new(&profile, &mut Tape::new(tape));
            if Some(number) == carrier {
                continue;
            }
            let others = fields.range(..number).chain(fields.range(number + 1..)).map(|(_, field)| field.row);
            match table(&profile.wire, carrying.into_iter().chain(others).chain([field.row])) {
                Some(made) => {
                    fields.insert(number, field);
                    spec = Some(made);
                }
                None => refused += 1,
            }
        }
        let spec = spec?;
        Some(OwnSpec { spec, fields, carrier, has_bitmap: profile.has_bitmap, refused })
    }
}

/// A failure shows the spec as the code that makes it.
impl fmt::Debug for OwnSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.spec.to_rust())
    }
}

fn table(wire: &Wire, rows: impl Iterator<Item = FieldSpec>) -> Option<Arc<MessageSpec>> {
    let mut rows: Vec<FieldSpec> = rows.collect();
    rows.sort_by_key(FieldSpec::number);
    MessageSpec::from_fields("own", *wire, rows).ok()
}

impl Profile {
    fn new(tape: &mut Tape<'_>) -> Self {
        let has_bitmap = !tape.once_in(8);
        let third = match tape.up_to(3) {
            _ if !has_bitmap => Third::None,
            0 | 1 => Third::None,
            2 => Third::Chain,
            _ => Third::Field(tape.pick(&[65, 2, 3, 53, 64, 66, 100, 128])),
        };
        let (digits, text, binary) = (tape.pick(&DIGITS), tape.pick(&TEXT), tape.pick(&BINARY));
        let digits_pad = filler(tape, Class::N, digits);
        let text_pad = filler(tape, Class::Ans, text);
        let wire = Wire::ASCII
            .with_mti(tape.pick(&DIGITS))
            .with_bitmap(tape.pick(&BINARY))
            .with_secondary(tape.pick(&[Secondary::WhenNeeded, Secondary::Always, Secondary::AlwaysUnannounced]))
            .with_third(third)
            .with_length(tape.pick(&PREFIXES))
            .with_digits(digits)
            .with_text(text)
            .with_binary(binary)
            .with_charset(tape.pick(&CodePage::ALL))
            .with_hex_case(tape.pick(&CASES))
            .with_nibble_pad(nibble_pad(tape))
            .with_digits_pad(digits_pad)
            .with_text_pad(text_pad);
        let wire = if has_bitmap { wire } else { wire.without_bitmap() };
        Profile { wire, has_bitmap, digits, text, binary, digits_pad, text_pad }
    }

    /// A number, or one nearby that the bitmaps of the profile have room for.
    fn number(&self, number: u16) -> u16 {
        match (self.wire.third(), number) {
            (Third::None, 131..) => number - 128,
            (Third::None, 129..) => number - 2,
            (Third::Chain, 65) => 64,
            _ => number,
        }
    }

    /// The form of a class, where a row states none.
    fn form(&self, class: Class) -> DataForm {
        match class {
            Class::N | Class::Z | Class::Xn => self.digits,
            Class::B | Class::Anb | Class::Ansb => self.binary,
            _ => self.text,
        }
    }

    /// What fills up short values of fixed length, where a row does not state it.
    fn filler(&self, class: Class, form: DataForm, end: End) -> Option<Filler> {
        match class {
            _ if end != End::Fixed => None,
            Class::N => self.digits_pad,
            Class::A | Class::An | Class::Ans | Class::Anp | Class::Ns | Class::As if form != DataForm::Bcd => {
                self.text_pad
            }
            _ => None,
        }
    }
}

impl OwnField {
    fn new(profile: &Profile, tape: &mut Tape<'_>) -> (u16, Self) {
        let number = profile.number(if tape.once_in(2) { 2 + tape.up_to(190) as u16 } else { tape.pick(&NUMBERS) });
        let class = tape.pick(&Class::ALL);
        let stated = tape.maybe(2, |tape| tape.pick(forms(class)));
        let form = stated.unwrap_or(profile.form(class));
        let end = tape.pick(&[End::Prefix, End::Fixed, End::Prefix, End::Area, End::Fixed, End::Terminator, End::Rest]);
        let max = tape.pick(&[1, 2, 3, 5, 6, 7, 8, 12, 19, 130, 300]);
        let min = if tape.once_in(3) { tape.up_to(max.min(255)) } else { 0 };
        let row = FieldSpec::new(number, &notation(class, end, min, max, tape));
        let row = delimited(row, end, form, max, tape);

        let own_filler = tape.maybe(3, |tape| filler(tape, class, form));
        let filler = own_filler.unwrap_or(profile.filler(class, form, end));
        let strip = filler.is_some() && tape.once_in(3);
        let row = stated.map_or(row, |form| row.with_data(form));
        let row = own_filler.map_or(row, |filler| row.with_pad(filler));
        let row = if strip { row.with_pad_stripped() } else { row };
        let row = tape.maybe(4, |tape| tape.pick(&CodePage::ALL)).map_or(row, |page| row.with_charset(page));
        let row = tape.maybe(4, |tape| tape.pick(&CASES)).map_or(row, |case| row.with_hex_case(case));
        let row = tape.maybe(3, nibble_pad).map_or(row, |pad| row.with_nibble_pad(pad));
        let row = tape.maybe(2, |tape| tape.pick(&SENSITIVITIES)).map_or(row, |how| row.with_sensitivity(how));
        let row = if tape.once_in(4) { row.with_echo() } else { row };
        let (min, max) = (row.format().min(), row.format().max());
        (number, OwnField { row, class, form, min, max, filler, strip })
    }
}

/// The numbers at which something changes.
const NUMBERS: [u16; 14] = [2, 3, 4, 5, 63, 64, 65, 66, 67, 127, 128, 129, 130, 192];

const SENSITIVITIES: [Sensitivity; 4] = [Sensitivity::None, Sensitivity::Pan, Sensitivity::Track, Sensitivity::Secret];

/// The forms that can carry a class.
fn forms(class: Class) -> &'static [DataForm] {
    use DataForm::{Ascii, Bcd, Ebcdic, EbcdicHex, Hex, Opaque, Raw, Zoned};
    match class {
        Class::N | Class::Z => &[Ascii, Bcd, Ebcdic],
        Class::Xn => &[Ascii, Bcd, Ebcdic, Zoned],
        Class::B => &[Raw, Hex, EbcdicHex],
        Class::Anb | Class::Ansb => &[Raw, Hex, EbcdicHex, Ascii, Ebcdic, Opaque],
        _ => &[Ascii, Bcd, Ebcdic, Opaque],
    }
}

fn notation(class: Class, end: End, min: usize, max: usize, tape: &mut Tape<'_>) -> String {
    let class = class.notation();
    if end == End::Fixed {
        return format!("{class} {max}");
    }
    // Digits enough for a prefix that counts nibbles, and itself.
    let digits = (4 * max + 6).to_string().len();
    let dots = ".".repeat(digits + tape.up_to(2));
    if min > 0 { format!("{class} {min}{dots}{max}") } else { format!("{class}{dots}{max}") }
}

fn delimited(row: FieldSpec, end: End, form: DataForm, max: usize, tape: &mut Tape<'_>) -> FieldSpec {
    match end {
        End::Fixed => row,
        End::Prefix => prefixed(row, form, tape),
        End::Area => prefixed(row, form, tape).with_area((2 * max + 2 + tape.up_to(6)) as u16),
        End::Rest => row.to_end(),
        End::Terminator => row.with_terminator(tape.pick(&[
            &[0x1C][..],
            &[0xFF, 0xFF],
            &[0, 0],
            b"A",
            b"ABA",
            &[0x40],
            &[0xF0, 0xF0],
            &[0x11, 0x11, 0x11, 0x11],
        ])),
    }
}

fn prefixed(row: FieldSpec, form: DataForm, tape: &mut Tape<'_>) -> FieldSpec {
    let prefix = tape.maybe(2, |tape| tape.pick(&PREFIXES));
    let row = prefix.map_or(row, |prefix| row.with_prefix(prefix));
    let row = match (tape.pick(&[Count::Units, Count::Units, Count::Bytes, Count::Nibbles]), form) {
        (Count::Nibbles, DataForm::Bcd | DataForm::Raw) => row.with_count(Count::Nibbles),
        (Count::Bytes, _) => row.with_count(Count::Bytes),
        _ => row,
    };
    let has_width = prefix.is_some_and(|prefix| prefix != PrefixForm::Ber);
    let row = if has_width && tape.once_in(3) { row.with_prefix_width(2 + tape.up_to(4) as u8) } else { row };
    if has_width && tape.once_in(4) { row.with_prefix_included() } else { row }
}

/// What can fill up values of a class in a form; `None` refuses short values.
fn filler(tape: &mut Tape<'_>, class: Class, form: DataForm) -> Option<Filler> {
    let characters: &[u8] = match class {
        Class::Xn => return None,
        Class::N => b"09",
        Class::Z => b"0?",
        Class::B | Class::Anb | Class::Ansb => &[0, 0xFF, b' '],
        Class::A | Class::As if form == DataForm::Bcd => b"FA",
        Class::Ns if form == DataForm::Bcd => b"05",
        Class::A | Class::As => b" FZ",
        Class::Ns => b" 0*",
        _ if form == DataForm::Bcd => b"F0",
        _ => b" 0F",
    };
    let filler = Filler { side: tape.pick(&SIDES), character: tape.pick(characters) };
    (!tape.once_in(4)).then_some(filler)
}

fn nibble_pad(tape: &mut Tape<'_>) -> NibblePad {
    let pad = NibblePad::new(tape.pick(&SIDES), tape.pick(&[0, 15, 13, 10, 5]));
    let accepted: [&[u8]; 5] = [&[], &[], &[0], &[15], &[0, 10, 15]];
    pad.accepting(tape.pick(&accepted))
}
