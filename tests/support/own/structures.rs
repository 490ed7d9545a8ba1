//! Random structures: fields with parts, tags, bitmaps and groups, several levels deep.

use super::tape::Tape;
use isomsg::spec::{
    Class, Code, Count, DataForm, FieldSpec, Filler, Groups, MessageSpec, NibblePad, PartBitmap, PrefixForm,
    Sensitivity, Side, TlvForm, Unlisted, Wire,
};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use DataForm::{Ascii, Bcd, Ebcdic, EbcdicHex, Hex, Opaque, Raw};

/// A spec of fields with structures, and what the model of a message must know of them.
pub struct Nested {
    /// The spec.
    pub spec: Arc<MessageSpec>,
    /// Its fields.
    pub fields: BTreeMap<u16, Node>,
    /// How many rows the rules refused.
    pub refused: usize,
}

/// A failure shows the rows, without what they leave unsaid.
impl fmt::Debug for Nested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "wire {:?}", self.spec.wire())?;
        self.fields.values().try_for_each(|node| node.show(f, 0))
    }
}

/// A field or a part.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its row.
    pub row: FieldSpec,
    /// What it is made of.
    pub kind: Kind,
    /// Its parts.
    pub kids: Vec<Node>,
    /// Its class.
    pub class: Class,
    /// Its form.
    pub form: DataForm,
    /// Its least and its most units.
    pub min: usize,
    /// See `min`.
    pub max: usize,
    /// Whether its content is its value, unit by unit, in whatever holds it.
    pub plain: bool,
    /// Whether it may be missing.
    pub optional: bool,
    /// What has no parts as field 2 of a message by the spec that goes with it, which sees things as they are around it.
    pub alone: Option<(FieldSpec, Wire)>,
    strips: bool,
}

/// What content is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Leaf,
    Parts,
    Ber,
    Fixed,
    Bits,
    Groups(usize),
}

impl Node {
    fn show(&self, f: &mut fmt::Formatter<'_>, level: usize) -> fmt::Result {
        let key = self.row.key();
        writeln!(f, "{:1$}{key:?} {2} {3:?} {4:?}", "", 2 * level, self.row.format(), self.form, self.row.structure())?;
        let said = format!("{:?}", self.row);
        let start = said.find(", prefix: ").unwrap_or(0);
        let end = said.find(", only_in").unwrap_or(said.len());
        writeln!(f, "{:1$}  {2}", "", 2 * level, said.get(start..end).unwrap_or(&said))?;
        self.kids.iter().try_for_each(|kid| kid.show(f, level + 1))
    }

    /// Whether a caller gives it as a whole.
    pub fn is_atom(&self) -> bool {
        self.kind == Kind::Leaf || self.min > 0
    }

    /// The part at a path of keys below this; a group is none.
    pub fn at(&self, keys: &[String]) -> Option<&Node> {
        let Some((key, deeper)) = keys.split_first() else { return Some(self) };
        let (key, deeper) = if let Kind::Groups(_) = self.kind { deeper.split_first()? } else { (key, deeper) };
        self.kids.iter().find(|kid| kid.row.key().as_str() == key)?.at(deeper)
    }

    /// Whether there is a group at a path of keys below this.
    pub fn is_group(&self, keys: &[String]) -> bool {
        let holder = keys.split_last().and_then(|(_, before)| self.at(before));
        matches!(holder, Some(Node { kind: Kind::Groups(_), .. }))
    }

    /// A value of it: units.
    pub fn value(&self, tape: &mut Tape<'_>) -> Vec<u8> {
        if self.kind != Kind::Leaf {
            return self.kids.iter().flat_map(|kid| kid.value(tape)).collect();
        }
        let span = (self.max - self.min).min(10);
        let length = if span == 0 { self.min } else { self.min + tape.up_to(span) };
        if self.strips {
            return (0..tape.up_to(self.max - 1) + 1).map(|_| tape.pick(b"123456789")).collect();
        }
        let alphabet: &[u8] = match (self.class, self.form) {
            (Class::N, _) => b"0123456789",
            (Class::A, _) => b"ABCXYZabc",
            (Class::An, _) => b"0189ABZabz",
            (Class::B, _) => &[0, 1, 0x0F, 0x10, 0x30, 0x41, 0x7F, 0x80, 0x9F, 0xFF, 0x82, 0x03, 0x7C],
            (_, Opaque) => b"09AZ -.\x80\xC4\xFE",
            _ => b"09AZaz -.,|",
        };
        (0..length).map(|_| tape.pick(alphabet)).collect()
    }
}

