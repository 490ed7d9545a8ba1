//! The sources of the crate, as text.

use std::fs;
use std::path::Path;

/// Every file below `src/` by its path there, with its text.
pub(crate) fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).expect("below the root").to_string_lossy().replace('\\', "/");
                sources.push((name, fs::read_to_string(&path).expect("a source in UTF-8")));
            }
        }
    }
    assert!(sources.len() > 20, "the sources are not where they should be");
    sources
}
