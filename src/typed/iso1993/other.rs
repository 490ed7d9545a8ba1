//! The other classes of the standard. No element is in all of them, so all are optional.

use crate::element::{
    AcceptorId, ActionCode, AdditionalAmounts, ApprovalCode, Currency, Expiry, InstitutionId, OriginalDataElements1993,
    Pan, PosDataCode, ProcessingCode, Rrn, Stan, TerminalId, Track2, TransmissionTime, YearDate, YearDateTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Change a record of a file: requests, advices and notifications.
    pub struct FileAction<'a>: "130x 132x 134x";
    /// The answer to a [`FileAction`] message.
    pub struct FileActionResponse<'a>: "131x 133x";
    /// Charge a transaction back to the acquirer: 1402 and 1422.
    pub struct Chargeback<'a>: "1402 1403 1422 1423";
    /// The answer to a [`Chargeback`].
    pub struct ChargebackResponse<'a>: "1412 1413 1432 1433";
    /// Anything else between institutions: requests, advices and notifications.
    pub struct Administrative<'a>: "160x 162x 164x";
    /// The answer to a [`Administrative`] message.
    pub struct AdministrativeResponse<'a>: "161x 163x";
    /// Collect a fee: requests, advices and notifications.
    pub struct FeeCollection<'a>: "170x 172x 174x";
    /// The answer to a [`FeeCollection`] message.
    pub struct FeeCollectionResponse<'a>: "171x 173x";
    mandatory {}
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
        /// What is to be done, and with which accounts.
        processing_code: ProcessingCode = 3,
        /// The amount in minor units of `currency`; zero in what moves nothing.
        amount: u64 = 4,
        /// The amount in minor units of `reconciliation_currency`.
        reconciliation_amount: u64 = 5,
        /// The amount in minor units of `billing_currency`.
        billing_amount: u64 = 6,
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// Date and time at the card acceptor.
        local_time: YearDateTime = 12,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// The day on which it is settled.
        settlement_date: YearDate = 15,
        /// The country of the acquirer.
        acquirer_country: u16 = 19,
        /// How the card was read, and what the terminal is able to.
        entry_mode: PosDataCode = 22,
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
        /// The currency of `amount`.
        currency: Currency = 49,
        /// The currency of `reconciliation_amount`.
        reconciliation_currency: Currency = 50,
        /// The currency of `billing_amount`.
        billing_currency: Currency = 51,
        /// Balances and other amounts.
        additional_amounts: AdditionalAmounts<'a> = 54,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Which message this one is about.
        original: OriginalDataElements1993 = 56,
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