impl Nested {
    /// A spec of a tape for the profile and one for each row; `None` when no row is admitted.
    pub fn new(wire: &[u8], rows: &[Vec<u8>]) -> Option<Self> {
        let mut tape = Tape::new(wire);
        let wire = tape.pick(&[Wire::ASCII, Wire::BCD, Wire::BCD.with_text(Ebcdic)]);
        let wire = wire
            .with_nibble_pad(NibblePad::new(tape.pick(&[Side::Left, Side::Right]), tape.pick(&[0, 15])))
            .with_text_pad(None)
            .with_digits_pad(None);
        let mut fields: BTreeMap<u16, Node> = BTreeMap::new();
        let (mut spec, mut refused) = (None, 0);
        for (at, tape) in rows.iter().enumerate() {
            let number = 40 + at as u16;
            let node = node(
                &mut Tape::new(tape),
                Place { key: Key::Number(number), within: None, wire, depth: 0, last: false, plainly: false },
            );
            let node = Node { row: node.row.with_sensitivity(Sensitivity::None), ..node };
            let others = fields.values().map(|node| node.row);
            match MessageSpec::from_fields("nested", wire, others.chain([node.row]).collect::<Vec<_>>()) {
                Ok(made) => {
                    fields.insert(number, node);
                    spec = Some(made);
                }
                Err(_) => refused += 1,
            }
        }
        Some(Nested { spec: spec?, fields, refused })
    }
}

#[derive(Clone, Copy)]
enum Key<'k> {
    Number(u16),
    Tag(&'k str),
}

/// Where a row is to stand.
#[derive(Clone, Copy)]
struct Place<'k> {
    key: Key<'k>,
    within: Option<(Class, DataForm)>,
    /// How things look around it.
    wire: Wire,
    depth: usize,
    /// The last one of its sequence.
    last: bool,
    /// Of fixed length, its content being its value in what holds it.
    plainly: bool,
}

/// What can stand in content of this class and form.
fn choices(within: Option<(Class, DataForm)>) -> &'static [(Class, DataForm)] {
    use Class::{A, An, Ans, B, N};
    match within {
        None | Some((_, Raw)) => &[
            (Ans, Ascii),
            (B, Raw),
            (N, Bcd),
            (Ans, Ebcdic),
            (Ans, Opaque),
            (B, Hex),
            (An, Ascii),
            (N, Ascii),
            (N, Bcd),
            (B, Raw),
            (B, EbcdicHex),
        ],
        Some((_, Bcd)) => &[(N, Bcd)],
        Some((_, Hex)) => &[(B, Hex), (B, Hex), (N, Ascii)],
        Some((_, EbcdicHex)) => &[(B, EbcdicHex), (B, EbcdicHex), (N, Ebcdic)],
        Some((An, Ebcdic)) => &[(An, Ebcdic), (N, Ebcdic), (B, EbcdicHex)],
        Some((N, Ebcdic)) => &[(N, Ebcdic)],
        Some((_, Ebcdic)) => &[(Ans, Ebcdic), (N, Ebcdic), (An, Ebcdic), (B, EbcdicHex)],
        Some((N, _)) => &[(N, Ascii)],
        Some((An, _)) => &[(An, Ascii), (N, Ascii), (A, Ascii)],
        Some((_, Opaque)) => &[(Ans, Opaque), (N, Ascii), (An, Ascii), (Ans, Ascii), (An, Opaque)],
        Some(_) => &[(Ans, Ascii), (N, Ascii), (An, Ascii), (A, Ascii), (B, Hex)],
    }
}

fn node(tape: &mut Tape<'_>, place: Place<'_>) -> Node {
    let nests = !place.plainly && place.depth < 5 && (place.depth == 0 && !tape.once_in(8) || tape.once_in(3));
    let all = choices(place.within);
    let (class, form) = match place.within {
        Some((class, form)) if place.plainly => (class, form),
        _ => tape.pick(all),
    };
    if !nests {
        return leaf(tape, place, class, form);
    }
    let kinds: &[Kind] = match form {
        Bcd => &[Kind::Parts, Kind::Fixed, Kind::Groups(0)],
        Hex | EbcdicHex => &[Kind::Ber],
        Raw => &[Kind::Parts, Kind::Ber, Kind::Fixed, Kind::Bits, Kind::Groups(0)],
        // Hex digits of a bitmap are not of class `n`.
        _ if class == Class::N => &[Kind::Parts, Kind::Fixed, Kind::Groups(0)],
        _ => &[Kind::Parts, Kind::Fixed, Kind::Bits, Kind::Groups(0)],
    };
    let kind = tape.pick(kinds);
    holder(tape, place, class, form, kind)
}

