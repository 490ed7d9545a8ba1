//! Requests, advices and notifications that ask for an amount, and the answers to them.

use crate::element::{
    AcceptorId, ActionCode, AdditionalAmounts, AmountText, ApprovalCode, CenturyDate, CenturyDateTime, Expiry,
    InstitutionId, OriginalDataElements2003, Pan, PinBlock, PosDataSets, ProcessingCode, Rrn, Stan, TerminalId, Track1,
    Track2, Track3, TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Is the card good for this amount: requests (2100), advices (2120) and notifications (2140).
    pub struct Authorization<'a>: "210x 212x 214x";
    /// Move the money: requests (2200), advices (2220) and notifications (2240).
    pub struct Financial<'a>: "220x 222x 224x";
    mandatory {
        /// What is to be done, and with which accounts.
        processing_code: ProcessingCode = 3,
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// Date and time at the card acceptor.
        local_time: CenturyDateTime = 12,
        /// How the card was read, and what the terminal is able to.
        entry_mode: PosDataSets = 22,
        /// What the message is for, within its class.
        function_code: u16 = 24,
        /// The kind of business of the card acceptor.
        merchant_type: u16 = 26,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
        /// The amount, with its currency.
        amount: AmountText = 4,
        /// The amount for reconciliation, with its currency.
        reconciliation_amount: AmountText = 5,
        /// The amount for the cardholder, with its currency.
        billing_amount: AmountText = 6,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// The day on which it is settled.
        settlement_date: CenturyDate = 15,
        /// The country of the acquirer.
        acquirer_country: u16 = 19,
        /// Which of several cards of one number.
        card_sequence: u16 = 23,
        /// Why the message is sent.
        reason: u16 = 25,
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
        action_code: ActionCode = 39,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which card acceptor.
        acceptor_id: AcceptorId<'a> = 42,
        /// Name and place of the card acceptor.
        acceptor_location: Value<'a> = 43,
        /// Track 1 of the card.
        track1: Track1<'a> = 45,
        /// The enciphered PIN.
        pin: PinBlock = 52,
        /// With which keys, and in which form, the PIN is enciphered.
        security: Value<'a> = 53,
        /// Balances and other amounts.
        additional_amounts: AdditionalAmounts<'a> = 54,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Which message this one is about.
        original: OriginalDataElements2003 = 56,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
    }
}

typed_message! {
    /// The answer to an [`Authorization`]: 2110 and 2130.
    pub struct AuthorizationResponse<'a>: "211x 213x";
    /// The answer to a [`Financial`] message: 2210 and 2230.
    pub struct FinancialResponse<'a>: "221x 223x";
    mandatory {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// Date and time at the card acceptor.
        local_time: CenturyDateTime = 12,
        /// What was decided.
        action_code: ActionCode = 39,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
        /// What is to be done, and with which accounts.
        processing_code: ProcessingCode = 3,
        /// The amount, with its currency.
        amount: AmountText = 4,
        /// The amount for reconciliation, with its currency.
        reconciliation_amount: AmountText = 5,
        /// The amount for the cardholder, with its currency.
        billing_amount: AmountText = 6,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// The day on which it is settled.
        settlement_date: CenturyDate = 15,
        /// The country of the acquirer.
        acquirer_country: u16 = 19,
        /// Which of several cards of one number.
        card_sequence: u16 = 23,
        /// What the message is for, within its class.
        function_code: u16 = 24,
        /// Why the message is sent.
        reason: u16 = 25,
        /// The kind of business of the card acceptor.
        merchant_type: u16 = 26,
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
        /// Balances and other amounts.
        additional_amounts: AdditionalAmounts<'a> = 54,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
    }
}
