//! The end of the day: totals, upload, comparison.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where what it made is not there")]

use isomsg::element::{Amount, AmountError, BatchNumber, Currency, Date, DateTime, Pan, PanMask, Stan};
use isomsg::settle::{
    BatchTotals, Card, CardTotals, Comparison, DetailPacket, DetailRecord, Direction, Effect, Entry, Finding, Kind,
    ReconciliationCode, RecordCount, Recovery, SettleError, Side, Tally, TerminalKey, Totals, UnionPayTotals, Voids,
    adjusted, compare, compare_by,
};
use isomsg::spec::{MessageSpec, Wire};
use isomsg::unionpay::Transaction;
use isomsg::value::FromValue;
use isomsg::{Message, MessageBuf, Mti, spec};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// SplitMix64: the same day for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}

const KINDS: &[(Kind, Direction)] = &[
    (Kind::SALE, Direction::Debit),
    (Kind::SALE, Direction::Debit),
    (Kind::SALE, Direction::Debit),
    (Kind::COMPLETION, Direction::Debit),
    (Kind::OFFLINE_SALE, Direction::Debit),
    (Kind::REFUND, Direction::Credit),
    (Kind::SALE_VOID, Direction::Debit),
    (Kind::PRE_AUTHORIZATION, Direction::Debit),
];
const CURRENCIES: &[Currency] = &[Currency::EUR, Currency::USD, Currency::CNY];
const TERMINALS: usize = 20;

/// So many transactions of a day, and their card numbers.
fn day(seed: u64, count: usize) -> (Vec<Entry>, BTreeMap<Stan, String>) {
    let mut dice = Dice(seed);
    let mut pans = BTreeMap::new();
    let entries = (1..=count).map(|number| {
        let stan = Stan::new(number as u32).unwrap();
        let pan = format!("{}{:010}", dice.of(&["411111", "622202", "555555"]), dice.next() % 10_000_000_000);
        let (kind, direction) = dice.of(KINDS);
        let amount = Amount::new(1 + dice.next() % 100_000, dice.of(CURRENCIES));
        let time = DateTime::new(Date::new(2026, 11, 27).unwrap(), dice.below(24) as u8, dice.below(60) as u8, 0);
        let entry = Entry::new(kind, direction, amount, stan)
            .with_batch(BatchNumber::new(7).unwrap())
            .with_terminal(format!("TERM{:04}", dice.below(TERMINALS)).parse().unwrap())
            .with_rrn(format!("6331{number:08}").parse().unwrap())
            .with_card(Card::of(&Pan::new(&pan).unwrap()))
            .with_when(time.unwrap())
            .with_foreign(pan.starts_with('4'))
            .with_reversed(dice.below(25) == 0);
        pans.insert(stan, pan);
        entry
    });
    (entries.collect(), pans)
}

fn sale(number: u32, minor: u64) -> Entry {
    Entry::new(Kind::SALE, Direction::Debit, Amount::new(minor, Currency::EUR), Stan::new(number).unwrap())
}

fn mti(digits: &str) -> Mti {
    digits.parse().unwrap()
}

