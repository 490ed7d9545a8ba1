//! What the values of fields mean: card numbers, amounts, times and codes as types that hold only what is legal.
//!
//! A type is read from a value by [`Value::parse`](crate::value::Value::parse), whatever the form on the wire, made
//! from a text by its constructor or [`str::parse`], and written by giving a reference to it, as `set(2, &pan)`. Nothing
//! is corrected: what is not legal is refused, codes that are not known stay as they are, and what was read is written
//! back as it was. Card numbers, tracks and PIN blocks print masked.
//!
//! | field | 1987 | 1993 | 2003 |
//! |---|---|---|---|
//! | 2 | [`Pan`] | the same | the same |
//! | 3 | [`ProcessingCode`] | the same | the same |
//! | 4, 5, 6 | a number, with [`Currency`] an [`Amount`] | the same | [`Amount`], written as [`AmountText`] |
//! | 7 | [`TransmissionTime`] | the same | the same |
//! | 11 | [`Stan`] | the same | the same |
//! | 12 | [`LocalTime`] | [`YearDateTime`] | [`CenturyDateTime`] |
//! | 13 | [`LocalDate`] | [`Expiry`] | |
//! | 14 | [`Expiry`] | the same | the same |
//! | 15 | [`LocalDate`] | [`YearDate`] | [`CenturyDate`] |
//! | 16, 17 | [`LocalDate`] | the same | the same |
//! | 19, 20 | [`Country`] | the same | the same |
//! | 21 | [`Country`] | the same | |
//! | 22 | [`PosEntryMode`] | [`PosDataCode`] | [`PosDataSets`] |
//! | 28 | [`SignedAmount`] | [`YearDate`] | [`CenturyDate`] |
//! | 32, 33, 99, 100 | [`InstitutionId`] | the same | the same |
//! | 35, 36, 45 | [`Track2`], [`Track3`], [`Track1`] | the same | the same |
//! | 37 | [`Rrn`] | the same | the same |
//! | 38 | [`ApprovalCode`] | the same | the same |
//! | 39 | [`ResponseCode`] | [`ActionCode`] | [`ActionCode`] |
//! | 41, 42 | [`TerminalId`], [`AcceptorId`] | the same | the same |
//! | 49, 50, 51 | [`Currency`] | the same | |
//! | 52 | [`PinBlock`] | the same | the same |
//! | 54 | [`AdditionalAmounts`] | the same | the same |
//! | 56 | | [`OriginalDataElements1993`] | [`OriginalDataElements2003`] |
//! | 90 | [`OriginalDataElements`] | | |
//! | 95 | [`ReplacementAmounts`] | | |
//! | 97 | [`SignedAmount`] | the same | |
//!
//! [`emv`] has some of the data objects of chip data, field 55.
//!
//! ```
//! use isomsg::element::{Amount, Currency, Pan, ResponseCode};
//! use isomsg::{Message, spec};
//!
//! let bytes = b"0210\x50\0\0\0\x02\0\x80\016411111111111111100000000125000978";
//! let message = Message::parse(bytes, &spec::ISO1987_ASCII)?;
//! let pan: Pan = message.require(2)?.parse()?;
//! assert_eq!(pan.to_string(), "411111******1111");
//! assert!(pan.luhn_is_valid());
//! let code: ResponseCode = message.require(39)?.parse()?;
//! assert!(code.is_approved());
//! let amount = Amount::new(message.require(4)?.parse()?, message.require(49)?.parse()?);
//! assert_eq!(amount.with_exponent(2)?.minor(), 1250);
//! assert_eq!(amount.currency(), Currency::EUR);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod action_code;
mod additional;
mod additional_amount;
mod amount;
mod amount_text;
mod amount_type;
mod approval_code;
mod batch_number;
mod borrowed;
mod bytes;
mod calendar;
mod century_date;
mod century_date_time;
mod code;
mod country;
mod currency;
mod digits;
pub mod emv;
mod entry_mode;
mod expiry;
mod local_date;
mod local_time;
mod original;
mod pan;
mod pan_mask;
mod pin_block;
mod place;
mod pos_data_code;
mod pos_data_sets;
mod pos_entry_mode;
mod processing_code;
mod replacement;
mod response_code;
mod rrn;
mod signed_amount;
mod stan;
pub(crate) mod text;
mod track1;
mod track2;
mod track3;
mod transaction_type;
mod transmission_time;
mod year_date;
mod year_date_time;

pub mod unionpay;

pub use account::AccountType;
pub use action_code::ActionCode;
pub use additional::AdditionalAmounts;
pub use additional_amount::AdditionalAmount;
pub use amount::{Amount, AmountError};
pub use amount_text::AmountText;
pub use amount_type::AmountType;
pub use approval_code::ApprovalCode;
pub use batch_number::BatchNumber;
pub use calendar::{Date, DateTime};
pub use century_date::CenturyDate;
pub use century_date_time::CenturyDateTime;
pub use country::Country;
pub use currency::Currency;
pub use digits::Digits;
pub use entry_mode::EntryMode;
pub use expiry::Expiry;
pub use local_date::LocalDate;
pub use local_time::LocalTime;
pub use original::{OriginalDataElements, OriginalDataElements1993, OriginalDataElements2003};
pub use pan::Pan;
pub use pan_mask::PanMask;
pub(crate) use pan_mask::STARS;
pub use pin_block::PinBlock;
pub use place::{AcceptorId, InstitutionId, TerminalId};
pub use pos_data_code::PosDataCode;
pub use pos_data_sets::{PosDataSet, PosDataSets};
pub use pos_entry_mode::PosEntryMode;
pub use processing_code::ProcessingCode;
pub use replacement::ReplacementAmounts;
pub use response_code::ResponseCode;
pub use rrn::Rrn;
pub use signed_amount::{Sign, SignedAmount};
pub use stan::Stan;
pub use track1::Track1;
pub use track2::Track2;
pub use track3::Track3;
pub use transaction_type::TransactionType;
pub use transmission_time::TransmissionTime;
pub use year_date::YearDate;
pub use year_date_time::YearDateTime;
