//! The events with what the reader asks of them, and what buttons and fields mean.

use crate::model::page::Timeline;
use crate::timeline::file::EventFile;
use crate::timeline::filter::Titles;
use crate::timeline::shown::Shown;
use crate::timeline::state::{Form, State, bounds};
use crate::timeline::viewport::Bounds;
use crate::timeline::words::Words;
use std::sync::Arc;

/// The events of a file, what is asked of them, and what that leaves.
pub struct Desk {
    /// The events.
    pub timeline: Arc<Timeline>,
    /// What is known of each.
    pub summaries: Vec<String>,
    /// What they are called by.
    pub title: Option<String>,
    /// What the picture is written with, with the lanes of the file.
    pub words: Arc<Words>,
    /// The time there is.
    pub bounds: Bounds,
    /// What the reader asked for.
    pub state: State,
    /// What that leaves.
    pub shown: Arc<Shown>,
    /// Whether the address tells of these events.
    pub is_in_address: bool,
    titles: Titles,
}

impl Desk {
    /// Of a file that has been read. `opening` are the days shown at first, if not all.
    #[must_use]
    pub fn new(file: EventFile, words: &Words, opening: Option<(i32, i32)>) -> Self {
        let EventFile { title, mut timeline, lanes, is_own_lanes, summaries } = file;
        let mut words = words.clone();
        if !is_own_lanes {
            words.lanes = lanes;
        }
        timeline.opening = opening.unwrap_or(timeline.opening);
        let titles = Titles::default();
        let state = State::default();
        let shown = Arc::new(Shown::new(&timeline, &titles, &state.filter, None));
        let bounds = bounds(&timeline);
        let (timeline, words) = (Arc::new(timeline), Arc::new(words));
        Self {
            timeline,
            summaries,
            title,
            words,
            bounds,
            state,
            shown,
            is_in_address: true,
            titles,
        }
    }

    /// Works out what is shown, unless it is known.
    pub fn pick(&mut self, form: Form) {
        let range = self.state.range.filter(|_| form == Form::List);
        if !self.shown.serves(&self.state.filter, range) {
            let shown = Shown::new(&self.timeline, &self.titles, &self.state.filter, range);
            self.shown = Arc::new(shown);
        }
    }
}

/// What buttons and fields ask for.
pub mod asked {
    use crate::model::{Date, Lane};
    use crate::timeline::keys::ZOOM;
    use crate::timeline::state::{Action, Form};

    /// The button of a lane, or of all.
    #[must_use]
    pub fn filter(word: &str) -> Action {
        Lane::from_word(word).map_or(Action::ShowAll, Action::ToggleLane)
    }

    /// A button by its word.
    #[must_use]
    pub fn button(word: &str) -> Option<Action> {
        Some(match word {
            "earlier" => Action::PanBy(-0.5),
            "later" => Action::PanBy(0.5),
            "in" => Action::Zoom(ZOOM, None),
            "out" => Action::Zoom(1.0 / ZOOM, None),
            "fit" => Action::Fit,
            "graphic" => Action::Switch(Form::Graphic),
            "list" => Action::Switch(Form::List),
            _ => return None,
        })
    }

    /// The day to stand on.
    #[must_use]
    pub fn day(value: &str) -> Action {
        Action::StandOn(value.parse::<Date>().ok().map(Date::last_day))
    }
}
