//! What the types share that keep their bytes themselves.

use crate::value::Value;

/// Exactly `N` bytes of a binary value.
pub(super) fn of_value<const N: usize>(value: Value<'_>) -> Option<[u8; N]> {
    if !value.is_binary() || value.len() != N {
        return None;
    }
    let mut bytes = [0; N];
    value.copy_into(&mut bytes).is_some().then_some(bytes)
}

/// Whether bit 8 to 1 of a byte is set, as specifications count them.
pub(super) fn has_bit(bytes: &[u8], byte: usize, bit: u32) -> bool {
    let byte = byte.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(0);
    bit.checked_sub(1).and_then(|shift| byte.checked_shr(shift)).is_some_and(|bits| bits & 1 == 1)
}

/// Gives a type around an array of bytes what all such types have.
macro_rules! kept_bytes {
    ($name:ident, $length:literal, $expected:literal) => {
        impl $name {
            const NOT: crate::value::NotThat = crate::value::NotThat { expected: $expected };

            /// It is these bytes.
            #[must_use]
            pub const fn new(bytes: [u8; $length]) -> Self {
                $name(bytes)
            }

            /// Its bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        /// Refuses a slice of another length.
        impl TryFrom<&[u8]> for $name {
            type Error = crate::value::NotThat;

            fn try_from(bytes: &[u8]) -> Result<Self, crate::value::NotThat> {
                bytes.try_into().map($name).map_err(|_| Self::NOT)
            }
        }

        impl<'a> crate::value::FromValue<'a> for $name {
            fn from_value(value: crate::value::Value<'a>) -> Result<Self, crate::value::NotThat> {
                crate::element::bytes::of_value(value).map($name).ok_or(Self::NOT)
            }
        }

        impl<'v> From<&'v $name> for crate::value::Input<'v> {
            fn from(element: &'v $name) -> Self {
                crate::value::Input::Bytes(&element.0)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({:02X?})"), self.0)
            }
        }
    };
}

/// Questions about bits of a type around an array of bytes, each with the byte and the bit it asks for.
macro_rules! questions {
    ($name:ident: $($(#[$doc:meta])+ $question:ident = byte $byte:literal bit $bit:literal,)+) => {
        impl $name {
            $($(#[$doc])+
            #[must_use]
            pub fn $question(&self) -> bool {
                crate::element::bytes::has_bit(&self.0, $byte, $bit)
            })+
        }
    };
}

pub(super) use {kept_bytes, questions};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_count_from_one() {
        let bytes = [0x80, 0x01];
        let set = (1..=2).flat_map(|byte| (1..=8).map(move |bit| (byte, bit)));
        assert!(set.filter(|&(byte, bit)| has_bit(&bytes, byte, bit)).eq([(1, 8), (2, 1)]));
        assert!(!has_bit(&bytes, 0, 8) && !has_bit(&bytes, 3, 1) && !has_bit(&bytes, 1, 0) && !has_bit(&bytes, 1, 9));
    }
}
