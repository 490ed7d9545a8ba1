//! Printed from `specs/iso2003*.toml` by `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs`: edit those.

use crate::spec::{FieldSpec, Groups, MessageRule, MessageSpec, NibblePad, Sensitivity, Side, TlvForm, Wire};

/// ISO 8583:2003, all ASCII, binary bitmap.
pub static ISO2003_ASCII: MessageSpec = MessageSpec::new("iso2003-ascii", Wire::ASCII, ISO2003_ASCII_FIELDS)
    .with_title("ISO 8583:2003, all ASCII, binary bitmap")
    .with_messages(ISO2003_ASCII_MESSAGES);

const ISO2003_ASCII_MESSAGES: &[MessageRule] = &[
    MessageRule::new("advice", "212x 222x").echo("5 6 14 21 22 24 25 26 43"),
    MessageRule::new("reversal", "240x 242x").echo("5 6 14 21 22 26 38 43"),
];

/// ISO 8583:2003, BCD numbers and prefixes, ASCII text, binary bitmap.
pub static ISO2003_BCD: MessageSpec = MessageSpec::new("iso2003-bcd", ISO2003_BCD_WIRE, ISO2003_ASCII_FIELDS)
    .with_title("ISO 8583:2003, BCD numbers and prefixes, ASCII text, binary bitmap")
    .with_messages(ISO2003_ASCII_MESSAGES);

const ISO2003_BCD_WIRE: Wire = Wire::BCD.with_nibble_pad(NibblePad::new(Side::Right, 0xF));

/// ISO 8583:2003 like jPOS CMF: a starter.
pub static JCARD_CMF: MessageSpec = MessageSpec::new("jcard-cmf", JCARD_CMF_WIRE, JCARD_CMF_FIELDS)
    .with_title("ISO 8583:2003 like jPOS CMF: a starter")
    .with_messages(JCARD_CMF_MESSAGES);

const JCARD_CMF_WIRE: Wire = Wire::BCD.with_nibble_pad(NibblePad::new(Side::Right, 0xF).accepting(&[0]));

const JCARD_CMF_MESSAGES: &[MessageRule] = &[
    MessageRule::new("advice", "212x 222x").echo("5 6 14 21 22 24 25 26 43"),
    MessageRule::new("reconciliation", "250x 252x").mandatory("7 11 12 24 68 74 97"),
    MessageRule::new("reconciliation-response", "251x 253x").mandatory("7 11 12 39").echo("68 74 97"),
    MessageRule::new("request", "210x 212x 220x 222x").mandatory("3 7 11 12 22 24 26").never("39"),
    MessageRule::new("request-with-amount", "210x 212x 220x 222x").when("3 starts 0 1 2 4 5").mandatory("4"),
    MessageRule::new("request-with-pin", "210x 220x").mandatory_if("53 if present 52"),
    MessageRule::new("response", "211x 213x 221x 223x 241x 243x")
        .mandatory("7 11 12 39")
        .never("35 36 45 52 55")
        .echo("111"),
    MessageRule::new("reversal", "240x 242x")
        .mandatory("3 4 7 11 12 22 24 25 26 56")
        .never("35 36 45 52")
        .echo("5 6 14 21 22 26 38 43"),
];

