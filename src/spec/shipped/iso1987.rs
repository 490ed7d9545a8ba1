//! Printed from `specs/iso1987*.toml` by `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs`: edit those.

use crate::spec::{DataForm, FieldSpec, Groups, MessageSpec, NibblePad, Sensitivity, Side, TlvForm, Wire};

/// ISO 8583:1987, all ASCII, binary bitmap.
pub static ISO1987_ASCII: MessageSpec =
    MessageSpec::new("iso1987-ascii", Wire::ASCII, FIELDS).with_title("ISO 8583:1987, all ASCII, binary bitmap");

/// ISO 8583:1987, all ASCII, hex bitmap and binary data.
pub static ISO1987_ASCII_HEX: MessageSpec = MessageSpec::new("iso1987-ascii-hex", ISO1987_ASCII_HEX_WIRE, FIELDS)
    .with_title("ISO 8583:1987, all ASCII, hex bitmap and binary data");

const ISO1987_ASCII_HEX_WIRE: Wire = Wire::ASCII.with_bitmap(DataForm::Hex).with_binary(DataForm::Hex);

/// ISO 8583:1987, BCD numbers and prefixes, ASCII text, binary bitmap.
pub static ISO1987_BCD: MessageSpec = MessageSpec::new("iso1987-bcd", Wire::BCD, FIELDS)
    .with_title("ISO 8583:1987, BCD numbers and prefixes, ASCII text, binary bitmap");

/// ISO 8583:1987, BCD numbers filled on the right, ASCII text, binary bitmap.
pub static ISO1987_BCD_RIGHT: MessageSpec = MessageSpec::new("iso1987-bcd-right", ISO1987_BCD_RIGHT_WIRE, FIELDS)
    .with_title("ISO 8583:1987, BCD numbers filled on the right, ASCII text, binary bitmap");

const ISO1987_BCD_RIGHT_WIRE: Wire = Wire::BCD.with_nibble_pad(NibblePad::new(Side::Right, 0));

