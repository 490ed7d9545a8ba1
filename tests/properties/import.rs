//! Any text that is imported.

use isomsg::import::{self, Imported, Target};
use isomsg::spec::MessageSpec;

/// What is imported resolves, prints to TOML and loads as the same spec, and each form in which it is written can be read
/// again. Returns what was imported.
pub fn check(text: &[u8]) -> Option<Imported> {
    let imported = import::import(text).ok()?;
    assert_eq!(import::detect(text), Some(imported.format));
    let toml = imported.file.to_toml();
    let loaded = MessageSpec::from_toml(&toml).unwrap_or_else(|error| panic!("{error} in\n{toml}"));
    assert!(*loaded == *imported.spec, "{toml}");
    written(&imported.spec);
    Some(imported)
}

/// A spec is written so that it can be read, and a field that comes back without a loss comes back as it was.
pub fn written(spec: &MessageSpec) {
    for target in [Target::Moov, Target::Jpos] {
        let (text, losses) = import::export(spec, target);
        let back = import::import(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"));
        for field in spec.fields() {
            let is_named = losses.iter().any(|loss| loss.path().number() == Some(field.number()));
            let other = back.spec.field(field.number());
            let is_same = other.is_some_and(|other| {
                other.format().class() == field.format().class()
                    && other.format().max() == field.format().max()
                    && other.format().min() == field.format().min()
                    && other.name() == field.name()
                    && other.sensitivity() == field.sensitivity()
                    && other.is_echoed() == field.is_echoed()
                    && other.structure().is_some() == field.structure().is_some()
                    && other.parts().count() == field.parts().count()
            });
            assert!(is_same || is_named, "{field:?} is not {other:?} in\n{text}");
        }
    }
}
