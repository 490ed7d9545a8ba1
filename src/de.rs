//! Names of the data elements, to say `de::PAN` for field 2.
//!
//! The constants at the top are those of ISO 8583:1987, the edition that most networks speak; [`iso1993`] and
//! [`iso2003`] are the later editions, where many numbers mean something else. Fields that are reserved for private,
//! national or ISO use have no name here, nor has field 65. The formats are those of the shipped dictionaries; the spec
//! of a network may have others.

/// Field 2, n..19: primary account number (PAN).
pub const PRIMARY_ACCOUNT_NUMBER: u16 = 2;
/// Field 2: short for [`PRIMARY_ACCOUNT_NUMBER`].
pub const PAN: u16 = 2;
/// Field 3, n 6: processing code: transaction type, account from, account to.
pub const PROCESSING_CODE: u16 = 3;
/// Field 4, n 12: amount, transaction, in minor units.
pub const AMOUNT_TRANSACTION: u16 = 4;
/// Field 5, n 12: amount, settlement, in minor units.
pub const AMOUNT_SETTLEMENT: u16 = 5;
/// Field 6, n 12: amount, cardholder billing, in minor units.
pub const AMOUNT_CARDHOLDER_BILLING: u16 = 6;
/// Field 7, n 10: transmission date and time, MMDDhhmmss.
pub const TRANSMISSION_DATE_AND_TIME: u16 = 7;
/// Field 8, n 8: amount, cardholder billing fee, in minor units.
pub const AMOUNT_CARDHOLDER_BILLING_FEE: u16 = 8;
/// Field 9, n 8: conversion rate, settlement: the first digit counts the decimals of the rest.
pub const CONVERSION_RATE_SETTLEMENT: u16 = 9;
/// Field 10, n 8: conversion rate, cardholder billing: the first digit counts the decimals of the rest.
pub const CONVERSION_RATE_CARDHOLDER_BILLING: u16 = 10;
/// Field 11, n 6: system trace audit number (STAN).
pub const SYSTEM_TRACE_AUDIT_NUMBER: u16 = 11;
/// Field 11: short for [`SYSTEM_TRACE_AUDIT_NUMBER`].
pub const STAN: u16 = 11;
/// Field 12, n 6: time, local transaction, hhmmss.
pub const TIME_LOCAL_TRANSACTION: u16 = 12;
/// Field 13, n 4: date, local transaction, MMDD.
pub const DATE_LOCAL_TRANSACTION: u16 = 13;
/// Field 14, n 4: date, expiration, YYMM.
pub const DATE_EXPIRATION: u16 = 14;
/// Field 15, n 4: date, settlement, MMDD.
pub const DATE_SETTLEMENT: u16 = 15;
/// Field 16, n 4: date, conversion, MMDD.
pub const DATE_CONVERSION: u16 = 16;
/// Field 17, n 4: date, capture, MMDD.
pub const DATE_CAPTURE: u16 = 17;
/// Field 18, n 4: merchant's type, the merchant category code.
pub const MERCHANT_TYPE: u16 = 18;
/// Field 19, n 3: acquiring institution country code.
pub const ACQUIRING_INSTITUTION_COUNTRY_CODE: u16 = 19;
/// Field 20, n 3: PAN extended, country code.
pub const PAN_EXTENDED_COUNTRY_CODE: u16 = 20;
/// Field 21, n 3: forwarding institution country code.
pub const FORWARDING_INSTITUTION_COUNTRY_CODE: u16 = 21;
/// Field 22, n 3: point of service entry mode.
pub const POINT_OF_SERVICE_ENTRY_MODE: u16 = 22;
/// Field 23, n 3: card sequence number.
pub const CARD_SEQUENCE_NUMBER: u16 = 23;
/// Field 24, n 3: network international identifier (NII).
pub const NETWORK_INTERNATIONAL_IDENTIFIER: u16 = 24;
/// Field 25, n 2: point of service condition code.
pub const POINT_OF_SERVICE_CONDITION_CODE: u16 = 25;
/// Field 26, n 2: point of service PIN capture code.
pub const POINT_OF_SERVICE_PIN_CAPTURE_CODE: u16 = 26;
/// Field 27, n 1: authorization identification response length.
pub const AUTHORIZATION_ID_RESPONSE_LENGTH: u16 = 27;
/// Field 28, x+n 8: amount, transaction fee, C for credit or D for debit in front.
pub const AMOUNT_TRANSACTION_FEE: u16 = 28;
/// Field 29, x+n 8: amount, settlement fee, C or D in front.
pub const AMOUNT_SETTLEMENT_FEE: u16 = 29;
/// Field 30, x+n 8: amount, transaction processing fee, C or D in front.
pub const AMOUNT_TRANSACTION_PROCESSING_FEE: u16 = 30;
/// Field 31, x+n 8: amount, settlement processing fee, C or D in front.
pub const AMOUNT_SETTLEMENT_PROCESSING_FEE: u16 = 31;
/// Field 32, n..11: acquiring institution identification code.
pub const ACQUIRING_INSTITUTION_ID_CODE: u16 = 32;
/// Field 33, n..11: forwarding institution identification code.
pub const FORWARDING_INSTITUTION_ID_CODE: u16 = 33;
/// Field 34, ns..28: PAN, extended.
pub const PAN_EXTENDED: u16 = 34;
/// Field 35, z..37: track 2 data.
pub const TRACK_2_DATA: u16 = 35;
/// Field 36, z...104: track 3 data.
pub const TRACK_3_DATA: u16 = 36;
/// Field 37, an 12: retrieval reference number (RRN).
pub const RETRIEVAL_REFERENCE_NUMBER: u16 = 37;
/// Field 37: short for [`RETRIEVAL_REFERENCE_NUMBER`].
pub const RRN: u16 = 37;
/// Field 38, an 6: authorization identification response, the approval code.
pub const AUTHORIZATION_ID_RESPONSE: u16 = 38;
/// Field 39, an 2: response code.
pub const RESPONSE_CODE: u16 = 39;
/// Field 40, an 3: service restriction code.
pub const SERVICE_RESTRICTION_CODE: u16 = 40;
/// Field 41, ans 8: card acceptor terminal identification.
pub const CARD_ACCEPTOR_TERMINAL_ID: u16 = 41;
/// Field 42, ans 15: card acceptor identification code, the merchant.
pub const CARD_ACCEPTOR_ID_CODE: u16 = 42;
/// Field 43, ans 40: card acceptor name and location.
pub const CARD_ACCEPTOR_NAME_LOCATION: u16 = 43;
/// Field 44, ans..25: additional response data.
pub const ADDITIONAL_RESPONSE_DATA: u16 = 44;
/// Field 45, ans..76: track 1 data.
pub const TRACK_1_DATA: u16 = 45;
/// Field 46, ans...999: additional data, ISO.
pub const ADDITIONAL_DATA_ISO: u16 = 46;
/// Field 47, ans...999: additional data, national.
pub const ADDITIONAL_DATA_NATIONAL: u16 = 47;
/// Field 48, ans...999: additional data, private.
pub const ADDITIONAL_DATA_PRIVATE: u16 = 48;
/// Field 49, an 3: currency code, transaction.
pub const CURRENCY_CODE_TRANSACTION: u16 = 49;
/// Field 50, an 3: currency code, settlement.
pub const CURRENCY_CODE_SETTLEMENT: u16 = 50;
/// Field 51, an 3: currency code, cardholder billing.
pub const CURRENCY_CODE_CARDHOLDER_BILLING: u16 = 51;
/// Field 52, b 8: PIN data, the enciphered PIN block.
pub const PIN_DATA: u16 = 52;
/// Field 53, n 16: security related control information.
pub const SECURITY_RELATED_CONTROL_INFORMATION: u16 = 53;
/// Field 54, ans...120: additional amounts, groups of 20.
pub const ADDITIONAL_AMOUNTS: u16 = 54;
/// Field 55, b...255: chip data; this edition reserves the field, and chip data is what is sent.
pub const ICC_DATA: u16 = 55;
/// Field 64, b 8: message authentication code of a message without a second bitmap.
pub const MAC_PRIMARY: u16 = 64;
/// Field 66, n 1: settlement code.
pub const SETTLEMENT_CODE: u16 = 66;
/// Field 67, n 2: extended payment code.
pub const EXTENDED_PAYMENT_CODE: u16 = 67;
/// Field 68, n 3: receiving institution country code.
pub const RECEIVING_INSTITUTION_COUNTRY_CODE: u16 = 68;
/// Field 69, n 3: settlement institution country code.
pub const SETTLEMENT_INSTITUTION_COUNTRY_CODE: u16 = 69;
/// Field 70, n 3: network management information code.
pub const NETWORK_MANAGEMENT_INFORMATION_CODE: u16 = 70;
/// Field 71, n 4: message number.
pub const MESSAGE_NUMBER: u16 = 71;
/// Field 72, n 4: message number, last.
pub const MESSAGE_NUMBER_LAST: u16 = 72;
/// Field 73, n 6: date, action, YYMMDD.
pub const DATE_ACTION: u16 = 73;
/// Field 74, n 10: credits, number.
pub const CREDITS_NUMBER: u16 = 74;
/// Field 75, n 10: credits, reversal number.
pub const CREDITS_REVERSAL_NUMBER: u16 = 75;
/// Field 76, n 10: debits, number.
pub const DEBITS_NUMBER: u16 = 76;
/// Field 77, n 10: debits, reversal number.
pub const DEBITS_REVERSAL_NUMBER: u16 = 77;
/// Field 78, n 10: transfer, number.
pub const TRANSFER_NUMBER: u16 = 78;
/// Field 79, n 10: transfer, reversal number.
pub const TRANSFER_REVERSAL_NUMBER: u16 = 79;
/// Field 80, n 10: inquiries, number.
pub const INQUIRIES_NUMBER: u16 = 80;
/// Field 81, n 10: authorizations, number.
pub const AUTHORIZATIONS_NUMBER: u16 = 81;
/// Field 82, n 12: credits, processing fee amount.
pub const CREDITS_PROCESSING_FEE_AMOUNT: u16 = 82;
/// Field 83, n 12: credits, transaction fee amount.
pub const CREDITS_TRANSACTION_FEE_AMOUNT: u16 = 83;
/// Field 84, n 12: debits, processing fee amount.
pub const DEBITS_PROCESSING_FEE_AMOUNT: u16 = 84;
/// Field 85, n 12: debits, transaction fee amount.
pub const DEBITS_TRANSACTION_FEE_AMOUNT: u16 = 85;
/// Field 86, n 16: credits, amount.
pub const CREDITS_AMOUNT: u16 = 86;
/// Field 87, n 16: credits, reversal amount.
pub const CREDITS_REVERSAL_AMOUNT: u16 = 87;
/// Field 88, n 16: debits, amount.
pub const DEBITS_AMOUNT: u16 = 88;
/// Field 89, n 16: debits, reversal amount.
pub const DEBITS_REVERSAL_AMOUNT: u16 = 89;
/// Field 90, n 42: original data elements: message type, STAN, date and time, acquirer, forwarder.
pub const ORIGINAL_DATA_ELEMENTS: u16 = 90;
/// Field 91, an 1: file update code.
pub const FILE_UPDATE_CODE: u16 = 91;
/// Field 92, an 2: file security code.
pub const FILE_SECURITY_CODE: u16 = 92;
/// Field 93, an 5: response indicator.
pub const RESPONSE_INDICATOR: u16 = 93;
/// Field 94, an 7: service indicator.
pub const SERVICE_INDICATOR: u16 = 94;
/// Field 95, an 42: replacement amounts.
pub const REPLACEMENT_AMOUNTS: u16 = 95;
/// Field 96, b 8: message security code.
pub const MESSAGE_SECURITY_CODE: u16 = 96;
/// Field 97, x+n 16: amount, net settlement, C or D in front.
pub const AMOUNT_NET_SETTLEMENT: u16 = 97;
/// Field 98, ans 25: payee.
pub const PAYEE: u16 = 98;
/// Field 99, n..11: settlement institution identification code.
pub const SETTLEMENT_INSTITUTION_ID_CODE: u16 = 99;
/// Field 100, n..11: receiving institution identification code.
pub const RECEIVING_INSTITUTION_ID_CODE: u16 = 100;
/// Field 101, ans..17: file name.
pub const FILE_NAME: u16 = 101;
/// Field 102, ans..28: account identification 1.
pub const ACCOUNT_ID_1: u16 = 102;
/// Field 103, ans..28: account identification 2.
pub const ACCOUNT_ID_2: u16 = 103;
/// Field 104, ans...100: transaction description.
pub const TRANSACTION_DESCRIPTION: u16 = 104;
/// Field 128, b 8: message authentication code of a message with a second bitmap.
pub const MAC_SECONDARY: u16 = 128;

