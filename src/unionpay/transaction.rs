//! The transactions of a terminal.

use crate::mti::Mti;
use core::fmt;

/// A transaction of a terminal, as the table of transactions has it. Two are equal when they are the same one, by whichever of
/// its management codes.
///
/// ```
/// use isomsg::unionpay::Transaction;
///
/// assert!(Transaction::SALE.is_reversible() && !Transaction::REFUND.is_reversible());
/// assert_eq!(Transaction::all().filter(|transaction| !transaction.has_two_sources()).count(), 6);
/// ```
#[derive(Clone, Copy)]
pub struct Transaction {
    name: &'static str,
    mti: Mti,
    processing_code: &'static str,
    condition_code: &'static str,
    type_codes: &'static [&'static str],
    management_codes: &'static [&'static str],
    has_currency: bool,
    has_mac: bool,
    is_reversible: bool,
    has_two_sources: bool,
}

/// How many sources have a transaction.
const TWO_SOURCES: bool = true;
const ONE_SOURCE: bool = false;
const CURRENCY: bool = true;
const NO_CURRENCY: bool = false;
const MAC: bool = true;
const NO_MAC: bool = false;
const REVERSAL: bool = true;
const NO_REVERSAL: bool = false;

/// Declares a constant a row, and the table of them.
macro_rules! transactions {
    ($($(#[$doc:meta])* $constant:ident = $name:literal, $mti:literal, $code:literal, $condition:literal, [$($type:literal)*],
        [$($management:literal)+], $currency:ident, $mac:ident, $reversal:ident, $sources:ident;)+) => {
        impl Transaction {
            $($(#[$doc])* pub const $constant: Transaction = Transaction {
                name: $name,
                mti: mti($mti),
                processing_code: $code,
                condition_code: $condition,
                type_codes: &[$($type),*],
                management_codes: &[$($management),+],
                has_currency: $currency,
                has_mac: $mac,
                is_reversible: $reversal,
                has_two_sources: $sources,
            };)+
        }

        static TRANSACTIONS: &[Transaction] = &[$(Transaction::$constant),+];
    };
}

pub(super) const fn mti(digits: u16) -> Mti {
    match Mti::new(digits) {
        Some(mti) => mti,
        None => Mti::ZERO,
    }
}

// Where several type codes or management codes are listed, the first is the one that a request gets. No two rows have the same
// type, processing code, condition and codes.
transactions! {
    /// Begins the day: a new batch, and keys for PINs and MACs: of double length for triple DES (003) or of single length (001),
    /// with a key for tracks too (004), for SM4 (005), for SM4 with a key for tracks (006). One host answers with 011.
    SIGN_IN = "sign-in", 0x0800, "", "", ["00"], ["003" "001" "004" "005" "006" "011"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Ends the day.
    SIGN_OUT = "sign-out", 0x0820, "", "", ["00"], ["002"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Whether the host is there.
    ECHO_TEST = "echo test", 0x0820, "", "", ["00"], ["301"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// A cashier signs in.
    CASHIER_SIGN_IN = "cashier sign-in", 0x0820, "", "", ["00"], ["401"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// How much is left on the account.
    BALANCE_INQUIRY = "balance inquiry", 0x0200, "310000", "00", ["01"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// A sale.
    SALE = "sale", 0x0200, "000000", "00", ["22"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Takes a sale of the same batch back.
    SALE_VOID = "sale void", 0x0200, "200000", "00", ["23"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Gives money back, of an earlier batch.
    REFUND = "refund", 0x0220, "200000", "00", ["25"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Sets money aside (pre-auth).
    PRE_AUTHORIZATION = "pre-authorization", 0x0100, "030000", "06", ["10"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Sets more money aside (additional pre-auth).
    ADDITIONAL_PRE_AUTHORIZATION = "additional pre-authorization", 0x0100, "030000", "60", ["10"], ["000"], CURRENCY, MAC, REVERSAL, ONE_SOURCE;
    /// Takes a pre-authorization back.
    PRE_AUTHORIZATION_VOID = "pre-authorization void", 0x0100, "200000", "06", ["11"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Takes the money that was set aside, online: completion request.
    COMPLETION = "completion", 0x0200, "000000", "06", ["20"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Takes the money that was set aside, by an advice: completion advice.
    COMPLETION_ADVICE = "completion advice", 0x0220, "000000", "06", ["24"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Takes a completion back.
    COMPLETION_VOID = "completion void", 0x0200, "200000", "06", ["21"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Tells of a sale that was authorized otherwise.
    OFFLINE_SETTLEMENT = "offline settlement", 0x0220, "000000", "00", ["30"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Changes the amount of an offline settlement.
    SETTLEMENT_ADJUSTMENT = "settlement adjustment", 0x0220, "000000", "00", ["32"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Adds a tip.
    TIP_ADJUSTMENT = "tip adjustment", 0x0220, "000000", "00", ["34"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// A sale that is paid in instalments.
    INSTALMENT_SALE = "instalment sale", 0x0200, "000000", "64", ["22"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Takes it back.
    INSTALMENT_VOID = "instalment void", 0x0200, "200000", "64", ["23"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// A sale that is paid with points.
    POINTS_SALE = "points sale", 0x0200, "000000", "65", ["22"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Takes it back.
    POINTS_VOID = "points void", 0x0200, "200000", "65", ["23"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// A sale that was reserved.
    RESERVATION_SALE = "reservation sale", 0x0200, "000000", "67", ["54"], ["000"], CURRENCY, MAC, REVERSAL, ONE_SOURCE;
    /// Takes it back.
    RESERVATION_VOID = "reservation void", 0x0200, "200000", "67", ["53"], ["000"], CURRENCY, MAC, REVERSAL, ONE_SOURCE;
    /// A sale by mail or telephone order (MOTO).
    MOTO_SALE = "mail or telephone sale", 0x0200, "000000", "08", ["22"], ["000"], CURRENCY, MAC, REVERSAL, ONE_SOURCE;
    /// Whether there is such an account.
    ACCOUNT_VERIFICATION = "account verification", 0x0100, "330000", "00", ["01"], ["000"], CURRENCY, MAC, NO_REVERSAL, ONE_SOURCE;
    /// Loads electronic cash (EC) from the designated account.
    LOAD_DESIGNATED = "load from the designated account", 0x0200, "600000", "91", ["45"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Loads electronic cash (EC) from a non-designated account.
    LOAD_NON_DESIGNATED = "load from another account", 0x0200, "620000", "91", ["47"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Loads electronic cash (EC) for cash.
    LOAD_CASH = "load for cash", 0x0200, "630000", "91", ["46"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Takes an EC cash load back.
    LOAD_CASH_VOID = "void of a load for cash", 0x0200, "170000", "91", ["51"], ["000"], CURRENCY, MAC, REVERSAL, TWO_SOURCES;
    /// Uploads an offline sale with electronic cash (EC, qPBOC).
    OFFLINE_SALE = "offline sale", 0x0200, "000000", "00", ["36"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Gives electronic cash back: IC offline refund.
    OFFLINE_REFUND = "offline refund", 0x0220, "200000", "00", ["27"], ["000"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Takes a transaction back to which no answer came: it is as its original, but for the message type, and made from it by
    /// [`reversal_of`](super::reversal_of).
    REVERSAL = "reversal", 0x0400, "", "", [], ["000"], NO_CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Tells the result of issuer scripts: script result notice.
    SCRIPT_NOTICE = "script notice", 0x0620, "", "", ["00"], ["951"], CURRENCY, MAC, NO_REVERSAL, TWO_SOURCES;
    /// Whether the totals agree: settlement of the batch.
    SETTLEMENT = "settlement", 0x0500, "", "", ["00"], ["201"], CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Details of magnetic stripe transactions: mag batch upload.
    BATCH_UPLOAD = "batch upload", 0x0320, "", "", ["00"], ["201"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Details of IC online transactions, for balanced (203) and for unbalanced totals (205).
    CHIP_UPLOAD = "chip upload", 0x0320, "", "", ["00"], ["203" "205"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Details of IC transactions that were offline (60.1 is 36 for a sale with electronic cash) or failed (00): for balanced (204)
    /// and for unbalanced totals (206).
    OFFLINE_UPLOAD = "offline upload", 0x0320, "", "", ["00" "36"], ["204" "206"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// The end of the batch upload: for unbalanced (202) and for balanced totals (207).
    BATCH_END = "batch end", 0x0320, "", "", ["00"], ["202" "207"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Parameter download: mag (360), CA public keys (CAPK, 370), applications (AID, 380), TMS (364), the card BIN blacklist (390),
    /// contactless parameters (394), and no-PIN BIN lists (396, 398).
    DOWNLOAD = "download", 0x0800, "", "", ["00"], ["360" "370" "380" "364" "390" "394" "396" "398"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// The end of each such download.
    DOWNLOAD_END = "download end", 0x0800, "", "", ["00"], ["361" "371" "381" "365" "391" "395" "397" "399"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Status: upload of mag parameters (362), query of CAPK (372) and of AID (382).
    STATUS = "status", 0x0820, "", "", ["00"], ["362" "372" "382"], NO_CURRENCY, NO_MAC, NO_REVERSAL, TWO_SOURCES;
    /// Uploads a cardholder's electronic signature.
    SIGNATURE_UPLOAD = "signature upload", 0x0820, "", "", ["07"], ["800"], NO_CURRENCY, MAC, NO_REVERSAL, ONE_SOURCE;
}

impl Transaction {
    /// All transactions.
    pub fn all() -> impl Iterator<Item = &'static Transaction> {
        TRANSACTIONS.iter()
    }

    /// What people call it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The type of its request.
    #[must_use]
    pub const fn mti(&self) -> Mti {
        self.mti
    }

    /// Field 3; empty when it has none.
    #[must_use]
    pub const fn processing_code(&self) -> &'static str {
        self.processing_code
    }

    /// Field 25; empty when it has none.
    #[must_use]
    pub const fn condition_code(&self) -> &'static str {
        self.condition_code
    }

    /// What field 60.1 can be; a request gets the first. Empty for a reversal, which has that of its original.
    #[must_use]
    pub const fn type_codes(&self) -> &'static [&'static str] {
        self.type_codes
    }

    /// What field 60.3 can be; a request gets the first.
    #[must_use]
    pub const fn management_codes(&self) -> &'static [&'static str] {
        self.management_codes
    }

    /// Whether a terminal states the currency, field 49, in its request: also where no amount is in 4, as in a balance inquiry.
    /// A reversal has that of its original.
    #[must_use]
    pub const fn has_currency(&self) -> bool {
        self.has_currency
    }

    /// Whether its messages have a MAC.
    #[must_use]
    pub const fn has_mac(&self) -> bool {
        self.has_mac
    }

    /// Whether it is reversed when no answer comes.
    #[must_use]
    pub const fn is_reversible(&self) -> bool {
        self.is_reversible
    }

    /// Whether two independent sources have it so; the others are what one implementation does.
    #[must_use]
    pub const fn has_two_sources(&self) -> bool {
        self.has_two_sources
    }

    /// The transaction by one of its management codes only: a sign-in with keys of SM4 is `SIGN_IN.with_code("005")`. It equals
    /// the one with all of them.
    #[must_use]
    pub fn with_code(&self, code: &str) -> Option<Transaction> {
        let at = self.management_codes.iter().position(|own| *own == code)?;
        Some(Transaction { management_codes: self.management_codes.get(at..=at)?, ..*self })
    }
}

/// No two rows have the same name.
impl PartialEq for Transaction {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Transaction {}

/// Its name.
impl fmt::Display for Transaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

impl fmt::Debug for Transaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transaction({})", self.name)
    }
}
