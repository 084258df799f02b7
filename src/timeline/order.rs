//! The order of the table and the list.

use crate::model::page::Timeline;
use crate::search::fold;

/// A column by which events are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// By their first day.
    #[default]
    Date,
    /// By title.
    Title,
    /// By main lane.
    Lane,
    /// By the name of the place.
    Place,
    /// By how they are known.
    Status,
}

impl Column {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 5] = [Self::Date, Self::Title, Self::Lane, Self::Place, Self::Status];

    /// As an address writes it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Lane => "lane",
            Self::Place => "place",
            Self::Status => "status",
        }
    }
}

/// An order: a column, and whether it runs backwards. The default is oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub by: Column,
    /// Whether the last comes first.
    pub backwards: bool,
}

impl Order {
    /// As an address writes it: `title`, or `-title` backwards.
    #[must_use]
    pub fn word(self) -> String {
        [if self.backwards { "-" } else { "" }, self.by.word()].concat()
    }

    /// Reads what an address writes.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let (backwards, name) = word.strip_prefix('-').map_or((false, word), |name| (true, name));
        Column::ALL
            .into_iter()
            .find(|column| column.word() == name)
            .map(|by| Self { by, backwards })
    }

    /// The order after a column's head was pressed: that column, or if it was so before, the other way round.
    #[must_use]
    pub fn press(self, by: Column) -> Self {
        Self { by, backwards: self.by == by && !self.backwards }
    }

    /// The places of the events that are shown, in this order; equals stand in order of time, or against it.
    #[must_use]
    pub fn sort(self, timeline: &Timeline, shown: &[bool]) -> Vec<usize> {
        let places = (0..timeline.events.len()).filter(|place| shown[*place]);
        let mut sorted: Vec<usize> = if self.by == Column::Title {
            let title = |place: usize| (fold(&timeline.events[place].entry.title), place);
            let mut titles: Vec<(String, usize)> = places.map(title).collect();
            titles.sort_unstable();
            titles.into_iter().map(|(_, place)| place).collect()
        } else {
            // Places and lanes are numbered in the order of their names.
            let rank = |place: usize| {
                let event = &timeline.events[place];
                let rank = match self.by {
                    Column::Lane => event.entry.lanes.first().map_or(0, |lane| *lane as usize),
                    Column::Place => event.place.map_or(0, |place| place + 1),
                    Column::Status => event.entry.status as usize,
                    Column::Date | Column::Title => 0,
                };
                (rank, place)
            };
            let mut ranks: Vec<(usize, usize)> = places.map(rank).collect();
            ranks.sort_unstable();
            ranks.into_iter().map(|(_, place)| place).collect()
        };
        if self.backwards {
            sorted.reverse();
        }
        sorted
    }
}

/// Timelines for tests.
#[cfg(test)]
pub mod samples {
    use super::Timeline;
    use crate::model::page::TimelineEvent;
    use crate::timeline::index::samples::events;
    use proptest::prelude::*;

    /// A timeline of these events, with three actors and two places.
    pub fn timeline(mut events: Vec<TimelineEvent>) -> Timeline {
        for (id, event) in events.iter_mut().enumerate() {
            event.actors = vec![id % 3];
            event.place = (id % 3 < 2).then_some(id % 3);
        }
        let named = |names: &[&str]| {
            names.iter().map(|name| (name.to_lowercase(), (*name).to_owned())).collect()
        };
        Timeline {
            heading: String::new(),
            intro: Vec::new(),
            events,
            eras: Vec::new(),
            opening: (1000, 6000),
            months: (1..=12).map(|month| month.to_string()).collect(),
            actors: named(&["CMA", "France", "JNIM"]),
            places: named(&["Ber", "Gao"]),
        }
    }

    /// A timeline of up to `most` events.
    pub fn timelines(most: usize) -> impl Strategy<Value = Timeline> {
        events(most).prop_map(timeline)
    }
}

#[cfg(test)]
mod tests {
    use super::samples::timelines;
    use super::*;
    use proptest::prelude::*;

    fn orders() -> impl Strategy<Value = Order> {
        (proptest::sample::select(&Column::ALL[..]), any::<bool>())
            .prop_map(|(by, backwards)| Order { by, backwards })
    }

    #[test]
    fn a_head_pressed_again_turns_the_order_round() {
        let by_title = Order::default().press(Column::Title);
        assert_eq!(by_title.word(), "title");
        assert_eq!(by_title.press(Column::Title).word(), "-title");
        assert_eq!(by_title.press(Column::Title).press(Column::Title).word(), "title");
        assert_eq!(Order::default().press(Column::Date).word(), "-date");
    }

    proptest! {
        #[test]
        fn an_order_reads_back(order in orders()) {
            prop_assert_eq!(Order::from_word(&order.word()), Some(order));
        }

        #[test]
        fn sorting_keeps_every_shown_event_and_backwards_is_the_mirror(timeline in timelines(50), order in orders()) {
            let shown: Vec<bool> = (0..timeline.events.len()).map(|place| place % 4 != 1).collect();
            let sorted = order.sort(&timeline, &shown);
            let mut mirrored = Order { backwards: !order.backwards, ..order }.sort(&timeline, &shown);
            mirrored.reverse();
            prop_assert_eq!(&sorted, &mirrored);
            let mut places = sorted.clone();
            places.sort_unstable();
            prop_assert_eq!(places, (0..timeline.events.len()).filter(|place| shown[*place]).collect::<Vec<_>>());
        }

        #[test]
        fn titles_ascend(timeline in timelines(50)) {
            let sorted = Order { by: Column::Title, backwards: false }.sort(&timeline, &vec![true; timeline.events.len()]);
            let titles: Vec<String> = sorted.iter().map(|place| fold(&timeline.events[*place].entry.title)).collect();
            prop_assert!(titles.is_sorted());
        }
    }
}
