//! Specs as files: the raw form, which any serde format reads, and how it becomes a [`MessageSpec`].

mod cases;
#[cfg(feature = "toml")]
mod error;
mod fault;
#[cfg(feature = "toml")]
mod lint;
mod merge;
mod named;
mod of;
#[cfg(feature = "toml")]
mod pieces;
#[cfg(feature = "toml")]
mod place;
mod print;
mod resolve;
mod row_keys;
mod rows;
mod rules;
mod serde;
mod structures;
#[cfg(feature = "toml")]
mod toml;
mod trail;
mod words;

#[cfg(feature = "toml")]
pub use self::error::SpecFileError;
#[cfg(feature = "toml")]
pub use self::lint::{FileLint, lint_toml, lint_toml_with};
#[cfg(feature = "import")]
pub(crate) use self::of::{OwnedRow, OwnedSpec};

use self::serde::TopKeys;
use super::MessageSpec;
use crate::error::{FieldPath, SpecError, SpecErrorKind};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::borrow::Borrow;

/// A spec as it stands in a file: what it says, and nothing of the spec that it extends.
///
/// It is read by any serde format: TOML ([`MessageSpec::from_toml`] does it all in one), JSON, YAML. Unknown keys are
/// refused. [`SpecFile::resolve`] makes a [`MessageSpec`] of it.
///
/// # The language
///
/// At the top:
///
/// | key | says |
/// |---|---|
/// | `name` | by what name the spec is known: letters, digits, `-`, `_`, `.` |
/// | `title` | what people read |
/// | `version` | the edition of the standard, a number or a text; nothing follows from it |
/// | `extends` | the name of a spec of which this one states only the differences |
/// | `pan_mask` | how much of card numbers is shown, see [`super::PanMask`]: `6+4`, which is meant where nobody says, at most `8+4` |
/// | `[wire]` | how things look unless a field says otherwise |
/// | `[fields]` | one row for each field, by its number |
/// | `[messages]` | what messages must have: one rule for each, by a name of your choice |
///
/// A spec replaces what it extends key by key: a row of a field that is there already changes only the keys it states.
/// Specs extend one another up to eight in a row. A spec without `[wire]` is a dictionary: it can be extended, and
/// makes no spec by itself.
///
/// In `[wire]`, all of which must be stated, here or in a spec that is extended, but for `charset` where nothing is
/// EBCDIC, `third` (otherwise `none`), `hex_case` (otherwise `upper`) and `nibble_accept` (otherwise the nibble that
/// is written):
///
/// | key | says |
/// |---|---|
/// | `mti` | the message type: `ascii`, `bcd`, `ebcdic` |
/// | `bitmap` | `raw`, `hex`, `ebcdic-hex`, `none` |
/// | `secondary` | when the second bitmap is there: `when-needed`, `always`, `always-unannounced` |
/// | `third` | where the third one is: `none`, `chain` (bit 65), `field 53` |
/// | `length` | length prefixes: `ascii`, `ebcdic`, `bcd`, `binary`, `hex`, `ber` |
/// | `digits` | `n`, `z` and `x+n`: `ascii`, `bcd`, `ebcdic` |
/// | `text` | `a`, `an`, `ans` ...: `ascii`, `ebcdic`, `opaque` |
/// | `binary` | `b`, `anb` and `ansb`: `raw`, `hex`, `ebcdic-hex` |
/// | `charset` | the code page of EBCDIC: `cp037`, `cp500`, `cp1047`, `cp1140` |
/// | `hex_case` | `upper`, `lower`, `any` |
/// | `nibble_pad` | side and nibble of an odd number of BCD digits: `left 0`, `right F` |
/// | `nibble_accept` | all nibbles that are accepted in its place: `0F`, `any` |
/// | `digits_pad` | what fills a short `n` of fixed length when it is set: `left 0`, `none` |
/// | `text_pad` | what fills a short text: `right space`, `left 0`, `right 0xFF`, `none` |
///
/// In a row of `[fields]`:
///
/// | key | says |
/// |---|---|
/// | `format` | class and length, see [`super::Format`] |
/// | `name` | what people read |
/// | `data` | the form of the content: `ascii`, `opaque`, `ebcdic`, `bcd`, `raw`, `hex`, `ebcdic-hex`, `zoned` |
/// | `charset`, `hex_case`, `nibble_pad`, `nibble_accept` | as in `[wire]` |
/// | `prefix` | the form of the length prefix, as `length` in `[wire]` |
/// | `prefix_width` | its digits, or the bytes of a binary one |
/// | `counts` | what it counts: `units`, `bytes`, `nibbles` |
/// | `includes_itself` | `true` when it counts its own bytes too |
/// | `length` | where the field ends: `prefix` (or a fixed length), `rest` of the message, `terminated`, `area` |
/// | `terminator` | with `length = "terminated"`: one to four bytes in hex |
/// | `area` | with `length = "area"`: the bytes of the fixed area behind the prefix |
/// | `pad` | as `text_pad` in `[wire]` |
/// | `strip` | `true` when the filler is not part of the value that is read |
/// | `sensitive` | `pan`, `track`, `pin`, `cvv`, `key`, `secret`, `none`; otherwise [`super::Sensitivity::of_field`] |
/// | `echo` | `true` when a response repeats the field; not for a part |
/// | `only_in` | the message types it may stand in, `x` for any digit, at most eight: `["0200", "04x0"]`; `[]` is all |
/// | `undefined` | `true`, and nothing else: takes the field away, or the part |
/// | `parts` | what it is made of, see below |
/// | `tlv`, `bitmap`, `groups` | how the parts lie in it, when not one behind the other |
/// | `optional` | of a part, when it may be missing: `at-end`, `by-class` (of the next character), otherwise `no` |
///
/// When a row makes a field one of fixed length, the keys of its prefix are those of a field that is no more, and are
/// dropped; likewise `terminator` and `area` with a new `length`.
///
/// # Parts
///
/// `parts` is a list of rows, numbered from 1, or a table of rows by number or tag. Their keys are those of the table
/// above, so a part may have parts again, six levels deep. Here 48 is made of tags, of which 0148 has two parts; 60 is
/// up to six groups of the same three parts:
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # #[cfg(feature = "toml")] {
/// use isomsg::spec::MessageSpec;
/// let spec = MessageSpec::from_toml(r#"
///     name = "ours"
///     extends = "iso1987-ascii"
///
///     [fields.48]
///     tlv = { tag = "text 4", length = "text 3" }
///     parts.0023 = { format = "an..3", name = "Terminal type" }
///     parts.0148 = { format = "n 4", name = "Currency", parts = [ { format = "n 3" }, { format = "n 1" } ] }
///
///     [fields.60]
///     groups = { max = 6 }
///     parts = [
///         { format = "n 3", name = "Currency" },
///         { format = "a 1", name = "Sign" },
///         { format = "n 12", name = "Amount" },
///     ]
/// "#)?;
/// assert_eq!(spec.field(48).map(|field| field.parts().count()), Some(2));
/// # }
/// # Ok(())
/// # }
/// ```
///
/// | key | says |
/// |---|---|
/// | `parts` alone | the parts lie one behind the other |
/// | `tlv` | tag, length and value again and again: `ber`, `datasets`, or a table; `parts` are by tag, not all need a row |
/// | `bitmap` | a bitmap in front says which parts are there: its form and bytes, `raw 8`, `hex 8`, `ebcdic-hex 8` |
/// | `groups` | all parts again and again: `{ max = 6 }`; with `count = "text 2"` a number in front says how often |
/// | `cases` | several structures, of which the message decides: see below; not of a part |
///
/// Bit 1 of a bitmap `hex 8+8` announces another one of 8 bytes; one of `raw 2+1+1` up to two more of a byte, the second
/// announced by the first bit of the first.
///
/// In the table of `tlv`, where a width is written `text 4` (in the form of the field), `ascii 4`, `ebcdic 2`, `bcd 4`,
/// `binary 1` (bytes) or `hex 2`:
///
/// | key | says |
/// |---|---|
/// | `form` | `fixed`, which is meant when it is not there, `ber` or `datasets` |
/// | `tag`, `length` | with `fixed`, where both must be there: their widths |
/// | `first` | with `fixed`: `tag`, or `length` when that stands in front |
/// | `counts_tag` | with `fixed`: `true` when the length counts the tag too |
/// | `filler` | with `ber`: a byte in hex that is filler between tags, as 00 is: `FF` |
/// | `unlisted` | what becomes of a tag without a row: `keep`, `refuse`, `skip` |
///
/// In a row of a field that is there already, a table of `parts` changes only the parts it names, key by key; a list
/// replaces them all. `tlv`, `bitmap` and `groups` replace whichever of them was stated, as a whole, and keep the
/// parts. `parts = []` takes parts and structure away, which a row needs to say when it makes the field something else.
/// `cases` replace all of these keys, and each of them replaces `cases`.
///
/// `cases` is a list, of which the first counts whose condition holds. A case has `when`, a condition in the notation of
/// [`super::MessageRule`] on fields that have no cases, and `parts`, `tlv`, `bitmap` and `groups` as a field has them:
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # #[cfg(feature = "toml")] {
/// # use isomsg::spec::MessageSpec;
/// MessageSpec::from_toml(r#"
///     name = "ours"
///     extends = "iso1987-ascii"
///
///     [fields.48]
///     cases = [
///         { when = "3 starts 00", parts = [{ format = "n 6", name = "Batch number" }] },
///         { when = "mti = 05xx", groups = { max = 9 }, parts = [{ format = "n 3" }, { format = "n 12" }] },
///     ]
///
///     [messages.sale]
///     mti = "0200 0210"
///     when = "3 starts 00"
///     mandatory = "4 11 41 42 48.1"
///     conditional = { 35 = "22 starts 02 05", "60.3" = "present 60" }
/// "#)?;
/// # }
/// # Ok(())
/// # }
/// ```
///
/// In a rule of `[messages]`, where paths are separated by blanks and conditions are those of [`super::MessageRule`]:
///
/// | key | says |
/// |---|---|
/// | `mti` | the message types, as `only_in` has them, separated by blanks; it must be stated |
/// | `when` | a condition for the rule as a whole |
/// | `mandatory`, `optional`, `never` | what must, may and must not be there |
/// | `conditional` | a table of paths and conditions: there when the condition holds, and not otherwise |
/// | `mandatory_if` | a table of paths and conditions: there when the condition holds; otherwise it may be |
/// | `echo` | what a response of this type repeats |
/// | `nothing_else` | `true` when no field may be there that no rule for the message names |
/// | `undefined` | `true`, and nothing else: takes away a rule of a spec that is extended |
///
/// A path with dots, as a key of `conditional`, stands in quotes. A rule of a name that is there already changes only the
/// keys that it states, `conditional` and `mandatory_if` as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct SpecFile(TopKeys);

