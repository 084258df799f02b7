//! Which events are shown, and how many there would be for each choice.

use crate::model::page::TimelineEvent;
use crate::model::{Lane, Status};
use crate::search::fold;
use std::sync::OnceLock;

/// What a reader wants to see. The default is everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// The lanes, in their order, never none: an event is shown if one of its lanes is among them.
    pub lanes: Vec<Lane>,
    /// How it is known.
    pub status: Option<Status>,
    /// Who is in it: a place in the timeline's list.
    pub actor: Option<usize>,
    /// Where it was: a place in the timeline's list.
    pub place: Option<usize>,
    /// Words that its title must have, as the reader typed them.
    pub words: String,
    /// The day, since 1970-01-01, by which it must have begun and been public.
    pub as_of: Option<i32>,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            lanes: Lane::ALL.to_vec(),
            status: None,
            actor: None,
            place: None,
            words: String::new(),
            as_of: None,
        }
    }
}

impl Filter {
    /// Adds a lane or takes it away. Without the last lane nothing could be shown, so all come back.
    pub fn toggle(&mut self, lane: Lane) {
        let had = self.lanes.contains(&lane);
        self.lanes = Lane::ALL
            .iter()
            .copied()
            .filter(|one| (*one == lane) != self.lanes.contains(one))
            .collect();
        if had && self.lanes.is_empty() {
            self.lanes = Lane::ALL.to_vec();
        }
    }

    /// Picks what is shown. `titles` are those of these events.
    #[must_use]
    pub fn pick(&self, events: &[TimelineEvent], titles: &Titles) -> Picked {
        let words = fold(&self.words);
        let words: Vec<&str> = words.split_terminator(' ').collect();
        let titles = if words.is_empty() { &[] } else { titles.of(events) };
        let wanted = set_of(&self.lanes);
        let mut picked = Picked { shown: Vec::with_capacity(events.len()), ..Picked::default() };
        for (at, event) in events.iter().enumerate() {
            let lanes = set_of(&event.entry.lanes);
            let has_rest = self.actor.is_none_or(|actor| event.actors.contains(&actor))
                && self.place.is_none_or(|place| event.place == Some(place))
                && words.iter().all(|word| titles[at].contains(word));
            let has_lane = lanes & wanted != 0;
            let has_status = self.status.is_none_or(|status| event.entry.status == status);
            let is_public =
                self.as_of.is_none_or(|day| event.entry.start <= day && event.known <= day);
            if has_rest && has_status && is_public {
                for (lane, count) in picked.lanes.iter_mut().enumerate() {
                    *count += lanes >> lane & 1;
                }
            }
            let is_shown = has_rest && has_lane && has_status && is_public;
            picked.count += usize::from(is_shown);
            picked.later += usize::from(has_rest && has_lane && has_status && !is_public);
            picked.shown.push(is_shown);
        }
        picked
    }
}

/// What events are told apart by, beside their lanes. Its values are numbered: by [`Status::ALL`], or by the timeline's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// How it is known.
    Status,
    /// Who is in it.
    Actor,
    /// Where it was.
    Place,
}

impl Facet {
    /// All, in the order in which they are asked for.
    pub const ALL: [Self; 3] = [Self::Status, Self::Actor, Self::Place];

    /// Which value is chosen.
    #[must_use]
    pub fn chosen(self, filter: &Filter) -> Option<usize> {
        match self {
            Self::Status => filter.status.map(|status| status as usize),
            Self::Actor => filter.actor,
            Self::Place => filter.place,
        }
    }

    /// Chooses a value, or any.
    pub fn choose(self, filter: &mut Filter, value: Option<usize>) {
        match self {
            Self::Status => {
                filter.status = value.and_then(|value| Status::ALL.get(value).copied());
            }
            Self::Actor => filter.actor = value,
            Self::Place => filter.place = value,
        }
    }

    /// For each of so many values, how many events choosing it would leave with all else as it is. `titles` are those of these events.
    #[must_use]
    pub fn counts(
        self,
        filter: &Filter,
        events: &[TimelineEvent],
        titles: &Titles,
        values: usize,
    ) -> Vec<usize> {
        let mut rest = filter.clone();
        self.choose(&mut rest, None);
        let shown = rest.pick(events, titles).shown;
        let mut counts = vec![0; values];
        for (event, _) in events.iter().zip(shown).filter(|(_, is_shown)| *is_shown) {
            let status = [event.entry.status as usize];
            let values = match self {
                Self::Status => &status[..],
                Self::Actor => &event.actors,
                Self::Place => event.place.as_slice(),
            };
            for value in values {
                counts[*value] += 1;
            }
        }
        counts
    }
}

/// Lanes as a set: a bit for each.
fn set_of(lanes: &[Lane]) -> usize {
    lanes.iter().fold(0, |set, lane| set | 1 << *lane as usize)
}

/// The titles of events as words are found in them: made when words are looked for the first time, which many readers never do.
#[derive(Clone, Debug, Default)]
pub struct Titles(OnceLock<Vec<String>>);

impl Titles {
    /// Those of these events, which must be the same each time.
    fn of(&self, events: &[TimelineEvent]) -> &[String] {
        self.0.get_or_init(|| events.iter().map(|event| fold(&event.entry.title)).collect())
    }
}

