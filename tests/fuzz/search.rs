//! Whatever is looked for: what is found is the nearest there is, and a name finds itself.

use crate::edits::{edited, edits};
use crate::run::fuzz;
use crate::seeds::EDITION;
use mali_explained::search::{distance, fold, nearest};
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;

/// How many results are asked for.
const LIMIT: usize = 30;

/// The folded names of everything, as the search has them.
static FOLDED: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let names = EDITION.names.names.iter();
    names.map(|(_, words)| words.iter().map(|word| fold(word)).collect()).collect()
});

/// Queries: names, names with mistakes, and anything.
fn queries() -> impl Strategy<Value = String> {
    let names = EDITION.names.names.iter();
    let names: Vec<String> = names.flat_map(|(_, words)| words.clone()).collect();
    let mistaken = |name: String| {
        edits(name.len()).prop_map(move |edits| {
            String::from_utf8_lossy(&edited(name.as_bytes(), &edits)).into_owned()
        })
    };
    prop_oneof![select(names.clone()), select(names).prop_flat_map(mistaken), any::<String>(),]
}

#[test]
fn what_is_found_is_the_nearest_there_is() {
    fuzz(queries(), |query| {
        let found = nearest(&query, &FOLDED, LIMIT);
        let query = fold(&query);
        let far =
            |names: &Vec<String>| names.iter().filter_map(|name| distance(&query, name)).min();
        let mut wanted: Vec<usize> = FOLDED.iter().filter_map(far).collect();
        wanted.sort_unstable();
        wanted.truncate(LIMIT);
        let distances: Vec<Option<usize>> =
            found.iter().map(|place| far(&FOLDED[*place])).collect();
        prop_assert_eq!(distances, wanted.iter().copied().map(Some).collect::<Vec<_>>());
        let is_name = FOLDED.iter().flatten().any(|name| *name == query);
        prop_assert!(!is_name || wanted[0] == 0, "a name does not find itself");
        Ok(())
    });
}
