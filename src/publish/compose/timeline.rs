//! The timeline: its events with all that they are filtered by.

use super::Composer;
use crate::model::date::day_from_civil;
use crate::model::page::{Timeline, TimelineEvent};
use crate::model::record::Event;
use crate::model::{Kind, Rich};
use crate::search::fold;
use std::collections::BTreeSet;

/// The year with which the picture opens: that of the war in which the three histories begin.
const OPENING_YEAR: i32 = 2012;

impl Composer<'_> {
    pub(super) fn timeline(&self, intro: Rich) -> Timeline {
        let events = &self.library.events;
        let actors = self.named(Kind::Actor, events.iter().flat_map(|event| &event.actors));
        let places =
            self.named(Kind::Place, events.iter().filter_map(|event| event.place.as_ref()));
        Timeline {
            heading: self.label("timeline"),
            intro,
            events: events
                .iter()
                .map(|event| self.timeline_event(event, &actors, &places))
                .collect(),
            opening: (
                day_from_civil(OPENING_YEAR, 1, 1),
                self.library.site.content_until.last_day(),
            ),
            months: self.words.months(),
            actors,
            places,
        }
    }

    /// Ids with their names, each once, by name.
    fn named<'a>(
        &self,
        kind: Kind,
        ids: impl Iterator<Item = &'a String>,
    ) -> Vec<(String, String)> {
        let ids: BTreeSet<&String> = ids.collect();
        let mut named: Vec<_> =
            ids.into_iter().map(|id| (id.clone(), self.link(kind, id).text)).collect();
        named.sort_by_cached_key(|(_, name)| fold(name));
        named
    }

    fn timeline_event(
        &self,
        event: &Event,
        actors: &[(String, String)],
        places: &[(String, String)],
    ) -> TimelineEvent {
        let place_in =
            |list: &[(String, String)], id: &String| list.iter().position(|(other, _)| other == id);
        let end = event.when.last_day();
        let known_from = event.known_from.map(crate::model::Date::first_day);
        let said = || {
            event.claims.iter().filter_map(|claim| Some(claim.when?.first_day())).chain(known_from)
        };
        let undated = event.claims.iter().any(|claim| claim.when.is_none()).then_some(end);
        TimelineEvent {
            entry: self.entry(event),
            lasts: event.when.end.is_some() && !event.when.between,
            doubt: event.when.circa || event.when.disputed,
            known: said().chain(undated).min().unwrap_or(end),
            settled: said().chain(undated).max().unwrap_or(end),
            actors: event.actors.iter().filter_map(|id| place_in(actors, id)).collect(),
            place: event.place.as_ref().and_then(|id| place_in(places, id)),
        }
    }
}
