//! The other classes of the standard. No element is in all of them, so all are optional.

use crate::element::{
    AcceptorId, ActionCode, AdditionalAmounts, AmountText, ApprovalCode, CenturyDate, CenturyDateTime, Expiry,
    InstitutionId, OriginalDataElements2003, Pan, PosDataSets, ProcessingCode, Rrn, Stan, TerminalId, Track2,
    TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Change a record of a file: requests, advices and notifications.
    pub struct FileAction<'a>: "230x 232x 234x";
    /// The answer to a [`FileAction`] message.
    pub struct FileActionResponse<'a>: "231x 233x";
    /// Charge a transaction back to the acquirer: 2402 and 2422.
    pub struct Chargeback<'a>: "2402 2403 2422 2423";
    /// The answer to a [`Chargeback`].
    pub struct ChargebackResponse<'a>: "2412 2413 2432 2433";
    /// Anything else between institutions: requests, advices and notifications.
    pub struct Administrative<'a>: "260x 262x 264x";
    /// The answer to a [`Administrative`] message.
    pub struct AdministrativeResponse<'a>: "261x 263x";
    /// Collect a fee: requests, advices and notifications.
    pub struct FeeCollection<'a>: "270x 272x 274x";
    /// The answer to a [`FeeCollection`] message.
    pub struct FeeCollectionResponse<'a>: "271x 273x";
    mandatory {}
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
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// Date and time at the card acceptor.
        local_time: CenturyDateTime = 12,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// The day on which it is settled.
        settlement_date: CenturyDate = 15,
        /// The country of the acquirer.
        acquirer_country: u16 = 19,
        /// How the card was read, and what the terminal is able to.
        entry_mode: PosDataSets = 22,
        /// Which of several cards of one number.
        card_sequence: u16 = 23,
        /// What the message is for, within its class.
        function_code: u16 = 24,
        /// Why the message is sent.
        reason: u16 = 25,
        /// The kind of business of the card acceptor.
        merchant_type: u16 = 26,
        /// The amounts of the message that this one replaces.
        original_amounts: Value<'a> = 30,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
        /// Track 2 of the card.
        track2: Track2<'a> = 35,
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
        /// More of what was decided.
        additional_response: Value<'a> = 44,
        /// Balances and other amounts.
        additional_amounts: AdditionalAmounts<'a> = 54,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Which message this one is about.
        original: OriginalDataElements2003 = 56,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
        /// Which file.
        file_name: Value<'a> = 101,
        /// The account from which.
        account_1: Value<'a> = 102,
        /// The account to which.
        account_2: Value<'a> = 103,
    }
}
