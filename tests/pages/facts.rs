//! The fact base as it was written, read as plain TOML.

use std::path::Path;

/// The ids of the entries called `table` in files of `content/facts/`, in order.
///
/// # Panics
/// If a file is not valid TOML.
pub fn ids(table: &str, files: &[&str]) -> Vec<String> {
    let ids = files.iter().flat_map(|file| {
        let facts: toml::Table =
            toml::from_str(&content(&format!("facts/{file}.toml"))).expect("the facts are valid");
        let entries = facts.get(table).and_then(toml::Value::as_array).cloned().unwrap_or_default();
        entries
            .into_iter()
            .filter_map(|entry| entry["id"].as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    });
    let ids: Vec<String> = ids.collect();
    assert!(!ids.is_empty(), "there is no {table} in {files:?}");
    ids
}

/// Reads a file of `content/`.
///
/// # Panics
/// If there is none.
pub fn content(path: &str) -> String {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(path);
    std::fs::read_to_string(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()))
}
