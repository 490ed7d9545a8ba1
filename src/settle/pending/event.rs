//! What happens to a terminal, and what it is to do.

use super::super::Entry;
use super::{Answer, StoredMessage};
use crate::element::{BatchNumber, ResponseCode, Stan};

/// What happens to a terminal. What is about to be sent is an event before it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// A transaction is about to be sent, or an advice has taken place. Its STAN, batch and terminal are those of the record.
    Start {
        /// The transaction.
        entry: Entry,
        /// The message that makes it good if no answer comes, if the caller wants it kept.
        message: Option<StoredMessage>,
    },
    /// A response came that passed the terminal's checks, to a transaction or an advice.
    Answered {
        /// The number of the transaction.
        stan: Stan,
        /// What it said.
        answer: Answer,
    },
    /// No response came in time, to a transaction or an advice.
    TimedOut {
        /// The number of the transaction.
        stan: Stan,
    },
    /// A response came that cannot be believed: its MAC is wrong, or it is not to the request.
    BadResponse {
        /// The number of the transaction.
        stan: Stan,
        /// The reason that the reversal states in field 39: A0 for a wrong MAC.
        reason: ResponseCode,
    },
    /// A transaction that was approved was completed: the receipt is printed, the goods are handed over, and nothing can fail
    /// any more. The next transaction that is no advice says the same, and so does a void that names it. Its message is
    /// forgotten, and it will not be reversed: whoever wants it back voids or refunds it.
    Completed {
        /// The number of the transaction.
        stan: Stan,
    },
    /// The terminal cannot complete the transaction: the printer fails, or the chip declines at last. What was completed cannot
    /// fail.
    Failed {
        /// The number of the transaction.
        stan: Stan,
        /// The reason that the reversal states in field 39: 06, or 96 by one source.
        reason: ResponseCode,
    },
    /// A reversal is about to be sent.
    Reverse {
        /// The number of the transaction.
        stan: Stan,
    },
    /// A response to a reversal came.
    ReversalAnswered {
        /// The number of the transaction.
        stan: Stan,
        /// Field 39.
        code: ResponseCode,
    },
    /// No response to a reversal came in time.
    ReversalTimedOut {
        /// The number of the transaction.
        stan: Stan,
    },
    /// An advice is about to be sent.
    Advise {
        /// The number of the transaction.
        stan: Stan,
    },
    /// The terminal starts, perhaps after a power cut. What was under way has no answer any more; what was sent as often as
    /// it may be is given up, see [`Record::unresolved`](super::super::Record::unresolved).
    Restarted,
    /// A response to a sign-in said this batch number.
    SignedIn {
        /// Field 60.2.
        batch: BatchNumber,
    },
    /// The batch was settled.
    BatchSettled,
}

/// What a terminal is to do now. It stores the record first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// Send what the event said.
    Send {
        /// The number of the transaction.
        stan: Stan,
    },
    /// Complete the transaction: print the receipt, hand over the goods.
    Complete {
        /// The number of the transaction.
        stan: Stan,
    },
    /// Tell the cardholder that it was declined.
    Decline {
        /// The number of the transaction.
        stan: Stan,
    },
    /// It was declined because the host does not know the batch or the keys: sign in again.
    DeclineAndSignIn {
        /// The number of the transaction.
        stan: Stan,
    },
    /// The transaction failed: reverse it, before the next transaction.
    Reverse {
        /// The number of the transaction.
        stan: Stan,
    },
    /// The reversal was confirmed.
    Reversed {
        /// The number of the transaction.
        stan: Stan,
    },
    /// Tell the host of an advice, before the batch is closed.
    Advise {
        /// The number of the transaction.
        stan: Stan,
    },
    /// The host could not take an advice because it does not know the batch or the keys: sign in again, then tell it.
    SignInAndAdvise {
        /// The number of the transaction.
        stan: Stan,
    },
    /// The host could not take a reversal because it does not know the batch or the keys: sign in again, then reverse.
    SignInAndReverse {
        /// The number of the transaction.
        stan: Stan,
    },
    /// The host knows of an advice now.
    Advised {
        /// The number of the transaction.
        stan: Stan,
    },
    /// What the host has is not known and will not be, or it refused what has taken place: print it for a person.
    GiveUp {
        /// The number of the transaction.
        stan: Stan,
    },
    /// As [`Action::GiveUp`], and the host does not know the batch or the keys: sign in again.
    GiveUpAndSignIn {
        /// The number of the transaction.
        stan: Stan,
    },
    /// Nothing is pending: the next transaction may start.
    Ready,
    /// The event is not allowed now, and the record is as it was.
    Refuse(Refusal),
    /// The event changes nothing, and the record is as it was.
    Ignore(Unchanged),
}

/// Why an event is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// A reversal has to be sent first.
    ReverseFirst {
        /// The number of its transaction.
        stan: Stan,
    },
    /// An advice has to be sent first.
    AdviseFirst {
        /// The number of its transaction.
        stan: Stan,
    },
    /// A transaction is under way.
    UnderWay {
        /// Its number.
        stan: Stan,
    },
    /// The STAN is not the next one of the record.
    OtherStan,
    /// The batch is not that of the record, or has transactions and would change its number.
    OtherBatch,
    /// A transaction of the batch has the STAN already: the batch has to be settled first.
    UsedStan,
    /// The entry says that it was reversed, although it has not started.
    AlreadyReversed,
    /// An adjustment does not name a transaction of the batch whose amount it can change.
    NoOriginal,
    /// The terminal is not that of the record.
    OtherTerminal,
}

/// Why an event changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unchanged {
    /// No transaction of the batch has this number.
    Unknown,
    /// A response to what is being reversed, or was: the reversal stands.
    Late,
    /// The same was said before.
    Duplicate,
    /// It does not fit what is known: a time-out of what was answered, an answer to a reversal that was not sent, a failure of
    /// what was completed.
    OutOfPlace,
    /// The transaction may not be reversed.
    NotReversible,
}