fn name(finding: &Finding<'_>) -> &'static str {
    match finding {
        Finding::AmountDiffers { .. } => "amount",
        Finding::CurrencyDiffers { .. } => "currency",
        Finding::CardDiffers { .. } => "card",
        Finding::DirectionDiffers { .. } => "direction",
        Finding::ReversedDiffers { .. } => "reversed",
        Finding::ForeignDiffers { .. } => "foreign",
        Finding::OursOnly(_) => "ours",
        Finding::TheirsOnly(_) => "theirs",
        Finding::Doubled { side: Side::Ours, .. } => "our double",
        Finding::Doubled { side: Side::Theirs, .. } => "their double",
        Finding::Doubled { side: Side::Both, .. } => "double on both",
        _ => "another",
    }
}

fn named(comparison: &Comparison<'_>) -> Vec<(u64, &'static str)> {
    let stan = |finding: &Finding<'_>| finding.ours().or(finding.theirs()).unwrap().stan().number();
    let mut named: Vec<_> = comparison.findings().iter().map(|finding| (stan(finding), name(finding))).collect();
    named.sort_unstable();
    named
}

// A day settles.

#[test]
fn a_day_of_ten_thousand_settles() {
    let (ours, _) = day(8583, 10_000);
    let mut theirs = ours.clone();
    Dice(1).shuffle(&mut theirs);
    for comparison in [compare(&ours, &theirs), compare_by(&ours, &theirs, Entry::rrn)] {
        assert_eq!((comparison.matched(), comparison.findings()), (10_000, &[][..]));
        assert_eq!((comparison.totals_balance(), comparison.hides_differences()), (Ok(true), Ok(false)));
        assert_eq!(comparison.our_totals(), comparison.their_totals());
    }
}

#[test]
fn totals_of_a_day_are_those_of_its_parts() {
    let (entries, _) = day(8583, 10_000);
    let totals = BatchTotals::of(&entries).unwrap();
    assert_eq!(totals.iter().count(), 2 * CURRENCIES.len());
    for (currency, is_foreign, totals) in totals.iter() {
        let mine: Vec<&Entry> = entries
            .iter()
            .filter(|entry| entry.amount().currency() == currency && entry.is_foreign() == is_foreign)
            .collect();
        let sum = |counts: &dyn Fn(&Entry) -> bool| {
            let counted: Vec<u64> = mine.iter().filter(|e| counts(e)).map(|e| e.amount().minor()).collect();
            Tally::of(counted.len() as u64, Amount::new(counted.iter().sum(), currency))
        };
        for direction in [Direction::Debit, Direction::Credit] {
            let made = sum(&|e| e.direction() == direction && e.kind().effect() == Effect::Moves);
            let back = sum(&|e| {
                e.direction() == direction
                    && match e.kind().effect() {
                        Effect::Moves => e.is_reversed(),
                        Effect::TakesBack => !e.is_reversed(),
                        Effect::Replaces | Effect::Nothing => false,
                    }
            });
            assert_eq!((totals.made(direction), totals.taken_back(direction)), (made, back));
        }
    }
}

#[test]
fn totals_of_a_day_travel_in_reconciliation_messages() {
    let (entries, _) = day(8583, 10_000);
    let totals = BatchTotals::of(&entries).unwrap();
    for (currency, _, totals) in totals.iter() {
        for (spec, mti_digits) in [(&spec::ISO1987_ASCII, "0500"), (&spec::ISO1993_BCD, "1500")] {
            let mut request = MessageBuf::new(spec, mti(mti_digits));
            totals.write_to(&mut request).unwrap();
            let bytes = request.encode();
            let read = Message::parse(&bytes, spec).unwrap();
            // Which of what was taken back was reversed does not travel.
            let read = Totals::read_from(&read, currency).unwrap();
            for direction in [Direction::Debit, Direction::Credit] {
                assert_eq!(
                    (read.made(direction), read.taken_back(direction)),
                    (totals.made(direction), totals.taken_back(direction))
                );
            }
            assert_eq!(read.net(), totals.net());
        }
    }
}

#[test]
fn each_terminal_of_a_day_uploads_its_batch() {
    let (entries, pans) = day(8583, 10_000);
    let mut terminals: BTreeMap<Option<TerminalKey>, Vec<Entry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.amount().currency() == Currency::CNY) {
        terminals.entry(entry.terminal()).or_default().push(*entry);
    }
    assert_eq!(terminals.len(), TERMINALS);
    for own in terminals.values() {
        let totals = UnionPayTotals::of(&BatchTotals::of(own).unwrap(), Currency::CNY, Voids::Opposite).unwrap();
        let mut request = MessageBuf::new(&spec::UNIONPAY_POS, mti("0500"));
        request.set(48, &totals).unwrap();
        assert_eq!(request.require(48).unwrap().parse::<UnionPayTotals>().unwrap(), totals);
        assert_eq!(uploaded(own, &pans), own.iter().filter(is_uploaded).count());
    }
}

/// Advices go up as advices.
fn is_uploaded(entry: &&Entry) -> bool {
    entry.has_effect() && entry.kind().recovery() != Recovery::Repeat
}

/// Sends the detail and reads it: how many records came back as they were.
fn uploaded(own: &[Entry], pans: &BTreeMap<Stan, String>) -> usize {
    let packets = DetailPacket::all_of(own, |entry| Pan::new(&pans[&entry.stan()]).ok()).unwrap();
    let mut read = Vec::new();
    for packet in &packets {
        let mut upload = MessageBuf::new(&spec::UNIONPAY_POS, mti("0320"));
        upload.set(60, "00000007201").unwrap();
        upload.set(48, packet).unwrap();
        let bytes = upload.encode();
        let received = Message::parse(&bytes, &spec::UNIONPAY_POS).unwrap();
        received.validate(|fault| assert!(!fault.path().to_string().starts_with("48"), "{fault}"));
        let packet: DetailPacket = received.require(48).unwrap().parse().unwrap();
        for record in packet.records() {
            assert_eq!(record.pan().value().chars().collect::<String>(), pans[&record.stan()]);
            let own = own.iter().find(|entry| entry.stan() == record.stan()).unwrap();
            read.push(record.entry(own.kind(), own.direction(), Currency::CNY, PanMask::USUAL));
        }
    }
    let effective: Vec<Entry> = own.iter().filter(is_uploaded).copied().collect();
    let comparison = compare_by(&effective, &read, |entry| Some(entry.stan()));
    assert!(comparison.is_clean(), "{comparison}");
    comparison.matched()
}

// A day with faults: exactly those are named.

const FAULTS: usize = 14;

