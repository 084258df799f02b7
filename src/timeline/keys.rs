//! What keys mean in the picture: along time, across lanes, nearer and farther.

use super::index::Index;
use super::item::What;
use super::layout::{Layout, MANY};

/// Where the keyboard goes from an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To what comes before in its lane.
    Earlier,
    /// To what comes after in its lane.
    Later,
    /// To the nearest in time, in the lane above.
    Above,
    /// To the nearest in time, in the lane below.
    Below,
    /// To the first of all.
    First,
    /// To the last of all.
    Last,
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    /// Go to another item.
    Go(Step),
    /// Move the picture by a part of what it shows.
    Pan(f64),
    /// Nearer by a factor.
    Zoom(f64),
    /// Show all of time.
    Fit,
    /// Close what is open.
    Close,
}

/// What a key means, by the name that browsers give it. In right-to-left scripts time runs to the left.
#[must_use]
pub fn key(name: &str, is_rtl: bool) -> Option<Key> {
    let go = |step| Some(Key::Go(step));
    match name {
        "ArrowRight" => go(if is_rtl { Step::Earlier } else { Step::Later }),
        "ArrowLeft" => go(if is_rtl { Step::Later } else { Step::Earlier }),
        "ArrowUp" => go(Step::Above),
        "ArrowDown" => go(Step::Below),
        "Home" => go(Step::First),
        "End" => go(Step::Last),
        "PageUp" => Some(Key::Pan(-0.5)),
        "PageDown" => Some(Key::Pan(0.5)),
        "+" | "=" => Some(Key::Zoom(ZOOM)),
        "-" | "_" => Some(Key::Zoom(1.0 / ZOOM)),
        "0" => Some(Key::Fit),
        "Escape" => Some(Key::Close),
        _ => None,
    }
}

/// How much nearer a press of a key or button goes.
pub const ZOOM: f64 = 1.6;

/// The event that a step leads to where a layout ends before time does, as it may where there are many: the first or the last of all, or
/// the next of its lane, which may be far.
#[must_use]
pub fn beyond(layout: &Layout, index: &Index, from: Option<usize>, way: Step) -> Option<usize> {
    if index.count <= MANY {
        return None;
    }
    let tracks = || index.lanes.iter().map(|lane| &lane.all.events);
    match way {
        Step::First => tracks().filter_map(|events| events.first()).min().copied(),
        Step::Last => tracks().filter_map(|events| events.last()).max().copied(),
        Step::Earlier | Step::Later => {
            let place = from?;
            let from = layout.items.get(place)?;
            let lane = index.lanes.iter().find(|lane| lane.lane == from.lane)?;
            let (first, last) = match &from.what {
                What::Event(event) => lane.all.position(*event).map(|at| (at, at))?,
                What::Cluster(_, cluster) => (cluster.range.start, cluster.range.end - 1),
            };
            let at = if way == Step::Later { last + 1 } else { first.checked_sub(1)? };
            step(layout, place, way).is_none().then(|| lane.all.events.get(at).copied())?
        }
        Step::Above | Step::Below => None,
    }
}

