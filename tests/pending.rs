//! What a terminal must not forget: the states of a transaction, in every order of events.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where what it made is not there")]

use isomsg::element::{Amount, BatchNumber, Currency, Stan};
use isomsg::settle::{
    Action, Answer, Card, Direction, Effect, Entry, Event, Kind, Policy, Record, Recovery, Refusal, SettleError, State,
    StoredMessage, Unchanged, Verdict, compare,
};
use isomsg::unionpay::Transaction;
use isomsg::{MessageBuf, Mti, ParseOptions, spec};
use proptest::prelude::*;

const MINOR: u64 = 1250;

fn stan(number: u32) -> Stan {
    Stan::new(number).unwrap()
}

fn empty(next: u32) -> Record {
    Record::new(stan(next), BatchNumber::new(1).unwrap())
}

fn entry(record: &Record, kind: Kind) -> Entry {
    Entry::new(kind, Direction::Debit, Amount::new(MINOR, Currency::CNY), record.stan())
        .with_card("411111******1111".parse::<Card>().unwrap())
}

/// What would make it good.
fn kept() -> StoredMessage {
    let mut reversal = MessageBuf::new(&spec::UNIONPAY_POS, "0400".parse::<Mti>().unwrap());
    reversal.set(2, "4111111111111111").unwrap();
    StoredMessage::new(&reversal.as_message()).unwrap()
}

fn start(record: &mut Record, kind: Kind) -> Action {
    let event = Event::Start { entry: entry(record, kind), message: Some(kept()) };
    record.apply(event, &Policy::DEFAULT)
}

fn counted(record: &Record) -> u64 {
    let totals = record.totals().unwrap();
    totals.get(Currency::CNY, false).map_or(0, |totals| totals.made(Direction::Debit).amount().minor())
}

/// What can happen to one transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Happens {
    Approved,
    Declined,
    TimedOut,
    BadResponse,
    Failed,
    Reverse,
    ReversalConfirmed,
    ReversalUnknown,
    ReversalTimedOut,
    Advise,
    Restarted,
    Completed,
}

use Happens::*;

const ALL: [Happens; 12] = [
    Approved,
    Declined,
    TimedOut,
    BadResponse,
    Failed,
    Reverse,
    ReversalConfirmed,
    ReversalUnknown,
    ReversalTimedOut,
    Advise,
    Restarted,
    Completed,
];

fn event(what: Happens, stan: Stan) -> Event {
    let code = |code: &str| code.parse().unwrap();
    match what {
        Approved => Event::Answered { stan, answer: Answer::new(code("00")) },
        Declined => Event::Answered { stan, answer: Answer::new(code("51")) },
        TimedOut => Event::TimedOut { stan },
        BadResponse => Event::BadResponse { stan, reason: code("A0") },
        Failed => Event::Failed { stan, reason: code("06") },
        Reverse => Event::Reverse { stan },
        ReversalConfirmed => Event::ReversalAnswered { stan, code: code("00") },
        ReversalUnknown => Event::ReversalAnswered { stan, code: code("25") },
        ReversalTimedOut => Event::ReversalTimedOut { stan },
        Advise => Event::Advise { stan },
        Restarted => Event::Restarted,
        Completed => Event::Completed { stan },
    }
}

/// The rules, said of the whole story at once and not event by event: the state that a sale must be in.
fn by_the_rules(story: &[Happens], tries: usize, unknown_clears: bool) -> State {
    // The first thing that decides is what counts, whatever comes behind it.
    let decides = |what: &Happens| matches!(what, Approved | Declined | TimedOut | BadResponse | Failed | Restarted);
    let Some(decided) = story.iter().position(decides) else { return State::Sent };
    let lost = match story[decided] {
        Declined => return State::Declined,
        // Only a failure of the terminal takes back what was approved, and what is complete cannot fail.
        Approved => match story[decided..].iter().position(|what| matches!(what, Failed | Completed)) {
            Some(at) if story[decided + at] == Failed => decided + at,
            _ => return State::Approved,
        },
        _ => decided,
    };
    let mut rest = &story[lost + 1..];
    let mut sent = 0;
    let confirms = |what: &Happens| *what == ReversalConfirmed || (unknown_clears && *what == ReversalUnknown);
    let fails = |what: &Happens| matches!(what, ReversalUnknown | ReversalTimedOut | Restarted);
    loop {
        // Before it is sent the first time no answer means anything; later a confirmation does, whenever it comes.
        let Some(at) = rest.iter().position(|what| (sent > 0 && confirms(what)) || (sent < tries && *what == Reverse))
        else {
            return if sent == tries { State::GivenUp } else { State::ReversalDue };
        };
        if rest[at] != Reverse {
            return State::Reversed;
        }
        sent += 1;
        rest = &rest[at + 1..];
        let Some(at) = rest.iter().position(|what| confirms(what) || fails(what)) else { return State::ReversalSent };
        if confirms(&rest[at]) {
            return State::Reversed;
        }
        rest = &rest[at + 1..];
    }
}

fn told(story: &[Happens], policy: &Policy<'_>) -> Record {
    let mut record = empty(1);
    assert_eq!(start(&mut record, Kind::SALE), Action::Send { stan: stan(1) });
    for what in story {
        record.apply(event(*what, stan(1)), policy);
        let counts = record.find(stan(1)).unwrap().state() == State::Approved;
        assert_eq!(counted(&record), if counts { MINOR } else { 0 }, "{story:?}");
    }
    record
}

/// All orders of a list.
fn orders(list: &mut Vec<Happens>, fixed: usize, each: &mut impl FnMut(&[Happens])) {
    if fixed == list.len() {
        return each(list);
    }
    for at in fixed..list.len() {
        list.swap(fixed, at);
        orders(list, fixed + 1, each);
        list.swap(fixed, at);
    }
}