/// Puts a fault of a sort into both lists, and says what it is called and whether the transaction still matches.
fn spoil(sort: usize, ours: &mut Vec<Entry>, theirs: &mut Vec<Entry>, stan: Stan) -> (&'static str, bool) {
    let at = |list: &[Entry]| list.iter().position(|entry| entry.stan() == stan).unwrap();
    let (our, their) = (at(ours), at(theirs));
    let double = |list: &mut Vec<Entry>, at: usize| list.push(list[at]);
    let other = |amount: Amount| Amount::new(amount.minor() + 1, amount.currency());
    let to = |amount: Amount| Amount::new(amount.minor(), Currency::JPY);
    let card: Card = Card::of(&Pan::new("6011000990139424").unwrap());
    match sort {
        0 => drop(ours.swap_remove(our)),
        1 => drop(theirs.swap_remove(their)),
        2 => double(ours, our),
        3 => double(theirs, their),
        4 => {
            double(ours, our);
            double(theirs, their);
        }
        5 => ours[our] = ours[our].with_amount(other(ours[our].amount())),
        6 => theirs[their] = theirs[their].with_amount(other(theirs[their].amount())),
        7 => theirs[their] = theirs[their].with_amount(to(theirs[their].amount())),
        8 => ours[our] = ours[our].with_card(card),
        9 => theirs[their] = theirs[their].with_card(card),
        10 => theirs[their] = theirs[their].with_reversed(!theirs[their].is_reversed()),
        11 => ours[our] = ours[our].with_foreign(!ours[our].is_foreign()),
        12 => theirs[their] = turned(&theirs[their]),
        // Sent twice with another amount: the second one is too much.
        _ => ours.push(ours[our].with_amount(other(ours[our].amount()))),
    }
    let names = [
        "theirs",
        "ours",
        "our double",
        "their double",
        "double on both",
        "amount",
        "amount",
        "currency",
        "card",
        "card",
        "reversed",
        "foreign",
        "direction",
        "our double",
    ];
    (names[sort], matches!(sort, 2..=4 | 13))
}

/// The entry in the other direction.
fn turned(entry: &Entry) -> Entry {
    Entry::new(entry.kind(), entry.direction().opposite(), entry.amount(), entry.stan())
        .with_batch(entry.batch().unwrap())
        .with_terminal(entry.terminal().unwrap())
        .with_rrn(entry.rrn().unwrap())
        .with_card(entry.card().unwrap())
        .with_foreign(entry.is_foreign())
        .with_reversed(entry.is_reversed())
}

fn names_exactly(seed: u64, count: usize, faults: usize) {
    let mut dice = Dice(seed);
    let (mut ours, _) = day(seed, count);
    let mut theirs = ours.clone();
    dice.shuffle(&mut theirs);
    // Of what has no effect only what is on both sides is compared.
    let mut numbers: Vec<Stan> = ours.iter().filter(|entry| entry.has_effect()).map(Entry::stan).collect();
    dice.shuffle(&mut numbers);
    let mut expected = Vec::new();
    let mut matched = count;
    for stan in numbers.iter().take(faults) {
        let sort = dice.below(FAULTS);
        let (name, matches) = spoil(sort, &mut ours, &mut theirs, *stan);
        matched -= usize::from(!matches);
        expected.push((stan.number(), name));
    }
    expected.sort_unstable();
    dice.shuffle(&mut ours);
    for comparison in [compare(&ours, &theirs), compare_by(&ours, &theirs, Entry::rrn)] {
        assert_eq!(named(&comparison), expected);
        assert_eq!(comparison.matched(), matched);
        let text = comparison.to_string();
        assert!(!has_long_digits(&text), "{text}");
    }
}

/// A card number in clear would be more than twelve digits in a row.
fn has_long_digits(text: &str) -> bool {
    text.split(|character: char| !character.is_ascii_digit()).any(|digits| digits.len() > 12)
}

