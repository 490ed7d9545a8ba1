//! What no row says is masked by the number of the field, and a row that replaces another does not lose its masking.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use isomsg::spec::{self, DataForm, FieldSpec, MessageSpec, Sensitivity, SpecField, SpecRef, Wire};
use isomsg::{MessageBuf, Mti};

/// Fields that hold card data, of which the rows say no more than the format.
static PLAIN: MessageSpec = MessageSpec::new(
    "plain",
    WIRE,
    &[
        FieldSpec::new(2, "n..19"),
        FieldSpec::new(3, "n 6"),
        FieldSpec::new(34, "ns..28"),
        FieldSpec::new(35, "z..37"),
        FieldSpec::new(36, "z...104"),
        FieldSpec::new(45, "ans..76"),
        FieldSpec::new(48, "ans...999"),
        FieldSpec::new(52, "b 8"),
        FieldSpec::new(53, "n 16"),
        FieldSpec::new(55, "b...255"),
        FieldSpec::new(60, "ans...999"),
        FieldSpec::new(96, "b 8"),
        FieldSpec::new(102, "ans..28"),
        FieldSpec::new(127, "ans...999"),
        FieldSpec::new(130, "ans...999"),
    ],
);

const WIRE: Wire = Wire::ASCII.with_third(spec::Third::Chain);

const SECRETS: [(u16, &str); 10] = [
    (34, "4111111111111111"),
    (35, "4111111111111111=2912"),
    (36, "014111111111111111="),
    (45, "B4111111111111111^DOE/J"),
    (48, "PAN 4111111111111111"),
    (53, "9001010001000000"),
    (60, "CVV 123"),
    (102, "4111111111111111"),
    (127, "4111111111111111"),
    (130, "4111111111111111"),
];

const SECRET_BYTES: [(u16, [u8; 8]); 3] = [
    (52, *b"\x12\x34\x56\x78\x9A\xBC\xDE\xF0"),
    (55, *b"\x5A\x06\x41\x11\x11\x11\x11\x11"),
    (96, *b"\x01\x23\x45\x67\x89\xAB\xCD\xEF"),
];

fn secret_numbers() -> impl Iterator<Item = u16> {
    SECRETS.into_iter().map(|(number, _)| number).chain(SECRET_BYTES.into_iter().map(|(number, _)| number))
}

const STARS: &str = "********";

fn message<'s>(spec: impl Into<SpecRef<'s>>) -> MessageBuf {
    let mut message = MessageBuf::new(spec, Mti::new(0x0200).unwrap());
    message.set(2, "4111111111111111").unwrap();
    message.set(3, "301000").unwrap();
    SECRETS.iter().for_each(|(number, value)| message.set(*number, *value).unwrap());
    SECRET_BYTES.iter().for_each(|(number, value)| message.set(*number, value).unwrap());
    message
}

fn sensitivity(spec: &MessageSpec, number: u16) -> Sensitivity {
    spec.field(number).unwrap().sensitivity()
}

fn facts<'s>(field: &SpecField<'s>) -> (&'s str, Sensitivity, bool) {
    (field.name(), field.sensitivity(), field.is_echoed())
}

#[test]
fn what_no_row_says_goes_by_the_number() {
    let numbers = |sensitivity| (0..=300).filter(move |number| Sensitivity::of_field(*number) == sensitivity);
    assert!(numbers(Sensitivity::Pan).eq([2]));
    assert!(numbers(Sensitivity::Track).eq([35, 36, 45]));
    assert!(numbers(Sensitivity::Pin).eq([52]));
    let secret = [14, 34, 46, 47, 48, 53].into_iter().chain(55..=63).chain([96]).chain(102..=127).chain(129..=300);
    assert!(numbers(Sensitivity::Secret).eq(secret));
    assert_eq!(numbers(Sensitivity::Cvv).count() + numbers(Sensitivity::Key).count(), 0);
    assert_eq!(Sensitivity::of_field(u16::MAX), Sensitivity::Secret);
}

#[test]
fn a_table_of_formats_prints_masked() {
    let message = message(&PLAIN);
    let shown = |number| message.require(number).unwrap();
    assert_eq!((shown(2).to_string(), shown(3).to_string()), ("411111******1111".to_owned(), "301000".to_owned()));
    for number in secret_numbers() {
        assert_eq!(shown(number).to_string(), STARS, "field {number}");
        assert_eq!(format!("{:?}", shown(number)), format!("Field({number}: {STARS})"));
    }
    let outputs =
        [format!("{message}"), format!("{message:?}"), format!("{message:#?}"), format!("{:?}", message.as_message())];
    outputs.iter().for_each(|output| assert_hidden(output));
}

