//! Fields and parts that differ.

use super::{Difference, Place};
use crate::error::{FieldPath, Segment};
use crate::spec::view::View;
use crate::spec::{MessageSpec, Structure, describe};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn compare(before: &MessageSpec, after: &MessageSpec, found: &mut Vec<Difference>) {
    for number in 2..=192 {
        let place = Place::Field(FieldPath::field(number), None);
        pair(View::of_field(before, number), View::of_field(after, number), &place, found);
    }
}

/// Each thing that can be said of the row: what it is called, what the row states of it, what follows from that, and
/// whether it changes bytes. A row that states the same leaves a difference to what holds it.
fn aspects(view: &View<'_>) -> [(&'static str, String, String, bool); 9] {
    let (row, layout) = (*view.field, &view.layout);
    let stated = |aspect: &dyn core::fmt::Debug| alloc::format!("{aspect:?}");
    let class = row.format.class;
    let form = stated(&(class, row.data, row.charset, row.hex_case, row.nibble_pad.map(|pad| pad.written())));
    let side = stated(&row.nibble_pad.map(|pad| pad.side()));
    let prefix = stated(&(row.prefix, row.prefix_width, row.counts, row.includes_itself));
    let pads = stated(&(class, row.pad, row.strip, row.format.is_fixed()));
    let accepted = stated(&row.nibble_pad.map(|pad| pad.accepted()));
    let types = row.only_in.to_string();
    let sensitivity = describe::sensitivity(view.field.sensitivity()).to_string();
    let echo = if view.field.is_echoed() { "yes" } else { "no" }.to_string();
    let presence = describe::presence(row.optional).to_string();
    let delimiter = stated(&(row.format.dots, row.delimiter));
    [
        ("format", row.format.to_string(), row.format.to_string(), true),
        ("form", form + &side, describe::form(layout), true),
        ("prefix", prefix + &delimiter, describe::extent(layout), true),
        ("padding", pads, describe::padding(layout), true),
        ("accepted pad", accepted, describe::accepted(layout), false),
        ("optional", presence.clone(), presence, true),
        ("message types", types.clone(), types, false),
        ("sensitivity", sensitivity.clone(), sensitivity, false),
        ("echo", echo.clone(), echo, false),
    ]
}
/// The number or tag of a row, numbers by their value.
type Key = (u16, Option<Segment>);

/// The parts of a structure, or the cases of a field, each by its key.
fn by_key<'s>(holder: &View<'s>) -> BTreeMap<Key, View<'s>> {
    holder.parts().map(|part| ((part.field.number(), part.field.tag()), part)).collect()
}

/// Two rows of one place, one of which may not be there.
fn pair(before: Option<View<'_>>, after: Option<View<'_>>, place: &Place, found: &mut Vec<Difference>) {
    let one_sided = |what, before, after| Difference { place: place.clone(), what, before, after, changes_wire: true };
    match (before, after) {
        (None, None) => {}
        (Some(row), None) => found.push(one_sided("removed", row.field.format.to_string(), String::new())),
        (None, Some(row)) => found.push(one_sided("added", String::new(), row.field.format.to_string())),
        (Some(before), Some(after)) => both(&before, &after, place, found),
    }
}

fn both(before: &View<'_>, after: &View<'_>, place: &Place, found: &mut Vec<Difference>) {
    for ((what, stated, before, changes_wire), (_, now_stated, after, _)) in
        aspects(before).into_iter().zip(aspects(after))
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
        let count = |is_cases: bool, row: &View<'_>| if is_cases { row.field.parts().count() } else { 0 };
        let counts = [count(is_cases[0], before), count(is_cases[1], after)];
        cases(before, after, counts, place, found);
    }
    let holders = [(!is_cases[0]).then_some(before), (!is_cases[1]).then_some(after)];
    parts(holders, place, found);
}

/// The parts of two structures, which are those of fields, of parts or of cases.
fn parts(holders: [Option<&View<'_>>; 2], place: &Place, found: &mut Vec<Difference>) {
    let [one, other] = holders.map(|holder| holder.and_then(|holder| holder.field.structure()));
    let [old, new] = holders.map(|holder| holder.map(by_key).unwrap_or_default());
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
    mut old: BTreeMap<Key, View<'_>>,
    mut new: BTreeMap<Key, View<'_>>,
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
fn cases(before: &View<'_>, after: &View<'_>, counts: [usize; 2], place: &Place, found: &mut Vec<Difference>) {
    let Place::Field(path, _) = *place else { return };
    let (mut old, mut new) = (before.parts().take(counts[0]), after.parts().take(counts[1]));
    for number in 1.. {
        let place = Place::Field(path, Some(number));
        let differs =
            |what, before, after| Difference { place: place.clone(), what, before, after, changes_wire: true };
        let condition = |case: &View<'_>| case.field.condition().unwrap_or("").to_string();
        let (one, other) = (old.next(), new.next());
        match (&one, &other) {
            (None, None) => return,
            (Some(case), None) => found.push(differs("removed", condition(case), String::new())),
            (None, Some(case)) => found.push(differs("added", String::new(), condition(case))),
            (Some(one), Some(other)) => {
                if one.field.condition() != other.field.condition() {
                    found.push(differs("when", condition(one), condition(other)));
                }
                if one.field.structure() != other.field.structure() {
                    let [one, other] = [one, other].map(|case| describe::structure(case.field.structure()));
                    found.push(differs("structure", one, other));
                }
            }
        }
        parts([one.as_ref(), other.as_ref()], &place, found);
    }
}
