//! What the types share that are one digit with a meaning.

/// Declares a digit whose values have names: an open set, since hosts add to it.
macro_rules! digit {
    ($(#[$type_doc:meta])+ $name:ident { $($(#[$doc:meta])+ $constant:ident = $digit:literal, $words:literal;)+ }) => {
        $(#[$type_doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        impl $name {
            $($(#[$doc])+ pub const $constant: Self = $name($digit);)+

            /// A digit; `None` above 9.
            #[must_use]
            pub const fn new(digit: u8) -> Option<Self> {
                if digit <= 9 { Some($name(digit)) } else { None }
            }

            /// The digit.
            #[must_use]
            pub const fn digit(self) -> u8 {
                self.0
            }

            /// Its name; `None` of a digit that has none.
            #[must_use]
            pub const fn name(self) -> Option<&'static str> {
                match self.0 {
                    $($digit => Some($words),)+
                    _ => None,
                }
            }
        }

        /// The digit.
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    };
}

pub(crate) use digit;
