//! Which transactions are about another one.

use super::Transaction;

impl Transaction {
    /// The transaction that one of this kind takes back, completes or refunds, and names in field 61: the sale of a sale void.
    ///
    /// `None` for what is about no other transaction, and for a reversal, whose original is in its codes
    /// ([`Transaction::reversed_by`]).
    #[must_use]
    pub fn original(&self) -> Option<&'static Transaction> {
        ORIGINALS.iter().find(|(of, _)| of == self).map(|(_, original)| original)
    }
}

/// Transactions, and what they are about.
static ORIGINALS: &[(Transaction, Transaction)] = &[
    (Transaction::SALE_VOID, Transaction::SALE),
    (Transaction::REFUND, Transaction::SALE),
    (Transaction::PRE_AUTHORIZATION_VOID, Transaction::PRE_AUTHORIZATION),
    (Transaction::COMPLETION, Transaction::PRE_AUTHORIZATION),
    (Transaction::COMPLETION_ADVICE, Transaction::PRE_AUTHORIZATION),
    (Transaction::COMPLETION_VOID, Transaction::COMPLETION),
    (Transaction::INSTALMENT_VOID, Transaction::INSTALMENT_SALE),
    (Transaction::POINTS_VOID, Transaction::POINTS_SALE),
    (Transaction::RESERVATION_VOID, Transaction::RESERVATION_SALE),
    (Transaction::LOAD_CASH_VOID, Transaction::LOAD_CASH),
    (Transaction::OFFLINE_REFUND, Transaction::OFFLINE_SALE),
];
