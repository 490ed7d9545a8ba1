//! The other classes of the standard. No element is in all of them, so all are optional.

use crate::element::{
    AcceptorId, AdditionalAmounts, ApprovalCode, Currency, Expiry, InstitutionId, LocalDate, LocalTime,
    OriginalDataElements, Pan, PosEntryMode, ProcessingCode, ResponseCode, Rrn, Stan, TerminalId, Track2,
    TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Change a record of a file: requests, advices and notifications.
    pub struct FileAction<'a>: "030x 032x 034x";
    /// The answer to a [`FileAction`] message.
    pub struct FileActionResponse<'a>: "031x 033x";
    /// Charge a transaction back to the acquirer: 0402 and 0422.
    pub struct Chargeback<'a>: "0402 0403 0422 0423";
    /// The answer to a [`Chargeback`].
    pub struct ChargebackResponse<'a>: "0412 0413 0432 0433";
    /// Anything else between institutions: requests, advices and notifications.
    pub struct Administrative<'a>: "060x 062x 064x";
    /// The answer to a [`Administrative`] message.
    pub struct AdministrativeResponse<'a>: "061x 063x";
    /// Collect a fee: requests, advices and notifications.
    pub struct FeeCollection<'a>: "070x 072x 074x";
    /// The answer to a [`FeeCollection`] message.
    pub struct FeeCollectionResponse<'a>: "071x 073x";
    mandatory {}
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
        /// The number of the message, by its sender.
        stan: Stan = 11,
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
        /// How many digits of a PIN the terminal takes.
        pin_capture_code: u8 = 26,
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
        response_code: ResponseCode = 39,
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
        /// What is asked of the network.
        network_code: u16 = 70,
        /// Which message this one is about.
        original: OriginalDataElements = 90,
        /// What to do with the record: 1 add, 2 change, 3 delete, 4 replace, 5 inquire.
        file_action: u8 = 91,
        /// What was done in the end: by the standard [`ReplacementAmounts`](crate::element::ReplacementAmounts), in some networks in other parts.
        replacement_amounts: Value<'a> = 95,
        /// Which file.
        file_name: Value<'a> = 101,
        /// The account from which.
        account_1: Value<'a> = 102,
        /// The account to which.
        account_2: Value<'a> = 103,
    }
}