/// The data elements of ISO 8583:1993.
///
/// What means the same and looks the same as in 1987 has the name it has there.
pub mod iso1993 {
    pub use super::{
        ACCOUNT_ID_1, ACCOUNT_ID_2, ACQUIRING_INSTITUTION_COUNTRY_CODE, ACQUIRING_INSTITUTION_ID_CODE,
        ADDITIONAL_AMOUNTS, ADDITIONAL_DATA_NATIONAL, ADDITIONAL_DATA_PRIVATE, AMOUNT_CARDHOLDER_BILLING,
        AMOUNT_CARDHOLDER_BILLING_FEE, AMOUNT_TRANSACTION, AUTHORIZATIONS_NUMBER, CARD_ACCEPTOR_ID_CODE,
        CARD_ACCEPTOR_TERMINAL_ID, CARD_SEQUENCE_NUMBER, CONVERSION_RATE_CARDHOLDER_BILLING, CREDITS_AMOUNT,
        CREDITS_NUMBER, CREDITS_REVERSAL_AMOUNT, CREDITS_REVERSAL_NUMBER, CURRENCY_CODE_CARDHOLDER_BILLING,
        CURRENCY_CODE_TRANSACTION, DATE_ACTION, DATE_CAPTURE, DATE_CONVERSION, DATE_EXPIRATION, DEBITS_AMOUNT,
        DEBITS_NUMBER, DEBITS_REVERSAL_AMOUNT, DEBITS_REVERSAL_NUMBER, FILE_NAME, FORWARDING_INSTITUTION_COUNTRY_CODE,
        FORWARDING_INSTITUTION_ID_CODE, INQUIRIES_NUMBER, MAC_PRIMARY, MAC_SECONDARY, MERCHANT_TYPE, PAN, PAN_EXTENDED,
        PAYEE, PIN_DATA, PRIMARY_ACCOUNT_NUMBER, PROCESSING_CODE, RECEIVING_INSTITUTION_COUNTRY_CODE,
        RECEIVING_INSTITUTION_ID_CODE, SETTLEMENT_INSTITUTION_COUNTRY_CODE, STAN, SYSTEM_TRACE_AUDIT_NUMBER,
        TRACK_1_DATA, TRACK_2_DATA, TRACK_3_DATA, TRANSACTION_DESCRIPTION, TRANSFER_NUMBER, TRANSFER_REVERSAL_NUMBER,
        TRANSMISSION_DATE_AND_TIME,
    };

