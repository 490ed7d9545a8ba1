//! What undoes a transaction, in whole or in part.

use crate::element::{
    AcceptorId, ApprovalCode, Currency, Expiry, InstitutionId, LocalDate, LocalTime, OriginalDataElements, Pan,
    PosEntryMode, ProcessingCode, ResponseCode, Rrn, Stan, TerminalId, TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Take a transaction back: 0400 and 0420. [`Message::reversal`](crate::Message::reversal) makes one.
    pub struct Reversal<'a>: "0400 0401 0420 0421";
    mandatory {
        /// What is to be done, and with which accounts.
        processing_code: ProcessingCode = 3,
        /// The amount in minor units of `currency`; zero in what moves nothing.
        amount: u64 = 4,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// The currency of `amount`.
        currency: Currency = 49,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
        /// The amount in minor units of `settlement_currency`.
        settlement_amount: u64 = 5,
        /// The amount in minor units of `billing_currency`.
        billing_amount: u64 = 6,
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The time at the card acceptor.
        local_time: LocalTime = 12,
        /// The date at the card acceptor.
        local_date: LocalDate = 13,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// The day on which it is settled.
        settlement_date: LocalDate = 15,
        /// The kind of business of the card acceptor.
        merchant_type: u16 = 18,
        /// The country of the acquirer.
        acquirer_country: u16 = 19,
        /// How the card was read, and whether a PIN can be entered.
        entry_mode: PosEntryMode = 22,
        /// Which of several cards of one number.
        card_sequence: u16 = 23,
        /// Under which circumstances the card is used.
        condition_code: u8 = 25,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
        /// By what the transaction is found again.
        rrn: Rrn = 37,
        /// By what the approval is known.
        approval_code: ApprovalCode = 38,
        /// Why it is reversed, in many networks; in others what was decided.
        reason: ResponseCode = 39,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which card acceptor.
        acceptor_id: AcceptorId<'a> = 42,
        /// Name and place of the card acceptor.
        acceptor_location: Value<'a> = 43,
        /// The currency of `settlement_amount`.
        settlement_currency: Currency = 50,
        /// The currency of `billing_amount`.
        billing_currency: Currency = 51,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Which message this one is about.
        original: OriginalDataElements = 90,
        /// What was done in the end: by the standard [`ReplacementAmounts`](crate::element::ReplacementAmounts), in some networks in other parts.
        replacement_amounts: Value<'a> = 95,
    }
}

typed_message! {
    /// The answer to a [`Reversal`]: 0410 and 0430.
    pub struct ReversalResponse<'a>: "0410 0411 0430 0431";
    mandatory {
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// What was decided.
        response_code: ResponseCode = 39,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
        /// What is to be done, and with which accounts.
        processing_code: ProcessingCode = 3,
        /// The amount in minor units of `currency`; zero in what moves nothing.
        amount: u64 = 4,
        /// The amount in minor units of `settlement_currency`.
        settlement_amount: u64 = 5,
        /// The amount in minor units of `billing_currency`.
        billing_amount: u64 = 6,
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The time at the card acceptor.
        local_time: LocalTime = 12,
        /// The date at the card acceptor.
        local_date: LocalDate = 13,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// The day on which it is settled.
        settlement_date: LocalDate = 15,
        /// The kind of business of the card acceptor.
        merchant_type: u16 = 18,
        /// The country of the acquirer.
        acquirer_country: u16 = 19,
        /// Which of several cards of one number.
        card_sequence: u16 = 23,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
        /// By what the transaction is found again.
        rrn: Rrn = 37,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which card acceptor.
        acceptor_id: AcceptorId<'a> = 42,
        /// Name and place of the card acceptor.
        acceptor_location: Value<'a> = 43,
        /// More of what was decided.
        additional_response: Value<'a> = 44,
        /// The currency of `amount`.
        currency: Currency = 49,
        /// The currency of `settlement_amount`.
        settlement_currency: Currency = 50,
        /// The currency of `billing_amount`.
        billing_currency: Currency = 51,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Which message this one is about.
        original: OriginalDataElements = 90,
    }
}
