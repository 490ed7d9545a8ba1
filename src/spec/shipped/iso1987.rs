//! Printed from `specs/iso1987*.toml` by `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs`: edit those.

use crate::spec::{
    Code, CodePage, Count, DataForm, FieldSpec, Groups, MessageRule, MessageSpec, NibblePad, PartBitmap, PrefixForm,
    Sensitivity, Side, Third, TlvForm, Wire,
};

/// ISO 8583:1987, all ASCII, binary bitmap.
pub static ISO1987_ASCII: MessageSpec = MessageSpec::new("iso1987-ascii", Wire::ASCII, ISO1987_ASCII_FIELDS)
    .with_title("ISO 8583:1987, all ASCII, binary bitmap")
    .with_messages(ISO1987_ASCII_MESSAGES);

const ISO1987_ASCII_MESSAGES: &[MessageRule] = &[
    MessageRule::new("advice", "012x 022x").echo("5 6 9 10 14 22 43"),
    MessageRule::new("reversal", "040x 042x").echo("5 6 9 10 14 22 38 43"),
];

/// ISO 8583:1987, all ASCII, hex bitmap and binary data.
pub static ISO1987_ASCII_HEX: MessageSpec =
    MessageSpec::new("iso1987-ascii-hex", ISO1987_ASCII_HEX_WIRE, ISO1987_ASCII_FIELDS)
        .with_title("ISO 8583:1987, all ASCII, hex bitmap and binary data")
        .with_messages(ISO1987_ASCII_MESSAGES);

const ISO1987_ASCII_HEX_WIRE: Wire = Wire::ASCII.with_bitmap(DataForm::Hex).with_binary(DataForm::Hex);

/// ISO 8583:1987, BCD numbers and prefixes, ASCII text, binary bitmap.
pub static ISO1987_BCD: MessageSpec = MessageSpec::new("iso1987-bcd", Wire::BCD, ISO1987_ASCII_FIELDS)
    .with_title("ISO 8583:1987, BCD numbers and prefixes, ASCII text, binary bitmap")
    .with_messages(ISO1987_ASCII_MESSAGES);

/// ISO 8583:1987, BCD numbers filled on the right, ASCII text, binary bitmap.
pub static ISO1987_BCD_RIGHT: MessageSpec =
    MessageSpec::new("iso1987-bcd-right", ISO1987_BCD_RIGHT_WIRE, ISO1987_ASCII_FIELDS)
        .with_title("ISO 8583:1987, BCD numbers filled on the right, ASCII text, binary bitmap")
        .with_messages(ISO1987_ASCII_MESSAGES);

const ISO1987_BCD_RIGHT_WIRE: Wire = Wire::BCD.with_nibble_pad(NibblePad::new(Side::Right, 0));

/// ISO 8583:1987, all EBCDIC, binary bitmap.
pub static ISO1987_EBCDIC: MessageSpec = MessageSpec::new("iso1987-ebcdic", Wire::EBCDIC, ISO1987_ASCII_FIELDS)
    .with_title("ISO 8583:1987, all EBCDIC, binary bitmap")
    .with_messages(ISO1987_ASCII_MESSAGES);

/// Like JCB authorization: a starter, not the network's specification.
pub static JCB_LIKE: MessageSpec = MessageSpec::new("jcb-like", JCB_LIKE_WIRE, JCB_LIKE_FIELDS)
    .with_title("Like JCB authorization: a starter, not the network's specification")
    .with_messages(JCB_LIKE_MESSAGES);

const JCB_LIKE_WIRE: Wire =
    Wire::EBCDIC.with_length(PrefixForm::Binary).with_digits(DataForm::Bcd).with_charset(CodePage::Cp500);

const JCB_LIKE_MESSAGES: &[MessageRule] = &[
    MessageRule::new("advice", "012x 022x").echo("5 6 9 10 14 22 43"),
    MessageRule::new("amounts", "01xx 04xx").conditional("50 if present 5; 51 if present 6"),
    MessageRule::new("network", "0800 0820").mandatory("7 11 70"),
    MessageRule::new("network-response", "0810 0830").mandatory("39"),
    MessageRule::new("request", "010x 012x").mandatory("2 3 4 7 11 12 13 22 25 32 49").never("39"),
    MessageRule::new("response", "011x 013x 041x 043x").mandatory("2 3 4 7 11 32 39 49").never("35 45 52"),
    MessageRule::new("reversal", "040x 042x")
        .mandatory("2 3 4 7 11 22 32 49 90")
        .never("35 45 52")
        .echo("5 6 9 10 14 22 38 43"),
];

