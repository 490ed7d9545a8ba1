//! The messages of a terminal as structs.

use crate::element::unionpay::{Field60, Field61};
use crate::element::{
    AcceptorId, AdditionalAmounts, ApprovalCode, Currency, Expiry, InstitutionId, LocalDate, LocalTime, Pan, PinBlock,
    PosEntryMode, ProcessingCode, ResponseCode, Rrn, Stan, TerminalId,
};
use crate::typed::typed_message;
use crate::value::Value;

// At most eight patterns: x20 and x30 are those of all advices.
typed_message! {
    /// What a terminal asks or tells: sales, voids, reversals, sign-in, settlement.
    pub struct Request<'a>: "0100 0200 0400 0500 0800 0x20";
    mandatory {
        /// Which transaction it is, and of which batch.
        kind: Field60 = 60,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
        /// What is to be done.
        processing_code: ProcessingCode = 3,
        /// The amount in minor units of `currency`.
        amount: u64 = 4,
        /// The number of the message.
        stan: Stan = 11,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// How the card was read.
        entry_mode: PosEntryMode = 22,
        /// Which of several cards of one number.
        card_sequence: u16 = 23,
        /// Under which circumstances the card is used.
        condition_code: u8 = 25,
        /// How many digits of a PIN the terminal takes.
        pin_capture_code: u8 = 26,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Track 2 of the card: a [`Track2`](crate::element::Track2) unless it is enciphered, as the third digit of `security`
        /// says.
        track2: Value<'a> = 35,
        /// Track 3 of the card: a [`Track3`](crate::element::Track3) unless it is enciphered.
        track3: Value<'a> = 36,
        /// By what the original is found again.
        rrn: Rrn = 37,
        /// By what the original was approved.
        approval_code: ApprovalCode = 38,
        /// Why it is reversed.
        reason: ResponseCode = 39,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which shop.
        acceptor_id: AcceptorId<'a> = 42,
        /// Totals, or records of a batch.
        additional: Value<'a> = 48,
        /// The currency of `amount`.
        currency: Currency = 49,
        /// The enciphered PIN.
        pin: PinBlock = 52,
        /// How PIN and track are enciphered.
        security: Value<'a> = 53,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// The original transaction.
        original: Field61 = 61,
        /// What the acquirer agreed on.
        private: Value<'a> = 62,
        /// Operator, or more that the acquirer agreed on.
        operator: Value<'a> = 63,
        /// The message authentication code.
        mac: Value<'a> = 64,
    }
}

typed_message! {
    /// What a terminal is answered.
    pub struct Response<'a>: "0110 0210 0410 0510 0810 0x30";
    mandatory {
        /// Which transaction it is, and of which batch.
        kind: Field60 = 60,
    }
    optional {
        /// The card number.
        pan: Pan<'a> = 2,
        /// What was to be done.
        processing_code: ProcessingCode = 3,
        /// The amount in minor units of `currency`.
        amount: u64 = 4,
        /// The number of the request.
        stan: Stan = 11,
        /// The time of the host.
        local_time: LocalTime = 12,
        /// The date of the host.
        local_date: LocalDate = 13,
        /// Until when the card is valid.
        expiry: Expiry = 14,
        /// The day on which it is settled.
        settlement_date: LocalDate = 15,
        /// Which of several cards of one number.
        card_sequence: u16 = 23,
        /// Under which circumstances the card was used.
        condition_code: u8 = 25,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// By what the transaction is found again.
        rrn: Rrn = 37,
        /// By what the approval is known.
        approval_code: ApprovalCode = 38,
        /// What was decided; a settlement is read by its totals.
        response_code: ResponseCode = 39,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which shop.
        acceptor_id: AcceptorId<'a> = 42,
        /// Issuer and acquirer.
        institutions: Value<'a> = 44,
        /// Totals, or records of a batch.
        additional: Value<'a> = 48,
        /// The currency of `amount`.
        currency: Currency = 49,
        /// How PIN and track are enciphered.
        security: Value<'a> = 53,
        /// Balances.
        balances: AdditionalAmounts<'a> = 54,
        /// Data of the chip, in tags.
        icc_data: Value<'a> = 55,
        /// Keys, or what else the acquirer agreed on: see [`SignInKeys`](super::SignInKeys).
        private: Value<'a> = 62,
        /// The card's organisation, and texts to be shown.
        texts: Value<'a> = 63,
        /// The message authentication code.
        mac: Value<'a> = 64,
    }
}
