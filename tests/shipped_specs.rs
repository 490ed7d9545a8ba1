//! The tables in `src/spec/shipped/` say what `specs/*.toml` say.
//!
//! `ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs` writes them anew.
#![cfg(feature = "toml")]

use isomsg::spec::{self, MessageSpec, RustModule, SpecFile};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files, each with its text, by the name that it has on the disk.
fn files() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(root().join("specs"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(name, fs::read_to_string(path)?);
    }
    Ok(files)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

type Families = BTreeMap<String, Vec<Arc<MessageSpec>>>;

/// The specs in the files, by the name of the dictionary that they extend, or their own when they extend none.
fn families() -> Result<Families, Box<dyn Error>> {
    let mut families = Families::new();
    let files = files()?;
    let raw: Vec<SpecFile> = files.values().map(|text| SpecFile::from_toml(text)).collect::<Result<_, _>>()?;
    for (text, file) in files.values().zip(&raw) {
        if !raw.iter().any(|other| other.extends() == Some(file.name())) {
            let family = file.extends().unwrap_or(file.name()).to_owned();
            families.entry(family).or_default().push(MessageSpec::from_toml(text)?);
        }
    }
    Ok(families)
}

/// The source of one family.
fn source(family: &str, specs: &[Arc<MessageSpec>]) -> String {
    let module = specs.iter().fold(RustModule::new().with_path("crate::spec"), |module, spec| module.with_spec(spec));
    let command = "ISOMSG_BLESS=1 cargo test --features toml --test shipped_specs";
    format!("//! Printed from `specs/{family}*.toml` by `{command}`: edit those.\n\n{module}")
}

#[test]
fn the_checked_in_tables_are_those_of_the_files() -> Result<(), Box<dyn Error>> {
    for (family, specs) in families()? {
        let path = root().join("src/spec/shipped").join(family.replace('-', "_") + ".rs");
        let source = source(&family, &specs);
        if std::env::var_os("ISOMSG_BLESS").is_some() {
            fs::write(&path, &source)?;
        }
        let stale = fs::read_to_string(&path).unwrap_or_default() != source;
        assert!(!stale, "{} is stale: run this test with ISOMSG_BLESS=1", path.display());
    }
    Ok(())
}

#[test]
fn each_static_equals_the_spec_loaded_from_its_file() -> Result<(), Box<dyn Error>> {
    let mut names = Vec::new();
    for loaded in families()?.into_values().flatten() {
        let shipped = spec::by_name(loaded.name()).ok_or(format!("{} is not shipped", loaded.name()))?;
        assert_eq!(shipped.title(), loaded.title(), "{}", loaded.name());
        assert_eq!(shipped.wire(), loaded.wire(), "{}", loaded.name());
        for number in 0..=u16::from(u8::MAX) {
            assert_eq!(shipped.field(number), loaded.field(number), "{} field {number}", loaded.name());
        }
        assert_eq!(*shipped, *loaded);
        names.push(loaded.name().to_owned());
    }
    names.sort();
    let mut shipped: Vec<&str> = spec::shipped().map(MessageSpec::name).collect();
    shipped.sort();
    assert_eq!(shipped, names);
    Ok(())
}

#[test]
fn every_file_is_named_after_its_spec_and_can_be_extended() -> Result<(), Box<dyn Error>> {
    for (name, text) in files()? {
        assert_eq!(SpecFile::from_toml(&text)?.name(), name);
        assert_eq!(spec::shipped_toml(&name), Some(text.as_str()), "{name}");
    }
    Ok(())
}
