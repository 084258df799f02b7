//! Prose: Markdown in a closed grammar, checked, and made into rich text with its names linked.
//!
//! `parse` makes trees of what was written and reports what the `grammar` does not have, `scheme` says where links lead, `line`
//! checks what the site says in its own voice, and `link`, one room up, links the names.

mod grammar;
mod line;
mod parse;
mod scheme;

use self::line::Line;
use super::desk::Desk;
use super::fault::FaultKind;
use super::link::{Node, Section, plain};
use super::table::Table;
use super::text::Text;
use super::value::Value;
use crate::model::{Block, Rich};

pub use parse::{Part, PartKind};

/// How a piece of prose is to be read.
#[derive(Clone, Copy)]
pub struct Manner<'m> {
    about: &'m str,
    limit: usize,
    is_reported: bool,
    is_owned: bool,
}

impl<'m> Manner<'m> {
    /// In the site's own voice, in the record with this id, whose own names are not linked.
    pub fn own(about: &'m str) -> Self {
        Self { about, limit: usize::MAX, is_reported: false, is_owned: false }
    }

    /// In the words of somebody else, who is named beside it.
    pub fn reported(about: &'m str) -> Self {
        Self { is_reported: true, is_owned: true, ..Self::own(about) }
    }

    /// With at most so many words.
    pub fn at_most(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// With sources or claims beside it, which own the numbers in it.
    pub fn owned(self, is_owned: bool) -> Self {
        Self { is_owned: self.is_owned || is_owned, ..self }
    }
}

impl<'a> Desk<'a> {
    /// A line of prose that must be there.
    pub fn prose(&self, table: &mut Table<'a>, key: &'static str, manner: Manner) -> Rich {
        table.text(key).map(|text| self.line(&text, manner)).unwrap_or_default()
    }

    /// A line of prose that may be left out.
    pub fn maybe_prose(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        manner: Manner,
    ) -> Option<Rich> {
        table.maybe_text(key).map(|text| self.line(&text, manner))
    }

    /// A list of lines of prose, of which there must be at least so many.
    pub fn prose_list(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        least: usize,
        manner: Manner,
    ) -> Vec<Rich> {
        let texts = table.values_needed(key, least).into_iter().filter_map(Value::text);
        texts.map(|text| self.line(&text, manner)).collect()
    }

    /// Plain words, which must be there.
    pub fn words(&self, table: &mut Table<'a>, key: &'static str, manner: Manner) -> String {
        table.text(key).map(|text| self.plain(&text, manner)).unwrap_or_default()
    }

    /// Plain words, which may be left out.
    pub fn maybe_words(
        &self,
        table: &mut Table<'a>,
        key: &'static str,
        manner: Manner,
    ) -> Option<String> {
        table.maybe_text(key).map(|text| self.plain(&text, manner))
    }

    /// A line of prose, a section of its own.
    pub fn line(&self, text: &Text<'a>, manner: Manner) -> Rich {
        let nodes = self.nodes(text, manner);
        let mut section = Section::new(self.names(), manner.about);
        section.note(&nodes);
        section.link(&nodes)
    }

    /// A line of prose as its author wrote it, for a section that has more of them.
    pub fn nodes(&self, text: &Text<'a>, manner: Manner) -> Vec<Node> {
        let nodes = parse::line(self, text, manner);
        text.check_length(manner.limit, &plain(&nodes));
        nodes
    }

    /// Words without markup, checked for what they say.
    fn plain(&self, text: &Text<'a>, manner: Manner) -> String {
        if let Some(at) = text.words.find("](") {
            text.at(at).fault(FaultKind::PlainText);
        }
        text.check_length(manner.limit, text.words);
        Line::bare(text.words).check(self.style(), text, manner);
        text.words.to_owned()
    }

    /// The parts of a text of several paragraphs.
    pub fn parts(&self, text: &Text<'a>, manner: Manner) -> Vec<Part> {
        text.check_signs();
        parse::parts(self, text, manner)
    }

    /// The blocks of parts that are one section.
    pub fn blocks(&self, parts: &[Part], manner: Manner) -> Vec<Block> {
        let mut section = Section::new(self.names(), manner.about);
        for part in parts {
            match &part.kind {
                PartKind::Heading(..) => {}
                PartKind::Paragraph(line) => section.note(line),
                PartKind::List(_, entries) => entries.iter().for_each(|line| section.note(line)),
            }
        }
        let block = |part: &Part| match &part.kind {
            PartKind::Heading(level, words) => Block::Heading(*level, words.clone()),
            PartKind::Paragraph(line) => Block::Paragraph(section.link(line)),
            PartKind::List(is_numbered, entries) => {
                Block::List(*is_numbered, entries.iter().map(|line| section.link(line)).collect())
            }
        };
        parts.iter().map(block).collect()
    }
}
