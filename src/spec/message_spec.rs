//! A whole spec: a table of fields over a wire profile.

use super::field::FieldSpec;
use super::message_rule::MessageRule;
use super::nesting;
use super::profile::Wire;
use super::sensitivity::Sensitivity;
use super::spec_field::SpecField;
use super::spec_rule::SpecRule;
use super::steps::{self, AllMakes, Makes, Read, Step, Steps};
use super::text::Text;
use crate::element::PanMask;
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use core::fmt;

/// What a message looks like: a table of fields over a wire profile.
///
/// It is a `static` made by `const` functions, so that a mistake stops the build:
///
/// ```
/// use isomsg::spec::{FieldSpec, MessageSpec, Sensitivity, Wire};
///
/// static TERMINAL: MessageSpec = MessageSpec::new("terminal", Wire::BCD, &[
///     FieldSpec::new(2, "n..19").with_name("Card number").with_sensitivity(Sensitivity::Pan),
///     FieldSpec::new(3, "n 6").with_name("Processing code"),
///     FieldSpec::new(4, "n 12").with_name("Amount"),
/// ]);
/// ```
///
/// or it is loaded from a file at run time into an `Arc`, with the same rules (feature `toml`, or `serde` for other
/// file formats). It holds [`FieldSpec`]s and about 6 kB of parse steps computed from them; a parse computes nothing.
pub struct MessageSpec {
    name: Text,
    title: Text,
    wire: Wire,
    rows: Rows,
    parts: Rows,
    names: Names,
    messages: Messages,
    pan_mask: Option<PanMask>,
    base: Option<&'static MessageSpec>,
    steps: Steps,
    makes: AllMakes,
    /// Some fields cannot stand beside others.
    restricts: bool,
}

enum Rows {
    Static(&'static [FieldSpec]),
    #[cfg(feature = "alloc")]
    Owned(alloc::boxed::Box<[FieldSpec]>),
}

enum Messages {
    Static(&'static [MessageRule]),
    #[cfg(feature = "alloc")]
    Owned(alloc::boxed::Box<[MessageRule]>),
}

impl Messages {
    fn as_slice(&self) -> &[MessageRule] {
        match self {
            Messages::Static(messages) => messages,
            #[cfg(feature = "alloc")]
            Messages::Owned(messages) => messages,
        }
    }
}

const fn check_messages(messages: &[MessageRule], names: &str) -> Result<(), SpecError> {
    let mut rest = messages;
    while let [rule, tail @ ..] = rest {
        if let Err(error) = rule.check(names) {
            return Err(error);
        }
        rest = tail;
    }
    Ok(())
}

impl Rows {
    fn as_slice(&self) -> &[FieldSpec] {
        match self {
            Rows::Static(rows) => rows,
            #[cfg(feature = "alloc")]
            Rows::Owned(rows) => rows,
        }
    }
}

/// The string of names that the texts of a loaded spec are ranges of.
enum Names {
    None,
    #[cfg(feature = "alloc")]
    Owned(alloc::boxed::Box<str>),
}

impl MessageSpec {
    /// A spec of these fields, in ascending order.
    ///
    /// # Panics
    ///
    /// When the table breaks a rule: in a `static` or `const` the build stops with the field and the reason. For a
    /// table that is not a constant there is [`MessageSpec::try_new`].
    #[must_use]
    #[track_caller]
    pub const fn new(name: &'static str, wire: Wire, fields: &'static [FieldSpec]) -> Self {
        Self::build(name, wire, None, fields)
    }

