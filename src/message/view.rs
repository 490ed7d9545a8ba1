//! A received message.

use super::field::Field;
use crate::bitmap::{Bitmap, Numbers};
use crate::error::{AsPath, FieldPath, ParseError, ParseErrorKind};
use crate::mti::Mti;
use crate::parse::{self, Index, Nest, ParseOptions};
use crate::spec::steps::Makes;
use crate::spec::{MessageSpec, SpecRef};

/// A received message: a view of its bytes by a spec, without allocation.
///
/// It is made by a parse, and every field that it shows lies within its bytes, has a length that its spec admits and,
/// unless told otherwise, only characters of its class. So access does not fail: [`Message::field`] gives the field or
/// says that it is absent. [`core::fmt::Display`] prints a table in which card data is masked; so does `Debug`.
///
/// ```
/// use isomsg::{Message, de, spec};
///
/// let bytes = b"0800\x82\x20\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x001124182042000017301";
/// let message = Message::parse(bytes, &spec::ISO1987_ASCII)?;
/// let stan: u32 = message.require(de::STAN)?.parse()?;
/// assert_eq!(stan, 17);
/// # Ok::<(), isomsg::error::ParseError>(())
/// ```
pub struct Message<'a> {
    bytes: &'a [u8],
    spec: SpecRef<'a>,
    index: IndexOf<'a>,
}

#[allow(clippy::large_enum_variant, reason = "an index of one's own is meant to lie in the message, not on the heap")]
enum IndexOf<'a> {
    Own(Index),
    Lent(&'a Index),
}

impl<'a> Message<'a> {
    /// Parses a message strictly. Also known as unpack.
    ///
    /// The spec is a `static`, or an `Arc` for one that was loaded, see [`SpecRef`].
    ///
    /// # Errors
    ///
    /// The first fault, with field and byte.
    pub fn parse(bytes: &'a [u8], spec: impl Into<SpecRef<'a>>) -> Result<Self, ParseError> {
        Self::parse_with(bytes, spec, ParseOptions::STRICT)
    }

    /// Parses a message as strictly as `options` say.
    ///
    /// # Errors
    ///
    /// The first fault, with field and byte.
    pub fn parse_with(
        bytes: &'a [u8],
        spec: impl Into<SpecRef<'a>>,
        options: ParseOptions,
    ) -> Result<Self, ParseError> {
        let spec = spec.into();
        let mut message = Message { bytes, spec, index: IndexOf::Own(Index::new()) };
        if let IndexOf::Own(index) = &mut message.index {
            parse::parse(bytes, spec.get(), options, index)?;
        }
        Ok(message)
    }

    /// Parses a message strictly into a lent index: the fastest way, for those who parse many.
    ///
    /// ```
    /// use isomsg::{Index, Message, spec};
    /// # fn handle(_: &Message<'_>) {}
    /// # let received: [&[u8]; 0] = [];
    /// let mut index = Index::new();
    /// for bytes in received {
    ///     let message = Message::parse_in(&mut index, bytes, &spec::ISO1987_BCD)?;
    ///     handle(&message);
    /// }
    /// # Ok::<(), isomsg::error::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first fault, with field and byte.
    #[inline]
    pub fn parse_in(index: &'a mut Index, bytes: &'a [u8], spec: impl Into<SpecRef<'a>>) -> Result<Self, ParseError> {
        Self::parse_in_with(index, bytes, spec, ParseOptions::STRICT)
    }

    /// Parses a message into a lent index, as strictly as `options` say.
    ///
    /// # Errors
    ///
    /// The first fault, with field and byte.
    #[inline]
    pub fn parse_in_with(
        index: &'a mut Index,
        bytes: &'a [u8],
        spec: impl Into<SpecRef<'a>>,
        options: ParseOptions,
    ) -> Result<Self, ParseError> {
        let spec = spec.into();
        parse::parse(bytes, spec.get(), options, index)?;
        Ok(Message { bytes, spec, index: IndexOf::Lent(index) })
    }

    /// Parses as far as it goes: the message with the fields before the first fault, and the fault.
    ///
    /// For logs and tools, and for answering a message that cannot be read to its end. A message type that could not
    /// be read shows as 0000.
    pub fn parse_partial(
        bytes: &'a [u8],
        spec: impl Into<SpecRef<'a>>,
        options: ParseOptions,
    ) -> (Self, Result<(), ParseError>) {
        let spec = spec.into();
        let mut index = Index::new();
        let outcome = parse::parse_some(bytes, spec.get(), options, &mut index);
        (Message { bytes, spec, index: IndexOf::Own(index) }, outcome)
    }

    /// Parses as far as it goes and reports every fault, not only the first: it goes on wherever the end of a field is
    /// known in spite of the fault, as after a character outside its class or a length above the maximum. What is inside
    /// fields is not looked at: for that there is [`Message::validate`].
    ///
    /// For certification, where the list of all findings is what is wanted. A value whose length was at fault shows
    /// as received.
    ///
    /// ```
    /// use isomsg::{Message, ParseOptions, spec};
    ///
    /// let bytes = b"0800\0\x20\0\0\0\x80\0\00000x7TERM\x01001";
    /// let mut findings = Vec::new();
    /// Message::examine(bytes, &spec::ISO1987_ASCII, ParseOptions::STRICT, |fault| findings.push(fault.to_string()));
    /// assert_eq!(findings, [
    ///     "character outside class n in field 11 at byte 16",
    ///     "character outside class ans in field 41 at byte 22",
    /// ]);
    /// ```
    pub fn examine(
        bytes: &'a [u8],
        spec: impl Into<SpecRef<'a>>,
        options: ParseOptions,
        mut report: impl FnMut(ParseError),
    ) -> Self {
        let spec = spec.into();
        let mut index = Index::new();
        parse::examine(bytes, spec.get(), options, &mut index, &mut report);
        Message { bytes, spec, index: IndexOf::Own(index) }
    }

