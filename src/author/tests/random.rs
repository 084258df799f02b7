//! Whatever the bytes, there are faults or a library, and never a panic.

use super::valid;
use crate::author::compile;
use proptest::prelude::*;

/// Pieces that mean something to one of the parsers.
const PIECES: &[&str] = &[
    "\"",
    "'''",
    "\"\"\"",
    "[",
    "]]",
    "{",
    "}",
    "=",
    "\n",
    "\r\n",
    "+++",
    "## ",
    "- ",
    "*",
    "**",
    "`",
    "](",
    "](term:",
    "<",
    "&amp;",
    "\\",
    "\\u00e9",
    "é",
    "\u{200B}",
    "2023-02-30",
    "-1",
    "1e999",
    "true",
    "[x]: y\n",
    "| a |\n| - |\n",
    "[^1]",
    "    ",
    "#",
    "99999999999999999999",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn random_edits_do_not_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0usize..12, any::<prop::sample::Index>()), 1..6)) {
        let mut tree = valid();
        for (file, at, length, piece) in edits {
            let path = file.get(&tree.keys().cloned().collect::<Vec<_>>()).clone();
            let bytes = tree.get_mut(&path).unwrap();
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, piece.get(PIECES).bytes());
        }
        let _ = compile(&tree, "en");
    }

    #[test]
    fn random_bytes_do_not_panic(file in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut tree = valid();
        let path = file.get(&tree.keys().cloned().collect::<Vec<_>>()).clone();
        tree.insert(path, bytes);
        let _ = compile(&tree, "en");
    }
}
