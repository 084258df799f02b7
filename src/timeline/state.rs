//! What the reader has asked of the timeline, and what each thing that he or she does makes of it.

use super::filter::{Facet, Filter};
use super::order::{Column, Order};
use super::viewport::{Bounds, Viewport};
use crate::model::Lane;
use crate::model::page::Timeline;

/// One of the three ways to see the events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Drawn to scale.
    Graphic,
    /// By year.
    List,
    /// In columns.
    Table,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Graphic, Self::List, Self::Table];

    /// As an address writes it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Graphic => "graphic",
            Self::List => "list",
            Self::Table => "table",
        }
    }

    /// Reads what an address writes.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }
}

/// What the reader has asked for. The default is the timeline as it opens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Which events.
    pub filter: Filter,
    /// Which time; none for the picture's opening, and for all of time in list and table.
    pub range: Option<Viewport>,
    /// In which form; none for that which suits the width.
    pub form: Option<Form>,
    /// In which order.
    pub order: Order,
    /// The open event, by its place.
    pub event: Option<usize>,
    /// The events of the open cluster, by place, in order of time. Not in the address: it is only a way to an event.
    pub gathered: Vec<usize>,
}

/// What a reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Adds a lane or takes it away.
    ToggleLane(Lane),
    /// Chooses a value of a facet, or any.
    Choose(Facet, Option<usize>),
    /// Types words.
    Find(String),
    /// Stands on a day, or on none.
    StandOn(Option<i32>),
    /// Takes away all that hides events.
    ShowAll,
    /// Switches the form.
    Switch(Form),
    /// Presses the head of a column.
    Press(Column),
    /// Opens an event where it is seen.
    Open(usize),
    /// Opens an event and moves the picture to it.
    GoTo(usize),
    /// Opens a cluster: these events.
    Gather(Vec<usize>),
    /// Closes what is open.
    Close,
    /// Moves the picture by days, later if above 0.
    Pan(f64),
    /// Moves the picture by a part of what it shows.
    PanBy(f64),
    /// Nearer by a factor, about a day or the middle.
    Zoom(f64, Option<f64>),
    /// Shows these days.
    Range(i32, i32),
    /// Shows all of time.
    Fit,
    /// Moves to the last day that the content reaches.
    Latest,
    /// Moves by as little as it takes to show a day.
    Reveal(f64),
    /// Takes over what an address says.
    Restore(State),
}

impl Action {
    /// Whether it moves the picture and changes nothing else.
    #[must_use]
    pub fn is_move(&self) -> bool {
        matches!(
            self,
            Self::Pan(_)
                | Self::PanBy(_)
                | Self::Zoom(..)
                | Self::Fit
                | Self::Latest
                | Self::Reveal(_)
        )
    }
}

/// The time there is: from the first event, or the opening, to the last.
#[must_use]
pub fn bounds(timeline: &Timeline) -> Bounds {
    let entries = || timeline.events.iter().map(|event| &event.entry);
    let first = entries().map(|entry| entry.start).min().unwrap_or(timeline.opening.0);
    let last = entries().map(|entry| entry.end).max().unwrap_or(timeline.opening.1);
    Bounds::of_days(first.min(timeline.opening.0), last.max(timeline.opening.1))
}

impl State {
    /// What the picture shows: the range, else the opening, moved if the open event lies outside. `bounds` are those of
    /// [`bounds`], which looks at every event.
    #[must_use]
    pub fn viewport(&self, timeline: &Timeline, bounds: Bounds) -> Viewport {
        let viewport = self
            .range
            .unwrap_or_else(|| Viewport::of_days(timeline.opening.0, timeline.opening.1))
            .clamp(bounds);
        match self
            .event
            .filter(|_| self.range.is_none())
            .and_then(|place| timeline.events.get(place))
        {
            Some(event) if !viewport.shows(f64::from(event.entry.start)) => {
                viewport.reveal(f64::from(event.entry.start), bounds)
            }
            _ => viewport,
        }
    }

