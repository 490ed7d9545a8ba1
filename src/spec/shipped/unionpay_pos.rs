//! Printed from `specs/unionpay-pos*.toml` by `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs`: edit those.

use crate::spec::{DataForm, FieldSpec, Groups, MessageSpec, NibblePad, Sensitivity, Side, TlvForm, Wire};

/// UnionPay POS terminal to acquirer (from open implementations and decoded messages).
pub static UNIONPAY_POS: MessageSpec = MessageSpec::new("unionpay-pos", UNIONPAY_POS_WIRE, FIELDS)
    .with_title("UnionPay POS terminal to acquirer (from open implementations and decoded messages)");

const UNIONPAY_POS_WIRE: Wire = Wire::BCD.with_nibble_pad(NibblePad::new(Side::Right, 0));

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n..19").with_name("Primary account number (PAN)").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(3, "n 6").with_name("Processing code").with_echo(),
    FieldSpec::new(4, "n 12").with_name("Amount, transaction").with_echo(),
    FieldSpec::new(5, "n 12").with_name("Tip amount"),
    FieldSpec::new(11, "n 6").with_name("System trace audit number (STAN)").with_echo(),
    FieldSpec::new(12, "n 6").with_name("Time, local transaction").with_echo(),
    FieldSpec::new(13, "n 4").with_name("Date, local transaction").with_echo(),
    FieldSpec::new(14, "n 4").with_name("Date, expiration"),
    FieldSpec::new(15, "n 4").with_name("Date, settlement").with_echo(),
    FieldSpec::new(22, "n 3").with_name("Point of service entry mode"),
    FieldSpec::new(23, "n 3")
        .with_name("Card sequence number")
        .with_nibble_pad(NibblePad::new(Side::Left, 0))
        .with_echo(),
    FieldSpec::new(25, "n 2").with_name("Point of service condition code").with_echo(),
    FieldSpec::new(26, "n 2").with_name("Point of service PIN capture code"),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code").with_echo(),
    FieldSpec::new(35, "z..37")
        .with_name("Track 2 data")
        .with_nibble_pad(NibblePad::new(Side::Right, 0).accepting(&[15]))
        .with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z...104")
        .with_name("Track 3 data")
        .with_nibble_pad(NibblePad::new(Side::Right, 0).accepting(&[15]))
        .with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "an 12").with_name("Retrieval reference number").with_echo(),
    FieldSpec::new(38, "an 6").with_name("Authorization identification response"),
    FieldSpec::new(39, "an 2").with_name("Response code"),
    FieldSpec::new(40, "an...999").with_name("Private data").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(41, "ans 8").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans 15").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "ans 40").with_name("Card acceptor name/location").with_data(DataForm::Opaque),
    FieldSpec::new(44, "an..25").with_name("Additional response data"),
    FieldSpec::new(46, "ans...999")
        .with_name("Device and application data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(47, "ans...999")
        .with_name("Device and application data")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(48, "n...322").with_name("Additional data - private").with_sensitivity(Sensitivity::Secret),
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
        .with_tlv(TlvForm::BER, &[]),
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
        .with_sensitivity(Sensitivity::Secret),
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
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "ans...163")
        .with_name("Private data 63")
        .with_data(DataForm::Opaque)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(64, "b 8").with_name("Message authentication code (MAC)"),
];

const FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
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
    FieldSpec::new(2, "n 6").with_name("System trace audit number (STAN)").optional(),
    FieldSpec::new(3, "n 4").with_name("Date").optional(),
    FieldSpec::new(4, "n 2").with_name("Authorization mode").optional(),
    FieldSpec::new(5, "n 11").with_name("Authorizing institution").optional(),
];