    pub(super) fn from_parts(bytes: &'a [u8], spec: SpecRef<'a>, index: &'a Index) -> Self {
        Message { bytes, spec, index: IndexOf::Lent(index) }
    }

    #[inline]
    pub(super) fn index(&self) -> &Index {
        match &self.index {
            IndexOf::Own(index) => index,
            IndexOf::Lent(index) => index,
        }
    }

    /// The message type.
    #[must_use]
    pub fn mti(&self) -> Mti {
        self.index().mti
    }

    /// The fields that hold data; the bits that announce a bitmap are not among them.
    #[must_use]
    pub fn bitmap(&self) -> Bitmap {
        self.index().present
    }

    /// The fields that the bitmaps announce. After a partial parse these are more than [`Message::bitmap`] has.
    #[must_use]
    pub fn announced(&self) -> Bitmap {
        if !self.is_partial() {
            return self.bitmap();
        }
        let announced = parse::announced(self.bytes, self.spec.get());
        announced.iter().chain(self.bitmap().iter()).collect()
    }

    /// Whether a fault ended the parse before the message did.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.index().is_partial
    }

    /// The spec by which the message is read.
    #[must_use]
    pub fn spec(&self) -> SpecRef<'a> {
        self.spec
    }

    /// The bytes as received.
    #[must_use]
    pub fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The field, if it is there; by a path, a part of it: `message.field("55.9F26")`, `message.field("48.2")`.
    ///
    /// A part that is in a structure which cannot be opened is not there: why, [`Message::require`] says.
    #[inline]
    #[must_use]
    pub fn field(&self, place: impl AsPath) -> Option<Field<'a>> {
        match place.as_number() {
            Some(number) => self.numbered(number),
            None => self.part(&place.as_path()?).ok(),
        }
    }

    #[inline(always)]
    fn numbered(&self, number: u16) -> Option<Field<'a>> {
        let index = self.index();
        if !index.present.contains(number) {
            return None;
        }
        self.at_rank(index.present.rank(number), number)
    }

    #[inline(always)]
    pub(super) fn at_rank(&self, rank: usize, number: u16) -> Option<Field<'a>> {
        let (start, end) = self.index().span(rank)?;
        let spec: &'a MessageSpec = self.spec.get();
        let step = spec.step(number)?;
        let case = if spec.makes(number) == Makes::Cases { self.case_of(number) } else { None };
        Some(Field::new(self.bytes.get(start..end)?, start, number, spec, step, case, self.index().options))
    }

    /// Which case of the structure of a field holds.
    #[cold]
    pub(super) fn case_of(&self, number: u16) -> Option<u8> {
        let spec = self.spec.get();
        if spec.makes(number) == Makes::Cases { Nest::case_of(spec, number, self) } else { None }
    }

    /// The field or, by a path, a part of it.
    ///
    /// # Errors
    ///
    /// [`ParseErrorKind::Absent`] when it is not there; the offset is then the end of the message, or of the field that
    /// would hold it. What is wrong with the structure that holds a part.
    #[inline]
    pub fn require(&self, place: impl AsPath) -> Result<Field<'a>, ParseError> {
        match place.as_number() {
            Some(number) => self.numbered(number).ok_or_else(|| self.absent(FieldPath::field(number))),
            None => match place.as_path() {
                Some(path) => self.part(&path),
                None => Err(ParseError::new(ParseErrorKind::BadPath, 0, FieldPath::MESSAGE)),
            },
        }
    }

    #[cold]
    fn absent(&self, path: FieldPath) -> ParseError {
        ParseError::new(ParseErrorKind::Absent, self.bytes.len(), path)
    }

    /// A part of a field.
    fn part(&self, path: &FieldPath) -> Result<Field<'a>, ParseError> {
        let (number, deeper) = path.segments().split_first().ok_or_else(|| self.absent(*path))?;
        let field = number.as_number().and_then(|number| self.numbered(number));
        let field = field.ok_or_else(|| self.absent(FieldPath::MESSAGE.child(*number)))?;
        deeper.iter().try_fold(field, |field, key| field.subfields()?.require(*key))
    }

    /// The fields, ascending.
    #[must_use]
    pub fn fields(&self) -> Fields<'_, 'a> {
        Fields { message: self, numbers: self.index().present.iter(), rank: 0 }
    }
}

/// The fields of a [`Message`], ascending.
#[derive(Debug)]
pub struct Fields<'m, 'a> {
    message: &'m Message<'a>,
    numbers: Numbers,
    rank: usize,
}

impl<'a> Iterator for Fields<'_, 'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        let field = self.message.at_rank(self.rank, self.numbers.next()?)?;
        self.rank += 1;
        Some(field)
    }
}

impl<'m, 'a> IntoIterator for &'m Message<'a> {
    type Item = Field<'a>;
    type IntoIter = Fields<'m, 'a>;

    fn into_iter(self) -> Fields<'m, 'a> {
        self.fields()
    }
}