    /// A spec that differs from `base` in its profile and in these fields, each of which replaces one of `base`, is
    /// new, or takes one away ([`FieldSpec::undefined`]).
    ///
    /// A row that replaces one keeps its name, its sensitivity and whether it is echoed, as far as the row does not
    /// state them. Format and all that concerns the wire are those of the new row alone. (In a file, where a row states
    /// single keys, the others are kept too.) Nothing is kept of a field that a spec in between takes away.
    ///
    /// ```
    /// use isomsg::spec::{self, FieldSpec, MessageSpec, Sensitivity, Wire};
    ///
    /// static OURS: MessageSpec =
    ///     MessageSpec::extending(&spec::ISO1987_BCD, "ours", Wire::BCD, &[FieldSpec::new(2, "n..28").without_echo()]);
    /// let pan = OURS.field(2).expect("defined");
    /// assert_eq!(pan.name(), "Primary account number (PAN)");
    /// assert_eq!((pan.sensitivity(), pan.is_echoed()), (Sensitivity::Pan, false));
    /// ```
    ///
    /// # Panics
    ///
    /// As [`MessageSpec::new`].
    #[must_use]
    #[track_caller]
    pub const fn extending(
        base: &'static MessageSpec,
        name: &'static str,
        wire: Wire,
        fields: &'static [FieldSpec],
    ) -> Self {
        Self::build(name, wire, Some(base), fields)
    }

    #[track_caller]
    const fn build(
        name: &'static str,
        wire: Wire,
        base: Option<&'static MessageSpec>,
        fields: &'static [FieldSpec],
    ) -> Self {
        match Self::check(name, &wire, base, fields, steps::NO_TABLES) {
            Ok(steps) => Self::assemble(name, wire, base, fields, steps),
            Err(error) => super::refuse(error),
        }
    }

    /// A spec of these fields, in ascending order.
    ///
    /// # Errors
    ///
    /// The first rule that the table breaks.
    pub fn try_new(name: &'static str, wire: Wire, fields: &'static [FieldSpec]) -> Result<Self, SpecError> {
        let steps = Self::check(name, &wire, None, fields, steps::NO_TABLES)?;
        Ok(Self::assemble(name, wire, None, fields, steps))
    }

    const fn check(
        name: &str,
        wire: &Wire,
        base: Option<&'static MessageSpec>,
        fields: &[FieldSpec],
        tables: nesting::Tables<'_>,
    ) -> Result<Steps, SpecError> {
        if !is_name(name) {
            return Err(SpecError::new(SpecErrorKind::BadName, FieldPath::MESSAGE));
        }
        steps::compile(wire, base, fields, tables)
    }

    const fn assemble(
        name: &'static str,
        wire: Wire,
        base: Option<&'static MessageSpec>,
        fields: &'static [FieldSpec],
        steps: Steps,
    ) -> Self {
        MessageSpec {
            name: Text::Static(name),
            title: Text::Static(""),
            wire,
            rows: Rows::Static(fields),
            parts: Rows::Static(&[]),
            names: Names::None,
            messages: Messages::Static(&[]),
            pan_mask: None,
            base,
            restricts: steps::restricts(&wire, &steps),
            makes: steps::all_makes(base, fields),
            steps,
        }
    }

    /// The title that people read.
    #[must_use]
    pub const fn with_title(mut self, title: &'static str) -> Self {
        self.title = Text::Static(title);
        self
    }

    /// What messages must have. A rule replaces the one of its name in a spec that is extended; the others stay.
    ///
    /// # Panics
    ///
    /// When a rule is not well formed: in a `static` or `const` the build stops with the reason.
    #[must_use]
    #[track_caller]
    #[allow(clippy::forget_non_drop, reason = "with `alloc` there is something that a constant cannot drop")]
    pub const fn with_messages(mut self, messages: &'static [MessageRule]) -> Self {
        if let Err(error) = check_messages(messages, "") {
            super::refuse(error);
        }
        // Dropping the old ones is not for a constant, in which there is nothing to drop.
        core::mem::forget(core::mem::replace(&mut self.messages, Messages::Static(messages)));
        self
    }

    /// How much of a card number the printed forms of its messages show.
    #[must_use]
    pub const fn with_pan_mask(mut self, mask: PanMask) -> Self {
        self.pan_mask = Some(mask);
        self
    }

