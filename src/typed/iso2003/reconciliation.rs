//! Whether the totals of two sides agree.

use crate::element::{
    AcceptorId, ActionCode, CenturyDate, CenturyDateTime, InstitutionId, Rrn, Stan, TerminalId, TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Do our totals agree: requests (2500) and advices (2520).
    pub struct Reconciliation<'a>: "250x 252x";
    /// The answer to a [`Reconciliation`]: 2510 and 2530.
    pub struct ReconciliationResponse<'a>: "251x 253x";
    mandatory {
        /// The number of the message, by its sender.
        stan: Stan = 11,
    }
    optional {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// Date and time at the card acceptor.
        local_time: CenturyDateTime = 12,
        /// The day on which it is settled.
        settlement_date: CenturyDate = 15,
        /// What the message is for, within its class.
        function_code: u16 = 24,
        /// Why the message is sent.
        reason: u16 = 25,
        /// The day that is reconciled.
        reconciliation_date: CenturyDate = 28,
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
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
        /// Which batch or file.
        batch: Value<'a> = 68,
        /// Six pairs of amount and number: credits, debits, their chargebacks and reversals.
        totals: Value<'a> = 74,
        /// Nine further numbers.
        counters: Value<'a> = 75,
        /// The balance: currency, minor unit, sign and amount.
        net_amount: Value<'a> = 97,
        /// With whom it is settled.
        settlement_institution: InstitutionId<'a> = 99,
        /// Who receives.
        receiver: InstitutionId<'a> = 100,
    }
}