    /// Takes over what a reader does.
    pub fn apply(&mut self, action: Action, timeline: &Timeline, bounds: Bounds) {
        let viewport = self.viewport(timeline, bounds);
        let start_of =
            |place: usize| timeline.events.get(place).map(|event| f64::from(event.entry.start));
        let filter = &mut self.filter;
        if !action.is_move() {
            self.gathered.clear();
        }
        match action {
            Action::ToggleLane(lane) => filter.toggle(lane),
            Action::Choose(facet, value) => facet.choose(filter, value),
            Action::Find(words) => filter.words = words,
            Action::StandOn(day) => filter.as_of = day,
            Action::ShowAll => {
                self.filter = Filter::default();
                self.range = None;
            }
            Action::Switch(form) => self.form = Some(form),
            Action::Press(column) => self.order = self.order.press(column),
            Action::Open(place) => self.event = Some(place),
            Action::GoTo(place) => {
                self.event = Some(place);
                if let Some(day) = start_of(place).filter(|day| !viewport.shows(*day)) {
                    self.range = Some(viewport.reveal(day, bounds));
                }
            }
            Action::Gather(events) => {
                self.event = None;
                self.gathered = events;
            }
            Action::Close => self.event = None,
            Action::Pan(days) => self.range = Some(viewport.pan(days, bounds)),
            Action::PanBy(part) => self.range = Some(viewport.pan(part * viewport.span, bounds)),
            Action::Zoom(factor, about) => {
                let about = about.unwrap_or(viewport.middle());
                self.range = Some(viewport.zoom(factor, about, bounds));
            }
            Action::Range(first, last) => {
                self.range = Some(Viewport::of_days(first, last).clamp(bounds));
            }
            Action::Fit => self.range = Some(Viewport::of(bounds)),
            Action::Latest => {
                self.range = Some(
                    viewport.pan(f64::from(timeline.opening.1) + 1.0 - viewport.end(), bounds),
                );
            }
            Action::Reveal(day) => self.range = Some(viewport.reveal(day, bounds)),
            Action::Restore(state) => *self = state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::order::samples::timelines;
    use proptest::prelude::*;

    fn actions() -> impl Strategy<Value = Action> {
        let days = -20_000.0..20_000.0;
        prop_oneof![
            proptest::sample::select(Lane::ALL).prop_map(Action::ToggleLane),
            (proptest::sample::select(&Facet::ALL[..]), proptest::option::of(0usize..9))
                .prop_map(|(facet, value)| Action::Choose(facet, value)),
            proptest::sample::select(&Form::ALL[..]).prop_map(Action::Switch),
            proptest::sample::select(&Column::ALL[..]).prop_map(Action::Press),
            (0usize..20).prop_map(Action::Open),
            (0usize..20).prop_map(Action::GoTo),
            Just(Action::Close),
            Just(Action::ShowAll),
            Just(Action::Fit),
            Just(Action::Latest),
            days.clone().prop_map(Action::Pan),
            days.prop_map(Action::Reveal),
            (-2.0..2.0).prop_map(Action::PanBy),
            (0.1..10.0, proptest::option::of(0.0..6000.0))
                .prop_map(|(factor, about)| Action::Zoom(factor, about)),
            (-9000i32..9000, 0i32..9000)
                .prop_map(|(first, days)| Action::Range(first, first + days)),
        ]
    }

    proptest! {
        #[test]
        fn nothing_a_reader_does_leads_out_of_time(
            timeline in timelines(20), actions in proptest::collection::vec(actions(), 0..30),
        ) {
            let mut state = State::default();
            let bounds = bounds(&timeline);
            for action in actions {
                state.apply(action, &timeline, bounds);
                let viewport = state.viewport(&timeline, bounds);
                prop_assert!(viewport.start >= bounds.first - 1e-6 && viewport.end() <= bounds.last + 1e-6);
                prop_assert!(!state.filter.lanes.is_empty());
            }
        }

        #[test]
        fn a_move_changes_nothing_but_the_range(timeline in timelines(20), action in actions()) {
            let mut state = State { gathered: vec![1], ..State::default() };
            let (before, is_move) = (state.clone(), action.is_move());
            state.apply(action, &timeline, bounds(&timeline));
            let elsewhere = State { range: before.range, ..state };
            prop_assert!(!is_move || elsewhere == before);
        }

        #[test]
        fn switching_the_form_keeps_filter_range_and_event(
            timeline in timelines(20), actions in proptest::collection::vec(actions(), 0..10),
        ) {
            let mut state = State::default();
            for action in actions {
                state.apply(action, &timeline, bounds(&timeline));
            }
            let before = state.clone();
            state.apply(Action::Switch(Form::Table), &timeline, bounds(&timeline));
            prop_assert_eq!(State { form: before.form, ..state }, before);
        }

        #[test]
        fn the_event_one_goes_to_is_seen(timeline in timelines(20), place in 0usize..20) {
            prop_assume!(!timeline.events.is_empty());
            let place = place % timeline.events.len();
            let mut state = State::default();
            state.apply(Action::Range(0, 20), &timeline, bounds(&timeline));
            state.apply(Action::GoTo(place), &timeline, bounds(&timeline));
            prop_assert!(state.viewport(&timeline, bounds(&timeline)).shows(f64::from(timeline.events[place].entry.start)));
        }
    }
}
