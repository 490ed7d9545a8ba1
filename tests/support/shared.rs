//! Messages of other projects, which lie beside the checkout and not in it.

use serde_json::Value;
use std::path::Path;

pub(crate) fn load(name: &str) -> Option<Vec<Value>> {
    load_json(name).map(|list| list.as_array().expect("a list").clone())
}

pub(crate) fn load_json(name: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors").join(name);
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("shared vectors: {name} is not beside this checkout, nothing checked");
        return None;
    };
    Some(serde_json::from_str(&text).expect("vectors are JSON"))
}