    /// How much of a card number is shown: as this spec states or the one that it extends, [`PanMask::USUAL`] where none does.
    #[must_use]
    pub fn pan_mask(&self) -> PanMask {
        let mut chain = core::iter::successors(Some(self), |spec| spec.base);
        chain.find_map(|spec| spec.pan_mask).unwrap_or(PanMask::USUAL)
    }

    /// What messages must have: the rules of this spec, and those of the specs that it extends that have other names.
    pub fn rules(&self) -> impl Iterator<Item = SpecRule<'_>> {
        let chain = core::iter::successors(Some(self), |spec| spec.base);
        chain.enumerate().flat_map(move |(depth, spec)| {
            let is_replaced = move |name: &str| {
                let above = core::iter::successors(Some(self), |spec| spec.base).take(depth);
                above.flat_map(|spec| spec.own_rules()).any(|rule| rule.name() == name)
            };
            spec.own_rules().filter(move |rule| depth == 0 || !is_replaced(rule.name()))
        })
    }

    fn own_rules(&self) -> impl Iterator<Item = SpecRule<'_>> {
        self.messages.as_slice().iter().map(|rule| SpecRule::new(rule, self.names()))
    }

    /// The name by which the spec is known.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.within(self.names())
    }

    /// The title that people read; empty when there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title.within(self.names())
    }

    /// How things look on the wire unless a field says otherwise.
    #[must_use]
    pub const fn wire(&self) -> &Wire {
        &self.wire
    }

    /// What the spec says of a field; `None` when it does not define it.
    #[must_use]
    pub fn field(&self, number: u16) -> Option<SpecField<'_>> {
        let mut rows = self.rows_of(number).take_while(|row| row.defined);
        let row = *rows.next()?;
        Some(SpecField::new(rows.fold(row, FieldSpec::over), self, Sensitivity::of_field(number)))
    }

    /// The rows of a field, here and in the specs that are extended.
    fn rows_of(&self, number: u16) -> impl Iterator<Item = &FieldSpec> {
        let chain = core::iter::successors(Some(self), |spec| spec.base);
        chain.filter_map(move |spec| {
            let rows = spec.rows.as_slice();
            rows.binary_search_by_key(&number, FieldSpec::number).ok().and_then(|at| rows.get(at))
        })
    }

    /// The fields that the spec defines, ascending.
    pub fn fields(&self) -> impl Iterator<Item = SpecField<'_>> {
        (2..=192).filter_map(|number| self.field(number))
    }

    pub(crate) const fn base(&self) -> Option<&'static MessageSpec> {
        self.base
    }

    /// The rows, where they are a constant.
    pub(crate) const fn rows(&self) -> Option<&'static [FieldSpec]> {
        match self.rows {
            Rows::Static(rows) => Some(rows),
            #[cfg(feature = "alloc")]
            Rows::Owned(_) => None,
        }
    }

    /// The rows of parts that rows of this spec are ranges of.
    pub(crate) fn parts(&self) -> &[FieldSpec] {
        self.parts.as_slice()
    }

    pub(crate) fn names(&self) -> &str {
        match &self.names {
            Names::None => "",
            #[cfg(feature = "alloc")]
            Names::Owned(names) => names,
        }
    }

    #[inline]
    pub(crate) fn step(&self, number: u16) -> Option<&Step> {
        self.steps.get(usize::from(number))
    }

    /// The steps of the fields of a bitmap: 0, 1 or 2.
    #[inline(always)]
    pub(crate) fn steps_of(&self, bitmap: usize) -> Option<&[Step; 64]> {
        self.steps.get(1 + 64 * bitmap..)?.first_chunk()
    }

    /// Whether a field is made of parts.
    #[inline]
    pub(crate) fn makes(&self, number: u16) -> Makes {
        self.makes.get(usize::from(number)).copied().unwrap_or(Makes::Nothing)
    }

    /// Whether a field must wait for all others when a message is made: what it is made of depends on them. Without a
    /// bitmap the order is not free.
    #[cfg(feature = "alloc")]
    pub(crate) fn comes_last(&self, number: u16) -> bool {
        self.makes(number) == Makes::Cases && self.wire.has_bitmap()
    }

    pub(super) const fn all_makes(&self) -> &AllMakes {
        &self.makes
    }

    /// Whether some fields cannot stand beside others.
    pub(crate) fn restricts(&self) -> bool {
        self.restricts
    }

    /// The step of a field that the spec defines.
    #[inline]
    pub(crate) fn defined(&self, number: u16) -> Option<&Step> {
        self.step(number).filter(|step| step.read != Read::Undefined)
    }

    /// How secret a field is that is printed as a whole: as secret as a part of it can be.
    pub(crate) fn shown_sensitivity(&self, number: u16) -> Sensitivity {
        match self.field(number) {
            Some(field) if field.parts_hold_secrets() => Sensitivity::Secret,
            field => field.map_or(Sensitivity::Secret, |field| field.sensitivity()),
        }
    }

    pub(crate) fn sensitivity(&self, number: u16) -> Sensitivity {
        self.field(number).map_or(Sensitivity::Secret, |field| field.sensitivity())
    }
}