#[test]
fn faults_of_a_day_of_ten_thousand_are_named() {
    for faults in [0, 1, 7, 300] {
        names_exactly(faults as u64 + 42, 10_000, faults);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn faults_are_named_whatever_they_are(seed: u64, count in 1usize..800, share in 0.0f64..=1.0) {
        names_exactly(seed, count, (count as f64 * share) as usize);
    }

    /// Amounts moved from one sale to another leave the totals as they are.
    #[test]
    fn totals_that_balance_hide_nothing(seed: u64, moved in 1u64..5) {
        let ours: Vec<Entry> = (1..=200).map(|number| sale(number, 100 + u64::from(number))).collect();
        let mut theirs = ours.clone();
        let mut dice = Dice(seed);
        let (from, to) = (dice.below(100), 100 + dice.below(100));
        theirs[from] = theirs[from].with_amount(Amount::new(ours[from].amount().minor() - moved, Currency::EUR));
        theirs[to] = theirs[to].with_amount(Amount::new(ours[to].amount().minor() + moved, Currency::EUR));
        let comparison = compare(&ours, &theirs);
        prop_assert_eq!(comparison.totals_balance(), Ok(true));
        prop_assert_eq!(comparison.hides_differences(), Ok(true));
        prop_assert_eq!(named(&comparison), [(from as u64 + 1, "amount"), (to as u64 + 1, "amount")]);
        prop_assert_eq!(comparison.matched(), 198);
    }
}

/// One number for everything, which a list of somebody else may have: no time that grows with the square.
#[test]
fn many_entries_of_one_key_are_compared_all_the_same() {
    let ours: Vec<Entry> = (1..=20_000).map(|number| sale(1, number)).collect();
    let theirs: Vec<Entry> = (2..=20_001).map(|number| sale(1, number)).collect();
    let comparison = compare(&ours, &theirs);
    assert_eq!((comparison.matched(), named(&comparison)), (19_999, vec![(1, "amount")]));
    let comparison = compare(&ours, &[]);
    assert_eq!(comparison.findings().len(), 20_000);
    assert_eq!(comparison.findings().iter().filter(|finding| name(finding) == "our double").count(), 19_999);
}

#[test]
fn a_void_with_the_key_of_its_sale_is_no_second_sale() {
    let own = sale(1, 500);
    let void = Entry::new(Kind::SALE_VOID, Direction::Debit, own.amount(), own.stan());
    assert_eq!(named(&compare(&[own, void], &[own])), [(1, "ours")]);
    assert_eq!(
        named(&compare(&[void, own], &[own.with_amount(Amount::new(5, Currency::EUR))])),
        [(1, "amount"), (1, "ours")]
    );
    assert!(compare(&[own, void], &[void, own]).is_clean());
}

#[test]
fn what_a_list_does_not_say_differs_from_nothing() {
    let card = Card::of(&Pan::new("4111111111111111").unwrap());
    assert!(compare(&[sale(1, 5).with_card(card)], &[sale(1, 5)]).is_clean());
    let hashed = [sale(1, 5).with_card(card.with_hash([1; 32]))];
    assert_eq!(named(&compare(&hashed, &[sale(1, 5).with_card(card.with_hash([2; 32]))])), [(1, "card")]);
    // Doubled on both sides, although one of them knows no cards.
    let with_card = sale(1, 5).with_card(card);
    assert_eq!(named(&compare(&[with_card, with_card], &[sale(1, 5), sale(1, 5)])), [(1, "double on both")]);
    // Neither has a key, so neither is the other.
    assert_eq!(named(&compare_by(&[sale(1, 5)], &[sale(1, 5)], Entry::rrn)), [(1, "ours"), (1, "theirs")]);
    assert_eq!(compare(&[], &[]).to_string(), "matched: 0");
}

#[test]
fn what_has_no_effect_need_not_be_on_both_sides() {
    let nothing = Entry::new(Kind::PRE_AUTHORIZATION, Direction::Debit, sale(2, 5).amount(), sale(2, 5).stan());
    let lists = [sale(1, 5), sale(3, 5).with_reversed(true), nothing];
    for (ours, theirs) in [(&lists[..], &lists[..1]), (&lists[..1], &lists[..])] {
        for comparison in [compare(ours, theirs), compare_by(ours, theirs, |entry| Some(entry.stan()))] {
            assert_eq!((comparison.matched(), comparison.is_clean(), comparison.totals_balance()), (1, true, Ok(true)));
        }
    }
    assert!(compare_by(&lists[1..], &[], Entry::rrn).is_clean());
    // The same sale once more, reversed on the way.
    assert!(compare(&[sale(1, 5)], &[sale(1, 5).with_reversed(true), sale(1, 5)]).is_clean());
    assert_eq!(named(&compare(&lists[1..2], &[sale(3, 5)])), [(3, "reversed")]);
}

#[test]
fn what_no_entry_of_a_list_says_does_not_tell_its_entries_apart() {
    let stamped = |number, terminal: &str| {
        sale(number, 5).with_batch(BatchNumber::FIRST).with_terminal(terminal.parse().unwrap())
    };
    let ours = [stamped(1, "T1"), stamped(2, "T1")];
    assert!(compare(&ours, &[sale(1, 5), sale(2, 5)]).is_clean());
    assert!(compare(&[sale(1, 5), sale(2, 5)], &ours).is_clean());
    let batches = ours.map(|entry| sale(entry.stan().number() as u32, 5).with_batch(BatchNumber::FIRST));
    assert!(compare(&ours, &batches).is_clean());
    assert_eq!(named(&compare(&ours, &[])), [(1, "ours"), (2, "ours")]);
    assert_eq!(named(&compare(&ours, &[stamped(1, "T2"), stamped(2, "T1")])), [(1, "ours"), (1, "theirs")]);
    // One that does not say it, in a list that does.
    assert_eq!(named(&compare(&ours, &[sale(1, 5), stamped(2, "T1")])), [(1, "ours"), (1, "theirs")]);
}

#[test]
fn findings_read_as_a_shop_says_it() {
    let kind = Kind::new("fuel", Effect::Moves, Recovery::Reversal).unwrap();
    let currency = Currency::new(1).unwrap();
    let amount = |minor| Amount::new(minor, currency).with_exponent(2).unwrap();
    let at = |number, minor| {
        Entry::new(kind, Direction::Debit, amount(minor), Stan::new(number).unwrap())
            .with_card(Card::of(&Pan::new("4111111111111111").unwrap()))
            .with_terminal("T1".parse().unwrap())
            .with_batch(BatchNumber::new(2).unwrap())
    };
    let ours = [at(1, 5), at(2, 5), at(3, 5), at(4, 5), at(5, 5), at(6, 5), at(7, 5), at(7, 5), at(8, 5)];
    let theirs = [
        at(1, 6),
        at(2, 5).with_card(Card::of(&Pan::new("4111111111111129").unwrap())),
        at(3, 5).with_amount(Amount::new(5, Currency::new(2).unwrap())),
        at(4, 5).with_foreign(true),
        at(5, 5).with_reversed(true),
        turned(&at(6, 5).with_rrn("000000000000".parse().unwrap())),
        at(7, 5),
        at(9, 5),
    ];
    let tail = "in batch 000002 at T1 with 411111******1111";
    let expected = [
        "matched: 1".into(),
        format!("amount differs: fuel 000001 of 0.05 001 {tail}, theirs 0.06 001"),
        format!("card differs: fuel 000002 of 0.05 001 {tail}, theirs 411111******1129"),
        format!("currency differs: fuel 000003 of 0.05 001 {tail}, theirs 5 minor units of 002"),
        format!("card class differs: fuel 000004 of 0.05 001 {tail}, domestic in our list, foreign in theirs"),
        format!("reversed in their list only: fuel 000005 of 0.05 001 {tail}"),
        format!("direction differs: fuel 000006 of 0.05 001 {tail} is a debit, theirs a credit"),
        format!("once too often in our list: fuel 000007 of 0.05 001 {tail}"),
        format!("not in their list: fuel 000008 of 0.05 001 {tail}"),
        format!("not in our list: fuel 000009 of 0.05 001 {tail}"),
    ];
    let comparison = compare(&ours, &theirs);
    assert_eq!(comparison.to_string().lines().collect::<Vec<_>>(), expected);
    assert_eq!(comparison.about(|entry| entry.stan().number() == 8).map(name).collect::<Vec<_>>(), ["ours"]);
}

// Totals.

/// Counts and amounts, debits first.
fn stated(batch: &BatchTotals, voids: Voids) -> [u64; 4] {
    let totals = UnionPayTotals::of(batch, Currency::EUR, voids).unwrap().domestic();
    [totals.debit_count, totals.debit_minor, totals.credit_count, totals.credit_minor]
}

#[test]
fn voids_are_stated_as_the_caller_says() {
    let void = |number, minor| {
        Entry::new(Kind::SALE_VOID, Direction::Debit, Amount::new(minor, Currency::EUR), Stan::new(number).unwrap())
    };
    let batch = BatchTotals::of(&[sale(1, 500), sale(2, 300), void(3, 300)]).unwrap();
    let stated = |voids| stated(&batch, voids);
    assert_eq!(stated(Voids::Removed), [1, 500, 0, 0]);
    assert_eq!(stated(Voids::Ignored), [2, 800, 0, 0]);
    assert_eq!(stated(Voids::Opposite), [2, 800, 1, 300]);
    let only_void = BatchTotals::of(&[void(3, 300)]).unwrap();
    assert_eq!(UnionPayTotals::of(&only_void, Currency::EUR, Voids::Removed), Err(SettleError::MoreTakenBack));
    // The net amount of such a batch is a credit.
    assert_eq!(only_void.get(Currency::EUR, false).unwrap().net().unwrap().to_string(), "C300");
}

#[test]
fn what_was_reversed_never_happened_whatever_is_said_of_voids() {
    let void = Entry::new(Kind::SALE_VOID, Direction::Debit, Amount::new(300, Currency::EUR), Stan::new(3).unwrap());
    let lost = sale(4, 700).with_reversed(true);
    let batch = BatchTotals::of(&[sale(1, 500), sale(2, 300), void, lost]).unwrap();
    let stated = |voids| stated(&batch, voids);
    assert_eq!(stated(Voids::Removed), [1, 500, 0, 0]);
    assert_eq!(stated(Voids::Ignored), [2, 800, 0, 0]);
    assert_eq!(stated(Voids::Opposite), [2, 800, 1, 300]);
    // Totals that have a place for it have both.
    let totals = batch.get(Currency::EUR, false).unwrap();
    let (made, back, reversed) =
        (totals.made(Direction::Debit), totals.taken_back(Direction::Debit), totals.reversed(Direction::Debit));
    assert_eq!([made.count(), back.count(), reversed.count()], [3, 2, 1]);
    assert_eq!([made, back, reversed].map(|tally| tally.amount().minor()), [1500, 1000, 700]);
}

#[test]
fn adjustments_change_amounts_and_no_counts() {
    let adjustment = |number, original, is| {
        let (amount, stan) = (Amount::new(is, Currency::EUR), Stan::new(number).unwrap());
        let unsaid = Entry::new(Kind::SETTLEMENT_ADJUSTMENT, Direction::Debit, amount, stan);
        unsaid.with_original(Stan::new(original).unwrap())
    };
    let made = |entries: &[Entry]| {
        let totals = BatchTotals::of(entries).unwrap();
        let made = totals.get(Currency::EUR, false).unwrap().made(Direction::Debit);
        (made.count(), made.amount().minor())
    };
    // To more, to less, and one that was adjusted twice, before and behind its original.
    let mut entries = [sale(1, 100), sale(4, 50), adjustment(2, 1, 200), adjustment(3, 1, 10), adjustment(5, 4, 40)];
    assert_eq!(made(&entries), (2, 50));
    entries.rotate_left(2);
    assert_eq!(made(&entries), (2, 50));
    // An original that does not count, is another one, or is none.
    for stray in [adjustment(2, 9, 200), adjustment(2, 3, 200), adjustment(2, 1, 200).with_foreign(true)] {
        assert_eq!(made(&[sale(1, 100), stray, sale(3, 7).with_reversed(true)]), (2, 107));
    }
    assert_eq!(made(&[sale(1, 100), adjustment(2, 1, 200).with_reversed(true)]), (1, 100));
    let elsewhere = adjustment(2, 1, 200).with_batch(BatchNumber::FIRST);
    assert_eq!(made(&[sale(1, 100), elsewhere]), (1, 100));
    assert_eq!(adjusted([elsewhere]), []);
    assert_eq!(BatchTotals::new().add(&adjustment(2, 1, 200)), Err(SettleError::NoOriginal));
    let unsaid =
        Entry::new(Kind::TIP_ADJUSTMENT, Direction::Debit, Amount::new(1, Currency::EUR), Stan::new(1).unwrap());
    assert_eq!(BatchTotals::of(&[unsaid]), Err(SettleError::NoOriginal));
    assert_eq!(
        adjustment(7, 1, 1500).to_string(),
        format!("settlement adjustment 000007 of {} for 000001", sale(1, 1500).amount())
    );
    // A record of an upload could not tell it from a sale, and what is told as an advice is uploaded so.
    for kind in [Kind::TIP_ADJUSTMENT, Kind::OFFLINE_SETTLEMENT, Kind::COMPLETION_ADVICE, Kind::OFFLINE_REFUND] {
        let advice = Entry::new(kind, Direction::Debit, unsaid.amount(), unsaid.stan());
        assert!(DetailPacket::all_of(&[advice], |_| None).unwrap().is_empty());
    }
}

#[test]
fn what_cannot_be_added_changes_nothing() {
    let mut totals = BatchTotals::of(&[sale(1, u64::MAX)]).unwrap();
    let before = totals.clone();
    assert_eq!(totals.add(&sale(2, 1)), Err(SettleError::Amount(AmountError::OutOfRange)));
    assert_eq!(totals, before);
    let entries = [sale(1, u64::MAX), sale(2, 1)];
    let comparison = compare(&entries, &entries);
    assert!(comparison.is_clean() && comparison.totals_balance().is_err());
    // Nothing of 64 bits is too much for a comparison of totals.
    assert!(before.balances_with(&before) && !before.balances_with(&BatchTotals::new()));
    assert!(BatchTotals::of(&[sale(1, 0).with_reversed(true)]).unwrap().balances_with(&BatchTotals::new()));
}

#[test]
fn field_48_of_a_settlement_is_62_digits() {
    let domestic = CardTotals {
        debit_minor: 123_456,
        debit_count: 12,
        credit_minor: 1,
        credit_count: 1,
        code: ReconciliationCode::NONE,
    };
    let foreign = CardTotals { debit_minor: 999_999_999_999, debit_count: 999, ..domestic };
    let totals = UnionPayTotals::new(domestic, foreign).unwrap();
    let text = "0000001234560120000000000010010".to_owned() + "9999999999999990000000000010010";
    assert_eq!(totals.as_str(), text);
    let answered = totals.answered(ReconciliationCode::BALANCED, ReconciliationCode::UNBALANCED);
    assert_eq!(
        (answered.domestic().code, answered.foreign().code.name()),
        (ReconciliationCode::BALANCED, Some("not balanced"))
    );
    assert_eq!(answered.domestic().debit_minor, 123_456);
    let back = totals.batch_totals(Currency::CNY);
    assert_eq!(UnionPayTotals::of(&back, Currency::CNY, Voids::Removed), Ok(totals.clone()));
    for (minor, count) in [(1_000_000_000_000, 1), (1, 1000)] {
        let large = CardTotals { credit_minor: minor, credit_count: count, ..domestic };
        assert_eq!(UnionPayTotals::new(domestic, large), Err(SettleError::OutOfRange));
    }
}

#[test]
fn totals_of_another_edition_or_with_another_net_amount_are_refused() {
    let totals = *BatchTotals::of(&[sale(1, 500)]).unwrap().get(Currency::EUR, false).unwrap();
    let mut message = MessageBuf::new(&spec::ISO2003_ASCII, mti("2500"));
    assert_eq!(totals.write_to(&mut message), Err(SettleError::OtherEdition));
    assert_eq!(Totals::read_from(&message.as_message(), Currency::EUR), Err(SettleError::OtherEdition));

    let mut message = MessageBuf::new(&spec::ISO1987_ASCII, mti("0500"));
    totals.write_to(&mut message).unwrap();
    assert_eq!(
        Totals::read_from(&message.as_message(), Currency::USD),
        Err(SettleError::Amount(AmountError::OtherCurrency))
    );
    message.set(97, "C0000000000000500").unwrap();
    assert_eq!(Totals::read_from(&message.as_message(), Currency::EUR), Err(SettleError::OtherNet));
    // What is absent is nothing.
    let empty = MessageBuf::new(&spec::ISO1987_ASCII, mti("0500"));
    assert_eq!(Totals::read_from(&empty.as_message(), Currency::EUR), Ok(Totals::new(Currency::EUR)));
}

// Upload.

#[test]
fn a_record_is_40_digits_and_prints_masked() {
    let pan = Pan::new("6222021234567890128").unwrap();
    let entry = Entry::new(Kind::SALE, Direction::Debit, Amount::new(1250, Currency::CNY), Stan::new(124).unwrap());
    let record = DetailRecord::of(&entry.with_foreign(true).with_card(Card::of(&pan)), pan).unwrap();
    let packet = DetailPacket::new(&[record]).unwrap();
    assert_eq!(packet.reveal(), "01".to_owned() + "01" + "000124" + "06222021234567890128" + "000000001250");
    assert_eq!(format!("{record:?}"), "DetailRecord(01, 000124, 622202*********0128, 1250)");
    assert_eq!(format!("{packet:?}"), "DetailPacket(1 records)");
    // No message prints it, whatever a spec says of its field.
    const { assert!(<DetailPacket as FromValue<'_>>::IS_SECRET) };
    assert_eq!(DetailPacket::new(&[record; 9]), Err(SettleError::TooManyRecords));
    assert_eq!(DetailPacket::new(&[]).unwrap().reveal(), "00");
}

#[test]
fn records_that_would_not_come_back_are_refused() {
    let pan = Pan::new("4111111111111111").unwrap();
    let other = Card::of(&Pan::new("4111111111111129").unwrap());
    let record = |entry: Entry, pan| DetailRecord::of(&entry, pan).unwrap_err();
    assert_eq!(record(sale(1, 5).with_card(other), pan), SettleError::OtherCard);
    assert_eq!(record(sale(1, 5), Pan::new("0411111111111111").unwrap()), SettleError::LeadingZero);
    assert_eq!(record(sale(1, 1_000_000_000_000), pan), SettleError::OutOfRange);
    let long = Entry::new(Kind::SALE, Direction::Debit, Amount::new(1, Currency::EUR), Stan::new_2003(1).unwrap());
    assert_eq!(record(long, pan), SettleError::LongStan);
    assert_eq!(DetailPacket::all_of(&[sale(1, 5)], |_| None).unwrap_err(), SettleError::NoCard);
}

#[test]
fn packets_that_are_none_are_refused() {
    let record = "0000012400004111111111111111000000001250";
    let zeros = "0000012400000000000000000000000000001250";
    for text in
        [String::new(), "0".into(), "01".into(), format!("02{record}"), format!("00{record}"), format!("01{zeros}")]
    {
        let mut upload = MessageBuf::new(&spec::UNIONPAY_POS, mti("0320"));
        upload.set(60, "00000007299").unwrap();
        upload.set(48, text.as_str()).unwrap();
        assert!(upload.require(48).unwrap().parse::<DetailPacket>().is_err(), "{text}");
        assert!(upload.require(48).unwrap().parse::<UnionPayTotals>().is_err(), "{text}");
        assert!(upload.require(48).unwrap().parse::<RecordCount>().is_err(), "{text}");
    }
    assert_eq!(RecordCount::new(9999).unwrap().number(), 9999);
    assert_eq!(RecordCount::new(10_000), None);
}

// Messages.

#[test]
fn an_entry_is_read_from_a_message() {
    let mut response = MessageBuf::new(&spec::UNIONPAY_POS, mti("0210"));
    for (number, value) in [
        (2, "4111111111111111"),
        (4, "000000001250"),
        (11, "000124"),
        (37, "633116000124"),
        (41, "TERM01"),
        (49, "156"),
        (60, "22000007"),
    ] {
        response.set(number, value).unwrap();
    }
    let batch: BatchNumber = response.require("60.2").unwrap().parse().unwrap();
    let entry = Entry::of_message(&response.as_message(), Kind::SALE, Direction::Debit).unwrap().with_batch(batch);
    let amount = Amount::new(1250, Currency::CNY);
    assert_eq!(entry.to_string(), format!("sale 000124 of {amount} in batch 000007 at TERM01 with 411111******1111"));
    assert_eq!(entry.rrn().unwrap().as_str(), "633116000124");
    assert!(!format!("{entry:?}").contains("4111111111111111"));
    response.remove(4);
    assert!(Entry::of_message(&response.as_message(), Kind::SALE, Direction::Debit).is_err());
}

#[test]
fn an_entry_keeps_of_its_card_what_the_spec_shows() {
    static RECEIPTS: MessageSpec = MessageSpec::extending(&spec::UNIONPAY_POS, "receipts", Wire::BCD, &[])
        .with_pan_mask(PanMask::new(0, 4).unwrap());
    let mut sale = MessageBuf::new(&RECEIPTS, mti("0200"));
    for (number, value) in [(2, "4111111111111111"), (4, "000000001250"), (11, "000124"), (49, "156")] {
        sale.set(number, value).unwrap();
    }
    let entry = Entry::of_message(&sale.as_message(), Kind::SALE, Direction::Debit).unwrap();
    assert_eq!(entry.card().unwrap().as_str(), "************1111");
    assert!(!format!("{entry} {entry:?}").contains("411111"));
}

#[test]
fn kinds_and_directions_are_those_of_the_transactions() {
    use Recovery::{Repeat, Reversal};
    let of = |transaction: &Transaction| {
        let kind = Kind::of(transaction);
        (kind.effect(), kind.recovery(), Direction::of(transaction))
    };
    let (debit, credit) = (Some(Direction::Debit), Some(Direction::Credit));
    for (transaction, expected) in [
        (Transaction::SALE, (Effect::Moves, Reversal, debit)),
        (Transaction::SALE_VOID, (Effect::TakesBack, Reversal, debit)),
        (Transaction::REFUND, (Effect::Moves, Recovery::None, credit)),
        (Transaction::PRE_AUTHORIZATION, (Effect::Nothing, Reversal, None)),
        (Transaction::ADDITIONAL_PRE_AUTHORIZATION, (Effect::Nothing, Reversal, None)),
        (Transaction::PRE_AUTHORIZATION_VOID, (Effect::Nothing, Reversal, None)),
        (Transaction::COMPLETION, (Effect::Moves, Reversal, debit)),
        (Transaction::COMPLETION_ADVICE, (Effect::Moves, Repeat, debit)),
        (Transaction::COMPLETION_VOID, (Effect::TakesBack, Reversal, debit)),
        (Transaction::OFFLINE_SETTLEMENT, (Effect::Moves, Repeat, debit)),
        (Transaction::SETTLEMENT_ADJUSTMENT, (Effect::Replaces, Repeat, debit)),
        (Transaction::TIP_ADJUSTMENT, (Effect::Replaces, Repeat, debit)),
        (Transaction::INSTALMENT_SALE, (Effect::Moves, Reversal, debit)),
        (Transaction::INSTALMENT_VOID, (Effect::TakesBack, Reversal, debit)),
        (Transaction::POINTS_SALE, (Effect::Moves, Reversal, debit)),
        (Transaction::POINTS_VOID, (Effect::TakesBack, Reversal, debit)),
        (Transaction::RESERVATION_SALE, (Effect::Moves, Reversal, debit)),
        (Transaction::RESERVATION_VOID, (Effect::TakesBack, Reversal, debit)),
        (Transaction::MOTO_SALE, (Effect::Moves, Reversal, debit)),
        (Transaction::LOAD_DESIGNATED, (Effect::Moves, Reversal, None)),
        (Transaction::LOAD_NON_DESIGNATED, (Effect::Moves, Reversal, None)),
        (Transaction::LOAD_CASH, (Effect::Moves, Reversal, None)),
        (Transaction::LOAD_CASH_VOID, (Effect::TakesBack, Reversal, None)),
        (Transaction::SCRIPT_NOTICE, (Effect::Nothing, Repeat, None)),
        (Transaction::BALANCE_INQUIRY, (Effect::Nothing, Recovery::None, None)),
        (Transaction::OFFLINE_SALE, (Effect::Moves, Repeat, debit)),
        (Transaction::OFFLINE_REFUND, (Effect::Moves, Repeat, credit)),
    ] {
        assert_eq!(of(&transaction), expected, "{transaction}");
    }
    // Everything else moves nothing.
    let moving = Transaction::all().filter(|transaction| Kind::of(transaction).effect() != Effect::Nothing);
    assert_eq!(moving.count(), 22);
    for (transaction, name) in [(Transaction::SALE_VOID, "sale void"), (Transaction::TIP_ADJUSTMENT, "tip adjustment")]
    {
        assert_eq!(Kind::from(&transaction).to_string(), name);
    }
}

#[test]
fn what_a_host_says_of_totals_is_a_digit() {
    assert_eq!((ReconciliationCode::new(10), ReconciliationCode::new(9).map(|code| code.digit())), (None, Some(9)));
    assert_eq!(
        (ReconciliationCode::BALANCED.name(), ReconciliationCode::BALANCED.to_string()),
        (Some("balanced"), "1".into())
    );
}

#[test]
fn errors_say_what_is_wrong() {
    let mut message = MessageBuf::new(&spec::ISO1987_ASCII, mti("0500"));
    let encode = message.set(97, "D1").unwrap_err();
    let parse = message.require(97).unwrap_err();
    for (error, text) in [
        (SettleError::Amount(AmountError::OtherCurrency), "amounts of different currencies"),
        (SettleError::OutOfRange, "count or amount is out of range"),
        (SettleError::MoreTakenBack, "more was taken back than there was"),
        (SettleError::NoOriginal, "adjustment without its original"),
        (SettleError::NotToBeStored("55.57".parse().unwrap()), "must not be stored: content of field 55.57"),
        (SettleError::OtherNet, "net amount is not that of the totals"),
        (SettleError::OtherEdition, "totals are not in fields of their own in this edition"),
        (SettleError::OtherCard, "card number is not that of the entry"),
        (SettleError::NoCard, "no card number for an entry"),
        (SettleError::LeadingZero, "card number begins with zero"),
        (SettleError::LongStan, "system trace audit number has more than six digits"),
        (SettleError::TooManyRecords, "packet of more than 8 records"),
        (SettleError::Encode(encode), &encode.to_string()),
        (SettleError::Parse(parse), &parse.to_string()),
    ] {
        assert_eq!(error.to_string(), text);
    }
}
