//! Printed from `specs/cups*.toml` by `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs`: edit those.

use crate::spec::{Code, DataForm, FieldSpec, Groups, MessageRule, MessageSpec, Secondary, Sensitivity, TlvForm, Wire};

/// China UnionPay between banks (CUPS), body (from open implementations and decoded messages).
pub static CUPS: MessageSpec = MessageSpec::new("cups", CUPS_WIRE, FIELDS)
    .with_title("China UnionPay between banks (CUPS), body (from open implementations and decoded messages)")
    .with_messages(CUPS_MESSAGES);

const CUPS_WIRE: Wire = Wire::ASCII.with_secondary(Secondary::Always);

const CUPS_MESSAGES: &[MessageRule] = &[
    MessageRule::new("network", "0800 0820").mandatory("7 11 70"),
    MessageRule::new("network-response", "0810 0830").mandatory("7 11 39 70"),
    MessageRule::new("pin", "020x").conditional("26 if present 52"),
    MessageRule::new("request", "020x 022x").mandatory("2 3 7 11 12 13 18 22 25 32 33 37 41 42").never("39"),
    MessageRule::new("request-with-amount", "020x 022x").when("3 starts 0 1 2 4").mandatory("4 49"),
    MessageRule::new("response", "021x 023x 043x").mandatory("2 3 7 11 25 32 37 39").never("35 36 45 52"),
    MessageRule::new("reversal", "042x")
        .mandatory("2 3 4 7 11 25 32 33 37 41 42 49 90")
        .never("35 36 45 52")
        .echo("9 10 14 22 38 43"),
];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n..19").with_name("Primary account number (PAN)").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(3, "n 6").with_name("Processing code").with_echo(),
    FieldSpec::new(4, "n 12").with_name("Amount, transaction").with_echo(),
    FieldSpec::new(5, "n 12").with_name("Amount, settlement"),
    FieldSpec::new(6, "n 12").with_name("Amount, cardholder billing"),
    FieldSpec::new(7, "n 10").with_name("Transmission date and time").with_echo(),
    FieldSpec::new(9, "n 8").with_name("Conversion rate, settlement"),
    FieldSpec::new(10, "n 8").with_name("Conversion rate, cardholder billing"),
    FieldSpec::new(11, "n 6").with_name("System trace audit number (STAN)").with_echo(),
    FieldSpec::new(12, "n 6").with_name("Time, local transaction").with_echo(),
    FieldSpec::new(13, "n 4").with_name("Date, local transaction").with_echo(),
    FieldSpec::new(14, "n 4").with_name("Date, expiration").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(15, "n 4").with_name("Date, settlement"),
    FieldSpec::new(16, "n 4").with_name("Date, conversion"),
    FieldSpec::new(18, "n 4").with_name("Merchant's type").with_echo(),
    FieldSpec::new(19, "n 3").with_name("Acquiring institution country code").with_echo(),
    FieldSpec::new(22, "n 3").with_name("Point of service entry mode"),
    FieldSpec::new(23, "n 3").with_name("Card sequence number").with_echo(),
    FieldSpec::new(25, "n 2").with_name("Point of service condition code").with_echo(),
    FieldSpec::new(26, "n 2").with_name("Point of service PIN capture code"),
    FieldSpec::new(28, "x+n 8").with_name("Amount, transaction fee"),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code").with_echo(),
    FieldSpec::new(33, "n..11").with_name("Forwarding institution identification code").with_echo(),
    FieldSpec::new(35, "z..37").with_name("Track 2 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z...104").with_name("Track 3 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "an 12").with_name("Retrieval reference number").with_echo(),
    FieldSpec::new(38, "an 6").with_name("Authorization identification response"),
    FieldSpec::new(39, "an 2").with_name("Response code"),
    FieldSpec::new(41, "ans 8").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans 15").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "ans 40").with_name("Card acceptor name/location").with_data(DataForm::Opaque),
    FieldSpec::new(44, "an..25").with_name("Additional response data"),
    FieldSpec::new(45, "z..79").with_name("Track 1 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(48, "ans...512")
        .with_name("Additional data - private")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret)
        .with_cases(FIELDS_48),
    FieldSpec::new(49, "an 3").with_name("Currency code, transaction").with_echo(),
    FieldSpec::new(50, "an 3").with_name("Currency code, settlement"),
    FieldSpec::new(51, "an 3").with_name("Currency code, cardholder billing"),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "n 16")
        .with_name("Security related control information")
        .with_sensitivity(Sensitivity::None)
        .with_parts(FIELDS_53),
    FieldSpec::new(54, "an...40").with_name("Additional amounts").with_groups(Groups::up_to(2), FIELDS_54),
    FieldSpec::new(55, "b...255")
        .with_name("ICC data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, &[]),
    FieldSpec::new(57, "ans...100")
        .with_name("Additional data - private")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(59, "ans...600")
        .with_name("Additional data - private")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(60, "ans...100")
        .with_name("Reason and terminal condition")
        .with_sensitivity(Sensitivity::None)
        .with_parts(FIELDS_60),
    FieldSpec::new(61, "ans...200")
        .with_name("Identification of the cardholder")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(62, "ans...200")
        .with_name("Switching data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "ans...512")
        .with_name("Financial network data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::fixed(Code::text(2), Code::text(3)), FIELDS_63),
    FieldSpec::new(70, "n 3").with_name("Network management information code").with_echo(),
    FieldSpec::new(90, "n 42").with_name("Original data elements").with_echo().with_parts(FIELDS_90),
    FieldSpec::new(96, "b 8").with_name("Message security code").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(100, "n..11").with_name("Receiving institution identification code").with_echo(),
    FieldSpec::new(102, "ans..28").with_name("Account identification 1").with_sensitivity(Sensitivity::Pan),
    FieldSpec::new(103, "ans..28").with_name("Account identification 2").with_sensitivity(Sensitivity::Pan),
    FieldSpec::new(104, "ans...512")
        .with_name("Transaction and industry data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(113, "ans...512")
        .with_name("Additional data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(116, "ans...512")
        .with_name("Additional data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(117, "ans...256")
        .with_name("Additional data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(121, "ans...100")
        .with_name("CUPS reserved")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(122, "ans...100")
        .with_name("Acquirer reserved")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(123, "ans...999")
        .with_name("Issuer reserved")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(125, "ans...256")
        .with_name("Security data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(126, "ans...256")
        .with_name("Issuer data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(128, "b 8").with_name("Message authentication code (MAC)"),
];

const FIELDS_48: &[FieldSpec] =
    &[FieldSpec::case("48 starts AS").with_parts(FIELDS_48_1), FieldSpec::case("present 48").with_parts(FIELDS_48_2)];

const FIELDS_48_1: &[FieldSpec] = &[
    FieldSpec::new(1, "an 2").with_name("Usage").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "ans...510")
        .with_name("Tagged data")
        .to_end()
        .with_tlv(TlvForm::fixed(Code::text(2), Code::text(3)), &[]),
];

const FIELDS_48_2: &[FieldSpec] = &[
    FieldSpec::new(1, "an 2").with_name("Usage").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "ans...510").with_name("Data").to_end(),
];

const FIELDS_53: &[FieldSpec] = &[
    FieldSpec::new(1, "n 1").with_name("Format of the PIN block, or type of key"),
    FieldSpec::new(2, "n 1").with_name("Algorithm: 0 DES, 6 triple DES, 3 or 4 SM4"),
    FieldSpec::new(3, "n 14").with_name("Reserved"),
];

const FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
];

const FIELDS_60: &[FieldSpec] = &[
    FieldSpec::new(1, "an 4").with_name("Reason code"),
    FieldSpec::new(2, "an 11").with_name("Terminal").with_parts(FIELDS_60_2),
    FieldSpec::new(3, "ans..15").with_name("Business type and marks").to_end().optional(),
];

const FIELDS_60_2: &[FieldSpec] = &[
    FieldSpec::new(1, "an 1").with_name("Account owner"),
    FieldSpec::new(2, "an 1").with_name("Terminal read capability"),
    FieldSpec::new(3, "an 1").with_name("IC condition"),
    FieldSpec::new(4, "an 1").with_name("Reserved"),
    FieldSpec::new(5, "an 2").with_name("Terminal type"),
    FieldSpec::new(6, "an 1").with_name("Partial approval"),
    FieldSpec::new(7, "an 1").with_name("Reliability of the IC"),
    FieldSpec::new(8, "an 2").with_name("Electronic commerce indicator"),
    FieldSpec::new(9, "an 1").with_name("Interaction"),
];

const FIELDS_63: &[FieldSpec] = &[
    FieldSpec::tagged("SM", "b...255").with_name("PIN block (SM4)").with_sensitivity(Sensitivity::Pin),
    FieldSpec::tagged("TK", "ans...255").with_name("Token"),
];

const FIELDS_90: &[FieldSpec] = &[
    FieldSpec::new(1, "n 4").with_name("Original message type"),
    FieldSpec::new(2, "n 6").with_name("Original STAN"),
    FieldSpec::new(3, "n 10").with_name("Original transmission date and time"),
    FieldSpec::new(4, "n 11").with_name("Original acquiring institution"),
    FieldSpec::new(5, "n 11").with_name("Original forwarding institution"),
];
