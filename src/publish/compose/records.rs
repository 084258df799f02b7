//! A page for every record: event, term, actor, place, source, contested question.

use super::{Composer, Draft, Drafts};
use crate::model::page::{self, Body, Fact, Group, Item, Link, Record};
use crate::model::record::{Actor, Claim, Dispute, Event, Place, Source, Term, Tie, Toll};
use crate::model::rich::{plain, text};
use crate::model::{Block, Inline, Kind, Rich, Room, Target};

/// A record's page that says nothing yet.
fn blank(kind: Kind, id: &str, name: &str) -> Record {
    Record {
        kind,
        id: id.to_owned(),
        kicker: String::new(),
        lanes: Vec::new(),
        name: name.to_owned(),
        lang: None,
        status: None,
        simple: Rich::new(),
        lead: Rich::new(),
        facts: Vec::new(),
        tables: Vec::new(),
        claims: Vec::new(),
        established: Vec::new(),
        unknown: Vec::new(),
        remark: None,
        ties: Vec::new(),
        cites: Vec::new(),
        related: Vec::new(),
        url: None,
        previous: None,
        next: None,
    }
}

/// Where the facts of the same id are, for the neighbours of a record in its list.
fn neighbours<T>(
    list: &[T],
    place: usize,
    link: impl Fn(&T) -> Link,
) -> (Option<Link>, Option<Link>) {
    let before = place.checked_sub(1).and_then(|place| list.get(place)).map(&link);
    (before, list.get(place + 1).map(&link))
}

/// What a record is, in a few words: its own, or who says what, or what is at hand about it.
fn described(record: &Record) -> String {
    let lead = plain(&record.lead);
    let claims =
        record.claims.iter().map(|claim| format!("{}: {}", claim.label, plain(&claim.says)));
    let facts = record.facts.iter().map(|fact| plain(&fact.value));
    let found = [lead, claims.collect::<Vec<_>>().join(" "), facts.collect::<Vec<_>>().join(" · ")];
    found.into_iter().find(|words| !words.is_empty()).unwrap_or_else(|| record.kicker.clone())
}

