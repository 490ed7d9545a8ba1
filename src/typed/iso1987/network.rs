//! Sign-on, keys and echo tests.

use crate::element::{
    AcceptorId, InstitutionId, LocalDate, LocalTime, OriginalDataElements, ResponseCode, Rrn, Stan, TerminalId,
    TransmissionTime,
};
use crate::typed::typed_message;
use crate::value::Value;

typed_message! {
    /// Sign on, sign off, change keys, test: requests (0800) and advices (0820).
    pub struct NetworkManagement<'a>: "080x 082x";
    mandatory {}
    optional {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// The time at the card acceptor.
        local_time: LocalTime = 12,
        /// The date at the card acceptor.
        local_date: LocalDate = 13,
        /// The day on which it is settled.
        settlement_date: LocalDate = 15,
        /// The network that the message is for.
        network: u16 = 24,
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
        /// What is asked of the network.
        network_code: u16 = 70,
        /// Which message this one is about.
        original: OriginalDataElements = 90,
        /// A key, or a message security code.
        key: Value<'a> = 96,
        /// Who receives.
        receiver: InstitutionId<'a> = 100,
    }
}

typed_message! {
    /// The answer to a [`NetworkManagement`] message: 0810 and 0830.
    pub struct NetworkManagementResponse<'a>: "081x 083x";
    mandatory {
        /// What was decided.
        response_code: ResponseCode = 39,
    }
    optional {
        /// When the message was sent; in UTC by the standard.
        transmission_time: TransmissionTime = 7,
        /// The number of the message, by its sender.
        stan: Stan = 11,
        /// The time at the card acceptor.
        local_time: LocalTime = 12,
        /// The date at the card acceptor.
        local_date: LocalDate = 13,
        /// The day on which it is settled.
        settlement_date: LocalDate = 15,
        /// The network that the message is for.
        network: u16 = 24,
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
        /// What is asked of the network.
        network_code: u16 = 70,
        /// Which message this one is about.
        original: OriginalDataElements = 90,
        /// A key, or a message security code.
        key: Value<'a> = 96,
        /// Who receives.
        receiver: InstitutionId<'a> = 100,
    }
}
