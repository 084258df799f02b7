//! Where everything is drawn: the heaviest events first with their titles, lighter ones where room is left, the rest in clusters.
//!
//! A [`Layout`] holds for a zoom and a stretch wider than the window, so that moving a little moves the whole and places nothing
//! anew. Its places are CSS pixels from the inline start of the picture as it was when it was laid out ([`Anchor`]).

use super::eras::{Band, bands};
use super::index::Index;
use super::item::{Item, What};
use super::lanes::Extent;
use super::packing::Packing;
use super::scale::{Scale, factor, whole};
use super::viewport::{Bounds, EDGE_PX, Viewport};
use crate::model::Lane;
use crate::model::page::{Era, TimelineEvent};
use std::ops::RangeInclusive;

/// With more events than this, only what lies around the window is laid out.
pub const MANY: usize = 3000;
/// By how much a layout is drawn out: titles that come together touch soon, those that part do not.
const STRETCH: RangeInclusive<f64> = 0.65..=1.9;

/// What the picture is drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Width of the picture in CSS pixels.
    pub width_px: f64,
    /// Size of its type in CSS pixels.
    pub font_px: f64,
    /// Whether lane names stand above their lanes, where there is no room beside them.
    pub names_above: bool,
}

impl Metrics {
    /// Height of a row, in CSS pixels.
    #[must_use]
    pub fn row_px(self) -> f64 {
        (self.font_px * 1.75).max(26.0).round()
    }

    /// The least height of a lane: that of a name on two lines beside it, or on one above.
    fn least_px(self) -> f64 {
        (self.font_px * 3.4).round()
    }

    /// Height of a band of eras, in CSS pixels.
    #[must_use]
    pub fn band_px(self) -> f64 {
        (self.font_px * 1.4).round()
    }

    fn pad_px(self) -> f64 {
        if self.names_above { (self.font_px * 1.9).round() } else { 10.0 }
    }
}

/// What a layout was made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// What was shown.
    pub viewport: Viewport,
    /// What it was drawn with.
    pub metrics: Metrics,
}

impl Anchor {
    /// Days to pixels.
    #[must_use]
    pub fn scale(self) -> Scale {
        self.viewport.scale(self.metrics.width_px)
    }

    /// Whether a layout made for this serves another viewport: same zoom, and not far.
    #[must_use]
    pub fn serves(self, other: Self) -> bool {
        self.has_zoom_of(other)
            && self.metrics == other.metrics
            && self.shift_px(other.viewport).abs() <= self.reach_px()
    }

    /// Whether both show as much time.
    #[must_use]
    pub fn has_zoom_of(self, other: Self) -> bool {
        (self.viewport.span / other.viewport.span - 1.0).abs() < 1e-9
    }

    /// Whether a layout made for this can be drawn out or pressed together to show another viewport for a moment: it is near, and almost
    /// all of it is in this one.
    #[must_use]
    pub fn stretches_to(self, other: Self) -> bool {
        let (before, now) = (self.viewport, other.viewport);
        let free = before.span / 3.0;
        self.metrics == other.metrics
            && STRETCH.contains(&(before.span / now.span))
            && now.start >= before.start - free
            && now.end() <= before.end() + free
    }

    /// How far a layout is moved before it is made anew.
    #[must_use]
    pub fn reach_px(self) -> f64 {
        self.metrics.width_px / 2.0
    }

    /// How far the picture must move to show a viewport: towards the inline end if above 0.
    #[must_use]
    pub fn shift_px(self, viewport: Viewport) -> f64 {
        EDGE_PX - self.scale().px_from_day(viewport.start)
    }
}

/// What is laid out.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// All events.
    pub events: &'a [TimelineEvent],
    /// Those that are shown.
    pub index: &'a Index,
    /// What lies behind them.
    pub eras: &'a [Era],
    /// The day that the reader stands on.
    pub as_of: Option<i32>,
    /// All of time; titles do not reach beyond.
    pub bounds: Bounds,
}

/// The stripe of a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stripe {
    /// The lane.
    pub lane: Lane,
    /// From the top of the picture.
    pub top_px: f64,
    /// Its height.
    pub height_px: f64,
}

/// Where everything is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// What it was made for.
    pub anchor: Anchor,
    /// The lanes from the top.
    pub stripes: Vec<Stripe>,
    /// What is drawn, in order of time, in one day from the top.
    pub items: Vec<Item>,
    /// The eras behind it.
    pub bands: Vec<Band>,
    /// The height of the picture.
    pub height_px: f64,
    by_key: Vec<(usize, usize)>, // keys and places among `items`, sorted
}

