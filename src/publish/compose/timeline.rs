//! The timeline: its events with all that they are filtered by.

use super::Composer;
use crate::model::date::day_from_civil;
use crate::model::page::{Era, Link, Timeline, TimelineEvent};
use crate::model::record::{Event, Strength};
use crate::model::{Date, Kind, Lane, Rich, Room, Target};
use crate::search::fold;
use std::collections::BTreeSet;

/// The year with which the picture opens: that of the war in which the three histories begin.
const OPENING_YEAR: i32 = 2012;

/// From how many on a foreign force is an era.
const MANY: i64 = 1000;

/// A name without what stands in brackets behind it.
fn short(name: &str) -> String {
    name.split(" (").next().unwrap_or(name).to_owned()
}

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
            eras: self.eras(),
            opening: (
                day_from_civil(OPENING_YEAR, 1, 1),
                self.library.site.content_until.last_day(),
            ),
            months: self.words.months(),
            actors,
            places,
        }
    }

    /// Who headed the state, the accord, and each foreign force of which [`MANY`] were counted in Mali, in order of time.
    fn eras(&self) -> Vec<Era> {
        let era = |link: Link, lane: Lane, start: Date, end: Option<Date>| Era {
            link,
            lane,
            start: start.first_day(),
            end: end.map(Date::last_day),
            date: self.words.span(Some(start), end),
            since: self.words.span(Some(start), None),
        };
        let accord = &self.library.accord;
        let link = Link { to: Target::Room(Room::Accord), text: self.label("era-accord") };
        let mut eras = vec![era(link, Lane::Accord, accord.first_signature, Some(accord.ended))];
        for office in &self.library.heads_of_state {
            let to = office.actor.as_ref().map(|id| Target::record(Kind::Actor, id));
            let to = to.unwrap_or(Target::Room(Room::Government));
            let link = Link { to, text: short(&office.name) };
            eras.push(era(link, Lane::Government, office.from, office.until));
        }
        for force in self.library.deployments.iter().filter(|force| force.subset_of.is_none()) {
            let is_counted = |count: &Strength| count.draw && count.value >= Some(MANY);
            if force.strength.iter().any(is_counted) {
                let link = Link {
                    to: Target::record(Kind::Actor, &force.actor),
                    text: short(&force.name),
                };
                eras.push(era(link, Lane::Foreign, force.start, force.end));
            }
        }
        eras.sort_by_key(|era| era.start);
        eras
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
        let known = said().chain(undated).min().unwrap_or(end);
        let lasts = event.when.end.is_some() && !event.when.between;
        let since = self.words.span(Some(event.when.start), None);
        TimelineEvent {
            entry: self.entry(event),
            lasts,
            doubt: event.when.doubt(),
            known,
            settled: said().chain([end]).max().unwrap_or(end),
            since: if lasts && known < end { since } else { String::new() },
            actors: event.actors.iter().filter_map(|id| place_in(actors, id)).collect(),
            place: event.place.as_ref().and_then(|id| place_in(places, id)),
        }
    }
}
