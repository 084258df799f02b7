//! Finds what lies in a stretch of time without looking at the rest.
//!
//! Per lane and weight the events stand in order of their first day, each with the farthest last day so far: both are sorted, so what
//! begins in a stretch is found by two binary searches, whatever the number of events, and of those before it only some are looked at.

use crate::model::Lane;
use crate::model::page::TimelineEvent;
use std::ops::Range;

/// Weights, heaviest first.
pub const WEIGHTS: [u8; 3] = [3, 2, 1];

/// Events in order of their first day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    /// Their places in the list of all events, ascending.
    pub events: Vec<usize>,
    starts: Vec<i32>,
    ends: Vec<i32>,
    reach: Vec<i32>, // the latest last day of this event and those before it
}

impl Track {
    fn push(&mut self, place: usize, start: i32, end: i32) {
        let reach = self.reach.last().map_or(end, |before| end.max(*before));
        self.events.push(place);
        self.starts.push(start);
        self.ends.push(end);
        self.reach.push(reach);
    }

    /// Positions in `events` of those that begin on the days from `first` to `last`.
    #[must_use]
    pub fn beginning(&self, first: i32, last: i32) -> Range<usize> {
        let start = starting_by(&self.starts, first.saturating_sub(1));
        start..starting_by(&self.starts, last).max(start)
    }

    /// Positions in `events` of those that touch the days from `first` to `last`, ascending.
    pub fn touching(&self, first: i32, last: i32) -> impl Iterator<Item = usize> + '_ {
        let beginning = self.beginning(first, last);
        let reaching = self.reach.partition_point(|reach| *reach < first);
        let lasting =
            (reaching..beginning.start).filter(move |position| self.ends[*position] >= first);
        lasting.chain(beginning)
    }

    /// How many begin on a day or before.
    #[must_use]
    pub fn starting_by(&self, day: i32) -> usize {
        starting_by(&self.starts, day)
    }

    /// The position of an event that is in the track.
    #[must_use]
    pub fn position(&self, place: usize) -> Option<usize> {
        self.events.binary_search(&place).ok()
    }
}

/// How many of these days, which ascend, are a day or before it.
fn starting_by(starts: &[i32], day: i32) -> usize {
    starts.partition_point(|start| *start <= day)
}

/// The events of one lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneIndex {
    /// The lane.
    pub lane: Lane,
    /// All of them.
    pub all: Track,
    /// The same by weight, in the order of [`WEIGHTS`].
    pub by_weight: [Track; 3],
}

/// The events that are shown, by their main lane. Lanes without any are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// The lanes in their order.
    pub lanes: Vec<LaneIndex>,
    /// How many events there are.
    pub count: usize,
    starts: Vec<i32>,
}

impl Index {
    /// Of all events in order of their first day, those for which `shown` is true.
    #[must_use]
    pub fn new(events: &[TimelineEvent], shown: &[bool]) -> Self {
        let empty = |lane: &Lane| LaneIndex {
            lane: *lane,
            all: Track::default(),
            by_weight: Default::default(),
        };
        let mut lanes: Vec<LaneIndex> = Lane::ALL.iter().map(empty).collect();
        let mut starts = Vec::new();
        for (place, TimelineEvent { entry, .. }) in
            events.iter().enumerate().filter(|(place, _)| shown[*place])
        {
            let main = entry.lanes.first().copied().unwrap_or(Lane::Fighting);
            let weight = WEIGHTS
                .iter()
                .position(|weight| *weight == entry.weight)
                .unwrap_or(WEIGHTS.len() - 1);
            let lane = &mut lanes[main as usize];
            lane.all.push(place, entry.start, entry.end);
            lane.by_weight[weight].push(place, entry.start, entry.end);
            starts.push(entry.start);
        }
        lanes.retain(|lane| !lane.all.events.is_empty());
        Self { lanes, count: starts.len(), starts }
    }

    /// Where an event is: the place of its lane, and its position in the track of that.
    #[must_use]
    pub fn position(&self, place: usize) -> Option<(usize, usize)> {
        let of = |(lane, index): (usize, &LaneIndex)| Some((lane, index.all.position(place)?));
        self.lanes.iter().enumerate().find_map(of)
    }

    /// How many events begin before a day.
    #[must_use]
    pub fn before(&self, day: i32) -> usize {
        starting_by(&self.starts, day.saturating_sub(1))
    }

