//! Printed from `specs/unionpay-pos*.toml` by `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs`: edit those.

use crate::spec::{
    Code, DataForm, FieldSpec, Groups, MessageRule, MessageSpec, NibblePad, Sensitivity, Side, TlvForm, Wire,
};

/// UnionPay POS terminal to acquirer (from open implementations and decoded messages).
pub static UNIONPAY_POS: MessageSpec = MessageSpec::new("unionpay-pos", UNIONPAY_POS_WIRE, FIELDS)
    .with_title("UnionPay POS terminal to acquirer (from open implementations and decoded messages)")
    .with_messages(UNIONPAY_POS_MESSAGES);

const UNIONPAY_POS_WIRE: Wire = Wire::BCD.with_nibble_pad(NibblePad::new(Side::Right, 0));

const UNIONPAY_POS_MESSAGES: &[MessageRule] = &[
    MessageRule::new("batch-upload", "0320").when("60.3 = 201 202 207").mandatory("11 41 42 48 60"),
    MessageRule::new("echo-test", "0820").when("60.3 = 301").mandatory("41 42 60"),
    MessageRule::new("pin", "01x0 02x0").conditional("26 if present 52"),
    MessageRule::new("request", "0100 0200 0220").mandatory("3 11 22 25 41 42 49 60 64"),
    MessageRule::new("response", "0110 0210 0230 0410").mandatory("11 39").never("22 26 35 36 52 61"),
    MessageRule::new("reversal", "0400").mandatory("3 4 11 22 25 39 41 42 49 60 64").echo("14 22 32 38 61"),
    MessageRule::new("reversal-response", "0410").never("38"),
    MessageRule::new("sale", "0200").when("60.1 = 22").mandatory("3 4 11 22 25 41 42 49 60 64"),
    MessageRule::new("sale-void", "0200").when("60.1 = 23").mandatory("3 4 11 22 25 41 42 49 60 61 64"),
    MessageRule::new("settlement", "0500").mandatory("11 41 42 48 60"),
    MessageRule::new("sign-in", "0800").when("60.3 = 001 003 004 005 006").mandatory("11 41 42 60"),
    MessageRule::new("sign-in-response", "0810").when("60.3 = 001 003 004 005 006 011").mandatory("39 41 42 60"),
    MessageRule::new("sign-out", "0820").when("60.3 = 002").mandatory("11 41 42 60"),
];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n..19").with_name("Primary account number (PAN)").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(3, "n 6").with_name("Processing code").with_echo(),
    FieldSpec::new(4, "n 12").with_name("Amount, transaction").with_echo(),
    FieldSpec::new(5, "n 12").with_name("Tip amount"),
    FieldSpec::new(11, "n 6").with_name("System trace audit number (STAN)").with_echo(),
    FieldSpec::new(12, "n 6").with_name("Time, local transaction"),
    FieldSpec::new(13, "n 4").with_name("Date, local transaction"),
    FieldSpec::new(14, "n 4").with_name("Date, expiration"),
    FieldSpec::new(15, "n 4").with_name("Date, settlement"),
    FieldSpec::new(22, "n 3").with_name("Point of service entry mode"),
    FieldSpec::new(23, "n 3")
        .with_name("Card sequence number")
        .with_nibble_pad(NibblePad::new(Side::Left, 0))
        .with_echo(),
    FieldSpec::new(25, "n 2").with_name("Point of service condition code").with_echo(),
    FieldSpec::new(26, "n 2").with_name("Point of service PIN capture code"),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code"),
    FieldSpec::new(35, "z..37")
        .with_name("Track 2 data")
        .with_nibble_pad(NibblePad::new(Side::Right, 0).accepting(&[15]))
        .with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z...104")
        .with_name("Track 3 data")
        .with_nibble_pad(NibblePad::new(Side::Right, 0).accepting(&[15]))
        .with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "an 12").with_name("Retrieval reference number"),
    FieldSpec::new(38, "an 6").with_name("Authorization identification response"),
    FieldSpec::new(39, "an 2").with_name("Response code"),
    FieldSpec::new(40, "an...999").with_name("Private data").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(41, "ans 8").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans 15").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "ans 40").with_name("Card acceptor name/location").with_data(DataForm::Opaque),
    FieldSpec::new(44, "an..25").with_name("Additional response data").with_parts(FIELDS_44),
    FieldSpec::new(46, "ans...999")
        .with_name("Device and application data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(47, "ans...999")
        .with_name("Device and application data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(48, "n...322")
        .with_name("Additional data - private")
        .with_sensitivity(Sensitivity::Secret)
        .with_cases(FIELDS_48),
    FieldSpec::new(49, "an 3").with_name("Currency code, transaction").with_echo(),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "n 16")
        .with_name("Security related control information")
        .with_sensitivity(Sensitivity::None)
        .with_echo(),
    FieldSpec::new(54, "an...40").with_name("Balance amounts").with_groups(Groups::up_to(2), FIELDS_54),
    FieldSpec::new(55, "b...255")
        .with_name("ICC data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, FIELDS_55),
    FieldSpec::new(56, "ans...100")
        .with_name("Transaction data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(57, "ans...100")
        .with_name("Industry data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(58, "ans...100")
        .with_name("Electronic cash data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(59, "ans...600")
        .with_name("Private data, tagged")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::fixed(Code::text(2), Code::text(3)), FIELDS_59),
    FieldSpec::new(60, "n...19")
        .with_name("Message type, batch and terminal condition")
        .with_sensitivity(Sensitivity::None)
        .with_echo()
        .with_parts(FIELDS_60),
    FieldSpec::new(61, "n...29")
        .with_name("Original transaction")
        .with_sensitivity(Sensitivity::None)
        .with_parts(FIELDS_61),
    FieldSpec::new(62, "ans...512")
        .with_name("Private data 62")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret)
        .with_cases(FIELDS_62),
    FieldSpec::new(63, "ans...163")
        .with_name("Private data 63")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret)
        .with_cases(FIELDS_63),
    FieldSpec::new(64, "b 8").with_name("Message authentication code (MAC)"),
];

const FIELDS_44: &[FieldSpec] = &[
    FieldSpec::new(1, "an 11").with_name("Issuing institution"),
    FieldSpec::new(2, "an 11").with_name("Acquiring institution").optional(),
];

const FIELDS_48: &[FieldSpec] = &[
    FieldSpec::case("mti = 0500 0510").with_parts(FIELDS_48_1),
    FieldSpec::case("mti = 0320 0330 and 60.3 = 201")
        .with_groups(Groups::up_to(8).with_count(Code::text(2)), FIELDS_48_2),
    FieldSpec::case("mti = 0320 0330 and 60.3 = 202 207").with_parts(FIELDS_48_3),
];

const FIELDS_48_1: &[FieldSpec] = &[
    FieldSpec::new(1, "n 12").with_name("Debit amount").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "n 3").with_name("Debit count").with_sensitivity(Sensitivity::None),
    FieldSpec::new(3, "n 12").with_name("Credit amount").with_sensitivity(Sensitivity::None),
    FieldSpec::new(4, "n 3").with_name("Credit count").with_sensitivity(Sensitivity::None),
    FieldSpec::new(5, "n 1")
        .with_name("Reconciliation: 1 balanced, 2 not, 3 error")
        .with_sensitivity(Sensitivity::None),
    FieldSpec::new(6, "n 12").with_name("Debit amount, foreign cards").with_sensitivity(Sensitivity::None),
    FieldSpec::new(7, "n 3").with_name("Debit count, foreign cards").with_sensitivity(Sensitivity::None),
    FieldSpec::new(8, "n 12").with_name("Credit amount, foreign cards").with_sensitivity(Sensitivity::None),
    FieldSpec::new(9, "n 3").with_name("Credit count, foreign cards").with_sensitivity(Sensitivity::None),
    FieldSpec::new(10, "n 1").with_name("Reconciliation, foreign cards").with_sensitivity(Sensitivity::None),
];

