//! Printed from `specs/iso1993*.toml` by `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs`: edit those.

use crate::spec::{DataForm, FieldSpec, Groups, MessageRule, MessageSpec, Sensitivity, TlvForm, Wire};

/// ISO 8583:1993, all ASCII, binary bitmap.
pub static ISO1993_ASCII: MessageSpec = MessageSpec::new("iso1993-ascii", Wire::ASCII, FIELDS)
    .with_title("ISO 8583:1993, all ASCII, binary bitmap")
    .with_messages(ISO1993_ASCII_MESSAGES);

const ISO1993_ASCII_MESSAGES: &[MessageRule] = &[
    MessageRule::new("advice", "112x 122x").echo("5 6 14 22 24 25 26 43"),
    MessageRule::new("reversal", "142x").echo("5 6 14 22 26 38 43"),
];

/// ISO 8583:1993, all ASCII, hex bitmap and binary data.
pub static ISO1993_ASCII_HEX: MessageSpec = MessageSpec::new("iso1993-ascii-hex", ISO1993_ASCII_HEX_WIRE, FIELDS)
    .with_title("ISO 8583:1993, all ASCII, hex bitmap and binary data")
    .with_messages(ISO1993_ASCII_MESSAGES);

const ISO1993_ASCII_HEX_WIRE: Wire = Wire::ASCII.with_bitmap(DataForm::Hex).with_binary(DataForm::Hex);

/// ISO 8583:1993, BCD numbers and prefixes, ASCII text, binary bitmap.
pub static ISO1993_BCD: MessageSpec = MessageSpec::new("iso1993-bcd", Wire::BCD, FIELDS)
    .with_title("ISO 8583:1993, BCD numbers and prefixes, ASCII text, binary bitmap")
    .with_messages(ISO1993_ASCII_MESSAGES);