/// Like Mastercard authorization: a starter, not the network's specification.
pub static MASTERCARD_LIKE: MessageSpec = MessageSpec::new("mastercard-like", Wire::EBCDIC, MASTERCARD_LIKE_FIELDS)
    .with_title("Like Mastercard authorization: a starter, not the network's specification")
    .with_messages(MASTERCARD_LIKE_MESSAGES);

const MASTERCARD_LIKE_MESSAGES: &[MessageRule] = &[
    MessageRule::new("advice", "012x 022x").echo("5 6 9 10 14 22 43"),
    MessageRule::new("amounts", "01xx 04xx").conditional("50 if present 5; 51 if present 6"),
    MessageRule::new("network", "0800 0820").mandatory("7 11 70"),
    MessageRule::new("network-response", "0810 0830").mandatory("39"),
    MessageRule::new("request", "010x 012x").mandatory("2 3 4 7 11 22 32 49").never("39"),
    MessageRule::new("response", "011x 013x 041x 043x").mandatory("2 3 4 7 11 32 39").never("35 45 52"),
    MessageRule::new("reversal", "040x 042x")
        .mandatory("2 3 4 7 11 22 32 49 90")
        .never("35 45 52")
        .echo("5 6 9 10 14 22 38 43"),
];

/// Like Visa BASE I: a starter, not the network's specification.
pub static VISA_BASE1_LIKE: MessageSpec =
    MessageSpec::new("visa-base1-like", VISA_BASE1_LIKE_WIRE, VISA_BASE1_LIKE_FIELDS)
        .with_title("Like Visa BASE I: a starter, not the network's specification")
        .with_messages(VISA_BASE1_LIKE_MESSAGES);

const VISA_BASE1_LIKE_WIRE: Wire =
    Wire::BCD.with_third(Third::Chain).with_length(PrefixForm::Binary).with_text(DataForm::Ebcdic);

const VISA_BASE1_LIKE_MESSAGES: &[MessageRule] = &[
    MessageRule::new("advice", "012x 022x").echo("5 6 9 10 14 22 43"),
    MessageRule::new("amounts", "01xx 02xx 04xx").conditional("50 if present 5; 51 if present 6"),
    MessageRule::new("network", "0800 0820").mandatory("7 11 70"),
    MessageRule::new("network-response", "0810 0830").mandatory("39"),
    MessageRule::new("pin", "010x 020x").conditional("53 if present 52"),
    MessageRule::new("request", "010x 012x 020x 022x").mandatory("2 3 4 7 11 22 25 32 37 41 42 49").never("39"),
    MessageRule::new("response", "011x 013x 021x 023x 041x 043x").mandatory("2 3 4 7 11 32 37 39 49").never("35 45 52"),
    MessageRule::new("reversal", "040x 042x")
        .mandatory("2 3 4 7 11 22 25 32 37 41 42 49 90")
        .never("35 45 52")
        .echo("5 6 9 10 14 22 38 43"),
];

const ISO1987_ASCII_FIELDS: &[FieldSpec] = &[
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
    FieldSpec::new(54, "ans...120")
        .with_name("Additional amounts")
        .with_groups(Groups::up_to(6), ISO1987_ASCII_FIELDS_54),
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
    FieldSpec::new(90, "n 42").with_name("Original data elements").with_echo().with_parts(ISO1987_ASCII_FIELDS_90),
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

const ISO1987_ASCII_FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
];

const ISO1987_ASCII_FIELDS_90: &[FieldSpec] = &[
    FieldSpec::new(1, "n 4").with_name("Original message type"),
    FieldSpec::new(2, "n 6").with_name("Original system trace audit number (STAN)"),
    FieldSpec::new(3, "n 10").with_name("Original transmission date and time"),
    FieldSpec::new(4, "n 11").with_name("Original acquiring institution identification code"),
    FieldSpec::new(5, "n 11").with_name("Original forwarding institution identification code"),
];

