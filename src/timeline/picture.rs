//! The picture as sprites in four layers: what the browser paints, and what is prerendered of it.

use super::item::{Item, What};
use super::layout::Layout;
use super::scale::whole;
use super::shown::Opened;
use super::sprite::{self, Sprite};
use super::ticks::ticks;
use super::viewport::Bounds;
use super::words::Words;
use crate::model::page::Timeline;

/// What is marked in the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The key at which the tab key stops.
    pub stop: Option<usize>,
    /// What is open.
    pub opened: Opened,
    /// The day that the reader stands on.
    pub as_of: Option<i32>,
}

/// The layers of the picture, from the back.
#[derive(Clone, Debug, PartialEq)]
pub struct Layers {
    /// Ticks, and the day that the reader stands on.
    pub ticks: Vec<Sprite>,
    /// Lanes.
    pub lanes: Vec<Sprite>,
    /// Eras.
    pub eras: Vec<Sprite>,
    /// Events and clusters near the window, and the one at which the tab key stops.
    pub bars: Vec<Sprite>,
}

impl Layers {
    /// Draws what was laid out, of the events those in the window and up to `reach_px` beyond. `bounds` are all of time.
    #[must_use]
    pub fn new(
        layout: &Layout,
        words: &Words,
        timeline: &Timeline,
        bounds: Bounds,
        marks: &Marks,
        reach_px: f64,
    ) -> Self {
        let (scale, metrics) = (layout.anchor.scale(), layout.anchor.metrics);
        let beyond_px = reach_px.max(metrics.width_px / 3.0);
        let first = scale.day_from_px(-beyond_px).max(bounds.first);
        let last = scale.day_from_px(metrics.width_px + beyond_px).min(bounds.last);
        let ticks = ticks(scale, whole(first.ceil()), whole(last.floor()), metrics.font_px);
        let as_of = marks.as_of.map(|day| sprite::as_of(scale.px_of(day + 1)));
        let stop = marks.stop.and_then(|key| layout.find(key));
        let mut near: Vec<usize> = layout.near(reach_px).collect();
        if let Some(stop) = stop {
            let at = near.partition_point(|place| *place < stop);
            if near.get(at) != Some(&stop) {
                near.insert(at, stop);
            }
        }
        let bar = |place: usize| {
            let item = &layout.items[place];
            Sprite {
                is_stop: stop == Some(place),
                is_current: is_open(item, &marks.opened),
                ..sprite::bar(words, timeline, item, marks.as_of)
            }
        };
        Self {
            ticks: ticks.iter().map(|tick| sprite::tick(words, tick)).chain(as_of).collect(),
            lanes: layout.stripes.iter().map(|stripe| sprite::stripe(words, *stripe)).collect(),
            eras: layout.bands.iter().map(|band| sprite::era(timeline, band)).collect(),
            bars: near.into_iter().map(bar).collect(),
        }
    }
}

/// Whether an item stands for what is open.
fn is_open(item: &Item, opened: &Opened) -> bool {
    match &item.what {
        What::Event(event) => opened.event == Some(*event),
        What::Cluster(_, cluster) => opened.gathered.first() == Some(&cluster.first),
    }
}