/// ISO 8583:1993, all EBCDIC, binary bitmap.
pub static ISO1993_EBCDIC: MessageSpec = MessageSpec::new("iso1993-ebcdic", Wire::EBCDIC, FIELDS)
    .with_title("ISO 8583:1993, all EBCDIC, binary bitmap")
    .with_messages(ISO1993_ASCII_MESSAGES);

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n..19").with_name("Primary account number (PAN)").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(3, "n 6").with_name("Processing code").with_echo(),
    FieldSpec::new(4, "n 12").with_name("Amount, transaction").with_echo(),
    FieldSpec::new(5, "n 12").with_name("Amount, reconciliation"),
    FieldSpec::new(6, "n 12").with_name("Amount, cardholder billing"),
    FieldSpec::new(7, "n 10").with_name("Date and time, transmission").with_echo(),
    FieldSpec::new(8, "n 8").with_name("Amount, cardholder billing fee"),
    FieldSpec::new(9, "n 8").with_name("Conversion rate, reconciliation"),
    FieldSpec::new(10, "n 8").with_name("Conversion rate, cardholder billing"),
    FieldSpec::new(11, "n 6").with_name("Systems trace audit number (STAN)").with_echo(),
    FieldSpec::new(12, "n 12").with_name("Date and time, local transaction").with_echo(),
    FieldSpec::new(13, "n 4").with_name("Date, effective"),
    FieldSpec::new(14, "n 4").with_name("Date, expiration"),
    FieldSpec::new(15, "n 6").with_name("Date, settlement").with_echo(),
    FieldSpec::new(16, "n 4").with_name("Date, conversion"),
    FieldSpec::new(17, "n 4").with_name("Date, capture"),
    FieldSpec::new(18, "n 4").with_name("Merchant type").with_echo(),
    FieldSpec::new(19, "n 3").with_name("Country code, acquiring institution").with_echo(),
    FieldSpec::new(20, "n 3").with_name("Country code, primary account number"),
    FieldSpec::new(21, "n 3").with_name("Country code, forwarding institution"),
    FieldSpec::new(22, "an 12").with_name("Point of service data code"),
    FieldSpec::new(23, "n 3").with_name("Card sequence number").with_echo(),
    FieldSpec::new(24, "n 3").with_name("Function code"),
    FieldSpec::new(25, "n 4").with_name("Message reason code"),
    FieldSpec::new(26, "n 4").with_name("Card acceptor business code"),
    FieldSpec::new(27, "n 1").with_name("Approval code length"),
    FieldSpec::new(28, "n 6").with_name("Date, reconciliation"),
    FieldSpec::new(29, "n 3").with_name("Reconciliation indicator"),
    FieldSpec::new(30, "n 24").with_name("Amounts, original"),
    FieldSpec::new(31, "ans..99").with_name("Acquirer reference data"),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code").with_echo(),
    FieldSpec::new(33, "n..11").with_name("Forwarding institution identification code").with_echo(),
    FieldSpec::new(34, "ns..28").with_name("PAN, extended").with_sensitivity(Sensitivity::Pan),
    FieldSpec::new(35, "z..37").with_name("Track 2 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z...104").with_name("Track 3 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "anp 12").with_name("Retrieval reference number").with_echo(),
    FieldSpec::new(38, "anp 6").with_name("Approval code"),
    FieldSpec::new(39, "n 3").with_name("Action code"),
    FieldSpec::new(40, "n 3").with_name("Service code"),
    FieldSpec::new(41, "ans 8").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans 15").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "ans..99").with_name("Card acceptor name/location"),
    FieldSpec::new(44, "ans..99").with_name("Additional response data"),
    FieldSpec::new(45, "ans..76").with_name("Track 1 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(46, "ans...204").with_name("Amounts, fees").with_sensitivity(Sensitivity::None).with_echo(),
    FieldSpec::new(47, "ans...999").with_name("Additional data - national").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(48, "ans...999").with_name("Additional data - private").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(49, "an 3").with_name("Currency code, transaction").with_echo(),
    FieldSpec::new(50, "an 3").with_name("Currency code, reconciliation").with_echo(),
    FieldSpec::new(51, "an 3").with_name("Currency code, cardholder billing").with_echo(),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "b..48").with_name("Security related control information").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(54, "ans...120").with_name("Amounts, additional").with_groups(Groups::up_to(6), FIELDS_54),
    FieldSpec::new(55, "b...255")
        .with_name("ICC system related data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, &[]),
    FieldSpec::new(56, "n..35").with_name("Original data elements").with_sensitivity(Sensitivity::None).with_echo(),
    FieldSpec::new(57, "n 3").with_name("Authorization life cycle code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(58, "n..11")
        .with_name("Authorizing agent institution identification code")
        .with_sensitivity(Sensitivity::None),
    FieldSpec::new(59, "ans...999").with_name("Transport data").with_sensitivity(Sensitivity::Secret).with_echo(),
    FieldSpec::new(60, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(61, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(62, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(64, "b 8").with_name("Message authentication code (MAC)"),
    FieldSpec::new(66, "ans...204").with_name("Amounts, original fees"),
    FieldSpec::new(67, "n 2").with_name("Extended payment data"),
    FieldSpec::new(68, "n 3").with_name("Country code, receiving institution"),
    FieldSpec::new(69, "n 3").with_name("Country code, settlement institution"),
    FieldSpec::new(70, "n 3").with_name("Country code, authorizing agent institution"),
    FieldSpec::new(71, "n 8").with_name("Message number"),
    FieldSpec::new(72, "ans...999").with_name("Data record").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(73, "n 6").with_name("Date, action"),
    FieldSpec::new(74, "n 10").with_name("Credits, number"),
    FieldSpec::new(75, "n 10").with_name("Credits, reversal number"),
    FieldSpec::new(76, "n 10").with_name("Debits, number"),
    FieldSpec::new(77, "n 10").with_name("Debits, reversal number"),
    FieldSpec::new(78, "n 10").with_name("Transfer, number"),
    FieldSpec::new(79, "n 10").with_name("Transfer, reversal number"),
    FieldSpec::new(80, "n 10").with_name("Inquiries, number"),
    FieldSpec::new(81, "n 10").with_name("Authorizations, number"),
    FieldSpec::new(82, "n 10").with_name("Inquiries, reversal number"),
    FieldSpec::new(83, "n 10").with_name("Payments, number"),
    FieldSpec::new(84, "n 10").with_name("Payments, reversal number"),
    FieldSpec::new(85, "n 10").with_name("Fee collections, number"),
    FieldSpec::new(86, "n 16").with_name("Credits, amount"),
    FieldSpec::new(87, "n 16").with_name("Credits, reversal amount"),
    FieldSpec::new(88, "n 16").with_name("Debits, amount"),
    FieldSpec::new(89, "n 16").with_name("Debits, reversal amount"),
    FieldSpec::new(90, "n 10").with_name("Authorizations, reversal number"),
    FieldSpec::new(91, "n 3").with_name("Country code, transaction destination institution"),
    FieldSpec::new(92, "n 3").with_name("Country code, transaction originator institution"),
    FieldSpec::new(93, "n..11").with_name("Transaction destination institution identification code"),
    FieldSpec::new(94, "n..11").with_name("Transaction originator institution identification code"),
    FieldSpec::new(95, "ans..99").with_name("Card issuer reference data"),
    FieldSpec::new(96, "b...999").with_name("Key management data").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(97, "x+n 16").with_name("Amount, net reconciliation"),
    FieldSpec::new(98, "ans 25").with_name("Payee"),
    FieldSpec::new(99, "an..11").with_name("Settlement institution identification code"),
    FieldSpec::new(100, "n..11").with_name("Receiving institution identification code").with_echo(),
    FieldSpec::new(101, "ans..17").with_name("File name"),
    FieldSpec::new(102, "ans..28").with_name("Account identification 1").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(103, "ans..28").with_name("Account identification 2").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(104, "ans...100").with_name("Transaction description").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(105, "n 16").with_name("Credits, chargeback amount").with_sensitivity(Sensitivity::None),
    FieldSpec::new(106, "n 16").with_name("Debits, chargeback amount").with_sensitivity(Sensitivity::None),
    FieldSpec::new(107, "n 10").with_name("Credits, chargeback number").with_sensitivity(Sensitivity::None),
    FieldSpec::new(108, "n 10").with_name("Debits, chargeback number").with_sensitivity(Sensitivity::None),
    FieldSpec::new(109, "ans..84").with_name("Credits, fee amounts").with_sensitivity(Sensitivity::None),
    FieldSpec::new(110, "ans..84").with_name("Debits, fee amounts").with_sensitivity(Sensitivity::None),
    FieldSpec::new(111, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(112, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(113, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(114, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(115, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(116, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(117, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(118, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(119, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(120, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(121, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(122, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(123, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(124, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(125, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(126, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(127, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(128, "b 8").with_name("Message authentication code (MAC)"),
];

const FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
];
