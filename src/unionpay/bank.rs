//! The transactions between banks (CUPS).

use super::recognize::{has_codes, only};
use super::transaction::{Transaction, mti};
use crate::message::Message;
use crate::mti::{MessageClass, Mti};

/// A transaction between banks, as the table of transactions has it: there is one source only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankTransaction {
    name: &'static str,
    mti: Mti,
    processing_code: &'static str,
    condition_code: &'static str,
    /// What a terminal asks for it with.
    of_terminal: &'static [Transaction],
}

const fn row(
    name: &'static str,
    digits: u16,
    processing_code: &'static str,
    condition_code: &'static str,
    of_terminal: &'static [Transaction],
) -> BankTransaction {
    BankTransaction { name, mti: mti(digits), processing_code, condition_code, of_terminal }
}

// Inquiries are seen with the condition 02 as well, and no other row has their processing code.
static TRANSACTIONS: &[BankTransaction] = &[
    row("balance inquiry", 0x0200, "300000", "", &[Transaction::BALANCE_INQUIRY]),
    row("sale", 0x0200, "000000", "00", &[Transaction::SALE]),
    row("void", 0x0200, "200000", "00", &[Transaction::SALE_VOID]),
    row("refund", 0x0220, "200000", "00", &[Transaction::REFUND]),
    row("pre-authorization", 0x0100, "030000", "06", &[Transaction::PRE_AUTHORIZATION]),
    row("pre-authorization void", 0x0100, "200000", "06", &[Transaction::PRE_AUTHORIZATION_VOID]),
    row("completion", 0x0200, "000000", "06", &[Transaction::COMPLETION]),
    row("completion void", 0x0200, "200000", "06", &[Transaction::COMPLETION_VOID]),
    row("identity verification", 0x0100, "890000", "", &[]),
];

impl BankTransaction {
    /// All transactions that the table has, reversals, scripts and network management apart.
    pub fn all() -> impl Iterator<Item = &'static BankTransaction> {
        TRANSACTIONS.iter()
    }

    /// Which transaction a message between banks is, or answers, by the spec `cups` or one that extends it. A reversal is that
    /// of the transaction whose type field 90 names; without it, of any type. A response may lack processing code and condition.
    /// `None` where no row of the table is left, or more than one.
    #[must_use]
    pub fn of(message: &Message<'_>) -> Option<&'static BankTransaction> {
        let rows = BankTransaction::all().filter(|row| has_codes(message, row.processing_code, row.condition_code));
        if message.mti().class() != MessageClass::Reversal {
            return only(rows.filter(|row| row.has_type_of(message.mti())));
        }
        let mti = original_type(message).map(Mti::first_sent);
        only(rows.filter(|row| mti.is_none_or(|mti| row.mti == mti)))
    }

    /// The request has this type, or a response this one.
    fn has_type_of(&self, mti: Mti) -> bool {
        mti.first_sent() == self.mti || Some(mti) == self.mti.response()
    }

    /// What a terminal's transaction is between banks.
    #[must_use]
    pub fn for_terminal(transaction: &Transaction) -> Option<&'static BankTransaction> {
        BankTransaction::all().find(|row| row.of_terminal.contains(transaction))
    }

    /// What people call it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Field 3.
    #[must_use]
    pub const fn processing_code(&self) -> &'static str {
        self.processing_code
    }
}

/// The type of the message that a reversal is about: the first four digits of field 90.
fn original_type(reversal: &Message<'_>) -> Option<Mti> {
    let mut digits = reversal.field(90)?.value().units();
    let mti = [digits.next()?, digits.next()?, digits.next()?, digits.next()?];
    Mti::from_ascii(mti)
}
