//! Lists of records: timeline, glossary, people, places, contested questions, sources.

use super::{Composer, Draft, Drafts};
use crate::model::page::{Body, Glossary, GlossaryEntry, Group, Index, Item};
use crate::model::rich::text;
use crate::model::{Kind, Room};
use std::collections::BTreeMap;

impl Composer<'_> {
    pub(super) fn index_pages(&self, pages: &mut Drafts) {
        let library = self.library;
        let intro = self.label("timeline-intro");
        let timeline = self.timeline(text(intro.clone()));
        Self::room(
            pages,
            Room::Timeline,
            Draft {
                title: self.label("timeline"),
                description: intro,
                body: Body::Timeline(timeline),
            },
        );
        let intro = self.label("glossary-intro");
        let glossary = Glossary {
            heading: self.label("glossary"),
            intro: text(intro.clone()),
            letters: self.letters(),
        };
        Self::room(
            pages,
            Room::Glossary,
            Draft {
                title: self.label("glossary"),
                description: intro,
                body: Body::Glossary(glossary),
            },
        );

        let side = |actor: &crate::model::record::Actor| {
            actor.affiliation.clone().unwrap_or_else(|| actor.side.clone())
        };
        let actors = library.actors.iter().map(|actor| {
            let kind = self.word("actor_kinds", &actor.kind);
            (
                side(actor),
                Self::item(self.link_as(Kind::Actor, &actor.id, &actor.name), &kind, None),
            )
        });
        let groups = self.grouped("sides", actors);
        self.index_with(pages, Room::People, "people", groups, self.ties_drawn());
        let places = library.places.iter().map(|place| {
            let region = place.region.clone();
            let mut beside = region.unwrap_or_else(|| self.word("place_kinds", &place.kind));
            if place.approximate {
                beside.push_str(" · ");
                beside.push_str(&self.label("approximate"));
            }
            (place.country.clone(), Self::item(self.link(Kind::Place, &place.id), &beside, None))
        });
        let groups = self.grouped("countries", places);
        self.index_with(pages, Room::Map, "places", groups, self.map_of_places());
        let disputes = library.disputes.iter().map(|dispute| {
            let status = self.status(dispute.status);
            (
                dispute.topic.clone(),
                Self::item(self.link(Kind::Dispute, &dispute.id), &status, None),
            )
        });
        self.index(pages, Room::Claims, "claims", self.grouped("dispute_topics", disputes));
        let sources = library
            .sources
            .iter()
            .filter_map(|source| Some((source.kind.clone(), self.source_item(&source.id)?)));
        self.index(pages, Room::Sources, "sources", self.grouped("source_kinds", sources));
    }

    fn index(&self, pages: &mut Drafts, room: Room, name: &str, groups: Vec<Group>) {
        self.index_with(pages, room, name, groups, String::new());
    }

    /// A list with a picture above it.
    fn index_with(
        &self,
        pages: &mut Drafts,
        room: Room,
        name: &str,
        groups: Vec<Group>,
        picture: String,
    ) {
        let intro = self.label(&format!("{name}-intro"));
        let heading = self.label(name);
        let body = Body::Index(Index {
            heading: heading.clone(),
            intro: text(intro.clone()),
            groups,
            picture,
        });
        Self::room(pages, room, Draft { title: heading, description: intro, body });
    }

    /// Items under the words for their keys, in the order in which the vocabulary has the keys' first items.
    fn grouped(&self, list: &str, items: impl Iterator<Item = (String, Item)>) -> Vec<Group> {
        let mut order: Vec<String> = Vec::new();
        let mut groups: BTreeMap<String, Vec<Item>> = BTreeMap::new();
        for (key, item) in items {
            if !order.contains(&key) {
                order.push(key.clone());
            }
            groups.entry(key).or_default().push(item);
        }
        order
            .into_iter()
            .filter_map(|key| {
                Some(Group { heading: self.word(list, &key), items: groups.remove(&key)? })
            })
            .collect()
    }

    /// The glossary by first letter; accents do not part letters.
    fn letters(&self) -> Vec<(String, Vec<GlossaryEntry>)> {
        let mut letters: BTreeMap<String, Vec<GlossaryEntry>> = BTreeMap::new();
        for term in self.library.terms.iter() {
            let letter = crate::search::fold(&term.term)
                .chars()
                .next()
                .unwrap_or('#')
                .to_uppercase()
                .collect();
            letters.entry(letter).or_default().push(GlossaryEntry {
                kind: self.home_of_term(&term.id),
                id: term.id.clone(),
                name: term.term.clone(),
                aliases: term.aliases.clone(),
                simple: term.simple.clone(),
            });
        }
        for entries in letters.values_mut() {
            entries.sort_by_cached_key(|entry| crate::search::fold(&entry.name));
        }
        letters.into_iter().collect()
    }
}