#[test]
fn every_order_of_time_out_late_and_doubled_answers_ends_by_the_rules() {
    let cleared = ["25".parse().unwrap(), "12".parse().unwrap()];
    let clearing = Policy { cleared_by: &cleared, ..Policy::DEFAULT };
    let mut seen = Vec::new();
    for list in [
        vec![Approved, Approved, TimedOut, Reverse, ReversalUnknown, Reverse, ReversalConfirmed, ReversalConfirmed],
        vec![Approved, Declined, TimedOut, Failed, Completed, Reverse, ReversalTimedOut, Restarted],
        vec![TimedOut, Reverse, Reverse, Reverse, ReversalUnknown, ReversalTimedOut, Restarted, ReversalConfirmed],
    ] {
        orders(&mut list.clone(), 0, &mut |story| {
            for (policy, clears) in [(&Policy::DEFAULT, false), (&clearing, true)] {
                let state = told(story, policy).find(stan(1)).unwrap().state();
                assert_eq!(state, by_the_rules(story, 3, clears), "{story:?}");
                seen.push(state);
            }
        });
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(
        seen,
        [State::Approved, State::Declined, State::ReversalDue, State::ReversalSent, State::Reversed, State::GivenUp]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_story_ends_by_the_rules(story in prop::collection::vec(prop::sample::select(&ALL[..]), 0..24), tries in 1u8..5) {
        let policy = Policy { tries, ..Policy::DEFAULT };
        let transaction = told(&story, &policy).find(stan(1)).unwrap().clone();
        prop_assert_eq!(transaction.state(), by_the_rules(&story, tries.into(), false));
        prop_assert!(transaction.tries() <= tries);
    }

    /// Many transactions at once: each start is answered, nothing starts while a reversal is pending, and the total is
    /// that of the transactions that count.
    #[test]
    fn no_amount_is_counted_twice(story in prop::collection::vec((0usize..16, 1u32..6), 0..120)) {
        let mut record = empty(1);
        let mut started = 0u64;
        for (what, number) in story {
            if let Some(what) = ALL.get(what) {
                record.apply(event(*what, stan(number)), &Policy::DEFAULT);
            } else {
                let kind = [Kind::SALE, Kind::REFUND, Kind::OFFLINE_SALE][number as usize % 3];
                let is_blocked = record.reversals().count() > 0 || record.transactions().any(|it| it.state() == State::Sent);
                let refused = matches!(start(&mut record, kind), Action::Refuse(_));
                prop_assert_eq!(refused, is_blocked && kind != Kind::OFFLINE_SALE);
                started += u64::from(!refused);
            }
            prop_assert_eq!(record.transactions().count() as u64, started);
            let counts = record.transactions().filter(|it| it.state().counts()).count() as u64;
            prop_assert_eq!(counted(&record), counts * MINOR);
            prop_assert_eq!(record.entries().count() as u64, counts);
            let pending = |is: fn(State) -> bool| record.transactions().filter(|it| is(it.state())).count();
            prop_assert_eq!(record.reversals().count(), pending(State::is_reversal_pending));
            prop_assert_eq!(record.advices().count(), pending(State::is_advice_pending));
        }
    }
}

// Rules one by one.

#[test]
fn a_reversal_comes_before_the_next_transaction_and_states_its_reason() {
    for (what, reason) in [(TimedOut, "98"), (BadResponse, "A0"), (Failed, "06"), (Restarted, "98")] {
        let mut record = empty(1);
        start(&mut record, Kind::SALE);
        assert_eq!(start(&mut record, Kind::SALE), Action::Refuse(Refusal::UnderWay { stan: stan(1) }));
        assert_eq!(record.apply(event(what, stan(1)), &Policy::DEFAULT), Action::Reverse { stan: stan(1) });
        assert_eq!(start(&mut record, Kind::SALE), Action::Refuse(Refusal::ReverseFirst { stan: stan(1) }));
        assert_eq!(record.next_action(), Action::Reverse { stan: stan(1) });
        let kept = record.find(stan(1)).unwrap();
        assert_eq!(kept.reason().unwrap().as_str(), reason);
        assert_eq!(kept.message(), Some(&self::kept()));
        record.apply(event(Reverse, stan(1)), &Policy::DEFAULT);
        assert_eq!(start(&mut record, Kind::SALE), Action::Refuse(Refusal::ReverseFirst { stan: stan(1) }));
        record.apply(event(ReversalConfirmed, stan(1)), &Policy::DEFAULT);
        assert_eq!(start(&mut record, Kind::SALE), Action::Send { stan: stan(2) });
        let kept = record.find(stan(1)).unwrap();
        assert_eq!((kept.state(), kept.counted(), kept.message()), (State::Reversed, None, None));
    }
}

#[test]
fn a_reversal_is_given_up_behind_the_third_try() {
    let mut record = told(&[TimedOut], &Policy::DEFAULT);
    for action in
        [Action::Reverse { stan: stan(1) }, Action::Reverse { stan: stan(1) }, Action::GiveUp { stan: stan(1) }]
    {
        assert_eq!(record.apply(event(Reverse, stan(1)), &Policy::DEFAULT), Action::Send { stan: stan(1) });
        assert_eq!(record.apply(event(ReversalTimedOut, stan(1)), &Policy::DEFAULT), action);
    }
    assert_eq!(record.unresolved().map(|it| it.state()).collect::<Vec<_>>(), [State::GivenUp]);
    assert_eq!(record.apply(event(Reverse, stan(1)), &Policy::DEFAULT), Action::Ignore(Unchanged::OutOfPlace));
    assert_eq!(start(&mut record, Kind::SALE), Action::Send { stan: stan(2) });
    // Its answer comes at last.
    assert_eq!(record.apply(event(ReversalConfirmed, stan(1)), &Policy::DEFAULT), Action::Reversed { stan: stan(1) });
}

#[test]
fn events_that_change_nothing_say_why() {
    for (story, what, why) in [
        (&[Approved][..], Approved, Unchanged::Duplicate),
        (&[Approved], TimedOut, Unchanged::OutOfPlace),
        (&[Approved], ReversalConfirmed, Unchanged::OutOfPlace),
        (&[Declined], Failed, Unchanged::OutOfPlace),
        (&[TimedOut], Approved, Unchanged::Late),
        (&[TimedOut], TimedOut, Unchanged::Duplicate),
        (&[TimedOut], ReversalConfirmed, Unchanged::OutOfPlace),
        (&[TimedOut, Reverse], Reverse, Unchanged::Duplicate),
        (&[TimedOut, Reverse, ReversalTimedOut], ReversalTimedOut, Unchanged::Duplicate),
        (&[TimedOut, Reverse, ReversalTimedOut], ReversalUnknown, Unchanged::Late),
        (&[TimedOut, Reverse, ReversalConfirmed], ReversalConfirmed, Unchanged::Duplicate),
        (&[TimedOut, Reverse, ReversalConfirmed], ReversalTimedOut, Unchanged::Late),
        (&[], Advise, Unchanged::OutOfPlace),
    ] {
        let mut record = told(story, &Policy::DEFAULT);
        let before = record.clone();
        assert_eq!(record.apply(event(what, stan(1)), &Policy::DEFAULT), Action::Ignore(why), "{story:?} {what:?}");
        assert_eq!(record, before);
        assert_eq!(record.apply(event(what, stan(9)), &Policy::DEFAULT), Action::Ignore(Unchanged::Unknown));
    }
}

#[test]
fn codes_do_what_the_policy_says() {
    let answered = |code: &str, policy: &Policy<'_>| {
        let mut record = empty(1);
        start(&mut record, Kind::SALE);
        let answer = Answer::new(code.parse().unwrap()).with_amount(Amount::new(MINOR, Currency::CNY));
        record.apply(Event::Answered { stan: stan(1), answer }, policy)
    };
    let stan = stan(1);
    for (code, action) in [
        ("00", Action::Complete { stan }),
        ("10", Action::Complete { stan }),
        ("11", Action::Complete { stan }),
        ("16", Action::Complete { stan }),
        ("A2", Action::Complete { stan }),
        ("A4", Action::Complete { stan }),
        ("A5", Action::Complete { stan }),
        ("A6", Action::Complete { stan }),
        // Honour with identification: no source has it at a terminal.
        ("08", Action::Decline { stan }),
        ("77", Action::DeclineAndSignIn { stan }),
        ("A0", Action::DeclineAndSignIn { stan }),
        ("98", Action::Decline { stan }),
        ("ZZ", Action::Decline { stan }),
    ] {
        assert_eq!(answered(code, &Policy::DEFAULT), action, "{code}");
    }
    let honours = ["00".parse().unwrap(), "08".parse().unwrap()];
    assert_eq!(answered("08", &Policy { approved_by: &honours, ..Policy::DEFAULT }), Action::Complete { stan });
    let lost = ["98".parse().unwrap()];
    assert_eq!(answered("98", &Policy { reversed_after: &lost, ..Policy::DEFAULT }), Action::Reverse { stan });
    // A limit of nothing is one of one.
    let policy = Policy { tries: 0, ..Policy::DEFAULT };
    let mut record = told(&[TimedOut], &policy);
    assert_eq!(record.apply(event(Reverse, stan), &policy), Action::Send { stan });
    assert_eq!(record.apply(event(ReversalTimedOut, stan), &policy), Action::GiveUp { stan });
}

#[test]
fn an_approval_in_part_counts_its_amount() {
    let mut record = empty(1);
    start(&mut record, Kind::SALE);
    let answer = Answer::new("10".parse().unwrap())
        .with_amount(Amount::new(1000, Currency::CNY))
        .with_rrn("633116000124".parse().unwrap());
    record.apply(Event::Answered { stan: stan(1), answer }, &Policy::DEFAULT);
    assert_eq!(counted(&record), 1000);
    assert_eq!(record.entries().next().unwrap().rrn().unwrap().as_str(), "633116000124");
}

#[test]
fn an_approval_in_part_is_read_from_its_response() {
    let mut response = MessageBuf::new(&spec::UNIONPAY_POS, "0210".parse::<Mti>().unwrap());
    response.set(4, 1000u64).unwrap();
    response.set(37, "633116000124").unwrap();
    let told = |response: &MessageBuf, code: &str| {
        let mut response = response.clone();
        response.set(39, code).unwrap();
        let mut record = empty(1);
        start(&mut record, Kind::SALE);
        let answer = Answer::of_message(&response.as_message()).unwrap();
        record.apply(Event::Answered { stan: stan(1), answer }, &Policy::DEFAULT);
        record
    };
    let record = told(&response, "10");
    assert_eq!(counted(&record), 1000);
    let entry = record.entries().next().unwrap();
    assert_eq!(entry.amount(), Amount::new(1000, Currency::CNY));
    assert_eq!(entry.rrn().unwrap().as_str(), "633116000124");
    // What was declined keeps the amount that was asked for.
    assert_eq!(told(&response, "51").find(stan(1)).unwrap().amount().minor(), MINOR);
    response.set(49, "840").unwrap();
    assert_eq!(told(&response, "10").reversals().count(), 1);
    response.set(49, "156").unwrap();
    response.remove(4);
    assert_eq!(told(&response, "00").entries().next().unwrap().amount(), Amount::new(MINOR, Currency::CNY));
    response.set(49, "XXX").unwrap();
    response.set(39, "00").unwrap();
    assert!(Answer::of_message(&response.as_message()).is_err());
}

#[test]
fn what_approves_another_amount_is_reversed() {
    let answer =
        |code: &str, minor, currency| Answer::new(code.parse().unwrap()).with_amount(Amount::new(minor, currency));
    let bare = Answer::new("10".parse().unwrap());
    let (cny, usd) = (Currency::CNY, Currency::USD);
    for answer in [
        answer("00", 9999, cny),
        answer("11", 1000, cny),
        answer("10", 0, cny),
        answer("10", MINOR + 1, cny),
        answer("00", MINOR, usd),
        bare,
    ] {
        let mut record = empty(1);
        start(&mut record, Kind::SALE);
        let answered = || Event::Answered { stan: stan(1), answer };
        assert_eq!(record.apply(answered(), &Policy::DEFAULT), Action::Reverse { stan: stan(1) }, "{answer:?}");
        assert_eq!(record.find(stan(1)).unwrap().reason().unwrap().as_str(), "06");
        assert_eq!(record.find(stan(1)).unwrap().amount().minor(), MINOR);
        // What may not be reversed is not known.
        let mut record = empty(1);
        start(&mut record, Kind::REFUND);
        assert_eq!(record.apply(answered(), &Policy::DEFAULT), Action::GiveUp { stan: stan(1) }, "{answer:?}");
        assert_eq!((counted(&record), record.unresolved().count()), (0, 1));
        assert_eq!(record.apply(answered(), &Policy::DEFAULT), Action::Ignore(Unchanged::OutOfPlace));
    }
    let mut record = empty(1);
    start(&mut record, Kind::SALE);
    record.apply(Event::Answered { stan: stan(1), answer: answer("51", 9999, cny) }, &Policy::DEFAULT);
    assert_eq!(record.find(stan(1)).unwrap().state(), State::Declined);
}

#[test]
fn a_balance_inquiry_without_an_answer_is_nothing_to_find_out() {
    let mut record = empty(1);
    start(&mut record, Kind::BALANCE_INQUIRY);
    record.apply(event(TimedOut, stan(1)), &Policy::DEFAULT);
    assert_eq!(record.find(stan(1)).unwrap().state(), State::Unanswered);
    assert_eq!((record.unresolved().count(), record.reversals().count()), (0, 0));
    // A pre-authorization holds money.
    start(&mut record, Kind::PRE_AUTHORIZATION);
    record.apply(event(TimedOut, stan(2)), &Policy { tries: 1, ..Policy::DEFAULT });
    record.apply(event(Reverse, stan(2)), &Policy { tries: 1, ..Policy::DEFAULT });
    record.apply(event(ReversalTimedOut, stan(2)), &Policy { tries: 1, ..Policy::DEFAULT });
    assert_eq!(record.unresolved().map(|it| it.stan()).collect::<Vec<_>>(), [stan(2)]);
}

#[test]
fn a_script_notice_is_told_before_the_batch_is_closed_and_counts_nothing() {
    let mut record = empty(1);
    let stan = stan(1);
    assert_eq!(start(&mut record, Kind::of(&Transaction::SCRIPT_NOTICE)), Action::Complete { stan });
    assert_eq!(record.apply(Event::BatchSettled, &Policy::DEFAULT), Action::Refuse(Refusal::AdviseFirst { stan }));
    record.apply(event(Advise, stan), &Policy::DEFAULT);
    assert_eq!(record.apply(event(Approved, stan), &Policy::DEFAULT), Action::Advised { stan });
    assert_eq!((record.entries().count(), counted(&record)), (0, 0));
}

#[test]
fn what_moves_nothing_is_not_among_the_entries() {
    let mut record = empty(1);
    for (number, kind) in [(1, Kind::PRE_AUTHORIZATION), (2, Kind::BALANCE_INQUIRY), (3, Kind::SALE)] {
        start(&mut record, kind);
        record.apply(event(Approved, stan(number)), &Policy::DEFAULT);
    }
    assert_eq!(record.entries().map(|entry| entry.kind()).collect::<Vec<_>>(), [Kind::SALE]);
}

#[test]
fn an_exponent_that_is_known_stays_known() {
    let mut record = empty(1);
    let asked = Amount::new(MINOR, Currency::new(1).unwrap()).with_exponent(3).unwrap();
    let entry = entry(&record, Kind::SALE).with_amount(asked);
    record.apply(Event::Start { entry, message: None }, &Policy::DEFAULT);
    let answer = Answer::new("10".parse().unwrap()).with_amount(Amount::new(1000, Currency::new(1).unwrap()));
    record.apply(Event::Answered { stan: stan(1), answer }, &Policy::DEFAULT);
    assert_eq!(record.entries().next().unwrap().amount().to_string(), "1.000 001");
}

#[test]
fn a_refund_is_not_reversed_and_a_late_answer_decides_it() {
    for what in [TimedOut, BadResponse, Failed, Restarted] {
        let mut record = empty(1);
        start(&mut record, Kind::REFUND);
        record.apply(event(what, stan(1)), &Policy::DEFAULT);
        assert_eq!(record.unresolved().map(|it| it.state()).collect::<Vec<_>>(), [State::Unanswered]);
        assert_eq!((counted(&record), record.reversals().count()), (0, 0));
        assert_eq!(record.apply(event(Approved, stan(1)), &Policy::DEFAULT), Action::Complete { stan: stan(1) });
        assert_eq!(counted(&record), MINOR);
        assert_eq!(record.apply(event(Failed, stan(1)), &Policy::DEFAULT), Action::Ignore(Unchanged::NotReversible));
    }
}

#[test]
fn an_advice_counts_at_once_and_is_told_before_the_batch_is_closed() {
    let policy = Policy::DEFAULT;
    let mut record = empty(1);
    let stan = stan(1);
    assert_eq!(start(&mut record, Kind::OFFLINE_SALE), Action::Complete { stan });
    assert_eq!((counted(&record), record.next_action()), (MINOR, Action::Advise { stan }));
    assert_eq!(record.apply(event(Approved, stan), &policy), Action::Ignore(Unchanged::OutOfPlace));
    // Nothing waits for it but the end of the batch.
    assert_eq!(start(&mut record, Kind::SALE), Action::Send { stan: stan.next() });
    record.apply(event(Approved, stan.next()), &policy);
    assert_eq!(record.apply(Event::BatchSettled, &policy), Action::Refuse(Refusal::AdviseFirst { stan }));
    assert_eq!(record.apply(event(Advise, stan), &policy), Action::Send { stan });
    assert_eq!(record.apply(event(Restarted, stan), &policy), Action::Advise { stan });
    assert_eq!(record.apply(event(Advise, stan), &policy), Action::Send { stan });
    assert_eq!(record.apply(event(TimedOut, stan), &policy), Action::Advise { stan });
    let mut refused = record.clone();
    // The answer to the first try comes late.
    assert_eq!(record.apply(event(Approved, stan), &policy), Action::Advised { stan });
    assert_eq!((counted(&record), record.advices().count()), (2 * MINOR, 0));
    assert_eq!(record.apply(event(Approved, stan), &policy), Action::Ignore(Unchanged::Duplicate));

    assert_eq!(refused.apply(event(Declined, stan), &policy), Action::GiveUp { stan });
    assert_eq!(counted(&refused), MINOR);
}

#[test]
fn an_advice_is_given_up_and_still_counts() {
    let policy = Policy { tries: 1, ..Policy::DEFAULT };
    let mut record = empty(1);
    start(&mut record, Kind::OFFLINE_SETTLEMENT);
    record.apply(event(Advise, stan(1)), &policy);
    assert_eq!(record.apply(event(BadResponse, stan(1)), &policy), Action::GiveUp { stan: stan(1) });
    assert_eq!((counted(&record), record.unresolved().count()), (MINOR, 1));
    let told_before = Event::Answered { stan: stan(1), answer: Answer::new("94".parse().unwrap()) };
    assert_eq!(record.apply(told_before, &policy), Action::Advised { stan: stan(1) });
    assert_eq!((counted(&record), record.unresolved().count()), (MINOR, 0));
}

fn answered(stan: Stan, code: &str) -> Event {
    Event::Answered { stan, answer: Answer::new(code.parse().unwrap()) }
}

#[test]
fn an_advice_is_told_again_unless_a_code_refuses_it_for_good() {
    let policy = Policy::DEFAULT;
    let stan = stan(1);
    let sent = || {
        let mut record = empty(1);
        start(&mut record, Kind::OFFLINE_SALE);
        record.apply(Event::Advise { stan }, &policy);
        record
    };
    for code in ["13", "14", "22", "30", "68", "90", "91", "92", "96", "97", "98", "99", "A7", "08", "ZZ"] {
        let mut record = sent();
        for action in [Action::Advise { stan }, Action::Advise { stan }, Action::GiveUp { stan }] {
            assert_eq!(record.apply(answered(stan, code), &policy), action, "{code}");
            assert_eq!(counted(&record), MINOR, "{code}");
            // The same answer once more, late.
            let late = Action::Ignore(Unchanged::Late);
            assert_eq!(record.apply(answered(stan, code), &policy), late, "{code}");
            record.apply(Event::Advise { stan }, &policy);
        }
        assert_eq!(record.find(stan).unwrap().state(), State::AdviceGivenUp);
        // Its approval comes at last.
        assert_eq!(record.apply(answered(stan, "00"), &policy), Action::Advised { stan });
    }
    for code in ["05", "25", "41", "51", "A1"] {
        let mut record = sent();
        assert_eq!(record.apply(answered(stan, code), &policy), Action::GiveUp { stan }, "{code}");
        assert_eq!((record.find(stan).unwrap().state(), counted(&record)), (State::Declined, 0));
    }
    // A caller's lists: what approves does not refuse.
    let refused = ["00".parse().unwrap(), "96".parse().unwrap()];
    let strict = Policy { advice_refused_by: &refused, ..policy };
    assert_eq!(sent().apply(answered(stan, "96"), &strict), Action::GiveUp { stan });
    assert_eq!(sent().apply(answered(stan, "00"), &strict), Action::Advised { stan });
    assert_eq!(sent().apply(answered(stan, "05"), &strict), Action::Advise { stan });
}

#[test]
fn whoever_does_not_know_the_batch_or_the_keys_is_signed_in_to_first() {
    for code in ["77", "A0"] {
        let (policy, stan) = (Policy { tries: 2, ..Policy::DEFAULT }, stan(1));
        let mut record = empty(1);
        start(&mut record, Kind::OFFLINE_SALE);
        for action in [Action::SignInAndAdvise { stan }, Action::GiveUpAndSignIn { stan }] {
            record.apply(Event::Advise { stan }, &policy);
            assert_eq!(record.apply(answered(stan, code), &policy), action);
        }
        assert_eq!(counted(&record), MINOR);

        let mut record = told(&[TimedOut], &policy);
        for action in [Action::SignInAndReverse { stan }, Action::GiveUpAndSignIn { stan }] {
            record.apply(Event::Reverse { stan }, &policy);
            assert_eq!(record.apply(Event::ReversalAnswered { stan, code: code.parse().unwrap() }, &policy), action);
        }
    }
}

#[test]
fn a_message_that_will_not_be_sent_is_forgotten() {
    let keeps = |story: &[Happens], kind: Kind| {
        let mut record = empty(1);
        start(&mut record, kind);
        let policy = Policy { tries: 1, ..Policy::DEFAULT };
        for what in story {
            record.apply(event(*what, stan(1)), &policy);
        }
        record.find(stan(1)).unwrap().message().is_some()
    };
    for story in [&[][..], &[Approved], &[Approved, Failed], &[TimedOut], &[TimedOut, Reverse]] {
        assert!(keeps(story, Kind::SALE), "{story:?}");
    }
    for story in [&[Declined][..], &[TimedOut, Reverse, ReversalConfirmed], &[TimedOut, Reverse, ReversalTimedOut]] {
        assert!(!keeps(story, Kind::SALE), "{story:?}");
    }
    assert!(keeps(&[], Kind::OFFLINE_SALE) && keeps(&[Advise], Kind::OFFLINE_SALE));
    for story in [&[Advise, Approved][..], &[Advise, Declined], &[Advise, TimedOut]] {
        assert!(!keeps(story, Kind::OFFLINE_SALE), "{story:?}");
    }
    // Nothing makes a refund good.
    assert!(!keeps(&[], Kind::REFUND));
}

#[test]
fn a_transaction_that_is_completed_needs_its_message_no_more() {
    let has_message = |record: &Record| record.find(stan(1)).unwrap().message().is_some();
    let completed = || Event::Completed { stan: stan(1) };
    let approved = || told(&[Approved], &Policy::DEFAULT);

    let mut record = approved();
    assert_eq!(record.apply(completed(), &Policy::DEFAULT), Action::Ready);
    assert!(!has_message(&record) && record.find(stan(1)).unwrap().is_complete());
    assert_eq!(record.apply(event(Failed, stan(1)), &Policy::DEFAULT), Action::Ignore(Unchanged::OutOfPlace));
    assert_eq!(record.apply(completed(), &Policy::DEFAULT), Action::Ignore(Unchanged::Duplicate));

    // An advice is recorded in between; the next transaction says that the last one is complete.
    let mut record = approved();
    start(&mut record, Kind::OFFLINE_SALE);
    assert!(has_message(&record));
    start(&mut record, Kind::BALANCE_INQUIRY);
    assert!(!has_message(&record));
    assert_eq!(record.apply(event(Failed, stan(1)), &Policy::DEFAULT), Action::Ignore(Unchanged::OutOfPlace));
    assert_eq!(counted(&record), 2 * MINOR);

    for story in [&[][..], &[Declined], &[TimedOut]] {
        let mut record = told(story, &Policy::DEFAULT);
        assert_eq!(record.apply(completed(), &Policy::DEFAULT), Action::Ignore(Unchanged::OutOfPlace));
    }
    assert_eq!(empty(1).apply(completed(), &Policy::DEFAULT), Action::Ignore(Unchanged::Unknown));
}

#[test]
fn a_sale_that_was_voided_is_not_reversed_too() {
    // Told as an advice, so it does not wait for the sale to be complete.
    let told_void = Kind::new("told void", Effect::TakesBack, Recovery::Repeat).unwrap();
    for kind in [Kind::SALE_VOID, told_void] {
        let mut record = told(&[Approved], &Policy::DEFAULT);
        let void = entry(&record, kind).with_original(stan(1));
        record.apply(Event::Start { entry: void, message: None }, &Policy::DEFAULT);
        record.apply(event(Advise, stan(2)), &Policy::DEFAULT);
        record.apply(event(Approved, stan(2)), &Policy::DEFAULT);
        assert_eq!(record.apply(event(Failed, stan(1)), &Policy::DEFAULT), Action::Ignore(Unchanged::OutOfPlace));
        let totals = record.totals().unwrap();
        let totals = totals.get(Currency::CNY, false).unwrap();
        assert_eq!((totals.made(Direction::Debit).count(), totals.taken_back(Direction::Debit).count()), (1, 1));
    }
    // Nothing voids what is under way, whatever the void is.
    let mut record = told(&[], &Policy::DEFAULT);
    let void = Event::Start { entry: entry(&record, told_void).with_original(stan(1)), message: None };
    assert_eq!(record.apply(void, &Policy::DEFAULT), Action::Refuse(Refusal::UnderWay { stan: stan(1) }));
}

#[test]
fn what_must_not_be_stored_is_refused() {
    let mut message = MessageBuf::new(&spec::UNIONPAY_POS, "0400".parse::<Mti>().unwrap());
    let refused = |message: &MessageBuf| match StoredMessage::new(&message.as_message()) {
        Err(SettleError::NotToBeStored(path)) => path.to_string(),
        other => format!("{other:?}"),
    };
    message.set(2, "4111111111111111").unwrap();
    message.set(14, "2812").unwrap();
    message.set(55, &[0x9F, 0x36, 2, 1, 0xC0]).unwrap();
    assert_eq!(StoredMessage::new(&message.as_message()).unwrap().reveal(), message.as_bytes());
    let with = |number: u16, value: &str| {
        let mut message = message.clone();
        message.set(number, value).unwrap();
        refused(&message)
    };
    assert_eq!(with(35, "4111111111111111=28121010000000000000"), "35");
    assert_eq!(with(36, "014111111111111111="), "36");
    assert_eq!(with(52, "0102030405060708"), "52");
    // A PIN block behind a tag, a track of a chip, one within a template, and what cannot be opened.
    assert_eq!(with(59, "A10080102030a"), "59.A1");
    let chip = |bytes: &[u8]| {
        let mut message = message.clone();
        message.set(55, bytes).unwrap();
        refused(&message)
    };
    assert_eq!(chip(&[0x57, 2, 0x41, 0x11]), "55.57");
    assert_eq!(chip(&[0x70, 4, 0x57, 2, 0x41, 0x11]), "55.70.57");
    assert_eq!(chip(&[0x9F, 0x36, 9, 1]), "55.9F36");

    // What is secret and not opened can hold any of them; what is opened is not all secret.
    for number in [40, 46, 47, 48, 56, 57, 58, 62] {
        assert_eq!(with(number, "123456"), number.to_string());
    }
    assert_eq!(with(63, "SM0160102030405060708"), "63.1");
    assert_eq!(with(59, "A20031-1"), "59.A2");
    assert_eq!(chip(&[0xDF, 0x32, 1, 0]), "55.DF32");
    assert_eq!(chip(&[0x9F, 0x36, 8, 1, 2, 3, 4, 5, 6, 7, 8]), "55.9F36", "longer than EMV says");
    for opened in [&[0xDF, 0x31, 1, 0][..], &[0x9F, 0x63, 2, 0, 0], &[0x71, 5, 0x9F, 0x36, 2, 1, 0xC0]] {
        assert!(chip(opened).starts_with("Ok("), "{opened:?}");
    }

    let mut keys = MessageBuf::new(&spec::UNIONPAY_POS, "0810".parse::<Mti>().unwrap());
    keys.set(60, "00000001001").unwrap();
    keys.set(62, &[7; 24]).unwrap();
    assert_eq!(refused(&keys), "62.1");
    let bytes = message.encode();
    let (partial, _) = isomsg::Message::parse_partial(&bytes[..12], &spec::UNIONPAY_POS, ParseOptions::STRICT);
    assert!(StoredMessage::new(&partial).is_err());
}

#[test]
fn numbers_of_other_messages_are_those_of_the_record() {
    let mut record = empty(999_998);
    assert_eq!(record.take_stan(), Some(stan(999_998)));
    start(&mut record, Kind::OFFLINE_SALE);
    assert_eq!((record.stan(), record.take_stan(), record.stan()), (stan(1), Some(stan(1)), stan(2)));
    assert_eq!(record.find(stan(999_999)).unwrap().stan(), stan(999_999));
    // Round once: the number of the transaction is passed over.
    let taken = (2..=999_998).all(|number| record.take_stan() == Some(stan(number)));
    assert!(taken);
    assert_eq!(record.take_stan(), Some(stan(1)));
}

#[test]
fn an_adjustment_is_no_further_sale() {
    let mut record = empty(1);
    start(&mut record, Kind::SALE);
    record.apply(event(Approved, stan(1)), &Policy::DEFAULT);
    let tip = entry(&record, Kind::TIP_ADJUSTMENT).with_amount(Amount::new(MINOR + 250, Currency::CNY));
    let credit = Entry::new(Kind::TIP_ADJUSTMENT, Direction::Credit, tip.amount(), stan(2)).with_original(stan(1));
    let dollars = tip.with_amount(Amount::new(MINOR, Currency::USD)).with_original(stan(1));
    for unfit in [tip, tip.with_original(stan(7)), tip.with_original(stan(2)), credit, dollars] {
        let event = Event::Start { entry: unfit, message: None };
        assert_eq!(record.apply(event, &Policy::DEFAULT), Action::Refuse(Refusal::NoOriginal), "{unfit}");
    }
    adjust(&mut record, stan(1), MINOR + 250);
    assert_eq!(made(&record), (1, MINOR + 250));
    let sale = record.find(stan(1)).unwrap();
    assert_eq!((sale.amount().minor(), sale.counted().map(|entry| entry.stan())), (MINOR, Some(stan(1))));
    // The list of the acquirer has the sale with its tip.
    let theirs = [entry(&empty(1), Kind::SALE).with_amount(tip.amount())];
    let ours: Vec<Entry> = record.entries().collect();
    assert!(compare(&ours, &theirs).is_clean());
}

/// Starts an adjustment, which is told at once or not.
fn adjust(record: &mut Record, original: Stan, minor: u64) -> Stan {
    let number = record.stan();
    let tip = entry(record, Kind::TIP_ADJUSTMENT).with_amount(Amount::new(minor, Currency::CNY));
    let event = Event::Start { entry: tip.with_original(original), message: None };
    assert_eq!(record.apply(event, &Policy::DEFAULT), Action::Complete { stan: number });
    number
}

fn made(record: &Record) -> (u64, u64) {
    let totals = record.totals().unwrap();
    let made = totals.get(Currency::CNY, false).map(|totals| totals.made(Direction::Debit));
    made.map_or((0, 0), |made| (made.count(), made.amount().minor()))
}

#[test]
fn an_adjustment_counts_only_while_its_original_does() {
    for (story, counts) in [
        (&[][..], false),
        (&[Approved], true),
        (&[Declined], false),
        (&[TimedOut], false),
        (&[Approved, Failed], false),
        (&[Approved, Failed, Reverse, ReversalConfirmed], false),
    ] {
        // To more and to less.
        for minor in [MINOR + 250, 5] {
            let mut record = told(story, &Policy::DEFAULT);
            adjust(&mut record, stan(1), minor);
            assert_eq!(made(&record), if counts { (1, minor) } else { (0, 0) }, "{story:?}");
            assert_eq!(record.entries().count(), usize::from(counts));
        }
    }
    // Of an advice, told twice over the end of the numbers; the later one is refused.
    let mut record = empty(999_998);
    start(&mut record, Kind::OFFLINE_SETTLEMENT);
    adjust(&mut record, stan(999_998), 2000);
    let last = adjust(&mut record, stan(999_998), 3000);
    assert_eq!((last, made(&record)), (stan(1), (1, 3000)));
    record.apply(event(Advise, last), &Policy::DEFAULT);
    record.apply(event(Declined, last), &Policy::DEFAULT);
    assert_eq!(made(&record), (1, 2000));
}

#[test]
fn a_terminal_stamps_its_transactions() {
    let own = "T1".parse().unwrap();
    let mut record = empty(1).with_terminal(own);
    let sale = entry(&record, Kind::SALE);
    let other = Event::Start { entry: sale.with_terminal("T2".parse().unwrap()), message: None };
    assert_eq!(record.apply(other, &Policy::DEFAULT), Action::Refuse(Refusal::OtherTerminal));
    start(&mut record, Kind::SALE);
    record.apply(event(Approved, stan(1)), &Policy::DEFAULT);
    assert_eq!((record.terminal(), record.entries().next().unwrap().terminal()), (Some(own), Some(own)));
    // The same number at another terminal of the shop.
    let theirs = [sale.with_terminal("T2".parse().unwrap())];
    assert_eq!(record.explain(stan(1), &theirs).verdict(), Verdict::Missing);
    assert_eq!(record.explain(stan(9), &[theirs[0]]).verdict(), Verdict::Unknown);
}

#[test]
fn a_receipt_is_explained_whatever_became_of_it() {
    let policy = Policy { tries: 1, ..Policy::DEFAULT };
    let explained = |kind: Kind, story: &[Happens], theirs: &dyn Fn(Entry) -> Vec<Entry>| {
        let mut record = empty(1);
        let sold = entry(&record, kind).with_terminal("T1".parse().unwrap());
        record.apply(Event::Start { entry: sold, message: None }, &policy);
        for what in story {
            record.apply(event(*what, stan(1)), &policy);
        }
        let why = record.explain(stan(1), &theirs(sold.with_batch(record.batch())));
        assert_eq!(why.ours().map(|ours| ours.stan()), Some(stan(1)));
        let text = why.to_string();
        let (head, rest) = text.split_once(" with 411111******1111: ").unwrap();
        assert_eq!(head, format!("our terminal: {kind} 000001 of {} in batch 000001 at T1", sold.amount()));
        (why.verdict(), rest.to_owned())
    };
    let none = |_: Entry| Vec::new();
    let same = |own: Entry| vec![own];
    let (sale, offline, void) = (Kind::SALE, Kind::OFFLINE_SALE, Kind::SALE_VOID);
    let lost = &[TimedOut, Reverse, ReversalTimedOut];
    for (kind, story, missing, there, course) in [
        (sale, &[][..], Verdict::Undecided, Verdict::Undecided, "waits for its answer"),
        (sale, &[Approved], Verdict::Missing, Verdict::Alike, "approved"),
        (sale, &[Declined], Verdict::NotMade, Verdict::StillTheirs, "declined"),
        (sale, &[TimedOut], Verdict::Undecided, Verdict::Undecided, "to be taken back, since no answer came (98)"),
        (
            sale,
            &[BadResponse, Reverse],
            Verdict::Undecided,
            Verdict::Undecided,
            "to be taken back, since the answer could not be trusted (A0)",
        ),
        (
            sale,
            &[Failed, Reverse, ReversalConfirmed],
            Verdict::NotMade,
            Verdict::StillTheirs,
            "taken back, since it could not be completed (06), and they confirmed it",
        ),
        (
            sale,
            lost,
            Verdict::NeverArrived,
            Verdict::OnlyTheirsKnow,
            "to be taken back, since no answer came (98), but they never confirmed it, tried 1x",
        ),
        (
            Kind::REFUND,
            &[TimedOut],
            Verdict::NeverArrived,
            Verdict::OnlyTheirsKnow,
            "no answer came, and it may not be reversed",
        ),
        (offline, &[], Verdict::NotTold, Verdict::Alike, "took place offline, and they have to be told"),
        (
            offline,
            &[Advise, TimedOut],
            Verdict::NotTold,
            Verdict::Alike,
            "took place offline, but they never confirmed it, tried 1x",
        ),
        (offline, &[Advise, Declined], Verdict::Refused, Verdict::RefusedYetTheirs, "declined"),
        (Kind::PRE_AUTHORIZATION, &[Approved], Verdict::NotInDetail, Verdict::Alike, "approved"),
        (Kind::BALANCE_INQUIRY, &[Approved], Verdict::NotInDetail, Verdict::Alike, "approved"),
        (void, &[Approved], Verdict::VoidMissing, Verdict::Alike, "approved"),
        (void, &[Declined], Verdict::VoidNotMade, Verdict::VoidStillTheirs, "declined"),
        (
            void,
            lost,
            Verdict::NeverArrived,
            Verdict::VoidOnlyTheirsKnow,
            "to be taken back, since no answer came (98), but they never confirmed it, tried 1x",
        ),
    ] {
        let (verdict, text) = explained(kind, story, &none);
        assert_eq!(verdict, missing, "{story:?}");
        assert_eq!(text, format!("{course}\ntheir detail: does not have it\nso: {missing}"));
        let (verdict, text) = explained(kind, story, &same);
        assert_eq!(verdict, there, "{story:?}");
        assert_eq!(text, format!("{course}\ntheir detail: has it\nso: {there}"));
    }
    // They have something else.
    let less = |own: Entry| vec![own.with_amount(own.amount().with_minor(5))];
    let (verdict, text) = explained(sale, &[Approved], &less);
    assert_eq!(verdict, Verdict::Differs);
    assert!(text.contains("\ntheir detail: amount differs: sale 000001 of "), "{text}");
    assert_eq!(explained(sale, &[Approved], &|own| vec![own, own]).0, Verdict::Differs);
    let reversed = |own: Entry| vec![own.with_reversed(true)];
    let voided = |own: Entry| {
        let void = Entry::new(void, own.direction(), own.amount(), own.stan());
        vec![own, void.with_batch(own.batch().unwrap())]
    };
    let taken_back: [&dyn Fn(Entry) -> Vec<Entry>; 2] = [&reversed, &voided];
    for theirs in taken_back {
        for (kind, story, expected) in [
            (sale, &[Approved][..], Verdict::TakenBackByThem),
            (sale, &[Declined], Verdict::NotMade),
            (sale, &[TimedOut, Reverse, ReversalConfirmed], Verdict::NotMade),
            (sale, lost, Verdict::NotMade),
            (offline, &[], Verdict::TakenBackByThem),
            (offline, &[Advise, Declined], Verdict::Refused),
        ] {
            let (verdict, text) = explained(kind, story, theirs);
            assert_eq!(verdict, expected, "{kind} {story:?}");
            assert!(text.ends_with(&format!("\ntheir detail: has it as taken back\nso: {expected}")), "{text}");
        }
    }
    // The number of another batch or terminal.
    for other in ["T2", "T1"] {
        let elsewhere = |own: Entry| {
            let own = own.with_terminal(other.parse().unwrap());
            vec![if other == "T1" { own.with_batch("000009".parse().unwrap()) } else { own }]
        };
        assert_eq!(explained(sale, &[Approved], &elsewhere).0, Verdict::Missing);
    }
    let record = empty(1);
    assert_eq!(
        record.explain(stan(7), &[]).to_string(),
        format!("our terminal: no 000007 in this batch\ntheir detail: does not have it\nso: {}", Verdict::Unknown)
    );
    let theirs = [entry(&record, sale)];
    assert_eq!(record.explain(stan(1), &theirs).verdict(), Verdict::TheirsOnly);
    assert_eq!(record.explain(stan(1), &theirs).theirs(), theirs);
}

#[test]
fn an_adjustment_is_explained_by_its_original() {
    let sale = |minor| entry(&empty(1), Kind::SALE).with_amount(Amount::new(minor, Currency::CNY));
    let explained = |story: &[Happens], of_tip: &[Happens], theirs: &[Entry]| {
        let mut record = told(story, &Policy::DEFAULT);
        let tip = adjust(&mut record, stan(1), 1500);
        for what in of_tip {
            record.apply(event(*what, tip), &Policy::DEFAULT);
        }
        let text = record.explain(tip, theirs).to_string();
        let line = text.lines().nth(1).unwrap().to_owned();
        (record.explain(tip, theirs).verdict(), line, record.explain(stan(1), theirs).verdict())
    };
    let (sold, told, refused) = (&[Approved][..], &[Advise, Approved][..], &[Advise, Declined][..]);
    let has = "their detail: has its original with the amount that counts";
    let none = "their detail: does not have its original";
    let differs =
        |ours| format!("their detail: amount differs: {}, theirs {}", of_batch(sale(ours)), sale(1250).amount());
    for (story, of_tip, theirs, verdict, line, of_sale) in [
        (sold, told, vec![sale(1500)], Verdict::Alike, has.to_owned(), Verdict::Alike),
        (sold, &[], vec![sale(1500)], Verdict::Alike, has.to_owned(), Verdict::Alike),
        (sold, told, vec![sale(1250)], Verdict::Differs, differs(1500), Verdict::Differs),
        (sold, &[], vec![sale(1250)], Verdict::NotTold, differs(1500), Verdict::Differs),
        (sold, refused, vec![sale(1250)], Verdict::Refused, has.to_owned(), Verdict::Alike),
        (sold, told, vec![], Verdict::Missing, none.to_owned(), Verdict::Missing),
        (&[Declined], told, vec![], Verdict::NotMade, none.to_owned(), Verdict::NotMade),
        (&[TimedOut], told, vec![], Verdict::Undecided, none.to_owned(), Verdict::Undecided),
    ] {
        let expected = (verdict, line, of_sale);
        assert_eq!(explained(story, of_tip, &theirs), expected, "{story:?} {of_tip:?}");
    }
    // Their list has the adjustment too.
    let tip = sale(1500);
    let tip = Entry::new(Kind::TIP_ADJUSTMENT, Direction::Debit, tip.amount(), stan(2)).with_original(stan(1));
    assert_eq!(explained(sold, told, &[sale(1250), tip]), (Verdict::Alike, has.to_owned(), Verdict::Alike));
}

fn of_batch(entry: Entry) -> Entry {
    entry.with_batch(BatchNumber::FIRST)
}

#[test]
fn a_void_is_explained_by_what_it_takes_back() {
    let mut record = told(&[Approved], &Policy::DEFAULT);
    let (sale, void) = (entry(&empty(1), Kind::SALE), entry(&record, Kind::SALE_VOID));
    record.apply(Event::Start { entry: void.with_original(stan(1)), message: None }, &Policy::DEFAULT);
    record.apply(event(Approved, stan(2)), &Policy::DEFAULT);
    let with_number = Entry::new(Kind::SALE_VOID, Direction::Debit, sale.amount(), stan(1));
    for (theirs, of_sale, of_void) in [
        (vec![sale, void], Verdict::Alike, Verdict::Alike),
        (vec![sale], Verdict::Alike, Verdict::VoidMissing),
        (vec![], Verdict::Voided, Verdict::Voided),
        (vec![sale.with_reversed(true)], Verdict::Voided, Verdict::Voided),
        (vec![sale, with_number], Verdict::Voided, Verdict::Voided),
    ] {
        let verdicts = [stan(1), stan(2)].map(|stan| record.explain(stan, &theirs).verdict());
        assert_eq!(verdicts, [of_sale, of_void], "{theirs:?}");
    }
}

#[test]
fn numbers_roll_over_to_one_and_past_those_that_are_used() {
    let mut record = Record::new(stan(1), BatchNumber::new(999_999).unwrap());
    for number in [1, 2] {
        start(&mut record, Kind::OFFLINE_SALE);
        assert_eq!(record.stan(), stan(number + 1));
    }
    // A terminal that was set to another number.
    let mut other = Record::new(stan(999_999), BatchNumber::new(1).unwrap());
    start(&mut other, Kind::OFFLINE_SALE);
    assert_eq!(other.stan(), stan(1));

    for number in [1, 2] {
        record.apply(event(Advise, stan(number)), &Policy::DEFAULT);
        record.apply(event(Approved, stan(number)), &Policy::DEFAULT);
    }
    assert_eq!(record.apply(Event::BatchSettled, &Policy::DEFAULT), Action::Ready);
    assert_eq!((record.batch().number(), record.stan(), record.transactions().count()), (1, stan(3), 0));
}

#[test]
fn what_has_taken_place_is_recorded_and_told_behind_the_reversal() {
    let mut record = told(&[TimedOut], &Policy::DEFAULT);
    let (sale, offline) = (stan(1), stan(2));
    assert_eq!(start(&mut record, Kind::OFFLINE_SALE), Action::Complete { stan: offline });
    let advise = || Event::Advise { stan: offline };
    assert_eq!(record.apply(advise(), &Policy::DEFAULT), Action::Refuse(Refusal::ReverseFirst { stan: sale }));
    assert_eq!(record.next_action(), Action::Reverse { stan: sale });
    record.apply(event(Reverse, sale), &Policy::DEFAULT);
    record.apply(event(ReversalConfirmed, sale), &Policy::DEFAULT);
    assert_eq!(record.next_action(), Action::Advise { stan: offline });
    assert_eq!(record.apply(advise(), &Policy::DEFAULT), Action::Send { stan: offline });
    assert_eq!(counted(&record), MINOR);
}

#[test]
fn a_batch_with_transactions_keeps_its_number() {
    let other = BatchNumber::new(8).unwrap();
    let mut record = empty(1);
    assert_eq!(record.apply(Event::SignedIn { batch: other }, &Policy::DEFAULT), Action::Ready);
    start(&mut record, Kind::SALE);
    assert!(record.find(stan(1)).unwrap().to_string().ends_with(" in batch 000008 with 411111******1111: sent"));
    assert_eq!(
        record.apply(Event::BatchSettled, &Policy::DEFAULT),
        Action::Refuse(Refusal::UnderWay { stan: stan(1) })
    );
    let signed_in = Event::SignedIn { batch: other.next() };
    assert_eq!(record.apply(signed_in, &Policy::DEFAULT), Action::Refuse(Refusal::OtherBatch));
    assert_eq!(record.apply(Event::SignedIn { batch: other }, &Policy::DEFAULT), Action::Ready);
}

#[test]
fn a_transaction_has_the_numbers_of_the_record() {
    let mut record = empty(5);
    let good = entry(&record, Kind::SALE);
    let other_stan = Entry::new(Kind::SALE, Direction::Debit, good.amount(), stan(6));
    for (entry, refusal) in [
        (other_stan, Refusal::OtherStan),
        (good.with_batch(BatchNumber::new(2).unwrap()), Refusal::OtherBatch),
        (good.with_reversed(true), Refusal::AlreadyReversed),
    ] {
        let event = Event::Start { entry, message: None };
        assert_eq!(record.apply(event, &Policy::DEFAULT), Action::Refuse(refusal));
    }
    assert_eq!((record.transactions().count(), record.stan()), (0, stan(5)));
}

#[test]
fn what_is_kept_prints_as_stars() {
    let text = format!("{:?}", told(&[], &Policy::DEFAULT));
    assert!(text.contains("StoredMessage(********)") && text.contains("Card(411111******1111)"), "{text}");
}

#[cfg(feature = "serde")]
mod stored {
    use super::*;

    fn cut(record: &Record) -> Record {
        serde_json::from_str(&serde_json::to_string(record).unwrap()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

        /// The record is stored behind each event. Whenever the power fails, what was stored is all that was known, and
        /// the terminal comes to an end from there: approved stays so, and what was under way is reversed.
        #[test]
        fn a_power_cut_loses_nothing(story in prop::collection::vec(prop::sample::select(&ALL[..]), 0..16)) {
            for length in 0..=story.len() {
                let before = told(&story[..length], &Policy::DEFAULT);
                let mut after = cut(&before);
                prop_assert_eq!(&after, &before);
                // It goes on as if nothing had been.
                let mut both = (before.clone(), after.clone());
                for what in &story[length..] {
                    let events = (event(*what, stan(1)), event(*what, stan(1)));
                    let actions = (both.0.apply(events.0, &Policy::DEFAULT), both.1.apply(events.1, &Policy::DEFAULT));
                    prop_assert_eq!(actions.0, actions.1);
                }
                prop_assert_eq!(&both.0, &both.1);

                after.apply(Event::Restarted, &Policy::DEFAULT);
                while let Action::Reverse { stan } = after.next_action() {
                    after.apply(Event::Reverse { stan }, &Policy::DEFAULT);
                    after = cut(&after);
                    after.apply(Event::ReversalAnswered { stan, code: "00".parse().unwrap() }, &Policy::DEFAULT);
                }
                let state = after.find(stan(1)).unwrap().state();
                let was = before.find(stan(1)).unwrap().state();
                let tries = before.find(stan(1)).unwrap().tries();
                let expected = match was {
                    State::Sent | State::ReversalDue => State::Reversed,
                    State::ReversalSent if tries < 3 => State::Reversed,
                    State::ReversalSent => State::GivenUp,
                    was => was,
                };
                prop_assert_eq!(state, expected);
                prop_assert_eq!(counted(&after), counted(&before));
            }
        }
    }

    #[test]
    fn everything_comes_back() {
        let mut record = empty(999_998);
        for (kind, what) in [
            (Kind::OFFLINE_SALE, Advise),
            (Kind::REFUND, TimedOut),
            (Kind::SALE, Approved),
            (Kind::SALE, Declined),
            (Kind::SALE, TimedOut),
        ] {
            let number = record.stan();
            start(&mut record, kind);
            record.apply(event(what, number), &Policy::DEFAULT);
        }
        assert_eq!(cut(&record), record);
        let hashed = entry(&record, Kind::SALE)
            .with_card("411111******1111".parse::<Card>().unwrap().with_hash([7; 32]))
            .with_terminal("T 1".parse().unwrap())
            .with_rrn("633116000124".parse().unwrap())
            .with_when("2026-11-27T13:45:09".parse::<When>().unwrap().0)
            .with_amount(Amount::new(u64::MAX, Currency::new(1).unwrap()).with_exponent(3).unwrap())
            .with_original(stan(7))
            .with_foreign(true)
            .with_reversed(true);
        let text = serde_json::to_string(&hashed).unwrap();
        assert_eq!(serde_json::from_str::<Entry>(&text).unwrap(), hashed);
        let plain = entry(&record, Kind::BALANCE_INQUIRY);
        assert_eq!(serde_json::from_str::<Entry>(&serde_json::to_string(&plain).unwrap()).unwrap(), plain);
    }

    /// A time, for this test.
    struct When(isomsg::element::DateTime);

    impl std::str::FromStr for When {
        type Err = ();

        fn from_str(text: &str) -> Result<Self, ()> {
            let number = |from: usize, to: usize| text[from..to].parse::<u16>().map_err(drop);
            let date = isomsg::element::Date::new(number(0, 4)?, number(5, 7)? as u8, number(8, 10)? as u8).ok_or(())?;
            let (hour, minute, second) = (number(11, 13)? as u8, number(14, 16)? as u8, number(17, 19)? as u8);
            isomsg::element::DateTime::new(date, hour, minute, second).map(When).ok_or(())
        }
    }

    #[test]
    fn a_number_that_is_used_starts_nothing() {
        let text = serde_json::to_string(&told(&[Approved], &Policy::DEFAULT)).unwrap();
        let mut record: Record = serde_json::from_str(&text.replacen("000002", "000001", 1)).unwrap();
        assert_eq!(start(&mut record, Kind::SALE), Action::Refuse(Refusal::UsedStan));
        assert_eq!(counted(&record), MINOR);
    }

    #[test]
    fn the_stored_form_is_this_one() {
        let mut record = empty(1);
        let entry = entry(&record, Kind::SALE).with_amount(Amount::new(MINOR, Currency::new(1).unwrap()));
        record.apply(Event::Start { entry, message: Some(kept()) }, &Policy::DEFAULT);
        record.apply(event(TimedOut, stan(1)), &Policy::DEFAULT);
        assert_eq!(
            serde_json::to_string(&record).unwrap(),
            concat!(
                r#"{"version":1,"stan":"000002","batch":"000001","terminal":null,"transactions":[{"entry":{"#,
                r#""kind":{"name":"sale","effect":"moves","recovery":"reversal"},"direction":"debit","amount":1250,"#,
                r#""currency":"001","exponent":null,"stan":"000001","original":null,"batch":"000001","terminal":null,"rrn":null,"#,
                r#""card":"411111******1111","card_hash":null,"when":null,"foreign":false,"reversed":false},"state":"reversal-due","tries":0,"reason":"98","complete":false,"message":""#,
                "04004000000000000000164111111111111111",
                r#""}]}"#
            )
        );
    }

    #[test]
    fn what_is_complete_stays_so() {
        let mut record = cut(&told(&[Approved, Completed], &Policy::DEFAULT));
        assert_eq!(record.apply(event(Failed, stan(1)), &Policy::DEFAULT), Action::Ignore(Unchanged::OutOfPlace));
        // One that is not yet can still fail behind a power cut.
        let mut record = cut(&told(&[Approved], &Policy::DEFAULT));
        record.apply(Event::Restarted, &Policy::DEFAULT);
        assert_eq!(record.apply(event(Failed, stan(1)), &Policy::DEFAULT), Action::Reverse { stan: stan(1) });
    }

    #[test]
    fn what_is_newer_or_does_not_fit_is_refused() {
        let mut record = empty(1).with_terminal("T1".parse().unwrap());
        start(&mut record, Kind::SALE);
        record.apply(event(TimedOut, stan(1)), &Policy::DEFAULT);
        let text = serde_json::to_string(&record).unwrap();
        for (from, to, fault) in [
            (r#""version":1"#, r#""version":2,"more":{}"#, "record of version 2 is newer than version 1"),
            (r#""version":1"#, r#""version":0"#, "version 0 of a record is none"),
            (r#""version":1,"#, "", "missing field `version`"),
            (r#""version":1"#, r#""version":1,"more":1"#, "not the stored form at line 1 column "),
            (r#""complete":false"#, r#""complete":true"#, "complete, but not approved"),
            (r#""terminal":"T1","rrn""#, r#""terminal":"T2","rrn""#, "a transaction is of another batch or terminal"),
            (r#""state":"reversal-due""#, r#""state":"advice-due""#, "state is not one of a transaction of this kind"),
            (r#""state":"reversal-due""#, r#""state":"lost""#, "not the stored form at line 1 column "),
            ("411111******1111", "4111111111111111", "a masked card number"),
            (
                r#""batch":"000001","terminal":"T1","rrn""#,
                r#""batch":"000002","terminal":"T1","rrn""#,
                "a transaction is of another batch",
            ),
            (
                r#""batch":"000001","terminal":"T1","rrn""#,
                r#""batch":null,"terminal":"T1","rrn""#,
                "a transaction is of another batch",
            ),
            (r#"11111111""#, r#"1111111""#, "not pairs of hex digits"),
            (r#"11111111""#, r#"1111111g""#, "not pairs of hex digits"),
            (
                r#""effect":"moves","recovery":"reversal""#,
                r#""effect":"replaces","recovery":"reversal""#,
                "adjustment without",
            ),
            (r#""name":"sale""#, r#""name":"""#, "name of a kind is not 1 to 32 printable characters"),
        ] {
            assert!(text.contains(from), "{from} in {text}");
            let error = serde_json::from_str::<Record>(&text.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains(fault), "{error}");
        }
        for (from, to) in [
            (r#""411111******1111""#, "4111111111111111"),
            (r#""amount":1250"#, r#""amount":"4111111111111111""#),
            (r#""rrn":null"#, r#""rrn":4111111111111111"#),
            (r#""state":"reversal-due""#, r#""state":"4111111111111111""#),
            (r#""tries":0"#, r#""tries":4111111111111111"#),
            (r#""version":1"#, r#""version":1,"4111111111111111":1"#),
        ] {
            assert!(text.contains(from), "{from} in {text}");
            let error = serde_json::from_str::<Record>(&text.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.starts_with("not the stored form at line 1 column ") && !error.contains("4111"), "{error}");
        }
        #[cfg(feature = "toml")]
        for (text, fault) in [
            ("version = 2\nbatch = \"000001\"\n", "record of version 2 is newer than version 1"),
            ("version = 1\nbatch = \"000001\"\ntransactions = []\n", "missing field `stan`"),
            ("version = 1\n\"record of version 4111111111111111 \" = 1\n", "not the stored form"),
        ] {
            let error = toml::from_str::<Record>(text).unwrap_err().message().to_owned();
            assert_eq!(error, fault);
        }
        let doubled = text.replace(r#""transactions":["#, r#""transactions":[]"#);
        assert!(serde_json::from_str::<Record>(&doubled).is_err());
        let (head, transaction) = text.split_once('[').unwrap();
        let transaction = transaction.strip_suffix("]}").unwrap();
        let twice = format!("{head}[{transaction},{transaction}]}}");
        let error = serde_json::from_str::<Record>(&twice).unwrap_err().to_string();
        assert!(error.contains("a transaction is of another batch or terminal, or a number is there twice"), "{error}");
    }
}
