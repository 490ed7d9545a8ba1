//! Field 11: the number that a system gives its messages.

use super::text::{Text, digits, kept_text};

/// A system trace audit number: six digits in 1987 and 1993, twelve in 2003. Field 11.
///
/// ```
/// use isomsg::element::Stan;
///
/// let stan = Stan::new(124).ok_or("more than six digits")?;
/// assert_eq!(stan.as_str(), "000124");
/// assert_eq!(stan.next().number(), 125);
/// assert_eq!("999999".parse::<Stan>()?.next().as_str(), "000001");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stan(Text<12>);

kept_text!(Stan, is_stan, "a system trace audit number of 6 or 12 digits");

fn is_stan(text: &Text<12>) -> bool {
    matches!(text.len(), 6 | 12) && text.is_digits()
}

impl Stan {
    /// The first number, of six digits: 000001.
    pub const FIRST: Stan = Stan::of_six(*b"000001");

    /// None is before it.
    #[cfg(feature = "alloc")]
    pub(crate) const LEAST: Stan = Stan::of_six(*b"000000");

    /// A number of six digits; `None` when it has more.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        digits::<6>(number.into()).and_then(|digits| Text::joined(&[&digits])).map(Stan)
    }

    /// A number of twelve digits, for 2003; `None` when it has more.
    #[must_use]
    pub fn new_2003(number: u64) -> Option<Self> {
        digits(number).map(|digits| Stan(Text::full(digits)))
    }

    pub(super) const fn of_six(digits: [u8; 6]) -> Self {
        let [a, b, c, d, e, f] = digits;
        Stan(Text::short([a, b, c, d, e, f, 0, 0, 0, 0, 0, 0], 6))
    }

    pub(super) const fn of_twelve(digits: [u8; 12]) -> Self {
        Stan(Text::full(digits))
    }

    /// The number.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.0.number(0, self.0.len())
    }

    /// The number behind this one, of as many digits: behind the last one comes 1, never 0.
    #[must_use]
    pub fn next(&self) -> Self {
        let next = self.number() + 1;
        let of = |number: u64| if self.0.is_full() { Stan::new_2003(number) } else { Stan::new(number as u32) };
        of(next).or_else(|| of(1)).unwrap_or(*self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rolls_over_to_one() {
        for (last, first) in [("999999", "000001"), ("999999999999", "000000000001"), ("000000", "000001")] {
            assert_eq!(last.parse::<Stan>().unwrap().next().as_str(), first);
        }
    }

    #[test]
    fn refuses_other_lengths() {
        for text in ["", "12345", "1234567", "12345A"] {
            assert_eq!(text.parse::<Stan>(), Err(Stan::NOT), "{text}");
        }
        assert_eq!((Stan::new(1_000_000), Stan::new_2003(1_000_000_000_000)), (None, None));
    }
}