const JCB_LIKE_FIELDS: &[FieldSpec] = &[
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
    FieldSpec::new(22, "n 4").with_name("Point of service entry mode"),
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
    FieldSpec::new(48, "ans..255")
        .with_name("Additional data - private")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::fixed(Code::text(2), Code::text(2)), &[]),
    FieldSpec::new(49, "an 3").with_name("Currency code, transaction").with_echo(),
    FieldSpec::new(50, "an 3").with_name("Currency code, settlement").with_echo(),
    FieldSpec::new(51, "an 3").with_name("Currency code, cardholder billing").with_echo(),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "n 16").with_name("Security related control information").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(54, "ans..120").with_name("Additional amounts").with_groups(Groups::up_to(6), JCB_LIKE_FIELDS_54),
    FieldSpec::new(55, "b..999")
        .with_name("ICC data")
        .with_prefix_width(2)
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, &[]),
    FieldSpec::new(56, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(57, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(58, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(59, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(60, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(61, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(62, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
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
    FieldSpec::new(90, "n 42").with_name("Original data elements").with_echo().with_parts(JCB_LIKE_FIELDS_90),
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
    FieldSpec::new(105, "b 16").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
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
    FieldSpec::new(120, "ans...999")
        .with_name("Reserved for private use")
        .with_prefix_width(2)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(121, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(122, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(123, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(124, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(125, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(126, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(127, "ans...999")
        .with_name("Reserved for private use")
        .with_prefix_width(2)
        .with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(128, "b 8").with_name("Message authentication code (MAC)"),
];

const JCB_LIKE_FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
];

const JCB_LIKE_FIELDS_90: &[FieldSpec] = &[
    FieldSpec::new(1, "n 4").with_name("Original message type"),
    FieldSpec::new(2, "n 6").with_name("Original STAN"),
    FieldSpec::new(3, "n 10").with_name("Original transmission date and time"),
    FieldSpec::new(4, "n 11").with_name("Original acquiring institution"),
    FieldSpec::new(5, "n 11").with_name("Original forwarding institution"),
];

const MASTERCARD_LIKE_FIELDS: &[FieldSpec] = &[
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
    FieldSpec::new(48, "ans...999")
        .with_name("Additional data")
        .with_sensitivity(Sensitivity::Secret)
        .with_parts(MASTERCARD_LIKE_FIELDS_48),
    FieldSpec::new(49, "an 3").with_name("Currency code, transaction").with_echo(),
    FieldSpec::new(50, "an 3").with_name("Currency code, settlement").with_echo(),
    FieldSpec::new(51, "an 3").with_name("Currency code, cardholder billing").with_echo(),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "n 16").with_name("Security related control information").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(54, "ans...120")
        .with_name("Additional amounts")
        .with_groups(Groups::up_to(6), MASTERCARD_LIKE_FIELDS_54),
    FieldSpec::new(55, "b...255")
        .with_name("ICC data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::BER, &[]),
    FieldSpec::new(56, "ans...999").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(57, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(58, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(59, "ans...999").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(60, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(61, "ans...26")
        .with_name("Point of service data")
        .with_sensitivity(Sensitivity::None)
        .with_parts(MASTERCARD_LIKE_FIELDS_61),
    FieldSpec::new(62, "ans...999").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(63, "an...50")
        .with_name("Network data")
        .with_sensitivity(Sensitivity::None)
        .with_parts(MASTERCARD_LIKE_FIELDS_63),
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
    FieldSpec::new(90, "n 42").with_name("Original data elements").with_echo().with_parts(MASTERCARD_LIKE_FIELDS_90),
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

const MASTERCARD_LIKE_FIELDS_48: &[FieldSpec] = &[
    FieldSpec::new(1, "a 1")
        .with_name("Transaction category code")
        .with_sensitivity(Sensitivity::None)
        .optional_by_class(),
    FieldSpec::new(2, "ans...998")
        .with_name("Subelements")
        .to_end()
        .optional()
        .with_tlv(TlvForm::fixed(Code::text(2), Code::text(2)), MASTERCARD_LIKE_FIELDS_48_2),
];

const MASTERCARD_LIKE_FIELDS_48_2: &[FieldSpec] = &[
    FieldSpec::tagged("42", "ans..99")
        .with_name("Electronic commerce indicators")
        .with_sensitivity(Sensitivity::None)
        .with_tlv(TlvForm::fixed(Code::text(2), Code::text(2)), &[]),
    FieldSpec::tagged("77", "ans..99").with_name("Transaction type identifier").with_sensitivity(Sensitivity::None),
];

const MASTERCARD_LIKE_FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
];

const MASTERCARD_LIKE_FIELDS_61: &[FieldSpec] = &[
    FieldSpec::new(1, "n 1").with_name("Attendance of the terminal"),
    FieldSpec::new(2, "n 1").with_name("Reserved"),
    FieldSpec::new(3, "n 1").with_name("Location of the terminal"),
    FieldSpec::new(4, "n 1").with_name("Presence of the cardholder"),
    FieldSpec::new(5, "n 1").with_name("Presence of the card"),
    FieldSpec::new(6, "n 1").with_name("Card capture capability"),
    FieldSpec::new(7, "n 1").with_name("Status of the transaction"),
    FieldSpec::new(8, "n 1").with_name("Security of the transaction"),
    FieldSpec::new(9, "n 1").with_name("Reserved"),
    FieldSpec::new(10, "n 1").with_name("Cardholder activated terminal level"),
    FieldSpec::new(11, "n 1").with_name("Card data input capability"),
    FieldSpec::new(12, "n 2").with_name("Life cycle of the authorization"),
    FieldSpec::new(13, "n 3").with_name("Country of the terminal"),
    FieldSpec::new(14, "ans 10").with_name("Postal code"),
];

const MASTERCARD_LIKE_FIELDS_63: &[FieldSpec] = &[
    FieldSpec::new(1, "an 3").with_name("Network code"),
    FieldSpec::new(2, "an 9").with_name("Reference number of the network"),
    FieldSpec::new(3, "an..38").with_name("More").to_end().optional(),
];

const MASTERCARD_LIKE_FIELDS_90: &[FieldSpec] = &[
    FieldSpec::new(1, "n 4").with_name("Original message type"),
    FieldSpec::new(2, "n 6").with_name("Original system trace audit number (STAN)"),
    FieldSpec::new(3, "n 10").with_name("Original transmission date and time"),
    FieldSpec::new(4, "n 11").with_name("Original acquiring institution identification code"),
    FieldSpec::new(5, "n 11").with_name("Original forwarding institution identification code"),
];

const VISA_BASE1_LIKE_FIELDS: &[FieldSpec] = &[
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
    FieldSpec::new(22, "n 4").with_name("Point of service entry mode"),
    FieldSpec::new(23, "n 3").with_name("Card sequence number").with_echo(),
    FieldSpec::new(24, "n 3").with_name("Network international identifier (NII)"),
    FieldSpec::new(25, "n 2").with_name("Point of service condition code").with_echo(),
    FieldSpec::new(26, "n 2").with_name("Point of service PIN capture code"),
    FieldSpec::new(27, "n 1").with_name("Authorization identification response length"),
    FieldSpec::new(28, "x+n 8").with_name("Amount, transaction fee").with_data(DataForm::Ebcdic).with_echo(),
    FieldSpec::new(29, "x+n 8").with_name("Amount, settlement fee").with_data(DataForm::Ebcdic),
    FieldSpec::new(30, "x+n 8").with_name("Amount, transaction processing fee").with_data(DataForm::Ebcdic),
    FieldSpec::new(31, "x+n 8").with_name("Amount, settlement processing fee").with_data(DataForm::Ebcdic),
    FieldSpec::new(32, "n..11").with_name("Acquiring institution identification code").with_echo(),
    FieldSpec::new(33, "n..11").with_name("Forwarding institution identification code").with_echo(),
    FieldSpec::new(34, "ns..28").with_name("PAN, extended").with_sensitivity(Sensitivity::Pan),
    FieldSpec::new(35, "z..37").with_name("Track 2 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(36, "z..104").with_name("Track 3 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(37, "an 12").with_name("Retrieval reference number").with_echo(),
    FieldSpec::new(38, "an 6").with_name("Authorization identification response"),
    FieldSpec::new(39, "an 2").with_name("Response code"),
    FieldSpec::new(40, "an 3").with_name("Service restriction code"),
    FieldSpec::new(41, "ans 8").with_name("Card acceptor terminal identification").with_echo(),
    FieldSpec::new(42, "ans 15").with_name("Card acceptor identification code").with_echo(),
    FieldSpec::new(43, "ans 40").with_name("Card acceptor name/location").with_parts(VISA_BASE1_LIKE_FIELDS_43),
    FieldSpec::new(44, "ans..99").with_name("Additional response data"),
    FieldSpec::new(45, "ans..76").with_name("Track 1 data").with_sensitivity(Sensitivity::Track),
    FieldSpec::new(46, "ans..255").with_name("Additional data - ISO").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(47, "ans..255").with_name("Additional data - national").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(48, "ans..255").with_name("Additional data - private").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(49, "n 3").with_name("Currency code, transaction").with_echo(),
    FieldSpec::new(50, "n 3").with_name("Currency code, settlement").with_echo(),
    FieldSpec::new(51, "n 3").with_name("Currency code, cardholder billing").with_echo(),
    FieldSpec::new(52, "b 8").with_name("PIN data").with_sensitivity(Sensitivity::Pin),
    FieldSpec::new(53, "n 16").with_name("Security related control information").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(54, "ans..120")
        .with_name("Additional amounts")
        .with_groups(Groups::up_to(6), VISA_BASE1_LIKE_FIELDS_54),
    FieldSpec::new(55, "b..255")
        .with_name("ICC data")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::DATASETS, VISA_BASE1_LIKE_FIELDS_55),
    FieldSpec::new(56, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(57, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(58, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(59, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(60, "n..20")
        .with_name("Additional point of service data")
        .with_count(Count::Bytes)
        .with_sensitivity(Sensitivity::None)
        .with_parts(VISA_BASE1_LIKE_FIELDS_60),
    FieldSpec::new(61, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(62, "b..255")
        .with_name("Custom payment service")
        .with_sensitivity(Sensitivity::Secret)
        .with_bitmapped(PartBitmap::new(8), VISA_BASE1_LIKE_FIELDS_62),
    FieldSpec::new(63, "b..255")
        .with_name("Private network data")
        .with_sensitivity(Sensitivity::Secret)
        .with_bitmapped(PartBitmap::new(3), VISA_BASE1_LIKE_FIELDS_63),
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
    FieldSpec::new(90, "n 42").with_name("Original data elements").with_echo().with_parts(VISA_BASE1_LIKE_FIELDS_90),
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
    FieldSpec::new(104, "b..255")
        .with_name("Transaction description")
        .with_sensitivity(Sensitivity::Secret)
        .with_tlv(TlvForm::DATASETS, &[]),
    FieldSpec::new(105, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(106, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(107, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(108, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(109, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(110, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(111, "ans..255").with_name("Reserved for ISO use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(112, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(113, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(114, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(115, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(116, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(117, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(118, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(119, "ans..255").with_name("Reserved for national use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(120, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(121, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(122, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(123, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(124, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(125, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(126, "b..255")
        .with_name("Private data")
        .with_sensitivity(Sensitivity::Secret)
        .with_bitmapped(PartBitmap::new(8), VISA_BASE1_LIKE_FIELDS_126),
    FieldSpec::new(127, "ans..255").with_name("Reserved for private use").with_sensitivity(Sensitivity::Secret),
    FieldSpec::new(128, "b 8").with_name("Message authentication code (MAC)"),
    FieldSpec::new(130, "b 3").with_name("Terminal capability profile").with_sensitivity(Sensitivity::None),
    FieldSpec::new(131, "b 5").with_name("Terminal verification results").with_sensitivity(Sensitivity::None),
    FieldSpec::new(132, "b 4").with_name("Unpredictable number").with_sensitivity(Sensitivity::None),
    FieldSpec::new(133, "b 8").with_name("Terminal serial number").with_sensitivity(Sensitivity::None),
    FieldSpec::new(134, "b..255").with_name("Visa discretionary data"),
    FieldSpec::new(135, "b..255").with_name("Issuer discretionary data"),
    FieldSpec::new(136, "b 8").with_name("Cryptogram").with_sensitivity(Sensitivity::None),
    FieldSpec::new(137, "b 2").with_name("Application transaction counter").with_sensitivity(Sensitivity::None),
    FieldSpec::new(138, "b 2").with_name("Application interchange profile").with_sensitivity(Sensitivity::None),
    FieldSpec::new(139, "b 10").with_name("Response cryptogram and code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(140, "b..255").with_name("Issuer authentication data"),
    FieldSpec::new(142, "b..255").with_name("Issuer script"),
    FieldSpec::new(143, "b..255").with_name("Issuer script results"),
    FieldSpec::new(144, "n 2").with_name("Cryptogram transaction type").with_sensitivity(Sensitivity::None),
    FieldSpec::new(145, "n 3").with_name("Terminal country code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(146, "n 6").with_name("Terminal transaction date").with_sensitivity(Sensitivity::None),
    FieldSpec::new(147, "n 12").with_name("Cryptogram amount").with_sensitivity(Sensitivity::None),
    FieldSpec::new(148, "n 3").with_name("Cryptogram currency code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(149, "n 12").with_name("Cryptogram cashback amount").with_sensitivity(Sensitivity::None),
    FieldSpec::new(152, "b 8").with_name("Secondary PIN block").with_sensitivity(Sensitivity::Pin),
];

const VISA_BASE1_LIKE_FIELDS_43: &[FieldSpec] = &[
    FieldSpec::new(1, "ans 25").with_name("Name"),
    FieldSpec::new(2, "ans 13").with_name("City"),
    FieldSpec::new(3, "ans 2").with_name("Country"),
];

const VISA_BASE1_LIKE_FIELDS_54: &[FieldSpec] = &[
    FieldSpec::new(1, "n 2").with_name("Account type"),
    FieldSpec::new(2, "n 2").with_name("Amount type"),
    FieldSpec::new(3, "n 3").with_name("Currency code"),
    FieldSpec::new(4, "a 1").with_name("Sign: C credit, D debit"),
    FieldSpec::new(5, "n 12").with_name("Amount"),
];

const VISA_BASE1_LIKE_FIELDS_55: &[FieldSpec] =
    &[FieldSpec::tagged("01", "b..252").with_name("Chip data").with_tlv(TlvForm::BER, &[])];

const VISA_BASE1_LIKE_FIELDS_60: &[FieldSpec] = &[
    FieldSpec::new(1, "n 1").with_name("Terminal type"),
    FieldSpec::new(2, "n 1").with_name("Terminal entry capability").optional(),
    FieldSpec::new(3, "n 1").with_name("Chip condition").optional(),
    FieldSpec::new(4, "n 1").with_name("Special condition").optional(),
    FieldSpec::new(5, "n 2").with_name("Not used").optional(),
    FieldSpec::new(6, "n 1").with_name("Chip transaction indicator").optional(),
    FieldSpec::new(7, "n 1").with_name("Reliability of chip authentication").optional(),
    FieldSpec::new(8, "n 2").with_name("Mail, telephone or electronic commerce").optional(),
    FieldSpec::new(9, "n..10").with_name("More").to_end().optional(),
];

const VISA_BASE1_LIKE_FIELDS_62: &[FieldSpec] = &[
    FieldSpec::new(1, "an 1").with_name("Authorization characteristics indicator").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "n 15").with_name("Transaction identifier").with_sensitivity(Sensitivity::None),
    FieldSpec::new(3, "an 4").with_name("Validation code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(20, "n 10").with_name("Merchant verification value").with_sensitivity(Sensitivity::None),
    FieldSpec::new(23, "an 2").with_name("Card level results").with_sensitivity(Sensitivity::None),
];

const VISA_BASE1_LIKE_FIELDS_63: &[FieldSpec] = &[
    FieldSpec::new(1, "n 4").with_name("Network identifier").with_sensitivity(Sensitivity::None),
    FieldSpec::new(2, "n 4").with_name("Time").with_sensitivity(Sensitivity::None),
    FieldSpec::new(3, "n 4").with_name("Message reason code").with_sensitivity(Sensitivity::None),
    FieldSpec::new(4, "n 4").with_name("Reason for stand-in processing").with_sensitivity(Sensitivity::None),
    FieldSpec::new(6, "an 7").with_name("Flags").with_sensitivity(Sensitivity::None),
    FieldSpec::new(11, "an 1").with_name("Reimbursement attribute").with_sensitivity(Sensitivity::None),
    FieldSpec::new(13, "n 6").with_name("Decimal positions").with_sensitivity(Sensitivity::None),
    FieldSpec::new(14, "an 36").with_name("Issuer currency data"),
    FieldSpec::new(19, "an 3").with_name("Fee program indicator").with_sensitivity(Sensitivity::None),
];

const VISA_BASE1_LIKE_FIELDS_90: &[FieldSpec] = &[
    FieldSpec::new(1, "n 4").with_name("Original message type"),
    FieldSpec::new(2, "n 6").with_name("Original system trace audit number (STAN)"),
    FieldSpec::new(3, "n 10").with_name("Original transmission date and time"),
    FieldSpec::new(4, "n 11").with_name("Original acquiring institution identification code"),
    FieldSpec::new(5, "n 11").with_name("Original forwarding institution identification code"),
];

const VISA_BASE1_LIKE_FIELDS_126: &[FieldSpec] = &[
    FieldSpec::new(8, "b 20").with_name("Transaction identifier of electronic commerce"),
    FieldSpec::new(9, "b 20").with_name("Cardholder authentication verification value"),
    FieldSpec::new(10, "ans 6")
        .with_name("Card verification value 2 and its presence")
        .with_sensitivity(Sensitivity::Cvv),
];