/// The place among a layout's items of the one that a step leads to; none if there is none that way.
#[must_use]
pub fn step(layout: &Layout, from: usize, step: Step) -> Option<usize> {
    let items = &layout.items;
    let here = items.get(from)?;
    let lane_of = |place: &usize| items[*place].lane;
    match step {
        Step::Earlier => (0..from).rev().find(|place| lane_of(place) == here.lane),
        Step::Later => (from + 1..items.len()).find(|place| lane_of(place) == here.lane),
        Step::First => (!items.is_empty()).then_some(0),
        Step::Last => items.len().checked_sub(1),
        Step::Above | Step::Below => {
            let stripe = layout.stripes.iter().position(|stripe| stripe.lane == here.lane)?;
            let other = if step == Step::Above { stripe.checked_sub(1)? } else { stripe + 1 };
            let lane = layout.stripes.get(other)?.lane;
            let distance = |place: &usize| (items[*place].start_px - here.start_px).abs();
            (0..items.len())
                .filter(|place| lane_of(place) == lane)
                .min_by(|one, other| distance(one).total_cmp(&distance(other)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lane;
    use crate::timeline::index::Index;
    use crate::timeline::index::samples::{event, events};
    use crate::timeline::item::Item;
    use crate::timeline::layout::{Anchor, Metrics, Subject};
    use crate::timeline::viewport::{Bounds, Viewport};
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn layouts() -> impl Strategy<Value = Layout> {
        (events(60), 20.0..6000.0).prop_map(|(events, span)| {
            let metrics = Metrics { width_px: 1000.0, font_px: 15.0, names_above: false };
            let anchor = Anchor { viewport: Viewport { start: 0.0, span }, metrics };
            let index = Index::new(&events, &vec![true; events.len()]);
            let bounds = Bounds { first: 0.0, last: 7000.0 };
            let subject =
                Subject { events: &events, index: &index, eras: &[], as_of: None, bounds };
            Layout::new(subject, anchor, None)
        })
    }

    #[test]
    fn arrows_follow_the_direction_of_the_script() {
        assert_eq!(key("ArrowRight", false), Some(Key::Go(Step::Later)));
        assert_eq!(key("ArrowRight", true), Some(Key::Go(Step::Earlier)));
        assert_eq!(key("a", false), None);
    }

    #[test]
    fn every_event_of_a_lane_is_come_by_however_many_there_are() {
        let events: Vec<_> = (0..4000)
            .map(|id| event(id, i32::try_from(id).unwrap() * 3, 0, 1, Lane::Accord))
            .collect();
        let index = Index::new(&events, &vec![true; events.len()]);
        let bounds = Bounds { first: -10.0, last: 12_100.0 };
        let metrics = Metrics { width_px: 1000.0, font_px: 15.0, names_above: false };
        let around = |day: i32| {
            let viewport = Viewport { start: f64::from(day) - 30.0, span: 60.0 };
            let subject =
                Subject { events: &events, index: &index, eras: &[], as_of: None, bounds };
            Layout::new(subject, Anchor { viewport, metrics }, None)
        };
        let layout = around(6000);
        assert_eq!(beyond(&layout, &index, None, Step::First), Some(0));
        assert_eq!(beyond(&layout, &index, None, Step::Last), Some(3999));
        for (way, start, end) in [(Step::Later, 0, 3999), (Step::Earlier, 3999, 0)] {
            let mut at: usize = start;
            for _ in 0..4000 {
                let layout = around(events[at].entry.start);
                let here = layout.holder(&index, at).and_then(|key| layout.find(key));
                let next = step(&layout, here.unwrap(), way)
                    .map(|place| Item::event_of(layout.items[place].key()))
                    .or_else(|| beyond(&layout, &index, here, way));
                let Some(next) = next else { break };
                assert!(
                    if way == Step::Later { next > at } else { next < at },
                    "{way:?} from {at} to {next}"
                );
                at = next;
            }
            assert_eq!(at, end, "{way:?}");
        }
    }

    proptest! {
        #[test]
        fn every_item_can_be_reached_from_the_first(layout in layouts()) {
            let steps = [Step::Earlier, Step::Later, Step::Above, Step::Below];
            let mut reached: HashSet<usize> = HashSet::new();
            let mut ahead: Vec<usize> = if layout.items.is_empty() { Vec::new() } else { vec![0] };
            while let Some(place) = ahead.pop() {
                if reached.insert(place) {
                    ahead.extend(steps.iter().filter_map(|one| step(&layout, place, *one)));
                }
            }
            prop_assert_eq!(reached.len(), layout.items.len());
        }

        #[test]
        fn later_and_back_is_where_one_was(layout in layouts(), from in 0usize..60) {
            if let Some(later) = step(&layout, from, Step::Later) {
                prop_assert!(layout.items[later].day >= layout.items[from].day);
                prop_assert_eq!(step(&layout, later, Step::Earlier), Some(from));
            }
        }
    }
}
