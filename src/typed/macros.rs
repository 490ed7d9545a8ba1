//! How typed messages are declared.

/// Declares messages as structs, one line an element: its name, its type, and the number of its field.
///
/// Several structs can share their elements; each says its message types, as patterns with `x` for any digit. Mandatory
/// elements are members, optional ones `Option`s. To both come `mti` and `other`, which keeps all further fields. The types of
/// the elements are those of [`element`](crate::element), integers, [`Value`](crate::value::Value), or one's own that implement
/// [`FromValue`](crate::value::FromValue), `From<&T> for` [`Input`](crate::value::Input), and `Clone`.
///
/// Each struct gets `new`, which takes the message type and the mandatory elements, and
/// [`TypedMessage`](crate::typed::TypedMessage), which reads and writes it.
///
/// ```
/// # #[cfg(feature = "alloc")]
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use isomsg::element::{Stan, TerminalId};
/// use isomsg::typed::TypedMessage;
/// use isomsg::{Mti, spec, typed_message};
///
/// typed_message! {
///     /// A terminal says that its cash drawer was opened.
///     pub struct DrawerOpened<'a>: "0620";
///     mandatory {
///         /// The number of the message.
///         stan: Stan = 11,
///         /// Which terminal.
///         terminal_id: TerminalId<'a> = 41,
///     }
///     optional {
///         /// How often today.
///         times: u16 = 67,
///     }
/// }
///
/// let stan = "000124".parse()?;
/// let opened = DrawerOpened { times: Some(3), ..DrawerOpened::new("0620".parse::<Mti>()?, stan, TerminalId::new("TERM0001")?) };
/// let message = opened.to_message(&spec::ISO1987_ASCII)?;
/// let message = message.as_message();
/// assert_eq!(DrawerOpened::from_message(&message)?.times, Some(3));
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "alloc"))]
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! typed_message {
    (
        $($(#[$doc:meta])* pub $(($($scope:tt)+))? struct $name:ident<$life:lifetime>: $types:literal;)+
        mandatory $mandatory:tt
        optional $optional:tt
    ) => {
        $($crate::typed_message! {
            @struct $(#[$doc])* pub $(($($scope)+))? $name<$life>: $types; mandatory $mandatory optional $optional
        })+
    };
    (
        @struct $(#[$doc:meta])* $visibility:vis $name:ident<$life:lifetime>: $types:literal;
        mandatory { $($(#[$must_doc:meta])* $must:ident: $must_type:ty = $must_number:literal,)* }
        optional { $($(#[$may_doc:meta])* $may:ident: $may_type:ty = $may_number:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone)]
        $visibility struct $name<$life> {
            /// The message type.
            pub mti: $crate::Mti,
            $($(#[$must_doc])* pub $must: $must_type,)*
            $($(#[$may_doc])* pub $may: Option<$may_type>,)*
            /// All further fields.
            pub other: $crate::typed::Others<$life>,
        }

        impl<$life> $name<$life> {
            /// A message of this type that has only what it must have.
            #[must_use]
            #[allow(clippy::too_many_arguments, reason = "as many as the message must have")]
            pub fn new(mti: $crate::Mti, $($must: $must_type),*) -> Self {
                $name { mti, $($must,)* $($may: None,)* other: $crate::typed::Others::NONE }
            }
        }

        impl<$life> $crate::typed::TypedMessage<$life> for $name<$life> {
            const TYPES: $crate::typed::MessageTypes = $crate::typed::MessageTypes::new($types);

            const FIELDS: &'static [$crate::typed::TypedField] = &[
                $($crate::typed::TypedField {
                    number: $must_number,
                    name: stringify!($must),
                    presence: $crate::typed::Presence::Mandatory,
                    is_secret: <$must_type as $crate::value::FromValue<$life>>::IS_SECRET,
                },)*
                $($crate::typed::TypedField {
                    number: $may_number,
                    name: stringify!($may),
                    presence: $crate::typed::Presence::Optional,
                    is_secret: <$may_type as $crate::value::FromValue<$life>>::IS_SECRET,
                },)*
            ];

            fn mti(&self) -> $crate::Mti {
                self.mti
            }

            fn other(&self) -> $crate::typed::Others<$life> {
                self.other
            }

            fn from_message(message: &$life $crate::Message<$life>) -> Result<Self, $crate::error::ParseError> {
                $crate::typed::check_type(message, Self::TYPES)?;
                $(let mut $must: Option<$must_type> = None;)*
                $(let mut $may: Option<$may_type> = None;)*
                let mut others = $crate::Bitmap::EMPTY;
                for field in message.fields() {
                    match field.number() {
                        $($must_number => $must = Some($crate::typed::element(&field)?),)*
                        $($may_number => $may = Some($crate::typed::element(&field)?),)*
                        number => {
                            others.insert(number);
                        }
                    }
                }
                Ok($name {
                    mti: message.mti(),
                    $($must: $crate::typed::required($must, message, $must_number)?,)*
                    $($may,)*
                    other: $crate::typed::Others::of(message, others),
                })
            }

            fn input(&self, number: u16) -> Option<$crate::value::Input<'_>> {
                match number {
                    $($must_number => Some(::core::convert::From::from(&self.$must)),)*
                    $($may_number => self.$may.as_ref().map(::core::convert::From::from),)*
                    _ => None,
                }
            }
        }

        /// Masked, as the spec of the message that was read says, otherwise by the numbers of the fields; what is secret by its
        /// type, always.
        impl<$life> ::core::fmt::Debug for $name<$life> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::typed::print(self, stringify!($name), f)
            }
        }

        impl<$life> TryFrom<&$life $crate::Message<$life>> for $name<$life> {
            type Error = $crate::error::ParseError;

            fn try_from(message: &$life $crate::Message<$life>) -> Result<Self, Self::Error> {
                $crate::typed::TypedMessage::from_message(message)
            }
        }
    };
}

pub(crate) use typed_message;
