//! What the environment says of the run, the built site as files, and which kinds of pages it has.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The place that a variable of the environment names.
///
/// # Panics
/// If it is not set.
pub fn place(variable: &str) -> PathBuf {
    let place = std::env::var_os(variable).map(PathBuf::from);
    place.unwrap_or_else(|| panic!("{variable} is not set. Run `cargo xtask test`, which builds the site, finds the browsers and sets it."))
}

/// Whether every page is to be visited, not only some of each kind.
pub fn is_thorough() -> bool {
    std::env::var_os("MALI_ALL").is_some()
}

/// Where the built site lies.
pub fn folder() -> PathBuf {
    place("MALI_DIST")
}

/// Reads a file of the built site, by its path in it.
///
/// # Panics
/// If there is none.
pub fn read(path: &str) -> String {
    let place = folder().join(path);
    fs::read_to_string(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()))
}

/// Reads a JSON file of the built site.
///
/// # Panics
/// If there is none or it is not JSON.
pub fn json(path: &str) -> serde_json::Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files under `folder` whose names end in `ending`, as paths relative to it, in order.
pub fn files(folder: &Path, ending: &str) -> Vec<String> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = walk.map(|entry| entry.expect("the built site can be read"));
    let path = |entry: walkdir::DirEntry| {
        let inside = entry.path().strip_prefix(folder).expect("it lies in the folder");
        inside.to_str().expect("paths are ASCII").to_owned()
    };
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(path)
        .filter(|path| path.ends_with(ending))
        .collect()
}

/// The addresses of the pages in a language, as `en/event/kidal-2023/`, in order.
pub fn pages() -> Vec<String> {
    let documents = files(&folder().join("en"), "index.html").into_iter();
    let pages = documents.map(|path| format!("en/{}", path.trim_end_matches("index.html")));
    // What is said about each page, of citing and sharing it, is drawn alike: one of fifty stands for all.
    let is_one_of_many =
        |(place, path): &(usize, String)| !path.contains("/share/") || place % 50 == 0;
    let pages: Vec<String> =
        pages.enumerate().filter(is_one_of_many).map(|(_, path)| path).collect();
    assert!(!pages.is_empty(), "there is no page in {}/en", folder().display());
    pages
}

/// The pages by kind: records of a sort are one kind, the steps of the walk another, and each other page is its own.
pub fn kinds() -> BTreeMap<String, Vec<String>> {
    let mut kinds = BTreeMap::<String, Vec<String>>::new();
    for page in pages() {
        let parts: Vec<&str> = page.trim_end_matches('/').split('/').collect();
        let kind = match parts.as_slice() {
            [_, "walk", _, _] => "step",
            [_, "embed"] => "embeds",
            [_, "embed", "timeline"] => "bare timeline",
            [_, kind, ..] => kind,
            _ => "story",
        };
        kinds.entry(kind.to_owned()).or_default().push(page);
    }
    kinds
}

/// Whether a page has a program that brings it to life. A chapter on one page has none, nor has a course, what is said about pages or, but for the
/// timeline, stands in frames.
pub fn has_program(page: &str) -> bool {
    let has_none = ["/print/", "/share/", "/embed/", "lms/"].iter().any(|part| page.contains(part));
    !has_none || page.contains("/embed/timeline/")
}

/// Some pages of each kind: the first, the middle and the last, or with `MALI_ALL` every one.
pub fn some_of_each_kind() -> Vec<String> {
    if is_thorough() {
        return pages();
    }
    let some = |pages: Vec<String>| {
        let mut places = vec![0, pages.len() / 2, pages.len() - 1];
        places.dedup();
        places.into_iter().map(|place| pages[place].clone()).collect::<Vec<_>>()
    };
    kinds().into_values().flat_map(some).collect()
}

/// One page of each kind.
pub fn one_of_each_kind() -> Vec<String> {
    kinds().into_values().filter_map(|pages| pages.into_iter().next()).collect()
}
