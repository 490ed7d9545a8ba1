//! The spec that is asked for: one that comes with the crate, or a file.

use crate::output::Trouble;
use isomsg::spec::{self, FileLint, MessageSpec, SpecRef};
use std::cell::OnceCell;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

/// The longest spec file that is read.
pub(crate) const LONGEST: usize = 16 << 20;

pub(crate) enum Spec {
    Shipped(&'static MessageSpec),
    Loaded(Arc<MessageSpec>),
}

impl Spec {
    pub(crate) fn as_ref(&self) -> SpecRef<'_> {
        match self {
            Spec::Shipped(spec) => (*spec).into(),
            Spec::Loaded(spec) => spec.into(),
        }
    }
}

/// The spec of this name, or else in this file.
pub(crate) fn find(name: &str) -> Result<Spec, Trouble> {
    match spec::by_name(name) {
        Some(spec) => Ok(Spec::Shipped(spec)),
        None => load(name).map(Spec::Loaded),
    }
}

/// The spec in a file.
fn load(path: &str) -> Result<Arc<MessageSpec>, Trouble> {
    let spec = with_file(path, |text, beside| MessageSpec::from_toml_with(text, beside))?;
    spec.map_err(|error| Trouble::Fatal(format!("{path}: {error}")))
}

/// What is wrong, or hardly meant, in a file.
pub(crate) fn lint_file(path: &str) -> Result<Vec<FileLint>, Trouble> {
    with_file(path, |text, beside| spec::lint_toml_with(text, beside))
}

/// What becomes of the text of a file, and of those that it extends, which may lie beside it.
fn with_file<T>(path: &str, work: impl FnOnce(&str, &dyn Fn(&str) -> Option<String>) -> T) -> Result<T, Trouble> {
    let text = read(Path::new(path)).map_err(|error| unreadable(path, &error))?;
    let refused = OnceCell::new();
    let refuse = |trouble| {
        let _ = refused.set(trouble);
        None
    };
    let done = work(&text, &|name| read_beside(path, name).unwrap_or_else(refuse));
    match refused.into_inner() {
        Some(trouble) => Err(trouble),
        None => Ok(done),
    }
}

/// The file of the spec of this name beside that at `path`, if there is one.
fn read_beside(path: &str, name: &str) -> Result<Option<String>, Trouble> {
    let path = Path::new(path).with_file_name(format!("{name}.toml"));
    match read(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(&path.to_string_lossy(), &error)),
    }
}

/// The text of a file, which is refused where it is too long, not cut.
fn read(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LONGEST {
        return Err(io::Error::new(ErrorKind::FileTooLarge, "longer than 16 MiB"));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::new(ErrorKind::InvalidData, "not UTF-8"))
}

fn unreadable(path: &str, error: &io::Error) -> Trouble {
    Trouble::Fatal(match error.kind() {
        ErrorKind::NotFound => format!("error: '{path}' is neither a spec nor a file\n\n{}", list()),
        _ => format!("error: cannot read '{path}': {error}"),
    })
}

/// The names of the specs that come with the crate, and their titles.
pub(crate) fn list() -> String {
    let mut list = "Specs:".to_owned();
    for spec in spec::shipped() {
        list += &format!("\n  {:<20}  {}", spec.name(), spec.title());
    }
    list
}
