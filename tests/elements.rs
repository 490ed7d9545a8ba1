//! The types of `element`: what is accepted comes back as it was, in every form on the wire; what is not legal is
//! refused; years are the nearest.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop")]

use isomsg::element::emv::{
    AmountAuthorised, Cryptogram, CryptogramInformation, CvmOutcome, CvmResults, TerminalCapabilities, Tsi, Tvr,
};
use isomsg::element::*;
use isomsg::spec::{self, MessageSpec};
use isomsg::value::NotThat;
use isomsg::{Message, MessageBuf, Mti};
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::test_runner::{Config, TestRunner};
use std::cell::Cell;

const OF_1987: &[&MessageSpec] = &[
    &spec::ISO1987_ASCII,
    &spec::ISO1987_ASCII_HEX,
    &spec::ISO1987_BCD,
    &spec::ISO1987_BCD_RIGHT,
    &spec::ISO1987_EBCDIC,
    &spec::UNIONPAY_POS,
    &spec::CUPS,
];
/// Not UnionPay's, which leave some fields out and others of another class.
const PLAIN_1987: &[&MessageSpec] = OF_1987.split_at(5).0;
const OF_1993: &[&MessageSpec] =
    &[&spec::ISO1993_ASCII, &spec::ISO1993_ASCII_HEX, &spec::ISO1993_BCD, &spec::ISO1993_EBCDIC];
const OF_2003: &[&MessageSpec] = &[&spec::ISO2003_ASCII, &spec::ISO2003_BCD];
const VISA: &[&MessageSpec] = &[&spec::VISA_BASE1_LIKE];

fn message(spec: &'static MessageSpec) -> MessageBuf {
    MessageBuf::new(spec, Mti::new(0x0200).unwrap())
}

/// A text is given as a text and as the type; both are the same bytes, which are read as the same type. A text that is
/// none of the type is none on the wire either. Of the texts made up, enough must be some.
macro_rules! come_back {
    ($($test:ident: $text:literal in $specs:ident $number:literal as $type:ty, $make:expr;)+) => {
        $(#[test]
        fn $test() {
            let accepted = Cell::new(0);
            let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
            let outcome = runner.run(&$text, |text| {
                for &spec in $specs {
                    let mut as_text = message(spec);
                    if as_text.set($number, text.as_str()).is_err() {
                        let element = ($make)(text.as_str());
                        prop_assert!(element.is_err() || message(spec).set($number, &element.unwrap()).is_err());
                        continue;
                    }
                    let bytes = as_text.encode();
                    let received = Message::parse(&bytes, spec).unwrap();
                    let read: Result<$type, NotThat> = received.require($number).unwrap().value().parse();
                    let element = match ($make)(text.as_str()) {
                        Ok(element) => element,
                        Err(error) => {
                            prop_assert_eq!(read, Err(error));
                            continue;
                        }
                    };
                    accepted.set(accepted.get() + 1);
                    let read = read.unwrap();
                    // The separator of a track in BCD is always the same nibble.
                    prop_assert!(text.contains('D') || read == element, "{text} in {}", spec.name());
                    for written in [&element, &read] {
                        let mut owned = message(spec);
                        owned.set($number, written).unwrap();
                        prop_assert_eq!(owned.as_bytes(), bytes.as_slice());
                    }
                }
                Ok(())
            });
            outcome.unwrap();
            println!("{}: {} of 300 texts accepted", stringify!($test), accepted.get() / $specs.len());
            assert!(accepted.get() >= 10 * $specs.len());
        })+
    };
}

