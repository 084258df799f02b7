//! Files, places in them, and texts that know where each of their characters was written.

use super::fault::{Fault, FaultKind, Faults};
use super::literal;
use std::ops::Range;

/// A file of the content.
pub struct File {
    /// Its path, from `content/` on.
    pub path: String,
    /// What it holds.
    pub text: String,
    lines: Vec<usize>, // the byte at which each line begins
}

impl File {
    /// A file with its text.
    pub fn new(path: String, text: String) -> Self {
        let ends =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { path, text, lines }
    }

    /// The line and the character in it, both from 1, of a byte; one that is past the end counts as the end.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let at = at.min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines[line - 1];
        let column =
            self.text[start..].char_indices().take_while(|(offset, _)| start + offset < at).count();
        (line, column + 1)
    }
}

/// A place in a file, at which faults can be reported.
#[derive(Clone, Copy)]
pub struct Spot<'a> {
    file: &'a File,
    faults: &'a Faults,
    at: usize,
}

impl<'a> Spot<'a> {
    /// The head of a file.
    pub fn head(file: &'a File, faults: &'a Faults) -> Self {
        Self { file, faults, at: 0 }
    }

    /// Another place in the same file, by its byte.
    pub fn to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The line, from 1.
    pub fn line(self) -> usize {
        self.file.place(self.at).0
    }

    /// The path of the file.
    pub fn path(self) -> &'a str {
        &self.file.path
    }

    /// Reports a fault here.
    pub fn fault(self, kind: FaultKind) {
        let (line, column) = self.file.place(self.at);
        self.faults.push(Fault { file: self.file.path.clone(), line, column, kind });
    }

    /// Reports a fault at the head of another file, which is not there.
    pub fn fault_in(self, path: &str, kind: FaultKind) {
        self.faults.push(Fault { file: path.to_owned(), line: 1, column: 1, kind });
    }
}

/// A text, with the place of each character.
pub struct Text<'a> {
    /// The words.
    pub words: &'a str,
    spot: Spot<'a>,
    anchors: Vec<(usize, usize)>, // byte of `words`, byte of the file; in order, the first for byte 0
}

impl<'a> Text<'a> {
    /// A part of a file.
    pub fn part(head: Spot<'a>, range: Range<usize>) -> Self {
        let anchors = vec![(0, range.start)];
        Self { words: &head.file.text[range.clone()], spot: head.to(range.start), anchors }
    }

    /// A TOML string: what it says, and where its literal stands.
    pub fn literal(head: Spot<'a>, range: Range<usize>, words: &'a str) -> Self {
        let raw = head.file.text.get(range.clone()).unwrap_or_default();
        let anchors = literal::anchors(raw, words)
            .into_iter()
            .map(|(word, byte)| (word, range.start + byte))
            .collect();
        Self { words, spot: head.to(range.start), anchors }
    }

    /// Where the text begins; for a TOML string its quotation mark.
    pub fn start(&self) -> Spot<'a> {
        self.spot
    }

    /// The place of a byte of the words.
    pub fn at(&self, byte: usize) -> Spot<'a> {
        let anchor = self.anchors.partition_point(|(word, _)| *word <= byte).saturating_sub(1);
        let (word, origin) = self.anchors[anchor];
        self.spot.to(origin + (byte - word))
    }

    /// Reports emptiness and bad characters; false if the text is empty.
    pub fn check(&self) -> bool {
        let is_empty = self.words.trim().is_empty();
        if is_empty {
            self.spot.fault(FaultKind::EmptyText);
        }
        self.check_signs();
        !is_empty
    }

    /// Reports characters that nobody sees and quotation marks of two sorts.
    pub fn check_signs(&self) {
        for (at, character) in
            self.words.char_indices().filter(|(_, character)| is_invisible(*character))
        {
            self.at(at).fault(FaultKind::Invisible { code: u32::from(character) });
        }
        if self.words.contains(['“', '”'])
            && let Some(at) = self.words.find('"')
        {
            self.at(at).fault(FaultKind::MixedQuotes);
        }
    }

    /// Reports more words than `limit`.
    pub fn check_length(&self, limit: usize, plain: &str) {
        let words = plain.split_whitespace().count();
        if words > limit {
            self.spot.fault(FaultKind::TooLong { words, limit });
        }
    }
}

/// True for control characters and the marks that turn or join text unseen.
fn is_invisible(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t' | '\r'))
        || matches!(character, '\u{200B}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_line_and_a_character() {
        let file = File::new("f".into(), "été\nà b\n".into());
        let places: Vec<_> = [0, 2, 5, 6, 8, 9, 10, 99].map(|at| file.place(at)).into();
        assert_eq!(places, [(1, 1), (1, 2), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1)]);
    }
}