    /// How many events begin from one day to another, both included.
    #[must_use]
    pub fn between(&self, first: i32, last: i32) -> usize {
        starting_by(&self.starts, last).saturating_sub(self.before(first))
    }
}

/// Events for tests: start, days it lasts, weight, lane.
#[cfg(test)]
pub mod samples {
    use super::{Lane, TimelineEvent};
    use crate::model::Status;
    use crate::model::page::Entry;
    use proptest::prelude::*;

    /// An event.
    pub fn event(id: usize, start: i32, days: i32, weight: u8, lane: Lane) -> TimelineEvent {
        let entry = Entry {
            id: format!("event-{id}"),
            title: "Something happens here ".repeat(1 + id % 3),
            start,
            end: start + days,
            date: format!("day {start}"),
            lanes: vec![lane],
            weight,
            status: Status::ALL[id % Status::ALL.len()],
        };
        TimelineEvent {
            entry,
            lasts: days > 0,
            doubt: u8::try_from(id % 7).unwrap_or_default().min(2),
            known: start,
            settled: start,
            since: String::new(),
            actors: Vec::new(),
            place: None,
        }
    }

    /// Up to `most` events in order of time.
    pub fn events(most: usize) -> impl Strategy<Value = Vec<TimelineEvent>> {
        let one = (0i32..6000, prop_oneof![Just(0), Just(0), 0i32..900], 1u8..=3, 0usize..5);
        proptest::collection::vec(one, 0..most).prop_map(|mut raw| {
            raw.sort_by_key(|(start, ..)| *start);
            let event =
                |(id, (start, days, weight, lane))| event(id, start, days, weight, Lane::ALL[lane]);
            raw.into_iter().enumerate().map(event).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{event, events};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_event_is_found_far_from_its_start() {
        let events = [event(0, 0, 5000, 1, Lane::Foreign), event(1, 10, 0, 1, Lane::Foreign)];
        let index = Index::new(&events, &[true, true]);
        let touching = |first, last| index.lanes[0].all.touching(first, last).collect::<Vec<_>>();
        assert_eq!(touching(4000, 4100), [0]);
        assert_eq!(touching(0, 4100), [0, 1]);
        assert_eq!(touching(5001, 5100), [] as [usize; 0]);
    }

    proptest! {
        #[test]
        fn what_touches_a_stretch_is_found_and_nothing_else(events in events(80), first in -100i32..6100, days in 0i32..2000) {
            let shown: Vec<bool> = (0..events.len()).map(|place| place % 7 != 3).collect();
            let index = Index::new(&events, &shown);
            let last = first + days;
            for lane in &index.lanes {
                for track in lane.by_weight.iter().chain([&lane.all]) {
                    let touches = |position: &usize| {
                        let entry = &events[track.events[*position]].entry;
                        entry.start <= last && entry.end >= first
                    };
                    let expected: Vec<usize> = (0..track.events.len()).filter(touches).collect();
                    prop_assert_eq!(track.touching(first, last).collect::<Vec<_>>(), expected);
                }
            }
        }

        #[test]
        fn each_shown_event_is_once_in_its_lane_and_once_in_its_weight(events in events(80)) {
            let shown: Vec<bool> = (0..events.len()).map(|place| place % 3 != 0).collect();
            let index = Index::new(&events, &shown);
            let mut of_lanes: Vec<usize> = index.lanes.iter().flat_map(|lane| lane.all.events.clone()).collect();
            let mut of_weights: Vec<usize> =
                index.lanes.iter().flat_map(|lane| lane.by_weight.iter().flat_map(|track| track.events.clone())).collect();
            of_lanes.sort_unstable();
            of_weights.sort_unstable();
            let expected: Vec<usize> = (0..events.len()).filter(|place| shown[*place]).collect();
            prop_assert_eq!(&of_lanes, &expected);
            prop_assert_eq!(&of_weights, &expected);
            prop_assert_eq!(index.count, expected.len());
        }

        #[test]
        fn counts_are_those_of_looking_at_every_event(events in events(80), first in -100i32..6100, days in 0i32..2000) {
            let index = Index::new(&events, &vec![true; events.len()]);
            let within = |event: &&TimelineEvent| (first..=first + days).contains(&event.entry.start);
            prop_assert_eq!(index.between(first, first + days), events.iter().filter(within).count());
            prop_assert_eq!(index.before(first), events.iter().filter(|event| event.entry.start < first).count());
        }
    }
}
