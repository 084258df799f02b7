//! The files of the repository, and Rust code without what is no code.

use std::fs;
use std::path::Path;

/// A Rust file.
pub struct Source {
    /// Relative to the repository, as `src/model/date.rs`.
    pub path: String,
    /// What it says, without comments and without its own tests, which stand at its end.
    pub code: String,
}

/// The Rust files under a folder of the repository, in order of their paths.
pub fn sources(folder: &str) -> Vec<Source> {
    let source = |path: String| {
        let code = without_comments(&read(&path));
        let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned();
        Source { path, code }
    };
    files(folder, "rs").into_iter().map(source).collect()
}

/// The files with an ending under a folder of the repository, in order of their paths.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    gather(folder, ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no .{ending} file in {folder}/");
    found
}

fn gather(folder: &str, ending: &str, found: &mut Vec<String>) {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
        .expect("the folder can be read");
    for entry in entries {
        let entry = entry.expect("the folder can be read");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            gather(&path, ending, found);
        } else if entry.path().extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
}

/// Reads a file of the repository.
pub fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .expect("the file can be read")
}

/// Leaves out `//` comments, doc comments included. A `//` in a string, as in an address, stays.
fn without_comments(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    for line in code.lines() {
        kept.push_str(&line[..comment_start(line)]);
        kept.push('\n');
    }
    kept
}

fn comment_start(line: &str) -> usize {
    let mut is_in_string = false;
    let mut before = ' ';
    for (place, letter) in line.char_indices() {
        match letter {
            '"' if before != '\\' && before != '\'' => is_in_string = !is_in_string,
            '/' if !is_in_string && line[place..].starts_with("//") => return place,
            _ => {}
        }
        before = letter;
    }
    line.len()
}

/// Whether a name stands in code as a word of its own.
pub fn has_word(code: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(name).any(|(place, _)| {
        let before = code[..place].chars().next_back();
        let after = code[place + name.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}