fn row(place: Place<'_>, notation: &str, form: DataForm, tape: &mut Tape<'_>) -> FieldSpec {
    let row = match place.key {
        Key::Number(number) => FieldSpec::new(number, notation),
        Key::Tag(tag) => FieldSpec::tagged(tag, notation),
    };
    let row = row.with_data(form);
    let row = if form == Bcd && tape.once_in(4) { row.with_nibble_pad(NibblePad::new(Side::Left, 0)) } else { row };
    let how =
        tape.pick(&[None, None, None, Some(Sensitivity::Secret), Some(Sensitivity::Pan), Some(Sensitivity::None)]);
    how.map_or(row, |how| row.with_sensitivity(how))
}

fn leaf(tape: &mut Tape<'_>, place: Place<'_>, class: Class, form: DataForm) -> Node {
    let mut again = *tape;
    let node = leaf_of(tape, place, class, form);
    let is_packed = matches!(place.within, Some((_, Bcd)));
    let is_open = node.row.format().to_string().contains('.');
    let alone = match place.key {
        // The value of a tag goes to its end.
        Key::Tag(_) if is_open && form == Bcd => None,
        Key::Tag(_) if is_open => Some(FieldSpec::new(2, &open(class, node.min, node.max)).with_data(form).to_end()),
        _ => Some(leaf_of(&mut again, Place { key: Key::Number(2), ..place }, class, form).row),
    };
    Node { alone: alone.filter(|_| !is_packed).map(|alone| (alone, place.wire)), ..node }
}

fn leaf_of(tape: &mut Tape<'_>, place: Place<'_>, class: Class, form: DataForm) -> Node {
    let max = tape.pick(&[1, 2, 3, 6, 8, 12, 19]);
    let is_even = matches!(place.within, Some((_, Hex | EbcdicHex))) && class == Class::N;
    let max = if is_even { max + max % 2 } else { max };
    let plainly = place.plainly || is_even;
    let fixed = plainly || tape.once_in(2);
    let min = if fixed { max } else { tape.up_to(max.min(3)) };
    let notation = if fixed { format!("{} {max}", class.notation()) } else { open(class, min, max) };
    let row = row(place, &notation, form, tape);
    let row = if fixed { row } else { delimited(tape, place, row, form, max) };
    let strips = fixed && !plainly && class == Class::N && tape.once_in(6);
    let zeros = Filler { side: Side::Left, character: b'0' };
    let row = if strips { row.with_pad(Some(zeros)).with_pad_stripped() } else { row };
    let same = place.within.is_some_and(|(_, holder)| holder == form || matches!((holder, form), (Opaque, Ascii)));
    Node {
        row,
        kind: Kind::Leaf,
        kids: Vec::new(),
        class,
        form,
        min,
        max,
        plain: fixed && same && !strips,
        optional: false,
        alone: None,
        strips,
    }
}

fn open(class: Class, min: usize, max: usize) -> String {
    let min = if min == 0 { String::new() } else { format!(" {min}") };
    format!("{}{min}....{max}", class.notation())
}

/// A row of variable length, delimited in one of the ways that its place has.
fn delimited(tape: &mut Tape<'_>, place: Place<'_>, row: FieldSpec, form: DataForm, max: usize) -> FieldSpec {
    if let Key::Tag(_) = place.key {
        return row;
    }
    let prefixes: &[PrefixForm] = match place.within {
        None | Some((_, Raw)) => &[
            PrefixForm::Ascii,
            PrefixForm::Bcd,
            PrefixForm::Binary,
            PrefixForm::Ber,
            PrefixForm::Ebcdic,
            PrefixForm::Hex,
        ],
        Some((_, Bcd)) => &[PrefixForm::Bcd],
        Some((_, Ebcdic)) => &[PrefixForm::Ebcdic],
        _ => &[PrefixForm::Ascii, PrefixForm::Ascii],
    };
    let prefix = tape.pick(prefixes);
    let in_digits = matches!(place.within, Some((_, Bcd)));
    let row = if tape.once_in(2) { row.with_prefix(prefix) } else { row };
    match tape.up_to(9) {
        8 | 9 if place.last => row_of(place, row, form).to_end(),
        7 if !in_digits => row_of(place, row, form).with_terminator(b"\x7C"),
        6 if !in_digits => row.with_area((2 * max + tape.up_to(3)) as u16),
        5 if !in_digits => row.with_count(Count::Bytes),
        4 if !in_digits && row.number() < 64 && prefix == PrefixForm::Ascii => {
            row.with_prefix(prefix).with_prefix_included()
        }
        _ => row,
    }
}

