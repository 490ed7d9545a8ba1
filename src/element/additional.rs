//! Field 54: further amounts, such as balances.

use super::AdditionalAmount;
use super::borrowed::borrowed;
use crate::value::{NotThat, Value};
use core::fmt;

/// Further amounts: groups of 20 characters, in 2003 of 21. Field 54.
///
/// ```
/// use isomsg::element::{AdditionalAmounts, AmountType};
///
/// let balances = AdditionalAmounts::new("1001978C0000001300001002978C000000123456")?;
/// let types: Vec<_> = balances.iter().map(|balance| balance.amount_type()).collect();
/// assert_eq!(types, [AmountType::LEDGER_BALANCE, AmountType::AVAILABLE_BALANCE]);
/// # Ok::<(), isomsg::value::NotThat>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct AdditionalAmounts<'a>(Value<'a>);

borrowed!(AdditionalAmounts, Ans, SHOWN, |value| is_amounts(value), "additional amounts of 20 or 21 characters each");

/// Below this length a whole number of groups of one edition is none of the other.
const AMBIGUOUS: usize = 420;

/// Characters of a group.
fn group(value: &Value<'_>) -> Option<usize> {
    let length = Some(value.len()).filter(|length| (1..AMBIGUOUS).contains(length))?;
    [20, 21].into_iter().find(|group| length.is_multiple_of(*group))
}

fn is_amounts(value: &Value<'_>) -> bool {
    group(value).is_some_and(|group| {
        let mut starts = (0..value.len()).step_by(group);
        starts.all(|from| value.slice(from, from + group).parse::<AdditionalAmount>().is_ok())
    })
}

impl<'a> AdditionalAmounts<'a> {
    /// Writes amounts one behind the other into `buffer`; 120 bytes are room for the six that the standard admits.
    ///
    /// # Errors
    ///
    /// No amount, amounts of different editions, or more than `buffer` has room for.
    pub fn compose(amounts: &[AdditionalAmount], buffer: &'a mut [u8]) -> Result<Self, NotThat> {
        let mut length = 0;
        for amount in amounts {
            let text = amount.as_str().as_bytes();
            let place = buffer.get_mut(length..length + text.len()).ok_or(Self::NOT)?;
            place.copy_from_slice(text);
            length += text.len();
        }
        let written = buffer.get(..length).and_then(|written| core::str::from_utf8(written).ok());
        AdditionalAmounts::new(written.ok_or(Self::NOT)?)
    }

    /// The amounts, in their order.
    pub fn iter(&self) -> impl Iterator<Item = AdditionalAmount> + use<'a> {
        let value = self.0;
        let group = group(&value).unwrap_or(1);
        (0..value.len()).step_by(group).filter_map(move |from| value.slice(from, from + group).parse().ok())
    }
}

impl fmt::Debug for AdditionalAmounts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_made_of_groups() {
        let groups = ["1001978C000000130000", "1002978D000000123456"].map(|text| text.parse().unwrap());
        let mut buffer = [0; 40];
        let amounts = AdditionalAmounts::compose(&groups, &mut buffer).unwrap();
        assert!(amounts.iter().eq(groups));
        let mixed = ["1001978C000000130000", "1002D9782000000123456"].map(|text| text.parse().unwrap());
        assert!(AdditionalAmounts::compose(&mixed, &mut [0; 120]).is_err());
        assert!(AdditionalAmounts::compose(&groups, &mut [0; 39]).is_err());
        assert!(AdditionalAmounts::compose(&[], &mut [0; 39]).is_err());
    }

    #[test]
    fn refuses_a_group_that_is_none() {
        for text in ["", "1001978C0000001300001002978X000000123456", "1001978C0000001300001"] {
            assert_eq!(AdditionalAmounts::new(text), Err(AdditionalAmounts::NOT), "{text}");
        }
    }
}
