//! What is shown of the events: worked out from the state when that part of it changes, and read by every form.

use super::filter::{Filter, Picked, Titles};
use super::index::Index;
use super::state::State;
use super::viewport::Viewport;
use crate::model::page::Timeline;

/// What is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The open event, unless the filter hides it.
    pub event: Option<usize>,
    /// The events of the open cluster.
    pub gathered: Vec<usize>,
}

/// What a state leaves of the events.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    filter: Filter,
    range: Option<Viewport>,
    /// What the filter leaves.
    pub picked: Picked,
    /// For each event whether list and table show it: the filter leaves it, and it touches the range, if there is one.
    pub listed: Vec<bool>,
    /// The same for the picture, which shows any range of what the filter leaves.
    pub index: Index,
}

impl Shown {
    /// Picks the events. `titles` are those of its events; `range` limits the list and the table.
    #[must_use]
    pub fn new(
        timeline: &Timeline,
        titles: &Titles,
        filter: &Filter,
        range: Option<Viewport>,
    ) -> Self {
        let picked = filter.pick(&timeline.events, titles);
        let index = Index::new(&timeline.events, &picked.shown);
        let days = range.map(Viewport::days);
        let touches = |place: usize| {
            let entry = &timeline.events[place].entry;
            days.is_none_or(|(first, last)| entry.start <= last && entry.end >= first)
        };
        let listed = picked
            .shown
            .iter()
            .enumerate()
            .map(|(place, shown)| *shown && touches(place))
            .collect();
        Self { filter: filter.clone(), range, picked, listed, index }
    }

    /// Whether it is what is asked for now.
    #[must_use]
    pub fn serves(&self, filter: &Filter, range: Option<Viewport>) -> bool {
        self.filter == *filter && self.range == range
    }

    /// What a state opens of what is shown.
    #[must_use]
    pub fn opened(&self, state: &State) -> Opened {
        Opened {
            event: state.event.filter(|event| self.picked.shown.get(*event) == Some(&true)),
            gathered: state.gathered.clone(),
        }
    }

    /// The day that the reader stands on.
    #[must_use]
    pub fn as_of(&self) -> Option<i32> {
        self.filter.as_of
    }

    /// The places of the events that list and table show, in order of time.
    pub fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.listed.iter().enumerate().filter(|(_, listed)| **listed).map(|(place, _)| place)
    }

    /// How many they are.
    #[must_use]
    pub fn listed_count(&self) -> usize {
        self.places().count()
    }

    /// The event after another, or before it, among those that the filter leaves.
    #[must_use]
    pub fn neighbour(&self, place: usize, is_next: bool) -> Option<usize> {
        let shown = &self.picked.shown;
        let is_shown = |place: &usize| shown[*place];
        if is_next {
            (place + 1..shown.len()).find(is_shown)
        } else {
            (0..place).rev().find(is_shown)
        }
    }

    /// The number of an event among those that the filter leaves, from 1.
    #[must_use]
    pub fn number(&self, place: usize) -> usize {
        self.picked.shown[..=place].iter().filter(|shown| **shown).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::order::samples::timelines;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_holds_what_touches_its_range(timeline in timelines(40), first in -100i32..6000, days in 13i32..900) {
            let titles = Titles::default();
            let range = Viewport::of_days(first, first + days);
            let shown = Shown::new(&timeline, &titles, &Filter::default(), Some(range));
            for (event, listed) in timeline.events.iter().zip(&shown.listed) {
                let touches = event.entry.start <= first + days && event.entry.end >= first;
                prop_assert_eq!(*listed, touches);
            }
            prop_assert_eq!(shown.picked.count, timeline.events.len());
        }

        #[test]
        fn neighbours_lead_through_all_and_back(timeline in timelines(40), words in "[a-z]{0,1}") {
            let titles = Titles::default();
            let shown = Shown::new(&timeline, &titles, &Filter { words, ..Filter::default() }, None);
            let first = shown.picked.shown.iter().position(|shown| *shown);
            let walked: Vec<usize> =
                std::iter::successors(first, |place| shown.neighbour(*place, true)).collect();
            prop_assert_eq!(walked.len(), shown.picked.count);
            for (number, pair) in walked.windows(2).enumerate() {
                prop_assert_eq!(shown.neighbour(pair[1], false), Some(pair[0]));
                prop_assert_eq!(shown.number(pair[0]), number + 1);
            }
        }
    }
}
