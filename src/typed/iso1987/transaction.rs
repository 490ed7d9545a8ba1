//! Requests, advices and notifications that ask for an amount, and the answers to them.

use crate::element::{
    AcceptorId, AdditionalAmounts, ApprovalCode, Currency, Expiry, InstitutionId, LocalDate, LocalTime,
    OriginalDataElements, Pan, PinBlock, PosEntryMode, ProcessingCode, ResponseCode, Rrn, Stan, TerminalId, Track1,
    Track2, Track3, TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Is the card good for this amount: requests (0100), advices (0120) and notifications (0140).
    pub struct Authorization<'a>: "010x 012x 014x";
    /// Move the money: requests (0200), advices (0220) and notifications (0240).
    pub struct Financial<'a>: "020x 022x 024x";
    mandatory {
        /// What is to be done, and with which accounts.
        processing_code: ProcessingCode = 3,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// How the card was read, and whether a PIN can be entered.
        entry_mode: PosEntryMode = 22,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
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
        /// Under which circumstances the card is used.
        condition_code: u8 = 25,
        /// How many digits of a PIN the terminal takes.
        pin_capture_code: u8 = 26,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
        /// Track 2 of the card.
        track2: Track2<'a> = 35,
        /// Track 3 of the card.
        track3: Track3<'a> = 36,
        /// By what the transaction is found again.
        rrn: Rrn = 37,
        /// By what the approval is known.
        approval_code: ApprovalCode = 38,
        /// What was decided.
        response_code: ResponseCode = 39,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which card acceptor.
        acceptor_id: AcceptorId<'a> = 42,
        /// Name and place of the card acceptor.
        acceptor_location: Value<'a> = 43,
        /// Track 1 of the card.
        track1: Track1<'a> = 45,
        /// The currency of `amount`.
        currency: Currency = 49,
        /// The currency of `settlement_amount`.
        settlement_currency: Currency = 50,
        /// The currency of `billing_amount`.
        billing_currency: Currency = 51,
        /// The enciphered PIN.
        pin: PinBlock = 52,
        /// With which keys, and in which form, the PIN is enciphered.
        security: Value<'a> = 53,
        /// Balances and other amounts.
        additional_amounts: AdditionalAmounts<'a> = 54,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Which message this one is about.
        original: OriginalDataElements = 90,
    }
}

typed_message! {
    /// The answer to an [`Authorization`]: 0110 and 0130.
    pub struct AuthorizationResponse<'a>: "011x 013x";
    /// The answer to a [`Financial`] message: 0210 and 0230.
    pub struct FinancialResponse<'a>: "021x 023x";
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
        /// Under which circumstances the card is used.
        condition_code: u8 = 25,
        /// How many digits of a PIN the terminal takes.
        pin_capture_code: u8 = 26,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
        /// By what the transaction is found again.
        rrn: Rrn = 37,
        /// By what the approval is known.
        approval_code: ApprovalCode = 38,
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
        /// Balances and other amounts.
        additional_amounts: AdditionalAmounts<'a> = 54,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
    }
}
