//! The files of `content/` in memory, so that the compiler is pure and tests can break a single line.

use super::fault::{Fault, FaultKind};
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

/// Files by their path inside `content/`, with `/` between folders.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Reads the TOML and Markdown files below a folder. A file that the system refuses is a fault; the others are still read.
pub fn from_disk(content: &Path) -> (Tree, Vec<Fault>) {
    let mut tree = Tree::new();
    let mut faults = Vec::new();
    for entry in WalkDir::new(content) {
        let path = match entry {
            Ok(entry) => entry.into_path(),
            Err(error) => {
                let path = error.path().unwrap_or(content);
                faults.push(unreadable(content, path, &error));
                continue;
            }
        };
        if !path.extension().is_some_and(|extension| extension == "toml" || extension == "md") {
            continue;
        }
        match std::fs::read(&path) {
            Ok(bytes) => drop(tree.insert(key(content, &path), bytes)),
            Err(error) => faults.push(unreadable(content, &path, &error)),
        }
    }
    (tree, faults)
}

fn unreadable(content: &Path, path: &Path, error: &dyn std::error::Error) -> Fault {
    let kind = FaultKind::Unreadable { reason: error.to_string() };
    Fault { file: display(&key(content, path)), line: 1, column: 1, kind }
}

/// True for a Markdown file.
pub fn is_markdown(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "md")
}

/// How a path inside `content/` is shown.
pub fn display(path: &str) -> String {
    format!("content/{path}")
}

/// The path inside the folder, with `/` between folders.
fn key(content: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(content).unwrap_or(path);
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