    /// Field 5, n 12: amount, reconciliation, in minor units.
    pub const AMOUNT_RECONCILIATION: u16 = 5;
    /// Field 9, n 8: conversion rate, reconciliation: the first digit counts the decimals of the rest.
    pub const CONVERSION_RATE_RECONCILIATION: u16 = 9;
    /// Field 12, n 12: date and time, local transaction, YYMMDDhhmmss.
    pub const DATE_AND_TIME_LOCAL_TRANSACTION: u16 = 12;
    /// Field 13, n 4: date, effective, YYMM.
    pub const DATE_EFFECTIVE: u16 = 13;
    /// Field 15, n 6: date, settlement, YYMMDD.
    pub const DATE_SETTLEMENT: u16 = 15;
    /// Field 20, n 3: country code, primary account number.
    pub const PAN_COUNTRY_CODE: u16 = 20;
    /// Field 22, an 12: point of service data code.
    pub const POINT_OF_SERVICE_DATA_CODE: u16 = 22;
    /// Field 24, n 3: function code.
    pub const FUNCTION_CODE: u16 = 24;
    /// Field 25, n 4: message reason code.
    pub const MESSAGE_REASON_CODE: u16 = 25;
    /// Field 26, n 4: card acceptor business code.
    pub const CARD_ACCEPTOR_BUSINESS_CODE: u16 = 26;
    /// Field 27, n 1: approval code length.
    pub const APPROVAL_CODE_LENGTH: u16 = 27;
    /// Field 28, n 6: date, reconciliation, YYMMDD.
    pub const DATE_RECONCILIATION: u16 = 28;
    /// Field 29, n 3: reconciliation indicator.
    pub const RECONCILIATION_INDICATOR: u16 = 29;
    /// Field 30, n 24: amounts, original: transaction and reconciliation.
    pub const AMOUNTS_ORIGINAL: u16 = 30;
    /// Field 31, ans..99: acquirer reference data.
    pub const ACQUIRER_REFERENCE_DATA: u16 = 31;
    /// Field 37, anp 12: retrieval reference number (RRN).
    pub const RETRIEVAL_REFERENCE_NUMBER: u16 = 37;
    /// Field 37: short for [`RETRIEVAL_REFERENCE_NUMBER`].
    pub const RRN: u16 = 37;
    /// Field 38, anp 6: approval code.
    pub const APPROVAL_CODE: u16 = 38;
    /// Field 39, n 3: action code.
    pub const ACTION_CODE: u16 = 39;
    /// Field 40, n 3: service code.
    pub const SERVICE_CODE: u16 = 40;
    /// Field 43, ans..99: card acceptor name and location.
    pub const CARD_ACCEPTOR_NAME_LOCATION: u16 = 43;
    /// Field 44, ans..99: additional response data.
    pub const ADDITIONAL_RESPONSE_DATA: u16 = 44;
    /// Field 46, ans...204: amounts, fees, groups of 34.
    pub const AMOUNTS_FEES: u16 = 46;
    /// Field 50, an 3: currency code, reconciliation.
    pub const CURRENCY_CODE_RECONCILIATION: u16 = 50;
    /// Field 53, b..48: security related control information.
    pub const SECURITY_RELATED_CONTROL_INFORMATION: u16 = 53;
    /// Field 55, b...255: chip data.
    pub const ICC_DATA: u16 = 55;
    /// Field 56, n..35: original data elements: message type, STAN, local date and time, acquirer.
    pub const ORIGINAL_DATA_ELEMENTS: u16 = 56;
    /// Field 57, n 3: authorization life cycle code.
    pub const AUTHORIZATION_LIFE_CYCLE_CODE: u16 = 57;
    /// Field 58, n..11: authorizing agent institution identification code.
    pub const AUTHORIZING_AGENT_INSTITUTION_ID_CODE: u16 = 58;
    /// Field 59, ans...999: transport data, which a response repeats.
    pub const TRANSPORT_DATA: u16 = 59;
    /// Field 66, ans...204: amounts, original fees.
    pub const AMOUNTS_ORIGINAL_FEES: u16 = 66;
    /// Field 67, n 2: extended payment data.
    pub const EXTENDED_PAYMENT_DATA: u16 = 67;
    /// Field 70, n 3: country code, authorizing agent institution.
    pub const AUTHORIZING_AGENT_INSTITUTION_COUNTRY_CODE: u16 = 70;
    /// Field 71, n 8: message number.
    pub const MESSAGE_NUMBER: u16 = 71;
    /// Field 72, ans...999: data record.
    pub const DATA_RECORD: u16 = 72;
    /// Field 82, n 10: inquiries, reversal number.
    pub const INQUIRIES_REVERSAL_NUMBER: u16 = 82;
    /// Field 83, n 10: payments, number.
    pub const PAYMENTS_NUMBER: u16 = 83;
    /// Field 84, n 10: payments, reversal number.
    pub const PAYMENTS_REVERSAL_NUMBER: u16 = 84;
    /// Field 85, n 10: fee collections, number.
    pub const FEE_COLLECTIONS_NUMBER: u16 = 85;
    /// Field 90, n 10: authorizations, reversal number.
    pub const AUTHORIZATIONS_REVERSAL_NUMBER: u16 = 90;
    /// Field 91, n 3: country code, transaction destination institution.
    pub const TRANSACTION_DESTINATION_COUNTRY_CODE: u16 = 91;
    /// Field 92, n 3: country code, transaction originator institution.
    pub const TRANSACTION_ORIGINATOR_COUNTRY_CODE: u16 = 92;
    /// Field 93, n..11: transaction destination institution identification code.
    pub const TRANSACTION_DESTINATION_ID_CODE: u16 = 93;
    /// Field 94, n..11: transaction originator institution identification code.
    pub const TRANSACTION_ORIGINATOR_ID_CODE: u16 = 94;
    /// Field 95, ans..99: card issuer reference data.
    pub const CARD_ISSUER_REFERENCE_DATA: u16 = 95;
    /// Field 96, b...999: key management data.
    pub const KEY_MANAGEMENT_DATA: u16 = 96;
    /// Field 97, x+n 16: amount, net reconciliation, C or D in front.
    pub const AMOUNT_NET_RECONCILIATION: u16 = 97;
    /// Field 99, an..11: settlement institution identification code.
    pub const SETTLEMENT_INSTITUTION_ID_CODE: u16 = 99;
    /// Field 105, n 16: credits, chargeback amount.
    pub const CREDITS_CHARGEBACK_AMOUNT: u16 = 105;
    /// Field 106, n 16: debits, chargeback amount.
    pub const DEBITS_CHARGEBACK_AMOUNT: u16 = 106;
    /// Field 107, n 10: credits, chargeback number.
    pub const CREDITS_CHARGEBACK_NUMBER: u16 = 107;
    /// Field 108, n 10: debits, chargeback number.
    pub const DEBITS_CHARGEBACK_NUMBER: u16 = 108;
    /// Field 109, ans..84: credits, fee amounts.
    pub const CREDITS_FEE_AMOUNTS: u16 = 109;
    /// Field 110, ans..84: debits, fee amounts.
    pub const DEBITS_FEE_AMOUNTS: u16 = 110;
}