impl Composer<'_> {
    pub(super) fn record_pages(&self, pages: &mut Drafts) {
        let library = self.library;
        let records =
            (library.events.iter().enumerate().map(|(place, event)| self.event(place, event)))
                .chain(library.terms.iter().map(|term| self.term(term)))
                .chain(library.actors.iter().map(|actor| self.actor(actor)))
                .chain(library.places.iter().map(|place| self.place(place)))
                .chain(library.sources.iter().map(|source| self.source(source)))
                .chain(
                    library
                        .disputes
                        .iter()
                        .enumerate()
                        .map(|(place, dispute)| self.dispute(place, dispute)),
                );
        for record in records {
            let description = described(&record);
            pages.insert(
                Target::record(record.kind, &record.id),
                Draft { title: record.name.clone(), description, body: Body::Record(record) },
            );
        }
    }

    fn event(&self, place: usize, event: &Event) -> Record {
        let mut facts = Vec::new();
        if let Some(id) = &event.place {
            facts.push(self.fact("where", self.joined([self.link(Kind::Place, id)])));
        }
        if !event.actors.is_empty() {
            facts.push(self.fact(
                "who",
                self.joined(event.actors.iter().map(|id| self.link(Kind::Actor, id))),
            ));
        }
        if let Some(known) = event.known_from {
            let note =
                event.known_note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
            facts.push(self.fact("known-from", text(format!("{}{note}", self.words.date(known)))));
        }
        let claims = event.claims.iter().map(|claim| {
            let by = self.owner(&claim.by);
            page::Claim {
                label: by.text.clone(),
                by,
                said: claim.when.map(|when| self.words.date(when)),
                says: claim.says.clone(),
                evidence: Rich::new(),
                interest: Rich::new(),
            }
        });
        let disputes =
            self.library.disputes.iter().filter(|dispute| dispute.events.contains(&event.id));
        let disputes =
            disputes.map(|dispute| Self::item(self.link(Kind::Dispute, &dispute.id), "", None));
        let provisions =
            self.library.accord.provisions.iter().filter(|one| one.events.contains(&event.id));
        let provisions = provisions.map(|one| {
            let link = Link { to: Target::Room(Room::Accord), text: one.title.clone() };
            Self::item(link, &self.word("pillars", &one.pillar), None)
        });
        let (previous, next) =
            neighbours(&self.library.events, place, |event| self.link(Kind::Event, &event.id));
        Record {
            kicker: self.words.when(&event.when),
            lanes: event.lanes.clone(),
            status: Some(event.status),
            lead: event.summary.clone(),
            facts,
            tables: self.toll_tables(&event.id),
            claims: claims.collect(),
            remark: event.review.then(|| (self.label("note"), text(self.label("needs-review")))),
            cites: self.cites(&event.sources),
            related: self
                .groups([("questions", disputes.collect()), ("provisions", provisions.collect())]),
            previous,
            next,
            ..blank(Kind::Event, &event.id, &event.title)
        }
    }

    fn term(&self, term: &Term) -> Record {
        let home = self.home_of_term(&term.id);
        let see_also = term
            .see_also
            .iter()
            .map(|id| Self::item(self.link(Kind::Term, id), "", None))
            .collect();
        let mut facts = Vec::new();
        if let Some(sound) = &term.pronunciation {
            facts.push(self.fact("said", text(sound.clone())));
        }
        if !term.aliases.is_empty() {
            facts.push(self.fact("also", text(term.aliases.join(&self.word("dates", "comma")))));
        }
        if home != Kind::Term {
            facts.insert(0, self.fact("more", self.joined([self.link(home, &term.id)])));
        }
        Record {
            kicker: self.label("glossary"),
            lanes: term.lanes.clone(),
            simple: term.simple.clone(),
            lead: term.definition.clone(),
            facts,
            cites: self.cites(&term.sources),
            related: self.groups([("see-also", see_also)]),
            ..blank(Kind::Term, &term.id, &term.term)
        }
    }

    fn actor(&self, actor: &Actor) -> Record {
        let id = &actor.id;
        let term = self.library.terms.get(id);
        let mut facts = vec![self.fact(
            "stands",
            text(self.word("sides", actor.affiliation.as_ref().unwrap_or(&actor.side))),
        )];
        let active = self.words.span(actor.from, actor.until);
        if !active.is_empty() {
            facts.push(self.fact("active", text(active)));
        }
        if let Some(sound) = term.and_then(|term| term.pronunciation.as_ref()) {
            facts.push(self.fact("said", text(sound.clone())));
        }
        if let Some(term) = term {
            facts.push(self.fact("definition", term.definition.clone()));
        }
        facts.extend(actor.labels.iter().map(|label| Fact {
            label: self.words.span(label.from, label.until),
            value: text(self.word("labels", &label.label)),
        }));
        let events = self.library.events.iter().filter(|event| event.actors.contains(id));
        let disputes = self
            .library
            .disputes
            .iter()
            .filter(|dispute| dispute.claims.iter().any(|claim| claim.by == *id));
        let disputes =
            disputes.map(|dispute| Self::item(self.link(Kind::Dispute, &dispute.id), "", None));
        Record {
            kicker: self.word("actor_kinds", &actor.kind),
            simple: term.map(|term| term.simple.clone()).unwrap_or_default(),
            lead: actor.summary.clone(),
            facts,
            ties: self.ties(actor),
            cites: self.cites(&actor.sources),
            related: self.groups([
                ("speaks-in", disputes.collect()),
                ("events", events.map(|event| self.event_item(event)).collect()),
            ]),
            ..blank(Kind::Actor, id, &actor.name)
        }
    }

    /// An actor's own ties, then those that others have to it, read from its side. Each pair of one kind and time is told once.
    fn ties(&self, actor: &Actor) -> Vec<page::Tie> {
        let own =
            actor.ties.iter().map(|tie| (tie.to.as_str(), self.word("relations", &tie.kind), tie));
        let inverse = |other: &'_ Actor| -> Vec<(String, String, Tie)> {
            let ties = other.ties.iter().filter(|tie| tie.to == actor.id);
            let words = |tie: &Tie| {
                self.library.vocabulary.more("relations", &tie.kind, "inverse").to_owned()
            };
            ties.map(|tie| (other.id.clone(), words(tie), tie.clone())).collect()
        };
        let others: Vec<_> = self.library.actors.iter().flat_map(inverse).collect();
        let others = others.iter().map(|(id, words, tie)| (id.as_str(), words.clone(), tie));
        let mut told = std::collections::BTreeSet::new();
        own.chain(others)
            .filter(|(with, relation, tie)| {
                told.insert((relation.clone(), (*with).to_owned(), tie.from))
            })
            .map(|(with, relation, tie)| page::Tie {
                relation,
                with: self.link(Kind::Actor, with),
                span: self.words.span(tie.from, tie.until),
            })
            .collect()
    }

    fn place(&self, place: &Place) -> Record {
        let id = &place.id;
        let term = self.library.terms.get(id);
        let region =
            place.region.clone().into_iter().chain([self.word("countries", &place.country)]);
        let mut facts =
            vec![self.fact(
                "lies-in",
                text(region.collect::<Vec<_>>().join(&self.word("dates", "comma"))),
            )];
        let coordinates = format!(
            "{:.3}° N, {:.3}° {}",
            place.lat,
            place.lon.abs(),
            if place.lon < 0.0 { "W" } else { "E" }
        );
        let rough = if place.approximate {
            format!(" ({})", self.label("approximate"))
        } else {
            String::new()
        };
        facts.push(self.fact("coordinates", text(format!("{coordinates}{rough}"))));
        if let Some(source) = &place.coordinate_source {
            facts.push(self.fact("coordinate-source", text(source.clone())));
        }
        if !place.aliases.is_empty() {
            facts.push(self.fact("also", text(place.aliases.join(&self.word("dates", "comma")))));
        }
        if let Some(term) = term {
            facts.push(self.fact("definition", term.definition.clone()));
        }
        let events = self.library.events.iter().filter(|event| event.place.as_deref() == Some(id));
        Record {
            kicker: self.word("place_kinds", &place.kind),
            simple: term.map(|term| term.simple.clone()).unwrap_or_default(),
            lead: place.why.clone(),
            facts,
            tables: self.map_of(place).into_iter().map(Block::Drawn).collect(),
            remark: place
                .coordinate_note
                .as_ref()
                .map(|note| (self.label("coordinate-note"), text(note.clone()))),
            related: self
                .groups([("events", events.map(|event| self.event_item(event)).collect())]),
            ..blank(Kind::Place, id, &place.name)
        }
    }

    fn source(&self, source: &Source) -> Record {
        let mut facts = vec![
            self.fact("publisher", text(source.publisher.clone())),
            self.fact("kind", text(self.word("source_kinds", &source.kind))),
        ];
        if let Some(date) = source.date {
            facts.push(self.fact("published", text(self.words.date(date))));
        }
        facts.push(self.fact("language", text(self.word("languages", &source.lang))));
        facts.push(self.fact("how-read", text(self.word("read", &source.read))));
        if let Some(origin) = source.origin.as_ref().filter(|origin| **origin != source.publisher) {
            facts.push(self.fact("origin", text(origin.clone())));
        }
        Record {
            kicker: self.label("source"),
            lang: self.foreign(&source.lang),
            facts,
            remark: source.note.as_ref().map(|note| (self.label("note"), text(note.clone()))),
            related: self.groups([("rests-on-it", self.rests_on(&source.id))]),
            url: source.url.clone(),
            ..blank(Kind::Source, &source.id, &source.title)
        }
    }

    /// What rests on a source.
    fn rests_on(&self, id: &str) -> Vec<Item> {
        let library = self.library;
        let holds = |sources: &[String]| sources.iter().any(|source| source == id);
        let mut items = Vec::new();
        let story = library
            .story
            .sentences
            .iter()
            .any(|sentence| holds(&sentence.sources) || sentence.by == id);
        if story || library.story.left_out.iter().any(|statement| holds(&statement.sources)) {
            items.push(Self::item(
                Link { to: Target::Story, text: library.story.title.clone() },
                &self.word("kinds", "page"),
                None,
            ));
        }
        for chapter in library.chapters.iter() {
            items.extend(chapter.steps.iter().filter(|step| holds(&step.sources)).map(|step| {
                let to = Target::Step(chapter.id.clone(), step.id.clone());
                Self::item(Link { to, text: step.title.clone() }, &self.word("kinds", "step"), None)
            }));
        }
        let rests = |event: &&Event| {
            holds(&event.sources) || event.claims.iter().any(|claim| claim.by == id)
        };
        items.extend(library.events.iter().filter(rests).map(|event| self.event_item(event)));
        let record = |kind: Kind, id: &str| {
            Self::item(self.link(kind, id), &self.word("kinds", kind.word()), None)
        };
        let asks =
            |one: &&Dispute| holds(&one.sources) || one.claims.iter().any(|claim| claim.by == id);
        items
            .extend(library.disputes.iter().filter(asks).map(|one| record(Kind::Dispute, &one.id)));
        items.extend(
            library
                .terms
                .iter()
                .filter(|one| holds(&one.sources))
                .map(|one| record(Kind::Term, &one.id)),
        );
        items.extend(
            library
                .actors
                .iter()
                .filter(|one| holds(&one.sources))
                .map(|one| record(Kind::Actor, &one.id)),
        );
        items.extend(self.rooms_resting_on(id));
        items
    }

    fn dispute(&self, place: usize, dispute: &Dispute) -> Record {
        let events = dispute.events.iter().filter_map(|id| self.library.events.get(id));
        let (previous, next) =
            neighbours(&self.library.disputes, place, |one| self.link(Kind::Dispute, &one.id));
        Record {
            kicker: self.label("question"),
            status: Some(dispute.status),
            tables: self.toll_tables(&dispute.id),
            claims: dispute.claims.iter().map(|claim| self.claim(claim)).collect(),
            established: dispute.established.clone(),
            unknown: dispute.unknown.clone(),
            remark: (!dispute.classroom_note.is_empty())
                .then(|| (self.label("in-class"), dispute.classroom_note.clone())),
            cites: self.cites(&dispute.sources),
            related: self
                .groups([("events", events.map(|event| self.event_item(event)).collect())]),
            previous,
            next,
            ..blank(Kind::Dispute, &dispute.id, &dispute.question)
        }
    }

    /// An owner's answer to a contested question.
    pub(super) fn claim(&self, claim: &Claim) -> page::Claim {
        page::Claim {
            label: claim.label.clone(),
            by: self.owner(&claim.by),
            said: Some(claim.said.clone()),
            says: claim.says.clone(),
            evidence: claim.evidence.clone(),
            interest: claim.interest.clone(),
        }
    }

    /// The counts of dead, wounded and captured about a record, as a table of number, of whom, who says, when.
    fn toll_tables(&self, about: &str) -> Vec<Block> {
        let tolls: Vec<&Toll> =
            self.library.tolls.iter().filter(|toll| toll.about == about).collect();
        if tolls.is_empty() {
            return Vec::new();
        }
        let columns = ["toll-number", "toll-of", "toll-by", "toll-when"].map(|key| self.label(key));
        let rows = tolls.into_iter().map(|toll| self.toll_row(toll)).collect();
        vec![Block::Table(self.label("tolls"), columns.into(), rows)]
    }

    fn toll_row(&self, toll: &Toll) -> Vec<Rich> {
        #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
        let number = |count: i64| self.words.number(count as f64);
        let words = match (toll.min, toll.max) {
            (Some(min), Some(max)) if min == max => number(min),
            (Some(min), Some(max)) => format!("{}–{}", number(min), number(max)),
            (Some(min), None) => self.filled("at-least", &number(min)),
            (None, Some(max)) => self.filled("at-most", &number(max)),
            (None, None) => toll.note.clone().unwrap_or_else(|| self.label("no-number")),
        };
        let note = toll.note.as_ref().filter(|_| toll.min.is_some() || toll.max.is_some());
        let of = format!(
            "{}, {}",
            self.word("toll_groups", &toll.of),
            self.word("toll_states", &toll.state).to_lowercase()
        );
        let of = note.map_or(of.clone(), |note| format!("{of} ({note})"));
        let mut by = self.joined([self.owner(&toll.by)]);
        by.extend(toll.sources.iter().take(1).filter(|id| **id != toll.by).flat_map(|id| {
            [
                Inline::Text(" · ".to_owned()),
                Inline::Link(Kind::Source, id.clone(), text(self.owner(id).text)),
            ]
        }));
        vec![text(words), text(of), by, text(self.words.date(toll.when))]
    }

    fn filled(&self, key: &str, number: &str) -> String {
        crate::model::messages::fill(&self.label(key), &[("n", number)])
    }

    fn fact(&self, label: &str, value: Rich) -> Fact {
        Fact { label: self.label(label), value }
    }

    /// Groups under their headings, without the empty ones.
    pub(super) fn groups<const N: usize>(&self, groups: [(&str, Vec<Item>); N]) -> Vec<Group> {
        let full = groups.into_iter().filter(|(_, items)| !items.is_empty());
        full.map(|(heading, items)| Group { heading: self.label(heading), items }).collect()
    }
}