impl Layout {
    /// Lays out what a subject holds. `opened` is the open event: it is drawn for itself even where it weighs too little.
    #[must_use]
    pub fn new(subject: Subject, anchor: Anchor, opened: Option<usize>) -> Self {
        let Subject { events, index, eras, as_of, bounds } = subject;
        let until = as_of.unwrap_or(i32::MAX);
        let mut layout = Self {
            anchor,
            stripes: Vec::new(),
            items: Vec::new(),
            bands: Vec::new(),
            height_px: 0.0,
            by_key: Vec::new(),
        };
        let days = if index.count > MANY {
            let span = anchor.viewport.span;
            (whole(anchor.viewport.start - span), whole(anchor.viewport.end() + span))
        } else {
            (i32::MIN, i32::MAX)
        };
        for (place, lane) in index.lanes.iter().enumerate() {
            let packing = Packing { events, lane, place, days, anchor, bounds, until };
            let (mut items, mut rows) = packing.pack(None);
            let is_drawn =
                |event: &usize| items.iter().any(|item| item.what == What::Event(*event));
            if let Some(event) =
                opened.filter(|event| lane.all.position(*event).is_some() && !is_drawn(event))
            {
                (items, rows) = packing.pack(Some(event));
            }
            let metrics = anchor.metrics;
            let (mut bands, band_count) = bands(eras, lane.lane, anchor, bounds, as_of);
            for band in &mut bands {
                band.top_px += layout.height_px + metrics.pad_px();
            }
            let bands_px =
                factor(band_count) * metrics.band_px() + if band_count > 0 { 6.0 } else { 0.0 };
            for item in &mut items {
                item.top_px += layout.height_px + metrics.pad_px() + bands_px;
            }
            let height_px = (metrics.pad_px() + bands_px + factor(rows) * metrics.row_px() + 8.0)
                .max(metrics.least_px());
            layout.stripes.push(Stripe { lane: lane.lane, top_px: layout.height_px, height_px });
            layout.height_px += height_px;
            layout.items.append(&mut items);
            layout.bands.append(&mut bands);
        }
        // From lane to lane they lie in order of time: counted from the first day there is, days are never below 0.
        let day = |item: &Item| {
            usize::try_from(i64::from(item.day) - i64::from(i32::MIN)).unwrap_or_default()
        };
        let mut order: Vec<(usize, usize)> =
            layout.items.iter().enumerate().map(|(place, item)| (day(item), place)).collect();
        order.sort_unstable();
        layout.items = order.into_iter().map(|(_, place)| layout.items[place].clone()).collect();
        layout.by_key =
            layout.items.iter().enumerate().map(|(place, item)| (item.key(), place)).collect();
        layout.by_key.sort_unstable();
        layout
    }

