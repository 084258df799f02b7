//! Whatever stands in the files of `content/`: there are faults, each at a place of a file, or there are pages and downloads.

use crate::edits::{Edit, edited, edits};
use crate::run::fuzz;
use crate::seeds::{BUILD, CONTENT, LOCALE, SMALL};
use mali_explained::author::{Fault, FaultKind, Tree, compile};
use mali_explained::model::library::Library;
use mali_explained::publish::compose::{Edition, compose};
use mali_explained::publish::download::downloads;
use mali_explained::publish::prerender::{Press, Template};
use mali_explained::routes::Route;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

/// How many pages of a content are drawn: all of the small one.
const DRAWN: usize = 60;

/// What is done to a file.
#[derive(Clone, Debug)]
enum Change {
    Edit(String, Vec<Edit>),
    /// The key in a line, from 0, has another value. A line without a key is emptied.
    Value(String, usize, String),
    /// A line is written at the head of another.
    Line(String, usize, String),
    Write(String, Vec<u8>),
    Remove(String),
    /// It takes the place of another.
    Copy(String, String),
}

impl Change {
    fn apply(&self, tree: &mut Tree) {
        match self {
            Self::Edit(file, edits) => {
                if let Some(bytes) = tree.get_mut(file) {
                    *bytes = edited(bytes, edits);
                }
            }
            Self::Value(file, line, value) => with_line(tree, file, *line, |line| {
                line.split_once(" = ")
                    .map_or_else(String::new, |(key, _)| format!("{key} = {value}"))
            }),
            Self::Line(file, line, other) => {
                with_line(tree, file, *line, |line| format!("{other}\n{line}"));
            }
            Self::Write(file, bytes) => drop(tree.insert(file.clone(), bytes.clone())),
            Self::Remove(file) => drop(tree.remove(file)),
            Self::Copy(from, to) => {
                if let Some(bytes) = tree.get(from).cloned() {
                    tree.insert(to.clone(), bytes);
                }
            }
        }
    }
}

/// Writes something else in a line of a file, if the file has it.
fn with_line(tree: &mut Tree, file: &str, line: usize, change: impl FnOnce(&str) -> String) {
    let Some(bytes) = tree.get_mut(file) else { return };
    let text = String::from_utf8_lossy(bytes);
    let mut lines: Vec<&str> = text.split('\n').collect();
    let Some(place) = lines.get_mut(line) else { return };
    let changed = change(place);
    *place = &changed;
    *bytes = lines.join("\n").into_bytes();
}

/// Values at the edge of what a key may have.
const EDGES: &[&str] = &[
    "\"\"",
    "\"x\"",
    "\"0000\"",
    "\"00xx\"",
    "\"9999-12-31\"",
    "\"2024-02-29\"",
    "[\"0000\", \"9999\"]",
    "0",
    "-1",
    "9223372036854775807",
    "-9223372036854775808",
    "90.0",
    "1e308",
    "nan",
    "-inf",
    "true",
    "false",
    "[]",
    "{}",
];

/// The lines of a file as it is written.
fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

/// Some changes of a tree, few of which make it no TOML.
fn changes(tree: &'static Tree) -> impl Strategy<Value = Vec<Change>> {
    let file = || select(tree.keys().cloned().collect::<Vec<_>>());
    let written: Vec<String> = tree.values().flat_map(|bytes| lines(bytes)).collect();
    let values = written.iter().filter_map(|line| Some(line.split_once(" = ")?.1.to_owned()));
    let values: Vec<String> = EDGES.iter().map(ToString::to_string).chain(values).collect();
    let line = file().prop_flat_map(|file| {
        let count = lines(&tree[&file]).len().max(1);
        (Just(file), 0..count)
    });
    let value = prop_oneof![1 => select(EDGES).prop_map(str::to_owned), 2 => select(values)];
    let value =
        (line.clone(), value).prop_map(|((file, line), value)| Change::Value(file, line, value));
    let line =
        (line, select(written)).prop_map(|((file, line), other)| Change::Line(file, line, other));
    let edit = file().prop_flat_map(|file| {
        edits(tree[&file].len()).prop_map(move |edits| Change::Edit(file.clone(), edits))
    });
    let change = prop_oneof![
        4 => edit,
        10 => value,
        4 => line,
        2 => (file(), prop::collection::vec(any::<u8>(), 0..400))
            .prop_map(|(file, bytes)| Change::Write(file, bytes)),
        1 => file().prop_map(Change::Remove),
        1 => (file(), file()).prop_map(|(from, to)| Change::Copy(from, to)),
    ];
    prop::collection::vec(change, 1..3)
}

fn has_faults_with_places_or_makes_pages(
    tree: &'static Tree,
    changes: &[Change],
) -> TestCaseResult {
    let mut tree = tree.clone();
    for change in changes {
        change.apply(&mut tree);
    }
    match compile(&tree, LOCALE) {
        Ok(library) => {
            drop(downloads(&library, BUILD));
            if let Ok(edition) = compose(&library, BUILD) {
                let press = press(&library, &edition);
                let some = edition.pages.len() / DRAWN + 1;
                for (target, preview) in edition.pages.iter().step_by(some) {
                    let route = Route::new(LOCALE, target.clone());
                    let bundle = &edition.bundles[&route.bundle()];
                    prop_assert!(press.page(&route, preview, bundle).contains("<h1"));
                }
            }
        }
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in &faults {
                prop_assert!(has_place(&tree, fault), "there is no such place: {fault}");
            }
        }
    }
    Ok(())
}

/// What draws the pages of an edition.
fn press<'a>(library: &'a Library, edition: &'a Edition) -> Press<'a> {
    let document = "<head><script type=\"module\">import init from './a.js'; init({ module_or_path: './a_bg.wasm' });</script></head>";
    Press {
        template: Template::new(document).expect("the document has what a page needs"),
        shell: &edition.shell,
        origin: None,
        languages: &library.site.languages,
        checked: library.site.checked,
        vocabulary: &library.vocabulary,
    }
}

/// Whether a fault is at a character of a file, or at its end. A file that is missing has its first alone.
fn has_place(tree: &Tree, Fault { file, line, column, kind }: &Fault) -> bool {
    let bytes = file.strip_prefix("content/").and_then(|path| tree.get(path));
    let Some(bytes) = bytes else {
        return matches!(kind, FaultKind::MissingFile) && (*line, *column) == (1, 1);
    };
    let text = String::from_utf8_lossy(bytes);
    let found = line.checked_sub(1).and_then(|above| text.split('\n').nth(above));
    found.is_some_and(|line| (1..=line.chars().count() + 1).contains(column))
}

#[test]
fn a_small_content_has_faults_with_places_or_makes_pages() {
    fuzz(changes(&SMALL), |changes| has_faults_with_places_or_makes_pages(&SMALL, &changes));
}

#[test]
fn the_content_of_the_site_has_faults_with_places_or_makes_pages() {
    fuzz(changes(&CONTENT), |changes| has_faults_with_places_or_makes_pages(&CONTENT, &changes));
}
