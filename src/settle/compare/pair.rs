//! Entries of one key on both sides: which of ours is which of theirs.

use super::super::{Card, Direction, Effect, Entry};
use super::{Finding, Side};
use crate::element::Currency;
use alloc::vec::Vec;

/// The entries of one key.
#[derive(Default)]
pub(super) struct Group<'a> {
    pub(super) pairs: Vec<(&'a Entry, &'a Entry)>,
    /// What has no partner.
    pub(super) others: Vec<Finding<'a>>,
}

type Way = (Direction, Effect);
type Content = (Currency, u64, Way, bool, bool);

/// Usually there is one on each side. Where a key occurs more often, entries that are alike belong together first, so that
/// what is left over is what differs.
pub(super) fn pair_up<'a>(mut ours: Vec<&'a Entry>, mut theirs: Vec<&'a Entry>) -> Group<'a> {
    let mut group = Group::default();
    if let ([our], [their]) = (ours.as_slice(), theirs.as_slice()) {
        group.pairs.push((our, their));
        return group;
    }
    let alike = take_alike(&mut ours, &mut theirs, |entry| (content(entry), entry.card()));
    group.pair_unless_doubled(alike);
    let alike = take_alike(&mut ours, &mut theirs, content);
    group.pair_unless_doubled(alike);
    group.pairs.extend(take_alike(&mut ours, &mut theirs, way));
    group.pairs.extend(take_alike(&mut ours, &mut theirs, |_| ()));
    let our_ways = group.pairs.iter().map(|(our, _)| way(our)).collect();
    let their_ways = group.pairs.iter().map(|(_, their)| way(their)).collect();
    group.add_others(ours, our_ways, Side::Ours, Finding::OursOnly);
    group.add_others(theirs, their_ways, Side::Theirs, Finding::TheirsOnly);
    group
}

fn way(entry: &Entry) -> Way {
    (entry.direction(), entry.kind().effect())
}

fn content(entry: &Entry) -> Content {
    let amount = entry.amount();
    (amount.currency(), amount.minor(), way(entry), entry.is_reversed(), entry.is_foreign())
}

impl<'a> Group<'a> {
    /// Pairs that are alike lie side by side: the second of them is the same transaction once more.
    fn pair_unless_doubled(&mut self, alike: Vec<(&'a Entry, &'a Entry)>) {
        let mut last: Option<(Content, Option<Card>, Option<Card>)> = None;
        for (our, their) in alike {
            let this = Some((content(our), our.card(), their.card()));
            if this == last {
                self.others.push(Finding::Doubled { side: Side::Both, entry: our });
            } else {
                self.pairs.push((our, their));
            }
            last = this;
        }
    }

    /// What has no partner is there twice if its side has another one of its way, else it is on one side only: a void
    /// with the key of its sale is no second sale.
    fn add_others(&mut self, rest: Vec<&'a Entry>, mut ways: Vec<Way>, side: Side, only: fn(&'a Entry) -> Finding<'a>) {
        ways.sort_unstable();
        ways.dedup();
        for entry in rest {
            if ways.contains(&way(entry)) {
                self.others.push(Finding::Doubled { side, entry });
            } else {
                ways.push(way(entry));
                self.others.push(only(entry));
            }
        }
    }
}

/// Takes from both sides the entries for which `mark` is the same, as many as both have, in the order of their marks.
fn take_alike<'a, M: Ord>(
    ours: &mut Vec<&'a Entry>,
    theirs: &mut Vec<&'a Entry>,
    mark: impl Fn(&Entry) -> M,
) -> Vec<(&'a Entry, &'a Entry)> {
    ours.sort_by_key(|entry| mark(entry));
    theirs.sort_by_key(|entry| mark(entry));
    let mut pairs = Vec::new();
    let mut their_rest = Vec::new();
    let mut their_entries = core::mem::take(theirs).into_iter().peekable();
    ours.retain(|our| {
        while let Some(their) = their_entries.next_if(|their| mark(their) < mark(our)) {
            their_rest.push(their);
        }
        let partner = their_entries.next_if(|their| mark(their) == mark(our));
        pairs.extend(partner.map(|their| (*our, their)));
        partner.is_none()
    });
    their_rest.extend(their_entries);
    *theirs = their_rest;
    pairs
}
