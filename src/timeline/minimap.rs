//! The whole of time in small: how many events there are, where the window is, and what a hand does with it.

use super::index::Index;
use super::scale::{factor, whole};
use super::state::Action;
use super::viewport::{Bounds, LEAST_DAYS, Viewport};

/// Into how many columns time is cut.
const COLUMNS: usize = 160;
/// The width of a column and its bar, in the units of the picture.
const COLUMN: usize = 6;
const BAR: usize = 5;
/// The height of the picture, in its units.
pub const HEIGHT: usize = 40;
/// The width of the picture, in its units.
pub const WIDTH: usize = COLUMNS * COLUMN;

/// The bars as the path of an SVG of [`WIDTH`] by [`HEIGHT`]; the highest fills it.
#[must_use]
pub fn bars(index: &Index, bounds: Bounds) -> String {
    let days = (bounds.last - bounds.first) / factor(COLUMNS);
    let edge = |column: usize| whole((bounds.first + days * factor(column)).ceil());
    // What lies beyond the last day is counted with it, what lies before the first is not.
    let counts: Vec<usize> = (0..COLUMNS)
        .map(|column| {
            let end = if column + 1 == COLUMNS { i32::MAX } else { edge(column + 1) - 1 };
            index.between(edge(column), end)
        })
        .collect();
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let bar = |(column, count): (usize, &usize)| {
        let height = (count * HEIGHT).div_ceil(most);
        format!("M{} {HEIGHT}v-{height}h{BAR}v{height}z", column * COLUMN)
    };
    counts.iter().enumerate().filter(|(_, count)| **count > 0).map(bar).collect()
}

/// Where the window is in the whole: its start and length as parts of it.
#[must_use]
pub fn window(viewport: Viewport, bounds: Bounds) -> (f64, f64) {
    let all = bounds.last - bounds.first;
    ((viewport.start - bounds.first) / all, viewport.span / all)
}

/// A part of the window that a hand holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its beginning: the end stays.
    Start,
    /// Its middle: it goes along as it is.
    Middle,
    /// Its end: the beginning stays.
    End,
}

/// How a hand holds the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grip {
    /// Where.
    pub part: Part,
    /// How far from there, in days. It stays so: nothing jumps when it is taken hold of.
    from: f64,
}

impl Grip {
    /// The window held by its very middle.
    pub const MIDDLE: Self = Self { part: Part::Middle, from: 0.0 };

    /// What is held by a hand that comes down on a day: an edge that is `reach` days or less away, or else the window. However narrow it is,
    /// it can be held between its edges. Beside it, its middle is called there.
    #[must_use]
    pub fn at(day: f64, viewport: Viewport, reach: f64) -> Self {
        let reach = reach.min(viewport.span / 4.0);
        for (part, edge) in [(Part::Start, viewport.start), (Part::End, viewport.end())] {
            if (day - edge).abs() <= reach {
                return Self { part, from: day - edge };
            }
        }
        let from = if viewport.shows(day) { day - viewport.middle() } else { 0.0 };
        Self { from, ..Self::MIDDLE }
    }

    /// What the hand asks for once it is at a day. An edge goes no farther than the map, nor past the other.
    #[must_use]
    pub fn action(self, day: f64, viewport: Viewport, map: Bounds) -> Action {
        let day = (day - self.from).max(map.first).min(map.last);
        let (span, stays) = match self.part {
            Part::Start => (viewport.end() - day, viewport.end()),
            Part::Middle => return Action::Pan(day - viewport.middle()),
            Part::End => (day - viewport.start, viewport.start),
        };
        Action::Zoom(viewport.span / span.max(LEAST_DAYS), Some(stays))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::index::samples::events;
    use crate::timeline::order::samples::timeline;
    use crate::timeline::state::State;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_window_lies_in_the_whole(start in -100.0..7000.0, span in 1.0..9000.0) {
            let bounds = Bounds { first: 0.0, last: 6000.0 };
            let (from, length) = window(Viewport { start, span }.clamp(bounds), bounds);
            prop_assert!(from >= 0.0 && length > 0.0 && from + length <= 1.0 + 1e-9);
        }

        #[test]
        fn what_is_taken_hold_of_goes_along_and_its_other_end_stays(
            start in 0.0..5000.0, span in 14.0..3000.0, down in 0.0..6000.0, to in -500.0..6500.0,
        ) {
            let bounds = Bounds { first: 0.0, last: 6000.0 };
            let before = Viewport { start, span }.clamp(bounds);
            let grip = Grip::at(down, before, 40.0);
            let at = |day: f64| {
                let mut state = State { range: Some(before), ..State::default() };
                state.apply(grip.action(day, before, bounds), &timeline(Vec::new()), bounds);
                state.range.unwrap_or(before)
            };
            let (still, after) = (at(down), at(to));
            let is_near = |one: f64, other: f64| (one - other).abs() < 1e-6;
            let is_called = !before.shows(down) && grip.part == Part::Middle;
            prop_assert!(is_called || is_near(still.start, before.start) && is_near(still.end(), before.end()));
            let moved = to - down;
            let least = |span: f64| span.max(LEAST_DAYS);
            match grip.part {
                Part::Start => {
                    prop_assert!(is_near(after.end(), before.end()));
                    prop_assert!(is_near(after.span, least(before.end() - (before.start + moved).max(0.0))));
                }
                Part::Middle => prop_assert!(is_near(after.span, before.span)),
                Part::End => {
                    prop_assert!(is_near(after.start, before.start));
                    prop_assert!(is_near(after.span, least((before.end() + moved).min(6000.0) - before.start)));
                }
            }
        }

        #[test]
        fn there_is_a_bar_where_there_is_an_event(events in events(60)) {
            let index = Index::new(&events, &vec![true; events.len()]);
            let path = bars(&index, Bounds { first: 0.0, last: 6000.0 });
            prop_assert_eq!(path.is_empty(), events.is_empty());
            let full = format!("v-{HEIGHT}h");
            prop_assert_eq!(path.contains(&full), !events.is_empty());
        }
    }
}
