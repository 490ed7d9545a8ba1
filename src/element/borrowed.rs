//! What the types share that borrow the value they were read from, in the form in which it lies on the wire.

/// Gives a type around a [`Value`](crate::value::Value) what all such types have; `$is` says whether a value is one, and
/// `$secrecy` whether it may be shown.
macro_rules! borrowed {
    ($name:ident, $class:ident, $secrecy:ident, $is:expr, $expected:literal) => {
        impl<'a> $name<'a> {
            const NOT: crate::value::NotThat = crate::value::NotThat { expected: $expected };

            /// Takes a text.
            ///
            /// # Errors
            ///
            #[doc = concat!("A text that is not ", $expected, ".")]
            pub fn new(text: &'a str) -> Result<Self, crate::value::NotThat> {
                let value = crate::value::Value::of_text(text, crate::wire::Class::$class).ok_or(Self::NOT)?;
                value.parse()
            }

            /// It in clear, as it lies on the wire.
            #[must_use]
            pub fn value(&self) -> crate::value::Value<'a> {
                self.0
            }
        }

        impl<'a> TryFrom<&'a str> for $name<'a> {
            type Error = crate::value::NotThat;

            fn try_from(text: &'a str) -> Result<Self, crate::value::NotThat> {
                $name::new(text)
            }
        }

        impl<'a> crate::value::FromValue<'a> for $name<'a> {
            const IS_SECRET: bool = crate::element::text::$secrecy;

            fn from_value(value: crate::value::Value<'a>) -> Result<Self, crate::value::NotThat> {
                let is: fn(&crate::value::Value<'a>) -> bool = $is;
                if !value.is_binary() && is(&value) { Ok($name(value)) } else { Err(Self::NOT) }
            }
        }

        impl<'v> From<&'v $name<'_>> for crate::value::Input<'v> {
            fn from(element: &'v $name<'_>) -> Self {
                crate::value::Input::Value(element.0)
            }
        }
    };
}

/// Prints stars in place of a secret, whatever its length.
macro_rules! stars {
    ($name:ident $(<$lifetime:lifetime>)?) => {
        /// Stars.
        impl core::fmt::Display for $name $(<$lifetime>)? {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(super::STARS)
            }
        }

        impl core::fmt::Debug for $name $(<$lifetime>)? {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(********)"))
            }
        }
    };
}

pub(super) use {borrowed, stars};
