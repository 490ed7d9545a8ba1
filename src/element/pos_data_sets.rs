//! Field 22 of 2003: four sets about the point of service.

use super::bytes::kept_bytes;

/// What was done at the point of service: four sets of 32 bits. Field 22 of 2003.
///
/// Bit 1 of a set is the lowest bit of its first byte, bit 9 that of its second. So the one open implementation writes
/// them; who counts from the other end cannot use the questions.
///
/// ```
/// use isomsg::element::{PosDataSet, PosDataSets};
///
/// let sets = PosDataSets::new([0x20, 0, 0, 0, 0x08, 0, 0, 0, 0x02, 0, 0, 0, 0x02, 0, 0, 0]);
/// assert!(sets.is_chip() && sets.has_pin_capability());
/// assert!(sets.has(PosDataSet::Environment, 2));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PosDataSets([u8; 16]);

kept_bytes!(PosDataSets, 16, "a point of service data code of 16 bytes");

/// One of the four sets of [`PosDataSets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PosDataSet {
    /// How the card was read.
    Reading,
    /// How the cardholder was verified.
    Verification,
    /// Where the point of service is.
    Environment,
    /// How the message was secured.
    Security,
}

impl PosDataSets {
    /// Whether a bit of a set is set, 1 to 32.
    #[must_use]
    pub fn has(&self, set: PosDataSet, bit: usize) -> bool {
        let first = match set {
            PosDataSet::Reading => 0,
            PosDataSet::Verification => 4,
            PosDataSet::Environment => 8,
            PosDataSet::Security => 12,
        };
        let at = bit.checked_sub(1).filter(|at| *at < 32);
        at.and_then(|at| self.0.get(first + at / 8).map(|byte| byte >> (at % 8) & 1 == 1)).unwrap_or(false)
    }

    /// Whether a chip was read by contact.
    #[must_use]
    pub fn is_chip(&self) -> bool {
        self.has(PosDataSet::Reading, 6)
    }

    /// Whether the card was read without contact.
    #[must_use]
    pub fn is_contactless(&self) -> bool {
        self.has(PosDataSet::Reading, 2)
    }

    /// Whether a magnetic stripe was read.
    #[must_use]
    pub fn is_magnetic_stripe(&self) -> bool {
        self.has(PosDataSet::Reading, 5)
    }

    /// Whether the number was read from the card by eye, typed or as optical characters.
    #[must_use]
    pub fn is_manual(&self) -> bool {
        self.has(PosDataSet::Reading, 3)
    }

    /// Whether it is e-commerce.
    #[must_use]
    pub fn is_ecommerce(&self) -> bool {
        self.has(PosDataSet::Environment, 5)
    }

    /// Whether a PIN could be entered: one was. What the device can do beside that is in field 27.
    #[must_use]
    pub fn has_pin_capability(&self) -> bool {
        (4..=6).any(|bit| self.has(PosDataSet::Verification, bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bit_is_one_bit() {
        let sets = [PosDataSet::Reading, PosDataSet::Verification, PosDataSet::Environment, PosDataSet::Security];
        for place in 0..128 {
            let mut bytes = [0; 16];
            bytes[place / 8] = 1 << (place % 8);
            let one = PosDataSets::new(bytes);
            let places =
                sets.iter().enumerate().flat_map(|(at, set)| (1..=32).map(move |bit| (at * 32 + bit, *set, bit)));
            assert!(places.filter(|(_, set, bit)| one.has(*set, *bit)).map(|(at, ..)| at).eq([place + 1]));
            assert!(sets.iter().all(|set| !one.has(*set, 0) && !one.has(*set, 33)));
        }
    }

    #[test]
    fn answers_by_its_bits() {
        let mut bytes = [0; 16];
        bytes[0] = 0x20;
        let chip = PosDataSets::new(bytes);
        assert!(chip.is_chip() && !chip.is_contactless() && !chip.is_magnetic_stripe() && !chip.is_manual());
        bytes[8] = 0x10;
        assert!(PosDataSets::new(bytes).is_ecommerce() && !PosDataSets::new(bytes).has_pin_capability());
        assert_eq!(PosDataSets::try_from(&bytes[..15]), Err(PosDataSets::NOT));
    }
}