const FIELDS_48_2: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Card class: 00 domestic, 01 foreign").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "n 6").with_name("System trace audit number (STAN)").with_sensitivity(Sensitivity::None),
    FieldSpec::new(3, "n 20").with_name("PAN, zeros on the left").with_sensitivity(Sensitivity::Pan),
    FieldSpec::new(4, "n 12").with_name("Amount, transaction").with_sensitivity(Sensitivity::None),
];

const FIELDS_48_3: &[FieldSpec] =
    &[FieldSpec::new(1, "n 4").with_name("Number of records").with_sensitivity(Sensitivity::None)];

const FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
];

const FIELDS_55: &[FieldSpec] = &[
    FieldSpec::tagged("9F63", "b...255").with_name("Card product identification").with_sensitivity(Sensitivity::None),
    FieldSpec::tagged("DF31", "b...255").with_name("Issuer script results").with_sensitivity(Sensitivity::None),
];

const FIELDS_59: &[FieldSpec] = &[
    FieldSpec::tagged("A1", "b...255").with_name("PIN block").with_sensitivity(Sensitivity::Pin),
    FieldSpec::tagged("A2", "ans...999").with_name("Device data"),
    FieldSpec::tagged("A5", "ans...999").with_name("Location"),
];

const FIELDS_60: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Message type code"),
    FieldSpec::new(2, "n 6").with_name("Batch number"),
    FieldSpec::new(3, "n 3").with_name("Network management code").optional(),
    FieldSpec::new(4, "n 1").with_name("Terminal read capability").optional(),
    FieldSpec::new(5, "n 1").with_name("IC condition").optional(),
    FieldSpec::new(6, "n 1").with_name("Partial approval and balance support").optional(),
    FieldSpec::new(7, "n 3").with_name("Account type").optional(),
    FieldSpec::new(8, "n..2").with_name("Not described by any source").to_end().optional(),
];

