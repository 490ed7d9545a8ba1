//! Specs in the file formats of other projects, to specs of this crate and back.
//!
//! | format | is |
//! |---|---|
//! | [`Format::Jpos`] | the XML of jPOS's `GenericPackager` |
//! | [`Format::MoovJson`], [`Format::MoovYaml`] | the JSON of moov-io/iso8583, or the same in YAML |
//! | [`Format::Pyiso8583`] | the dictionary of pyiso8583, as JSON |
//! | [`Format::Goplasmatic`] | the JSON of GoPlasmatic |
//!
//! What a format says and a spec of this crate cannot, or the other way round, is not dropped in silence: each such thing
//! is a [`Loss`], which names the field. What the rules of specs do not admit is left out and named too, so that the rest
//! of a file of which one line is odd can be used.
//!
//! None of these formats says what is secret, what a response repeats, or what a message must have. So an imported spec
//! masks by the numbers of fields ([`crate::spec::Sensitivity::of_field`]) and repeats nothing: state it in the file that
//! [`Imported::file`] prints.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let text = r#"{ "name": "acme", "fields": {
//!     "0": { "type": "String", "length": 4, "enc": "ASCII", "prefix": "ASCII.Fixed" },
//!     "1": { "type": "Bitmap", "length": 8, "enc": "Binary", "prefix": "Binary.Fixed" },
//!     "3": { "type": "Numeric", "length": 6, "description": "Processing code", "enc": "ASCII", "prefix": "ASCII.Fixed" },
//!     "48": { "type": "String", "length": 20, "enc": "ASCII", "prefix": "Hex.LLLL" }
//! } }"#;
//! let imported = isomsg::import::import(text)?;
//! assert_eq!(imported.spec.field(3).map(|field| field.name()), Some("Processing code"));
//! let losses: Vec<String> = imported.losses.iter().map(ToString::to_string).collect();
//! assert_eq!(losses, ["field 48: left out: the prefix `Hex.LLLL` is wider than six digits"]);
//! # Ok(())
//! # }
//! ```
#![warn(clippy::arithmetic_side_effects)]

mod compare;
mod error;
mod goplasmatic;
mod jpos;
mod json;
mod loss;
mod moov;
mod nest;
mod plan;
mod profile;
mod pyiso8583;
mod shape;
mod yaml;

pub use error::ImportError;
pub use loss::Loss;

use crate::spec::{MessageSpec, SpecFile};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// The longest text that is read, in bytes.
const LONGEST: usize = 16 << 20;

/// A file format of another project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// The XML of jPOS's `GenericPackager`, whose classes say how a field looks.
    Jpos,
    /// The JSON of moov-io/iso8583.
    MoovJson,
    /// The YAML of moov-io/iso8583.
    MoovYaml,
    /// The dictionary of pyiso8583, as JSON.
    Pyiso8583,
    /// The JSON of GoPlasmatic.
    Goplasmatic,
}

/// A file format that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// The JSON of moov-io/iso8583.
    Moov,
    /// The XML of jPOS's `GenericPackager`.
    Jpos,
}

/// A spec that came from another format.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Imported {
    /// The format that the text was in.
    pub format: Format,
    /// The spec as a file of this crate, to be printed by [`SpecFile::to_toml`].
    pub file: SpecFile,
    /// What the file resolves to.
    pub spec: Arc<MessageSpec>,
    /// What could not be carried over.
    pub losses: Vec<Loss>,
}

/// The format of a text, by its first characters and the keys at its top; `None` when it is none of those known.
#[must_use]
pub fn detect(text: &[u8]) -> Option<Format> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    match text.trim_ascii_start() {
        [b'<', ..] => Some(Format::Jpos),
        [b'{', ..] => json::detect(text),
        _ => yaml::is_spec(text).then_some(Format::MoovYaml),
    }
}

/// Reads a text in whatever format [`detect`] finds it to be.
///
/// # Errors
///
/// What is wrong with the text as a whole, and where. What is wrong with a field is a [`Loss`].
pub fn import(text: impl AsRef<[u8]>) -> Result<Imported, ImportError> {
    let text = text.as_ref();
    match detect(text) {
        Some(format) => import_as(format, text),
        None => Err(ImportError::new("not a spec in a format that is known")),
    }
}

/// Reads a text in this format.
///
/// # Errors
///
/// As [`import`].
pub fn import_as(format: Format, text: impl AsRef<[u8]>) -> Result<Imported, ImportError> {
    let text = text.as_ref();
    if text.len() > LONGEST {
        return Err(ImportError::new("longer than 16 MiB"));
    }
    let text = decoded(format, text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text))?;
    let plan = match format {
        Format::Jpos => jpos::read(&text),
        Format::MoovJson => moov::read_json(&text),
        Format::MoovYaml => moov::read_yaml(&text),
        Format::Pyiso8583 => pyiso8583::read(&text),
        Format::Goplasmatic => goplasmatic::read(&text),
    }?;
    plan.finish(format)
}

/// The text. Old XML is in Latin-1, which says so; nothing else is.
fn decoded(format: Format, text: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    match (str::from_utf8(text), format) {
        (Ok(text), _) => Ok(Cow::Borrowed(text)),
        (Err(_), Format::Jpos) => Ok(text.iter().copied().map(char::from).collect::<String>().into()),
        (Err(error), _) => {
            let before = text.get(..error.valid_up_to()).and_then(|before| str::from_utf8(before).ok()).unwrap_or("");
            Err(ImportError::new("not UTF-8").at_offset(before, before.len()))
        }
    }
}

/// Writes a spec in the format of another project, and says what of it that format cannot hold.
///
/// What is lost is found by reading the text back: each difference between that spec and this one is named.
///
/// ```
/// use isomsg::import::{self, Target};
/// use isomsg::spec;
/// let (text, losses) = import::export(&spec::ISO1987_ASCII, Target::Jpos);
/// assert!(text.contains(r#"<isofield id="3" length="6" name="Processing code" class="org.jpos.iso.IFA_NUMERIC"/>"#));
/// assert!(losses.iter().any(|loss| loss.to_string() == "field 3: that a response repeats it is not said"));
/// ```
#[must_use]
pub fn export(spec: &MessageSpec, target: Target) -> (String, Vec<Loss>) {
    let (text, format) = match target {
        Target::Moov => (moov::write(spec), Format::MoovJson),
        Target::Jpos => (jpos::write(spec), Format::Jpos),
    };
    let losses = match import_as(format, &text) {
        Ok(back) => compare::losses(spec, &back.spec),
        Err(error) => alloc::vec![Loss::whole(alloc::format!("nothing of it can be read back: {error}"))],
    };
    (text, losses)
}