/// The row without a prefix.
fn row_of(place: Place<'_>, row: FieldSpec, form: DataForm) -> FieldSpec {
    let Key::Number(number) = place.key else { return row };
    FieldSpec::new(number, &row.format().to_string()).with_data(form)
}

const BER_TAGS: [&str; 12] = ["5A", "9F26", "82", "71", "9F1E", "E1", "5F2A", "DF8101", "57", "84", "BF0C", "DF81817F"];

fn holder(tape: &mut Tape<'_>, place: Place<'_>, class: Class, form: DataForm, kind: Kind) -> Node {
    let within = Place {
        key: place.key,
        within: Some((class, form)),
        wire: wire_within(form, kind, place.wire),
        depth: place.depth + 1,
        last: false,
        plainly: false,
    };
    let inside = |key, last, plainly| Place { key, last, plainly, ..within };
    let count = 1 + tape.up_to(4);
    let max_of = [900usize, 400, 200, 120, 80, 60];
    let mut max = max_of[place.depth.min(5)];
    let mut min = 0;
    let mut plain = false;
    let mut kids: Vec<Node> = Vec::new();
    let apply: Box<dyn Fn(FieldSpec, &'static [FieldSpec]) -> FieldSpec> = match kind {
        Kind::Leaf => return leaf(tape, place, class, form),
        Kind::Parts => {
            let fixed = tape.once_in(4);
            let from = tape.up_to(count);
            let mut number = 0;
            for at in 0..count {
                number += 1 + tape.up_to(1) as u16;
                kids.push(node(tape, inside(Key::Number(number), at + 1 == count, fixed)));
            }
            if !fixed && tape.once_in(3) {
                for kid in kids.iter_mut().take(from).filter(|_| tape.once_in(2)) {
                    (kid.row, kid.optional) = (kid.row.optional_by_class(), true);
                }
            }
            if fixed {
                (min, max, plain) = (kids.iter().map(|kid| kid.max).sum(), kids.iter().map(|kid| kid.max).sum(), true);
            } else {
                for kid in kids.iter_mut().skip(from) {
                    (kid.row, kid.optional) = (kid.row.optional(), true);
                }
            }
            Box::new(|row, parts| row.with_parts(parts))
        }
        Kind::Ber => {
            let start = tape.up_to(11);
            for at in 0..tape.up_to(3) {
                kids.push(node(tape, inside(Key::Tag(BER_TAGS[(start + 3 * at) % 12]), false, false)));
            }
            let unlisted = tape.pick(&[Unlisted::Keep, Unlisted::Keep, Unlisted::Refuse, Unlisted::Skip]);
            let filler = tape.pick(&[0, 0, 0xFF]);
            let tlv = TlvForm::BER.with_unlisted(unlisted).with_filler(filler);
            Box::new(move |row, parts| row.with_tlv(tlv, parts))
        }
        Kind::Fixed => {
            let (tag_form, width, digits) = code(tape, class, form);
            let (length, length_width, _) = code(tape, class, form);
            let mut length_width = length_width.clamp(2, 4);
            if length == Some(PrefixForm::Binary) {
                length_width = length_width.min(3);
            }
            let code_of =
                |form: Option<PrefixForm>, width| form.map_or(Code::text(width), |form| Code::of(form, width));
            let mut tlv = TlvForm::fixed(code_of(tag_form, width), code_of(length, length_width));
            if tape.once_in(3) {
                tlv = tlv.with_length_first();
            }
            if tape.once_in(3) {
                tlv = tlv.with_tag_counted();
            }
            let tlv = tlv.with_unlisted(tape.pick(&[Unlisted::Keep, Unlisted::Keep, Unlisted::Refuse, Unlisted::Skip]));
            for at in 0..tape.up_to(3) {
                let tag = format!("{:0digits$}", 1 + at);
                kids.push(node(tape, Place { key: Key::Tag(&tag), ..within }));
            }
            Box::new(move |row, parts| row.with_tlv(tlv, parts))
        }
        Kind::Bits => {
            let bitmap = PartBitmap::new(1 + tape.up_to(2) as u8);
            let bitmap = if tape.once_in(2) {
                bitmap.with_extensions(1 + tape.up_to(1) as u8, 1 + tape.up_to(2) as u8)
            } else {
                bitmap
            };
            let bitmap = match form {
                Raw => bitmap.with_form(tape.pick(&[Raw, Raw, Hex, EbcdicHex])),
                Ebcdic => bitmap.with_form(EbcdicHex),
                _ => bitmap.with_form(Hex),
            };
            let mut number = 1;
            for at in 0..count {
                number += 1 + tape.up_to(4) as u16;
                kids.push(node(tape, inside(Key::Number(number), at + 1 == count, false)));
            }
            Box::new(move |row, parts| row.with_bitmapped(bitmap, parts))
        }
        Kind::Groups(_) => {
            let most = 1 + tape.up_to(3);
            let groups = Groups::up_to(most as u16);
            let groups = if tape.once_in(2) { groups.with_count(Code::text(1 + tape.up_to(1) as u8)) } else { groups };
            let plainly = !tape.once_in(4);
            for at in 0..1 + tape.up_to(2) {
                kids.push(node(tape, inside(Key::Number(1 + at as u16), false, plainly)));
            }
            return finish(tape, place, class, form, (min, max, false), Kind::Groups(most), kids, &|row, parts| {
                row.with_groups(groups, parts)
            });
        }
    };
    finish(tape, place, class, form, (min, max, plain), kind, kids, &*apply)
}