impl SpecFile {
    /// The name by which the spec is known; empty when the file has none, which [`SpecFile::resolve`] refuses.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name.as_deref().unwrap_or("")
    }

    /// The title that people read; empty when there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.0.title.as_deref().unwrap_or("")
    }

    /// The edition of the standard, as the file writes it.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.0.version.as_ref().map(|version| version.0.as_str())
    }

    /// The name of the spec that this one extends.
    #[must_use]
    pub fn extends(&self) -> Option<&str> {
        self.0.extends.as_deref()
    }

    /// The spec that the file describes, over those that it extends, for which `lookup` is asked by name.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use isomsg::spec::SpecFile;
    /// let base: SpecFile = serde_json::from_str(r#"{
    ///     "name": "terminal",
    ///     "wire": {
    ///         "mti": "bcd", "bitmap": "raw", "secondary": "when-needed", "length": "bcd", "digits": "bcd",
    ///         "text": "ascii", "binary": "raw", "nibble_pad": "left 0", "digits_pad": "left 0", "text_pad": "none"
    ///     },
    ///     "fields": { "3": { "format": "n 6", "name": "Processing code" } }
    /// }"#)?;
    /// let file: SpecFile =
    ///     serde_json::from_str(r#"{ "name": "ours", "extends": "terminal", "fields": { "3": { "echo": true } } }"#)?;
    /// let spec = file.resolve(|name| (name == "terminal").then_some(&base))?;
    /// assert_eq!(spec.field(3).map(|field| (field.name(), field.is_echoed())), Some(("Processing code", true)));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The first rule that the spec breaks, [`SpecErrorKind::UnknownBase`] when `lookup` does not know a name,
    /// [`SpecErrorKind::EndlessExtends`] when more than eight specs extend one another.
    pub fn resolve<F: Borrow<SpecFile>>(
        &self,
        lookup: impl Fn(&str) -> Option<F>,
    ) -> Result<Arc<MessageSpec>, SpecError> {
        let refused = |kind| SpecError::new(kind, FieldPath::MESSAGE);
        let mut bases: Vec<F> = Vec::new();
        while let Some(name) = self.base_of(&bases).map_err(refused)? {
            let base = lookup(name).ok_or(refused(SpecErrorKind::UnknownBase))?;
            bases.push(base);
        }
        let chain: Vec<&SpecFile> = core::iter::once(self).chain(bases.iter().map(Borrow::borrow)).collect();
        resolve::resolve(&chain).map(Arc::new).map_err(|fault| fault.error)
    }

    /// The name that the last of this file and its bases extends.
    fn base_of<'f, F: Borrow<SpecFile>>(&'f self, bases: &'f [F]) -> Result<Option<&'f str>, SpecErrorKind> {
        merge::next_base(bases.last().map_or(self, Borrow::borrow), 1 + bases.len())
    }
}
