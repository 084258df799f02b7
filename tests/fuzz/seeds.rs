//! What the fuzzers begin from: content without a fault, and what is made of it.

use mali_explained::author::{self, Tree};
use mali_explained::publish::compose::{Edition, compose};
use std::path::Path;
use std::sync::LazyLock;

/// The language of the seeds.
pub const LOCALE: &str = "en";
/// The build of what is made of them.
pub const BUILD: &str = "0123456789abcdef";

/// The content of the site.
pub static CONTENT: LazyLock<Tree> = LazyLock::new(|| tree("content"));

/// A content with one or two records of each kind, which is read some hundred times faster, with the words that views and pages need.
pub static SMALL: LazyLock<Tree> = LazyLock::new(|| {
    let mut tree = tree("tests/faults");
    for words in ["en/messages.toml", "en/vocabulary.toml"] {
        tree.insert(words.to_owned(), CONTENT[words].clone());
    }
    published(&tree); // or it would be no seed
    tree
});

/// What is published of the content of the site.
pub static EDITION: LazyLock<Edition> = LazyLock::new(|| published(&CONTENT));

fn published(tree: &Tree) -> Edition {
    let library = author::compile(tree, LOCALE).expect("the content has no fault");
    compose(&library, BUILD).expect("the vocabulary has every word")
}

fn tree(folder: &str) -> Tree {
    let (tree, faults) = author::from_disk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    assert!(faults.is_empty(), "{faults:?}");
    tree
}
