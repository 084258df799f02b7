//! The content in `tests/faults` has no fault; these tests break one thing in it and expect exactly the faults of that, with
//! their places and words.

mod dates;
mod files;
mod prose;
mod records;
mod whole;

use super::tree::{self, Tree};
use super::{Library, compile, interface};
use std::path::Path;

/// The content without a fault.
fn valid() -> Tree {
    let (mut tree, faults) =
        tree::from_disk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults"));
    assert!(faults.is_empty(), "{faults:?}");
    let lines: Vec<String> =
        interface::own_fields().map(|field| format!("{field} = \"{field}\"\n")).collect();
    let messages = format!("[messages]\n{}", lines.concat());
    tree.insert("en/messages.toml".to_owned(), messages.into_bytes());
    tree
}

/// Puts other words in the place of some that stand once in a file.
fn edit(tree: &mut Tree, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(tree[file].clone()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from:?} in {file}");
    tree.insert(file.to_owned(), text.replace(from, to).into_bytes());
}

/// The content without a fault, read.
fn library() -> Library {
    compile(&valid(), "en").unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The faults of a tree, as they are shown.
fn faults(tree: &Tree) -> Vec<String> {
    compile(tree, "en").err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// Tests that each break one thing: a file, what stands in it, what is put there instead, and the faults that follow.
macro_rules! broken {
    ($($name:ident: $file:literal, $from:literal => $to:literal, [$($fault:literal),+ $(,)?];)+) => {$(
        #[test]
        fn $name() {
            let mut tree = crate::author::tests::valid();
            crate::author::tests::edit(&mut tree, $file, $from, $to);
            assert_eq!(crate::author::tests::faults(&tree), [$($fault),+]);
        }
    )+};
}
use broken;

#[test]
fn the_valid_content_has_no_fault() {
    assert_eq!(faults(&valid()), [""; 0]);
}
