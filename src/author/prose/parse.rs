//! Markdown to trees, and everything in it that the grammar does not have.
//!
//! `pulldown-cmark` finds the markup, with the extensions that are to be refused switched on so that they are seen.

use super::Manner;
use super::line::Line;
use super::{grammar, scheme};
use crate::author::desk::Desk;
use crate::author::fault::FaultKind;
use crate::author::link::{Node, plain, push_words};
use crate::author::text::Text;
use pulldown_cmark::{Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};
use std::iter::Peekable;
use std::ops::Range;

/// A part of a text, and where it begins.
pub struct Part {
    /// Its first byte in the text.
    pub at: usize,
    /// What it is.
    pub kind: PartKind,
}

/// What a part of a text is.
pub enum PartKind {
    /// A heading of level 2 or 3.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Node>),
    /// A list; true if its entries are numbered.
    List(bool, Vec<Vec<Node>>),
}

/// The parts of a text of several paragraphs.
pub fn parts(desk: &Desk, text: &Text, manner: Manner) -> Vec<Part> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(text.words, options).into_offset_iter();
    for (_, definition) in events.reference_definitions().iter() {
        text.at(definition.span.start).fault(FaultKind::Markup { what: "definition of a link" });
    }
    let mut reader = Reader {
        desk,
        text,
        manner,
        events: events.peekable(),
        line: Line::default(),
        found: Found::default(),
    };
    reader.parts()
}

/// The nodes of a text that is one paragraph; anything else is a fault.
pub fn line(desk: &Desk, text: &Text, manner: Manner) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (place, part) in parts(desk, text, manner).into_iter().enumerate() {
        let what = match part.kind {
            PartKind::Paragraph(paragraph) if place == 0 => {
                nodes = paragraph;
                continue;
            }
            PartKind::Paragraph(_) => "second paragraph in a line",
            PartKind::Heading(..) => "heading in a line",
            PartKind::List(..) => "list in a line",
        };
        text.at(part.at).fault(FaultKind::Markup { what });
    }
    nodes
}

/// Reads the events of the Markdown parser.
struct Reader<'r, 'a> {
    desk: &'r Desk<'a>,
    text: &'r Text<'r>,
    manner: Manner<'r>,
    events: Peekable<OffsetIter<'r>>,
    line: Line,
    found: Found,
}

/// What has been reported in this line. Markup comes in pairs; one fault is enough to say so.
#[derive(Default)]
struct Found {
    leftover: bool,
    html: bool,
}

