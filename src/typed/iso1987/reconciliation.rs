//! Whether the totals of two sides agree.

use crate::element::{
    AcceptorId, Currency, InstitutionId, LocalDate, LocalTime, ResponseCode, Rrn, SignedAmount, Stan, TerminalId,
    TransmissionTime,
};
use crate::typed::typed_message;

typed_message! {
    /// Do our totals agree: requests (0500) and advices (0520).
    pub struct Reconciliation<'a>: "050x 052x";
    /// The answer to a [`Reconciliation`]: 0510 and 0530.
    pub struct ReconciliationResponse<'a>: "051x 053x";
    mandatory {
        /// The number of the message, by its sender.
        stan: Stan = 11,
    }
    optional {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The time at the card acceptor.
        local_time: LocalTime = 12,
        /// The date at the card acceptor.
        local_date: LocalDate = 13,
        /// The day on which it is settled.
        settlement_date: LocalDate = 15,
        /// The country of the acquirer.
        acquirer_country: u16 = 19,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
        /// By what the transaction is found again.
        rrn: Rrn = 37,
        /// What was decided.
        response_code: ResponseCode = 39,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which card acceptor.
        acceptor_id: AcceptorId<'a> = 42,
        /// The currency of the amounts.
        settlement_currency: Currency = 50,
        /// Whether the totals agree.
        settlement_code: u8 = 66,
        /// How many credits.
        credits_number: u64 = 74,
        /// How many reversals of credits.
        credits_reversal_number: u64 = 75,
        /// How many debits.
        debits_number: u64 = 76,
        /// How many reversals of debits.
        debits_reversal_number: u64 = 77,
        /// How many transfers.
        transfers_number: u64 = 78,
        /// How many reversals of transfers.
        transfers_reversal_number: u64 = 79,
        /// How many inquiries.
        inquiries_number: u64 = 80,
        /// How many authorizations.
        authorizations_number: u64 = 81,
        /// The sum of credits, in minor units.
        credits_amount: u64 = 86,
        /// The sum of reversals of credits, in minor units.
        credits_reversal_amount: u64 = 87,
        /// The sum of debits, in minor units.
        debits_amount: u64 = 88,
        /// The sum of reversals of debits, in minor units.
        debits_reversal_amount: u64 = 89,
        /// The balance of credits and debits.
        net_amount: SignedAmount = 97,
        /// With whom it is settled.
        settlement_institution: InstitutionId<'a> = 99,
        /// Who receives.
        receiver: InstitutionId<'a> = 100,
    }
}
