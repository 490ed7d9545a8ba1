//! Whatever a field holds: what a type accepts of it, is written back as it was.

use isomsg::element::emv::{AmountAuthorised, CryptogramInformation, CvmResults, TerminalCapabilities, Tsi, Tvr};
use isomsg::element::*;
use isomsg::error::EncodeErrorKind;
use isomsg::spec::Class;
use isomsg::value::{FromValue, Input, Value};
use isomsg::{Message, MessageBuf};

/// Every field is read as every type.
pub fn come_back(message: &Message<'_>) {
    let mut owned = message.to_owned();
    for field in message.fields() {
        let (number, value) = (field.number(), field.value());
        let mut copy = Copy { owned: &mut owned, number, value };
        copy.of::<Pan<'_>>();
        copy.of::<ProcessingCode>();
        copy.of::<AmountText>();
        copy.of::<TransmissionTime>();
        copy.of::<Stan>();
        copy.of::<LocalTime>();
        copy.of::<YearDateTime>();
        copy.of::<CenturyDateTime>();
        copy.of::<LocalDate>();
        copy.of::<YearDate>();
        copy.of::<CenturyDate>();
        copy.of::<Expiry>();
        copy.of::<PosEntryMode>();
        copy.of::<PosDataCode>();
        copy.of::<PosDataSets>();
        copy.of::<Track1<'_>>();
        copy.of::<Track2<'_>>();
        copy.of::<Track3<'_>>();
        copy.of::<Rrn>();
        copy.of::<ResponseCode>();
        copy.of::<ActionCode>();
        copy.of::<Currency>();
        copy.of::<PinBlock>();
        copy.of::<AdditionalAmounts<'_>>();
        copy.of::<OriginalDataElements>();
        copy.of::<OriginalDataElements1993>();
        copy.of::<OriginalDataElements2003>();
        copy.of::<ReplacementAmounts>();
        copy.of::<AmountAuthorised>();
        copy.of::<CvmResults>();
        copy.of::<Tsi>();
        copy.of::<Tvr>();
        copy.of::<CryptogramInformation>();
        copy.of::<TerminalCapabilities>();
        copy.of::<AcceptorId<'_>>();
        copy.of::<InstitutionId<'_>>();
        copy.of::<TerminalId<'_>>();
        copy.of::<ApprovalCode>();
        if value.class() == Class::Xn {
            copy.of::<SignedAmount>();
        }
        parts_are_there(value);
    }
    if message.deviations().next().is_none() {
        assert_eq!(owned.as_bytes(), message.as_bytes());
    }
}

/// A field of a message that is written once more.
struct Copy<'a, 'm> {
    owned: &'m mut MessageBuf,
    number: u16,
    value: Value<'a>,
}

impl<'a> Copy<'a, '_> {
    fn of<T: FromValue<'a> + std::fmt::Debug>(&mut self)
    where
        for<'v> &'v T: Into<Input<'v>>,
    {
        let Ok(element) = self.value.parse::<T>() else { return };
        match self.owned.set(self.number, &element) {
            Ok(()) => {
                let written = self.owned.field(self.number).expect("it has just been set");
                assert_eq!(written.value(), self.value, "{element:?} in field {}", self.number);
            }
            Err(error) => assert_eq!(error.kind(), EncodeErrorKind::Derived, "{element:?}: {error}"),
        }
    }
}

/// What is asked of a type does not fail, and masks hold.
fn parts_are_there(value: Value<'_>) {
    if let Ok(track) = value.parse::<Track2<'_>>() {
        assert_eq!((track.to_string(), format!("{track:?}")), ("********".into(), "Track2(********)".into()));
        let (pan, rest) = (track.pan(), track.discretionary());
        assert!(pan.len() >= 1 && pan.len() + 1 + rest.len() <= value.len().max(pan.len() + 1));
        let _ = (track.expiry(), track.service_code());
    }
    if let Ok(track) = value.parse::<Track1<'_>>() {
        let _ = (track.pan(), track.name(), track.expiry(), track.service_code(), track.discretionary());
    }
    if let Ok(amounts) = value.parse::<AdditionalAmounts<'_>>() {
        assert!([20, 21].contains(&(value.len() / amounts.iter().count())));
    }
    if let Ok(pan) = value.parse::<Pan<'_>>() {
        let shown = pan.to_string().bytes().filter(u8::is_ascii_digit).count();
        assert_eq!(shown, if value.len() < 13 { 0 } else { 10 });
    }
}