#[cfg(feature = "alloc")]
impl MessageSpec {
    /// A spec of these fields, in ascending order, made at run time and ready to be shared.
    ///
    /// A row that was taken out of a spec loaded from a file comes without its name and structure, which that spec owns.
    ///
    /// # Errors
    ///
    /// The first rule that the table breaks.
    pub fn from_fields(
        name: &str,
        wire: Wire,
        fields: impl Into<alloc::vec::Vec<FieldSpec>>,
    ) -> Result<alloc::sync::Arc<Self>, SpecError> {
        let whole = Text::Range(0, u32::try_from(name.len()).unwrap_or(0));
        let mut fields = fields.into();
        fields.iter_mut().for_each(FieldSpec::forget_foreign);
        let tables = Tables { rows: fields, names: name.into(), ..Tables::default() };
        Self::owned(whole, Text::Static(""), wire, tables).map(alloc::sync::Arc::new)
    }

    /// A spec that owns its table: what a file becomes.
    pub(crate) fn owned(name: Text, title: Text, wire: Wire, tables: Tables) -> Result<Self, SpecError> {
        let Tables { rows, parts, names, messages, pan_mask } = tables;
        let ranges = nesting::Tables { parts: &parts, names: &names };
        let steps = Self::check(name.within(&names), &wire, None, &rows, ranges)?;
        check_messages(&messages, &names)?;
        let makes = steps::all_makes(None, &rows);
        let (rows, parts, names) = (Rows::Owned(rows.into()), Rows::Owned(parts.into()), Names::Owned(names.into()));
        let restricts = steps::restricts(&wire, &steps);
        let messages = Messages::Owned(messages.into());
        Ok(MessageSpec {
            name,
            title,
            wire,
            rows,
            parts,
            names,
            messages,
            pan_mask,
            base: None,
            steps,
            makes,
            restricts,
        })
    }
}

/// The tables of a spec that owns them.
#[cfg(feature = "alloc")]
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) rows: alloc::vec::Vec<FieldSpec>,
    /// The rows of the parts of all structures; those of one structure lie together.
    pub(crate) parts: alloc::vec::Vec<FieldSpec>,
    pub(crate) messages: alloc::vec::Vec<MessageRule>,
    pub(crate) names: alloc::string::String,
    pub(crate) pan_mask: Option<PanMask>,
}

pub(super) const fn is_name(name: &str) -> bool {
    let mut rest = name.as_bytes();
    let filled = !rest.is_empty();
    while let [byte, tail @ ..] = rest {
        if !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b'.') {
            return false;
        }
        rest = tail;
    }
    filled
}

/// Shows name, title and how many fields there are.
impl fmt::Debug for MessageSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MessageSpec")
            .field("name", &self.name())
            .field("title", &self.title())
            .field("fields", &self.fields().count())
            .finish_non_exhaustive()
    }
}