/// ISO 8583:1987, all EBCDIC, binary bitmap.
pub static ISO1987_EBCDIC: MessageSpec =
    MessageSpec::new("iso1987-ebcdic", Wire::EBCDIC, FIELDS).with_title("ISO 8583:1987, all EBCDIC, binary bitmap");

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n..19").with_name("Primary account number (PAN)").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(3, "n 6").with_name("Processing code").with_echo(),
    FieldSpec::new(4, "n 12").with_name("Amount, transaction").with_echo(),
    FieldSpec::new(5, "n 12").with_name("Amount, settlement"),
    FieldSpec::new(6, "n 12").with_name("Amount, cardholder billing"),
    FieldSpec::new(7, "n 10").with_name("Transmission date and time").with_echo(),
    FieldSpec::new(8, "n 8").with_name("Amount, cardholder billing fee"),
    FieldSpec::new(9, "n 8").with_name("Conversion rate, settlement"),
    FieldSpec::new(10, "n 8").with_name("Conversion rate, cardholder billing"),
    FieldSpec::new(11, "n 6").with_name("System trace audit number (STAN)").with_echo(),
    FieldSpec::new(12, "n 6").with_name("Time, local transaction").with_echo(),
    FieldSpec::new(13, "n 4").with_name("Date, local transaction").with_echo(),
    FieldSpec::new(14, "n 4").with_name("Date, expiration"),
    FieldSpec::new(15, "n 4").with_name("Date, settlement").with_echo(),
    FieldSpec::new(16, "n 4").with_name("Date, conversion"),
    FieldSpec::new(17, "n 4").with_name("Date, capture"),
    FieldSpec::new(18, "n 4").with_name("Merchant's type").with_echo(),
    FieldSpec::new(19, "n 3").with_name("Acquiring institution country code").with_echo(),
    FieldSpec::new(20, "n 3").with_name("PAN extended, country code"),
    FieldSpec::new(21, "n 3").with_name("Forwarding institution country code"),
    FieldSpec::new(22, "n 3").with_name("Point of service entry mode"),
    FieldSpec::new(23, "n 3").with_name("Card sequence number").with_echo(),
    FieldSpec::new(24, "n 3").with_name("Network international identifier (NII)"),
    FieldSpec::new(25, "n 2").with_name("Point of service condition code").with_echo(),
    FieldSpec::new(26, "n 2").with_name("Point of service PIN capture code"),
    FieldSpec::new(27, "n 1").with_name("Authorization identification response length"),
    FieldSpec::new(28, "x+n 8").with_name("Amount, transaction fee").with_echo(),
    FieldSpec::new(29, "x+n 8").with_name("Amount, settlement fee"),
    FieldSpec::new(30, "x+n 8").with_name("Amount, transaction processing fee"),
    FieldSpec::new(31, "x+n 8").with_name("Amount, settlement processing fee"),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code").with_echo(),
    FieldSpec::new(33, "n..11").with_name("Forwarding institution identification code").with_echo(),
    FieldSpec::new(34, "ns..28").with_name("PAN, extended").with_sensitivity(Sensitivity::Pan),
    FieldSpec::new(35, "z..37").with_name("Track 2 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z...104").with_name("Track 3 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "an 12").with_name("Retrieval reference number").with_echo(),
    FieldSpec::new(38, "an 6").with_name("Authorization identification response"),
    FieldSpec::new(39, "an 2").with_name("Response code"),
    FieldSpec::new(40, "an 3").with_name("Service restriction code"),
    FieldSpec::new(41, "ans 8").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans 15").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "ans 40").with_name("Card acceptor name/location"),
    FieldSpec::new(44, "ans..25").with_name("Additional response data"),
    FieldSpec::new(45, "ans..76").with_name("Track 1 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(46, "ans...999").with_name("Additional data - ISO").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(47, "ans...999").with_name("Additional data - national").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(48, "ans...999").with_name("Additional data - private").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(49, "an 3").with_name("Currency code, transaction").with_echo(),
    FieldSpec::new(50, "an 3").with_name("Currency code, settlement").with_echo(),
    FieldSpec::new(51, "an 3").with_name("Currency code, cardholder billing").with_echo(),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "n 16").with_name("Security related control information").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(54, "ans...120").with_name("Additional amounts").with_groups(Groups::up_to(6), FIELDS_54),
    FieldSpec::new(55, "b...255")
        .with_name("ICC data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, &[]),
    FieldSpec::new(56, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(57, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(58, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(59, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(60, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(61, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(62, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(64, "b 8").with_name("Message authentication code (MAC)"),
    FieldSpec::new(66, "n 1").with_name("Settlement code"),
    FieldSpec::new(67, "n 2").with_name("Extended payment code"),
    FieldSpec::new(68, "n 3").with_name("Receiving institution country code"),
    FieldSpec::new(69, "n 3").with_name("Settlement institution country code"),
    FieldSpec::new(70, "n 3").with_name("Network management information code").with_echo(),
    FieldSpec::new(71, "n 4").with_name("Message number"),
    FieldSpec::new(72, "n 4").with_name("Message number, last"),
    FieldSpec::new(73, "n 6").with_name("Date, action"),
    FieldSpec::new(74, "n 10").with_name("Credits, number"),
    FieldSpec::new(75, "n 10").with_name("Credits, reversal number"),
    FieldSpec::new(76, "n 10").with_name("Debits, number"),
    FieldSpec::new(77, "n 10").with_name("Debits, reversal number"),
    FieldSpec::new(78, "n 10").with_name("Transfer, number"),
    FieldSpec::new(79, "n 10").with_name("Transfer, reversal number"),
    FieldSpec::new(80, "n 10").with_name("Inquiries, number"),
    FieldSpec::new(81, "n 10").with_name("Authorizations, number"),
    FieldSpec::new(82, "n 12").with_name("Credits, processing fee amount"),
    FieldSpec::new(83, "n 12").with_name("Credits, transaction fee amount"),
    FieldSpec::new(84, "n 12").with_name("Debits, processing fee amount"),
    FieldSpec::new(85, "n 12").with_name("Debits, transaction fee amount"),
    FieldSpec::new(86, "n 16").with_name("Credits, amount"),
    FieldSpec::new(87, "n 16").with_name("Credits, reversal amount"),
    FieldSpec::new(88, "n 16").with_name("Debits, amount"),
    FieldSpec::new(89, "n 16").with_name("Debits, reversal amount"),
    FieldSpec::new(90, "n 42").with_name("Original data elements").with_echo().with_parts(FIELDS_90),
    FieldSpec::new(91, "an 1").with_name("File update code"),
    FieldSpec::new(92, "an 2").with_name("File security code"),
    FieldSpec::new(93, "an 5").with_name("Response indicator"),
    FieldSpec::new(94, "an 7").with_name("Service indicator"),
    FieldSpec::new(95, "an 42").with_name("Replacement amounts"),
    FieldSpec::new(96, "b 8").with_name("Message security code").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(97, "x+n 16").with_name("Amount, net settlement"),
    FieldSpec::new(98, "ans 25").with_name("Payee"),
    FieldSpec::new(99, "n..11").with_name("Settlement institution identification code"),
    FieldSpec::new(100, "n..11").with_name("Receiving institution identification code").with_echo(),
    FieldSpec::new(101, "ans..17").with_name("File name"),
    FieldSpec::new(102, "ans..28").with_name("Account identification 1").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(103, "ans..28").with_name("Account identification 2").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(104, "ans...100").with_name("Transaction description").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(105, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(106, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(107, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(108, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(109, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(110, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(111, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(112, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(113, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(114, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(115, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(116, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(117, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(118, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(119, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(120, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(121, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(122, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
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

const FIELDS_90: &[FieldSpec] = &[
    FieldSpec::new(1, "n 4").with_name("Original message type"),
    FieldSpec::new(2, "n 6").with_name("Original system trace audit number (STAN)"),
    FieldSpec::new(3, "n 10").with_name("Original transmission date and time"),
    FieldSpec::new(4, "n 11").with_name("Original acquiring institution identification code"),
    FieldSpec::new(5, "n 11").with_name("Original forwarding institution identification code"),
];