/// The data elements of ISO 8583:2003.
///
/// What means the same and looks the same as in 1987 or 1993 has the name it has there. Amounts hold their currency,
/// and most dates their century.
pub mod iso2003 {
    pub use super::iso1993::{
        APPROVAL_CODE, AUTHORIZATION_LIFE_CYCLE_CODE, AUTHORIZING_AGENT_INSTITUTION_ID_CODE,
        CARD_ISSUER_REFERENCE_DATA, CONVERSION_RATE_RECONCILIATION, EXTENDED_PAYMENT_DATA, FUNCTION_CODE,
        KEY_MANAGEMENT_DATA, MESSAGE_REASON_CODE, PAN_COUNTRY_CODE, RECONCILIATION_INDICATOR,
        RETRIEVAL_REFERENCE_NUMBER, RRN, SECURITY_RELATED_CONTROL_INFORMATION, SERVICE_CODE,
        SETTLEMENT_INSTITUTION_ID_CODE, TRANSACTION_DESTINATION_ID_CODE, TRANSACTION_ORIGINATOR_ID_CODE,
        TRANSPORT_DATA,
    };
    pub use super::{
        ACCOUNT_ID_1, ACCOUNT_ID_2, ACQUIRING_INSTITUTION_COUNTRY_CODE, ACQUIRING_INSTITUTION_ID_CODE,
        ADDITIONAL_DATA_NATIONAL, ADDITIONAL_DATA_PRIVATE, CARD_SEQUENCE_NUMBER, CONVERSION_RATE_CARDHOLDER_BILLING,
        DATE_CAPTURE, DATE_CONVERSION, DATE_EXPIRATION, FORWARDING_INSTITUTION_ID_CODE, PAN, PAYEE, PIN_DATA,
        PRIMARY_ACCOUNT_NUMBER, RECEIVING_INSTITUTION_ID_CODE, TRACK_1_DATA, TRACK_2_DATA, TRACK_3_DATA,
        TRANSMISSION_DATE_AND_TIME,
    };

