//! What undoes a transaction, in whole or in part.

use crate::element::{
    AcceptorId, ActionCode, AmountText, ApprovalCode, CenturyDate, CenturyDateTime, Expiry, InstitutionId,
    OriginalDataElements2003, Pan, PosDataSets, ProcessingCode, Rrn, Stan, TerminalId, TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Take a transaction back: 2400 and 2420. [`Message::reversal`](crate::Message::reversal) makes one.
    pub struct Reversal<'a>: "2400 2401 2420 2421";
    mandatory {
        /// What is to be done, and with which accounts.
        processing_code: ProcessingCode = 3,
        /// The amount, with its currency.
        amount: AmountText = 4,
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
        /// Why the message is sent.
        reason: u16 = 25,
        /// The kind of business of the card acceptor.
        merchant_type: u16 = 26,
        /// Which message this one is about.
        original: OriginalDataElements2003 = 56,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
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
        /// The amounts of the message that this one replaces.
        original_amounts: Value<'a> = 30,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
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
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
    }
}

typed_message! {
    /// The answer to a [`Reversal`]: 2410 and 2430.
    pub struct ReversalResponse<'a>: "2410 2411 2430 2431";
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
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which card acceptor.
        acceptor_id: AcceptorId<'a> = 42,
        /// Name and place of the card acceptor.
        acceptor_location: Value<'a> = 43,
        /// More of what was decided.
        additional_response: Value<'a> = 44,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Which message this one is about.
        original: OriginalDataElements2003 = 56,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
    }
}
