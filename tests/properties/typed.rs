//! What a struct of a message, or a type of an element, accepts is written back as it was.

use super::{by_a_shipped_spec, elements};
use isomsg::spec::Third;
use isomsg::typed::{TypedMessage, iso1987, iso1993, iso2003};
use isomsg::{DeviationKind, Message, MessageBuf, Mti};

/// The first byte picks one of the shipped specs, the rest is the message.
pub fn check(data: &[u8]) {
    let Some((spec, bytes)) = by_a_shipped_spec(data) else { return };
    if let Ok(message) = Message::parse(bytes, spec) {
        elements::come_back(&message);
        for_each_struct(&message.to_owned(), &mut Writes);
    }
}

/// What is done with each struct that accepts a message.
pub trait Visit {
    /// One struct, and the message that it was read from.
    fn visit<'a, M: TypedMessage<'a> + std::fmt::Debug>(&mut self, typed: &M, message: &'a Message<'a>);
}

struct Writes;

impl Visit for Writes {
    fn visit<'a, M: TypedMessage<'a> + std::fmt::Debug>(&mut self, typed: &M, message: &'a Message<'a>) {
        assert_eq!(typed.present(), message.bitmap());
        let again = typed.to_message(message.spec()).unwrap_or_else(|error| panic!("{error} of {typed:?}"));
        has_the_same_values(message, &again);
        let is_canonical = message.deviations().all(|deviation| deviation.is_inside());
        assert!(!is_canonical || again.as_bytes() == message.as_bytes(), "{typed:?}");
        let mut buffer = vec![0; again.encoded_len()];
        assert_eq!(typed.encode_into(&message.spec(), &mut buffer), Ok(again.encoded_len()));
        assert!(again.as_bytes() == buffer, "{typed:?}");
        let short = buffer.len() - 1;
        assert!(typed.encode_into(&message.spec(), &mut buffer[..short]).is_err());
    }
}

/// A carrier of a bitmap that announces nothing is not written anew.
fn has_the_same_values(message: &Message<'_>, again: &MessageBuf) {
    let carrier = message.spec().wire().third();
    for field in message.fields().filter(|field| carrier != Third::Field(field.number())) {
        let written = again.field(field.number()).map(|field| field.value());
        assert!(written == Some(field.value()), "field {} has another value", field.number());
    }
    let is_empty = |kind| matches!(kind, DeviationKind::EmptyBitmap);
    let may_differ = message.deviations().any(|deviation| is_empty(deviation.kind()));
    assert!(may_differ || again.bitmap() == message.bitmap());
}

/// Reads a message as every struct, under a message type that it stands for.
pub fn for_each_struct(message: &MessageBuf, visit: &mut impl Visit) {
    macro_rules! each {
        ($($edition:ident)+) => {
            $(each!(
                $edition: Authorization AuthorizationResponse Financial FinancialResponse FileAction FileActionResponse
                Reversal ReversalResponse Chargeback ChargebackResponse Reconciliation ReconciliationResponse
                Administrative AdministrativeResponse FeeCollection FeeCollectionResponse
                NetworkManagement NetworkManagementResponse
            );)+
        };
        ($edition:ident: $($name:ident)+) => {
            $({
                let mut message = message.clone();
                message.set_mti(some_type(&<$edition::$name<'_> as TypedMessage<'_>>::TYPES.to_string()));
                let message = message.as_message();
                if let Ok(typed) = $edition::$name::from_message(&message) {
                    visit.visit(&typed, &message);
                }
            })+
        };
    }
    each!(iso1987 iso1993 iso2003);
}

/// The first type of patterns such as `010x 012x`.
fn some_type(patterns: &str) -> Mti {
    let first = patterns.split(' ').next().expect("a pattern");
    first.replace('x', "0").parse().expect("four digits")
}
