//! Whether the totals of two sides agree.

use crate::element::{
    AcceptorId, ActionCode, Currency, InstitutionId, Rrn, SignedAmount, Stan, TerminalId, TransmissionTime, YearDate,
    YearDateTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Do our totals agree: requests (1500) and advices (1520).
    pub struct Reconciliation<'a>: "150x 152x";
    /// The answer to a [`Reconciliation`]: 1510 and 1530.
    pub struct ReconciliationResponse<'a>: "151x 153x";
    mandatory {
        /// The number of the message, by its sender.
        stan: Stan = 11,
    }
    optional {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// Date and time at the card acceptor.
        local_time: YearDateTime = 12,
        /// The day on which it is settled.
        settlement_date: YearDate = 15,
        /// What the message is for, within its class.
        function_code: u16 = 24,
        /// Why the message is sent.
        reason: u16 = 25,
        /// The day that is reconciled.
        reconciliation_date: YearDate = 28,
        /// Who acquires.
        acquirer: InstitutionId<'a> = 32,
        /// Who forwards.
        forwarder: InstitutionId<'a> = 33,
        /// By what the transaction is found again.
        rrn: Rrn = 37,
        /// What was decided.
        action_code: ActionCode = 39,
        /// Which terminal.
        terminal_id: TerminalId<'a> = 41,
        /// Which card acceptor.
        acceptor_id: AcceptorId<'a> = 42,
        /// The currency of the amounts.
        reconciliation_currency: Currency = 50,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
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
        /// How many reversals of inquiries.
        inquiries_reversal_number: u64 = 82,
        /// How many payments.
        payments_number: u64 = 83,
        /// How many reversals of payments.
        payments_reversal_number: u64 = 84,
        /// How many fee collections.
        fee_collections_number: u64 = 85,
        /// The sum of credits, in minor units.
        credits_amount: u64 = 86,
        /// The sum of reversals of credits, in minor units.
        credits_reversal_amount: u64 = 87,
        /// The sum of debits, in minor units.
        debits_amount: u64 = 88,
        /// The sum of reversals of debits, in minor units.
        debits_reversal_amount: u64 = 89,
        /// How many reversals of authorizations.
        authorizations_reversal_number: u64 = 90,
        /// The balance of credits and debits.
        net_amount: SignedAmount = 97,
        /// With whom it is settled.
        settlement_institution: InstitutionId<'a> = 99,
        /// Who receives.
        receiver: InstitutionId<'a> = 100,
    }
}
