//! The transactions between banks (CUPS), and what a terminal's become there.

use super::Transaction;
use crate::element::unionpay::{Field60, Field61};
use crate::error::EncodeError;
use crate::message::{Message, MessageBuf};
use crate::mti::{MessageClass, Mti};
use crate::spec::{self, SpecRef};
use crate::value::Input;
use alloc::format;

/// A transaction between banks, as the table of transactions has it: there is one source only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankTransaction {
    name: &'static str,
    mti: u16,
    processing_code: &'static str,
    condition_code: &'static str,
    /// What a terminal asks for it with.
    of_terminal: &'static [Transaction],
}

const fn row(
    name: &'static str,
    mti: u16,
    processing_code: &'static str,
    condition_code: &'static str,
    of_terminal: &'static [Transaction],
) -> BankTransaction {
    BankTransaction { name, mti, processing_code, condition_code, of_terminal }
}

static TRANSACTIONS: &[BankTransaction] = &[
    row("balance inquiry", 0x0200, "300000", "00", &[Transaction::BALANCE_INQUIRY]),
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
    /// of the transaction that it gives.
    #[must_use]
    pub fn of(message: &Message<'_>) -> Option<&'static BankTransaction> {
        let is = |number: u16, expected: &str| {
            expected.is_empty() || message.field(number).is_none_or(|field| field.value() == *expected)
        };
        let is_reversal = message.mti().class() == MessageClass::Reversal;
        BankTransaction::all().find(|row| {
            let mti = Mti::new(row.mti);
            let has_type = mti == Some(message.mti()) || mti.and_then(Mti::response) == Some(message.mti());
            (has_type || is_reversal) && is(3, row.processing_code) && is(25, row.condition_code)
        })
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

/// The fields of a terminal that mean the same between banks. 60 to 64 mean something else there.
const SAME: [u16; 17] = [2, 4, 11, 14, 22, 23, 25, 26, 35, 36, 37, 38, 41, 42, 49, 52, 55];

/// A terminal's request as it goes to the other banks: by its transaction, 310000 becomes 300000 and 0400 becomes 0420; what means
/// the same is copied, and a void or a reversal names its original in 90. What the acquirer knows, such as 7, 12, 13, 18, 32, 33,
/// 43 and 60, is given; it comes last, and replaces what was copied.
///
/// PIN blocks and chip data are copied as they are: a PIN must be enciphered anew for the other side, and 52 given.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use isomsg::element::{AcceptorId, TerminalId};
/// use isomsg::unionpay::{Terminal, Transaction, to_bank};
///
/// let mut terminal = Terminal::new(TerminalId::new("TERM0001")?, AcceptorId::new("SHOP00000000042")?, 17);
/// let mut inquiry = terminal.request(&Transaction::BALANCE_INQUIRY)?;
/// inquiry.set(2, "4111111111111111")?;
/// inquiry.set(22, "012")?;
/// let passed_on = to_bank(&inquiry.as_message(), &[(7, "1127132928".into()), (32, "10000001".into())])?;
/// assert!(passed_on.require(3)?.value() == "300000");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// A value that the spec `cups` does not admit.
pub fn to_bank<'v>(request: &Message<'_>, acquirer: &[(u16, Input<'v>)]) -> Result<MessageBuf, EncodeError> {
    to_bank_in(SpecRef::from(&spec::CUPS), request, acquirer)
}

fn to_bank_in(
    spec: SpecRef<'_>,
    request: &Message<'_>,
    acquirer: &[(u16, Input<'_>)],
) -> Result<MessageBuf, EncodeError> {
    let is_reversal = Transaction::REVERSAL.mti() == request.mti();
    let transaction = if is_reversal { Transaction::reversed_by(request) } else { Transaction::of(request) };
    let mti = if is_reversal { request.mti().advice().unwrap_or(request.mti()) } else { request.mti() };
    let mut passed_on = MessageBuf::new(spec, mti);
    for field in request.fields().filter(|field| SAME.contains(&field.number())) {
        passed_on.set(field.number(), field.value())?;
    }
    match transaction.and_then(BankTransaction::for_terminal) {
        Some(row) => passed_on.set(3, row.processing_code)?,
        None => {
            if let Some(code) = request.field(3) {
                passed_on.set(3, code.value())?;
            }
        }
    }
    if is_reversal {
        // The reason of a terminal is that of the banks.
        request.field(39).map_or(Ok(()), |reason| passed_on.set(39, reason.value()))?;
    }
    for (number, value) in acquirer {
        passed_on.set(*number, *value)?;
    }
    name_original(request, &mut passed_on).map_or(Ok(()), |original| passed_on.set(90, original.as_str()))?;
    Ok(passed_on)
}

/// Field 90, where the request takes something back: as much as a terminal knows of its original, zeros for the rest. The time
/// of its transmission is known to the acquirer alone, who gives 90 to say it.
fn name_original(request: &Message<'_>, passed_on: &mut MessageBuf) -> Option<alloc::string::String> {
    if passed_on.field(90).is_some() {
        return None;
    }
    let kind: Field60 = request.field(60)?.value().parse().ok()?;
    let named: Option<Field61> = request.field(61).and_then(|field| field.value().parse().ok());
    let is_reversal = Transaction::REVERSAL.mti() == request.mti();
    let (mti, stan) = match (named, is_reversal) {
        (_, true) => (original_type(kind.type_code()), request.field(11)?.value().chars().collect()),
        (Some(named), false) => (original_type(kind.type_code()), alloc::string::String::from(named.stan())),
        (None, false) => return None,
    };
    let digits = |number: u16| -> alloc::string::String {
        passed_on.field(number).map(|field| field.value().chars().collect()).unwrap_or_default()
    };
    Some(format!("{mti}{stan:0>6}{:0>10}{:0>11}{:0>11}", "", digits(32), digits(33)))
}

/// The type of what a transaction of this kind takes back.
fn original_type(type_code: &str) -> &'static str {
    match type_code {
        "10" | "11" => "0100",
        "24" | "25" => "0220",
        _ => "0200",
    }
}