/// How things look within content of this form: all that matters to rows that state their data form.
fn wire_within(form: DataForm, kind: Kind, wire: Wire) -> Wire {
    match form {
        // Chip data has a form of its own.
        Raw | Opaque if kind == Kind::Ber => Wire::BCD,
        Raw => wire,
        Bcd => wire.with_length(PrefixForm::Bcd),
        Ebcdic | EbcdicHex => wire.with_length(PrefixForm::Ebcdic),
        _ => wire.with_length(PrefixForm::Ascii),
    }
}

/// Form and width of a tag or a length in content of this form, and the characters of such a tag.
fn code(tape: &mut Tape<'_>, class: Class, form: DataForm) -> (Option<PrefixForm>, u8, usize) {
    let width = 1 + tape.up_to(2) as u8;
    let forms: &[Option<PrefixForm>] = match form {
        Raw => &[
            None,
            Some(PrefixForm::Ascii),
            Some(PrefixForm::Ebcdic),
            Some(PrefixForm::Bcd),
            Some(PrefixForm::Binary),
            Some(PrefixForm::Hex),
        ],
        Ascii | Opaque if class != Class::N => &[None, Some(PrefixForm::Ascii), Some(PrefixForm::Hex)],
        _ => &[None],
    };
    let form = tape.pick(forms);
    let digits = if form == Some(PrefixForm::Binary) { 2 * width } else { width };
    (form, width, usize::from(digits))
}

#[allow(clippy::too_many_arguments, reason = "all that a row needs")]
fn finish(
    tape: &mut Tape<'_>,
    place: Place<'_>,
    class: Class,
    form: DataForm,
    (min, max, plain): (usize, usize, bool),
    kind: Kind,
    kids: Vec<Node>,
    apply: &dyn Fn(FieldSpec, &'static [FieldSpec]) -> FieldSpec,
) -> Node {
    let fixed = min == max && (class, max) != (Class::B, 64);
    let notation = if fixed { format!("{} {max}", class.notation()) } else { open(class, min, max) };
    let row = row(place, &notation, form, tape);
    let row = if fixed { row } else { delimited(tape, place, row, form, max) };
    let row = apply(row, kept(kids.iter().map(|kid| kid.row).collect()));
    Node { row, kind, kids, class, form, min, max, plain, optional: false, alone: None, strips: false }
}

/// Rows that stay for as long as the program: the same ones once, so that a fuzzer does not fill the memory.
fn kept(rows: Vec<FieldSpec>) -> &'static [FieldSpec] {
    static KEPT: Mutex<BTreeMap<String, &'static [FieldSpec]>> = Mutex::new(BTreeMap::new());
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    all.entry(format!("{rows:?}")).or_insert_with(|| Box::leak(rows.into_boxed_slice()))
}