    /// Field 3, an 6: processing code: transaction type, account from, account to.
    pub const PROCESSING_CODE: u16 = 3;
    /// Field 4, n 16: amount, transaction: currency, minor unit, value.
    pub const AMOUNT_TRANSACTION: u16 = 4;
    /// Field 5, n 16: amount, reconciliation: currency, minor unit, value.
    pub const AMOUNT_RECONCILIATION: u16 = 5;
    /// Field 6, n 16: amount, cardholder billing: currency, minor unit, value.
    pub const AMOUNT_CARDHOLDER_BILLING: u16 = 6;
    /// Field 8, n 12: amount, cardholder billing fee: currency, minor unit, value.
    pub const AMOUNT_CARDHOLDER_BILLING_FEE: u16 = 8;
    /// Field 11, n 12: system trace audit number (STAN).
    pub const SYSTEM_TRACE_AUDIT_NUMBER: u16 = 11;
    /// Field 11: short for [`SYSTEM_TRACE_AUDIT_NUMBER`].
    pub const STAN: u16 = 11;
    /// Field 12, n 14: date and time, local transaction, CCYYMMDDhhmmss.
    pub const DATE_AND_TIME_LOCAL_TRANSACTION: u16 = 12;
    /// Field 13, n 6: date, effective, CCYYMM.
    pub const DATE_EFFECTIVE: u16 = 13;
    /// Field 15, n 8: date, settlement, CCYYMMDD.
    pub const DATE_SETTLEMENT: u16 = 15;
    /// Field 18, ansb...140: message error indicator, groups of 14.
    pub const MESSAGE_ERROR_INDICATOR: u16 = 18;
    /// Field 21, ans 22: transaction life cycle identification data.
    pub const TRANSACTION_LIFE_CYCLE_ID_DATA: u16 = 21;
    /// Field 22, b 16: point of service data code, four sets of 32 bits.
    pub const POINT_OF_SERVICE_DATA_CODE: u16 = 22;
    /// Field 26, n 4: merchant category code.
    pub const MERCHANT_CATEGORY_CODE: u16 = 26;
    /// Field 27, anb 27: point of service capability.
    pub const POINT_OF_SERVICE_CAPABILITY: u16 = 27;
    /// Field 28, n 8: date, reconciliation, CCYYMMDD.
    pub const DATE_RECONCILIATION: u16 = 28;
    /// Field 30, n 32: amounts, original: transaction and reconciliation.
    pub const AMOUNTS_ORIGINAL: u16 = 30;
    /// Field 31, n 23: acquirer reference number.
    pub const ACQUIRER_REFERENCE_NUMBER: u16 = 31;
    /// Field 34, b....9999: electronic commerce data.
    pub const ELECTRONIC_COMMERCE_DATA: u16 = 34;
    /// Field 39, n 4: action code.
    pub const ACTION_CODE: u16 = 39;
    /// Field 41, ans 16: card acceptor terminal identification.
    pub const CARD_ACCEPTOR_TERMINAL_ID: u16 = 41;
    /// Field 42, ans..35: card acceptor identification code, the merchant.
    pub const CARD_ACCEPTOR_ID_CODE: u16 = 42;
    /// Field 43, ansb....9999: card acceptor name and location.
    pub const CARD_ACCEPTOR_NAME_LOCATION: u16 = 43;
    /// Field 44, ansb....9999: additional response data.
    pub const ADDITIONAL_RESPONSE_DATA: u16 = 44;
    /// Field 46, ans...216: amounts, fees, groups of 36.
    pub const AMOUNTS_FEES: u16 = 46;
    /// Field 49, ansb....9999: verification data.
    pub const VERIFICATION_DATA: u16 = 49;
    /// Field 54, ans...126: additional amounts, groups of 21.
    pub const ADDITIONAL_AMOUNTS: u16 = 54;
    /// Field 55, b....9999: chip data.
    pub const ICC_DATA: u16 = 55;
    /// Field 56, n..41: original data elements: message type, STAN, local date and time, acquirer.
    pub const ORIGINAL_DATA_ELEMENTS: u16 = 56;
    /// Field 64, b 4: message authentication code of a message without a second bitmap.
    pub const MAC_PRIMARY: u16 = 64;
    /// Field 66, ans...216: amounts, original fees.
    pub const AMOUNTS_ORIGINAL_FEES: u16 = 66;
    /// Field 68, an 9: batch or file transfer message control.
    pub const BATCH_FILE_TRANSFER_MESSAGE_CONTROL: u16 = 68;
    /// Field 69, ans 40: batch or file transfer control data.
    pub const BATCH_FILE_TRANSFER_CONTROL_DATA: u16 = 69;
    /// Field 70, n 18: file transfer description data.
    pub const FILE_TRANSFER_DESCRIPTION_DATA: u16 = 70;
    /// Field 72, ansb....9999: data record.
    pub const DATA_RECORD: u16 = 72;
    /// Field 73, n 8: date, action, CCYYMMDD.
    pub const DATE_ACTION: u16 = 73;
    /// Field 74, n 156: reconciliation data, primary: six pairs of amount and number.
    pub const RECONCILIATION_DATA_PRIMARY: u16 = 74;
    /// Field 75, n 90: reconciliation data, secondary: nine numbers.
    pub const RECONCILIATION_DATA_SECONDARY: u16 = 75;
    /// Field 97, an 21: amount, net reconciliation: currency, minor unit, sign and value.
    pub const AMOUNT_NET_RECONCILIATION: u16 = 97;
    /// Field 101, ans..99: file name.
    pub const FILE_NAME: u16 = 101;
    /// Field 104, b....9999: transaction specific data.
    pub const TRANSACTION_SPECIFIC_DATA: u16 = 104;
    /// Field 109, ans...144: reconciliation fee amounts, credit.
    pub const RECONCILIATION_FEE_AMOUNTS_CREDIT: u16 = 109;
    /// Field 110, ans...144: reconciliation fee amounts, debit.
    pub const RECONCILIATION_FEE_AMOUNTS_DEBIT: u16 = 110;
    /// Field 128, b 4: message authentication code of a message with a second bitmap.
    pub const MAC_SECONDARY: u16 = 128;
}
