//! Fields and parts that differ.

use super::{Difference, Place};
use crate::error::{FieldPath, Segment};
use crate::spec::layout::Layout;
use crate::spec::nesting::{part_layout, wire_within};
use crate::spec::{MessageSpec, SpecField, Structure, Wire, describe};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn compare(before: &MessageSpec, after: &MessageSpec, found: &mut Vec<Difference>) {
    for number in 2..=192 {
        let place = Place::Field(FieldPath::field(number), None);
        pair(Row::of_field(before, number), Row::of_field(after, number), &place, found);
    }
}

/// A row, and how it lies in what holds it.
struct Row<'s> {
    field: SpecField<'s>,
    layout: Layout,
    /// How things look around it.
    wire: Wire,
}

impl<'s> Row<'s> {
    fn of_field(spec: &'s MessageSpec, number: u16) -> Option<Self> {
        let step = spec.defined(number)?;
        Some(Row { field: spec.field(number)?, layout: step.layout, wire: *spec.wire() })
    }

    /// The rows of the parts of a structure of this row, each by its key.
    fn parts(&self, holder: &SpecField<'s>) -> BTreeMap<Key, Row<'s>> {
        let Some(structure) = holder.structure() else { return BTreeMap::new() };
        let wire = wire_within(&self.layout.coding, &structure, &self.wire);
        let rows = holder.parts().filter_map(|part| {
            let layout = part_layout(&structure, &part, &self.layout.coding, &wire).ok()?;
            Some((key(&part), Row { field: part, layout, wire }))
        });
        rows.collect()
    }

    /// Each thing that can be said of the row: what it is called, what the row states of it, what follows from that, and
    /// whether it changes bytes. A row that states the same leaves a difference to what holds it.
    fn aspects(&self) -> [(&'static str, String, String, bool); 9] {
        let (row, layout) = (*self.field, &self.layout);
        let stated = |aspect: &dyn core::fmt::Debug| alloc::format!("{aspect:?}");
        let class = row.format.class;
        let form = stated(&(class, row.data, row.charset, row.hex_case, row.nibble_pad.map(|pad| pad.written())));
        let side = stated(&row.nibble_pad.map(|pad| pad.side()));
        let prefix = stated(&(row.prefix, row.prefix_width, row.counts, row.includes_itself));
        let pads = stated(&(class, row.pad, row.strip, row.format.is_fixed()));
        let accepted = stated(&row.nibble_pad.map(|pad| pad.accepted()));
        let types = row.only_in.to_string();
        let sensitivity = describe::sensitivity(self.field.sensitivity()).to_string();
        let echo = if self.field.is_echoed() { "yes" } else { "no" }.to_string();
        let presence = describe::presence(row.optional).to_string();
        let delimiter = stated(&(row.format.dots, row.delimiter));
        [
            ("format", row.format.to_string(), row.format.to_string(), true),
            ("form", form + &side, describe::form(layout), true),
            ("prefix", prefix + &delimiter, describe::extent(layout), true),
            ("padding", pads, describe::padding(layout), true),
            ("accepted pad", accepted, describe::accepted(layout), false),
            ("presence", presence.clone(), presence, true),
            ("message types", types.clone(), types, false),
            ("sensitivity", sensitivity.clone(), sensitivity, false),
            ("echo", echo.clone(), echo, false),
        ]
    }
}

/// The number or tag of a row, numbers by their value.
type Key = (u16, Option<Segment>);

fn key(row: &SpecField<'_>) -> Key {
    (row.number(), row.tag())
}

/// Two rows of one place, one of which may not be there.
fn pair(before: Option<Row<'_>>, after: Option<Row<'_>>, place: &Place, found: &mut Vec<Difference>) {
    let one_sided = |what, before, after| Difference { place: place.clone(), what, before, after, changes_wire: true };
    match (before, after) {
        (None, None) => {}
        (Some(row), None) => found.push(one_sided("removed", row.field.format.to_string(), String::new())),
        (None, Some(row)) => found.push(one_sided("added", String::new(), row.field.format.to_string())),
        (Some(before), Some(after)) => both(&before, &after, place, found),
    }
}

fn both(before: &Row<'_>, after: &Row<'_>, place: &Place, found: &mut Vec<Difference>) {
    for ((what, stated, before, changes_wire), (_, now_stated, after, _)) in
        before.aspects().into_iter().zip(after.aspects())
    {
        if stated != now_stated && before != after {
            found.push(Difference { place: place.clone(), what, before, after, changes_wire });
        }
    }
    let structures = [before, after].map(|row| row.field.structure());
    if structures[0] != structures[1] {
        let [before, after] = structures.map(describe::structure);
        found.push(Difference { place: place.clone(), what: "structure", before, after, changes_wire: true });
    }
    let is_cases = structures.map(|structure| structure == Some(Structure::Cases));
    if is_cases != [false, false] {
        let count = |is_cases: bool, row: &Row<'_>| if is_cases { row.field.parts().count() } else { 0 };
        let counts = [count(is_cases[0], before), count(is_cases[1], after)];
        cases(before, after, counts, place, found);
    }
    let holders = [(!is_cases[0]).then_some(&before.field), (!is_cases[1]).then_some(&after.field)];
    parts(before, after, holders, place, found);
}

/// The parts of two structures, which are those of the rows or of cases of them.
fn parts(
    before: &Row<'_>,
    after: &Row<'_>,
    holders: [Option<&SpecField<'_>>; 2],
    place: &Place,
    found: &mut Vec<Difference>,
) {
    let [one, other] = holders.map(|holder| holder.and_then(|holder| holder.structure()));
    let (old, new) = (
        holders[0].map(|holder| before.parts(holder)).unwrap_or_default(),
        holders[1].map(|holder| after.parts(holder)).unwrap_or_default(),
    );
    match (one, other) {
        (Some(one), Some(other)) if core::mem::discriminant(&one) != core::mem::discriminant(&other) => {
            // Parts of another kind of structure have nothing in common.
            all_parts(old, BTreeMap::new(), &within(place, Some(one)), found);
            all_parts(BTreeMap::new(), new, &within(place, Some(other)), found);
        }
        _ => all_parts(old, new, &within(place, one.or(other)), found),
    }
}

/// Where the parts of a structure are: those of a group are named by the group too.
fn within(place: &Place, structure: Option<Structure>) -> Place {
    match (place, structure) {
        (Place::Field(path, case), Some(Structure::Groups(_))) => Place::Field(path.child(Segment::number(1)), *case),
        _ => place.clone(),
    }
}

fn all_parts(
    mut old: BTreeMap<Key, Row<'_>>,
    mut new: BTreeMap<Key, Row<'_>>,
    holder: &Place,
    found: &mut Vec<Difference>,
) {
    let Place::Field(path, case) = *holder else { return };
    let keys: BTreeSet<Key> = old.keys().chain(new.keys()).copied().collect();
    for key in keys {
        let segment = key.1.unwrap_or(Segment::number(key.0));
        pair(old.remove(&key), new.remove(&key), &Place::Field(path.child(segment), case), found);
    }
}

/// The cases of two fields, of which each has so many, in their order.
fn cases(before: &Row<'_>, after: &Row<'_>, counts: [usize; 2], place: &Place, found: &mut Vec<Difference>) {
    let Place::Field(path, _) = *place else { return };
    let (mut old, mut new) = (before.field.parts().take(counts[0]), after.field.parts().take(counts[1]));
    for number in 1.. {
        let place = Place::Field(path, Some(number));
        let differs =
            |what, before, after| Difference { place: place.clone(), what, before, after, changes_wire: true };
        let condition = |case: &SpecField<'_>| case.condition().unwrap_or("").to_string();
        let (one, other) = (old.next(), new.next());
        match (&one, &other) {
            (None, None) => return,
            (Some(case), None) => found.push(differs("removed", condition(case), String::new())),
            (None, Some(case)) => found.push(differs("added", String::new(), condition(case))),
            (Some(one), Some(other)) => {
                if one.condition() != other.condition() {
                    found.push(differs("when", condition(one), condition(other)));
                }
                if one.structure() != other.structure() {
                    let [one, other] = [one, other].map(|case| describe::structure(case.structure()));
                    found.push(differs("structure", one, other));
                }
            }
        }
        parts(before, after, [one.as_ref(), other.as_ref()], &place, found);
    }
}
