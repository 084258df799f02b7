//! Texts that are broken at random.

use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that mean something to one of the parsers.
pub const PIECES: &[&str] = &[
    "\"",
    "'''",
    "\"\"\"",
    "[",
    "]]",
    "{",
    "}",
    "=",
    ",",
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
    "](said:cma)",
    "](lang:fr)",
    "<",
    "&amp;",
    "\\",
    "\\u00e9",
    "é",
    "\u{200B}",
    "“",
    "”",
    "2023-02-30",
    "-1",
    "1e999",
    "true",
    "null",
    "[x]: y\n",
    "| a |\n| - |\n",
    "[^1]",
    "    ",
    "#",
    "99999999999999999999",
];

/// A change of a text: bytes give way to a piece. What lies behind the end of the text counts as its end.
#[derive(Clone, Debug)]
pub struct Edit {
    at: usize,
    length: usize,
    piece: String,
}

impl Edit {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let start = self.at.min(bytes.len());
        let end = (start + self.length).min(bytes.len());
        bytes.splice(start..end, self.piece.bytes());
    }
}

/// Some edits of a text of so many bytes.
pub fn edits(length: usize) -> impl Strategy<Value = Vec<Edit>> {
    let piece = prop_oneof![
        4 => select(PIECES).prop_map(str::to_owned),
        1 => Just(String::new()),
        1 => any::<char>().prop_map(String::from),
    ];
    let edit =
        (0..=length, 0_usize..12, piece).prop_map(|(at, length, piece)| Edit { at, length, piece });
    prop::collection::vec(edit, 1..6)
}

/// The text after the edits. They may have cut a character in two.
pub fn edited(text: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for edit in edits {
        edit.apply(&mut bytes);
    }
    bytes
}