/// None of the values is in the text, neither as it is nor in hex.
fn assert_hidden(text: &str) {
    let text = text.to_uppercase();
    assert!(!text.contains("4111111111111111"), "{text}");
    for (number, value) in SECRETS {
        let hex: String = value.bytes().map(|byte| format!("{byte:02X}")).collect();
        assert!(!text.contains(value) && !text.contains(&hex), "field {number}: {text}");
    }
    for (number, value) in SECRET_BYTES {
        let hex: String = value.iter().map(|byte| format!("{byte:02X}")).collect();
        assert!(!text.contains(&hex), "field {number}: {text}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_table_of_formats_is_masked_in_json() {
    let message = message(&PLAIN);
    let json: serde_json::Value = serde_json::from_str(&serde_json::to_string(&message.json()).unwrap()).unwrap();
    assert_hidden(&json.to_string());
    assert_eq!(json["fields"]["2"], "411111******1111");
    assert_eq!(json["fields"]["3"], "301000");
    for number in secret_numbers() {
        assert_eq!(json["fields"][number.to_string()], STARS);
    }
}

#[test]
fn none_shows_when_it_is_said() {
    static SHOWN: MessageSpec = MessageSpec::extending(
        &PLAIN,
        "shown",
        WIRE,
        &[
            FieldSpec::new(2, "n..19").with_sensitivity(Sensitivity::None),
            FieldSpec::new(60, "ans...999").with_sensitivity(Sensitivity::None),
        ],
    );
    let message = message(&SHOWN);
    assert_eq!(message.require(2).unwrap().to_string(), "4111111111111111");
    assert_eq!(message.require(60).unwrap().to_string(), "CVV 123");
    assert_eq!(message.require(48).unwrap().to_string(), STARS);
}

static BASE: MessageSpec = MessageSpec::new(
    "base",
    Wire::BCD,
    &[
        FieldSpec::new(2, "n..19").with_name("Card").with_sensitivity(Sensitivity::Pan).with_echo(),
        FieldSpec::new(44, "ans..25").with_name("Verification").with_sensitivity(Sensitivity::Cvv),
        FieldSpec::new(48, "ans...999").with_name("Private").with_data(DataForm::Opaque).with_echo(),
        FieldSpec::new(60, "ans...999").with_name("Batch").with_sensitivity(Sensitivity::None),
        FieldSpec::new(61, "ans...999").with_name("Original").with_sensitivity(Sensitivity::None).with_echo(),
        FieldSpec::new(62, "ans...999").with_name("Invoice").with_sensitivity(Sensitivity::None).with_echo(),
    ],
);

static BETWEEN: MessageSpec = MessageSpec::extending(
    &BASE,
    "between",
    Wire::BCD,
    &[
        FieldSpec::new(2, "n..28").with_name("Token"),
        FieldSpec::new(44, "ans..30"),
        FieldSpec::undefined(61),
        FieldSpec::new(62, "ans...20").without_echo(),
    ],
);

static OURS: MessageSpec = MessageSpec::extending(
    &BETWEEN,
    "ours",
    Wire::ASCII,
    &[
        FieldSpec::new(2, "n..30"),
        FieldSpec::new(44, "ans..40"),
        FieldSpec::new(48, "ans..80"),
        FieldSpec::new(60, "n 8").with_name(""),
        FieldSpec::new(61, "n 8"),
        FieldSpec::new(62, "n 6").with_sensitivity(Sensitivity::Secret),
    ],
);

#[test]
fn a_row_that_replaces_another_keeps_what_it_does_not_state() {
    let ours = |number| facts(&OURS.field(number).unwrap());
    assert_eq!(ours(2), ("Token", Sensitivity::Pan, true));
    assert_eq!(ours(44), ("Verification", Sensitivity::Cvv, false), "not what the number would say");
    assert_eq!(ours(48), ("Private", Sensitivity::Secret, true));
    assert_eq!(ours(60), ("", Sensitivity::None, false), "no name is a name");
    assert_eq!(ours(61), ("", Sensitivity::Secret, false), "taken away in between");
    assert_eq!(ours(62), ("Invoice", Sensitivity::Secret, false), "echo switched off in between");
    assert_eq!(facts(&BETWEEN.field(62).unwrap()), ("Invoice", Sensitivity::None, false));
    assert_eq!(facts(&BETWEEN.field(48).unwrap()), ("Private", Sensitivity::Secret, true), "untouched");
    assert_eq!(BETWEEN.field(61), None);
}

#[test]
fn what_concerns_the_wire_is_that_of_the_new_row() {
    static REPLACED: MessageSpec =
        MessageSpec::extending(&BASE, "replaced", Wire::BCD, &[FieldSpec::new(48, "ans...999")]);
    static FRESH: MessageSpec =
        MessageSpec::new("fresh", Wire::BCD, &[FieldSpec::new(48, "ans...999").with_name("Private").with_echo()]);
    assert_eq!(REPLACED.field(48), FRESH.field(48));
    assert_ne!(REPLACED.field(48), BASE.field(48), "text that is not opaque any more");
}

#[test]
fn a_shipped_spec_keeps_its_masking_under_new_formats() {
    static OURS: MessageSpec = MessageSpec::extending(
        &spec::ISO1987_BCD,
        "ours",
        Wire::BCD,
        &[FieldSpec::new(2, "n..28"), FieldSpec::new(48, "ans..80")],
    );
    for number in [2, 48] {
        assert_eq!(facts(&OURS.field(number).unwrap()), facts(&spec::ISO1987_BCD.field(number).unwrap()));
    }
    let mut message = MessageBuf::new(&OURS, Mti::new(0x0200).unwrap());
    message.set(2, "4111111111111111").unwrap();
    message.set(48, "4111111111111111").unwrap();
    assert_eq!(message.require(2).unwrap().to_string(), "411111******1111");
    assert_eq!(message.require(48).unwrap().to_string(), STARS);
    let response = message.response().unwrap();
    assert!(response.field(2).is_some() && response.field(48).is_none());
}

/// A row taken out of a spec brings along what it has from the spec that is extended.
#[test]
fn a_copied_row_keeps_its_masking() {
    let rows: Vec<FieldSpec> = OURS.fields().map(|field| *field).collect();
    let copy = MessageSpec::from_fields("ours", *OURS.wire(), rows).unwrap();
    assert_eq!(*copy, OURS);
}

#[test]
fn what_is_stated_and_what_follows_are_equal() {
    let of = |field: FieldSpec| MessageSpec::from_fields("x", Wire::BCD, vec![field]).unwrap();
    let plain = of(FieldSpec::new(2, "n..19"));
    assert_eq!(plain, of(FieldSpec::new(2, "n..19").with_sensitivity(Sensitivity::Pan).without_echo().with_name("")));
    assert_ne!(plain, of(FieldSpec::new(2, "n..19").with_sensitivity(Sensitivity::None)));
    assert_ne!(plain, of(FieldSpec::new(2, "n..19").with_echo()));
    assert_ne!(plain, of(FieldSpec::new(2, "n..19").with_name("Card")));
}

#[test]
fn rust_source_states_what_is_stated() {
    static PRINTED: MessageSpec = MessageSpec::extending(
        &BASE,
        "printed",
        Wire::BCD,
        &[
            FieldSpec::new(2, "n..28").without_echo(),
            FieldSpec::new(44, "ans..30"),
            FieldSpec::undefined(48),
            FieldSpec::undefined(61),
            FieldSpec::undefined(62),
            FieldSpec::new(63, "ans..99"),
        ],
    );
    let printed = PRINTED.to_rust();
    for row in [
        r#"FieldSpec::new(2, "n..28").with_name("Card").with_sensitivity(Sensitivity::Pan).without_echo(),"#,
        r#"FieldSpec::new(44, "ans..30").with_name("Verification").with_sensitivity(Sensitivity::Cvv),"#,
        r#"FieldSpec::new(60, "ans...999").with_name("Batch").with_sensitivity(Sensitivity::None),"#,
        r#"FieldSpec::new(63, "ans..99"),"#,
    ] {
        assert!(printed.contains(row), "{printed}");
    }
}

/// The shipped specs state what of a masked number is harmless, and leave no other one open.
#[test]
fn shipped_specs_show_of_the_masked_numbers_only_these() {
    for spec in spec::shipped() {
        let shown: &[u16] = match spec.name() {
            name if name.starts_with("iso1993") => &[46, 56, 57, 58, 105, 106, 107, 108, 109, 110],
            name if name.starts_with("iso2003") || name == "jcard-cmf" => &[46, 56, 57, 58, 109, 110],
            "unionpay-pos" => &[53, 60, 61],
            "cups" => &[53, 60],
            "mastercard-like" => &[61, 63],
            "visa-base1-like" => &[60, 130, 131, 132, 133, 136, 137, 138, 139, 144, 145, 146, 147, 148, 149],
            _ => &[],
        };
        let is_shown = |field: &SpecField<'_>| {
            field.sensitivity() == Sensitivity::None && Sensitivity::of_field(field.number()) != Sensitivity::None
        };
        let found: Vec<u16> = spec.fields().filter(is_shown).map(|field| field.number()).collect();
        assert_eq!(found, shown, "{}", spec.name());
    }
}

#[cfg(feature = "toml")]
mod files {
    use super::*;

    const PROFILE: &str = r#"
[wire]
mti = "ascii"
bitmap = "raw"
secondary = "when-needed"
third = "chain"
length = "ascii"
digits = "ascii"
text = "ascii"
binary = "raw"
nibble_pad = "left 0"
digits_pad = "left 0"
text_pad = "right space"
"#;

    #[test]
    fn show_as_much_of_a_number_as_the_spec_says() {
        let shown = |mask: &str, pan: &str| {
            let spec = format!("name = \"ours\"\nextends = \"base\"\n{mask}");
            let base = "name = \"base\"\nextends = \"iso1987-bcd\"\npan_mask = \"8+4\"";
            let spec = MessageSpec::from_toml_with(&spec, |name| (name == "base").then_some(base)).unwrap();
            let mut message = MessageBuf::new(&spec, Mti::new(0x0100).unwrap());
            message.set(2, pan).unwrap();
            message.require(2).unwrap().to_string()
        };
        assert_eq!(shown("", "4111111111111111"), "41111111****1111");
        assert_eq!(shown("", "378282246310005"), "378282*****0005");
        assert_eq!(shown("pan_mask = \"0+4\"", "4111111111111111"), "************1111");
        assert_eq!(shown("pan_mask = \"0+0\"", "4111111111111111"), "********");
        assert_eq!(shown("", "411111111111"), "********");
        let error =
            MessageSpec::from_toml("name = \"ours\"\nextends = \"iso1987-bcd\"\npan_mask = \"9+4\"").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 3, column 12: invalid value: string \"9+4\", expected how many digits are shown in front and at the end, \
             at most \"8+4\""
        );
    }

    #[test]
    fn mask_what_a_table_masks() {
        let rows = PLAIN.fields().map(|field| format!("{} = {{ format = \"{}\" }}\n", field.number(), field.format()));
        let text = format!("name = \"plain\"\n{PROFILE}[fields]\n{}", rows.collect::<String>());
        let loaded = MessageSpec::from_toml(&text).unwrap();
        assert_eq!(*loaded, PLAIN);
        assert_hidden(&message(&loaded).to_string());
        let shown = text.replace("60 = {", "60 = { sensitive = \"none\",");
        let shown = MessageSpec::from_toml(&shown).unwrap();
        assert_eq!((sensitivity(&loaded, 60), sensitivity(&shown, 60)), (Sensitivity::Secret, Sensitivity::None));
    }

    #[test]
    fn keep_what_a_table_keeps() {
        let base = format!(
            "name = \"base\"\n{}[fields]\n{}",
            PROFILE.replace("third = \"chain\"", ""),
            r#"
2 = { format = "n..19", name = "Card", sensitive = "pan", echo = true }
44 = { format = "ans..25", name = "Verification", sensitive = "cvv" }
48 = { format = "ans...999", name = "Private", echo = true }
60 = { format = "ans...999", name = "Batch", sensitive = "none" }
61 = { format = "ans...999", name = "Original", sensitive = "none", echo = true }
62 = { format = "ans...999", name = "Invoice", sensitive = "none", echo = true }
"#
        );
        let between = r#"
name = "between"
extends = "base"
[fields]
2 = { format = "n..28", name = "Token" }
44 = { format = "ans..30" }
61 = { undefined = true }
62 = { format = "ans...20", echo = false }
"#;
        let ours = r#"
name = "ours"
extends = "between"
[fields]
2 = { format = "n..30" }
44 = { format = "ans..40" }
48 = { format = "ans..80" }
60 = { format = "n 8", name = "" }
61 = { format = "n 8" }
62 = { format = "n 6", sensitive = "secret" }
"#;
        let lookup = |name: &str| match name {
            "base" => Some(base.clone()),
            "between" => Some(between.to_owned()),
            _ => None,
        };
        assert_eq!(*MessageSpec::from_toml_with(ours, lookup).unwrap(), OURS);
    }
}