    /// The places among `items` of what lies in the window or so far beyond.
    pub fn near(&self, reach_px: f64) -> impl Iterator<Item = usize> + '_ {
        let width_px = self.anchor.metrics.width_px;
        let is_near = move |item: &Item| {
            let Extent { start_px, end_px } = item.extent();
            end_px >= -reach_px && start_px <= width_px + reach_px
        };
        self.items.iter().enumerate().filter(move |(_, item)| is_near(item)).map(|(place, _)| place)
    }

    /// The place among `items` of a key.
    #[must_use]
    pub fn find(&self, key: usize) -> Option<usize> {
        let at = self.by_key.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        Some(self.by_key[at].1)
    }

    /// The item with a key.
    #[must_use]
    pub fn get(&self, key: usize) -> Option<&Item> {
        self.find(key).map(|place| &self.items[place])
    }

    /// The key of what stands for an event, itself or a cluster.
    #[must_use]
    pub fn holder(&self, index: &Index, event: usize) -> Option<usize> {
        let count = || {
            let position = index.position(event)?;
            self.items.iter().find(|item| item.counts(position))
        };
        self.get(Item::key_of(event)).or_else(count).map(Item::key)
    }

    /// The key of the first thing that begins in the window, else of the first that reaches into it, else of the first.
    #[must_use]
    pub fn first_shown(&self, viewport: Viewport) -> Option<usize> {
        let begins = |item: &&Item| viewport.shows(f64::from(item.day));
        let reaches = |item: &&Item| self.is_in(item, viewport);
        let first = self.items.iter().find(begins).or_else(|| self.items.iter().find(reaches));
        first.or(self.items.first()).map(Item::key)
    }

    /// Whether some of a thing is in the window: of its mark, its bar or its title.
    #[must_use]
    pub fn is_in(&self, item: &Item, viewport: Viewport) -> bool {
        let shift_px = self.anchor.shift_px(viewport);
        let Extent { start_px, end_px } = item.extent();
        end_px + shift_px > 0.0 && start_px + shift_px < self.anchor.metrics.width_px
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::index::samples::{event, events};
    use crate::timeline::item::Title;
    use proptest::prelude::*;

    fn anchor(span: f64, width_px: f64) -> Anchor {
        let viewport = Viewport { start: 0.0, span };
        Anchor { viewport, metrics: Metrics { width_px, font_px: 15.0, names_above: false } }
    }

    fn laid_out(
        events: &[TimelineEvent],
        anchor: Anchor,
        opened: Option<usize>,
    ) -> (Index, Layout) {
        let index = Index::new(events, &vec![true; events.len()]);
        let bounds = Bounds { first: 0.0, last: 7000.0 };
        let subject = Subject { events, index: &index, eras: &[], as_of: None, bounds };
        let layout = Layout::new(subject, anchor, opened);
        (index, layout)
    }

    proptest! {
        #[test]
        fn the_tab_key_stops_in_the_window_if_anything_is_there(
            events in events(40), span in 14.0..3000.0, start in -500.0..6500.0,
        ) {
            let (_, layout) = laid_out(&events, anchor(span, 900.0), None);
            let window = Viewport { start, span };
            let stop = layout.first_shown(window).and_then(|key| layout.get(key));
            let is_any_there = layout.items.iter().any(|item| layout.is_in(item, window));
            prop_assert_eq!(stop.is_some_and(|item| layout.is_in(item, window)), is_any_there);
            prop_assert_eq!(stop.is_some(), !events.is_empty());
        }
    }

    #[test]
    fn the_heaviest_of_a_crowd_is_named_first_and_the_rest_is_counted() {
        let crowd: Vec<_> = (0..40)
            .map(|id| event(id, 100, 0, if id == 30 { 3 } else { 1 }, Lane::Accord))
            .collect();
        let (_, layout) = laid_out(&crowd, anchor(6000.0, 800.0), None);
        let at_top = layout.items.iter().find(|item| item.what == What::Event(30)).unwrap();
        assert_eq!((at_top.title, at_top.top_px), (Title::After, 10.0));
        let cluster = layout.items.iter().find_map(|item| match &item.what {
            What::Cluster(_, cluster) => Some(cluster.count),
            What::Event(_) => None,
        });
        assert_eq!(cluster, Some(41 - layout.items.len()));
    }

    #[test]
    fn of_very_many_only_so_much_is_laid_out_as_can_be_seen() {
        let many: Vec<_> = (0..100_000)
            .map(|id| event(id, i32::try_from(id / 10).unwrap(), 0, 1, Lane::ALL[id % 5]))
            .collect();
        for span in [14.0, 300.0, 10_000.0] {
            let (_, layout) = laid_out(&many, anchor(span, 1000.0), None);
            assert!(layout.items.len() < 900, "{} in {span} days", layout.items.len());
        }
    }

    #[test]
    fn no_bar_tells_of_a_day_that_is_yet_to_come() {
        let events = [event(2, 100, 4000, 3, Lane::Accord)];
        let index = Index::new(&events, &[true]);
        let bounds = Bounds { first: 0.0, last: 7000.0 };
        let length_px = |as_of: Option<i32>| {
            let subject = Subject { events: &events, index: &index, eras: &[], as_of, bounds };
            Layout::new(subject, anchor(7000.0, 1000.0), None).items[0].length_px
        };
        let day_px = anchor(7000.0, 1000.0).scale().px_per_day;
        assert!((length_px(Some(1099)) - 1000.0 * day_px).abs() < 1e-6);
        assert!((length_px(None) - 4001.0 * day_px).abs() < 1e-6);
    }

    #[test]
    fn a_title_that_would_reach_past_the_end_of_time_stands_before_its_mark() {
        let (_, layout) =
            laid_out(&[event(2, 6990, 0, 3, Lane::Accord)], anchor(7000.0, 1000.0), None);
        assert_eq!(layout.items[0].title, Title::Before);
        assert!(layout.items[0].box_px() < layout.items[0].start_px);
    }

    #[test]
    fn what_lasts_longer_than_the_window_is_named_in_it() {
        let (_, layout) =
            laid_out(&[event(2, -400, 7000, 1, Lane::Accord)], anchor(30.0, 1000.0), None);
        let item = &layout.items[0];
        assert_eq!(item.title, Title::Over);
        let title_px = item.start_px + Item::over_px(item.start_px);
        assert!((0.0..500.0).contains(&title_px), "its title stands at {title_px} px");
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_over_anything(events in events(150), span in 14.0..7000.0, width_px in 280.0..2600.0) {
            let (_, layout) = laid_out(&events, anchor(span, width_px), None);
            for (i, one) in layout.items.iter().enumerate() {
                for other in &layout.items[..i] {
                    let (a, b) = (one.extent(), other.extent());
                    let is_one_row = (one.top_px - other.top_px).abs() < 20.0;
                    prop_assert!(!is_one_row || a.end_px <= b.start_px || b.end_px <= a.start_px, "{one:?} over {other:?}");
                }
            }
        }

        #[test]
        fn every_event_is_drawn_or_counted_once(events in events(150), span in 14.0..7000.0, opened in 0usize..150) {
            let opened = (opened < events.len()).then_some(opened);
            let (index, layout) = laid_out(&events, anchor(span, 1000.0), opened);
            let count = |item: &Item| match &item.what {
                What::Event(_) => 1,
                What::Cluster(_, cluster) => cluster.count,
            };
            prop_assert_eq!(layout.items.iter().map(count).sum::<usize>(), events.len());
            let drawn = |place: usize| layout.items.iter().any(|item| item.what == What::Event(place));
            prop_assert!(opened.is_none_or(drawn));
            for place in 0..events.len() {
                let key = layout.holder(&index, place);
                let position = index.position(place).unwrap();
                let holds = |item: &Item| item.what == What::Event(place) || item.counts(position);
                prop_assert!(key.and_then(|key| layout.get(key)).is_some_and(holds));
            }
        }

        #[test]
        fn no_title_is_cut_by_the_window(events in events(150), span in 14.0..7000.0, width_px in 280.0..2600.0) {
            let (_, layout) = laid_out(&events, anchor(span, width_px), None);
            for item in layout.items.iter().filter(|item| item.title != Title::None) {
                let extent = item.extent();
                let (start_px, end_px) = match item.title {
                    Title::Over => {
                        let start_px = item.start_px + Item::over_px(item.start_px);
                        (start_px, start_px + item.title_px)
                    }
                    Title::Before => (extent.start_px, item.start_px),
                    _ => (item.start_px, extent.end_px),
                };
                prop_assert!([0.0, width_px].iter().all(|edge| end_px <= *edge || start_px >= *edge || (item.start_px - *edge).abs() < 0.01));
            }
        }

        #[test]
        fn all_lies_within_its_stripe(events in events(150), span in 14.0..7000.0) {
            let (_, layout) = laid_out(&events, anchor(span, 1000.0), None);
            for item in &layout.items {
                let stripe = layout.stripes.iter().find(|stripe| stripe.lane == item.lane).unwrap();
                prop_assert!(item.top_px >= stripe.top_px);
                prop_assert!(item.top_px + layout.anchor.metrics.row_px() <= stripe.top_px + stripe.height_px);
            }
        }

        #[test]
        fn a_layout_is_drawn_out_only_to_what_lies_almost_all_in_it(start in -3000.0..3000.0, ratio in 0.5..3.0) {
            let anchor = anchor(1000.0, 1000.0);
            let now = Anchor { viewport: Viewport { start, span: 1000.0 / ratio }, ..anchor };
            // On neither side more than a third of it is empty.
            let beyond = [-start, now.viewport.end() - 1000.0];
            prop_assert!(!anchor.stretches_to(now) || beyond.iter().all(|days| *days < 334.0));
            let zoomed = Viewport { start: 500.0 - 500.0 / ratio, span: 1000.0 / ratio };
            prop_assert_eq!(anchor.stretches_to(Anchor { viewport: zoomed, ..anchor }), (0.65..=1.9).contains(&ratio));
        }

        #[test]
        fn moving_a_little_lays_out_nothing_anew(span in 14.0..3000.0, days in -4000.0..4000.0) {
            let anchor = anchor(span, 1000.0);
            let moved = Anchor { viewport: Viewport { start: days, span }, ..anchor };
            let shift_px = anchor.shift_px(moved.viewport);
            prop_assert_eq!(anchor.serves(moved), shift_px.abs() <= 500.0);
            let moved_px = moved.scale().px_of(100);
            prop_assert!((anchor.scale().px_of(100) + shift_px - moved_px).abs() < 0.01);
        }
    }
}
