//! The plain words of a line, with the place of each and whose they are; and what the site may not say in its own voice.

use super::Manner;
use crate::author::fault::FaultKind;
use crate::author::style::Style;
use crate::author::text::Text;
use std::ops::Range;

/// The plain words of a line.
#[derive(Default)]
pub struct Line {
    words: String,
    anchors: Vec<(usize, usize)>, // byte of `words`, byte of the text it was written in
    reported: Vec<Range<usize>>,
    is_owned: bool,
}

impl Line {
    /// A line of words that were written as they are, without markup.
    pub fn bare(words: &str) -> Self {
        let mut line = Self::default();
        line.push(words, 0);
        line
    }

    /// Adds words that were written at a byte of the text.
    pub fn push(&mut self, words: &str, written: usize) {
        self.anchors.push((self.words.len(), written));
        self.words.push_str(words);
    }

    /// The length so far, in bytes.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Takes note that all words from a byte on are somebody else's.
    pub fn report_from(&mut self, start: usize) {
        self.reported.push(start..self.words.len());
    }

    /// Takes note that the line says where its statements come from.
    pub fn own(&mut self) {
        self.is_owned = true;
    }

    /// Reports words that take sides and numbers of dead that nobody owns, unless they stand in quotation marks.
    pub fn check(mut self, style: &Style, text: &Text, manner: Manner) {
        if manner.is_reported {
            return;
        }
        self.reported.extend(quoted(&self.words));
        let is_ours = |range: &Range<usize>| {
            !self.reported.iter().any(|reported| reported.contains(&range.start))
        };
        for (range, better) in
            style.sides(&self.words).into_iter().filter(|(range, _)| is_ours(range))
        {
            let (word, better) = (self.words[range.clone()].to_owned(), better.to_owned());
            self.place(text, range.start, FaultKind::OwnVoice { word, better });
        }
        if manner.is_owned || self.is_owned {
            return;
        }
        if let Some(toll) = style.tolls(&self.words).into_iter().find(is_ours) {
            self.place(text, toll.start, FaultKind::UnownedNumber);
        }
    }

    /// Reports a fault at a byte of the words.
    fn place(&self, text: &Text, at: usize, kind: FaultKind) {
        let anchor = self.anchors.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        let (start, written) = self.anchors.get(anchor).copied().unwrap_or_default();
        text.at(written + at - start).fault(kind);
    }
}

/// The ranges between quotation marks, curly or straight.
fn quoted(words: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut open = None;
    for (at, mark) in words.char_indices() {
        match (mark, open) {
            ('“', _) | ('"', None) => open = Some(at),
            ('”' | '"', Some(start)) => {
                ranges.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    ranges
}