/// What a filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// For each event whether it is shown.
    pub shown: Vec<bool>,
    /// How many are.
    pub count: usize,
    /// How many are not only because they came later or were not public by then.
    pub later: usize,
    /// For each lane in its order, how many events it has if no lane is left out.
    pub lanes: [usize; 5],
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::index::samples::{event, events};
    use proptest::prelude::*;

    fn filters() -> impl Strategy<Value = Filter> {
        let lanes = proptest::sample::subsequence(Lane::ALL.to_vec(), 1..=5);
        let status = proptest::option::of(proptest::sample::select(Status::ALL));
        (lanes, status, proptest::option::of(0i32..6000), "[a-z]{0,2}").prop_map(
            |(lanes, status, as_of, words)| Filter {
                lanes,
                status,
                words,
                as_of,
                ..Filter::default()
            },
        )
    }

    #[test]
    fn an_event_is_shown_for_any_of_its_lanes() {
        let mut both = event(0, 0, 0, 1, Lane::Fighting);
        both.entry.lanes.push(Lane::Accord);
        let events = [both, event(1, 0, 0, 1, Lane::Foreign)];
        let filter = Filter { lanes: vec![Lane::Accord], ..Filter::default() };
        let picked = filter.pick(&events, &Titles::default());
        assert_eq!(picked.shown, [true, false]);
        assert_eq!(picked.lanes, [1, 0, 1, 1, 0]);
    }

    #[test]
    fn an_actor_or_a_place_leaves_its_events() {
        let mut events: Vec<_> = (0..4).map(|id| event(id, 0, 0, 1, Lane::Accord)).collect();
        events[1].actors = vec![2, 7];
        events[2].actors = vec![7];
        events[2].place = Some(3);
        let shown = |filter: Filter| filter.pick(&events, &Titles::default()).shown;
        let all = Filter::default();
        assert_eq!(shown(Filter { actor: Some(7), ..all.clone() }), [false, true, true, false]);
        assert_eq!(shown(Filter { place: Some(3), ..all.clone() }), [false, false, true, false]);
        assert_eq!(shown(Filter { actor: Some(2), place: Some(3), ..all }), [false; 4]);
    }

    #[test]
    fn what_was_public_later_is_hidden_and_counted() {
        let mut late = event(0, 10, 0, 1, Lane::Fighting);
        late.known = 500;
        let events =
            [late, event(1, 20, 0, 1, Lane::Fighting), event(2, 100, 0, 1, Lane::Fighting)];
        let filter = Filter { as_of: Some(50), ..Filter::default() };
        let picked = filter.pick(&events, &Titles::default());
        assert_eq!((picked.shown, picked.later), (vec![false, true, false], 2));
    }

    #[test]
    fn words_are_found_without_accents_and_in_any_order() {
        let mut one = event(0, 10, 0, 1, Lane::Fighting);
        one.entry.title = "Goïta sworn in as president".into();
        let titles = Titles::default();
        let shows = |words: &str| {
            Filter { words: words.into(), ..Filter::default() }
                .pick(std::slice::from_ref(&one), &titles)
                .shown[0]
        };
        assert!(shows("president GOITA") && shows("") && shows("  "));
        assert!(!shows("goita coup"));
    }

    proptest! {
        #[test]
        fn counts_are_those_of_the_choice_made(events in events(60), filter in filters()) {
            let titles = Titles::default();
            let picked = filter.pick(&events, &titles);
            prop_assert_eq!(picked.count, picked.shown.iter().filter(|shown| **shown).count());
            for (place, lane) in Lane::ALL.iter().enumerate() {
                let only = Filter { lanes: vec![*lane], ..filter.clone() }.pick(&events, &titles);
                prop_assert_eq!(only.count, picked.lanes[place]);
            }
        }

        #[test]
        fn a_value_is_counted_as_choosing_it_would_leave(
            events in events(60), filter in filters(), who in proptest::collection::vec((0usize..3, 0usize..4), 60),
            facet in proptest::sample::select(&Facet::ALL[..]), other in proptest::sample::select(&Facet::ALL[..]),
        ) {
            let mut events = events;
            for (event, (actor, place)) in events.iter_mut().zip(who) {
                event.actors = (0..actor).collect();
                event.place = place.checked_sub(1);
            }
            let titles = Titles::default();
            let mut filter = filter;
            other.choose(&mut filter, Some(1));
            let values = if facet == Facet::Status { Status::ALL.len() } else { 4 };
            let counts = facet.counts(&filter, &events, &titles, values);
            for (value, count) in counts.into_iter().enumerate() {
                let mut chosen = filter.clone();
                facet.choose(&mut chosen, Some(value));
                let is_there = facet.chosen(&chosen) == Some(value);
                prop_assert_eq!(count, if is_there { chosen.pick(&events, &titles).count } else { 0 });
            }
        }

        #[test]
        fn lanes_are_never_none_and_toggling_twice_changes_nothing_else(
            lanes in proptest::sample::subsequence(Lane::ALL.to_vec(), 1..=5), lane in proptest::sample::select(Lane::ALL),
        ) {
            let mut filter = Filter { lanes: lanes.clone(), ..Filter::default() };
            filter.toggle(lane);
            prop_assert!(!filter.lanes.is_empty() && filter.lanes.is_sorted());
            let was_last = lanes == [lane];
            filter.toggle(lane);
            prop_assert!(was_last || filter.lanes == lanes);
        }
    }
}