impl Reader<'_, '_> {
    fn parts(&mut self) -> Vec<Part> {
        let mut parts = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let kind = match event {
                Event::Start(Tag::Paragraph) => Some(PartKind::Paragraph(self.line())),
                Event::Start(Tag::Heading { level, .. }) => self.heading(level, &range),
                Event::Start(Tag::List(first)) => {
                    Some(PartKind::List(first.is_some(), self.list()))
                }
                event => {
                    self.refuse(&event, &range);
                    None
                }
            };
            parts.extend(kind.map(|kind| Part { at: range.start, kind }));
        }
        parts
    }

    /// A heading, which is plain words of level 2 or 3.
    fn heading(&mut self, level: HeadingLevel, range: &Range<usize>) -> Option<PartKind> {
        let nodes = self.line();
        let level = match level {
            HeadingLevel::H2 => 2,
            HeadingLevel::H3 => 3,
            _ => {
                self.fault(range, FaultKind::Markup { what: "heading but `##` and `###`" });
                return None;
            }
        };
        if nodes.iter().any(|node| !matches!(node, Node::Words(_))) {
            self.fault(range, FaultKind::Markup { what: "markup in a heading" });
        }
        Some(PartKind::Heading(level, plain(&nodes)))
    }

    /// The entries of a list up to its end.
    fn list(&mut self) -> Vec<Vec<Node>> {
        let mut entries = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => entries.push(self.entry()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        entries
    }

    /// An entry of a list up to its end: one line.
    fn entry(&mut self) -> Vec<Node> {
        let mut nodes = self.inlines();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::Paragraph) if nodes.is_empty() => nodes = self.inlines(),
                Event::Start(Tag::Paragraph) => {
                    self.fault(
                        &range,
                        FaultKind::Markup { what: "second paragraph in an entry of a list" },
                    );
                    self.skip();
                }
                event => self.refuse(&event, &range),
            }
        }
        self.end_line();
        nodes
    }

    /// A line with the end of the block that holds it.
    fn line(&mut self) -> Vec<Node> {
        let nodes = self.inlines();
        self.events.next();
        self.end_line();
        nodes
    }

    fn end_line(&mut self) {
        self.found = Found::default();
        std::mem::take(&mut self.line).check(self.desk.style(), self.text, self.manner);
    }

    /// The pieces of a line up to the end or the next block.
    fn inlines(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while let Some((event, range)) = self.events.next_if(|(event, _)| grammar::is_inline(event))
        {
            self.inline(event, &range, &mut nodes);
        }
        nodes
    }

    fn inline(&mut self, event: Event, range: &Range<usize>, nodes: &mut Vec<Node>) {
        match event {
            Event::Text(words) => self.words(&words, range, nodes),
            Event::SoftBreak => {
                self.line.push(" ", range.start);
                push_words(nodes, " ");
            }
            Event::Start(Tag::Emphasis) => {
                if self.text.words[range.start..].starts_with('_') {
                    self.fault(
                        range,
                        FaultKind::Markup { what: "emphasis by `_`; write `*words*`" },
                    );
                }
                let inner = self.inlines();
                self.events.next();
                nodes.push(Node::Emphasis(inner));
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.fault(range, FaultKind::BareAddress);
                self.skip();
            }
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                let start = self.line.len();
                let inner = self.inlines();
                self.events.next();
                if !title.is_empty() {
                    self.fault(range, FaultKind::Markup { what: "title of a link" });
                }
                nodes.extend(self.link(&dest_url, inner, range, start));
            }
            event => self.refuse(&event, range),
        }
    }

    /// A link whose words begin at a byte of the line.
    fn link(
        &mut self,
        target: &str,
        words: Vec<Node>,
        range: &Range<usize>,
        start: usize,
    ) -> Option<Node> {
        let written = &self.text.words[range.clone()];
        let at = range.start + written.rfind("](").map_or(0, |at| at + 2);
        let node = scheme::node(self.desk, target, words, |offset| self.text.at(at + offset))?;
        match node {
            Node::Said(..) => {
                self.line.report_from(start);
                self.line.own();
            }
            Node::Foreign(..) => self.line.report_from(start),
            Node::Link(
                crate::model::Kind::Source
                | crate::model::Kind::Dispute
                | crate::model::Kind::Event,
                ..,
            ) => self.line.own(),
            _ => {}
        }
        Some(node)
    }

    fn words(&mut self, words: &str, range: &Range<usize>, nodes: &mut Vec<Node>) {
        let written = &self.text.words[range.clone()];
        if written.starts_with('&') && written != words {
            self.fault(range, FaultKind::Html);
        }
        if let Some(at) = ["http://", "https://", "www."].iter().find_map(|head| words.find(head)) {
            self.text.at(range.start + at).fault(FaultKind::BareAddress);
        }
        let is_escaped = |at: usize| self.text.words[..range.start + at].ends_with('\\');
        let leftover =
            words.char_indices().find(|(at, sign)| "*[]`".contains(*sign) && !is_escaped(*at));
        if let Some((at, sign)) = leftover.filter(|_| !self.found.leftover) {
            self.found.leftover = true;
            self.text.at(range.start + at).fault(FaultKind::Unclosed { sign });
        }
        self.line.push(words, range.start);
        push_words(nodes, words);
    }

    /// Reports an event that the grammar does not have, and passes over what is inside it.
    fn refuse(&mut self, event: &Event, range: &Range<usize>) {
        let fault = grammar::fault(event);
        if fault != FaultKind::Html || !std::mem::replace(&mut self.found.html, true) {
            self.fault(range, fault);
        }
        if matches!(event, Event::Start(_)) {
            self.skip();
        }
    }

    /// Passes over everything up to the end of what has just been opened.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0
            && let Some((event, _)) = self.events.next()
        {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
    }

    fn fault(&self, range: &Range<usize>, kind: FaultKind) {
        self.text.at(range.start).fault(kind);
    }
}
