//! Prose as a tree before its names are linked, and the linking: the first time a name stands in a section it becomes a link.

use super::names::Names;
use crate::model::{Inline, Kind, Rich};
use std::collections::HashSet;

/// A piece of a line, as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Words, in which names may be linked.
    Words(String),
    /// Words that stay plain.
    Plain(String),
    /// Stressed words.
    Emphasis(Vec<Node>),
    /// A link to a record, by kind and id.
    Link(Kind, String, Vec<Node>),
    /// Quoted speech and the id of its owner.
    Said(String, Vec<Node>),
    /// Foreign words and their language.
    Foreign(String, Vec<Node>),
}

/// Adds words to a line, as part of the words before them if there are any, so that a name is found across both.
pub fn push_words(line: &mut Vec<Node>, words: &str) {
    match line.last_mut() {
        Some(Node::Words(before)) => before.push_str(words),
        _ => line.push(Node::Words(words.to_owned())),
    }
}

/// The words of a line alone.
pub fn plain(line: &[Node]) -> String {
    let words = |node: &Node| match node {
        Node::Words(words) | Node::Plain(words) => words.clone(),
        Node::Emphasis(inner)
        | Node::Link(_, _, inner)
        | Node::Said(_, inner)
        | Node::Foreign(_, inner) => plain(inner),
    };
    line.iter().map(words).collect()
}

/// A section of a page: each name is linked in it once.
pub struct Section<'n> {
    names: &'n Names,
    linked: HashSet<String>,
}

impl<'n> Section<'n> {
    /// A section of a record; the record's own names are not linked.
    pub fn new(names: &'n Names, about: &str) -> Self {
        Self { names, linked: HashSet::from([about.to_owned()]) }
    }

    /// Takes note of the links that the author made. Markup wins over matching, so do this for the whole section first.
    pub fn note(&mut self, line: &[Node]) {
        for node in line {
            match node {
                Node::Link(Kind::Term | Kind::Actor | Kind::Place, id, _) => {
                    self.linked.insert(id.clone());
                }
                Node::Emphasis(inner) | Node::Said(_, inner) => self.note(inner),
                _ => {}
            }
        }
    }

    /// Links the names in a line that has been noted.
    pub fn link(&mut self, line: &[Node]) -> Rich {
        self.link_after(line, &mut None)
    }

    /// Links a line. `before` is the last character in front of it that is neither space nor quotation mark.
    fn link_after(&mut self, line: &[Node], before: &mut Option<char>) -> Rich {
        let mut rich = Rich::new();
        for node in line {
            match node {
                Node::Words(words) => self.link_words(words, before, &mut rich),
                Node::Plain(words) => {
                    *before = significant(words).or(*before);
                    rich.push(Inline::Text(words.clone()));
                }
                Node::Emphasis(inner) => {
                    rich.push(Inline::Emphasis(self.link_after(inner, before)));
                }
                Node::Said(owner, inner) => {
                    let words = self.link_after(inner, before);
                    rich.push(Inline::Said(
                        owner.clone(),
                        self.names.short(owner).to_owned(),
                        words,
                    ));
                }
                Node::Link(kind, id, inner) => {
                    rich.push(linked(*kind, id, self.plain(inner, before)));
                }
                Node::Foreign(lang, inner) => {
                    rich.push(Inline::Foreign(lang.clone(), self.plain(inner, before)));
                }
            }
        }
        rich
    }

    /// A line whose names are not linked, since it is a link itself or in another language.
    fn plain(&self, line: &[Node], before: &mut Option<char>) -> Rich {
        let unlinked = |node: &Node| match node {
            Node::Words(words) | Node::Plain(words) => {
                *before = significant(words).or(*before);
                Inline::Text(words.clone())
            }
            Node::Emphasis(inner) => Inline::Emphasis(self.plain(inner, before)),
            Node::Link(kind, id, inner) => linked(*kind, id, self.plain(inner, before)),
            Node::Said(owner, inner) => Inline::Said(
                owner.clone(),
                self.names.short(owner).to_owned(),
                self.plain(inner, before),
            ),
            Node::Foreign(lang, inner) => Inline::Foreign(lang.clone(), self.plain(inner, before)),
        };
        line.iter().map(unlinked).collect()
    }

    /// Links the names in plain words. A name that is not linked is passed over whole: what stands inside it is part of it.
    fn link_words(&mut self, words: &str, before: &mut Option<char>, rich: &mut Rich) {
        let (mut written, mut free) = (0, 0);
        let mut last = None;
        for (at, character) in words.char_indices() {
            let begins = character.is_alphanumeric()
                && !last.is_some_and(|last: char| last.is_alphanumeric() || last == '-');
            last = Some(character);
            let opens = before.is_none_or(|before| matches!(before, '.' | '!' | '?' | ':'));
            if begins
                && at >= free
                && let Some(name) = self.names.at(words, at, opens)
            {
                free = at + name.words.len();
                if let Some((kind, id)) = &name.target
                    && self.linked.insert(id.clone())
                {
                    push_text(rich, &words[written..at]);
                    rich.push(Inline::Term(
                        *kind,
                        id.clone(),
                        vec![Inline::Text(name.words.clone())],
                    ));
                    written = free;
                }
            }
            if is_significant(character) {
                *before = Some(character);
            }
        }
        push_text(rich, &words[written..]);
    }
}

/// A link to a record: terms, actors and places open a definition, the others lead to a page.
fn linked(kind: Kind, id: &str, words: Rich) -> Inline {
    match kind {
        Kind::Term | Kind::Actor | Kind::Place => Inline::Term(kind, id.to_owned(), words),
        Kind::Event | Kind::Source | Kind::Dispute => Inline::Link(kind, id.to_owned(), words),
    }
}

fn push_text(rich: &mut Rich, words: &str) {
    if !words.is_empty() {
        rich.push(Inline::Text(words.to_owned()));
    }
}

/// The last character of a text that is neither space nor quotation mark.
fn significant(text: &str) -> Option<char> {
    text.chars().rev().find(|character| is_significant(*character))
}

fn is_significant(character: char) -> bool {
    !character.is_whitespace()
        && !matches!(character, '“' | '”' | '‘' | '’' | '"' | '\'' | '(' | '[')
}
