//! The small things that pages are made of: links, citations, list entries.

use super::Composer;
use crate::model::page::{Cite, Entry, Item, Link};
use crate::model::record::{Event, Statement};
use crate::model::{Inline, Kind, Lane, Rich, Target};

/// The numbered sources of one page.
#[derive(Default)]
pub(super) struct Notes {
    ids: Vec<String>,
}

impl Notes {
    /// The numbers of these sources, from 1; new ones are added at the end.
    pub(super) fn numbers(&mut self, sources: &[String]) -> Vec<usize> {
        let mut number = |id: &String| {
            self.ids.iter().position(|other| other == id).unwrap_or_else(|| {
                self.ids.push(id.clone());
                self.ids.len() - 1
            }) + 1
        };
        sources.iter().map(&mut number).collect()
    }

    /// A text with the numbers of its sources behind it.
    pub(super) fn noted(&mut self, text: &Rich, sources: &[String]) -> Rich {
        let mut text = text.clone();
        if !sources.is_empty() {
            text.push(Inline::Notes(self.numbers(sources)));
        }
        text
    }

    /// The statement with the numbers of its sources behind it.
    pub(super) fn statement(&mut self, statement: &Statement) -> Rich {
        self.noted(&statement.text, &statement.sources)
    }

    /// The sources as they are cited.
    pub(super) fn cites(&self, composer: &Composer) -> Vec<Cite> {
        composer.cites(&self.ids)
    }
}

impl Composer<'_> {
    /// A link to a record, under its own name or another.
    pub(super) fn link_as(&self, kind: Kind, id: &str, text: &str) -> Link {
        let kind = if kind == Kind::Term { self.home_of_term(id) } else { kind };
        Link { to: Target::record(kind, id), text: text.to_owned() }
    }

    /// A link to a record under its name.
    pub(super) fn link(&self, kind: Kind, id: &str) -> Link {
        let name = match kind {
            Kind::Actor => self.library.actors.get(id).map(|actor| actor.short.as_str()),
            _ => self.library.name(kind, id),
        };
        self.link_as(kind, id, name.unwrap_or(id))
    }

    /// A link to the owner of a statement: an actor, or a source by its publisher.
    pub(super) fn owner(&self, id: &str) -> Link {
        match self.library.sources.get(id) {
            Some(source) => self.link_as(Kind::Source, id, &source.publisher),
            None => self.link(Kind::Actor, id),
        }
    }

    /// Sources as they are cited.
    pub(super) fn cites(&self, ids: &[String]) -> Vec<Cite> {
        let sources = ids.iter().filter_map(|id| self.library.sources.get(id));
        sources
            .map(|source| Cite {
                id: source.id.clone(),
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                lang: self.foreign(&source.lang),
                date: source.date.map(|date| self.words.date(date)),
                caution: (source.read != "read").then(|| self.word("read", &source.read)),
            })
            .collect()
    }

    /// A language, unless it is that of the page.
    pub(super) fn foreign(&self, lang: &str) -> Option<String> {
        (lang != self.library.locale).then(|| lang.to_owned())
    }

    /// An event as a list shows it.
    pub(super) fn entry(&self, event: &Event) -> Entry {
        Entry {
            id: event.id.clone(),
            title: event.title.clone(),
            start: event.when.start.first_day(),
            end: event.when.last_day(),
            date: self.words.when(&event.when),
            lanes: event.lanes.clone(),
            weight: event.weight,
            status: event.status,
        }
    }

    /// An event as a link with its date.
    pub(super) fn event_item(&self, event: &Event) -> Item {
        let lane = event.lanes.first().copied();
        Self::item(self.link(Kind::Event, &event.id), &self.words.when(&event.when), lane)
    }

    /// A source as a link with its publisher and date.
    pub(super) fn source_item(&self, id: &str) -> Option<Item> {
        let source = self.library.sources.get(id)?;
        let date = source.date.map(|date| self.words.date(date));
        let aside =
            std::iter::once(source.publisher.clone()).chain(date).collect::<Vec<_>>().join(", ");
        let mut item = Self::item(self.link(Kind::Source, id), &aside, None);
        item.lang = self.foreign(&source.lang);
        Some(item)
    }

    /// A link with what stands beside it.
    pub(super) fn item(link: Link, aside: &str, lane: Option<Lane>) -> Item {
        Item { link, lang: None, aside: aside.to_owned(), lane }
    }

    /// Links as words, with commas between them.
    pub(super) fn joined(&self, links: impl IntoIterator<Item = Link>) -> Rich {
        let mut rich = Rich::new();
        for link in links {
            if !rich.is_empty() {
                rich.push(Inline::Text(self.word("dates", "comma")));
            }
            let words = vec![Inline::Text(link.text)];
            rich.push(match link.to {
                Target::Record(kind, id) => Inline::Link(kind, id, words),
                _ => Inline::Emphasis(words),
            });
        }
        rich
    }
}
