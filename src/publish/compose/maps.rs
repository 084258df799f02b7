//! Maps: of all places, and of those that a step speaks of.

use super::Composer;
use crate::map::ground::{COUNTRIES, NIGER};
use crate::map::projection::{Point, project};
use crate::map::view::{Choices, Event, Map, Place, Zooms, html};
use crate::map::window::{MALI, REGION, Window};
use crate::model::date::civil_from_day;
use crate::model::messages::fill;
use crate::model::record;
use crate::model::{Kind, Room, Target};
use crate::routes::Route;
use crate::ui::drawn::year_class;
use std::collections::{BTreeMap, BTreeSet};

/// The years from which the map tells each by itself, and what stands for those before.
const FIRST_YEAR: i32 = 2012;
const EARLIER: &str = "0";
/// What a place that is spoken of weighs more than what happened there: more than any other.
const TOLD_WEIGHT: usize = 1000;

/// The year of an event, as the map parts them.
fn year_of(event: &record::Event) -> String {
    let (year, ..) = civil_from_day(event.when.start.first_day());
    if year < FIRST_YEAR { EARLIER.to_owned() } else { year.to_string() }
}

impl Composer<'_> {
    pub(super) fn path(&self, target: Target) -> String {
        Route::new(&self.library.locale, target).path()
    }

    /// All places of Mali and around it, the more named the more happened there.
    pub(super) fn map_of_places(&self) -> String {
        let places = self.library.places.iter().map(|place| self.on_map(place, None)).collect();
        let mut events: BTreeMap<String, Vec<Event>> = BTreeMap::new();
        for event in self.library.events.iter() {
            let place = event.place.as_ref().and_then(|id| self.library.places.get(id));
            let place = place.filter(|place| MALI.shows(project(place.lat, place.lon)));
            if let Some(place) = place {
                events.entry(year_of(event)).or_default().push(Event {
                    title: event.title.clone(),
                    date: self.words.when(&event.when),
                    place: place.name.clone(),
                    href: self.path(Target::record(Kind::Event, &event.id)),
                });
            }
        }
        let name = |year: &str| {
            if year == EARLIER { self.label("map-earlier") } else { year.to_owned() }
        };
        let events = events.into_iter().map(|(year, events)| {
            let words = name(&year);
            (year, words, events)
        });
        let timeline = format!("{}?from=*&to=*", self.path(Target::Room(Room::Timeline)));
        let choices = Choices {
            years: [self.label("map-years"), self.label("map-all-years")],
            events: events.collect(),
            timeline: [self.label("map-timeline"), timeline],
        };
        html(&Map {
            zooms: Some(self.zooms("map")),
            choices: Some(choices),
            ..self.map(MALI, places)
        })
    }

    /// How near a map may be shown; `of` tells it from the others of its page.
    fn zooms(&self, of: &str) -> Zooms {
        Zooms {
            name: format!("zoom-{of}"),
            what: self.label("map-zoom"),
            words: ["map-whole", "map-near", "map-nearest"].map(|key| self.label(key)),
            moves: (
                self.label("map-move"),
                ["map-west", "map-north", "map-south", "map-east"].map(|key| self.label(key)),
            ),
        }
    }

    /// Where a place lies: in Mali, or in the countries around it; none if it is further away. Capitals are named beside it.
    pub(super) fn map_of(&self, place: &record::Place) -> Option<String> {
        let at = project(place.lat, place.lon);
        let window = [MALI, REGION].into_iter().find(|window| window.shows(at))?;
        let seats = self.seats().filter(|other| other.id != place.id);
        let mut shown: Vec<Place> = seats.map(|other| self.on_map(other, None)).collect();
        shown.push(self.told(place));
        Some(html(&self.map(window, shown)))
    }

    /// The way between two places, and what else lies around it; what is written on it.
    pub(super) fn map_of_way(&self, from: &str, to: &str, way_name: String) -> String {
        let ends = [from, to].map(|id| self.library.places.get(id));
        let [Some(from), Some(to)] = ends else { return String::new() };
        let way = [from, to].map(|place| project(place.lat, place.lon));
        let window = Window::of_way(way[0], way[1]);
        // The name of the river stands where that is nearest to the middle of the eastern half.
        let [x, y] = [0.7, 0.75];
        let far = |at: &Point| {
            let part = window.part(*at);
            (part[0] - x).hypot(part[1] - y)
        };
        let river = NIGER.iter().copied().min_by(|one, other| far(one).total_cmp(&far(other)));
        let river = river.filter(|at| window.shows(*at));
        let is_end = |place: &record::Place| [&from.id, &to.id].contains(&&place.id);
        let places = self.library.places.iter().filter(|place| is_end(place) || !place.approximate);
        let shown = places
            .map(|place| if is_end(place) { self.told(place) } else { self.on_map(place, None) });
        html(&Map {
            way: way.to_vec(),
            way_name,
            river: river.map(|at| (self.label("niger-river"), at)),
            caption: self.label("way-caption"),
            ..self.map(window, shown.collect())
        })
    }

    /// Mali, with a land hatched that somebody claims.
    pub(super) fn map_of_claim(&self, step: &str, layer: &str) -> String {
        html(&Map {
            hatched: Some(layer.to_owned()),
            caption: self.label("claim-caption"),
            zooms: Some(self.zooms(step)),
            ..self.map(MALI, self.seats().map(|place| self.on_map(place, None)).collect())
        })
    }

    /// Some places with numbers, and a way, or a line from each to a place.
    pub(super) fn map_of_step(
        &self,
        step: &str,
        window: &str,
        places: &[&str],
        way: &[String],
        towards: Option<&str>,
    ) -> String {
        let window = Window::named(window).unwrap_or(MALI);
        let place = |id: &str| self.library.places.get(id);
        let numbered =
            places.iter().enumerate().filter_map(|(number, id)| Some((number + 1, place(id)?)));
        let mut shown: Vec<Place> =
            numbered.map(|(number, place)| self.on_map(place, Some(number))).collect();
        let along: Vec<&record::Place> = way.iter().filter_map(|id| place(id)).collect();
        let rest = along.iter().filter(|place| !places.contains(&place.id.as_str()));
        shown.extend(rest.map(|place| self.on_map(place, None)));
        let way: Vec<_> = along.iter().map(|place| project(place.lat, place.lon)).collect();
        let drawn = |shown, way| {
            html(&Map { way, zooms: Some(self.zooms(step)), ..self.map(window, shown) })
        };
        let Some(middle) = towards.and_then(place) else {
            return drawn(shown, way);
        };
        // A line from each to the middle; what lies beyond the window stands at its edge, where its line comes in.
        let here = project(middle.lat, middle.lon);
        for one in &mut shown {
            one.at = window.seen_from(here, one.at);
        }
        let lines: Vec<_> = shown.iter().flat_map(|one| [one.at, here]).collect();
        shown.push(self.on_map(middle, None));
        drawn(shown, lines)
    }

    /// The capitals and the capitals of regions.
    fn seats(&self) -> impl Iterator<Item = &record::Place> {
        let kinds = ["capital", "regional-capital"];
        self.library.places.iter().filter(move |place| kinds.contains(&place.kind.as_str()))
    }

    /// A place that is spoken of, which is named before all others.
    fn told(&self, place: &record::Place) -> Place {
        let mut told = self.on_map(place, None);
        told.kind = "told";
        told.weight += TOLD_WEIGHT;
        told
    }

    /// A part of the land with places.
    fn map(&self, window: Window, places: Vec<Place>) -> Map {
        let countries = COUNTRIES.iter().map(|(code, at)| (self.word("countries", code), *at));
        Map {
            window,
            places,
            countries: countries.collect(),
            river: None,
            way: Vec::new(),
            way_name: String::new(),
            hatched: None,
            scale: fill(&self.label("kilometres"), &[("n", &self.words.number(window.scale_km()))]),
            caption: self.label("map-caption"),
            zooms: None,
            choices: None,
        }
    }

    fn on_map(&self, place: &record::Place, number: Option<usize>) -> Place {
        let events: Vec<_> = self
            .library
            .events
            .iter()
            .filter(|event| event.place.as_deref() == Some(&place.id))
            .collect();
        let years: BTreeSet<String> = events.iter().map(|event| year_of(event)).collect();
        let rank = match place.kind.as_str() {
            "capital" => 40,
            "regional-capital" => 10,
            _ => 0,
        };
        let kind = match (number, place.approximate, place.kind.as_str()) {
            (Some(_), ..) => "told",
            (None, true, _) => "rough",
            (None, false, "capital" | "regional-capital") => "seat",
            _ => "usual",
        };
        Place {
            name: place.name.clone(),
            href: self.path(Target::record(Kind::Place, &place.id)),
            at: project(place.lat, place.lon),
            kind,
            weight: rank + events.len() + number.map_or(0, |number| TOLD_WEIGHT - number),
            number,
            years: years.iter().flat_map(|year| [" ".to_owned(), year_class(year)]).collect(),
        }
    }
}