const FIELDS_61: &[FieldSpec] = &[
    FieldSpec::new(1, "n 6").with_name("Batch number"),
    FieldSpec::new(2, "n 6").with_name("System trace audit number (STAN)"),
    FieldSpec::new(3, "n 4").with_name("Date").optional(),
    FieldSpec::new(4, "n 2").with_name("Authorization mode").optional(),
    FieldSpec::new(5, "n 11").with_name("Authorizing institution").optional(),
];

const FIELDS_62: &[FieldSpec] = &[
    FieldSpec::case("mti = 0800 and 60.3 = 001 003 004 005 006").with_parts(FIELDS_62_1),
    FieldSpec::case("mti = 0810 and 60.3 = 001").with_parts(FIELDS_62_2),
    FieldSpec::case("mti = 0810 and 60.3 = 003 005").with_parts(FIELDS_62_3),
    FieldSpec::case("mti = 0810 and 60.3 = 004 006").with_parts(FIELDS_62_4),
    FieldSpec::case("mti = 0810 and 60.3 = 011").with_parts(FIELDS_62_5),
    FieldSpec::case("mti = 0320 and 60.3 = 203 205").with_parts(FIELDS_62_6),
];

const FIELDS_62_1: &[FieldSpec] = &[
    FieldSpec::new(1, "ans 11").with_name("The words Sequence No").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "ans..99").with_name("Licence and serial number of the terminal"),
];

const FIELDS_62_2: &[FieldSpec] = &[
    FieldSpec::new(1, "b 8").with_name("PIN key").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(2, "b 4").with_name("Check value of the PIN key"),
    FieldSpec::new(3, "b 8").with_name("MAC key").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(4, "b 4").with_name("Check value of the MAC key"),
];

const FIELDS_62_3: &[FieldSpec] = &[
    FieldSpec::new(1, "b 16").with_name("PIN key").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(2, "b 4").with_name("Check value of the PIN key"),
    FieldSpec::new(3, "b 16").with_name("MAC key").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(4, "b 4").with_name("Check value of the MAC key"),
];

const FIELDS_62_4: &[FieldSpec] = &[
    FieldSpec::new(1, "b 16").with_name("PIN key").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(2, "b 4").with_name("Check value of the PIN key"),
    FieldSpec::new(3, "b 16").with_name("MAC key").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(4, "b 4").with_name("Check value of the MAC key"),
    FieldSpec::new(5, "b 16").with_name("Track key").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(6, "b 4").with_name("Check value of the track key"),
];

const FIELDS_62_5: &[FieldSpec] = &[
    FieldSpec::new(1, "b 16").with_name("First key (SM4)").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(2, "b 3").with_name("Check value of the first key"),
    FieldSpec::new(3, "b 16").with_name("Second key (SM4)").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(4, "b 3").with_name("Check value of the second key"),
    FieldSpec::new(5, "b 16").with_name("Third key (SM4)").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(6, "b 3").with_name("Check value of the third key"),
];

const FIELDS_62_6: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("The digits 61").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "n 2").with_name("Card class: 00 domestic, 01 foreign").with_sensitivity(Sensitivity::None),
    FieldSpec::new(3, "n 2").with_name("Zeros").with_sensitivity(Sensitivity::None),
    FieldSpec::new(4, "n 12").with_name("Amount, transaction").with_sensitivity(Sensitivity::None),
    FieldSpec::new(5, "n 3").with_name("Currency code").with_sensitivity(Sensitivity::None),
];

const FIELDS_63: &[FieldSpec] = &[
    FieldSpec::case("mti = 01x0 02x0 and 53 starts 13 14 23 24 and present 52 and absent 59")
        .with_tlv(TlvForm::fixed(Code::text(2), Code::text(3)), FIELDS_63_1),
    FieldSpec::case("mti = xxxx").with_parts(FIELDS_63_2),
];

const FIELDS_63_1: &[FieldSpec] =
    &[FieldSpec::tagged("SM", "b...255").with_name("PIN block (SM4)").with_sensitivity(Sensitivity::Pin)];

const FIELDS_63_2: &[FieldSpec] = &[
    FieldSpec::new(1, "an 3").with_name("Operator, or card organization"),
    FieldSpec::new(2, "ans...160").with_name("Text of the response, or data of the acquirer").to_end().optional(),
];