const ISO2003_ASCII_FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n..19").with_name("Primary account number (PAN)").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(3, "an 6").with_name("Processing code").with_echo(),
    FieldSpec::new(4, "n 16").with_name("Amount, transaction").with_echo(),
    FieldSpec::new(5, "n 16").with_name("Amount, reconciliation"),
    FieldSpec::new(6, "n 16").with_name("Amount, cardholder billing"),
    FieldSpec::new(7, "n 10").with_name("Date and time, transmission").with_echo(),
    FieldSpec::new(8, "n 12").with_name("Amount, cardholder billing fee"),
    FieldSpec::new(9, "n 8").with_name("Conversion rate, reconciliation"),
    FieldSpec::new(10, "n 8").with_name("Conversion rate, cardholder billing"),
    FieldSpec::new(11, "n 12").with_name("Systems trace audit number (STAN)").with_echo(),
    FieldSpec::new(12, "n 14").with_name("Date and time, local transaction").with_echo(),
    FieldSpec::new(13, "n 6").with_name("Date, effective"),
    FieldSpec::new(14, "n 4").with_name("Date, expiration"),
    FieldSpec::new(15, "n 8").with_name("Date, settlement").with_echo(),
    FieldSpec::new(16, "n 4").with_name("Date, conversion"),
    FieldSpec::new(17, "n 4").with_name("Date, capture"),
    FieldSpec::new(18, "ansb...140").with_name("Message error indicator"),
    FieldSpec::new(19, "n 3").with_name("Country code, acquiring institution").with_echo(),
    FieldSpec::new(20, "n 3").with_name("Country code, primary account number"),
    FieldSpec::new(21, "ans 22").with_name("Transaction life cycle identification data"),
    FieldSpec::new(22, "b 16").with_name("Point of service data code"),
    FieldSpec::new(23, "n 3").with_name("Card sequence number").with_echo(),
    FieldSpec::new(24, "n 3").with_name("Function code"),
    FieldSpec::new(25, "n 4").with_name("Message reason code"),
    FieldSpec::new(26, "n 4").with_name("Merchant category code"),
    FieldSpec::new(27, "anb 27").with_name("Point of service capability"),
    FieldSpec::new(28, "n 8").with_name("Date, reconciliation"),
    FieldSpec::new(29, "n 3").with_name("Reconciliation indicator"),
    FieldSpec::new(30, "n 32").with_name("Amounts, original"),
    FieldSpec::new(31, "n 23").with_name("Acquirer reference number"),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code").with_echo(),
    FieldSpec::new(33, "n..11").with_name("Forwarding institution identification code").with_echo(),
    FieldSpec::new(34, "b....9999").with_name("Electronic commerce data").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(35, "z..37").with_name("Track 2 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z...104").with_name("Track 3 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "anp 12").with_name("Retrieval reference number").with_echo(),
    FieldSpec::new(38, "anp 6").with_name("Approval code"),
    FieldSpec::new(39, "n 4").with_name("Action code"),
    FieldSpec::new(40, "n 3").with_name("Service code"),
    FieldSpec::new(41, "ans 16").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans..35").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "ansb....9999").with_name("Card acceptor name/location"),
    FieldSpec::new(44, "ansb....9999").with_name("Additional response data"),
    FieldSpec::new(45, "ans..76").with_name("Track 1 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(46, "ans...216").with_name("Amounts, fees").with_sensitivity(Sensitivity::None).with_echo(),
    FieldSpec::new(47, "ans...999").with_name("Additional data - national").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(48, "ans...999").with_name("Additional data - private").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(49, "ansb....9999").with_name("Verification data").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(50, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(51, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "b..48").with_name("Security related control information").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(54, "ans...126").with_name("Amounts, additional"),
    FieldSpec::new(55, "b....9999")
        .with_name("ICC system related data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, &[]),
    FieldSpec::new(56, "n..41").with_name("Original data elements").with_sensitivity(Sensitivity::None).with_echo(),
    FieldSpec::new(57, "n 3").with_name("Authorization life cycle code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(58, "n..11")
        .with_name("Authorizing agent institution identification code")
        .with_sensitivity(Sensitivity::None),
    FieldSpec::new(59, "ans...999").with_name("Transport data").with_sensitivity(Sensitivity::Secret).with_echo(),
    FieldSpec::new(60, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(61, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(62, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "ans...999")
        .with_name("Reserved for private use")
        .with_sensitivity(Sensitivity::Secret)
        .with_echo(),
    FieldSpec::new(64, "b 4").with_name("Message authentication code (MAC)"),
    FieldSpec::new(66, "ans...216").with_name("Amounts, original fees"),
    FieldSpec::new(67, "n 2").with_name("Extended payment data"),
    FieldSpec::new(68, "an 9").with_name("Batch/file transfer message control"),
    FieldSpec::new(69, "ans 40").with_name("Batch/file transfer control data"),
    FieldSpec::new(70, "n 18").with_name("File transfer description data"),
    FieldSpec::new(71, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(72, "ansb....9999").with_name("Data record").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(73, "n 8").with_name("Date, action"),
    FieldSpec::new(74, "n 156").with_name("Reconciliation data, primary"),
    FieldSpec::new(75, "n 90").with_name("Reconciliation data, secondary"),
    FieldSpec::new(76, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(77, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(78, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(79, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(80, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(81, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(82, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(83, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(84, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(85, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(86, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(87, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(88, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(89, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(90, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(92, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(93, "n..11").with_name("Transaction destination institution identification code"),
    FieldSpec::new(94, "n..11").with_name("Transaction originator institution identification code"),
    FieldSpec::new(95, "ans..99").with_name("Card issuer reference data"),
    FieldSpec::new(96, "b...999").with_name("Key management data").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(97, "an 21").with_name("Amount, net reconciliation"),
    FieldSpec::new(98, "ans 25").with_name("Payee"),
    FieldSpec::new(99, "an..11").with_name("Settlement institution identification code"),
    FieldSpec::new(100, "n..11").with_name("Receiving institution identification code").with_echo(),
    FieldSpec::new(101, "ans..99").with_name("File name"),
    FieldSpec::new(102, "ans..28").with_name("Account identification 1").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(103, "ans..28").with_name("Account identification 2").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(104, "b....9999").with_name("Transaction specific data").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(105, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(106, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(107, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(108, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(109, "ans...144")
        .with_name("Reconciliation fee amounts, credit")
        .with_sensitivity(Sensitivity::None),
    FieldSpec::new(110, "ans...144").with_name("Reconciliation fee amounts, debit").with_sensitivity(Sensitivity::None),
    FieldSpec::new(111, "ansb....9999")
        .with_name("Reserved for private use")
        .with_sensitivity(Sensitivity::Secret)
        .with_echo(),
    FieldSpec::new(112, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(113, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(114, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(115, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(116, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(117, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(118, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(119, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(120, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(121, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(122, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(123, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(124, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(125, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(126, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(127, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(128, "b 4").with_name("Message authentication code (MAC)"),
];

const JCARD_CMF_FIELDS: &[FieldSpec] = &[
    FieldSpec::new(2, "n..19").with_name("Primary account number (PAN)").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(3, "an 6").with_name("Processing code").with_echo().with_parts(JCARD_CMF_FIELDS_3),
    FieldSpec::new(4, "n 16").with_name("Amount, transaction").with_echo().with_parts(JCARD_CMF_FIELDS_4),
    FieldSpec::new(5, "n 16").with_name("Amount, reconciliation"),
    FieldSpec::new(6, "n 16").with_name("Amount, cardholder billing"),
    FieldSpec::new(7, "n 10").with_name("Date and time, transmission").with_echo(),
    FieldSpec::new(8, "n 12").with_name("Amount, cardholder billing fee"),
    FieldSpec::new(9, "n 8").with_name("Conversion rate, reconciliation"),
    FieldSpec::new(10, "n 8").with_name("Conversion rate, cardholder billing"),
    FieldSpec::new(11, "n 12").with_name("Systems trace audit number (STAN)").with_echo(),
    FieldSpec::new(12, "n 14").with_name("Date and time, local transaction").with_echo(),
    FieldSpec::new(13, "n 6").with_name("Date, effective"),
    FieldSpec::new(14, "n 4").with_name("Date, expiration"),
    FieldSpec::new(15, "n 8").with_name("Date, settlement").with_echo(),
    FieldSpec::new(16, "n 4").with_name("Date, conversion"),
    FieldSpec::new(17, "n 4").with_name("Date, capture"),
    FieldSpec::new(18, "ansb...140").with_name("Message error indicator"),
    FieldSpec::new(19, "n 3").with_name("Country code, acquiring institution").with_echo(),
    FieldSpec::new(20, "n 3").with_name("Country code, primary account number"),
    FieldSpec::new(21, "ans 22").with_name("Transaction life cycle identification data"),
    FieldSpec::new(22, "b 16").with_name("Point of service data code").with_parts(JCARD_CMF_FIELDS_22),
    FieldSpec::new(23, "n 3").with_name("Card sequence number").with_echo(),
    FieldSpec::new(24, "n 3").with_name("Function code"),
    FieldSpec::new(25, "n 4").with_name("Message reason code"),
    FieldSpec::new(26, "n 4").with_name("Merchant category code"),
    FieldSpec::new(27, "anb 27").with_name("Point of service capability"),
    FieldSpec::new(28, "n 8").with_name("Date, reconciliation"),
    FieldSpec::new(29, "n 3").with_name("Reconciliation indicator"),
    FieldSpec::new(30, "n 32").with_name("Amounts, original").with_parts(JCARD_CMF_FIELDS_30),
    FieldSpec::new(31, "n 23").with_name("Acquirer reference number"),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code").with_echo(),
    FieldSpec::new(33, "n..11").with_name("Forwarding institution identification code").with_echo(),
    FieldSpec::new(34, "b....9999")
        .with_name("Electronic commerce data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::DATASETS, &[]),
    FieldSpec::new(35, "z..37").with_name("Track 2 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z...104").with_name("Track 3 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "anp 12").with_name("Retrieval reference number").with_echo(),
    FieldSpec::new(38, "anp 6").with_name("Approval code"),
    FieldSpec::new(39, "n 4").with_name("Action code"),
    FieldSpec::new(40, "n 3").with_name("Service code"),
    FieldSpec::new(41, "ans 16").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans..35").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "b....9999").with_name("Card acceptor name/location").with_tlv(TlvForm::DATASETS, &[]),
    FieldSpec::new(44, "b....9999")
        .with_name("Additional response data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::DATASETS, &[]),
    FieldSpec::new(45, "ans..76").with_name("Track 1 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(46, "ans...216").with_name("Amounts, fees").with_sensitivity(Sensitivity::None).with_echo(),
    FieldSpec::new(47, "ans...999").with_name("Additional data - national").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(48, "ans...999").with_name("Additional data - private").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(49, "b....9999")
        .with_name("Verification data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::DATASETS, &[]),
    FieldSpec::new(50, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(51, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "b..48").with_name("Security related control information").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(54, "ans...126").with_name("Amounts, additional").with_groups(Groups::up_to(6), JCARD_CMF_FIELDS_54),
    FieldSpec::new(55, "b....9999")
        .with_name("ICC system related data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, &[]),
    FieldSpec::new(56, "n..41").with_name("Original data elements").with_sensitivity(Sensitivity::None).with_echo(),
    FieldSpec::new(57, "n 3").with_name("Authorization life cycle code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(58, "n..11")
        .with_name("Authorizing agent institution identification code")
        .with_sensitivity(Sensitivity::None),
    FieldSpec::new(59, "ans...999").with_name("Transport data").with_sensitivity(Sensitivity::Secret).with_echo(),
    FieldSpec::new(60, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(61, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(62, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "ans...999")
        .with_name("Reserved for private use")
        .with_sensitivity(Sensitivity::Secret)
        .with_echo(),
    FieldSpec::new(64, "b 4").with_name("Message authentication code (MAC)"),
    FieldSpec::new(66, "ans...216").with_name("Amounts, original fees"),
    FieldSpec::new(67, "n 2").with_name("Extended payment data"),
    FieldSpec::new(68, "an 9").with_name("Batch/file transfer message control"),
    FieldSpec::new(69, "ans 40").with_name("Batch/file transfer control data"),
    FieldSpec::new(70, "n 18").with_name("File transfer description data"),
    FieldSpec::new(71, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(72, "ansb....9999").with_name("Data record").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(73, "n 8").with_name("Date, action"),
    FieldSpec::new(74, "n 156").with_name("Reconciliation data, primary").with_parts(JCARD_CMF_FIELDS_74),
    FieldSpec::new(75, "n 90").with_name("Reconciliation data, secondary"),
    FieldSpec::new(76, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(77, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(78, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(79, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(80, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(81, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(82, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(83, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(84, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(85, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(86, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(87, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(88, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(89, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(90, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(92, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(93, "n..11").with_name("Transaction destination institution identification code"),
    FieldSpec::new(94, "n..11").with_name("Transaction originator institution identification code"),
    FieldSpec::new(95, "ans..99").with_name("Card issuer reference data"),
    FieldSpec::new(96, "b...999").with_name("Key management data").with_sensitivity(Sensitivity::Key),
    FieldSpec::new(97, "an 21").with_name("Amount, net reconciliation").with_parts(JCARD_CMF_FIELDS_97),
    FieldSpec::new(98, "ans 25").with_name("Payee"),
    FieldSpec::new(99, "an..11").with_name("Settlement institution identification code"),
    FieldSpec::new(100, "n..11").with_name("Receiving institution identification code").with_echo(),
    FieldSpec::new(101, "ans..99").with_name("File name"),
    FieldSpec::new(102, "ans..28").with_name("Account identification 1").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(103, "ans..28").with_name("Account identification 2").with_sensitivity(Sensitivity::Pan).with_echo(),
    FieldSpec::new(104, "b....9999")
        .with_name("Transaction specific data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::DATASETS, &[]),
    FieldSpec::new(105, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(106, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(107, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(108, "ansb....9999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(109, "ans...144")
        .with_name("Reconciliation fee amounts, credit")
        .with_sensitivity(Sensitivity::None),
    FieldSpec::new(110, "ans...144").with_name("Reconciliation fee amounts, debit").with_sensitivity(Sensitivity::None),
    FieldSpec::new(111, "ansb....9999")
        .with_name("Reserved for private use")
        .with_sensitivity(Sensitivity::Secret)
        .with_echo(),
    FieldSpec::new(112, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(113, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(114, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(115, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(116, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(117, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(118, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(119, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(120, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(121, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(122, "ansb....9999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(123, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(124, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(125, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(126, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(127, "ansb....9999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(128, "b 4").with_name("Message authentication code (MAC)"),
];

const JCARD_CMF_FIELDS_3: &[FieldSpec] = &[
    FieldSpec::new(1, "an 2").with_name("Transaction type"),
    FieldSpec::new(2, "an 2").with_name("Account, from"),
    FieldSpec::new(3, "an 2").with_name("Account, to"),
];

const JCARD_CMF_FIELDS_4: &[FieldSpec] = &[
    FieldSpec::new(1, "n 3").with_name("Currency code"),
    FieldSpec::new(2, "n 1").with_name("Minor unit"),
    FieldSpec::new(3, "n 12").with_name("Amount"),
];

const JCARD_CMF_FIELDS_22: &[FieldSpec] = &[
    FieldSpec::new(1, "b 4").with_name("Card reading capabilities and methods"),
    FieldSpec::new(2, "b 4").with_name("Verification"),
    FieldSpec::new(3, "b 4").with_name("Environment"),
    FieldSpec::new(4, "b 4").with_name("Security"),
];

const JCARD_CMF_FIELDS_30: &[FieldSpec] = &[
    FieldSpec::new(1, "n 16").with_name("Original amount, transaction"),
    FieldSpec::new(2, "n 16").with_name("Original amount, reconciliation"),
];

const JCARD_CMF_FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "an 2").with_name("Account type"),
    FieldSpec::new(2, "an 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "n 1").with_name("Minor unit"),
    FieldSpec::new(5, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(6, "n 12").with_name("Amount"),
];

const JCARD_CMF_FIELDS_74: &[FieldSpec] = &[
    FieldSpec::new(1, "n 16").with_name("Amount, credits"),
    FieldSpec::new(2, "n 10").with_name("Number, credits"),
    FieldSpec::new(3, "n 16").with_name("Amount, chargebacks of credits"),
    FieldSpec::new(4, "n 10").with_name("Number, chargebacks of credits"),
    FieldSpec::new(5, "n 16").with_name("Amount, reversals of credits"),
    FieldSpec::new(6, "n 10").with_name("Number, reversals of credits"),
    FieldSpec::new(7, "n 16").with_name("Amount, debits"),
    FieldSpec::new(8, "n 10").with_name("Number, debits"),
    FieldSpec::new(9, "n 16").with_name("Amount, chargebacks of debits"),
    FieldSpec::new(10, "n 10").with_name("Number, chargebacks of debits"),
    FieldSpec::new(11, "n 16").with_name("Amount, reversals of debits"),
    FieldSpec::new(12, "n 10").with_name("Number, reversals of debits"),
];

const JCARD_CMF_FIELDS_97: &[FieldSpec] = &[
    FieldSpec::new(1, "n 3").with_name("Currency code"),
    FieldSpec::new(2, "n 1").with_name("Minor unit"),
    FieldSpec::new(3, "x+n 16").with_name("Amount, with C credit or D debit in front"),
];
