//! Records of a batch upload, eight at most.

use super::detail::{DetailRecord, LENGTH};
use super::{Entry, Recovery, SettleError};
use crate::element::Pan;
use crate::value::{FromValue, Input, NotThat, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Field 48 of a UnionPay POS batch upload (0320 with 60.3 = 201): a count and at most eight records.
///
/// It holds card numbers in clear; it prints how many records it has.
///
/// ```
/// use isomsg::element::{Amount, Currency, Pan, Stan};
/// use isomsg::settle::{DetailPacket, Direction, Entry, Kind};
/// use isomsg::{MessageBuf, Mti, spec};
///
/// let entries: Vec<Entry> = (1..=10)
///     .filter_map(Stan::new)
///     .map(|stan| Entry::new(Kind::SALE, Direction::Debit, Amount::new(1250, Currency::CNY), stan))
///     .collect();
/// let packets = DetailPacket::all_of(&entries, |_| Pan::new("6222021234567890128").ok())?;
/// assert_eq!(packets.iter().map(|packet| packet.records().count()).collect::<Vec<_>>(), [8, 2]);
///
/// let mut upload = MessageBuf::new(&spec::UNIONPAY_POS, "0320".parse::<Mti>()?);
/// upload.set(60, "00000001201")?;
/// upload.set(48, &packets[1])?;
/// let read: DetailPacket = upload.require(48)?.parse()?;
/// assert_eq!(read.records().map(|record| record.stan().number()).collect::<Vec<_>>(), [9, 10]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DetailPacket {
    /// The count and the records.
    digits: String,
}

const COUNT_LENGTH: usize = 2;

impl DetailPacket {
    /// How many records a packet has at most.
    pub const MOST: usize = 8;

    const NOT: NotThat = NotThat { expected: "a count and so many records of 40 digits, at most 8" };

    /// A packet of records.
    ///
    /// # Errors
    ///
    /// [`SettleError::TooManyRecords`].
    pub fn new(records: &[DetailRecord<'_>]) -> Result<Self, SettleError> {
        if records.len() > Self::MOST {
            return Err(SettleError::TooManyRecords);
        }
        let mut digits = format!("{:02}", records.len());
        records.iter().for_each(|record| digits += &record.digits());
        Ok(DetailPacket { digits })
    }

    /// The packets of entries, in their order. Entries without effect are left out: pre-authorizations, and what was
    /// reversed. So is what is told as an advice, also an offline sale or an adjustment: a terminal uploads it as its advice once
    /// more, with the message type 0320.
    ///
    /// The card numbers are asked for, since entries do not have them.
    ///
    /// # Errors
    ///
    /// [`SettleError::NoCard`], and as [`DetailRecord::of`].
    pub fn all_of<'e, 'p>(
        entries: impl IntoIterator<Item = &'e Entry>,
        mut pan: impl FnMut(&Entry) -> Option<Pan<'p>>,
    ) -> Result<Vec<Self>, SettleError> {
        let is_uploaded = |entry: &&Entry| entry.has_effect() && entry.kind().recovery() != Recovery::Repeat;
        let uploaded = entries.into_iter().filter(is_uploaded);
        let records: Result<Vec<_>, _> =
            uploaded.map(|entry| DetailRecord::of(entry, pan(entry).ok_or(SettleError::NoCard)?)).collect();
        records?.chunks(Self::MOST).map(DetailPacket::new).collect()
    }

    /// The records.
    pub fn records(&self) -> impl Iterator<Item = DetailRecord<'_>> {
        let mut rest = self.digits.get(COUNT_LENGTH..).unwrap_or("");
        core::iter::from_fn(move || {
            let (record, behind) = rest.split_at_checked(LENGTH)?;
            rest = behind;
            DetailRecord::read(record)
        })
    }

    /// The digits of the field, card numbers in clear.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.digits
    }

    fn is_well(&self) -> bool {
        let count = self.digits.get(..COUNT_LENGTH).and_then(|count| count.parse::<usize>().ok());
        count.is_some_and(|count| {
            count <= Self::MOST && self.digits.len() == COUNT_LENGTH + count * LENGTH && self.records().count() == count
        })
    }
}

impl<'a> FromValue<'a> for DetailPacket {
    const IS_SECRET: bool = true;

    fn from_value(value: Value<'a>) -> Result<Self, NotThat> {
        let is_short = value.len() <= COUNT_LENGTH + Self::MOST * LENGTH;
        if !is_short || value.is_binary() || !value.units().all(|unit| unit.is_ascii_digit()) {
            return Err(Self::NOT);
        }
        Some(DetailPacket { digits: value.chars().collect() }).filter(DetailPacket::is_well).ok_or(Self::NOT)
    }
}

impl<'v> From<&'v DetailPacket> for Input<'v> {
    fn from(packet: &'v DetailPacket) -> Self {
        Input::Text(&packet.digits)
    }
}

impl fmt::Debug for DetailPacket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DetailPacket({} records)", self.records().count())
    }
}
