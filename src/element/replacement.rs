//! Field 95 of 1987: the amounts that are right, in a reversal in part.

use super::SignedAmount;
use super::text::{Text, digits, kept_text};
use crate::value::NotThat;

/// What was really done: amounts of the transaction and of its settlement, and the fees of both. Field 95 of 1987.
///
/// ```
/// use isomsg::element::{ReplacementAmounts, Sign, SignedAmount};
///
/// let none = SignedAmount::new(Sign::Credit, 0);
/// let amounts = ReplacementAmounts::new(1000, 0, none, none)?;
/// assert_eq!(amounts.as_str(), "000000001000000000000000C00000000C00000000");
/// assert_eq!(amounts.transaction(), 1000);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReplacementAmounts(Text<42>);

kept_text!(ReplacementAmounts, is_amounts, "replacement amounts of n 12, n 12, x+n 8 and x+n 8");

fn is_amounts(text: &Text<42>) -> bool {
    let digits: [u8; 24] = text.part(0);
    text.is_full() && digits.iter().all(u8::is_ascii_digit) && fee(text, 24).is_some() && fee(text, 33).is_some()
}

fn fee(text: &Text<42>, from: usize) -> Option<SignedAmount> {
    SignedAmount::of_text(&text.part::<9>(from))
}

impl ReplacementAmounts {
    /// Puts them together: amounts of the transaction and of its settlement, and the fees of both, in minor units.
    ///
    /// # Errors
    ///
    /// An amount of more than twelve digits, or a fee of more than eight.
    pub fn new(
        transaction: u64,
        settlement: u64,
        transaction_fee: SignedAmount,
        settlement_fee: SignedAmount,
    ) -> Result<Self, NotThat> {
        let join = || {
            let (transaction, settlement) = (digits::<12>(transaction)?, digits::<12>(settlement)?);
            Text::joined(&[&transaction, &settlement, &transaction_fee.to_x_n8()?, &settlement_fee.to_x_n8()?])
        };
        join().map(ReplacementAmounts).ok_or(Self::NOT)
    }

    /// The amount of the transaction, in minor units.
    #[must_use]
    pub fn transaction(&self) -> u64 {
        self.0.number(0, 12)
    }

    /// The amount of the settlement, in minor units.
    #[must_use]
    pub fn settlement(&self) -> u64 {
        self.0.number(12, 24)
    }

    /// The fee of the transaction.
    #[must_use]
    pub fn transaction_fee(&self) -> SignedAmount {
        fee(&self.0, 24).unwrap_or(Self::NO_FEE)
    }

    /// The fee of the settlement.
    #[must_use]
    pub fn settlement_fee(&self) -> SignedAmount {
        fee(&self.0, 33).unwrap_or(Self::NO_FEE)
    }

    const NO_FEE: SignedAmount = SignedAmount::new(super::Sign::Credit, 0);
}

#[cfg(test)]
mod tests {
    use super::super::Sign;
    use super::*;

    #[test]
    fn are_made_of_their_parts() {
        let amounts: ReplacementAmounts = "000000001000000000000990D00000025C00000010".parse().unwrap();
        assert_eq!((amounts.transaction(), amounts.settlement()), (1000, 990));
        let (first, second) = (amounts.transaction_fee(), amounts.settlement_fee());
        assert_eq!((first, second), (SignedAmount::new(Sign::Debit, 25), SignedAmount::new(Sign::Credit, 10)));
        assert_eq!(ReplacementAmounts::new(1000, 990, first, second), Ok(amounts));
        let large = SignedAmount::new(Sign::Credit, 100_000_000);
        assert!(ReplacementAmounts::new(1_000_000_000_000, 0, first, second).is_err());
        assert!(ReplacementAmounts::new(0, 0, large, second).is_err());
    }

    #[test]
    fn refuses_what_are_none() {
        for text in ["", "000000001000000000000990X00000025C00000010", "00000000100000000000099AD00000025C00000010"] {
            assert_eq!(text.parse::<ReplacementAmounts>(), Err(ReplacementAmounts::NOT), "{text}");
        }
    }
}