come_back! {
    pans: "[0-9]{1,19}" in OF_1987 2 as Pan<'_>, Pan::new;
    pans_of_2003: "[0-9]{1,19}" in OF_2003 2 as Pan<'_>, Pan::new;
    processing_codes: "[0-9]{6}" in OF_1987 3 as ProcessingCode, str::parse::<ProcessingCode>;
    processing_codes_of_2003: "[0-9A-Za-z ]{6}" in OF_2003 3 as ProcessingCode, str::parse::<ProcessingCode>;
    amounts_of_2003: "(978|392|048|001)[0-9][0-9]{12}" in OF_2003 4 as AmountText, str::parse::<AmountText>;
    transmission_times: "[01][0-9][0-3][0-9][0-2][0-9][0-6][0-9][0-6][0-9]" in PLAIN_1987 7
        as TransmissionTime, str::parse::<TransmissionTime>;
    stans: "[0-9]{6}" in OF_1987 11 as Stan, str::parse::<Stan>;
    stans_of_2003: "[0-9]{12}" in OF_2003 11 as Stan, str::parse::<Stan>;
    local_times: "[0-2][0-9][0-6][0-9][0-6][0-9]" in OF_1987 12 as LocalTime, str::parse::<LocalTime>;
    local_times_of_1993: "[0-9]{2}[01][0-9][0-3][0-9][0-2][0-9][0-6][0-9][0-6][0-9]" in OF_1993 12
        as YearDateTime, str::parse::<YearDateTime>;
    local_times_of_2003: "[0-9]{4}[01][0-9][0-3][0-9][0-2][0-9][0-6][0-9][0-6][0-9]" in OF_2003 12
        as CenturyDateTime, str::parse::<CenturyDateTime>;
    local_dates: "[01][0-9][0-3][0-9]" in OF_1987 13 as LocalDate, str::parse::<LocalDate>;
    expiries: "[0-9]{2}[01][0-9]|0000" in OF_1987 14 as Expiry, str::parse::<Expiry>;
    settlement_dates_of_1993: "[0-9]{2}[01][0-9][0-3][0-9]" in OF_1993 15 as YearDate, str::parse::<YearDate>;
    settlement_dates_of_2003: "[0-9]{4}[01][0-9][0-3][0-9]" in OF_2003 15 as CenturyDate, str::parse::<CenturyDate>;
    entry_modes: "[0-9]{3}" in OF_1987 22 as PosEntryMode, str::parse::<PosEntryMode>;
    entry_modes_of_four_digits: "[0-9]{4}" in VISA 22 as PosEntryMode, str::parse::<PosEntryMode>;
    data_codes_of_1993: "[0-9A-Z]{12}|[0-9 ]{12}" in OF_1993 22 as PosDataCode, str::parse::<PosDataCode>;
    fees: "[CDX][0-9]{8}" in PLAIN_1987 28 as SignedAmount, str::parse::<SignedAmount>;
    net_amounts: "[CD][0-9]{16}" in PLAIN_1987 97 as SignedAmount, str::parse::<SignedAmount>;
    tracks_2: "[0-9]{1,20}[=D][0-9]{0,4}[=0-9]{0,20}[:-?]?" in OF_1987 35 as Track2<'_>, Track2::new;
    tracks_3: "[0-9]{2}[0-9]{1,20}[=D][0-9=]{0,90}" in OF_1987 36 as Track3<'_>, Track3::new;
    tracks_1: "B[0-9]{12,19}\\^[A-Z/ ]{2,20}\\^[0-9^]{0,30}|[ -~]{1,76}" in PLAIN_1987 45 as Track1<'_>, Track1::new;
    reference_numbers: "[0-9A-Za-z ]{12}" in OF_1987 37 as Rrn, str::parse::<Rrn>;
    reference_numbers_of_2003: "[0-9A-Za-z ]{12}" in OF_2003 37 as Rrn, str::parse::<Rrn>;
    response_codes: "[0-9A-Z]{2}|[0-9 ]{2}" in OF_1987 39 as ResponseCode, str::parse::<ResponseCode>;
    action_codes: "[0-9]{3}" in OF_1993 39 as ActionCode, str::parse::<ActionCode>;
    action_codes_of_2003: "[0-9]{4}" in OF_2003 39 as ActionCode, str::parse::<ActionCode>;
    currencies: "[0-9]{3}|[A-Z]{3}" in OF_1987 49 as Currency, str::parse::<Currency>;
    countries: "[0-9]{3}" in PLAIN_1987 19 as Country, str::parse::<Country>;
    additional_amounts: "([0-9]{7}[CD][0-9]{12}){1,6}|[0-9]{7}X[0-9]{12}" in PLAIN_1987 54
        as AdditionalAmounts<'_>, AdditionalAmounts::new;
    additional_amounts_of_2003: "(1002(C0012|0012D)[0-9]{12}){1,6}" in OF_2003 54
        as AdditionalAmounts<'_>, AdditionalAmounts::new;
    originals: "[0-9]{10}([01][0-9][0-3][0-9][0-2][0-9][0-5][0-9][0-5][0-9]|0{10})[0-9]{22}" in PLAIN_1987 90
        as OriginalDataElements, str::parse::<OriginalDataElements>;
    originals_of_1993: "[0-9]{10}(26112[0-9]134500|0{12})(0512345|0[0-9][0-9]{0,9}|00)" in OF_1993 56
        as OriginalDataElements1993, str::parse::<OriginalDataElements1993>;
    originals_of_2003: "[0-9]{16}(2026112[0-9]134500|0{14})[0-9]{0,11}" in OF_2003 56
        as OriginalDataElements2003, str::parse::<OriginalDataElements2003>;
    replacements: "[0-9]{24}[CDX][0-9]{8}[CDX][0-9]{8}" in PLAIN_1987 95
        as ReplacementAmounts, str::parse::<ReplacementAmounts>;
    pin_blocks: "[0-9A-F]{16}" in OF_1987 52 as PinBlock, |text: &str| PinBlock::new(&bytes(text));
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn point_of_service_sets_come_back() {
    for spec in OF_2003 {
        let sets = PosDataSets::new(*b"\x20\0\0\0\x08\0\0\0\x02\0\0\0\x02\0\0\x80");
        let mut owned = message(spec);
        owned.set(22, &sets).unwrap();
        assert_eq!(owned.require(22).unwrap().value().parse(), Ok(sets));
    }
}

#[test]
fn chip_data_come_back() {
    let mut owned = message(&spec::ISO1987_BCD);
    let amount = AmountAuthorised::new(1250).unwrap();
    owned.set("55.9F02", &amount).unwrap();
    owned.set("55.95", &Tvr::new([0, 0x40, 0, 0, 0])).unwrap();
    owned.set("55.9B", &Tsi::new([0xE8, 0])).unwrap();
    owned.set("55.9F34", &CvmResults::new([0x02, 0, 0])).unwrap();
    owned.set("55.9F27", &CryptogramInformation::new([0x80])).unwrap();
    owned.set("55.9F33", &TerminalCapabilities::new([0xE0, 0xF8, 0xC8])).unwrap();
    let bytes = owned.encode();
    let received = Message::parse(&bytes, &spec::ISO1987_BCD).unwrap();
    assert_eq!(received.require("55.9F02").unwrap().value().parse(), Ok(amount));
    assert!(received.require("55.95").unwrap().value().parse::<Tvr>().unwrap().expired_application());
    assert!(received.require("55.9B").unwrap().value().parse::<Tsi>().unwrap().data_authentication_performed());
    let results: CvmResults = received.require("55.9F34").unwrap().value().parse().unwrap();
    assert_eq!((results.method(), results.outcome()), (2, CvmOutcome::Unknown));
    let information: CryptogramInformation = received.require("55.9F27").unwrap().value().parse().unwrap();
    assert_eq!(information.cryptogram(), Cryptogram::Arqc);
    assert!(received.require("55.9F33").unwrap().value().parse::<TerminalCapabilities>().unwrap().online_pin());
    assert!(received.require("55.9F33").unwrap().value().parse::<Tvr>().is_err());
}

#[test]
fn parts_are_read_in_every_form() {
    for spec in OF_1987 {
        let mut owned = message(spec);
        owned.set(35, "6212345678901232=30112200000012300000").unwrap();
        let track: Track2<'_> = owned.require(35).unwrap().value().parse().unwrap();
        assert_eq!(track.pan(), Pan::new("6212345678901232").unwrap(), "{}", spec.name());
        assert!(track.pan().luhn_is_valid());
        assert_eq!(track.pan().iin8().unwrap().number(), 62_123_456);
        assert_eq!(track.pan().last4().unwrap().as_str(), "1232");
        assert_eq!(track.expiry(), Some("3011".parse().unwrap()));
        assert_eq!(track.service_code().unwrap().as_str(), "220");
        assert_eq!(track.discretionary(), "0000012300000");
        // Its number is a number for field 2.
        let mut copy = message(&spec::ISO1987_ASCII);
        copy.set(2, &track.pan()).unwrap();
        assert_eq!(copy.require(2).unwrap().value(), "6212345678901232");
    }
}

#[test]
fn a_track_of_38_is_refused_on_the_wire() {
    let text = "4111111111111111=261120112345678901234";
    assert_eq!(text.len(), 38);
    assert!(Track2::new(text).is_err());
    static WIDE: MessageSpec = MessageSpec::new(
        "wide",
        spec::Wire::BCD,
        &[spec::FieldSpec::new(2, "n..30"), spec::FieldSpec::new(35, "z..40")],
    );
    let mut owned = message(&WIDE);
    owned.set(35, text).unwrap();
    owned.set(2, "12345678901234567890").unwrap();
    assert!(owned.require(35).unwrap().value().parse::<Track2<'_>>().is_err());
    assert!(owned.require(2).unwrap().value().parse::<Pan<'_>>().is_err());
}

/// A caller's text is filled up as a text is, what was read from another field is not.
#[test]
fn only_what_a_caller_gives_is_filled_up() {
    static FIXED: MessageSpec = MessageSpec::new("fixed", spec::Wire::ASCII, &[spec::FieldSpec::new(2, "n 19")]);
    let pan = Pan::new("4111111111111111").unwrap();
    let mut owned = message(&FIXED);
    owned.set(2, &pan).unwrap();
    assert_eq!(owned.require(2).unwrap().value(), "0004111111111111111");
    let mut other = message(&spec::ISO1987_BCD);
    other.set(2, &pan).unwrap();
    let read: Pan<'_> = other.require(2).unwrap().value().parse().unwrap();
    assert!(message(&FIXED).set(2, &read).is_err());
    // A reader that drops the sign, or the letter of one, gets nothing instead.
    assert!(message(&spec::ISO1987_ASCII).set(4, &SignedAmount::new(Sign::Credit, 1)).is_err());
    let mut text = message(&spec::ISO1987_ASCII);
    text.set(44, &SignedAmount::new(Sign::Debit, 1)).unwrap();
    assert_eq!(text.require(44).unwrap().value(), "D1");
}

#[test]
fn digits_of_a_tag_are_read_whatever_its_row_says() {
    const ROWS: &[spec::FieldSpec] = &[spec::FieldSpec::tagged("9F02", "n 12")];
    static TYPED: MessageSpec = MessageSpec::new(
        "typed",
        spec::Wire::BCD,
        &[spec::FieldSpec::new(55, "b...255").with_tlv(spec::TlvForm::BER, ROWS)],
    );
    let amount = AmountAuthorised::new(1250).unwrap();
    let mut owned = message(&TYPED);
    owned.set("55.9F02", &amount).unwrap();
    assert_eq!(owned.require(55).unwrap().value(), "9F0206000000001250");
    assert_eq!(owned.require("55.9F02").unwrap().value().parse(), Ok(amount));
}

#[test]
fn chip_data_become_fields() {
    let packed = bytes("4111111111111111D26112011234567890");
    let (track, pan) = (Track2::from_packed(&packed).unwrap(), bytes("4111111111111111"));
    let pan = Pan::from_packed(&pan).unwrap();
    for spec in OF_1987 {
        let mut owned = message(spec);
        owned.set(2, &pan).unwrap();
        owned.set(35, &track).unwrap();
        assert_eq!(owned.require(2).unwrap().value(), "4111111111111111", "{}", spec.name());
        assert_eq!(owned.require(35).unwrap().value(), "4111111111111111=26112011234567890", "{}", spec.name());
    }
}

#[test]
fn wrong_values_are_refused_with_what_was_expected() {
    let mut owned = message(&spec::ISO1987_ASCII);
    owned.set(7, "1301000000").unwrap();
    let error = owned.require(7).unwrap().value().parse::<TransmissionTime>().unwrap_err();
    assert_eq!(error.to_string(), "value is not a date and time of month, day, hour, minute and second");
    owned.set(14, "2613").unwrap();
    assert!(owned.require(14).unwrap().value().parse::<Expiry>().is_err());
    // A number of twelve digits says no currency.
    owned.set(4, 1250u64).unwrap();
    assert!(owned.require(4).unwrap().value().parse::<Amount>().is_err());
    // A PIN block is no text, and bytes are no card number.
    owned.set(52, &[0x12; 8]).unwrap();
    assert!(owned.require(52).unwrap().value().parse::<Pan<'_>>().is_err());
    assert!(owned.require(2).is_err());
}

#[test]
fn amounts_of_1987_are_put_together_and_taken_apart() {
    let mut owned = message(&spec::ISO1987_BCD);
    let amount = Amount::new(1250, Currency::EUR);
    owned.set(4, amount.minor()).unwrap();
    owned.set(49, &amount.currency()).unwrap();
    let (minor, currency) = (owned.require(4).unwrap().value().parse().unwrap(), owned.require(49).unwrap());
    assert_eq!(Amount::new(minor, currency.value().parse().unwrap()), amount);
}

#[test]
fn codes_are_two_bytes_in_chip_data() {
    let mut sale = message(&spec::ISO1987_BCD);
    let china = Country::new(156).unwrap();
    sale.set("55.5F2A", &Currency::USD.chip_bytes()).unwrap();
    sale.set("55.9F1A", &china.chip_bytes()).unwrap();
    assert!(sale.require(55).unwrap().value() == "5F2A0208409F1A020156");
    assert_eq!(sale.require("55.5F2A").unwrap().parse(), Ok(Currency::USD));
    assert_eq!(sale.require("55.9F1A").unwrap().parse(), Ok(china));
    for wrong in [&[0x18, 0x40][..], &[0x08, 0x4A], &[0x0A, 0x40], &[0x08, 0xF0], &[0x08], &[0, 0x08, 0x40], &[]] {
        sale.set("55.5F2A", wrong).unwrap();
        assert!(sale.require("55.5F2A").unwrap().parse::<Currency>().is_err(), "{wrong:?}");
    }
}

#[test]
fn currencies_do_not_mix_and_exponents_do_not_differ() {
    let (euro, yen) = (Amount::new(1, Currency::EUR), Amount::new(1, Currency::JPY));
    assert_eq!(euro.checked_add(&yen), Err(AmountError::OtherCurrency));
    assert_eq!(euro.checked_sub(&yen), Err(AmountError::OtherCurrency));
    let two = "0012000000000001".parse::<Amount>().unwrap();
    let three = "0013000000000001".parse::<Amount>().unwrap();
    assert_eq!(two.checked_add(&three), Err(AmountError::OtherExponent));
    assert_eq!(two.to_string(), "0.01 001");
    if cfg!(feature = "currency") {
        assert!("9783000000001250".parse::<Amount>().is_err());
        assert_eq!("9782000000001250".parse::<Amount>().unwrap().to_string(), "12.50 EUR");
        assert_eq!("3920000000000500".parse::<Amount>().unwrap().to_string(), "500 JPY");
    }
}

#[test]
fn a_debit_of_nothing_is_written_as_one() {
    for spec in PLAIN_1987 {
        let mut owned = message(spec);
        owned.set(28, &SignedAmount::new(Sign::Debit, 0)).unwrap();
        assert_eq!(owned.require(28).unwrap().value(), "D00000000", "{}", spec.name());
        assert!(owned.set(28, &SignedAmount::new(Sign::Debit, 100_000_000)).is_err());
    }
}

/// Every day of some years, two of them without a leap year between others.
fn days(years: std::ops::RangeInclusive<u16>) -> Vec<Date> {
    let all = years.flat_map(|year| (1..=12).flat_map(move |month| (1..=31).map(move |day| (year, month, day))));
    all.filter_map(|(year, month, day)| Date::new(year, month, day)).collect()
}

#[test]
fn the_year_of_a_day_is_the_nearest() {
    let days = days(2095..=2105);
    for (at, &reference) in days.iter().enumerate().skip(365).take(9 * 365) {
        for &day in &days[at - 182..=at + 182] {
            assert_eq!(LocalDate::from(day).resolve(reference), Some(day), "{day} seen on {reference}");
        }
    }
}

#[test]
fn the_century_of_a_day_is_the_nearest() {
    let days = days(1900..=2150);
    for reference in [Date::new(1999, 12, 31), Date::new(2000, 1, 1), Date::new(2026, 11, 27), Date::new(2050, 2, 28)] {
        let reference = reference.unwrap();
        for day in days.iter().filter(|day| day.year().abs_diff(reference.year()) < 50) {
            assert_eq!(YearDate::from(*day).resolve(reference), Some(*day), "{day} seen on {reference}");
        }
    }
}

#[test]
fn new_year_is_crossed_both_ways() {
    let sent: TransmissionTime = "1231235959".parse().unwrap();
    let time = sent.resolve(Date::new(2027, 1, 1).unwrap()).unwrap();
    assert_eq!(time.to_string(), "2026-12-31T23:59:59");
    let sent: TransmissionTime = "0101000000".parse().unwrap();
    let time = sent.resolve(Date::new(2026, 12, 31).unwrap()).unwrap();
    assert_eq!(time.to_string(), "2027-01-01T00:00:00");
}

#[test]
fn the_29th_of_february_is_not_invented() {
    let sent: TransmissionTime = "0229120000".parse().unwrap();
    let seen = |year, month, day| sent.resolve(Date::new(year, month, day).unwrap()).map(|time| time.date().year());
    assert_eq!(seen(2024, 2, 29), Some(2024));
    assert_eq!(seen(2025, 3, 1), Some(2024));
    assert_eq!(seen(2027, 12, 31), Some(2028));
    assert_eq!(seen(2026, 2, 28), None);
    assert_eq!(seen(2100, 3, 1), None);
    assert_eq!(seen(2000, 3, 1), Some(2000));
}

#[test]
fn nothing_secret_is_printed() {
    let texts = ["4111111111111111=26112011234567890", "014111111111111111=26112011234567890"];
    let track1 = Track1::new("B4111111111111111^DOE/JOHN^2611201").unwrap();
    let (track2, track3) = (Track2::new(texts[0]).unwrap(), Track3::new(texts[1]).unwrap());
    let (pan, block) = (track2.pan(), PinBlock::new(&[0x41; 8]).unwrap());
    let printed =
        format!("{track1} {track1:?} {track2} {track2:?} {track3} {track3:?} {pan} {pan:?} {block} {block:?}");
    for secret in ["4111111111111111", "11111111", "2611201", "DOE", "4141", "65", "1234567890"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}
