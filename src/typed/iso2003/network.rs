//! Sign-on, keys and echo tests.

use crate::element::{
    AcceptorId, ActionCode, CenturyDate, CenturyDateTime, InstitutionId, OriginalDataElements2003, Rrn, Stan,
    TerminalId, TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Sign on, sign off, change keys, test: requests (2800) and advices (2820).
    pub struct NetworkManagement<'a>: "280x 282x";
    mandatory {}
    optional {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// Date and time at the card acceptor.
        local_time: CenturyDateTime = 12,
        /// The day on which it is settled.
        settlement_date: CenturyDate = 15,
        /// What the message is for, within its class.
        function_code: u16 = 24,
        /// Why the message is sent.
        reason: u16 = 25,
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
        /// With which keys, and in which form, the PIN is enciphered.
        security: Value<'a> = 53,
        /// Which message this one is about.
        original: OriginalDataElements2003 = 56,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
        /// Data of keys.
        key_data: Value<'a> = 96,
        /// Who receives.
        receiver: InstitutionId<'a> = 100,
    }
}

typed_message! {
    /// The answer to a [`NetworkManagement`] message: 2810 and 2830.
    pub struct NetworkManagementResponse<'a>: "281x 283x";
    mandatory {
        /// What was decided.
        action_code: ActionCode = 39,
    }
    optional {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// Date and time at the card acceptor.
        local_time: CenturyDateTime = 12,
        /// The day on which it is settled.
        settlement_date: CenturyDate = 15,
        /// What the message is for, within its class.
        function_code: u16 = 24,
        /// Why the message is sent.
        reason: u16 = 25,
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
        /// With which keys, and in which form, the PIN is enciphered.
        security: Value<'a> = 53,
        /// Which message this one is about.
        original: OriginalDataElements2003 = 56,
        /// What the sender wants back as it is.
        transport_data: Value<'a> = 59,
        /// Data of keys.
        key_data: Value<'a> = 96,
        /// Who receives.
        receiver: InstitutionId<'a> = 100,
    }
}
